//! The page of `meeting diff`.

use crate::desk::meeting::diff::{About, Difference, Mend, Said};
use crate::model::meeting_note::MeetingNote;
use crate::model::note::Note;
use crate::model::term::Term;
use crate::view::changes;
use crate::view::names::Frame;
use crate::view::page::{Cell, Column, Page, Row, Table};

/// What set right what had been on the table, then how things moved on.
pub fn page(frame: &Frame<'_>, difference: &Difference) -> Page {
    let mut page = changes::changes(frame, &difference.progress);
    page.title = Term::MeetingDiff;
    page.tables.insert(0, amendments(frame, &difference.mends));
    let from = &difference.from.meeting;
    page.heading.insert(0, MeetingNote::About { code: from.code.clone(), day: from.day }.into());
    if let Some(to) = &difference.to {
        let (code, day) = (to.meeting.code.clone(), to.meeting.day);
        page.heading.insert(1, MeetingNote::About { code, day }.into());
    }
    page.notes.insert(0, MeetingNote::AmendmentMeaning { month: difference.month }.into());
    if difference.mends.is_empty() {
        page.notes.insert(0, Note::Meeting(MeetingNote::NothingAmended));
    }
    page
}

fn amendments(frame: &Frame<'_>, mends: &[Mend]) -> Table {
    Table {
        title: Term::Amendments,
        columns: vec![
            Column::short(Term::AmendmentKind),
            Column::short(Term::Code),
            Column::text(Term::Subject),
            Column::short(Term::HappenedAt),
            Column::text(Term::Field),
            Column::text(Term::Before),
            Column::text(Term::After),
            Column::number(Term::Operation),
            Column::short(Term::Recorded),
            Column::text(Term::Reason),
        ],
        rows: mends.iter().map(|mend| row(frame, mend)).collect(),
    }
}

fn row(frame: &Frame<'_>, mend: &Mend) -> Row {
    let (code, subject) = match &mend.about {
        About::Project { code, name } | About::Appeal { code, name } => {
            (Cell::Code(code.clone()), Cell::Text(name.clone()))
        }
        About::Task { code, text } => (Cell::Code(code.clone()), Cell::Text(text.clone())),
        About::District(id) => (Cell::Blank, frame.district(*id)),
        About::Rule => (Cell::Blank, Cell::Blank),
        About::Holiday(name) => (Cell::Blank, Cell::Text(name.clone())),
    };
    Row::data(vec![
        Cell::word(mend.amendment),
        code,
        subject,
        mend.at.map_or(Cell::Blank, Cell::Dated),
        Cell::word(mend.what),
        said(frame, mend.before.as_ref()),
        said(frame, mend.after.as_ref()),
        Cell::Number(mend.line.op),
        Cell::Day(mend.line.day),
        Cell::optional(mend.line.reason.as_deref()),
    ])
}

fn said(frame: &Frame<'_>, said: Option<&Said>) -> Cell {
    match said {
        None => Cell::Blank,
        Some(Said::Fact(fact)) => frame.fact(Some(fact)),
        Some(Said::Rule(version)) => Cell::Threshold(version.clone()),
        Some(Said::Holiday(kind)) => Cell::word(*kind),
        Some(Said::Units { districts, departments }) => frame.units(districts, departments),
    }
}
