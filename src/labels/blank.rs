//! How the fields of a template are called. The Chinese name is the one a template uses.

use super::text::Words;
use crate::model::blank::Blank;

pub fn blank(blank: Blank) -> Words {
    match blank {
        Blank::Addressee => ("主送", "Addressee"),
        Blank::Office => ("发文机关", "Office"),
        Blank::Signature => ("署名", "Signature"),
        Blank::Contact => ("联系人", "Contact"),
        Blank::Phone => ("联系电话", "Phone"),
        Blank::Dated => ("成文日期", "Dated"),
        Blank::LetterNumber => ("发文字号", "Letter number"),
        Blank::LetterCode => ("函件编号", "Letter"),
        Blank::Round => ("批次月份", "Round"),
        Blank::MeetingName => ("会议名称", "Meeting"),
        Blank::MeetingDay => ("会议日期", "Day of the meeting"),
        Blank::AppealCount => ("诉求件数", "Appeals in the letter"),
        Blank::ProjectCount => ("项目个数", "Projects in the letter"),
        Blank::LeadCount => ("主办件数", "Appeals it leads"),
        Blank::AssistCount => ("协办件数", "Appeals it assists in"),
        Blank::ReplyDue => ("答复期限", "Reply due"),
        Blank::Attachment => ("附件", "Attachment"),
        Blank::AppealList => ("诉求清单", "Appeals"),
        Blank::Number => ("序号", "Number"),
        Blank::AppealCode => ("诉求编号", "Appeal"),
        Blank::ProjectName => ("项目名称", "Project"),
        Blank::District => ("板块", "District"),
        Blank::Investors => ("投资方", "Investors"),
        Blank::Category => ("诉求类别", "Category"),
        Blank::Urgency => ("紧急程度", "Urgency"),
        Blank::Background => ("背景情况", "Background"),
        Blank::Problem => ("问题症结", "What is in the way"),
        Blank::Purpose => ("诉求目的", "What is asked for"),
        Blank::Targets => ("对象部门", "Departments named"),
        Blank::Suggestion => ("解决建议", "Suggestion"),
        Blank::Role => ("办理角色", "Part"),
        Blank::LeadDepartment => ("主办部门", "Department that leads"),
        Blank::AssistDepartments => ("协办部门", "Departments that assist"),
        Blank::GovernedBy => ("期限依据", "Limit that governs"),
        Blank::Provisional => ("暂定", "Provisional"),
    }
}
