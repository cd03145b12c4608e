//! The page of `screen list`: applications, what they ask for, and what the rules say.

use super::names::Frame;
use super::page::{Cell, Column, Page, Row, Table};
use super::show::change;
use crate::desk::screen::Screened;
use crate::model::application::ExitAsked;
use crate::model::ledger::ExitColumn;
use crate::model::note::Note;
use crate::model::term::Term;

pub fn screen(frame: &Frame<'_>, applications: &[Screened]) -> Page {
    let tables = if applications.is_empty() {
        vec![]
    } else {
        vec![
            list(frame, applications),
            asked(frame, applications),
            sources(applications),
            findings(applications),
        ]
    };
    let mut page = frame.page(Term::Screening, tables);
    if applications.is_empty() {
        page.notes.push(Note::Empty);
    }
    page
}

fn list(frame: &Frame<'_>, applications: &[Screened]) -> Table {
    let rows = applications.iter().map(|screened| {
        let application = &screened.application;
        Row::data(vec![
            Cell::Code(application.code.clone()),
            Cell::word(application.kind),
            frame.district(application.district),
            Cell::Month(application.month),
            screened.project.clone().map_or(Cell::Blank, Cell::Code),
            Cell::Text(application.name.clone()),
            Cell::word(application.state),
        ])
    });
    Table {
        title: Term::Screening,
        columns: vec![
            Column::short(Term::Application),
            Column::short(Term::Kind),
            Column::short(Term::District),
            Column::short(Term::Month),
            Column::short(Term::Code),
            Column::text(Term::Name),
            Column::short(Term::Status),
        ],
        rows: rows.collect(),
    }
}

/// Where each came from, and the reason of its decision.
fn sources(applications: &[Screened]) -> Table {
    let rows = applications.iter().map(|Screened { application, .. }| {
        Row::data(vec![
            Cell::Code(application.code.clone()),
            Cell::optional(application.file.as_deref()),
            application.from.row.map_or(Cell::Blank, Cell::Number),
            Cell::optional(application.reason.as_deref()),
        ])
    });
    Table {
        title: Term::Source,
        columns: vec![
            Column::short(Term::Application),
            Column::text(Term::File),
            Column::number(Term::Row),
            Column::text(Term::Reason),
        ],
        rows: rows.collect(),
    }
}

fn asked(frame: &Frame<'_>, applications: &[Screened]) -> Table {
    let rows = applications.iter().flat_map(|screened| {
        let code = || Cell::Code(screened.application.code.clone());
        let changes = screened.changes.iter().map(move |one| {
            let mut cells = vec![code()];
            cells.extend(change(frame, one.field, one.before.as_ref(), one.after.as_ref()));
            Row::data(cells)
        });
        let exit = screened.application.exit.iter().flat_map(exit);
        changes.chain(exit.map(move |(column, cell)| {
            Row::data(vec![code(), Cell::word(column), Cell::Blank, cell])
        }))
    });
    Table {
        title: Term::Asked,
        columns: vec![
            Column::short(Term::Application),
            Column::short(Term::Field),
            Column::text(Term::Before),
            Column::text(Term::After),
        ],
        rows: rows.collect(),
    }
}

/// What a district said of a project it proposes to take out.
fn exit(asked: &ExitAsked) -> Vec<(ExitColumn, Cell)> {
    let mut said = vec![(ExitColumn::Ground, Cell::word(asked.ground))];
    let text = |text: &String| Cell::Text(text.clone());
    said.extend(asked.reason.as_ref().map(|reason| (ExitColumn::Reason, text(reason))));
    let code = |code: &String| Cell::Code(code.clone());
    said.extend(asked.successor.as_ref().map(|other| (ExitColumn::Successor, code(other))));
    said.extend(asked.day.map(|day| (ExitColumn::Day, Cell::Day(day))));
    said
}

fn findings(applications: &[Screened]) -> Table {
    let rows = applications.iter().flat_map(|screened| {
        screened.findings.iter().map(|finding| {
            Row::data(vec![
                Cell::Code(screened.application.code.clone()),
                Cell::word(finding.verdict),
                Cell::Finding(finding.clone()),
            ])
        })
    });
    Table {
        title: Term::Findings,
        columns: vec![
            Column::short(Term::Application),
            Column::short(Term::Verdict),
            Column::text(Term::Findings),
        ],
        rows: rows.collect(),
    }
}
