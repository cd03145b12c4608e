//! What every workbook of ours has in common: columns measured for Chinese, row heights, a page
//! that prints on A4, and a creation date that is handed in, so that the same content gives the
//! same bytes.

use super::cells::is_formula;
use super::wrap::{width, wrap};
use crate::error::Fault;
use crate::labels::Lang;
use crate::labels::prompt::{Prompt, prompt};
use crate::model::Day;
use anyhow::Context;
use chrono::Datelike;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// The font that every Chinese Windows, Excel and WPS has.
pub const FONT: &str = "SimSun";
/// Its size, in points.
pub const SIZE: f64 = 11.0;

/// A4, in the numbers of the file format.
const A4: u8 = 9;
/// Width of a column, in characters, that one half-width place of a terminal needs; a Chinese
/// character takes two places. Measured: at 11 points a heading is neither cut nor loose.
pub const PLACE: f64 = 1.1;
/// Room at both sides of a cell, in characters.
pub const PADDING: f64 = 1.5;
/// Height of a line, in points, for one point of the font.
const LEADING: f64 = 1.4;
/// The tallest row a spreadsheet allows, in points.
const TALLEST: f64 = 409.0;

/// The width of a column that shows a text on one line.
pub fn column_width(text: &str) -> f64 {
    let widest = text.lines().map(width).max().unwrap_or(0);
    widest as f64 * PLACE + PADDING
}

/// The lines that a text takes in a column of this width.
pub fn lines(text: &str, column_width: f64) -> usize {
    let places = ((column_width - PADDING) / PLACE).floor().max(2.0);
    text.lines().map(|line| wrap(line, places as usize).len().max(1)).sum::<usize>().max(1)
}

/// The height of a row of so many lines, in points.
pub fn row_height(lines: usize, size: f64) -> f64 {
    (lines as f64 * size * LEADING + 2.0).min(TALLEST)
}

/// An empty workbook that says it was made on `day`.
///
/// # Errors
/// A day before 1900.
pub fn new_workbook(day: Day) -> Result<Workbook, Fault> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&date(day)?));
    Ok(workbook)
}

/// The style of a text: one that a spreadsheet would take for a formula is marked as text, as if its
/// writer had typed an apostrophe before it.
pub fn as_text(text: &str, style: &Format) -> Format {
    let style = style.clone();
    if is_formula(text) { style.set_quote_prefix() } else { style }
}

/// A day as a spreadsheet holds it.
///
/// # Errors
/// A day before 1900.
pub fn date(day: Day) -> Result<ExcelDateTime, Fault> {
    let year = u16::try_from(day.year()).context("a year of the present")?;
    ExcelDateTime::from_ymd(year, day.month() as u8, day.day() as u8).map_err(fault)
}

/// A4 landscape, one page wide, with the rows up to and including `header` frozen, the header's
/// rows repeated on every page, and page numbers below.
///
/// # Errors
/// Rows beyond a sheet.
pub fn set_page(sheet: &mut Worksheet, header: (u32, u32), lang: Lang) -> Result<(), Fault> {
    sheet
        .set_paper_size(A4)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3)
        .set_footer(prompt(Prompt::PageFooter, lang));
    sheet.set_freeze_panes(header.1 + 1, 0).map_err(fault)?;
    sheet.set_repeat_rows(header.0, header.1).map_err(fault)?;
    Ok(())
}

/// What the writer of workbooks reports: the disk speaks for itself, the rest is our own fault.
pub fn fault(error: XlsxError) -> Fault {
    Fault::Internal(anyhow::Error::new(error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_measured_for_chinese() {
        assert!(column_width("项目名称") > 2.0 * 4.0);
        assert!(column_width("项目名称") < 2.0 * 4.0 + 3.0);
        assert_eq!(column_width("abcd\nab"), column_width("abcd"));
        assert_eq!(lines("投资总额应为数字", column_width("投资总额")), 2);
        assert_eq!(lines("投资总额\n应为数字", column_width("投资总额应为")), 2);
        assert!(row_height(2, SIZE) > row_height(1, SIZE));
        assert!(row_height(1000, SIZE) <= TALLEST);
    }

    #[test]
    fn the_same_content_gives_the_same_bytes() {
        let bytes = || {
            let mut workbook = new_workbook(Day::default()).unwrap();
            let sheet = workbook.add_worksheet();
            sheet.write_string(0, 0, "=1+1").unwrap();
            set_page(sheet, (0, 0), Lang::Zh).unwrap();
            workbook.save_to_buffer().unwrap()
        };
        assert_eq!(bytes(), bytes());
    }
}
