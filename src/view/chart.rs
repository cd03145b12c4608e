//! A chart: the figures of some columns of a table, to be drawn. It holds none itself, so that no
//! figure exists twice.

use crate::model::word::Word;

/// What is drawn of a table; its total and empty remainders are not.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    pub title: Word,
    pub shape: Shape,
    /// The column that names each bar.
    pub label: usize,
    /// The columns drawn, each in its own tone.
    pub values: Vec<(usize, Tone)>,
}

/// How the values of one row stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One bar; there is one value.
    Bars,
    /// The second within the first: those still here of those who came.
    Within,
    /// One behind the other, together the whole.
    Stack,
}

/// How a value looks: told apart without colour too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    Solid,
    Light,
    Dotted,
    Hatched,
    /// What is overdue or under red alert.
    Alarm,
}
