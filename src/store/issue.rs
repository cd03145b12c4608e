//! What was handed out: written once, never changed, never taken back.

use super::project::day_of;
use super::reader::Reader;
use super::writer::Writer;
use crate::error::Result;
use crate::model::Day;
use crate::model::check::Trouble;
use crate::model::digest::digest;
use crate::model::issue::{Issue, IssuedFile};
use rusqlite::{OptionalExtension, named_params};

impl Reader<'_> {
    /// The sets handed out of a subject, in the order they were; of the state looked at.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn issues(&self, subject: &str) -> Result<Vec<Issue>> {
        let mut select = self.connection.prepare_cached(
            "SELECT i.op, o.day, i.number, i.file, i.sha256, length(i.content)
               FROM issue AS i JOIN operation AS o ON o.id = i.op
              WHERE i.subject = ?1 AND i.op <= ?2 ORDER BY i.number, i.id",
        )?;
        let mut rows = select.query((subject, self.last))?;
        let mut issues: Vec<Issue> = Vec::new();
        while let Some(row) = rows.next()? {
            let number = row.get::<_, i64>(2)?.unsigned_abs();
            if issues.last().is_none_or(|last| last.number != number) {
                let (op, day) = (row.get(0)?, day_of(row, 1)?.unwrap_or(Day::MIN));
                issues.push(Issue { op, day, number, files: Vec::new() });
            }
            if let Some(last) = issues.last_mut() {
                let size = row.get::<_, i64>(5)?.unsigned_abs();
                last.files.push(IssuedFile { file: row.get(3)?, sha256: row.get(4)?, size });
            }
        }
        Ok(issues)
    }

    /// The bytes of a file that was handed out.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn issued(&self, subject: &str, number: u64, file: &str) -> Result<Option<Vec<u8>>> {
        let mut find = self.connection.prepare_cached(
            "SELECT content FROM issue
              WHERE subject = :subject AND number = :number AND file = :file AND op <= :last",
        )?;
        let bound = named_params! {
            ":subject": subject,
            ":number": i64::try_from(number).unwrap_or(i64::MAX),
            ":file": file,
            ":last": self.last,
        };
        Ok(find.query_row(bound, |row| row.get(0)).optional()?)
    }

    /// The bytes of every file handed out against the hash it was handed out with.
    pub(super) fn altered_issues(&self) -> Result<Vec<Trouble>> {
        let mut select = self
            .connection
            .prepare("SELECT subject, file, sha256, content FROM issue ORDER BY id")?;
        let mut rows = select.query([])?;
        let mut troubles = Vec::new();
        while let Some(row) = rows.next()? {
            let sha256: String = row.get(2)?;
            if digest(row.get_ref(3)?.as_bytes().unwrap_or_default()) != sha256 {
                troubles.push(Trouble::Issued { subject: row.get(0)?, file: row.get(1)? });
            }
        }
        Ok(troubles)
    }
}

impl Writer<'_> {
    /// Keeps the files handed out of a subject as its next set; returns the set.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn add_issue(&mut self, subject: &str, files: &[(String, Vec<u8>)]) -> Result<Issue> {
        let op = self.operation()?;
        let last = "SELECT coalesce(max(number), 0) FROM issue WHERE subject = ?1";
        let last: i64 = self.connection.query_row(last, [subject], |row| row.get(0))?;
        let mut kept = Vec::with_capacity(files.len());
        for (file, content) in files {
            let sha256 = digest(content);
            self.connection
                .prepare_cached(
                    "INSERT INTO issue (op, subject, number, file, sha256, content)
                     VALUES (:op, :subject, :number, :file, :sha256, :content)",
                )?
                .execute(named_params! {
                    ":op": op,
                    ":subject": subject,
                    ":number": last + 1,
                    ":file": file,
                    ":sha256": sha256,
                    ":content": content,
                })?;
            kept.push(IssuedFile { file: file.clone(), sha256, size: content.len() as u64 });
        }
        Ok(Issue { op, day: self.day(), number: (last + 1).unsigned_abs(), files: kept })
    }
}
