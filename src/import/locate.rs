//! Finds the tables in a file: the encoding and delimiter in which a header is recognised, or the
//! sheets of a workbook that have one.

use super::book::{self, Grid};
use super::decode::{self, Coding, Form};
use super::header::{self, Header, SEARCHED, Senders};
use super::sheet::{Record, Sheet, delimiters};
use super::{HiddenParts, Lexicon, Options};
use crate::error::{Concealed, Fault, FileKind, Kind, Place, Result};
use crate::model::field::FieldType;
use crate::model::note::Note;
use crate::model::receipt::{Merge, SheetKind};
use std::collections::HashMap;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

/// Bytes of text in which the delimiter is sought.
const SAMPLE: u64 = 64 * 1024;

/// Where the rows come from.
pub enum Source {
    /// A text file, read row by row.
    Text(Box<Sheet>),
    /// A sheet, of which all rows have been read.
    Sheet,
}

impl Source {
    /// The next record that has not been read yet.
    pub fn advance(&mut self) -> Result<Option<Record>> {
        match self {
            Source::Text(sheet) => sheet.advance(),
            Source::Sheet => Ok(None),
        }
    }
}

/// A table of which the header is found.
pub struct Opened {
    /// The name on the tab of its sheet.
    pub name: Option<String>,
    pub encoding: &'static str,
    pub source: Source,
    pub count: Arc<AtomicU64>,
    /// Cells with a formula that has no result, by row.
    pub stale: HashMap<u64, Vec<usize>>,
    pub records: Vec<Record>,
    pub header: Header,
    pub kind: SheetKind,
    pub merges: Vec<Merge>,
    /// Widths of the columns, as far as the file says.
    pub widths: Vec<Option<f64>>,
}

/// The tables of a file, and what is to be said of the rest of it.
pub type Tables = (Vec<Opened>, Vec<Note>);

/// Finds the tables: one in a text file, any number in a workbook, never none.
pub fn find_tables(path: &Path, options: &Options, lexicon: &Lexicon) -> Result<Tables> {
    let senders = Senders::new(&lexicon.headings, options.district);
    match decode::form(path, options.encoding.as_deref())? {
        Form::Text(codings) => Ok((vec![find_table(path, codings, &senders)?], Vec::new())),
        Form::Book(kind) => find_sheets(path, kind, options, &senders),
    }
}

/// Tries encodings and delimiters, the likeliest first, until the header is found.
fn find_table(path: &Path, codings: Vec<Coding>, senders: &Senders) -> Result<Opened> {
    let mut first_fault: Option<Fault> = None;
    for coding in codings {
        let (text, _) = decode::text(path, coding)?;
        let mut sample = Vec::new();
        let read = text.take(SAMPLE).read_to_end(&mut sample);
        read.map_err(|error| decode::unreadable(path, &error))?;
        for delimiter in delimiters(&sample) {
            match attempt(path, coding, delimiter, senders) {
                Ok(opened) => return Ok(opened),
                Err(fault) => first_fault = first_fault.or(Some(fault)),
            }
        }
    }
    Err(first_fault.unwrap_or_else(|| Kind::NoHeader.into()))
}

