//! What the parts of the document hold; that they follow the schema of ECMA-376 is held by
//! `tests/schema.rs`.

use super::*;
use crate::format::sample;
use crate::labels::official::look;
use crate::model::term::Term;
use std::io::{Cursor, Read};

fn parts(page: &Page, lang: Lang) -> Vec<(String, String)> {
    parts_of(render(page, lang, &look()).unwrap())
}

fn parts_of(bytes: Vec<u8>) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|index| {
            let mut part = zip.by_index(index).unwrap();
            let name = part.name().unwrap().into_owned();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            (name, text)
        })
        .collect()
}

fn document(page: &Page) -> String {
    parts(page, Lang::Zh).into_iter().find(|(name, _)| name == "word/document.xml").unwrap().1
}

#[test]
fn several_pages_each_begin_on_a_sheet_of_their_own() {
    let wide = sample::page();
    let mut narrow = wide.clone();
    narrow.tables.truncate(1);
    narrow.tables[0].columns.truncate(2);
    narrow.tables[0].columns[1].kind = crate::view::page::ColumnKind::Writing;
    let leaves = [(None, narrow), (None, wide)];
    let bytes = render_all(&leaves, Lang::Zh, &look()).unwrap();
    let parts = parts_of(bytes);
    let document = &parts.iter().find(|(name, _)| name == "word/document.xml").unwrap().1;
    assert_eq!(document.matches("<w:sectPr>").count(), 2);
    // The first section stands in a paragraph, the last at the end; rows to sign in are tall.
    assert_eq!(document.matches("</w:sectPr></w:pPr>").count(), 1);
    assert!(document.contains(r#"w:hRule="atLeast""#), "{document}");
}

#[test]
fn every_style_names_its_chinese_font() {
    let parts = parts(&sample::page(), Lang::Zh);
    let styles = &parts.iter().find(|(name, _)| name == "word/styles.xml").unwrap().1;
    let (defaults, rest) = styles.split_once("</w:docDefaults>").unwrap();
    assert!(defaults.contains(r#"w:eastAsia="仿宋_GB2312""#));
    let paragraphs = rest.matches(r#"w:type="paragraph""#).count();
    assert!(paragraphs > 5 && rest.matches("w:eastAsia=").count() == paragraphs);
    assert!(rest.contains(r#"w:eastAsia="方正小标宋简体""#));
    let fonts = &parts.iter().find(|(name, _)| name == "word/fontTable.xml").unwrap().1;
    for named in styles.split("w:eastAsia=\"").skip(1).map(|it| it.split('"').next().unwrap()) {
        let known = named == "zh-CN" || fonts.contains(&format!(r#"<w:font w:name="{named}">"#));
        assert!(known, "{named} has no entry in the table of fonts");
    }
}

#[test]
fn a_table_repeats_its_header_and_breaks_no_row() {
    let text = document(&sample::page());
    let table = &sample::page().tables[0];
    assert_eq!(text.matches("<w:tblHeader/>").count(), 1);
    assert_eq!(text.matches("<w:cantSplit/>").count(), table.rows.len() + 1);
    assert!(text.contains(r#"<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588""#));
    assert!(text.contains("12,000.50") && text.contains("97/193 (50.3%)"));
    assert!(text.contains("澄屿|光学<") && !text.contains('\u{1b}'));
    let mut page = sample::page();
    let columns = page.tables[0].columns.clone();
    page.tables[0].columns.extend(columns);
    page.tables[0].title = Term::Findings;
    assert!(document(&page).contains(r#"w:orient="landscape""#), "ten columns lie across");
}

#[test]
fn markup_in_a_name_stays_text() {
    let mut page = sample::page();
    page.place = "<w:p/>&{body}".into();
    assert!(document(&page).contains("&lt;w:p/&gt;&amp;{body}"));
}

#[test]
fn the_same_page_gives_the_same_bytes() {
    let bytes = || render(&sample::page(), Lang::En, &look()).unwrap();
    assert_eq!(bytes(), bytes());
}
