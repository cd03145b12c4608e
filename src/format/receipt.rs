//! A receipt (回执) as a workbook: a district's rows in its own layout, the cells in question
//! coloured and framed, so that they show in black and white as well, and what to do beside them.
//! Rows are written as they come and are not kept.

use super::workbook::{FONT, SIZE, column_width, fault, lines, new_workbook, row_height, set_page};
use crate::error::Result;
use crate::labels::Lang;
use crate::labels::prompt::{Prompt, prompt};
use crate::model::Day;
use crate::model::receipt::{Frame, Mark, Merge, Shade, Written};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet};
use std::collections::HashMap;

/// Narrowest and widest column of a sheet that does not say how wide its columns are.
const WIDTHS: (f64, f64) = (6.0, 36.0);
/// The column of errors, in characters.
const ERRORS: f64 = 60.0;
/// Characters a cell can hold.
const LONGEST: usize = 32_767;
/// Digits from which a number is written as text, so that none is lost or shown as a power.
const LONG: usize = 12;

const GREY: Color = Color::RGB(0x00E7_E6E6);
const RED: Color = Color::RGB(0x00FF_C7CE);
const DARK_RED: Color = Color::RGB(0x009C_0006);
const YELLOW: Color = Color::RGB(0x00FF_EB9C);

/// A receipt being written.
pub struct ReceiptBook {
    workbook: Workbook,
    lang: Lang,
}

/// A sheet of a receipt being written.
pub struct ReceiptSheet<'a> {
    sheet: &'a mut Worksheet,
    widths: Vec<f64>,
    next: u32,
    formats: HashMap<(Option<String>, Option<Shade>), Format>,
}

impl ReceiptBook {
    /// An empty receipt of a day.
    ///
    /// # Errors
    /// Our own fault.
    pub fn new(day: Day, lang: Lang) -> Result<ReceiptBook> {
        Ok(ReceiptBook { workbook: new_workbook(day)?, lang })
    }

    /// Begins a sheet with all that stands above its rows. `measured` are widths for columns of
    /// which the original says none; `caption` is a line that must be added above.
    ///
    /// # Errors
    /// Our own fault.
    pub fn sheet(
        &mut self,
        frame: &Frame,
        measured: &[f64],
        caption: Option<&str>,
    ) -> Result<ReceiptSheet<'_>> {
        let lang = self.lang;
        let sheet = self.workbook.add_worksheet_with_constant_memory().map_err(fault)?;
        let name = frame.sheet.as_deref().unwrap_or_else(|| prompt(Prompt::ReceiptTab, lang));
        // A name no spreadsheet would take cannot have come from one; then any name will do.
        let _ = sheet.set_name(name);
        let shift = u32::from(caption.is_some());
        let line = |row: u64| u32::try_from(row).unwrap_or(u32::MAX).saturating_sub(1) + shift;
        set_page(sheet, (line(frame.header.0), line(frame.header.1)), lang)?;
        let mut widths: Vec<f64> = (0..frame.width)
            .map(|at| {
                let own = frame.widths.get(at).copied().flatten().filter(|width| *width > 1.0);
                let (least, most) = WIDTHS;
                own.unwrap_or_else(|| measured.get(at).map_or(least, |it| it.clamp(least, most)))
            })
            .collect();
        widths.push(ERRORS);
        for (column, width) in (0u16..).zip(&widths) {
            sheet.set_column_width(column, *width).map_err(fault)?;
        }
        if let Some(caption) = caption {
            sheet.write_string_with_format(0, 0, caption, &plain()).map_err(fault)?;
        }
        let next = line(frame.header.1) + 1;
        let mut receipt = ReceiptSheet { sheet, widths, next, formats: HashMap::new() };
        receipt.above(frame, shift, prompt(Prompt::Errors, lang))?;
        Ok(receipt)
    }

    /// The finished file.
    ///
    /// # Errors
    /// Our own fault.
    pub fn finish(mut self) -> Result<Vec<u8>> {
        self.workbook.save_to_buffer().map_err(fault)
    }
}

