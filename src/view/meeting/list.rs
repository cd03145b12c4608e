//! The page of `meeting list`.

use crate::desk::meeting::list::MeetingLine;
use crate::model::meeting::Side;
use crate::model::note::Note;
use crate::model::term::Term;
use crate::view::names::Frame;
use crate::view::page::{Cell, Column, Page, Row, Table};

/// Every meeting with its day, its state and what is frozen of it.
pub fn list(frame: &Frame<'_>, lines: &[MeetingLine]) -> Page {
    let row = |line: &MeetingLine| {
        let frozen = |side| {
            let last = line.editions.iter().rfind(|edition| edition.side == side);
            last.map_or(Cell::Blank, |edition| Cell::Day(edition.day))
        };
        let exception = line.meeting.overridden.as_ref();
        Row::data(vec![
            Cell::Code(line.meeting.code.clone()),
            Cell::word(line.meeting.kind),
            Cell::Month(line.meeting.month),
            line.meeting.day.map_or(Cell::Blank, Cell::Day),
            Cell::word(line.meeting.state),
            frozen(Side::Before),
            frozen(Side::After),
            Cell::Count(line.decisions),
            Cell::optional(
                line.meeting.reason.as_deref().or(exception.map(|(why, _)| why.as_str())),
            ),
            Cell::optional(exception.map(|(_, who)| who.as_str())),
        ])
    };
    let table = Table {
        title: Term::Meetings,
        columns: vec![
            Column::short(Term::Code),
            Column::short(Term::Kind),
            Column::short(Term::NominalMonth),
            Column::short(Term::MeetingDay),
            Column::short(Term::Status),
            Column::short(Side::Before),
            Column::short(Side::After),
            Column::number(Term::Decisions),
            Column::text(Term::Reason),
            Column::short(Term::Approver),
        ],
        rows: lines.iter().map(row).collect(),
    };
    let mut page = frame.plain(Term::Meetings, vec![table]);
    if lines.is_empty() {
        page.notes.push(Note::Empty);
    }
    page
}
