//! What calamine does not tell of an xlsx sheet: hidden rows and columns, filters, and formulas
//! without a result, read from the sheet's XML.

use super::Hidden;
use super::bounds::{COLUMNS, damaged};
use super::xlsx::Layouts;
use crate::error::Result;
use crate::import::sheet::COLUMN_LIMIT;
use crate::model::receipt::Merge;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

/// What the file adds to a column's width as people see it: five of the seven pixels of a digit.
const MARGIN: f64 = 5.0 / 7.0;

/// Of one sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Layout {
    pub hidden: Hidden,
    pub stale: Vec<(u64, usize)>,
    pub uncomputed: Vec<(u64, usize)>,
    pub merges: Vec<Merge>,
    pub widths: Vec<Option<f64>>,
}

type Archive = zip::ZipArchive<BufReader<File>>;

/// The layouts of all sheets; a workbook that keeps its parts in unusual places has none.
pub fn layouts(path: &Path) -> Result<Layouts> {
    let file = File::open(path).map_err(|error| super::super::decode::unreadable(path, &error))?;
    let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(|_| damaged())?;
    let mut targets = HashMap::new();
    each(&mut archive, "xl/_rels/workbook.xml.rels", |tag| {
        if let (Some(id), Some(target)) = (attribute(tag, b"Id"), attribute(tag, b"Target")) {
            targets.insert(id, target);
        }
    })?;
    let mut sheets = Vec::new();
    each(&mut archive, "xl/workbook.xml", |tag| {
        if tag.local_name().as_ref() == "sheet"
            && let (Some(name), Some(id)) = (attribute(tag, b"name"), attribute(tag, b"r:id"))
        {
            sheets.push((name, id));
        }
    })?;
    let mut layouts = HashMap::new();
    let mut seen = HashSet::new();
    for (name, id) in sheets {
        let Some(target) = targets.get(&id) else { continue };
        // No program writes one part for two sheets; read again and again it would never end.
        if !seen.insert(target) {
            return Err(damaged());
        }
        let part = match target.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None => format!("xl/{target}"),
        };
        let layout = layout(&mut archive, &part);
        let layout = layout.map_err(|fault| fault.in_sheet(Some(&name)))?;
        layouts.insert(name, layout);
    }
    Ok(layouts)
}

/// Reads one sheet's rows, columns, filter and formulas.
///
/// Cells are most of a sheet and say nothing here unless they hold a formula: tags are told apart by
/// their names alone, and only the few that matter are taken apart. Whether the whole is sound is
/// for the reader of the cells to say.
fn layout(archive: &mut Archive, part: &str) -> Result<Layout> {
    let mut layout = Layout::default();
    let Ok(part) = archive.by_name(part) else { return Ok(layout) };
    let mut xml = BufReader::with_capacity(BLOCK, part);
    let (mut tag, mut cell, mut value) = (Vec::new(), Vec::new(), Vec::new());
    let (mut row, mut formula, mut in_value, mut spans) = (0, false, false, 0);
    loop {
        let text = if in_value && formula {
            xml.read_until(b'<', &mut value)
        } else {
            xml.skip_until(b'<')
        };
        tag.clear();
        let read = text.and_then(|_| xml.read_until(b'>', &mut tag)).map_err(|_| damaged())?;
        if read == 0 {
            return Ok(layout);
        }
        let found = Tag::of(&tag);
        match (found.name, found.closes) {
            (b"c", false) => {
                std::mem::swap(&mut cell, &mut tag);
                value.clear();
                (formula, in_value) = (false, false);
            }
            (b"f", false) => formula = true,
            (b"v", closes) => in_value = !closes && !found.empty,
            (b"c", true) if formula && says_nothing(&value) => {
                let start = Tag::of(&cell).start();
                let name = start.as_ref().and_then(|tag| attribute(tag, b"r"));
                let column = name.and_then(|name| column_of(&name));
                layout.stale.extend(column.map(|column| (row, column)));
                // A result that is an empty text says so.
                let is_text =
                    start.and_then(|tag| attribute(&tag, b"t")).is_some_and(|t| t == "str");
                let computed = is_text || value.trim_ascii_start().starts_with(b"0");
                layout.uncomputed.extend(column.filter(|_| !computed).map(|column| (row, column)));
            }
            (b"row", false) => {
                let start = found.start();
                row = start.as_ref().and_then(|tag| number(tag, b"r")).unwrap_or(row + 1);
                if start.is_some_and(|tag| is_on(&tag, b"hidden")) {
                    layout.hidden.rows.insert(row);
                }
            }
            (b"col", false) => {
                spans += 1;
                if spans > COLUMNS {
                    return Err(damaged());
                }
                found.start().iter().for_each(|tag| layout.column(tag));
            }
            (b"mergeCell", false) => {
                layout.merges.extend(found.start().and_then(|tag| merge(&tag)));
            }
            (b"autoFilter", false) => layout.hidden.filtered = true,
            _ => {}
        }
    }
}

