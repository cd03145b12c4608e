//! Files that were read (来源), with the account of their rows.

use super::writer::Writer;
use crate::error::Result;
use rusqlite::named_params;

/// A file and what became of its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub file: String,
    pub sha256: String,
    pub encoding: String,
    pub new: u64,
    pub changed: u64,
    pub unchanged: u64,
    pub to_screen: u64,
    pub rejected: u64,
    pub ignored: u64,
}

impl Writer<'_> {
    /// The number the next source will have; its account is known only when it is read through.
    pub fn next_source(&self) -> Result<i64> {
        let next = "SELECT coalesce(max(id), 0) + 1 FROM source";
        Ok(self.connection.query_row(next, [], |row| row.get(0))?)
    }

    pub fn put_source(&mut self, id: i64, source: &Source) -> Result<()> {
        let op = self.operation()?;
        self.connection
            .prepare_cached(
                "INSERT INTO source (id, op, file, sha256, encoding, new, changed, unchanged, to_screen, rejected, ignored)
                 VALUES (:id, :op, :file, :sha256, :encoding, :new, :changed, :unchanged, :to_screen, :rejected, :ignored)",
            )?
            .execute(named_params! {
                ":id": id,
                ":op": op,
                ":file": source.file,
                ":sha256": source.sha256,
                ":encoding": source.encoding,
                ":new": source.new as i64,
                ":changed": source.changed as i64,
                ":unchanged": source.unchanged as i64,
                ":to_screen": source.to_screen as i64,
                ":rejected": source.rejected as i64,
                ":ignored": source.ignored as i64,
            })?;
        Ok(())
    }
}
