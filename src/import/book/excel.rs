//! Excel and WPS workbooks through calamine, with what it leaves out read beside it.

use super::bounds::{self, ROWS, SHEETS, check_parts, check_size, damaged, too_large};
use super::cell::{Precision, precision, text};
use super::layout::layouts;
use super::{Grid, Hidden, Merge};
use crate::error::{Fault, Kind, Result};
use crate::import::sheet::Record;
use calamine::{Data, Dimensions, Range, Reader, SheetVisible, Xls, XlsError, Xlsx, XlsxError};
use std::collections::HashMap;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

type Input = BufReader<File>;

fn input(path: &Path) -> Result<Input> {
    let file = File::open(path).map_err(|error| super::super::decode::unreadable(path, &error))?;
    Ok(BufReader::new(file))
}

/// An xlsx workbook (Excel 2007 and later, WPS).
pub fn open_xlsx(path: &Path) -> Result<Vec<Grid>> {
    check_size(path)?;
    check_parts(path)?;
    let mut book = Xlsx::<Input>::new(input(path)?).map_err(|error| match error {
        XlsxError::Password => encrypted(),
        _ => damaged(),
    })?;
    let mut layouts = layouts(path)?;
    let mut grids = Vec::new();
    for sheet in sheets(&book)? {
        let layout = layouts.remove(&sheet.0).unwrap_or_default();
        let range = book.worksheet_range(&sheet.0).map_err(|_| damaged())?;
        let merges = book.merge_cells_by_sheet_name(&sheet.0).map_err(|_| damaged())?;
        let styles = book.worksheet_style(&sheet.0).map_err(|_| damaged())?;
        let exact = |row: u32, column: u32| {
            let format = styles.get((row, column)).and_then(|style| style.number_format.as_ref());
            format.map_or(Precision::Day, |format| precision(&format.format_code))
        };
        let hidden = Hidden { sheet: sheet.1, ..layout.hidden };
        let grid = grid(&sheet.0, &range, &merges, hidden, exact)?;
        grids.push(Grid { stale: layout.stale, ..grid });
    }
    Ok(grids)
}

/// An xls workbook (Excel 97 to 2003, WPS `.et`).
pub fn open_xls(path: &Path) -> Result<Vec<Grid>> {
    check_size(path)?;
    let mut book = Xls::<Input>::new(input(path)?).map_err(|error| match error {
        XlsError::Password => encrypted(),
        _ => not_a_workbook(path),
    })?;
    let mut grids = Vec::new();
    for (name, hidden) in sheets(&book)? {
        let range = book.worksheet_range(&name).map_err(|_| damaged())?;
        let merges = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let hidden = Hidden { sheet: hidden, ..Hidden::default() };
        grids.push(grid(&name, &range, &merges, hidden, |_, _| Precision::Day)?);
    }
    Ok(grids)
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

fn grid(
    name: &str,
    range: &Range<Data>,
    merges: &[Dimensions],
    hidden: Hidden,
    exact: impl Fn(u32, u32) -> Precision,
) -> Result<Grid> {
    let (top, left) = range.start().unwrap_or_default();
    if range.height() > ROWS || range.width() as u64 > bounds::COLUMNS {
        return Err(too_large());
    }
    let mut records = Vec::new();
    for (at, row) in range.rows().enumerate() {
        let number = top + at as u32;
        let mut cells = vec![String::new(); left as usize];
        cells.extend(row.iter().enumerate().map(|(place, data)| {
            text(
                data,
                match data {
                    Data::DateTime(_) => exact(number, left + place as u32),
                    _ => Precision::Day,
                },
            )
        }));
        let record = Record { line: u64::from(number) + 1, cells };
        if record.filled() > 0 {
            records.push(record);
        }
    }
    let merges = merges.iter().map(|merge| Merge {
        rows: (u64::from(merge.start.0) + 1, u64::from(merge.end.0) + 1),
        columns: (merge.start.1 as usize, merge.end.1 as usize),
    });
    let (name, merges) = (Some(name.to_owned()), merges.collect());
    Ok(Grid { name, records, merges, hidden, stale: Vec::new() })
}

/// What the layouts say of each sheet, by name.
pub type Layouts = HashMap<String, super::layout::Layout>;
