//! Appeals (诉求) as pure functions: the five tests, what may be done in which state, what a life
//! adds up to, when an answer is due, and how strongly it is chased.

pub mod chase;
pub mod due;
pub mod life;
pub mod similar;
pub mod step;
mod trial;

use super::book::RuleBook;
use crate::model::Day;
use crate::model::appeal::{Appeal, Category};
use crate::model::finding::{Finding, RuleName, RuleVersion, Verdict};
use crate::model::party::Department;

/// What the five tests look at.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    pub appeal: &'a Appeal,
    /// The departments the target names.
    pub named: &'a [Department],
    /// Names in the target that are no department's.
    pub unknown: &'a [String],
    pub category: Option<&'a Category>,
    /// Every department on record.
    pub departments: &'a [Department],
}

/// One of the five tests: a standard and the function that judges by it.
type Trial = (RuleName, fn(&RuleVersion, &Facts<'_>) -> Finding);

/// The five tests in their order.
const TRIALS: [Trial; 5] = [
    (RuleName::AppealEmpty, trial::empty::judge),
    (RuleName::AppealThin, trial::thin::judge),
    (RuleName::AppealTarget, trial::target::judge),
    (RuleName::AppealHandled, trial::handled::judge),
    (RuleName::AppealBasis, trial::basis::judge),
];

/// What the five tests say, all of them; a test whose standard was never set says nothing.
pub fn judge(book: &RuleBook, facts: &Facts<'_>, on: Day) -> Vec<Finding> {
    let judge = |(rule, judge): &Trial| book.on(*rule, on).map(|version| judge(version, facts));
    TRIALS.iter().filter_map(judge).collect()
}

/// Whether an appeal passes.
pub fn passes(findings: &[Finding]) -> bool {
    findings.iter().all(|finding| finding.verdict != Verdict::Fail)
}
