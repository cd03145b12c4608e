//! Meetings (会商会办): the monthly 督办会 and the 点评会 of odd months.

use super::Day;
use super::month::Month;

keyed! {
    /// Which meeting.
    MeetingKind {
        /// 督办会: every month, chaired by the vice mayor in charge.
        Supervision = "supervision",
        /// 点评会: odd months, chaired by the Party secretary.
        Review = "review",
    }
}

keyed! {
    /// How far a meeting has come.
    MeetingState {
        Planned = "planned",
        /// What is on the table is frozen (会前版).
        Frozen = "frozen",
        /// Held, with 会后版.
        Closed = "closed",
        Cancelled = "cancelled",
    }
}

keyed! {
    /// Which edition of a meeting is kept.
    Side {
        /// 会前版
        Before = "before",
        /// 会后版
        After = "after",
    }
}

keyed! {
    /// How a person took part.
    Presence {
        /// 出席
        Present = "present",
        /// 列席
        Observing = "observing",
        /// 请假
        Absent = "absent",
    }
}

keyed! {
    /// Why something is on an agenda, in the order of the agenda.
    ItemKind {
        /// 上次议定事项和批示落实
        Task = "task",
        /// 提交本次会议的诉求
        Escalated = "escalated",
        /// 逾期未答复的诉求
        OverdueAppeal = "overdue_appeal",
        /// 尚未解决的诉求
        OpenAppeal = "open_appeal",
        /// 红色预警项目
        RedProject = "red_project",
        /// 有进展的大项目
        MovedProject = "moved_project",
        Entry = "entry",
        Exit = "exit",
        /// 另行列入
        Added = "added",
    }
}

keyed! {
    /// How what was on the table was changed afterwards, told apart from progress.
    Amendment {
        /// 更正: it is set right.
        Correction = "correction",
        /// 补报、补录: what had happened by then was recorded later.
        Late = "late",
        /// 撤销: it was taken back.
        Undone = "undone",
        /// 恢复: what had been taken back was done again.
        Redone = "redone",
    }
}

keyed! {
    /// How a person adjusted an agenda.
    AgendaChange {
        Add = "add",
        Drop = "drop",
        /// 提前
        First = "first",
    }
}

/// A meeting on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    pub id: i64,
    /// `DB2020-03`
    pub code: String,
    pub kind: MeetingKind,
    /// Nominal month: a 3月点评会 may be held on 2 April.
    pub month: Month,
    /// Planned or held; `None` while it is not known.
    pub day: Option<Day>,
    pub state: MeetingState,
    /// Why it was moved or cancelled.
    pub reason: Option<String>,
    /// Reason and approver of a 点评会 in an even month.
    pub overridden: Option<(String, String)>,
}

/// One adjustment of an agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adjustment {
    pub change: AgendaChange,
    /// Code of a project, an appeal or a task, or the text of an item of its own.
    pub subject: String,
    pub reason: Option<String>,
}

/// A person at a meeting.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Attendance {
    pub person: String,
    /// 单位
    pub body: Option<String>,
    pub post: Option<String>,
    pub presence: Presence,
}

/// A frozen edition without its document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The operation that froze it; what it shows is the state of the one before.
    pub op: i64,
    pub side: Side,
    /// Of its side, from 1.
    pub number: u64,
    pub day: Day,
    pub program: String,
    /// SHA-256 of the document's bytes.
    pub sha256: String,
    /// Whether it is of the meeting as it is planned: one that was cancelled since begins anew.
    pub stands: bool,
}

impl MeetingKind {
    /// The letters of its code.
    pub const fn letters(self) -> &'static str {
        match self {
            MeetingKind::Supervision => "DB",
            MeetingKind::Review => "DP",
        }
    }

    /// `DB2020-03`
    pub fn code(self, month: Month) -> String {
        format!("{}{month}", self.letters())
    }
}

/// Codes of meetings that a text names, each once.
pub fn codes_in(text: &str) -> Vec<String> {
    let text = text.to_ascii_uppercase();
    let mut codes: Vec<String> = Vec::new();
    for kind in MeetingKind::ALL {
        for (at, letters) in text.match_indices(kind.letters()) {
            let month = text.get(at + letters.len()..).and_then(|rest| rest.get(..7));
            let code = month.and_then(|month| month.parse().ok()).map(|month| kind.code(month));
            codes.extend(code.filter(|code| !codes.contains(code)));
        }
    }
    codes
}

impl MeetingState {
    /// Whether what is on the table may still change.
    pub const fn is_open(self) -> bool {
        matches!(self, MeetingState::Planned | MeetingState::Frozen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_names_meetings_by_their_codes() {
        assert_eq!(codes_in("会议 DB2020-05，会期 2020-05-12"), ["DB2020-05"]);
        assert_eq!(codes_in("接db2020-05和DP2020-03，DB2020-05"), ["DB2020-05", "DP2020-03"]);
        for text in ["", "DB", "DB2020", "DB2020-13", "三月督办会", "DB二〇二〇年"] {
            assert!(codes_in(text).is_empty(), "{text}");
        }
    }
}
