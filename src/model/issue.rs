//! What was handed out (已印发的材料): files as they were, known by their hash.

/// A set of files handed out together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// The operation that handed it out.
    pub op: i64,
    /// The day of that operation.
    pub day: super::Day,
    /// Of its subject, from 1.
    pub number: u64,
    pub files: Vec<IssuedFile>,
}

/// One file of a set without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedFile {
    /// Its name, with its folder inside the set.
    pub file: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// How many bytes it has.
    pub size: u64,
}
