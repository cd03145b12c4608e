//! What a receipt (回执) says to the district it goes back to. Row numbers are those of the
//! original, whose rows the district knows.

use super::prompt::{Prompt, prompt};
use super::text::{self, Pair};
use super::{Lang, note, refusal};
use crate::error::{Place, Refusal};
use crate::model::month::Month;
use crate::model::name::clean;
use crate::model::note::Note;

/// Why a row was rejected, and what to do.
pub fn rejected(problem: &Refusal) -> Pair {
    let place = Place { file: None, sheet: None, ..problem.place.clone() };
    let (zh, en) = refusal::sentence(&Refusal { kind: problem.kind.clone(), place });
    let original = if zh.starts_with('第') { "原表" } else { "" };
    (
        format!("{}{original}{zh}", prompt(Prompt::Rejected, Lang::Zh)),
        format!("{}{en}", prompt(Prompt::Rejected, Lang::En)),
    )
}

/// What to look at in a row that was taken.
pub fn warned(said: &Note, row: u64) -> Pair {
    let (zh, en) = note::note(said);
    (
        format!("{}原表第{row}行：{zh}", prompt(Prompt::Warned, Lang::Zh)),
        format!("{}Row {row}: {en}", prompt(Prompt::Warned, Lang::En)),
    )
}

/// A line above the table that says what only the file name or the clerk had said.
pub fn caption(district: Option<&str>, month: Option<Month>) -> Pair {
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    if let Some(district) = district.map(clean) {
        zh.push(format!("填报单位：{district}"));
        en.push(format!("Reported by: {district}"));
    }
    if let Some(month) = month {
        zh.push(format!("报告月份：{}", text::month(month).0));
        en.push(format!("Report month: {month}"));
    }
    (zh.join("　　"), en.join("    "))
}
