//! Which noun refers to which, read from the schema's foreign keys.

use super::wind::NOW;
use crate::error::Result;
use rusqlite::{Connection, OptionalExtension};

/// A column of a table of versions that names another noun.
pub(super) struct Reference {
    pub table: String,
    pub column: String,
    /// The table of versions it names.
    pub target: String,
}

/// Every reference between nouns that have versions.
pub(super) fn references(connection: &Connection) -> Result<Vec<Reference>> {
    let mut select = connection.prepare(
        "SELECT t.name, k.\"from\", replace(k.\"table\", '_id', '_v')
           FROM main.sqlite_schema AS t JOIN pragma_foreign_key_list(t.name) AS k
          WHERE t.type = 'table' AND t.name LIKE '%\\_v' ESCAPE '\\' AND k.\"table\" LIKE '%\\_id' ESCAPE '\\'
            AND k.\"from\" <> 'id'
          ORDER BY t.name, k.\"from\"",
    )?;
    let rows = select.query_map([], |row| {
        Ok(Reference { table: row.get(0)?, column: row.get(1)?, target: row.get(2)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl Reference {
    /// The operation behind a row that holds but names something that does not, where the
    /// operation `by` made it so.
    pub fn broken_by(&self, connection: &Connection, by: i64) -> Result<Option<i64>> {
        let Reference { table, column, target } = self;
        // Either the row was written now, or what it names was closed now.
        let find = format!(
            "SELECT coalesce(r.author, r.since) FROM {table} AS r
              WHERE r.until = {NOW} AND r.{column} IS NOT NULL
                AND (r.since = ?1 OR r.{column} IN (SELECT id FROM {target} WHERE until = ?1))
                AND NOT EXISTS (SELECT 1 FROM {target} AS t WHERE t.id = r.{column} AND t.until = {NOW})
              LIMIT 1"
        );
        Ok(connection.query_row(&find, [by], |row| row.get(0)).optional()?)
    }

    /// How many rows that hold name something that does not.
    pub fn broken(&self, connection: &Connection) -> Result<i64> {
        let Reference { table, column, target } = self;
        let count = format!(
            "SELECT count(*) FROM {table} AS r WHERE r.until = {NOW} AND r.{column} IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM {target} AS t WHERE t.id = r.{column} AND t.until = {NOW})"
        );
        Ok(connection.query_row(&count, [], |row| row.get(0))?)
    }
}
