//! A page as a text document: title, what the figures are of, and every table under its name with
//! the header repeated on each sheet and no row broken. Sizes, fonts and margins are those of
//! official papers (GB/T 9704—2012); they stand in `templates`, where an office can find them.

mod table;
mod text;

use super::{cells, paper};
use crate::error::Result;
use crate::labels::Lang;
use crate::model::Day;
use crate::view::page::Page;
use anyhow::Context;
use std::io::{Cursor, Write};
use text::{Run, escaped, paragraph};
use zip::write::SimpleFileOptions;

/// The parts that are the same in every document.
const PARTS: [(&str, &str); 8] = [
    ("[Content_Types].xml", include_str!("templates/content_types.xml")),
    ("_rels/.rels", include_str!("templates/package_rels.xml")),
    ("word/_rels/document.xml.rels", include_str!("templates/document_rels.xml")),
    ("word/styles.xml", include_str!("templates/styles.xml")),
    ("word/settings.xml", include_str!("templates/settings.xml")),
    ("word/fontTable.xml", include_str!("templates/fonts.xml")),
    ("word/footer1.xml", include_str!("templates/footer_odd.xml")),
    ("word/footer2.xml", include_str!("templates/footer_even.xml")),
];
const CORE: &str = include_str!("templates/core.xml");
const DOCUMENT: &str = include_str!("templates/document.xml");

/// Columns a sheet in portrait can hold.
const MOST_COLUMNS: usize = 6;

/// A sheet of A4; lengths in twentieths of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Sheet {
    /// What the section says of it.
    section: &'static str,
    /// Between its margins.
    width: u32,
}

/// Margins of 37, 35, 28 and 26 mm: above, below, left and right.
const PORTRAIT: Sheet =
    Sheet { section: include_str!("templates/portrait.xml"), width: 11_906 - 1588 - 1474 };
/// The same sheet turned, its head to the right.
const LANDSCAPE: Sheet =
    Sheet { section: include_str!("templates/landscape.xml"), width: 16_838 - 1984 - 2098 };

/// The bytes of the document.
///
/// # Errors
/// Only our own fault.
pub fn render(page: &Page, lang: Lang) -> Result<Vec<u8>> {
    let title = cells::title(page, lang);
    let parts = [
        ("word/document.xml", DOCUMENT.replace("{body}", &body(page, &title, lang))),
        ("docProps/core.xml", core(&title, page.as_of)),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let fixed = PARTS.iter().map(|(name, text)| (*name, *text));
    for (name, text) in fixed.chain(parts.iter().map(|(name, text)| (*name, text.as_str()))) {
        // The archive's own date is fixed, so that the same page gives the same bytes.
        zip.start_file(name, SimpleFileOptions::default()).context("docx")?;
        zip.write_all(text.as_bytes()).context("docx")?;
    }
    Ok(zip.finish().context("docx")?.into_inner())
}

fn core(title: &str, day: Day) -> String {
    CORE.replace("{day}", &day.to_string()).replace("{title}", &escaped(title))
}

/// Everything between the title and the last section.
fn body(page: &Page, title: &str, lang: Lang) -> String {
    let wide = page.tables.iter().any(|table| table.columns.len() > MOST_COLUMNS);
    let sheet = if wide { LANDSCAPE } else { PORTRAIT };
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
    body + sheet.section.trim_end()
}

#[cfg(test)]
#[path = "docx_tests.rs"]
mod tests;
