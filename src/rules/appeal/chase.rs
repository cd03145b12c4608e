//! How strongly a department is chased: due soon, overdue, overdue for long (催办 → 督办 → 通报).

use crate::model::Day;
use crate::model::calendar::Calendar;
use crate::model::dispatch::ReminderLevel;
use crate::model::finding::RuleName;
use crate::rules::book::RuleBook;

/// Working days by which an answer is overdue on a day; 0 up to and on the due day.
pub fn overdue(calendar: &Calendar, due: Day, today: Day) -> i64 {
    calendar.between(due, today)
}

/// The level at which an answer that has not come is chased on a day; `None` while it is not near
/// its due day.
pub fn level(book: &RuleBook, calendar: &Calendar, due: Day, today: Day) -> Option<ReminderLevel> {
    let value = |rule, otherwise| book.on(rule, today).map_or(otherwise, |version| version.value);
    match overdue(calendar, due, today) {
        days if days > value(RuleName::RemindCircular, i64::MAX) => Some(ReminderLevel::Circular),
        days if days > 0 => Some(ReminderLevel::Supervise),
        _ if calendar.between(today, due) <= value(RuleName::RemindSoon, 0) => {
            Some(ReminderLevel::Remind)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::finding::RuleVersion;

    #[test]
    fn chasing_grows_with_the_days() {
        let version = |rule, value| RuleVersion {
            rule,
            value,
            since: "2020-03-01".parse().unwrap(),
            clause: String::new(),
            example: true,
        };
        let book = RuleBook::new(vec![
            version(RuleName::RemindSoon, 1),
            version(RuleName::RemindCircular, 5),
        ]);
        use ReminderLevel::{Circular, Remind, Supervise};
        // Due on Friday 13 March 2020.
        let cases = [
            ("2020-03-11", None),
            ("2020-03-12", Some(Remind)),
            ("2020-03-13", Some(Remind)),
            ("2020-03-14", Some(Remind)),
            ("2020-03-16", Some(Supervise)),
            ("2020-03-20", Some(Supervise)),
            ("2020-03-22", Some(Supervise)),
            ("2020-03-23", Some(Circular)),
        ];
        for (today, expected) in cases {
            let (due, today) = ("2020-03-13".parse().unwrap(), today.parse().unwrap());
            assert_eq!(level(&book, &Calendar::default(), due, today), expected, "{today}");
        }
    }
}
