//! Amounts as they are written (金额), read exactly: `1.2亿美元`, `82，225.00`, `3000万人民币`.

use super::measure::Measure;
use super::words::{self, Kind as Word, fold};
use crate::error::Kind;
use crate::model::money::{Amount, Currency, Unit};
use unicode_normalization::UnicodeNormalization;

/// Largest amount, in hundredths: sums of a national library stay exact below it.
const LARGEST: i128 = 9_000_000_000_000_000;
/// Bytes of the longest mark for nothing.
const LONGEST_BLANK: usize = 40;
/// Characters of an amount that is read digit by digit.
const SHORT: usize = 18;
/// More digits than any amount has.
const DIGITS: usize = 30;

/// Reads an amount; `default` is the unit where the text names none.
pub fn amount(text: &str, default: Option<(Unit, Currency)>) -> Result<Amount, Kind> {
    let default = default.and_then(|(unit, currency)| Measure::of(unit, &currency.0));
    measured(text, default.as_ref())
}

/// Reads an amount; what its own unit leaves unsaid is taken from `default`.
pub fn measured(text: &str, default: Option<&Measure>) -> Result<Amount, Kind> {
    // Most amounts are nothing but digits.
    if text.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        let number = Number::short(text).or_else(|| Number::parse(text)).ok_or(Kind::BadAmount)?;
        return counted(&number, &Measure::default(), default);
    }
    let plain: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let (negative, plain) = signed(plain.trim());
    let (prefix, rest) = prefix(&plain);
    let (minus, rest) = signed(rest);
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.');
    let (digits, tail) = rest.split_at(end.unwrap_or(rest.len()));
    if is_scientific(&rest) {
        return Err(Kind::DamagedNumber);
    }
    let number = Number::parse(digits).ok_or(Kind::BadAmount)?;
    let own = own_measure(prefix, tail.trim())?;
    if (negative || minus) && number.mantissa != 0 {
        return Err(Kind::NegativeAmount);
    }
    counted(&number, &own, default)
}

/// A number in its own unit, completed by the default one.
fn counted(number: &Number, own: &Measure, default: Option<&Measure>) -> Result<Amount, Kind> {
    let measure = resolve(own, default)?;
    let (Some(power), Some(code)) = (measure.power, measure.currency) else {
        return Err(Kind::NoUnit);
    };
    let hundredths = number.hundredths(power)?;
    let currency = Currency::new(code).ok_or(Kind::BadAmount)?;
    Ok(Amount { currency, hundredths })
}

/// A minus sign or the brackets accountants use instead.
fn signed(text: &str) -> (bool, String) {
    for minus in ['-', '\u{2212}', '\u{2013}'] {
        if let Some(rest) = text.strip_prefix(minus) {
            return (true, rest.trim_start().to_owned());
        }
    }
    match text.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((inner, rest)) => (true, format!("{inner}{rest}")),
        None => (false, text.strip_prefix('+').unwrap_or(text).to_owned()),
    }
}

/// A currency in front of the number: `人民币3000万元`, `USD 1,200`, `US$`.
fn prefix(text: &str) -> (Option<Measure>, &str) {
    let mut split = text.find(|c: char| c.is_ascii_digit() || c == '-' || c == '(');
    if text.starts_with('.') {
        split = None;
    }
    let Some((head, rest)) = split.map(|at| text.split_at(at)) else {
        return (None, text);
    };
    match Measure::parse(head.trim().trim_end_matches(':')) {
        Some(measure) if measure.power.unwrap_or(0) == 0 => (Some(measure), rest),
        _ => (None, text),
    }
}

/// The unit the text itself names, before and after the number.
fn own_measure(prefix: Option<Measure>, tail: &str) -> Result<Measure, Kind> {
    let tail = tail.strip_prefix('\u{d7}').unwrap_or(tail);
    if tail.is_empty() {
        return Ok(prefix.unwrap_or_default());
    }
    let after = Measure::parse(tail).ok_or(Kind::BadAmount)?;
    let Some(before) = prefix else { return Ok(after) };
    match (before.currency, after.currency) {
        (Some(one), Some(other)) if one != other => Err(Kind::BadAmount),
        (one, other) => Ok(Measure {
            power: after.power.or(before.power),
            currency: one.or(other),
            generic: before.generic || after.generic,
        }),
    }
}

