//! clap's refusals in the reader's language: kind and context become one sentence, the usage line
//! and the next step.

pub use super::answer::{Colour, Stream, UsageAnswer};
use crate::labels::Lang;
use crate::labels::usage::{HelpWord, help_word, next_step, sentence};
use crate::model::name::clean;
use crate::model::usage::UsageFault;
use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};
use std::error::Error as _;
use std::ffi::OsString;

/// The answer to a command line that asks for help or that clap refused. `command` is the
/// localised tree, `argv` what it was given: clap does not say which command an error is of.
pub fn usage_fault(
    error: &clap::Error,
    command: &Command,
    argv: &[OsString],
    lang: Lang,
) -> UsageAnswer {
    let mut root = command.clone();
    root.build();
    let mut here = spoken_of(&root, argv).clone();
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            UsageAnswer::new(Stream::Out, &error.render())
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            UsageAnswer::new(Stream::Err, &error.render())
        }
        ErrorKind::MissingSubcommand => UsageAnswer::new(Stream::Err, &here.render_help()),
        _ => {
            let usage = here.render_usage().to_string();
            let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
            let name = here.get_bin_name().unwrap_or(here.get_name());
            let text = format!(
                "{}\n{}: {usage}\n{}",
                sentence(&fault(error, lang), lang),
                help_word(HelpWord::Usage, lang),
                next_step(name, lang)
            );
            UsageAnswer::new(Stream::Err, &StyledStr::from(text))
        }
    }
}

/// The command that the words of `argv` lead to.
fn spoken_of<'a>(root: &'a Command, argv: &[OsString]) -> &'a Command {
    let mut here = root;
    let mut words = argv.iter().skip(1).map(|word| word.to_string_lossy());
    while let Some(word) = words.next() {
        if word.starts_with('-') && word.len() > 1 {
            let value_follows = here.get_arguments().any(|arg| takes_next(arg, &word));
            if value_follows {
                words.next();
            }
        } else {
            match here.find_subcommand(&*word) {
                Some(sub) => here = sub,
                None => break,
            }
        }
    }
    here
}

/// Whether `word` is this option, with its value in the next word.
fn takes_next(arg: &Arg, word: &str) -> bool {
    let named = match word.strip_prefix("--") {
        Some(long) => arg.get_long() == Some(long),
        None => word.len() == 2 && arg.get_short() == word.chars().nth(1),
    };
    named && arg.get_action().takes_values() && !arg.is_require_equals_set()
}

/// The facts of an error.
fn fault(error: &clap::Error, lang: Lang) -> UsageFault {
    let all = |kind| strings(error.get(kind));
    let one = |kind| strings(error.get(kind)).into_iter().next();
    let arg = one(ContextKind::InvalidArg).or_else(|| one(ContextKind::InvalidSubcommand));
    let arg = arg.unwrap_or_default();
    let value = one(ContextKind::InvalidValue).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => {
            UsageFault::ValueMissing { arg, choices: all(ContextKind::ValidValue) }
        }
        ErrorKind::InvalidValue => UsageFault::NotAChoice {
            arg,
            value,
            choices: all(ContextKind::ValidValue),
            meant: one(ContextKind::SuggestedValue),
        },
        ErrorKind::ValueValidation => match error.source().map(ToString::to_string) {
            Some(said) if !said.is_ascii() || said.ends_with('.') => UsageFault::Said(said),
            // The parser's own readers give English fragments: of no use in Chinese.
            Some(said) if lang == Lang::En => UsageFault::Said(format!("{arg}: {said}.")),
            _ => UsageFault::BadValue { arg, value },
        },
        ErrorKind::UnknownArgument => unknown_argument(error, arg),
        ErrorKind::InvalidSubcommand => {
            UsageFault::UnknownCommand { name: arg, meant: all(ContextKind::SuggestedSubcommand) }
        }
        ErrorKind::NoEquals => UsageFault::NoEquals { arg },
        ErrorKind::TooManyValues => UsageFault::TooManyValues { arg, value },
        ErrorKind::TooFewValues => UsageFault::TooFewValues {
            arg,
            least: number(error, ContextKind::MinValues),
            given: number(error, ContextKind::ActualNumValues),
        },
        ErrorKind::WrongNumberOfValues => UsageFault::WrongNumber {
            arg,
            expected: number(error, ContextKind::ExpectedNumValues),
            given: number(error, ContextKind::ActualNumValues),
        },
        ErrorKind::ArgumentConflict => match all(ContextKind::PriorArg) {
            others if others.contains(&arg) => UsageFault::Twice { arg },
            others => UsageFault::Conflict { arg, others },
        },
        ErrorKind::MissingRequiredArgument => {
            UsageFault::Missing { args: all(ContextKind::InvalidArg) }
        }
        ErrorKind::InvalidUtf8 => UsageFault::NotUtf8,
        _ => UsageFault::Other { detail: clean(&error.to_string()) },
    }
}

/// clap offers some corrections as finished English sentences: only their commands are taken.
fn unknown_argument(error: &clap::Error, arg: String) -> UsageFault {
    let mut meant = strings(error.get(ContextKind::SuggestedArg));
    let offers = strings(error.get(ContextKind::Suggested));
    let exists = offers.iter().filter_map(|offer| offer.strip_suffix("' exists"));
    meant.extend(exists.map(|offer| offer.trim_start_matches('\'').to_owned()));
    if offers.iter().any(|offer| offer.ends_with("remove the '--' before it")) {
        meant.push(arg.clone());
    }
    if !arg.starts_with('-') {
        return UsageFault::Surplus { arg, meant };
    }
    let may_be_value = offers.iter().any(|offer| offer.ends_with(&format!("'-- {arg}'")));
    UsageFault::UnknownOption { arg, meant, may_be_value }
}

fn strings(value: Option<&ContextValue>) -> Vec<String> {
    let told = match value {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    };
    // What was typed may hold anything; a terminal must not obey it.
    told.iter().map(|text| clean(text)).collect()
}

fn number(error: &clap::Error, kind: ContextKind) -> i64 {
    match error.get(kind) {
        Some(ContextValue::Number(number)) => i64::try_from(*number).unwrap_or(i64::MAX),
        _ => 0,
    }
}

#[cfg(test)]
#[path = "usage_tests.rs"]
mod tests;
