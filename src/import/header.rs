//! The header: one to three rows with merges, and the field each column stands for.

use super::measure::Measure;
use super::sheet::Record;
use super::words::{Kind as Word, contains, field_of, fold, heading_form};
use super::{MappedColumn, SenderHeading};
use crate::error::{Kind, Place, Result};
use crate::model::field::{Field, Quantity};
use crate::model::filing::PaidInBasis;

/// Most rows a header has.
const DEEPEST: usize = 3;

/// A column with everything its heading says.
#[derive(Debug, Clone)]
pub struct Column {
    pub mapped: MappedColumn,
    pub measure: Option<Measure>,
}

/// The header found among the first rows.
#[derive(Debug, Clone)]
pub struct Header {
    /// Place of its first row, and of the first row after it.
    pub first: usize,
    pub end: usize,
    pub columns: Vec<Column>,
    /// Columns up to the last heading.
    pub width: usize,
    /// How the heading says that 到账 is written.
    pub paid_in: Option<PaidInBasis>,
}

impl Header {
    pub fn index_of(&self, field: Field) -> Option<usize> {
        let column = self.columns.iter().find(|column| column.mapped.field == Some(field));
        column.map(|column| column.mapped.index)
    }

    /// How many headings are understood.
    pub fn known(&self) -> usize {
        self.columns.iter().filter(|column| column.mapped.field.is_some()).count()
    }
}

/// Finds the header; `None` where no row names a project and something more.
///
/// # Errors
/// Two columns for one field.
pub fn find(rows: &[Record], taught: &[SenderHeading], district: Option<i64>) -> Result<Option<Header>> {
    let known = |row: &Record| row.filled().filter(|(_, cell)| is_known(cell, taught, district)).count();
    let Some(mut first) = rows.iter().position(|row| known(row) >= 2) else { return Ok(None) };
    let mut end = first + 1;
    while end < rows.len() && end - first < DEEPEST && is_continuation(&rows[end], known(&rows[end])) {
        end += 1;
    }
    // A row of groups alone may stand above.
    if first > 0 && end - first < DEEPEST && is_group_row(&rows[first - 1]) {
        first -= 1;
    }
    let columns = columns(&rows[first..end], taught, district, rows[first].line)?;
    let names = |field| columns.iter().any(|column| column.mapped.field == Some(field));
    if !names(Field::Name) && !names(Field::Code) {
        return Ok(None);
    }
    let width = columns.iter().map(|column| column.mapped.index + 1).max().unwrap_or(0);
    let paid_in = columns
        .iter()
        .find(|column| column.mapped.field == Some(Field::Money(Quantity::PaidIn)))
        .and_then(|column| contains(Word::PaidIn, &fold(&column.mapped.heading)))
        .and_then(PaidInBasis::from_key);
    Ok(Some(Header { first, end, columns, width, paid_in }))
}

fn is_continuation(row: &Record, known: usize) -> bool {
    let numeric = row.filled().any(|(_, cell)| cell.chars().all(|c| c.is_ascii_digit() || ".,-/".contains(c)));
    known >= 2 && !numeric
}

fn is_group_row(row: &Record) -> bool {
    let telling = |c: char| c.is_ascii_digit() || c == ':' || c == '\u{ff1a}';
    row.filled().count() >= 2 && !row.filled().any(|(_, cell)| cell.contains(telling))
}

/// The heading without its unit, and the unit.
fn split_unit(heading: &str) -> (String, Option<Measure>) {
    let open = ['(', '\u{ff08}', '[', '\u{3010}'];
    let close = [')', '\u{ff09}', ']', '\u{3011}'];
    let mut rest = heading;
    let mut name = String::new();
    let mut measure = None;
    while let Some(start) = rest.find(open) {
        let after = &rest[start..];
        let Some(end) = after.find(close) else { break };
        let inner = after[..end].trim_start_matches(open);
        let whole = end + after[end..].chars().next().map_or(0, char::len_utf8);
        let inner = inner.split([':', '\u{ff1a}']).next_back().unwrap_or(inner);
        match Measure::parse(inner) {
            Some(found) => {
                name.push_str(&rest[..start]);
                measure = Some(found);
            }
            None => name.push_str(&rest[..start + whole]),
        }
        rest = &rest[start + whole..];
    }
    name.push_str(rest);
    (name.split_whitespace().collect(), measure)
}

