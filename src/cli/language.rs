//! clap in both languages: one walk over a command tree keeps one half of every help text
//! (`中文 | English`) and replaces clap's own words.

pub use super::untranslated::untranslated;
use crate::labels::Lang;
use crate::labels::usage::{HelpWord, Hint, help_word, hint};
use clap::builder::{Resettable, StyledStr};
use clap::{Arg, ArgAction, Command};

/// The command tree in `lang`. There is no `help` subcommand: `-h` and `--help` say all of it.
pub fn localise(command: Command, lang: Lang) -> Command {
    let command = translate(command, lang);
    match lang {
        Lang::En => command,
        Lang::Zh => {
            let mut built = command.clone();
            built.build();
            write_usage(command, &mut built, lang)
        }
    }
}

/// One half of a text: before or after a line `|`, else of every paragraph at its first ` | `.
/// A paragraph without a bar belongs to both.
pub fn half(text: &str, lang: Lang) -> String {
    let lines: Vec<&str> = text.lines().collect();
    if let Some(bar) = lines.iter().position(|line| line.trim() == "|") {
        let half = lang.pick((&lines[..bar], &lines[bar + 1..]));
        return half.join("\n").trim_matches('\n').to_owned();
    }
    let paragraphs =
        text.split("\n\n").map(|text| text.split_once(" | ").map_or(text, |p| lang.pick(p)));
    paragraphs.map(str::trim_end).collect::<Vec<_>>().join("\n\n")
}

fn translate(command: Command, lang: Lang) -> Command {
    let said = |text: Option<&StyledStr>| text.map(|text| half(&text.to_string(), lang));
    let about = said(command.get_about());
    let long_about = said(command.get_long_about());
    let before = said(command.get_before_help());
    let long_before = said(command.get_before_long_help());
    let after = said(command.get_after_help());
    let long_after = said(command.get_after_long_help());
    let commands = command.get_subcommand_help_heading().map(|heading| half(heading, lang));
    let commands = commands.unwrap_or_else(|| help_word(HelpWord::Commands, lang).to_owned());
    let versioned = command.get_version().or(command.get_long_version()).is_some();

    let visible = names(command.get_visible_aliases());
    let all = names(command.get_all_aliases());
    let aliases =
        if visible.is_empty() { String::new() } else { hint(Hint::Aliases, &visible, lang) };
    let with_aliases = |text: Option<String>| text.map(|text| text + &aliases);

    let command = command
        .about(set(with_aliases(about)))
        .long_about(set(with_aliases(long_about)))
        .before_help(set(before))
        .before_long_help(set(long_before))
        .after_help(set(after))
        .after_long_help(set(long_after))
        .alias(None::<&'static str>)
        .aliases(all)
        .subcommand_help_heading(commands)
        .subcommand_value_name(help_word(HelpWord::AnyCommand, lang))
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .mut_args(|arg| translate_arg(arg, lang))
        .mut_subcommands(|sub| translate(sub, lang))
        .arg(flag("help", 'h', ArgAction::Help, HelpWord::ShowHelp, lang));
    if versioned {
        command.arg(flag("version", 'V', ArgAction::Version, HelpWord::ShowVersion, lang))
    } else {
        command
    }
}

fn names<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    names.map(str::to_owned).collect()
}

fn set(text: Option<String>) -> Resettable<StyledStr> {
    Resettable::from(text.map(StyledStr::from))
}

/// Our own `-h` and `-V`.
fn flag(name: &'static str, short: char, action: ArgAction, word: HelpWord, lang: Lang) -> Arg {
    Arg::new(name)
        .short(short)
        .long(name)
        .action(action)
        .help(help_word(word, lang))
        .help_heading(default_heading(HelpWord::Options, lang))
}

/// clap writes its own headings in English only, so Chinese ones are set; English ones need not.
pub fn default_heading(word: HelpWord, lang: Lang) -> Option<&'static str> {
    lang.pick((Some(help_word(word, lang)), None))
}

