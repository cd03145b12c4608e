//! A page without who invests: for papers that go further than the bureau (`--redact`).

use super::page::{Cell, Page, Row};
use crate::model::disclosure::DisclosureNote;
use crate::model::field::Field;
use crate::model::word::Word;

/// Whether a paper names investors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Investors {
    Named,
    LeftOut,
}

/// What says who invests.
const NAMES: [Field; 2] = [Field::Investor, Field::Parent];

/// Takes the names out of every table, whether they stand in a column of their own or in a row
/// that begins with the name of the field. A page that had a place for them says so.
pub fn redact(page: &mut Page) {
    let mut found = false;
    for table in &mut page.tables {
        let hidden: Vec<bool> = table.columns.iter().map(|column| names(column.heading)).collect();
        found |= hidden.contains(&true);
        for row in &mut table.rows {
            for (cell, hidden) in row.cells.iter_mut().zip(&hidden) {
                if *hidden {
                    *cell = Cell::Blank;
                }
            }
            found |= redact_row(row);
        }
    }
    if found {
        page.notes.push(DisclosureNote::Redacted.into());
    }
}

/// Whether the row is about such a field; its values are taken out.
fn redact_row(row: &mut Row) -> bool {
    let is_name = |cell: &Cell| matches!(cell, Cell::Word(word) if names(*word));
    let Some(place) = row.cells.iter().position(is_name) else { return false };
    for cell in row.cells.iter_mut().skip(place + 1) {
        if matches!(cell, Cell::Text(_)) {
            *cell = Cell::Blank;
        }
    }
    true
}

fn names(word: Word) -> bool {
    NAMES.iter().any(|field| word == (*field).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::money::Unit;
    use crate::model::term::Term;
    use crate::view::page::{Column, Table};

    fn page(columns: Vec<Column>, cells: Vec<Cell>) -> Page {
        let table = Table { title: Term::ProjectList, columns, rows: vec![Row::data(cells)] };
        Page {
            title: Term::ProjectList,
            as_of: "2020-03-10".parse().unwrap(),
            month: None,
            unit: Unit::TenThousand,
            place: String::new(),
            heading: Vec::new(),
            tables: vec![table],
            notes: Vec::new(),
        }
    }

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn investors_leave_their_column_and_their_rows() {
        let columns = vec![Column::text(Field::Name), Column::text(Field::Investor)];
        let mut list = page(columns, vec![text("澄屿光学"), text("澄屿株式会社")]);
        redact(&mut list);
        assert_eq!(list.tables[0].rows[0].cells, [text("澄屿光学"), Cell::Blank]);
        assert_eq!(list.notes, [DisclosureNote::Redacted.into()]);

        let columns =
            vec![Column::short(Term::Field), Column::text(Term::Before), Column::text(Term::After)];
        let changed = vec![Cell::word(Field::Parent), text("甲"), text("乙")];
        let mut history = page(columns.clone(), changed);
        redact(&mut history);
        assert_eq!(history.tables[0].rows[0].cells[1..], [Cell::Blank, Cell::Blank]);

        let other = vec![Cell::word(Field::Name), text("甲"), text("乙")];
        let mut history = page(columns, other.clone());
        redact(&mut history);
        assert_eq!((&history.tables[0].rows[0].cells, history.notes.len()), (&other, 0));
    }
}
