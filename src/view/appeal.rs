//! The pages of `appeal`: one appeal with all that happened to it, the clues that wait, and what
//! departments are reminded of.

use super::names::Frame;
use super::page::{Cell, Column, Page, Row, Table};
use crate::desk::appeal::list::Folder;
use crate::desk::appeal::remind::Chase;
use crate::desk::clue::FiledClue;
use crate::model::appeal::{AppealField, Deed, Event};
use crate::model::ledger::AppealColumn;
use crate::model::note::Note;
use crate::model::term::Term;

/// One appeal.
pub fn show(frame: &Frame<'_>, folder: &Folder) -> Page {
    let mut tables = vec![words(frame, folder), findings(folder)];
    if !folder.opened.dispatches.is_empty() {
        tables.push(dispatches(frame, folder));
    }
    tables.push(events(frame, folder));
    frame.page(Term::AppealShow, tables)
}

fn words(frame: &Frame<'_>, folder: &Folder) -> Table {
    let (appeal, life) = (&folder.opened.appeal, &folder.opened.life);
    let mut rows = vec![
        Row::data(vec![Cell::word(Term::Code), Cell::Code(appeal.code.clone())]),
        Row::data(vec![Cell::word(Term::Status), Cell::word(life.state)]),
        Row::data(vec![Cell::word(Term::Outcome), Cell::word(life.outcome_now())]),
        Row::data(vec![Cell::word(Term::ProjectCode), Cell::Code(folder.project.code.clone())]),
        Row::data(vec![Cell::word(Term::Name), Cell::Text(folder.project.name.clone())]),
        Row::data(vec![Cell::word(Term::District), frame.district(folder.project.district)]),
        Row::data(vec![Cell::word(Term::Round), Cell::Month(appeal.round)]),
        Row::data(vec![Cell::word(Term::Category), frame.category(appeal.category)]),
    ];
    rows.extend(
        AppealField::ALL
            .iter()
            .map(|field| Row::data(vec![Cell::word(*field), Cell::optional(appeal.text(*field))])),
    );
    let by = Cell::optional(appeal.raised_by.as_deref());
    rows.extend([
        Row::data(vec![Cell::word(AppealColumn::RaisedBy), by]),
        Row::data(vec![
            Cell::word(AppealColumn::RaisedOn),
            appeal.raised_on.map_or(Cell::Blank, Cell::Day),
        ]),
        Row::data(vec![Cell::word(Term::Urgent), Cell::Flag(appeal.urgent)]),
    ]);
    if let Some(amount) = appeal.amount {
        rows.push(Row::data(vec![Cell::word(Term::AtStake), Cell::Money(amount)]));
    }
    if let Some(satisfaction) = life.satisfaction {
        rows.push(Row::data(vec![Cell::word(Term::Satisfaction), Cell::word(satisfaction)]));
    }
    Table {
        title: Term::AppealFacts,
        columns: vec![Column::short(Term::Field), Column::text(Term::Value)],
        rows,
    }
}

fn findings(folder: &Folder) -> Table {
    let findings = folder.opened.appeal.findings.iter();
    let rows = findings.map(|finding| {
        Row::data(vec![Cell::word(finding.verdict), Cell::Finding(finding.clone())])
    });
    Table {
        title: Term::FiveTests,
        columns: vec![Column::short(Term::Verdict), Column::text(Term::Findings)],
        rows: rows.collect(),
    }
}

fn dispatches(frame: &Frame<'_>, folder: &Folder) -> Table {
    let rows = folder.opened.dispatches.iter().map(|dispatch| {
        let letter = folder.letters.iter().find(|letter| letter.id == dispatch.letter);
        let part = folder.opened.life.parts.get(&dispatch.id);
        let due = dispatch.due.as_ref();
        Row::data(vec![
            frame.department(dispatch.department),
            Cell::word(dispatch.role),
            letter.map_or(Cell::Blank, |letter| Cell::Code(letter.code.clone())),
            letter.and_then(|letter| letter.sent).map_or(Cell::Blank, Cell::Day),
            due.map_or(Cell::Blank, |due| Cell::Day(due.day)),
            due.map_or(Cell::Blank, |due| Cell::word(due.governed)),
            due.map_or(Cell::Blank, |due| Cell::Flag(due.provisional)),
            part.map_or(Cell::Blank, |part| Cell::word(part.state)),
        ])
    });
    Table {
        title: Term::DispatchList,
        columns: vec![
            Column::short(Term::Department),
            Column::short(Term::Role),
            Column::short(Term::Letter),
            Column::short(Term::SentOn),
            Column::short(Term::ReplyDue),
            Column::short(Term::GovernedBy),
            Column::short(Term::Provisional),
            Column::short(Term::Status),
        ],
        rows: rows.collect(),
    }
}

