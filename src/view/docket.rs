//! The pages of appeals in `summary`: what became of them, by category, by department, and the
//! carry-over.

use super::names::Frame;
use super::page::{Cell, Column, Page, Row, Table};
use crate::desk::docket::Docket;
use crate::model::appeal::AppealField;
use crate::model::docket::{AppealBrief, AppealException, DispatchBrief};
use crate::model::note::Note;
use crate::model::outcome::OutcomeGroup;
use crate::model::term::Term;
use crate::model::word::Word;
use crate::report::answers::{Answers, Fate, fate};
use crate::report::appeals::{AppealTable, Count, OutcomeTable, Share};
use crate::report::carry::Carry;
use std::collections::HashMap;

/// By outcome and by district, with the carry-over of the month.
pub fn appeals(frame: &Frame<'_>, docket: &Docket) -> Page {
    let mut tables = vec![
        outcome_table(&docket.outcomes),
        district_table(frame, docket),
        carry_table(frame, docket),
    ];
    if !docket.exceptions.is_empty() {
        tables.push(exception_table(&docket.exceptions));
    }
    let mut page = frame.page(Term::SummaryAppeals, tables);
    page.notes = vec![
        base(docket),
        Note::ProjectOutcome,
        carry_note(docket),
        Note::Rounding,
        Note::AppealListHint,
    ];
    page
}

/// By category.
pub fn category(frame: &Frame<'_>, docket: &Docket) -> Page {
    let mut page = frame.page(Term::SummaryCategory, vec![category_table(frame, docket)]);
    page.notes = vec![base(docket), Note::ProjectsPerRow, Note::Rounding, Note::AppealListHint];
    page
}

/// By department.
pub fn department(frame: &Frame<'_>, docket: &Docket) -> Page {
    let mut page = frame.plain(Term::SummaryDepartment, vec![department_table(frame, docket)]);
    page.heading = vec![Note::Standing { month: frame.scope.month, as_of: frame.scope.today }];
    page.notes =
        vec![dispatch_note(docket), Note::AnswerMeaning, Note::Rounding, Note::AppealListHint];
    page
}

/// The tables and notes of appeals that stand on the page of a meeting.
pub fn append(frame: &Frame<'_>, docket: &Docket, page: &mut Page) {
    let of_appeals = appeals(frame, docket);
    page.tables.extend(of_appeals.tables);
    page.tables.push(category_table(frame, docket));
    page.tables.push(department_table(frame, docket));
    page.notes.extend([
        base(docket),
        Note::ProjectOutcome,
        Note::ProjectsPerRow,
        carry_note(docket),
        dispatch_note(docket),
        Note::AnswerMeaning,
    ]);
}

pub(super) fn base(docket: &Docket) -> Note {
    if docket.is_empty() {
        return Note::Empty;
    }
    let OutcomeTable { whole, left, .. } = docket.outcomes;
    Note::AppealBase { appeals: whole.appeals, projects: whole.projects, left }
}

pub fn carry_note(docket: &Docket) -> Note {
    let Carry { opening, logged, reopened, closed, ended, closing } = docket.carried;
    Note::CarryOver { month: docket.month, opening, logged, reopened, closed, ended, closing }
}

pub(super) fn dispatch_note(docket: &Docket) -> Note {
    let Answers { asked, appeals, .. } = docket.departments.whole;
    Note::Dispatches { asked, appeals }
}

/// The groups of the source, the outcomes within each, the remainder and the total.
pub(super) fn outcome_table(outcomes: &OutcomeTable) -> Table {
    let whole = outcomes.whole;
    let cells = |first: Word, count: Count| {
        vec![
            Cell::Word(first),
            Cell::Share { n: count.appeals, of: whole.appeals },
            Cell::Share { n: count.projects, of: whole.projects },
        ]
    };
    let mut rows = Vec::new();
    for (group, sum, within) in &outcomes.groups {
        rows.push(Row::data(cells((*group).into(), *sum)));
        if within.len() > 1 {
            rows.extend(
                within.iter().map(|(outcome, count)| Row::detail(cells((*outcome).into(), *count))),
            );
        }
    }
    rows.push(Row::total(cells(Term::Total.into(), whole)));
    Table {
        title: Term::SummaryAppeals,
        columns: vec![
            Column::text(Term::Outcome),
            Column::number(Term::Appeals),
            Column::number(Term::Projects),
        ],
        rows,
    }
}

