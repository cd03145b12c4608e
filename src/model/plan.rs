//! What a month asks and by when (常态化): the steps that lead up to its meetings.

keyed! {
    /// A step before or after a meeting, in the order in which they usually come.
    PlanStep {
        /// 下发填报表
        Forms = "forms",
        /// 月报催报
        ReportReminder = "report_reminder",
        /// 月报报送截止
        Reports = "reports",
        /// 函告部门
        Letters = "letters",
        /// 答复催办
        ReplyReminder = "reply_reminder",
        /// 部门答复截止
        Replies = "replies",
        /// 核查会前准备情况
        Ready = "ready",
        /// 固定会前版
        Freeze = "freeze",
        /// 会议
        Meeting = "meeting",
        /// 登记议定事项、会议办结
        Close = "close",
    }
}

keyed! {
    /// Who takes a step.
    PlanDuty {
        /// 市商务局
        Bureau = "bureau",
        /// 各板块
        Districts = "districts",
        /// 有关部门
        Departments = "departments",
    }
}

keyed! {
    /// How a step stands on record.
    PlanState {
        Done = "done",
        /// Its day has not passed.
        Open = "open",
        /// Its day has passed, and it is not done.
        Late = "late",
        /// Its day has come, and there is nothing to do (没有可办的).
        Nothing = "nothing",
        /// The library does not record it.
        Untracked = "untracked",
    }
}

keyed! {
    /// What is due.
    DueKind {
        /// A step of a month.
        Step = "step",
        /// 月报
        Report = "report",
        /// 诉求答复
        Dispatch = "dispatch",
        /// 议定事项或批示
        Task = "task",
    }
}

impl PlanStep {
    /// Who takes it.
    pub const fn duty(self) -> PlanDuty {
        match self {
            PlanStep::Reports => PlanDuty::Districts,
            PlanStep::Replies => PlanDuty::Departments,
            _ => PlanDuty::Bureau,
        }
    }
}
