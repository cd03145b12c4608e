//! The rows above the data: which column is which field.

use super::{kept, lexicon, options, read, says, text_of, xlsx};
use std::path::Path;
use tuijin::error::Fault;
use tuijin::import::{self, Lexicon, MappedColumn, Options, SenderHeading};
use tuijin::model::field::Field;

/// Rows of a sheet, and what stands in each cell: more says nothing new of a header.
const ROWS: usize = 40;
const COLUMNS: usize = 60;
const CELL: usize = 400;

/// A sheet: a line a row, a tab between two cells. Read as a text file, as a workbook, and as the
/// file of a sender who is known to use a heading that is not understood.
pub fn any(bytes: &[u8]) {
    let rows = rows(bytes);
    let options = options(bytes.len() % 2 == 1);
    let (text, book) = (kept(&text_of(&rows)), kept(&xlsx(sheet(&rows).as_bytes())));
    read(text.path(), &options);
    read(book.path(), &options);
    let found = mapping(text.path(), &options, &lexicon());
    assert_eq!(found, mapping(text.path(), &options, &lexicon()), "read twice");
    for mapping in found.iter().flatten() {
        must_be_in_order(mapping);
    }
    // What is not understood is understood where its sender is known to use it.
    let unknown = found.iter().flatten().flatten().find(|column| column.field.is_none());
    if let Some(column) = unknown {
        let heading = column.heading.clone();
        let known = SenderHeading { district: None, heading, field: Field::Tracker };
        let lexicon = Lexicon { headings: vec![known], ..lexicon() };
        for mapping in mapping(text.path(), &options, &lexicon).iter().flatten() {
            must_be_in_order(mapping);
        }
    }
}

fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = String::from_utf8_lossy(bytes);
    let cell = |cell: &str| cell.chars().take(CELL).collect();
    let row = |line: &str| line.split('\t').take(COLUMNS).map(cell).collect();
    text.split('\n').take(ROWS).map(row).collect()
}

/// The same cells as the sheet of a workbook, but for what no XML may hold.
fn sheet(rows: &[Vec<String>]) -> String {
    let cell = |text: &String| {
        let may_stand = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
        let text: String = text.chars().filter(may_stand).collect();
        let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        format!("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
    };
    let row =
        |row: &Vec<String>| format!("<row>{}</row>", row.iter().map(cell).collect::<String>());
    let rows: String = rows.iter().map(row).collect();
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

/// How the tables of a file are understood; `None` where it is refused.
fn mapping(path: &Path, options: &Options, lexicon: &Lexicon) -> Option<Vec<Vec<MappedColumn>>> {
    match import::open(path, "x.csv", options, lexicon) {
        Ok(found) => {
            let tables = found.tables.into_iter();
            let mapping = tables.map(|table| {
                let (first, last) = table.understood.header_rows;
                assert!(0 < first && first <= last, "header from {first} to {last}");
                table.understood.mapping
            });
            Some(mapping.collect())
        }
        Err(Fault::Refused(refusal)) => {
            says(&refusal);
            None
        }
        Err(other) => panic!("{other:?}"),
    }
}

/// Columns come from left to right, each with a heading, and no field has two.
fn must_be_in_order(mapping: &[MappedColumn]) {
    for pair in mapping.windows(2) {
        assert!(pair[0].index < pair[1].index, "{pair:?}");
    }
    assert!(mapping.iter().all(|column| !column.heading.trim().is_empty()), "{mapping:?}");
    let mut fields: Vec<Field> = mapping.iter().filter_map(|column| column.field).collect();
    fields.retain(|field| *field != Field::Serial);
    let known = fields.len();
    fields.sort_by_key(|field| field.key());
    fields.dedup();
    assert_eq!(fields.len(), known, "{mapping:?}");
}
