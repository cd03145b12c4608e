//! What became of appeals, and of decisions and instructions, between two states.

use crate::desk::changes::Compared;
use crate::model::appeal::AppealField;
use crate::model::docket::AppealBrief;
use crate::model::term::Term;
use crate::report::appeal_changes::AppealCounts;
use crate::report::task::TaskLine;
use crate::view::names::Frame;
use crate::view::page::{Cell, Column, Row, Table};
use crate::view::task::task_table;

/// The counts; a table with nothing on record is left out.
pub fn counts(frame: &Frame<'_>, compared: &Compared) -> Vec<Table> {
    let mut tables = Vec::new();
    if compared.appeals.whole != AppealCounts::default() {
        tables.push(appeals(frame, compared));
    }
    let tasks = &compared.tasks;
    if tasks.opening > 0 || !tasks.new.is_empty() {
        tables.push(Table {
            title: Term::TaskChanges,
            columns: vec![
                Column::number(Term::TasksOpening),
                Column::number(Term::TasksNew),
                Column::number(Term::TasksFinished),
                Column::number(Term::TasksLeft),
                Column::number(Term::TasksOverdue),
            ],
            rows: vec![Row::data(vec![
                Cell::Count(tasks.opening),
                Cell::Count(tasks.new.len() as u64),
                Cell::Count(tasks.done.len() as u64),
                Cell::Count(tasks.open.len() as u64),
                Cell::Count(tasks.overdue),
            ])],
        });
    }
    tables
}

fn appeals(frame: &Frame<'_>, compared: &Compared) -> Table {
    let cells = |name: Cell, counts: &AppealCounts| {
        let numbers = [
            counts.opening,
            counts.new,
            counts.reopened,
            counts.closed,
            counts.ended,
            counts.closing,
            counts.solved,
        ];
        [name].into_iter().chain(numbers.map(Cell::Count)).collect()
    };
    let found = &compared.appeals;
    let districts = frame.directory.districts.iter().map(|district| {
        let counts = found.districts.get(&district.id).copied().unwrap_or_default();
        Row::data(cells(frame.district(district.id), &counts))
    });
    let total = Row::total(cells(Cell::word(Term::Total), &found.whole));
    let headings = [
        Term::AppealsOpening,
        Term::AppealsNew,
        Term::AppealsReopened,
        Term::AppealsClosed,
        Term::AppealsEnded,
        Term::AppealsInHand,
        Term::AppealsSolved,
    ];
    let headings = headings.into_iter().map(Column::number);
    Table {
        title: Term::AppealChanges,
        columns: [Column::text(Term::District)].into_iter().chain(headings).collect(),
        rows: districts.chain([total]).collect(),
    }
}

/// The lists behind the counts; an empty one is left out.
pub fn lists(frame: &Frame<'_>, compared: &Compared) -> Vec<Table> {
    let (appeals, tasks) = (&compared.appeals, &compared.tasks);
    let of_appeals = [
        (Term::NewAppeals, &appeals.new),
        (Term::SolvedAppeals, &appeals.solved),
        (Term::AppealsJustClosed, &appeals.closed),
        (Term::InHandAppeals, &appeals.in_hand),
    ];
    let of_tasks = [
        (Term::NewTasks, &tasks.new),
        (Term::FinishedTasks, &tasks.done),
        (Term::OpenTasks, &tasks.open),
    ];
    let appeals = of_appeals.into_iter().filter(|(_, list)| !list.is_empty());
    let appeals = appeals.map(|(title, list)| appeal_list(frame, title, list));
    let listed = |(title, list): (Term, &Vec<TaskLine>)| task_table(frame, title, list);
    let tasks = of_tasks.into_iter().filter(|(_, list)| !list.is_empty()).map(listed);
    appeals.chain(tasks).collect()
}

fn appeal_list(frame: &Frame<'_>, title: Term, appeals: &[AppealBrief]) -> Table {
    let rows = appeals.iter().map(|appeal| {
        Row::data(vec![
            Cell::Code(appeal.code.clone()),
            Cell::Text(appeal.project_name.clone()),
            frame.district(appeal.district),
            Cell::optional(appeal.purpose.as_deref()),
            Cell::word(appeal.outcome),
            Cell::word(appeal.state),
        ])
    });
    Table {
        title,
        columns: vec![
            Column::short(Term::Code),
            Column::text(Term::Name),
            Column::short(Term::District),
            Column::text(AppealField::Purpose),
            Column::short(Term::Outcome),
            Column::short(Term::Status),
        ],
        rows: rows.collect(),
    }
}
