//! Words of the classes in which outcomes of appeals are counted.

use super::text::Words;
use crate::model::outcome::OutcomeGroup;

pub fn group(group: OutcomeGroup) -> Words {
    match group {
        OutcomeGroup::Solved => ("已解决或已有明确途径", "Solved or with a clear path"),
        OutcomeGroup::Planned => {
            ("方案、政策意见或对上争取", "Plan, policy opinion or sought higher up")
        }
        OutcomeGroup::Escalated => ("提交点评会", "To the review meeting"),
        OutcomeGroup::Rest => ("其余", "Remainder"),
    }
}
