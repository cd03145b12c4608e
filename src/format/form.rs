//! A form to fill in, as a workbook: what is on record is locked and grey, what is to be filled in
//! is open, checked and, where words are fixed, chosen from a list.

mod choices;

use super::cells;
use super::workbook::{
    FONT, SIZE, as_text, column_width, date, fault, lines, new_workbook, row_height, set_page,
};
use crate::error::Fault;
use crate::labels::{self, Lang};
use crate::model::form::{FormError, FormHead, FormWord};
use crate::model::money::Unit;
use crate::view::form::{Breadth, Entry, Form, FormColumn, FormHeading, FormSheet};
use crate::view::page::Cell;
use choices::Choices;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Format,
    FormatAlign, FormatBorder, ProtectionOptions, Worksheet,
};

/// Amounts of a form are in 万美元.
const UNIT: Unit = Unit::TenThousand;
/// What is on record and not to be changed.
const GREY: Color = Color::RGB(0xE7E6E6);
const HEAD: Color = Color::RGB(0xD9E2F3);
/// Rows of the title and the line below it.
const TITLE: u32 = 0;
const CAPTION: u32 = 1;
const TITLE_SIZE: f64 = 16.0;

/// The bytes of the form. Forms go out in Chinese; `lang` is their readers', not the clerk's.
///
/// # Errors
/// Only our own fault.
pub fn render(form: &Form, lang: Lang) -> Result<Vec<u8>, Fault> {
    let mut workbook = new_workbook(form.made)?;
    let choices = Choices::of(form, lang);
    for sheet in &form.sheets {
        draw(workbook.add_worksheet(), form, sheet, &choices, lang)?;
    }
    if matches!(form.head, FormHead::Monthly { .. }) {
        guide(workbook.add_worksheet(), lang)?;
    }
    choices.draw(workbook.add_worksheet())?;
    workbook.save_to_buffer().map_err(fault)
}

/// The page of instructions.
fn guide(sheet: &mut Worksheet, lang: Lang) -> Result<(), Fault> {
    const WIDTH: f64 = 100.0;
    let plain = base().set_text_wrap();
    sheet.set_name(labels::word(FormWord::GuideSheet, lang)).map_err(fault)?;
    sheet.set_column_width(0, WIDTH).map_err(fault)?;
    let title = base().set_bold().set_font_size(TITLE_SIZE);
    sheet
        .write_string_with_format(0, 0, labels::word(FormWord::GuideTitle, lang), &title)
        .map_err(fault)?;
    sheet.set_row_height(0, row_height(1, TITLE_SIZE)).map_err(fault)?;
    for (row, line) in (1..).zip(labels::form_guide(lang)) {
        sheet.write_string_with_format(row, 0, line, &plain).map_err(fault)?;
        sheet.set_row_height(row, row_height(lines(line, WIDTH), SIZE)).map_err(fault)?;
    }
    set_page(sheet, (0, 0), lang)?;
    sheet.protect();
    Ok(())
}

fn draw(
    sheet: &mut Worksheet,
    form: &Form,
    of: &FormSheet,
    choices: &Choices,
    lang: Lang,
) -> Result<(), Fault> {
    sheet.set_name(labels::word(of.name, lang)).map_err(fault)?;
    titles(sheet, form, of, lang)?;
    let head = header(sheet, of, lang)?;
    let (first, last) = (head + 1, head + of.rows.len() as u32 + of.spare);
    for (index, column) in (0..).zip(&of.columns) {
        sheet.set_column_width(index, width(column, lang)).map_err(fault)?;
        if last >= first {
            check(sheet, (first, last), index, &column.entry, choices, lang)?;
        }
    }
    for row in first..=last {
        let printed = of.rows.get((row - first) as usize);
        let mut tallest = 1;
        for (index, column) in (0..).zip(&of.columns) {
            let parts = printed.and_then(|cells| cells.get(usize::from(index)));
            let parts = parts.map_or(&[][..], Vec::as_slice);
            cell(sheet, (row, index), column, parts, lang)?;
            tallest = tallest.max(lines(&text(parts, lang), width(column, lang)));
        }
        if tallest > 1 {
            sheet.set_row_height(row, row_height(tallest, SIZE)).map_err(fault)?;
        }
    }
    set_page(sheet, (CAPTION + 1, head), lang)?;
    sheet.set_freeze_panes(head + 1, of.fixed).map_err(fault)?;
    sheet.set_print_fit_to_pages(of.across, 0);
    if of.across > 1 {
        sheet.set_repeat_columns(0, of.fixed - 1).map_err(fault)?;
    }
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::default()
    });
    Ok(())
}

