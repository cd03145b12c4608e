//! The two clocks (MECHANISM §5, §6): months without progress, months without a report, and the
//! colour each shows.

use super::book::RuleBook;
use crate::model::Day;
use crate::model::clock::{Clock, ClockKind, Colour, Excuse};
use crate::model::finding::{Finding, RuleName, RuleVersion, Seen, Verdict};
use crate::model::month::Month;

/// Reads a clock: the months after `last` up to and with `now`, without those that an excuse of this
/// kind covers wholly or in part. The colour follows the standards in force on `on`, and is green
/// while an excuse is in force on that day: an excuse stops the clock, it does not set it back.
pub fn read(
    book: &RuleBook,
    kind: ClockKind,
    last: Month,
    now: Month,
    excuses: &[Excuse],
    on: Day,
) -> Clock {
    let mine = || excuses.iter().filter(|excuse| excuse.clock == kind);
    let covered = |month: Month| {
        mine().any(|excuse| {
            excuse.from <= excuse.until
                && (Month::of(excuse.from)..=Month::of(excuse.until)).contains(&month)
        })
    };
    let mut months = 0;
    let mut month = last.next();
    while month <= now {
        months += i64::from(!covered(month));
        month = month.next();
    }
    let in_force = mine().filter(|excuse| (excuse.from..=excuse.until).contains(&on));
    let excuse = in_force.max_by_key(|excuse| excuse.until).cloned();
    let reached = |rule| book.on(rule, on).is_some_and(|version| reached(version, months));
    let (yellow, red) = rules_of(kind);
    let colour = match &excuse {
        Some(_) => Colour::Green,
        None if reached(red) => Colour::Red,
        None if reached(yellow) => Colour::Yellow,
        None => Colour::Green,
    };
    Clock { kind, months, last, now, colour, excuse }
}

/// What the yellow and the red standard of its kind say of a clock. A clock past the line under an
/// excuse, or a standard that is off, is a remark.
pub fn findings(book: &RuleBook, clock: &Clock, on: Day) -> Vec<Finding> {
    let (yellow, red) = rules_of(clock.kind);
    let versions = [yellow, red].into_iter().filter_map(|rule| book.on(rule, on));
    let judge = |version: &RuleVersion| {
        let verdict = match (version.is_off(), reached(version, clock.months)) {
            (true, _) => Verdict::Remark,
            (false, false) => Verdict::Pass,
            (false, true) if clock.excuse.is_some() => Verdict::Remark,
            (false, true) => Verdict::Fail,
        };
        Finding { verdict, seen: Seen::Clock(clock.clone()), rule: version.clone() }
    };
    versions.map(judge).collect()
}

/// The yellow and the red standard of a clock.
const fn rules_of(kind: ClockKind) -> (RuleName, RuleName) {
    match kind {
        ClockKind::Progress => (RuleName::ProgressYellow, RuleName::ProgressRed),
        ClockKind::Report => (RuleName::ReportYellow, RuleName::ReportRed),
    }
}

