//! The sheet on which a meeting's decisions are written down, filled in beforehand by its agenda.

use super::meeting::agenda::matter;
use super::names::Frame;
use super::page::{Cell, Column, Page, Row, Table};
use crate::desk::meeting::agenda::Agenda;
use crate::model::ledger::DecisionColumn;
use crate::model::meeting_note::MeetingNote;
use crate::model::term::Term;
use crate::report::agenda::Item;
use crate::report::task::TaskLine;

/// Rows left empty for what is on no agenda.
const SPARE: usize = 10;

/// One row for each item of the agenda, or for each decision on record about it; then the decisions
/// about what is not on it, and empty rows.
pub fn sheet(frame: &Frame<'_>, agenda: &Agenda, decided: &[TaskLine]) -> Page {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut left: Vec<&TaskLine> = decided.iter().collect();
    // What the meeting decided is followed from the next one on.
    let own = |item: &&Item| decided.iter().any(|line| item.code.as_ref() == Some(&line.task.code));
    for item in agenda.items.iter().filter(|item| !own(item)) {
        let (own, others) = left.into_iter().partition(|line| is_about(line, item));
        left = others;
        let own: Vec<&TaskLine> = own;
        if own.is_empty() {
            rows.push(row(frame, Some(item), None));
        }
        rows.extend(own.into_iter().map(|line| row(frame, Some(item), Some(line))));
    }
    rows.extend(left.into_iter().map(|line| row(frame, None, Some(line))));
    rows.extend((0..SPARE).map(|_| row(frame, None, None)));
    let numbered = rows.into_iter().zip(1u64..).map(|(mut cells, number)| {
        for (cell, column) in cells.iter_mut().zip(DecisionColumn::ALL) {
            match column {
                DecisionColumn::Serial => *cell = Cell::Count(number),
                DecisionColumn::Meeting => *cell = Cell::Code(agenda.meeting.code.clone()),
                _ => {}
            }
        }
        Row::data(cells)
    });
    let table = Table {
        title: Term::DecisionSheet,
        columns: DecisionColumn::ALL.iter().map(column).collect(),
        rows: numbered.collect(),
    };
    let mut page = frame.plain(Term::DecisionSheet, vec![table]);
    let (code, day) = (agenda.meeting.code.clone(), agenda.meeting.day);
    page.heading.push(MeetingNote::About { code, day }.into());
    page
}

/// What is decided takes the most room.
fn column(column: &DecisionColumn) -> Column {
    use DecisionColumn::{Decision, Matter, Name};
    match column {
        Name | Matter | Decision => Column::text(*column),
        _ => Column::short(*column),
    }
}

/// Whether a decision is about an item: its project or its appeal. What carries a task on is about
/// that task's project or appeal, and told apart only where it has one.
fn is_about(line: &TaskLine, item: &Item) -> bool {
    let code = item.code.as_ref();
    let project = line.project.as_ref().map(|(code, _)| code);
    match &line.appeal {
        Some(appeal) => code == Some(appeal),
        None => code.is_some() && code == project,
    }
}

fn row(frame: &Frame<'_>, item: Option<&Item>, line: Option<&TaskLine>) -> Vec<Cell> {
    use DecisionColumn as C;
    let task = line.map(|line| &line.task);
    let about = line.and_then(|line| {
        line.appeal.clone().or_else(|| line.project.as_ref().map(|(code, _)| code.clone()))
    });
    let name = line.and_then(|line| line.project.as_ref().map(|(_, name)| name.clone()));
    let cell = |column: &DecisionColumn| match column {
        C::Serial | C::Meeting => Cell::Blank,
        C::Item => item.map_or(Cell::Blank, |item| Cell::word(item.kind)),
        C::Subject => {
            let code = item.map_or(about.clone(), |item| item.code.clone());
            code.map_or(Cell::Blank, Cell::Code)
        }
        C::Name => {
            let name = item.map_or(name.clone(), |item| item.name.clone());
            Cell::optional(name.as_deref())
        }
        C::Matter => item.map_or(Cell::Blank, matter),
        C::Decision => Cell::optional(task.map(|task| task.text.as_str())),
        C::Districts => {
            let own = task.map(|task| &task.districts);
            own.or(item.map(|item| &item.districts))
                .map_or(Cell::Blank, |districts| frame.units(districts, &[]))
        }
        C::Departments => task.map_or(Cell::Blank, |task| frame.units(&[], &task.departments)),
        C::Due => task.and_then(|task| task.due).map_or(Cell::Blank, Cell::Day),
        C::Leader => Cell::optional(task.and_then(|task| task.leader.as_deref())),
        C::Task => task.map_or(Cell::Blank, |task| Cell::Code(task.code.clone())),
    };
    DecisionColumn::ALL.iter().map(cell).collect()
}
