//! Nothing stays undocumented or untranslated: every command has help in both languages and a
//! heading in the manual; Chinese help has no English word.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use clap::Command;
use std::path::Path;
use tuijin::cli::{command, language};
use tuijin::labels::Lang;
use tuijin::model::blank::Blank;
use tuijin::model::text::{Shape, Slot, TextKind};

fn leaves(command: &Command, path: &str, found: &mut Vec<String>) {
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        let path = format!("{path} {}", sub.get_name());
        if sub.get_subcommands().next().is_none() || !sub.is_arg_required_else_help_set() {
            found.push(path.clone());
        }
        leaves(sub, &path, found);
    }
}

#[test]
fn every_help_stands_in_both_languages() {
    assert_eq!(language::untranslated(&command()), Vec::<String>::new());
}

#[test]
fn every_command_has_a_heading_in_the_manual() {
    let manual = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/manual.md");
    let manual = std::fs::read_to_string(manual).unwrap();
    let mut paths = Vec::new();
    leaves(&command(), "tuijin", &mut paths);
    assert!(paths.len() >= 18, "{paths:?}");
    let missing: Vec<_> = paths
        .iter()
        .filter(|path| !manual.lines().any(|line| line.trim_end() == format!("### {path}")))
        .collect();
    assert!(missing.is_empty(), "no heading for {missing:?}");
}

#[test]
fn chinese_help_has_no_english_word() {
    fn check(command: &mut Command, breaches: &mut Vec<String>) {
        let name = command.get_name().to_owned();
        let help = command.render_long_help().to_string();
        let prose = help.lines().filter(|line| !line.contains("tuijin "));
        for line in prose {
            for word in line.split(|c: char| !(c.is_ascii_alphabetic() || "-_=./".contains(c))) {
                let plain = !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase());
                let allowed = [
                    "tuijin",
                    "zh",
                    "en",
                    "table",
                    "json",
                    "csv",
                    "markdown",
                    "xlsx",
                    "docx",
                    "html",
                    "suzhou",
                    "blank",
                    "month",
                    "year",
                    "total",
                    "all",
                    "gb",
                    "utf",
                    "n",
                    "include",
                    "skip",
                    "letter",
                    "bash",
                    "powershell",
                ];
                let is_command = line.trim_start().starts_with(word);
                if plain && !allowed.contains(&word) && !is_command {
                    breaches.push(format!("{name}: {word} in {line}"));
                }
                if ["Usage", "Options", "Commands", "Arguments", "Print"].contains(&word) {
                    breaches.push(format!("{name}: {line}"));
                }
            }
        }
        for sub in command.get_subcommands_mut().filter(|sub| !sub.is_hide_set()) {
            check(sub, breaches);
        }
    }
    let mut tree = language::localise(command(), Lang::Zh);
    let mut breaches = Vec::new();
    check(&mut tree, &mut breaches);
    assert!(breaches.is_empty(), "{breaches:#?}");
}

/// The fields of a text as the manual lists them.
fn listed(slots: &[Slot]) -> String {
    let named = slots.iter().map(|slot| {
        let name = tuijin::labels::word(slot.blank, Lang::Zh);
        match slot.shape {
            Shape::List(fields) => format!("{name}（每项：{}）", listed(fields)),
            Shape::Table => format!("{name}（表格）"),
            Shape::Grid => format!("{name}（卡片）"),
            Shape::Value => name,
        }
    });
    named.collect::<Vec<_>>().join("、")
}

#[test]
fn every_field_of_every_text_is_named_in_the_manual() {
    let manual = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/manual.md");
    let manual = std::fs::read_to_string(manual).unwrap();
    let lines = TextKind::ALL.iter().map(|kind| {
        let name = tuijin::labels::word(*kind, Lang::Zh);
        format!("- **{name}**：{}。", listed(kind.slots()))
    });
    let lacking: Vec<String> =
        lines.filter(|line| !manual.lines().any(|found| found == line)).collect();
    assert!(lacking.is_empty(), "the manual lacks:\n{}", lacking.join("\n"));
    // No field is left that no text has.
    let used = |blank: &&Blank| !TextKind::ALL.iter().any(|kind| has(kind.slots(), **blank));
    assert_eq!(Blank::ALL.iter().filter(used).collect::<Vec<_>>(), Vec::<&Blank>::new());
}

fn has(slots: &[Slot], blank: Blank) -> bool {
    slots.iter().any(|slot| {
        let within = matches!(slot.shape, Shape::List(fields) if has(fields, blank));
        slot.blank == blank || within
    })
}
