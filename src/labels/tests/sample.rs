//! Facts that samples are made of, and the macro that lets no variant go without one.

use crate::model::Day;
use crate::model::appeal::AppealField;
use crate::model::clock::{Clock, ClockKind, Colour, Excuse};
use crate::model::date::Dated;
use crate::model::dispatch::DispatchState;
use crate::model::entry::{Basis, Likeness};
use crate::model::exit::ExitGround;
use crate::model::field::{Field, Quantity};
use crate::model::finding::{Finding, Near, RuleName, RuleVersion, Seen, Verdict};
use crate::model::money::Usd;
use crate::model::month::Month;
use crate::model::stage::Stage;

/// `Enum => Variant: value, …` as a list, and as a match without a wildcard: a
/// new variant does not compile until it has a sample.
macro_rules! samples {
    ($noun:ident: $($variant:ident $(($inner:expr))? $({ $($fact:ident: $value:expr),* $(,)? })?),+ $(,)?) => {{
        #[allow(dead_code)]
        fn every_variant_has_a_sample(of: &$noun) {
            match of { $($noun::$variant { .. } => (),)+ }
        }
        vec![$($noun::$variant $(($inner))? $({ $($fact: $value),* })?),+]
    }};
}

pub(super) use samples;

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn month(text: &str) -> Month {
    text.parse().unwrap()
}

pub fn s(text: &str) -> String {
    text.to_owned()
}

pub fn version(rule: RuleName, value: i64) -> RuleVersion {
    RuleVersion {
        rule, value, since: day("2020-03-01"), clause: s("《示例办法》"), example: true
    }
}

/// Every kind of value seen, under every verdict.
pub fn findings() -> Vec<Finding> {
    let near = |total| Near {
        code: s("XM2020-0001"),
        name: s("澄屿光学"),
        likeness: Likeness::Strong,
        similarity: 92,
        total,
    };
    let stage = |stage, date| (stage, Dated::from_iso(date).unwrap());
    let (signed, registered) =
        (stage(Stage::Signed, "2020-02-03"), stage(Stage::Registered, "2020-01"));
    let clock = |months, excuse| Clock {
        kind: ClockKind::Progress,
        months,
        last: month("2020-01"),
        now: month("2020-04"),
        colour: Colour::Red,
        excuse,
    };
    let excuse = Excuse {
        clock: ClockKind::Progress,
        from: day("2020-03-01"),
        until: day("2020-04-30"),
        reason: s("停工\n等待复工"),
    };
    let merged =
        |reasoned, successor| Seen::ExitGround { ground: ExitGround::Merged, reasoned, successor };
    let received =
        |received, provisional| Seen::Received { due: day("2020-03-06"), received, provisional };
    let mut seen = samples!(Seen:
        Basis(vec![]),
        Amount(None),
        Near(vec![near(Some(Usd(1))), near(None)]),
        Missing(vec![]),
        StagesDated(vec![]),
        StageDates { earlier: signed, later: registered },
        StageAhead { stage: Stage::Production, dated: signed.1, on: day("2020-01-31") },
        Fell { quantity: Quantity::PaidIn, before: Usd(100), after: Usd(5), reasoned: false },
        StageMoved { before: Stage::Started, after: Stage::Signed, reasoned: true },
        Renamed { before: s("澄屿光学"), after: s("霁川\n光学"), reasoned: false },
        Nothing,
        Clock(clock(3, None)),
        ExitStage { stage: Stage::Production, reached: None },
        ExitGround { ground: ExitGround::Domestic, reasoned: true, successor: None },
        PersonDecides(ExitGround::Terminated),
        Received { due: day("2020-03-06"), received: None, provisional: false },
        Blank(vec![]),
        Thin(vec![]),
        Named { known: vec![], unknown: vec![] },
        Handled { category: None, outside: vec![], handlers: vec![] },
        Quoted(None),
        Done { due: day("2020-03-18"), on: day("2020-03-20") },
        Over { state: DispatchState::Returned, on: day("2020-03-18") },
    );
    seen.extend([
        Seen::Basis(vec![Basis::Scale]),
        Seen::Basis(Basis::ALL.to_vec()),
        Seen::Amount(Some(Usd(5_000_000_000))),
        Seen::Near(vec![]),
        Seen::Missing(vec![Field::Investor]),
        Seen::Missing(Field::all().collect()),
        Seen::StagesDated(vec![registered, signed]),
        Seen::Clock(clock(1, None)),
        Seen::Clock(clock(1, Some(excuse))),
        Seen::ExitStage { stage: Stage::Started, reached: None },
        Seen::ExitStage { stage: Stage::Production, reached: Some(signed.1) },
        merged(true, Some(s("XM2020-0002"))),
        merged(false, None),
        Seen::PersonDecides(ExitGround::Merged),
        Seen::Blank(AppealField::ALL.to_vec()),
        Seen::Thin(vec![(AppealField::Problem, 4), (AppealField::Suggestion, 9)]),
        Seen::Named { known: vec![s("资规"), s("住建")], unknown: vec![] },
        Seen::Named { known: vec![s("资规")], unknown: vec![s("某\n局")] },
        Seen::Handled { category: Some(s("其他")), outside: vec![], handlers: vec![] },
        Seen::Handled { category: Some(s("融资")), outside: vec![], handlers: vec![s("金融")] },
        Seen::Handled {
            category: Some(s("融资")),
            outside: vec![s("海关")],
            handlers: vec![s("金融")],
        },
        Seen::Quoted(Some(s("《示例办法》\n第三条"))),
        Seen::Done { due: day("2020-03-18"), on: day("2020-03-18") },
        received(Some(day("2020-03-06")), true),
        received(Some(day("2020-03-09")), false),
    ]);
    let mut findings = Vec::new();
    for seen in seen {
        for verdict in Verdict::ALL {
            for value in [0, 1] {
                let rule = version(rule_for(&seen), value);
                findings.push(Finding { verdict: *verdict, seen: seen.clone(), rule });
            }
        }
    }
    let scale = version(RuleName::EntryScale, 10_000_000_000);
    let below = Seen::Amount(Some(Usd(5_000_000_000)));
    findings.insert(0, Finding { verdict: Verdict::Fail, seen: below, rule: scale });
    findings
}

