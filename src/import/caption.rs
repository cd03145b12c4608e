//! What the lines above the header and the file name say: unit (单位), month (月份), district (板块).

use super::Lexicon;
use super::measure::{LONGEST, Measure};
use super::sheet::Record;
use super::words::{self, Kind as Word};
use crate::model::month::Month;
use unicode_normalization::UnicodeNormalization;

/// Something said, and where: the row, or `None` for the file name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said<T> {
    pub what: T,
    pub row: Option<u64>,
    pub text: String,
}

/// A line in one width and one case, with its white space.
fn plain(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).collect()
}

/// Units in the lines above the header, each once.
pub fn units(captions: &[Record]) -> Vec<Said<Measure>> {
    let mut found: Vec<Said<Measure>> = Vec::new();
    for record in captions {
        for cell in &record.cells {
            let text: String = plain(cell).chars().filter(|c| !c.is_whitespace()).collect();
            let bare = Measure::parse(text.trim_matches(['(', ')'])).into_iter();
            for what in bare.chain(after_labels(&text)) {
                if !found.iter().any(|said| said.what == what) {
                    found.push(Said { what, row: Some(record.line), text: cell.trim().to_owned() });
                }
            }
        }
    }
    found
}

/// The units after each `单位：` of a line; `填报单位：` names no unit and is passed over.
fn after_labels(text: &str) -> Vec<Measure> {
    let mut found = Vec::new();
    for (at, _) in text.char_indices() {
        let Some((_, rest)) = words::strip_start(Word::UnitLabel, &text[at..]) else { continue };
        let rest = rest.trim_start_matches([':', '(']);
        let ends = rest.char_indices().map(|(end, c)| end + c.len_utf8()).take(LONGEST);
        let mut ends = ends.collect::<Vec<_>>().into_iter().rev();
        let longest = ends.find_map(|end| Measure::parse(&rest[..end]));
        found.extend(longest.filter(|unit| unit.power.is_some()));
    }
    found.dedup();
    found
}

/// The month each line above the header names; a line that names several says nothing.
pub fn months(captions: &[Record]) -> Vec<Said<Month>> {
    let mut found = Vec::new();
    for record in captions {
        let mut in_line = Vec::new();
        let mut before = String::new();
        for cell in record.cells.iter().map(|cell| plain(cell)) {
            if !ends_with_filed_label(&before) {
                in_line.extend(months_in(&without_filing_time(&cell)));
            }
            if !cell.trim().is_empty() {
                before = cell;
            }
        }
        in_line.dedup();
        if let [what] = in_line[..] {
            found.push(Said { what, row: Some(record.line), text: what.to_string() });
        }
    }
    found
}

/// The month a file name speaks of.
pub fn month_of_name(name: &str) -> Option<Said<Month>> {
    let mut found = months_in(&plain(name));
    found.extend(compact_months(&plain(name)));
    found.sort();
    found.dedup();
    match found[..] {
        [what] => Some(Said { what, row: None, text: name.to_owned() }),
        _ => None,
    }
}

fn ends_with_filed_label(text: &str) -> bool {
    let text = text.trim().trim_end_matches(':').trim_end();
    words::list(Word::FiledLabel).iter().any(|(label, _)| text.ends_with(label.as_str()))
}

/// Drops what follows `填报时间：` up to the next wide gap: it is when the form was filled in.
fn without_filing_time(text: &str) -> String {
    let mut rest = text.to_owned();
    for (label, _) in words::list(Word::FiledLabel) {
        while let Some(at) = rest.find(label.as_str()) {
            let value = rest[at + label.len()..].trim_start_matches([':', ' ']);
            let value = value.split_once("  ").map_or("", |(_, after)| after);
            rest = format!("{} {value}", &rest[..at]);
        }
    }
    rest
}

