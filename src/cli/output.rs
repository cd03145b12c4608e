//! The one output writer: stdout carries results, stderr what is said about them, files are
//! replaced whole or not at all.

use crate::error::{Fault, Kind, Result};
use crate::model::note::Note;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

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
    put(lay(path, bytes)?, path)
}

/// Writes a file beside its place, to be [`put`] there; dropped, it leaves nothing behind.
///
/// # Errors
/// The folder cannot be written, the disk is full, a folder or a read-only file has the place.
pub fn lay(path: &Path, bytes: &[u8]) -> Result<NamedTempFile> {
    if path.is_dir() {
        return Err(Kind::FileIsDirectory { path: path.display().to_string() }.into());
    }
    // A device or a pipe would be replaced by a file of its name.
    if path.metadata().is_ok_and(|known| !known.is_file()) {
        return Err(Kind::NotPermitted { path: path.display().to_string() }.into());
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    if folder.is_file() {
        return Err(Kind::FolderIsFile { path: folder.display().to_string() }.into());
    }
    if !folder.is_dir() {
        return Err(Kind::NoFolder { path: folder.display().to_string() }.into());
    }
    // A rename would replace it all the same; whoever locked it meant it.
    if path.metadata().is_ok_and(|known| known.permissions().readonly()) {
        return Err(Kind::NotPermitted { path: path.display().to_string() }.into());
    }
    let fault = |error| failed(path, &error);
    let mut file = draft().tempfile_in(folder).map_err(fault)?;
    file.write_all(bytes).map_err(fault)?;
    file.as_file().sync_all().map_err(fault)?;
    Ok(file)
}

/// A temporary file that becomes a result, which others may read as they may any new file.
#[cfg(unix)]
fn draft() -> tempfile::Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt;
    let mut draft = tempfile::Builder::new();
    draft.permissions(std::fs::Permissions::from_mode(0o666));
    draft
}

#[cfg(not(unix))]
fn draft() -> tempfile::Builder<'static, 'static> {
    tempfile::Builder::new()
}

/// Puts a file in its place, or beside it where the place is open elsewhere.
///
/// # Errors
/// Neither place can be written.
pub fn put(file: NamedTempFile, path: &Path) -> Result<Note> {
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

/// `名称(2).csv`, or the first number that is free.
fn beside(path: &Path) -> PathBuf {
    let named = |number| numbered(path, number);
    (2..100).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(100))
}

/// `名称(2).csv`
pub fn numbered(path: &Path, number: u64) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = path.extension().map(|e| format!(".{}", e.to_string_lossy())).unwrap_or_default();
    path.with_file_name(format!("{stem}({number}){ending}"))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_read_only_file_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        std::fs::write(&path, "old").unwrap();
        let mut locked = path.metadata().unwrap().permissions();
        locked.set_readonly(true);
        std::fs::set_permissions(&path, locked).unwrap();
        let Err(Fault::Refused(refusal)) = to_file(&path, b"new") else { panic!() };
        assert!(matches!(refusal.kind, Kind::NotPermitted { .. }));
        assert_eq!(std::fs::read(&path).unwrap(), b"old");
        assert_eq!(folder.path().read_dir().unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_result_may_be_read_by_whoever_may_read_any_new_file() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (plain, path) = (folder.path().join("plain"), folder.path().join("a.csv"));
        std::fs::write(&plain, "").unwrap();
        to_file(&path, b"new").unwrap();
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode();
        assert_eq!(mode(&path), mode(&plain));
    }
}
