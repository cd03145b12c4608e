//! What a spreadsheet gets.

use super::*;
use crate::format::sample;
use crate::model::term::Term;

#[test]
fn one_table_stands_alone_with_its_header_first() {
    let text = String::from_utf8(render(&sample::page(), Lang::Zh).unwrap()).unwrap();
    let (head, rows) = text.split_once("\r\n").unwrap();
    let word = |term: Term| cells::word(term.into(), Lang::Zh);
    let money = cells::heading(&sample::table().columns[3], sample::page().unit, Lang::Zh);
    assert!(head.starts_with(&format!("{BOM}{},{},", word(Term::District), word(Term::Code))));
    assert!(head.contains(&money) && money.ends_with('）'));
    let total = word(Term::Total);
    let expected = format!(
        "昆山市,XM2020-0001,97/193 (50.3%),12000.5,\r\n\
         澄屿|光学,'=1+1,3,0,\r\n{total},,0/0,-1.2345,33.3%\r\n"
    );
    assert_eq!(rows, expected);
}

#[test]
fn several_tables_stand_under_their_titles() {
    let mut page = sample::page();
    let mut second = sample::table();
    second.title = Term::Findings;
    page.tables.push(second);
    let text = String::from_utf8(render(&page, Lang::En).unwrap()).unwrap();
    let title = |term: Term| cells::word(term.into(), Lang::En);
    assert!(text.starts_with(&format!("{BOM}{}\r\n", title(Term::SummaryDistrict))));
    assert!(text.contains(&format!("\r\n\r\n{}\r\n", title(Term::Findings))));
}

#[test]
fn formulas_are_guarded_and_numbers_are_not() {
    for formula in ["=1", "+a", "-", "@x", "|x", "-1-2", "＝1", "+86 512"] {
        assert_eq!(guarded(formula.into()), format!("'{formula}"));
    }
    for plain in ["-1.5", "+3", "-12%", "0/0", "", "1=2", "a-b"] {
        assert_eq!(guarded(plain.into()), plain);
    }
}