/// Months with a year in a line; dates of days are no months. `2020年1-2月` means February.
pub fn months_in(text: &str) -> Vec<Month> {
    let chars: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let begins = chars[at].is_ascii_digit() && (at == 0 || !chars[at - 1].is_ascii_digit());
        let (year, after) = if begins { number(&chars, at) } else { (None, at + 1) };
        if after - at == 4
            && let (Some(year), Some((month, end))) = (year, month_after(&chars, after))
        {
            found.extend(
                Month::new(year as i32, month).filter(|it| (1990..2100).contains(&it.year())),
            );
            at = end;
        } else {
            at = after.max(at + 1);
        }
    }
    found.dedup();
    found
}

/// The number at a place and where it ends.
fn number(chars: &[char], at: usize) -> (Option<u32>, usize) {
    let digits: String = chars[at..].iter().take_while(|c| c.is_ascii_digit()).collect();
    (digits.parse().ok(), at + digits.len())
}

fn marks(kind: Word, c: Option<&char>) -> bool {
    c.is_some_and(|c| words::list(kind).iter().any(|(mark, _)| mark.chars().eq([*c])))
}

/// The month after a year, and where it ends; `None` for a date of a day.
fn month_after(chars: &[char], at: usize) -> Option<(u32, usize)> {
    let separator = chars.get(at)?;
    let in_words = marks(Word::YearMark, Some(separator));
    if !in_words && !matches!(separator, '-' | '.' | '/' | '_') {
        return None;
    }
    let (month, mut end) = number(chars, at + 1);
    let mut month = month.filter(|_| end - at <= 3)?;
    if !in_words {
        let day_follows = matches!(chars.get(end), Some('-' | '.' | '/' | '_'))
            && chars.get(end + 1).is_some_and(char::is_ascii_digit);
        let unclear = *separator == '.' && end - at == 2;
        return (!day_follows && !unclear).then_some((month, end));
    }
    let month_named = marks(Word::MonthMark, chars.get(end));
    end += usize::from(month_named);
    let range = matches!(chars.get(end), Some('-' | '~' | '\u{2014}' | '\u{2013}'))
        || marks(Word::RangeMark, chars.get(end));
    if range
        && let (Some(last), after) = number(chars, end + 1)
        && marks(Word::MonthMark, chars.get(after))
    {
        (month, end) = (last, after + 1);
    } else if !month_named || chars.get(end).is_some_and(char::is_ascii_digit) {
        return None;
    }
    Some((month, end))
}

/// `202002` among other text, but no part of a longer number.
fn compact_months(text: &str) -> Vec<Month> {
    let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 6);
    let months = runs.filter_map(|run| Month::from_number(run.parse().ok()?));
    months.filter(|month| (1990..2100).contains(&month.year())).collect()
}

/// The district each line above the header names; a line that names several says nothing.
pub fn districts(captions: &[Record], lexicon: &Lexicon) -> Vec<Said<i64>> {
    let line = |record: &Record| {
        let (what, text) = district_in(&record.cells.join(" "), lexicon)?;
        Some(Said { what, row: Some(record.line), text })
    };
    captions.iter().filter_map(line).collect()
}

/// The one district a text names, with the alias it uses. Longer aliases go first and what they
/// cover is taken (`新区` is not seen in `高新区`); of `昆山高新区` the first counts.
pub fn district_in(text: &str, lexicon: &Lexicon) -> Option<(i64, String)> {
    let text = plain(text);
    let mut aliases: Vec<(String, i64)> =
        lexicon.districts.iter().map(|(alias, id)| (plain(alias.trim()), *id)).collect();
    aliases.sort_by_key(|(alias, _)| std::cmp::Reverse(alias.len()));
    let mut spans: Vec<(usize, usize, i64)> = Vec::new();
    for (alias, id) in aliases.iter().filter(|(alias, _)| !alias.is_empty()) {
        for (from, _) in text.match_indices(alias.as_str()) {
            let to = from + alias.len();
            let apart = spans.iter().all(|(start, end, _)| to <= *start || from >= *end);
            if apart && is_word(&text, from, to) {
                spans.push((from, to, *id));
            }
        }
    }
    spans.sort_unstable();
    let mut heads: Vec<(usize, usize, i64)> = Vec::new();
    let mut reached = None;
    for span in spans {
        if reached != Some(span.0) {
            heads.push(span);
        }
        reached = Some(span.1);
    }
    let (from, to, id) = *heads.first()?;
    heads.iter().all(|head| head.2 == id).then(|| (id, text[from..to].to_owned()))
}

