//! Exit (出库): the grounds on which a project may leave, and those on which it ought to. The
//! program proposes with evidence, a person confirms (MECHANISM §6).

use super::book::RuleBook;
use crate::model::Day;
use crate::model::clock::{Clock, ClockKind};
use crate::model::date::Dated;
use crate::model::exit::ExitGround;
use crate::model::finding::{Finding, RuleName, RuleVersion, Seen, Verdict};
use crate::model::stage::Stage;

/// What the exit rules look at.
#[derive(Debug, Clone, Copy)]
pub struct ExitFacts<'a> {
    /// The ground asked for.
    pub ground: ExitGround,
    pub stage: Stage,
    /// When production began, as far as it is known.
    pub reached: Option<Dated>,
    /// The clock of progress; the report clock removes nobody (MECHANISM §6).
    pub progress: &'a Clock,
    /// The project it became part of (并入).
    pub successor: Option<&'a str>,
    /// Whether a reason is given.
    pub reasoned: bool,
    /// The day of leaving, which decides the version of each standard.
    pub on: Day,
}

/// The standard that allows a ground.
pub const fn rule_of(ground: ExitGround) -> RuleName {
    match ground {
        ExitGround::Production => RuleName::ExitProduction,
        ExitGround::Terminated => RuleName::ExitTerminated,
        ExitGround::Domestic => RuleName::ExitDomestic,
        ExitGround::Relocated => RuleName::ExitRelocated,
        ExitGround::Merged => RuleName::ExitMerged,
        ExitGround::Mistaken => RuleName::ExitMistaken,
        ExitGround::Stalled => RuleName::ExitStalled,
    }
}

/// Judges the ground asked for. A standard that is off, or has no version, allows nothing.
pub fn judge(book: &RuleBook, facts: &ExitFacts<'_>) -> Finding {
    let version = version(book, facts.ground, facts.on);
    let (seen, holds) = match facts.ground {
        ExitGround::Production => {
            let (stage, reached) = (facts.stage, facts.reached);
            (Seen::ExitStage { stage, reached }, stage == Stage::Production)
        }
        ExitGround::Stalled => {
            (Seen::Clock(facts.progress.clone()), is_stalled(facts.progress, version.value))
        }
        ground => {
            let (reasoned, successor) = (facts.reasoned, facts.successor.map(str::trim));
            let successor = successor.filter(|code| !code.is_empty()).map(str::to_owned);
            let holds = reasoned && (ground != ExitGround::Merged || successor.is_some());
            (Seen::ExitGround { ground, reasoned, successor }, holds)
        }
    };
    let verdict = if holds && !version.is_off() { Verdict::Pass } else { Verdict::Fail };
    Finding { verdict, seen, rule: version }
}

/// The grounds on which a project ought to leave by the facts on record, with their evidence.
pub fn proposals(
    book: &RuleBook,
    stage: Stage,
    reached: Option<Dated>,
    progress: &Clock,
    on: Day,
) -> Vec<(ExitGround, Finding)> {
    [ExitGround::Production, ExitGround::Stalled]
        .into_iter()
        .map(|ground| (ground, judge(book, &on_record(ground, stage, reached, progress, on))))
        .filter(|(_, finding)| finding.verdict == Verdict::Pass)
        .collect()
}

/// What each exit standard says of a project, one finding each. Where no fact on record decides, the
/// finding is a remark that a person must put the ground forward; a standard that is off fails.
pub fn explain(
    book: &RuleBook,
    stage: Stage,
    reached: Option<Dated>,
    progress: &Clock,
    on: Day,
) -> Vec<Finding> {
    let explain = |ground: &ExitGround| {
        if matches!(ground, ExitGround::Production | ExitGround::Stalled) {
            return judge(book, &on_record(*ground, stage, reached, progress, on));
        }
        let rule = version(book, *ground, on);
        let verdict = if rule.is_off() { Verdict::Fail } else { Verdict::Remark };
        Finding { verdict, seen: Seen::PersonDecides(*ground), rule }
    };
    ExitGround::ALL.iter().map(explain).collect()
}

/// 示例 of MECHANISM §6: over the limit, not at it; and not while an excuse stops the clock.
fn is_stalled(clock: &Clock, limit: i64) -> bool {
    clock.kind == ClockKind::Progress && clock.excuse.is_none() && clock.months > limit
}

const fn on_record<'a>(
    ground: ExitGround,
    stage: Stage,
    reached: Option<Dated>,
    progress: &'a Clock,
    on: Day,
) -> ExitFacts<'a> {
    ExitFacts { ground, stage, reached, progress, successor: None, reasoned: false, on }
}

