//! The one table of a project's fields: key, type and the stage from which each is expected. It
//! drives CSV heads, JSON keys, forms, columns and the documentation.

use super::stage::Stage;
use super::work::{Timing, WorkItem};

keyed! {
    /// The money quantities that are never merged (MECHANISM §5), all in US dollars.
    Quantity {
        /// 投资总额
        Total = "total",
        /// 拟新增注册外资 (planned, from signing)
        PlannedFdi = "planned_fdi",
        /// 已登记新增注册外资
        RegisteredFdi = "registered_fdi",
        /// 注册资本 of the firm
        Capital = "capital",
        /// 合同外资
        Contract = "contract",
        /// 实际到账外资, cumulative over all years (历年累计)
        PaidIn = "paid_in",
        /// 累计完成投资
        Invested = "invested",
    }
}

/// A field of a project or of its monthly report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// 序号: only in files, carries nothing.
    Serial,
    /// 项目编号
    Code,
    /// 项目名称
    Name,
    /// 外方投资者, several joined by `、`
    Investor,
    /// 外方母公司
    Parent,
    /// 国别（地区）
    Origin,
    /// 板块
    District,
    /// 行业
    Industry,
    Money(Quantity),
    /// 推进阶段
    Stage,
    /// The day a stage was reached (签约时间, 设立时间 …).
    StageDate(Stage),
    /// A date of a work item.
    Work(WorkItem, Timing),
    /// 入库依据
    Basis,
    /// 挂钩领导
    Leader,
    /// 责任单位
    Responsible,
    /// 跟踪人
    Tracker,
    /// 增资
    Expansion,
    /// 内部掌握
    Confidential,
    /// 备注
    Remarks,
    /// 报告月份
    ReportMonth,
    /// 进展情况, of a month's report
    Progress,
    /// 存在问题, of a month's report
    Problem,
}

/// What a field holds, which decides how its cells are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldType {
    Nothing,
    Code,
    Text,
    Money,
    Date,
    Month,
    Stage,
    Basis,
    Origin,
    District,
    Flag,
}

/// Stages whose date is a field of its own; 在谈 has none.
pub const DATED_STAGES: [Stage; 5] =
    [Stage::Signed, Stage::Registered, Stage::Started, Stage::Completed, Stage::Production];

const SINGLE: [Field; 11] = [
    Field::Basis,
    Field::Leader,
    Field::Responsible,
    Field::Tracker,
    Field::Expansion,
    Field::Confidential,
    Field::Remarks,
    Field::ReportMonth,
    Field::Progress,
    Field::Problem,
    Field::Serial,
];

impl Field {
    /// Every field, in the order forms and exports print them.
    pub fn all() -> impl Iterator<Item = Field> {
        let head = [
            Field::Code,
            Field::Name,
            Field::Investor,
            Field::Parent,
            Field::Origin,
            Field::District,
            Field::Industry,
        ];
        let money = Quantity::ALL.iter().map(|quantity| Field::Money(*quantity));
        let dates = DATED_STAGES.iter().map(|stage| Field::StageDate(*stage));
        let work = WorkItem::ALL
            .iter()
            .flat_map(|item| Timing::ALL.iter().map(|timing| Field::Work(*item, *timing)));
        head.into_iter().chain(money).chain([Field::Stage]).chain(dates).chain(work).chain(SINGLE)
    }

    /// The stable English key, e.g. `paid_in`, `stage_signed`, `environment_planned`.
    pub fn key(self) -> String {
        let single = match self {
            Field::Money(quantity) => quantity.key(),
            Field::StageDate(stage) => return format!("stage_{}", stage.key()),
            Field::Work(item, timing) => return format!("{}_{}", item.key(), timing.key()),
            Field::Serial => "serial",
            Field::Code => "code",
            Field::Name => "name",
            Field::Investor => "investor",
            Field::Parent => "parent",
            Field::Origin => "origin",
            Field::District => "district",
            Field::Industry => "industry",
            Field::Stage => "stage",
            Field::Basis => "basis",
            Field::Leader => "leader",
            Field::Responsible => "responsible",
            Field::Tracker => "tracker",
            Field::Expansion => "expansion",
            Field::Confidential => "confidential",
            Field::Remarks => "remarks",
            Field::ReportMonth => "report_month",
            Field::Progress => "progress",
            Field::Problem => "problem",
        };
        single.to_owned()
    }

    /// The field of a key.
    pub fn from_key(key: &str) -> Option<Field> {
        Field::all().find(|field| field.key() == key)
    }

    pub const fn kind(self) -> FieldType {
        match self {
            Field::Serial => FieldType::Nothing,
            Field::Code => FieldType::Code,
            Field::Money(_) => FieldType::Money,
            Field::StageDate(_) | Field::Work(..) => FieldType::Date,
            Field::ReportMonth => FieldType::Month,
            Field::Stage => FieldType::Stage,
            Field::Basis => FieldType::Basis,
            Field::Origin => FieldType::Origin,
            Field::District => FieldType::District,
            Field::Expansion | Field::Confidential => FieldType::Flag,
            _ => FieldType::Text,
        }
    }

    /// From which stage on the field is expected to be filled; `None`: never required.
    pub const fn expected_from(self) -> Option<Stage> {
        match self {
            Field::Name
            | Field::Investor
            | Field::Origin
            | Field::District
            | Field::Industry
            | Field::Money(Quantity::Total)
            | Field::Stage
            | Field::Basis => Some(Stage::Negotiating),
            Field::Money(Quantity::PlannedFdi) | Field::StageDate(Stage::Signed) => {
                Some(Stage::Signed)
            }
            Field::Money(Quantity::RegisteredFdi) | Field::StageDate(Stage::Registered) => {
                Some(Stage::Registered)
            }
            Field::Money(Quantity::PaidIn | Quantity::Invested)
            | Field::StageDate(Stage::Started) => Some(Stage::Started),
            Field::StageDate(Stage::Completed) => Some(Stage::Completed),
            Field::StageDate(Stage::Production) => Some(Stage::Production),
            _ => None,
        }
    }
}

impl serde::Serialize for Field {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.key())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_a_key_of_its_own_and_is_found_by_it() {
        for field in Field::all() {
            assert_eq!(Field::from_key(&field.key()), Some(field));
        }
    }
}
