//! Cells gathered into rows, within what a district's workbook needs: the places between cells
//! that lie far apart cost nothing, and a text that many cells share is not multiplied for ever.

use super::bounds::{ROWS, damaged, too_large};
use crate::error::Result;
use crate::import::sheet::{COLUMN_LIMIT, Record};
use std::collections::BTreeMap;

/// Places in rows, and bytes of text, that every workbook may have, and how many more for each byte
/// of its file as it is packed. A table of 100,000 rows and ten columns has a million of the one and
/// twenty of the other in three million bytes.
const PLACES: u64 = 750_000;
const PLACES_PER_BYTE: u64 = 2;
const TEXT: u64 = 16 * 1024 * 1024;
const TEXT_PER_BYTE: u64 = 32;
/// Rows of a sheet in which it is kept that something stands beyond the last column: more than the
/// header is sought in, so that one of them is below it.
const FAR: usize = 64;

/// The cells of a workbook, sheet by sheet.
pub struct Gather {
    rows: BTreeMap<u32, Vec<String>>,
    far: usize,
    places: u64,
    text: u64,
}

impl Gather {
    /// For a file that is, or would be when packed, of so many bytes.
    pub fn new(bytes: u64) -> Gather {
        let places = PLACES + PLACES_PER_BYTE * bytes;
        Gather { rows: BTreeMap::new(), far: 0, places, text: TEXT + TEXT_PER_BYTE * bytes }
    }

    /// Adds a cell; row and column from 0. What stands beyond the columns a sheet can have is kept
    /// as one column more, so that the row is refused if it is read.
    pub fn put(&mut self, row: u32, column: u32, text: String) -> Result<()> {
        if text.is_empty() || (u64::from(column) >= COLUMN_LIMIT && !self.goes_far(row)) {
            return Ok(());
        }
        let column = u64::from(column).min(COLUMN_LIMIT) as usize;
        let cells = self.rows.entry(row).or_default();
        let more = (column + 1).saturating_sub(cells.len());
        let left =
            self.places.checked_sub(more as u64).zip(self.text.checked_sub(text.len() as u64));
        if row as usize >= ROWS {
            return Err(damaged());
        }
        let (places, bytes) = left.ok_or_else(too_large)?;
        (self.places, self.text) = (places, bytes);
        if more > 0 {
            cells.reserve_exact(more);
            cells.resize(column + 1, String::new());
        }
        cells[column] = text;
        Ok(())
    }

    /// Whether it is to be kept that something stands beyond the last column of a row.
    fn goes_far(&mut self, row: u32) -> bool {
        let known = self.rows.get(&row).is_some_and(|cells| cells.len() as u64 > COLUMN_LIMIT);
        self.far += usize::from(!known);
        !known && self.far <= FAR
    }

    /// The rows of the sheet gathered so far that hold something; the next sheet begins.
    pub fn take(&mut self) -> Vec<Record> {
        self.far = 0;
        let rows = std::mem::take(&mut self.rows).into_iter();
        let records = rows.map(|(row, cells)| Record { line: u64::from(row) + 1, cells });
        records.filter(|record| record.filled() > 0).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_far_apart_cost_what_they_hold() {
        let mut gather = Gather::new(4096);
        gather.put(1_048_575, 16_383, "x".to_owned()).unwrap();
        gather.put(0, 1, "a".to_owned()).unwrap();
        gather.put(3, 0, " ".to_owned()).unwrap();
        let records = gather.take();
        let shape: Vec<(u64, usize)> = records.iter().map(|it| (it.line, it.cells.len())).collect();
        assert_eq!(shape, [(1, 2), (1_048_576, 513)]);
        assert!(records[1].bounds().is_err() && gather.take().is_empty());
        assert!(gather.put(1_048_576, 0, "x".to_owned()).is_err());
    }

    #[test]
    fn a_text_shared_by_many_cells_ends_somewhere() {
        let mut gather = Gather::new(4096);
        let text = "长".repeat(32_767);
        assert!((0..10_000).any(|row| gather.put(row, 0, text.clone()).is_err()));
    }
}
