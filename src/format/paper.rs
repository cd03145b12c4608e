//! What a printed document shows of a page: its title, the sentences above, and below each table
//! those that concern it. What only helps at the keyboard stays there.

use super::cells;
use crate::labels::prompt::{Prompt, prompt};
use crate::labels::{self, Lang};
use crate::model::board::BoardNote;
use crate::model::circular::CircularNote;
use crate::model::meeting_note::MeetingNote;
use crate::model::note::Note;
use crate::model::task_note::TaskNote;
use crate::model::term::Term;
use crate::model::word::Word;
use crate::view::page::{Cell, ColumnKind, Page, Table};

/// The full-width colon.
const COLON: &str = "\u{ff1a}";

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

/// The unit of amounts, where the page says it and the table has amounts.
pub fn unit(page: &Page, table: &Table, lang: Lang) -> Option<String> {
    let money = table.columns.iter().any(|column| column.kind == ColumnKind::Money);
    let unit = page.heading.iter().find(|note| matches!(note, Note::Unit(_)));
    unit.filter(|_| money || table.columns.is_empty()).map(|note| sentence(note, lang))
}

/// The sentences below one table of the page, which may be printed without the others: those that
/// concern it, and those that concern none in particular. They are numbered where there are several;
/// our own importer knows them for what they are.
pub fn notes_of(page: &Page, table: &Table, lang: Lang) -> Vec<String> {
    let concerns = |note: &&Note| {
        concerns(note, table) || !page.tables.iter().any(|other| self::concerns(note, other))
    };
    let said: Vec<&Note> = of_paper(page).filter(concerns).collect();
    footnotes(&said, lang)
}

/// Sentences as they stand below a table.
pub fn footnotes(said: &[&Note], lang: Lang) -> Vec<String> {
    let several = said.len() > 1;
    let numbered = (1..).zip(said).map(|(number, note)| {
        let number = if several { number.to_string() } else { String::new() };
        let head = format!("{}{number}", prompt(Prompt::Footnote, lang));
        format!("{}{}{}", head.trim_end(), lang.pick((COLON, ": ")), sentence(note, lang))
    });
    numbered.collect()
}

fn of_paper(page: &Page) -> impl Iterator<Item = &Note> {
    page.notes.iter().filter(|note| !matches!(note, Note::ListHint | Note::AppealListHint))
}

/// Whether a sentence is about this table of a page with several.
fn concerns(note: &Note, table: &Table) -> bool {
    let cells = || table.rows.iter().flat_map(|row| &row.cells);
    let shares_of =
        |whole: u64| cells().any(|cell| matches!(cell, Cell::Share { of, .. } if *of == whole));
    let is_any = |titles: &[Term]| titles.contains(&table.title);
    match note {
        Note::Base { count } => shares_of(*count),
        Note::Rounding => {
            cells().any(|cell| matches!(cell, Cell::Share { .. } | Cell::MoneyShare { .. }))
        }
        Note::ReportedOf { .. } => is_any(&[Term::SummaryDistrict]),
        Note::NewFdiMeaning => {
            let meant = |word: Word| word == Term::NewFdi.into();
            let named = |cell: &Cell| matches!(cell, Cell::Word(word) | Cell::Measured(word) if meant(*word));
            table.columns.iter().any(|column| meant(column.heading)) || cells().any(named)
        }
        Note::AppealBase { .. } | Note::ProjectOutcome => {
            is_any(&[Term::SummaryAppeals, Term::AppealsByDistrict, Term::SummaryCategory])
        }
        Note::ProjectsPerRow => is_any(&[Term::SummaryCategory]),
        Note::CarryOver { .. } => is_any(&[Term::CarryOver]),
        Note::Dispatches { .. } | Note::AnswerMeaning => is_any(&[Term::SummaryDepartment]),
        // What a frozen edition is, and what its agenda is told from, is said once.
        Note::Meeting(MeetingNote::Edition { .. } | MeetingNote::SinceLast { .. }) => {
            is_any(&[Term::Agenda])
        }
        Note::Board(note) => match note {
            BoardNote::Reached => is_any(&[Term::BoardStages]),
            BoardNote::NoAlerts => is_any(&[Term::BoardClocks]),
            BoardNote::Ages => is_any(&[Term::BoardAges]),
            BoardNote::AllNew => is_any(&[Term::ChangesByDistrict]),
        },
        Note::Ready(_) => {
            is_any(&[Term::ReadinessDistricts, Term::ReadinessProjects, Term::ReadinessGrounds])
        }
        Note::Task(TaskNote::Meaning) => is_any(&[Term::TaskFollowUp, Term::Tasks]),
        Note::Circular(note) => match note {
            CircularNote::Reports { .. } => is_any(&[Term::CircularReports]),
            CircularNote::Projects { .. } => is_any(&[Term::CircularProjects]),
            CircularNote::Appeals => is_any(&[Term::CircularAppeals]),
            CircularNote::Tasks => is_any(&[Term::CircularTasks]),
            CircularNote::Formula(_) => is_any(&[Term::CircularScore]),
            CircularNote::Ranking => !is_any(&[Term::CarryOver]),
            CircularNote::Of { .. } => true,
        },
        _ => true,
    }
}

pub fn sentence(note: &Note, lang: Lang) -> String {
    cells::visible(&labels::note(note, lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::unit::placed;
    use crate::model::money::{Unit, Usd};
    use crate::model::note::Note;
    use crate::view::page::{Column, Row};
    use chrono::NaiveDate;

    #[test]
    fn what_new_investment_means_stands_under_the_indicators() {
        let row = |term: Term, cell: Cell| Row::data(vec![Cell::word(term), cell]);
        let table = Table {
            title: Term::Indicator,
            columns: vec![Column::short(Term::Indicator), Column::money(Term::Value)],
            rows: vec![row(Term::Projects, Cell::Count(1)), row(Term::NewFdi, Cell::Money(Usd(1)))],
        };
        // Where no table were concerned, the sentence would stand under every one.
        let other = Table {
            title: Term::SummaryIndustry,
            columns: vec![Column::money(Term::NewFdi)],
            rows: Vec::new(),
        };
        let page = Page {
            title: Term::SummaryOverview,
            as_of: NaiveDate::default(),
            month: None,
            unit: Unit::TenThousand,
            place: String::new(),
            heading: Vec::new(),
            tables: vec![table, other],
            notes: vec![Note::NewFdiMeaning],
        };
        let page = placed(&page);
        let said = notes_of(&page, &page.tables[0], Lang::Zh);
        assert_eq!(said.len(), 1);
    }
}
