//! Workbooks of Excel 97 to 2003 and WPS (`.xls`, `.et`; BIFF8, and BIFF5 of Excel 95), read here:
//! calamine lays out every place between two cells, so that a damaged file of 5 kB asks for 169 GB and
//! ends the program, and tells neither what is hidden nor how exact a date is.

mod record;
mod sheet;

use super::Grid;
use super::bounds::{SHEETS, check_size, damaged, too_many_sheets};
use super::cell::{Precision, built_in_date, date_shown, text, written};
use super::gather::Gather;
use crate::error::{Kind, Result};
use crate::import::sheet::COLUMN_LIMIT;
use crate::model::receipt::Written;
use calamine::DataRef;
use encoding_rs::{Encoding, GB18030, UTF_16LE};
use record::{Length, Records, string, u16_at, u32_at};
use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::Read;
use std::path::Path;

const EOF: u16 = 0x000a;
const DATEMODE: u16 = 0x0022;
const FILEPASS: u16 = 0x002f;
const CODEPAGE: u16 = 0x0042;
const BOUNDSHEET: u16 = 0x0085;
const XF: u16 = 0x00e0;
const SST: u16 = 0x00fc;
const FORMAT: u16 = 0x041e;
const BOF: u16 = 0x0809;

/// The version a workbook begins with.
const BIFF5: u16 = 0x0500;
const BIFF8: u16 = 0x0600;

/// What holds for all sheets.
struct Globals {
    strings: Vec<String>,
    /// For each cell format, how exact the date is that it shows; `None`: it shows none.
    dates: Vec<Option<Precision>>,
    /// Its code, where the file states it.
    codes: Vec<Option<String>>,
    is_1904: bool,
    /// The code page of texts; `None`: they are Unicode.
    page: Option<&'static Encoding>,
    sheets: Vec<Tab>,
}

/// A worksheet's tab, and where the sheet begins.
struct Tab {
    name: String,
    at: usize,
    hidden: bool,
}

/// An xls workbook.
pub fn open(path: &Path) -> Result<Vec<Grid>> {
    let size = check_size(path)?;
    let stream = stream(path, size)?;
    let globals = globals(&stream)?;
    // A cell takes some four times the bytes it would when packed.
    let mut gather = Gather::new(size / 4);
    let mut grids = Vec::with_capacity(globals.sheets.len());
    for tab in &globals.sheets {
        let grid = sheet::read(&stream, tab.at, &globals, |row, column, data, format| {
            let exact = globals.dates.get(format).copied().flatten();
            gather.put(row, column, text(data, exact.unwrap_or(Precision::Day)))
        });
        let mut grid = grid.map_err(|fault| fault.in_sheet(Some(&tab.name)))?;
        grid.records = gather.take();
        grid.name = Some(tab.name.clone());
        grid.hidden.sheet = tab.hidden;
        grids.push(grid);
    }
    Ok(grids)
}

/// Hands over the rows of a sheet: each cell as it was written, and the text it is read as.
pub fn each_written(
    path: &Path,
    sheet: &str,
    mut take: impl FnMut(u64, &[(Written, String)]) -> Result<()>,
) -> Result<()> {
    let stream = stream(path, check_size(path)?)?;
    let globals = globals(&stream)?;
    let tab = globals.sheets.iter().find(|tab| tab.name == sheet).ok_or_else(damaged)?;
    let mut rows: BTreeMap<u32, Vec<(Written, String)>> = BTreeMap::new();
    sheet::read(&stream, tab.at, &globals, |row, column, data, format| {
        let at = column as usize;
        if u64::from(column) <= COLUMN_LIMIT && !matches!(data, DataRef::Empty) {
            let cells = rows.entry(row).or_default();
            if cells.len() <= at {
                cells.resize(at + 1, (Written::Blank, String::new()));
            }
            let exact = globals.dates.get(format).copied().flatten();
            let code = globals.codes.get(format).cloned().flatten();
            cells[at] = (written(data, code), text(data, exact.unwrap_or(Precision::Day)));
        }
        Ok(())
    })?;
    rows.into_iter().try_for_each(|(row, cells)| take(u64::from(row) + 1, &cells))
}

