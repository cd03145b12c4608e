//! Words of tasks: decisions and written instructions.

use super::text::Words;
use crate::model::task::{StepKind, TaskSource, TaskState};

pub fn source(source: TaskSource) -> Words {
    match source {
        TaskSource::Instruction => ("批示", "Written instruction"),
        TaskSource::Supervision => ("督办会", "Supervision meeting"),
        TaskSource::Review => ("点评会", "Review meeting"),
    }
}

pub fn step(step: StepKind) -> Words {
    match step {
        StepKind::Progress => ("进展", "Progress"),
        StepKind::Done => ("完成", "Done"),
    }
}

pub fn state(state: TaskState) -> Words {
    match state {
        TaskState::Open => ("未完成", "Open"),
        TaskState::Overdue => ("逾期未完成", "Overdue"),
        TaskState::Done => ("已完成", "Done"),
    }
}
