//! The files beside a library.

use std::collections::BTreeMap;
use std::path::Path;

/// Files by their place under the folder.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// Copies a folder with all it holds.
pub fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let (path, to) = entry.map(|entry| (entry.path(), to.join(entry.file_name()))).unwrap();
        if path.is_dir() {
            std::fs::create_dir_all(&to).unwrap();
            copy(&path, &to);
        } else {
            std::fs::copy(&path, &to).unwrap();
        }
    }
}

/// Every file of a folder, but for the library, its journal, and what a program that was killed
/// could not clear away (`.tmp…`).
pub fn files(folder: &Path) -> Tree {
    let mut found = Tree::new();
    walk(folder, "", &mut |name, path| {
        if !is_temporary(name) {
            found.insert(name.to_owned(), std::fs::read(path).unwrap());
        }
    });
    found
}

/// The names of temporary files that were left.
pub fn left_over(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    walk(folder, "", &mut |name, _| found.extend(is_temporary(name).then(|| name.to_owned())));
    found
}

fn is_temporary(name: &str) -> bool {
    name.rsplit('/').next().is_some_and(|name| name.starts_with(".tmp"))
}

fn walk(folder: &Path, lead: &str, take: &mut dyn FnMut(&str, &Path)) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{lead}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            walk(&entry.path(), &format!("{name}/"), take);
        } else if !matches!(name.as_str(), "t.db" | "t.db-journal" | "trace") {
            take(&name, &entry.path());
        }
    }
}
