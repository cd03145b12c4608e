//! A set of files that appears whole or not at all: each is written beside its place first, and only
//! when all of them are there are they put in their places.

use super::context::Context;
use super::output::{failed, lay, numbered, put};
use crate::error::Result;
use crate::model::name::file_name;
use crate::model::note::Note;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Writes a set of files into a folder, all or none, and says where they are.
///
/// # Errors
/// As [`Stage::lay`] and [`Stage::put`].
pub fn write(context: &Context, folder: &Path, files: &[(String, Vec<u8>)]) -> Result<()> {
    let mut stage = Stage::default();
    stage.lay(folder, files)?;
    for note in stage.put()? {
        context.tell(&note);
    }
    Ok(())
}

/// Files that lie beside their places. Dropped, it leaves nothing behind.
#[derive(Default)]
pub struct Stage {
    files: Vec<(PathBuf, NamedTempFile)>,
    /// Folders that were made for it, the innermost last.
    made: Vec<PathBuf>,
}

impl Stage {
    /// Lays the files of a set down beside their places in a folder, which is made where it is not
    /// there. A name made from data becomes one that every system can hold, and no file of the set
    /// takes the place of another.
    ///
    /// # Errors
    /// The folder cannot be written, the disk is full, a folder or a read-only file has the place of a
    /// file.
    pub fn lay(&mut self, folder: &Path, files: &[(String, Vec<u8>)]) -> Result<()> {
        self.make(folder)?;
        for (name, bytes) in files {
            let path = self.free(&folder.join(file_name(name)));
            let file = lay(&path, bytes)?;
            self.files.push((path, file));
        }
        Ok(())
    }

    /// The place itself, or the first beside it that no other file of the set has. Some systems make
    /// no difference between `A` and `a`.
    fn free(&self, path: &Path) -> PathBuf {
        let form = |path: &Path| path.to_string_lossy().to_lowercase();
        let taken = |path: &Path| self.files.iter().any(|(known, _)| form(known) == form(path));
        let mut place = path.to_owned();
        for number in 2u64.. {
            if !taken(&place) {
                break;
            }
            place = numbered(path, number);
        }
        place
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_of_a_set_takes_the_place_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let names = ["甲/供电.csv", "甲_供电.csv", "A.csv", "a.csv", "../供电.csv"];
        let files = names.map(|name| (name.to_owned(), name.as_bytes().to_vec()));
        let mut stage = Stage::default();
        stage.lay(folder.path(), &files).unwrap();
        stage.put().unwrap();
        for (name, held) in [
            ("甲_供电.csv", names[0]),
            ("甲_供电(2).csv", names[1]),
            ("A.csv", names[2]),
            ("a(2).csv", names[3]),
            ("_供电.csv", names[4]),
        ] {
            assert_eq!(std::fs::read(folder.path().join(name)).unwrap(), held.as_bytes(), "{name}");
        }
        assert_eq!(folder.path().read_dir().unwrap().count(), 5);
    }
}
