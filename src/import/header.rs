//! The header (表头): found among the first rows, one to three rows high, with merged cells.

use super::SenderHeading;
use super::heading::{Heading, is_previous, paid_in};
use super::measure::Measure;
use super::sheet::Record;
use super::words::{self, Kind as Word};
use crate::error::{Kind, Place, Result};
use crate::model::field::{Field, Quantity};
use crate::model::filing::PaidInBasis;
use crate::model::name::clean;
use std::cmp::Reverse;
use std::collections::HashMap;

/// Rows among which the header is sought.
pub const SEARCHED: usize = 30;
/// Rows a header can have.
pub const HIGHEST: usize = 3;

/// A column with a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub index: usize,
    pub heading: String,
    pub field: Option<Field>,
    pub measure: Option<Measure>,
    /// How a paid-in column is counted, as far as its headings say.
    pub basis: Option<PaidInBasis>,
    /// A figure of the month before, printed for comparison (上月…): it is never read.
    pub previous: bool,
}

/// Where the header stands, and its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Its rows among the records searched, first and one past the last.
    pub first: usize,
    pub end: usize,
    pub columns: Vec<Column>,
    /// Cells up to the last heading.
    pub width: usize,
    /// Cells up to the end of the widest header row, empty ones included.
    pub room: usize,
}

/// Headings of senders by their form.
pub struct Senders(HashMap<String, Field>);

impl Senders {
    /// Those that hold for `district`; before it is known, all of them.
    pub fn new(headings: &[SenderHeading], district: Option<i64>) -> Senders {
        let holds = |it: &&SenderHeading| {
            district.is_none() || it.district.is_none() || it.district == district
        };
        let mut chosen: Vec<&SenderHeading> = headings.iter().filter(holds).collect();
        chosen.sort_by_key(|it| it.district.is_some());
        Senders(chosen.iter().map(|it| (Heading::of(&it.heading).form, it.field)).collect())
    }

    fn field(&self, form: &str) -> Option<Field> {
        self.0.get(form).copied().or_else(|| words::field_of(form))
    }
}

/// Finds the header: the rows that name the most fields, a name or code among them.
pub fn find(records: &[Record], senders: &Senders) -> Option<Header> {
    let mut best: Option<((usize, Reverse<usize>), Header)> = None;
    for first in 0..records.len().min(SEARCHED) {
        for end in first + 1..=(first + HIGHEST).min(records.len()) {
            let header = compose(records, first, end, senders);
            // A title above that names no field is no part of the header.
            let merit = (header.known(), Reverse(end - first));
            if header.is_usable() && best.as_ref().is_none_or(|(most, _)| merit > *most) {
                best = Some((merit, header));
            }
        }
    }
    let ((fields, _), mut header) = best?;
    // Rows that name no field of their own still belong to the header: groups above that carry a
    // unit, units below.
    while header.end - header.first < HIGHEST {
        let units_below = records.get(header.end).is_some_and(only_units);
        let groups_above = header.first > 0 && is_group_row(&records[header.first - 1]);
        let (first, end) = match (units_below, groups_above) {
            (true, _) => (header.first, header.end + 1),
            (_, true) => (header.first - 1, header.end),
            _ => break,
        };
        let wider = compose(records, first, end, senders);
        if wider.known() < fields {
            break;
        }
        header = wider;
    }
    Some(header)
}

fn only_units(record: &Record) -> bool {
    let cells = record.cells.iter().map(|cell| clean(cell)).filter(|cell| !cell.is_empty());
    cells.map(|cell| Heading::of(&cell)).all(|it| it.form.is_empty() && it.measure.is_some())
}

/// Several short texts, none of which is a caption such as `单位：万美元`.
fn is_group_row(record: &Record) -> bool {
    let cells: Vec<String> =
        record.cells.iter().map(|cell| clean(cell)).filter(|cell| !cell.is_empty()).collect();
    cells.len() > 1 && cells.iter().all(|cell| !cell.contains([':', '\u{ff1a}']))
}

/// Reads the rows from `first` up to `end` as a header.
pub fn compose(records: &[Record], first: usize, end: usize, senders: &Senders) -> Header {
    let stacks = stacks(&records[first..end]);
    let room = stacks.len();
    let mut columns = Vec::new();
    for (index, parts) in stacks.iter().enumerate() {
        let leaf = parts.last().cloned().unwrap_or_default();
        let repeated = stacks.iter().filter(|other| other.last() == Some(&leaf)).count() > 1;
        if let Some(column) = column(index, parts, repeated, senders) {
            columns.push(column);
        }
    }
    let width = columns.last().map_or(0, |column| column.index + 1);
    Header { first, end, columns, width, room }
}

/// The headings over each column of some header rows, from the top.
pub fn stacks(records: &[Record]) -> Vec<Vec<String>> {
    let cleaned = |record: &Record| record.cells.iter().map(|cell| clean(cell)).collect();
    let rows: Vec<Vec<String>> = records.iter().map(cleaned).collect();
    let room = rows.iter().map(Vec::len).max().unwrap_or(0);
    (0..room).map(|index| stack(&rows, index)).collect()
}

/// The headings over a column, from the top; a group reaches to the right over empty cells.
fn stack(rows: &[Vec<String>], index: usize) -> Vec<String> {
    let cell = |row: usize, index: usize| rows[row].get(index).map_or("", String::as_str);
    let mut parts: Vec<String> = Vec::new();
    for row in 0..rows.len() {
        let below = |index: usize| (row + 1..rows.len()).any(|r| !cell(r, index).is_empty());
        let mut text = cell(row, index);
        if text.is_empty() && below(index) {
            let left = (0..index).rev().find(|at| !cell(row, *at).is_empty());
            // A group ends where a group above it ends, and only what has something below is one.
            let same_group = |from: usize| {
                (0..row).all(|above| (from + 1..=index).all(|at| cell(above, at).is_empty()))
            };
            text = left.filter(|at| below(*at) && same_group(*at)).map_or("", |at| cell(row, at));
        }
        if !text.is_empty() && parts.last().is_none_or(|last| last != text) {
            parts.push(text.to_owned());
        }
    }
    parts
}

