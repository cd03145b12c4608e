//! One heading (表头): its form for looking it up, the unit in it, and what it says of 到账.

use super::measure::{LONGEST, Measure};
use super::words::{self, Kind as Word, fold, heading_form};
use crate::model::filing::PaidInBasis;
use crate::model::name::clean;
use unicode_normalization::UnicodeNormalization;

/// Characters no heading has, with all its units and hints.
const PROSE: usize = 200;

/// A heading taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heading {
    /// What it is looked up by; empty where the cell holds only a unit.
    pub form: String,
    pub measure: Option<Measure>,
}

impl Heading {
    /// Takes units (`（万美元）`) and hints (`（必填）`) out of a heading.
    pub fn of(text: &str) -> Heading {
        if is_prose(text) {
            return Heading { form: beginning(text).to_owned(), measure: None };
        }
        let mut rest: String = clean(text).nfkc().flat_map(char::to_lowercase).collect();
        let mut measure = None;
        for (open, close) in [('(', ')'), ('[', ']'), ('\u{3010}', '\u{3011}')] {
            rest = without_brackets(&rest, open, close, &mut measure);
        }
        if measure.is_none()
            && let Some((at, unit)) = unit_at_end(&rest)
        {
            rest.truncate(at);
            measure = Some(unit);
        }
        let mut form = heading_form(&rest);
        if measure.is_some() {
            for (label, _) in words::list(Word::UnitLabel) {
                if let Some(shorter) = form.strip_suffix(label.as_str()) {
                    form = shorter.to_owned();
                    break;
                }
            }
        }
        Heading { form, measure }
    }
}

/// Text too long for a heading; rows of text are looked through for one many times.
fn is_prose(text: &str) -> bool {
    beginning(text).len() < text.len()
}

fn beginning(text: &str) -> &str {
    text.char_indices().nth(PROSE).map_or(text, |(end, _)| &text[..end])
}

/// Drops bracketed units and hints; other brackets stay.
fn without_brackets(text: &str, open: char, close: char, measure: &mut Option<Measure>) -> String {
    let (mut kept, mut rest) = (String::new(), text);
    while let Some(from) = rest.find(open) {
        let Some(length) = rest[from..].find(close) else { break };
        let inner = &rest[from + open.len_utf8()..from + length];
        let after = &rest[from + length + close.len_utf8()..];
        kept.push_str(&rest[..from]);
        if let Some(unit) = labelled_unit(inner) {
            measure.get_or_insert(unit);
        } else if words::key_of(Word::Decoration, inner).is_none() {
            kept.push_str(&rest[from..from + length + close.len_utf8()]);
        }
        rest = after;
    }
    kept + rest
}

/// A unit, perhaps after `单位：`.
fn labelled_unit(text: &str) -> Option<Measure> {
    let folded = fold(text);
    let bare =
        words::strip_start(Word::UnitLabel, &folded).map_or(folded.as_ref(), |(_, rest)| rest);
    Measure::parse(bare.trim_start_matches([':', '\u{3001}', '/']))
}

/// A unit without brackets at the end of a heading: `总投资 万美元`, `总投资/亿美元`.
fn unit_at_end(text: &str) -> Option<(usize, Measure)> {
    let whole = Measure::parse(text).map(|unit| (0, unit));
    let before = text.chars().count().saturating_sub(LONGEST).max(1);
    whole.or_else(|| {
        text.char_indices().skip(before).find_map(|(at, _)| {
            let unit = Measure::parse(&text[at..])?;
            let named = unit.currency.is_some() || (unit.generic && unit.power != Some(0));
            let begins_a_word = !text[at..].starts_with(|c: char| c.is_ascii_alphanumeric())
                || !text[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
            (named && begins_a_word && unit.power.is_some()).then_some((at, unit))
        })
    })
}

/// How a heading says 到账 is counted; the longest word decides (本年累计 before 累计).
pub fn paid_in(text: &str) -> Option<PaidInBasis> {
    let folded = fold(beginning(text));
    words::contains(Word::PaidIn, &folded).and_then(PaidInBasis::from_key)
}

/// Whether a heading speaks of the month before: such columns are for comparison only.
pub fn is_previous(text: &str) -> bool {
    words::strip_start(Word::Previous, &fold(beginning(text))).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_and_hints_are_taken_out_of_headings() {
        let cases = [
            ("总投资（万美元）", "总投资", Some("USD4")),
            ("总投资(亿美元)", "总投资", Some("USD8")),
            ("总投资\n（单位：万元）", "总投资", Some("CNY4")),
            ("总投资 万美元", "总投资", Some("USD4")),
            ("总投资/万美元", "总投资", Some("USD4")),
            ("总投资（单位 万美元）（必填）", "总投资", Some("USD4")),
            ("*总投资【百万美元】", "总投资", Some("USD6")),
            ("Total investment (USD 10k)", "totalinvestment", Some("USD4")),
            ("Total investment, USD", "totalinvestment", Some("USD0")),
            ("累计到帐外资（万美元）", "累计到账外资", Some("USD4")),
            ("环评（计划）", "环评计划", None),
            ("责任单位", "责任单位", None),
            ("单元", "单元", None),
            ("（万美元）", "", Some("USD4")),
            ("万美元", "", Some("USD4")),
            ("签约时间（年/月/日）", "签约时间", None),
        ];
        for (text, form, measure) in cases {
            let found = Heading::of(text);
            let shown = found.measure.map(|unit| {
                format!("{}{}", unit.currency_code().unwrap_or(""), unit.power.unwrap_or(99))
            });
            assert_eq!((found.form.as_str(), shown.as_deref()), (form, measure), "{text}");
        }
    }

    #[test]
    fn headings_say_how_paid_in_is_counted() {
        for (text, expected) in [
            ("本月到账外资", Some(PaidInBasis::Month)),
            ("当年到账", Some(PaidInBasis::Year)),
            ("本年累计到账外资", Some(PaidInBasis::Year)),
            ("实际到账外资（历年累计）", Some(PaidInBasis::Total)),
            ("截至本月累计到账", Some(PaidInBasis::Total)),
            ("Paid-in FDI (all years)", Some(PaidInBasis::Total)),
            ("实际到账外资", None),
        ] {
            assert_eq!(paid_in(text), expected, "{text}");
        }
    }
}
