//! The page of `activity list`.

use super::names::Frame;
use super::page::{Cell, Column, Page, Row, Table};
use crate::desk::activity::ActivityLine;
use crate::model::note::Note;
use crate::model::term::Term;

pub fn list(frame: &Frame<'_>, lines: &[ActivityLine]) -> Page {
    let rows = lines.iter().map(|line| {
        let project = line.project.as_ref();
        Row::data(vec![
            Cell::Code(line.activity.code.clone()),
            Cell::Day(line.activity.day),
            Cell::word(line.activity.kind),
            line.activity.district.map_or(Cell::Blank, |id| frame.district(id)),
            project.map_or(Cell::Blank, |(code, _)| Cell::Code(code.clone())),
            Cell::optional(project.map(|(_, name)| name.as_str())),
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
            Column::short(Term::ProjectCode),
            Column::text(Term::Name),
            Column::text(Term::Content),
        ],
        rows: rows.collect(),
    };
    let none = lines.is_empty();
    let mut page = frame.plain(Term::Activities, if none { vec![] } else { vec![table] });
    if none {
        page.notes.push(Note::Empty);
    }
    page
}
