//! A report month (报告月份).

use super::Day;
use chrono::{Datelike, Days};
use std::fmt;
use std::str::FromStr;

/// A month of a year, held as the number `yyyymm` (2020-02 is 202002), which is also its form in
/// the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month(i64);

impl Month {
    /// After every real month.
    pub const LAST: Month = Month(299_912);

    /// `None` unless the year is 1900–2999 and the month 1–12.
    pub fn new(year: i32, month: u32) -> Option<Self> {
        ((1900..3000).contains(&year) && (1..=12).contains(&month))
            .then(|| Month(i64::from(year) * 100 + i64::from(month)))
    }

    /// From the number `yyyymm`.
    pub fn from_number(number: i64) -> Option<Self> {
        Self::new(i32::try_from(number / 100).ok()?, u32::try_from(number % 100).ok()?)
    }

    /// The month a day lies in.
    pub fn of(day: Day) -> Self {
        Month(i64::from(day.year()) * 100 + i64::from(day.month()))
    }

    /// The number `yyyymm`.
    pub const fn number(self) -> i64 {
        self.0
    }

    pub const fn year(self) -> i32 {
        (self.0 / 100) as i32
    }

    pub const fn month(self) -> u32 {
        (self.0 % 100) as u32
    }

    pub fn next(self) -> Self {
        if self.month() == 12 { Month(self.0 + 89) } else { Month(self.0 + 1) }
    }

    pub fn previous(self) -> Self {
        if self.month() == 1 { Month(self.0 - 89) } else { Month(self.0 - 1) }
    }

    /// December of the year before.
    pub fn december_before(self) -> Self {
        Month((i64::from(self.year()) - 1) * 100 + 12)
    }

    /// The first day of the month.
    pub fn first_day(self) -> Day {
        Day::from_ymd_opt(self.year(), self.month(), 1).unwrap_or(Day::MIN)
    }

    /// The last day of the month.
    pub fn last_day(self) -> Day {
        self.next().first_day() - Days::new(1)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

impl FromStr for Month {
    type Err = ();

    /// Reads `2020-02`.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (year, month) = text.split_once('-').ok_or(())?;
        if year.len() != 4 || month.is_empty() || month.len() > 2 {
            return Err(());
        }
        Month::new(year.parse().map_err(|_| ())?, month.parse().map_err(|_| ())?).ok_or(())
    }
}

impl serde::Serialize for Month {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Month {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = <String as serde::Deserialize>::deserialize(from)?;
        text.parse().map_err(|()| serde::de::Error::custom(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_knows_its_neighbours_and_its_days() {
        let december: Month = "2019-12".parse().unwrap();
        assert_eq!(december.next().to_string(), "2020-01");
        assert_eq!(december.next().previous(), december);
        let february = Month::new(2020, 2).unwrap();
        assert_eq!(february.last_day(), Day::from_ymd_opt(2020, 2, 29).unwrap());
        assert!("2020-13".parse::<Month>().is_err());
        assert!("20-01".parse::<Month>().is_err());
    }
}
