//! Every way the text of an official paper can be refused, with its facts. The place names the
//! file and the line.

/// Why a template cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplateRefusal {
    /// A field there is not, with those there are.
    UnknownBlank { given: String, known: Vec<String> },
    /// A table or a frame amid other words of a line.
    NotAlone { given: String },
    /// A list that is printed as if it were a value.
    IsList { given: String },
    /// What the engine cannot read, in its own words.
    Broken { detail: String },
    /// Loops that take longer than any paper.
    Endless,
    /// A file whose name is that of no text.
    UnknownText { known: Vec<String> },
    /// A folder without any text.
    NoTexts { known: Vec<String> },
    /// No such folder.
    NoFolder { path: String },
    /// A file that is no text, or far too large for one.
    NotText,
    /// A file in an encoding that is not known.
    Encoding,
    /// Nothing but blank lines.
    Empty,
}
