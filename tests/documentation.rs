//! Nothing stays undocumented or untranslated: every command has help in both languages and a
//! heading in the manual; Chinese help has no English word.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use clap::Command;
use std::path::Path;
use tuijin::cli::{command, language};
use tuijin::labels::Lang;
use tuijin::model::blank::Blank;

fn leaves(command: &Command, path: &str, found: &mut Vec<String>) {
    for sub in command.get_subcommands() {
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
                    "tuijin", "zh", "en", "table", "json", "csv", "markdown", "xlsx", "docx",
                    "html", "suzhou", "blank", "month", "year", "total", "all", "gb", "utf", "n",
                    "include", "skip",
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
        for sub in command.get_subcommands_mut() {
            check(sub, breaches);
        }
    }
    let mut tree = language::localise(command(), Lang::Zh);
    let mut breaches = Vec::new();
    check(&mut tree, &mut breaches);
    assert!(breaches.is_empty(), "{breaches:#?}");
}

#[test]
fn every_field_of_a_text_is_named_in_the_manual() {
    let manual = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/manual.md");
    let manual = std::fs::read_to_string(manual).unwrap();
    let named: Vec<&str> = manual
        .lines()
        .filter(|line| line.contains("的字段：") || line.contains("清单每项："))
        .flat_map(|line| line.split(['：', '、', '。', '（', '）', '；']))
        .collect();
    let name = |blank: &Blank| tuijin::labels::word(*blank, Lang::Zh);
    let missing: Vec<String> = Blank::ALL
        .iter()
        .map(name)
        .filter(|name| !named.contains(&name.as_str()))
        .collect();
    assert_eq!(missing, Vec::<String>::new());
}
