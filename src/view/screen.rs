//! The page of `screen list`: applications, what they ask for, and what the rules say.

use super::names::Frame;
use super::page::{Cell, Column, Page, Row, Table};
use super::show::change;
use crate::desk::screen::Screened;
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
        screened.changes.iter().map(|one| {
            let mut cells = vec![Cell::Code(screened.application.code.clone())];
            cells.extend(change(frame, one.field, one.before.as_ref(), one.after.as_ref()));
            Row::data(cells)
        })
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
