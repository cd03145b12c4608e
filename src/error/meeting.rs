//! Every way to be refused about a meeting (会商会办), with its facts.

use crate::model::Day;
use crate::model::meeting::{MeetingKind, MeetingState, Side};
use crate::model::month::Month;

/// Every way to be refused about a meeting, with its facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MeetingRefusal {
    Unknown {
        given: String,
        /// Codes of the meetings on record.
        known: Vec<String>,
    },
    /// A 点评会 is held in odd months; another needs an override.
    EvenMonth {
        month: Month,
    },
    AlreadyPlanned {
        code: String,
        day: Option<Day>,
    },
    /// The state of a meeting does not allow what was asked.
    State {
        code: String,
        state: MeetingState,
    },
    /// A meeting needs its day first.
    NoDay {
        code: String,
    },
    /// It was frozen and held: what was on the table stays.
    Held {
        code: String,
        day: Day,
    },
    /// It was frozen for another day and must be frozen again before it is closed.
    FrozenForAnotherDay {
        code: String,
    },
    /// There is no such edition of a side.
    UnknownEdition {
        code: String,
        side: Side,
        known: u64,
    },
    /// A meeting cannot be closed before it was held.
    NotHeld {
        code: String,
        day: Day,
    },
    /// A meeting is closed with those who took part, or without them in so many words.
    NoAttendance {
        code: String,
    },
    /// A meeting was not frozen, so it has no such edition.
    NoEdition {
        code: String,
        side: Side,
    },
    /// What was to be dropped or put first is not on the agenda.
    NotOnAgenda {
        code: String,
        given: String,
    },
    AlreadyOnAgenda {
        code: String,
        given: String,
    },
    /// A code that names nothing on record.
    UnknownSubject {
        given: String,
    },
    /// A frozen edition was changed on disk.
    Altered {
        code: String,
        side: Side,
    },
    /// The sheet to fill in lies there already, and may be filled in.
    SheetExists {
        code: String,
        path: String,
    },
    /// A kept document is no document of a meeting.
    OtherDocument {
        found: String,
    },
    /// A kept document of a later version of the program.
    NewerDocument {
        found: u64,
        known: u64,
    },
    /// A frozen edition has no such page.
    UnknownPage {
        given: String,
        known: Vec<String>,
    },
    /// No meeting was frozen yet, so nothing can be told since the last.
    NoneFrozen {
        kind: Option<MeetingKind>,
    },
    /// Two editions compared the wrong way round.
    Backwards {
        first: String,
        second: String,
    },
    /// The day of the round's meeting is that of the meeting that was planned.
    DayPlanned {
        code: String,
        day: Day,
    },
    /// `--present` and the like: a name with its body.
    BadPerson {
        given: String,
    },
}
