//! A cell as text, in the forms the readers of values know.

use crate::model::receipt::Written;
use calamine::DataRef;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};

/// Digits after the first that a spreadsheet keeps of a number.
const DIGITS: usize = 14;

/// How a date is shown, as far as it says how exact it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    Day,
    /// The number format has no day: `yyyy"年"m"月"`.
    Month,
}

/// The letters of the first section of a number format, without what it quotes.
fn codes(format: &str) -> String {
    let mut quoted = false;
    let mut codes = String::new();
    let mut chars = format.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => quoted = !quoted,
            '\\' | '_' | '*' => drop(chars.next()),
            '[' => drop(chars.by_ref().find(|c| *c == ']')),
            ';' if !quoted => break,
            _ if !quoted => codes.extend(c.to_lowercase()),
            _ => {}
        }
    }
    codes
}

/// The precision a number format shows.
pub fn precision(format: &str) -> Precision {
    let codes = codes(format);
    if codes.contains('y') && codes.contains('m') && !codes.contains('d') {
        Precision::Month
    } else {
        Precision::Day
    }
}

/// How exact a date a number format shows; `None`: it shows no date.
pub fn date_shown(format: &str) -> Option<Precision> {
    let codes = codes(format);
    let shows = |letters: &[char]| codes.contains(letters);
    // A word such as General is no pattern of letters.
    let only = |c: char| !c.is_alphabetic() || "ymdhsapgeb".contains(c) || !c.is_ascii();
    let is_date = shows(&['y', 'd']) || (shows(&['m']) && !shows(&['h', 's']));
    (is_date && codes.chars().all(only)).then(|| precision(format))
}

/// The same of the formats that every workbook has by number, as a Chinese Excel shows them
/// (ECMA-376 part 1, 18.8.30).
pub fn built_in_date(id: u16) -> Option<Precision> {
    match id {
        17 | 27 | 36 | 50 | 52 | 57 => Some(Precision::Month),
        14..=16 | 22 | 28..=31 | 51 | 53 | 54 | 58 => Some(Precision::Day),
        _ => None,
    }
}

/// The text of a cell.
pub fn text(data: &DataRef<'_>, precision: Precision) -> String {
    match data {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => plain(*number),
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::Error(error) => error.to_string(),
        DataRef::DateTime(date) => match date.as_datetime() {
            Some(moment) if date.is_datetime() => {
                let day = moment.date();
                if precision == Precision::Month {
                    day.format("%Y-%m").to_string()
                } else if moment.time().with_nanosecond(0) == Some(NaiveTime::MIN) {
                    day.format("%Y-%m-%d").to_string()
                } else {
                    moment.format("%Y-%m-%d %H:%M:%S").to_string()
                }
            }
            _ => plain(date.as_f64()),
        },
    }
}

/// A cell with its type and number format, for writing it again.
pub fn written(data: &DataRef<'_>, format: Option<String>) -> Written {
    match data {
        DataRef::Empty => Written::Blank,
        DataRef::Int(number) => Written::Number { number: *number as f64, format },
        DataRef::Float(number) => Written::Number { number: *number, format },
        DataRef::DateTime(date) => {
            // Days are counted anew: the workbook may have counted them from 1904.
            let moment = date.as_datetime().filter(|_| date.is_datetime());
            let number = moment.and_then(serial).unwrap_or(date.as_f64());
            Written::Number { number, format: Some(format.unwrap_or_else(|| DAY.to_owned())) }
        }
        other => Written::Text { text: text(other, Precision::Day), format },
    }
}

/// The number format of dates whose own is not known.
const DAY: &str = "yyyy-mm-dd";

/// The number a spreadsheet keeps for a moment: days since the end of 1899.
fn serial(moment: NaiveDateTime) -> Option<f64> {
    let zero = NaiveDate::from_ymd_opt(1899, 12, 30)?.and_time(NaiveTime::MIN);
    let milliseconds = moment.signed_duration_since(zero).num_milliseconds();
    Some(milliseconds as f64 / 86_400_000.0)
}

/// A number without exponent, in the digits a spreadsheet keeps: 0.1 + 0.2 is 0.3 there.
fn plain(number: f64) -> String {
    if !number.is_finite() {
        return number.to_string();
    }
    // The shortest text of nearly every number has no more digits than are kept.
    let short = number.to_string();
    if short.bytes().filter(u8::is_ascii_digit).count() <= DIGITS + 1 {
        return short;
    }
    let kept: f64 = format!("{number:.DIGITS$e}").parse().unwrap_or(number);
    kept.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{ExcelDateTime, ExcelDateTimeType};

    #[test]
    fn numbers_are_as_a_spreadsheet_shows_them() {
        let cases = [
            (22762.91, "22762.91"),
            (0.1 + 0.2, "0.3"),
            (1200.0, "1200"),
            (-3.5, "-3.5"),
            (0.0, "0"),
            (1.2e-5, "0.000012"),
            (3.205_831_999_010_1e17, "320583199901010000"),
        ];
        for (number, text) in cases {
            assert_eq!(plain(number), text);
        }
    }

    #[test]
    fn dates_keep_their_precision_and_their_calendar() {
        let date = |serial, is_1904| {
            DataRef::DateTime(ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, is_1904))
        };
        assert_eq!(text(&date(43899.0, false), Precision::Day), "2020-03-09");
        assert_eq!(text(&date(42437.0, true), Precision::Day), "2020-03-09");
        assert_eq!(text(&date(43891.0, false), Precision::Month), "2020-03");
        assert_eq!(precision("yyyy\"年\"m\"月\""), Precision::Month);
        assert_eq!(precision("yyyy\"年\"m\"月\"d\"日\";@"), Precision::Day);
        assert_eq!(precision("[$-804]yyyy\\-mm"), Precision::Month);
        assert_eq!(precision("General"), Precision::Day);
        for (format, shows) in [
            ("yyyy\"年\"m\"月\"", Some(Precision::Month)),
            ("yyyy/m/d;@", Some(Precision::Day)),
            ("m\"月\"d\"日\"", Some(Precision::Day)),
            ("[Red]#,##0.00_);(0.00)", None),
            ("h:mm", None),
            ("General", None),
            ("0.00\"d\"", None),
        ] {
            assert_eq!(date_shown(format), shows, "{format}");
        }
    }
}
