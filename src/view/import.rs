//! The page of `import`: the account of the rows by district and file, and what changed.

use super::names::Frame;
use super::page::{Cell, Column, Page, Row, Table};
use crate::desk::import::{Account, FileOutcome, ImportOutcome, TotalOutcome};
use crate::model::filing::RowClass;
use crate::model::note::Note;
use crate::model::term::Term;

/// `written`: the rows are in the library; else the page says what would become of them.
pub fn import(frame: &Frame<'_>, outcome: &ImportOutcome, written: bool) -> Page {
    let files = &outcome.files;
    let mut tables = vec![account(frame, outcome)];
    tables.extend(changes(frame, files));
    tables.extend(totals(files));
    let mut page = frame.page(Term::ImportPlan, tables);
    page.heading.remove(0);
    if !written {
        page.heading.insert(0, Note::WouldBe);
    }
    page
}

/// District by district and file by file: rows read = new + changed + unchanged + to be screened +
/// rejected + ignored.
fn account(frame: &Frame<'_>, outcome: &ImportOutcome) -> Table {
    let mut columns = vec![
        Column::text(Term::District),
        Column::text(Term::File),
        Column::number(Term::RowsRead),
    ];
    columns.extend(RowClass::ALL.iter().map(|class| Column::number(*class)));
    columns.push(Column::number(Term::Revision));
    let cells = |first: [Cell; 2], account: &Account| {
        let mut cells = Vec::from(first);
        cells.push(Cell::Count(account.rows_read()));
        cells.extend(RowClass::ALL.iter().map(|class| Cell::Count(account.of(*class))));
        cells
    };
    let mut sum = Account::default();
    let mut lines = Vec::new();
    for file in &outcome.files {
        sum.add(&file.account);
        let nothing = [(&None, &Account::default())];
        let parts: Vec<_> =
            if file.parts.is_empty() { nothing.to_vec() } else { file.parts.iter().collect() };
        for (district, account) in parts {
            let taken = file.refused.is_none() && !outcome.refused;
            let own = file.filings.iter().filter(|it| taken && Some(it.district) == *district);
            let revision = own.filter_map(|filing| filing.revision).max();
            let name = district.map_or(Cell::Blank, |id| frame.short(id));
            let mut row = cells([name, Cell::Text(file.name.clone())], account);
            row.push(revision.map_or(Cell::Blank, Cell::Number));
            lines.push((frame.place_of(*district), Row::data(row)));
        }
    }
    // A district's files stand together, in the order they were given.
    lines.sort_by_key(|(place, _)| *place);
    let mut rows: Vec<Row> = lines.into_iter().map(|(_, row)| row).collect();
    if rows.len() > 1 {
        rows.push(Row::total(cells([Cell::word(Term::Total), Cell::Blank], &sum)));
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
