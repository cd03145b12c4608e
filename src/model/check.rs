//! What `check` finds wrong.

use super::field::{Field, Quantity};
use super::meeting::Side;
use super::money::Usd;
use super::month::Month;

/// One fault of the library, or one breach of the rules in force.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    /// SQLite finds the file damaged.
    Damaged { detail: String },
    /// A row names another that does not exist.
    ForeignKey { table: String },
    /// A table, view, index or trigger is not as the program makes it.
    Schema { name: String },
    /// A version ends before it begins, begins before the one before it ends, or leaves a gap.
    Versions { table: String, id: i64 },
    /// A version that no operation accounts for, or an operation's version that is gone.
    Unaccounted { table: String },
    /// The content of a version is not what was written.
    Seal { table: String, v: i64, project: Option<String> },
    /// A frozen edition of a meeting is not the bytes that were frozen.
    Edition { code: String, side: Side, number: u64 },
    /// A file that was handed out is not the bytes that were handed out.
    Issued { subject: String, file: String },
    /// The days of the log do not rise.
    DayFalls { op: i64 },
    /// What holds names what no longer holds.
    Dangling { table: String, column: String, rows: u64 },
    /// The register does not agree with the latest report.
    Register { code: String, name: String, field: Field },
    /// What is looked up by a normalised name no longer follows from the name.
    Derived { code: String, name: String },
    /// The sum of the listed rows is not the figure of the groups.
    Figure { district: String, quantity: Option<Quantity>, listed: Usd, grouped: Usd },
    /// What came in and went out of 在办 in a month does not account for what is left.
    CarryOver { month: Month, accounted: u64, in_hand: u64 },
    /// What happened to an appeal does not follow from what happened to it before.
    Course { code: String },
    /// A project's outcome does not follow from those of its appeals.
    ProjectOutcome { code: String, name: String },
    /// In the library without a verdict that let it in.
    NoVerdict { code: String, name: String },
    /// Out of the library without ground or reason.
    ExitUnexplained { code: String, name: String },
    /// A sensitive change without a reason, while a rule asked for one.
    Unreasoned { code: String, name: String, field: Field, op: i64 },
}

impl Trouble {
    /// A breach of a rule, as opposed to damage.
    pub const fn is_breach(&self) -> bool {
        matches!(
            self,
            Trouble::NoVerdict { .. }
                | Trouble::ExitUnexplained { .. }
                | Trouble::Unreasoned { .. }
        )
    }
}
