//! What a printed document shows of a page: its title, the sentences above, and below each table
//! those that concern it. What only helps at the keyboard stays there.

use super::cells;
use crate::labels::{self, Lang};
use crate::model::note::Note;
use crate::model::term::Term;
use crate::model::word::Word;
use crate::view::page::{Cell, Page, Table};

/// A page that has no table has sentences, which stand on one sheet all the same.
pub fn tables(page: &Page) -> Vec<Table> {
    if page.tables.is_empty() {
        return vec![Table { title: page.title, columns: Vec::new(), rows: Vec::new() }];
    }
    page.tables.clone()
}

/// The title of a table where it says more than the page's.
pub fn subtitle(page: &Page, table: &Table, lang: Lang) -> Option<String> {
    (table.title != page.title).then(|| cells::word(table.title.into(), lang))
}

/// The sentences above, without the unit of amounts.
pub fn heading(page: &Page, lang: Lang) -> Vec<String> {
    let said = page.heading.iter().filter(|note| !matches!(note, Note::Unit(_)));
    said.map(|note| sentence(note, lang)).collect()
}

/// The unit of amounts, where the page says it.
pub fn unit(page: &Page, lang: Lang) -> Option<String> {
    let unit = page.heading.iter().find(|note| matches!(note, Note::Unit(_)));
    unit.map(|note| sentence(note, lang))
}

/// The sentences below one table of the page, which may be printed without the others: those that
/// concern it, and those that concern none in particular.
pub fn notes_of(page: &Page, table: &Table, lang: Lang) -> Vec<String> {
    let concerns = |note: &&Note| {
        concerns(note, table) || !page.tables.iter().any(|other| self::concerns(note, other))
    };
    of_paper(page).filter(concerns).map(|note| sentence(note, lang)).collect()
}

fn of_paper(page: &Page) -> impl Iterator<Item = &Note> {
    page.notes.iter().filter(|note| !matches!(note, Note::ListHint | Note::AppealListHint))
}

fn concerns(note: &Note, table: &Table) -> bool {
    let cells = || table.rows.iter().flat_map(|row| &row.cells);
    match note {
        Note::Base { .. } | Note::Rounding => {
            cells().any(|cell| matches!(cell, Cell::Share { .. } | Cell::MoneyShare { .. }))
        }
        Note::NewFdiMeaning => {
            let meant = |word: Word| word == Term::NewFdi.into();
            let named = |cell: &Cell| matches!(cell, Cell::Word(word) if meant(*word));
            table.columns.iter().any(|column| meant(column.heading)) || cells().any(named)
        }
        _ => true,
    }
}

fn sentence(note: &Note, lang: Lang) -> String {
    cells::visible(&labels::note(note, lang))
}