impl ReceiptSheet<'_> {
    /// Titles and header, with their merges; the column of errors has its own heading.
    fn above(&mut self, frame: &Frame, shift: u32, errors: &str) -> Result<()> {
        let errors_at = self.widths.len() - 1;
        let mut merges: Vec<Merge> = Vec::new();
        let own = Merge { rows: frame.header, columns: (errors_at, errors_at) };
        for merge in frame.merges.iter().chain([&own]) {
            let several = merge.rows.0 < merge.rows.1 || merge.columns.0 < merge.columns.1;
            if several && !merges.iter().any(|other| overlap(other, merge)) {
                merges.push(*merge);
            }
        }
        for (row, cells) in &frame.above {
            let heads = *row >= frame.header.0;
            let at = u32::try_from(*row).unwrap_or(u32::MAX).saturating_sub(1) + shift;
            let mut tallest = 1;
            for column in 0..=errors_at {
                let heading = column == errors_at && *row == frame.header.0;
                let text = match cells.get(column) {
                    _ if heading => errors,
                    Some(text) if column < errors_at => text.as_str(),
                    _ => "",
                };
                let merge = merges.iter().find(|merge| holds(merge, *row, column));
                let format = match (heads, merge) {
                    (true, _) => head(),
                    (false, Some(merge)) if merge.columns.0 == 0 && frame.above[0].0 == *row => {
                        title()
                    }
                    (false, Some(_)) => plain().set_align(FormatAlign::Center),
                    (false, None) => plain(),
                };
                match merge {
                    Some(merge) if merge.rows.0 == *row && merge.columns.0 == column => {
                        let down = u32::try_from(merge.rows.1 - merge.rows.0).unwrap_or(0);
                        let last = (at + down, merge.columns.1 as u16);
                        let sheet = &mut self.sheet;
                        sheet
                            .merge_range(at, column as u16, last.0, last.1, text, &format)
                            .map_err(fault)?;
                    }
                    Some(_) => {}
                    None => {
                        let is_blank = text.trim().is_empty();
                        if heads && is_blank {
                            self.sheet.write_blank(at, column as u16, &format).map_err(fault)?;
                        } else if !is_blank {
                            self.sheet
                                .write_string_with_format(at, column as u16, text, &format)
                                .map_err(fault)?;
                        }
                        if heads {
                            tallest = tallest.max(lines(text, self.widths[column]));
                        }
                    }
                }
            }
            let height = if heads { row_height(tallest, SIZE) } else { row_height(1, TITLE) };
            self.sheet.set_row_height(at, height).map_err(fault)?;
        }
        Ok(())
    }

    /// A row as its sender wrote it, and what is to be said of it.
    ///
    /// # Errors
    /// Our own fault.
    pub fn row(&mut self, cells: &[Written], marks: &[Mark], message: &str) -> Result<()> {
        let errors_at = self.widths.len() - 1;
        let row = self.next;
        self.next += 1;
        let mut tallest = lines(message, ERRORS);
        for column in 0..errors_at {
            let shade = marks.iter().find(|mark| mark.column == column).map(|mark| mark.shade);
            let cell = cells.get(column).map_or(Written::Blank, kept_whole);
            let format = match &cell {
                Written::Blank => None,
                Written::Text { format, .. } | Written::Number { format, .. } => format.clone(),
            };
            let format = self.formats.entry((format.clone(), shade)).or_insert_with(|| {
                let plain = shaded(shade);
                format.map_or(plain.clone(), |format| plain.set_num_format(format))
            });
            let at = column as u16;
            match &cell {
                Written::Blank => self.sheet.write_blank(row, at, format).map_err(fault)?,
                Written::Text { text, .. } => {
                    tallest = tallest.max(lines(text, self.widths[column]));
                    self.sheet.write_string_with_format(row, at, text, format).map_err(fault)?
                }
                Written::Number { number, .. } => {
                    self.sheet.write_number_with_format(row, at, *number, format).map_err(fault)?
                }
            };
        }
        let message: String = message.chars().take(LONGEST).collect();
        let format = self.formats.entry((None, None)).or_insert_with(|| shaded(None));
        let at = errors_at as u16;
        self.sheet.write_string_with_format(row, at, &message, format).map_err(fault)?;
        self.sheet.set_row_height(row, row_height(tallest, SIZE)).map_err(fault)?;
        Ok(())
    }
}

/// Size of a title, in points.
const TITLE: f64 = 16.0;

fn plain() -> Format {
    Format::new().set_font_name(FONT).set_font_size(SIZE).set_align(FormatAlign::VerticalCenter)
}

fn title() -> Format {
    plain().set_font_size(TITLE).set_bold().set_align(FormatAlign::Center)
}

fn head() -> Format {
    let format = plain().set_bold().set_text_wrap().set_align(FormatAlign::Center);
    format.set_border(FormatBorder::Thin).set_background_color(GREY)
}

/// A cell of a row: rejected red, bold and in a thick frame, warned yellow in a broken one.
fn shaded(shade: Option<Shade>) -> Format {
    let format = plain().set_text_wrap().set_border(FormatBorder::Thin);
    match shade {
        None => format,
        Some(Shade::Rejected) => format
            .set_bold()
            .set_font_color(DARK_RED)
            .set_background_color(RED)
            .set_border(FormatBorder::Thick),
        Some(Shade::Warned) => {
            format.set_background_color(YELLOW).set_border(FormatBorder::MediumDashed)
        }
    }
}

/// Long numbers as text: a spreadsheet keeps fifteen digits and shows eleven.
fn kept_whole(cell: &Written) -> Written {
    let is_long = |text: &str| text.len() >= LONG && text.bytes().all(|b| b.is_ascii_digit());
    match cell {
        Written::Number { number, format }
            if number.fract() == 0.0 && !is_date(format.as_deref()) =>
        {
            let text = number.to_string();
            if is_long(&text) {
                Written::Text { text, format: Some("@".to_owned()) }
            } else {
                cell.clone()
            }
        }
        Written::Number { number, .. } if !number.is_finite() => Written::Blank,
        Written::Text { text, .. } if is_long(text) => {
            Written::Text { text: text.clone(), format: Some("@".to_owned()) }
        }
        other => other.clone(),
    }
}

fn is_date(format: Option<&str>) -> bool {
    format.is_some_and(|format| format.contains(['y', 'd', 'Y', 'D']))
}

fn holds(merge: &Merge, row: u64, column: usize) -> bool {
    (merge.rows.0..=merge.rows.1).contains(&row)
        && (merge.columns.0..=merge.columns.1).contains(&column)
}

fn overlap(one: &Merge, other: &Merge) -> bool {
    one.rows.0 <= other.rows.1
        && other.rows.0 <= one.rows.1
        && one.columns.0 <= other.columns.1
        && other.columns.0 <= one.columns.1
}

/// Widths of columns that show each of these texts on one line.
pub fn measure(widths: &mut Vec<f64>, cells: &[String]) {
    widths.resize(widths.len().max(cells.len()), 0.0);
    for (width, cell) in widths.iter_mut().zip(cells) {
        *width = width.max(column_width(cell));
    }
}
