//! `summary changes`: two states of the library compared.

use super::clocks::{clocks, month_due};
use super::docket::{DocketFilter, appeals_of, passing};
use super::task::tasks;
use crate::error::{Kind, Result};
use crate::model::Day;
use crate::model::brief::{Brief, Filter, Scope};
use crate::model::clock::Colour;
use crate::model::docket::AppealFilter;
use crate::model::exit::ExitGround;
use crate::model::month::Month;
use crate::model::project::Project;
use crate::report::appeal_changes::{AppealChanges, appeal_changes};
use crate::report::changes::{Changes, changes};
use crate::report::task::TaskLine;
use crate::report::task_changes::{TaskChanges, task_changes};
use crate::rules::book::RuleBook;
use crate::store::Reader;
use crate::store::verdict::Gate;
use std::collections::{BTreeMap, HashSet};

/// From where to where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// What was on record at the end of a day, and what is now.
    SinceDay(Day),
    /// What was on record after an operation of a day, and what is now.
    SinceOperation { operation: i64, day: Day },
    /// The state of one report month, and of a later one.
    Months { from: Month, to: Month },
}

/// Why a project left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exit {
    pub day: Option<Day>,
    pub ground: Option<ExitGround>,
    pub reason: Option<String>,
    /// Who approved it, where the rules refused (例外出库).
    pub approver: Option<String>,
}

/// The changes, with the states compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    pub changes: Changes,
    pub from: Scope,
    pub to: Scope,
    /// The month up to which the progress clock is read.
    pub clock: Month,
    /// Of each project that left.
    pub exits: BTreeMap<i64, Exit>,
    /// Of the appeals of the projects that pass.
    pub appeals: AppealChanges,
    /// Of the tasks about the projects that pass, or of the districts asked for; all of them where
    /// nothing narrows.
    pub tasks: TaskChanges,
}

/// Compares two states, of the projects that pass the filter in each.
///
/// # Errors
/// A day before the library was made; what the store reports.
pub fn compare(reader: &Reader<'_>, filter: &Filter, span: Span) -> Result<Compared> {
    compare_mended(reader, filter, span, |before, _| before)
}

/// The same, after the earlier state was mended in the light of the later one: what was set right is
/// no change.
///
/// # Errors
/// As [`compare`].
pub fn compare_mended(
    reader: &Reader<'_>,
    filter: &Filter,
    span: Span,
    mend: impl FnOnce(Vec<Brief>, &[Brief]) -> Vec<Brief>,
) -> Result<Compared> {
    let here = reader.scope();
    if let Span::SinceDay(day) = span
        && day > here.today
    {
        return Err(Kind::NotYetCome { day, today: here.today }.into());
    }
    let (from, to) = match span {
        Span::SinceDay(day) => (Scope::past(None, day), here.of_month(None)),
        Span::SinceOperation { operation, day } => {
            (Scope::after(operation, day), here.of_month(None))
        }
        Span::Months { from, to } => (here.of_month(Some(from)), here.of_month(Some(to))),
    };
    let before = reader.at(from, |reader| reader.briefs(filter))?;
    let after = reader.at(to, |reader| reader.briefs(filter))?;
    let before = mend(before, &after);
    let book = RuleBook::new(reader.rules()?);
    let on = here.today;
    let known = month_due(&book, &reader.calendar()?, on);
    let clock = to.month.map_or(known, |month| month.min(known));
    let idle = reader.at(to, |reader| clocks(reader, &book, None, clock, on))?.into_iter();
    let idle: HashSet<i64> = idle
        .filter(|(_, clocks)| clocks.progress.colour != Colour::Green)
        .map(|(id, _)| id)
        .collect();
    let changes = changes(&before, &after, &idle);
    let mut exits = BTreeMap::new();
    for line in &changes.left {
        if let Some(project) = reader.project(line.id)? {
            exits.insert(line.id, exit(reader, project)?);
        }
    }
    let appeals = |reader: &Reader<'_>| appeals_of(reader, &of_projects(filter));
    let appeals = appeal_changes(&reader.at(from, appeals)?, &reader.at(to, appeals)?);
    let tasks = |reader: &Reader<'_>| tasks_of(reader, filter);
    let tasks = task_changes(&reader.at(from, tasks)?, reader.at(to, tasks)?);
    Ok(Compared { changes, from, to, clock, exits, appeals, tasks })
}

/// The appeals of the projects that pass; all of them where nothing narrows.
fn of_projects(filter: &Filter) -> DocketFilter {
    let appeals = AppealFilter { without: filter.without.clone(), ..AppealFilter::default() };
    DocketFilter { appeals, projects: narrows(filter).then(|| filter.clone()) }
}

/// Whether a filter asks for some projects, beyond leaving some out.
fn narrows(filter: &Filter) -> bool {
    *filter != Filter { without: filter.without.clone(), ..Filter::default() }
}

/// The tasks about projects that pass, and those of the districts asked for.
fn tasks_of(reader: &Reader<'_>, filter: &Filter) -> Result<Vec<TaskLine>> {
    let mut lines = tasks(reader)?;
    lines.retain(|line| line.task.project.is_none_or(|id| !filter.without.contains(&id)));
    if narrows(filter) {
        let passing = passing(reader, filter)?;
        lines.retain(|line| {
            let about = line.task.project.is_some_and(|project| passing.contains(&project));
            about || line.task.districts.iter().any(|id| filter.districts.contains(id))
        });
    }
    Ok(lines)
}

/// Why a project left; of one that has entered again since, why it left before.
fn exit(reader: &Reader<'_>, project: Project) -> Result<Exit> {
    let verdict = reader.verdict(project.id, Gate::Exit)?;
    let approver = verdict.and_then(|v| v.overridden).map(|o| o.approver);
    let stay = reader.stays(project.id)?.pop().filter(|_| project.left.is_none());
    Ok(match stay {
        Some(stay) => {
            Exit { day: Some(stay.left), ground: Some(stay.ground), reason: stay.reason, approver }
        }
        None => Exit {
            day: project.left,
            ground: project.exit_ground,
            reason: project.exit_reason,
            approver,
        },
    })
}
