//! How each shell hands over the words of a command line, and how it wants an answer.

use super::Shell;
use crate::model::noun::Offer;
use unicode_width::UnicodeWidthStr;

/// What is said of a word fits on one line with it.
const ABOUT: usize = 48;

/// A command line as its shell handed it over.
pub struct Line {
    /// The words before the typed one, without the program's name and without quotes.
    pub before: Vec<String>,
    pub typed: String,
    /// What `--db` names.
    pub library: Option<String>,
    /// The shell puts the answer in the place of what stands after the last `=` alone.
    after_equals: bool,
    /// The quote that the typed word begins with.
    quote: Option<char>,
}

impl Line {
    pub fn read(shell: Shell, words: Vec<String>, at: usize) -> Line {
        let mut before: Vec<String> = words.iter().take(at).cloned().collect();
        let mut typed = words.into_iter().nth(at).unwrap_or_default();
        let mut after_equals = false;
        if shell == Shell::Bash {
            // bash parts words at `=`, which stands as a word of its own.
            before.push(typed);
            let parts = before.len();
            before = joined(before);
            typed = before.pop().unwrap_or_default();
            after_equals = before.len() + 1 < parts && typed.contains('=');
        }
        let quote = typed.chars().next().filter(|first| matches!(first, '"' | '\''));
        let plain = |word: &String| match shell {
            Shell::Bash => unquoted(word),
            Shell::Powershell => word.clone(),
        };
        let before: Vec<String> = before.iter().skip(1).map(plain).collect();
        let library = library(&before);
        let typed = match (quote, shell) {
            (Some(quote), _) => typed.trim_matches(quote).to_owned(),
            (None, Shell::Bash) => unquoted(&typed),
            (None, Shell::Powershell) => typed,
        };
        Line { before, typed, library, after_equals, quote }
    }

    /// One line for each word: what is put in, a tab, what is shown to choose from.
    pub fn write(&self, shell: Shell, offers: &[Offer]) -> String {
        let words: Vec<String> = offers.iter().map(|offer| self.word(shell, offer)).collect();
        let wide = words.iter().map(|word| word.width()).max().unwrap_or_default();
        let mut text = String::new();
        for (word, offer) in words.iter().zip(offers) {
            text.push_str(word);
            text.push('\t');
            text.push_str(word);
            if !offer.about.is_empty() {
                text.push_str(&" ".repeat(wide - word.width() + 2));
                text.push_str(&short(&offer.about));
            }
            text.push('\n');
        }
        text
    }

    fn word(&self, shell: Shell, offer: &Offer) -> String {
        let word = match offer.word.split_once('=') {
            Some((_, value)) if self.after_equals => value,
            _ => &offer.word,
        };
        match (shell, self.quote) {
            (Shell::Bash, Some(_)) => word.to_owned(),
            (Shell::Bash, None) => escaped(word),
            (Shell::Powershell, quote) => quoted(word, quote.is_some()),
        }
    }
}

/// Joins `--option`, `=` and its value.
fn joined(words: Vec<String>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::new();
    let mut open = false;
    for word in words {
        let option = joined.last().is_some_and(|last| last.starts_with("--"));
        match joined.last_mut() {
            Some(last) if open || (word == "=" && option && !last.contains('=')) => {
                last.push_str(&word);
                open = !open;
            }
            _ => {
                open = false;
                joined.push(word);
            }
        }
    }
    joined
}

/// A word as bash would hand it to a program: without quotes, with the home folder in its place.
fn unquoted(word: &str) -> String {
    let mut plain = String::new();
    let mut quote = None;
    let mut letters = word.chars();
    while let Some(letter) = letters.next() {
        match (letter, quote) {
            ('\\', None) => plain.extend(letters.next()),
            ('"' | '\'', None) => quote = Some(letter),
            (letter, Some(open)) if letter == open => quote = None,
            (letter, _) => plain.push(letter),
        }
    }
    match (word.strip_prefix("~/"), std::env::var("HOME")) {
        (Some(_), Ok(home)) => format!("{home}{}", &plain[1..]),
        _ => plain,
    }
}

/// What `--db` names among the words, as typed.
fn library(words: &[String]) -> Option<String> {
    let mut named = None;
    let mut words = words.iter();
    while let Some(word) = words.next() {
        if word == "--db" {
            named = words.next().cloned();
        } else if let Some(path) = word.strip_prefix("--db=") {
            named = Some(path.to_owned());
        }
    }
    named
}

/// For bash: a stroke before every sign that is neither a letter nor harmless.
fn escaped(word: &str) -> String {
    let mut text = String::new();
    for letter in word.chars() {
        if letter.is_ascii() && !letter.is_ascii_alphanumeric() && !"-_./:,+@%=".contains(letter) {
            text.push('\\');
        }
        text.push(letter);
    }
    text
}

/// For PowerShell: in single quotes where a sign would mean something; it takes the Chinese quotes
/// ‘’‚‛ for single ones too, which are doubled.
fn quoted(word: &str, always: bool) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || "-_./:+=".contains(letter);
    if !always && !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    let mut text = String::from('\'');
    for letter in word.chars() {
        if matches!(letter, '\'' | '\u{2018}'..='\u{201b}') {
            text.push(letter);
        }
        text.push(letter);
    }
    text.push('\'');
    text
}

/// The beginning of what is said of a word, without signs a terminal would obey.
fn short(about: &str) -> String {
    let mut text = String::new();
    for letter in about.chars().map(|letter| if letter.is_control() { ' ' } else { letter }) {
        if text.width() > ABOUT {
            text.push('…');
            break;
        }
        text.push(letter);
    }
    text
}
