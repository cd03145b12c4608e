//! Lists (台账) of other things than projects: appeals, proposed exits, replies. One way from the
//! cells of a text file or a sheet to rows of named texts; what the texts mean is decided by who
//! asked for the list. `ledgers.csv` holds the headings districts and departments write.

use super::book::{self, Grid, UNCOMPUTED};
use super::decode::{self, Coding, Form};
use super::draft::is_broken;
use super::frame::{Outline, is_errors};
use super::header::{self, HIGHEST, SEARCHED, is_index_row};
use super::heading::Heading;
use super::locate::{encoding_of, likely_delimiters, uncovered};
use super::rowkind;
use super::sheet::{Record, Sheet};
use super::value::is_blank;
use super::words::heading_form;
use super::{Lexicon, Options, caption, facts};
use crate::error::{Kind, Place, Refusal, Result};
use crate::model::ledger::LedgerColumn;
use crate::model::month::Month;
use crate::model::name::clean;
use crate::model::receipt::{Frame, SheetKind};
use std::cmp::Reverse;
use std::collections::HashMap;
use std::path::Path;
use std::sync::LazyLock;

static HEADINGS: &str = include_str!("ledgers.csv");

/// Rows a list may have; no department answers more.
const MOST: usize = 20_000;

/// `(list, heading)` in the form headings are compared in, to the key of the column.
static COLUMNS: LazyLock<HashMap<(&str, String), &str>> = LazyLock::new(|| {
    let lines = HEADINGS.lines().skip(1).filter_map(|line| {
        let (ledger, rest) = line.split_once(',')?;
        let (heading, key) = rest.rsplit_once(',')?;
        Some(((ledger, heading_form(heading)), key))
    });
    lines.collect()
});

/// A column that is understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerHeading<C> {
    /// Place in the row, from 0.
    pub index: usize,
    pub heading: String,
    pub column: C,
    /// The unit its heading names, as written (`万美元`).
    pub unit: Option<String>,
}

/// A row that says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerRow<C> {
    /// Row of the sheet or line of the file, from 1.
    pub row: u64,
    /// The cells as they stand.
    pub raw: Vec<String>,
    /// Only cells that say something, cleaned; a bare amount carries the unit of its heading.
    pub cells: Vec<(C, String)>,
}

impl<C: LedgerColumn> LedgerRow<C> {
    /// What stands in a column.
    pub fn cell(&self, column: C) -> Option<&str> {
        self.cells.iter().find(|(known, _)| *known == column).map(|(_, text)| text.as_str())
    }
}

/// A list that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Ledger<C> {
    /// The name on the tab of its sheet.
    pub sheet: Option<String>,
    /// `UTF-8`, `GB18030`, … or the kind of workbook.
    pub encoding: &'static str,
    /// Last line of its header.
    pub header_row: u64,
    pub headings: Vec<LedgerHeading<C>>,
    /// Headings that are not understood, and not read.
    pub unknown: Vec<String>,
    /// Its layout, for the receipt.
    pub frame: Frame,
    /// The month and the district it is for, as far as anything says so.
    pub month: Option<Month>,
    pub district: Option<i64>,
    /// The rows above the header.
    captions: Vec<Record>,
    pub rows: Vec<LedgerRow<C>>,
    /// Rows passed over: totals, foot notes, the index row.
    pub ignored: u64,
}

impl<C: LedgerColumn> Ledger<C> {
    /// Settles what holds for the whole list: month and district, from every side that speaks.
    pub(super) fn settle(
        mut self,
        file: &str,
        options: &Options,
        lexicon: &Lexicon,
    ) -> Result<Ledger<C>> {
        let name = facts::speaker(self.sheet.as_deref(), file, lexicon);
        let settled = facts::month(&self.captions, file, options).and_then(|month| {
            Ok((month, facts::district(&self.captions, name, options, lexicon)?))
        });
        let sheet = self.sheet.as_deref();
        (self.month, self.district) = settled.map_err(|fault| fault.in_sheet(sheet))?;
        let of_sheet = sheet.is_some_and(|it| caption::district_in(it, lexicon).is_some());
        let named = caption::districts(&self.captions, lexicon);
        self.frame.says_district = of_sheet || !named.is_empty();
        self.frame.says_month = !caption::months(&self.captions).is_empty();
        Ok(self)
    }

    /// What stands above the header.
    pub fn captions(&self) -> impl Iterator<Item = &str> {
        self.captions.iter().flat_map(|record| record.cells.iter()).map(String::as_str)
    }

    /// What is wrong with a cell of a row that a formula left without its value.
    pub fn broken(&self, row: &LedgerRow<C>) -> Option<Refusal> {
        let wrong = row.cells.iter().find_map(|(column, text)| match text.as_str() {
            _ if column.is_serial() => None,
            UNCOMPUTED => Some((*column, Kind::EmptyFormula)),
            text => is_broken(text).then_some((*column, Kind::BrokenFormula)),
        });
        wrong.map(|(column, kind)| kind.at(self.place(row, column)))
    }

