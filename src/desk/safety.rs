//! Copies of the library: the daily one made by itself, those asked for, and putting one back.

use super::check::check;
use crate::error::{Fault, Kind, Place, Result};
use crate::model::Day;
use crate::model::brief::Scope;
use crate::model::check::Trouble;
use crate::model::note::Note;
use crate::store::backup::Care;
use crate::store::{Library, Stamp};
use std::path::{Path, PathBuf};

/// How many copies made by themselves are kept, of each kind.
const KEPT: usize = 10;

/// Above this size no copy is made unless it is asked for.
const LARGE: u64 = 500 * 1024 * 1024;

/// What a copy was made before; part of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Occasion {
    /// The first write of a day.
    Daily,
    Upgrade,
    Restore,
    /// It was asked for.
    Asked,
}

impl Occasion {
    const fn key(self) -> &'static str {
        match self {
            Occasion::Daily => "daily",
            Occasion::Upgrade => "before-upgrade",
            Occasion::Restore => "before-restore",
            Occasion::Asked => "backup",
        }
    }
}

/// The folder of the copies: beside the library, named after it.
pub fn folder(library: &Path) -> PathBuf {
    let mut name = library.file_name().unwrap_or_default().to_owned();
    name.push(".backups");
    library.with_file_name(name)
}

/// `2020-03-10-op12-daily.db`: the day and the last operation on record, so that names sort by age.
fn named(library: &Library, today: Day, occasion: Occasion) -> Result<PathBuf> {
    let op = library.last_operation()?.map_or(0, |(op, _)| op);
    let name = format!("{today}-op{op:06}-{}.db", occasion.key());
    Ok(folder(library.path()).join(name))
}

/// Before a write: the copy of the day, and what should be said once a day. A copy that cannot be
/// made stops nobody.
///
/// # Errors
/// Only what the store reports.
pub fn before_write(library: &Library, today: Day, risky: bool) -> Result<Vec<Note>> {
    let mut notes = Vec::new();
    let Some((_, last)) = library.last_operation()? else { return Ok(notes) };
    if last > today {
        notes.push(Note::ClockBehind { clock: today, last });
    }
    if last >= today {
        return Ok(notes);
    }
    if risky {
        notes.push(Note::RiskyFolder { path: library.path().display().to_string() });
    }
    let size = library.path().metadata().map_or(0, |data| data.len());
    if size > LARGE {
        notes.push(Note::BackupLeftOut { megabytes: size / 1024 / 1024 });
        return Ok(notes);
    }
    let path = named(library, today, Occasion::Daily)?;
    if !path.exists()
        && let Err(fault) = keep(library, &path, Care::Quick)
    {
        notes.push(Note::BackupNotMade { detail: detail(fault)? });
    }
    prune(&folder(library.path()), Occasion::Daily);
    Ok(notes)
}

/// Brings an older library up to date, after a verified copy.
///
/// # Errors
/// The copy cannot be made, or as [`Library::upgrade`].
pub fn upgrade(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
) -> Result<Option<Note>> {
    let Some(from) = library.older() else { return Ok(None) };
    let path = named(library, stamp.today, Occasion::Upgrade)?;
    keep(library, &path, Care::Quick)?;
    library.upgrade(stamp, waiting)?;
    prune(&folder(library.path()), Occasion::Upgrade);
    let to = crate::store::library::VERSION;
    Ok(Some(Note::Upgraded { from, to, backup: path.display().to_string() }))
}

/// A verified copy, to a file or into the folder of copies; returns where.
///
/// # Errors
/// [`Kind::OutputExists`], [`Kind::BackupFailed`], [`Kind::Unsound`].
pub fn back_up(library: &Library, today: Day, to: Option<&Path>) -> Result<PathBuf> {
    let path = match to {
        Some(path) if path.exists() => {
            return Err(Kind::OutputExists { path: path.display().to_string() }.into());
        }
        Some(path) => path.to_owned(),
        None => named(library, today, Occasion::Asked)?,
    };
    keep(library, &path, Care::Full)?;
    Ok(path)
}

