//! The leaders' page as one HTML file: its sections, charts and lists, a script that narrows and
//! sorts the lists, and how it prints. It is in Chinese, as every paper is.

mod chart;
mod figures;
mod list;

use super::html::shell::{Shell, shell};
use super::html::{PORTRAIT, STYLE, table};
use super::{cells, paper};
use crate::labels::{self, Lang};
use crate::model::board::BoardWord;
use crate::model::note::Note;
use crate::view::board::{Board, Draw, Part, Section};
use maud::{Markup, html};

const BOARD_STYLE: &str = include_str!("templates/board.css");
const SCRIPT: &str = include_str!("templates/board.js");
const LANG: Lang = Lang::Zh;
/// Columns of a table that has room beside its chart.
const BESIDE: usize = 5;

/// The text of the file.
pub fn render(board: &Board) -> String {
    let title = cells::title(&board.page, LANG);
    let sections = || (1..).zip(&board.sections);
    let name = |section: &Section| cells::word(section.title, LANG);
    let body = html! {
        header {
            h1 { (title) }
            @for sentence in paper::heading(&board.page, LANG) { p { (sentence) } }
        }
        nav aria-label=(word(BoardWord::Contents)) {
            ol {
                @for (number, section) in sections() {
                    li { a href={ "#s" (number) } { (name(section)) } }
                }
            }
        }
        main {
            @for (number, section) in sections() {
                @let has_lists = section.parts.iter().any(|part| matches!(part.draw, Draw::List(_)));
                section id={ "s" (number) } class=[has_lists.then_some("across")] aria-labelledby={ "h" (number) } {
                    h2 id={ "h" (number) } { (name(section)) }
                    @for note in &section.lead { p.lead { (paper::sentence(note, LANG)) } }
                    @if has_lists { (list::filter(&board.choices)) }
                    @for part in &section.parts { (draw(board, section, part)) }
                }
            }
        }
    };
    let style = STYLE.to_owned() + BOARD_STYLE + PORTRAIT;
    shell(&Shell { title: &title, lang: LANG, style: &style, body: &body, script: Some(SCRIPT) })
}

fn word(word: BoardWord) -> String {
    labels::word(word, LANG)
}

/// A table with its charts above it and its sentences below.
fn draw(board: &Board, section: &Section, part: &Part) -> Markup {
    let Some(table) = board.page.tables.get(part.table) else { return html! {} };
    let notes: Vec<&Note> = part.notes.iter().collect();
    let beside = part.charts.len() == 1 && table.columns.len() <= BESIDE;
    let width = if beside { chart::NARROW } else { chart::WIDTH };
    html! {
        div.part.beside[beside] {
            @if !part.charts.is_empty() {
                div.charts {
                    @for (number, chart) in part.charts.iter().enumerate() {
                        (chart::draw(&board.page, table, chart, width, &format!("c{}-{number}", part.table)))
                    }
                }
            }
            @match &part.draw {
                Draw::Figures => (figures::draw(&board.page, table)),
                Draw::Plain => (table::draw(&board.page, section.title, table, LANG)),
                Draw::List(facets) => (list::draw(&board.page, table, facets)),
            }
            @for note in paper::footnotes(&notes, LANG) { p.note { (note) } }
        }
    }
}

#[cfg(test)]
#[path = "board_tests.rs"]
mod tests;
