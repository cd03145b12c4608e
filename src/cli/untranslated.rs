//! Finds help texts that lack one of the two languages; a test holds the list empty.

use clap::builder::StyledStr;
use clap::{Arg, Command};

/// The commands and arguments of a tree, not yet localised, whose help lacks the bar. Hidden ones
/// are for machines and need none.
pub fn untranslated(command: &Command) -> Vec<String> {
    let mut faults = Vec::new();
    visit(command, command.get_name(), &mut faults);
    faults
}

fn visit(command: &Command, path: &str, faults: &mut Vec<String>) {
    if !command.get_about().is_some_and(is_bilingual) {
        faults.push(path.to_owned());
    }
    let texts = [
        ("long_about", command.get_long_about()),
        ("before_help", command.get_before_help()),
        ("before_long_help", command.get_before_long_help()),
        ("after_help", command.get_after_help()),
        ("after_long_help", command.get_after_long_help()),
    ];
    for (name, text) in texts {
        if text.is_some_and(|text| !is_bilingual(text)) {
            faults.push(format!("{path}: {name}"));
        }
    }
    if command.get_subcommand_help_heading().is_some_and(|heading| !heading.contains(" | ")) {
        faults.push(format!("{path}: subcommand_help_heading"));
    }
    for arg in command.get_arguments().filter(|arg| !is_ours(arg) && !arg.is_hide_set()) {
        visit_arg(arg, path, faults);
    }
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        visit(sub, &format!("{path} {}", sub.get_name()), faults);
    }
}

fn visit_arg(arg: &Arg, path: &str, faults: &mut Vec<String>) {
    let name = arg.get_long().map_or_else(|| arg.get_id().to_string(), |long| format!("--{long}"));
    if !arg.get_help().is_some_and(is_bilingual) {
        faults.push(format!("{path} {name}"));
    }
    if arg.get_long_help().is_some_and(|text| !is_bilingual(text)) {
        faults.push(format!("{path} {name}: long_help"));
    }
    if arg.get_help_heading().is_some_and(|heading| !heading.contains(" | ")) {
        faults.push(format!("{path} {name}: help_heading"));
    }
    let names = arg.get_value_names().unwrap_or_default();
    let bare = names.is_empty() || names.iter().any(|name| !name.contains('|'));
    if arg.get_action().takes_values() && bare {
        faults.push(format!("{path} {name}: value_name"));
    }
}

/// Whether the argument is clap's own `-h` or `-V`, which are replaced.
fn is_ours(arg: &Arg) -> bool {
    matches!(arg.get_id().as_str(), "help" | "version")
}

/// Whether a line `|` parts the text, or ` | ` every paragraph.
fn is_bilingual(text: &StyledStr) -> bool {
    let text = text.to_string();
    text.lines().any(|line| line.trim() == "|")
        || text.split("\n\n").all(|paragraph| paragraph.contains(" | "))
}