/// Puts a copy in the place of the library at `path`, after keeping what is there. The copy is
/// looked through first; nothing is touched unless it is sound.
///
/// # Errors
/// What is wrong with the copy, [`Kind::Unsound`], [`Kind::BackupFailed`],
/// [`Kind::RestoreOfItself`].
pub fn restore(
    path: &Path,
    copy: &Path,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
) -> Result<Option<PathBuf>> {
    if let (Ok(ours), Ok(theirs)) = (path.canonicalize(), copy.canonicalize())
        && ours == theirs
    {
        return Err(Kind::RestoreOfItself { path: copy.display().to_string() }.into());
    }
    let copy = trusted(copy, stamp, waiting)?;
    let (mut library, kept) = match Library::open(path) {
        Ok(library) => {
            match keep_present(&library, stamp.today) {
                Ok(kept) => (library, Some(kept)),
                // A library that is damaged itself is set aside whole; a copy that cannot be made
                // of a sound one stops the restore.
                Err(fault) => match library.must_be_sound(Care::Quick) {
                    Ok(()) => return Err(fault),
                    Err(_) => {
                        drop(library);
                        let aside = set_aside(path, stamp.today)?;
                        return put_in_place(path, &copy, waiting, aside);
                    }
                },
            }
        }
        Err(fault) => match damaged(&fault) {
            Damage::Absent => (Library::create(path)?, None),
            Damage::Unreadable => {
                let aside = set_aside(path, stamp.today)?;
                return put_in_place(path, &copy, waiting, aside);
            }
            Damage::Other => return Err(fault),
        },
    };
    library.replace_by(&copy, waiting)?;
    library.must_be_sound(Care::Quick)?;
    prune(&folder(path), Occasion::Restore);
    Ok(kept)
}

/// Copies what a restore is about to replace; again, where another program wrote meanwhile.
fn keep_present(library: &Library, today: Day) -> Result<PathBuf> {
    loop {
        let before = library.last_operation()?;
        let kept = named(library, today, Occasion::Restore)?;
        keep(library, &kept, Care::Quick)?;
        if library.last_operation()? == before {
            return Ok(kept);
        }
    }
}

/// Restores into a new file where the damaged one lay; if that fails, the damaged one comes back.
fn put_in_place(
    path: &Path,
    copy: &Library,
    waiting: &mut dyn FnMut(),
    aside: PathBuf,
) -> Result<Option<PathBuf>> {
    let placed = Library::create(path).and_then(|mut library| {
        library.replace_by(copy, waiting)?;
        library.must_be_sound(Care::Quick)
    });
    match placed {
        Ok(()) => Ok(Some(aside)),
        Err(fault) => {
            // Better the damaged library than none.
            let _ = std::fs::remove_file(path);
            let _ = std::fs::rename(&aside, path);
            let _ = std::fs::rename(journal_of(&aside), journal_of(path));
            Err(fault)
        }
    }
}

/// What stands in the place of the library.
enum Damage {
    Absent,
    Unreadable,
    /// Nothing a restore may put aside: another program's file, a newer library.
    Other,
}

fn damaged(fault: &Fault) -> Damage {
    let kind = match fault {
        Fault::Refused(refusal) => &refusal.kind,
        Fault::Library(kind) => kind,
        _ => return Damage::Other,
    };
    match kind {
        Kind::NoLibrary { .. } => Damage::Absent,
        Kind::NotADatabase { .. } | Kind::Unreadable { .. } => Damage::Unreadable,
        _ => Damage::Other,
    }
}

/// Moves a damaged library, and the journal that belongs to it, out of the way.
fn set_aside(path: &Path, today: Day) -> Result<PathBuf> {
    let failed = |error: std::io::Error| Kind::BackupFailed {
        path: path.display().to_string(),
        detail: error.to_string(),
    };
    let folder = made(&folder(path))?;
    // One that was set aside earlier the same day stays.
    let named = |number: u32| match number {
        1 => folder.join(format!("{today}-damaged.db")),
        _ => folder.join(format!("{today}-damaged-{number}.db")),
    };
    let aside = (1..1000).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(1000));
    if journal_of(path).exists() {
        std::fs::rename(journal_of(path), journal_of(&aside)).map_err(failed)?;
    }
    std::fs::rename(path, &aside).map_err(failed)?;
    Ok(aside)
}

