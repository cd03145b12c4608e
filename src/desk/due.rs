//! `calendar due`: what is due today or late, across the plan, reports, answers and tasks.

use super::plan::{PlanLine, plan};
use super::task::tasks;
use crate::error::Result;
use crate::model::Day;
use crate::model::appeal::AppealState;
use crate::model::docket::AppealFilter;
use crate::model::meeting::MeetingState;
use crate::model::month::Month;
use crate::model::plan::{DueKind, PlanState, PlanStep};
use crate::model::task::TaskState;
use crate::store::Reader;
use std::collections::{BTreeSet, HashMap};

/// Something due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueItem {
    pub kind: DueKind,
    pub day: Day,
    /// Working days overdue; 0 on the day itself.
    pub overdue: i64,
    /// The day has passed.
    pub late: bool,
    /// Code of the meeting, the appeal or the task.
    pub code: Option<String>,
    pub what: What,
    pub districts: Vec<i64>,
    pub departments: Vec<i64>,
    pub part: Option<(u64, u64)>,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A step, and the month it serves: of reports the month reported on.
    Step(PlanStep, Month),
    /// The project an answer is about, or the text of a task.
    Text(String),
}

/// What is due on the day looked at or before it and is not done: steps of this month's plan, of the
/// one before, of the next, and of every month whose meeting is not closed; answers of departments;
/// tasks. Steps of before the library was made are left out.
///
/// # Errors
/// Only what the store reports.
pub fn due(reader: &Reader<'_>) -> Result<Vec<DueItem>> {
    let today = reader.last_day();
    let calendar = reader.calendar()?;
    let begun = reader.first_day()?.unwrap_or(today);
    let now = Month::of(today);
    let mut months = BTreeSet::from([now.previous(), now, now.next()]);
    let open = reader.meetings()?.into_iter().filter(|meeting| {
        !matches!(meeting.state, MeetingState::Closed | MeetingState::Cancelled)
            && meeting.day.is_some_and(|day| day <= today)
    });
    months.extend(open.map(|meeting| meeting.month));
    let mut items = Vec::new();
    for month in months {
        let lines = plan(reader, month)?.lines.into_iter();
        items.extend(lines.filter_map(|line| of_plan(line, month, begun, today)));
    }
    items.extend(answers(reader, today)?);
    items.extend(of_tasks(reader, today)?);
    for item in &mut items {
        item.late = item.day < today;
        item.overdue = calendar.between(item.day, today);
    }
    items.sort_by(|a, b| (a.day, a.kind, &a.code).cmp(&(b.day, b.kind, &b.code)));
    Ok(items)
}

fn of_plan(line: PlanLine, month: Month, begun: Day, today: Day) -> Option<DueItem> {
    let PlanLine { step, meeting, state, part, districts, departments } = line;
    let day = step.day.day;
    let settled = matches!(state, PlanState::Done | PlanState::Nothing);
    let today_only = day == today && !settled;
    // Answers are listed one by one.
    if day < begun || step.step == PlanStep::Replies || !(state == PlanState::Late || today_only) {
        return None;
    }
    let of_report =
        matches!(step.step, PlanStep::Forms | PlanStep::ReportReminder | PlanStep::Reports);
    Some(DueItem {
        kind: if step.step == PlanStep::Reports { DueKind::Report } else { DueKind::Step },
        day,
        overdue: 0,
        late: false,
        code: meeting,
        what: What::Step(step.step, if of_report { month.previous() } else { month }),
        districts,
        departments,
        part,
    })
}

/// Departments that have not answered by the day.
fn answers(reader: &Reader<'_>, today: Day) -> Result<Vec<DueItem>> {
    let filter = AppealFilter { states: vec![AppealState::Dispatched], ..AppealFilter::default() };
    let (appeals, dispatches) = reader.docket(&filter)?;
    let appeals: HashMap<i64, _> = appeals.iter().map(|appeal| (appeal.id, appeal)).collect();
    let items = dispatches.iter().filter_map(|dispatch| {
        let came = dispatch.answered.or(dispatch.returned).or(dispatch.ended).is_some();
        let appeal = appeals.get(&dispatch.appeal)?;
        (!came && dispatch.due_now() <= today).then(|| DueItem {
            kind: DueKind::Dispatch,
            day: dispatch.due_now(),
            overdue: 0,
            late: false,
            code: Some(appeal.code.clone()),
            what: What::Text(appeal.project_name.clone()),
            districts: Vec::new(),
            departments: vec![dispatch.department],
            part: None,
        })
    });
    Ok(items.collect())
}

fn of_tasks(reader: &Reader<'_>, today: Day) -> Result<Vec<DueItem>> {
    let open = tasks(reader)?.into_iter().filter(|line| line.state != TaskState::Done);
    let items = open.filter_map(|line| {
        let day = line.due.filter(|day| *day <= today)?;
        Some(DueItem {
            kind: DueKind::Task,
            day,
            overdue: 0,
            late: false,
            code: Some(line.task.code),
            what: What::Text(line.task.text),
            districts: line.task.districts,
            departments: line.task.departments,
            part: None,
        })
    });
    Ok(items.collect())
}
