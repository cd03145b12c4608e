//! What the cells with a choice offer: each list a column of a hidden sheet, because a list inside
//! a cell's own rule may have no more than 255 characters.

use crate::error::Fault;
use crate::format::cells;
use crate::format::workbook::{as_text, fault};
use crate::labels::{self, Lang};
use crate::model::form::FormWord;
use crate::model::money::Unit;
use crate::view::form::{Choice, Entry, Form, FormColumn};
use rust_xlsxwriter::{Format, Formula, Worksheet};

/// Rows above the first project of the first sheet: title, caption, groups, headings.
const ABOVE: usize = 4;
/// The column of names on the first sheet, as a spreadsheet calls it.
const NAMES: char = 'C';

/// The lists of a form, each once.
pub struct Choices {
    lists: Vec<(Choice, Vec<String>)>,
    sheet: String,
    /// The range of the projects' names; `None`: there are none.
    projects: Option<String>,
}

impl Choices {
    pub fn of(form: &Form, lang: Lang) -> Choices {
        let mut lists: Vec<(Choice, Vec<String>)> = Vec::new();
        for column in form.sheets.iter().flat_map(|sheet| &sheet.columns) {
            if let FormColumn { entry: Entry::Choice(choice), .. } = column
                && !lists.iter().any(|(known, _)| known == choice)
                && let Some(texts) = offered(choice, lang)
            {
                lists.push((choice.clone(), texts));
            }
        }
        let first = form.sheets.first();
        let count = first.map_or(0, |sheet| sheet.rows.len());
        let named = first.map(|sheet| labels::word(sheet.name, lang)).unwrap_or_default();
        let (from, to) = (ABOVE + 1, ABOVE + count);
        let projects = (count > 0).then(|| format!("='{named}'!${NAMES}${from}:${NAMES}${to}"));
        Choices { lists, sheet: labels::word(FormWord::ChoiceSheet, lang), projects }
    }

    /// The range that holds what a cell offers; `None`: there is nothing to choose from.
    pub fn range(&self, choice: &Choice) -> Option<Formula> {
        if *choice == Choice::Projects {
            return self.projects.as_ref().map(Formula::new);
        }
        let at = self.lists.iter().position(|(known, _)| known == choice)?;
        let (column, last) = (letter(at)?, self.lists[at].1.len());
        Some(Formula::new(format!("='{}'!${column}$1:${column}${last}", self.sheet)))
    }

    /// Writes the lists on their hidden sheet.
    pub fn draw(&self, sheet: &mut Worksheet) -> Result<(), Fault> {
        sheet.set_name(&self.sheet).map_err(fault)?;
        for (column, (_, texts)) in (0..).zip(&self.lists) {
            for (row, text) in (0..).zip(texts) {
                let style = as_text(text, &Format::new());
                sheet.write_string_with_format(row, column, text, &style).map_err(fault)?;
            }
        }
        sheet.set_hidden(true);
        sheet.protect();
        Ok(())
    }
}

/// The texts a cell offers; `None` where they stand on another sheet.
pub fn offered(choice: &Choice, lang: Lang) -> Option<Vec<String>> {
    match choice {
        Choice::Words(words) => Some(words.iter().map(|word| labels::word(*word, lang)).collect()),
        Choice::Names(cells) => {
            Some(cells.iter().map(|cell| cells::text(cell, Unit::One, lang)).collect())
        }
        Choice::Projects => None,
    }
}

fn letter(at: usize) -> Option<char> {
    u8::try_from(at).ok().filter(|at| *at < 26).map(|at| char::from(b'A' + at))
}
