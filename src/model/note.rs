//! Sentences as data: what a page or a message says, with its facts. The words are in `labels`.

use super::Day;
use super::field::{Field, Quantity};
use super::money::{Unit, Usd};
use super::month::Month;
use super::stage::Stage;
use super::term::Term;

/// A sentence about a result. Machines see the variant's name and its facts.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    // headings of pages
    /// 截至 … (report month) · 录入至 … (record)
    Standing {
        month: Option<Month>,
        as_of: Day,
    },
    /// 单位：万美元
    Unit(Unit),
    /// Example data or thresholds: 示例
    ExampleThreshold,
    /// 因四舍五入，分项之和可能不等于100%
    Rounding,
    /// Which projects a summary counts (the filters), as words typed.
    Filtered(Vec<String>),
    /// 新增注册外资 = registered where there is one, else planned
    NewFdiMeaning,
    /// Shares are of this many projects.
    Base {
        count: u64,
    },
    /// Nothing matched.
    Empty,
    /// How to see the projects behind a figure.
    ListHint,

    // done
    Initialised {
        path: String,
        districts: u64,
        departments: u64,
    },
    Entered {
        code: String,
        name: String,
    },
    EnteredByOverride {
        code: String,
        approver: String,
    },
    Updated {
        code: String,
        fields: u64,
    },
    NothingChanged,
    Recorded {
        what: Term,
        name: String,
    },
    Written {
        path: String,
    },
    WrittenBeside {
        wanted: String,
        path: String,
    },
    NilRecorded {
        district: String,
        month: Month,
    },
    DryRun,
    ClockBehind {
        clock: Day,
        last: Day,
    },
    Waiting,
    Opening {
        path: String,
    },

    // an import: what was understood
    Understood {
        file: String,
        encoding: String,
        header_row: u64,
        district: Option<String>,
        month: Option<Month>,
        unit: Option<Unit>,
    },
    UnknownColumns {
        columns: Vec<String>,
    },
    Revision {
        district: String,
        month: Month,
        revision: i64,
    },
    Vanished {
        district: String,
        month: Month,
        names: Vec<String>,
        count: u64,
    },
    TotalsAgree {
        quantity: Quantity,
    },
    TotalsDiffer {
        quantity: Quantity,
        file: Usd,
        ours: Usd,
        row: u64,
    },
    Imported {
        files: u64,
    },
    ImportedInPart {
        files: u64,
        left: Vec<String>,
    },
    RejectedKept {
        rows: u64,
        path: String,
    },
    Question {
        name: String,
        row: u64,
    },

    // warnings on a row or a file
    AmountFell {
        quantity: Quantity,
        before: Usd,
        after: Usd,
    },
    StageBack,
    QuestionMarkInName,
    MonthGap {
        from: Month,
        to: Month,
    },
    YearTaken {
        value: String,
        taken: String,
    },
    PaidOverRegistered,
    ReportedElsewhere {
        code: String,
    },
    LateFiling {
        district: String,
        due: Day,
        received: Day,
    },
    Similar {
        code: String,
        name: String,
        similarity: i64,
    },
    PartialDate {
        field: Field,
        value: String,
    },
    /// A day that has not come is a plan, not a fact; it was not recorded.
    FutureDate {
        field: Field,
        value: String,
    },
    /// 缺项: no stage given, so it stands at the first one.
    StageAssumed {
        stage: Stage,
    },

    // reminders
    Reminder {
        district: String,
        contact: Option<String>,
        month: Month,
        due: Day,
        provisional: bool,
    },
    NobodyLate {
        month: Month,
    },
}

/// A sentence and the row it speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Row of the file, counted from 1.
    pub row: Option<u64>,
    pub note: Note,
}
