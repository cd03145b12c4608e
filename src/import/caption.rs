//! What the lines above the header and the file's name say: unit, month, district.

use super::Lexicon;
use super::measure::Measure;
use super::sheet::Record;
use super::words::{Kind as Word, fold, list, strip_start};
use crate::model::month::Month;
use unicode_normalization::UnicodeNormalization;

/// The unit a line gives (`单位：万美元`).
pub fn unit(rows: &[Record]) -> Option<Measure> {
    let cells = rows.iter().flat_map(|row| row.filled());
    let chunks = cells.flat_map(|(_, cell)| cell.split([' ', '\u{3000}', ';', '\u{ff1b}', '(', ')', '\u{ff08}', '\u{ff09}']));
    chunks
        .filter_map(|chunk| {
            let folded = fold(chunk);
            let (_, rest) = strip_start(Word::UnitLabel, &folded)?;
            Measure::parse(rest.strip_prefix(':')?)
        })
        .last()
}

/// The month the lines above the header speak of; the day they were filed says nothing.
pub fn month(rows: &[Record]) -> Option<Month> {
    let cells = rows.iter().flat_map(|row| row.filled());
    let chunks = cells.flat_map(|(_, cell)| cell.split([' ', '\u{3000}']));
    let told = chunks.filter(|chunk| {
        let folded = fold(chunk);
        !list(Word::FiledLabel).iter().any(|(label, _)| folded.contains(label.as_str()))
    });
    told.filter_map(month_in).last()
}

/// The last `2020年2月` of a text that is not part of a day.
fn month_in(text: &str) -> Option<Month> {
    let text: Vec<char> = text.nfkc().collect();
    let is = |kind, c: Option<&char>| {
        c.is_some_and(|c| list(kind).iter().any(|(word, _)| word.chars().eq([*c])))
    };
    let number = |from: usize, to: usize| -> Option<u32> {
        text.get(from..to)?.iter().collect::<String>().parse().ok()
    };
    let mut found = None;
    for place in 0..text.len() {
        let Some(year) = number(place, place + 4) else { continue };
        if !is(Word::YearMark, text.get(place + 4)) {
            continue;
        }
        for digits in [2, 1] {
            let end = place + 5 + digits;
            let day = text.get(end + 1).is_some_and(char::is_ascii_digit);
            if let (Some(month), true, false) =
                (number(place + 5, end), is(Word::MonthMark, text.get(end)), day)
            {
                found = Month::new(year as i32, month).or(found);
            }
        }
    }
    found
}

/// The month in a file's name: `2020年2月`, `2020-02`, `202002`.
pub fn month_of_name(name: &str) -> Option<Month> {
    if let Some(month) = month_in(name) {
        return Some(month);
    }
    let mut runs = Vec::new();
    let mut run = String::new();
    for c in name.nfkc().chain(['/']) {
        if c.is_ascii_digit() || (c == '-' && run.len() == 4) {
            run.push(c);
        } else {
            runs.push(std::mem::take(&mut run));
        }
    }
    runs.iter().find_map(|run| match run.len() {
        6 => Month::from_number(run.parse().ok()?),
        7 => run.parse().ok(),
        _ => None,
    })
}

/// The one district a text names, with the words that named it; `None` for none or several.
pub fn district(lexicon: &Lexicon, text: &str) -> Option<(i64, String)> {
    let mut rest = fold(text);
    let mut aliases: Vec<(String, i64)> =
        lexicon.districts.iter().map(|(alias, id)| (fold(alias), *id)).collect();
    aliases.retain(|(alias, _)| alias.chars().count() >= 2);
    aliases.sort_by_key(|(alias, _)| std::cmp::Reverse(alias.chars().count()));
    let mut found: Option<(i64, String)> = None;
    for (alias, id) in aliases {
        if !rest.contains(&alias) {
            continue;
        }
        if found.as_ref().is_some_and(|(other, _)| *other != id) {
            return None;
        }
        found.get_or_insert((id, alias.clone()));
        rest = rest.replace(&alias, "\u{1}");
    }
    found
}
