//! The page of `feedback`: what a district is told.

use super::names::Frame;
use super::page::{Cell, Column, Page, Row, Table};
use crate::desk::feedback::{DistrictFeedback, Feedback};
use crate::desk::reports::Standing;
use crate::model::appeal::AppealField;
use crate::model::docket::AppealBrief;
use crate::model::feedback::ReplyLine;
use crate::model::note::Note;
use crate::model::term::Term;
use crate::report::answers::Fate;

/// One page for all the districts of the feedback; tables with nothing in them are left out.
pub fn feedback(frame: &Frame<'_>, feedback: &Feedback) -> Page {
    let tables = [replies, waiting, returned, owed, warned, screened];
    let tables = tables.into_iter().map(|table| table(frame, feedback));
    let tables = tables.filter(|table| !table.rows.is_empty()).collect();
    let mut page = frame.plain(Term::Feedback, tables);
    if let [only] = feedback.districts.as_slice() {
        page.heading.push(Note::FeedbackTo {
            district: (only.district.name.clone(), only.district.english.clone()),
        });
    }
    page.heading.push(Note::FeedbackOf { month: feedback.month, until: frame.scope.today });
    if page.tables.is_empty() {
        page.notes.push(Note::Empty);
    }
    if feedback.districts.iter().any(|district| !district.warned.is_empty()) {
        page.notes.push(Note::ClocksUntil { month: feedback.clocks });
        page.notes.push(Note::ExampleThreshold);
    }
    page
}

/// A table whose rows each begin with the district.
fn table<'a>(
    frame: &Frame<'_>,
    feedback: &'a Feedback,
    title: Term,
    columns: Vec<Column>,
    rows: impl Fn(&'a DistrictFeedback) -> Vec<Vec<Cell>>,
) -> Table {
    let of = |district: &'a DistrictFeedback| {
        let name = frame.district(district.district.id);
        let rows = rows(district).into_iter();
        rows.map(move |cells| Row::data([name.clone()].into_iter().chain(cells).collect()))
    };
    Table {
        title,
        columns: [Column::short(Term::District)].into_iter().chain(columns).collect(),
        rows: feedback.districts.iter().flat_map(of).collect(),
    }
}

/// Code, project and purpose of an appeal.
fn appeal(appeal: &AppealBrief) -> Vec<Cell> {
    vec![
        Cell::Code(appeal.code.clone()),
        Cell::Text(appeal.project_name.clone()),
        Cell::optional(appeal.purpose.as_deref()),
    ]
}

fn appeal_columns() -> Vec<Column> {
    vec![Column::short(Term::Code), Column::text(Term::Name), Column::text(AppealField::Purpose)]
}

fn replies(frame: &Frame<'_>, feedback: &Feedback) -> Table {
    let mut columns = appeal_columns();
    columns.extend([
        Column::short(Term::Department),
        Column::short(Term::Role),
        Column::short(Term::ReplyKind),
        Column::short(Term::AnsweredOn),
        Column::text(Term::Opinion),
        Column::short(Term::Outcome),
    ]);
    table(frame, feedback, Term::FeedbackReplies, columns, |district| {
        let row = |(brief, reply): &(AppealBrief, ReplyLine)| {
            let mut cells = appeal(brief);
            cells.extend([
                frame.department(reply.department),
                Cell::word(reply.role),
                Cell::word(reply.kind),
                Cell::Day(reply.day),
                Cell::optional(reply.opinion.as_deref()),
                Cell::word(brief.outcome),
            ]);
            cells
        };
        district.replies.iter().map(row).collect()
    })
}

fn waiting(frame: &Frame<'_>, feedback: &Feedback) -> Table {
    let mut columns = appeal_columns();
    columns.extend([
        Column::short(Term::Department),
        Column::short(Term::Role),
        Column::short(Term::ReplyDue),
        Column::short(Term::Status),
    ]);
    table(frame, feedback, Term::FeedbackWaiting, columns, |district| {
        let rows = district.waiting.iter().map(|(brief, dispatch, fate)| {
            let late = *fate == Fate::Overdue;
            let mut cells = appeal(brief);
            cells.extend([
                frame.department(dispatch.department),
                Cell::word(dispatch.role),
                Cell::Day(dispatch.due_now()),
                Cell::word(if late { Term::Unanswered } else { Term::NotYetDue }),
            ]);
            cells
        });
        rows.collect()
    })
}