fn translate_arg(arg: Arg, lang: Lang) -> Arg {
    let hints = hints(&arg, lang);
    let said = |text: Option<&StyledStr>| text.map(|text| half(&text.to_string(), lang) + &hints);
    let (help, long_help) = (said(arg.get_help()), said(arg.get_long_help()));
    let word = if arg.is_positional() { HelpWord::Arguments } else { HelpWord::Options };
    let heading = arg.get_help_heading().map(|heading| half(heading, lang));
    let heading = heading.or_else(|| default_heading(word, lang).map(str::to_owned));
    let value_names: Option<Vec<String>> = arg.get_value_names().map(|names| {
        names
            .iter()
            .map(|name| name.split_once('|').map_or(&**name, |p| lang.pick(p)).to_owned())
            .collect()
    });
    let aliases = arg.get_all_aliases().map(|all| names(all.into_iter())).unwrap_or_default();
    let shorts = arg.get_all_short_aliases().unwrap_or_default();

    let takes_values = arg.get_action().takes_values();
    let mut arg = arg.help(set(help)).long_help(set(long_help));
    if let Some(heading) = heading {
        arg = arg.help_heading(heading);
    }
    if let Some(value_names) = value_names {
        arg = arg.value_names(value_names);
    }
    if takes_values {
        arg = arg.hide_default_value(true).hide_possible_values(true).hide_env(true);
    }
    if !aliases.is_empty() {
        arg = arg.alias(None::<&'static str>).aliases(aliases);
    }
    if !shorts.is_empty() {
        arg = arg.short_alias(None::<char>).short_aliases(shorts);
    }
    arg
}

/// What clap would add in English only: default, choices, variable, aliases.
fn hints(arg: &Arg, lang: Lang) -> String {
    let mut hints = String::new();
    let mut add = |kind, values: Vec<String>| {
        if !values.is_empty() {
            hints.push_str(&hint(kind, &values, lang));
        }
    };
    if arg.get_action().takes_values() {
        if !arg.is_hide_default_value_set() {
            let values = arg.get_default_values().iter();
            add(Hint::Default, values.map(|value| value.to_string_lossy().into_owned()).collect());
        }
        if !arg.is_hide_possible_values_set() {
            let values = arg.get_possible_values();
            let shown = values.iter().filter(|value| !value.is_hide_set());
            add(Hint::Choices, shown.map(|value| value.get_name().to_owned()).collect());
        }
        if !arg.is_hide_env_set() {
            let name = arg.get_env().map(|name| name.to_string_lossy().into_owned());
            add(Hint::Variable, name.into_iter().collect());
        }
    }
    let long = arg.get_visible_aliases().unwrap_or_default();
    let short = arg.get_visible_short_aliases().unwrap_or_default();
    let short = short.iter().map(|short| format!("-{short}"));
    add(Hint::Aliases, short.chain(long.iter().map(|long| format!("--{long}"))).collect());
    hints
}

/// clap writes `Usage:` and `[OPTIONS]` itself: take its usage line from the built tree and
/// put the translated one in its place.
fn write_usage(command: Command, built: &mut Command, lang: Lang) -> Command {
    let line = built.render_usage().to_string();
    let line = line.strip_prefix("Usage: ").unwrap_or(&line);
    let usage = line.replace("[OPTIONS]", &format!("[{}]", help_word(HelpWord::AnyOptions, lang)));
    let style = *command.get_styles().get_usage();
    let heading = help_word(HelpWord::Usage, lang);
    let template = format!(
        "{{before-help}}{{about-with-newline}}\n{style}{heading}:{style:#} {{usage}}\n\n{{all-args}}{{after-help}}"
    );
    command.override_usage(usage).help_template(template).mut_subcommands(|sub| {
        match built.find_subcommand_mut(sub.get_name()) {
            Some(built) => write_usage(sub, built, lang),
            None => sub,
        }
    })
}

#[cfg(test)]
#[path = "language_tests.rs"]
mod tests;
