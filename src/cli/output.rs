//! The one output writer: stdout carries results, stderr what is said about them, files are
//! replaced whole or not at all.

use crate::error::{Fault, Kind, Result};
use crate::model::note::Note;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Writes a result to stdout; a reader that went away ends the program quietly.
///
/// # Errors
/// [`Fault::BrokenPipe`], or what the system reports.
pub fn to_stdout(bytes: &[u8]) -> Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => Fault::BrokenPipe,
        _ => failed(Path::new("stdout"), &error),
    })
}

/// Says a sentence on stderr; nobody listening is no fault.
pub fn say(sentence: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{sentence}");
}

/// Replaces a file whole. One that is open elsewhere is left alone and `名称(2)` written instead.
///
/// # Errors
/// The folder cannot be written, or the disk is full.
pub fn to_file(path: &Path, bytes: &[u8]) -> Result<Note> {
    if path.is_dir() {
        return Err(Kind::FileIsDirectory { path: path.display().to_string() }.into());
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(Kind::NoFolder { path: folder.display().to_string() }.into());
    }
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(|error| failed(path, &error))?;
    file.write_all(bytes).map_err(|error| failed(path, &error))?;
    file.as_file().sync_all().map_err(|error| failed(path, &error))?;
    let shown = |path: &Path| path.display().to_string();
    match file.persist(path) {
        Ok(_) => Ok(Note::Written { path: shown(path) }),
        Err(open) => {
            let other = beside(path);
            open.file.persist(&other).map_err(|error| failed(&other, &error.error))?;
            Ok(Note::WrittenBeside { wanted: shown(path), path: shown(&other) })
        }
    }
}

/// Makes a folder, and those it lies in, unless it is there.
///
/// # Errors
/// It cannot be made.
pub fn make_folder(path: &Path) -> Result<()> {
    std::fs::create_dir_all(path).map_err(|error| failed(path, &error))
}

/// `名称(2).csv`, or the first number that is free.
pub fn beside(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = path.extension().map(|e| format!(".{}", e.to_string_lossy())).unwrap_or_default();
    let named = |number: u32| path.with_file_name(format!("{stem}({number}){ending}"));
    (2..100).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(100))
}

/// Why a file could not be written, as a refusal.
pub fn failed(path: &Path, error: &std::io::Error) -> Fault {
    let shown = path.display().to_string();
    match error.kind() {
        ErrorKind::StorageFull => Kind::DiskFull { path: shown }.into(),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            Kind::NotPermitted { path: shown }.into()
        }
        _ => Kind::OutputFailed { path: shown, detail: error.to_string() }.into(),
    }
}
