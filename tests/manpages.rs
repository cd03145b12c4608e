//! Manual pages: one for each command in both languages, drawn by man without a warning.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use tuijin::cli::command;

/// The names of the pages there ought to be.
fn expected(command: &clap::Command, name: &str, names: &mut BTreeSet<String>) {
    names.insert(format!("{name}.1"));
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        expected(sub, &format!("{name}-{}", sub.get_name()), names);
    }
}

fn pages(folder: &Path) -> BTreeSet<String> {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    files.map(|name| name.into_string().unwrap()).collect()
}

#[test]
fn every_command_has_a_page_in_both_languages_and_man_can_draw_it() {
    let sandbox = Sandbox::new("zh");
    let written = sandbox.session(&["man", "--output-dir", "man", "-q"]);
    assert!(written.ends_with("--- exit 0"), "{written}");
    let mut names = BTreeSet::new();
    expected(&command(), "tuijin", &mut names);
    assert!(names.len() > 90 && names.contains("tuijin-appeal-log.1"), "{names:?}");
    let drawn = Command::new("man").arg("--version").output().is_ok();
    assert!(drawn || std::env::var_os("CI").is_none(), "man is not installed");
    for (place, heads) in [
        ("man/man1", ["NAME", "SYNOPSIS", "EXAMPLES"]),
        ("man/zh_CN/man1", ["名称", "用法", "示例"]),
    ] {
        let folder = sandbox.path(place);
        assert_eq!(pages(&folder), names);
        for name in &names {
            let path = folder.join(name);
            let text = std::fs::read_to_string(&path).unwrap();
            for head in heads {
                assert!(text.contains(&format!("\n.SH {head}\n")), "{place} {name}: {head}");
            }
        }
        // All pages in one run: each alone would take man a tenth of a second.
        if drawn {
            let files = names.iter().map(|name| folder.join(name));
            let output = Command::new("man")
                .args(["--warnings", "-P", "cat", "-l"])
                .args(files)
                .env("LC_ALL", "C.UTF-8")
                .env("MANWIDTH", "80")
                .output()
                .unwrap();
            assert_eq!(String::from_utf8_lossy(&output.stderr), "");
            let text = String::from_utf8(output.stdout).unwrap();
            let wide = |line: &&str| unicode_width::UnicodeWidthStr::width(*line) > 80;
            let broken: Vec<&str> =
                text.lines().filter(wide).filter(|line| !is_example(line)).collect();
            assert!(broken.is_empty(), "{}", broken.join("\n"));
            assert!(text.contains("tuijin-appeal-log - "), "{text}");
        }
    }
}

/// Examples stand as they are typed, however long.
fn is_example(line: &str) -> bool {
    line.trim_start().starts_with("tuijin ")
}