/// A standard that sees such a value.
fn rule_for(seen: &Seen) -> RuleName {
    match seen {
        Seen::Basis(_) => RuleName::EntryConference,
        Seen::Amount(_) => RuleName::EntryScale,
        Seen::Near(near) if near.is_empty() => RuleName::DuplicateAmount,
        Seen::Near(_) => RuleName::DuplicateName,
        Seen::Missing(_) => RuleName::StageComplete,
        Seen::StagesDated(_) | Seen::StageDates { .. } | Seen::StageAhead { .. } => {
            RuleName::StageOrder
        }
        Seen::Fell { .. } => RuleName::AmountDown,
        Seen::StageMoved { .. } => RuleName::StageBack,
        Seen::Renamed { .. } | Seen::Nothing => RuleName::NameChanged,
        Seen::Clock(clock) if clock.months > 1 => RuleName::ExitStalled,
        Seen::Clock(_) => RuleName::ProgressYellow,
        Seen::ExitStage { .. } => RuleName::ExitProduction,
        Seen::ExitGround { .. } => RuleName::ExitMerged,
        Seen::PersonDecides(_) => RuleName::ExitTerminated,
        Seen::Received { .. } => RuleName::ReportDue,
        Seen::Blank(_) => RuleName::AppealEmpty,
        Seen::Thin(_) => RuleName::AppealThin,
        Seen::Named { .. } => RuleName::AppealTarget,
        Seen::Handled { .. } => RuleName::AppealHandled,
        Seen::Quoted(_) => RuleName::AppealBasis,
        Seen::Done { .. } | Seen::Over { .. } => RuleName::DispatchReturn,
    }
}
