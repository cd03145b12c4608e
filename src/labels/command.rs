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
        CommandName::Undo => ("撤销", "Undo"),
        CommandName::Redo => ("恢复", "Redo"),
    }
}
