//! What changed of appeals (诉求) between two states: new, reopened, closed, ended, solved, in hand.

use crate::model::appeal::{AppealOutcome, AppealState};
use crate::model::docket::AppealBrief;
use std::collections::{BTreeMap, HashMap};

/// Counts of a district, or of all. Opening + new + reopened − closed − ended = closing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AppealCounts {
    /// 在办 in the earlier state.
    pub opening: u64,
    /// Not on record in the earlier state.
    pub new: u64,
    /// Closed or ended in the earlier state, and no longer as they were.
    pub reopened: u64,
    /// Closed, and not closed before.
    pub closed: u64,
    /// Withdrawn or terminated, and not so before.
    pub ended: u64,
    /// 在办 in the later state.
    pub closing: u64,
    /// 已解决, and not so before; those that ended are none.
    pub solved: u64,
}

/// Everything that changed, each list by code.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AppealChanges {
    pub districts: BTreeMap<i64, AppealCounts>,
    pub whole: AppealCounts,
    pub new: Vec<AppealBrief>,
    pub solved: Vec<AppealBrief>,
    pub closed: Vec<AppealBrief>,
    /// In hand in the later state, whenever they came.
    pub in_hand: Vec<AppealBrief>,
}

const fn ended(state: AppealState) -> bool {
    matches!(state, AppealState::Withdrawn | AppealState::Terminated)
}

const fn in_hand(state: AppealState) -> bool {
    !ended(state) && !matches!(state, AppealState::Closed)
}

/// Compares two states of the appeals.
pub fn appeal_changes(before: &[AppealBrief], after: &[AppealBrief]) -> AppealChanges {
    let earlier: HashMap<i64, &AppealBrief> =
        before.iter().map(|appeal| (appeal.id, appeal)).collect();
    let mut changes = AppealChanges::default();
    for is in after {
        let was = earlier.get(&is.id).copied();
        let from = was.map(|was| was.state);
        let opening = from.is_some_and(in_hand);
        let moved = from.is_none_or(|from| from != is.state);
        let mut counts = AppealCounts {
            opening: u64::from(opening),
            new: u64::from(was.is_none()),
            reopened: u64::from(from.is_some_and(|from| !in_hand(from)) && moved),
            closed: u64::from(moved && is.state == AppealState::Closed),
            ended: u64::from(moved && ended(is.state)),
            closing: u64::from(in_hand(is.state)),
            solved: 0,
        };
        let solved =
            |appeal: &AppealBrief| appeal.outcome == AppealOutcome::Solved && !ended(appeal.state);
        counts.solved = u64::from(solved(is) && !was.is_some_and(solved));
        let lists = [
            (counts.new, &mut changes.new),
            (counts.solved, &mut changes.solved),
            (counts.closed, &mut changes.closed),
            (counts.closing, &mut changes.in_hand),
        ];
        for (counted, list) in lists {
            if counted > 0 {
                list.push(is.clone());
            }
        }
        changes.districts.entry(is.district).or_default().add(&counts);
        changes.whole.add(&counts);
    }
    changes
}

impl AppealCounts {
    /// Adds another group that shares no appeal with this one.
    pub fn add(&mut self, other: &AppealCounts) {
        self.opening += other.opening;
        self.new += other.new;
        self.reopened += other.reopened;
        self.closed += other.closed;
        self.ended += other.ended;
        self.closing += other.closing;
        self.solved += other.solved;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tests_support::appeal;
    use proptest::prelude::*;

    fn one(id: i64, state: AppealState, outcome: AppealOutcome) -> AppealBrief {
        AppealBrief { id, state, district: id % 3, ..appeal(1, outcome) }
    }

    #[test]
    fn every_way_to_change_is_told_apart() {
        use AppealOutcome::{Pending, Solved};
        use AppealState::{Closed, Dispatched, Ready, Terminated, Withdrawn};
        let before = [
            one(1, Ready, Pending),
            one(2, Dispatched, Pending),
            one(3, Dispatched, Solved),
            one(4, Closed, Solved),
            one(5, Closed, Solved),
            one(6, Dispatched, Pending),
            one(7, Closed, Solved),
        ];
        let after = [
            one(1, Dispatched, Pending),
            one(2, Closed, Solved),
            one(3, Closed, Solved),
            one(4, Dispatched, Pending),
            one(5, Closed, Solved),
            one(6, Withdrawn, Solved),
            one(7, Terminated, Solved),
            one(8, Dispatched, Solved),
            one(9, Closed, Pending),
        ];
        let found = appeal_changes(&before, &after);
        let ids = |list: &[AppealBrief]| list.iter().map(|it| it.id).collect::<Vec<_>>();
        assert_eq!(ids(&found.new), [8, 9]);
        assert_eq!(ids(&found.solved), [2, 8], "what was withdrawn is not solved");
        assert_eq!(ids(&found.closed), [2, 3, 9]);
        assert_eq!(ids(&found.in_hand), [1, 4, 8]);
        let expected = AppealCounts {
            opening: 4,
            new: 2,
            reopened: 2,
            closed: 3,
            ended: 2,
            closing: 3,
            solved: 2,
        };
        assert_eq!(found.whole, expected);
    }

    proptest! {
        /// The identity holds for any two states of which the later forgets nothing.
        #[test]
        fn counts_reconcile(states in proptest::collection::vec((proptest::option::of(0usize..6), 0usize..6), 0..30)) {
            let state = |at: usize| AppealState::ALL[at % AppealState::ALL.len()];
            let outcome = |at: usize| AppealOutcome::ALL[at % AppealOutcome::ALL.len()];
            let after: Vec<AppealBrief> =
                (0i64..).zip(&states).map(|(id, (_, now))| one(id, state(*now), outcome(*now))).collect();
            let before: Vec<AppealBrief> = (0i64..)
                .zip(&states)
                .filter_map(|(id, (then, _))| Some(one(id, state((*then)?), outcome((*then)?))))
                .collect();
            let found = appeal_changes(&before, &after);
            let mut sum = AppealCounts::default();
            for counts in found.districts.values() {
                prop_assert_eq!(
                    counts.opening + counts.new + counts.reopened,
                    counts.closing + counts.closed + counts.ended
                );
                sum.add(counts);
            }
            prop_assert_eq!(sum, found.whole);
        }
    }
}
