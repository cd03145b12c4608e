//! A page as a workbook that prints as it is: title, what the figures are of, framed tables, notes.
//! Each table has a sheet of its own, for only then has each its own column widths, its frozen
//! header and the header repeated on every printed page.

mod style;
mod value;

use super::columns::{Columns, Side, Span, side, spans};
use super::layout;
use super::workbook::{
    PADDING, PLACE, SIZE, column_width, fault, lines, new_workbook, row_height, set_page,
};
use super::{cells, paper};
use crate::error::Result;
use crate::labels::Lang;
use crate::view::pack::Leaf;
use crate::view::page::{Page, RowKind, Table};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet};
use std::collections::HashMap;
use style::{HEAD, HEAD_FONT, Style, base};
use value::{Look, Value, value};

const TITLE_SIZE: f64 = 16.0;
const SUBTITLE_SIZE: f64 = 12.0;
const NOTE_SIZE: f64 = 10.0;
/// Characters across an A4 page in landscape at the size of the text.
const PAGE: f64 = 148.0;
/// Points down such a page between its margins.
const HEIGHT: f64 = 510.0;
/// How much taller than a page a sheet may be and still be printed on one, a little smaller.
const TALLER: f64 = 1.25;
/// How much wider each try makes a table that does not fit; it is then printed smaller.
const WIDER: f64 = 1.15;
/// Places that a digit takes in the fonts that stand in for ours.
const DIGIT: f64 = 1.25;
/// The narrowest table, so that the lines above it need not wrap often.
const NARROWEST: f64 = 60.0;
/// Characters that the name of a sheet may not have, and how long it may be.
const FORBIDDEN: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
const LONGEST_NAME: usize = 31;
/// The one name that spreadsheets keep for themselves.
const RESERVED: &str = "history";

/// The bytes of the workbook.
///
/// # Errors
/// Only our own fault.
pub fn render(page: &Page, lang: Lang) -> Result<Vec<u8>> {
    render_all(&[(None, page.clone())], lang)
}

/// The bytes of a workbook of several pages; the sheets of one that has a name are called after it.
///
/// # Errors
/// Only our own fault.
pub fn render_all(leaves: &[Leaf], lang: Lang) -> Result<Vec<u8>> {
    let day = leaves.first().map(|(_, page)| page.as_of).unwrap_or_default();
    let mut workbook = new_workbook(day)?;
    let mut taken = vec![RESERVED.to_owned()];
    for (name, page) in leaves {
        for table in &paper::tables(page) {
            let sheet = workbook.add_worksheet();
            let called = name.as_ref().map(|(zh, en)| cells::visible(lang.pick((zh, en))));
            let called = called.unwrap_or_else(|| cells::word(table.title.into(), lang));
            sheet.set_name(sheet_name(&called, &mut taken)).map_err(fault)?;
            let widths = widths(page, table, lang);
            let formats = HashMap::new();
            Sheet { sheet, page, lang, widths, next: 0, height: 0.0, formats }.draw(table)?;
        }
    }
    workbook.save_to_buffer().map_err(fault)
}

/// A name that spreadsheets accept and no other sheet has.
fn sheet_name(title: &str, taken: &mut Vec<String>) -> String {
    let clean = title.replace(FORBIDDEN, " ");
    let clean = clean.trim_matches(['\'', ' ']);
    let cut = |room: usize| clean.chars().take(room).collect::<String>();
    let numbered = (2..).map(|number| {
        let number = format!("({number})");
        cut(LONGEST_NAME - number.len()) + &number
    });
    let mut names = std::iter::once(cut(LONGEST_NAME)).chain(numbered);
    let free = names.find(|name| !name.is_empty() && !taken.contains(&name.to_lowercase()));
    let free = free.unwrap_or_default();
    taken.push(free.to_lowercase());
    free
}

/// Column widths in characters, within a page where the table can be squeezed into one.
fn widths(page: &Page, table: &Table, lang: Lang) -> Vec<f64> {
    let columns = Columns::of(page, table, lang, DIGIT);
    let padding = PADDING * table.columns.len() as f64;
    let rooms = std::iter::successors(Some(PAGE), |room| Some(room * WIDER)).take(20);
    let mut fitting = rooms.filter_map(|room| columns.places((room - padding) / PLACE));
    let places = fitting.next().unwrap_or_else(|| columns.loose());
    let mut widths: Vec<f64> = places.iter().map(|places| places * PLACE + PADDING).collect();
    let title = column_width(&cells::title(page, lang)) * TITLE_SIZE / SIZE;
    let least = title.max(NARROWEST);
    let sum: f64 = widths.iter().sum();
    if widths.is_empty() {
        widths.push(least.max(PAGE / 1.5));
    } else if sum < least {
        widths.iter_mut().for_each(|width| *width *= least / sum);
    }
    widths
}

/// A sheet being written from top to bottom.
struct Sheet<'a> {
    sheet: &'a mut Worksheet,
    page: &'a Page,
    lang: Lang,
    widths: Vec<f64>,
    /// The next row.
    next: u32,
    /// Height of the rows so far, in points.
    height: f64,
    formats: HashMap<Style, Format>,
}

