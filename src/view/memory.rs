//! The pages of `log`, `history` and `check`.

use super::names::Frame;
use super::page::{Cell, Column, Page, Row, Table};
use crate::desk::check::CheckUp;
use crate::desk::history::{Entry, History, What};
use crate::desk::log::Log;
use crate::model::note::Note;
use crate::model::term::Term;

pub fn log(frame: &Frame<'_>, log: &Log) -> Page {
    let rows = log.lines.iter().map(|line| {
        Row::data(vec![
            Cell::Number(line.op),
            Cell::Day(line.day),
            Cell::Text(line.operator.clone()),
            Cell::Note(Note::Log(Box::new(line.clone()))),
            // Of an exception, why it was approved.
            Cell::optional(line.reason.as_deref().or(line.override_reason.as_deref())),
            Cell::optional(line.approver.as_deref()),
        ])
    });
    let table = Table {
        title: Term::Log,
        columns: vec![
            Column::number(Term::Operation),
            Column::short(Term::Recorded),
            Column::short(Term::Operator),
            Column::text(Term::Deed),
            Column::text(Term::Reason),
            Column::short(Term::Approver),
        ],
        rows: rows.collect(),
    };
    let mut page = frame.plain(Term::Log, vec![table]);
    page.notes.push(Note::LogShown { shown: log.lines.len() as u64, of: log.of });
    page
}

/// What changed, and beside it the commands it was changed by.
pub fn history(frame: &Frame<'_>, history: &History) -> Page {
    let changes = Table {
        title: Term::History,
        columns: vec![
            Column::number(Term::Operation),
            Column::short(Term::Recorded),
            Column::short(Term::Month),
            Column::short(Term::Field),
            Column::text(Term::Before),
            Column::text(Term::After),
            Column::short(Term::Nature),
        ],
        rows: history.entries.iter().map(|entry| change(frame, entry)).collect(),
    };
    let mut page = frame.page(Term::History, vec![changes, commands(history)]);
    let (code, name) = (history.code.clone(), history.name.clone());
    page.heading.insert(0, Note::About { code, name });
    if history.entries.is_empty() {
        page.notes.push(Note::Empty);
    }
    page
}

fn change(frame: &Frame<'_>, entry: &Entry) -> Row {
    let what = match entry.what {
        What::Field(field) => Cell::word(field),
        What::Entry => Cell::word(Term::Entered),
        What::Exit => Cell::word(Term::Left),
    };
    Row::data(vec![
        Cell::Number(entry.line.op),
        Cell::Day(entry.line.day),
        entry.month.map_or(Cell::Blank, Cell::Month),
        what,
        frame.fact(entry.before.as_ref()),
        frame.fact(entry.after.as_ref()),
        Cell::word(entry.nature),
    ])
}

/// Who, with which command, why, and from which row of which file.
fn commands(history: &History) -> Table {
    let mut rows: Vec<Row> = Vec::new();
    let mut told = Vec::new();
    for entry in &history.entries {
        let key = (entry.line.op, &entry.file, entry.row);
        if told.contains(&key) {
            continue;
        }
        told.push(key);
        rows.push(Row::data(vec![
            Cell::Number(entry.line.op),
            Cell::Text(entry.line.operator.clone()),
            Cell::word(entry.line.command),
            Cell::optional(entry.line.reason.as_deref()),
            Cell::optional(entry.file.as_deref()),
            entry.row.map_or(Cell::Blank, Cell::Number),
        ]));
    }
    Table {
        title: Term::Log,
        columns: vec![
            Column::number(Term::Operation),
            Column::short(Term::Operator),
            Column::short(Term::Deed),
            Column::text(Term::Reason),
            Column::text(Term::File),
            Column::number(Term::Row),
        ],
        rows,
    }
}

pub fn check(frame: &Frame<'_>, found: &CheckUp) -> Page {
    let rows = found
        .troubles
        .iter()
        .map(|trouble| Row::data(vec![Cell::Note(Note::Trouble(trouble.clone()))]));
    let table = Table {
        title: Term::Troubles,
        columns: vec![Column::text(Term::Message)],
        rows: rows.collect(),
    };
    let tables = if found.troubles.is_empty() { vec![] } else { vec![table] };
    let mut page = frame.plain(Term::Check, tables);
    page.notes.push(if found.troubles.is_empty() {
        Note::Sound { projects: found.projects, operations: found.operations }
    } else {
        let (damage, breaches) = found.counts();
        Note::TroubleFound { damage, breaches }
    });
    page
}
