//! The words files are written in: `headers.csv` and `words.csv`, read once.

use crate::model::field::{Field, Quantity};
use crate::model::name::search_key;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

static HEADERS: &str = include_str!("headers.csv");
static WORDS: &str = include_str!("words.csv");

/// The kinds of `words.csv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Stage,
    Basis,
    Flag,
    Scale,
    Currency,
    CurrencyName,
    Generic,
    Blank,
    Total,
    TotalTail,
    WholeSheet,
    FormSheet,
    Mark,
    Spoken,
    NoProblem,
    Ground,
    Urgency,
    Presence,
    Outcome,
    Reply,
    Role,
    Bureau,
    Rest,
    Office,
    Numeral,
    Index,
    Foot,
    UnitLabel,
    FiledLabel,
    MonthTail,
    YearMark,
    MonthMark,
    DayMark,
    RangeMark,
    PaidIn,
    Previous,
    Decoration,
    Variant,
    Errors,
}

const KINDS: [(&str, Kind); 39] = [
    ("stage", Kind::Stage),
    ("basis", Kind::Basis),
    ("flag", Kind::Flag),
    ("scale", Kind::Scale),
    ("currency", Kind::Currency),
    ("currency_name", Kind::CurrencyName),
    ("generic", Kind::Generic),
    ("blank", Kind::Blank),
    ("total", Kind::Total),
    ("total_tail", Kind::TotalTail),
    ("whole_sheet", Kind::WholeSheet),
    ("form_sheet", Kind::FormSheet),
    ("mark", Kind::Mark),
    ("spoken", Kind::Spoken),
    ("no_problem", Kind::NoProblem),
    ("ground", Kind::Ground),
    ("urgency", Kind::Urgency),
    ("presence", Kind::Presence),
    ("outcome", Kind::Outcome),
    ("reply", Kind::Reply),
    ("role", Kind::Role),
    ("bureau", Kind::Bureau),
    ("rest", Kind::Rest),
    ("office", Kind::Office),
    ("numeral", Kind::Numeral),
    ("index", Kind::Index),
    ("foot", Kind::Foot),
    ("unit_label", Kind::UnitLabel),
    ("filed_label", Kind::FiledLabel),
    ("month_tail", Kind::MonthTail),
    ("year_mark", Kind::YearMark),
    ("month_mark", Kind::MonthMark),
    ("day_mark", Kind::DayMark),
    ("range_mark", Kind::RangeMark),
    ("paid_in", Kind::PaidIn),
    ("previous", Kind::Previous),
    ("decoration", Kind::Decoration),
    ("variant", Kind::Variant),
    ("errors", Kind::Errors),
];

/// Text without white space, in one width and one case: the form words are compared in.
pub fn fold(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_folded) {
        return Cow::Borrowed(text);
    }
    text.nfkc().flat_map(char::to_lowercase).filter(|c| !c.is_whitespace()).collect()
}

/// Characters that folding leaves as they are; nearly all texts have no others.
const fn is_folded(c: char) -> bool {
    matches!(c, '!'..='@' | '['..='~' | '\u{4e00}'..='\u{9fff}')
}

type Lists = HashMap<Kind, Vec<(String, &'static str)>>;

/// Words of a kind in folded form, the longest first, each with its key.
static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let mut lists = Lists::new();
    for (kind, text, key) in WORDS.lines().skip(1).filter_map(split_word) {
        lists.entry(kind).or_default().push((fold(&text).into_owned(), key));
    }
    for list in lists.values_mut() {
        list.sort_by_key(|(text, _)| std::cmp::Reverse(text.chars().count()));
    }
    lists
});

static EXACT: LazyLock<HashMap<Kind, HashMap<String, &'static str>>> = LazyLock::new(|| {
    let mut exact: HashMap<Kind, HashMap<String, &'static str>> = HashMap::new();
    for (kind, text, key) in WORDS.lines().skip(1).filter_map(split_word) {
        let exact = exact.entry(kind).or_default();
        exact.insert(fold(&text).into_owned(), key);
        let loose = search_key(&text);
        if !loose.is_empty() {
            exact.entry(loose).or_insert(key);
        }
    }
    exact
});