/// A currency named without a power of ten, as in `人民币3000`, is clear only where the column
/// counts single units as well; it is never guessed.
fn resolve(own: &Measure, default: Option<&Measure>) -> Result<Measure, Kind> {
    if own.currency.is_some() && own.power.is_none() {
        if default.and_then(|unit| unit.power).unwrap_or(0) != 0 {
            return Err(Kind::BadAmount);
        }
        return Ok(Measure { power: Some(0), ..own.clone() });
    }
    Ok(own.over(default))
}

/// `1.2E+08`: what a spreadsheet leaves of a number it shortened.
pub fn is_scientific(text: &str) -> bool {
    if !text.contains(['e', 'E', '\u{ff25}', '\u{ff45}']) {
        return false;
    }
    let text = fold(text);
    let Some((mantissa, exponent)) = text.split_once('e') else { return false };
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    is_number(exponent) && is_number(&mantissa.replacen('.', "", 1))
}

/// A decimal number, exactly.
struct Number {
    mantissa: i128,
    /// Digits after the point, without zeros at the end.
    fraction: u32,
}

impl Number {
    /// A few digits with at most one point between them, as nearly all amounts are.
    fn short(text: &str) -> Option<Number> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let fraction = fraction.trim_end_matches('0');
        if whole.is_empty() || text.ends_with('.') || text.len() > SHORT || fraction.contains('.') {
            return None;
        }
        let digit = |byte: u8| i128::from(byte - b'0');
        let bytes = whole.bytes().chain(fraction.bytes());
        let mantissa = bytes.fold(0i128, |number, byte| number * 10 + digit(byte));
        Some(Number { mantissa, fraction: fraction.len() as u32 })
    }

    /// Digits with thousands separators in their places and at most one point.
    fn parse(text: &str) -> Option<Number> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let mut groups = whole.split(',');
        let first = groups.next()?;
        let mut digits = first.to_owned();
        for group in groups {
            let grouped = (1..=3).contains(&first.len()) && group.len() == 3;
            grouped.then_some(())?;
            digits.push_str(group);
        }
        let numeric = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        (numeric(&digits) && numeric(fraction)).then_some(())?;
        let fraction = fraction.trim_end_matches('0');
        let digits = format!("{}{fraction}", digits.trim_start_matches('0'));
        let mantissa = match digits.len() {
            0 => 0,
            1..=DIGITS => digits.parse().ok()?,
            _ => i128::MAX,
        };
        Some(Number { mantissa, fraction: fraction.len() as u32 })
    }

    /// In hundredths of the currency, where the number counts `10^power` of it.
    fn hundredths(&self, power: u32) -> Result<i64, Kind> {
        let shift = power + 2;
        let exact = if shift >= self.fraction {
            let factor = 10i128.pow(shift - self.fraction);
            self.mantissa.checked_mul(factor).ok_or(Kind::AmountTooLarge)?
        } else {
            return Err(Kind::TooPrecise);
        };
        if exact > LARGEST {
            return Err(Kind::AmountTooLarge);
        }
        i64::try_from(exact).map_err(|_| Kind::AmountTooLarge)
    }
}

