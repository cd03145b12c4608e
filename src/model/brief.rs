//! The narrow row: one project as the summaries and lists count it, and the filter that chooses.

use super::Day;
use super::money::Usd;
use super::month::Month;
use super::origin::OriginGroup;
use super::project::Amounts;
use super::stage::{Stage, StageGroup};

/// One project in the state that was asked for (a report month, or today's register).
#[derive(Debug, Clone, PartialEq)]
pub struct Brief {
    pub id: i64,
    pub code: String,
    pub name: String,
    pub investor: Option<String>,
    pub origin: Option<String>,
    pub group: Option<OriginGroup>,
    pub district: i64,
    pub industry: Option<String>,
    pub stage: Stage,
    pub amounts: Amounts,
    pub leader: Option<String>,
    pub responsible: Option<String>,
    pub tracker: Option<String>,
    pub entered: Day,
    /// Entered by an override.
    pub exception: bool,
    /// Reported by its district for the month in question.
    pub reported: bool,
}

/// An entry that the rules refused and a person approved (例外入库).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    pub project: i64,
    pub code: String,
    pub name: String,
    pub day: Day,
    pub reason: String,
    pub approver: String,
}

/// Which projects to show or count; an empty list or `None` does not narrow.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    pub districts: Vec<i64>,
    pub stages: Vec<Stage>,
    pub stage_groups: Vec<StageGroup>,
    pub origin_groups: Vec<OriginGroup>,
    /// Keys of origins (`HK`).
    pub origins: Vec<String>,
    pub industry: Option<String>,
    /// Part of 挂钩领导, 责任单位 or 跟踪人.
    pub person: Option<String>,
    pub total_from: Option<Usd>,
    pub total_to: Option<Usd>,
    pub entered_from: Option<Day>,
    pub entered_to: Option<Day>,
    /// Text in name, investor, parent, industry, people, remarks or code.
    pub text: Option<String>,
    pub exceptions_only: bool,
    /// Those that have left (出库) instead of those in the library.
    pub departed: bool,
    /// Ids of projects left out whatever else holds (内部掌握).
    pub without: Vec<i64>,
}

/// Which state of the library is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    /// The state of this report month, or the register.
    pub month: Option<Month>,
    /// The report month whose filings say who has reported.
    pub reporting: Month,
    /// The day looked at: today, or the past day asked for.
    pub today: Day,
    /// What the library had on record at the end of `today` (`--as-of`), rather than now.
    pub past: bool,
    /// What it had on record after this operation, which is of `today`; goes before `past`.
    pub operation: Option<i64>,
}

impl Scope {
    /// What is on record now. Without a month the register is shown, and the month just past is
    /// the one reported on.
    pub fn new(month: Option<Month>, today: Day) -> Scope {
        let reporting = month.unwrap_or(Month::of(today).previous());
        Scope { month, reporting, today, past: false, operation: None }
    }

    /// What was on record at the end of a day.
    pub fn past(month: Option<Month>, day: Day) -> Scope {
        Scope { past: true, ..Scope::new(month, day) }
    }

    /// What was on record after an operation of that day.
    pub fn after(operation: i64, day: Day) -> Scope {
        Scope { operation: Some(operation), ..Scope::past(None, day) }
    }

    /// The same state of another report month.
    pub fn of_month(self, month: Option<Month>) -> Scope {
        Scope { past: self.past, operation: self.operation, ..Scope::new(month, self.today) }
    }
}
