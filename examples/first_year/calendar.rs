//! Days and working days of 2020 and 2021, read from the table that others compiled
//! (`tests/calendar.csv`), not from what the program ships.

use super::Result;
use chrono::{Datelike, Days, NaiveDate};
use std::collections::BTreeSet;

pub type Day = NaiveDate;

/// A month as `year * 12 + month`, so that months are counted by adding one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(pub i32);

impl Month {
    pub const fn new(year: i32, month: i32) -> Month {
        Month(year * 12 + month - 1)
    }

    pub fn of(day: Day) -> Month {
        Month(day.year() * 12 + day.month0() as i32)
    }

    /// The month of `2020-03` or `2020-03-09`.
    pub fn of_text(text: &str) -> Result<Month> {
        let (year, month) = (text.get(..4), text.get(5..7));
        let (year, month) = year.zip(month).ok_or_else(|| format!("no month: {text}"))?;
        Ok(Month::new(year.parse()?, month.parse()?))
    }

    pub const fn previous(self) -> Month {
        Month(self.0 - 1)
    }

    pub const fn next(self) -> Month {
        Month(self.0 + 1)
    }

    pub const fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// 1 to 12.
    pub const fn number(self) -> i32 {
        self.0.rem_euclid(12) + 1
    }

    pub fn first(self) -> Day {
        Day::from_ymd_opt(self.year(), self.number() as u32, 1).unwrap_or_default()
    }

    pub fn last(self) -> Day {
        self.next().first() - Days::new(1)
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{:02}", self.year(), self.number())
    }
}

/// The working days.
pub struct Calendar(BTreeSet<Day>);

impl Calendar {
    pub fn read() -> Result<Calendar> {
        let mut days = BTreeSet::new();
        for line in include_str!("../../tests/calendar.csv").lines().skip(1) {
            let (month, marks) = line.split_once(',').ok_or("a month and its days")?;
            let first = Month::of_text(month)?.first();
            let marked = (0..).zip(marks.chars()).filter(|(_, mark)| *mark == 'W');
            days.extend(marked.map(|(place, _)| first + Days::new(place)));
        }
        Ok(Calendar(days))
    }

    /// The n-th working day after a day.
    pub fn after(&self, day: Day, n: usize) -> Day {
        self.0.range(day + Days::new(1)..).nth(n.saturating_sub(1)).copied().unwrap_or(day)
    }

    /// The n-th working day before a day.
    pub fn before(&self, day: Day, n: usize) -> Day {
        self.0.range(..day).rev().nth(n.saturating_sub(1)).copied().unwrap_or(day)
    }

    /// Working days after one day up to another.
    pub fn between(&self, from: Day, to: Day) -> u64 {
        if from >= to { 0 } else { self.0.range(from + Days::new(1)..=to).count() as u64 }
    }

    /// The n-th working day of a month.
    pub fn nth(&self, month: Month, n: usize) -> Day {
        self.after(month.first() - Days::new(1), n)
    }
}
