//! The tables of a page as a workbook to write in: title, headings, rows, framed cells that wrap.

use super::cells;
use super::workbook::{
    FONT, SIZE, as_text, column_width, date, fault, lines, new_workbook, row_height, set_page,
};
use crate::error::Fault;
use crate::labels::{self, Lang};
use crate::view::page::{Cell, ColumnKind, Page, Table};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet};

const HEAD: Color = Color::RGB(0xD9E2F3);
const TITLE_SIZE: f64 = 16.0;
/// Rows of the title and of the line below it; the headings follow.
const TITLE: u32 = 0;
const CAPTION: u32 = 1;
const HEADINGS: u32 = 2;
/// Widest column, in characters; longer texts wrap.
const WIDEST: f64 = 32.0;
const NARROWEST: f64 = 12.0;

/// The bytes of the workbook, a sheet for each table.
///
/// # Errors
/// Only our own fault.
pub fn render(page: &Page, lang: Lang) -> Result<Vec<u8>, Fault> {
    let mut workbook = new_workbook(page.as_of)?;
    for table in &page.tables {
        draw(workbook.add_worksheet(), page, table, lang)?;
    }
    workbook.save_to_buffer().map_err(fault)
}

fn draw(sheet: &mut Worksheet, page: &Page, table: &Table, lang: Lang) -> Result<(), Fault> {
    sheet.set_name(labels::word(table.title, lang)).map_err(fault)?;
    let base = Format::new().set_font_name(FONT).set_font_size(SIZE);
    let large = base.clone().set_bold().set_font_size(TITLE_SIZE);
    // Several sheets of one workbook each say what they are.
    let own = if page.tables.len() > 1 { table.title } else { page.title };
    let title = format!("{}{}", page.place, labels::word(own, lang));
    let large = as_text(&title, &large);
    sheet.write_string_with_format(TITLE, 0, title, &large).map_err(fault)?;
    sheet.set_row_height(TITLE, row_height(1, TITLE_SIZE)).map_err(fault)?;
    let caption: Vec<String> = page.heading.iter().map(|note| labels::note(note, lang)).collect();
    let caption = caption.join(" ");
    sheet
        .write_string_with_format(CAPTION, 0, &caption, &as_text(&caption, &base))
        .map_err(fault)?;
    let framed = base.set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::Top);
    let head = framed.clone().set_bold().set_background_color(HEAD);
    let dated = framed.clone().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left);
    let text = |cell: &Cell| cells::text(cell, page.unit, lang);
    let mut widths = Vec::new();
    for (index, column) in (0u16..).zip(&table.columns) {
        let name = cells::heading(column, page.unit, lang);
        let cells = table.rows.iter().filter_map(|row| row.cells.get(usize::from(index)));
        let widest =
            cells.map(|cell| column_width(&text(cell))).fold(column_width(&name), f64::max);
        let empty =
            table.rows.iter().all(|row| row.cells.get(usize::from(index)) == Some(&Cell::Blank));
        // Where everything is still to be written, there must be room to write.
        let roomy = empty && column.kind == ColumnKind::Text;
        let width = if roomy { WIDEST } else { widest.clamp(NARROWEST, WIDEST) };
        sheet.set_column_width(index, width).map_err(fault)?;
        sheet.write_string_with_format(HEADINGS, index, &name, &head).map_err(fault)?;
        widths.push(width);
    }
    for (row, of) in (HEADINGS + 1..).zip(&table.rows) {
        let mut tallest = 1;
        for (index, cell) in (0u16..).zip(&of.cells) {
            let written = match cell {
                Cell::Blank => sheet.write_blank(row, index, &framed),
                Cell::Count(count) => {
                    sheet.write_number_with_format(row, index, *count as f64, &framed)
                }
                Cell::Day(day) => sheet.write_datetime_with_format(row, index, date(*day)?, &dated),
                other => {
                    let text = text(other);
                    let width = widths.get(usize::from(index)).copied().unwrap_or(NARROWEST);
                    tallest = tallest.max(lines(&text, width));
                    sheet.write_string_with_format(row, index, &text, &as_text(&text, &framed))
                }
            };
            written.map_err(fault)?;
        }
        sheet.set_row_height(row, row_height(tallest, SIZE)).map_err(fault)?;
    }
    set_page(sheet, (HEADINGS, HEADINGS), lang)
}
