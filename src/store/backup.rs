//! Copies of the library (备份) that can be trusted, and putting one back (恢复).

use super::library::{Library, PATIENCE};
use crate::error::{Kind, Result};
use crate::model::Day;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::{Duration, Instant};

/// How closely a copy is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Care {
    /// For the daily copy: structure, references, rows counted.
    Quick,
    /// For a copy asked for: every index against its table as well.
    Full,
}

/// How often a copy is tried while another program writes.
const TRIES: usize = 5;

impl Library {
    /// Writes a verified copy: to a temporary file beside it, opened again and checked, then
    /// renamed. An existing file of that name is replaced.
    ///
    /// # Errors
    /// [`Kind::BackupFailed`], [`Kind::Unsound`].
    pub fn back_up(&self, to: &Path, care: Care) -> Result<()> {
        let failed = |detail: String| Kind::BackupFailed { path: to.display().to_string(), detail };
        let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        // Readable by its owner alone from the first byte on.
        let copy = tempfile::NamedTempFile::new_in(folder).map_err(|e| failed(e.to_string()))?;
        let started = Instant::now();
        for _ in 0..TRIES {
            copy.as_file().set_len(0).map_err(|e| failed(e.to_string()))?;
            let target = copy.path().display().to_string();
            match self.connection.execute("VACUUM INTO ?1", [&target]) {
                Ok(_) => {}
                Err(error) if super::library::is_busy(&error) && started.elapsed() < PATIENCE => {
                    continue;
                }
                Err(error) => return Err(failed(error.to_string()).into()),
            }
            if self.agrees_with(copy.path(), care)? {
                copy.as_file().sync_all().map_err(|e| failed(e.to_string()))?;
                copy.persist(to).map_err(|e| failed(e.error.to_string()))?;
                return Ok(());
            }
        }
        Err(failed(String::new()).into())
    }

    /// Whether a copy is sound and holds what this library holds; `false`: another program wrote
    /// in between.
    fn agrees_with(&self, copy: &Path, care: Care) -> Result<bool> {
        let opened = Connection::open_with_flags(copy, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        must_be_sound(&opened, copy, care)?;
        let newest = "SELECT coalesce(max(id), 0) FROM operation";
        let theirs: i64 = opened.query_row(newest, [], |row| row.get(0))?;
        let counted = counts(&self.connection)?;
        let ours: i64 = self.connection.query_row(newest, [], |row| row.get(0))?;
        if theirs != ours {
            return Ok(false);
        }
        if counted != counts(&opened)? {
            let path = copy.display().to_string();
            return Err(Kind::Unsound { path, detail: "rows".to_owned() }.into());
        }
        Ok(true)
    }

    /// Puts a copy in the place of everything this library holds, in one step of SQLite's own
    /// backup, so that a journal left lying about cannot undo it.
    ///
    /// # Errors
    /// What SQLite reports; nothing is changed then.
    pub fn replace_by(&mut self, copy: &Library, waiting: &mut dyn FnMut()) -> Result<()> {
        let started = Instant::now();
        let backup = Backup::new(&copy.connection, &mut self.connection)?;
        loop {
            match backup.step(-1)? {
                StepResult::Done => break,
                _ if started.elapsed() < PATIENCE => {
                    waiting();
                    std::thread::sleep(Duration::from_millis(250));
                }
                _ => return Err(Kind::Busy { seconds: PATIENCE.as_secs() }.into()),
            }
        }
        drop(backup);
        self.version = copy.version;
        Ok(())
    }

    /// Refuses a library that is damaged.
    ///
    /// # Errors
    /// [`Kind::Unsound`].
    pub fn must_be_sound(&self, care: Care) -> Result<()> {
        must_be_sound(&self.connection, self.path(), care)
    }

    /// The number and day of the last operation.
    ///
    /// # Errors
    /// What SQLite reports.
    pub fn last_operation(&self) -> Result<Option<(i64, Day)>> {
        let newest = "SELECT id, day FROM operation ORDER BY id DESC LIMIT 1";
        let mut select = self.connection.prepare(newest)?;
        let mut rows = select.query([])?;
        match rows.next()? {
            None => Ok(None),
            Some(row) => {
                let (op, day): (i64, String) = (row.get(0)?, row.get(1)?);
                Ok(day.parse().ok().map(|day| (op, day)))
            }
        }
    }
}

fn must_be_sound(connection: &Connection, path: &Path, care: Care) -> Result<()> {
    let unsound = |detail: String| Kind::Unsound { path: path.display().to_string(), detail };
    let pragma = match care {
        Care::Quick => "quick_check",
        Care::Full => "integrity_check",
    };
    let said: String = connection
        .pragma_query_value(None, pragma, |row| row.get(0))
        .map_err(|error| unsound(error.to_string()))?;
    if said != "ok" {
        return Err(unsound(said).into());
    }
    let mut select = connection.prepare("PRAGMA foreign_key_check")?;
    let broken = select.query([])?.next()?.map(|row| row.get::<_, String>(0)).transpose()?;
    match broken {
        Some(table) => Err(unsound(table).into()),
        None => Ok(()),
    }
}

/// Rows of each table.
fn counts(connection: &Connection) -> Result<Vec<(String, i64)>> {
    let mut select = connection.prepare(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )?;
    let names = select.query_map([], |row| row.get::<_, String>(0))?;
    let names: Vec<String> = names.collect::<rusqlite::Result<_>>()?;
    let mut counts = Vec::with_capacity(names.len());
    for name in names {
        let count = format!("SELECT count(*) FROM {name}");
        let count = connection.query_row(&count, [], |row| row.get(0))?;
        counts.push((name, count));
    }
    Ok(counts)
}
