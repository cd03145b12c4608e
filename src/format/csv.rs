//! A page for spreadsheets, as Chinese Excel opens it (BOM, CRLF) and our importer reads it back.

use super::cells;
use crate::error::Result;
use crate::labels::Lang;
use crate::view::page::{Cell, Page, Table};
use anyhow::{Context, anyhow};
use csv::{Terminator, WriterBuilder};

const BOM: &str = "\u{feff}";

/// Draws the page: one table alone; several, each under its title, a blank line between them.
pub fn render(page: &Page, lang: Lang) -> Result<Vec<u8>> {
    let titled = page.tables.len() > 1;
    let drawn = page.tables.iter().map(|table| draw(table, page, lang, titled));
    let tables = drawn.collect::<Result<Vec<_>>>()?;
    Ok([BOM.as_bytes(), &tables.join(b"\r\n".as_slice())].concat())
}

fn draw(table: &Table, page: &Page, lang: Lang, titled: bool) -> Result<Vec<u8>> {
    let mut builder = WriterBuilder::new();
    let mut writer = builder.terminator(Terminator::CRLF).flexible(true).from_writer(Vec::new());
    let mut write = |record: Vec<String>| writer.write_record(record).context("CSV");
    if titled {
        write(vec![guarded(cells::word(table.title.into(), lang))])?;
    }
    let heads = table.columns.iter().map(|column| cells::heading(column, page.unit, lang));
    write(heads.map(guarded).collect())?;
    for row in &table.rows {
        let mut record: Vec<String> =
            row.cells.iter().map(|cell| guarded(text(cell, page, lang))).collect();
        record.resize(table.columns.len(), String::new());
        write(record)?;
    }
    Ok(writer.into_inner().map_err(|error| anyhow!("CSV: {error}"))?)
}

/// Amounts exact and ungrouped, so that a spreadsheet counts with them.
fn text(cell: &Cell, page: &Page, lang: Lang) -> String {
    match cell {
        Cell::Money(amount) => amount.exact(page.unit),
        Cell::Mean(amount) => amount.rounded(page.unit).exact(page.unit),
        other => cells::text(other, page.unit, lang),
    }
}

/// Keeps a spreadsheet from running a cell as a formula.
fn guarded(text: String) -> String {
    if cells::is_formula(&text) { format!("'{text}") } else { text }
}

#[cfg(test)]
#[path = "csv_tests.rs"]
mod tests;
