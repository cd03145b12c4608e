//! Places, scores and totals on named cases.

use super::*;
use crate::report::tests_support::{appeal, brief, dispatch};
use proptest::prelude::*;

fn figures(of: &[(Indicator, i64, i64)]) -> Figures {
    let mut figures = Figures::default();
    for (indicator, n, whole) in of {
        *figures.of(*indicator) = Ratio { n: *n, of: *whole };
    }
    figures
}

fn ranks_of(indicator: Indicator, values: &[(i64, i64)]) -> Vec<Option<u64>> {
    let figures: Vec<Figures> =
        values.iter().map(|(n, of)| figures(&[(indicator, *n, *of)])).collect();
    place(&figures, &[]).iter().map(|placed| placed.ranks[indicator as usize]).collect()
}

#[test]
fn equals_share_a_place_and_the_next_is_left_out() {
    let values = [(1, 2), (2, 4), (0, 0), (9, 10), (0, 7)];
    let found = ranks_of(Indicator::Solved, &values);
    assert_eq!(found, [Some(2), Some(2), None, Some(1), Some(4)]);
    let found = ranks_of(Indicator::Stalled, &values);
    assert_eq!(found, [Some(2), Some(2), None, Some(4), Some(1)]);
    // Equal to the last digit of what a share prints, but not equal.
    let close = [(333_333_333_333, 1_000_000_000_000), (1, 3)];
    assert_eq!(ranks_of(Indicator::PaidIn, &close), [Some(2), Some(1)]);
}

/// Tenths and place of each district.
fn scored(of: &[Figures], weights: &[(Indicator, i64)]) -> Vec<Option<(u64, u64)>> {
    let placed = place(of, weights);
    placed.iter().map(|placed| placed.score.map(|it| (it.tenths, it.rank))).collect()
}

#[test]
fn a_score_leaves_out_what_a_district_has_no_figures_for() {
    use Indicator::{OnTime, PaidIn, Solved, Stalled};
    let weights = [(OnTime, 20), (PaidIn, 50), (Stalled, 30)];
    let districts = [
        figures(&[(OnTime, 1, 1), (PaidIn, 30, 100), (Stalled, 0, 9)]),
        figures(&[(OnTime, 0, 1), (PaidIn, 20, 100), (Stalled, 3, 9)]),
        // Without registered projects: the other two weigh 50.
        figures(&[(OnTime, 1, 1), (Stalled, 1, 9)]),
        // What does not weigh makes no score.
        figures(&[(Solved, 1, 1)]),
        Figures::default(),
    ];
    // (20·1 + 30·2/3) / 50 = 0.8
    let expected = [Some((1000, 1)), Some((0, 3)), Some((800, 2)), None, None];
    assert_eq!(scored(&districts, &weights), expected);
    assert_eq!(scored(&districts, &[]), [None; 5]);
    assert_eq!(scored(&districts, &[(OnTime, 0)]), [None; 5]);
}

