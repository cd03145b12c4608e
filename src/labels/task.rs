//! Words of tasks: decisions and written instructions.

use super::text::Words;
use crate::model::ledger::DecisionColumn;
use crate::model::task::{StepKind, TaskField, TaskSource, TaskState};

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

pub fn field(field: TaskField) -> Words {
    match field {
        TaskField::Text => ("事项内容", "text"),
        TaskField::Districts => ("责任板块", "districts responsible"),
        TaskField::Departments => ("责任部门", "departments responsible"),
        TaskField::Due => ("完成时限", "due day"),
        TaskField::Leader => ("领导", "leader"),
        TaskField::Project => ("关联项目", "project"),
        TaskField::Appeal => ("关联诉求", "appeal"),
    }
}

pub fn decision_column(column: DecisionColumn) -> Words {
    match column {
        DecisionColumn::Serial => ("序号", "No."),
        DecisionColumn::Item => ("议题类别", "Kind of item"),
        DecisionColumn::Subject => ("编号", "Code"),
        DecisionColumn::Name => ("名称", "Name"),
        DecisionColumn::Matter => ("议题", "Matter"),
        DecisionColumn::Decision => ("议定事项", "Decided"),
        DecisionColumn::Districts => ("责任板块", "District responsible"),
        DecisionColumn::Departments => ("责任部门", "Department responsible"),
        DecisionColumn::Due => ("完成时限", "Due"),
        DecisionColumn::Leader => ("议定领导", "Leader"),
        DecisionColumn::Task => ("事项编号", "Task"),
        DecisionColumn::Meeting => ("会议", "Meeting"),
    }
}
