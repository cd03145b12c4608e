//! Every way to be refused about an appeal (诉求) or a letter (函), with its facts.

use crate::model::Day;
use crate::model::appeal::{Action, AppealOutcome, AppealState};
use crate::model::clue::ClueState;
use crate::model::finding::Finding;
use crate::model::ledger::{OutcomeColumn, ReplyColumn};
use crate::model::month::Month;

/// Every way to be refused about an appeal or a letter, with its facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AppealRefusal {
    UnknownAppeal {
        given: String,
    },
    UnknownLetter {
        given: String,
    },
    UnknownClue {
        given: String,
    },
    /// A clue that was taken or dropped before.
    ClueNotWaiting {
        code: String,
        state: ClueState,
    },
    /// The state of an appeal does not allow an action; what comes first, and what is possible.
    Step {
        code: String,
        state: AppealState,
        action: Action,
        first: Option<Action>,
        possible: Vec<Action>,
    },
    /// The day of a step lies before the one it follows.
    OutOfOrder {
        code: String,
        day: Day,
        earliest: Day,
    },
    /// Not to be closed: what is missing.
    NotClosable {
        code: String,
        outcome: Option<AppealOutcome>,
        lead_answered: bool,
    },
    /// It fails the five tests, and no exception was approved.
    NotSound {
        code: String,
        findings: Vec<Finding>,
    },
    /// The department was never sent the appeal; those that were.
    NotAsked {
        code: String,
        department: String,
        asked: Vec<String>,
    },
    /// Which department is meant is not said, and several have it.
    WhichDepartment {
        code: String,
        asked: Vec<String>,
    },
    /// The act of a department lies before the letter.
    BeforeLetter {
        code: String,
        day: Day,
        sent: Day,
    },
    /// An extension that ends before it was asked for.
    ExtensionBackwards {
        until: Day,
        day: Day,
    },
    /// The appeal is on record already.
    Known {
        code: String,
    },
    /// A row says otherwise of an appeal than an earlier row, perhaps of another file.
    SaidTwice {
        code: String,
        row: u64,
        file: Option<String>,
    },
    /// All that could be sent is of confidential projects.
    OnlyWithheld {
        codes: Vec<String>,
    },
    /// No letter of the round is on record.
    NoLetter {
        round: Month,
    },
    /// No appeal of the round waits for a letter.
    NothingReady {
        round: Month,
    },
    LetterSent {
        code: String,
        day: Day,
    },
    /// Nothing in the letter is still to be sent.
    LetterEmpty {
        code: String,
    },
    /// A round whose letters are all sent, or that has none.
    NoDraft {
        round: Month,
    },
    /// Only an approved project may have an appeal reopened that ended with it.
    ProjectGone {
        code: String,
        project: String,
    },
    /// A row that names another project than that of its appeal.
    OtherProject {
        code: String,
        project: String,
    },
    /// 不予支持 without saying why.
    ReasonForRefusal,
    /// Neither 放假 nor 上班.
    BadDayKind,
    /// A day that an earlier row made the other of the two.
    DayTwice {
        day: Day,
        row: u64,
    },
    BadOutcome,
    BadAnswer,
    /// A row of a reply form that is filled in and does not say what kind of answer it is.
    AnswerUnsaid {
        filled: Vec<ReplyColumn>,
    },
    /// A row of a reply form that names one kind of answer and fills in a column of another.
    AnswerAgainst {
        said: String,
        column: ReplyColumn,
    },
    /// A row of a sheet of outcomes that is filled in and has no outcome.
    OutcomeUnsaid {
        filled: Vec<OutcomeColumn>,
    },
    /// A reply form that does not say whose it is.
    WhoseForm,
    AppealMissing,
}
