//! A page as one HTML file that needs nothing else: title, what the figures are of, every table
//! with its header and its notes, and how it is printed on A4. It holds no script, and its policy
//! lets a browser fetch nothing.

pub mod shell;
pub mod table;

use super::{cells, paper};
use crate::labels::Lang;
use crate::view::page::Page;
use maud::html;
use shell::{Shell, shell};

pub const STYLE: &str = include_str!("templates/page.css");
pub const PORTRAIT: &str = include_str!("templates/page_portrait.css");
const LANDSCAPE: &str = include_str!("templates/page_landscape.css");

/// Columns a sheet in portrait can hold.
const MOST_COLUMNS: usize = 6;

/// The text of the file.
pub fn render(page: &Page, lang: Lang) -> String {
    let wide = page.tables.iter().any(|table| table.columns.len() > MOST_COLUMNS);
    let title = cells::title(page, lang);
    let body = html! {
        main {
            header {
                h1 { (title) }
                @for sentence in paper::heading(page, lang) { p { (sentence) } }
            }
            @for table in &paper::tables(page) {
                section {
                    (table::draw(page, page.title.into(), table, lang))
                    (table::notes(page, table, lang))
                }
            }
        }
    };
    let style = STYLE.to_owned() + if wide { LANDSCAPE } else { PORTRAIT };
    shell(&Shell { title: &title, lang, style: &style, body: &body, script: None })
}

#[cfg(test)]
#[path = "html_tests.rs"]
mod tests;
