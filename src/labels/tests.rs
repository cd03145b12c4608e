//! What must stay true of words and sentences; what both share.

mod appeals;
mod board;
mod circular;
mod log;
mod meetings;
mod notes;
mod packs;
mod readiness;
mod refusals;
mod sample;
mod sentences;
mod tasks;
mod templates;
mod trouble;
mod words;

use super::Lang;

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

fn is_han(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

fn assert_clean(sentence: &str) {
    assert!(!sentence.trim().is_empty());
    for leak in
        ["{", "}", "Some(", "None", "\n", "！", "!", "  ", "；。", "，。", "；；", " ;", " ,"]
    {
        assert!(!sentence.contains(leak), "{leak:?} in {sentence}");
    }
}
