//! Dates and months as they are written (日期、月份): `2020年3月9日`, `2020/3`, `3月底`.

use super::words::{self, Kind as Word, fold};
use crate::error::Kind;
use crate::model::Day;
use crate::model::date::Dated;
use crate::model::month::Month;
use crate::model::note::Note;
use chrono::{Datelike, Days};
use std::ops::RangeInclusive;
use unicode_normalization::UnicodeNormalization;

/// Years a date of a project can lie in.
const YEARS: RangeInclusive<i32> = 1900..=2100;
/// Day numbers of a spreadsheet (2017 to 2064) that stand where a date is expected.
const SERIALS: RangeInclusive<u64> = 43_000..=60_000;

/// Reads a date; `year` completes one that names only a month.
pub fn dated(text: &str, year: Option<i32>) -> Result<(Dated, Option<Note>), Kind> {
    if let Some((year, month, day)) = iso(text) {
        return Ok((Dated::Day(in_day(number(year)?, month, day)?), None));
    }
    let parts = Parts::of(text);
    if let Some(found) = parts.whole()? {
        return Ok((found, None));
    }
    let taken = match (parts.as_slices().as_slice(), year) {
        ([(m, tail)], Some(year)) if is_month_tail(tail) => Dated::Month(in_month(year, m)?),
        ([(m, mark), (d, end)], Some(year)) if is(Word::MonthMark, mark) && ends_day(end) => {
            Dated::Day(in_day(year, m, d)?)
        }
        _ => return Err(Kind::BadDate),
    };
    let note = Note::YearTaken { value: text.trim().to_owned(), taken: taken.to_string() };
    Ok((taken, Some(note)))
}

/// Reads a month; the first or last day of a month, which spreadsheets make of it, counts too.
pub fn month(text: &str) -> Result<Month, Kind> {
    let bad = || Kind::BadMonth { value: text.trim().to_owned() };
    match Parts::of(text).whole() {
        Ok(Some(Dated::Month(month))) => Ok(month),
        Ok(Some(Dated::Day(day))) => {
            let month = Month::of(day);
            (day == month.first_day() || day == month.last_day()).then_some(month).ok_or_else(bad)
        }
        Err(Kind::AmbiguousDate) => Err(Kind::AmbiguousDate),
        _ => Err(bad()),
    }
}

/// Numbers, each with the text after it: `2020年3月` is `2020` `年`, `3` `月`.
struct Parts(Vec<(String, String)>);

impl Parts {
    fn of(text: &str) -> Parts {
        let day = without_time(text);
        let folded = fold(&day);
        let mut parts: Vec<(String, String)> = Vec::new();
        let mut in_number = false;
        for c in folded.chars() {
            match parts.last_mut() {
                Some((number, _)) if c.is_ascii_digit() && in_number => number.push(c),
                _ if c.is_ascii_digit() => parts.push((c.into(), String::new())),
                Some((_, after)) => after.push(c),
                None => return Parts(Vec::new()),
            }
            in_number = c.is_ascii_digit();
        }
        Parts(parts)
    }

    fn as_slices(&self) -> Vec<(&str, &str)> {
        self.0.iter().map(|(number, after)| (number.as_str(), after.as_str())).collect()
    }

    /// A date that names its year; `None` where it names none.
    fn whole(&self) -> Result<Option<Dated>, Kind> {
        let found = match self.as_slices().as_slice() {
            [(digits, "")] => run_of_digits(digits)?,
            [(y, a), (m, b), (d, c)] if y.len() == 4 && day_marks(a, b, c) => {
                Dated::Day(in_day(number(y)?, m, d)?)
            }
            [(y, "."), ("1", "")] if y.len() == 4 => return Err(Kind::AmbiguousDate),
            [(y, a), (m, b)] if y.len() == 4 && month_marks(a, b) => {
                Dated::Month(in_month(number(y)?, m)?)
            }
            _ => return Ok(None),
        };
        Ok(Some(found))
    }
}

/// The parts of `2020-03-09`, the form most files have.
fn iso(text: &str) -> Option<(&str, &str, &str)> {
    let digits = |at: usize, byte: u8| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    let is_iso = text.len() == 10 && text.bytes().enumerate().all(|(at, byte)| digits(at, byte));
    is_iso.then(|| (&text[..4], &text[5..7], &text[8..]))
}

/// Drops a time of day: `2020/3/9 0:00:00`.
fn without_time(text: &str) -> String {
    let plain: String = text.nfkc().collect();
    match plain.trim().split_once([' ', 'T']) {
        Some((day, time)) if time.contains(':') => day.to_owned(),
        _ => plain,
    }
}

/// `20200309`, `202003`, or a spreadsheet's day number.
fn run_of_digits(digits: &str) -> Result<Dated, Kind> {
    match digits.len() {
        8 => in_day(number(&digits[..4])?, &digits[4..6], &digits[6..]).map(Dated::Day),
        6 => in_month(number(&digits[..4])?, &digits[4..]).map(Dated::Month),
        5 => {
            let serial: u64 = number(digits)?;
            let first = Day::from_ymd_opt(1899, 12, 30).filter(|_| SERIALS.contains(&serial));
            first.map(|day| Dated::Day(day + Days::new(serial))).ok_or(Kind::BadDate)
        }
        _ => Err(Kind::BadDate),
    }
}

