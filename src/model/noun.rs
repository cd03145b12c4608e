//! What a word on the command line may name, for those who offer words to choose from.

/// A kind of thing a library holds under a code or a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noun {
    Project,
    Appeal,
    Clue,
    Candidate,
    Letter,
    Meeting,
    Task,
    Category,
    District,
    Department,
    /// A district or a department.
    Party,
}

/// A word that may be typed, and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub word: String,
    /// Empty where the word says it all.
    pub about: String,
}

/// The names of one district, department or category, any of which may be typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    pub key: String,
    pub short: String,
    pub full: String,
    pub english: String,
}
