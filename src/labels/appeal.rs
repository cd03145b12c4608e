//! Words of appeals (诉求), letters and what becomes of them.

use super::text::Words;
use crate::model::appeal::{
    Action, AppealField, AppealOutcome, AppealState, DeedKind, Satisfaction,
};
use crate::model::dispatch::{DispatchRole, DispatchState, Governed, ReminderLevel, ReplyKind};

pub fn field(field: AppealField) -> Words {
    match field {
        AppealField::Background => ("背景情况", "Background"),
        AppealField::Problem => ("问题症结", "Crux of the problem"),
        AppealField::Purpose => ("诉求目的", "Purpose"),
        AppealField::Target => ("对象部门", "Departments asked"),
        AppealField::Suggestion => ("解决建议", "Suggested solution"),
    }
}

pub fn state(state: AppealState) -> Words {
    match state {
        AppealState::Incomplete => ("待补充", "Incomplete"),
        AppealState::SentBack => ("退回补充", "Sent back"),
        AppealState::Ready => ("待交办", "Ready"),
        AppealState::Dispatched => ("办理中", "With departments"),
        AppealState::Closed => ("办结", "Closed"),
        AppealState::Withdrawn => ("撤回", "Withdrawn"),
        AppealState::Terminated => ("终止", "Terminated"),
    }
}

pub fn outcome(outcome: AppealOutcome) -> Words {
    match outcome {
        AppealOutcome::Escalated => ("提交点评会", "To the review meeting"),
        AppealOutcome::Pending => ("办理中", "Pending"),
        AppealOutcome::Refused => ("不予支持", "Not supported"),
        AppealOutcome::Higher => ("对上争取", "Sought higher up"),
        AppealOutcome::Plan => ("已有解决方案或政策意见", "Solution or policy opinion"),
        AppealOutcome::Path => ("已有明确办理途径", "Clear path"),
        AppealOutcome::Solved => ("已解决", "Solved"),
    }
}

pub fn satisfaction(satisfaction: Satisfaction) -> Words {
    match satisfaction {
        Satisfaction::Satisfied => ("满意", "Satisfied"),
        Satisfaction::Mostly => ("基本满意", "Mostly satisfied"),
        Satisfaction::Unsatisfied => ("不满意", "Unsatisfied"),
    }
}

pub fn role(role: DispatchRole) -> Words {
    match role {
        DispatchRole::Lead => ("主办", "Lead"),
        DispatchRole::Assist => ("协办", "Assisting"),
    }
}

pub fn dispatch(state: DispatchState) -> Words {
    match state {
        DispatchState::Open => ("待答复", "Awaiting reply"),
        DispatchState::Answered => ("已答复", "Answered"),
        DispatchState::Returned => ("已退单", "Returned"),
        DispatchState::Ended => ("已终止", "Ended"),
    }
}

pub fn governed(governed: Governed) -> Words {
    match governed {
        Governed::Limit => ("办理时限", "Time limit"),
        Governed::Meeting => ("会前时限", "Before the meeting"),
    }
}

pub fn reply(kind: ReplyKind) -> Words {
    match kind {
        ReplyKind::Final => ("答复", "Reply"),
        ReplyKind::Interim => ("阶段性答复", "Interim reply"),
    }
}

pub fn level(level: ReminderLevel) -> Words {
    match level {
        ReminderLevel::Remind => ("催办", "Reminder"),
        ReminderLevel::Supervise => ("督办", "Supervision"),
        ReminderLevel::Circular => ("通报", "Circular"),
    }
}

pub fn deed(kind: DeedKind) -> Words {
    match kind {
        DeedKind::Logged => ("登记", "Logged"),
        DeedKind::Amended => ("补充修改", "Amended"),
        DeedKind::SentBack => ("退回板块", "Sent back to the district"),
        DeedKind::Admitted => ("例外交办", "Admitted by exception"),
        DeedKind::Dispatched => ("交办", "Dispatched"),
        DeedKind::Replied => ("答复", "Replied"),
        DeedKind::Extended => ("延期", "Extended"),
        DeedKind::Returned => ("退单", "Returned by the department"),
        DeedKind::Reminded => ("催办", "Reminded"),
        DeedKind::Outcome => ("成效", "Outcome"),
        DeedKind::Closed => ("办结", "Closed"),
        DeedKind::Reopened => ("重开", "Reopened"),
        DeedKind::Withdrawn => ("撤回", "Withdrawn"),
        DeedKind::Terminated => ("终止", "Terminated"),
        DeedKind::Rated => ("回访", "Satisfaction call"),
    }
}

pub fn action(action: Action) -> Words {
    match action {
        Action::Amend => ("补充修改", "Amend"),
        Action::SendBack => ("退回板块", "Send back to the district"),
        Action::Admit => ("例外交办", "Admit by exception"),
        Action::Draft => ("起草函件", "Draft letters"),
        Action::Dispatch => ("发函", "Send the letter"),
        Action::Reply => ("登记答复", "Record a reply"),
        Action::Extend => ("登记延期", "Record an extension"),
        Action::Return => ("登记退单", "Record a return"),
        Action::Remind => ("催办", "Remind"),
        Action::Conclude => ("登记成效", "Set the outcome"),
        Action::Suspend => ("成效改为办理中", "Set the outcome to pending"),
        Action::Escalate => ("提交点评会", "Escalate"),
        Action::Close => ("办结", "Close"),
        Action::Reopen => ("重开", "Reopen"),
        Action::Withdraw => ("撤回", "Withdraw"),
        Action::Terminate => ("项目出库终止", "Terminate with its project"),
        Action::Rate => ("登记回访", "Record satisfaction"),
    }
}
