//! Finds the tables in a file: the encoding and delimiter in which a header is recognised, or the
//! sheets of a workbook that have one.

use super::book::{self, Grid};
use super::decode::{self, Coding, Form};
use super::frame::Outline;
use super::header::{self, Header, SEARCHED, Senders};
use super::ledger::{self, Ledger};
use super::sheet::{Record, Sheet, delimiters};
use super::words::{self, Kind as Word};
use super::{HiddenParts, Lexicon, Options};
use crate::error::{Concealed, Fault, FileKind, Kind, Place, Result};
use crate::model::field::FieldType;
use crate::model::ledger::{AppealColumn, ExitColumn};
use crate::model::note::Note;
use crate::model::receipt::SheetKind;
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
    pub outline: Outline,
}

/// What a file holds.
#[derive(Default)]
pub struct Found {
    /// As in [`super::Understood`].
    pub encoding: &'static str,
    /// Tables of projects.
    pub tables: Vec<Opened>,
    /// 诉求清单
    pub appeals: Vec<Ledger<AppealColumn>>,
    /// 拟移出
    pub exits: Vec<Ledger<ExitColumn>>,
    /// What is to be said of the rest.
    pub notes: Vec<Note>,
}

/// Finds what a file holds: one table of projects in a text file; any number of tables and lists
/// in a workbook, never nothing.
pub fn find_tables(path: &Path, options: &Options, lexicon: &Lexicon) -> Result<Found> {
    let senders = Senders::new(&lexicon.headings, options.district);
    match decode::form(path, options.encoding.as_deref())? {
        Form::Text(codings) => {
            let listed = in_list(path, &codings)?;
            let table = find_table(path, codings, &senders);
            let known = table.as_ref().map_or(0, |table| table.header.known());
            if let Some(found) = listed.filter(|found| found.columns() > known) {
                return Ok(found);
            }
            let table = table?;
            Ok(Found { encoding: table.encoding, tables: vec![table], ..Found::default() })
        }
        Form::Book(kind) => find_sheets(path, kind, options, &senders),
    }
}

/// A text file that is a list of appeals or of proposed exits.
fn in_list(path: &Path, codings: &[Coding]) -> Result<Option<Found>> {
    // What is wrong with a text is said when it is read as a table.
    let appeals = ledger::in_text::<AppealColumn>(path, codings).ok().flatten();
    let exits = ledger::in_text::<ExitColumn>(path, codings).ok().flatten();
    let encoding = match (&appeals, &exits) {
        (Some(list), _) => list.encoding,
        (None, Some(list)) => list.encoding,
        (None, None) => return Ok(None),
    };
    let (appeals, exits) = match (appeals, exits) {
        (Some(appeals), Some(exits)) if exits.headings.len() > appeals.headings.len() => {
            (Vec::new(), vec![exits])
        }
        (Some(appeals), _) => (vec![appeals], Vec::new()),
        (None, exits) => (Vec::new(), exits.into_iter().collect()),
    };
    Ok(Some(Found { encoding, appeals, exits, ..Found::default() }))
}

impl Found {
    /// How many columns of its list are understood.
    fn columns(&self) -> usize {
        let appeals = self.appeals.iter().map(|list| list.headings.len());
        appeals.chain(self.exits.iter().map(|list| list.headings.len())).max().unwrap_or(0)
    }
}

/// What the first lines of a text can be cut by, the likeliest first.
pub fn likely_delimiters(path: &Path, coding: Coding) -> Result<Vec<u8>> {
    let (text, _) = decode::text(path, coding)?;
    let mut sample = Vec::new();
    let read = text.take(SAMPLE).read_to_end(&mut sample);
    read.map_err(|error| decode::unreadable(path, &error))?;
    Ok(delimiters(&sample))
}

/// Tries encodings and delimiters, the likeliest first, until the header is found.
fn find_table(path: &Path, codings: Vec<Coding>, senders: &Senders) -> Result<Opened> {
    let mut first_fault: Option<Fault> = None;
    for coding in codings {
        for delimiter in likely_delimiters(path, coding)? {
            match attempt(path, coding, delimiter, senders) {
                Ok(opened) => return Ok(opened),
                Err(fault) => first_fault = first_fault.or(Some(fault)),
            }
        }
    }
    Err(first_fault.unwrap_or_else(|| Kind::NoHeader.into()))
}

/// What a sheet turned out to be.
enum Content {
    Projects(Header),
    Appeals(Vec<(usize, String)>),
    Exits(Vec<(usize, String)>),
}

