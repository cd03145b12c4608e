//! Pieces of sentences: quotes, lists, months and counts in both languages.

use crate::model::month::Month;
use crate::model::name::clean;

/// The same word in (中文, English).
pub type Words = (&'static str, &'static str);

/// The same sentence in (中文, English).
pub type Pair = (String, String);

/// Longest value quoted in full; a cell may hold a page of text.
const QUOTED: usize = 60;

/// Text from outside in quotes: on one line, without control characters, shortened.
pub fn quote(text: &str) -> String {
    let text = clean(text);
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("“{}…”", &text[..end]),
        None => format!("“{text}”"),
    }
}

/// A path in quotes, in full.
pub fn path(path: &str) -> String {
    format!("“{}”", clean(path))
}

/// Several texts, each in quotes; Chinese sets no comma between quotes (GB/T 15834).
pub fn quotes(texts: &[String]) -> Pair {
    let quoted: Vec<String> = texts.iter().map(|text| quote(text)).collect();
    (quoted.concat(), quoted.join(", "))
}

/// Items in a row: `甲、乙` and `A, B`.
pub fn list(items: impl IntoIterator<Item = String>) -> Pair {
    let items: Vec<String> = items.into_iter().collect();
    (items.join("、"), items.join(", "))
}

/// Words in a row, each in its language.
pub fn word_list(words: impl IntoIterator<Item = Words>) -> Pair {
    let (zh, en): (Vec<&str>, Vec<&str>) = words.into_iter().unzip();
    (zh.join("、"), en.join(", "))
}

/// Projects by code and name.
pub fn projects(candidates: &[(String, String)]) -> Pair {
    list(candidates.iter().map(|(code, name)| format!("{} {}", clean(code), clean(name))))
}

/// `2020年2月` and `February 2020`.
pub fn month(month: Month) -> Pair {
    let zh = format!("{}年{}月", month.year(), month.month());
    (zh, month.first_day().format("%B %Y").to_string())
}

/// `1 row`, `2 rows`.
pub fn count(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// `is` or `are`, `was` or `were`.
pub fn verb<'a>(number: u64, one: &'a str, many: &'a str) -> &'a str {
    if number == 1 { one } else { many }
}

/// A sentence begun with a small letter, to stand inside another.
pub fn uncapital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
