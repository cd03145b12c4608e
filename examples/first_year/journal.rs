//! The journal (流水): what each command put on record of figures, reports and appeals, so that it
//! can be said what a meeting did not know on its day.

use super::calendar::{Day, Month};
use super::page::{Cell, key, money, text};
use super::project::{MONEY, Project, STAGES, Told};

/// One thing that was put on record.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Number of the operation, and the day it was recorded.
    pub operation: usize,
    pub day: Day,
    pub reason: Option<String>,
    pub what: What,
}

#[derive(Debug, Clone)]
pub enum What {
    /// A figure of a project's month, or its words.
    Figure(Figure),
    /// A figure went back to what it was before an operation.
    TakenBack { figure: Figure, target: usize },
    /// A date that was known is another, or is gone.
    Date { place: usize, name: String, before: Cell, after: Cell },
    /// The first report of a district's month.
    Filing { district: usize, month: Month },
    /// What happened to an appeal on a day.
    Event { appeal: usize, on: Day, kind: &'static str },
}

#[derive(Debug, Clone)]
pub struct Figure {
    pub place: usize,
    pub month: Month,
    /// Key of the field.
    pub field: &'static str,
    pub before: Cell,
    pub after: Cell,
    /// Said to set right what was typed wrongly.
    pub correction: bool,
}

impl What {
    /// Entries of one operation: projects in their order, then reports, then appeals.
    pub fn order(&self) -> (usize, usize) {
        match self {
            What::Figure(figure) | What::TakenBack { figure, .. } => (0, figure.place),
            What::Date { place, .. } => (0, *place),
            What::Filing { district, .. } => (1, *district),
            What::Event { .. } => (2, 0),
        }
    }
}

/// What is other in a project's month than it was: held against the month itself where it was on
/// record, else against the one before. Words are not carried over.
pub fn figures(place: usize, before: &Project, after: &Project, month: Month) -> Vec<Figure> {
    let own = before.told.get(&month);
    let base = own.or_else(|| before.told.range(..month).next_back().map(|(_, told)| told));
    let Some(now) = after.told.get(&month) else { return Vec::new() };
    let mut found = Vec::new();
    let mut differ = |field: &'static str, before: Cell, after: Cell| {
        if before != after {
            found.push(Figure { place, month, field, before, after, correction: false });
        }
    };
    let stage = |told: &Told| key(STAGES[told.stage]);
    let words = |told: &Told| told.progress.as_deref().map_or(Cell::Blank, text);
    differ("stage", base.map_or(Cell::Blank, stage), stage(now));
    differ("progress", own.map_or(Cell::Blank, words), words(now));
    for (quantity, name) in MONEY.iter().enumerate() {
        differ(name, money(base.and_then(|told| told.money[quantity])), money(now.money[quantity]));
    }
    found
}

/// The same figures, told the other way round.
pub fn reversed(figure: &Figure) -> Figure {
    Figure { before: figure.after.clone(), after: figure.before.clone(), ..figure.clone() }
}
