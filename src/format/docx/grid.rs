//! A frame of labels and values, two pairs in a line (一项一表); a long value takes the line.

use super::table::cell;
use super::text::{Run, set};
use crate::format::cells::{self, BLANK};
use crate::format::wrap;
use crate::labels::Lang;
use crate::model::money::Unit;
use crate::model::word::Word;
use crate::view::page::Cell;

/// Size of the text in half points: 五号.
const SIZE: u32 = 21;
/// Twentieths of a point that a label takes: seven characters.
const LABEL: u32 = 1590;
/// Places of a value that shares its line; one place is half a character.
const SHORT: usize = 24;

/// One pair in a line.
struct Pair {
    label: String,
    /// Paragraphs.
    lines: Vec<String>,
}

impl Pair {
    fn is_long(&self) -> bool {
        self.lines.len() > 1 || self.lines.iter().any(|line| wrap::width(line) > SHORT)
    }
}

/// A frame that is `width` twentieths of a point wide; amounts in `unit`.
pub fn draw(pairs: &[(Word, Cell)], width: u32, unit: Unit, lang: Lang) -> String {
    let value = (width - 2 * LABEL) / 2;
    let widths = [LABEL, value, LABEL, width - 2 * LABEL - value];
    let grid: String =
        widths.iter().map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#)).collect();
    let mut rows = String::new();
    let mut held: Option<Pair> = None;
    for (word, cell) in pairs {
        let lines: Vec<String> = match cell {
            Cell::Text(text) => text.lines().map(cells::visible).collect(),
            other => vec![cells::text(other, unit, lang)],
        };
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        let label = match cell {
            Cell::Money(_) | Cell::Mean(_) => crate::labels::heading(*word, Some(unit), lang),
            _ => cells::word(*word, lang),
        };
        let pair = Pair { label, lines };
        if pair.is_long() {
            rows += &held.take().map(|held| row(&[&held], &widths, lang)).unwrap_or_default();
            rows += &row(&[&pair], &widths, lang);
        } else if let Some(first) = held.take() {
            rows += &row(&[&first, &pair], &widths, lang);
        } else {
            held = Some(pair);
        }
    }
    rows += &held.map(|held| row(&[&held], &widths, lang)).unwrap_or_default();
    format!(
        r#"<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"#
    )
}

fn row(pairs: &[&Pair], widths: &[u32; 4], lang: Lang) -> String {
    let mut drawn = String::new();
    for (index, pair) in pairs.iter().enumerate() {
        let label = Run { text: &pair.label, is_bold: false, size: Some(SIZE) };
        let label = set("TableHead", "", &[label], lang);
        let shade = r#"<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>"#;
        drawn += &cell(widths[2 * index], shade, &label);
        let blank = [BLANK.to_owned()];
        let lines = if pair.lines.is_empty() { &blank[..] } else { &pair.lines[..] };
        let said = lines.iter().map(|line| {
            set("TableText", "", &[Run { text: line, is_bold: false, size: Some(SIZE) }], lang)
        });
        let (width, span) = match pairs.len() {
            1 => (widths[1] + widths[2] + widths[3], r#"<w:gridSpan w:val="3"/>"#),
            _ => (widths[2 * index + 1], ""),
        };
        drawn += &cell(width, span, &said.collect::<String>());
    }
    format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{drawn}</w:tr>")
}
