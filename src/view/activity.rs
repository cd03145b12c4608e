//! The page of `activity list`.

use super::names::Frame;
use super::page::{Cell, Column, Page, Row, Table};
use crate::desk::activity::ActivityLine;
use crate::model::note::Note;
use crate::model::term::Term;

pub fn list(frame: &Frame<'_>, lines: &[ActivityLine]) -> Page {
    let rows = lines.iter().map(|line| {
        let project = line.project.as_ref().map(|(code, name)| format!("{code} {name}"));
        Row::data(vec![
            Cell::Code(line.activity.code.clone()),
            Cell::Day(line.activity.day),
            Cell::word(line.activity.kind),
            line.activity.district.map_or(Cell::Blank, |id| frame.district(id)),
            Cell::optional(project.as_deref()),
            Cell::Text(line.activity.text.clone()),
        ])
    });
    let table = Table {
        title: Term::Activities,
        columns: vec![
            Column::short(Term::Code),
            Column::short(Term::Date),
            Column::short(Term::Kind),
            Column::short(Term::District),
            Column::text(Term::ProjectCode),
            Column::text(Term::Content),
        ],
        rows: rows.collect(),
    };
    let none = lines.is_empty();
    let mut page = frame.plain(Term::Activities, if none { vec![] } else { vec![table] });
    page.heading = vec![Note::Standing { month: frame.scope.month, as_of: frame.scope.today }];
    if none {
        page.notes.push(Note::Empty);
    }
    page
}
