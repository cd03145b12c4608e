//! Appeals (诉求): what a firm asks for, and everything that happens to it until it is closed.

use super::Day;
use super::dispatch::{ReminderLevel, ReplyKind};
use super::finding::Finding;
use super::money::Usd;
use super::month::Month;

keyed! {
    /// The five fields of an appeal (MECHANISM §3).
    AppealField {
        /// 背景情况
        Background = "background",
        /// 问题症结
        Problem = "problem",
        /// 诉求目的
        Purpose = "purpose",
        /// 对象部门, as written
        Target = "target",
        /// 解决建议
        Suggestion = "suggestion",
    }
}

keyed! {
    /// How far an appeal has come.
    AppealState {
        /// 待补充: it fails one of the five tests.
        Incomplete = "incomplete",
        /// 退回补充: it is back with its district.
        SentBack = "sent_back",
        /// 待交办: it waits for its letters.
        Ready = "ready",
        /// 办理中: departments have it.
        Dispatched = "dispatched",
        /// 办结
        Closed = "closed",
        /// 撤回: its district took it back.
        Withdrawn = "withdrawn",
        /// 终止: its project left the library.
        Terminated = "terminated",
    }
}

impl AppealState {
    /// 在办: neither closed nor gone.
    pub const fn is_open(self) -> bool {
        !matches!(self, AppealState::Closed | AppealState::Withdrawn | AppealState::Terminated)
    }

    /// Whether it counts: what was withdrawn or terminated leaves N (MECHANISM §4).
    pub const fn counts(self) -> bool {
        !matches!(self, AppealState::Withdrawn | AppealState::Terminated)
    }
}

keyed! {
    /// What became of an appeal (成效), in the order in which the first one that any appeal of a
    /// project has is the project's (MECHANISM §4).
    AppealOutcome {
        /// 提交点评会
        Escalated = "escalated",
        /// 办理中
        Pending = "pending",
        /// 不予支持
        Refused = "refused",
        /// 对上争取
        Higher = "higher",
        /// 已有解决方案或政策意见
        Plan = "plan",
        /// 已有明确办理途径
        Path = "path",
        /// 已解决
        Solved = "solved",
    }
}

impl AppealOutcome {
    /// A project's outcome: the first that any of its appeals has (MECHANISM §4). Appeals that
    /// were withdrawn or terminated are left out before; `None` when none is left.
    pub fn of_project(outcomes: impl IntoIterator<Item = AppealOutcome>) -> Option<AppealOutcome> {
        outcomes.into_iter().min()
    }

    /// Whether an appeal with it can be closed: nothing is still to be decided.
    pub const fn is_settled(self) -> bool {
        !matches!(self, AppealOutcome::Escalated | AppealOutcome::Pending)
    }
}

keyed! {
    /// What the firm says of it after a call.
    Satisfaction {
        /// 满意
        Satisfied = "satisfied",
        /// 基本满意
        Mostly = "mostly",
        /// 不满意
        Unsatisfied = "unsatisfied",
    }
}

keyed! {
    /// What is done with an appeal; which of them a state allows stands in `rules/appeal/step.rs`.
    Action {
        /// 补充或修改
        Amend = "amend",
        /// 退回板块
        SendBack = "send_back",
        /// 例外交办
        Admit = "admit",
        /// 起草函件
        Draft = "draft",
        /// 发函
        Dispatch = "dispatch",
        /// 登记答复
        Reply = "reply",
        /// 登记延期
        Extend = "extend",
        /// 登记退单
        Return = "return",
        /// 催办
        Remind = "remind",
        /// 登记成效
        Conclude = "conclude",
        /// 成效改为办理中
        Suspend = "suspend",
        /// 提交点评会
        Escalate = "escalate",
        /// 办结
        Close = "close",
        /// 重开
        Reopen = "reopen",
        /// 撤回
        Withdraw = "withdraw",
        /// 终止: its project leaves
        Terminate = "terminate",
        /// 登记回访
        Rate = "rate",
    }
}

/// A kind of appeal (诉求类别); offices can add their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    pub id: i64,
    pub key: String,
    pub name: String,
    pub english: String,
    pub aliases: Vec<String>,
    /// Keys of the departments that handle it; none: any department may.
    pub departments: Vec<String>,
    /// Which departments handle it goes beyond the source (示例).
    pub example: bool,
}

/// A round (批次) of appeals: the month it is for, and the day of its meeting where it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Round {
    pub month: Month,
    pub meeting: Option<Day>,
}

/// The words of an appeal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appeal {
    /// 0 until it is on record.
    pub id: i64,
    /// `SQ2020-0001`, stable and never reused.
    pub code: String,
    pub project: i64,
    pub round: Month,
    pub background: Option<String>,
    pub problem: Option<String>,
    pub purpose: Option<String>,
    /// 对象部门 as written.
    pub target: Option<String>,
    pub suggestion: Option<String>,
    /// Ids of the departments the target names, the lead first.
    pub departments: Vec<i64>,
    /// Id of the category.
    pub category: Option<i64>,
    pub raised_by: Option<String>,
    pub raised_on: Option<Day>,
    pub urgent: bool,
    /// What is at stake.
    pub amount: Option<Usd>,
    /// What the five tests said of these words.
    pub findings: Vec<Finding>,
}

