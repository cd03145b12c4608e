use super::*;
use proptest::prelude::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn measure(last: bool) -> Measure {
    let last = last.then(|| ("DB2020-03".to_owned(), day("2020-03-12")));
    Measure { month: month("2020-03"), last }
}

fn reached(stage: Stage, paid_in: Option<i64>) -> Reached {
    Reached { stage: Some(stage), paid_in: paid_in.map(Usd), ..Reached::default() }
}

/// A project for which every mark is met.
fn sound() -> Facts {
    let dated = Dated::from_iso("2020-03-30").unwrap();
    Facts {
        id: 1,
        code: "XM2020-0001".into(),
        name: "澄屿光学".into(),
        district: 1,
        missing: Some(vec![]),
        entered: month("2020-02"),
        filed: true,
        named: true,
        now: Reached {
            done: vec![(WorkItem::Environment, dated)],
            ..reached(Stage::Registered, Some(5))
        },
        then: Some(reached(Stage::Signed, Some(5))),
        progressed: vec![],
        in_hand: 1,
        failed: vec![],
    }
}

fn states(facts: &Facts, measure: &Measure) -> Vec<MarkState> {
    assess(facts, measure).marks.iter().map(|judged| judged.state).collect()
}

#[test]
fn each_mark_fails_and_is_left_out_for_its_own_reason_only() {
    use MarkState::{Met, NotApplicable as Out, Unmet};
    let with = |change: &dyn Fn(&mut Facts)| {
        let mut facts = sound();
        change(&mut facts);
        facts
    };
    let failed = FailedAppeal { code: "SQ2020-0001".into(), faults: vec![] };
    let cases: [(&str, Facts, [MarkState; 5]); 13] = [
        ("all is well", sound(), [Met; 5]),
        (
            "a field is missing",
            with(&|f| f.missing = Some(vec![Field::Industry])),
            [Unmet, Met, Met, Met, Met],
        ),
        ("the standard is off", with(&|f| f.missing = None), [Out, Met, Met, Met, Met]),
        ("the report leaves it out", with(&|f| f.named = false), [Met, Unmet, Met, Met, Met]),
        (
            "it counts from a later month",
            with(&|f| (f.named, f.entered) = (false, month("2020-04"))),
            [Met, Out, Met, Met, Met],
        ),
        ("nothing was dated", with(&|f| f.now.done.clear()), [Met, Met, Unmet, Met, Met]),
        (
            "it was dated before",
            with(&|f| {
                let done = f.now.done.clone();
                f.then.as_mut().unwrap().done = done;
            }),
            [Met, Met, Unmet, Met, Met],
        ),
        (
            "a decision progressed",
            with(&|f| {
                f.now.done.clear();
                f.progressed.push("RW2020-0001".into());
            }),
            [Met; 5],
        ),
        (
            "the stage is the same, the money unknown before",
            with(&|f| f.then = Some(reached(Stage::Registered, None))),
            [Met, Met, Met, Unmet, Met],
        ),
        (
            "more was paid in",
            with(&|f| f.then = Some(reached(Stage::Registered, Some(4)))),
            [Met; 5],
        ),
        ("it has come since", with(&|f| f.then = None), [Met, Met, Out, Out, Met]),
        ("it has no appeals", with(&|f| f.in_hand = 0), [Met, Met, Met, Met, Out]),
        (
            "an appeal fails a test",
            with(&|f| f.failed.push(failed.clone())),
            [Met, Met, Met, Met, Unmet],
        ),
    ];
    for (case, facts, expected) in cases {
        assert_eq!(states(&facts, &measure(true)), expected, "{case}");
        let ready = !expected.contains(&Unmet);
        assert_eq!(assess(&facts, &measure(true)).is_ready(), ready, "{case}");
    }
    assert_eq!(states(&sound(), &measure(false)), [Met, Met, Out, Out, Met]);
}

#[test]
fn an_outcome_counts_as_a_result_where_something_comes_of_it() {
    use AppealOutcome::{Escalated, Higher, Path, Pending, Plan, Refused, Solved};
    let cases = [
        (Some(Pending), Higher, true),
        (Some(Plan), Solved, true),
        (Some(Escalated), Path, true),
        (Some(Path), Path, false),
        (Some(Solved), Path, false),
        (Some(Pending), Refused, false),
        (Some(Escalated), Pending, false),
        (Some(Refused), Plan, true),
        (None, Pending, false),
        (None, Plan, true),
    ];
    for (before, now, expected) in cases {
        let code = || "SQ2020-0001".to_owned();
        let mut facts = sound();
        facts.then = Some(reached(Stage::Registered, Some(5)));
        facts.now.outcomes.insert(code(), now);
        if let (Some(then), Some(before)) = (&mut facts.then, before) {
            then.outcomes.insert(code(), before);
        }
        let met = states(&facts, &measure(true))[3] == MarkState::Met;
        assert_eq!(met, expected, "{before:?} to {now:?}");
    }
}

proptest! {
    /// Rows add up to the whole, a mark's N never exceeds the projects, and ready is N less
    /// those with an unmet mark.
    #[test]
    fn districts_add_up(rows in proptest::collection::vec((1i64..4, [0usize..3, 0..3, 0..3, 0..3, 0..3]), 0..40)) {
        let projects: Vec<Assessed> = rows
            .iter()
            .map(|(district, states)| Assessed {
                code: String::new(),
                name: String::new(),
                district: *district,
                marks: Mark::ALL
                    .iter()
                    .zip(states)
                    .map(|(mark, state)| Judged {
                        mark: *mark,
                        state: MarkState::ALL[*state],
                        evidence: Evidence::FirstMeeting,
                    })
                    .collect(),
            })
            .collect();
        let table = by_district(&projects, &[1, 2, 3, 4]);
        for place in 0..5 {
            let (n, of) = table.rows.iter().fold((0, 0), |(n, of), (_, row)| {
                (n + row.marks[place].n, of + row.marks[place].of)
            });
            prop_assert_eq!(table.whole.marks[place], Part { n, of });
            prop_assert!(n <= of && of <= projects.len() as u64);
        }
        let unready = rows.iter().filter(|(_, states)| states.contains(&1)).count();
        let ready = Part { n: (rows.len() - unready) as u64, of: rows.len() as u64 };
        prop_assert_eq!(table.whole.ready, ready);
        prop_assert_eq!(&table.rows[3].1, &ReadyCount::default());
    }
}
