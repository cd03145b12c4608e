//! Official papers (公文) as one text document: each paper's text is a template filled with typed
//! fields, its lines are set as GB/T 9704—2012 asks, and each paper begins on a sheet of its own.
//!
//! A line of a template is a paragraph; what it begins with says which:
//! `# ` 标题, `^ ` 纪要标志, `@ ` 主送, `## ` 一级标题, `### ` 二级标题, `> ` 署名和成文日期, `! ` 附注, else 正文.

mod block;
mod fill;
mod text;

use super::cells;
use super::docx::package;
use super::docx::sheet::{HEADED, Sheet};
use super::docx::text::{Run, set};
use super::docx::{grid, table};
use crate::error::Result;
use crate::labels::Lang;
use crate::model::blank::Blank;
use crate::model::look::Look;
use crate::view::official::{Fill, Official};
use block::{Block, Kind};
pub use text::Texts;

/// Papers are in Chinese, whatever the terminal speaks.
const LANG: Lang = Lang::Zh;
/// Twentieths of a point from one line to the next, 22 lines to a sheet.
const LINE: u32 = 579;
/// Twentieths of a point of one character of the body, 28 to a line.
const CHARACTER: u32 = 315;
/// Characters between the day of a paper and the right margin, where it is sealed.
const SEAL: i64 = 4;

/// The bytes of a document of these papers, in their order.
///
/// # Errors
/// [`crate::error::TemplateRefusal`] for a text that cannot be filled in.
pub fn render(papers: &[Official], texts: &Texts, look: &Look) -> Result<Vec<u8>> {
    let mut body = String::new();
    let mut title = None;
    for (index, paper) in papers.iter().enumerate() {
        let (blocks, drawn) = texts.write(paper)?;
        title = title.or_else(|| named(&blocks));
        let is_last = index + 1 == papers.len();
        body += &draw(paper, &blocks, &drawn, look, is_last);
    }
    let title = title.or_else(|| papers.first().map(|paper| cells::title(&paper.page, LANG)));
    let day = papers.first().map(|paper| paper.page.as_of).unwrap_or_default();
    package(&body, &title.unwrap_or_default(), day, look)
}

/// The title of a paper, on one line.
fn named(blocks: &[Block]) -> Option<String> {
    let title = blocks.iter().filter_map(|block| match block {
        Block::Said { kind: Kind::Title, text } => Some(text.as_str()),
        _ => None,
    });
    let title: String = title.collect();
    (!title.is_empty()).then_some(title)
}

/// What a paragraph is before its section is known.
struct Paragraph<'a> {
    style: &'static str,
    how: String,
    text: &'a str,
}

impl Paragraph<'_> {
    fn draw(&self, section: &str) -> String {
        let how = format!("{}{section}", self.how);
        set(self.style, &how, &[Run::plain(self.text)], LANG)
    }
}

/// One paper, with the section it is: the last one's stands after it, every other one's in its last
/// paragraph.
fn draw(paper: &Official, blocks: &[Block], drawn: &[&Fill], look: &Look, is_last: bool) -> String {
    let columns = drawn.iter().filter_map(|fill| match fill {
        Fill::Table(table) => Some(table.columns.len()),
        _ => None,
    });
    let sheet = Sheet::of(columns.max().unwrap_or_default());
    let sheet = if look.head.is_some() { HEADED } else { sheet };
    let number = number(paper).filter(|_| look.head.is_some());
    let mut body = String::new();
    let mut held: Option<Paragraph<'_>> = None;
    if let Some(number) = &number {
        held = Some(Paragraph { style: "PaperNumber", how: String::new(), text: number });
    }
    for (index, block) in blocks.iter().enumerate() {
        body += &held.take().map(|paragraph| paragraph.draw("")).unwrap_or_default();
        match block {
            Block::Said { kind, text } => {
                let how = how(*kind, index, blocks, look);
                held = Some(Paragraph { style: kind.style(), how, text });
            }
            Block::Drawn(place) => {
                match drawn.get(*place) {
                    Some(Fill::Table(of)) => {
                        body += &table::draw(&paper.page, of, sheet.width, LANG);
                    }
                    Some(Fill::Grid(pairs)) => {
                        body += &grid::draw(pairs, sheet.width, paper.page.unit, LANG);
                    }
                    _ => {}
                }
                // Two tables that touch would become one, and no section ends with a table.
                let how = r#"<w:spacing w:line="120" w:lineRule="exact"/>"#.to_owned();
                held = Some(Paragraph { style: "TableNote", how, text: "" });
            }
        }
    }
    let last = held.unwrap_or(Paragraph { style: "BodyText", how: String::new(), text: "" });
    if is_last {
        return body + &last.draw("") + sheet.section();
    }
    body + &last.draw(sheet.section())
}

/// 发文字号 of a letter with its head.
fn number(paper: &Official) -> Option<String> {
    let fill = paper.fills.iter().find(|(blank, _)| *blank == Blank::LetterNumber);
    match fill {
        Some((_, Fill::Cell(cell))) => Some(fill::said(cell, paper.page.unit)),
        _ => None,
    }
}

/// Where a paragraph departs from its style.
fn how(kind: Kind, index: usize, blocks: &[Block], look: &Look) -> String {
    let kind_at = |index: usize| match blocks.get(index) {
        Some(Block::Said { kind, .. }) => Some(*kind),
        _ => None,
    };
    match kind {
        Kind::Title => {
            // Two lines below what stands above it, where there is a head; a line above what follows.
            let before = if look.head.is_some() && index == 0 { 2 * LINE } else { 0 };
            let after = match kind_at(index + 1) {
                Some(Kind::Title) => 0,
                Some(Kind::Addressee | Kind::Body) => LINE,
                _ => LINE / 2,
            };
            format!(
                r#"<w:spacing w:before="{before}" w:after="{after}" w:line="680" w:lineRule="exact"/>"#
            )
        }
        Kind::Right => {
            let first = (0..=index).rev().take_while(|at| kind_at(*at) == Some(Kind::Right)).last();
            let group = blocks[first.unwrap_or(index)..].iter().map_while(|block| match block {
                Block::Said { kind: Kind::Right, text } => Some(text.as_str()),
                _ => None,
            });
            let indent = indent(group, index - first.unwrap_or(index));
            // What is signed stays on the sheet with its day.
            let keep = if kind_at(index + 1) == Some(Kind::Right) { "<w:keepNext/>" } else { "" };
            format!(r#"{keep}<w:ind w:right="{indent}"/>"#)
        }
        // A share does not break within itself: justified, the line before it would be torn apart.
        Kind::Body => match blocks.get(index) {
            Some(Block::Said { text, .. }) if text.contains('%') => {
                r#"<w:jc w:val="left"/>"#.to_owned()
            }
            _ => String::new(),
        },
        _ => String::new(),
    }
}

/// The right indent of one of the lines that sign a paper: the last, its day, stands four characters
/// from the margin, and the others are centred above it.
fn indent<'a>(lines: impl Iterator<Item = &'a str>, at: usize) -> i64 {
    // In half characters.
    let widths: Vec<i64> = lines.map(|line| super::wrap::width(line) as i64).collect();
    let last = widths.last().copied().unwrap_or_default();
    let indent = |width: i64| 2 * SEAL + (last - width) / 2;
    let least = widths.iter().map(|width| indent(*width)).min().unwrap_or_default().min(0);
    let half = i64::from(CHARACTER) / 2;
    widths.get(at).map_or(0, |width| (indent(*width) - least) * half)
}

#[cfg(test)]
#[path = "official_tests.rs"]
mod tests;
