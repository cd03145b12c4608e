//! What a template printed, as paragraphs and tables. Only what stands in the template is markup;
//! what comes from a field is text, and a line break in it begins a paragraph of the same kind.

use super::fill::MARK;
use minijinja::{OutputSpan, OutputSpanKind};

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// 标题
    Title,
    /// 纪要标志
    Emblem,
    /// 主送
    Addressee,
    /// 一级标题
    Heading,
    /// 二级标题
    Subheading,
    /// 正文
    Body,
    /// 署名和成文日期
    Right,
    /// 附注
    Note,
}

impl Kind {
    /// Its style in `templates/styles.xml`.
    pub const fn style(self) -> &'static str {
        match self {
            Kind::Title => "Title",
            Kind::Emblem => "Emblem",
            Kind::Addressee => "Salutation",
            Kind::Heading => "OfficialHeading1",
            Kind::Subheading => "OfficialHeading2",
            Kind::Body => "BodyText",
            Kind::Right => "Signature",
            Kind::Note => "PaperNote",
        }
    }
}

/// A part of a paper, from above to below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Said {
        kind: Kind,
        text: String,
    },
    /// A table or a frame, by its place among those of the paper.
    Drawn(usize),
}

/// A table amid other words, by the line of the template it stands on.
#[derive(Debug, PartialEq, Eq)]
pub struct NotAlone {
    pub row: usize,
    /// The bytes of the template that print it.
    pub source: std::ops::Range<usize>,
}

/// What one span of the template printed.
struct Piece<'a> {
    is_field: bool,
    text: &'a str,
    row: usize,
    source: std::ops::Range<usize>,
}

/// The parts of what was printed.
///
/// # Errors
/// [`NotAlone`].
pub fn blocks(printed: &str, spans: &[OutputSpan]) -> Result<Vec<Block>, NotAlone> {
    let mut line: Vec<Piece<'_>> = Vec::new();
    let mut found = Vec::new();
    for span in spans {
        let text = &printed[span.output_range()];
        let piece = |text| Piece {
            is_field: span.kind() == OutputSpanKind::Expression,
            text,
            row: span.line(),
            source: span.source_range(),
        };
        if span.kind() == OutputSpanKind::Expression {
            line.push(piece(text));
            continue;
        }
        let mut rows = text.split('\n');
        line.extend(rows.next().map(piece));
        for row in rows {
            end(&line, &mut found)?;
            line.clear();
            line.push(piece(row));
        }
    }
    end(&line, &mut found)?;
    Ok(found)
}

/// Ends a line of the template.
fn end(line: &[Piece<'_>], found: &mut Vec<Block>) -> Result<(), NotAlone> {
    let is_blank = |piece: &&Piece<'_>| piece.text.trim().is_empty();
    if let Some(table) = line.iter().find(|piece| piece.is_field && piece.text.contains(MARK)) {
        let others = line.iter().filter(|piece| !is_blank(piece)).count();
        let place = table.text.trim_matches(MARK).parse();
        let Some(place) = place.ok().filter(|_| others == 1) else {
            return Err(NotAlone { row: table.row, source: table.source.clone() });
        };
        found.push(Block::Drawn(place));
        return Ok(());
    }
    let first = line.iter().find(|piece| piece.is_field || !is_blank(piece));
    let marked = first.filter(|piece| !piece.is_field).map(|piece| mark(piece.text));
    let (kind, mark) = marked.unwrap_or((Kind::Body, None));
    let mut paragraphs = vec![String::new()];
    let mut has_begun = false;
    for piece in line {
        let mut text = piece.text;
        if !piece.is_field && !has_begun {
            text = text.trim_start();
            if !text.is_empty() {
                text = mark.map_or(text, |mark| text[mark.len()..].trim_start());
                has_begun = true;
            }
        }
        has_begun |= piece.is_field;
        let parts = if piece.is_field { text.split('\n').collect() } else { vec![text] };
        for (index, part) in parts.into_iter().enumerate() {
            if index > 0 {
                paragraphs.push(String::new());
            }
            if let Some(last) = paragraphs.last_mut() {
                last.push_str(part);
            }
        }
    }
    let is_spacer = mark.is_some() && line.iter().all(|piece| !piece.is_field);
    for paragraph in paragraphs {
        let text = paragraph.trim().to_owned();
        // A line without words is nothing, but for a mark alone, which is an empty line.
        if !text.is_empty() || is_spacer {
            found.push(Block::Said { kind, text });
        }
    }
    Ok(())
}

/// The mark a line begins with.
fn mark(text: &str) -> (Kind, Option<&'static str>) {
    const MARKS: [(&str, Kind); 7] = [
        ("###", Kind::Subheading),
        ("##", Kind::Heading),
        ("#", Kind::Title),
        ("^", Kind::Emblem),
        ("@", Kind::Addressee),
        (">", Kind::Right),
        ("!", Kind::Note),
    ];
    let text = text.trim_start();
    let found = MARKS.iter().find(|(mark, _)| text.starts_with(mark));
    found.map_or((Kind::Body, None), |(mark, kind)| (*kind, Some(mark)))
}
