//! One typed cell as text for people. Blank is the empty string; each format chooses its sign.

use crate::labels::{self, Lang};
use crate::model::money::{Unit, Usd};
use crate::model::name;
use crate::model::term::Term;
use crate::model::word::Word;
use crate::view::page::{Cell, Column, ColumnKind, Page};

/// The sign of an unknown or inapplicable cell, where people read.
pub const BLANK: &str = "\u{2014}";

const ENUMERATION_COMMA: &str = "\u{3001}";

/// A cell as people read it.
pub fn text(cell: &Cell, unit: Unit, lang: Lang) -> String {
    match cell {
        Cell::Blank => String::new(),
        Cell::Text(text) | Cell::Code(text) => visible(text),
        Cell::Name { zh, en, .. } => visible(lang.pick((zh, en))),
        Cell::Count(count) => count.to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Money(amount) => amount.grouped(unit),
        Cell::Mean(amount) => amount.rounded(unit).grouped(unit),
        Cell::Share { n, of } => match share(*n, *of) {
            Some(percent) => format!("{n}/{of} ({percent}%)"),
            None => format!("{n}/{of}"),
        },
        Cell::Part { n, of } => format!("{n}/{of}"),
        Cell::Tenths(tenths) => decimal(*tenths),
        Cell::Average { sum, of } => average(*sum, *of).unwrap_or_default(),
        Cell::MoneyShare { part, of } => {
            money_share(*part, *of).map_or_else(String::new, |percent| percent + "%")
        }
        Cell::Day(day) => day.to_string(),
        Cell::Dated(date) => date.to_string(),
        Cell::Month(month) => month.to_string(),
        Cell::Flag(flag) => word(if *flag { Term::Yes } else { Term::No }.into(), lang),
        Cell::Word(key) => word(*key, lang),
        Cell::Measured(key) => with_unit(&word(*key, lang), unit, lang),
        Cell::Words(keys) => {
            let words: Vec<_> = keys.iter().map(|key| word(*key, lang)).collect();
            words.join(lang.pick((ENUMERATION_COMMA, ", ")))
        }
        Cell::Rate(micro) => rate(*micro),
        Cell::Threshold(rule) => visible(&labels::threshold(rule, lang)),
        Cell::Seen(seen) => visible(&labels::seen(seen, unit, lang)),
        Cell::Finding(finding) => visible(&labels::finding(finding, lang)),
        Cell::Note(note) => visible(&labels::note(note, lang)),
    }
}

/// A heading, with the unit where the column holds money.
pub fn heading(column: &Column, unit: Unit, lang: Lang) -> String {
    let name = word(column.heading, lang);
    if column.kind != ColumnKind::Money {
        return name;
    }
    with_unit(&name, unit, lang)
}

/// The name of an amount with its unit behind it.
pub fn with_unit(name: &str, unit: Unit, lang: Lang) -> String {
    let unit = word(unit.into(), lang);
    lang.pick((format!("{name}\u{ff08}{unit}\u{ff09}"), format!("{name} ({unit})")))
}

/// The page's title after the city it speaks of.
pub fn title(page: &Page, lang: Lang) -> String {
    let (place, title) = (visible(&page.place), word(page.title.into(), lang));
    if place.is_empty() {
        return title;
    }
    lang.pick((format!("{place}{title}"), format!("{place} {title}")))
}

/// A word of a closed vocabulary.
pub fn word(key: Word, lang: Lang) -> String {
    visible(&labels::word(key, lang))
}

/// Text as one line without what could steer a terminal or hide: control, direction and
/// zero-width characters, line separators.
pub fn visible(text: &str) -> String {
    let clean = name::clean(text);
    if clean.chars().any(is_hidden) { clean.replace(is_hidden, "") } else { clean }
}

/// What must never reach a terminal raw; wider than what makes two names look alike.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                // No XML file may hold these.
                | '\u{fffe}'..='\u{ffff}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// Whether a spreadsheet would run the text as a formula; plain numbers stay numbers.
pub fn is_formula(text: &str) -> bool {
    let first = text.chars().next();
    let starts = first.is_some_and(|c| {
        matches!(
            c,
            '=' | '+'
                | '-'
                | '@'
                | '|'
                | '\t'
                | '\r'
                | '\u{ff1d}'
                | '\u{ff0b}'
                | '\u{ff0d}'
                | '\u{ff20}'
        )
    });
    starts && !is_number(text)
}