/// The title, and the line with the unit and who fills the form in.
fn titles(sheet: &mut Worksheet, form: &Form, of: &FormSheet, lang: Lang) -> Result<(), Fault> {
    // Over the columns that stay in view, and as many as the words need.
    let last = (of.columns.len() as u16 - 1).min(of.fixed + 8);
    let title = labels::form_title(&form.head, of.title, lang);
    let large = base().set_bold().set_font_size(TITLE_SIZE);
    sheet.merge_range(TITLE, 0, TITLE, last, &title, &as_text(&title, &large)).map_err(fault)?;
    sheet.set_row_height(TITLE, row_height(1, TITLE_SIZE)).map_err(fault)?;
    let caption = labels::form_caption(&form.head, UNIT, lang);
    let style = match form.head {
        FormHead::Monthly { .. } => base().set_unlocked(),
        FormHead::Reply { .. } => {
            let room: f64 = of.columns[..=usize::from(last)].iter().map(|it| width(it, lang)).sum();
            let height = row_height(lines(&caption, room), SIZE);
            sheet.set_row_height(CAPTION, height).map_err(fault)?;
            base().set_text_wrap().set_align(FormatAlign::Top).set_locked()
        }
    };
    sheet.merge_range(CAPTION, 0, CAPTION, last, &caption, &style).map_err(fault)?;
    Ok(())
}

/// Groups and headings; the last row of the header.
fn header(sheet: &mut Worksheet, of: &FormSheet, lang: Lang) -> Result<u32, Fault> {
    let style = base()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color(HEAD)
        .set_border(FormatBorder::Thin);
    let grouped = of.columns.iter().any(|column| column.group.is_some());
    let mut row = CAPTION + 1;
    if grouped {
        // Centred over the columns of the group rather than joined: a joined cell would run over
        // the edge of a printed page.
        let across = style.clone().set_align(FormatAlign::CenterAcross);
        let mut before = None;
        for (index, column) in (0..).zip(&of.columns) {
            match column.group.filter(|group| before != Some(*group)) {
                Some(group) => {
                    let name = labels::word(group, lang);
                    sheet.write_string_with_format(row, index, name, &across).map_err(fault)?;
                }
                None => {
                    sheet.write_blank(row, index, &across).map_err(fault)?;
                }
            }
            before = column.group;
        }
        row += 1;
    }
    let mut tallest = 1;
    for (index, column) in (0..).zip(&of.columns) {
        let name = heading(column, lang);
        tallest = tallest.max(lines(&name, width(column, lang)));
        sheet.write_string_with_format(row, index, &name, &style).map_err(fault)?;
    }
    sheet.set_row_height(row, row_height(tallest, SIZE)).map_err(fault)?;
    Ok(row)
}

fn heading(column: &FormColumn, lang: Lang) -> String {
    let money = matches!(column.entry, Entry::Money | Entry::PrintedMoney);
    let unit = money.then_some(UNIT);
    match column.heading {
        FormHeading::Of(word) => labels::heading(word, unit, lang),
        FormHeading::Before(word) => labels::heading_before(word, unit, lang),
    }
}