    /// The place of a cell, for a refusal.
    pub fn place(&self, row: &LedgerRow<C>, column: C) -> Place {
        let heading = self.headings.iter().find(|it| it.column == column);
        Place {
            file: None,
            sheet: self.sheet.clone(),
            row: Some(row.row),
            column: heading.map(|it| it.heading.clone()),
            value: row.cell(column).map(str::to_owned),
        }
    }
}

/// Reads the lists of one kind in a file, whatever the file is; never none.
///
/// # Errors
/// [`Kind::NoList`] where no sheet has the header of such a list; what makes a file unreadable.
pub fn open<C: LedgerColumn>(
    path: &Path,
    name: &str,
    options: &Options,
    lexicon: &Lexicon,
) -> Result<Vec<Ledger<C>>> {
    let lists = open_lists::<C>(path, options).map_err(|fault| fault.in_file(name))?;
    let settled = lists.into_iter().map(|list| list.settle(name, options, lexicon));
    settled.map(|list| list.map_err(|fault| fault.in_file(name))).collect()
}

fn open_lists<C: LedgerColumn>(path: &Path, options: &Options) -> Result<Vec<Ledger<C>>> {
    let mut found = Vec::new();
    match decode::form(path, options.encoding.as_deref())? {
        Form::Text(codings) => found.extend(in_text(path, &codings)?),
        Form::Book(kind) => {
            for mut grid in book::open(path, kind)? {
                let Some(header) = header_of::<C>(&grid.records) else { continue };
                if uncovered(&mut grid, &header.shown(), options)? {
                    let list = of_grid(&mut grid)?;
                    found.extend(list.map(|list| Ledger { encoding: encoding_of(kind), ..list }));
                }
            }
        }
    }
    if found.is_empty() { Err(Kind::NoList { list: C::LIST }.into()) } else { Ok(found) }
}

/// Tries encodings and delimiters, the likeliest first, until the header is found.
pub(super) fn in_text<C: LedgerColumn>(
    path: &Path,
    codings: &[Coding],
) -> Result<Option<Ledger<C>>> {
    for coding in codings.iter().copied() {
        for delimiter in likely_delimiters(path, coding)? {
            let mut sheet = Sheet::new(path, decode::text(path, coding)?.0, delimiter);
            let mut records = Vec::new();
            while let Some(record) = sheet.advance()? {
                record.bounds().map_err(|(kind, _)| kind.at(Place::row(record.line)))?;
                records.push(record);
                if records.len() == SEARCHED + HIGHEST && header_of::<C>(&records).is_none() {
                    break;
                }
                if records.len() > MOST {
                    let limit = MOST as u64;
                    return Err(Kind::ListTooLong { limit }.at(Place::row(sheet.line())).into());
                }
            }
            let outline = Outline { kind: SheetKind::Text, merges: Vec::new(), widths: Vec::new() };
            must_fit::<C>(&records, delimiter)?;
            if let Some(ledger) = of_records(None, records, outline) {
                return Ok(Some(Ledger { encoding: coding.name(), ..ledger }));
            }
        }
    }
    Ok(None)
}

/// Every row of a text file fits its header, and no quote has swallowed the rows below it.
fn must_fit<C: LedgerColumn>(records: &[Record], delimiter: u8) -> Result<()> {
    let Some(header) = header_of::<C>(records) else { return Ok(()) };
    let heads = &records[header.first..header.end];
    let width = heads.iter().map(Record::filled).max().unwrap_or(0);
    let room = heads.iter().map(|record| record.cells.len()).max().unwrap_or(0);
    for record in &records[header.end..] {
        if let Some(line) = record.stray_quote(delimiter, width) {
            return Err(Kind::StrayQuote.at(Place::row(line)).into());
        }
        if row_of(record, &header).is_some()
            && let Some(found) = record.misfit(width, room)
        {
            let kind = Kind::RaggedRow { expected: width as u64, found: found as u64 };
            return Err(kind.at(Place::row(record.line)).into());
        }
    }
    Ok(())
}

/// The list on a sheet, if it is one of this kind.
pub fn of_grid<C: LedgerColumn>(grid: &mut Grid) -> Result<Option<Ledger<C>>> {
    let Some(header) = header_of::<C>(&grid.records) else { return Ok(None) };
    let below = grid.records[header.end - 1].line + 1;
    grid.mark_uncomputed(below, |column| {
        header.columns.iter().any(|it| it.index == column && !it.column.is_serial())
    });
    grid.fill_down(below, |column| header.columns.iter().any(|it| it.index == column))?;
    Ok(of_records(grid.name.clone(), grid.records.clone(), grid.outline()))
}

