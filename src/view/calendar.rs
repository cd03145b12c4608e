//! The page of `calendar show`.

use super::names::Frame;
use super::page::{Cell, Column, Page, Row, Table};
use crate::model::calendar::Holiday;
use crate::model::note::Note;
use crate::model::term::Term;

/// Holidays and make-up days.
pub fn show(frame: &Frame<'_>, days: &[Holiday]) -> Page {
    let rows = days.iter().map(|holiday| {
        Row::data(vec![
            Cell::Day(holiday.day),
            Cell::word(holiday.kind),
            Cell::Text(holiday.name.clone()),
            Cell::Text(holiday.source.clone()),
        ])
    });
    let table = Table {
        title: Term::WorkingDays,
        columns: vec![
            Column::short(Term::Date),
            Column::short(Term::Kind),
            Column::text(Term::Name),
            Column::text(Term::Source),
        ],
        rows: rows.collect(),
    };
    let none = days.is_empty();
    let mut page = frame.plain(Term::WorkingDays, if none { vec![] } else { vec![table] });
    if none {
        page.notes.push(Note::Empty);
    }
    page
}
