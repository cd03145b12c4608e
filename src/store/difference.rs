//! What operations after a frozen state wrote about: the ids of projects, and the facts that came
//! or went. What an undo took back was written before, so its ranges count too.

use super::project::day_of;
use super::reader::Reader;
use crate::error::Result;
use crate::model::Day;
use crate::model::finding::RuleName;
use rusqlite::named_params;
use std::collections::BTreeMap;

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

/// The operation to name for the last version `x` of a fact: what ended it, else what it says it
/// from, unless that was before the span; then what put it back.
macro_rules! told_by {
    () => {
        "CASE WHEN x.until <= :to THEN x.until WHEN x.author > :from THEN x.author ELSE x.since END"
    };
}

/// Keys of the facts of a table whose last version began or ended within the span, each with the
/// operation to name for it.
macro_rules! rewritten {
    ($table:literal, $key:literal) => {
        concat!(
            "SELECT ",
            $key,
            ", ",
            told_by!(),
            " FROM ",
            $table,
            " AS x
              WHERE x.v IN (SELECT max(v) FROM ",
            $table,
            " WHERE since <= :to GROUP BY id)
                AND (x.since > :from OR x.until BETWEEN :from + 1 AND :to)"
        )
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
                 (SELECT ",
            told_by!(),
            " FROM ",
            $table,
            " AS x
                   WHERE x.id = e.id AND x.since <= :to ORDER BY x.since DESC LIMIT 1) AS op
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

    /// The standards, by name and effective day, that operations after `from` wrote or took back,
    /// each with the operation to name for it.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn rules_rewritten(&self, from: i64) -> Result<BTreeMap<(RuleName, Day), i64>> {
        let mut select =
            self.connection.prepare_cached(rewritten!("rule_v", "x.effective, x.name"))?;
        let rows = select.query_map(named_params! {":from": from, ":to": self.last}, |row| {
            let name: String = row.get(1)?;
            Ok((RuleName::from_key(&name).zip(day_of(row, 0)?), row.get(2)?))
        })?;
        keyed_by(rows)
    }

    /// The same of days of the calendar.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn holidays_rewritten(&self, from: i64) -> Result<BTreeMap<Day, i64>> {
        let mut select = self.connection.prepare_cached(rewritten!("holiday_v", "x.day"))?;
        let rows = select.query_map(named_params! {":from": from, ":to": self.last}, |row| {
            Ok((day_of(row, 0)?, row.get(1)?))
        })?;
        keyed_by(rows)
    }

    /// The same of tasks, by id.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn tasks_rewritten(&self, from: i64) -> Result<BTreeMap<i64, i64>> {
        let mut select = self.connection.prepare_cached(rewritten!("task_v", "x.id"))?;
        let rows = select.query_map(named_params! {":from": from, ":to": self.last}, |row| {
            Ok((Some(row.get(0)?), row.get(1)?))
        })?;
        keyed_by(rows)
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

/// Facts by their key; what bears a key that this version does not know is left out.
fn keyed_by<K: Ord>(
    rows: impl Iterator<Item = rusqlite::Result<(Option<K>, i64)>>,
) -> Result<BTreeMap<K, i64>> {
    let rows: Vec<(Option<K>, i64)> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(rows.into_iter().filter_map(|(key, op)| Some((key?, op))).collect())
}