/// Room for what the cells hold; headings wrap.
fn width(column: &FormColumn, lang: Lang) -> f64 {
    const DIGITS: &str = "12,345,678.00";
    let longest = |texts: Vec<String>| {
        let widths = texts.iter().map(|text| column_width(text));
        // The arrow of the list takes room.
        widths.fold(8.0, f64::max).min(24.0) + 2.0
    };
    match &column.entry {
        Entry::Printed(breadth) | Entry::Text(breadth) => match breadth {
            Breadth::Number => 6.0,
            Breadth::Code => 14.0,
            Breadth::Name => 26.0,
            Breadth::Words => 34.0,
        },
        Entry::Money | Entry::PrintedMoney => column_width(DIGITS),
        Entry::Date => column_width("2020-03-09"),
        Entry::Choice(choice) => match choices::offered(choice, lang) {
            Some(texts) => longest(texts),
            None => 26.0,
        },
    }
}

/// Writes what is printed, or leaves the cell open.
fn cell(
    sheet: &mut Worksheet,
    (row, index): (u32, u16),
    column: &FormColumn,
    parts: &[Cell],
    lang: Lang,
) -> Result<(), Fault> {
    let style = style(column);
    let written = match parts {
        [] => sheet.write_blank(row, index, &style),
        [Cell::Count(number)] => sheet.write_number_with_format(row, index, *number as f64, &style),
        [Cell::Money(amount)] => {
            // A spreadsheet's number is a float; what is held and read back is the decimal text.
            let amount: f64 = amount.exact(UNIT).parse().unwrap_or_default();
            sheet.write_number_with_format(row, index, amount, &style)
        }
        [Cell::Day(day)] => sheet.write_datetime_with_format(row, index, date(*day)?, &style),
        several => {
            let text = text(several, lang);
            sheet.write_string_with_format(row, index, &text, &as_text(&text, &style))
        }
    };
    written.map(|_| ()).map_err(fault)
}

/// The parts of a cell, each on a line.
fn text(parts: &[Cell], lang: Lang) -> String {
    let texts: Vec<String> = parts.iter().map(|part| cells::text(part, UNIT, lang)).collect();
    texts.join("\n")
}

fn style(column: &FormColumn) -> Format {
    let style = base().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter);
    let style = match &column.entry {
        Entry::Money | Entry::PrintedMoney => style.set_num_format("#,##0.00####"),
        Entry::Date => style.set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
        Entry::Printed(Breadth::Number) | Entry::Text(Breadth::Number) => {
            style.set_align(FormatAlign::Center)
        }
        _ => style.set_text_wrap(),
    };
    let locked = matches!(column.entry, Entry::Printed(_) | Entry::PrintedMoney);
    if locked { style.set_background_color(GREY).set_locked() } else { style.set_unlocked() }
}

/// What a column takes.
fn check(
    sheet: &mut Worksheet,
    (first, last): (u32, u32),
    index: u16,
    entry: &Entry,
    choices: &Choices,
    lang: Lang,
) -> Result<(), Fault> {
    let rule = DataValidation::new();
    let rule = match entry {
        Entry::Printed(_) | Entry::PrintedMoney | Entry::Text(_) => return Ok(()),
        Entry::Money => rule
            .allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0))
            .set_error_message(labels::form_error(FormError::Money, lang)),
        Entry::Date => {
            let day = |year| ExcelDateTime::from_ymd(year, 1, 1).map_err(fault);
            rule.allow_date(DataValidationRule::Between(day(1990)?, day(2100)?))
                // A month alone is text: it is taken after a question.
                .set_error_style(DataValidationErrorStyle::Warning)
                .set_error_message(labels::form_error(FormError::Date, lang))
        }
        Entry::Choice(choice) => match choices.range(choice) {
            None => return Ok(()),
            Some(range) => rule
                .allow_list_formula(range)
                .set_error_message(labels::form_error(FormError::Choice, lang)),
        },
    };
    let rule = rule.map_err(fault)?;
    sheet.add_data_validation(first, index, last, index, &rule).map_err(fault)?;
    Ok(())
}

fn base() -> Format {
    Format::new().set_font_name(FONT).set_font_size(SIZE)
}
