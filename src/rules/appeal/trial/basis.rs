//! It quotes what it rests on: a document, a clause, an agreement (解决建议合法可行). The words by
//! which a quotation is known are in `basis.csv`.

use crate::model::appeal::AppealField;
use crate::model::finding::{Finding, RuleVersion, Seen};
use crate::model::name::clean;
use crate::rules::appeal::Facts;
use crate::rules::weigh;

const WORDS: &str = include_str!("../basis.csv");

/// Where a basis may stand, the suggestion first.
const PLACES: [AppealField; 4] =
    [AppealField::Suggestion, AppealField::Background, AppealField::Problem, AppealField::Purpose];

/// As much of a quotation as is shown.
const SHOWN: usize = 24;

pub fn judge(version: &RuleVersion, facts: &Facts<'_>) -> Finding {
    let quoted = PLACES.iter().filter_map(|field| facts.appeal.text(*field)).find_map(quotation);
    weigh(version, quoted.is_some(), Seen::Quoted(quoted))
}

/// The text from the first word that announces a basis.
fn quotation(text: &str) -> Option<String> {
    let words = WORDS.lines().skip(1).map(str::trim).filter(|word| !word.is_empty());
    let start = words.filter_map(|word| text.find(word)).min()?;
    Some(clean(&text[start..]).chars().take(SHOWN).collect())
}
