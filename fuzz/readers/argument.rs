//! A command line, and the values people type in one.

use super::{CELL, amount, date, is_hidden};
use std::cell::RefCell;
use std::ffi::OsString;
use tuijin::cli::language::localise;
use tuijin::cli::usage::{Colour, Stream, usage_fault};
use tuijin::import::value;
use tuijin::labels::Lang;

/// Words of a command line: more says nothing new.
const WORDS: usize = 24;

thread_local! {
    /// The command tree in both languages; building it takes longer than parsing.
    static TREES: RefCell<[clap::Command; 2]> =
        RefCell::new([Lang::Zh, Lang::En].map(|lang| localise(tuijin::cli::command(), lang)));
}

/// A word a line. A line that is refused is so in both languages, with the usage of the command and
/// the next step, and nothing in the answer moves a cursor; one that is taken hands its values to
/// the readers of values.
pub fn any(bytes: &[u8]) {
    let words = bytes.split(|byte| *byte == b'\n').take(WORDS).map(word);
    let argv: Vec<OsString> = std::iter::once(OsString::from("tuijin")).chain(words).collect();
    let kinds = TREES.with_borrow_mut(|trees| {
        let langs = trees.iter_mut().zip([Lang::Zh, Lang::En]);
        langs.map(|(tree, lang)| parse(tree, &argv, lang)).collect::<Vec<_>>()
    });
    assert_eq!(kinds[0], kinds[1], "{argv:?} is taken in one language and not in the other");
}

#[cfg(unix)]
fn word(bytes: &[u8]) -> OsString {
    use std::os::unix::ffi::OsStringExt;
    OsString::from_vec(bytes[..bytes.len().min(CELL)].to_vec())
}

#[cfg(not(unix))]
fn word(bytes: &[u8]) -> OsString {
    String::from_utf8_lossy(&bytes[..bytes.len().min(CELL)]).into_owned().into()
}

fn parse(
    tree: &mut clap::Command,
    argv: &[OsString],
    lang: Lang,
) -> Option<clap::error::ErrorKind> {
    let error = match tree.try_get_matches_from_mut(argv) {
        Ok(matches) => {
            if lang == Lang::Zh {
                typed(&matches);
            }
            return None;
        }
        Err(error) => error,
    };
    let answer = usage_fault(&error, tree, argv, lang);
    let text = answer.text(Colour::Off);
    assert_eq!(answer.exit, if answer.stream == Stream::Out { 0 } else { 2 }, "{text}");
    assert!(text.len() > 8 && text.ends_with('\n'), "{argv:?}: {text:?}");
    assert!(!text.chars().any(|c| c != '\n' && is_hidden(c)), "{argv:?}: {text:?}");
    Some(error.kind())
}

/// Every text that was typed, as every kind of value.
fn typed(matches: &clap::ArgMatches) {
    for id in matches.ids() {
        // Groups of arguments and paths hold no text.
        let Ok(Some(values)) = matches.try_get_many::<String>(id.as_str()) else { continue };
        for text in values {
            amount(text.as_bytes());
            date(text.as_bytes());
            let _ = value::stage(text);
            let _ = value::basis(text).map(|grounds| assert!(!grounds.is_empty()));
            let _ = (value::flag(text), value::ground(text), value::urgency(text));
            let _ = (value::presence(text), value::outcome(text), value::answer(text));
            let _ = (value::role(text), value::day_kind(text), value::office(text));
            let _ = (value::parties(text), value::field(text));
            if let Ok(code) = value::code(text) {
                assert_eq!(value::code(&code), Ok(code.clone()), "{text:?}");
            }
        }
    }
    if let Some((_, inner)) = matches.subcommand() {
        typed(inner);
    }
}
