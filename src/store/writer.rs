//! Writing: one operation, recorded with everything it touches. The only way to change a fact.

use super::reader::Reader;
use super::seal;
use super::versioned::{Codes, Noun};
use crate::error::{Fault, Kind, Result};
use crate::model::Day;
use crate::model::brief::Scope;
use crate::model::command::CommandName;
use anyhow::anyhow;
use rusqlite::{Connection, OptionalExtension, ToSql, named_params, params_from_iter};
use std::collections::BTreeMap;
use std::ops::Deref;

/// Who does what, when and why: handed in, never looked up.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// The local day of the clock, or the day that was fixed for a rehearsal.
    pub today: Day,
    /// The day was fixed by `TUIJIN_TODAY`; it must not lie before the last record.
    pub fixed: bool,
    /// The machine's clock with its offset, for the log.
    pub clock: String,
    pub operator: String,
    pub command: CommandName,
    /// As typed.
    pub argv: Vec<String>,
    pub reason: Option<String>,
    pub overridden: Option<Override>,
    /// 更正: what is recorded sets a fact of the past right; it is no new development.
    pub correction: bool,
}

/// An override (例外): a reason and who approved it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Override {
    pub reason: String,
    pub approver: String,
}

/// Where a fact was read: the source and its row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Origin {
    pub source: Option<i64>,
    pub row: Option<i64>,
}

/// The writer of one operation. It reads too.
pub struct Writer<'a> {
    reader: Reader<'a>,
    stamp: &'a Stamp,
    /// Day of the record: never before the last one.
    day: Day,
    /// Set with the first thing written.
    operation: Option<i64>,
    /// The operation this one undoes (撤销) or does again (恢复).
    pub(super) winds_back: Option<i64>,
    pub(super) winds_forward: Option<i64>,
    /// Next number by prefix of a code, once asked.
    pub(super) next_code: BTreeMap<String, i64>,
    /// Table -> the first version written.
    pub(super) touched: BTreeMap<String, i64>,
}

impl<'a> Deref for Writer<'a> {
    type Target = Reader<'a>;

    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

impl<'a> Writer<'a> {
    /// # Errors
    /// [`Kind::ClockBack`] when a fixed day lies before the last record.
    pub(super) fn new(connection: &'a Connection, stamp: &'a Stamp) -> Result<Writer<'a>> {
        let last: Option<Day> = last_day(connection)?;
        let day = last.map_or(stamp.today, |last| last.max(stamp.today));
        if stamp.fixed && day > stamp.today {
            return Err(Kind::ClockBack { last: day, today: stamp.today }.into());
        }
        let reader = Reader::open(connection, Scope::new(None, day))?;
        Ok(Writer {
            reader,
            stamp,
            day,
            operation: None,
            winds_back: None,
            winds_forward: None,
            next_code: BTreeMap::new(),
            touched: BTreeMap::new(),
        })
    }

    /// The day this operation is recorded under.
    pub const fn day(&self) -> Day {
        self.day
    }

    pub const fn stamp(&self) -> &Stamp {
        self.stamp
    }

