//! A page as a text document: title, what the figures are of, and every table under its name with
//! the header repeated on each sheet and no row broken. Sizes, fonts and margins are those of
//! official papers (GB/T 9704—2012); they stand in `templates`, where an office can find them.

pub mod grid;
mod package;
pub mod sheet;
pub mod table;
pub mod text;

use super::{cells, paper};
use crate::error::Result;
use crate::labels::Lang;
use crate::model::look::Look;
use crate::view::page::Page;
pub use package::package;
use sheet::Sheet;
use text::{Run, paragraph};

/// The bytes of the document.
///
/// # Errors
/// Only our own fault.
pub fn render(page: &Page, lang: Lang, look: &Look) -> Result<Vec<u8>> {
    let title = cells::title(page, lang);
    package(&body(page, &title, lang), &title, page.as_of, &Look { head: None, ..look.clone() })
}

/// Everything between the title and the last section.
fn body(page: &Page, title: &str, lang: Lang) -> String {
    let columns = page.tables.iter().map(|table| table.columns.len()).max();
    let sheet = Sheet::of(columns.unwrap_or_default());
    let said = |style: &str, text: &str| paragraph(style, &[Run::plain(text)], lang);
    let mut body = said("Title", title);
    for sentence in paper::heading(page, lang) {
        body += &said("Subtitle", &sentence);
    }
    for table in &paper::tables(page) {
        if let Some(subtitle) = paper::subtitle(page, table, lang) {
            body += &said("Heading1", &subtitle);
        }
        if let Some(unit) = paper::unit(page, table, lang) {
            body += &said("TableUnit", &unit);
        }
        if !table.columns.is_empty() {
            body += &table::draw(page, table, sheet.width, lang);
        }
        let notes = paper::notes_of(page, table, lang);
        // Two tables that touch would become one, and the text must not end with a table.
        if notes.is_empty() {
            body += &said("TableNote", "");
        }
        for note in notes {
            body += &said("TableNote", &note);
        }
    }
    body + sheet.section()
}

#[cfg(test)]
#[path = "docx_tests.rs"]
mod tests;
