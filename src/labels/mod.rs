//! Words: Chinese and English side by side, so that neither can be missing.

pub mod usage;

use crate::error::Refusal;
use crate::model::finding::{Finding, RuleVersion, Seen};
use crate::model::money::Unit;
use crate::model::note::Note;
use crate::model::word::Word;

/// The language a person reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    Zh,
    En,
}

impl Lang {
    /// Chooses one of a pair (中文, English).
    pub fn pick<T>(self, pair: (T, T)) -> T {
        match self {
            Lang::Zh => pair.0,
            Lang::En => pair.1,
        }
    }
}

/// A word in `lang`.
pub fn word(word: Word, lang: Lang) -> String {
    let _ = lang;
    word.key().into_owned()
}

/// A note as a sentence.
pub fn note(note: &Note, lang: Lang) -> String {
    let _ = lang;
    format!("{note:?}")
}

/// A refusal as one sentence: what, where, and the next step.
pub fn refusal(refusal: &Refusal, lang: Lang) -> String {
    let _ = lang;
    format!("{refusal:?}")
}

/// What a rule saw, in words.
pub fn seen(seen: &Seen, unit: Unit, lang: Lang) -> String {
    let _ = (unit, lang);
    format!("{seen:?}")
}

/// The value of a standard with its unit.
pub fn threshold(rule: &RuleVersion, lang: Lang) -> String {
    let _ = lang;
    rule.value.to_string()
}

/// A finding as a sentence.
pub fn finding(finding: &Finding, lang: Lang) -> String {
    let _ = lang;
    format!("{finding:?}")
}
