//! What the workbook holds.

use super::*;
use crate::format::sample;
use crate::model::note::Note;
use crate::model::term::Term;
use crate::view::page::Cell;
use calamine::{Data, Reader, Xlsx};
use std::io::Cursor;

fn read(page: &Page, lang: Lang) -> Vec<(String, Vec<Vec<Data>>)> {
    let bytes = render(page, lang).unwrap();
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let sheets = book.worksheets().into_iter();
    sheets.map(|(name, range)| (name, range.rows().map(<[Data]>::to_vec).collect())).collect()
}

#[test]
fn amounts_are_numbers_and_what_looks_like_a_formula_is_text() {
    let sheets = read(&sample::page(), Lang::Zh);
    let (name, rows) = &sheets[0];
    assert_eq!(name, &cells::word(Term::SummaryDistrict.into(), Lang::Zh));
    let text = |text: &str| Data::String(text.into());
    let expected = [
        vec![
            text("昆山市"),
            text("XM2020-0001"),
            text("97/193 (50.3%)"),
            Data::Float(12_000.5),
            Data::Empty,
        ],
        vec![text("澄屿|光学"), text("=1+1"), Data::Float(3.0), Data::Float(0.0), Data::Empty],
    ];
    let first = rows.iter().position(|row| row[0] == expected[0][0]).unwrap();
    assert_eq!(rows[first..first + 2], expected);
    assert_eq!(rows[first + 2][3..], [Data::Float(-1.2345), Data::Float(0.333)]);
    assert_eq!(rows[0][0], text(&cells::title(&sample::page(), Lang::Zh)));
    assert_eq!(rows[1][0], text("单位：万美元"));
}

#[test]
fn each_table_has_its_sheet_with_the_sentences_that_concern_it() {
    let mut page = sample::page();
    page.notes = vec![Note::Rounding, Note::ListHint, Note::ExampleThreshold];
    let mut plain = sample::table();
    plain.title = Term::Findings;
    plain.columns.truncate(1);
    plain.rows.iter_mut().for_each(|row| row.cells = vec![Cell::Text("甲".into())]);
    page.tables.push(plain);
    let sheets = read(&page, Lang::Zh);
    let said = |index: usize| format!("{:?}", sheets[index].1);
    assert!(said(0).contains("四舍五入") && !said(1).contains("四舍五入"), "{}", said(1));
    assert!(said(0).contains("示例") && said(1).contains("示例"));
    assert!(!said(0).contains("--list") && !said(1).contains("--list"));
}

#[test]
fn a_page_without_tables_has_a_sheet_of_sentences() {
    let page = Page { tables: Vec::new(), ..sample::page() };
    let sheets = read(&page, Lang::En);
    assert_eq!(sheets.len(), 1);
    assert_eq!(sheets[0].1.len(), 3);
}

#[test]
fn sheets_have_names_that_spreadsheets_accept() {
    let mut taken = vec![RESERVED.to_owned()];
    let long = "议".repeat(40);
    let names =
        ["History", "a/b [c]", "'x'", &long, &long, ""].map(|name| sheet_name(name, &mut taken));
    assert_eq!(names[..3], ["History(2)", "a b  c", "x"]);
    assert_eq!(names[3], "议".repeat(31));
    assert_eq!(names[4], "议".repeat(28) + "(2)");
    assert_eq!(names[5], "(2)");
}

#[test]
fn the_same_page_gives_the_same_bytes() {
    let bytes = || render(&sample::page(), Lang::Zh).unwrap();
    assert_eq!(bytes(), bytes());
}

#[test]
fn however_many_columns_a_table_has_it_is_drawn() {
    let mut page = sample::page();
    let table = &mut page.tables[0];
    for _ in 0..6 {
        table.columns.extend(table.columns.clone());
        table.rows.iter_mut().for_each(|row| row.cells.extend(row.cells.clone()));
    }
    assert_eq!(read(&page, Lang::Zh)[0].1.len(), 7);
}
