//! The receipt (回执): rejected rows in the sender's own layout, with one column 错误说明.

use std::io::{Result, Write};

/// Characters with which a cell would be computed by a spreadsheet.
pub const FORMULA: [char; 11] =
    ['=', '+', '-', '@', '|', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

const MARK: &[u8] = b"\xef\xbb\xbf";

/// A receipt being written: UTF-8 with a byte order mark and CRLF, as Chinese Excel reads it.
pub struct Receipt<W: Write> {
    writer: csv::Writer<W>,
    width: usize,
}

impl<W: Write> Receipt<W> {
    /// Begins with the rows above and of the header; `heading` names the column of errors.
    ///
    /// # Errors
    /// What the target reports.
    pub fn new(mut to: W, preamble: &[Vec<String>], heading: &str) -> Result<Receipt<W>> {
        to.write_all(MARK)?;
        let width = preamble.iter().map(Vec::len).max().unwrap_or(0);
        let writer = csv::WriterBuilder::new()
            .flexible(true)
            .terminator(csv::Terminator::CRLF)
            .from_writer(to);
        let mut receipt = Receipt { writer, width };
        for (place, row) in preamble.iter().enumerate() {
            let last = place + 1 == preamble.len();
            receipt.write(row, if last { heading } else { "" })?;
        }
        Ok(receipt)
    }

    /// Adds a rejected row and why.
    ///
    /// # Errors
    /// What the target reports.
    pub fn row(&mut self, raw: &[String], message: &str) -> Result<()> {
        self.write(raw, message)
    }

    fn write(&mut self, raw: &[String], last: &str) -> Result<()> {
        let padding = self.width.saturating_sub(raw.len());
        let blanks = std::iter::repeat_n(String::new(), padding);
        let cells = raw.iter().map(|cell| guard(cell)).chain(blanks).chain([last.to_owned()]);
        self.writer.write_record(cells)?;
        Ok(())
    }

    /// Everything written is handed back.
    ///
    /// # Errors
    /// What the target reports.
    pub fn finish(self) -> Result<W> {
        self.writer.into_inner().map_err(|error| error.into_error())
    }
}

/// A cell a spreadsheet would compute is given as text; plain numbers stay numbers.
fn guard(cell: &str) -> String {
    let number = cell.replace(',', "").parse::<f64>().is_ok();
    if cell.starts_with(FORMULA) && !number && !super::value::is_blank(cell) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}