fn number<T: std::str::FromStr>(digits: &str) -> Result<T, Kind> {
    digits.parse().map_err(|_| Kind::BadDate)
}

fn in_month(year: i32, month: &str) -> Result<Month, Kind> {
    let found = Month::new(year, number(month)?).filter(|_| month.len() <= 2);
    found.filter(|month| YEARS.contains(&month.year())).ok_or(Kind::BadDate)
}

fn in_day(year: i32, month: &str, day: &str) -> Result<Day, Kind> {
    let found = Day::from_ymd_opt(year, number(month)?, number(day)?);
    let short = month.len() <= 2 && day.len() <= 2;
    found.filter(|day| short && YEARS.contains(&day.year())).ok_or(Kind::BadDate)
}

fn is(kind: Word, text: &str) -> bool {
    words::list(kind).iter().any(|(word, _)| word == text)
}

fn is_separator(text: &str) -> bool {
    matches!(text, "-" | "/" | ".")
}

fn is_month_tail(text: &str) -> bool {
    is(Word::MonthTail, text)
}

fn ends_day(text: &str) -> bool {
    text.is_empty() || is(Word::DayMark, text)
}

fn day_marks(year: &str, month: &str, day: &str) -> bool {
    let words = is(Word::YearMark, year) && is(Word::MonthMark, month) && ends_day(day);
    words || (is_separator(year) && year == month && day.is_empty())
}

fn month_marks(year: &str, month: &str) -> bool {
    let words = is(Word::YearMark, year) && is_month_tail(month);
    words || (is_separator(year) && month.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dates_keep_the_precision_they_were_written_in() {
        let cases = [
            ("2020年3月9日", "2020-03-09"),
            ("2020年3月9号", "2020-03-09"),
            ("2020年3月", "2020-03"),
            ("2020年3月底", "2020-03"),
            ("2020年 3 月份", "2020-03"),
            ("2020.3.9", "2020-03-09"),
            ("2020/3", "2020-03"),
            ("2020/03/09", "2020-03-09"),
            ("2020/3/9 0:00", "2020-03-09"),
            ("2020-03-09T00:00:00", "2020-03-09"),
            ("2020-03-09", "2020-03-09"),
            ("20200309", "2020-03-09"),
            ("202003", "2020-03"),
            ("２０２０年３月９日", "2020-03-09"),
            ("2020．3．9", "2020-03-09"),
            ("43899", "2020-03-09"),
            ("2020.10", "2020-10"),
            ("2020.3", "2020-03"),
            ("2020.01", "2020-01"),
        ];
        for (text, expected) in cases {
            let (found, note) = dated(text, None).unwrap_or_else(|kind| panic!("{text}: {kind:?}"));
            assert_eq!((found.to_string().as_str(), note), (expected, None), "{text}");
        }
    }

    #[test]
    fn a_missing_year_is_taken_from_the_report_and_said() {
        for (text, taken) in [("3月底", "2020-03"), ("3月", "2020-03"), ("3月9日", "2020-03-09")]
        {
            let note = Note::YearTaken { value: text.into(), taken: taken.into() };
            let (found, said) = dated(text, Some(2020)).unwrap();
            assert_eq!((found.to_string(), said), (taken.to_owned(), Some(note)));
            assert_eq!(dated(text, None), Err(Kind::BadDate));
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        assert_eq!(dated("2020.1", None), Err(Kind::AmbiguousDate));
        for text in [
            "2020年",
            "2020",
            "年底",
            "2020年13月",
            "2020-02-30",
            "3.9",
            "99999",
            "12345678",
            "2020-3.9",
            "二季度",
            "20.3.9",
            "2020年3月9日前后",
            "x2020-03",
            "0043899",
        ] {
            assert_eq!(dated(text, Some(2020)), Err(Kind::BadDate), "{text}");
        }
    }

    #[test]
    fn months_are_read_in_every_form() {
        for text in [
            "2020-02",
            "2020年2月",
            "2020.02",
            "2020.2",
            "202002",
            "2020年2月底",
            "2020年2月份",
            "2020/2",
            "2020/2/1",
            "2020-02-29",
            "43862",
        ] {
            assert_eq!(month(text), Ok(Month::new(2020, 2).unwrap()), "{text}");
        }
        assert_eq!(month("2020.1"), Err(Kind::AmbiguousDate));
        assert_eq!(month("2月"), Err(Kind::BadMonth { value: "2月".into() }));
        assert!(month("2020-02-14").is_err());
    }

    proptest! {
        #[test]
        fn what_the_library_writes_is_read_back(days in 0u64..73_000) {
            let day = Day::from_ymd_opt(1901, 1, 1).unwrap() + Days::new(days);
            for written in [Dated::Day(day), Dated::Month(Month::of(day))] {
                prop_assert_eq!(dated(&written.to_string(), None), Ok((written, None)));
            }
        }

        #[test]
        fn no_text_makes_the_reader_fail(text in "\\PC*", digits in "[0-9年月.-]{0,12}") {
            let _ = (dated(&text, Some(2020)), month(&text), dated(&digits, None), month(&digits));
        }
    }
}
