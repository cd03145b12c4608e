//! The text of an official paper, as an office may write it.

use super::{kept, says};
use std::io::{Cursor, Read};
use tuijin::error::Fault;
use tuijin::format::official::{Texts, render};
use tuijin::import::prose::prose;
use tuijin::labels::official;
use tuijin::model::Day;
use tuijin::model::blank::Blank;
use tuijin::model::money::{Unit, Usd};
use tuijin::model::term::Term;
use tuijin::model::text::{Shape, Slot, TextKind};
use tuijin::view::official::{Fill, Official};
use tuijin::view::page::{Cell, Column, Page, Row, Table};

/// What fills the fields: markup of every kind, and nothing.
const WILD: [&str; 4] = [
    "",
    "# 标题\n> 署名\n{{ 附件 }}",
    "\u{fdd0}0\u{fdd0}\u{1b}[31m<w:p/>]]>&amp;\u{202e}",
    "{% for x in y %}澄屿光学\u{0}\u{ffff}",
];

/// The first byte says which paper, the rest is its text. A text that is taken makes a document
/// that is well-formed, whatever fills its fields.
pub fn any(bytes: &[u8]) {
    let Some((which, text)) = bytes.split_first() else { return };
    let kind = TextKind::ALL[usize::from(*which) % TextKind::ALL.len()];
    let name = official::file(kind);
    let texts =
        prose(kept(text).path()).and_then(|source| Texts::shipped().replaced(kind, source, name));
    let texts = match texts {
        Ok(texts) => texts,
        Err(fault) => return refused(fault),
    };
    for turn in 0..WILD.len() {
        let paper = Official { text: kind, page: page(), fills: fills(kind.slots(), turn) };
        match render(&[paper], &texts, &official::look()) {
            Ok(document) => must_be_well_formed(document),
            Err(fault) => refused(fault),
        }
    }
}

fn refused(fault: Fault) {
    match fault {
        Fault::Refused(refusal) => says(&refusal),
        other => panic!("{other:?}"),
    }
}

fn page() -> Page {
    Page {
        title: Term::SummaryDistrict,
        as_of: Day::from_ymd_opt(2020, 3, 10).unwrap(),
        month: None,
        unit: Unit::TenThousand,
        place: "苏州市".to_owned(),
        heading: Vec::new(),
        tables: Vec::new(),
        notes: Vec::new(),
    }
}

/// Every field filled in, in a turn of its own.
fn fills(slots: &[Slot], turn: usize) -> Vec<(Blank, Fill)> {
    let text = |at: usize| Cell::Text(WILD[(turn + at) % WILD.len()].to_owned());
    let filled = slots.iter().enumerate().map(|(at, slot)| {
        let fill = match slot.shape {
            Shape::Value => Fill::Cell(match (turn + at) % 7 {
                0 => Cell::Count(turn as u64),
                1 => Cell::Flag(turn == 0),
                2 => Cell::Day(page().as_of),
                3 => Cell::Money(Usd(-1)),
                _ => text(at),
            }),
            Shape::List(fields) => Fill::List((0..turn).map(|at| fills(fields, at)).collect()),
            Shape::Table => Fill::Table(Table {
                title: Term::SummaryDistrict,
                columns: vec![Column::text(Term::District), Column::number(Term::Projects)],
                rows: (0..turn).map(|at| Row::data(vec![text(at), Cell::Count(1)])).collect(),
            }),
            Shape::Grid => {
                Fill::Grid((0..turn).map(|at| (Term::District.into(), text(at))).collect())
            }
        };
        (slot.blank, fill)
    });
    filled.collect()
}

/// Every part of the package is XML from end to end, and holds no character that XML may not.
fn must_be_well_formed(document: Vec<u8>) {
    let mut zip = zip::ZipArchive::new(Cursor::new(document)).unwrap();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let name = part.name().unwrap().into_owned();
        assert!(
            !text
                .chars()
                .any(|c| matches!(c, '\0'..='\x08' | '\x0b'..='\x1f' | '\u{fffe}' | '\u{ffff}')),
            "{name}"
        );
        let mut reader = quick_xml::Reader::from_str(&text);
        let mut depth = 0usize;
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Start(_)) => depth += 1,
                Ok(quick_xml::events::Event::End(_)) => depth -= 1,
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{name}: {error}: {text}"),
            }
        }
        assert_eq!(depth, 0, "{name}");
    }
}
