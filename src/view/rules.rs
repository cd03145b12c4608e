//! The page of `rules show`.

use super::names::Frame;
use super::page::{Cell, Column, Page, Row, Table};
use crate::model::finding::RuleVersion;
use crate::model::note::Note;
use crate::model::term::Term;

pub fn rules(frame: &Frame<'_>, versions: &[RuleVersion]) -> Page {
    let rows = versions.iter().map(|version| {
        Row::data(vec![
            Cell::word(version.rule),
            Cell::Code(version.rule.key().to_owned()),
            Cell::Threshold(version.clone()),
            Cell::Day(version.since),
            if version.example { Cell::word(Term::Example) } else { Cell::Blank },
            Cell::Text(version.clause.clone()),
        ])
    });
    let table = Table {
        title: Term::Rules,
        columns: vec![
            Column::short(Term::Rule),
            Column::short(Term::Key),
            Column::short(Term::Threshold),
            Column::short(Term::Since),
            Column::short(Term::Example),
            Column::text(Term::Clause),
        ],
        rows: rows.collect(),
    };
    let mut page = frame.plain(Term::Rules, vec![table]);
    if versions.iter().any(|version| version.example) {
        page.notes.push(Note::ExampleThreshold);
    }
    page
}