/// Bytes read at a time.
const BLOCK: usize = 64 * 1024;

/// A tag as it stands between `<` and `>`.
struct Tag<'a> {
    text: &'a [u8],
    /// Bytes of the name with its prefix.
    length: usize,
    /// The name without its prefix.
    name: &'a [u8],
    /// `</c>`
    closes: bool,
    /// `<c/>`
    empty: bool,
}

impl<'a> Tag<'a> {
    fn of(tag: &'a [u8]) -> Tag<'a> {
        let text = tag.strip_suffix(b">").unwrap_or(tag);
        let (text, empty) = text.strip_suffix(b"/").map_or((text, false), |text| (text, true));
        let (text, closes) = text.strip_prefix(b"/").map_or((text, false), |text| (text, true));
        let length = text.iter().position(u8::is_ascii_whitespace).unwrap_or(text.len());
        let whole = &text[..length];
        let local = whole.iter().position(|byte| *byte == b':').map_or(0, |colon| colon + 1);
        Tag { text, length, name: &whole[local..], closes, empty }
    }

    /// The tag with its attributes.
    fn start(&self) -> Option<BytesStart<'a>> {
        Some(BytesStart::from_content(std::str::from_utf8(self.text).ok()?, self.length))
    }
}

/// Whether the cached result of a formula is missing or 0; the `<` that ends it is among the bytes.
fn says_nothing(value: &[u8]) -> bool {
    let text = value.strip_suffix(b"<").unwrap_or(value);
    matches!(text.trim_ascii(), b"" | b"0")
}

impl Layout {
    /// Takes in what a `<col>` says of the columns it spans.
    fn column(&mut self, tag: &BytesStart<'_>) {
        let (first, last) = (number(tag, b"min"), number(tag, b"max"));
        let (Some(first @ 1..), Some(last)) = (first, last) else { return };
        if is_on(tag, b"hidden") {
            let columns = first..=last.min(COLUMN_LIMIT);
            self.hidden.columns.extend(columns.map(|at| at as usize - 1));
        }
        let width = attribute(tag, b"width").and_then(|width| width.parse::<f64>().ok());
        let width = width.map(|width| ((width - MARGIN) * 100.0).round() / 100.0);
        for at in first..=last.min(COLUMN_LIMIT) {
            let at = at as usize;
            self.widths.resize(self.widths.len().max(at), None);
            self.widths[at - 1] = width;
        }
    }
}

/// `A1:C2`; damaged ones join nothing.
fn merge(tag: &BytesStart<'_>) -> Option<Merge> {
    let range = attribute(tag, b"ref")?;
    let (from, to) = range.split_once(':')?;
    let row = |name: &str| name.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse().ok();
    let rows = (row(from)?, row(to)?);
    let columns = (column_of(from)?, column_of(to)?);
    (rows.0 <= rows.1 && columns.0 <= columns.1).then_some(Merge { rows, columns })
}

/// Feeds every tag of a part.
fn each(archive: &mut Archive, part: &str, mut take: impl FnMut(&BytesStart<'_>)) -> Result<()> {
    let Ok(mut part) = archive.by_name(part) else { return Ok(()) };
    let mut text = String::new();
    part.read_to_string(&mut text).map_err(|_| damaged())?;
    let mut reader = Reader::from_str(&text);
    loop {
        match reader.read_event().map_err(|_| damaged())? {
            Event::Eof => return Ok(()),
            Event::Start(tag) | Event::Empty(tag) => take(&tag),
            _ => {}
        }
    }
}

fn attribute(tag: &BytesStart<'_>, name: &[u8]) -> Option<String> {
    let mut attributes = tag.attributes().flatten();
    let found = attributes.find(|it| it.key.as_ref().as_bytes() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

fn is_on(tag: &BytesStart<'_>, name: &[u8]) -> bool {
    attribute(tag, name).is_some_and(|value| matches!(value.as_str(), "1" | "true"))
}

fn number(tag: &BytesStart<'_>, name: &[u8]) -> Option<u64> {
    attribute(tag, name)?.parse().ok()
}

/// The column of a cell's name, from 0: `AB12` is 27.
fn column_of(name: &str) -> Option<usize> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.fold(0usize, |sum, letter| {
        sum.saturating_mul(26) + usize::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    number.checked_sub(1)
}
