//! `appeal remind`: what departments are reminded of, by how near the due day is or how long past.

use super::{add, opened, person, write};
use crate::desk::lookup;
use crate::desk::resolve::not_in_the_future;
use crate::error::Result;
use crate::model::Day;
use crate::model::appeal::{AppealState, Deed};
use crate::model::appeal_note::AppealNote;
use crate::model::dispatch::ReminderLevel;
use crate::model::docket::{AppealBrief, AppealFilter, DispatchBrief};
use crate::model::party::{Department, Role};
use crate::rules::appeal::chase::{level, overdue};
use crate::rules::book::RuleBook;
use crate::store::library::Outcome;
use crate::store::{Library, Reader, Stamp};
use std::collections::HashMap;

/// One reminder that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chase {
    pub appeal: AppealBrief,
    pub dispatch: DispatchBrief,
    pub level: ReminderLevel,
    /// Working days overdue.
    pub overdue: i64,
    pub department: Department,
    /// 分管负责人 and 工作责任人 on the day, as far as they are known.
    pub lead: Option<String>,
    pub officer: Option<String>,
}

impl Chase {
    /// The reminder as a sentence.
    pub fn note(&self) -> AppealNote {
        AppealNote::Reminder {
            level: self.level,
            department: self.department.full.clone(),
            lead: self.lead.clone(),
            officer: self.officer.clone(),
            code: self.appeal.code.clone(),
            project: self.appeal.project_name.clone(),
            role: self.dispatch.role,
            due: self.dispatch.due_now(),
            governed: self.dispatch.governed,
            overdue: self.overdue,
        }
    }
}

/// What is due soon or overdue on a day, or on the day looked at, department by department; `given` narrows.
///
/// # Errors
/// An unknown department.
pub fn chases(reader: &Reader<'_>, given: Option<&str>, on: Option<Day>) -> Result<Vec<Chase>> {
    let day = on.unwrap_or_else(|| reader.last_day());
    let departments = reader.departments()?;
    let only = given.map(|given| lookup::department(&departments, given)).transpose()?;
    let (book, calendar) = (RuleBook::new(reader.rules()?), reader.calendar()?);
    let filter = AppealFilter { states: vec![AppealState::Dispatched], ..AppealFilter::default() };
    let appeals = reader.appeal_briefs(&filter)?;
    let appeals: HashMap<i64, AppealBrief> =
        appeals.into_iter().map(|appeal| (appeal.id, appeal)).collect();
    let contacts = reader.contacts()?;
    let mut chases = Vec::new();
    for dispatch in reader.dispatch_briefs()? {
        let came = dispatch.answered.or(dispatch.returned).or(dispatch.ended).is_some();
        let wanted = only.as_ref().is_none_or(|only| only.id == dispatch.department);
        let appeal = appeals.get(&dispatch.appeal);
        let department = departments.iter().find(|known| known.id == dispatch.department);
        let (Some(appeal), Some(department)) = (appeal, department) else { continue };
        if came || !wanted || dispatch.sent > day {
            continue;
        }
        if let Some(level) = level(&book, &calendar, dispatch.due_now(), day) {
            let person = |role| person(&contacts, department.id, role, day);
            chases.push(Chase {
                appeal: appeal.clone(),
                level,
                overdue: overdue(&calendar, dispatch.due_now(), day),
                department: department.clone(),
                lead: person(Role::Lead),
                officer: person(Role::Officer),
                dispatch,
            });
        }
    }
    chases.sort_by_key(|chase| {
        (chase.department.id, std::cmp::Reverse(chase.level), chase.appeal.code.clone())
    });
    Ok(chases)
}

/// Records that the reminders of a day went out; one of the same level is recorded once a day.
///
/// # Errors
/// An unknown department, a day in the future.
pub fn remind(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    given: Option<&str>,
    on: Day,
) -> Result<(Vec<Chase>, u64)> {
    not_in_the_future(on, stamp.today)?;
    write(library, stamp, waiting, |writer| {
        let chases = chases(writer, given, Some(on))?;
        let mut kept = 0;
        for chase in &chases {
            let appeal = writer.appeal_by_id(chase.appeal.id)?;
            let Some(appeal) = appeal else { continue };
            let opened = opened(writer, appeal)?;
            let deed = Deed::Reminded { dispatch: chase.dispatch.id, level: chase.level };
            if opened.events.iter().any(|event| event.deed == deed && event.day == on) {
                continue;
            }
            let mut event = opened.event(on, deed, None);
            let people = [chase.lead.clone(), chase.officer.clone()];
            let people: Vec<String> = people.into_iter().flatten().collect();
            event.person = (!people.is_empty()).then(|| people.join("\u{3001}"));
            add(writer, &event)?;
            kept += 1;
        }
        Ok(Outcome::Keep((chases, kept)))
    })
}
