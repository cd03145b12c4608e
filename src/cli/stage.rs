//! A set of files that appears whole or not at all: each is written beside its place first, and only
//! when all of them are there are they put in their places.

use super::output::{failed, lay, put};
use crate::error::Result;
use crate::model::note::Note;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Files that lie beside their places. Dropped, it leaves nothing behind.
#[derive(Default)]
pub struct Stage {
    files: Vec<(PathBuf, NamedTempFile)>,
    /// Folders that were made for it, the innermost last.
    made: Vec<PathBuf>,
}

impl Stage {
    /// Lays the files of a set down beside their places in a folder, which is made where it is not
    /// there.
    ///
    /// # Errors
    /// The folder cannot be written, the disk is full, a folder or a read-only file has the place of a
    /// file.
    pub fn lay(&mut self, folder: &Path, files: &[(String, Vec<u8>)]) -> Result<()> {
        self.make(folder)?;
        for (name, bytes) in files {
            let path = folder.join(name);
            let file = lay(&path, bytes)?;
            self.files.push((path, file));
        }
        Ok(())
    }

    fn make(&mut self, folder: &Path) -> Result<()> {
        let missing = folder.ancestors().filter(|it| !it.as_os_str().is_empty());
        let missing: Vec<&Path> = missing.take_while(|it| !it.exists()).collect();
        for path in missing.into_iter().rev() {
            std::fs::create_dir(path).map_err(|error| failed(path, &error))?;
            self.made.push(path.to_owned());
        }
        Ok(())
    }

    /// Puts every file in its place. One whose place is open elsewhere goes beside it; one that can
    /// go to neither keeps no other back.
    ///
    /// # Errors
    /// Neither place of the first such file can be written.
    pub fn put(mut self) -> Result<Vec<Note>> {
        self.made.clear();
        let mut notes = Vec::with_capacity(self.files.len());
        let mut failed = None;
        for (path, file) in std::mem::take(&mut self.files) {
            match put(file, &path) {
                Ok(note) => notes.push(note),
                Err(fault) => failed = failed.or(Some(fault)),
            }
        }
        failed.map_or(Ok(notes), Err)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.files.clear();
        for folder in self.made.iter().rev() {
            // Something else may have come to lie there meanwhile.
            let _ = std::fs::remove_dir(folder);
        }
    }
}
