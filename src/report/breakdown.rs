//! A breakdown (分项): the same projects counted by one of their properties, adding up by
//! construction.

use super::tally::Tally;
use crate::model::brief::Brief;
use crate::model::origin::OriginGroup;
use crate::model::stage::{Stage, StageGroup};
use std::collections::BTreeMap;

/// The rows of a table: each project is in exactly one of them, or in the remainder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breakdown<K> {
    pub rows: Vec<(K, Tally)>,
    /// Projects whose property is not known (未明确).
    pub remainder: Tally,
    pub whole: Tally,
}

/// Counts by a property with a fixed list of values; every value has a row, empty ones too.
pub fn by_known<K: Copy + PartialEq>(
    briefs: &[Brief],
    values: &[K],
    key: impl Fn(&Brief) -> Option<K>,
) -> Breakdown<K> {
    let mut rows: Vec<(K, Tally)> = values.iter().map(|value| (*value, Tally::default())).collect();
    let mut remainder = Tally::default();
    let mut whole = Tally::default();
    for brief in briefs {
        whole.add(brief);
        let found = key(brief);
        match rows.iter_mut().find(|(value, _)| Some(*value) == found) {
            Some((_, tally)) => tally.add(brief),
            None => remainder.add(brief),
        }
    }
    Breakdown { rows, remainder, whole }
}

/// Counts by a text (行业, 挂钩领导 …), most projects first, then by amount.
pub fn by_text(briefs: &[Brief], key: impl Fn(&Brief) -> Option<&str>) -> Breakdown<String> {
    let mut groups: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut remainder = Tally::default();
    let mut whole = Tally::default();
    for brief in briefs {
        whole.add(brief);
        match key(brief) {
            Some(text) => groups.entry(text).or_default().add(brief),
            None => remainder.add(brief),
        }
    }
    let mut rows: Vec<(String, Tally)> =
        groups.into_iter().map(|(text, tally)| (text.to_owned(), tally)).collect();
    rows.sort_by(|(a_text, a), (b_text, b)| {
        (b.projects, b.total, a_text).cmp(&(a.projects, a.total, b_text))
    });
    Breakdown { rows, remainder, whole }
}

/// 港台 / 欧美 / 日韩 / 其他.
pub fn by_origin(briefs: &[Brief]) -> Breakdown<OriginGroup> {
    by_known(briefs, OriginGroup::ALL, |brief| brief.group)
}

/// A group, its sum, and the stages it holds.
pub type StageRows = (StageGroup, Tally, Vec<(Stage, Tally)>);

/// The stages within their groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageTable {
    pub groups: Vec<StageRows>,
    pub whole: Tally,
}

/// 在谈 / 签约未设立 / 已登记设立, and what the last group holds.
pub fn by_stage(briefs: &[Brief]) -> StageTable {
    let stages = by_known(briefs, Stage::ALL, |brief| Some(brief.stage));
    let groups = StageGroup::ALL
        .iter()
        .map(|group| {
            let within: Vec<(Stage, Tally)> =
                stages.rows.iter().filter(|(stage, _)| stage.group() == *group).copied().collect();
            let mut sum = Tally::default();
            for (_, tally) in &within {
                sum.merge(tally);
            }
            (*group, sum, within)
        })
        .collect();
    StageTable { groups, whole: stages.whole }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tests_support::brief;
    use proptest::prelude::*;

    proptest! {
        /// Rows and remainder of every table add up to the whole.
        #[test]
        fn rows_add_up(projects in proptest::collection::vec(
            (0usize..6, 0usize..5, proptest::option::of(0i64..50_000_000_000), 0usize..4), 0..60)
        ) {
            let briefs: Vec<Brief> = projects
                .iter()
                .map(|(stage, group, total, industry)| brief(*stage, *group, *total, *industry))
                .collect();
            let whole: Tally = briefs.iter().collect();
            let sum = |rows: &mut dyn Iterator<Item = Tally>| {
                let mut sum = Tally::default();
                rows.for_each(|tally| sum.merge(&tally));
                sum
            };
            let origin = by_origin(&briefs);
            prop_assert_eq!(sum(&mut origin.rows.iter().map(|(_, t)| *t).chain([origin.remainder])), whole);
            let industry = by_text(&briefs, |b| b.industry.as_deref());
            prop_assert_eq!(sum(&mut industry.rows.iter().map(|(_, t)| *t).chain([industry.remainder])), whole);
            let stage = by_stage(&briefs);
            prop_assert_eq!(sum(&mut stage.groups.iter().map(|(_, t, _)| *t)), whole);
            prop_assert_eq!(stage.whole, whole);
        }
    }
}
