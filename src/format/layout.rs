//! How wide each column of a terminal table becomes, or that it cannot stand side by side at all.

use super::wrap::{widest_piece, width};
use crate::view::page::ColumnKind;

/// Columns of space between two columns of a table.
pub const GAP: usize = 2;

/// Narrower than this no heading is squeezed, no text wrapped.
const HEADING_LEAST: usize = 8;
const TEXT_LEAST: usize = 14;

/// Where even that is too wide: what a heading, a text or a Chinese word is squeezed to before the
/// table gives up standing side by side.
const HEADING_TIGHT: usize = 4;
const TEXT_TIGHT: usize = 8;

/// The full-width opening bracket.
const OPENING: char = '\u{ff08}';

/// What a column brings with it.
pub struct Need {
    /// Narrowest width at which it can be read at all: words and shares wrap too, codes, days and
    /// amounts do not.
    tight: usize,
    /// Narrowest width that breaks nothing that must stay whole.
    least: usize,
    /// Width at which neither the heading's name nor its unit wraps, only what is between.
    parts: usize,
    /// Width at which no cell wraps.
    cells: usize,
    /// Width at which the heading does not wrap either.
    full: usize,
}

/// Room for a name written by hand.
const WRITING: usize = 20;

/// Measures a column: its heading and its cells.
pub fn need<'a>(
    kind: ColumnKind,
    heading: &str,
    cells: impl Iterator<Item = &'a str> + Clone,
) -> Need {
    let widest = cells.clone().map(width).max().unwrap_or(0);
    let head = width(heading).min(HEADING_LEAST).max(widest_piece(heading));
    let piece = cells.map(widest_piece).max().unwrap_or(0);
    let (least, tight) = match kind {
        ColumnKind::Text => (
            widest.min(TEXT_LEAST.max(piece.min(2 * TEXT_LEAST))),
            widest.min(TEXT_TIGHT.max(piece.min(TEXT_LEAST))),
        ),
        ColumnKind::Short => (widest, widest.min(TEXT_TIGHT.max(piece))),
        ColumnKind::Number => (widest, widest.min(piece)),
        ColumnKind::Money => (widest, widest),
        ColumnKind::Writing => (WRITING, WRITING),
    };
    let tight = tight.max(width(heading).min(HEADING_TIGHT).max(widest_piece(heading)));
    let least = least.max(head);
    let parts = heading_parts(heading).map(width).max().unwrap_or(0).max(least);
    let cells = widest.max(parts);
    Need { tight, least, parts, cells, full: cells.max(width(heading)) }
}

/// A heading's name and its unit in brackets: the first place to break it.
pub fn heading_parts(heading: &str) -> impl Iterator<Item = &str> {
    let unit = heading.find([OPENING, '(']).filter(|place| *place > 0).unwrap_or(heading.len());
    let (name, unit) = heading.split_at(unit);
    [name.trim_end(), unit].into_iter().filter(|part| !part.is_empty())
}

/// The widths within `limit` columns (`None`: as wide as they like); `None` where the narrowest
/// table is still too wide.
pub fn widths(needs: &[Need], limit: Option<usize>) -> Option<Vec<usize>> {
    let Some(limit) = limit else {
        return Some(needs.iter().map(|need| need.full).collect());
    };
    let gaps = GAP * needs.len().saturating_sub(1);
    let mut widths: Vec<usize> = needs.iter().map(|need| need.tight).collect();
    let mut rest = limit.checked_sub(gaps + widths.iter().sum::<usize>())?;
    // Cells first: a heading wraps more gracefully than what stands under it.
    for want in [
        |need: &Need| need.least,
        |need: &Need| need.parts,
        |need: &Need| need.cells,
        |need: &Need| need.full,
    ] {
        let wants: Vec<usize> = needs.iter().map(want).collect();
        rest = grow(&mut widths, &wants, rest);
    }
    Some(widths)
}

/// Shares `rest` among the columns that want more, the most modest first.
fn grow(widths: &mut [usize], wants: &[usize], mut rest: usize) -> usize {
    let missing = |index: usize, widths: &[usize]| wants[index].saturating_sub(widths[index]);
    let mut order: Vec<usize> = (0..widths.len()).collect();
    order.sort_by_key(|index| missing(*index, widths));
    for (done, index) in order.iter().enumerate() {
        let extra = missing(*index, widths).min(rest / (order.len() - done));
        widths[*index] += extra;
        rest -= extra;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_gives_way_and_numbers_do_not() {
        let long = "澄屿光学".repeat(20);
        let needs = [
            need(ColumnKind::Text, "name", [long.as_str()].into_iter()),
            need(ColumnKind::Money, "total", ["12,000,000.50"].into_iter()),
        ];
        assert_eq!(widths(&needs, Some(40)), Some(vec![25, 13]));
        assert_eq!(widths(&needs, Some(20)), None);
        assert_eq!(widths(&needs, None), Some(vec![160, 13]));
    }
}
