//! Tables that a web system saved as HTML, often under the name `.xls`: each `<table>` is a sheet.

use super::bounds::{ROWS, check_size, too_large};
use super::gather::Gather;
use super::{Grid, Hidden};
use crate::error::{FileKind, Kind, Result};
use crate::import::sheet::COLUMN_LIMIT;
use crate::model::receipt::Merge;
use encoding_rs::{Encoding, GB18030, UTF_8};
use html5gum::{StartTag, Token, Tokenizer};
use std::path::Path;

/// Bytes in which the encoding is declared.
const HEAD: usize = 4096;
/// Rows one cell may span.
const SPAN: usize = 65_536;
/// Places kept of a row: one more than a sheet can have, so that the row is refused if it is read.
const WIDEST: usize = COLUMN_LIMIT as usize + 1;

/// The tables of an HTML file that have rows.
pub fn open(path: &Path) -> Result<Vec<Grid>> {
    let mut gather = Gather::new(check_size(path)?);
    let bytes =
        std::fs::read(path).map_err(|error| super::super::decode::unreadable(path, &error))?;
    let mut grids = Vec::new();
    let mut builder = Builder::default();
    for token in Tokenizer::new(decode(&bytes).as_ref()).flatten() {
        match token {
            Token::StartTag(tag) => builder.start(&tag, &mut gather)?,
            Token::EndTag(tag) => match tag.name.as_slice() {
                b"td" | b"th" => builder.close_cell(),
                b"tr" => builder.close_row(&mut gather)?,
                b"table" => grids.extend(builder.take(&mut gather)?),
                _ => {}
            },
            Token::String(text) => builder.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    grids.extend(builder.take(&mut gather)?);
    if grids.is_empty() {
        return Err(Kind::NotATable { found: FileKind::Html }.into());
    }
    Ok(grids)
}

/// The text in the encoding it declares, else in UTF-8, else in GB18030.
fn decode(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_lowercase();
    let declared = head.split_once("charset=").and_then(|(_, rest)| {
        let rest = rest.trim_start_matches(['"', '\'']);
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c)))?;
        Encoding::for_label(&rest.as_bytes()[..end])
    });
    let marked = bytes.starts_with(&[0xef, 0xbb, 0xbf]);
    let encoding = match declared {
        _ if marked || std::str::from_utf8(bytes).is_ok() => UTF_8,
        Some(declared) if declared != UTF_8 => declared,
        _ => GB18030,
    };
    encoding.decode(bytes).0
}

/// A table being read.
#[derive(Default)]
struct Builder {
    /// Rows read so far.
    lines: u64,
    hidden: Hidden,
    /// Cells of the row that is open, by column; `None` where nothing stands yet.
    row: Vec<Option<String>>,
    /// For each column, how many more rows a cell above reaches down.
    reach: Vec<usize>,
    cell: Option<(usize, String)>,
    merges: Vec<Merge>,
    open: bool,
}

impl Builder {
    fn start(&mut self, tag: &StartTag<()>, gather: &mut Gather) -> Result<()> {
        match tag.name.as_slice() {
            b"tr" => {
                self.close_row(gather)?;
                self.open = true;
                if is_hidden(tag) {
                    self.hidden.rows.insert(self.lines + 1);
                }
                let reach = &mut self.reach;
                self.row = reach.iter().map(|left| (*left > 0).then(String::new)).collect();
                reach.iter_mut().for_each(|left| *left = left.saturating_sub(1));
            }
            b"td" | b"th" => {
                self.close_cell();
                let span = |name: &str| {
                    let value = tag.attributes.get(name.as_bytes());
                    let value =
                        value.and_then(|it| String::from_utf8_lossy(it).trim().parse().ok());
                    value.unwrap_or(1usize).max(1)
                };
                self.open_cell(span("rowspan"), span("colspan"));
            }
            b"br" | b"p" | b"div" => self.text("\n"),
            _ => {}
        }
        Ok(())
    }

    fn open_cell(&mut self, down: usize, across: usize) {
        let (down, across) = (down.min(SPAN), across.min(WIDEST));
        let free = self.row.iter().position(Option::is_none).unwrap_or(self.row.len());
        let free = free.min(WIDEST - 1);
        let end = (free + across).min(WIDEST);
        if self.row.len() < end {
            self.row.resize(end, None);
        }
        if self.reach.len() < end {
            self.reach.resize(end, 0);
        }
        for column in free..end {
            self.row[column] = Some(String::new());
            self.reach[column] = down - 1;
        }
        let line = self.lines + 1;
        if down > 1 || across > 1 {
            let rows = (line, line + down as u64 - 1);
            self.merges.push(Merge { rows, columns: (free, end - 1) });
        }
        self.cell = Some((free, String::new()));
    }

    fn text(&mut self, text: &str) {
        if let Some((_, cell)) = &mut self.cell {
            cell.push_str(text);
        }
    }

    fn close_cell(&mut self) {
        if let Some((column, text)) = self.cell.take() {
            let lines =
                text.split('\n').map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
            let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
            self.row[column] = Some(lines.join("\n"));
        }
    }

    fn close_row(&mut self, gather: &mut Gather) -> Result<()> {
        self.close_cell();
        if std::mem::take(&mut self.open) {
            self.lines += 1;
            if self.lines > ROWS as u64 {
                return Err(too_large());
            }
            let row = self.lines as u32 - 1;
            for (column, text) in (0u32..).zip(std::mem::take(&mut self.row)) {
                gather.put(row, column, text.unwrap_or_default())?;
            }
        }
        Ok(())
    }

    /// The table read so far; `None` where it has no text.
    fn take(&mut self, gather: &mut Gather) -> Result<Option<Grid>> {
        self.close_row(gather)?;
        let Builder { merges, hidden, .. } = std::mem::take(self);
        let grid = Grid { records: gather.take(), merges, hidden, ..Grid::default() };
        Ok((!grid.records.is_empty()).then_some(grid))
    }
}

/// Whether a row is not shown; Excel writes `display:none` for a hidden one.
fn is_hidden(tag: &StartTag<()>) -> bool {
    let style = tag.attributes.get("style".as_bytes());
    let style = style.map(|it| String::from_utf8_lossy(it).to_lowercase().replace(' ', ""));
    style.is_some_and(|style| style.contains("display:none"))
        || tag.attributes.contains_key("hidden".as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_laid_out_and_encodings_believed_where_they_hold() {
        let html = "<html><meta charset=gb2312><table><tr><th rowspan=2>项目名称<th colspan=2>投资</tr>\
             <tr><th>总投资<th>外资</tr><tr><td>甲 项目<br>一期<td>1,200<td>&nbsp;</table>";
        let file = tempfile::NamedTempFile::new().unwrap();
        for bytes in [html.as_bytes().to_vec(), GB18030.encode(html).0.into_owned()] {
            std::fs::write(file.path(), bytes).unwrap();
            let grids = open(file.path()).unwrap();
            let cells: Vec<Vec<&str>> = grids[0]
                .records
                .iter()
                .map(|record| record.cells.iter().map(String::as_str).collect())
                .collect();
            assert_eq!(cells[0], ["项目名称", "投资"]);
            assert_eq!(cells[1], ["", "总投资", "外资"]);
            assert_eq!(cells[2], ["甲 项目\n一期", "1,200"]);
            assert_eq!(grids[0].merges.len(), 2);
        }
    }
}
