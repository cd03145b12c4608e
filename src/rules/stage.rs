//! Stages (推进阶段): the record is complete for the stage reached, and its dates run forward.

use super::book::RuleBook;
use super::weigh;
use crate::model::Day;
use crate::model::date::Dated;
use crate::model::dossier::{Dossier, Fact};
use crate::model::field::Field;
use crate::model::finding::{Finding, RuleName, Seen};
use crate::model::stage::Stage;

/// Judges a project's record on a day (MECHANISM §5): one finding for completeness; for the order
/// of dates one for each date out of order and each date ahead of the day, or one that all is well.
/// A standard that is off remarks and stops nothing.
pub fn judge(book: &RuleBook, dossier: &Dossier, on: Day) -> Vec<Finding> {
    let complete = book.on(RuleName::StageComplete, on).map(|version| {
        let missing = missing(dossier);
        weigh(version, missing.is_empty(), Seen::Missing(missing))
    });
    let order = book.on(RuleName::StageOrder, on).map(|version| {
        let faults = [backwards(dossier), ahead(dossier, on)].concat();
        if faults.is_empty() {
            let dated = dossier.milestones.iter().map(|(stage, dated)| (*stage, *dated));
            return vec![weigh(version, true, Seen::StagesDated(dated.collect()))];
        }
        faults.into_iter().map(|seen| weigh(version, false, seen)).collect()
    });
    complete.into_iter().chain(order.into_iter().flatten()).collect()
}

/// The fields expected at the project's stage that are empty (缺项), in the order of forms.
pub fn missing(dossier: &Dossier) -> Vec<Field> {
    let stage = dossier.project.standing.stage;
    let expected = |field: &Field| field.expected_from().is_some_and(|from| from <= stage);
    let empty = |field: &Field| match dossier.get(*field) {
        Some(Fact::Text(text)) => text.trim().is_empty(),
        other => other.is_none(),
    };
    Field::all().filter(expected).filter(empty).collect()
}

/// Each date that cannot lie after the latest of the stages before it. Held against the latest, not
/// the neighbour: a date known only by its month may hide that its neighbours disagree.
fn backwards(dossier: &Dossier) -> Vec<Seen> {
    let mut faults = Vec::new();
    let mut latest: Option<(Stage, Dated)> = None;
    for (stage, dated) in &dossier.milestones {
        let later = (*stage, *dated);
        match latest {
            Some(earlier) if last_day(*dated) < earlier.1.earliest() => {
                faults.push(Seen::StageDates { earlier, later });
            }
            Some(earlier) if dated.earliest() < earlier.1.earliest() => {}
            _ => latest = Some(later),
        }
    }
    faults
}

/// Each date that cannot have come by the day.
fn ahead(dossier: &Dossier, on: Day) -> Vec<Seen> {
    let dates = dossier.milestones.iter().filter(|(_, dated)| dated.earliest() > on);
    dates.map(|(stage, dated)| Seen::StageAhead { stage: *stage, dated: *dated, on }).collect()
}

/// The latest day a date can mean.
fn last_day(dated: Dated) -> Day {
    match dated {
        Dated::Day(day) => day,
        Dated::Month(month) => month.last_day(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::field::Quantity;
    use crate::model::finding::{RuleVersion, Verdict};
    use crate::model::month::Month;
    use crate::model::project::{Amounts, Project, Standing};

    fn book(value: i64) -> RuleBook {
        let version = |rule| RuleVersion {
            rule,
            value,
            since: "2020-03-01".parse().unwrap(),
            clause: String::new(),
            example: true,
        };
        RuleBook::new(vec![version(RuleName::StageComplete), version(RuleName::StageOrder)])
    }

    fn dossier(stage: Stage, dates: &[(Stage, &str)]) -> Dossier {
        let month = Month::new(2020, 2).unwrap();
        let on = "2020-03-02".parse().unwrap();
        let mut dossier = Dossier::new(Project {
            name: "澄屿光学".into(),
            investor: Some(" ".into()),
            origin: Some("HK".into()),
            industry: Some("高端装备".into()),
            standing: Standing { stage, amounts: Amounts::default() },
            ..Project::entering(1, month, on)
        });
        for (stage, date) in dates {
            dossier.milestones.insert(*stage, Dated::from_iso(date).unwrap());
        }
        dossier
    }

    #[test]
    fn more_is_expected_the_further_a_project_is() {
        let negotiating = [Field::Investor, Field::Money(Quantity::Total), Field::Basis];
        assert_eq!(missing(&dossier(Stage::Negotiating, &[])), negotiating);
        let signed = [
            Field::Investor,
            Field::Money(Quantity::Total),
            Field::Money(Quantity::PlannedFdi),
            Field::Basis,
        ];
        assert_eq!(missing(&dossier(Stage::Signed, &[(Stage::Signed, "2020-02")])), signed);
        assert_eq!(missing(&dossier(Stage::Production, &[])).len(), 12);
    }

    #[test]
    fn dates_run_forward_in_the_precision_they_have() {
        use Stage::{Registered, Signed, Started};
        type Case<'a> = (&'a str, &'a [(Stage, &'a str)], usize);
        let cases: [Case<'_>; 10] = [
            ("no date at all", &[], 0),
            ("the same day", &[(Signed, "2020-02-03"), (Registered, "2020-02-03")], 0),
            ("a day before", &[(Signed, "2020-02-03"), (Registered, "2020-02-02")], 1),
            ("the month may be later", &[(Signed, "2020-02-20"), (Registered, "2020-02")], 0),
            ("the month is over", &[(Signed, "2020-02-01"), (Registered, "2020-01")], 1),
            ("a stage left out", &[(Signed, "2020-02-03"), (Started, "2020-02-02")], 1),
            (
                "hidden behind a month",
                &[(Signed, "2020-02-20"), (Registered, "2020-02"), (Started, "2020-02-10")],
                1,
            ),
            (
                "two of them",
                &[(Signed, "2020-03-01"), (Registered, "2020-01"), (Started, "2020-02")],
                2,
            ),
            ("on the day looked at", &[(Signed, "2020-03-12")], 0),
            ("ahead, by day and by month", &[(Signed, "2020-03-13"), (Registered, "2020-04")], 2),
        ];
        for (case, dates, faults) in cases {
            let dossier = dossier(Stage::Negotiating, dates);
            let on = "2020-03-12".parse().unwrap();
            for (value, fault) in [(1, Verdict::Fail), (0, Verdict::Remark)] {
                let findings = judge(&book(value), &dossier, on);
                let order: Vec<_> = findings
                    .iter()
                    .filter(|finding| finding.rule.rule == RuleName::StageOrder)
                    .collect();
                assert_eq!(order.len(), faults.max(1), "{case}");
                let well = if value == 1 { Verdict::Pass } else { Verdict::Remark };
                let expected = if faults == 0 { well } else { fault };
                assert!(order.iter().all(|finding| finding.verdict == expected), "{case}");
            }
        }
    }

    #[test]
    fn without_a_standard_nothing_is_said() {
        let on = "2020-03-12".parse().unwrap();
        assert_eq!(judge(&RuleBook::default(), &dossier(Stage::Signed, &[]), on), vec![]);
    }
}
