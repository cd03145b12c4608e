//! Frozen editions of meetings: written once, never changed, never taken back.

use super::project::day_of;
use super::reader::Reader;
use super::writer::Writer;
use crate::error::Result;
use crate::model::Day;
use crate::model::check::Trouble;
use crate::model::digest::digest;
use crate::model::meeting::{Edition, Side};
use rusqlite::{OptionalExtension, named_params};

impl Reader<'_> {
    /// The editions of a meeting, in the order they were frozen.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn editions(&self, meeting: i64) -> Result<Vec<Edition>> {
        let mut select = self.connection.prepare_cached(
            "SELECT e.op, e.side, e.number, e.day, e.program, e.sha256,
                    NOT EXISTS (
                      SELECT 1 FROM meeting_v AS c
                       WHERE c.id = e.meeting AND c.state = 'cancelled' AND c.author > e.op AND c.since <= ?2
                         AND (SELECT undoes IS NOT NULL FROM operation
                               WHERE (undoes = c.author OR redoes = c.author) AND id <= ?2
                               ORDER BY id DESC LIMIT 1) IS NOT 1)
               FROM edition AS e WHERE e.meeting = ?1 AND e.op <= ?2 ORDER BY e.id",
        )?;
        let rows = select.query_map([meeting, self.last], |row| {
            let side: String = row.get(1)?;
            Ok(Edition {
                op: row.get(0)?,
                side: Side::from_key(&side).unwrap_or(Side::Before),
                number: row.get::<_, i64>(2)?.unsigned_abs(),
                day: day_of(row, 3)?.unwrap_or(Day::MIN),
                program: row.get(4)?,
                sha256: row.get(5)?,
                stands: row.get(6)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The bytes of an edition.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn document(&self, meeting: i64, side: Side, number: u64) -> Result<Option<String>> {
        let mut find = self.connection.prepare_cached(
            "SELECT document FROM edition
              WHERE meeting = :meeting AND side = :side AND number = :number AND op <= :last",
        )?;
        let bound = named_params! {
            ":meeting": meeting,
            ":side": side.key(),
            ":number": i64::try_from(number).unwrap_or(i64::MAX),
            ":last": self.last,
        };
        Ok(find.query_row(bound, |row| row.get(0)).optional()?)
    }

    /// The bytes of every frozen edition against the hash they were frozen with.
    pub(super) fn altered_editions(&self) -> Result<Vec<Trouble>> {
        let mut select = self.connection.prepare(
            "SELECT i.code, e.side, e.number, e.sha256, e.document
               FROM edition AS e JOIN meeting_id AS i ON i.id = e.meeting ORDER BY e.id",
        )?;
        let mut rows = select.query([])?;
        let mut troubles = Vec::new();
        while let Some(row) = rows.next()? {
            let (side, sha256, document): (String, String, String) =
                (row.get(1)?, row.get(3)?, row.get(4)?);
            if digest(document.as_bytes()) != sha256 {
                troubles.push(Trouble::Edition {
                    code: row.get(0)?,
                    side: Side::from_key(&side).unwrap_or(Side::Before),
                    number: row.get::<_, i64>(2)?.unsigned_abs(),
                });
            }
        }
        Ok(troubles)
    }
}

impl Writer<'_> {
    /// Freezes a document as the next edition of a side; returns what is kept of it.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn add_edition(
        &mut self,
        meeting: i64,
        side: Side,
        number: u64,
        document: &str,
    ) -> Result<Edition> {
        let edition = Edition {
            op: self.operation()?,
            side,
            number,
            day: self.day(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            sha256: digest(document.as_bytes()),
            stands: true,
        };
        self.connection
            .prepare_cached(
                "INSERT INTO edition (op, meeting, side, number, day, program, sha256, document)
                 VALUES (:op, :meeting, :side, :number, :day, :program, :sha256, :document)",
            )?
            .execute(named_params! {
                ":op": edition.op,
                ":meeting": meeting,
                ":side": side.key(),
                ":number": i64::try_from(number).unwrap_or(i64::MAX),
                ":day": edition.day.to_string(),
                ":program": edition.program,
                ":sha256": edition.sha256,
                ":document": document,
            })?;
        Ok(edition)
    }
}
