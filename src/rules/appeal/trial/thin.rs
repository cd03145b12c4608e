//! Enough is said to act on: each text that is there has as many letters as the standard asks,
//! spaces and punctuation apart.

use crate::model::appeal::AppealField;
use crate::model::finding::{Finding, RuleVersion, Seen};
use crate::model::name::search_key;
use crate::rules::appeal::Facts;
use crate::rules::weigh;

pub fn judge(version: &RuleVersion, facts: &Facts<'_>) -> Finding {
    let length = |field: &AppealField| {
        let text = facts.appeal.text(*field).filter(|_| *field != AppealField::Target)?;
        let length = i64::try_from(search_key(text).chars().count()).ok()?;
        (length > 0 && length < version.value).then_some((*field, length))
    };
    let thin: Vec<(AppealField, i64)> = AppealField::ALL.iter().filter_map(length).collect();
    weigh(version, thin.is_empty(), Seen::Thin(thin))
}
