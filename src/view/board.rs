//! The leaders' page: sections of tables, with charts of them, and two lists to look things up in.
//! Every figure stands in a table of the page, so that it has every format that a page has.

mod list;
mod sections;

use super::chart::Chart;
use super::names::Frame;
use super::page::{Cell, Page, Table};
use crate::desk::board::Board as Found;
use crate::model::disclosure::DisclosureNote;
use crate::model::note::Note;
use crate::model::term::Term;
use crate::model::word::Word;
use crate::view::redact::Investors;

/// The page, and how it is laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Board {
    /// Every table, and every sentence, for the formats that have no layout.
    pub page: Page,
    pub sections: Vec<Section>,
    /// What the lists can be narrowed by.
    pub choices: Choices,
}

/// A part of the page under a heading of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    pub title: Word,
    /// Sentences below the heading.
    pub lead: Vec<Note>,
    pub parts: Vec<Part>,
}

/// A table of the page as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Its place among the tables of the page.
    pub table: usize,
    pub draw: Draw,
    pub charts: Vec<Chart>,
    /// Sentences below it.
    pub notes: Vec<Note>,
}

/// How a table is shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Draw {
    /// Each row as one large figure.
    Figures,
    Plain,
    /// To narrow and to sort, each row with what it can be narrowed by.
    List(Vec<Facets>),
}

/// What a row of a list can be narrowed by; blank where it does not apply.
#[derive(Debug, Clone, PartialEq)]
pub struct Facets {
    pub district: Cell,
    pub stage: Cell,
    pub origin: Cell,
}

/// Every value of each facet, in its order.
#[derive(Debug, Clone, PartialEq)]
pub struct Choices {
    pub districts: Vec<Cell>,
    pub stages: Vec<Cell>,
    pub origins: Vec<Cell>,
}

/// The page of a board.
pub fn board(frame: &Frame<'_>, found: &Found, investors: Investors) -> Board {
    let mut page = frame.page(Term::Board, Vec::new());
    if found.withheld > 0 {
        page.heading.push(DisclosureNote::Withheld { projects: found.withheld }.into());
    }
    if investors == Investors::LeftOut {
        page.heading.push(DisclosureNote::Redacted.into());
    }
    let mut layout = Layout { page, sections: Vec::new() };
    sections::figures(&mut layout, frame, found);
    sections::clocks(&mut layout, frame, found);
    sections::appeals(&mut layout, frame, found);
    sections::changes(&mut layout, frame, found);
    list::lists(&mut layout, frame, found, investors);
    Board { page: layout.page, sections: layout.sections, choices: list::choices(frame) }
}

/// The page being laid out from top to bottom.
struct Layout {
    page: Page,
    sections: Vec<Section>,
}

impl Layout {
    fn section(&mut self, title: impl Into<Word>, lead: Vec<Note>) {
        self.say(&lead);
        self.sections.push(Section { title: title.into(), lead, parts: Vec::new() });
    }

    /// A table below what the section has so far.
    fn part(&mut self, table: Table, draw: Draw, charts: Vec<Chart>, notes: Vec<Note>) {
        self.say(&notes);
        let place = self.page.tables.len();
        self.page.tables.push(table);
        if let Some(section) = self.sections.last_mut() {
            section.parts.push(Part { table: place, draw, charts, notes });
        }
    }

    /// A sentence stands once where there are no sections.
    fn say(&mut self, notes: &[Note]) {
        for note in notes {
            if !self.page.notes.contains(note) {
                self.page.notes.push(note.clone());
            }
        }
    }
}
