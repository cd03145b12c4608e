//! Sheets of paper: size, margins, page numbers; what a section says of them.

/// Columns a sheet in portrait can hold.
const MOST_COLUMNS: usize = 6;

/// A sheet of A4; lengths in twentieths of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sheet {
    /// What the section says of it.
    section: &'static str,
    /// Between its margins.
    pub width: u32,
}

/// Margins of 37, 35, 28 and 26 mm: above, below, left and right.
pub const PORTRAIT: Sheet =
    Sheet { section: include_str!("../templates/portrait.xml"), width: 11_906 - 1588 - 1474 };
/// The same sheet turned, its head to the right.
pub const LANDSCAPE: Sheet =
    Sheet { section: include_str!("../templates/landscape.xml"), width: 16_838 - 1984 - 2098 };
/// The sheet of a letter with its head: the name of the office 30 mm below the upper edge, a rule
/// 20 mm above the lower one, no page number on the first page.
pub const HEADED: Sheet =
    Sheet { section: include_str!("../templates/letter.xml"), width: PORTRAIT.width };

impl Sheet {
    /// The sheet for tables with so many columns.
    pub fn of(columns: usize) -> Sheet {
        if columns > MOST_COLUMNS { LANDSCAPE } else { PORTRAIT }
    }

    /// What the section says.
    pub fn section(self) -> &'static str {
        self.section.trim_end()
    }
}
