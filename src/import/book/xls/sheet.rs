//! One sheet of an xls: its cells, joined cells, and what is hidden.

use super::Globals;
use super::record::{Length, Record, Records, f64_at, string, u16_at, u32_at};
use crate::error::Result;
use crate::import::book::Grid;
use crate::import::book::bounds::damaged;
use crate::import::sheet::COLUMN_LIMIT;
use crate::model::receipt::Merge;
use calamine::{CellErrorType, DataRef, ExcelDateTime, ExcelDateTimeType};

const FORMULA: u16 = 0x0006;
const EOF: u16 = 0x000a;
const COLINFO: u16 = 0x007d;
const FILTERMODE: u16 = 0x009b;
const AUTOFILTERINFO: u16 = 0x009d;
const MULRK: u16 = 0x00bd;
const RSTRING: u16 = 0x00d6;
const MERGECELLS: u16 = 0x00e5;
const LABELSST: u16 = 0x00fd;
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const BOOLERR: u16 = 0x0205;
const STRING: u16 = 0x0207;
const ROW: u16 = 0x0208;
const RK: u16 = 0x027e;
const BOF: u16 = 0x0809;

/// The bit of a ROW and of a COLINFO that hides it.
const ROW_HIDDEN: u16 = 0x0020;
const COLUMN_HIDDEN: u16 = 0x0001;

/// A sheet being read.
struct Sheet<'a, F> {
    globals: &'a Globals,
    put: F,
    grid: Grid,
    /// The formula cell whose text follows in a record of its own.
    awaiting: Option<(u16, u16, u16)>,
    /// Formulas without a result so far: row and column from 0.
    empty: Option<(u16, u16)>,
}

