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
use crate::view::pack::Leaf;
use crate::view::page::Page;
pub use package::package;
use sheet::Sheet;
use text::{Run, paragraph, set};

/// The bytes of the document.
///
/// # Errors
/// Only our own fault.
pub fn render(page: &Page, lang: Lang, look: &Look) -> Result<Vec<u8>> {
    let title = cells::title(page, lang);
    package(&body(page, &title, lang), &title, page.as_of, &Look { head: None, ..look.clone() })
}

/// The bytes of a document of several pages, each beginning on a sheet of its own.
///
/// # Errors
/// Only our own fault.
pub fn render_all(leaves: &[Leaf], lang: Lang, look: &Look) -> Result<Vec<u8>> {
    let titles = || leaves.iter().map(|(_, page)| cells::title(page, lang));
    let title = titles().next().unwrap_or_default();
    let day = leaves.first().map(|(_, page)| page.as_of).unwrap_or_default();
    let mut whole = String::new();
    for (index, ((_, page), title)) in leaves.iter().zip(titles()).enumerate() {
        let (said, sheet) = content(page, &title, lang);
        whole += &said;
        whole += &match index + 1 == leaves.len() {
            true => sheet.section().to_owned(),
            // The section of what comes before stands in its last paragraph.
            false => set("TableNote", sheet.section(), &[], lang),
        };
    }
    package(&whole, &title, day, &Look { head: None, ..look.clone() })
}

/// Everything of a page with the section it is.
fn body(page: &Page, title: &str, lang: Lang) -> String {
    let (said, sheet) = content(page, title, lang);
    said + sheet.section()
}

/// Everything of a page, and the sheet it takes.
fn content(page: &Page, title: &str, lang: Lang) -> (String, Sheet) {
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
    (body, sheet)
}

#[cfg(test)]
#[path = "docx_tests.rs"]
mod tests;