fn of_records<C: LedgerColumn>(
    sheet: Option<String>,
    records: Vec<Record>,
    outline: Outline,
) -> Option<Ledger<C>> {
    let header = header_of::<C>(&records)?;
    let captions = records[..header.first].to_vec();
    let header_row = records[header.end - 1].line;
    let (mut rows, mut ignored) = (Vec::new(), 0);
    for record in &records[header.end..] {
        match row_of(record, &header) {
            Some(row) => rows.push(row),
            None => ignored += 1,
        }
    }
    let frame = outline.frame(sheet.clone(), &records[..header.end], header.first);
    let Found { columns: headings, mut unknown, .. } = header;
    unknown.retain(|heading| !is_errors(heading));
    Some(Ledger {
        sheet,
        encoding: "",
        header_row,
        headings,
        unknown,
        frame,
        month: None,
        district: None,
        captions,
        rows,
        ignored,
    })
}

/// A row that says something beside its number; totals, foot notes and the index row do not.
fn row_of<C: LedgerColumn>(record: &Record, header: &Found<C>) -> Option<LedgerRow<C>> {
    let cleaned: Vec<String> = record.cells.iter().map(|cell| clean(cell)).collect();
    let filled: Vec<&String> = cleaned.iter().filter(|cell| !cell.is_empty()).collect();
    let first = filled.first()?;
    let aside = rowkind::is_foot(first, filled.len() == 1)
        || rowkind::total(first).is_some()
        || is_index_row(&cleaned);
    let cells = header.columns.iter().filter_map(|heading| {
        let text = cleaned.get(heading.index)?;
        (!is_blank(text)).then(|| (heading.column, with_unit(text, heading.unit.as_deref())))
    });
    let cells: Vec<(C, String)> = cells.collect();
    let says = cells.iter().any(|(column, _)| !column.is_serial());
    (says && !aside).then(|| LedgerRow { row: record.line, raw: record.cells.clone(), cells })
}

/// A bare number under a heading with a unit is an amount in that unit; `10k USD` must not run into
/// the digits before it.
fn with_unit(text: &str, unit: Option<&str>) -> String {
    let bare = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '\u{ff0c}'));
    match unit {
        Some(unit) if bare && unit.starts_with(|first: char| first.is_ascii()) => {
            format!("{text} {unit}")
        }
        Some(unit) if bare => format!("{text}{unit}"),
        _ => text.to_owned(),
    }
}

/// A header that was found among the first rows.
pub struct Found<C> {
    pub first: usize,
    pub end: usize,
    pub columns: Vec<LedgerHeading<C>>,
    unknown: Vec<String>,
}

impl<C> Found<C> {
    /// The headings by their place.
    pub fn shown(&self) -> Vec<(usize, String)> {
        self.columns.iter().map(|it| (it.index, it.heading.clone())).collect()
    }
}

/// The rows that name the most columns of such a list, enough of its own among them.
pub fn header_of<C: LedgerColumn>(records: &[Record]) -> Option<Found<C>> {
    let first = 0..records.len().min(SEARCHED);
    let spans = first.flat_map(|first| {
        let ends = first + 1..=(first + HIGHEST).min(records.len());
        ends.map(move |end| (first, end))
    });
    let found = spans.map(|(first, end)| compose::<C>(records, first, end));
    let own = |found: &Found<C>| found.columns.iter().filter(|it| it.column.is_telling()).count();
    let usable = found.filter(|found| own(found) >= C::ENOUGH);
    // A title above that names no column is no part of the header.
    usable
        .max_by_key(|found| (found.columns.len(), Reverse((found.end - found.first, found.first))))
}

fn compose<C: LedgerColumn>(records: &[Record], first: usize, end: usize) -> Found<C> {
    let mut columns: Vec<LedgerHeading<C>> = Vec::new();
    let mut unknown = Vec::new();
    for (index, parts) in header::stacks(&records[first..end]).iter().enumerate() {
        let Some(leaf) = parts.last() else { continue };
        let named = column_of::<C>(leaf).or_else(|| column_of(&parts.concat()));
        match named {
            Some(column) if columns.iter().all(|it| it.column != column) => {
                let unit = Heading::of(leaf).measure.and_then(|_| in_brackets(leaf));
                columns.push(LedgerHeading { index, heading: leaf.clone(), column, unit });
            }
            _ => unknown.push(leaf.clone()),
        }
    }
    Found { first, end, columns, unknown }
}

fn column_of<C: LedgerColumn>(heading: &str) -> Option<C> {
    let form = Heading::of(heading).form;
    C::from_key(COLUMNS.get(&(C::LIST.key(), form))?)
}

/// `万美元` of `涉及金额（万美元）`.
fn in_brackets(heading: &str) -> Option<String> {
    let from = heading.rfind(['(', '\u{ff08}'])?;
    let inner = heading[from..].trim_matches(['(', ')', '\u{ff08}', '\u{ff09}']);
    Some(inner.to_owned())
}

#[cfg(test)]
#[path = "ledger_tests.rs"]
mod tests;
