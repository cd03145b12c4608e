//! A page for the terminal: plain characters only, no box drawing (its width is ambiguous where
//! Chinese is written). A table too wide for the terminal stands upright, one field a line.

use super::cells::{self, BLANK};
use super::layout::{self, GAP};
use super::wrap::{width, wrap};
use crate::labels::{self, Lang};
use crate::model::note::Note;
use crate::view::page::{ColumnKind, Page, RowKind, Table};
use comfy_table::{Cell, CellAlignment, TableStyle};

/// Narrower terminals are treated as if they were this wide.
const NARROWEST: usize = 20;

/// A table whose every cell is text.
struct Grid {
    kinds: Vec<ColumnKind>,
    heads: Vec<String>,
    rows: Vec<(RowKind, Vec<String>)>,
}

/// Draws the page.
pub fn render(page: &Page, lang: Lang, limit: Option<u16>) -> String {
    let limit = limit.map(|limit| usize::from(limit).max(NARROWEST));
    let mut blocks = Vec::new();
    let title = sentence(&cells::title(page, lang), limit);
    blocks.push([vec![title], notes(&page.heading, lang, limit)].concat().join("\n"));
    for table in &page.tables {
        let mut block = String::new();
        if table.title != page.title {
            block = sentence(&cells::word(table.title.into(), lang), limit) + "\n";
        }
        blocks.push(block + &draw(&grid(table, page, lang), limit));
    }
    if !page.notes.is_empty() {
        blocks.push(notes(&page.notes, lang, limit).join("\n"));
    }
    blocks.join("\n\n") + "\n"
}

fn notes(notes: &[Note], lang: Lang, limit: Option<usize>) -> Vec<String> {
    let shown = notes.iter().map(|note| cells::visible(&labels::note(note, lang)));
    shown.map(|note| sentence(&note, limit)).collect()
}

/// A sentence, wrapped where there is a limit.
fn sentence(text: &str, limit: Option<usize>) -> String {
    limit.map_or_else(|| text.to_owned(), |limit| wrap(text, limit).join("\n"))
}

/// The words of a table, details indented.
fn grid(table: &Table, page: &Page, lang: Lang) -> Grid {
    let show = |cell: &_| match cells::text(cell, page.unit, lang) {
        text if text.is_empty() => BLANK.to_owned(),
        text => text,
    };
    let rows = table.rows.iter().map(|row| {
        let mut texts: Vec<String> = row.cells.iter().map(show).collect();
        texts.resize(table.columns.len(), BLANK.to_owned());
        if let (RowKind::Detail, Some(first)) = (row.kind, texts.first_mut()) {
            first.insert_str(0, "  ");
        }
        (row.kind, texts)
    });
    Grid {
        kinds: table.columns.iter().map(|column| column.kind).collect(),
        heads: table.columns.iter().map(|c| cells::heading(c, page.unit, lang)).collect(),
        rows: rows.collect(),
    }
}

/// Side by side where that fits, else upright.
fn draw(grid: &Grid, limit: Option<usize>) -> String {
    let needs: Vec<_> = (0..grid.heads.len())
        .map(|index| {
            let cells = grid.rows.iter().map(move |(_, texts)| texts[index].as_str());
            layout::need(grid.kinds[index], &grid.heads[index], cells)
        })
        .collect();
    match (layout::widths(&needs, limit), limit) {
        (Some(widths), _) => side_by_side(grid, &widths),
        (None, Some(limit)) => upright(grid, limit),
        (None, None) => String::new(),
    }
}

fn side_by_side(grid: &Grid, widths: &[usize]) -> String {
    let fold = |texts: &[String]| -> Vec<String> {
        texts.iter().zip(widths).map(|(text, width)| wrap_indented(text, *width)).collect()
    };
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    let heads = grid.heads.iter().zip(widths).map(|(head, width)| wrap_heading(head, *width));
    let mut lines = vec![heads.collect(), rule.clone()];
    for (kind, texts) in &grid.rows {
        if *kind == RowKind::Total {
            lines.push(rule.clone());
        }
        lines.push(fold(texts));
    }
    let right = |kind: &ColumnKind| matches!(kind, ColumnKind::Number | ColumnKind::Money);
    align(lines, &grid.kinds.iter().map(right).collect::<Vec<_>>())
}

/// Every row as a block of `heading  value` lines.
fn upright(grid: &Grid, limit: usize) -> String {
    let head = grid.heads.iter().map(|head| width(head)).max().unwrap_or(0).min(limit / 3);
    let body = limit - head - GAP;
    let block = |(kind, texts): &(RowKind, Vec<String>)| {
        let pairs = grid.heads.iter().zip(texts);
        let lines = pairs.map(|(name, text)| {
            vec![wrap_heading(name, head), wrap_indented(text.trim_start(), body)]
        });
        let drawn = align(lines.collect(), &[false, false]);
        if *kind == RowKind::Total { format!("{}\n{drawn}", "-".repeat(limit)) } else { drawn }
    };
    grid.rows.iter().map(block).collect::<Vec<_>>().join("\n\n")
}

/// Wraps a cell; what is indented stays indented on every line.
fn wrap_indented(text: &str, limit: usize) -> String {
    let bare = text.trim_start();
    let indent = text.len() - bare.len();
    let lines = wrap(bare, limit.saturating_sub(indent).max(2));
    let pad = " ".repeat(indent);
    lines.iter().map(|line| format!("{pad}{line}")).collect::<Vec<_>>().join("\n")
}

/// Wraps a heading, first between its name and its unit.
fn wrap_heading(text: &str, limit: usize) -> String {
    if width(text) <= limit {
        return text.to_owned();
    }
    layout::heading_parts(text).flat_map(|part| wrap(part, limit)).collect::<Vec<_>>().join("\n")
}

/// Sets columns beside each other; `right` tells which ones stand at the right.
fn align(lines: Vec<Vec<String>>, right: &[bool]) -> String {
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(TableStyle::new()).force_no_tty();
    for line in lines {
        drawn.add_row(line.into_iter().zip(right).map(|(text, right)| {
            let side = if *right { CellAlignment::Right } else { CellAlignment::Left };
            Cell::new(text).set_alignment(side)
        }));
    }
    for column in drawn.column_iter_mut() {
        column.set_padding((0, GAP as u16));
    }
    drawn.trim_fmt()
}

#[cfg(test)]
#[path = "table_tests.rs"]
mod tests;
