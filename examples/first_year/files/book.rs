//! A table as a workbook: merged title rows, numbers as numbers.

use super::super::Result;
use super::super::project::MONEY;
use super::layout::{Layout, group};
use super::table::Table;
use rust_xlsxwriter::{Format, Workbook};

/// The bytes of the workbook.
pub fn bytes(layout: &Layout, table: &Table) -> Result<Vec<u8>> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("月报")?;
    let plain = Format::new();
    let last = table.columns.len().saturating_sub(1) as u16;
    let titles = table.head - if layout.grouped { 2 } else { 1 };
    for (number, row) in (0_u32..).zip(&table.rows) {
        if (number as usize) < titles {
            sheet.merge_range(number, 0, number, last, &row[0], &plain)?;
            continue;
        }
        for (place, text) in (0_u16..).zip(row) {
            let priced = MONEY.contains(&table.columns[place as usize]);
            match text.replace([',', '，'], "").parse::<f64>() {
                Ok(value) if priced => sheet.write_number(number, place, value)?,
                _ => sheet.write_string(number, place, text)?,
            };
        }
    }
    if layout.grouped {
        merge_headings(sheet, table, titles as u32)?;
    }
    Ok(book.save_to_buffer()?)
}

/// Groups across, single headings down.
fn merge_headings(sheet: &mut rust_xlsxwriter::Worksheet, table: &Table, row: u32) -> Result<()> {
    let plain = Format::new();
    let mut from = 0;
    while from < table.columns.len() {
        let title = group(table.columns[from]);
        let like = table.columns[from..].iter().take_while(|key| group(key) == title).count();
        let to = if title.is_some() { from + like - 1 } else { from };
        let text = &table.rows[row as usize][from];
        match title {
            Some(_) if to > from => {
                sheet.merge_range(row, from as u16, row, to as u16, text, &plain)?;
            }
            Some(_) => {}
            None => {
                sheet.merge_range(row, from as u16, row + 1, to as u16, text, &plain)?;
            }
        }
        from = to + 1;
    }
    Ok(())
}