/// The kind of table of which a sheet names the most columns.
fn content(records: &[Record], senders: &Senders) -> Option<Content> {
    let projects = header::find(records, senders);
    let known = projects.as_ref().map_or(0, Header::known);
    let appeals = ledger::header_of::<AppealColumn>(records);
    let appeals = appeals.filter(|found| found.columns.len() > known);
    let exits = ledger::header_of::<ExitColumn>(records);
    let exits = exits.filter(|found| found.columns.len() > known);
    match (appeals, exits, projects) {
        (Some(found), ..) => Some(Content::Appeals(found.shown())),
        (None, Some(found), _) => Some(Content::Exits(found.shown())),
        (None, None, projects) => projects.map(Content::Projects),
    }
}

/// What a workbook is kept as having been.
pub(super) const fn encoding_of(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Html => "HTML",
        FileKind::Workbook => "XLSX",
        _ => "XLS",
    }
}

/// The sheets that have a header; the others are named.
fn find_sheets(path: &Path, kind: FileKind, options: &Options, senders: &Senders) -> Result<Found> {
    let encoding = encoding_of(kind);
    let size = path.metadata().map_or(0, |data| data.len());
    let mut found = Found { encoding, ..Found::default() };
    let mut others = Vec::new();
    let mut empty = None;
    for mut grid in book::open(path, kind)? {
        match content(&grid.records, senders) {
            None => others.extend(grid.name.filter(|_| !grid.records.is_empty())),
            Some(Content::Projects(header)) if header.end == grid.records.len() => {
                let row = Some(grid.records[header.end - 1].line);
                empty.get_or_insert(Place { sheet: grid.name, row, ..Place::default() });
            }
            Some(Content::Projects(header)) => {
                if uncovered(&mut grid, &header.shown(), options)? {
                    found.tables.extend(table(grid, encoding, size, senders)?);
                }
            }
            Some(Content::Appeals(columns)) => {
                if uncovered(&mut grid, &columns, options)? {
                    found.appeals.extend(ledger::of_grid(&mut grid)?);
                }
            }
            Some(Content::Exits(columns)) => {
                if uncovered(&mut grid, &columns, options)? {
                    found.exits.extend(ledger::of_grid(&mut grid)?);
                }
            }
        }
    }
    let rows = found.appeals.iter().any(|list| !list.rows.is_empty())
        || found.exits.iter().any(|list| !list.rows.is_empty());
    if found.tables.is_empty() && !rows {
        return Err(match empty {
            Some(place) => Kind::HeaderOnly.at(place).into(),
            None => Kind::NoHeader.into(),
        });
    }
    others.retain(|sheet| words::key_of(Word::FormSheet, sheet).is_none());
    if !others.is_empty() {
        found.notes.push(Note::SheetsIgnored { sheets: others });
    }
    Ok(found)
}

/// A sheet as a table of projects, with joined cells filled.
fn table(
    mut grid: Grid,
    encoding: &'static str,
    size: u64,
    senders: &Senders,
) -> Result<Option<Opened>> {
    // A row of the header may have been among the hidden ones.
    let Some(header) = header::find(&grid.records, senders) else { return Ok(None) };
    let below = grid.records[header.end - 1].line + 1;
    let field = |column| header.columns.iter().find(|it| it.index == column)?.field;
    grid.fill_down(below, |column| {
        field(column).is_some_and(|field| field.kind() != FieldType::Money)
    })?;
    let outline = grid.outline();
    let Grid { name, records, stale: cells, .. } = grid;
    let mut stale: HashMap<u64, Vec<usize>> = HashMap::new();
    for (row, column) in cells {
        stale.entry(row).or_default().push(column);
    }
    let (source, count) = (Source::Sheet, Arc::new(AtomicU64::new(size)));
    Ok(Some(Opened { name, encoding, source, count, stale, records, header, outline }))
}

/// What a person does not see is read only when asked for; false: the sheet is left out.
/// `headings`: those that are read, by their place.
pub fn uncovered(grid: &mut Grid, headings: &[(usize, String)], options: &Options) -> Result<bool> {
    // A hidden line above the table counts too: it may name the unit or the month.
    let told = |line: &u64| grid.records.binary_search_by_key(line, |record| record.line).is_ok();
    let rows: Vec<u64> = grid.hidden.rows.iter().copied().filter(told).collect();
    let heading = |column: &usize| {
        headings.iter().find(|(index, _)| index == column).map(|(_, heading)| heading.clone())
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
    let header = header::find(&records, senders);
    let above = header.as_ref().map_or(records.len(), |header| header.end);
    let stray = records[..above].iter().find_map(|it| it.stray_quote(delimiter, 0));
    if let Some(header) = &header {
        records[header.end..].iter().try_for_each(|record| header.check_bounds(record))?;
    }
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
            outline: Outline { kind: SheetKind::Text, merges: Vec::new(), widths: Vec::new() },
        }),
    }
}
