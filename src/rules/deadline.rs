//! When a month's report is due (月报报送期限).

use super::book::RuleBook;
use crate::model::calendar::{Calendar, Deadline};
use crate::model::finding::RuleName;
use crate::model::month::Month;

/// The report of month M is due on the n-th working day of M+1 (MECHANISM §6); `None` while no
/// standard says how many.
pub fn report_due(book: &RuleBook, calendar: &Calendar, month: Month) -> Option<Deadline> {
    let rule = book.on(RuleName::ReportDue, month.next().first_day())?;
    Some(calendar.after(month.last_day(), u32::try_from(rule.value).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::calendar::DayKind;
    use crate::model::finding::RuleVersion;

    #[test]
    fn five_working_days_after_the_month_skip_what_the_calendar_skips() {
        let book = RuleBook::new(vec![RuleVersion {
            rule: RuleName::ReportDue,
            value: 5,
            since: "2020-01-01".parse().unwrap(),
            clause: String::new(),
            example: true,
        }]);
        let off = |day: &str| (day.parse().unwrap(), DayKind::Off);
        let calendar = Calendar::new([off("2020-04-06")]);
        let due = |month: &str| {
            report_due(&book, &calendar, month.parse().unwrap()).map(|due| due.day.to_string())
        };
        assert_eq!(due("2020-02").as_deref(), Some("2020-03-06"));
        assert_eq!(due("2020-03").as_deref(), Some("2020-04-08"));
    }
}
