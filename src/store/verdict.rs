//! What the rules said when a project entered or left, kept with the versions it was judged by.

use super::project::day_of;
use super::reader::Reader;
use super::writer::{Origin, Override, Writer};
use crate::error::Result;
use crate::model::Day;
use crate::model::brief::Exception;
use rusqlite::OptionalExtension;

/// What a verdict let a project do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// 入库
    Entry,
    /// 出库
    Exit,
}

impl Gate {
    const fn key(self) -> &'static str {
        match self {
            Gate::Entry => "entry",
            Gate::Exit => "exit",
        }
    }
}

/// A verdict on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    pub day: Day,
    /// The findings as they were given, JSON.
    pub findings: String,
    pub overridden: Option<Override>,
}

impl Reader<'_> {
    /// The latest verdict under which a project entered or left.
    pub fn verdict(&self, project: i64, gate: Gate) -> Result<Option<Judged>> {
        let mut find = self.connection.prepare_cached(
            "SELECT v.day, v.findings, v.override, v.approver FROM verdict AS v
              WHERE v.id IN (SELECT id FROM verdict_id WHERE project = ?1) AND v.kind = ?2
              ORDER BY v.id DESC LIMIT 1",
        )?;
        let verdict = find.query_row(rusqlite::params![project, gate.key()], |row| {
            let reason: Option<String> = row.get(2)?;
            let approver: Option<String> = row.get(3)?;
            Ok(Judged {
                day: day_of(row, 0)?.unwrap_or(Day::MIN),
                findings: row.get(1)?,
                overridden: reason
                    .zip(approver)
                    .map(|(reason, approver)| Override { reason, approver }),
            })
        });
        Ok(verdict.optional()?)
    }

    /// Entries made by override, among the projects in the scope.
    pub fn exceptions(&self) -> Result<Vec<Exception>> {
        let mut select = self.connection.prepare_cached(
            "SELECT i.id, i.code, p.name, v.day, v.override, v.approver
               FROM verdict AS v JOIN project_id AS i ON i.id = v.project
               JOIN project AS p ON p.id = v.project JOIN standing AS s ON s.id = p.id
              WHERE v.override IS NOT NULL AND v.kind = 'entry' AND v.day = s.entered AND s.gone = 0 ORDER BY i.id",
        )?;
        let rows = select.query_map([], |row| {
            Ok(Exception {
                project: row.get(0)?,
                code: row.get(1)?,
                name: row.get(2)?,
                day: day_of(row, 3)?.unwrap_or(Day::MIN),
                reason: row.get(4)?,
                approver: row.get(5)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Records a verdict; a readmission gets one of its own.
    pub fn put_verdict(
        &mut self,
        project: i64,
        gate: Gate,
        verdict: &Judged,
        from: Origin,
    ) -> Result<()> {
        self.connection
            .prepare_cached("INSERT INTO verdict_id (project) VALUES (?1)")?
            .execute([project])?;
        let id = self.connection.last_insert_rowid();
        let noun = noun!("verdict_v": "project", "kind", "day", "findings", "override", "approver");
        let overridden = verdict.overridden.as_ref();
        self.put(
            &noun,
            id,
            from,
            &[
                (":project", &project),
                (":kind", &gate.key()),
                (":day", &verdict.day.to_string()),
                (":findings", &verdict.findings),
                (":override", &overridden.map(|o| &o.reason)),
                (":approver", &overridden.map(|o| &o.approver)),
            ],
        )
    }
}
