//! The bytes of a frozen document, and the document of bytes.

use crate::error::Result;
use crate::view::meeting::document::Document;
use anyhow::Context;

/// The document as JSON, indented, with a newline at the end: what is kept for ever.
///
/// # Errors
/// Only a fault of the program.
pub fn write(document: &Document) -> Result<String> {
    Ok(serde_json::to_string_pretty(document).context("a document as JSON")? + "\n")
}

/// The document that was kept.
///
/// # Errors
/// Bytes that no version of the program wrote.
pub fn read(bytes: &str) -> Result<Document> {
    Ok(serde_json::from_str(bytes).context("a frozen document")?)
}
