//! 回执: the rows of a district's file that go back to it, in its own layout, as plain data.

use serde::{Deserialize, Serialize};

/// Cells joined into one; rows as in the sheet from 1, columns from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    pub rows: (u64, u64),
    pub columns: (usize, usize),
}

/// What kind of file a table came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetKind {
    /// Text with delimiters.
    Text,
    /// A table saved as HTML: a workbook to its sender, with cells of text.
    Web,
    /// A workbook with typed cells.
    Book,
}

/// The layout of a table: what stands above its rows, and how wide.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    pub kind: SheetKind,
    /// The name on the tab; `None` where the file has none.
    pub sheet: Option<String>,
    /// The rows with text up to and including the header, each with its number in the sheet.
    pub above: Vec<(u64, Vec<String>)>,
    /// First and last row of the header.
    pub header: (u64, u64),
    /// Cells of the header, without a column of errors from an earlier receipt.
    pub width: usize,
    /// Merges among these rows.
    pub merges: Vec<Merge>,
    /// Widths of the columns in characters, as far as the file says.
    pub widths: Vec<Option<f64>>,
    /// The table itself says which district and which month it is about.
    pub says_district: bool,
    pub says_month: bool,
}

/// Why a cell is coloured, or a row goes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shade {
    /// 提示: the row was taken.
    Warned,
    /// 退回: it was not.
    Rejected,
}

/// A cell that is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    pub column: usize,
    pub shade: Shade,
}

/// A cell as its sender wrote it; `format` is its number format, where it has one.
#[derive(Debug, Clone, PartialEq)]
pub enum Written {
    Blank,
    Text {
        text: String,
        format: Option<String>,
    },
    /// A number or a date, which is a number of days with a format.
    Number {
        number: f64,
        format: Option<String>,
    },
}
