//! Words of the work items (推进事项) and their two dates.

use super::text::Words;
use crate::model::work::{Timing, WorkItem};

pub fn item(item: WorkItem) -> Words {
    match item {
        WorkItem::Terms => ("商务条件谈判", "Commercial terms"),
        WorkItem::LandQuota => ("土地和规划指标", "Land and planning quota"),
        WorkItem::PermitPreparation => ("报批报建准备", "Permit preparation"),
        WorkItem::Environment => ("环评", "Environmental assessment"),
        WorkItem::Safety => ("安评", "Safety assessment"),
        WorkItem::LandSupply => ("土地供应", "Land supply"),
        WorkItem::Construction => ("建设施工", "Construction"),
        WorkItem::Installation => ("设备安装", "Equipment installation"),
        WorkItem::Licence => ("行业准入许可", "Industry licence"),
    }
}

pub fn timing(timing: Timing) -> Words {
    match timing {
        Timing::Planned => ("计划", "Planned"),
        Timing::Actual => ("实际", "Actual"),
    }
}