fn column(index: usize, parts: &[String], repeated: bool, senders: &Senders) -> Option<Column> {
    let headings: Vec<(Heading, &String)> =
        parts.iter().map(|part| (Heading::of(part), part)).collect();
    let measure = headings.iter().rev().find_map(|(heading, _)| heading.measure.clone());
    let named: Vec<&(Heading, &String)> =
        headings.iter().filter(|(heading, _)| !heading.form.is_empty()).collect();
    let (leaf, leaf_text) = named.last()?;
    let previous = named.iter().any(|(_, text)| is_previous(text));
    let from = |start: usize| named[start..].iter().map(|(it, _)| it.form.as_str()).collect();
    let joined: Vec<String> = (0..named.len().saturating_sub(1)).map(from).collect();
    let whole = joined.iter().find_map(|form| senders.field(form));
    let field = whole.or_else(|| senders.field(&leaf.form)).filter(|_| !previous);
    let by_group =
        named.len() > 1 && !previous && (repeated || senders.field(&leaf.form).is_none());
    let heading = if by_group {
        format!("{}-{leaf_text}", named[named.len() - 2].1)
    } else {
        (*leaf_text).clone()
    };
    let says = |(_, text): &&&(Heading, &String)| paid_in(text);
    let basis = (field == Some(Field::Money(Quantity::PaidIn)))
        .then(|| named.iter().rev().find_map(|it| says(&it)))
        .flatten();
    Some(Column { index, heading, field, measure, basis, previous })
}

impl Header {
    /// The headings that are read, by their place.
    pub fn shown(&self) -> Vec<(usize, String)> {
        let read = self.columns.iter().filter(|column| column.field.is_some());
        read.map(|column| (column.index, column.heading.clone())).collect()
    }

    /// Whether last month's figures stand beside for comparison: a form on which the projects are
    /// already printed.
    pub fn is_preprinted(&self) -> bool {
        self.columns.iter().any(|column| column.previous)
    }

    /// Columns that are understood.
    pub fn known(&self) -> usize {
        self.columns.iter().filter(|column| column.field.is_some()).count()
    }

    /// Whether it says which project a row speaks of, and something about it.
    pub fn is_usable(&self) -> bool {
        let identifies = |it: &Column| matches!(it.field, Some(Field::Name | Field::Code));
        self.known() >= 2 && self.columns.iter().any(identifies)
    }

    /// Refuses two columns of one field. Of paid-in columns counted differently the widest count
    /// is kept: a form may show 本月, 本年 and 历年 side by side.
    pub fn without_twins(mut self, line: u64) -> Result<Header> {
        let paid = Some(Field::Money(Quantity::PaidIn));
        let mut bases: Vec<_> =
            self.columns.iter().filter(|it| it.field == paid).map(|it| it.basis).collect();
        bases.sort();
        let distinct = bases.windows(2).all(|pair| pair[0] != pair[1]);
        if distinct && bases.first().is_some_and(Option::is_some) {
            let widest = bases.last().copied().flatten();
            for column in self.columns.iter_mut().filter(|it| it.field == paid) {
                column.field = column.field.filter(|_| column.basis == widest);
            }
        }
        let mut seen: HashMap<Field, &str> = HashMap::new();
        for column in &self.columns {
            let Some(field) = column.field.filter(|field| *field != Field::Serial) else {
                continue;
            };
            if let Some(first) = seen.insert(field, &column.heading) {
                let place = Place {
                    row: Some(line),
                    column: Some(column.heading.clone()),
                    ..Place::default()
                };
                return Err(Kind::ColumnTwice { field, first: first.to_owned() }.at(place).into());
            }
        }
        Ok(self)
    }

    /// Refuses what no sheet of a district is: too many columns, too long a cell.
    pub fn check_bounds(&self, record: &Record) -> Result<()> {
        record.bounds().map_err(|(kind, at)| {
            let heading = self.columns.iter().find(|column| Some(column.index) == at);
            let place = Place {
                column: heading.map(|column| column.heading.clone()),
                value: at.and_then(|at| record.cells.get(at).cloned()),
                ..Place::row(record.line)
            };
            kind.at(place).into()
        })
    }

    pub fn column(&self, field: Field) -> Option<&Column> {
        self.columns.iter().find(|column| column.field == Some(field))
    }
}

/// Whether a record is the index row under a header: `甲 乙 1 2 3`.
pub fn is_index_row<S: AsRef<str>>(cells: &[S]) -> bool {
    let filled = cells.iter().map(AsRef::as_ref).filter(|cell| !cell.is_empty());
    let filled: Vec<&str> = filled.collect();
    let letters = filled.iter().take_while(|cell| words::key_of(Word::Index, cell).is_some());
    let letters = letters.count();
    let numbers: Option<Vec<u64>> =
        filled[letters..].iter().map(|cell| cell.trim_matches(['(', ')']).parse().ok()).collect();
    let counts_up = |numbers: &[u64]| numbers.windows(2).all(|pair| pair[1] == pair[0] + 1);
    filled.len() > 2
        && numbers.is_some_and(|it| counts_up(&it) && it.first().is_none_or(|n| *n < 9))
}
