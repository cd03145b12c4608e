//! A page as a workbook that prints as it is: title, what the figures are of, framed tables, notes.
//! Each table has a sheet of its own, for only then has each its own column widths, its frozen
//! header and the header repeated on every printed page.

mod value;

use super::layout::{self, GAP};
use super::workbook::{
    FONT, PADDING, PLACE, SIZE, column_width, fault, lines, new_workbook, row_height, set_page,
};
use super::{cells, paper};
use crate::error::Result;
use crate::labels::Lang;
use crate::view::page::{ColumnKind, Page, RowKind, Table};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet};
use std::collections::HashMap;
use value::{Look, Value, value};

/// The font of titles and headings.
const HEAD_FONT: &str = "SimHei";
const TITLE_SIZE: f64 = 16.0;
const SUBTITLE_SIZE: f64 = 12.0;
const HEAD: Color = Color::RGB(0xD9E2F3);
/// Characters across an A4 page in landscape at the size of the text.
const PAGE: f64 = 148.0;
/// How much wider each try makes a table that does not fit; it is then printed smaller.
const WIDER: f64 = 1.15;
/// The narrowest table, so that the lines above it need not wrap often.
const NARROWEST: f64 = 60.0;
const INDENT: u8 = 2;
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
    let mut workbook = new_workbook(page.as_of)?;
    let mut taken = vec![RESERVED.to_owned()];
    for table in &paper::tables(page) {
        let sheet = workbook.add_worksheet();
        let name = sheet_name(&cells::word(table.title.into(), lang), &mut taken);
        sheet.set_name(name).map_err(fault)?;
        let widths = widths(page, table, lang);
        let mut drawn = Sheet { sheet, page, lang, widths, next: 0, formats: HashMap::new() };
        drawn.draw(table)?;
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
    let columns = table.columns.iter().enumerate();
    let texts: Vec<Vec<String>> = columns
        .clone()
        .map(|(index, _)| {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(index));
            cells.map(|cell| cells::text(cell, page.unit, lang)).collect()
        })
        .collect();
    let needs: Vec<_> = columns
        .map(|(index, column)| {
            let heading = cells::heading(column, page.unit, lang);
            layout::need(column.kind, &heading, texts[index].iter().map(String::as_str))
        })
        .collect();
    let padding = PADDING * needs.len() as f64;
    let places = |room: f64| ((room - padding).max(0.0) / PLACE) as usize;
    let gaps = GAP * needs.len().saturating_sub(1);
    let rooms = std::iter::successors(Some(PAGE), |room| Some(room * WIDER));
    let fitting = rooms.take(20).find_map(|room| layout::widths(&needs, Some(places(room) + gaps)));
    let places = fitting.or_else(|| layout::widths(&needs, None)).unwrap_or_default();
    let mut widths: Vec<f64> =
        places.iter().map(|places| *places as f64 * PLACE + PADDING).collect();
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
    formats: HashMap<Style, Format>,
}

/// What a cell of a table looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Style {
    look: Look,
    is_right: bool,
    is_total: bool,
    is_indented: bool,
    /// Text that would become a formula when edited.
    is_quoted: bool,
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
        if let Some(unit) = paper::unit(self.page, self.lang) {
            self.line(&unit, SIZE, &base().set_align(FormatAlign::Right))?;
        }
        let header = if table.columns.is_empty() { 0 } else { self.header(table)? };
        for row in &table.rows {
            let mut tallest = 1;
            for (index, column) in (0u16..).zip(&table.columns) {
                let cell = row.cells.get(usize::from(index));
                let value = cell.map_or(Value::Blank, |it| value(it, self.page.unit, self.lang));
                if let Value::Text(text) = &value {
                    tallest = tallest.max(lines(text, self.widths[usize::from(index)]));
                }
                self.cell(index, column.kind, row.kind, &value)?;
            }
            self.sheet.set_row_height(self.next, row_height(tallest, SIZE)).map_err(fault)?;
            self.next += 1;
        }
        for sentence in paper::notes_of(self.page, table, self.lang) {
            self.line(&sentence, SIZE, &base())?;
        }
        set_page(self.sheet, (header, header), self.lang)?;
        self.sheet.set_print_center_horizontally(true);
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
        self.sheet.set_row_height(row, row_height(lines(text, room), size)).map_err(fault)?;
        self.next += 1;
        Ok(())
    }

    /// The headings; returns their row.
    fn header(&mut self, table: &Table) -> Result<u32> {
        let format = base().set_font_name(HEAD_FONT).set_text_wrap();
        let format = format.set_align(FormatAlign::Center).set_border(FormatBorder::Thin);
        let format = format.set_background_color(HEAD);
        let mut tallest = 1;
        for (index, column) in (0u16..).zip(&table.columns) {
            let mut heading = cells::heading(column, self.page.unit, self.lang);
            let width = self.widths[usize::from(index)];
            if column_width(&heading) > width {
                heading = layout::heading_parts(&heading).collect::<Vec<_>>().join("\n");
            }
            tallest = tallest.max(lines(&heading, width));
            self.sheet
                .write_string_with_format(self.next, index, heading, &format)
                .map_err(fault)?;
        }
        self.sheet.set_row_height(self.next, row_height(tallest, SIZE)).map_err(fault)?;
        self.next += 1;
        Ok(self.next - 1)
    }

    fn cell(&mut self, at: u16, column: ColumnKind, row: RowKind, value: &Value) -> Result<()> {
        let look = match value {
            Value::Number(_, look) => *look,
            Value::Day(_) => Look::Day,
            Value::Blank | Value::Text(_) => Look::Plain,
        };
        let style = Style {
            look,
            is_right: matches!(column, ColumnKind::Number | ColumnKind::Money),
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

fn base() -> Format {
    Format::new().set_font_name(FONT).set_font_size(SIZE).set_align(FormatAlign::VerticalCenter)
}

impl Style {
    fn format(self) -> Format {
        let mut format = base().set_border(FormatBorder::Thin).set_text_wrap();
        format =
            format.set_align(if self.is_right { FormatAlign::Right } else { FormatAlign::Left });
        if let Some(code) = self.look.code() {
            format = format.set_num_format(code);
        }
        if self.is_total {
            format = format.set_bold().set_border_top(FormatBorder::Medium);
        }
        if self.is_indented {
            format = format.set_indent(INDENT);
        }
        if self.is_quoted {
            format = format.set_quote_prefix();
        }
        format
    }
}

#[cfg(test)]
#[path = "xlsx_tests.rs"]
mod tests;