/// Latin aliases must stand as words of their own.
fn is_word(text: &str, from: usize, to: usize) -> bool {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let (before, after) = (text[..from].chars().next_back(), text[to..].chars().next());
    let (first, last) = (text[from..].chars().next(), text[..to].chars().next_back());
    let joined = (latin(before) && latin(first)) || (latin(last) && latin(after));
    !joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Vec<Record> {
        vec![Record { line: 2, cells: text.split('|').map(str::to_owned).collect() }]
    }

    #[test]
    fn the_unit_stands_in_a_line_above() {
        let usd =
            |power| vec![Measure { power: Some(power), currency: Some("USD"), generic: false }];
        for (text, expected) in [
            ("单位：万美元", usd(4)),
            ("填报单位（盖章）：昆山市商务局  填报时间：2020年3月3日  单位：亿美元", usd(8)),
            ("||（金额单位: 万美元）", usd(4)),
            ("（万美元）", usd(4)),
            ("Unit: USD 10k", usd(4)),
            ("填报单位：商务局|责任单位", vec![]),
            ("单位：个", vec![]),
        ] {
            let found: Vec<Measure> = units(&line(text)).into_iter().map(|it| it.what).collect();
            assert_eq!(found, expected, "{text}");
        }
        assert_eq!(units(&line("单位：万美元|单位：亿美元")).len(), 2);
    }

    #[test]
    fn the_month_is_no_day_and_no_filing_time() {
        for (text, expected) in [
            ("昆山市项目情况表（截至2020年2月底）", Some("2020-02")),
            ("2020年 2 月份报表", Some("2020-02")),
            ("２０２０年２月", Some("2020-02")),
            ("2020年1-2月", Some("2020-02")),
            ("2020年1月至2月", Some("2020-02")),
            ("报告月份：2020-02", Some("2020-02")),
            ("填报人：王某  填报时间：2020年3月", None),
            ("填报时间：|2020年3月", None),
            ("填报时间：2020年3月3日  报告月份：2020年2月", Some("2020-02")),
            ("截至2020年2月29日", None),
            ("2020-02-29", None),
            ("2020.1", None),
            ("2019年12月、2020年1月", None),
            ("二月", None),
        ] {
            let found = months(&line(text)).first().map(|it| it.what.to_string());
            assert_eq!(found.as_deref(), expected, "{text}");
        }
        for (name, expected) in [
            ("昆山2020年2月月报.csv", Some("2020-02")),
            ("kunshan-2020-02.csv", Some("2020-02")),
            ("kunshan_2020_02.csv", Some("2020-02")),
            ("202002昆山.csv", Some("2020-02")),
            ("昆山20200305.csv", None),
            ("昆山2020-03-05.csv", None),
            ("昆山.csv", None),
        ] {
            let found = month_of_name(name).map(|it| it.what.to_string());
            assert_eq!(found.as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn the_district_is_the_longest_name() {
        let names =
            [("昆山市", 1), ("昆山", 1), ("高新区", 2), ("新区", 3), ("太仓", 4), ("SIP", 5)];
        let lexicon = Lexicon {
            districts: names.iter().map(|(name, id)| ((*name).to_owned(), *id)).collect(),
            ..Lexicon::default()
        };
        for (text, expected) in [
            ("填报单位：昆山市商务局", Some((1, "昆山市"))),
            ("苏州高新区重点项目", Some((2, "高新区"))),
            ("昆山高新区", Some((1, "昆山"))),
            ("新区月报", Some((3, "新区"))),
            ("昆山市与太仓市", None),
            ("sip-2020-02.csv", Some((5, "sip"))),
            ("gossip.csv", None),
            ("全市", None),
        ] {
            let found = district_in(text, &lexicon);
            let expected = expected.map(|(id, alias)| (id, alias.to_owned()));
            assert_eq!(found, expected, "{text}");
        }
    }
}
