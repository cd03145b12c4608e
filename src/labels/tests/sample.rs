//! Facts that samples are made of, and the macro that lets no variant go without one.

use crate::model::Day;
use crate::model::entry::{Basis, Likeness};
use crate::model::finding::{Finding, Near, RuleName, RuleVersion, Seen, Verdict};
use crate::model::money::Usd;
use crate::model::month::Month;

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
    let cases = [
        (version(RuleName::EntryConference, 1), Seen::Basis(vec![])),
        (version(RuleName::EntryPutForward, 0), Seen::Basis(vec![Basis::Scale])),
        (version(RuleName::EntryDesignated, 1), Seen::Basis(Basis::ALL.to_vec())),
        (version(RuleName::EntryScale, 10_000_000_000), Seen::Amount(Some(Usd(5_000_000_000)))),
        (version(RuleName::EntryScale, 10_000_000_000), Seen::Amount(None)),
        (version(RuleName::DuplicateName, 80), Seen::Near(vec![near(Some(Usd(1))), near(None)])),
        (version(RuleName::DuplicateAmount, 10), Seen::Near(vec![])),
        (version(RuleName::ReportDue, 5), Seen::Amount(None)),
    ];
    let verdicts = Verdict::ALL.iter();
    verdicts
        .flat_map(|verdict| {
            cases.clone().map(|(rule, seen)| Finding { verdict: *verdict, seen, rule })
        })
        .collect()
}