    /// The operation's number, recorded with the first thing it writes.
    pub(super) fn operation(&mut self) -> Result<i64> {
        if let Some(operation) = self.operation {
            return Ok(operation);
        }
        let overridden = self.stamp.overridden.as_ref();
        self.connection
            .prepare_cached(
                "INSERT INTO operation (day, clock, operator, command, argv, reason, override, approver,
                     correction, undoes, redoes, program)
                 VALUES (:day, :clock, :operator, :command, :argv, :reason, :override, :approver,
                     :correction, :undoes, :redoes, :program)",
            )?
            .execute(named_params! {
                ":day": self.day.to_string(),
                ":clock": self.stamp.clock,
                ":operator": self.stamp.operator,
                ":command": self.stamp.command.key(),
                ":argv": serde_json::Value::from(self.stamp.argv.clone()).to_string(),
                ":reason": self.stamp.reason,
                ":override": overridden.map(|o| &o.reason),
                ":approver": overridden.map(|o| &o.approver),
                ":correction": self.stamp.correction,
                ":undoes": self.winds_back,
                ":redoes": self.winds_forward,
                ":program": env!("CARGO_PKG_VERSION"),
            })?;
        let operation = self.connection.last_insert_rowid();
        self.operation = Some(operation);
        Ok(operation)
    }

    /// Writes a version of `id`. The current one ends, if an earlier operation wrote it; one that
    /// this operation wrote is replaced.
    pub(super) fn put(
        &mut self,
        noun: &Noun,
        id: i64,
        origin: Origin,
        columns: &[(&str, &dyn ToSql)],
    ) -> Result<()> {
        let op = self.operation()?;
        let connection = self.reader.connection;
        self.touch(noun.table)?;
        let mut content: Vec<(&str, &dyn ToSql)> = Vec::with_capacity(columns.len() + 2);
        content.extend_from_slice(columns);
        content.extend_from_slice(&[(":src", &origin.source), (":src_row", &origin.row)]);
        let seal = seal::of_bound(id, &content)?;
        // Bound by place, for names are looked up one by one; the places are those of the noun.
        let places = noun.columns.iter().copied().chain([":src", ":src_row"]);
        if !places.eq(content.iter().map(|(name, _)| *name)) {
            let names: Vec<&str> = content.iter().map(|(name, _)| *name).collect();
            return Err(Fault::Internal(anyhow!("{}: {names:?} out of place", noun.table)));
        }
        let values = content.iter().map(|(_, value)| *value);
        let mut find = connection.prepare_cached(noun.find)?;
        let current = find.query_row([id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let (version, since): (i64, i64) = current.unwrap_or((0, 0));
        if current.is_some() && since == op {
            let bound = values.chain([&seal as &dyn ToSql, &version]);
            connection.prepare_cached(noun.replace)?.execute(params_from_iter(bound))?;
            return Ok(());
        }
        if current.is_some() {
            connection.prepare_cached(noun.close)?.execute([version, op])?;
        }
        let bound = [&id as &dyn ToSql].into_iter().chain(values);
        let bound = bound.chain([&op as &dyn ToSql, &seal]);
        connection.prepare_cached(noun.insert)?.execute(params_from_iter(bound))?;
        Ok(())
    }

    /// Remembers where this operation begins to write in a table of versions.
    pub(super) fn touch(&mut self, table: &str) -> Result<()> {
        if !self.touched.contains_key(table) {
            let last = self.last_version(table)?;
            self.touched.insert(table.to_owned(), last + 1);
        }
        Ok(())
    }

    fn last_version(&self, table: &str) -> Result<i64> {
        let newest = format!("SELECT coalesce(max(v), 0) FROM {table}");
        Ok(self.reader.connection.query_row(&newest, [], |row| row.get(0))?)
    }

    /// Tries a part of the operation; when it is refused, everything since is undone and the
    /// operation goes on from before it.
    ///
    /// # Errors
    /// What `work` refuses.
    pub fn attempt<T>(&mut self, work: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        let connection = self.reader.connection;
        let before = (self.operation, self.next_code.clone(), self.touched.clone());
        connection.execute_batch("SAVEPOINT attempt")?;
        let done = work(self);
        if done.is_err() {
            (self.operation, self.next_code, self.touched) = before;
            // A full disk has already rolled the whole transaction back; what it said stands.
            if connection.is_autocommit() {
                return done;
            }
            connection.execute_batch("ROLLBACK TO attempt")?;
        }
        connection.execute_batch("RELEASE attempt")?;
        done
    }

    /// The identity of a code: found, or made. Codes are never reused.
    pub(super) fn identity(&mut self, codes: &Codes, code: &str) -> Result<i64> {
        let connection = self.reader.connection;
        let found = connection.prepare_cached(codes.find)?.query_row([code], |row| row.get(0));
        if let Some(id) = found.optional()? {
            return Ok(id);
        }
        connection.prepare_cached(codes.make)?.execute([code])?;
        Ok(connection.last_insert_rowid())
    }

    /// A new code `XM2020-0001`: two letters and the next number of the year, never used before.
    pub(super) fn new_code(
        &mut self,
        codes: &Codes,
        letters: &str,
        year: i32,
    ) -> Result<(i64, String)> {
        let prefix = format!("{letters}{year:04}-");
        let number = match self.next_code.get(&prefix) {
            Some(number) => *number,
            None => {
                let mut find = self.reader.connection.prepare_cached(codes.last)?;
                find.query_row([&prefix], |row| row.get::<_, i64>(0))? + 1
            }
        };
        let code = format!("{prefix}{number:04}");
        self.next_code.insert(prefix, number + 1);
        let id = self.identity(codes, &code)?;
        Ok((id, code))
    }

    /// Records what was touched. `false`: nothing was written, so there is nothing to commit.
    pub(super) fn finish(&mut self) -> Result<bool> {
        let Some(op) = self.operation else { return Ok(false) };
        let mut insert = self.reader.connection.prepare_cached(
            "INSERT INTO touch (op, tbl, first_v, last_v) VALUES (:op, :tbl, :first, :last)",
        )?;
        for (table, first) in &self.touched {
            let last = self.last_version(table)?;
            if last >= *first {
                insert.execute(
                    named_params! {":op": op, ":tbl": table, ":first": first, ":last": last},
                )?;
            }
        }
        Ok(true)
    }
}

/// Operations are numbered in order and their days never fall.
fn last_day(connection: &Connection) -> Result<Option<Day>> {
    let newest = "SELECT day FROM operation ORDER BY id DESC LIMIT 1";
    let text: Option<String> = connection.query_row(newest, [], |row| row.get(0)).optional()?;
    Ok(text.and_then(|text| text.parse().ok()))
}
