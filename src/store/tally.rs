//! Figures of appeals as SQL adds them up: another way than folding the narrow rows, for `check`.

use super::project::month_of;
use super::reader::Reader;
use crate::error::Result;
use crate::model::appeal::AppealOutcome;
use crate::model::month::Month;
use std::collections::BTreeMap;

impl Reader<'_> {
    /// By how many appeals 在办 grew in each month, by the states that appeals went through.
    pub fn growth_in_hand(&self) -> Result<BTreeMap<Month, i64>> {
        let mut select = self.connection.prepare(
            "WITH course AS (
               SELECT CAST(substr(day, 1, 4) || substr(day, 6, 2) AS INTEGER) AS month,
                      state NOT IN ('closed', 'withdrawn', 'terminated') AS is_open,
                      lag(state NOT IN ('closed', 'withdrawn', 'terminated')) OVER (PARTITION BY appeal ORDER BY id) AS was
                 FROM event WHERE state IS NOT NULL)
             SELECT month, sum(is_open - coalesce(was, 0)) FROM course GROUP BY month",
        )?;
        let rows = select.query_map([], |row| Ok((month_of(row, 0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The outcome of each project: the first in the order of precedence that any of its appeals
    /// has which was neither withdrawn nor terminated.
    pub fn outcomes_of_projects(&self) -> Result<BTreeMap<i64, AppealOutcome>> {
        let mut select = self.connection.prepare(
            "WITH latest AS (
               SELECT a.project,
                      (SELECT e.value FROM event AS e
                        WHERE e.id BETWEEN a.id * 1000 AND a.id * 1000 + 999 AND e.kind = 'outcome'
                        ORDER BY e.day DESC, e.id DESC LIMIT 1) AS outcome
                 FROM appeal AS a
                WHERE (SELECT e.state FROM event AS e
                        WHERE e.id BETWEEN a.id * 1000 AND a.id * 1000 + 999 AND e.state IS NOT NULL
                        ORDER BY e.id DESC LIMIT 1) NOT IN ('withdrawn', 'terminated'))
             SELECT project, CASE
                 WHEN sum(outcome = 'escalated') > 0 THEN 'escalated'
                 WHEN sum(outcome = 'pending' OR outcome IS NULL) > 0 THEN 'pending'
                 WHEN sum(outcome = 'refused') > 0 THEN 'refused'
                 WHEN sum(outcome = 'higher') > 0 THEN 'higher'
                 WHEN sum(outcome = 'plan') > 0 THEN 'plan'
                 WHEN sum(outcome = 'path') > 0 THEN 'path'
                 ELSE 'solved' END
               FROM latest GROUP BY project",
        )?;
        let rows = select.query_map([], |row| {
            let outcome: String = row.get(1)?;
            Ok((row.get(0)?, AppealOutcome::from_key(&outcome).unwrap_or(AppealOutcome::Pending)))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
