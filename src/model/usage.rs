//! What was wrong with a command line, as data; the sentence is in `labels`.

/// A fault of the command line. Arguments are named as the usage line shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UsageFault {
    /// Not one of the values an argument takes.
    NotAChoice {
        arg: String,
        value: String,
        choices: Vec<String>,
        meant: Option<String>,
    },
    /// An argument that takes a value stands without one.
    ValueMissing {
        arg: String,
        choices: Vec<String>,
    },
    /// A value its argument cannot read.
    BadValue {
        arg: String,
        value: String,
    },
    /// The argument's own reader said why, in the reader's language.
    Said(String),
    UnknownOption {
        arg: String,
        meant: Vec<String>,
        may_be_value: bool,
    },
    /// One word more than the command takes.
    Surplus {
        arg: String,
        meant: Vec<String>,
    },
    UnknownCommand {
        name: String,
        meant: Vec<String>,
    },
    /// The value must be joined with `=`.
    NoEquals {
        arg: String,
    },
    TooManyValues {
        arg: String,
        value: String,
    },
    TooFewValues {
        arg: String,
        least: i64,
        given: i64,
    },
    WrongNumber {
        arg: String,
        expected: i64,
        given: i64,
    },
    Conflict {
        arg: String,
        others: Vec<String>,
    },
    /// Given more than once.
    Twice {
        arg: String,
    },
    Missing {
        args: Vec<String>,
    },
    NotUtf8,
    /// Anything the parser may come to say in a later version.
    Other {
        detail: String,
    },
}
