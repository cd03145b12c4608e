//! What is printed instead of running a command: the text, where it belongs, the exit code.

use clap::builder::StyledStr;

/// Where an answer belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    Out,
    Err,
}

/// Whether colour codes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    On,
    Off,
}

/// What to print instead of running a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsageAnswer {
    pub stream: Stream,
    pub exit: u8,
    plain: String,
    coloured: String,
}

impl Colour {
    /// Colour is for terminals, unless `NO_COLOR` holds anything.
    pub fn choose(terminal: bool, no_color: Option<&str>) -> Colour {
        if terminal && no_color.is_none_or(str::is_empty) { Colour::On } else { Colour::Off }
    }
}

impl UsageAnswer {
    /// The text, ending in a newline.
    pub fn text(&self, colour: Colour) -> &str {
        match colour {
            Colour::On => &self.coloured,
            Colour::Off => &self.plain,
        }
    }

    /// An answer for a stream; what goes to stderr is a wrong command line (exit 2).
    pub fn new(stream: Stream, text: &StyledStr) -> UsageAnswer {
        let exit = if stream == Stream::Out { 0 } else { 2 };
        let end = |text: String| text.trim_end().to_owned() + "\n";
        let coloured = end(text.ansi().to_string());
        UsageAnswer { stream, exit, plain: end(text.to_string()), coloured }
    }
}
