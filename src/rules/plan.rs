//! The days a month asks for (常态化), counted back in working days from the days of its meetings; what
//! concerns the monthly report is counted from the month itself.

use super::book::RuleBook;
use super::deadline::report_due;
use crate::model::Day;
use crate::model::calendar::{Calendar, Deadline};
use crate::model::finding::{RuleName, RuleVersion};
use crate::model::meeting::MeetingKind;
use crate::model::month::Month;
use crate::model::plan::PlanStep;

/// One step and its day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub step: PlanStep,
    /// The meeting it leads up to; `None`: it follows from the month.
    pub meeting: Option<MeetingKind>,
    pub day: Deadline,
    /// The standard that says how many working days; a meeting needs none.
    pub rule: Option<RuleVersion>,
}

/// The steps of the nominal month, by day: the report of the month before, the letters and replies
/// of its 督办会, and each meeting itself. What no standard is on record for is left out, and so is
/// what depends on a meeting whose day is not known.
pub fn steps(
    book: &RuleBook,
    calendar: &Calendar,
    month: Month,
    supervision: Option<Day>,
    review: Option<Day>,
) -> Vec<Step> {
    let first = month.first_day();
    let standard = |rule| book.on(rule, first);
    let mut steps = Vec::new();
    let mut add = |step, meeting, day, rule: Option<&RuleVersion>| {
        steps.push(Step { step, meeting, day, rule: rule.cloned() });
    };
    if let Some(rule) = standard(RuleName::PlanForms) {
        add(PlanStep::Forms, None, calendar.before(first, rule.days()), Some(rule));
    }
    if let Some(due) = report_due(book, calendar, month.previous()) {
        add(PlanStep::Reports, None, due, standard(RuleName::ReportDue));
        if let Some(rule) = standard(RuleName::PlanReportReminder) {
            let day = back(calendar, due, rule.days());
            add(PlanStep::ReportReminder, None, day, Some(rule));
        }
    }
    if let Some(held) = supervision {
        let of = Some(MeetingKind::Supervision);
        if let Some(rule) = standard(RuleName::PlanLetters) {
            add(PlanStep::Letters, of, calendar.before(held, rule.days()), Some(rule));
        }
        if let Some(rule) = standard(RuleName::DispatchMeeting) {
            let replies = calendar.before(held, rule.days());
            add(PlanStep::Replies, of, replies, Some(rule));
            if let Some(rule) = standard(RuleName::RemindSoon) {
                let day = back(calendar, replies, rule.days());
                add(PlanStep::ReplyReminder, of, day, Some(rule));
            }
        }
    }
    let meetings = [(MeetingKind::Supervision, supervision), (MeetingKind::Review, review)];
    for (kind, held) in meetings {
        let Some(held) = held else { continue };
        let of = Some(kind);
        for (step, rule) in
            [(PlanStep::Ready, RuleName::PlanReady), (PlanStep::Freeze, RuleName::PlanFreeze)]
        {
            if let Some(rule) = standard(rule) {
                add(step, of, calendar.before(held, rule.days()), Some(rule));
            }
        }
        add(PlanStep::Meeting, of, Deadline { day: held, provisional: false }, None);
        if let Some(rule) = standard(RuleName::PlanClose) {
            add(PlanStep::Close, of, calendar.after(held, rule.days()), Some(rule));
        }
    }
    steps.sort_by_key(|step| (step.day.day, step.step, step.meeting));
    steps
}

/// So many working days before a deadline that was itself counted.
fn back(calendar: &Calendar, due: Deadline, count: u32) -> Deadline {
    let Deadline { day, provisional } = calendar.before(due.day, count);
    Deadline { day, provisional: provisional || due.provisional }
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
            (RuleName::PlanForms, 3),
            (RuleName::ReportDue, 5),
            (RuleName::PlanReportReminder, 1),
            (RuleName::PlanLetters, 5),
            (RuleName::DispatchMeeting, 2),
            (RuleName::RemindSoon, 1),
            (RuleName::PlanReady, 3),
            (RuleName::PlanFreeze, 1),
            (RuleName::PlanClose, 3),
        ];
        RuleBook::new(values.into_iter().map(version).collect())
    }

    /// Qingming of 2020: Saturday 4 April to Monday 6 April; 26 April is worked.
    fn calendar() -> Calendar {
        let days = [
            ("2020-04-04", DayKind::Off),
            ("2020-04-06", DayKind::Off),
            ("2020-04-26", DayKind::Work),
        ];
        Calendar::new(days.map(|(day, kind)| (day.parse().unwrap(), kind)))
    }

    fn told(steps: &[Step]) -> Vec<String> {
        let told = |step: &Step| {
            let meeting = step.meeting.map_or("", MeetingKind::letters);
            let mark = if step.day.provisional { "?" } else { "" };
            format!("{} {}{meeting}{mark}", step.day.day, step.step.key())
        };
        steps.iter().map(told).collect()
    }

    #[test]
    fn the_days_are_counted_back_over_holidays() {
        let (month, held) = ("2020-04".parse().unwrap(), "2020-04-10".parse().ok());
        let found = steps(&book(), &calendar(), month, held, None);
        assert_eq!(
            told(&found),
            [
                "2020-03-27 forms",
                "2020-04-02 lettersDB",
                "2020-04-07 report_reminder",
                "2020-04-07 reply_reminderDB",
                "2020-04-07 readyDB",
                "2020-04-08 reports",
                "2020-04-08 repliesDB",
                "2020-04-09 freezeDB",
                "2020-04-10 meetingDB",
                "2020-04-15 closeDB",
            ]
        );
    }

    #[test]
    fn what_depends_on_no_meeting_is_planned_without_one() {
        let month = "2020-04".parse().unwrap();
        let found = steps(&book(), &calendar(), month, None, None);
        let only = ["2020-03-27 forms", "2020-04-07 report_reminder", "2020-04-08 reports"];
        assert_eq!(told(&found), only);
        assert_eq!(steps(&RuleBook::default(), &calendar(), month, None, None), []);
    }

    #[test]
    fn a_year_without_a_notice_makes_the_days_provisional() {
        let (month, held) = ("2021-01".parse().unwrap(), "2021-01-08".parse().ok());
        let found = steps(&book(), &calendar(), month, None, held);
        assert_eq!(
            told(&found),
            [
                "2020-12-29 forms",
                "2021-01-05 readyDP?",
                "2021-01-06 report_reminder?",
                "2021-01-07 reports?",
                "2021-01-07 freezeDP?",
                "2021-01-08 meetingDP",
                "2021-01-13 closeDP?",
            ]
        );
    }
}
