//! The fields that the texts of papers may use.

use super::page::{Cell, Column, Page, Row, Table};
use crate::model::Day;
use crate::model::money::Unit;
use crate::model::term::Term;
use crate::model::text::{Shape, Slot, TextKind};

/// Every text with its fields; those of a list's items stand below it.
pub fn list(day: Day) -> Page {
    let mut rows = Vec::new();
    for kind in TextKind::ALL {
        fields(*kind, kind.slots(), None, &mut rows);
    }
    let table = Table {
        title: Term::Templates,
        columns: vec![
            Column::short(Term::Template),
            Column::short(Term::TemplateField),
            Column::short(Term::Kind),
            Column::short(Term::WithinList),
        ],
        rows,
    };
    Page {
        title: Term::Templates,
        as_of: day,
        month: None,
        unit: Unit::TenThousand,
        place: String::new(),
        heading: Vec::new(),
        tables: vec![table],
        notes: Vec::new(),
    }
}

fn fields(kind: TextKind, slots: &[Slot], list: Option<Slot>, rows: &mut Vec<Row>) {
    for slot in slots {
        let shape = match slot.shape {
            Shape::Value => Term::FieldValue,
            Shape::List(_) => Term::FieldList,
            Shape::Table => Term::FieldTable,
            Shape::Grid => Term::FieldGrid,
        };
        let cells = vec![
            Cell::word(kind),
            Cell::word(slot.blank),
            Cell::word(shape),
            list.map_or(Cell::Blank, |list| Cell::word(list.blank)),
        ];
        rows.push(if list.is_some() { Row::detail(cells) } else { Row::data(cells) });
        if let Shape::List(inner) = slot.shape {
            fields(kind, inner, Some(*slot), rows);
        }
    }
}
