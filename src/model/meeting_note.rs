//! What is said of meetings.

use super::Day;
use super::meeting::{AgendaChange, MeetingKind, MeetingState, Side};
use super::month::Month;

/// A sentence about a meeting.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingNote {
    Planned {
        code: String,
        day: Option<Day>,
    },
    Moved {
        code: String,
        day: Day,
    },
    /// It was on that day before.
    SameDay {
        code: String,
        day: Day,
    },
    /// Nobody works on the day.
    RestDay {
        code: String,
        day: Day,
    },
    Cancelled {
        code: String,
    },
    /// It was frozen before, so what is on the table must be frozen again.
    FreezeAgain {
        code: String,
    },
    /// The 督办会 of the month should be closed before its 点评会.
    SupervisionOpen {
        code: String,
        state: Option<MeetingState>,
    },
    /// The day lies outside the nominal month.
    OtherMonth {
        code: String,
        day: Day,
    },
    Adjusted {
        code: String,
        change: AgendaChange,
        subject: String,
    },
    Frozen {
        code: String,
        side: Side,
        number: u64,
        sha256: String,
    },
    Closed {
        code: String,
        decisions: u64,
    },
    /// A meeting was closed without a word on who took part.
    NobodyAttended {
        code: String,
    },
    /// The meeting a page is about.
    About {
        code: String,
        day: Option<Day>,
    },
    /// What a paper is of, by its full name.
    Title {
        kind: MeetingKind,
        month: Month,
        code: String,
        day: Option<Day>,
    },
    /// From which frozen state changes are told; `None`: this is the first of its kind.
    SinceLast {
        code: Option<String>,
        day: Option<Day>,
    },
    /// Nothing that was on the table was changed.
    NothingAmended,
    /// What counts as set right rather than as progress; the last month that was due.
    AmendmentMeaning {
        month: Month,
    },
    /// What a frozen edition is.
    Edition {
        side: Side,
        number: u64,
        day: Day,
        operation: i64,
        program: String,
        sha256: String,
    },
}
