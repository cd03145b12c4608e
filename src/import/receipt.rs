//! The receipt (退回回执): the rows that were not taken, as a CSV for a spreadsheet, each with what
//! is wrong. Put right, it can be imported as it is.

use crate::model::receipt::{Frame, Written};
use std::io::{self, Write};

const BOM: &[u8] = &[0xef, 0xbb, 0xbf];

/// A CSV being written row by row.
pub struct Receipt<W: Write> {
    out: csv::Writer<W>,
    width: usize,
}

/// Whether a spreadsheet would take the cell for a formula.
pub(super) fn is_active(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '|', '\t', '\r'])
}

/// Digits with separators and a sign: safe as they stand.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix(['+', '-']).unwrap_or(cell);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
}

/// Digits from which a number is no quantity but a code.
const CODE_DIGITS: usize = 12;

/// A cell of a text file as a spreadsheet should have it: plain numbers as numbers.
pub fn as_written(cell: &str) -> Written {
    let cell = super::draft::unescaped(cell);
    let bare = cell.strip_prefix('-').unwrap_or(cell);
    let padded = bare.len() > 1 && bare.starts_with('0') && !bare.starts_with("0.");
    let digits = bare.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let plain = is_number(cell) && digits && !padded && bare.len() < CODE_DIGITS;
    match cell.parse().ok().filter(|_| plain) {
        Some(number) => Written::Number { number, format: None },
        None if cell.is_empty() => Written::Blank,
        None => Written::Text { text: cell.to_owned(), format: None },
    }
}

/// A cell that stays text in a spreadsheet.
fn escaped(cell: &str) -> String {
    if is_active(cell) && !is_number(cell) { format!("'{cell}") } else { cell.to_owned() }
}

impl<W: Write> Receipt<W> {
    /// Begins with the rows of the original up to its header; the errors get a column after it.
    ///
    /// # Errors
    /// What the disk reports.
    pub fn new(mut out: W, frame: &Frame, error_heading: &str) -> io::Result<Receipt<W>> {
        out.write_all(BOM)?;
        let out = csv::WriterBuilder::new()
            .flexible(true)
            .terminator(csv::Terminator::CRLF)
            .from_writer(out);
        let mut receipt = Receipt { out, width: frame.width };
        for (at, (_, cells)) in frame.above.iter().enumerate() {
            let last = at + 1 == frame.above.len();
            receipt.row(cells, if last { error_heading } else { "" })?;
        }
        Ok(receipt)
    }

    /// A row of the original and what is wrong with it.
    ///
    /// # Errors
    /// What the disk reports.
    pub fn row(&mut self, raw: &[String], message: &str) -> io::Result<()> {
        let cells = (0..self.width).map(|at| raw.get(at).map_or("", String::as_str));
        let row = cells.chain([message]).map(escaped);
        self.out.write_record(row).map_err(io_error)
    }

    /// Writes what is left.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_is_safe_in_a_spreadsheet() {
        let row = |cells: &[&str]| cells.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>();
        let mut bytes = Vec::new();
        let frame = Frame {
            kind: crate::model::receipt::SheetKind::Text,
            sheet: None,
            above: vec![(1, row(&["单位：万美元", ""])), (2, row(&["项目名称", "投资总额", ""]))],
            header: (2, 2),
            width: 2,
            merges: Vec::new(),
            widths: Vec::new(),
            says_district: false,
            says_month: false,
        };
        let mut receipt = Receipt::new(&mut bytes, &frame, "错误说明").unwrap();
        receipt.row(&row(&["=cmd|'x'", "-12.5", ""]), "金额有误, 请改").unwrap();
        receipt.row(&row(&["@甲"]), "缺").unwrap();
        receipt.finish().unwrap();
        let expected = "\u{feff}单位：万美元,,\r\n项目名称,投资总额,错误说明\r\n\
             '=cmd|'x',-12.5,\"金额有误, 请改\"\r\n'@甲,,缺\r\n";
        assert_eq!(String::from_utf8(bytes).unwrap(), expected);
    }
}
