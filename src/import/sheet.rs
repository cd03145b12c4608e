//! Records of a CSV file (行), each with the line it starts on. Lines are put together here, so
//! that a stray quote is noticed before it swallows the rows below; `csv` splits them into cells.

use super::decode::{Text, unreadable};
use crate::error::{Fault, Kind, Place, Result};
use std::io::BufRead;
use std::path::{Path, PathBuf};

/// Characters a cell can hold, as in a spreadsheet.
const CELL_LIMIT: u64 = 32_767;
/// Columns a sheet can have.
pub const COLUMN_LIMIT: u64 = 512;
/// Line breaks one cell may hold.
const BREAKS: usize = 3;
/// Bytes one record may have: more than 512 full cells of any real sheet.
const LONGEST: usize = 16 * 1024 * 1024;
/// Lines looked at for the delimiter.
const SAMPLE: usize = 30;

/// A record and the line it starts on, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    pub line: u64,
    pub cells: Vec<String>,
}

impl Record {
    /// Cells up to the last one that holds something.
    pub fn filled(&self) -> usize {
        self.cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1)
    }

    /// Refuses what no sheet of a district is: too many columns, too long a cell; with the place
    /// of that cell.
    pub fn bounds(&self) -> std::result::Result<(), (Kind, Option<usize>)> {
        if self.filled() as u64 > COLUMN_LIMIT {
            return Err((Kind::TooWide { limit: COLUMN_LIMIT }, None));
        }
        let long = |cell: &String| {
            cell.len() as u64 > CELL_LIMIT && cell.chars().count() as u64 > CELL_LIMIT
        };
        match self.cells.iter().position(long) {
            Some(at) => Err((Kind::CellTooLong { limit: CELL_LIMIT }, Some(at))),
            None => Ok(()),
        }
    }

    /// How many cells there are where that does not fit a header of `width` headings with `room`
    /// cells in all.
    pub fn misfit(&self, width: usize, room: usize) -> Option<usize> {
        match (self.cells.len() < width, self.filled() > room) {
            (true, _) => Some(self.cells.len()),
            (_, true) => Some(self.filled()),
            _ => None,
        }
    }

    /// The line on which a cell begins that has swallowed what follows it. A cell holds line
    /// breaks *and* so many delimiters as the rows it would have swallowed, or the row no longer
    /// fits the header; `width` is 0 where no header is known yet.
    pub fn stray_quote(&self, delimiter: u8, width: usize) -> Option<u64> {
        let mut line = self.line;
        for cell in &self.cells {
            let breaks = breaks(cell);
            if breaks == 0 {
                continue;
            }
            let delimiters = cell.bytes().filter(|byte| *byte == delimiter).count();
            let misfit = self.cells.len() < width || self.filled() > width;
            let swallowed = delimiters >= breaks * width.saturating_sub(1) || misfit;
            if delimiters > 0 && swallowed {
                return Some(line);
            }
            line += breaks as u64;
        }
        None
    }
}

fn breaks(cell: &str) -> usize {
    cell.bytes().filter(|byte| *byte == b'\n').count()
}

/// Where the reader stands in a record.
#[derive(Clone, Copy, PartialEq)]
enum State {
    CellStart,
    Plain,
    Quoted,
    QuoteClosed,
}

/// A CSV file read record by record.
pub struct Sheet {
    path: PathBuf,
    input: Text,
    delimiter: u8,
    /// Line read last.
    line: u64,
    splitter: csv_core::Reader,
    record: Vec<u8>,
    /// A quote stands somewhere in the record.
    quoted: bool,
    cells: Vec<u8>,
    ends: Vec<usize>,
}

impl Sheet {
    pub fn new(path: &Path, input: Text, delimiter: u8) -> Sheet {
        Sheet {
            path: path.to_owned(),
            input,
            delimiter,
            line: 0,
            splitter: csv_core::ReaderBuilder::new().delimiter(delimiter).build(),
            record: Vec::new(),
            quoted: false,
            cells: Vec::new(),
            ends: Vec::new(),
        }
    }

