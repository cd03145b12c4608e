//! Records of a text table with the lines they start on; a stray quote is noticed here.

use super::decode::{self, Coding, Text};
use crate::error::{Fault, Kind, Place, Result};
use csv::{Reader, ReaderBuilder, StringRecord};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Most columns and most characters of a cell that are read.
const COLUMNS: usize = 512;
const CELL: usize = 32_767;
/// Most line breaks a quoted cell may hold before its quote is taken for a stray one.
const BREAKS: usize = 3;

/// How much of the text decides the delimiter.
const HEAD: u64 = 64 * 1024;

/// One record: the line it starts on, and its cells as they stand.
#[derive(Debug, Clone)]
pub struct Record {
    pub line: u64,
    pub cells: Vec<String>,
}

impl Record {
    /// A cell, empty where the row is short.
    pub fn cell(&self, index: usize) -> &str {
        self.cells.get(index).map_or("", String::as_str)
    }

    /// The cells that hold something, with their places.
    pub fn filled(&self) -> impl Iterator<Item = (usize, &str)> {
        let cells = self.cells.iter().enumerate();
        cells.map(|(index, cell)| (index, cell.trim())).filter(|(_, cell)| !cell.is_empty())
    }
}

/// The records of a file as a stream.
pub struct Sheet {
    reader: Reader<Text>,
    delimiter: char,
    read: Arc<AtomicU64>,
    path: std::path::PathBuf,
}

impl Sheet {
    /// Opens a file in an encoding; the delimiter is the one its beginning uses most.
    pub fn open(path: &Path, coding: Coding) -> Result<Sheet> {
        let fault = |error| decode::unreadable(path, &error);
        let mut head = Vec::new();
        decode::text(path, coding)?.0.take(HEAD).read_to_end(&mut head).map_err(fault)?;
        let uses = |byte: u8| head.iter().filter(|b| **b == byte).count();
        let delimiter =
            [b',', b'\t', b';'].into_iter().rev().max_by_key(|byte| uses(*byte)).unwrap_or(b',');
        // Only the line feed ends a record, so that lines are counted as an editor counts them;
        // the carriage return before it is taken off below.
        let end = if uses(b'\n') == 0 && uses(b'\r') > 0 { b'\r' } else { b'\n' };
        let (text, read) = decode::text(path, coding)?;
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .terminator(csv::Terminator::Any(end))
            .from_reader(text);
        Ok(Sheet { reader, delimiter: delimiter as char, read, path: path.to_owned() })
    }

    /// Bytes of the file read so far.
    pub fn bytes_read(&self) -> u64 {
        self.read.load(Ordering::Relaxed)
    }

    /// The next record; `None` at the end.
    pub fn next(&mut self) -> Result<Option<Record>> {
        let mut record = StringRecord::new();
        let more = self.reader.read_record(&mut record).map_err(|error| self.fault(error))?;
        if !more {
            return Ok(None);
        }
        let mut line = record.position().map_or(1, csv::Position::line);
        if record.len() > COLUMNS {
            let limit = COLUMNS as u64;
            return Err(Kind::TooWide { limit }.at(Place::row(line)).into());
        }
        let start = line;
        for cell in &record {
            let breaks = cell.bytes().filter(|byte| *byte == b'\n').count();
            let swallowed = breaks > 0 && cell.contains(self.delimiter);
            if swallowed || breaks > BREAKS {
                return Err(Kind::StrayQuote.at(Place::row(line)).into());
            }
            if cell.len() > CELL && cell.chars().count() > CELL {
                let limit = CELL as u64;
                return Err(Kind::CellTooLong { limit }.at(Place::row(line)).into());
            }
            line += breaks as u64;
        }
        let mut cells: Vec<String> = record.iter().map(str::to_owned).collect();
        if let Some(last) = cells.last_mut()
            && last.ends_with('\r')
        {
            last.pop();
        }
        Ok(Some(Record { line: start, cells }))
    }

    fn fault(&self, error: csv::Error) -> Fault {
        match error.into_kind() {
            csv::ErrorKind::Io(error) => decode::unreadable(&self.path, &error),
            other => Fault::Internal(anyhow::anyhow!("{other:?}")),
        }
    }
}