impl Sheet<'_> {
    fn draw(&mut self, table: &Table) -> Result<()> {
        for (column, width) in (0..).zip(&self.widths) {
            self.sheet.set_column_width(column, *width).map_err(fault)?;
        }
        let title = base().set_font_name(HEAD_FONT).set_align(FormatAlign::Center);
        self.line(&cells::title(self.page, self.lang), TITLE_SIZE, &title)?;
        if let Some(subtitle) = paper::subtitle(self.page, table, self.lang) {
            self.line(&subtitle, SUBTITLE_SIZE, &title)?;
        }
        for sentence in paper::heading(self.page, self.lang) {
            self.line(&sentence, SIZE, &base())?;
        }
        if let Some(unit) = paper::unit(self.page, table, self.lang) {
            self.line(&unit, SIZE, &base().set_align(FormatAlign::Right))?;
        }
        let header = if table.columns.is_empty() { (0, 0) } else { self.header(table)? };
        for row in &table.rows {
            let mut tallest = 1;
            for (index, column) in (0u16..).zip(&table.columns) {
                let cell = row.cells.get(usize::from(index));
                let value = cell.map_or(Value::Blank, |it| value(it, self.page.unit, self.lang));
                if let Value::Text(text) = &value {
                    tallest = tallest.max(lines(text, self.widths[usize::from(index)]));
                }
                self.cell(index, side(column.kind, cell), row.kind, &value)?;
            }
            self.end_row(tallest, SIZE)?;
        }
        for sentence in paper::notes_of(self.page, table, self.lang) {
            self.line(&sentence, NOTE_SIZE, &base())?;
        }
        set_page(self.sheet, header, self.lang)?;
        self.sheet.set_print_center_horizontally(true);
        let room = HEIGHT * (self.widths.iter().sum::<f64>() / PAGE).max(1.0);
        if self.height <= room * TALLER {
            self.sheet.set_print_fit_to_pages(1, 1);
        }
        Ok(())
    }

    /// A line across the whole table.
    fn line(&mut self, text: &str, size: f64, format: &Format) -> Result<()> {
        let format = format.clone().set_font_size(size).set_text_wrap();
        let format = if cells::is_formula(text) { format.set_quote_prefix() } else { format };
        let (row, last) = (self.next, self.widths.len().saturating_sub(1) as u16);
        if last > 0 {
            self.sheet.merge_range(row, 0, row, last, text, &format).map_err(fault)?;
        } else {
            self.sheet.write_string_with_format(row, 0, text, &format).map_err(fault)?;
        }
        let room = self.widths.iter().sum::<f64>() * SIZE / size;
        self.end_row(lines(text, room), size)
    }

    /// Gives the row the height of its lines and goes to the next.
    fn end_row(&mut self, lines: usize, size: f64) -> Result<()> {
        let height = row_height(lines, size);
        self.sheet.set_row_height(self.next, height).map_err(fault)?;
        self.height += height;
        self.next += 1;
        Ok(())
    }

    /// The headings, under those of their groups; returns their first and last row.
    fn header(&mut self, table: &Table) -> Result<(u32, u32)> {
        let format = base().set_font_name(HEAD_FONT).set_text_wrap();
        let format = format.set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
        let format = format.set_border(FormatBorder::Thin).set_background_color(HEAD);
        let spans = spans(&table.columns);
        let first = self.next;
        if !spans.is_empty() {
            self.end_row(1, SIZE)?;
        }
        let (mut tallest, last) = (1, self.next);
        for (index, column) in (0u16..).zip(&table.columns) {
            let mut heading = cells::heading(column, self.page.unit, self.lang);
            let width = self.widths[usize::from(index)];
            if column_width(&heading) > width {
                heading = layout::heading_parts(&heading).collect::<Vec<_>>().join("\n");
            }
            tallest = tallest.max(lines(&heading, width));
            if spans.is_empty() || column.group.is_some() {
                self.sheet
                    .write_string_with_format(last, index, heading, &format)
                    .map_err(fault)?;
            } else {
                self.sheet
                    .merge_range(first, index, last, index, &heading, &format)
                    .map_err(fault)?;
            }
        }
        let mut at = 0;
        for Span { group, columns } in spans {
            if let Some(group) = group {
                let name = cells::word(group, self.lang);
                let end = at + columns - 1;
                if end > at {
                    self.sheet.merge_range(first, at, first, end, &name, &format).map_err(fault)?;
                } else {
                    self.sheet.write_string_with_format(first, at, name, &format).map_err(fault)?;
                }
            }
            at += columns;
        }
        self.end_row(tallest, SIZE)?;
        Ok((first, last))
    }

    fn cell(&mut self, at: u16, side: Side, row: RowKind, value: &Value) -> Result<()> {
        let look = match value {
            Value::Number(_, look) => *look,
            Value::Day(_) => Look::Day,
            Value::Blank | Value::Text(_) => Look::Plain,
        };
        let style = Style {
            look,
            side,
            is_total: row == RowKind::Total,
            is_indented: row == RowKind::Detail && at == 0,
            is_quoted: matches!(value, Value::Text(text) if cells::is_formula(text)),
        };
        let format = self.formats.entry(style).or_insert_with(|| style.format());
        match value {
            Value::Blank => self.sheet.write_blank(self.next, at, format),
            Value::Number(number, _) => {
                self.sheet.write_number_with_format(self.next, at, *number, format)
            }
            Value::Day(day) => self.sheet.write_datetime_with_format(self.next, at, day, format),
            Value::Text(text) => self.sheet.write_string_with_format(self.next, at, text, format),
        }
        .map_err(fault)?;
        Ok(())
    }
}

#[cfg(test)]
#[path = "xlsx_tests.rs"]
mod tests;
