//! Bringing an older library up to date: one transaction, after which it cannot be told from a new
//! one.
//!
//! The present schema is laid beside the old tables and their rows are copied over by the names of
//! the columns, so that an upgraded file has the schema of a fresh one by construction. What a
//! version needs beyond that stands in [`settle`].

use super::library::{SCHEMA, VERSION};
use super::seal;
use super::writer::Writer;
use crate::error::Result;
use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::ValueRef;

/// Lays the present schema under the rows of an older one. Foreign keys are off and old names are
/// not followed; see [`Lenient`]. `false`: another program has just done it.
pub(super) fn relay(connection: &Connection) -> Result<bool> {
    let found: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found == VERSION {
        return Ok(false);
    }
    connection.create_scalar_function(
        "seal_of",
        -1,
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC,
        |arguments| {
            let id: i64 = arguments.get(0)?;
            let cells = (1..arguments.len()).step_by(2).map(|at| {
                let name: String = arguments.get(at)?;
                Ok((name, arguments.get_raw(at + 1)))
            });
            let cells: Vec<(String, ValueRef<'_>)> = cells.collect::<rusqlite::Result<_>>()?;
            Ok(seal::of_cells(id, cells.iter().map(|(name, value)| (name.as_str(), *value))))
        },
    )?;
    for (kind, name) in
        named(connection, "type IN ('view', 'trigger') OR (type = 'index' AND sql IS NOT NULL)")?
    {
        connection.execute_batch(&format!("DROP {kind} {name}"))?;
    }
    let tables = named(connection, "type = 'table' AND name NOT LIKE 'sqlite_%'")?;
    for (_, table) in &tables {
        connection.execute_batch(&format!("ALTER TABLE {table} RENAME TO old_{table}"))?;
    }
    connection.execute_batch(SCHEMA)?;
    for (_, table) in &tables {
        carry_over(connection, table)?;
        connection.execute_batch(&format!("DROP TABLE old_{table}"))?;
    }
    Ok(true)
}

/// What is not carried over by name, version by version.
pub(super) fn settle(writer: &mut Writer<'_>, from: u32) -> Result<()> {
    if from < 4 {
        writer.seed_missing_rules()?;
        writer.seed_missing_categories()?;
    }
    Ok(())
}

fn named(connection: &Connection, what: &str) -> Result<Vec<(String, String)>> {
    let select = format!("SELECT type, name FROM main.sqlite_schema WHERE {what} ORDER BY rowid");
    let mut select = connection.prepare(&select)?;
    let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Copies the rows of `old_table`; new columns take their default, seals are made anew.
fn carry_over(connection: &Connection, table: &str) -> Result<()> {
    let old = columns(connection, &format!("old_{table}"))?;
    let new = columns(connection, table)?;
    let value = |(name, default): &(String, Option<String>)| {
        if old.iter().any(|(known, _)| known == name) {
            name.clone()
        } else {
            default.clone().unwrap_or_else(|| "NULL".to_owned())
        }
    };
    let sealed: Vec<String> = new
        .iter()
        .filter(|(name, _)| seal::is_content(name))
        .map(|column| format!("'{}', {}", column.0, value(column)))
        .collect();
    let names: Vec<&str> = new.iter().map(|(name, _)| name.as_str()).collect();
    let values: Vec<String> = new
        .iter()
        .map(|column| match column.0.as_str() {
            "seal" => format!("seal_of(id, {})", sealed.join(", ")),
            _ => value(column),
        })
        .collect();
    connection.execute_batch(&format!(
        "INSERT INTO {table} ({}) SELECT {} FROM old_{table}",
        names.join(", "),
        values.join(", ")
    ))?;
    Ok(())
}

/// Name and default of each column.
fn columns(connection: &Connection, table: &str) -> Result<Vec<(String, Option<String>)>> {
    let mut select =
        connection.prepare("SELECT name, dflt_value FROM pragma_table_xinfo(?1) ORDER BY cid")?;
    let rows = select.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The settings under which tables may be exchanged; restored when dropped.
pub(super) struct Lenient<'a>(&'a Connection);

impl<'a> Lenient<'a> {
    pub fn new(connection: &'a Connection) -> Result<Lenient<'a>> {
        connection.pragma_update(None, "foreign_keys", false)?;
        connection.pragma_update(None, "legacy_alter_table", true)?;
        Ok(Lenient(connection))
    }
}

impl Drop for Lenient<'_> {
    fn drop(&mut self) {
        // A connection that refuses this is about to be closed anyway.
        let _ = self.0.pragma_update(None, "legacy_alter_table", false);
        let _ = self.0.pragma_update(None, "foreign_keys", true);
    }
}
