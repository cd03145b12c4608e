//! The columns of a printed table, measured so that codes and figures stay whole in whichever font
//! stands in for the one named.

use super::cells;
use super::layout::{self, GAP, Need};
use super::wrap::width;
use crate::labels::Lang;
use crate::model::word::Word;
use crate::view::page::{Cell, Column, ColumnKind, Page, Table};

/// Width at which a text is read with ease, in places.
const EASY: f64 = 20.0;

pub struct Columns {
    needs: Vec<Need>,
    /// What the cells of each column need where they must not break; nothing for texts.
    unbroken: Vec<f64>,
    /// What texts need to be read with ease; nothing for figures.
    easy: Vec<f64>,
}

impl Columns {
    /// `digit`: the places that a digit may take in the font or in what stands in for it.
    pub fn of(page: &Page, table: &Table, lang: Lang, digit: f64) -> Columns {
        let mut columns = Columns { needs: Vec::new(), unbroken: Vec::new(), easy: Vec::new() };
        for (index, column) in table.columns.iter().enumerate() {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(index));
            let texts: Vec<String> = cells.map(|cell| cells::text(cell, page.unit, lang)).collect();
            let heading = cells::heading(column, page.unit, lang);
            let shown = texts.iter().map(String::as_str);
            columns.needs.push(layout::need(column.kind, &heading, shown));
            let is_text = column.kind == ColumnKind::Text;
            let widest = texts.iter().map(|text| unbroken(text, digit)).fold(0.0, f64::max);
            columns.unbroken.push(if is_text { 0.0 } else { widest });
            columns.easy.push(if is_text { widest.min(EASY) } else { 0.0 });
        }
        columns
    }

    /// The places of each column within a line of `room` places; `None`: it cannot be squeezed so
    /// far.
    pub fn places(&self, room: f64) -> Option<Vec<f64>> {
        let gaps = GAP * self.needs.len().saturating_sub(1);
        // What figures need beyond their count of characters is taken from headings and texts.
        let mut target = room;
        while target > 0.0 {
            let widths = layout::widths(&self.needs, Some(target as usize + gaps))?;
            let places = self.widened(&widths);
            let over = places.iter().sum::<f64>() - room;
            if over <= 0.0 {
                return Some(places);
            }
            target -= over.max(1.0);
        }
        None
    }

    /// Whether texts can be read with ease in columns so wide.
    pub fn are_easy(&self, places: &[f64]) -> bool {
        places.iter().zip(&self.easy).all(|(places, easy)| places >= easy)
    }

    /// The places of each column where nothing wraps.
    pub fn loose(&self) -> Vec<f64> {
        self.widened(&layout::widths(&self.needs, None).unwrap_or_default())
    }

    fn widened(&self, places: &[usize]) -> Vec<f64> {
        let both = places.iter().zip(&self.unbroken);
        both.map(|(places, unbroken)| unbroken.max(*places as f64)).collect()
    }
}

/// What stands over columns: a group with how many it holds, or a column of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub group: Option<Word>,
    pub columns: u16,
}

/// The row above the headings, from left to right; empty where no column has a group.
pub fn spans(columns: &[Column]) -> Vec<Span> {
    if columns.iter().all(|column| column.group.is_none()) {
        return Vec::new();
    }
    let mut spans: Vec<Span> = Vec::new();
    for column in columns {
        match spans.last_mut() {
            Some(last) if last.group.is_some() && last.group == column.group => last.columns += 1,
            _ => spans.push(Span { group: column.group, columns: 1 }),
        }
    }
    spans
}

/// Digits take more room in most fonts, above all where a total is bold.
fn unbroken(text: &str, digit: f64) -> f64 {
    let narrow = text.chars().filter(char::is_ascii).count() as f64;
    width(text) as f64 + narrow * (digit - 1.0)
}

/// Where a cell stands in its column: figures at the right, what has one length in the middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    Left,
    Centre,
    Right,
}

/// Where this cell stands.
pub fn side(kind: ColumnKind, cell: Option<&Cell>) -> Side {
    match (kind, cell) {
        (ColumnKind::Number | ColumnKind::Money, _) => Side::Right,
        (
            ColumnKind::Short,
            Some(Cell::Code(_) | Cell::Day(_) | Cell::Dated(_) | Cell::Month(_) | Cell::Flag(_)),
        ) => Side::Centre,
        _ => Side::Left,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::term::Term;

    #[test]
    fn columns_of_one_group_stand_under_one_heading() {
        let single = Column::text(Term::Department);
        let asked = |term| Column::number(term).under(Term::AskedGroup);
        let answered = Column::number(Term::Answered).under(Term::AnswerGroup);
        let columns =
            [single, asked(Term::Dispatches), asked(Term::AsLead), answered, single, single];
        let said: Vec<_> = spans(&columns).iter().map(|span| (span.group, span.columns)).collect();
        let (asked, answers) = (Some(Term::AskedGroup.into()), Some(Term::AnswerGroup.into()));
        assert_eq!(said, [(None, 1), (asked, 2), (answers, 1), (None, 1), (None, 1)]);
        assert!(spans(&[single, single]).is_empty());
    }
}
