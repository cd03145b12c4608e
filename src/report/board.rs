//! What the leaders' page counts beyond the summaries: how far projects have come, the alerts of
//! both clocks by district, and how long appeals have been in hand.

use super::appeals::Count;
use super::tally::Tally;
use crate::model::Day;
use crate::model::board::BoardWord;
use crate::model::brief::Brief;
use crate::model::clock::Colour;
use crate::model::docket::AppealBrief;
use crate::model::stage::Stage;
use std::collections::BTreeSet;

/// A stage: the projects that stand at it, and how many stand at it or beyond.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reach {
    pub stage: Stage,
    pub here: Tally,
    pub reached: u64,
}

/// Every stage in its order; what is reached never grows from one to the next.
pub fn reach(briefs: &[Brief]) -> Vec<Reach> {
    let one = |stage: &Stage| Reach {
        stage: *stage,
        here: briefs.iter().filter(|brief| brief.stage == *stage).collect(),
        reached: briefs.iter().filter(|brief| brief.stage >= *stage).count() as u64,
    };
    Stage::ALL.iter().map(one).collect()
}

/// Projects by what their clocks show, each in the order of [`Colour`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Alerts {
    pub projects: u64,
    pub progress: [u64; 3],
    pub report: [u64; 3],
}

/// The districts in the order given, and all together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlertTable {
    pub rows: Vec<(i64, Alerts)>,
    pub whole: Alerts,
}

/// Counts by district; `shown` gives what the clocks of a project show: progress, then reports.
pub fn alerts(
    briefs: &[Brief],
    districts: &[i64],
    shown: impl Fn(i64) -> (Colour, Colour),
) -> AlertTable {
    let mut rows: Vec<(i64, Alerts)> =
        districts.iter().map(|district| (*district, Alerts::default())).collect();
    let mut whole = Alerts::default();
    for brief in briefs {
        let (progress, report) = shown(brief.id);
        let own = rows.iter_mut().find(|(district, _)| *district == brief.district);
        for alerts in own.map(|(_, alerts)| alerts).into_iter().chain([&mut whole]) {
            alerts.projects += 1;
            alerts.progress[progress as usize] += 1;
            alerts.report[report as usize] += 1;
        }
    }
    AlertTable { rows, whole }
}

/// How long the appeals in hand have been so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgeTable {
    pub rows: Vec<(BoardWord, Count)>,
    /// Its projects are counted once, so that this column need not add up.
    pub whole: Count,
}

/// Calendar days since an appeal was logged.
pub fn days_in_hand(appeal: &AppealBrief, today: Day) -> i64 {
    (today - appeal.logged).num_days()
}

/// Groups the appeals that are in hand (在办) by their age on a day.
pub fn ages(appeals: &[AppealBrief], today: Day) -> AgeTable {
    let open: Vec<&AppealBrief> = appeals.iter().filter(|appeal| appeal.state.is_open()).collect();
    let count = |wanted: &dyn Fn(&AppealBrief) -> bool| {
        let own = || open.iter().filter(|appeal| wanted(appeal));
        let projects: BTreeSet<i64> = own().map(|appeal| appeal.project).collect();
        Count { appeals: own().count() as u64, projects: projects.len() as u64 }
    };
    let row = |age: &BoardWord| {
        (*age, count(&|appeal| BoardWord::age(days_in_hand(appeal, today)) == *age))
    };
    AgeTable { rows: BoardWord::AGES.iter().map(row).collect(), whole: count(&|_| true) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::appeal::{AppealOutcome, AppealState};
    use crate::report::tests_support::{appeal, brief};
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_group_of_ages_includes_its_upper_limit() {
        let cases = [
            (0, BoardWord::Week),
            (7, BoardWord::Week),
            (8, BoardWord::Month),
            (30, BoardWord::Month),
            (31, BoardWord::Quarter),
            (90, BoardWord::Quarter),
            (91, BoardWord::Longer),
        ];
        for (days, expected) in cases {
            assert_eq!(BoardWord::age(days), expected, "{days}");
        }
    }

    #[test]
    fn only_appeals_in_hand_have_an_age() {
        let on = |project, logged: &str, state| crate::model::docket::AppealBrief {
            logged: day(logged),
            state,
            ..appeal(project, AppealOutcome::Pending)
        };
        let appeals = [
            on(1, "2020-03-06", AppealState::Dispatched),
            on(1, "2020-02-06", AppealState::Dispatched),
            on(2, "2020-03-01", AppealState::Closed),
            on(3, "2020-03-01", AppealState::Withdrawn),
        ];
        let table = ages(&appeals, day("2020-03-13"));
        let counts: Vec<_> = table.rows.iter().map(|(_, count)| count.appeals).collect();
        assert_eq!(counts, [1, 0, 1, 0]);
        assert_eq!(table.whole, Count { appeals: 2, projects: 1 });
    }

    proptest! {
        /// What is reached falls from stage to stage by those that stand between; alerts add up.
        #[test]
        fn figures_reconcile(projects in proptest::collection::vec((0usize..6, 1i64..4, 0usize..3, 0usize..3), 0..40)) {
            let briefs: Vec<Brief> = (0..)
                .zip(&projects)
                .map(|(id, (stage, district, ..))| Brief { id, district: *district, ..brief(*stage, 0, None, 0) })
                .collect();
            let stages = reach(&briefs);
            prop_assert_eq!(stages[0].reached, briefs.len() as u64);
            for pair in stages.windows(2) {
                prop_assert_eq!(pair[0].reached - pair[0].here.projects, pair[1].reached);
            }
            let colour = |place: usize| Colour::ALL[place];
            let shown = |id: i64| {
                let (_, _, progress, report) = projects[id as usize];
                (colour(progress), colour(report))
            };
            let table = alerts(&briefs, &[1, 2, 3], shown);
            for alerts in table.rows.iter().map(|(_, alerts)| alerts).chain([&table.whole]) {
                prop_assert_eq!(alerts.progress.iter().sum::<u64>(), alerts.projects);
                prop_assert_eq!(alerts.report.iter().sum::<u64>(), alerts.projects);
            }
            prop_assert_eq!(table.whole.projects, briefs.len() as u64);
        }
    }
}