static FIELDS: LazyLock<HashMap<String, Field>> = LazyLock::new(|| {
    let pairs = HEADERS.lines().skip(1).filter_map(|line| {
        let (heading, key) = line.rsplit_once(',')?;
        Some((heading_form(heading), Field::from_key(key)?))
    });
    pairs.collect()
});

/// A line `kind,text,key`; a text with a comma stands in quotes.
fn split_word(line: &'static str) -> Option<(Kind, String, &'static str)> {
    let (kind, rest) = line.split_once(',')?;
    let (text, key) = rest.rsplit_once(',')?;
    let kind = KINDS.iter().find(|(name, _)| *name == kind)?.1;
    Some((kind, text.trim_matches('"').to_owned(), key))
}

/// The key of a word that is the whole of `text`.
pub fn key_of(kind: Kind, text: &str) -> Option<&'static str> {
    // No text with more letters than the longest word is one.
    let longest = list(kind).first().map_or(0, |(word, _)| word.chars().count());
    if text.chars().filter(|c| c.is_alphanumeric()).count() > longest {
        return None;
    }
    let words = EXACT.get(&kind)?;
    words.get(fold(text).as_ref()).or_else(|| words.get(&search_key(text))).copied()
}

/// All words of a kind, folded, the longest first.
pub fn list(kind: Kind) -> &'static [(String, &'static str)] {
    LISTS.get(&kind).map_or(&[], Vec::as_slice)
}

/// The longest word of a kind that folded `text` begins with: its key and what follows it.
pub fn strip_start(kind: Kind, text: &str) -> Option<(&'static str, &str)> {
    list(kind).iter().find_map(|(word, key)| Some((*key, text.strip_prefix(word.as_str())?)))
}

/// Whether folded `text` contains a word of a kind.
pub fn contains(kind: Kind, text: &str) -> Option<&'static str> {
    list(kind).iter().find(|(word, _)| text.contains(word.as_str())).map(|(_, key)| *key)
}

/// The form in which headings are the same.
pub fn heading_form(heading: &str) -> String {
    let key = search_key(heading);
    list(Kind::Variant).iter().fold(key, |key, (from, to)| key.replace(from.as_str(), to))
}

/// The field a heading names, given in [`heading_form`].
pub fn field_of(form: &str) -> Option<Field> {
    FIELDS.get(form).copied().or_else(|| {
        // However a paid-in column is counted (本年, 当月, 历年累计), it is one.
        let drop = |form: String, (word, _): &(String, &str)| form.replace(word.as_str(), "");
        let bare = list(Kind::PaidIn).iter().fold(form.to_owned(), drop);
        FIELDS.get(&bare).copied().filter(|field| *field == Field::Money(Quantity::PaidIn))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_data_files_is_read() {
        for line in WORDS.lines().skip(1) {
            assert!(split_word(line).is_some(), "{line}");
        }
        for line in HEADERS.lines().skip(1) {
            let key = line.rsplit_once(',').unwrap().1;
            assert!(Field::from_key(key).is_some(), "{line}");
        }
    }

    #[test]
    fn every_field_has_several_headings_and_no_heading_two_fields() {
        let mut seen: HashMap<String, &str> = HashMap::new();
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for line in HEADERS.lines().skip(1) {
            let (heading, key) = line.rsplit_once(',').unwrap();
            let before = seen.insert(heading_form(heading), key);
            assert!(before.is_none_or(|other| other == key), "{heading}: {before:?}, {key}");
            *counts.entry(key).or_default() += 1;
        }
        for field in Field::all() {
            assert!(counts.get(field.key().as_str()).is_some_and(|n| *n >= 6), "{field:?}");
        }
    }
}
