//! Names of the fields and of the quantities of money: what forms, columns and exports print.

use super::text::{Pair, Words};
use super::work;
use crate::model::field::{Field, Quantity};
use crate::model::stage::Stage;

pub fn quantity(quantity: Quantity) -> Words {
    match quantity {
        Quantity::Total => ("投资总额", "Total investment"),
        Quantity::PlannedFdi => ("拟新增注册外资", "Planned new FDI"),
        Quantity::RegisteredFdi => ("已登记新增注册外资", "Registered new FDI"),
        Quantity::Capital => ("注册资本", "Registered capital"),
        Quantity::Contract => ("合同外资", "Contracted FDI"),
        Quantity::PaidIn => ("实际到账外资（历年累计）", "Paid-in FDI (all years)"),
        Quantity::Invested => ("累计完成投资", "Completed investment"),
    }
}

pub fn field(field: Field) -> Pair {
    let (zh, en) = match field {
        Field::Serial => ("序号", "No."),
        Field::Code => ("项目编号", "Code"),
        Field::Name => ("项目名称", "Name"),
        Field::Investor => ("外方投资者", "Foreign investor"),
        Field::Parent => ("外方母公司", "Foreign parent"),
        Field::Origin => ("国别（地区）", "Origin"),
        Field::District => ("板块", "District"),
        Field::Industry => ("行业", "Industry"),
        Field::Money(of) => quantity(of),
        Field::Stage => ("推进阶段", "Stage"),
        Field::StageDate(stage) => stage_date(stage),
        Field::Work(item, timing) => {
            let ((zh, en), (when_zh, when_en)) = (work::item(item), work::timing(timing));
            return (format!("{zh}（{when_zh}）"), format!("{en} ({})", when_en.to_lowercase()));
        }
        Field::Basis => ("入库依据", "Entry basis"),
        Field::Leader => ("挂钩领导", "Linked leader"),
        Field::Responsible => ("责任单位", "Responsible body"),
        Field::Tracker => ("跟踪人", "Tracker"),
        Field::Expansion => ("增资", "Capital increase"),
        Field::Confidential => ("内部掌握", "Confidential"),
        Field::Remarks => ("备注", "Remarks"),
        Field::ReportMonth => ("报告月份", "Report month"),
        Field::Progress => ("进展情况", "Progress"),
        Field::Problem => ("存在问题", "Problem"),
    };
    (zh.to_owned(), en.to_owned())
}

fn stage_date(stage: Stage) -> Words {
    match stage {
        Stage::Negotiating => ("在谈时间", "In negotiation since"),
        Stage::Signed => ("签约时间", "Signed on"),
        Stage::Registered => ("设立时间", "Registered on"),
        Stage::Started => ("开工时间", "Construction started on"),
        Stage::Completed => ("竣工时间", "Completed on"),
        Stage::Production => ("投产时间", "Production started on"),
    }
}
