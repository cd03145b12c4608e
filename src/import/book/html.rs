//! Tables that a web system saved as HTML, often under the name `.xls`: each `<table>` is a sheet.

use super::Grid;
use super::bounds::{check_size, too_large};
use crate::error::{FileKind, Kind, Result};
use crate::import::sheet::Record;
use crate::model::receipt::Merge;
use encoding_rs::{Encoding, GB18030, UTF_8};
use html5gum::{StartTag, Token, Tokenizer};
use std::path::Path;

/// Bytes in which the encoding is declared.
const HEAD: usize = 4096;
/// Rows or columns one cell may span.
const SPAN: usize = 10_000;

/// The tables of an HTML file that have rows.
pub fn open(path: &Path) -> Result<Vec<Grid>> {
    check_size(path)?;
    let bytes =
        std::fs::read(path).map_err(|error| super::super::decode::unreadable(path, &error))?;
    let mut grids = Vec::new();
    let mut builder = Builder::default();
    for token in Tokenizer::new(decode(&bytes).as_ref()).flatten() {
        match token {
            Token::StartTag(tag) => builder.start(&tag)?,
            Token::EndTag(tag) => match tag.name.as_slice() {
                b"td" | b"th" => builder.close_cell(),
                b"tr" => builder.close_row(),
                b"table" => grids.extend(builder.take()),
                _ => {}
            },
            Token::String(text) => builder.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    grids.extend(builder.take());
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
    rows: Vec<Vec<String>>,
    /// Cells of the row that is open, by column; `None` where nothing stands yet.
    row: Vec<Option<String>>,
    /// For each column, how many more rows a cell above reaches down.
    reach: Vec<usize>,
    cell: Option<(usize, String)>,
    merges: Vec<Merge>,
    open: bool,
}

impl Builder {
    fn start(&mut self, tag: &StartTag<()>) -> Result<()> {
        match tag.name.as_slice() {
            b"tr" => {
                self.close_row();
                self.open = true;
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
                self.open_cell(span("rowspan"), span("colspan"))?;
            }
            b"br" | b"p" | b"div" => self.text("\n"),
            _ => {}
        }
        Ok(())
    }

    fn open_cell(&mut self, down: usize, across: usize) -> Result<()> {
        if down > SPAN || across > SPAN || self.rows.len() >= super::bounds::ROWS {
            return Err(too_large());
        }
        let free = self.row.iter().position(Option::is_none).unwrap_or(self.row.len());
        let end = free + across;
        if end as u64 > super::bounds::COLUMNS {
            return Err(too_large());
        }
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
        let line = self.rows.len() as u64 + 1;
        if down > 1 || across > 1 {
            let rows = (line, line + down as u64 - 1);
            self.merges.push(Merge { rows, columns: (free, end - 1) });
        }
        self.cell = Some((free, String::new()));
        Ok(())
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

    fn close_row(&mut self) {
        self.close_cell();
        if std::mem::take(&mut self.open) {
            let row = std::mem::take(&mut self.row);
            self.rows.push(row.into_iter().map(Option::unwrap_or_default).collect());
        }
    }

    /// The table read so far; `None` where it has no text.
    fn take(&mut self) -> Option<Grid> {
        self.close_row();
        let done = std::mem::take(self);
        let records = done.rows.into_iter().enumerate();
        let records = records.map(|(at, cells)| Record { line: at as u64 + 1, cells });
        let records: Vec<Record> = records.filter(|record| record.filled() > 0).collect();
        let merges = done.merges;
        (!records.is_empty()).then(|| Grid { records, merges, ..Grid::default() })
    }
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
            assert_eq!(cells[0], ["项目名称", "投资", ""]);
            assert_eq!(cells[1], ["", "总投资", "外资"]);
            assert_eq!(cells[2], ["甲 项目\n一期", "1,200", ""]);
            assert_eq!(grids[0].merges.len(), 2);
        }
    }
}
