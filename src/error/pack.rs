//! Every way to be refused about what is handed out for a meeting, with its facts.

/// Every way to be refused about what is handed out, with its facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackRefusal {
    /// Nothing was handed out yet.
    NotIssued { code: String },
    /// There is no such set.
    UnknownIssue { code: String, known: u64 },
    /// A file handed out was changed in the library.
    Altered { code: String, file: String },
    /// Neither a folder nor a question was given.
    NoFolder,
}
