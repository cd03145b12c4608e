//! What became of appeals (诉求成效): by outcome, by category, by district. Appeals that were
//! withdrawn or terminated leave N.

use crate::model::appeal::AppealOutcome;
use crate::model::docket::AppealBrief;
use crate::model::money::Usd;
use crate::model::outcome::OutcomeGroup;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

/// Appeals, and projects by their own outcome.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    pub appeals: u64,
    pub projects: u64,
}

/// A group of outcomes and the outcomes within it.
pub type GroupRows = (OutcomeGroup, Count, Vec<(AppealOutcome, Count)>);

/// The appeals that count, by outcome; groups and outcomes add up to the whole in both columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeTable {
    pub groups: Vec<GroupRows>,
    pub whole: Count,
    /// Appeals that left N: withdrawn or terminated.
    pub left: u64,
}

/// The appeals of a category, a district or another group.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    pub appeals: u64,
    /// Distinct projects that raised them.
    pub projects: u64,
    /// Appeals by [`OutcomeGroup`], in the order of its values.
    pub groups: [u64; 4],
    pub closed: u64,
    /// What is at stake in them.
    pub amount: Usd,
}

/// Appeals by one of their properties; each is in one row, or in the remainder. Projects are
/// counted once in each row, so that column need not add up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppealTable<K> {
    pub rows: Vec<(K, Share)>,
    /// Appeals whose property is not known.
    pub remainder: Share,
    pub whole: Share,
}

/// Those that count.
fn counted(appeals: &[AppealBrief]) -> impl Iterator<Item = &AppealBrief> {
    appeals.iter().filter(|appeal| appeal.state.counts())
}

/// The outcome of each project: the first that any of its appeals has, in the order of
/// [`AppealOutcome`] (MECHANISM §4).
pub fn project_outcomes(appeals: &[AppealBrief]) -> BTreeMap<i64, AppealOutcome> {
    let mut projects: BTreeMap<i64, AppealOutcome> = BTreeMap::new();
    for appeal in counted(appeals) {
        let outcome = projects.entry(appeal.project).or_insert(appeal.outcome);
        *outcome = appeal.outcome.min(*outcome);
    }
    projects
}

/// By outcome, of appeals and of projects.
pub fn by_outcome(appeals: &[AppealBrief]) -> OutcomeTable {
    let projects = project_outcomes(appeals);
    let count = |wanted: AppealOutcome| Count {
        appeals: counted(appeals).filter(|appeal| appeal.outcome == wanted).count() as u64,
        projects: projects.values().filter(|outcome| **outcome == wanted).count() as u64,
    };
    let groups: Vec<GroupRows> = OutcomeGroup::ALL
        .iter()
        .map(|group| {
            let within: Vec<_> =
                group.outcomes().iter().map(|outcome| (*outcome, count(*outcome))).collect();
            let mut sum = Count::default();
            for (_, count) in &within {
                sum.appeals += count.appeals;
                sum.projects += count.projects;
            }
            (*group, sum, within)
        })
        .collect();
    let whole = Count { appeals: counted(appeals).count() as u64, projects: projects.len() as u64 };
    OutcomeTable { groups, whole, left: appeals.len() as u64 - whole.appeals }
}

/// By a property with a fixed list of values; every value has a row, empty ones too.
pub fn by_known<K: Copy + Eq + Hash>(
    appeals: &[AppealBrief],
    values: &[K],
    key: impl Fn(&AppealBrief) -> Option<K>,
) -> AppealTable<K> {
    let mut known: HashMap<K, Vec<&AppealBrief>> =
        values.iter().map(|value| (*value, Vec::new())).collect();
    let mut rest = Vec::new();
    for appeal in counted(appeals) {
        match key(appeal).and_then(|key| known.get_mut(&key)) {
            Some(own) => own.push(appeal),
            None => rest.push(appeal),
        }
    }
    let own = |value: &K| known.get(value).into_iter().flatten().copied();
    AppealTable {
        rows: values.iter().map(|value| (*value, share(own(value)))).collect(),
        remainder: share(rest.into_iter()),
        whole: share(counted(appeals)),
    }
}

