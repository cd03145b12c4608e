//! A table across the sheet, its columns measured, its text as large as they allow.

use super::text::{Run, set};
use crate::format::cells::{self, BLANK};
use crate::format::columns::{Columns, Side, side, spans};
use crate::format::layout;
use crate::labels::Lang;
use crate::view::page::{Column, ColumnKind, Page, Row, RowKind, Table};

/// Sizes of text in half points, the best first; 10.5 points is 五号.
const SIZES: [u32; 4] = [21, 18, 15, 13];
/// Places that a digit or a capital takes in Times New Roman, bold ones too.
const DIGIT: f64 = 1.15;
/// Rows of a table that is not broken between two sheets.
const KEPT: usize = 18;
/// The height of a row that is written in by hand: 12 mm.
const WRITING: &str = r#"<w:trHeight w:val="680" w:hRule="atLeast"/>"#;
/// Twentieths of a point that both margins of a cell take.
const MARGINS: f64 = 120.0;
/// The ground of a heading.
const HEAD: &str = r#"<w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/>"#;

/// A table that is `width` twentieths of a point wide.
pub fn draw(page: &Page, table: &Table, width: u32, lang: Lang) -> String {
    let (widths, size) = fit(page, table, width, lang);
    let grid: String =
        widths.iter().map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#)).collect();
    let rows: String =
        table.rows.iter().map(|row| draw_row(page, table, row, &widths, size, lang)).collect();
    format!(
        r#"<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{}{rows}</w:tbl>"#,
        header(page, &table.columns, &widths, size, lang),
    )
}

/// The columns' widths, which fill the sheet, and the size of the text.
fn fit(page: &Page, table: &Table, width: u32, lang: Lang) -> (Vec<u32>, u32) {
    let columns = Columns::of(page, table, lang, DIGIT);
    let count = table.columns.len();
    let room = f64::from(width) - MARGINS * count as f64;
    // A place is half as wide as the text is high: ten twentieths of a point for each point.
    let place = |size: u32| f64::from(size) * 5.0;
    let tried =
        || SIZES.iter().filter_map(|size| Some((columns.places(room / place(*size))?, *size)));
    let easy = tried().find(|(places, _)| columns.are_easy(places));
    let fitting = easy.or_else(|| tried().next());
    let (places, size) = fitting.unwrap_or_else(|| (columns.loose(), SIZES[SIZES.len() - 1]));
    let wanted: Vec<f64> = places.iter().map(|places| places * place(size) + MARGINS).collect();
    let sum: f64 = wanted.iter().sum();
    let mut widths: Vec<u32> =
        wanted.iter().map(|it| (it / sum * f64::from(width)) as u32).collect();
    let given: u32 = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += width - given;
    }
    (widths, size)
}

/// The headings, under those of their groups, repeated on each sheet.
fn header(page: &Page, columns: &[Column], widths: &[u32], size: u32, lang: Lang) -> String {
    let said = |lines: &[&str]| -> String {
        let runs = lines.iter().map(|line| Run { text: line, is_bold: false, size: Some(size) });
        runs.map(|run| set("TableHead", "", &[run], lang)).collect()
    };
    let row = |cells: String| {
        format!("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>")
    };
    let heading = |column: &Column, width: u32| {
        let heading = cells::heading(column, page.unit, lang);
        let room = f64::from(width) - MARGINS;
        let fits = crate::format::wrap::width(&heading) as f64 * f64::from(size) * 5.0 <= room;
        let parts = layout::heading_parts(&heading);
        if fits { said(&[heading.as_str()]) } else { said(&parts.collect::<Vec<_>>()) }
    };
    let spans = spans(columns);
    let is_joined = |column: &Column| !spans.is_empty() && column.group.is_none();
    let mut at = 0;
    let above = spans.iter().map(|span| {
        let covered = at..at + usize::from(span.columns);
        at = covered.end;
        let width = widths[covered.clone()].iter().sum();
        match span.group {
            Some(group) => {
                let look = format!(r#"<w:gridSpan w:val="{}"/>{HEAD}"#, span.columns);
                cell(width, &look, &said(&[cells::word(group, lang).as_str()]))
            }
            None => {
                let column = &columns[covered.start];
                let look = format!(r#"<w:vMerge w:val="restart"/>{HEAD}"#);
                cell(width, &look, &heading(column, width))
            }
        }
    });
    let above: String = above.collect();
    let below = columns.iter().zip(widths).map(|(column, width)| match is_joined(column) {
        true => cell(*width, &format!("<w:vMerge/>{HEAD}"), &said(&[""])),
        false => cell(*width, HEAD, &heading(column, *width)),
    });
    let below = row(below.collect());
    if spans.is_empty() { below } else { row(above) + &below }
}

fn draw_row(
    page: &Page,
    table: &Table,
    row: &Row,
    widths: &[u32],
    size: u32,
    lang: Lang,
) -> String {
    let is_total = row.kind == RowKind::Total;
    // A small table stays on one sheet, with what is said below it.
    let keep = if table.rows.len() <= KEPT { "<w:keepNext/>" } else { "" };
    let rule = r#"<w:tcBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="auto"/></w:tcBorders>"#;
    let cells = table.columns.iter().zip(widths).enumerate().map(|(index, (column, width))| {
        let value = row.cells.get(index);
        let text = value.map(|cell| cells::text(cell, page.unit, lang)).unwrap_or_default();
        let text = match column.kind {
            ColumnKind::Writing => text.as_str(),
            _ if text.is_empty() => BLANK,
            _ => text.as_str(),
        };
        let indent = match row.kind {
            RowKind::Detail if index == 0 => r#"<w:ind w:left="420"/>"#,
            _ => "",
        };
        let side = match side(column.kind, value) {
            Side::Left => "",
            Side::Centre => r#"<w:jc w:val="center"/>"#,
            Side::Right => r#"<w:jc w:val="right"/>"#,
        };
        let run = Run { text, is_bold: is_total, size: Some(size) };
        let said = set("TableText", &format!("{keep}{indent}{side}"), &[run], lang);
        cell(*width, if is_total { rule } else { "" }, &said)
    });
    let is_written = table.columns.iter().any(|column| column.kind == ColumnKind::Writing);
    let height = if is_written { WRITING } else { "" };
    format!("<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{}</w:tr>", cells.collect::<String>())
}

/// A cell; `look` is in the order of the schema.
pub fn cell(width: u32, look: &str, content: &str) -> String {
    format!(
        r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{look}<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>"#
    )
}
