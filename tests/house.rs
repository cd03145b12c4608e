//! The walls of the house: who may use whom, SQL only in `store`, printing only in `cli`, Han
//! characters only where words live.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};

/// Each room and the rooms it may use.
const WALLS: [(&str, &[&str]); 11] = [
    ("model", &["model"]),
    ("error", &["model", "error"]),
    ("labels", &["model", "error", "labels"]),
    ("rules", &["model", "rules"]),
    ("report", &["model", "report"]),
    ("import", &["model", "error", "import"]),
    ("store", &["model", "error", "store"]),
    ("desk", &["model", "error", "rules", "report", "import", "store", "desk"]),
    // view reads what the deeds return, as plain data (docs/house.md).
    ("view", &["model", "report", "desk", "view"]),
    ("format", &["error", "model", "labels", "view", "format"]),
    (
        "cli",
        &[
            "model", "error", "labels", "rules", "report", "import", "store", "desk", "view",
            "format", "cli",
        ],
    ),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Every source file with its room and its text without tests.
fn rooms() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let mut rooms = Vec::new();
    for file in files {
        let inside = file.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        let room = inside.split(['/', '.']).next().unwrap().to_owned();
        let test = inside.contains("tests") || inside.contains("sample");
        if test || matches!(room.as_str(), "main" | "lib") {
            continue;
        }
        let text = std::fs::read_to_string(&file).unwrap();
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap().to_owned();
        rooms.push((room, file, text));
    }
    assert!(rooms.len() > 80, "the walk found the house");
    rooms
}

fn code(line: &str) -> &str {
    let line = line.trim_start();
    if line.starts_with("//") { "" } else { line.split(" // ").next().unwrap() }
}

#[test]
fn no_arrow_turns_back() {
    let mut breaches = Vec::new();
    for (room, file, text) in rooms() {
        let allowed = WALLS.iter().find(|(name, _)| *name == room).map(|(_, may)| *may);
        let allowed = allowed.unwrap_or_else(|| panic!("{room} is no room of the house"));
        for used in text.lines().flat_map(|line| code(line).split("crate::").skip(1)) {
            let used: String =
                used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if !used.is_empty() && !allowed.contains(&used.as_str()) {
                breaches.push(format!("{} uses {used}", file.display()));
            }
        }
    }
    assert!(breaches.is_empty(), "{breaches:#?}");
}

#[test]
fn sql_is_only_in_store_and_printing_only_in_cli() {
    let sql = ["SELECT ", "INSERT INTO", "UPDATE ", "DELETE FROM", "PRAGMA", "rusqlite"];
    let printing = ["println!", "eprintln!", "print!(", "stdout()", "stderr()", "process::exit"];
    let mut breaches = Vec::new();
    for (room, file, text) in rooms() {
        for line in text.lines().map(code) {
            if room != "store" && sql.iter().any(|word| line.contains(word)) {
                breaches.push(format!("{}: {line}", file.display()));
            }
            if room != "cli" && printing.iter().any(|word| line.contains(word)) {
                breaches.push(format!("{}: {line}", file.display()));
            }
        }
    }
    assert!(breaches.is_empty(), "{breaches:#?}");
}

#[test]
fn han_characters_are_only_where_words_live() {
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let mut breaches = Vec::new();
    for (room, file, text) in rooms() {
        if room == "labels" {
            continue;
        }
        for line in text.lines() {
            // Help stands in both languages in doc comments and attributes of `cli`.
            let help = room == "cli"
                && (line.contains(" | ") || line.contains("after_help") || line.contains('|'));
            if code(line).chars().any(han) && !help {
                breaches.push(format!("{}: {line}", file.display()));
            }
        }
    }
    assert!(breaches.is_empty(), "{breaches:#?}");
}

/// The generator of the simulated year keeps a truth of its own, so it may know the program through
/// its commands alone.
#[test]
fn the_simulated_year_uses_nothing_of_the_program_but_its_commands() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut files = vec![root.join("first_year.rs")];
    sources(&root.join("first_year"), &mut files);
    assert!(files.len() > 20, "the walk found the generator");
    let mut uses = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        for line in text.lines().map(code) {
            let named = line.contains("tuijin::") || line.contains("use tuijin");
            let borrowed = line.contains("src/") || line.contains("extern crate");
            if named || borrowed {
                uses.push(line.trim().to_owned());
            }
        }
    }
    assert_eq!(uses, ["return tuijin::cli::run();"]);
}
