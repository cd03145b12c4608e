//! Every version a project ever had, for its history.

use super::project::project_of;
use super::reader::Reader;
use super::report::report_of;
use crate::error::Result;
use crate::model::date::Dated;
use crate::model::filing::Report;
use crate::model::project::{Project, Work};
use crate::model::stage::Stage;
use crate::model::work::WorkItem;
use rusqlite::{OptionalExtension, Row};

/// One version of something, with the operations between which it held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version<T> {
    /// Id of what it is a version of.
    pub id: i64,
    /// The operation that put it there.
    pub since: i64,
    /// The operation that ended it; `None` while it holds.
    pub until: Option<i64>,
    /// The file and row it was read from.
    pub source: Option<i64>,
    pub row: Option<i64>,
    pub content: T,
}

/// A stage and the date it was reached; none where it was taken back.
pub type StageDate = (Stage, Option<Dated>);

/// Reads the bookkeeping of a version in five columns from `at`.
fn version_of<T>(row: &Row<'_>, at: usize, last: i64, content: T) -> rusqlite::Result<Version<T>> {
    let until: i64 = row.get(at + 2)?;
    Ok(Version {
        id: row.get(at)?,
        since: row.get(at + 1)?,
        until: (until <= last).then_some(until),
        source: row.get(at + 3)?,
        row: row.get(at + 4)?,
        content,
    })
}

impl Reader<'_> {
    /// The id behind a code, whether or not its project holds.
    pub fn project_id(&self, code: &str) -> Result<Option<i64>> {
        let find = "SELECT id FROM project_id WHERE code = ?1";
        Ok(self.connection.query_row(find, [code], |row| row.get(0)).optional()?)
    }

    /// The register's versions of a project, oldest first.
    pub fn project_versions(&self, project: i64) -> Result<Vec<Version<Project>>> {
        let mut select = self.connection.prepare_cached(select_project!(
            "project_v",
            "WHERE p.id = ?1 AND p.since <= ?2 ORDER BY p.since"
        ))?;
        let rows = select.query_map([project, self.last], |row| {
            version_of(row, 30, self.last, project_of(row)?)
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The versions of a project's monthly reports, by month, oldest first.
    pub fn report_versions(&self, project: i64) -> Result<Vec<Version<Report>>> {
        let mut select = self.connection.prepare_cached(
            "SELECT project, month, filing, revision, stage, total, planned_fdi, registered_fdi, capital,
                    contract, paid_in, invested, progress, problem, id, since, until, src, src_row
               FROM report_v WHERE id BETWEEN ?1 * 1000000 AND ?1 * 1000000 + 999999 AND since <= ?2
              ORDER BY id, since",
        )?;
        let rows = select.query_map([project, self.last], |row| {
            version_of(row, 14, self.last, report_of(row)?)
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The versions of a project's stage dates.
    pub fn milestone_versions(&self, project: i64) -> Result<Vec<Version<StageDate>>> {
        let mut select = self.connection.prepare_cached(
            "SELECT stage, reached, id, since, until, src, src_row
               FROM milestone_v WHERE id BETWEEN ?1 * 100 AND ?1 * 100 + 99 AND since <= ?2
              ORDER BY id, since",
        )?;
        let rows = select.query_map([project, self.last], |row| {
            let stage: String = row.get(0)?;
            let reached: Option<String> = row.get(1)?;
            let content = (
                Stage::from_key(&stage).unwrap_or(Stage::Negotiating),
                reached.as_deref().and_then(Dated::from_iso),
            );
            version_of(row, 2, self.last, content)
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The versions of a project's work items.
    pub fn work_versions(&self, project: i64) -> Result<Vec<Version<Work>>> {
        let mut select = self.connection.prepare_cached(
            "SELECT item, planned, actual, id, since, until, src, src_row
               FROM work_v WHERE id BETWEEN ?1 * 100 AND ?1 * 100 + 99 AND since <= ?2
              ORDER BY id, since",
        )?;
        let rows = select.query_map([project, self.last], |row| {
            let item: String = row.get(0)?;
            let date = |text: Option<String>| text.as_deref().and_then(Dated::from_iso);
            let content = Work {
                item: WorkItem::from_key(&item).unwrap_or(WorkItem::ALL[0]),
                planned: date(row.get(1)?),
                actual: date(row.get(2)?),
            };
            version_of(row, 3, self.last, content)
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The name of a file that was read.
    pub fn source_file(&self, source: i64) -> Result<Option<String>> {
        let mut find = self.connection.prepare_cached("SELECT file FROM source WHERE id = ?1")?;
        Ok(find.query_row([source], |row| row.get(0)).optional()?)
    }
}
