//! When a department's answer is due: so many working days from the letter, or so many before the
//! meeting, whichever is earlier (MECHANISM §6); and what broke a limit.

use crate::model::Day;
use crate::model::calendar::{Calendar, Deadline};
use crate::model::dispatch::{DispatchRole, Due, Governed};
use crate::model::finding::{Finding, RuleName, RuleVersion, Seen, Verdict};
use crate::rules::book::RuleBook;

/// The standard that sets the time for a role.
pub const fn limit_of(role: DispatchRole, urgent: bool) -> RuleName {
    match (role, urgent) {
        (DispatchRole::Lead, false) => RuleName::DispatchLead,
        (DispatchRole::Lead, true) => RuleName::DispatchUrgentLead,
        (DispatchRole::Assist, false) => RuleName::DispatchAssist,
        (DispatchRole::Assist, true) => RuleName::DispatchUrgentAssist,
    }
}

/// The due day of a dispatch that goes out on `sent`, with the limit that governs. It never lies
/// before the first working day after the letter. `None` while no standard says how long it takes.
pub fn due(
    book: &RuleBook,
    calendar: &Calendar,
    role: DispatchRole,
    urgent: bool,
    sent: Day,
    meeting: Option<Day>,
) -> Option<Due> {
    let limit = book.on(limit_of(role, urgent), sent)?;
    let by_limit = calendar.after(sent, limit.days());
    let made = |deadline: Deadline, governed, rule: &RuleVersion| Due {
        day: deadline.day,
        governed,
        provisional: deadline.provisional,
        rule: Some(rule.clone()),
    };
    let before = book.on(RuleName::DispatchMeeting, sent);
    if let (Some(meeting), Some(before)) = (meeting, before) {
        let by_meeting = calendar.before(meeting, before.days());
        if by_meeting.day < by_limit.day {
            let soonest = calendar.after(sent, 1);
            let governing = if by_meeting.day < soonest.day { soonest } else { by_meeting };
            if governing.day < by_limit.day {
                return Some(made(governing, Governed::Meeting, before));
            }
        }
    }
    Some(made(by_limit, Governed::Limit, limit))
}

/// Whether an act came by its due day; what did not, shows it (逾期申请, 逾期答复).
pub fn timely(rule: &RuleVersion, due: Day, on: Day) -> Finding {
    let verdict = if on > due { Verdict::Fail } else { Verdict::Pass };
    Finding { verdict, seen: Seen::Done { due, on }, rule: rule.clone() }
}

/// Whether a department returned an appeal (退单) within the time the standard allows; `None` while
/// there is no such standard.
pub fn timely_return(book: &RuleBook, calendar: &Calendar, sent: Day, on: Day) -> Option<Finding> {
    let rule = book.on(RuleName::DispatchReturn, sent)?;
    Some(timely(rule, calendar.after(sent, rule.days()).day, on))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::calendar::DayKind;

    fn book() -> RuleBook {
        let version = |(rule, value): (RuleName, i64)| RuleVersion {
            rule,
            value,
            since: "2020-03-01".parse().unwrap(),
            clause: String::new(),
            example: true,
        };
        let values = [
            (RuleName::DispatchLead, 7),
            (RuleName::DispatchAssist, 3),
            (RuleName::DispatchUrgentLead, 3),
            (RuleName::DispatchUrgentAssist, 2),
            (RuleName::DispatchMeeting, 2),
            (RuleName::DispatchReturn, 1),
        ];
        RuleBook::new(values.into_iter().map(version).collect())
    }

    /// Qingming of 2020: Saturday 4 April to Monday 6 April.
    fn calendar() -> Calendar {
        Calendar::new([
            ("2020-04-04".parse().unwrap(), DayKind::Off),
            ("2020-04-06".parse().unwrap(), DayKind::Off),
        ])
    }

    #[test]
    fn the_earlier_of_the_two_limits_governs() {
        use DispatchRole::{Assist, Lead};
        use Governed::{Limit, Meeting};
        let cases = [
            ("lead, no meeting", Lead, false, "2020-03-09", None, "2020-03-18", Limit, false),
            ("assist", Assist, false, "2020-03-09", None, "2020-03-12", Limit, false),
            ("urgent lead", Lead, true, "2020-03-09", None, "2020-03-12", Limit, false),
            ("urgent assist", Assist, true, "2020-03-09", None, "2020-03-11", Limit, false),
            (
                "meeting far off",
                Lead,
                false,
                "2020-03-09",
                Some("2020-03-30"),
                "2020-03-18",
                Limit,
                false,
            ),
            (
                "meeting near",
                Lead,
                false,
                "2020-03-09",
                Some("2020-03-18"),
                "2020-03-16",
                Meeting,
                false,
            ),
            (
                "the same day",
                Lead,
                false,
                "2020-03-09",
                Some("2020-03-20"),
                "2020-03-18",
                Limit,
                false,
            ),
            (
                "meeting too near",
                Lead,
                false,
                "2020-03-09",
                Some("2020-03-10"),
                "2020-03-10",
                Meeting,
                false,
            ),
            (
                "across a holiday",
                Lead,
                false,
                "2020-03-30",
                Some("2020-04-08"),
                "2020-04-03",
                Meeting,
                false,
            ),
            ("sent on a Saturday", Assist, false, "2020-03-14", None, "2020-03-18", Limit, false),
            ("into an unknown year", Lead, false, "2020-12-28", None, "2021-01-06", Limit, true),
        ];
        for (case, role, urgent, sent, meeting, day, governed, provisional) in cases {
            let meeting = meeting.map(|day: &str| day.parse().unwrap());
            let due =
                due(&book(), &calendar(), role, urgent, sent.parse().unwrap(), meeting).unwrap();
            assert_eq!(due.day.to_string(), day, "{case}");
            assert_eq!((due.governed, due.provisional), (governed, provisional), "{case}");
        }
        let none = due(&RuleBook::default(), &calendar(), Lead, false, Day::MAX, None);
        assert_eq!(none, None, "without a standard nothing is due");
    }

    #[test]
    fn a_return_is_in_time_on_the_next_working_day() {
        let verdict = |sent: &str, on: &str| {
            let (sent, on) = (sent.parse().unwrap(), on.parse().unwrap());
            timely_return(&book(), &calendar(), sent, on).unwrap().verdict
        };
        assert_eq!(verdict("2020-04-03", "2020-04-07"), Verdict::Pass);
        assert_eq!(verdict("2020-04-03", "2020-04-08"), Verdict::Fail);
    }
}
