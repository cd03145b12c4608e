//! The page of `list`.

use super::names::Frame;
use super::page::{Cell, Column, ColumnKind, Page, Row, Table};
use crate::desk::list::Listing;
use crate::model::field::{Field, FieldType};
use crate::model::note::Note;
use crate::model::term::Term;

/// A column for a field.
pub fn column(field: Field) -> Column {
    let kind = match field.kind() {
        FieldType::Money => ColumnKind::Money,
        FieldType::Text => ColumnKind::Text,
        _ => ColumnKind::Short,
    };
    Column::new(field.into(), kind)
}

pub fn list(frame: &Frame<'_>, listing: &Listing) -> Page {
    let rows = listing.rows.iter().map(|facts| {
        let cells = facts.iter().zip(&listing.columns).map(|(fact, field)| {
            match (field, frame.fact(fact.as_ref())) {
                (Field::Code, Cell::Text(code)) => Cell::Code(code),
                (_, cell) => cell,
            }
        });
        Row::data(cells.collect())
    });
    let table = Table {
        title: Term::ProjectList,
        columns: listing.columns.iter().map(|field| column(*field)).collect(),
        rows: rows.collect(),
    };
    let mut page = frame.page(Term::ProjectList, vec![table]);
    page.notes.push(if listing.rows.is_empty() {
        Note::Empty
    } else {
        Note::Base { count: listing.tally.projects }
    });
    page
}
