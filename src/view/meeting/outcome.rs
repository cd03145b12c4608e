//! What came of a meeting: who took part, what became of the appeals, what was decided.

use crate::desk::meeting::close::Settled;
use crate::desk::meeting::freeze::Draft;
use crate::model::meeting::{Attendance, Presence};
use crate::model::meeting_note::MeetingNote;
use crate::model::note::Note;
use crate::model::term::Term;
use crate::view::names::Frame;
use crate::view::page::{Cell, Column, Page, Row, Table};
use crate::view::task::task_table;

/// The first page of 会后版.
pub fn page(frame: &Frame<'_>, draft: &Draft) -> Page {
    let meeting = &draft.meeting;
    let made = draft.tables.tasks.iter().filter(|line| line.task.meeting == Some(meeting.id));
    let tables = vec![
        attendance(&draft.attendance),
        outcomes(&draft.outcomes),
        task_table(frame, Term::Decisions, made),
    ];
    let mut page = frame.plain(Term::MeetingOutcome, tables);
    page.heading.push(MeetingNote::About { code: meeting.code.clone(), day: meeting.day }.into());
    page.heading.push(Note::Standing { month: None, as_of: frame.scope.today });
    page
}

fn attendance(people: &[Attendance]) -> Table {
    let mut rows = Vec::new();
    for presence in Presence::ALL {
        rows.extend(people.iter().filter(|person| person.presence == *presence).map(|person| {
            Row::data(vec![
                Cell::word(*presence),
                Cell::Text(person.person.clone()),
                Cell::optional(person.body.as_deref()),
                Cell::optional(person.post.as_deref()),
            ])
        }));
    }
    Table {
        title: Term::Attendance,
        columns: vec![
            Column::short(Term::Presence),
            Column::short(Term::Person),
            Column::text(Term::Party),
            Column::text(Term::Post),
        ],
        rows,
    }
}

fn outcomes(settled: &[Settled]) -> Table {
    let rows = settled.iter().map(|Settled { appeal, before }| {
        Row::data(vec![
            Cell::Code(appeal.code.clone()),
            Cell::Text(appeal.project_name.clone()),
            Cell::optional(appeal.purpose.as_deref()),
            before.map_or(Cell::Blank, |(outcome, _)| Cell::word(outcome)),
            Cell::word(appeal.outcome),
            Cell::word(appeal.state),
        ])
    });
    Table {
        title: Term::OutcomesSet,
        columns: vec![
            Column::short(Term::Code),
            Column::text(Term::Name),
            Column::text(crate::model::appeal::AppealField::Purpose),
            Column::short(Term::Before),
            Column::short(Term::After),
            Column::short(Term::Status),
        ],
        rows: rows.collect(),
    }
}