fn events(frame: &Frame<'_>, folder: &Folder) -> Table {
    let department = |event: &Event| {
        let dispatch = event.deed.dispatch()?;
        let dispatches = &folder.opened.dispatches;
        dispatches.iter().find(|one| one.id == dispatch).map(|one| one.department)
    };
    let rows = folder.opened.events.iter().map(|event| {
        Row::data(vec![
            Cell::Day(event.day),
            Cell::word(event.deed.kind()),
            department(event).map_or(Cell::Blank, |id| frame.department(id)),
            what(frame, event.deed),
            Cell::optional(event.person.as_deref()),
            Cell::optional(event.note.as_deref()),
            event.state.map_or(Cell::Blank, Cell::word),
            match (&event.finding, &event.overridden) {
                (Some(finding), _) => Cell::Finding(finding.clone()),
                (None, Some((reason, approver))) => Cell::Text(format!("{reason} ({approver})")),
                (None, None) => Cell::Blank,
            },
        ])
    });
    Table {
        title: Term::AppealCourse,
        columns: vec![
            Column::short(Term::Date),
            Column::short(Term::Deed),
            Column::short(Term::Department),
            Column::short(Term::Value),
            Column::text(Term::Person),
            Column::text(Term::Reason),
            Column::short(Term::Status),
            Column::text(Term::Remarks),
        ],
        rows: rows.collect(),
    }
}

/// What a deed says beside its kind.
fn what(frame: &Frame<'_>, deed: Deed) -> Cell {
    match deed {
        Deed::Replied { kind, .. } => Cell::word(kind),
        Deed::Extended { until, .. } => Cell::Day(until),
        Deed::Returned { to, .. } => to.map_or(Cell::Blank, |to| frame.department(to)),
        Deed::Reminded { level, .. } => Cell::word(level),
        Deed::Outcome(outcome) => Cell::word(outcome),
        Deed::Rated(satisfaction) => Cell::word(satisfaction),
        _ => Cell::Blank,
    }
}

/// What departments are reminded of.
pub fn chases(frame: &Frame<'_>, chases: &[Chase]) -> Page {
    let rows = chases.iter().map(|chase| {
        let mut cells = vec![
            Cell::word(chase.level),
            frame.department(chase.department.id),
            Cell::optional(chase.lead.as_deref()),
            Cell::optional(chase.officer.as_deref()),
        ];
        cells.extend([
            Cell::Code(chase.appeal.code.clone()),
            Cell::word(chase.dispatch.role),
            Cell::Day(chase.dispatch.due_now()),
            Cell::Number(chase.overdue),
            Cell::Count(chase.dispatch.reminders),
            Cell::Note(Note::Appeal(chase.note())),
        ]);
        Row::data(cells)
    });
    let table = Table {
        title: Term::AppealReminders,
        columns: vec![
            Column::short(Term::ReminderLevel),
            Column::short(Term::Department),
            Column::short(crate::model::party::Role::Lead),
            Column::short(crate::model::party::Role::Officer),
            Column::short(Term::Code),
            Column::short(Term::Role),
            Column::short(Term::ReplyDue),
            Column::number(Term::WorkdaysOverdue),
            Column::number(Term::RemindersSent),
            Column::text(Term::Message),
        ],
        rows: rows.collect(),
    };
    let none = chases.is_empty();
    let mut page = frame.plain(Term::AppealReminders, if none { vec![] } else { vec![table] });
    if none {
        page.notes.push(Note::Appeal(crate::model::appeal_note::AppealNote::NobodyToRemind));
    }
    page
}

/// The clues that wait for the clerk.
pub fn clues(frame: &Frame<'_>, clues: &[FiledClue]) -> Page {
    let rows = clues.iter().map(|filed| {
        let clue = &filed.clue;
        Row::data(vec![
            Cell::Code(clue.code.clone()),
            Cell::word(clue.kind),
            frame.district(filed.district),
            Cell::Code(filed.project_code.clone()),
            Cell::Text(filed.project_name.clone()),
            Cell::Month(clue.month),
            Cell::optional(clue.cell(AppealColumn::Crux)),
            Cell::optional(clue.cell(AppealColumn::Purpose)),
            Cell::optional(clue.cell(AppealColumn::Department)),
        ])
    });
    let table = Table {
        title: Term::Clues,
        columns: vec![
            Column::short(Term::Code),
            Column::short(Term::Kind),
            Column::short(Term::District),
            Column::short(Term::ProjectCode),
            Column::text(Term::Name),
            Column::short(Term::Month),
            Column::text(AppealColumn::Crux),
            Column::text(AppealColumn::Purpose),
            Column::text(AppealColumn::Department),
        ],
        rows: rows.collect(),
    };
    let none = clues.is_empty();
    let mut page = frame.plain(Term::Clues, if none { vec![] } else { vec![table] });
    if none {
        page.notes.push(Note::Empty);
    }
    page
}