/// The version in force; a standard that was never set stands as off from the day looked at, since
/// what no standard allows is refused and the refusal must name its rule.
fn version(book: &RuleBook, ground: ExitGround, on: Day) -> RuleVersion {
    let rule = rule_of(ground);
    let unset = || RuleVersion { rule, value: 0, since: on, clause: String::new(), example: false };
    book.on(rule, on).cloned().unwrap_or_else(unset)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::clock::{Colour, Excuse};

    fn book(switch: i64, limit: i64) -> RuleBook {
        let version = |ground: &ExitGround| RuleVersion {
            rule: rule_of(*ground),
            value: if *ground == ExitGround::Stalled { limit } else { switch },
            since: "2020-03-01".parse().unwrap(),
            clause: String::new(),
            example: true,
        };
        RuleBook::new(ExitGround::ALL.iter().map(version).collect())
    }

    fn clock(months: i64) -> Clock {
        Clock {
            kind: ClockKind::Progress,
            months,
            last: "2019-12".parse().unwrap(),
            now: "2020-12".parse().unwrap(),
            colour: Colour::Red,
            excuse: None,
        }
    }

    fn excused() -> Clock {
        let excuse = Excuse {
            clock: ClockKind::Progress,
            from: "2020-12-01".parse().unwrap(),
            until: "2021-01-31".parse().unwrap(),
            reason: "停工".into(),
        };
        Clock { excuse: Some(excuse), ..clock(7) }
    }

    fn day() -> Day {
        "2021-01-10".parse().unwrap()
    }

    #[test]
    fn each_ground_holds_by_what_it_asks_for() {
        use ExitGround::*;
        let (six, seven, excused) = (clock(6), clock(7), excused());
        let unreported = Clock { kind: ClockKind::Report, ..clock(7) };
        let facts = |ground| ExitFacts {
            ground,
            stage: Stage::Completed,
            reached: None,
            progress: &six,
            successor: None,
            reasoned: true,
            on: day(),
        };
        let cases = [
            ("in production", ExitFacts { stage: Stage::Production, ..facts(Production) }, true),
            ("completed only", facts(Production), false),
            ("terminated, with a reason", facts(Terminated), true),
            ("terminated, no reason", ExitFacts { reasoned: false, ..facts(Terminated) }, false),
            ("turned domestic", facts(Domestic), true),
            ("relocated", facts(Relocated), true),
            ("recorded by mistake", facts(Mistaken), true),
            ("merged", ExitFacts { successor: Some("XM2020-0002"), ..facts(Merged) }, true),
            ("merged into nothing", facts(Merged), false),
            ("merged into a blank", ExitFacts { successor: Some(" "), ..facts(Merged) }, false),
            (
                "merged, no reason",
                ExitFacts { successor: Some("XM2020-0002"), reasoned: false, ..facts(Merged) },
                false,
            ),
            ("stalled for exactly six", facts(Stalled), false),
            ("stalled for seven", ExitFacts { progress: &seven, ..facts(Stalled) }, true),
            ("stalled, excused", ExitFacts { progress: &excused, ..facts(Stalled) }, false),
            ("only not reported", ExitFacts { progress: &unreported, ..facts(Stalled) }, false),
        ];
        for (case, facts, holds) in cases {
            let verdict = |book: &RuleBook| judge(book, &facts).verdict;
            let expected = if holds { Verdict::Pass } else { Verdict::Fail };
            assert_eq!(verdict(&book(1, 6)), expected, "{case}");
            assert_eq!(verdict(&book(0, 0)), Verdict::Fail, "{case}: the standard is off");
            assert_eq!(verdict(&RuleBook::default()), Verdict::Fail, "{case}: no standard");
        }
    }

    #[test]
    fn a_project_is_proposed_for_what_is_on_record() {
        let grounds = |stage, clock: &Clock| -> Vec<ExitGround> {
            let proposals = proposals(&book(1, 6), stage, None, clock, day());
            proposals.into_iter().map(|(ground, _)| ground).collect()
        };
        use ExitGround::{Production, Stalled};
        assert_eq!(grounds(Stage::Completed, &clock(6)), []);
        assert_eq!(grounds(Stage::Completed, &clock(7)), [Stalled]);
        assert_eq!(grounds(Stage::Production, &clock(0)), [Production]);
        assert_eq!(grounds(Stage::Production, &clock(7)), [Production, Stalled]);
        assert_eq!(grounds(Stage::Completed, &excused()), []);
    }

    #[test]
    fn every_standard_is_explained_and_what_needs_a_person_is_a_remark() {
        use Verdict::{Fail, Pass, Remark};
        let verdicts = |book: &RuleBook| -> Vec<Verdict> {
            let findings = explain(book, Stage::Production, None, &clock(6), day());
            let rules: Vec<_> = findings.iter().map(|finding| finding.rule.rule).collect();
            assert_eq!(rules, ExitGround::ALL.iter().map(|g| rule_of(*g)).collect::<Vec<_>>());
            findings.iter().map(|finding| finding.verdict).collect()
        };
        assert_eq!(verdicts(&book(1, 6)), [Pass, Remark, Remark, Remark, Remark, Remark, Fail]);
        assert_eq!(verdicts(&book(0, 0)), [Fail; 7]);
        assert_eq!(verdicts(&RuleBook::default()), [Fail; 7]);
    }
}
