//! How departments answered (部门办理情况): 件次, one for each department asked, apart from 去重,
//! distinct appeals.

use crate::model::Day;
use crate::model::calendar::Calendar;
use crate::model::dispatch::DispatchRole;
use crate::model::docket::DispatchBrief;
use std::collections::{BTreeSet, HashMap};

/// The dispatches of one department, or of all. Each is answered, returned, ended, overdue or
/// not yet due.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Answers {
    /// 件次
    pub asked: u64,
    /// Of these as the lead (主办).
    pub lead: u64,
    /// 去重: distinct appeals.
    pub appeals: u64,
    pub answered: u64,
    /// Of the answered, those by the due day in force.
    pub on_time: u64,
    /// 已退单
    pub returned: u64,
    /// The appeal was withdrawn or terminated before an answer.
    pub ended: u64,
    /// Without an answer, the due day in force has passed.
    pub overdue: u64,
    /// Without an answer, the due day in force has not passed.
    pub not_yet_due: u64,
    /// Working days from dispatch to answer, over the answered.
    pub workdays: u64,
}

impl Answers {
    /// Dispatches that need an answer: neither returned nor ended.
    pub const fn due(&self) -> u64 {
        self.asked - self.returned - self.ended
    }
}

/// Departments in the order given, and all together; those who were asked nothing have a row too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerTable {
    pub rows: Vec<(i64, Answers)>,
    /// Its 件次 is the sum of the rows, its 去重 is not.
    pub whole: Answers,
}

/// What has become of a dispatch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    OnTime,
    /// Answered after the due day in force.
    Late,
    Returned,
    Ended,
    Overdue,
    NotYetDue,
}

/// The fate of a dispatch on a day.
pub fn fate(dispatch: &DispatchBrief, today: Day) -> Fate {
    let due = dispatch.due_now();
    match dispatch.answered {
        Some(day) if day <= due => Fate::OnTime,
        Some(_) => Fate::Late,
        None if dispatch.returned.is_some() => Fate::Returned,
        None if dispatch.ended.is_some() => Fate::Ended,
        None if today > due => Fate::Overdue,
        None => Fate::NotYetDue,
    }
}

/// Folds dispatches by department.
pub fn by_department(
    dispatches: &[DispatchBrief],
    departments: &[i64],
    calendar: &Calendar,
    today: Day,
) -> AnswerTable {
    let mut own: HashMap<i64, Vec<&DispatchBrief>> = HashMap::new();
    for dispatch in dispatches {
        own.entry(dispatch.department).or_default().push(dispatch);
    }
    let of = |department: i64| {
        let own = own.get(&department).into_iter().flatten().copied();
        (department, answers(own, calendar, today))
    };
    AnswerTable {
        rows: departments.iter().map(|department| of(*department)).collect(),
        whole: answers(dispatches.iter(), calendar, today),
    }
}

