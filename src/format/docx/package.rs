//! The parts of a document in one archive, with the typefaces of the office.

use super::text::{Run, escaped};
use crate::error::Result;
use crate::labels::Lang;
use crate::model::Day;
use crate::model::look::{FontUse, Look};
use anyhow::Context;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

const TYPES: &str = include_str!("../templates/content_types.xml");
const RELATIONS: &str = include_str!("../templates/document_rels.xml");
const STYLES: &str = include_str!("../templates/styles.xml");
const FONTS: &str = include_str!("../templates/fonts.xml");
const CORE: &str = include_str!("../templates/core.xml");
const DOCUMENT: &str = include_str!("../templates/document.xml");
/// The parts that are the same in every document.
const PARTS: [(&str, &str); 4] = [
    ("_rels/.rels", include_str!("../templates/package_rels.xml")),
    ("word/settings.xml", include_str!("../templates/settings.xml")),
    ("word/footer1.xml", include_str!("../templates/footer_odd.xml")),
    ("word/footer2.xml", include_str!("../templates/footer_even.xml")),
];
const HEAD_TYPES: &str = include_str!("../templates/head_types.xml");
const HEAD_RELATIONS: &str = include_str!("../templates/head_rels.xml");
const HEADER: &str = include_str!("../templates/header_office.xml");
const HEAD_FOOTER: &str = include_str!("../templates/footer_office.xml");

/// The room for the name of the office above a letter, in half points of its characters.
const HEAD_ROOM: usize = 2 * 470;
/// The largest size of that name, in half points.
const HEAD_SIZE: usize = 72;

/// The bytes of a document whose body is `body`, the last section with it.
///
/// # Errors
/// Only our own fault.
pub fn package(body: &str, title: &str, day: Day, look: &Look) -> Result<Vec<u8>> {
    let head = look.head.as_deref();
    let (types, relations) = match head {
        Some(_) => (HEAD_TYPES.trim_end(), HEAD_RELATIONS.trim_end()),
        None => ("", ""),
    };
    let mut parts = vec![
        // What opens an archive looks for the types first.
        ("[Content_Types].xml", TYPES.replace("{head}", types)),
        ("word/_rels/document.xml.rels", RELATIONS.replace("{head}", relations)),
        ("word/styles.xml", styles(look)),
        ("word/fontTable.xml", fonts(look)),
        ("word/document.xml", DOCUMENT.replace("{body}", body)),
        ("docProps/core.xml", core(title, day)),
    ];
    parts.extend(PARTS.map(|(name, text)| (name, text.to_owned())));
    if let Some(office) = head {
        parts.push(("word/header1.xml", HEADER.replace("{office}", &office_name(office))));
        parts.push(("word/footer3.xml", HEAD_FOOTER.to_owned()));
    }
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        // The archive's own date is fixed, so that the same page gives the same bytes.
        zip.start_file(name, SimpleFileOptions::default()).context("docx")?;
        zip.write_all(text.as_bytes()).context("docx")?;
    }
    Ok(zip.finish().context("docx")?.into_inner())
}

fn core(title: &str, day: Day) -> String {
    CORE.replace("{day}", &day.to_string()).replace("{title}", &escaped(title))
}

/// The styles, each with the typefaces of its use.
fn styles(look: &Look) -> String {
    FontUse::ALL.iter().fold(STYLES.to_owned(), |styles, of| {
        let name = look.face(*of).map(|face| escaped(&face.name)).unwrap_or_default();
        styles.replace(&format!("{{{}}}", of.key()), &name)
    })
}

/// The table of fonts: what stands in for one that a machine has not.
fn fonts(look: &Look) -> String {
    let mut named: Vec<&str> = Vec::new();
    let mut table = String::new();
    for (of, face) in FontUse::ALL.iter().zip(&look.faces) {
        if named.contains(&face.name.as_str()) {
            continue;
        }
        named.push(&face.name);
        let others = escaped(&face.fallbacks.join(","));
        let others =
            if others.is_empty() { others } else { format!(r#"<w:altName w:val="{others}"/>"#) };
        // 134 is the character set of simplified Chinese.
        let (charset, family) = match of {
            FontUse::Latin => ("00", "roman"),
            FontUse::Title => ("86", "roman"),
            FontUse::PageNumber => ("86", "auto"),
            _ => ("86", "modern"),
        };
        table += &format!(
            r#"<w:font w:name="{}">{others}<w:charset w:val="{charset}"/><w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>"#,
            escaped(&face.name)
        );
    }
    FONTS.replace("{fonts}", &table)
}

/// The name in red, as large as fits on one line.
fn office_name(office: &str) -> String {
    let size = (HEAD_ROOM / office.chars().count().max(1)).min(HEAD_SIZE) as u32;
    Run { text: office, is_bold: false, size: Some(size) }.draw(Lang::Zh)
}
