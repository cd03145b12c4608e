//! Nothing is empty: background, problem, purpose and suggestion are filled. Whom it is addressed
//! to is a test of its own.

use crate::model::appeal::AppealField;
use crate::model::finding::{Finding, RuleVersion, Seen};
use crate::rules::appeal::Facts;
use crate::rules::weigh;

pub fn judge(version: &RuleVersion, facts: &Facts<'_>) -> Finding {
    let blank = |field: &&AppealField| {
        let text = facts.appeal.text(**field).unwrap_or_default();
        **field != AppealField::Target && text.trim().is_empty()
    };
    let empty: Vec<AppealField> = AppealField::ALL.iter().filter(blank).copied().collect();
    weigh(version, empty.is_empty(), Seen::Blank(empty))
}