/// Whether a cell says nothing: empty, `—`, `/`, `无`, `待定`.
pub fn is_blank(text: &str) -> bool {
    let text = text.trim();
    let starts_a_number = text.starts_with(|c: char| c.is_ascii_digit());
    if starts_a_number || text.len() > LONGEST_BLANK {
        return false;
    }
    let dash = |c: char| {
        matches!(c, '-' | '/' | '\\' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}')
    };
    let words = words::list(Word::Blank);
    let longest = words.first().map_or(0, |(word, _)| word.chars().count());
    let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
    if letters > longest {
        return false;
    }
    let folded = fold(text);
    folded.chars().all(dash) || words.iter().any(|(word, _)| *word == folded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::money::Usd;
    use proptest::prelude::*;

    fn in_ten_thousand(text: &str) -> Result<(i64, String), Kind> {
        let usd = Currency(Currency::USD.into());
        amount(text, Some((Unit::TenThousand, usd))).map(|a| (a.hundredths, a.currency.to_string()))
    }

    #[test]
    fn amounts_as_districts_write_them_are_exact() {
        let cases = [
            ("1.2亿美元", 12_000_000_000, "USD"),
            ("8500万美元", 8_500_000_000, "USD"),
            ("１２００万", 1_200_000_000, "USD"),
            ("82，225.00", 82_225_000_000, "USD"),
            ("1,200", 1_200_000_000, "USD"),
            (" 1200　", 1_200_000_000, "USD"),
            ("3000万元", 3_000_000_000, "CNY"),
            ("人民币3000万元", 3_000_000_000, "CNY"),
            ("3000万人民币", 3_000_000_000, "CNY"),
            ("3000万元人民币", 3_000_000_000, "CNY"),
            ("RMB 3000万", 3_000_000_000, "CNY"),
            ("港币5000万元", 5_000_000_000, "HKD"),
            ("5000万港元", 5_000_000_000, "HKD"),
            ("2亿日元", 20_000_000_000, "JPY"),
            ("300万欧元", 300_000_000, "EUR"),
            ("￡10万", 10_000_000, "GBP"),
            ("1亿新台币", 10_000_000_000, "TWD"),
            ("US$300万", 300_000_000, "USD"),
            ("$50 million", 5_000_000_000, "USD"),
            ("USD 50 million", 5_000_000_000, "USD"),
            ("USD 1,200.50", 120_050, "USD"),
            ("3000 CNY", 300_000, "CNY"),
            ("1200 10k USD", 1_200_000_000, "USD"),
            ("1.2 USD 100m", 12_000_000_000, "USD"),
            ("5,000.00 × USD 10k", 5_000_000_000, "USD"),
            ("100000000美元", 10_000_000_000, "USD"),
            ("0", 0, "USD"),
            ("-0.00", 0, "USD"),
            ("0.000001", 1, "USD"),
            ("1.50000000000", 1_500_000, "USD"),
            ("百万美元1", -1, ""),
        ];
        for (text, hundredths, code) in cases {
            let expected = if hundredths < 0 {
                Err(Kind::BadAmount)
            } else {
                Ok((hundredths, code.to_owned()))
            };
            assert_eq!(in_ten_thousand(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused_with_its_reason() {
        let cases = [
            ("-1200", Kind::NegativeAmount),
            ("（1,200）", Kind::NegativeAmount),
            ("−3万美元", Kind::NegativeAmount),
            ("USD -3", Kind::NegativeAmount),
            ("0.0000001", Kind::TooPrecise),
            ("1.005美元", Kind::TooPrecise),
            ("99999999999亿美元", Kind::AmountTooLarge),
            ("9999999999999999999999999999999999999999999", Kind::AmountTooLarge),
            ("1,2", Kind::BadAmount),
            ("12,00", Kind::BadAmount),
            ("1.2.3", Kind::BadAmount),
            ("约1.2亿美元", Kind::BadAmount),
            ("1.2亿美元以上", Kind::BadAmount),
            ("1000-2000", Kind::BadAmount),
            ("1200吨", Kind::BadAmount),
            ("12%", Kind::BadAmount),
            ("人民币3000", Kind::BadAmount),
            ("人民币3000万美元", Kind::BadAmount),
            ("$5000", Kind::BadAmount),
            ("1.2E+08", Kind::DamagedNumber),
            ("abc", Kind::BadAmount),
            ("", Kind::BadAmount),
        ];
        for (text, kind) in cases {
            assert_eq!(in_ten_thousand(text), Err(kind), "{text}");
        }
        assert_eq!(amount("1200", None), Err(Kind::NoUnit));
        assert_eq!(amount("1200万", None), Err(Kind::NoUnit));
        assert_eq!(amount("$1200", None).map(|a| a.hundredths), Ok(120_000));
    }

    #[test]
    fn marks_for_nothing_are_blank() {
        for text in ["", " ", "\u{3000}", "—", "/", "无", "-", "——", "暂无", "待定", "／", "--"]
        {
            assert!(is_blank(text), "{text}");
        }
        for text in ["0", "无锡", "否", "?"] {
            assert!(!is_blank(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn an_exact_amount_is_read_back_in_every_unit(cents in 0i64..9_000_000_000_000_000) {
            let words = [
                (Unit::TenThousand, ["万美元", " 10k USD", " USD 10k"]),
                (Unit::HundredMillion, ["亿美元", " 100m USD", " USD 100m"]),
                (Unit::One, ["美元", " USD", "usd"]),
            ];
            for (unit, texts) in words {
                for text in texts {
                    for figure in [Usd(cents).exact(unit), Usd(cents).grouped(unit)] {
                        let read = amount(&format!("{figure}{text}"), None);
                        prop_assert_eq!(read.map(|a| a.hundredths), Ok(cents));
                    }
                }
                let default = (unit, Currency(Currency::USD.into()));
                let read = amount(&Usd(cents).exact(unit), Some(default));
                prop_assert_eq!(read.map(|a| a.hundredths), Ok(cents));
            }
        }

        #[test]
        fn no_text_makes_the_reader_fail(text in "\\PC*") {
            let _ = amount(&text, None);
            let _ = is_blank(&text);
        }
    }
}
