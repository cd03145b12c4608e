//! The page of an agenda.

use crate::desk::meeting::agenda::Agenda;
use crate::model::meeting::Adjustment;
use crate::model::meeting_note::MeetingNote;
use crate::model::note::Note;
use crate::model::term::Term;
use crate::model::word::Word;
use crate::report::agenda::{Item, Matter};
use crate::view::names::Frame;
use crate::view::page::{Cell, Column, Page, Row, Table};

/// The items in their order, and how a person adjusted them.
pub fn page(frame: &Frame<'_>, agenda: &Agenda) -> Page {
    let rows = agenda.items.iter().zip(1u64..).map(|(item, number)| {
        Row::data(vec![
            Cell::Count(number),
            Cell::word(item.kind),
            item.code.clone().map_or(Cell::Blank, Cell::Code),
            Cell::optional(item.name.as_deref()),
            frame.units(&item.districts, &[]),
            matter(item),
            item.due.map_or(Cell::Blank, Cell::Day),
        ])
    });
    let items = Table {
        title: Term::Agenda,
        columns: vec![
            Column::number(Term::ItemNumber),
            Column::short(Term::ItemKind),
            Column::short(Term::Code),
            Column::text(Term::Subject),
            Column::short(Term::District),
            Column::text(Term::Matter),
            Column::short(Term::AgendaDue),
        ],
        rows: rows.collect(),
    };
    let mut tables = vec![items];
    if !agenda.adjustments.is_empty() {
        tables.push(adjustments(&agenda.adjustments));
    }
    let mut page = frame.plain(Term::Agenda, tables);
    page.as_of = agenda.as_of;
    let meeting = &agenda.meeting;
    page.heading.push(MeetingNote::About { code: meeting.code.clone(), day: meeting.day }.into());
    page.heading.push(Note::Standing { month: None, as_of: agenda.as_of });
    let since = agenda.since.as_ref();
    let code = since.map(|last| last.meeting.code.clone());
    page.notes.push(MeetingNote::SinceLast { code, day: since.map(|last| last.day) }.into());
    page.notes.push(Note::ExampleThreshold);
    page
}

/// What is to be settled about an item, or what brought it here.
pub fn matter(item: &Item) -> Cell {
    match &item.matter {
        Matter::Text(text) => Cell::optional(text.as_deref()),
        Matter::Clocks(clocks) => Cell::Words(clocks.iter().map(|kind| (*kind).into()).collect()),
        Matter::Stage(stage) => Cell::word(*stage),
        Matter::Moved { from, to, rose } => {
            let stages = [*from, *to].map(Word::from);
            let moved = if from == to { &stages[..0] } else { &stages[..] };
            let rose = rose.iter().map(|quantity| Word::from(*quantity));
            Cell::Words(moved.iter().copied().chain(rose).collect())
        }
    }
}

fn adjustments(adjustments: &[Adjustment]) -> Table {
    let rows = adjustments.iter().map(|wish| {
        Row::data(vec![
            Cell::word(wish.change),
            Cell::Text(wish.subject.clone()),
            Cell::optional(wish.reason.as_deref()),
        ])
    });
    Table {
        title: Term::AgendaChanges,
        columns: vec![
            Column::short(Term::AgendaChange),
            Column::text(Term::Subject),
            Column::text(Term::Reason),
        ],
        rows: rows.collect(),
    }
}
