//! Excel and WPS workbooks through calamine, with what it leaves out read beside it.

use super::Grid;
use super::bounds::{COLUMNS, ROWS, SHEETS, check_parts, check_size, damaged, too_many_sheets};
use super::cell::{Precision, precision, text, written};
use super::gather::Gather;
use super::layout::{Layout, layouts};
use crate::error::{Kind, Result};
use crate::model::receipt::Written;
use calamine::{DataRef, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};
use std::collections::HashMap;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

type Book = Xlsx<BufReader<File>>;

/// A row of a sheet, from 0, with its cells: column, value, style.
type Cells<'a> = (u32, &'a [(u32, DataRef<'a>, usize)]);

/// What the layouts say of each sheet, by name.
pub type Layouts = HashMap<String, Layout>;

fn book(path: &Path) -> Result<Book> {
    let file = File::open(path).map_err(|error| super::super::decode::unreadable(path, &error))?;
    Book::new(BufReader::new(file)).map_err(|error| match error {
        XlsxError::Password => Kind::WorkbookEncrypted.into(),
        _ => damaged(),
    })
}

/// An xlsx workbook (Excel 2007 and later, WPS).
pub fn open(path: &Path) -> Result<Vec<Grid>> {
    let size = check_size(path)?;
    check_parts(path)?;
    let mut book = book(path)?;
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let sheets: Vec<(String, bool)> =
        sheets.map(|it| (it.name.clone(), it.visible != SheetVisible::Visible)).collect();
    if sheets.len() > SHEETS {
        return Err(too_many_sheets(sheets.len()));
    }
    let mut layouts = layouts(path)?;
    let mut gather = Gather::new(size);
    let mut grids = Vec::with_capacity(sheets.len());
    for (name, concealed) in sheets {
        let mut precisions = HashMap::new();
        let read = each_row(&mut book, &name, |(row, cells), styles| {
            for (column, value, style) in cells {
                let exact = match value {
                    DataRef::DateTime(_) => *precisions.entry(*style).or_insert_with(|| {
                        format_of(styles, *style).map_or(Precision::Day, |it| precision(&it))
                    }),
                    _ => Precision::Day,
                };
                gather.put(row, *column, text(value, exact))?;
            }
            Ok(())
        });
        read.map_err(|fault| fault.in_sheet(Some(&name)))?;
        let Layout { mut hidden, stale, uncomputed, merges, widths } =
            layouts.remove(&name).unwrap_or_default();
        hidden.sheet = concealed;
        let (name, records) = (Some(name), gather.take());
        grids.push(Grid { name, records, merges, hidden, stale, uncomputed, widths });
    }
    Ok(grids)
}

/// Hands over every row of a sheet as it is read, without its empty cells: a range would lay out
/// every place between two cells.
fn each_row(
    book: &mut Book,
    sheet: &str,
    mut take: impl FnMut(Cells<'_>, &[Style]) -> Result<()>,
) -> Result<()> {
    let mut reader = match book.worksheet_cells_reader(sheet) {
        Ok(reader) => reader,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
        Err(_) => return Err(damaged()),
    };
    let styles = reader.styles().to_vec();
    let mut row: Vec<(u32, DataRef<'_>, usize)> = Vec::new();
    let mut number = 0;
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|_| damaged())? {
        let (at, column) = cell.get_position();
        let fits = u64::from(column) < COLUMNS && (at as usize) < ROWS && at >= number;
        if !fits || row.len() as u64 > COLUMNS {
            return Err(damaged());
        }
        if at != number && !row.is_empty() {
            take((number, &row), &styles)?;
            row.clear();
        }
        number = at;
        if !matches!(cell.get_value(), DataRef::Empty) {
            row.push((column, cell.get_value().clone(), style));
        }
    }
    if row.is_empty() { Ok(()) } else { take((number, &row), &styles) }
}

fn format_of(styles: &[Style], style: usize) -> Option<String> {
    let format = styles.get(style)?.number_format.as_ref()?;
    Some(format.format_code.clone())
}

/// Hands over the rows of a sheet: each cell as it was written, and the text it is read as.
pub fn each_written(
    path: &Path,
    sheet: &str,
    mut take: impl FnMut(u64, &[(Written, String)]) -> Result<()>,
) -> Result<()> {
    let mut row_cells: Vec<(Written, String)> = Vec::new();
    each_row(&mut book(path)?, sheet, |(row, cells), styles| {
        row_cells.clear();
        for (column, value, style) in cells {
            let at = *column as usize;
            if at >= row_cells.len() {
                row_cells.resize(at + 1, (Written::Blank, String::new()));
            }
            let format = format_of(styles, *style);
            let exact = format.as_deref().map_or(Precision::Day, precision);
            row_cells[at] = (written(value, format), text(value, exact));
        }
        take(u64::from(row) + 1, &row_cells)
    })
}
