//! When a month's report is due (月报报送期限).

use super::book::RuleBook;
use crate::model::Day;
use crate::model::calendar::{Calendar, Deadline};
use crate::model::finding::{Finding, RuleName, RuleVersion, Seen, Verdict};
use crate::model::month::Month;

/// The report of month M is due on the n-th working day of M+1 (MECHANISM §6); `None` while no
/// standard says how many.
pub fn report_due(book: &RuleBook, calendar: &Calendar, month: Month) -> Option<Deadline> {
    due(calendar, month, standard(book, month)?)
}

/// Whether a report kept its deadline: it passes when it came by the day, and while that day has
/// not passed; it fails when it came late or is overdue on `today`. `None` while no standard says
/// when it is due.
pub fn judge_report(
    book: &RuleBook,
    calendar: &Calendar,
    month: Month,
    received: Option<Day>,
    today: Day,
) -> Option<Finding> {
    let rule = standard(book, month)?;
    let Deadline { day: due, provisional } = due(calendar, month, rule)?;
    let verdict = if received.unwrap_or(today) <= due { Verdict::Pass } else { Verdict::Fail };
    Some(Finding {
        verdict,
        seen: Seen::Received { due, received, provisional },
        rule: rule.clone(),
    })
}

/// The standard in force when the month is over.
fn standard(book: &RuleBook, month: Month) -> Option<&RuleVersion> {
    book.on(RuleName::ReportDue, month.next().first_day())
}

fn due(calendar: &Calendar, month: Month, rule: &RuleVersion) -> Option<Deadline> {
    Some(calendar.after(month.last_day(), u32::try_from(rule.value).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::calendar::DayKind;

    fn book() -> RuleBook {
        RuleBook::new(vec![RuleVersion {
            rule: RuleName::ReportDue,
            value: 5,
            since: "2020-01-01".parse().unwrap(),
            clause: String::new(),
            example: true,
        }])
    }

    fn calendar() -> Calendar {
        Calendar::new([("2020-04-06".parse().unwrap(), DayKind::Off)])
    }

    #[test]
    fn five_working_days_after_the_month_skip_what_the_calendar_skips() {
        let due = |month: &str| {
            report_due(&book(), &calendar(), month.parse().unwrap()).map(|due| due.day.to_string())
        };
        assert_eq!(due("2020-02").as_deref(), Some("2020-03-06"));
        assert_eq!(due("2020-03").as_deref(), Some("2020-04-08"));
    }

    #[test]
    fn a_report_is_on_time_by_its_day_and_overdue_only_after_it() {
        use Verdict::{Fail, Pass};
        let cases = [
            ("on the day", "2020-02", Some("2020-03-06"), "2020-03-20", Pass),
            ("a day late", "2020-02", Some("2020-03-07"), "2020-03-20", Fail),
            ("not yet due", "2020-02", None, "2020-03-06", Pass),
            ("overdue", "2020-02", None, "2020-03-07", Fail),
            ("in a year without a notice", "2020-12", None, "2021-01-07", Pass),
        ];
        for (case, month, received, today, verdict) in cases {
            let (month, received) =
                (month.parse().unwrap(), received.map(|day: &str| day.parse().unwrap()));
            let today = today.parse().unwrap();
            let finding = judge_report(&book(), &calendar(), month, received, today).unwrap();
            assert_eq!(finding.verdict, verdict, "{case}");
            let Seen::Received { received: seen, provisional, .. } = finding.seen else {
                panic!("{case}: {finding:?}")
            };
            assert_eq!(seen, received, "{case}");
            assert_eq!(provisional, case == "in a year without a notice", "{case}");
            let none = RuleBook::default();
            assert_eq!(judge_report(&none, &calendar(), month, received, today), None);
        }
    }
}
