//! `history`: what became of a project, field by field: from, to, when, who, why, file and row.

use super::lookup;
use crate::error::{Kind, Result};
use crate::model::date::Dated;
use crate::model::dossier::{Dossier, Fact};
use crate::model::field::{Field, Quantity};
use crate::model::filing::Report;
use crate::model::log::{LogLine, Nature};
use crate::model::month::Month;
use crate::model::project::Work;
use crate::model::work::Timing;
use crate::store::Reader;
use crate::store::history::Version;
use std::collections::HashMap;

/// What an entry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Field(Field),
    /// 入库: the day of entry.
    Entry,
    /// 出库: the day it left.
    Exit,
}

/// One field that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Who, when and why.
    pub line: LogLine,
    pub what: What,
    /// The report month a figure belongs to; `None` for what belongs to no month.
    pub month: Option<Month>,
    pub before: Option<Fact>,
    pub after: Option<Fact>,
    pub nature: Nature,
    /// The file and row it was read from.
    pub file: Option<String>,
    pub row: Option<i64>,
}

/// A project's history, oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    pub code: String,
    pub name: String,
    pub entries: Vec<Entry>,
}

/// A change between two neighbouring versions, before it is known who made it.
struct Step {
    op: i64,
    what: What,
    month: Option<Month>,
    before: Option<Fact>,
    after: Option<Fact>,
    /// It replaced what had been reported or dated before.
    corrects: bool,
    source: Option<i64>,
    row: Option<i64>,
}

/// The history of a project, also of one whose entry was undone.
///
/// # Errors
/// Unknown or ambiguous project.
pub fn history(reader: &Reader<'_>, given: &str) -> Result<History> {
    let code = given.trim().to_uppercase();
    let id = match reader.project_id(&code)? {
        Some(id) => id,
        None => lookup::project(reader, given)?.id,
    };
    let unknown = || Kind::UnknownProject { given: given.to_owned() }.into();
    of_project(reader, id, 0, &mut Lines::default())?.ok_or_else(unknown)
}

/// Lines of the log that were read already: one import stands behind thousands of entries.
#[derive(Debug, Default)]
pub struct Lines {
    read: HashMap<i64, LogLine>,
}

impl Lines {
    /// The line of an operation.
    ///
    /// # Errors
    /// Only what the store reports.
    pub fn of(&mut self, reader: &Reader<'_>, op: i64) -> Result<Option<LogLine>> {
        if let Some(line) = self.read.get(&op) {
            return Ok(Some(line.clone()));
        }
        let line = reader.operation_line(op)?;
        self.read.extend(line.clone().map(|line| (op, line)));
        Ok(line)
    }
}

/// The same by the project's id, of what operations after one did; `None` where it never was on
/// record.
///
/// # Errors
/// Only what the store reports.
pub fn of_project(
    reader: &Reader<'_>,
    id: i64,
    after: i64,
    lines: &mut Lines,
) -> Result<Option<History>> {
    let projects = reader.project_versions(id)?;
    let Some(last) = projects.last() else { return Ok(None) };
    let (code, name) = (last.content.code.clone(), last.content.name.clone());
    let mut steps = Vec::new();
    register(&projects, &mut steps);
    reports(&reader.report_versions(id)?, &mut steps);
    for (before, after, turn) in neighbours(&reader.milestone_versions(id)?) {
        let date = |one: Option<&(_, Option<Dated>)>| one.and_then(|one| one.1).map(Fact::Date);
        let what = What::Field(Field::StageDate(turn.content.0));
        step(&mut steps, &turn, what, None, date(before), date(after));
    }
    for (before, after, turn) in neighbours(&reader.work_versions(id)?) {
        for timing in Timing::ALL {
            let date = |work: Option<&Work>| work.and_then(|w| w.on(*timing)).map(Fact::Date);
            let what = What::Field(Field::Work(turn.content.item, *timing));
            step(&mut steps, &turn, what, None, date(before), date(after));
        }
    }
    steps.retain(|step| step.op > after);
    let mut entries = complete(reader, steps, lines)?;
    entries.sort_by_key(|entry| entry.line.op);
    Ok(Some(History { code, name, entries }))
}

/// Where a version begins or ends, seen from the pair around it.
struct Turn<'a, T> {
    op: i64,
    content: &'a T,
    source: Option<i64>,
    row: Option<i64>,
}

/// Every turn of versions of the same id: what held before, what held after. A version that ended
/// without another was taken back.
fn neighbours<T>(versions: &[Version<T>]) -> Vec<(Option<&T>, Option<&T>, Turn<'_, T>)> {
    let mut turns = Vec::new();
    let mut before: Option<&Version<T>> = None;
    for version in versions {
        let held = before.filter(|b| b.id == version.id && b.until == Some(version.since));
        if held.is_none() {
            turns.extend(before.and_then(ending));
        }
        let turn = Turn {
            op: version.since,
            content: &version.content,
            source: version.source,
            row: version.row,
        };
        turns.push((held.map(|held| &held.content), Some(&version.content), turn));
        before = Some(version);
    }
    turns.extend(before.and_then(ending));
    turns
}

