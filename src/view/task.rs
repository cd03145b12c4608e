//! The page of decisions and instructions.

use super::names::Frame;
use super::page::{Cell, Column, Page, Row, Table};
use crate::desk::task::TaskFilter;
use crate::model::note::Note;
use crate::model::task::{Step, TaskSource};
use crate::model::task_note::TaskNote;
use crate::model::term::Term;
use crate::report::task::{FollowUp, TaskLine, follow_up};

/// How far tasks have come: counts of all, and the lines shown, those not done first by due day.
pub fn tasks<'a>(
    frame: &Frame<'_>,
    all: &[TaskLine],
    shown: impl IntoIterator<Item = &'a TaskLine>,
) -> Page {
    let lines = task_table(frame, Term::Tasks, shown);
    let none = lines.rows.is_empty();
    let mut page = frame.plain(Term::Tasks, vec![follow_up_table(all), lines]);
    page.heading = vec![Note::Standing { month: frame.scope.month, as_of: frame.scope.today }];
    page.notes = vec![TaskNote::Meaning.into()];
    if none {
        page.tables.truncate(usize::from(!all.is_empty()));
        page.notes.insert(0, Note::Empty);
    }
    page
}

/// Tasks by where they come from, with what was done of each.
fn follow_up_table(lines: &[TaskLine]) -> Table {
    let of_source = TaskSource::ALL.iter().map(|source| {
        let sum = follow_up(lines.iter().filter(|line| line.task.source == *source));
        Row::data(counts(Cell::word(*source), sum))
    });
    let total = Row::total(counts(Cell::word(Term::Total), follow_up(lines)));
    Table {
        title: Term::TaskFollowUp,
        columns: vec![
            Column::text(Term::Source),
            Column::number(Term::TaskCount),
            Column::number(Term::TasksDone),
            Column::number(Term::TasksOnTime),
            Column::number(Term::TasksOpen),
            Column::number(Term::TasksOverdue),
        ],
        rows: of_source.chain([total]).collect(),
    }
}

fn counts(name: Cell, sum: FollowUp) -> Vec<Cell> {
    vec![
        name,
        Cell::Count(sum.tasks),
        Cell::Share { n: sum.done, of: sum.tasks },
        Cell::Share { n: sum.on_time, of: sum.judged },
        Cell::Count(sum.open),
        Cell::Count(sum.overdue),
    ]
}

/// One row per task, those not done first, by due day.
pub fn task_table<'a>(
    frame: &Frame<'_>,
    title: Term,
    lines: impl IntoIterator<Item = &'a TaskLine>,
) -> Table {
    let mut lines: Vec<&TaskLine> = lines.into_iter().collect();
    lines.sort_by(|a, b| a.order().cmp(&b.order()));
    Table {
        title,
        columns: columns(),
        rows: lines.into_iter().map(|line| row(frame, line)).collect(),
    }
}

fn columns() -> Vec<Column> {
    vec![
        Column::short(Term::Code),
        Column::short(Term::Source),
        Column::short(Term::Meeting),
        Column::short(Term::TaskLeader),
        Column::text(Term::TaskText),
        Column::text(Term::About),
        Column::text(Term::ResponsibleUnits),
        Column::short(Term::TaskDue),
        Column::short(Term::Status),
        Column::short(Term::ProgressOn),
        Column::text(Term::LastProgress),
    ]
}

fn row(frame: &Frame<'_>, line: &TaskLine) -> Row {
    let about = line.project.as_ref().map(|(code, name)| format!("{code} {name}"));
    let about: Vec<String> = about.into_iter().chain(line.appeal.clone()).collect();
    let last = line.last.as_ref();
    Row::data(vec![
        Cell::Code(line.task.code.clone()),
        Cell::word(line.task.source),
        line.meeting.clone().map_or(Cell::Blank, Cell::Code),
        Cell::optional(line.task.leader.as_deref()),
        Cell::Text(line.task.text.clone()),
        Cell::optional((!about.is_empty()).then(|| about.join("\u{3001}")).as_deref()),
        frame.units(&line.task.districts, &line.task.departments),
        line.due.map_or(Cell::Blank, Cell::Day),
        Cell::word(line.state),
        last.map_or(Cell::Blank, |step| Cell::Day(step.day)),
        last.map_or(Cell::Blank, told),
    ])
}

/// What a step says, or what kind it is where it says nothing.
fn told(step: &Step) -> Cell {
    step.note.clone().map_or(Cell::word(step.kind), Cell::Text)
}

/// The tasks of one unit (任务单).
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    unit: Unit,
    /// The unit's short name in (中文, English).
    pub name: (String, String),
    rows: Vec<Row>,
}

/// Who is responsible, by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    District(i64),
    Department(i64),
}

impl Sheet {
    /// Whether a filter asks for the unit.
    pub fn is_of(&self, filter: &TaskFilter) -> bool {
        match self.unit {
            Unit::District(id) => filter.districts.contains(&id),
            Unit::Department(id) => filter.departments.contains(&id),
        }
    }
}

/// One sheet for each unit responsible, districts before departments; a task stands in the sheet
/// of every unit that is responsible for it.
pub fn sheets(frame: &Frame<'_>, lines: &[&TaskLine]) -> Vec<Sheet> {
    let mut lines = lines.to_vec();
    lines.sort_by(|a, b| a.order().cmp(&b.order()));
    let districts = frame.directory.districts.iter();
    let districts = districts.map(|it| (Unit::District(it.id), (&it.short, &it.english)));
    let departments = frame.directory.departments.iter();
    let departments = departments.map(|it| (Unit::Department(it.id), (&it.short, &it.english)));
    let sheet = |(unit, (zh, en)): (Unit, (&String, &String))| {
        let own = |line: &&&TaskLine| match unit {
            Unit::District(id) => line.task.districts.contains(&id),
            Unit::Department(id) => line.task.departments.contains(&id),
        };
        let cell = match unit {
            Unit::District(id) => frame.short(id),
            Unit::Department(id) => frame.department(id),
        };
        let row = |line: &&TaskLine| {
            let Row { kind, cells } = row(frame, line);
            Row { kind, cells: [cell.clone()].into_iter().chain(cells).collect() }
        };
        Sheet {
            unit,
            name: (zh.clone(), en.clone()),
            rows: lines.iter().filter(own).map(row).collect(),
        }
    };
    let sheets = districts.chain(departments).map(sheet);
    sheets.filter(|sheet| !sheet.rows.is_empty()).collect()
}

/// A page of sheets, a table for each.
pub fn sheet_page(frame: &Frame<'_>, sheets: &[Sheet]) -> Page {
    let tables = sheets.iter().map(|sheet| Table {
        title: Term::TaskSheet,
        columns: [Column::short(Term::Unit)].into_iter().chain(columns()).collect(),
        rows: sheet.rows.clone(),
    });
    let mut page = frame.plain(Term::TaskSheet, tables.collect());
    page.heading = vec![Note::Standing { month: frame.scope.month, as_of: frame.scope.today }];
    if let [only] = sheets {
        page.heading.push(TaskNote::SheetTo { unit: only.name.clone() }.into());
    }
    if sheets.is_empty() {
        page.notes.push(Note::Empty);
    }
    page
}
