//! What the cells of a table look like.

use super::value::Look;
use crate::format::columns::Side;
use crate::format::workbook::{FONT, SIZE};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The font of titles and headings.
pub const HEAD_FONT: &str = "SimHei";
pub const HEAD: Color = Color::RGB(0xD9E2F3);
const INDENT: u8 = 2;

/// What a cell of a table looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Style {
    pub look: Look,
    pub side: Side,
    pub is_total: bool,
    pub is_indented: bool,
    /// Text that would become a formula when edited.
    pub is_quoted: bool,
}

/// The text of the sheet.
pub fn base() -> Format {
    Format::new().set_font_name(FONT).set_font_size(SIZE).set_align(FormatAlign::VerticalCenter)
}

impl Style {
    /// The spreadsheet's format for it.
    pub fn format(self) -> Format {
        let mut format = base().set_border(FormatBorder::Thin).set_text_wrap();
        format = format.set_align(match self.side {
            Side::Left => FormatAlign::Left,
            Side::Centre => FormatAlign::Center,
            Side::Right => FormatAlign::Right,
        });
        if let Some(code) = self.look.code() {
            format = format.set_num_format(code);
        }
        if self.is_total {
            format = format.set_bold().set_border_top(FormatBorder::Medium);
        }
        if self.is_indented {
            format = format.set_indent(INDENT);
        }
        if self.is_quoted {
            format = format.set_quote_prefix();
        }
        format
    }
}