fn field(heading: &str, taught: &[SenderHeading], district: Option<i64>) -> Option<Field> {
    let form = heading_form(heading);
    let own = taught.iter().filter(|own| own.district.is_none() || own.district == district);
    let mut own: Vec<_> = own.filter(|own| heading_form(&own.heading) == form).collect();
    own.sort_by_key(|own| own.district.is_none());
    own.first().map(|own| own.field).or_else(|| field_of(&form))
}

fn is_known(cell: &str, taught: &[SenderHeading], district: Option<i64>) -> bool {
    field(&split_unit(cell).0, taught, district).is_some()
}

fn columns(
    rows: &[Record],
    taught: &[SenderHeading],
    district: Option<i64>,
    line: u64,
) -> Result<Vec<Column>> {
    let width = rows.iter().flat_map(|row| row.filled().map(|(index, _)| index + 1)).max();
    let paths = paths(rows, width.unwrap_or(0));
    let mut columns: Vec<Column> = Vec::new();
    for (index, path) in paths.into_iter().enumerate() {
        let Some(leaf) = path.last() else { continue };
        let (name, own) = split_unit(leaf);
        let measure = own.or_else(|| path.iter().rev().skip(1).find_map(|group| split_unit(group).1));
        let groups: Vec<String> = path[..path.len() - 1].iter().rev().map(|g| split_unit(g).0).collect();
        let taken = |field: Field, columns: &[Column]| {
            field != Field::Serial && columns.iter().any(|c| c.mapped.field == Some(field))
        };
        let alone = field(&name, taught, district);
        let mut found = alone.filter(|field| !taken(*field, &columns)).map(|field| (name.clone(), field));
        for group in &groups {
            if found.is_some() {
                break;
            }
            let by_path = field(&format!("{group}{name}"), taught, district);
            found = by_path
                .filter(|field| !taken(*field, &columns))
                .map(|field| (format!("{group}-{name}"), field));
        }
        if let (None, Some(field)) = (&found, alone) {
            let first = columns.iter().find(|column| column.mapped.field == Some(field));
            let first = first.map(|column| column.mapped.heading.clone()).unwrap_or_default();
            let place = Place { column: Some(leaf.clone()), ..Place::row(line) };
            return Err(Kind::ColumnTwice { field, first }.at(place).into());
        }
        let unit = measure.as_ref().and_then(Measure::unit);
        let (heading, field) = match found {
            Some((heading, field)) => (heading, Some(field)),
            None => (groups.first().map_or(name.clone(), |group| format!("{group}-{name}")), None),
        };
        let mapped = MappedColumn {
            index,
            heading,
            field,
            currency: unit.as_ref().map(|(_, currency)| currency.clone()),
            unit: unit.map(|(unit, _)| unit),
        };
        columns.push(Column { mapped, measure });
    }
    Ok(columns)
}

/// For each column its headings from the top down. An empty cell over a filled one belongs to
/// the group at its left; an empty cell under a filled one is merged with it.
fn paths(rows: &[Record], width: usize) -> Vec<Vec<String>> {
    let cell = |row: usize, column: usize| rows[row].cell(column).trim();
    let mut paths = vec![Vec::new(); width];
    for row in 0..rows.len() {
        let mut group = "";
        for (column, path) in paths.iter_mut().enumerate() {
            let below = (row + 1..rows.len()).any(|lower| !cell(lower, column).is_empty());
            let own = cell(row, column);
            if !own.is_empty() {
                group = if below { own } else { "" };
                path.push(own.to_owned());
            } else if below && !group.is_empty() {
                path.push(group.to_owned());
            }
        }
    }
    paths
}
