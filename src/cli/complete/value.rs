//! What may stand in a place.

use super::place::Place;
use crate::cli::language::half;
use crate::desk::offer::{First, offers};
use crate::format::Format;
use crate::labels::{self, Lang};
use crate::model::appeal::AppealOutcome;
use crate::model::entry::Basis;
use crate::model::exit::ExitGround;
use crate::model::money::Unit;
use crate::model::noun::{Noun, Offer};
use crate::model::stage::Stage;
use clap::Arg;
use clap::builder::StyledStr;
use std::path::Path;

/// What is offered.
pub enum Wanted {
    Words(Vec<Offer>),
    /// The shell knows files better.
    Files,
}

/// What may stand in the place and begins with what is typed.
pub fn wanted(place: &Place<'_>, library: Option<&Path>, lang: Lang) -> Wanted {
    let mut words = Vec::new();
    match place.value_of {
        Some(arg) => {
            if matches!(kind(arg), "FILE" | "FOLDER") {
                return Wanted::Files;
            }
            words = values(place, arg, library, lang);
        }
        None if place.typed.starts_with('-') && !place.ended => words = options(place, lang),
        None => {}
    }
    let first = place.lead.is_empty() && !place.typed.starts_with('-') && !place.ended;
    if first && place.value_of.is_none_or(Arg::is_positional) {
        words.splice(0..0, commands(place, lang));
    }
    words.retain(|offer| offer.word.to_lowercase().starts_with(&place.typed.to_lowercase()));
    for offer in &mut words {
        offer.word.insert_str(0, &place.lead);
    }
    Wanted::Words(words)
}

fn commands(place: &Place<'_>, lang: Lang) -> Vec<Offer> {
    let shown = place.command.get_subcommands().filter(|sub| !sub.is_hide_set());
    // clap adds a `help` of its own, which the program does without.
    let ours = shown.filter(|sub| sub.get_name() != "help");
    ours.map(|sub| offer(sub.get_name(), &about(sub.get_about(), lang))).collect()
}

fn options(place: &Place<'_>, lang: Lang) -> Vec<Offer> {
    let shown = place.command.get_arguments().filter(|arg| !arg.is_hide_set());
    let fresh = shown.filter(|arg| !place.used.contains(&arg.get_id().as_str()));
    let named = fresh.filter_map(|arg| Some((arg, arg.get_long()?)));
    named
        .map(|(arg, long)| {
            let help = match long {
                "help" => String::new(),
                _ => about(arg.get_help(), lang),
            };
            offer(&format!("--{long}"), &help)
        })
        .collect()
}

/// The first line of a help text.
fn about(text: Option<&StyledStr>, lang: Lang) -> String {
    let text = text.map(|text| half(&text.to_string(), lang)).unwrap_or_default();
    text.lines().next().unwrap_or_default().to_owned()
}

fn offer(word: &str, about: &str) -> Offer {
    Offer { word: word.to_owned(), about: about.to_owned() }
}

/// The English name of an argument's value, which says what it is.
fn kind(arg: &Arg) -> &str {
    let name = arg.get_value_names().and_then(|names| names.first()).map(|name| &**name);
    name.map_or("", |name| name.split_once('|').map_or(name, |(_, english)| english))
}

fn values(place: &Place<'_>, arg: &Arg, library: Option<&Path>, lang: Lang) -> Vec<Offer> {
    let choices = arg.get_possible_values();
    if !choices.is_empty() {
        let shown = choices.iter().filter(|choice| !choice.is_hide_set());
        return shown.map(|choice| offer(choice.get_name(), "")).collect();
    }
    let word = |chinese: String, key: &str| match lang {
        Lang::Zh => offer(&chinese, key),
        Lang::En => offer(key, &chinese),
    };
    match kind(arg) {
        "FORMAT" => Format::ALL.iter().map(|format| offer(format.key(), "")).collect(),
        "LANG" => vec![offer("zh", ""), offer("en", "")],
        "CITY" => vec![offer("suzhou", ""), offer("blank", "")],
        "UNIT" => Unit::ALL.iter().map(|unit| offer(labels::unit(*unit, lang), "")).collect(),
        "STAGE" => Stage::ALL.iter().map(|it| word(labels::word(*it, lang), it.key())).collect(),
        "BASIS" => Basis::ALL.iter().map(|it| word(labels::word(*it, lang), it.key())).collect(),
        "GROUND" => {
            ExitGround::ALL.iter().map(|it| word(labels::word(*it, lang), it.key())).collect()
        }
        "OUTCOME" => {
            AppealOutcome::ALL.iter().map(|it| word(labels::word(*it, lang), it.key())).collect()
        }
        _ => match (noun(place, arg), library) {
            (Some(noun), Some(library)) => {
                let first = lang.pick((First::Short, First::Key));
                offers(library, noun, &place.typed, first)
            }
            _ => Vec::new(),
        },
    }
}

/// What in the library an argument names. A bare code is one of what its command is about.
fn noun(place: &Place<'_>, arg: &Arg) -> Option<Noun> {
    Some(match kind(arg) {
        "PROJECT" => Noun::Project,
        "DISTRICT" => Noun::District,
        "DEPARTMENT" | "DEPARTMENTS" => Noun::Department,
        "PARTY" => Noun::Party,
        "CATEGORY" => Noun::Category,
        "MEETING" | "DATE|MEETING" => Noun::Meeting,
        "CODE" => match arg.get_id().as_str() {
            "meeting" => Noun::Meeting,
            "appeal" => Noun::Appeal,
            "clues" => Noun::Clue,
            _ => match place.top? {
                "pack" | "meeting" => Noun::Meeting,
                "appeal" => Noun::Appeal,
                "letter" => Noun::Letter,
                "task" => Noun::Task,
                "screen" => Noun::Candidate,
                _ => return None,
            },
        },
        _ => return None,
    })
}
