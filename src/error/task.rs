//! Every way to be refused about a decision or an instruction (议定事项, 批示), with its facts.

use crate::model::Day;
use crate::model::meeting::MeetingKind;
use crate::model::task::TaskSource;

/// Every way to be refused about a decision or an instruction, with its facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaskRefusal {
    Unknown {
        given: String,
    },
    NoText,
    /// Neither a district nor a department is responsible.
    Nobody,
    /// Due before it was decided.
    DueBefore {
        due: Day,
        day: Day,
    },
    /// Decided before the meeting was held.
    BeforeMeeting {
        meeting: String,
        day: Day,
        held: Day,
    },
    /// A decision of a meeting that is still to be held.
    NotYetHeld {
        meeting: String,
        day: Day,
    },
    /// Which meeting decided it is not said, and none of its kind was held on the day.
    WhichMeeting {
        kind: MeetingKind,
        day: Day,
        known: Vec<String>,
    },
    /// A source that is not the kind of the meeting named.
    OtherSource {
        meeting: String,
        source: TaskSource,
    },
    /// A row that corrects a task of another meeting.
    OtherMeeting {
        code: String,
        meeting: String,
    },
    /// A sheet, or a row of it, was made for another meeting.
    SheetOfOther {
        meeting: String,
        named: Vec<String>,
    },
    /// The appeal named is of another project than the one named.
    OtherProject {
        appeal: String,
        project: String,
    },
    AlreadyDone {
        code: String,
        day: Day,
    },
    /// A step before the task was decided.
    StepBefore {
        code: String,
        day: Day,
        decided: Day,
    },
    /// A row says otherwise of a decision than an earlier row, perhaps of another file.
    SaidTwice {
        code: String,
        row: u64,
        file: Option<String>,
    },
    /// A row has a due day or the code of a task, but not what was decided.
    RowWithoutText,
    /// A row of a list of people without a name.
    NoPerson,
    /// Neither present nor observing nor absent.
    BadPresence,
}
