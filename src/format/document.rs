//! The bytes of a frozen document, and the document of bytes.

use crate::error::{MeetingRefusal, Result};
use crate::view::meeting::document::{Document, NAME, VERSION};
use anyhow::Context;
use serde::Deserialize;

/// The document as JSON, indented, with a newline at the end: what is kept for ever.
///
/// # Errors
/// Only a fault of the program.
pub fn write(document: &Document) -> Result<String> {
    Ok(serde_json::to_string_pretty(document).context("a document as JSON")? + "\n")
}

/// What a document says it is, before the rest of it is read.
#[derive(Deserialize)]
struct Form {
    #[serde(default)]
    document: String,
    #[serde(default)]
    version: u64,
}

/// The document that was kept.
///
/// # Errors
/// [`MeetingRefusal::OtherDocument`], [`MeetingRefusal::NewerDocument`]; bytes that no version of
/// the program wrote.
pub fn read(bytes: &str) -> Result<Document> {
    let form: Form = serde_json::from_str(bytes).context("a frozen document")?;
    if form.document != NAME {
        return Err(MeetingRefusal::OtherDocument { found: form.document }.into());
    }
    let known = u64::from(VERSION);
    if form.version > known {
        return Err(MeetingRefusal::NewerDocument { found: form.version, known }.into());
    }
    Ok(serde_json::from_str(bytes).context("a frozen document")?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::{Fault, Kind};

    fn refused(bytes: &str) -> MeetingRefusal {
        match read(bytes) {
            Err(Fault::Refused(refusal)) => match refusal.kind {
                Kind::Meeting(refusal) => *refusal,
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn another_document_and_a_later_form_are_refused_with_a_sentence() {
        let other = MeetingRefusal::OtherDocument { found: "letter".to_owned() };
        assert_eq!(refused(r#"{"document":"letter","version":1}"#), other);
        let nothing = MeetingRefusal::OtherDocument { found: String::new() };
        assert_eq!(refused("{}"), nothing);
        let newer = MeetingRefusal::NewerDocument { found: 2, known: u64::from(VERSION) };
        assert_eq!(refused(r#"{"document":"tuijin.meeting","version":2,"sheets":[]}"#), newer);
    }
}
