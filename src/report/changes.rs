//! What changed between two states (变化情况): entered, left, advanced, fell back, stalled, amounts.

use crate::model::brief::Brief;
use crate::model::field::Quantity;
use crate::model::money::Usd;
use crate::model::stage::Stage;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A project as a line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub id: i64,
    pub code: String,
    pub name: String,
    pub district: i64,
    pub total: Option<Usd>,
    pub stage: Stage,
}

/// A project that moved from one stage to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    pub project: Line,
    pub from: Stage,
}

/// An amount that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmountChange {
    pub project: Line,
    pub quantity: Quantity,
    pub before: Option<Usd>,
    pub after: Option<Usd>,
}

/// Counts of a district, or of all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub before: u64,
    pub entered: u64,
    pub left: u64,
    pub after: u64,
    pub advanced: u64,
    pub fell_back: u64,
    pub stalled: u64,
    /// Projects of which any amount changed.
    pub amounts: u64,
    /// By how much the total investment of the state grew, entries and exits included.
    pub total: Usd,
    /// By how much the money paid in grew.
    pub paid_in: Usd,
}

/// Everything that changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    pub districts: BTreeMap<i64, Counts>,
    pub whole: Counts,
    pub entered: Vec<Line>,
    pub left: Vec<Line>,
    pub advanced: Vec<Move>,
    pub fell_back: Vec<Move>,
    pub stalled: Vec<Line>,
    pub amounts: Vec<AmountChange>,
}

impl Line {
    /// A project in the state of a narrow row.
    pub fn of(brief: &Brief) -> Line {
        Line {
            id: brief.id,
            code: brief.code.clone(),
            name: brief.name.clone(),
            district: brief.district,
            total: brief.amounts.get(Quantity::Total),
            stage: brief.stage,
        }
    }
}

/// Compares two states; `idle` are the projects on whose progress clock a warning stands in the
/// later one.
pub fn changes(before: &[Brief], after: &[Brief], idle: &HashSet<i64>) -> Changes {
    let earlier: HashMap<i64, &Brief> = before.iter().map(|brief| (brief.id, brief)).collect();
    let later: HashSet<i64> = after.iter().map(|brief| brief.id).collect();
    let mut changes = Changes::default();
    for brief in before {
        changes.count(brief.district, |counts| {
            counts.before += 1;
            counts.total = counts.total.minus(known(brief, Quantity::Total));
            counts.paid_in = counts.paid_in.minus(known(brief, Quantity::PaidIn));
        });
        if !later.contains(&brief.id) {
            changes.count(brief.district, |counts| counts.left += 1);
            changes.left.push(Line::of(brief));
        }
    }
    for brief in after {
        changes.count(brief.district, |counts| {
            counts.after += 1;
            counts.total = counts.total.plus(known(brief, Quantity::Total));
            counts.paid_in = counts.paid_in.plus(known(brief, Quantity::PaidIn));
        });
        match earlier.get(&brief.id) {
            None => {
                changes.count(brief.district, |counts| counts.entered += 1);
                changes.entered.push(Line::of(brief));
            }
            Some(was) => changes.compare(was, brief),
        }
        if idle.contains(&brief.id) {
            changes.count(brief.district, |counts| counts.stalled += 1);
            changes.stalled.push(Line::of(brief));
        }
    }
    changes
}

fn known(brief: &Brief, quantity: Quantity) -> Usd {
    brief.amounts.get(quantity).unwrap_or_default()
}

impl Changes {
    fn count(&mut self, district: i64, add: impl Fn(&mut Counts)) {
        add(self.districts.entry(district).or_default());
        add(&mut self.whole);
    }

    fn compare(&mut self, was: &Brief, is: &Brief) {
        let moved = || Move { project: Line::of(is), from: was.stage };
        if is.stage > was.stage {
            self.count(is.district, |counts| counts.advanced += 1);
            self.advanced.push(moved());
        } else if is.stage < was.stage {
            self.count(is.district, |counts| counts.fell_back += 1);
            self.fell_back.push(moved());
        }
        let changed = Quantity::ALL.iter().filter_map(|quantity| {
            let (before, after) = (was.amounts.get(*quantity), is.amounts.get(*quantity));
            let quantity = *quantity;
            (before != after).then(|| AmountChange {
                project: Line::of(is),
                quantity,
                before,
                after,
            })
        });
        let changed: Vec<AmountChange> = changed.collect();
        if !changed.is_empty() {
            self.count(is.district, |counts| counts.amounts += 1);
            self.amounts.extend(changed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tests_support::brief;
    use proptest::prelude::*;

    fn state(projects: &[(i64, usize, i64)]) -> Vec<Brief> {
        let one = |(id, stage, total): &(i64, usize, i64)| Brief {
            id: *id,
            district: id % 3,
            ..brief(*stage, 0, Some(*total), 0)
        };
        projects.iter().map(one).collect()
    }

    #[test]
    fn every_way_to_change_is_told_apart() {
        let before = state(&[(1, 1, 100), (2, 2, 100), (3, 1, 100), (4, 1, 100)]);
        let after = state(&[(1, 2, 100), (2, 1, 100), (3, 1, 80), (5, 0, 100)]);
        let changes = changes(&before, &after, &HashSet::from([3]));
        let ids = |lines: &[Line]| lines.iter().map(|line| line.id).collect::<Vec<_>>();
        let moved = |moves: &[Move]| moves.iter().map(|m| m.project.id).collect::<Vec<_>>();
        assert_eq!(ids(&changes.entered), [5]);
        assert_eq!(ids(&changes.left), [4]);
        assert_eq!(ids(&changes.stalled), [3]);
        assert_eq!(moved(&changes.advanced), [1]);
        assert_eq!(moved(&changes.fell_back), [2]);
        // The planned amount of the sample follows its total, so one project has two changes.
        assert_eq!(changes.amounts.len(), 2);
        assert_eq!(changes.whole.amounts, 1);
        assert_eq!(changes.whole.total, Usd(-20));
    }

    proptest! {
        /// Before + entered − left = after, for each district and for all; districts add up.
        #[test]
        fn counts_reconcile(
            before in proptest::collection::btree_map(0i64..40, (0usize..6, 0i64..1000), 0..30),
            after in proptest::collection::btree_map(0i64..40, (0usize..6, 0i64..1000), 0..30),
        ) {
            let list = |map: BTreeMap<i64, (usize, i64)>| {
                map.into_iter().map(|(id, (stage, total))| (id, stage, total)).collect::<Vec<_>>()
            };
            let changes = changes(&state(&list(before)), &state(&list(after)), &HashSet::new());
            let mut sum = Counts::default();
            for counts in changes.districts.values() {
                prop_assert_eq!(counts.before + counts.entered - counts.left, counts.after);
                sum.entered += counts.entered;
                sum.left += counts.left;
                sum.amounts += counts.amounts;
                sum.total = sum.total.plus(counts.total);
            }
            prop_assert_eq!(changes.whole.before + changes.whole.entered - changes.whole.left, changes.whole.after);
            prop_assert_eq!((sum.entered, sum.left, sum.amounts, sum.total),
                (changes.whole.entered, changes.whole.left, changes.whole.amounts, changes.whole.total));
        }
    }
}