/// A table of appeals by a property: a remainder row and the total.
fn share_table<K>(
    title: Term,
    heading: Term,
    table: &AppealTable<K>,
    name: impl Fn(&K) -> Cell,
) -> Table {
    let cells = |first: Cell, share: &Share| {
        let mut cells = vec![
            first,
            Cell::Share { n: share.appeals, of: table.whole.appeals },
            Cell::Count(share.projects),
        ];
        cells.extend(share.groups.iter().map(|count| Cell::Count(*count)));
        cells.push(Cell::Count(share.closed));
        cells.push(Cell::Money(share.amount));
        cells
    };
    let mut rows: Vec<Row> =
        table.rows.iter().map(|(key, share)| Row::data(cells(name(key), share))).collect();
    rows.push(Row::data(cells(Cell::word(Term::Unknown), &table.remainder)));
    rows.push(Row::total(cells(Cell::word(Term::Total), &table.whole)));
    let mut columns =
        vec![Column::text(heading), Column::number(Term::Appeals), Column::number(Term::Projects)];
    columns
        .extend(OutcomeGroup::ALL.iter().map(|group| Column::number(*group).under(Term::Outcome)));
    columns.push(Column::number(Term::ClosedAppeals));
    columns.push(Column::money(Term::AtStake));
    Table { title, columns, rows }
}

fn district_table(frame: &Frame<'_>, docket: &Docket) -> Table {
    let name = |id: &i64| frame.district(*id);
    share_table(Term::AppealsByDistrict, Term::District, &docket.districts, name)
}

fn category_table(frame: &Frame<'_>, docket: &Docket) -> Table {
    let name = |id: &i64| frame.category(Some(*id));
    share_table(Term::SummaryCategory, Term::Category, &docket.categories, name)
}

/// The carry-over of each district.
pub fn carry_table(frame: &Frame<'_>, docket: &Docket) -> Table {
    let cells = |first: Cell, carry: &Carry| {
        let Carry { opening, logged, reopened, closed, ended, closing } = *carry;
        let counts = [opening, logged, reopened, closed, ended, closing];
        [first].into_iter().chain(counts.into_iter().map(Cell::Count)).collect()
    };
    let rows = docket.carry.iter().map(|(id, carry)| Row::data(cells(frame.district(*id), carry)));
    let total = Row::total(cells(Cell::word(Term::Total), &docket.carried));
    let headings = [
        Term::CarriedIn,
        Term::LoggedIn,
        Term::ReopenedIn,
        Term::ClosedIn,
        Term::EndedIn,
        Term::InHand,
    ];
    let columns = headings.into_iter().map(Column::number);
    Table {
        title: Term::CarryOver,
        columns: [Column::text(Term::District)].into_iter().chain(columns).collect(),
        rows: rows.chain([total]).collect(),
    }
}

/// Which appeals were sent on although they fail a test, why, and who approved it.
fn exception_table(exceptions: &[AppealException]) -> Table {
    let rows = exceptions.iter().map(|exception| {
        Row::data(vec![
            Cell::Code(exception.code.clone()),
            Cell::Text(exception.project_name.clone()),
            Cell::Day(exception.day),
            Cell::Text(exception.reason.clone()),
            Cell::Text(exception.approver.clone()),
        ])
    });
    Table {
        title: Term::AppealExceptions,
        columns: vec![
            Column::short(Term::Code),
            Column::text(Term::Name),
            Column::short(Term::Date),
            Column::text(Term::Reason),
            Column::text(Term::Approver),
        ],
        rows: rows.collect(),
    }
}

