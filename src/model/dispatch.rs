//! Letters (函) to departments and the dispatches (交办) in them: who is asked, by when, and how far it
//! has come.

use super::Day;
use super::finding::RuleVersion;
use super::month::Month;

keyed! {
    /// The part a department has in an appeal.
    DispatchRole {
        /// 主办
        Lead = "lead",
        /// 协办
        Assist = "assist",
    }
}

keyed! {
    /// How far a dispatch (交办) has come.
    DispatchState {
        /// 待答复
        Open = "open",
        /// 已答复
        Answered = "answered",
        /// 已退单
        Returned = "returned",
        /// 已终止: the appeal was withdrawn or terminated before an answer.
        Ended = "ended",
    }
}

keyed! {
    /// Which limit gave a due day.
    Governed {
        /// 办理时限: working days from the letter
        Limit = "limit",
        /// 会前时限: working days before the meeting
        Meeting = "meeting",
    }
}

keyed! {
    /// What a department's reply is.
    ReplyKind {
        /// 答复
        Final = "final",
        /// 阶段性答复: not yet the answer
        Interim = "interim",
    }
}

keyed! {
    /// How strongly a department is chased.
    ReminderLevel {
        /// 催办: due soon
        Remind = "remind",
        /// 督办: overdue
        Supervise = "supervise",
        /// 通报: overdue by more than the standard allows
        Circular = "circular",
    }
}

/// A letter (函) to a department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// 0 until it is on record.
    pub id: i64,
    /// `HD2020-0001`
    pub code: String,
    pub round: Month,
    pub department: i64,
    pub drafted: Day,
    /// 文号, and the day it went; `None` while it is a draft.
    pub number: Option<String>,
    pub sent: Option<Day>,
    /// The day of the meeting as it was known when it went.
    pub meeting: Option<Day>,
}

/// A dispatch (交办): one appeal in one letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispatch {
    /// 0 until it is on record.
    pub id: i64,
    pub appeal: i64,
    pub letter: i64,
    pub department: i64,
    pub role: DispatchRole,
    /// As notified; never recomputed. `None` while the letter is a draft.
    pub due: Option<Due>,
    /// Left out of the draft again.
    pub dropped: bool,
}

/// A due day with what gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub day: Day,
    pub governed: Governed,
    /// 暂定: counted through a year whose calendar is not published.
    pub provisional: bool,
    /// The standard it was counted by, as a finding keeps it.
    pub rule: Option<RuleVersion>,
}
