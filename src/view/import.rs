//! The page of `import`: the account of the rows, file by file, and what changed.

use super::names::Frame;
use super::page::{Cell, Column, Page, Row, Table};
use crate::desk::import::{Account, FileOutcome, TotalOutcome};
use crate::model::filing::RowClass;
use crate::model::term::Term;

pub fn import(frame: &Frame<'_>, files: &[FileOutcome]) -> Page {
    let mut tables = vec![account(files)];
    tables.extend(changes(frame, files));
    tables.extend(totals(files));
    let mut page = frame.page(Term::ImportPlan, tables);
    page.heading.remove(0);
    page
}

/// rows read = new + changed + unchanged + to be screened + rejected + ignored.
fn account(files: &[FileOutcome]) -> Table {
    let mut columns = vec![Column::text(Term::File), Column::number(Term::RowsRead)];
    columns.extend(RowClass::ALL.iter().map(|class| Column::number(*class)));
    columns.push(Column::number(Term::Revision));
    let cells = |first: Cell, account: &Account| {
        let mut cells = vec![first, Cell::Count(account.rows_read())];
        cells.extend(RowClass::ALL.iter().map(|class| Cell::Count(account.of(*class))));
        cells
    };
    let mut sum = Account::default();
    let mut rows = Vec::new();
    for file in files {
        sum.add(&file.account);
        let mut row = cells(Cell::Text(file.name.clone()), &file.account);
        let revision = file.filings.iter().filter_map(|filing| filing.revision).max();
        row.push(revision.map_or(Cell::Blank, Cell::Number));
        rows.push(Row::data(row));
    }
    if files.len() > 1 {
        rows.push(Row::total(cells(Cell::word(Term::Total), &sum)));
    }
    Table { title: Term::ImportRows, columns, rows }
}

fn changes(frame: &Frame<'_>, files: &[FileOutcome]) -> Option<Table> {
    let mut rows = Vec::new();
    for changed in files.iter().flat_map(|file| &file.changes) {
        for change in &changed.changes {
            let mut cells =
                vec![Cell::Code(changed.code.clone()), Cell::Text(changed.name.clone())];
            cells.extend(super::show::change(
                frame,
                change.field,
                change.before.as_ref(),
                change.after.as_ref(),
            ));
            rows.push(Row::data(cells));
        }
    }
    (!rows.is_empty()).then(|| Table {
        title: Term::ImportChanges,
        columns: vec![
            Column::short(Term::Code),
            Column::text(Term::Name),
            Column::text(Term::Field),
            Column::text(Term::Before),
            Column::text(Term::After),
        ],
        rows,
    })
}

/// The file's own totals beside ours: the whole sheet's always, 小计 only where they differ.
fn totals(files: &[FileOutcome]) -> Option<Table> {
    let mut rows = Vec::new();
    for file in files {
        for total in file.totals.iter().filter(|total| total.outcome() == TotalOutcome::Differs) {
            rows.push(Row::data(vec![
                Cell::Text(file.name.clone()),
                Cell::Count(total.row),
                Cell::word(total.quantity),
                Cell::Money(total.stated),
                Cell::Money(total.ours),
            ]));
        }
    }
    (!rows.is_empty()).then(|| Table {
        title: Term::ImportTotals,
        columns: vec![
            Column::text(Term::File),
            Column::number(Term::Row),
            Column::text(Term::Field),
            Column::money(Term::FileTotal),
            Column::money(Term::OurTotal),
        ],
        rows,
    })
}