pub(super) fn department_table(frame: &Frame<'_>, docket: &Docket) -> Table {
    let cells = |first: Cell, answers: &Answers| {
        vec![
            first,
            Cell::Count(answers.asked),
            Cell::Count(answers.lead),
            Cell::Count(answers.appeals),
            Cell::Share { n: answers.answered, of: answers.due() },
            Cell::Share { n: answers.on_time, of: answers.answered },
            Cell::Average { sum: answers.workdays, of: answers.answered },
            Cell::Count(answers.overdue),
            Cell::Count(answers.not_yet_due),
            Cell::Count(answers.returned),
            Cell::Count(answers.ended),
        ]
    };
    let table = &docket.departments;
    let rows =
        table.rows.iter().map(|(id, answers)| Row::data(cells(frame.department(*id), answers)));
    let total = Row::total(cells(Cell::word(Term::Total), &table.whole));
    let groups: [(Term, &[Term]); 3] = [
        (Term::AskedGroup, &[Term::Dispatches, Term::AsLead, Term::DistinctAppeals]),
        (Term::AnswerGroup, &[Term::Answered, Term::AnsweredOnTime, Term::MeanWorkdays]),
        (
            Term::UnansweredGroup,
            &[Term::Unanswered, Term::NotYetDue, Term::ReturnedDispatches, Term::EndedDispatches],
        ),
    ];
    let columns = groups.into_iter().flat_map(|(group, headings)| {
        headings.iter().map(move |heading| Column::number(*heading).under(group))
    });
    Table {
        title: Term::SummaryDepartment,
        columns: [Column::text(Term::Department)].into_iter().chain(columns).collect(),
        rows: rows.chain([total]).collect(),
    }
}

/// The appeals behind the figures.
pub fn list(frame: &Frame<'_>, docket: &Docket) -> Page {
    let rows = docket.appeals.iter().map(|appeal| {
        Row::data(vec![
            Cell::Code(appeal.code.clone()),
            Cell::Code(appeal.project_code.clone()),
            Cell::Text(appeal.project_name.clone()),
            frame.district(appeal.district),
            frame.category(appeal.category),
            Cell::optional(appeal.purpose.as_deref()),
            Cell::word(appeal.outcome),
            Cell::word(appeal.state),
        ])
    });
    let table = Table {
        title: Term::AppealList,
        columns: vec![
            Column::short(Term::Code),
            Column::short(Term::ProjectCode),
            Column::text(Term::Name),
            Column::short(Term::District),
            Column::short(Term::Category),
            Column::text(AppealField::Purpose),
            Column::short(Term::Outcome),
            Column::short(Term::Status),
        ],
        rows: rows.collect(),
    };
    let mut page = frame.plain(Term::AppealList, vec![table]);
    page.notes.push(if docket.is_empty() { Note::Empty } else { base(docket) });
    page
}

/// The dispatches behind the figures of `summary department`.
pub fn dispatches(frame: &Frame<'_>, docket: &Docket) -> Page {
    let appeals: HashMap<i64, &AppealBrief> =
        docket.appeals.iter().map(|appeal| (appeal.id, appeal)).collect();
    let row = |dispatch: &DispatchBrief| {
        let appeal = appeals.get(&dispatch.appeal);
        let text =
            |pick: fn(&AppealBrief) -> &String| appeal.map_or(String::new(), |a| pick(a).clone());
        let status = match fate(dispatch, docket.last) {
            Fate::OnTime => Term::AnsweredOnTime,
            Fate::Late => Term::AnsweredLate,
            Fate::Returned => Term::ReturnedDispatches,
            Fate::Ended => Term::EndedDispatches,
            Fate::Overdue => Term::Unanswered,
            Fate::NotYetDue => Term::NotYetDue,
        };
        Row::data(vec![
            Cell::Code(text(|appeal| &appeal.code)),
            Cell::Text(text(|appeal| &appeal.project_name)),
            frame.department(dispatch.department),
            Cell::word(dispatch.role),
            Cell::Day(dispatch.sent),
            Cell::Day(dispatch.due_now()),
            dispatch.answered.map_or(Cell::Blank, Cell::Day),
            Cell::word(status),
        ])
    };
    let table = Table {
        title: Term::DispatchList,
        columns: vec![
            Column::short(Term::Code),
            Column::text(Term::Name),
            Column::text(Term::Department),
            Column::short(Term::Role),
            Column::short(Term::SentOn),
            Column::short(Term::ReplyDue),
            Column::short(Term::AnsweredOn),
            Column::short(Term::Status),
        ],
        rows: docket.dispatches.iter().map(row).collect(),
    };
    let mut page = frame.plain(Term::DispatchList, vec![table]);
    page.notes.push(if docket.dispatches.is_empty() { Note::Empty } else { dispatch_note(docket) });
    page
}
