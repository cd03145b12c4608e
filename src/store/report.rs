//! Monthly reports (月报): one project's state in a month.

use super::project::{month_of, standing_of};
use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::field::Quantity;
use crate::model::filing::Report;
use crate::model::money::Usd;
use crate::model::month::Month;
use rusqlite::{OptionalExtension, Row, named_params};
use std::collections::HashSet;

const fn report_id(project: i64, month: Month) -> i64 {
    project * 1_000_000 + month.number()
}

macro_rules! select_report {
    ($tail:literal) => {
        concat!(
            "SELECT project, month, filing, revision, stage, total, planned_fdi, registered_fdi, capital,
                    contract, paid_in, invested, progress, problem FROM report ",
            $tail
        )
    };
}

pub(super) fn report_of(row: &Row<'_>) -> rusqlite::Result<Report> {
    Ok(Report {
        project: row.get(0)?,
        month: month_of(row, 1)?,
        filing: row.get(2)?,
        revision: row.get(3)?,
        standing: standing_of(row, 4)?,
        progress: row.get(12)?,
        problem: row.get(13)?,
    })
}

impl Reader<'_> {
    /// A project's state of exactly this month.
    pub fn report(&self, project: i64, month: Month) -> Result<Option<Report>> {
        let mut find = self.connection.prepare_cached(select_report!("WHERE id = ?1"))?;
        Ok(find.query_row([report_id(project, month)], report_of).optional()?)
    }

    /// A project's state of the latest month up to `month`.
    pub fn report_until(&self, project: i64, month: Month) -> Result<Option<Report>> {
        let mut find = self.connection.prepare_cached(select_report!(
            "WHERE id BETWEEN :project * 1000000 AND :last ORDER BY id DESC LIMIT 1"
        ))?;
        let bound = named_params! {":project": project, ":last": report_id(project, month)};
        Ok(find.query_row(bound, report_of).optional()?)
    }

    /// Every month of a project, oldest first.
    pub fn reports_of(&self, project: i64) -> Result<Vec<Report>> {
        let mut select = self.connection.prepare_cached(select_report!(
            "WHERE id BETWEEN ?1 * 1000000 AND ?1 * 1000000 + 999999 ORDER BY id"
        ))?;
        let rows = select.query_map([project], report_of)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Ids of the projects in the library that their districts' reports of a month name.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn named_in(&self, month: Month) -> Result<HashSet<i64>> {
        let mut select = self.connection.prepare_cached(
            "SELECT p.id FROM project AS p
              WHERE p.left_day IS NULL
                AND EXISTS (SELECT 1 FROM report AS r WHERE r.id = p.id * 1000000 + ?1 AND r.filing IS NOT NULL)",
        )?;
        let rows = select.query_map([month.number()], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Projects of a district that are in the library in a month but have no reported row in it.
    pub fn unreported(&self, district: i64, month: Month) -> Result<Vec<(String, String)>> {
        let mut select = self.connection.prepare_cached(
            "SELECT i.code, p.name FROM project AS p JOIN project_id AS i ON i.id = p.id
              WHERE p.district = :district
                AND (p.entered_month <= :month AND (p.left_month IS NULL OR p.left_month > :month)
                     OR EXISTS (SELECT 1 FROM stay AS s WHERE s.id BETWEEN p.id * 100 AND p.id * 100 + 99
                                   AND s.entered_month <= :month AND s.left_month > :month))
                AND NOT EXISTS (SELECT 1 FROM report AS r
                                 WHERE r.id = p.id * 1000000 + :month AND r.filing IS NOT NULL)
              ORDER BY p.id",
        )?;
        let bound = named_params! {":district": district, ":month": month.number()};
        let rows = select.query_map(bound, |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Cumulative paid-in investment at the end of a month, as far as known.
    pub fn paid_in_until(&self, project: i64, month: Month) -> Result<Option<Usd>> {
        let report = self.report_until(project, month)?;
        Ok(report.and_then(|report| report.standing.amounts.get(Quantity::PaidIn)))
    }
}

impl Writer<'_> {
    pub fn put_report(&mut self, report: &Report, from: Origin) -> Result<()> {
        let noun = noun!("report_v": "project", "month", "filing", "revision", "stage", "total",
            "planned_fdi", "registered_fdi", "capital", "contract", "paid_in", "invested",
            "progress", "problem");
        let amount = |quantity| report.standing.amounts.get(quantity).map(|amount| amount.0);
        self.put(
            &noun,
            report_id(report.project, report.month),
            from,
            &[
                (":project", &report.project),
                (":month", &report.month.number()),
                (":filing", &report.filing),
                (":revision", &report.revision),
                (":stage", &report.standing.stage.key()),
                (":total", &amount(Quantity::Total)),
                (":planned_fdi", &amount(Quantity::PlannedFdi)),
                (":registered_fdi", &amount(Quantity::RegisteredFdi)),
                (":capital", &amount(Quantity::Capital)),
                (":contract", &amount(Quantity::Contract)),
                (":paid_in", &amount(Quantity::PaidIn)),
                (":invested", &amount(Quantity::Invested)),
                (":progress", &report.progress),
                (":problem", &report.problem),
            ],
        )
    }
}