    /// The line read last, from 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    pub fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// The next record with any text; rows without are passed over.
    pub fn advance(&mut self) -> Result<Option<Record>> {
        loop {
            self.record.clear();
            self.quoted = false;
            let start = self.line + 1;
            if !self.assemble()? {
                return Ok(None);
            }
            let record = Record { line: start, cells: self.split()? };
            if record.filled() > 0 {
                return Ok(Some(record));
            }
        }
    }

    /// Puts together the lines of one record; false at the end of the file.
    fn assemble(&mut self) -> Result<bool> {
        let (mut state, mut opened, mut broken) = (State::CellStart, 0, 0);
        loop {
            let from = self.record.len();
            if !self.read_line()? {
                let inside = matches!(state, State::Quoted);
                return if inside { Err(stray(opened)) } else { Ok(from > 0) };
            }
            self.line += 1;
            let quotes = self.record[from..].contains(&b'"');
            self.quoted |= quotes;
            if !quotes && state != State::Quoted {
                self.record.push(b'\n');
                return Ok(true);
            }
            for byte in &self.record[from..] {
                state = match (state, *byte) {
                    (State::CellStart, b'"') => {
                        (opened, broken) = (self.line, 0);
                        State::Quoted
                    }
                    (State::Quoted, b'"') => State::QuoteClosed,
                    (State::QuoteClosed, b'"') | (State::Quoted, _) => State::Quoted,
                    (_, byte) if byte == self.delimiter => State::CellStart,
                    (State::QuoteClosed, _) if broken > 0 => return Err(stray(opened)),
                    _ => State::Plain,
                };
            }
            self.record.push(b'\n');
            if state != State::Quoted {
                return Ok(true);
            }
            broken += 1;
            if broken > BREAKS {
                return Err(stray(opened));
            }
        }
    }

    /// Appends the next line without its end (LF, CRLF or CR); false at the end of the file.
    fn read_line(&mut self) -> Result<bool> {
        let mut any = false;
        loop {
            let block = fill(&mut self.input, &self.path)?;
            if block.is_empty() {
                return Ok(any);
            }
            any = true;
            let end = block.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            let length = end.unwrap_or(block.len());
            self.record.extend_from_slice(&block[..length]);
            if self.record.len() > LONGEST {
                return Err(Kind::CellTooLong { limit: CELL_LIMIT }
                    .at(Place::row(self.line + 1))
                    .into());
            }
            let carriage = end.is_some_and(|end| block[end] == b'\r');
            self.input.consume(length + usize::from(end.is_some()));
            if carriage && fill(&mut self.input, &self.path)?.first() == Some(&b'\n') {
                self.input.consume(1);
            }
            if end.is_some() {
                return Ok(true);
            }
        }
    }

    /// The cells of the record put together last.
    fn split(&mut self) -> Result<Vec<String>> {
        if !self.quoted {
            let text = String::from_utf8_lossy(&self.record);
            let cells = text.trim_end_matches('\n').split(char::from(self.delimiter));
            return Ok(cells.map(str::to_owned).collect());
        }
        let most = self.record.iter().filter(|byte| **byte == self.delimiter).count() + 2;
        self.cells.resize(self.record.len() + 1, 0);
        self.ends.resize(most, 0);
        self.splitter.reset();
        let (result, _, _, count) =
            self.splitter.read_record(&self.record, &mut self.cells, &mut self.ends);
        match result {
            csv_core::ReadRecordResult::Record => {}
            csv_core::ReadRecordResult::InputEmpty => return Ok(Vec::new()),
            other => return Err(Fault::Internal(anyhow::anyhow!("record not split: {other:?}"))),
        }
        let mut from = 0;
        let ends = self.ends[..count].iter().map(|end| {
            let cell = String::from_utf8_lossy(&self.cells[from..*end]).into_owned();
            from = *end;
            cell
        });
        Ok(ends.collect())
    }
}

