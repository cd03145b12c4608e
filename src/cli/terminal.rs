//! Questions to a person at a terminal.

use super::output;
use std::io::{BufRead, Write};

/// Asks and reads one line; `None` at the end of input.
pub fn ask(question: &str) -> Option<String> {
    let mut err = std::io::stderr().lock();
    let _ = write!(err, "{question} ").and_then(|()| err.flush());
    let mut line = String::new();
    match std::io::stdin().lock().read_line(&mut line) {
        Ok(0) | Err(_) => {
            output::say("");
            None
        }
        Ok(_) => Some(line.trim().to_owned()),
    }
}

/// Asks for yes; anything else is no.
pub fn confirm(question: &str) -> bool {
    ask(question).is_some_and(|answer| {
        matches!(answer.to_lowercase().as_str(), "y" | "yes")
            || crate::import::value::flag(&answer) == Some(true)
    })
}
