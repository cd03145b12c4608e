//! Entry (入库): any one ground suffices, and no duplicate (MECHANISM §2.1).

use super::book::RuleBook;
use crate::model::Day;
use crate::model::entry::{Basis, Likeness};
use crate::model::finding::{Finding, Near, RuleName, RuleVersion, Seen, Verdict};
use crate::model::money::Usd;

/// What the entry rules look at.
#[derive(Debug, Clone, Copy)]
pub struct EntryFacts<'a> {
    /// The grounds put forward for the project.
    pub basis: &'a [Basis],
    /// Expected total investment.
    pub total: Option<Usd>,
    /// Known projects that resemble it.
    pub near: &'a [Near],
    /// The day of entry, which decides the version of each standard.
    pub on: Day,
}

/// The entry rules' word on a project: all findings, not the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryJudgement {
    pub findings: Vec<Finding>,
    /// The grounds that hold, 达到规模 included where the amount reaches the line.
    pub grounds: Vec<Basis>,
}

impl EntryJudgement {
    /// Whether the project may enter.
    pub fn admits(&self) -> bool {
        admits(&self.findings)
    }
}

/// Whether findings admit a project: one ground holds, and it is no duplicate.
pub fn admits(findings: &[Finding]) -> bool {
    let said = |finding: &Finding, verdict| finding.verdict == verdict;
    let is_near = |finding: &Finding| matches!(finding.seen, Seen::Near(_));
    let duplicate = findings.iter().any(|found| is_near(found) && said(found, Verdict::Fail));
    let grounded = findings.iter().any(|found| !is_near(found) && said(found, Verdict::Pass));
    grounded && !duplicate
}

/// The grounds, each with the standard that allows it.
const GROUNDS: [(Basis, RuleName); 4] = [
    (Basis::Conference, RuleName::EntryConference),
    (Basis::PutForward, RuleName::EntryPutForward),
    (Basis::Scale, RuleName::EntryScale),
    (Basis::Designated, RuleName::EntryDesignated),
];

/// Judges an entry.
pub fn judge(book: &RuleBook, facts: EntryFacts<'_>) -> EntryJudgement {
    let mut findings = Vec::new();
    let mut grounds = Vec::new();
    for (basis, rule) in GROUNDS {
        let Some(version) = book.on(rule, facts.on) else { continue };
        let (seen, holds) = ground(basis, version, facts);
        if holds {
            grounds.push(basis);
        }
        let verdict = if holds { Verdict::Pass } else { Verdict::Fail };
        findings.push(Finding { verdict, seen, rule: version.clone() });
    }
    findings.extend(duplicates(book, facts));
    EntryJudgement { findings, grounds }
}

fn ground(basis: Basis, version: &RuleVersion, facts: EntryFacts<'_>) -> (Seen, bool) {
    if basis == Basis::Scale {
        let reached = facts.total.is_some_and(|total| total.0 >= version.value);
        return (Seen::Amount(facts.total), reached);
    }
    let holds = version.value == 1 && facts.basis.contains(&basis);
    (Seen::Basis(facts.basis.to_vec()), holds)
}

/// One finding for likeness by name and investor, one for likeness by name and amount.
fn duplicates(book: &RuleBook, facts: EntryFacts<'_>) -> Vec<Finding> {
    let by_amount = |near: &&Near| near.likeness == Likeness::Possible;
    let amount: Vec<Near> = facts.near.iter().filter(by_amount).cloned().collect();
    let name: Vec<Near> = facts.near.iter().filter(|near| !by_amount(near)).cloned().collect();
    [(RuleName::DuplicateName, name), (RuleName::DuplicateAmount, amount)]
        .into_iter()
        .filter_map(|(rule, near)| {
            let version = book.on(rule, facts.on)?;
            let verdict = if near.iter().any(|near| near.likeness.blocks()) {
                Verdict::Fail
            } else if near.is_empty() {
                Verdict::Pass
            } else {
                Verdict::Remark
            };
            Some(Finding { verdict, seen: Seen::Near(near), rule: version.clone() })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book() -> RuleBook {
        let version = |rule, value| RuleVersion {
            rule,
            value,
            since: "2020-03-01".parse().unwrap(),
            clause: "示例".into(),
            example: true,
        };
        RuleBook::new(vec![
            version(RuleName::EntryConference, 1),
            version(RuleName::EntryPutForward, 1),
            version(RuleName::EntryScale, 10_000_000_000),
            version(RuleName::EntryDesignated, 0),
            version(RuleName::DuplicateName, 80),
            version(RuleName::DuplicateAmount, 10),
        ])
    }

    fn near(likeness: Likeness) -> Near {
        Near {
            code: "XM2020-0001".into(),
            name: "澄屿".into(),
            likeness,
            similarity: 90,
            total: None,
        }
    }

    #[test]
    fn any_ground_suffices_and_a_duplicate_stops() {
        let line = Some(Usd(10_000_000_000));
        let below = Some(Usd(9_999_999_999));
        type Case<'a> = (&'a str, &'a [Basis], Option<Usd>, Vec<Near>, bool);
        let cases: [Case<'_>; 10] = [
            ("signed at a conference", &[Basis::Conference], None, vec![], true),
            ("put forward by its district", &[Basis::PutForward], below, vec![], true),
            ("exactly at the line: 以上含本数", &[], line, vec![], true),
            ("a cent below the line", &[], below, vec![], false),
            ("claims scale, amount below", &[Basis::Scale], below, vec![], false),
            ("designated, but the standard is off", &[Basis::Designated], None, vec![], false),
            ("no ground at all", &[], None, vec![], false),
            (
                "the same project again",
                &[Basis::Conference],
                line,
                vec![near(Likeness::Same)],
                false,
            ),
            (
                "suspect by amount",
                &[Basis::Conference],
                line,
                vec![near(Likeness::Possible)],
                false,
            ),
            ("only a similar name", &[Basis::Conference], line, vec![near(Likeness::Slight)], true),
        ];
        for (case, basis, total, near, admitted) in cases {
            let on = "2020-03-12".parse().unwrap();
            let judgement = judge(&book(), EntryFacts { basis, total, near: &near, on });
            assert_eq!(judgement.admits(), admitted, "{case}");
            assert_eq!(judgement.findings.len(), 6, "{case}: all findings, not the first");
        }
    }
}
