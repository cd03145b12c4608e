//! Tasks: decisions of meetings (议定事项) and written instructions (批示), followed until done.

use super::Day;

keyed! {
    /// Where a task comes from.
    TaskSource {
        /// 批示: a leader's written instruction, without a meeting.
        Instruction = "instruction",
        /// 督办会
        Supervision = "supervision",
        /// 点评会
        Review = "review",
    }
}

keyed! {
    /// What was done about a task.
    StepKind {
        /// 进展
        Progress = "progress",
        /// 办结
        Done = "done",
    }
}

keyed! {
    /// How far a task has come by a day.
    TaskState {
        /// 未完成, and not past its due day or without one
        Open = "open",
        /// 逾期未完成: its due day lies before the day
        Overdue = "overdue",
        /// 已完成
        Done = "done",
    }
}

keyed! {
    /// What can be set right of a task.
    TaskField {
        /// 事项
        Text = "text",
        /// 责任板块
        Districts = "districts",
        /// 责任部门
        Departments = "departments",
        /// 完成时限
        Due = "due",
        /// 领导
        Leader = "leader",
        /// 关联项目
        Project = "project",
        /// 关联诉求
        Appeal = "appeal",
    }
}

/// A decision or an instruction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    pub id: i64,
    /// `RW2020-0001`
    pub code: String,
    pub source: TaskSource,
    /// Id of the meeting that decided it.
    pub meeting: Option<i64>,
    /// Who instructed or decided.
    pub leader: Option<String>,
    /// The day it was decided or written.
    pub day: Day,
    pub text: String,
    /// Ids of the districts responsible.
    pub districts: Vec<i64>,
    /// Ids of the departments responsible, the lead first.
    pub departments: Vec<i64>,
    /// As set; `None`: none was set.
    pub due: Option<Day>,
    /// Id of the project it is about.
    pub project: Option<i64>,
    /// Id of the appeal it is about.
    pub appeal: Option<i64>,
}

/// What was done about a task on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub task: i64,
    /// 发生日
    pub day: Day,
    pub kind: StepKind,
    pub note: Option<String>,
}