#[test]
fn where_all_are_the_same_each_has_it_in_full() {
    use Indicator::{OnTime, Stalled};
    let all =
        [figures(&[(OnTime, 0, 1), (Stalled, 2, 4)]), figures(&[(OnTime, 0, 1), (Stalled, 1, 2)])];
    assert_eq!(scored(&all, &[(OnTime, 1), (Stalled, 2)]), [Some((1000, 1)), Some((1000, 1))]);
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn a_dispatch_counts_in_the_month_it_falls_due() {
    let appeals = [
        AppealBrief { id: 1, ..appeal(1, AppealOutcome::Solved) },
        AppealBrief { id: 2, district: 2, ..appeal(2, AppealOutcome::Pending) },
    ];
    let due = |appeal, due: &str, answered: Option<&str>| DispatchBrief {
        due: day(due),
        answered: answered.map(day),
        ..dispatch(appeal, 1)
    };
    let dispatches = [
        due(1, "2020-03-18", Some("2020-03-18")),
        due(1, "2020-03-18", Some("2020-03-19")),
        due(1, "2020-02-28", None),
        due(1, "2020-04-01", Some("2020-03-30")),
        DispatchBrief { returned: Some(day("2020-03-10")), ..due(1, "2020-03-18", None) },
        DispatchBrief { ended: Some(day("2020-03-10")), ..due(1, "2020-03-18", None) },
        // On the last day of the month, without an answer.
        due(2, "2020-03-31", None),
        DispatchBrief {
            extended: Some(day("2020-03-20")),
            ..due(2, "2020-02-28", Some("2020-03-20"))
        },
    ];
    let answered = |over| {
        let facts = Facts {
            projects: &[],
            before: &[],
            filed: HashMap::new(),
            idle: HashSet::new(),
            appeals: &appeals,
            dispatches: &dispatches,
            tasks: &[],
            activities: &[],
            first: day("2020-03-01"),
            last: day("2020-03-31"),
            over,
        };
        let table = circular(&facts, &[1, 2], &[]);
        let ratio = |figures: &Figures| figures.ratio(Indicator::Answered);
        (ratio(&table.rows[0].1.figures), ratio(&table.rows[1].1.figures), ratio(&table.whole))
    };
    let of = |n, of| Ratio { n, of };
    assert_eq!(answered(true), (of(1, 2), of(1, 2), of(2, 4)));
    // While the last day lasts, nobody is late.
    assert_eq!(answered(false), (of(1, 2), of(1, 1), of(2, 3)));
}

proptest! {
    /// Rows add up to the whole, n never exceeds N, and a place is one more than how many are better.
    #[test]
    fn districts_add_up(rows in proptest::collection::vec((0usize..6, 0i64..4, 0i64..50, 0usize..4), 0..40)) {
        let projects: Vec<Brief> = rows
            .iter()
            .enumerate()
            .map(|(id, (stage, district, paid, filed))| {
                let mut brief = Brief {
                    id: id as i64,
                    district: *district,
                    reported: *filed > 1,
                    ..brief(*stage, 0, Some(100), 0)
                };
                brief.amounts.set(Quantity::RegisteredFdi, Some(crate::model::money::Usd(50)));
                brief.amounts.set(Quantity::PaidIn, Some(crate::model::money::Usd(*paid)));
                brief
            })
            .collect();
        let before: Vec<Brief> =
            projects.iter().map(|it| Brief { stage: Stage::Signed, ..it.clone() }).collect();
        let facts = Facts {
            projects: &projects,
            before: &before[before.len() / 2..],
            filed: HashMap::from([(1, Filed::OnTime), (2, Filed::Late), (3, Filed::Overdue)]),
            idle: projects.iter().map(|it| it.id).filter(|id| id % 3 == 0).collect(),
            appeals: &[],
            dispatches: &[],
            tasks: &[],
            activities: &[],
            first: day("2020-03-01"),
            last: day("2020-03-31"),
            over: true,
        };
        let weights: Vec<(Indicator, i64)> = Indicator::ALL.iter().map(|it| (*it, 7)).collect();
        let table = circular(&facts, &[0, 1, 2, 3], &weights);
        for indicator in Indicator::ALL {
            let mut sum = Ratio::default();
            for (_, own) in &table.rows {
                let ratio = own.figures.ratio(*indicator);
                sum = Ratio { n: sum.n + ratio.n, of: sum.of + ratio.of };
                prop_assert!(ratio.n <= ratio.of);
                let better = table.rows.iter().filter(|(_, other)| {
                    let order = other.figures.ratio(*indicator).compare(ratio);
                    let wanted = if indicator.is_reversed() { Ordering::Less } else { Ordering::Greater };
                    other.figures.ratio(*indicator).of > 0 && order == wanted
                });
                let expected = (ratio.of > 0).then(|| better.count() as u64 + 1);
                prop_assert_eq!(own.ranks[*indicator as usize], expected);
            }
            prop_assert_eq!(table.whole.ratio(*indicator), sum);
        }
        for (_, own) in &table.rows {
            prop_assert!(own.score.is_none_or(|score| score.tenths <= 1000));
            let blank = own.figures.ratios.iter().all(|ratio| ratio.of == 0);
            prop_assert_eq!(own.score.is_none(), blank);
        }
    }
}