fn fill<'a>(input: &'a mut Text, path: &Path) -> Result<&'a [u8]> {
    input.fill_buf().map_err(|error| unreadable(path, &error))
}

fn stray(line: u64) -> Fault {
    Kind::StrayQuote.at(Place::row(line)).into()
}

/// The delimiters the first lines can be cut by, the likeliest first.
pub fn delimiters(sample: &[u8]) -> Vec<u8> {
    let mut counts = [(b',', 0usize), (b'\t', 0), (b';', 0)];
    let mut quoted = false;
    let mut lines = 0;
    for byte in sample {
        quoted ^= *byte == b'"';
        lines += usize::from(*byte == b'\n');
        if lines == SAMPLE {
            break;
        }
        if let Some((_, count)) = counts.iter_mut().find(|(it, _)| it == byte && !quoted) {
            *count += 1;
        }
    }
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let found: Vec<u8> = counts.iter().filter(|(_, n)| *n > 0).map(|(it, _)| *it).collect();
    if found.is_empty() { vec![b','] } else { found }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{BufReader, Cursor};

    type Read = std::result::Result<Vec<(u64, Vec<String>)>, (Kind, Option<u64>)>;

    fn read(text: &str) -> Read {
        let input: Text = BufReader::with_capacity(7, Box::new(Cursor::new(text.to_owned())));
        let mut sheet = Sheet::new(Path::new("x"), input, b',');
        let mut records = Vec::new();
        loop {
            match sheet.advance() {
                Ok(None) => return Ok(records),
                Ok(Some(record)) => records.push((record.line, record.cells)),
                Err(Fault::Refused(refusal)) => return Err((refusal.kind, refusal.place.row)),
                Err(other) => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn records_know_the_line_they_start_on() {
        let cells = |cells: &[&str]| cells.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>();
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "", "1,\"x", "y\"", ",,", "2,\"z, \"\"q\"\"\"", "3,"].join(end);
            let expected = vec![
                (1, cells(&["a", "b"])),
                (3, cells(&["1", "x\ny"])),
                (6, cells(&["2", "z, \"q\""])),
                (7, cells(&["3", ""])),
            ];
            assert_eq!(read(&text), Ok(expected), "{end:?}");
        }
        assert_eq!(read("12\"x,b\n"), Ok(vec![(1, cells(&["12\"x", "b"]))]));
    }

    #[test]
    fn a_stray_quote_is_found_where_it_opened() {
        let stray = |line| Err((Kind::StrayQuote, Some(line)));
        assert_eq!(read("a,b\n1,x\n2,\"x\n3,y\n4,z\n"), stray(3));
        assert_eq!(read("a,b\n2,\"x\n3,y\n4,z\n5,z\n6,z\n7,\"z\n"), stray(2));
        assert_eq!(read("a,b\n2,\"x\n3,\"y\n4,z\n"), stray(2));
        assert_eq!(read("\"a\nb\",\"c\n"), stray(2));
    }

    #[test]
    fn a_cell_that_swallowed_rows_is_told_from_a_long_one() {
        let record = |cells: &[&str]| Record {
            line: 5,
            cells: cells.iter().map(|c| (*c).to_owned()).collect(),
        };
        assert_eq!(record(&["1", "x,1\n2,y", "3"]).stray_quote(b',', 3), Some(5));
        assert_eq!(record(&["1\n", "x,1\n2,y"]).stray_quote(b',', 3), Some(6));
        assert_eq!(record(&["1", "x, y\nz", "3", "4"]).stray_quote(b',', 4), None);
        assert_eq!(record(&["1", "x\ny", "a,b"]).stray_quote(b',', 3), None);
    }

    #[test]
    fn the_delimiter_is_seen_in_the_first_lines() {
        assert_eq!(delimiters("a\tb\tc\n1,0\t2\t3\n".as_bytes())[0], b'\t');
        assert_eq!(delimiters(b"a;b;c\n\"x,y,z,u,v\";2;3\n")[0], b';');
        assert_eq!(delimiters(b"a\n")[0], b',');
    }
}
