//! An official paper (公文): the fields of its text, filled in with typed cells. The text stands in
//! a template (`model/text`), which an office may replace.

use super::page::{Cell, Page, Table};
use crate::model::blank::Blank;
use crate::model::text::TextKind;
use crate::model::word::Word;

/// One paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Official {
    pub text: TextKind,
    /// Title, day and unit; its tables are empty.
    pub page: Page,
    /// Every field of the template ([`TextKind::slots`]), in that order.
    pub fills: Vec<(Blank, Fill)>,
}

/// What is filled in.
#[derive(Debug, Clone, PartialEq)]
pub enum Fill {
    Cell(Cell),
    List(Vec<Vec<(Blank, Fill)>>),
    Table(Table),
    /// Labels and values, two pairs in a line; a long value takes the line.
    Grid(Vec<(Word, Cell)>),
}
