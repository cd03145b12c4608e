//! The fields of the papers of a meeting.

use super::{Shape, Slot, items, value};
use crate::model::blank::Blank;

/// The fields of a paper: what every one says of the meeting and of the office, then its own.
macro_rules! paper {
    ($($own:expr),* $(,)?) => {
        &[
            value(Blank::MeetingName),
            value(Blank::MeetingMonth),
            value(Blank::MeetingCode),
            value(Blank::MeetingDay),
            value(Blank::MeetingTime),
            value(Blank::MeetingPlace),
            value(Blank::City),
            value(Blank::Office),
            value(Blank::Signature),
            value(Blank::Dated),
            value(Blank::Contact),
            value(Blank::Phone),
            value(Blank::AsOf),
            $($own),*
        ]
    };
}

pub const NOTICE: &[Slot] = paper![
    value(Blank::Chair),
    value(Blank::ItemCount),
    items(Blank::Topics, TOPIC),
    value(Blank::DistrictCount),
    value(Blank::DistrictsAttending),
    value(Blank::DepartmentCount),
    value(Blank::DepartmentsAttending),
    value(Blank::AppealCount),
    value(Blank::ProjectCount),
];

pub const BRIEF: &[Slot] = paper![
    value(Blank::ItemCount),
    items(Blank::Topics, TOPIC),
    value(Blank::ProjectTotal),
    value(Blank::TotalInvestment),
    value(Blank::NewFdi),
    value(Blank::PaidIn),
    value(Blank::MeanInvestment),
    value(Blank::LargeProjects),
    items(Blank::Stages, STAGE),
    items(Blank::Origins, ORIGIN),
    value(Blank::AppealCount),
    value(Blank::ProjectCount),
    value(Blank::DepartmentCount),
    value(Blank::Dispatches),
    value(Blank::Answered),
    value(Blank::AnsweredOnTime),
    value(Blank::Unanswered),
    items(Blank::Outcomes, OUTCOME),
    value(Blank::EscalatedProjects),
    value(Blank::ReadyProjects),
    value(Blank::TaskTotal),
    value(Blank::TasksDone),
    value(Blank::TasksOverdue),
    value(Blank::LastMeeting),
    value(Blank::Entered),
    value(Blank::Left),
    value(Blank::Advanced),
    value(Blank::Stalled),
];

pub const DEPARTMENT_APPEALS: &[Slot] = paper![
    value(Blank::Addressee),
    value(Blank::AppealCount),
    value(Blank::LeadCount),
    value(Blank::AssistCount),
    items(Blank::AppealList, DEPARTMENT_APPEAL),
];

const DEPARTMENT_APPEAL: &[Slot] = &[
    value(Blank::Number),
    value(Blank::AppealCode),
    value(Blank::ProjectName),
    Slot { blank: Blank::AppealFrame, shape: Shape::Grid },
];

pub const DISTRICT_REPORT: &[Slot] = paper![
    value(Blank::District),
    Slot { blank: Blank::Facts, shape: Shape::Grid },
    Slot { blank: Blank::StageTable, shape: Shape::Table },
    value(Blank::LargeCount),
    value(Blank::LargeShown),
    Slot { blank: Blank::LargeTable, shape: Shape::Table },
];

pub const CARD: &[Slot] = paper![
    value(Blank::ProjectName),
    value(Blank::ProjectCode),
    Slot { blank: Blank::Facts, shape: Shape::Grid },
    Slot { blank: Blank::Amounts, shape: Shape::Table },
    Slot { blank: Blank::StageLine, shape: Shape::Table },
    Slot { blank: Blank::WorkItems, shape: Shape::Table },
    Slot { blank: Blank::AppealList, shape: Shape::Table },
    Slot { blank: Blank::Decisions, shape: Shape::Table },
];

pub const MINUTES: &[Slot] = paper![
    value(Blank::Chair),
    value(Blank::ItemCount),
    value(Blank::DecisionCount),
    items(Blank::Decisions, DECISION),
    value(Blank::SettledCount),
    Slot { blank: Blank::SettledList, shape: Shape::Table },
    value(Blank::Present),
    value(Blank::Observing),
    value(Blank::Absent),
    value(Blank::AppealCount),
    value(Blank::ProjectCount),
    items(Blank::Outcomes, OUTCOME),
];

pub const TASK_SHEET: &[Slot] =
    paper![value(Blank::Addressee), value(Blank::DecisionCount), items(Blank::Decisions, TASK),];

const TOPIC: &[Slot] = &[value(Blank::Number), value(Blank::Topic), value(Blank::ItemCount)];

const STAGE: &[Slot] = &[value(Blank::StageName), value(Blank::Portion)];

const ORIGIN: &[Slot] = &[value(Blank::OriginName), value(Blank::Portion)];

const OUTCOME: &[Slot] =
    &[value(Blank::OutcomeName), value(Blank::AppealPortion), value(Blank::ProjectPortion)];

const DECISION: &[Slot] = &[
    value(Blank::Number),
    value(Blank::TaskCode),
    value(Blank::TaskText),
    value(Blank::Responsible),
    value(Blank::TaskDue),
    value(Blank::ProjectName),
    value(Blank::AppealCode),
    value(Blank::Leader),
];

const TASK: &[Slot] = &[
    value(Blank::Number),
    value(Blank::TaskCode),
    value(Blank::TaskText),
    value(Blank::Role),
    value(Blank::Responsible),
    value(Blank::TaskDue),
    value(Blank::ProjectName),
    value(Blank::AppealCode),
    value(Blank::Leader),
];