/// An optional sign, digits, optionally a point and digits, optionally a percent sign.
fn is_number(text: &str) -> bool {
    let bare = text.strip_prefix(['+', '-']).unwrap_or(text);
    let bare = bare.strip_suffix('%').unwrap_or(bare);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let (whole, fraction) = bare.split_once('.').unwrap_or((bare, "0"));
    digits(whole) && digits(fraction)
}

/// n of N in percent with one decimal; `None` of nothing.
pub fn share(n: u64, of: u64) -> Option<String> {
    percent(n.into(), of.into())
}

/// A part of an amount in percent with one decimal; `None` of nothing.
pub fn money_share(part: Usd, of: Usd) -> Option<String> {
    percent(part.0.into(), of.0.into())
}

/// The mean of `of` counts that add up to `sum`, half-up to one decimal; `None` of nothing.
pub fn average(sum: u64, of: u64) -> Option<String> {
    let (sum, of) = (u128::from(sum), u128::from(of));
    let tenths = (sum * 20 + of).checked_div(of * 2)?;
    Some(format!("{}.{}", tenths / 10, tenths % 10))
}

/// Tenths with one decimal.
pub fn decimal(tenths: u64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// Half-up (away from zero) to one decimal, in integers, from the unrounded figures.
fn percent(part: i128, of: i128) -> Option<String> {
    let (above, below) = (part.unsigned_abs(), of.unsigned_abs());
    let tenths = (above * 2000 + below).checked_div(below * 2)?;
    let sign = if tenths > 0 && (part < 0) != (of < 0) { "-" } else { "" };
    Some(format!("{sign}{}.{}", tenths / 10, tenths % 10))
}

/// An exchange rate held times 10⁶ as an exact decimal.
pub fn rate(micro: i64) -> String {
    let sign = if micro < 0 { "-" } else { "" };
    let (whole, rest) = (micro.unsigned_abs() / 1_000_000, micro.unsigned_abs() % 1_000_000);
    if rest == 0 {
        return format!("{sign}{whole}");
    }
    format!("{sign}{whole}.{}", format!("{rest:06}").trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_half_up_from_unrounded_figures() {
        let shown = |n, of| text(&Cell::Share { n, of }, Unit::One, Lang::Zh);
        assert_eq!(shown(97, 193), "97/193 (50.3%)");
        assert_eq!(shown(0, 0), "0/0");
        assert_eq!(shown(1, 2000), "1/2000 (0.1%)");
        assert_eq!(shown(1, 2001), "1/2001 (0.0%)");
        assert_eq!(shown(u64::MAX, u64::MAX), format!("{0}/{0} (100.0%)", u64::MAX));
        let of_money = |part, of| {
            text(&Cell::MoneyShare { part: Usd(part), of: Usd(of) }, Unit::One, Lang::Zh)
        };
        assert_eq!(of_money(i64::MAX, i64::MAX), "100.0%");
        assert_eq!(of_money(-1, 3), "-33.3%");
        assert_eq!(of_money(-1, 300_000), "0.0%");
        assert_eq!(of_money(5, 0), "");
    }

    #[test]
    fn means_are_rounded_half_up_to_one_decimal() {
        let shown = |sum, of| text(&Cell::Average { sum, of }, Unit::One, Lang::Zh);
        assert_eq!(shown(102, 51), "2.0");
        assert_eq!(shown(1, 20), "0.1");
        assert_eq!(shown(1, 21), "0.0");
        assert_eq!(shown(0, 0), "");
        assert_eq!(shown(u64::MAX, 1), format!("{}.0", u64::MAX));
    }

    #[test]
    fn what_cannot_be_seen_is_not_printed() {
        assert_eq!(visible("\u{1b}[31m澄屿\u{202e}\u{2028}光\u{9b}学\u{e0041}\n"), "[31m澄屿光学");
    }

    #[test]
    fn words_and_names_follow_the_language() {
        let name = Cell::Name { zh: "昆山市".into(), en: "Kunshan".into(), key: "ks".into() };
        assert_eq!(text(&name, Unit::One, Lang::Zh), "昆山市");
        assert_eq!(text(&name, Unit::One, Lang::En), "Kunshan");
        let words = Cell::Words(vec![Term::Yes.into(), Term::No.into()]);
        assert_eq!(text(&words, Unit::One, Lang::En).matches(", ").count(), 1);
        assert_eq!(text(&words, Unit::One, Lang::Zh).matches('、').count(), 1);
    }

    #[test]
    fn rates_print_exactly() {
        assert_eq!(rate(142_750), "0.14275");
        assert_eq!(rate(3_000_000), "3");
    }
}
