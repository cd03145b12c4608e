//! Words of the stages (推进阶段) and the groups they are counted in.

use super::text::Words;
use crate::model::stage::{Stage, StageGroup};

pub fn stage(stage: Stage) -> Words {
    match stage {
        Stage::Negotiating => ("在谈", "In negotiation"),
        Stage::Signed => ("签约未设立", "Signed (not registered)"),
        Stage::Registered => ("登记设立", "Registered"),
        Stage::Started => ("开工建设", "Under construction"),
        Stage::Completed => ("竣工", "Completed"),
        Stage::Production => ("投产", "In production"),
    }
}

pub fn group(group: StageGroup) -> Words {
    match group {
        StageGroup::Negotiating => ("在谈", "In negotiation"),
        StageGroup::Signed => ("签约（未设立）", "Signed (not registered)"),
        StageGroup::Established => ("已登记设立", "Registered and beyond"),
    }
}
