//! A table with its caption, its header, its rows and its total.

use crate::format::cells::{self, BLANK};
use crate::format::columns::{Side, Span, side, spans};
use crate::format::{layout, paper};
use crate::labels::Lang;
use crate::model::word::Word;
use crate::view::page::{Column, ColumnKind, Page, Row, RowKind, Table};
use maud::{Markup, html};

/// Columns from which the text is set smaller, and smaller still.
const DENSE: usize = 9;
const DENSER: usize = 14;
/// Rows of a table that is not broken between two sheets.
const KEPT: usize = 18;

/// The table below a heading; nothing where it has no columns.
pub fn draw(page: &Page, above: Word, table: &Table, lang: Lang) -> Markup {
    let count = table.columns.len();
    let size = size(count);
    let kept = if table.rows.len() <= KEPT { "kept" } else { "long" };
    let from = foot(&table.rows);
    let title = cells::word(table.title.into(), lang);
    // The heading above already shows it, yet a table is found by its caption.
    let seen = if above == table.title.into() { "unseen" } else { "title" };
    html! {
        @if count > 0 {
            div.table {
                table class={ (size) " " (kept) } {
                    caption {
                        span class=(seen) { (title) }
                        @if let Some(unit) = paper::unit(page, table, lang) { span.unit { (unit) } }
                    }
                    thead { (header(page, &table.columns, lang)) }
                    tbody {
                        @for row in table.rows.iter().take(from) { (line(row, page, table, lang)) }
                    }
                    @if from < table.rows.len() {
                        tfoot {
                            @for row in table.rows.iter().skip(from) { (line(row, page, table, lang)) }
                        }
                    }
                }
            }
        } @else if let Some(unit) = paper::unit(page, table, lang) { p { (unit) } }
    }
}

/// How large the text of a table of so many columns is.
pub const fn size(columns: usize) -> &'static str {
    match columns {
        DENSER.. => "denser",
        DENSE.. => "dense",
        _ => "plain",
    }
}

/// The sentences below a table.
pub fn notes(page: &Page, table: &Table, lang: Lang) -> Markup {
    html! { @for note in paper::notes_of(page, table, lang) { p.note { (note) } } }
}

/// Where the totals at the end begin.
fn foot(rows: &[Row]) -> usize {
    rows.iter().rposition(|row| row.kind != RowKind::Total).map_or(0, |last| last + 1)
}

/// The headings, under those of their groups.
fn header(page: &Page, columns: &[Column], lang: Lang) -> Markup {
    let spans = spans(columns);
    let mut at = 0;
    let above: Vec<(Span, &Column)> = spans
        .iter()
        .map(|span| {
            let first = &columns[at];
            at += usize::from(span.columns);
            (*span, first)
        })
        .collect();
    html! {
        @if above.is_empty() {
            tr { @for column in columns { (head(column, page, None, lang)) } }
        } @else {
            tr {
                @for (span, first) in above {
                    @if let Some(group) = span.group {
                        th.group scope="colgroup" colspan=(span.columns) { (cells::word(group, lang)) }
                    } @else { (head(first, page, Some(2), lang)) }
                }
            }
            tr {
                @for column in columns.iter().filter(|column| column.group.is_some()) {
                    (head(column, page, None, lang))
                }
            }
        }
    }
}

/// A heading, which may break only where it has parts.
pub fn head(column: &Column, page: &Page, rows: Option<u8>, lang: Lang) -> Markup {
    let heading = cells::heading(column, page.unit, lang);
    let class = standing(column.kind, side(column.kind, None));
    html! {
        th scope="col" rowspan=[rows] class=[class] {
            @for (place, part) in layout::heading_parts(&heading).enumerate() {
                @if place > 0 { @if part.starts_with('(') { " " } @else { wbr; } }
                (part)
            }
        }
    }
}

fn line(row: &Row, page: &Page, table: &Table, lang: Lang) -> Markup {
    let class = match row.kind {
        RowKind::Data => None,
        RowKind::Detail => Some("detail"),
        RowKind::Total => Some("total"),
    };
    html! {
        tr class=[class] {
            @for (index, column) in table.columns.iter().enumerate() {
                @let cell = row.cells.get(index);
                @let text = cell.map(|cell| cells::text(cell, page.unit, lang)).unwrap_or_default();
                @let text = if text.is_empty() { BLANK } else { &text };
                @let class = standing(column.kind, side(column.kind, cell));
                @if index == 0 {
                    th scope="row" class=[class] { (text) }
                } @else {
                    td class=[class] { (text) }
                }
            }
        }
    }
}

/// How the cells of a column stand.
pub fn standing(kind: ColumnKind, side: Side) -> Option<&'static str> {
    match (kind, side) {
        (_, Side::Right) => Some("number"),
        (_, Side::Centre) => Some("short centre"),
        (ColumnKind::Short, Side::Left) => Some("short"),
        (_, Side::Left) => None,
    }
}