/// One row for each test an appeal fails, at least one.
fn returned(frame: &Frame<'_>, feedback: &Feedback) -> Table {
    let mut columns = appeal_columns();
    columns.extend([
        Column::short(Term::Status),
        Column::short(Term::SentBackOn),
        Column::text(Term::Reason),
        Column::text(Term::ToComplete),
    ]);
    table(frame, feedback, Term::FeedbackReturned, columns, |district| {
        let rows = district.returned.iter().flat_map(|one| {
            let mut head = appeal(&one.appeal);
            head.push(Cell::word(one.appeal.state));
            match &one.sent_back {
                Some((day, reason)) => {
                    head.extend([Cell::Day(*day), Cell::optional(reason.as_deref())]);
                }
                None => head.extend([Cell::Blank, Cell::Blank]),
            }
            let findings: Vec<Cell> = match one.findings.as_slice() {
                [] => vec![Cell::Blank],
                findings => findings.iter().cloned().map(Cell::Finding).collect(),
            };
            findings
                .into_iter()
                .map(move |finding| head.iter().cloned().chain([finding]).collect::<Vec<Cell>>())
        });
        rows.collect()
    })
}

/// The report itself, then each project it leaves out.
fn owed(frame: &Frame<'_>, feedback: &Feedback) -> Table {
    let columns = vec![
        Column::short(Term::Month),
        Column::short(Term::Status),
        Column::short(Term::DueDay),
        Column::short(Term::Received),
        Column::short(Term::Code),
        Column::text(Term::Name),
    ];
    table(frame, feedback, Term::FeedbackOwed, columns, |district| {
        let Some(report) = &district.owed else { return Vec::new() };
        let row = |status: Term, code: Cell, name: Cell| {
            let received = report.filing.as_ref().map(|filing| filing.first_received);
            vec![
                Cell::Month(feedback.reported),
                Cell::word(status),
                feedback.due.map_or(Cell::Blank, |due| Cell::Day(due.day)),
                received.map_or(Cell::Blank, Cell::Day),
                code,
                name,
            ]
        };
        let late = match report.standing {
            Standing::Late => Some(Term::Late),
            Standing::Overdue => Some(Term::Overdue),
            Standing::OnTime | Standing::NotYetDue => None,
        };
        let missing = report.missing.iter().map(|(code, name)| {
            row(Term::Unreported, Cell::Code(code.clone()), Cell::Text(name.clone()))
        });
        let late = late.map(|status| row(status, Cell::Blank, Cell::Blank));
        late.into_iter().chain(missing).collect()
    })
}

fn warned(frame: &Frame<'_>, feedback: &Feedback) -> Table {
    let columns = vec![
        Column::short(Term::Code),
        Column::text(Term::Name),
        Column::short(Term::Clock),
        Column::short(Term::Colour),
        Column::number(Term::MonthsIdle),
        Column::short(Term::LastMonth),
    ];
    table(frame, feedback, Term::Warnings, columns, |district| {
        let rows = district.warned.iter().map(|warned| {
            vec![
                Cell::Code(warned.code.clone()),
                Cell::Text(warned.name.clone()),
                Cell::word(warned.clock.kind),
                Cell::word(warned.clock.colour),
                Cell::Number(warned.clock.months),
                Cell::Month(warned.clock.last),
            ]
        });
        rows.collect()
    })
}

fn screened(frame: &Frame<'_>, feedback: &Feedback) -> Table {
    let columns = vec![
        Column::short(Term::Application),
        Column::short(Term::Kind),
        Column::short(Term::Month),
        Column::text(Term::Name),
        Column::short(Term::Status),
        Column::short(Term::Date),
        Column::text(Term::Reason),
    ];
    table(frame, feedback, Term::FeedbackScreened, columns, |district| {
        let rows = district.screened.iter().map(|application| {
            vec![
                Cell::Code(application.code.clone()),
                Cell::word(application.kind),
                Cell::Month(application.month),
                Cell::Text(application.name.clone()),
                Cell::word(application.state),
                Cell::Day(application.recorded),
                Cell::optional(application.reason.as_deref()),
            ]
        });
        rows.collect()
    })
}
