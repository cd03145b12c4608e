//! Texts of official papers (公文模板): which there are, and the fields each may use. The texts
//! themselves are files an office may replace; their shipped form is in `format/templates`.

mod meeting;

use super::blank::Blank;

keyed! {
    /// One template.
    TextKind {
        /// 函: the letter to a department.
        Letter = "letter",
        /// 会议通知
        Notice = "notice",
        /// 主持人简报
        Brief = "brief",
        /// 部门诉求清单
        DepartmentAppeals = "department_appeals",
        /// 板块汇报
        DistrictReport = "district_report",
        /// 项目卡片
        Card = "card",
        /// 会议纪要
        Minutes = "minutes",
        /// 任务单
        TaskSheet = "task_sheet",
    }
}

/// A field of a template, and what stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    pub blank: Blank,
    pub shape: Shape,
}

/// What stands in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A value within a sentence.
    Value,
    /// Items to go through one by one, each with fields of its own.
    List(&'static [Slot]),
    /// A table across the sheet; stands alone on its line.
    Table,
    /// A frame of labels and values; stands alone on its line.
    Grid,
}

/// A field that holds a value.
pub const fn value(blank: Blank) -> Slot {
    Slot { blank, shape: Shape::Value }
}

/// A field that holds items.
pub const fn items(blank: Blank, fields: &'static [Slot]) -> Slot {
    Slot { blank, shape: Shape::List(fields) }
}

impl TextKind {
    /// The fields its template may use: a paper of this kind fills in every one, with nothing where
    /// nothing is known.
    pub const fn slots(self) -> &'static [Slot] {
        match self {
            TextKind::Letter => LETTER,
            TextKind::Notice => meeting::NOTICE,
            TextKind::Brief => meeting::BRIEF,
            TextKind::DepartmentAppeals => meeting::DEPARTMENT_APPEALS,
            TextKind::DistrictReport => meeting::DISTRICT_REPORT,
            TextKind::Card => meeting::CARD,
            TextKind::Minutes => meeting::MINUTES,
            TextKind::TaskSheet => meeting::TASK_SHEET,
        }
    }
}

/// What every paper of the office says of itself.
const LETTER: &[Slot] = &[
    value(Blank::Addressee),
    value(Blank::Office),
    value(Blank::Signature),
    value(Blank::Contact),
    value(Blank::Phone),
    value(Blank::Dated),
    value(Blank::LetterNumber),
    value(Blank::LetterCode),
    value(Blank::Round),
    value(Blank::MeetingName),
    value(Blank::MeetingDay),
    value(Blank::AppealCount),
    value(Blank::ProjectCount),
    value(Blank::LeadCount),
    value(Blank::AssistCount),
    value(Blank::ReplyDue),
    value(Blank::GovernedBy),
    value(Blank::Provisional),
    value(Blank::Attachment),
    items(Blank::AppealList, LETTER_APPEAL),
];

const LETTER_APPEAL: &[Slot] = &[
    value(Blank::Number),
    value(Blank::AppealCode),
    value(Blank::ProjectName),
    value(Blank::District),
    value(Blank::Investors),
    value(Blank::Category),
    value(Blank::Urgency),
    value(Blank::Background),
    value(Blank::Problem),
    value(Blank::Purpose),
    value(Blank::Targets),
    value(Blank::Suggestion),
    value(Blank::Role),
    value(Blank::LeadDepartment),
    value(Blank::AssistDepartments),
    value(Blank::ReplyDue),
    value(Blank::GovernedBy),
    value(Blank::Provisional),
];
