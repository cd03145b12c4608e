//! Words of the commands that change the library, as the log names them.

use super::text::Words;
use crate::model::command::CommandName;

pub fn name(name: CommandName) -> Words {
    match name {
        CommandName::Init => ("建库", "Library created"),
        CommandName::Upgrade => ("升级项目库", "Library upgraded"),
        CommandName::DistrictSet => ("登记板块", "District recorded"),
        CommandName::DistrictLearn => ("登记报送表头", "Sender's headings recorded"),
        CommandName::DepartmentSet => ("登记部门", "Department recorded"),
        CommandName::ContactImport => ("登记联系人名单", "Contacts imported"),
        CommandName::ContactSet => ("登记联系人", "Contact recorded"),
        CommandName::RateSet => ("登记折算率", "Exchange rate recorded"),
        CommandName::Add => ("项目入库", "Project entered"),
        CommandName::Update => ("更新项目", "Project updated"),
        CommandName::Rename => ("项目更名", "Project renamed"),
        CommandName::Merge => ("项目并入", "Project merged"),
        CommandName::Split => ("项目拆分", "Project split"),
        CommandName::Remove => ("项目出库", "Project left"),
        CommandName::Readmit => ("项目再入库", "Project readmitted"),
        CommandName::ScreenAdmit => ("甄别同意", "Application granted"),
        CommandName::ScreenReturn => ("甄别退回", "Application returned"),
        CommandName::RulesSet => ("调整标准", "Standard changed"),
        CommandName::RulesExcuse => ("登记正当理由", "Excuse recorded"),
        CommandName::Import => ("登记报表", "Reports imported"),
        CommandName::ReportsNil => ("登记零报告", "Nil report recorded"),
        CommandName::AppealLog => ("登记诉求", "Appeals logged"),
        CommandName::AppealTake => ("采用诉求线索", "Draft appeal taken"),
        CommandName::AppealSendBack => ("退回诉求", "Appeal sent back"),
        CommandName::AppealReply => ("登记答复", "Replies recorded"),
        CommandName::AppealOutcome => ("登记成效", "Outcomes recorded"),
        CommandName::AppealExtend => ("登记延期", "Extension recorded"),
        CommandName::AppealReturn => ("登记退单", "Return by a department recorded"),
        CommandName::AppealEscalate => ("提交点评会", "Appeal escalated"),
        CommandName::AppealClose => ("诉求办结", "Appeal closed"),
        CommandName::AppealReopen => ("诉求重开", "Appeal reopened"),
        CommandName::AppealWithdraw => ("诉求撤回", "Appeal withdrawn"),
        CommandName::AppealSatisfaction => ("登记回访", "Satisfaction recorded"),
        CommandName::AppealRemind => ("催办", "Departments reminded"),
        CommandName::LetterDraft => ("起草函件", "Letters drafted"),
        CommandName::LetterSent => ("登记发函", "Letter sent"),
        CommandName::CalendarImport => ("登记工作日历", "Working days recorded"),
        CommandName::CategorySet => ("登记诉求类别", "Category recorded"),
        CommandName::Undo => ("撤销", "Undo"),
        CommandName::Redo => ("恢复", "Redo"),
    }
}
