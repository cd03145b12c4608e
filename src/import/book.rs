//! Workbooks (工作簿): xlsx, xls, and tables saved as HTML, read into grids of text. Macros are
//! never run, formulas never computed.

mod bounds;
mod cell;
mod gather;
mod html;
mod layout;
mod xls;
mod xlsx;

use super::frame::Outline;
use super::sheet::{COLUMN_LIMIT, Record};
use crate::error::{FileKind, Result};
use crate::model::receipt::{Merge, SheetKind, Written};
use std::collections::BTreeSet;
use std::path::Path;

/// What stands for a formula without a result.
pub const UNCOMPUTED: &str = "=";

/// Bytes that joined cells may fill in every sheet.
const FILLED: usize = 1024 * 1024;

/// A sheet as rows of text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Grid {
    /// The name on its tab; `None` where the file has none.
    pub name: Option<String>,
    /// Rows with any text; `line` is the number the row has in the sheet.
    pub records: Vec<Record>,
    pub merges: Vec<Merge>,
    pub hidden: Hidden,
    /// Formula cells whose result is missing or zero: the file was not recomputed before it was
    /// saved, or the formula is broken.
    pub stale: Vec<(u64, usize)>,
    /// Formula cells that hold no result at all, not even an empty text: nobody computed them.
    pub uncomputed: Vec<(u64, usize)>,
    /// Widths of the columns in characters, as far as the file says.
    pub widths: Vec<Option<f64>>,
}

/// What a person does not see in a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hidden {
    /// The sheet itself.
    pub sheet: bool,
    pub rows: BTreeSet<u64>,
    pub columns: BTreeSet<usize>,
    /// A filter is on: rows it hides are among `rows`.
    pub filtered: bool,
}

impl Grid {
    /// What is kept of it for a receipt. Only tables of web pages have no name.
    pub fn outline(&self) -> Outline {
        let kind = if self.name.is_some() { SheetKind::Book } else { SheetKind::Web };
        Outline { kind, merges: self.merges.clone(), widths: self.widths.clone() }
    }

    /// Writes the value of a cell joined over several rows into each of them, from `line` on: what
    /// is joined in a table of projects holds for every row of it. Sums are left where they stand.
    ///
    /// # Errors
    /// Joined cells so many, or so long, that no spreadsheet can have made them.
    pub fn fill_down(&mut self, line: u64, fills: impl Fn(usize) -> bool) -> Result<()> {
        let mut left = FILLED + self.records.len() * COLUMN_LIMIT as usize;
        for merge in &self.merges {
            let (first, last) = merge.rows;
            let column = merge.columns.0;
            if first < line || first >= last || !fills(column) {
                continue;
            }
            let from = self.records.partition_point(|record| record.line < first);
            let until = self.records.partition_point(|record| record.line <= last);
            let Some((top, below)) = self.records[from..until].split_first_mut() else { continue };
            let Some(text) = top.cells.get(column).filter(|_| top.line == first) else { continue };
            let bytes = below.len() * (text.len() + size_of::<String>());
            left = left.checked_sub(bytes).ok_or_else(bounds::too_large)?;
            for record in below {
                if record.cells.len() <= column {
                    record.cells.resize(column + 1, String::new());
                }
                record.cells[column].clone_from(text);
            }
        }
        Ok(())
    }

    /// Writes [`UNCOMPUTED`] where a formula below `line` has no result: whoever typed it meant to
    /// say something, and an empty cell would pass for nothing.
    pub fn mark_uncomputed(&mut self, line: u64, reads: impl Fn(usize) -> bool) {
        let known = self.records.len();
        for (row, column) in &self.uncomputed {
            if *row < line || !reads(*column) {
                continue;
            }
            let found = self.records[..known].binary_search_by_key(row, |record| record.line);
            let at = found.unwrap_or_else(|_| {
                if self.records.len() == known
                    || self.records.last().is_some_and(|it| it.line != *row)
                {
                    self.records.push(Record { line: *row, cells: Vec::new() });
                }
                self.records.len() - 1
            });
            let cells = &mut self.records[at].cells;
            cells.resize(cells.len().max(*column + 1), String::new());
            cells[*column] = UNCOMPUTED.to_owned();
        }
        self.records.sort_by_key(|record| record.line);
    }

    /// Leaves out the hidden rows and empties the hidden columns.
    pub fn without_hidden(&mut self) {
        let Hidden { rows, columns, .. } = &self.hidden;
        self.records.retain(|record| !rows.contains(&record.line));
        for record in &mut self.records {
            for column in columns {
                if let Some(cell) = record.cells.get_mut(*column) {
                    cell.clear();
                }
            }
        }
    }
}

/// Reads a workbook; `kind` is what its bytes say it is.
///
/// # Errors
/// Encrypted, damaged, or larger than any district's workbook.
pub fn open(path: &Path, kind: FileKind) -> Result<Vec<Grid>> {
    match kind {
        FileKind::Html => html::open(path),
        FileKind::Workbook => xlsx::open(path),
        _ => xls::open(path),
    }
}

/// Hands over the rows of a workbook's sheet, by number: each cell as it was written, and the
/// text it is read as.
///
/// # Errors
/// The file is no longer what it was, or `take` refuses.
pub fn each_written(
    path: &Path,
    kind: FileKind,
    sheet: &str,
    take: impl FnMut(u64, &[(Written, String)]) -> Result<()>,
) -> Result<()> {
    if kind == FileKind::OldWorkbook {
        xls::each_written(path, sheet, take)
    } else {
        xlsx::each_written(path, sheet, take)
    }
}