impl Appeal {
    /// One of the five fields.
    pub fn text(&self, field: AppealField) -> Option<&str> {
        let text = match field {
            AppealField::Background => &self.background,
            AppealField::Problem => &self.problem,
            AppealField::Purpose => &self.purpose,
            AppealField::Target => &self.target,
            AppealField::Suggestion => &self.suggestion,
        };
        text.as_deref()
    }

    /// Sets one of the five fields.
    pub fn set_text(&mut self, field: AppealField, text: Option<String>) {
        let place = match field {
            AppealField::Background => &mut self.background,
            AppealField::Problem => &mut self.problem,
            AppealField::Purpose => &mut self.purpose,
            AppealField::Target => &mut self.target,
            AppealField::Suggestion => &mut self.suggestion,
        };
        *place = text;
    }
}

/// Something that happened to an appeal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Order of the record within the appeal: `appeal * 1000 + place`; 0 until it is on record.
    pub id: i64,
    pub appeal: i64,
    /// 发生日
    pub day: Day,
    pub deed: Deed,
    /// The state it leads to, if it leads to one.
    pub state: Option<AppealState>,
    /// Who answered, called or decided.
    pub person: Option<String>,
    /// Opinion or reason.
    pub note: Option<String>,
    /// The limit it broke (逾期申请, 超时退单, 逾期答复).
    pub finding: Option<Finding>,
    /// Reason and approver of an exception.
    pub overridden: Option<(String, String)>,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// 登记
    Logged,
    /// 补充或修改
    Amended,
    /// 退回补充
    SentBack,
    /// 例外交办: ready although it fails a test
    Admitted,
    /// 交办 to the department of a dispatch
    Dispatched { dispatch: i64 },
    /// 答复
    Replied { dispatch: i64, kind: ReplyKind },
    /// 延期
    Extended { dispatch: i64, until: Day },
    /// 退单, to another department or to the bureau
    Returned { dispatch: i64, to: Option<i64> },
    /// 催办、督办、通报
    Reminded { dispatch: i64, level: ReminderLevel },
    /// 成效
    Outcome(AppealOutcome),
    /// 办结
    Closed,
    /// 重开
    Reopened,
    /// 撤回
    Withdrawn,
    /// 终止
    Terminated,
    /// 回访
    Rated(Satisfaction),
}

keyed! {
    /// The kinds of [`Deed`], as pages and the database name them.
    DeedKind {
        Logged = "logged",
        Amended = "amended",
        SentBack = "sent_back",
        Admitted = "admitted",
        Dispatched = "dispatched",
        Replied = "replied",
        Extended = "extended",
        Returned = "returned",
        Reminded = "reminded",
        Outcome = "outcome",
        Closed = "closed",
        Reopened = "reopened",
        Withdrawn = "withdrawn",
        Terminated = "terminated",
        Rated = "satisfaction",
    }
}

impl Deed {
    pub const fn kind(self) -> DeedKind {
        match self {
            Deed::Logged => DeedKind::Logged,
            Deed::Amended => DeedKind::Amended,
            Deed::SentBack => DeedKind::SentBack,
            Deed::Admitted => DeedKind::Admitted,
            Deed::Dispatched { .. } => DeedKind::Dispatched,
            Deed::Replied { .. } => DeedKind::Replied,
            Deed::Extended { .. } => DeedKind::Extended,
            Deed::Returned { .. } => DeedKind::Returned,
            Deed::Reminded { .. } => DeedKind::Reminded,
            Deed::Outcome(_) => DeedKind::Outcome,
            Deed::Closed => DeedKind::Closed,
            Deed::Reopened => DeedKind::Reopened,
            Deed::Withdrawn => DeedKind::Withdrawn,
            Deed::Terminated => DeedKind::Terminated,
            Deed::Rated(_) => DeedKind::Rated,
        }
    }

    /// The dispatch it is about.
    pub const fn dispatch(self) -> Option<i64> {
        match self {
            Deed::Dispatched { dispatch }
            | Deed::Replied { dispatch, .. }
            | Deed::Extended { dispatch, .. }
            | Deed::Returned { dispatch, .. }
            | Deed::Reminded { dispatch, .. } => Some(dispatch),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::AppealOutcome::{self, *};

    #[test]
    fn a_project_has_the_first_outcome_that_any_of_its_appeals_has() {
        let cases: [(&[AppealOutcome], Option<AppealOutcome>); 9] = [
            (&[], None),
            (&[Solved], Some(Solved)),
            (&[Solved, Path], Some(Path)),
            (&[Path, Plan, Solved], Some(Plan)),
            (&[Plan, Higher], Some(Higher)),
            (&[Higher, Refused], Some(Refused)),
            (&[Refused, Pending, Solved], Some(Pending)),
            (&[Pending, Escalated], Some(Escalated)),
            (&[Solved, Path, Plan, Higher, Refused, Pending, Escalated], Some(Escalated)),
        ];
        for (appeals, project) in cases {
            assert_eq!(AppealOutcome::of_project(appeals.iter().copied()), project, "{appeals:?}");
        }
    }
}
