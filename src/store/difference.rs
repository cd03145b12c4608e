//! What operations after a frozen state wrote about: the ids of projects, and the facts that came
//! or went. What an undo took back was written before, so its ranges count too.

use super::project::day_of;
use super::reader::Reader;
use crate::error::Result;
use crate::model::Day;
use rusqlite::named_params;

/// A fact with a day of its own that holds on one side of a span of operations alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turned {
    /// Id of what it belongs to: an appeal or a task; of a filing its own, which tells district and
    /// month.
    pub owner: i64,
    /// 发生日; of a filing the day it was received.
    pub day: Day,
    /// Key of its kind.
    pub kind: String,
    /// Whether it holds at the end of the span, rather than at its beginning.
    pub holds: bool,
    /// The operation that put it there or took it away.
    pub op: i64,
}

/// The versions written by the operations of the span and by those that they undid or did again.
macro_rules! ranges {
    () => {
        "WITH written(id) AS (
           SELECT id FROM operation WHERE id > :from AND id <= :to
           UNION SELECT coalesce(undoes, redoes) FROM operation
                  WHERE id > :from AND id <= :to AND coalesce(undoes, redoes) IS NOT NULL),
         range AS (SELECT t.tbl, t.first_v, t.last_v FROM touch AS t JOIN written AS w ON w.id = t.op) "
    };
}

/// Facts of a table that hold on one side of the span alone.
macro_rules! turned {
    ($table:literal, $owner:literal, $day:literal, $kind:literal) => {
        concat!(
            ranges!(),
            "SELECT owner, day, kind, after, op FROM (
               SELECT DISTINCT e.id, e.",
            $owner,
            " AS owner, e.",
            $day,
            " AS day, ",
            $kind,
            " AS kind,
                 EXISTS (SELECT 1 FROM ",
            $table,
            " AS a WHERE a.id = e.id AND a.since <= :from AND a.until > :from) AS before,
                 EXISTS (SELECT 1 FROM ",
            $table,
            " AS b WHERE b.id = e.id AND b.since <= :to AND b.until > :to) AS after,
                 (SELECT max(CASE WHEN x.until <= :to THEN x.until ELSE x.since END) FROM ",
            $table,
            " AS x
                   WHERE x.id = e.id AND x.since <= :to) AS op
                FROM range JOIN ",
            $table,
            " AS e ON range.tbl = '",
            $table,
            "' AND e.v BETWEEN first_v AND last_v)
              WHERE before <> after GROUP BY id ORDER BY op, id"
        )
    };
}

impl Reader<'_> {
    /// The projects that operations after `from` wrote about, by id.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn projects_written(&self, from: i64) -> Result<Vec<i64>> {
        let mut select = self.connection.prepare_cached(concat!(
            ranges!(),
            "SELECT p.id FROM range JOIN project_v AS p ON tbl = 'project_v' AND p.v BETWEEN first_v AND last_v
             UNION SELECT r.project FROM range JOIN report_v AS r ON tbl = 'report_v' AND r.v BETWEEN first_v AND last_v
             UNION SELECT m.project FROM range JOIN milestone_v AS m ON tbl = 'milestone_v' AND m.v BETWEEN first_v AND last_v
             UNION SELECT w.project FROM range JOIN work_v AS w ON tbl = 'work_v' AND w.v BETWEEN first_v AND last_v
             ORDER BY 1"
        ))?;
        let bound = named_params! {":from": from, ":to": self.last};
        let rows = select.query_map(bound, |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Events of appeals that came or went after `from`.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn events_turned(&self, from: i64) -> Result<Vec<Turned>> {
        self.turned(turned!("event_v", "appeal", "day", "e.kind"), from)
    }

    /// Tasks that came or went after `from`.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn tasks_turned(&self, from: i64) -> Result<Vec<Turned>> {
        self.turned(turned!("task_v", "id", "day", "e.source"), from)
    }

    /// Steps of tasks that came or went after `from`.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn steps_turned(&self, from: i64) -> Result<Vec<Turned>> {
        self.turned(turned!("step_v", "task", "day", "e.kind"), from)
    }

    /// Districts' reports that came or went after `from`.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn filings_turned(&self, from: i64) -> Result<Vec<Turned>> {
        self.turned(turned!("filing_v", "id", "received", "''"), from)
    }

    /// Every undo and redo after `from`, with the operation it wound, oldest first.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn winds_after(&self, from: i64) -> Result<Vec<(i64, i64)>> {
        let mut select = self.connection.prepare_cached(
            "SELECT id, coalesce(undoes, redoes) FROM operation
              WHERE id > ?1 AND id <= ?2 AND coalesce(undoes, redoes) IS NOT NULL ORDER BY id",
        )?;
        let rows = select.query_map([from, self.last], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The operation that changed a standard last.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn last_rule_change(&self) -> Result<Option<i64>> {
        let find = "SELECT max(since) FROM rule_v WHERE since <= ?1";
        Ok(self.connection.query_row(find, [self.last], |row| row.get(0))?)
    }

    fn turned(&self, select: &str, from: i64) -> Result<Vec<Turned>> {
        let mut select = self.connection.prepare_cached(select)?;
        let rows = select.query_map(named_params! {":from": from, ":to": self.last}, |row| {
            Ok(Turned {
                owner: row.get(0)?,
                day: day_of(row, 1)?.unwrap_or(Day::MIN),
                kind: row.get(2)?,
                holds: row.get(3)?,
                op: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
