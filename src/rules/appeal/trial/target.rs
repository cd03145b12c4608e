//! It names departments, and each name is one of ours.

use crate::model::finding::{Finding, RuleVersion, Seen};
use crate::rules::appeal::Facts;
use crate::rules::weigh;

pub fn judge(version: &RuleVersion, facts: &Facts<'_>) -> Finding {
    let known: Vec<String> = facts.named.iter().map(|named| named.short.clone()).collect();
    let unknown = facts.unknown.to_vec();
    let holds = !known.is_empty() && unknown.is_empty();
    weigh(version, holds, Seen::Named { known, unknown })
}
