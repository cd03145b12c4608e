//! The pages of `calendar plan` and `calendar due`.

use super::names::Frame;
use super::page::{Cell, Column, Page, Row, Table};
use crate::desk::due::{DueItem, What};
use crate::desk::plan::{Plan, PlanLine};
use crate::model::note::Note;
use crate::model::plan::PlanDuty;
use crate::model::term::Term;

/// What a month asks, by day.
pub fn plan(frame: &Frame<'_>, plan: &Plan) -> Page {
    let table = Table {
        title: Term::MonthPlan,
        columns: vec![
            Column::short(Term::Date),
            Column::short(Term::Provisional),
            Column::text(Term::PlanStep),
            Column::short(Term::Meeting),
            Column::short(Term::ResponsibleUnits),
            Column::short(Term::Rule),
            Column::short(Term::Threshold),
            Column::short(Term::Example),
            Column::short(Term::Status),
            Column::number(Term::DonePart),
            Column::text(Term::StillMissing),
        ],
        rows: plan.lines.iter().map(|line| row(frame, line)).collect(),
    };
    let mut page = frame.plain(Term::MonthPlan, vec![table]);
    page.heading = vec![Note::PlanOf { month: plan.month, as_of: frame.scope.today }];
    let unplanned = plan.unplanned.iter();
    page.notes.extend(
        unplanned.map(|(code, state)| Note::NotPlanned { code: code.clone(), state: *state }),
    );
    if plan.lines.iter().any(|line| line.step.day.provisional) {
        page.notes.push(Note::ProvisionalDays);
    }
    page.notes.push(Note::ExampleThreshold);
    page
}

fn row(frame: &Frame<'_>, line: &PlanLine) -> Row {
    let rule = line.step.rule.as_ref();
    Row::data(vec![
        Cell::Day(line.step.day.day),
        if line.step.day.provisional { Cell::word(Term::Provisional) } else { Cell::Blank },
        Cell::word(line.step.step),
        line.meeting.clone().map_or(Cell::Blank, Cell::Code),
        Cell::word(line.step.step.duty()),
        rule.map_or(Cell::Blank, |rule| Cell::word(rule.rule)),
        rule.map_or(Cell::Blank, |rule| Cell::Threshold(rule.clone())),
        match rule {
            Some(rule) if rule.example => Cell::word(Term::Example),
            _ => Cell::Blank,
        },
        Cell::word(line.state),
        part(line.part),
        frame.units(&line.districts, &line.departments),
    ])
}

fn part(part: Option<(u64, u64)>) -> Cell {
    part.map_or(Cell::Blank, |(n, of)| Cell::Part { n, of })
}

/// What is due today or late, the longest overdue first.
pub fn due(frame: &Frame<'_>, items: &[DueItem]) -> Page {
    let table = Table {
        title: Term::DueToday,
        columns: vec![
            Column::short(Term::Date),
            Column::short(Term::Status),
            Column::number(Term::WorkdaysOverdue),
            Column::short(Term::Kind),
            Column::short(Term::Code),
            Column::text(Term::PlanStep),
            Column::short(Term::Month),
            Column::text(Term::ResponsibleUnits),
            Column::number(Term::DonePart),
        ],
        rows: items.iter().map(|item| due_row(frame, item)).collect(),
    };
    let mut page = frame.plain(Term::DueToday, if items.is_empty() { vec![] } else { vec![table] });
    page.heading = vec![Note::Standing { month: None, as_of: frame.scope.today }];
    let late = items.iter().filter(|item| item.late).count() as u64;
    page.notes.push(Note::DueCount { late, today: items.len() as u64 - late });
    page
}

fn due_row(frame: &Frame<'_>, item: &DueItem) -> Row {
    let nobody = item.districts.is_empty() && item.departments.is_empty();
    let (what, month) = match &item.what {
        What::Step(step, month) => (Cell::word(*step), Cell::Month(*month)),
        What::Text(text) => (Cell::Text(text.clone()), Cell::Blank),
    };
    let responsible = match &item.what {
        What::Step(step, _) if nobody => Cell::word(step.duty()),
        // The bureau calls, whoever is called.
        What::Step(step, _) if step.duty() == PlanDuty::Bureau => Cell::word(step.duty()),
        _ => frame.units(&item.districts, &item.departments),
    };
    Row::data(vec![
        Cell::Day(item.day),
        Cell::word(if item.late { Term::PastDue } else { Term::DueOnTheDay }),
        Cell::Number(item.overdue),
        Cell::word(item.kind),
        item.code.clone().map_or(Cell::Blank, Cell::Code),
        what,
        month,
        responsible,
        part(item.part),
    ])
}