fn share<'a>(appeals: impl Iterator<Item = &'a AppealBrief>) -> Share {
    let mut sum = Share::default();
    let mut projects = BTreeSet::new();
    for appeal in appeals {
        sum.appeals += 1;
        projects.insert(appeal.project);
        for (count, group) in sum.groups.iter_mut().zip(OutcomeGroup::ALL) {
            *count += u64::from(group.outcomes().contains(&appeal.outcome));
        }
        sum.closed += u64::from(!appeal.state.is_open());
        sum.amount = sum.amount.plus(appeal.amount.unwrap_or_default());
    }
    sum.projects = projects.len() as u64;
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::appeal::AppealState;
    use crate::report::tests_support::appeal;
    use AppealOutcome::{Escalated, Higher, Path, Pending, Plan, Refused, Solved};
    use proptest::prelude::*;

    fn appeals(rows: &[(i64, AppealOutcome)]) -> Vec<AppealBrief> {
        rows.iter().map(|(project, outcome)| appeal(*project, *outcome)).collect()
    }

    #[test]
    fn a_project_has_the_first_outcome_that_any_of_its_appeals_has() {
        let cases: [(&str, &[AppealOutcome], AppealOutcome); 8] = [
            ("one alone", &[Solved], Solved),
            ("a path is behind solved", &[Solved, Path], Path),
            ("a plan is behind a path", &[Path, Plan, Solved], Plan),
            ("sought above is behind a plan", &[Plan, Higher], Higher),
            ("not supported is behind sought above", &[Higher, Refused], Refused),
            ("in hand is behind not supported", &[Refused, Pending, Solved], Pending),
            ("the review meeting is behind all", &[Pending, Escalated, Solved], Escalated),
            ("the order of the appeals does not matter", &[Escalated, Pending], Escalated),
        ];
        for (case, outcomes, expected) in cases {
            let rows: Vec<_> = outcomes.iter().map(|outcome| (1, *outcome)).collect();
            assert_eq!(project_outcomes(&appeals(&rows))[&1], expected, "{case}");
        }
    }

    #[test]
    fn what_was_withdrawn_or_terminated_leaves_both_counts() {
        let mut rows = appeals(&[(1, Solved), (1, Escalated), (2, Plan), (3, Pending)]);
        rows[1].state = AppealState::Withdrawn;
        rows[3].state = AppealState::Terminated;
        let table = by_outcome(&rows);
        assert_eq!(table.whole, Count { appeals: 2, projects: 2 });
        assert_eq!(table.left, 2);
        assert_eq!(project_outcomes(&rows)[&1], Solved);
        assert!(!project_outcomes(&rows).contains_key(&3));
    }

    #[test]
    fn the_first_round_fits_the_source() {
        // 14 projects with 19 solved, 10 with 14 planned and 2 solved, 1 escalated with 1 planned.
        let mut rows: Vec<(i64, AppealOutcome)> = Vec::new();
        rows.extend((0..19).map(|n| (n % 14, if n % 2 == 0 { Solved } else { Path })));
        rows.extend((0..14).map(|n| (20 + n % 10, if n % 2 == 0 { Plan } else { Higher })));
        rows.extend([(20, Solved), (21, Path), (40, Escalated), (40, Plan)]);
        let table = by_outcome(&appeals(&rows));
        let found: Vec<_> =
            table.groups.iter().map(|(_, sum, _)| (sum.appeals, sum.projects)).collect();
        assert_eq!(found, [(21, 14), (15, 10), (1, 1), (0, 0)]);
        assert_eq!(table.whole, Count { appeals: 37, projects: 25 });
    }

    #[test]
    fn a_property_that_is_not_known_is_in_the_remainder() {
        let mut rows = appeals(&[(1, Solved), (1, Plan), (2, Plan)]);
        rows[0].category = None;
        rows[1].category = Some(7);
        rows[2].category = Some(9);
        let table = by_known(&rows, &[7, 8], |appeal| appeal.category);
        let found: Vec<_> = table.rows.iter().map(|(key, share)| (*key, share.appeals)).collect();
        assert_eq!(found, [(7, 1), (8, 0)]);
        assert_eq!(table.remainder.appeals, 2);
        assert_eq!((table.whole.appeals, table.whole.projects), (3, 2));
        assert_eq!(table.whole.groups, [1, 2, 0, 0]);
    }

    proptest! {
        /// Groups, outcomes and rows of every table add up to the whole.
        #[test]
        fn tables_add_up(rows in proptest::collection::vec((0i64..6, 0usize..7, 0usize..7, 0i64..4), 0..40)) {
            let rows: Vec<AppealBrief> = rows
                .iter()
                .map(|(project, outcome, state, category)| AppealBrief {
                    state: AppealState::ALL[*state],
                    category: (*category > 0).then_some(*category),
                    ..appeal(*project, AppealOutcome::ALL[*outcome])
                })
                .collect();
            let table = by_outcome(&rows);
            let sum = |part: &dyn Fn(&Count) -> u64| -> (u64, u64) {
                let groups = table.groups.iter().map(|(_, sum, _)| part(sum)).sum();
                let within = table.groups.iter().flat_map(|(_, _, w)| w).map(|(_, c)| part(c)).sum();
                (groups, within)
            };
            prop_assert_eq!(sum(&|c| c.appeals), (table.whole.appeals, table.whole.appeals));
            prop_assert_eq!(sum(&|c| c.projects), (table.whole.projects, table.whole.projects));
            prop_assert_eq!(table.whole.appeals + table.left, rows.len() as u64);
            let kinds = by_known(&rows, &[1, 2, 3], |appeal| appeal.category);
            let parts = || kinds.rows.iter().map(|(_, share)| share).chain([&kinds.remainder]);
            prop_assert_eq!(parts().map(|share| share.appeals).sum::<u64>(), kinds.whole.appeals);
            prop_assert_eq!(kinds.whole.groups.iter().sum::<u64>(), kinds.whole.appeals);
            for place in 0..4 {
                prop_assert_eq!(parts().map(|share| share.groups[place]).sum::<u64>(), kinds.whole.groups[place]);
            }
        }
    }
}