/// The journal that belongs to a library.
fn journal_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push("-journal");
    path.with_file_name(name)
}

/// Opens a copy and looks through it. An older one is brought up to date in a copy of its own, so
/// that the file itself stays as it is.
fn trusted(copy: &Path, stamp: &Stamp, waiting: &mut dyn FnMut()) -> Result<Trusted> {
    let opened = Library::open(copy).map_err(|fault| of_a_copy(fault, copy))?;
    opened.must_be_sound(Care::Full)?;
    let mut trusted = Trusted { library: opened, _folder: None };
    if trusted.library.older().is_some() {
        let failed = |error: std::io::Error| Kind::BackupFailed {
            path: copy.display().to_string(),
            detail: error.to_string(),
        };
        let folder = tempfile::tempdir().map_err(failed)?;
        let path = folder.path().join("copy.db");
        trusted.library.back_up(&path, Care::Quick)?;
        let mut upgraded = Library::open(&path)?;
        upgraded.upgrade(stamp, waiting)?;
        trusted = Trusted { library: upgraded, _folder: Some(folder) };
    }
    let found = trusted
        .library
        .read(Scope::new(None, stamp.today), waiting, |reader| Ok(check(reader)?.troubles))?;
    if found.iter().any(|trouble| !Trouble::is_breach(trouble)) {
        let path = copy.display().to_string();
        return Err(Kind::Unsound { path, detail: String::new() }.into());
    }
    Ok(trusted)
}

/// What is wrong with a file that should be a copy, rather than with the library.
fn of_a_copy(fault: Fault, copy: &Path) -> Fault {
    let path = copy.display().to_string();
    let refusal = match fault {
        Fault::Refused(refusal) => refusal,
        Fault::Library(kind) => Box::new(kind.at(Place::default())),
        other => return other,
    };
    match refusal.kind {
        Kind::NoLibrary { .. } => Kind::FileMissing { path }.into(),
        Kind::NotADatabase { .. } | Kind::OtherDatabase { .. } | Kind::DirectoryGiven { .. } => {
            Kind::NotABackup { path }.into()
        }
        Kind::Unreadable { detail, .. } => Kind::Unsound { path, detail }.into(),
        _ => Fault::Refused(refusal),
    }
}

/// A copy that was looked through, with the folder of its upgraded form.
struct Trusted {
    library: Library,
    _folder: Option<tempfile::TempDir>,
}

impl std::ops::Deref for Trusted {
    type Target = Library;

    fn deref(&self) -> &Library {
        &self.library
    }
}

fn keep(library: &Library, path: &Path, care: Care) -> Result<()> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        made(folder)?;
    }
    library.back_up(path, care)
}

fn made(folder: &Path) -> Result<PathBuf> {
    crate::store::library::create_private_folder(folder).map_err(|error| Kind::BackupFailed {
        path: folder.display().to_string(),
        detail: error.to_string(),
    })?;
    Ok(folder.to_owned())
}

/// Removes all but the last copies of a kind that were made by themselves.
fn prune(folder: &Path, occasion: Occasion) {
    let ending = format!("-{}.db", occasion.key());
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut copies: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.to_string_lossy().ends_with(&ending))
        .collect();
    copies.sort();
    let old = copies.len().saturating_sub(KEPT);
    for path in &copies[..old] {
        // One that cannot be removed is only one too many.
        let _ = std::fs::remove_file(path);
    }
}

/// What a refused copy says, for the warning.
fn detail(fault: Fault) -> Result<String> {
    let kind = match fault {
        Fault::Library(kind) => *kind,
        other => other.into_refusal()?.kind,
    };
    Ok(match kind {
        Kind::BackupFailed { detail, .. } | Kind::Unsound { detail, .. } => detail,
        Kind::DiskFull { path } | Kind::NotPermitted { path } => path,
        _ => String::new(),
    })
}
