//! A page becomes text or bytes: for the terminal, for machines, for spreadsheets, for documents.

pub mod board;
mod cells;
mod columns;
mod csv;
pub mod document;
mod docx;
pub mod form;
mod html;
mod json;
mod layout;
mod markdown;
pub mod official;
pub mod pack;
mod paper;
pub mod receipt;
#[cfg(test)]
#[path = "sample_tests.rs"]
mod sample;
pub mod sheet;
mod table;
mod unit;
pub mod workbook;
mod wrap;
mod xlsx;

use crate::error::Result;
use crate::labels::{self, Lang};
use crate::model::keyed::keyed;
use crate::model::look::Look;
use crate::view::page::Page;
use std::borrow::Cow;
use std::path::Path;

keyed! {
    /// How a page is drawn.
    Format {
        /// For the terminal.
        Table = "table",
        /// For machines: keys, never words.
        Json = "json",
        /// For spreadsheets, and for our own importer.
        Csv = "csv",
        Markdown = "markdown",
        /// A workbook to print and to count with.
        Xlsx = "xlsx",
        /// A text document with tables.
        Docx = "docx",
        /// One file for a browser, which prints too.
        Html = "html",
    }
}

impl Format {
    /// The format a file's extension asks for.
    pub fn from_path(path: &Path) -> Option<Format> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "txt" => Some(Format::Table),
            "json" => Some(Format::Json),
            "csv" => Some(Format::Csv),
            "md" | "markdown" => Some(Format::Markdown),
            "xlsx" => Some(Format::Xlsx),
            "docx" => Some(Format::Docx),
            "html" | "htm" => Some(Format::Html),
            _ => None,
        }
    }

    /// The extension of a file that a program would open as what no page can be written as.
    pub fn of_other_program(path: &Path) -> Option<String> {
        const OTHERS: [&str; 10] =
            ["pdf", "doc", "wps", "rtf", "odt", "xls", "et", "ods", "ppt", "pptx"];
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        OTHERS.contains(&ending.as_str()).then_some(ending)
    }

    /// The extension of a file in the format.
    pub const fn extension(self) -> &'static str {
        match self {
            Format::Table => "txt",
            Format::Json => "json",
            Format::Csv => "csv",
            Format::Markdown => "md",
            Format::Xlsx => "xlsx",
            Format::Docx => "docx",
            Format::Html => "html",
        }
    }

    /// Whether it is a file, not text for a terminal.
    pub const fn is_file(self) -> bool {
        matches!(self, Format::Xlsx | Format::Docx | Format::Html)
    }
}

/// Draws `page` in the look that is shipped. `width` is the terminal's; `None` (piped, or a file) never wraps.
pub fn render(page: &Page, format: Format, lang: Lang, width: Option<u16>) -> Result<Vec<u8>> {
    render_as(page, format, lang, width, &labels::official::look())
}

/// Draws `page`; a text document in the look of an office.
pub fn render_as(
    page: &Page,
    format: Format,
    lang: Lang,
    width: Option<u16>,
    look: &Look,
) -> Result<Vec<u8>> {
    let page = match format {
        Format::Json => Cow::Borrowed(page),
        _ => unit::placed(page),
    };
    let page = page.as_ref();
    match format {
        Format::Table => Ok(table::render(page, lang, width).into_bytes()),
        Format::Json => json::render(page),
        Format::Csv => csv::render(page, lang),
        Format::Markdown => Ok(markdown::render(page, lang).into_bytes()),
        Format::Xlsx => xlsx::render(page, lang),
        Format::Docx => docx::render(page, lang, look),
        Format::Html => Ok(html::render(page, lang).into_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extension_names_the_format() {
        assert_eq!(Format::from_path(Path::new("a/2.CSV")), Some(Format::Csv));
        assert_eq!(Format::from_path(Path::new("x.markdown")), Some(Format::Markdown));
        assert_eq!(Format::from_path(Path::new("x.HTM")), Some(Format::Html));
        assert_eq!(Format::from_path(Path::new("x.pdf")), None);
        assert_eq!(Format::from_path(Path::new("json")), None);
        assert_eq!(Format::of_other_program(Path::new("x.PDF")).as_deref(), Some("pdf"));
        assert_eq!(Format::of_other_program(Path::new("x.log")), None);
        assert_eq!(Format::from_key("table"), Some(Format::Table));
        for format in Format::ALL {
            let file = format!("a.{}", format.extension());
            assert_eq!(Format::from_path(Path::new(&file)), Some(*format));
        }
    }
}