/// The stream of the workbook in its OLE container.
fn stream(path: &Path, size: u64) -> Result<Vec<u8>> {
    let file = File::open(path).map_err(|error| super::super::decode::unreadable(path, &error))?;
    let mut container = cfb::CompoundFile::open(file).map_err(|_| damaged())?;
    // An encrypted xlsx lies in such a container too.
    if container.exists("/EncryptedPackage") {
        return Err(Kind::WorkbookEncrypted.into());
    }
    let mut opened = container.open_stream("/Workbook");
    if opened.is_err() {
        opened = container.open_stream("/Book");
    }
    let mut bytes = Vec::new();
    // A stream is part of the file; one that claims to be longer runs in a circle.
    let read = opened.and_then(|stream| stream.take(size + 1).read_to_end(&mut bytes));
    match read {
        Ok(read) if read as u64 <= size => Ok(bytes),
        _ => Err(damaged()),
    }
}

/// Reads what stands in front of the sheets.
fn globals(stream: &[u8]) -> Result<Globals> {
    let mut records = Records::from(stream, 0);
    let mut globals = Globals {
        strings: Vec::new(),
        dates: Vec::new(),
        codes: Vec::new(),
        is_1904: false,
        page: None,
        sheets: Vec::new(),
    };
    match records.next() {
        Some((BOF, _, bytes)) => match u16_at(bytes, 0) {
            Some(BIFF8) => {}
            Some(BIFF5) => globals.page = Some(GB18030),
            _ => return Err(damaged()),
        },
        _ => return Err(damaged()),
    }
    let mut formats = HashMap::new();
    while let Some((kind, _, bytes)) = records.next() {
        let taken = match kind {
            EOF => return Ok(globals),
            FILEPASS => return Err(Kind::WorkbookEncrypted.into()),
            DATEMODE => u16_at(bytes, 0).map(|mode| globals.is_1904 = mode == 1),
            CODEPAGE => u16_at(bytes, 0).map(|number| globals.name_page(number)),
            FORMAT => globals.format(bytes).map(|(id, code)| {
                formats.insert(id, code);
            }),
            XF => u16_at(bytes, 2).map(|id| {
                let own = formats.get(&id);
                globals.dates.push(own.map_or_else(|| built_in_date(id), |it| date_shown(it)));
                globals.codes.push(own.cloned());
            }),
            BOUNDSHEET => globals.tab(bytes),
            SST => globals.shared(&mut records, bytes),
            _ => Some(()),
        };
        taken.ok_or_else(damaged)?;
        if globals.sheets.len() > SHEETS {
            return Err(too_many_sheets(globals.sheets.len()));
        }
    }
    Err(damaged())
}

impl Globals {
    /// The code page counts only before BIFF8.
    fn name_page(&mut self, number: u16) {
        if self.page.is_some() {
            let label = match number {
                936 => "gbk".to_owned(),
                950 => "big5".to_owned(),
                1200 => return self.page = Some(UTF_16LE),
                other => format!("windows-{other}"),
            };
            self.page = Encoding::for_label(label.as_bytes()).or(self.page);
        }
    }

    fn format(&self, bytes: &[u8]) -> Option<(u16, String)> {
        let length = if self.page.is_some() { Length::Byte } else { Length::Word };
        Some((u16_at(bytes, 0)?, string(bytes.get(2..)?, length, self.page)?))
    }

    /// A tab; charts and macros have none that is read.
    fn tab(&mut self, bytes: &[u8]) -> Option<()> {
        let (at, state, kind) = (u32_at(bytes, 0)? as usize, *bytes.get(4)?, *bytes.get(5)?);
        let name = string(bytes.get(6..)?, Length::Byte, self.page)?;
        // No program writes one sheet under two tabs; read again and again it would never end.
        if kind == 0 {
            let new = self.sheets.iter().all(|tab| tab.at != at);
            self.sheets.push(Tab { name, at, hidden: state & 3 != 0 });
            return new.then_some(());
        }
        Some(())
    }

    /// The table of shared strings; how many it claims to hold is not believed.
    fn shared<'a>(&mut self, records: &mut Records<'a>, bytes: &'a [u8]) -> Option<()> {
        let mut segments = records.continued(bytes);
        segments.u32()?;
        let count = segments.u32()?;
        for _ in 0..count {
            self.strings.push(segments.string()?);
        }
        Some(())
    }
}