/// The sheets that have a header; the others are named.
fn find_sheets(
    path: &Path,
    kind: FileKind,
    options: &Options,
    senders: &Senders,
) -> Result<Tables> {
    let encoding = match kind {
        FileKind::Html => "HTML",
        FileKind::Workbook => "XLSX",
        _ => "XLS",
    };
    let size = path.metadata().map_or(0, |data| data.len());
    let (mut tables, mut others, mut notes) = (Vec::new(), Vec::new(), Vec::new());
    for mut grid in book::open(path, kind)? {
        let found = header::find(&grid.records, senders);
        let Some(header) = found.filter(|header| header.end < grid.records.len()) else {
            others.extend(grid.name.filter(|_| !grid.records.is_empty()));
            continue;
        };
        if !uncover(&mut grid, &header, options)? {
            continue;
        }
        // A row of the header may have been among the hidden ones.
        let Some(header) = header::find(&grid.records, senders) else { continue };
        let below = grid.records[header.end - 1].line + 1;
        let field = |column| header.columns.iter().find(|it| it.index == column)?.field;
        grid.fill_down(below, |column| {
            field(column).is_some_and(|field| field.kind() != FieldType::Money)
        });
        let Grid { name, records, stale: cells, merges, widths, .. } = grid;
        let mut stale: HashMap<u64, Vec<usize>> = HashMap::new();
        for (row, column) in cells {
            stale.entry(row).or_default().push(column);
        }
        let count = Arc::new(AtomicU64::new(size));
        let source = Source::Sheet;
        let kind = if kind == FileKind::Html { SheetKind::Web } else { SheetKind::Book };
        tables.push(Opened {
            name,
            encoding,
            source,
            count,
            stale,
            records,
            header,
            kind,
            merges,
            widths,
        });
    }
    if tables.is_empty() {
        return Err(Kind::NoHeader.into());
    }
    if !others.is_empty() {
        notes.push(Note::SheetsIgnored { sheets: others });
    }
    Ok((tables, notes))
}

/// What a person does not see is read only when asked for; false: the sheet is left out.
fn uncover(grid: &mut Grid, header: &Header, options: &Options) -> Result<bool> {
    let below = grid.records[header.end - 1].line;
    let told = |line: &u64| *line > below && grid.records.iter().any(|record| record.line == *line);
    let rows: Vec<u64> = grid.hidden.rows.iter().copied().filter(told).collect();
    let heading = |column: &usize| {
        let column = header.columns.iter().find(|it| it.index == *column)?;
        column.field.map(|_| column.heading.clone())
    };
    let columns: Vec<String> = grid.hidden.columns.iter().filter_map(heading).collect();
    if rows.is_empty() && columns.is_empty() && !grid.hidden.sheet {
        return Ok(true);
    }
    match options.hidden {
        Some(HiddenParts::Include) => Ok(true),
        Some(HiddenParts::Skip) if grid.hidden.sheet => Ok(false),
        Some(HiddenParts::Skip) => {
            grid.without_hidden();
            Ok(true)
        }
        None => {
            let sheet = grid.hidden.sheet;
            let concealed = Concealed { sheet, rows, columns, filtered: grid.hidden.filtered };
            let place = Place { sheet: grid.name.clone(), ..Place::default() };
            Err(Kind::HiddenParts { concealed }.at(place).into())
        }
    }
}

fn attempt(path: &Path, coding: Coding, delimiter: u8, senders: &Senders) -> Result<Opened> {
    let (text, count) = decode::text(path, coding)?;
    let mut sheet = Sheet::new(path, text, delimiter);
    let mut records = Vec::new();
    let mut trouble = None;
    // One more than is searched: whether anything stands below the header.
    while records.len() <= SEARCHED + 3 && trouble.is_none() {
        match sheet.advance() {
            Ok(Some(record)) => records.push(record),
            Ok(None) => break,
            Err(fault) => trouble = Some(fault),
        }
    }
    if let Some(fault) = trouble {
        return Err(fault);
    }
    for record in &records {
        record.bounds().map_err(|kind| kind.at(Place::row(record.line)))?;
    }
    let header = header::find(&records, senders);
    let above = header.as_ref().map_or(records.len(), |header| header.end);
    let stray = records[..above].iter().find_map(|it| it.stray_quote(delimiter, 0));
    match (stray, header) {
        (Some(line), _) => Err(Kind::StrayQuote.at(Place::row(line)).into()),
        (_, None) if records.is_empty() => Err(Kind::EmptyFile.into()),
        (_, None) => Err(Kind::NoHeader.into()),
        (_, Some(header)) if header.end == records.len() => {
            Err(Kind::HeaderOnly.at(Place::row(records[header.end - 1].line)).into())
        }
        (_, Some(header)) => Ok(Opened {
            name: None,
            encoding: coding.name(),
            source: Source::Text(Box::new(sheet)),
            count,
            stale: HashMap::new(),
            records,
            header,
            kind: SheetKind::Text,
            merges: Vec::new(),
            widths: Vec::new(),
        }),
    }
}
