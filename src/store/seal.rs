//! The seal of a version row: a checksum over its content, so that one damaged cell is noticed.
//!
//! It is a sum over the cells, each with its column's name, so that the order of columns does not
//! matter; an empty cell adds nothing, so that a later schema can add columns. It guards against
//! damage, not against malice.

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Row, ToSql};
use twox_hash::XxHash3_64;

/// Columns that say when a row holds, not what it says.
const BOOKKEEPING: [&str; 6] = ["v", "id", "since", "until", "author", "seal"];

/// Whether a column is part of what a row says.
pub(super) fn is_content(column: &str) -> bool {
    !BOOKKEEPING.contains(&column)
}

/// The seal of values about to be written; names as bound (`:name`).
pub(super) fn of_bound(id: i64, columns: &[(&str, &dyn ToSql)]) -> rusqlite::Result<i64> {
    let outputs = columns.iter().map(|(name, value)| Ok((*name, value.to_sql()?)));
    let outputs: Vec<(&str, ToSqlOutput<'_>)> = outputs.collect::<rusqlite::Result<_>>()?;
    Ok(of_cells(
        id,
        outputs.iter().map(|(name, output)| {
            let value = match output {
                ToSqlOutput::Borrowed(value) => *value,
                ToSqlOutput::Owned(value) => ValueRef::from(value),
                _ => ValueRef::Null,
            };
            (name.trim_start_matches(':'), value)
        }),
    ))
}

/// The seal a row on file ought to have; `columns` are the names of its columns in order.
pub(super) fn of_row(id: i64, columns: &[String], row: &Row<'_>) -> rusqlite::Result<i64> {
    let cells = columns.iter().enumerate().map(|(place, name)| Ok((name, row.get_ref(place)?)));
    let cells: Vec<(&String, ValueRef<'_>)> = cells.collect::<rusqlite::Result<_>>()?;
    Ok(of_cells(id, cells.iter().map(|(name, value)| (name.as_str(), *value))))
}

/// The seal of cells.
pub(super) fn of_cells<'a>(id: i64, cells: impl Iterator<Item = (&'a str, ValueRef<'a>)>) -> i64 {
    let mut buffer = Vec::with_capacity(64);
    cells
        .filter(|(name, _)| is_content(name))
        .fold(0u64, |seal, (name, value)| seal.wrapping_add(cell(id, name, value, &mut buffer)))
        .cast_signed()
}

fn cell(id: i64, column: &str, value: ValueRef<'_>, buffer: &mut Vec<u8>) -> u64 {
    buffer.clear();
    buffer.extend_from_slice(column.as_bytes());
    match value {
        ValueRef::Null => return 0,
        ValueRef::Integer(number) => {
            buffer.push(0);
            buffer.extend_from_slice(&number.to_le_bytes());
        }
        ValueRef::Real(number) => {
            buffer.push(1);
            buffer.extend_from_slice(&number.to_le_bytes());
        }
        ValueRef::Text(bytes) => {
            buffer.push(2);
            buffer.extend_from_slice(bytes);
        }
        ValueRef::Blob(bytes) => {
            buffer.push(3);
            buffer.extend_from_slice(bytes);
        }
    }
    XxHash3_64::oneshot_with_seed(id.cast_unsigned(), buffer)
}
