//! 主持人简报: the chair's one page, in sentences, with the figures of `summary` and of the agenda.

use super::{Occasion, cell, common, count, frame, joined, official, topic_list};
use crate::desk::pack::gather::Material;
use crate::model::blank::Blank;
use crate::model::meeting::ItemKind;
use crate::model::money::Unit;
use crate::model::text::TextKind;
use crate::report::appeals::OutcomeTable;
use crate::report::readiness::ReadyCount;
use crate::report::task::follow_up;
use crate::view::official::{Fill, Official};
use crate::view::page::Cell;

pub fn brief(material: &Material, occasion: &Occasion) -> Official {
    // Leaders count in hundreds of millions.
    let frame = frame(material, Unit::HundredMillion);
    let mut fills = common(material, occasion);
    fills.push(count(Blank::ItemCount, material.tables.agenda.items.len()));
    fills.push(topic_list(material));
    fills.extend(projects(material));
    fills.extend(appeals(material));
    fills.extend(work(material));
    official(&frame, TextKind::Brief, fills)
}

fn share(blank: Blank, n: u64, of: u64) -> (Blank, Fill) {
    cell(blank, Cell::Share { n, of })
}

/// The library.
fn projects(material: &Material) -> Vec<(Blank, Fill)> {
    let overview = &material.tables.overview;
    let whole = &overview.whole;
    let stages = overview.stages.groups.iter().map(|(group, tally, _)| {
        vec![
            cell(Blank::StageName, Cell::word(*group)),
            share(Blank::Portion, tally.projects, whole.projects),
        ]
    });
    let origins = overview.origins.rows.iter().map(|(group, tally)| {
        vec![
            cell(Blank::OriginName, Cell::word(*group)),
            share(Blank::Portion, tally.projects, whole.projects),
        ]
    });
    // In a sentence amounts are rounded, as a mean is.
    vec![
        cell(Blank::ProjectTotal, Cell::Count(whole.projects)),
        cell(Blank::TotalInvestment, Cell::Mean(whole.total)),
        cell(Blank::NewFdi, Cell::Mean(whole.new_fdi)),
        cell(Blank::PaidIn, Cell::Mean(whole.paid_in)),
        cell(Blank::MeanInvestment, whole.mean().map_or(Cell::Blank, Cell::Mean)),
        share(Blank::LargeProjects, whole.large, whole.projects),
        (Blank::Stages, Fill::List(stages.collect())),
        (Blank::Origins, Fill::List(origins.collect())),
    ]
}

/// The appeals, and how departments answered.
fn appeals(material: &Material) -> Vec<(Blank, Fill)> {
    let docket = &material.tables.docket;
    let answers = &docket.departments.whole;
    let asked = docket.departments.rows.iter().filter(|(_, of)| of.asked > 0).count();
    let mut fills = outcomes(&docket.outcomes);
    fills.extend([
        count(Blank::DepartmentCount, asked),
        cell(Blank::Dispatches, Cell::Count(answers.asked)),
        share(Blank::Answered, answers.answered, answers.due()),
        share(Blank::AnsweredOnTime, answers.on_time, answers.answered),
        cell(Blank::Unanswered, Cell::Count(answers.overdue)),
        cell(Blank::EscalatedProjects, escalated(material)),
    ]);
    fills
}

/// How many appeals of how many projects there are, and how they stand.
pub fn outcomes(table: &OutcomeTable) -> Vec<(Blank, Fill)> {
    let whole = table.whole;
    let groups = table.groups.iter().map(|(group, sum, _)| {
        vec![
            cell(Blank::OutcomeName, Cell::word(*group)),
            share(Blank::AppealPortion, sum.appeals, whole.appeals),
            share(Blank::ProjectPortion, sum.projects, whole.projects),
        ]
    });
    vec![
        cell(Blank::AppealCount, Cell::Count(whole.appeals)),
        cell(Blank::ProjectCount, Cell::Count(whole.projects)),
        (Blank::Outcomes, Fill::List(groups.collect())),
    ]
}

/// The projects whose appeals are put before the meeting, each once: what the chair asks for first.
fn escalated(material: &Material) -> Cell {
    let items = material.tables.agenda.items.iter();
    let mut names: Vec<String> = Vec::new();
    for name in
        items.filter(|item| item.kind == ItemKind::Escalated).filter_map(|it| it.name.clone())
    {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    joined(names)
}

/// Readiness, what was decided before, and what changed since the last meeting.
fn work(material: &Material) -> Vec<(Blank, Fill)> {
    let tables = &material.tables;
    let ReadyCount { ready, .. } = &tables.readiness.table.whole;
    let done = follow_up(&tables.tasks);
    let since = tables.compared.as_ref().map(|compared| &compared.changes.whole);
    let counted = |count: Option<u64>| count.map_or(Cell::Blank, Cell::Count);
    let last = tables.agenda.since.as_ref();
    vec![
        share(Blank::ReadyProjects, ready.n, ready.of),
        cell(Blank::TaskTotal, Cell::Count(done.tasks)),
        share(Blank::TasksDone, done.done, done.tasks),
        cell(Blank::TasksOverdue, Cell::Count(done.overdue)),
        cell(
            Blank::LastMeeting,
            last.map_or(Cell::Blank, |it| Cell::Code(it.meeting.code.clone())),
        ),
        cell(Blank::Entered, counted(since.map(|it| it.entered))),
        cell(Blank::Left, counted(since.map(|it| it.left))),
        cell(Blank::Advanced, counted(since.map(|it| it.advanced))),
        cell(Blank::Stalled, counted(since.map(|it| it.stalled))),
    ]
}
