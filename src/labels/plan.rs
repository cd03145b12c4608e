//! Words of what a month asks.

use super::text::Words;
use crate::model::plan::{DueKind, PlanDuty, PlanState, PlanStep};

pub fn step(step: PlanStep) -> Words {
    match step {
        PlanStep::Forms => ("下发填报表", "Forms out"),
        PlanStep::ReportReminder => ("月报催报", "Reminder of reports"),
        PlanStep::Reports => ("月报报送截止", "Reports due"),
        PlanStep::Letters => ("函告有关部门", "Letters out"),
        PlanStep::ReplyReminder => ("答复催办", "Reminder of replies"),
        PlanStep::Replies => ("部门答复截止", "Replies due"),
        PlanStep::Ready => ("核查会前准备情况", "Readiness looked at"),
        PlanStep::Freeze => ("备齐材料、固定会前版", "Papers ready and frozen"),
        PlanStep::Meeting => ("召开会议", "Meeting"),
        PlanStep::Close => ("登记议定事项、会议办结", "Decisions recorded, meeting closed"),
    }
}

pub fn duty(duty: PlanDuty) -> Words {
    match duty {
        PlanDuty::Bureau => ("市商务局", "The bureau"),
        PlanDuty::Districts => ("各板块", "Districts"),
        PlanDuty::Departments => ("有关部门", "Departments"),
    }
}

pub fn state(state: PlanState) -> Words {
    match state {
        PlanState::Done => ("已完成", "Done"),
        PlanState::Open => ("待办", "To do"),
        PlanState::Late => ("逾期", "Late"),
        PlanState::Nothing => ("没有可办的", "Nothing to do"),
        PlanState::Untracked => ("不作记录", "Not recorded"),
    }
}

pub fn due(kind: DueKind) -> Words {
    match kind {
        DueKind::Step => ("工作安排", "Step"),
        DueKind::Report => ("月报", "Report"),
        DueKind::Dispatch => ("诉求答复", "Answer"),
        DueKind::Task => ("议定事项和批示", "Task"),
    }
}