const fn reached(version: &RuleVersion, months: i64) -> bool {
    !version.is_off() && months >= version.value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book(values: [i64; 4]) -> RuleBook {
        let rules = [
            RuleName::ProgressYellow,
            RuleName::ProgressRed,
            RuleName::ReportYellow,
            RuleName::ReportRed,
        ];
        let version = |(rule, value)| RuleVersion {
            rule,
            value,
            since: "2020-03-01".parse().unwrap(),
            clause: String::new(),
            example: true,
        };
        RuleBook::new(rules.into_iter().zip(values).map(version).collect())
    }

    fn excuse(clock: ClockKind, from: &str, until: &str) -> Excuse {
        let (from, until) = (from.parse().unwrap(), until.parse().unwrap());
        Excuse { clock, from, until, reason: "停工".into() }
    }

    fn verdicts(book: &RuleBook, clock: &Clock, on: Day) -> Vec<Verdict> {
        findings(book, clock, on).iter().map(|finding| finding.verdict).collect()
    }

    #[test]
    fn a_clock_counts_months_and_shows_its_colour_at_the_line() {
        use Colour::{Green, Red, Yellow};
        use Verdict::{Fail, Pass};
        let cases = [
            ("the same month", "2020-03", "2020-03", 0, Green, [Pass, Pass]),
            ("looked at before it began", "2020-05", "2020-03", 0, Green, [Pass, Pass]),
            ("one month", "2020-02", "2020-03", 1, Green, [Pass, Pass]),
            ("exactly two", "2020-01", "2020-03", 2, Yellow, [Fail, Pass]),
            ("exactly three", "2020-01", "2020-04", 3, Red, [Fail, Fail]),
            ("December to January", "2019-12", "2020-01", 1, Green, [Pass, Pass]),
            ("over the turn of the year", "2019-11", "2020-01", 2, Yellow, [Fail, Pass]),
        ];
        let book = book([2, 3, 2, 3]);
        for kind in ClockKind::ALL {
            for (case, last, now, months, colour, verdict) in cases {
                let (last, now): (Month, Month) = (last.parse().unwrap(), now.parse().unwrap());
                let on = now.next().first_day();
                let clock = read(&book, *kind, last, now, &[], on);
                assert_eq!((clock.months, clock.colour), (months, colour), "{case}");
                assert_eq!(verdicts(&book, &clock, on), verdict, "{case}");
            }
        }
    }

    #[test]
    fn an_excuse_stops_its_own_clock_and_no_other() {
        use ClockKind::{Progress, Report};
        use Colour::{Green, Red, Yellow};
        let cases = [
            ("none", vec![], 4, Red, false),
            (
                "covers one month in part",
                vec![(Progress, "2020-03-31", "2020-03-31")],
                3,
                Red,
                false,
            ),
            ("covers parts of two", vec![(Progress, "2020-03-31", "2020-04-01")], 2, Yellow, false),
            ("of the other clock", vec![(Report, "2020-02-01", "2020-12-31")], 4, Red, false),
            ("before the clock began", vec![(Progress, "2019-01-01", "2020-01-31")], 4, Red, false),
            (
                "over the turn of the year",
                vec![(Progress, "2019-12-31", "2020-02-01")],
                3,
                Red,
                false,
            ),
            ("runs backwards", vec![(Progress, "2020-04-01", "2020-02-01")], 4, Red, false),
            ("its last day", vec![(Progress, "2020-06-01", "2020-06-10")], 4, Green, true),
            ("begins today", vec![(Progress, "2020-06-10", "2020-06-30")], 4, Green, true),
            (
                "two that overlap count a month once",
                vec![
                    (Progress, "2020-03-01", "2020-04-30"),
                    (Progress, "2020-04-01", "2020-04-30"),
                ],
                2,
                Yellow,
                false,
            ),
        ];
        let (book, on) = (book([2, 3, 2, 3]), "2020-06-10".parse().unwrap());
        let (last, now) = ("2020-01".parse().unwrap(), "2020-05".parse().unwrap());
        for (case, excuses, months, colour, in_force) in cases {
            let excuses: Vec<_> =
                excuses.iter().map(|(clock, from, until)| excuse(*clock, from, until)).collect();
            let clock = read(&book, Progress, last, now, &excuses, on);
            assert_eq!((clock.months, clock.colour), (months, colour), "{case}");
            assert_eq!(clock.excuse.is_some(), in_force, "{case}");
            if in_force {
                assert_eq!(verdicts(&book, &clock, on), [Verdict::Remark; 2], "{case}");
            }
        }
    }

    #[test]
    fn a_standard_that_is_off_or_missing_shows_no_colour() {
        let (last, now) = ("2020-01".parse().unwrap(), "2020-12".parse().unwrap());
        let on = "2020-12-31".parse().unwrap();
        let read = |book: &RuleBook| read(book, ClockKind::Progress, last, now, &[], on);
        let (off, none) = (book([0, 0, 2, 3]), RuleBook::default());
        assert_eq!((read(&off).months, read(&off).colour), (11, Colour::Green));
        assert_eq!(verdicts(&off, &read(&off), on), [Verdict::Remark; 2]);
        assert_eq!((read(&none).months, read(&none).colour), (11, Colour::Green));
        assert_eq!(verdicts(&none, &read(&none), on), []);
    }
}
