//! Working days (工作日) with 调休: make-up days cannot be computed, so they are data.

use super::Day;
use chrono::{Datelike, Days, Weekday};
use std::collections::{BTreeMap, BTreeSet};

keyed! {
    /// What the State Council's notice makes of a day.
    DayKind {
        /// 放假
        Off = "off",
        /// 调休上班
        Work = "work",
    }
}

/// A day that a yearly notice makes a day off or a working day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    pub day: Day,
    pub kind: DayKind,
    /// The festival it belongs to.
    pub name: String,
    /// The notice.
    pub source: String,
}

/// The days on which the yearly notices depart from Monday to Friday.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    days: BTreeMap<Day, DayKind>,
    years: BTreeSet<i32>,
}

/// A deadline counted in working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    pub day: Day,
    /// 暂定: the count ran through a year whose notice is not on record.
    pub provisional: bool,
}

impl Calendar {
    /// Builds the calendar; a year counts as published when it has at least one day on record.
    pub fn new(days: impl IntoIterator<Item = (Day, DayKind)>) -> Self {
        let days: BTreeMap<_, _> = days.into_iter().collect();
        let years = days.keys().map(Datelike::year).collect();
        Calendar { days, years }
    }

    /// Whether `day` is a working day as far as is known.
    pub fn is_working(&self, day: Day) -> bool {
        match self.days.get(&day) {
            Some(kind) => *kind == DayKind::Work,
            None => !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
        }
    }

    /// The `count`-th working day before `end` (`end` itself is not counted).
    pub fn before(&self, end: Day, count: u32) -> Deadline {
        self.step(end, count, |day| day.checked_sub_days(Days::new(1)))
    }

    /// The `count`-th working day after `start` (`start` itself is not counted).
    pub fn after(&self, start: Day, count: u32) -> Deadline {
        self.step(start, count, |day| day.checked_add_days(Days::new(1)))
    }

    /// Counts working days from a day; where there are no more days, the last one there is,
    /// provisional.
    fn step(&self, from: Day, count: u32, next: impl Fn(Day) -> Option<Day>) -> Deadline {
        let mut day = from;
        let mut provisional = false;
        let mut left = count;
        while left > 0 {
            let Some(following) = next(day) else { return Deadline { day, provisional: true } };
            day = following;
            provisional |= !self.years.contains(&day.year());
            left -= u32::from(self.is_working(day));
        }
        Deadline { day, provisional }
    }

    /// Working days after `from` up to and including `to`; 0 where `to` is not later.
    pub fn between(&self, from: Day, to: Day) -> i64 {
        let days = from.iter_days().skip(1).take_while(|day| *day <= to);
        days.filter(|day| self.is_working(*day)).count() as i64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counting_skips_holidays_and_takes_make_up_days() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let calendar = Calendar::new([
            (day("2020-01-24"), DayKind::Off),
            (day("2020-01-27"), DayKind::Off),
            (day("2020-01-19"), DayKind::Work),
        ]);
        assert!(calendar.is_working(day("2020-01-19")));
        assert_eq!(calendar.after(day("2020-01-23"), 1).day, day("2020-01-28"));
        assert!(!calendar.after(day("2020-01-23"), 1).provisional);
        assert!(calendar.after(day("2020-12-31"), 1).provisional);
        assert_eq!(calendar.between(day("2020-01-17"), day("2020-01-28")), 6);
        assert_eq!(calendar.between(day("2020-01-28"), day("2020-01-28")), 0);
        assert_eq!(calendar.between(day("2020-01-28"), day("2020-01-17")), 0);
    }

    #[test]
    fn counting_stops_where_the_days_end() {
        let calendar = Calendar::default();
        let first = Day::MIN + Days::new(3);
        assert_eq!(calendar.before(first, 260), Deadline { day: Day::MIN, provisional: true });
        let last = Day::MAX - Days::new(3);
        assert_eq!(calendar.after(last, 260), Deadline { day: Day::MAX, provisional: true });
    }
}
