//! What was handed out of a meeting.

use crate::model::issue::Issue;
use crate::model::meeting::Meeting;
use crate::model::meeting_note::MeetingNote;
use crate::model::note::Note;
use crate::model::pack::PackWord;
use crate::model::term::Term;
use crate::view::names::Frame;
use crate::view::page::{Cell, Column, Page, Row, Table};

/// One row for each file.
pub fn issued(frame: &Frame<'_>, meeting: &Meeting, issues: &[Issue]) -> Page {
    let rows = issues.iter().flat_map(|issue| {
        issue.files.iter().map(|file| {
            Row::data(vec![
                Cell::Count(issue.number),
                Cell::Day(issue.day),
                Cell::Text(file.file.clone()),
                Cell::Count(file.size),
                Cell::Text(file.sha256.clone()),
            ])
        })
    });
    let table = Table {
        title: Term::IssuedFiles,
        columns: vec![
            Column::number(PackWord::IssueNumber),
            Column::short(PackWord::IssuedOn),
            Column::text(Term::File),
            Column::number(PackWord::Size),
            Column::short(PackWord::Hash),
        ],
        rows: rows.collect(),
    };
    let none = issues.is_empty();
    let mut page = frame.plain(Term::IssuedFiles, if none { vec![] } else { vec![table] });
    page.heading.push(MeetingNote::About { code: meeting.code.clone(), day: meeting.day }.into());
    if none {
        page.notes.push(Note::Empty);
    }
    page
}
