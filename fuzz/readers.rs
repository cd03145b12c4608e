//! What is fuzzed: each function takes any bytes and holds what must be so of whatever is read.
//! Used by the targets beside this file and, with seeds and a fixed generator, by `tests/fuzzed.rs`.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "readers/argument.rs"]
pub mod argument;
#[path = "readers/calendar.rs"]
pub mod calendar;
#[path = "readers/header.rs"]
pub mod header;
#[path = "readers/template.rs"]
pub mod template;

use std::io::{Cursor, Write};
use std::path::Path;
use tuijin::error::{Fault, Kind, Place, Refusal};
use tuijin::import::{self, HiddenParts, Lexicon, Options, Row, value};
use tuijin::labels::{Lang, note, refusal};
use tuijin::model::Day;
use tuijin::model::filing::PaidInBasis;
use tuijin::model::money::{Currency, Unit};
use tuijin::model::month::Month;

/// Longer than any cell of a sheet.
const CELL: usize = 4096;

/// A refusal is a sentence in both languages, whatever the bytes were.
fn says(what: &Refusal) {
    for lang in [Lang::Zh, Lang::En] {
        let sentence = refusal(what, lang);
        assert!(sentence.chars().count() > 8, "{what:?}");
        assert!(!sentence.chars().any(is_hidden), "{what:?} says {sentence:?}");
    }
}

/// What a person does not see and a terminal or an editor obeys.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn refused(kind: Kind, text: &str) {
    says(&kind.at(Place { row: Some(7), ..Place::value(text) }));
}

pub fn amount(bytes: &[u8]) {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(CELL)]);
    for default in [None, Some((Unit::TenThousand, Currency("USD".to_owned())))] {
        match value::amount(&text, default) {
            Ok(amount) => {
                assert!(Currency::new(&amount.currency.0).is_some(), "{amount:?}");
                assert!(amount.hundredths >= 0, "{text:?} is {amount:?}");
                assert!(!value::is_blank(&text) || amount.hundredths == 0, "{text:?}");
            }
            Err(kind) => refused(kind, &text),
        }
    }
    if let Some((unit, currency)) = value::unit(&text) {
        assert!(Currency::new(&currency.0).is_some(), "{unit:?} {currency:?}");
    }
}

pub fn date(bytes: &[u8]) {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(CELL)]);
    for year in [None, Some(2020)] {
        match value::dated(&text, year) {
            Ok((found, said)) => {
                let again = value::dated(&found.to_string(), None);
                assert_eq!(again, Ok((found, None)), "{text:?}");
                assert!(said.is_none_or(|said| !note(&said, Lang::Zh).is_empty()));
            }
            Err(kind) => refused(kind, &text),
        }
    }
    match value::month(&text) {
        Ok(month) => assert_eq!(value::month(&month.to_string()), Ok(month), "{text:?}"),
        Err(kind) => refused(kind, &text),
    }
}

/// A text file, in any encoding.
pub fn csv(bytes: &[u8]) {
    file(bytes);
}

/// A workbook: bytes as they are; or, so that changes reach the sheet and not the packing, after
/// `xml:` the parts of an xlsx parted by NUL (sheet, strings, styles, workbook), after `biff:` the
/// records of an xls.
pub fn workbook(bytes: &[u8]) {
    match bytes.strip_prefix(b"xml:") {
        Some(parts) => file(&xlsx(parts)),
        None => match bytes.strip_prefix(b"biff:") {
            Some(records) => file(&xls(records)),
            None => file(bytes),
        },
    }
}

fn file(bytes: &[u8]) {
    read(kept(bytes).path(), &options(bytes.len() % 2 == 1));
}

/// A file of these bytes.
fn kept(bytes: &[u8]) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    file
}

/// A text file of these cells, with the mark of UTF-8 and every cell in quotes.
fn text_of(rows: &[Vec<String>]) -> Vec<u8> {
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let lines = rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(","));
    format!("\u{feff}{}\r\n", lines.collect::<Vec<_>>().join("\r\n")).into_bytes()
}

fn options(answered: bool) -> Options {
    Options {
        month: Month::new(2020, 2).filter(|_| answered),
        district: answered.then_some(1),
        encoding: None,
        unit: answered.then_some(Unit::TenThousand),
        paid_in: answered.then_some(PaidInBasis::Total),
        paid_in_known: Vec::new(),
        hidden: answered.then_some(HiddenParts::Include),
        today: Day::from_ymd_opt(2020, 3, 10).unwrap(),
    }
}

fn lexicon() -> Lexicon {
    let pair = |name: &str, id| (name.to_owned(), id);
    Lexicon {
        districts: vec![pair("昆山市", 1), pair("昆山", 1), pair("太仓市", 2)],
        origins: vec![("香港".to_owned(), "hong_kong".to_owned())],
        headings: Vec::new(),
    }
}

fn read(path: &Path, options: &Options) {
    let tables = match import::open(path, "昆山市2020年2月", options, &lexicon()) {
        Ok(found) => {
            assert!(found.notes.iter().all(|it| !note(it, Lang::En).is_empty()));
            found.tables
        }
        Err(Fault::Refused(refusal)) => return says(&refusal),
        Err(other) => panic!("{other:?}"),
    };
    for table in tables {
        let mut last = 0;
        for row in table {
            let row = match row {
                Ok(row) => row,
                Err(Fault::Refused(refusal)) => {
                    says(&refusal);
                    break;
                }
                Err(other) => panic!("{other:?}"),
            };
            let number = match &row {
                Row::Draft(draft) => draft.row,
                Row::Total(total) => total.row,
                Row::Ignored { row } => *row,
            };
            assert!(number > last, "row {number} after {last}");
            last = number;
            if let Row::Draft(draft) = row {
                draft.problems.iter().for_each(says);
                assert!(draft.notes.iter().all(|it| !note(it, Lang::Zh).is_empty()));
            }
        }
    }
}

/// An xlsx whose changing parts are given and whose other parts stand.
fn xlsx(parts: &[u8]) -> Vec<u8> {
    const RELATIONS: &str = r#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
    const ROOT: &str = r#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    const BOOK: &str = r#"<workbook xmlns:r="r"><sheets><sheet name="进展" sheetId="1" r:id="r1"/></sheets></workbook>"#;
    let mut given = parts.split(|byte| *byte == 0);
    let mut next = |standing: &str| match given.next() {
        Some(part) if !part.is_empty() => part.to_vec(),
        _ => standing.as_bytes().to_vec(),
    };
    let files = [
        ("xl/worksheets/sheet1.xml", next("<worksheet><sheetData/></worksheet>")),
        ("xl/sharedStrings.xml", next("<sst/>")),
        ("xl/styles.xml", next("<styleSheet/>")),
        ("xl/workbook.xml", next(BOOK)),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes().to_vec()),
        ("_rels/.rels", ROOT.as_bytes().to_vec()),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in files {
        zip.start_file(name, stored).unwrap();
        zip.write_all(&content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An xls of these records.
fn xls(records: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook").unwrap().write_all(records).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}
