//! Where a column holds amounts and counts below each other, its heading cannot name the unit: each
//! row of an amount names it instead.

use crate::view::page::{Cell, ColumnKind, Page, Row, Table};
use std::borrow::Cow;

/// The page with its units where they belong.
pub fn placed(page: &Page) -> Cow<'_, Page> {
    if !page.tables.iter().any(|table| mixed(table).is_some()) {
        return Cow::Borrowed(page);
    }
    let tables = page.tables.iter().map(placed_in).collect();
    Cow::Owned(Page { tables, ..page.clone() })
}

/// The table with its units where they belong.
fn placed_in(table: &Table) -> Table {
    let mut table = table.clone();
    if let Some(at) = mixed(&table) {
        table.columns[at].kind = ColumnKind::Number;
        for row in table.rows.iter_mut().filter(|row| is_amount(row, at)) {
            if let Cell::Word(name) = row.cells[0] {
                row.cells[0] = Cell::Measured(name);
            }
        }
    }
    table
}

/// The column of amounts, beside a column of what they are, that holds other figures as well.
fn mixed(table: &Table) -> Option<usize> {
    let money = |at: &usize| table.columns[*at].kind == ColumnKind::Money;
    let at = (1..table.columns.len()).find(money)?;
    let other = |row: &Row| !is_amount(row, at) && row.cells.get(at) != Some(&Cell::Blank);
    table.rows.iter().any(other).then_some(at)
}

fn is_amount(row: &Row, at: usize) -> bool {
    matches!(row.cells.get(at), Some(Cell::Money(_) | Cell::Mean(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::cells;
    use crate::labels::Lang;
    use crate::model::money::{Unit, Usd};
    use crate::model::term::Term;
    use crate::view::page::Column;

    fn table(second: Cell) -> Table {
        let row = |term: Term, cell: Cell| Row::data(vec![Cell::word(term), cell]);
        Table {
            title: Term::Indicator,
            columns: vec![Column::short(Term::Indicator), Column::money(Term::Value)],
            rows: vec![
                row(Term::PaidIn, Cell::Money(Usd(100))),
                row(Term::Projects, second),
                row(Term::MeanInvestment, Cell::Blank),
            ],
        }
    }

    #[test]
    fn an_amount_among_counts_names_its_unit_in_its_row() {
        let placed = placed_in(&table(Cell::Count(3)));
        assert_eq!(placed.columns[1].kind, ColumnKind::Number);
        let label = &placed.rows[0].cells[0];
        assert_eq!(*label, Cell::Measured(Term::PaidIn.into()));
        let label = cells::text(label, Unit::TenThousand, Lang::Zh);
        assert_eq!(label, "实际到账外资（万美元）");
        assert_eq!(placed.rows[1].cells[0], Cell::word(Term::Projects));
        assert_eq!(placed.rows[2].cells[0], Cell::word(Term::MeanInvestment));
    }

    #[test]
    fn a_column_of_amounts_alone_keeps_the_unit_in_its_heading() {
        let alone = table(Cell::Money(Usd(1)));
        assert_eq!(placed_in(&alone), alone);
    }
}