fn ending<T>(version: &Version<T>) -> Option<(Option<&T>, Option<&T>, Turn<'_, T>)> {
    let op = version.until?;
    let turn = Turn { op, content: &version.content, source: None, row: None };
    Some((Some(&version.content), None, turn))
}

fn step<T>(
    steps: &mut Vec<Step>,
    turn: &Turn<'_, T>,
    what: What,
    month: Option<Month>,
    before: Option<Fact>,
    after: Option<Fact>,
) {
    if before == after {
        return;
    }
    let corrects = match what {
        What::Field(Field::StageDate(_) | Field::Work(_, Timing::Actual)) => before.is_some(),
        _ => false,
    };
    let Turn { op, source, row, .. } = *turn;
    steps.push(Step { op, what, month, before, after, corrects, source, row });
}

/// Changes of the register: everything that belongs to no month, entry and exit.
fn register(versions: &[Version<crate::model::project::Project>], steps: &mut Vec<Step>) {
    let fields: Vec<Field> = Field::all().filter(|field| in_register(*field)).collect();
    for (before, after, turn) in neighbours(versions) {
        let before = before.map(|project| Dossier::new(project.clone()));
        let after = after.map(|project| Dossier::new(project.clone()));
        let entered = |one: &Option<Dossier>| {
            one.as_ref().map(|one| Fact::Date(Dated::Day(one.project.entered)))
        };
        let left = |one: &Option<Dossier>| {
            one.as_ref().and_then(|one| one.project.left).map(|day| Fact::Date(Dated::Day(day)))
        };
        step(steps, &turn, What::Entry, None, entered(&before), entered(&after));
        step(steps, &turn, What::Exit, None, left(&before), left(&after));
        for field in &fields {
            let fact = |one: &Option<Dossier>| one.as_ref().and_then(|one| one.get(*field));
            step(steps, &turn, What::Field(*field), None, fact(&before), fact(&after));
        }
    }
}

const fn in_register(field: Field) -> bool {
    !matches!(
        field,
        Field::Code
            | Field::Stage
            | Field::Money(_)
            | Field::StageDate(_)
            | Field::Work(..)
            | Field::Progress
            | Field::Problem
            | Field::Serial
            | Field::ReportMonth
    )
}

/// Changes of figures and words, each in its month. The first report of a month is held against
/// the month before it as it was then on record.
fn reports(versions: &[Version<Report>], steps: &mut Vec<Step>) {
    for (before, after, turn) in neighbours(versions) {
        let month = turn.content.month;
        let earlier = versions
            .iter()
            .filter(|version| version.content.month < month)
            .filter(|version| version.since <= turn.op)
            .filter(|version| version.until.is_none_or(|until| until > turn.op))
            .max_by_key(|version| version.content.month)
            .map(|version| &version.content);
        let reported = before.is_some_and(|before| before.filing.is_some());
        let base = before.or(earlier);
        let then = after.or(earlier);
        for field in FIGURES.into_iter().chain(Quantity::ALL.iter().map(|q| Field::Money(*q))) {
            let fact = |report: Option<&Report>| report.and_then(|report| figure(report, field));
            // Words belong to one month and are not carried over.
            let (base, then) = if is_word(field) { (before, after) } else { (base, then) };
            let begun = steps.len();
            step(steps, &turn, What::Field(field), Some(month), fact(base), fact(then));
            if let Some(step) = steps.get_mut(begun) {
                step.corrects = reported;
            }
        }
    }
}

const FIGURES: [Field; 3] = [Field::Stage, Field::Progress, Field::Problem];

const fn is_word(field: Field) -> bool {
    matches!(field, Field::Progress | Field::Problem)
}

fn figure(report: &Report, field: Field) -> Option<Fact> {
    match field {
        Field::Stage => Some(Fact::Stage(report.standing.stage)),
        Field::Money(quantity) => report.standing.amounts.get(quantity).map(Fact::Money),
        Field::Progress => report.progress.clone().map(Fact::Text),
        Field::Problem => report.problem.clone().map(Fact::Text),
        _ => None,
    }
}

/// Adds who did it, when and why, and the file.
fn complete(reader: &Reader<'_>, steps: Vec<Step>, lines: &mut Lines) -> Result<Vec<Entry>> {
    let mut entries = Vec::with_capacity(steps.len());
    for step in steps {
        let Some(line) = lines.of(reader, step.op)? else { continue };
        let file = match step.source {
            Some(source) => reader.source_file(source)?,
            None => None,
        };
        let nature = nature(&line, step.corrects);
        entries.push(Entry {
            line,
            what: step.what,
            month: step.month,
            before: step.before,
            after: step.after,
            nature,
            file,
            row: step.row,
        });
    }
    Ok(entries)
}

/// A correction (更正) sets right what the operation says, or replaces what was reported or dated
/// already; everything else is a change.
fn nature(line: &LogLine, corrects: bool) -> Nature {
    use crate::model::command::CommandName;
    match line.command {
        CommandName::Undo => Nature::Undone,
        CommandName::Redo => Nature::Redone,
        // What waited for a decision happens with the decision; nothing was wrong before.
        CommandName::ScreenAdmit => Nature::Change,
        _ if line.correction || corrects => Nature::Correction,
        _ => Nature::Change,
    }
}