/// Reads the sheet that begins at a place of the stream; its cells go to `put`, with row and column
/// from 0 and the place of their format.
pub fn read<F>(stream: &[u8], at: usize, globals: &Globals, put: F) -> Result<Grid>
where
    F: FnMut(u32, u32, &DataRef<'_>, usize) -> Result<()>,
{
    let mut sheet = Sheet { globals, put, grid: Grid::default(), awaiting: None, empty: None };
    // Charts in the sheet have a beginning and an end of their own.
    let mut depth = 0;
    let mut records = Records::from(stream, at);
    while let Some(record) = records.next() {
        match record.0 {
            BOF => depth += 1,
            EOF if depth <= 1 => {
                sheet.settle();
                return Ok(sheet.grid);
            }
            EOF => depth -= 1,
            STRING if depth == 1 => {
                let text = match globals.page {
                    None => records.continued(record.2).string(),
                    page => string(record.2, Length::Word, page),
                };
                sheet.formula_text(text.ok_or_else(damaged)?)?;
            }
            _ if depth == 1 => sheet.take(record)?.ok_or_else(damaged)?,
            _ if depth == 0 => return Err(damaged()),
            _ => {}
        }
    }
    Err(damaged())
}

impl<'a, F: FnMut(u32, u32, &DataRef<'_>, usize) -> Result<()>> Sheet<'a, F> {
    /// Takes in a record; the inner `None` is one that is shorter than its kind.
    fn take(&mut self, (kind, _, bytes): Record<'_>) -> Result<Option<()>> {
        match kind {
            ROW => return Ok(self.row(bytes)),
            COLINFO => return Ok(self.columns(bytes)),
            FILTERMODE | AUTOFILTERINFO => self.grid.hidden.filtered = true,
            MERGECELLS => return Ok(self.merges(bytes)),
            MULRK => return self.numbers(bytes),
            FORMULA | LABELSST | LABEL | RSTRING | NUMBER | BOOLERR | RK => {
                return match self.value(kind, bytes) {
                    Some((data, format)) => self.put(bytes, &data, format),
                    None => Ok(None),
                };
            }
            _ => {}
        }
        Ok(Some(()))
    }

    fn row(&mut self, bytes: &[u8]) -> Option<()> {
        let (row, flags) = (u16_at(bytes, 0)?, u16_at(bytes, 12)?);
        if flags & ROW_HIDDEN != 0 {
            self.grid.hidden.rows.insert(u64::from(row) + 1);
        }
        Some(())
    }

    fn columns(&mut self, bytes: &[u8]) -> Option<()> {
        let (first, last) = (u16_at(bytes, 0)? as usize, u16_at(bytes, 2)? as usize);
        if u16_at(bytes, 8)? & COLUMN_HIDDEN != 0 {
            self.grid.hidden.columns.extend(first..=last.min(COLUMN_LIMIT as usize));
        }
        Some(())
    }

    fn merges(&mut self, bytes: &[u8]) -> Option<()> {
        let count = u16_at(bytes, 0)? as usize;
        for at in (0..count).map(|place| 2 + 8 * place) {
            let number = |place: usize| u16_at(bytes, at + 2 * place);
            let rows = (u64::from(number(0)?) + 1, u64::from(number(1)?) + 1);
            let columns = (number(2)? as usize, number(3)? as usize);
            self.grid.merges.push(Merge { rows, columns });
        }
        Some(())
    }

    /// Several numbers side by side.
    fn numbers(&mut self, bytes: &[u8]) -> Result<Option<()>> {
        let (Some(row), Some(first)) = (u16_at(bytes, 0), u16_at(bytes, 2)) else {
            return Ok(None);
        };
        for (place, pair) in (0u16..).zip(bytes[4..].chunks_exact(6)) {
            let (Some(format), Some(packed)) = (u16_at(pair, 0), u32_at(pair, 2)) else { break };
            let column = u32::from(first) + u32::from(place);
            self.put_at(u32::from(row), column, &DataRef::Float(unpacked(packed)), format)?;
        }
        Ok(Some(()))
    }

    /// The value of a cell and the place of its format.
    fn value(&mut self, kind: u16, bytes: &[u8]) -> Option<(DataRef<'a>, u16)> {
        let format = u16_at(bytes, 4)?;
        let rest = bytes.get(6..)?;
        let data = match kind {
            LABELSST => DataRef::SharedString(self.globals.strings.get(u32_at(rest, 0)? as usize)?),
            LABEL | RSTRING => DataRef::String(string(rest, Length::Word, self.globals.page)?),
            NUMBER => DataRef::Float(f64_at(rest, 0)?),
            RK => DataRef::Float(unpacked(u32_at(rest, 0)?)),
            BOOLERR => flag_or_error(*rest.first()?, *rest.get(1)? != 0),
            _ => self.result(bytes)?,
        };
        Some((data, format))
    }

    /// The result of a formula as it was computed last.
    fn result(&mut self, bytes: &[u8]) -> Option<DataRef<'a>> {
        self.settle();
        let cell = (u16_at(bytes, 0)?, u16_at(bytes, 2)?);
        let data = match (u16_at(bytes, 12)?, *bytes.get(6)?) {
            (0xffff, 0) => {
                self.awaiting = Some((cell.0, cell.1, u16_at(bytes, 4)?));
                DataRef::Empty
            }
            (0xffff, 1) => flag_or_error(*bytes.get(8)?, false),
            (0xffff, 2) => flag_or_error(*bytes.get(8)?, true),
            (0xffff, _) => DataRef::Empty,
            _ => DataRef::Float(f64_at(bytes, 6)?),
        };
        let nothing = matches!(data, DataRef::Empty) || data == DataRef::Float(0.0);
        self.empty = nothing.then_some(cell);
        Some(data)
    }

    /// The text of the formula before.
    fn formula_text(&mut self, text: String) -> Result<()> {
        match self.awaiting.take() {
            Some((row, column, format)) => {
                if !text.is_empty() {
                    self.empty = None;
                }
                let text = DataRef::String(text);
                (self.put)(u32::from(row), u32::from(column), &text, usize::from(format))
            }
            None => Ok(()),
        }
    }

    /// No text has come for the formula before.
    fn settle(&mut self) {
        self.awaiting = None;
        if let Some((row, column)) = self.empty.take() {
            self.grid.stale.push((u64::from(row) + 1, usize::from(column)));
        }
    }

    fn put(&mut self, bytes: &[u8], data: &DataRef<'_>, format: u16) -> Result<Option<()>> {
        let (Some(row), Some(column)) = (u16_at(bytes, 0), u16_at(bytes, 2)) else {
            return Ok(None);
        };
        self.put_at(u32::from(row), u32::from(column), data, format)?;
        Ok(Some(()))
    }

    fn put_at(&mut self, row: u32, column: u32, data: &DataRef<'_>, format: u16) -> Result<()> {
        let format = usize::from(format);
        match (data, self.globals.dates.get(format).copied().flatten()) {
            (DataRef::Float(serial), Some(_)) => {
                let kind = ExcelDateTimeType::DateTime;
                let date = ExcelDateTime::new(*serial, kind, self.globals.is_1904);
                (self.put)(row, column, &DataRef::DateTime(date), format)
            }
            _ => (self.put)(row, column, data, format),
        }
    }
}

/// A number in four bytes: the upper half of a float or an integer of 30 bits, perhaps in hundredths.
fn unpacked(packed: u32) -> f64 {
    let number = if packed & 2 != 0 {
        f64::from(packed as i32 >> 2)
    } else {
        f64::from_bits(u64::from(packed & !3) << 32)
    };
    if packed & 1 != 0 { number / 100.0 } else { number }
}

fn flag_or_error(byte: u8, is_error: bool) -> DataRef<'static> {
    match (is_error, byte) {
        (false, flag) => DataRef::Bool(flag != 0),
        (true, 0x00) => DataRef::Error(CellErrorType::Null),
        (true, 0x07) => DataRef::Error(CellErrorType::Div0),
        (true, 0x17) => DataRef::Error(CellErrorType::Ref),
        (true, 0x1d) => DataRef::Error(CellErrorType::Name),
        (true, 0x24) => DataRef::Error(CellErrorType::Num),
        (true, 0x2a) => DataRef::Error(CellErrorType::NA),
        (true, _) => DataRef::Error(CellErrorType::Value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_four_bytes_are_unpacked() {
        for (packed, number) in [(0x0000_0006, 1.0), (0xffff_fffe, -1.0), (0x0000_304b, 30.90)] {
            assert_eq!(unpacked(packed), number, "{packed:x}");
        }
        let half = ((12.5f64.to_bits() >> 32) as u32) & !3;
        assert_eq!((unpacked(half), unpacked(half | 1)), (12.5, 0.125));
    }
}
