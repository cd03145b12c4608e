//! The library file: created, opened, read in one transaction, written in one transaction.

use super::fault::name_path;
use super::reader::Reader;
use super::upgrade::{self, Lenient};
use super::writer::{Stamp, Writer};
use crate::error::{Fault, Kind, Result};
use crate::model::brief::Scope;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};
use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The whole database; what `init` executes.
pub const SCHEMA: &str = include_str!("../../schema.sql");

/// The schema this program reads and writes.
pub const VERSION: u32 = 5;

/// Marks a file as ours.
pub(super) const APPLICATION: i64 = 1_953_852_014;

/// What is held in memory of the file, in KiB: the pages a large import comes back to; those of a
/// small library are fewer.
const CACHE: i64 = 65_536;

/// How long a command waits for another one.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// One try for the lock; between tries the waiting is announced.
const TRY: Duration = Duration::from_millis(250);

/// An open library.
pub struct Library {
    pub(super) connection: Connection,
    path: PathBuf,
    writable: bool,
    /// The version of its schema.
    pub(super) version: u32,
}

impl Library {
    /// Creates a library file that does not exist yet. Its content comes with the first write, so
    /// a crash leaves nothing that looks like a library.
    ///
    /// # Errors
    /// [`Kind::LibraryExists`], [`Kind::DirectoryGiven`], [`Kind::NotPermitted`].
    pub fn create(path: &Path) -> Result<Library> {
        let shown = path.display().to_string();
        if path.is_dir() {
            return Err(Kind::DirectoryGiven { path: shown }.into());
        }
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            create_private_folder(folder).map_err(|_| not_permitted(folder))?;
        }
        let connection = Connection::open(path).map_err(|_| not_permitted(path))?;
        // An empty file, or one whose first write was cut off, holds no table yet.
        let tables = "SELECT count(*) FROM sqlite_schema";
        let held = connection.query_row(tables, [], |row| row.get::<_, i64>(0));
        if held != Ok(0) {
            return Err(Kind::LibraryExists { path: shown }.into());
        }
        make_private(path);
        Self::settle(connection, path, true)
    }

    /// Opens an existing library.
    ///
    /// # Errors
    /// A sentence for each thing that is not our library: [`Kind::NoLibrary`],
    /// [`Kind::DirectoryGiven`], [`Kind::NotADatabase`], [`Kind::OtherDatabase`],
    /// [`Kind::NewerLibrary`].
    pub fn open(path: &Path) -> Result<Library> {
        let shown = path.display().to_string();
        let data = match path.metadata() {
            Ok(data) if data.is_dir() => return Err(Kind::DirectoryGiven { path: shown }.into()),
            Ok(data) if data.len() == 0 => return Err(Kind::NoLibrary { path: shown }.into()),
            Ok(data) => data,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(Kind::NoLibrary { path: shown }.into());
            }
            Err(error) => {
                return Err(Kind::Unreadable { path: shown, detail: error.to_string() }.into());
            }
        };
        let writable = !data.permissions().readonly();
        let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
        // Read-write even for reading: a hot journal left by a crash must be rolled back.
        let wished = if writable {
            OpenFlags::SQLITE_OPEN_READ_WRITE
        } else {
            OpenFlags::SQLITE_OPEN_READ_ONLY
        };
        let connection = Connection::open_with_flags(path, flags | wished)
            .or_else(|_| {
                Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_READ_ONLY)
            })
            .map_err(|error| name_path(error.into(), &shown))?;
        let mut library = Self::settle(connection, path, writable)?;
        library.version = library.recognise().map_err(|fault| name_path(fault, &shown))?;
        Ok(library)
    }

    /// A library in memory, for tests below the binary.
    ///
    /// # Errors
    /// Only what SQLite itself reports.
    pub fn in_memory() -> Result<Library> {
        Self::settle(Connection::open_in_memory()?, Path::new(":memory:"), true)
    }

    fn settle(connection: Connection, path: &Path, writable: bool) -> Result<Library> {
        let settle = || -> rusqlite::Result<()> {
            connection.busy_timeout(PATIENCE)?;
            connection.pragma_update(None, "foreign_keys", true)?;
            connection.pragma_update(None, "synchronous", "FULL")?;
            connection.pragma_update(None, "temp_store", "MEMORY")?;
            connection.pragma_update(None, "cache_size", -CACHE)?;
            connection.set_prepared_statement_cache_capacity(64);
            // Plans do not depend on the values bound: a statement is prepared once, not each time.
            connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
            Ok(())
        };
        let shown = path.display().to_string();
        settle().map_err(|error| name_path(error.into(), &shown))?;
        Ok(Library { connection, path: path.to_owned(), writable, version: VERSION })
    }

    /// Is it ours, and of a version we know?
    fn recognise(&self) -> Result<u32> {
        let path = self.path.display().to_string();
        let started = Instant::now();
        let application: i64 = loop {
            let read = self.connection.pragma_query_value(None, "application_id", |row| row.get(0));
            match read {
                Err(error) if is_busy(&error) && started.elapsed() < PATIENCE => {}
                other => break other?,
            }
        };
        if application != APPLICATION {
            let pages: i64 =
                self.connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
            if pages == 0 {
                return Err(Kind::NoLibrary { path }.into());
            }
            return Err(Kind::OtherDatabase { path }.into());
        }
        let found: u32 =
            self.connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if found > VERSION {
            return Err(Kind::NewerLibrary { found, known: VERSION }.into());
        }
        Ok(found)
    }

    /// The version of its schema, where that is older than what this program reads.
    pub fn older(&self) -> Option<u32> {
        (self.version < VERSION).then_some(self.version)
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Brings an older library up to date, in one recorded operation.
    ///
    /// # Errors
    /// [`Kind::OlderReadOnly`], and as [`Library::write`].
    pub fn upgrade(&mut self, stamp: &Stamp, waiting: &mut dyn FnMut()) -> Result<()> {
        let path = self.path.display().to_string();
        if !self.writable {
            return Err(Kind::OlderReadOnly { path }.into());
        }
        let from = self.version;
        self.transact(Schema::ToBeRelaid, stamp, waiting, |writer| {
            upgrade::settle(writer, from)?;
            Ok(Outcome::Keep(()))
        })
        .map_err(|fault| name_path(fault, &path))?;
        self.version = VERSION;
        Ok(())
    }

    /// Reads in one transaction, of one moment; the transaction is over before anything prints.
    ///
    /// # Errors
    /// What `work` refuses, and what SQLite reports.
    pub fn read<T>(
        &mut self,
        scope: Scope,
        waiting: &mut dyn FnMut(),
        work: impl FnOnce(&Reader<'_>) -> Result<T>,
    ) -> Result<T> {
        let path = self.path.display().to_string();
        self.look(scope, waiting, work).map_err(|fault| name_path(fault, &path))
    }

    fn look<T>(
        &mut self,
        scope: Scope,
        waiting: &mut dyn FnMut(),
        work: impl FnOnce(&Reader<'_>) -> Result<T>,
    ) -> Result<T> {
        let started = Instant::now();
        self.connection.busy_timeout(TRY)?;
        // The lock is taken by the first read, not by BEGIN.
        let _moment = loop {
            let begun = self.connection.unchecked_transaction()?;
            match begun.query_row("SELECT count(*) FROM operation", [], |_| Ok(())) {
                Err(error) if is_busy(&error) && started.elapsed() < PATIENCE => waiting(),
                other => {
                    other?;
                    break begun;
                }
            }
        };
        self.connection.busy_timeout(PATIENCE)?;
        self.connection.pragma_update(None, "query_only", true)?;
        work(&Reader::open(&self.connection, scope)?)
    }

    /// Writes in one immediate transaction. Commits only when `work` says so and something was
    /// written; everything else rolls back.
    ///
    /// # Errors
    /// What `work` refuses, [`Kind::ReadOnly`], [`Kind::Busy`], [`Kind::ClockBack`].
    pub fn write<T>(
        &mut self,
        stamp: &Stamp,
        waiting: &mut dyn FnMut(),
        work: impl FnOnce(&mut Writer<'_>) -> Result<Outcome<T>>,
    ) -> Result<T> {
        let path = self.path.display().to_string();
        if !self.writable {
            return Err(Kind::ReadOnly { path }.into());
        }
        self.transact(Schema::Present, stamp, waiting, work)
            .map_err(|fault| name_path(fault, &path))
    }

    /// The first write of a new library: the schema and what `work` adds, or nothing.
    ///
    /// # Errors
    /// As [`Library::write`].
    pub fn found<T>(
        &mut self,
        stamp: &Stamp,
        work: impl FnOnce(&mut Writer<'_>) -> Result<Outcome<T>>,
    ) -> Result<T> {
        let path = self.path.display().to_string();
        self.transact(Schema::ToBeLaid, stamp, &mut || {}, work)
            .map_err(|fault| name_path(fault, &path))
    }

    fn transact<T>(
        &mut self,
        schema: Schema,
        stamp: &Stamp,
        waiting: &mut dyn FnMut(),
        work: impl FnOnce(&mut Writer<'_>) -> Result<Outcome<T>>,
    ) -> Result<T> {
        self.connection.pragma_update(None, "query_only", false)?;
        let started = Instant::now();
        let connection = &self.connection;
        let _lenient =
            (schema == Schema::ToBeRelaid).then(|| Lenient::new(connection)).transpose()?;
        connection.busy_timeout(TRY)?;
        let transaction = loop {
            match rusqlite::Transaction::new_unchecked(connection, TransactionBehavior::Immediate) {
                Ok(transaction) => break transaction,
                Err(error) if is_busy(&error) && started.elapsed() < PATIENCE => waiting(),
                Err(error) => return Err(error.into()),
            }
        };
        connection.busy_timeout(PATIENCE)?;
        let relaid = match schema {
            Schema::Present => false,
            Schema::ToBeLaid => {
                connection.execute_batch(SCHEMA)?;
                false
            }
            Schema::ToBeRelaid => upgrade::relay(connection)?,
        };
        let mut writer = Writer::new(connection, stamp)?;
        if relaid {
            // A new schema is a change even where no row had to be added.
            writer.operation()?;
        }
        match work(&mut writer)? {
            Outcome::Keep(value) => {
                if writer.finish()? {
                    transaction.commit()?;
                }
                Ok(value)
            }
            Outcome::RollBack(value) => Ok(value),
        }
    }
}

/// Whether what a write did is kept.
pub enum Outcome<T> {
    Keep(T),
    /// A dry run, or a plan that was refused: everything is undone.
    RollBack(T),
}

/// What a write finds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Schema {
    Present,
    ToBeLaid,
    /// An older schema gives way to the present one.
    ToBeRelaid,
}

pub(super) fn is_busy(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
}

fn not_permitted(path: &Path) -> Fault {
    Kind::NotPermitted { path: path.display().to_string() }.into()
}

#[cfg(unix)]
pub fn create_private_folder(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
pub fn create_private_folder(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)
}

/// The library holds what is not public: readable by its owner alone. Best effort, for file
/// systems without permissions.
fn make_private(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        if let Ok(file) = OpenOptions::new().read(true).open(path) {
            let _ = file.set_permissions(std::fs::Permissions::from_mode(0o600));
        }
    }
    #[cfg(not(unix))]
    let _ = OpenOptions::new().read(true).open(path);
}