fn answers<'a>(
    dispatches: impl Iterator<Item = &'a DispatchBrief>,
    calendar: &Calendar,
    today: Day,
) -> Answers {
    let mut sum = Answers::default();
    let mut appeals = BTreeSet::new();
    for dispatch in dispatches {
        sum.asked += 1;
        sum.lead += u64::from(dispatch.role == DispatchRole::Lead);
        appeals.insert(dispatch.appeal);
        match fate(dispatch, today) {
            Fate::OnTime => sum.on_time += 1,
            Fate::Late => {}
            Fate::Returned => sum.returned += 1,
            Fate::Ended => sum.ended += 1,
            Fate::Overdue => sum.overdue += 1,
            Fate::NotYetDue => sum.not_yet_due += 1,
        }
        if let Some(answered) = dispatch.answered {
            sum.answered += 1;
            sum.workdays += calendar.between(dispatch.sent, answered).unsigned_abs();
        }
    }
    sum.appeals = appeals.len() as u64;
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tests_support::dispatch;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_dispatch_has_one_fate() {
        let sent =
            || DispatchBrief { sent: day("2020-03-09"), due: day("2020-03-18"), ..dispatch(1, 1) };
        let on = |text: &str| Some(day(text));
        let cases = [
            (
                "answered on the due day",
                DispatchBrief { answered: on("2020-03-18"), ..sent() },
                Fate::OnTime,
            ),
            ("a day late", DispatchBrief { answered: on("2020-03-19"), ..sent() }, Fate::Late),
            (
                "in time as extended",
                DispatchBrief { answered: on("2020-03-19"), extended: on("2020-03-20"), ..sent() },
                Fate::OnTime,
            ),
            ("returned", DispatchBrief { returned: on("2020-03-10"), ..sent() }, Fate::Returned),
            (
                "the appeal was withdrawn",
                DispatchBrief { ended: on("2020-03-10"), ..sent() },
                Fate::Ended,
            ),
            (
                "answered before it was withdrawn",
                DispatchBrief { answered: on("2020-03-10"), ended: on("2020-03-11"), ..sent() },
                Fate::OnTime,
            ),
            ("no answer, past the day", sent(), Fate::Overdue),
            (
                "extended to today",
                DispatchBrief { extended: on("2020-03-19"), ..sent() },
                Fate::NotYetDue,
            ),
        ];
        for (case, dispatch, expected) in cases {
            assert_eq!(fate(&dispatch, day("2020-03-19")), expected, "{case}");
        }
        assert_eq!(fate(&sent(), day("2020-03-18")), Fate::NotYetDue);
    }

    #[test]
    fn dispatches_add_up_and_appeals_are_told_apart() {
        let dispatches = [dispatch(1, 1), dispatch(1, 2), dispatch(2, 1)];
        let table = by_department(&dispatches, &[1, 2, 3], &Calendar::default(), day("2020-03-09"));
        let found: Vec<_> = table.rows.iter().map(|(_, a)| (a.asked, a.appeals)).collect();
        assert_eq!(found, [(2, 2), (1, 1), (0, 0)]);
        assert_eq!((table.whole.asked, table.whole.appeals), (3, 2));
    }

    #[test]
    fn working_days_are_counted_from_the_day_after_the_dispatch() {
        let answered = DispatchBrief {
            sent: day("2020-03-06"),
            answered: Some(day("2020-03-11")),
            ..dispatch(1, 1)
        };
        let table = by_department(&[answered], &[1], &Calendar::default(), day("2020-03-12"));
        assert_eq!(table.whole.workdays, 3);
    }

    proptest! {
        /// Rows add up, and the fates of a row are its 件次.
        #[test]
        fn fates_add_up(rows in proptest::collection::vec((0i64..5, 1i64..4, 0usize..5, 0u64..20), 0..40)) {
            let start = day("2020-03-09");
            let at = |days: u64| start + chrono::Days::new(days);
            let dispatches: Vec<DispatchBrief> = rows
                .iter()
                .map(|(appeal, department, what, days)| DispatchBrief {
                    sent: start,
                    due: at(7),
                    answered: (*what == 1).then(|| at(*days)),
                    returned: (*what == 2).then(|| at(*days)),
                    ended: (*what == 3).then(|| at(*days)),
                    extended: (*what == 4).then(|| at(7 + days)),
                    ..dispatch(*appeal, *department)
                })
                .collect();
            let table = by_department(&dispatches, &[1, 2, 3], &Calendar::default(), at(9));
            let rows = || table.rows.iter().map(|(_, answers)| answers).chain([&table.whole]);
            for a in rows() {
                prop_assert_eq!(a.asked, a.answered + a.returned + a.ended + a.overdue + a.not_yet_due);
                prop_assert_eq!(a.due(), a.answered + a.overdue + a.not_yet_due);
                prop_assert!(a.on_time <= a.answered && a.appeals <= a.asked);
            }
            let sum: u64 = table.rows.iter().map(|(_, a)| a.asked).sum();
            prop_assert_eq!(sum, table.whole.asked);
        }
    }
}
