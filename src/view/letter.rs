//! The pages of `letter`: letters with what is in them, and the form a department fills in.

mod official;

pub use official::official;

use super::names::Frame;
use super::page::{Cell, Column, Page, Row, Table};
use crate::desk::appeal::paper::Paper;
use crate::model::appeal::AppealField;
use crate::model::ledger::ReplyColumn;
use crate::model::note::Note;
use crate::model::party::Role;
use crate::model::term::Term;

/// Letters, each appeal in its own row.
pub fn list(frame: &Frame<'_>, papers: &[Paper]) -> Page {
    let letters = papers.iter().map(|Paper { letter, lead, officer, lines, .. }| {
        Row::data(vec![
            Cell::Code(letter.code.clone()),
            Cell::Month(letter.round),
            frame.department(letter.department),
            Cell::optional(lead.as_deref()),
            Cell::optional(officer.as_deref()),
            Cell::optional(letter.number.as_deref()),
            letter.sent.map_or(Cell::Blank, Cell::Day),
            Cell::Count(lines.len() as u64),
        ])
    });
    let lines = papers.iter().flat_map(|Paper { letter, lines, .. }| {
        lines.iter().map(|line| {
            let due = line.dispatch.due.as_ref();
            Row::data(vec![
                Cell::Code(letter.code.clone()),
                frame.department(letter.department),
                Cell::Code(line.appeal.code.clone()),
                Cell::Text(line.project.name.clone()),
                Cell::optional(line.appeal.purpose.as_deref()),
                Cell::word(line.dispatch.role),
                due.map_or(Cell::Blank, |due| Cell::Day(due.day)),
                due.map_or(Cell::Blank, |due| Cell::word(due.governed)),
                due.map_or(Cell::Blank, |due| Cell::Flag(due.provisional)),
                line.state.map_or(Cell::Blank, Cell::word),
            ])
        })
    });
    let tables = vec![
        Table {
            title: Term::Letters,
            columns: vec![
                Column::short(Term::Code),
                Column::short(Term::Round),
                Column::short(Term::Department),
                Column::short(Role::Lead),
                Column::short(Role::Officer),
                Column::text(Term::LetterNumber),
                Column::short(Term::SentOn),
                Column::number(Term::Appeals),
            ],
            rows: letters.collect(),
        },
        Table {
            title: Term::LetterLines,
            columns: vec![
                Column::short(Term::Letter),
                Column::short(Term::Department),
                Column::short(Term::Code),
                Column::text(Term::Name),
                Column::text(AppealField::Purpose),
                Column::short(Term::Role),
                Column::short(Term::ReplyDue),
                Column::short(Term::GovernedBy),
                Column::short(Term::Provisional),
                Column::short(Term::Status),
            ],
            rows: lines.collect(),
        },
    ];
    let mut page = frame.plain(Term::Letters, if papers.is_empty() { vec![] } else { tables });
    if papers.is_empty() {
        page.notes.push(Note::Empty);
    }
    page
}

/// The form that goes with a letter and comes back filled in.
pub fn form(frame: &Frame<'_>, paper: &Paper) -> Page {
    let rows = paper.lines.iter().map(|line| {
        let cells = ReplyColumn::ALL.iter().map(|column| match column {
            ReplyColumn::Department => frame.department(paper.letter.department),
            ReplyColumn::Appeal => Cell::Code(line.appeal.code.clone()),
            ReplyColumn::Project => Cell::Text(line.project.name.clone()),
            ReplyColumn::Purpose => Cell::optional(line.appeal.purpose.as_deref()),
            ReplyColumn::Role => Cell::word(line.dispatch.role),
            _ => Cell::Blank,
        });
        Row::data(cells.collect())
    });
    let table = Table {
        title: Term::ReplyForm,
        columns: ReplyColumn::ALL.iter().map(|column| Column::text(*column)).collect(),
        rows: rows.collect(),
    };
    frame.plain(Term::ReplyForm, vec![table])
}
