//! Excel and WPS workbooks through calamine, with what it leaves out read beside it.

use super::bounds::{self, ROWS, SHEETS, check_parts, check_size, damaged, too_large};
use super::cell::{Precision, precision, text, written};
use super::layout::{Layout, layouts};
use super::{Grid, Hidden};
use crate::error::{Fault, Kind, Result};
use crate::import::sheet::Record;
use crate::model::receipt::{Merge, Written};
use calamine::{Data, DataRef, Dimensions, Reader, SheetVisible, Style};
use calamine::{Xls, XlsError, Xlsx, XlsxError};
use std::collections::HashMap;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

type Input = BufReader<File>;

/// A row of a sheet, from 0, with its cells: column, value, style.
type Cells<'a> = (u32, &'a [(u32, DataRef<'a>, usize)]);

fn input(path: &Path) -> Result<Input> {
    let file = File::open(path).map_err(|error| super::super::decode::unreadable(path, &error))?;
    Ok(BufReader::new(file))
}

fn xlsx(path: &Path) -> Result<Xlsx<Input>> {
    Xlsx::<Input>::new(input(path)?).map_err(|error| match error {
        XlsxError::Password => encrypted(),
        _ => damaged(),
    })
}

fn xls(path: &Path) -> Result<Xls<Input>> {
    Xls::<Input>::new(input(path)?).map_err(|error| match error {
        XlsError::Password => encrypted(),
        _ => not_a_workbook(path),
    })
}

/// An xlsx workbook (Excel 2007 and later, WPS).
pub fn open_xlsx(path: &Path) -> Result<Vec<Grid>> {
    check_size(path)?;
    check_parts(path)?;
    let mut book = xlsx(path)?;
    let mut layouts = layouts(path)?;
    let mut grids = Vec::new();
    for (name, hidden) in sheets(&book)? {
        let layout = layouts.remove(&name).unwrap_or_default();
        let mut rows = Rows::default();
        each_row(&mut book, &name, |(row, cells), styles| rows.add(row, cells, styles))?;
        let hidden = Hidden { sheet: hidden, ..layout.hidden };
        let Layout { stale, merges, widths, .. } = layout;
        let (name, records) = (Some(name), rows.records);
        grids.push(Grid { name, records, merges, hidden, stale, widths });
    }
    Ok(grids)
}

/// Hands over every row of a sheet as it is read.
fn each_row(
    book: &mut Xlsx<Input>,
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
        if u64::from(column) >= bounds::COLUMNS || at as usize >= ROWS {
            return Err(too_large());
        }
        if at < number {
            return Err(damaged());
        }
        if at != number && !row.is_empty() {
            take((number, &row), &styles)?;
            row.clear();
        }
        number = at;
        row.push((column, cell.get_value().clone(), style));
    }
    if row.is_empty() { Ok(()) } else { take((number, &row), &styles) }
}

/// A cell of an old workbook as one of a new one.
fn borrowed(data: &Data) -> DataRef<'_> {
    match data {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(flag) => DataRef::Bool(*flag),
        Data::DateTime(date) => DataRef::DateTime(*date),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// Rows of text, within what a workbook may hold.
#[derive(Default)]
struct Rows {
    records: Vec<Record>,
    /// Cells so far, empty ones between others included.
    cells: usize,
    /// The precision of each style.
    precisions: HashMap<usize, Precision>,
}

impl Rows {
    fn add(
        &mut self,
        row: u32,
        cells: &[(u32, DataRef<'_>, usize)],
        styles: &[Style],
    ) -> Result<()> {
        let mut texts = Vec::new();
        for (column, value, style) in cells {
            if matches!(value, DataRef::Empty) {
                continue;
            }
            let precision = match value {
                DataRef::DateTime(_) => *self.precisions.entry(*style).or_insert_with(|| {
                    format_of(styles, *style).map_or(Precision::Day, |it| precision(&it))
                }),
                _ => Precision::Day,
            };
            let column = *column as usize;
            if texts.len() <= column {
                texts.resize(column + 1, String::new());
            }
            texts[column] = text(value, precision);
        }
        let record = Record { line: u64::from(row) + 1, cells: texts };
        if record.filled() > 0 {
            self.cells += record.cells.len();
            if self.cells > bounds::CELLS {
                return Err(too_large());
            }
            self.records.push(record);
        }
        Ok(())
    }
}

fn format_of(styles: &[Style], style: usize) -> Option<String> {
    let format = styles.get(style)?.number_format.as_ref()?;
    Some(format.format_code.clone())
}

/// An xls workbook (Excel 97 to 2003, WPS `.et`).
pub fn open_xls(path: &Path) -> Result<Vec<Grid>> {
    check_size(path)?;
    let mut book = xls(path)?;
    let mut grids = Vec::new();
    for (name, hidden) in sheets(&book)? {
        let range = book.worksheet_range(&name).map_err(|_| damaged())?;
        if range.width() as u64 > bounds::COLUMNS {
            return Err(too_large());
        }
        let (top, left) = range.start().unwrap_or_default();
        let mut rows = Rows::default();
        for (row, cells) in (top..).zip(range.rows()) {
            let cells: Vec<_> =
                (left..).zip(cells).map(|(column, data)| (column, borrowed(data), 0)).collect();
            rows.add(row, &cells, &[])?;
        }
        let merges = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let merges = merges.iter().map(merge).collect();
        let hidden = Hidden { sheet: hidden, ..Hidden::default() };
        let (name, records) = (Some(name), rows.records);
        grids.push(Grid { name, records, merges, hidden, ..Grid::default() });
    }
    Ok(grids)
}

/// Hands over the rows of a sheet: each cell as it was written, and the text it is read as.
pub fn each_written(
    path: &Path,
    sheet: &str,
    is_old: bool,
    mut take: impl FnMut(u64, &[(Written, String)]) -> Result<()>,
) -> Result<()> {
    let mut row_cells: Vec<(Written, String)> = Vec::new();
    if !is_old {
        return each_row(&mut xlsx(path)?, sheet, |(row, cells), styles| {
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
        });
    }
    let range = xls(path)?.worksheet_range(sheet).map_err(|_| damaged())?;
    let (top, left) = range.start().unwrap_or_default();
    for (row, cells) in (u64::from(top) + 1..).zip(range.rows()) {
        row_cells.clear();
        row_cells.resize(left as usize, (Written::Blank, String::new()));
        let cells = cells.iter().map(borrowed);
        row_cells.extend(cells.map(|it| (written(&it, None), text(&it, Precision::Day))));
        take(row, &row_cells)?;
    }
    Ok(())
}

fn merge(merge: &Dimensions) -> Merge {
    Merge {
        rows: (u64::from(merge.start.0) + 1, u64::from(merge.end.0) + 1),
        columns: (merge.start.1 as usize, merge.end.1 as usize),
    }
}

/// An encrypted xlsx is an OLE container with one stream of that name.
fn not_a_workbook(path: &Path) -> Fault {
    const ENCRYPTED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
    let bytes = std::fs::read(path).unwrap_or_default();
    if bytes.windows(ENCRYPTED.len()).any(|window| window == ENCRYPTED) {
        encrypted()
    } else {
        damaged()
    }
}

fn encrypted() -> Fault {
    Kind::WorkbookEncrypted.into()
}

/// The names of the worksheets, and whether each is hidden.
fn sheets<R: Reader<Input>>(book: &R) -> Result<Vec<(String, bool)>> {
    let sheets = book.sheets_metadata().iter();
    let sheets = sheets.filter(|sheet| sheet.typ == calamine::SheetType::WorkSheet);
    let sheets: Vec<(String, bool)> =
        sheets.map(|it| (it.name.clone(), it.visible != SheetVisible::Visible)).collect();
    if sheets.len() > SHEETS { Err(too_large()) } else { Ok(sheets) }
}

/// What the layouts say of each sheet, by name.
pub type Layouts = HashMap<String, Layout>;
