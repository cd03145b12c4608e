//! The layout of a table (版式), kept for the receipt that goes back to its sender.

use super::sheet::{COLUMN_LIMIT, Record};
use super::words::{self, Kind as Word, fold};
use crate::model::receipt::{Frame, Merge, SheetKind};

/// What a sheet is besides its rows.
#[derive(Debug, Clone)]
pub struct Outline {
    pub kind: SheetKind,
    pub merges: Vec<Merge>,
    /// Widths of the columns in characters, as far as the file says.
    pub widths: Vec<Option<f64>>,
}

impl Outline {
    /// The layout of a table whose header is the last of `above`, from its row `first` on.
    pub fn frame(self, sheet: Option<String>, above: &[Record], first: usize) -> Frame {
        let heads = &above[first.min(above.len())..];
        let line = |record: Option<&Record>| record.map_or(0, |record| record.line);
        let header = (line(heads.first()), line(heads.last()));
        let room = heads.iter().map(|head| head.cells.len()).max().unwrap_or(0);
        let width = errors(heads).unwrap_or(room).min(COLUMN_LIMIT as usize);
        let belongs = |merge: &Merge| merge.rows.1 <= header.1 && merge.columns.1 < width;
        Frame {
            kind: self.kind,
            sheet,
            above: above.iter().map(|record| (record.line, record.cells.clone())).collect(),
            header,
            width,
            merges: self.merges.into_iter().filter(belongs).collect(),
            widths: self.widths,
            says_district: false,
            says_month: false,
        }
    }
}

/// Where an earlier receipt's column of errors stands: the last column of the header.
fn errors(heads: &[Record]) -> Option<usize> {
    let last = heads.iter().map(Record::filled).max()?.checked_sub(1)?;
    let heading = heads.iter().find_map(|head| head.cells.get(last).filter(|it| is_errors(it)));
    heading.map(|_| last)
}

/// Whether a heading is that of a receipt's column of errors.
pub fn is_errors(heading: &str) -> bool {
    words::key_of(Word::Errors, &fold(heading)).is_some()
}
