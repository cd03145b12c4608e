//! The agenda (议程) of a meeting: what follows from everything on record, in a fixed order, each
//! subject once, then adjusted as a person wished.

use super::changes::Changes;
use super::task::TaskLine;
use crate::model::Day;
use crate::model::appeal::AppealOutcome;
use crate::model::clock::ClockKind;
use crate::model::docket::{AppealBrief, DispatchBrief};
use crate::model::field::Quantity;
use crate::model::meeting::{Adjustment, AgendaChange, ItemKind, MeetingKind};
use crate::model::money::Usd;
use crate::model::stage::Stage;
use crate::model::task::{TaskSource, TaskState};
use crate::report::changes::Line;
use crate::report::tally::LARGE;
use std::collections::{BTreeMap, HashSet};

/// Why a subject is on the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matter {
    /// What is to be done, or asked.
    Text(Option<String>),
    /// The clocks that are red.
    Clocks(Vec<ClockKind>),
    /// How a large project moved: its stages, and the quantities that rose.
    Moved { from: Stage, to: Stage, rose: Vec<Quantity> },
    /// The stage it has reached.
    Stage(Stage),
}

/// One item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub kind: ItemKind,
    /// Code of a task, an appeal or a project; `None`: an item of its own.
    pub code: Option<String>,
    /// The project it is about; of an item of its own, its text.
    pub name: Option<String>,
    /// Where it lies; a task may concern several districts.
    pub districts: Vec<i64>,
    pub matter: Matter,
    /// When a task or an answer is, or was, due.
    pub due: Option<Day>,
}

/// What an agenda is assembled from, as it stands on the day.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    pub kind: MeetingKind,
    /// Id of the meeting: what it decided itself is not carried over to it.
    pub meeting: i64,
    pub tasks: &'a [TaskLine],
    pub appeals: &'a [AppealBrief],
    pub dispatches: &'a [DispatchBrief],
    /// Projects red on a clock, with the clocks.
    pub red: &'a [(Line, Vec<ClockKind>)],
    /// Since the last meeting of its kind; `None`: it is the first.
    pub since: Option<&'a Changes>,
    pub today: Day,
}

/// Assembles the agenda. A 督办会 has everything; a 点评会 what the 督办会 could not settle: its own
/// decisions and instructions, and the appeals escalated to it.
pub fn assemble(facts: &Facts<'_>) -> Vec<Item> {
    let review = facts.kind == MeetingKind::Review;
    let mut items = tasks(facts, review);
    items.extend(appeals(facts, review));
    if !review {
        items.extend(facts.red.iter().map(|(line, clocks)| Item {
            kind: ItemKind::RedProject,
            matter: Matter::Clocks(clocks.clone()),
            ..project(line)
        }));
        if let Some(changes) = facts.since {
            items.extend(moved(changes));
            let entered = changes.entered.iter();
            items.extend(entered.map(|line| Item { kind: ItemKind::Entry, ..project(line) }));
            let left = changes.left.iter();
            items.extend(left.map(|line| Item { kind: ItemKind::Exit, ..project(line) }));
        }
    }
    let mut seen = HashSet::new();
    items.retain(|item| item.code.as_ref().is_none_or(|code| seen.insert(code.clone())));
    items
}

fn tasks(facts: &Facts<'_>, review: bool) -> Vec<Item> {
    let mut open: Vec<&TaskLine> = facts
        .tasks
        .iter()
        .filter(|line| line.state != TaskState::Done)
        .filter(|line| line.task.meeting != Some(facts.meeting))
        .filter(|line| !review || line.task.source != TaskSource::Supervision)
        .collect();
    open.sort_by(|a, b| a.order().cmp(&b.order()));
    let item = |line: &TaskLine| Item {
        kind: ItemKind::Task,
        code: Some(line.task.code.clone()),
        name: line.project.as_ref().map(|(_, name)| name.clone()),
        districts: line.task.districts.clone(),
        matter: Matter::Text(Some(line.task.text.clone())),
        due: line.due,
    };
    open.into_iter().map(item).collect()
}

/// Escalated ones, then those overdue, then those unsolved, each by code.
fn appeals(facts: &Facts<'_>, review: bool) -> Vec<Item> {
    let mut overdue: BTreeMap<i64, Day> = BTreeMap::new();
    for dispatch in facts.dispatches {
        let over = dispatch.answered.or(dispatch.returned).or(dispatch.ended).is_some();
        if !over && dispatch.due_now() < facts.today {
            let due = overdue.entry(dispatch.appeal).or_insert(dispatch.due_now());
            *due = (*due).min(dispatch.due_now());
        }
    }
    let kind = |appeal: &AppealBrief| match appeal.outcome {
        AppealOutcome::Escalated => Some(ItemKind::Escalated),
        _ if review => None,
        _ if overdue.contains_key(&appeal.id) => Some(ItemKind::OverdueAppeal),
        AppealOutcome::Solved => None,
        _ => Some(ItemKind::OpenAppeal),
    };
    let in_hand = facts.appeals.iter().filter(|appeal| appeal.state.is_open());
    let mut items: Vec<Item> = in_hand
        .filter_map(|appeal| {
            Some(Item {
                kind: kind(appeal)?,
                code: Some(appeal.code.clone()),
                name: Some(appeal.project_name.clone()),
                districts: vec![appeal.district],
                matter: Matter::Text(appeal.purpose.clone()),
                due: overdue.get(&appeal.id).copied(),
            })
        })
        .collect();
    items.sort_by(|a, b| (a.kind, &a.code).cmp(&(b.kind, &b.code)));
    items
}

fn project(line: &Line) -> Item {
    Item {
        kind: ItemKind::Added,
        code: Some(line.code.clone()),
        name: Some(line.name.clone()),
        districts: vec![line.district],
        matter: Matter::Stage(line.stage),
        due: None,
    }
}

/// Large projects that moved: a later stage, more paid in or more invested. By code.
fn moved(changes: &Changes) -> Vec<Item> {
    let large = |line: &Line| line.total.unwrap_or_default() >= LARGE;
    let mut moved: BTreeMap<String, Item> = BTreeMap::new();
    for advance in changes.advanced.iter().filter(|advance| large(&advance.project)) {
        let line = &advance.project;
        let matter = Matter::Moved { from: advance.from, to: line.stage, rose: Vec::new() };
        let item = Item { kind: ItemKind::MovedProject, matter, ..project(line) };
        moved.insert(line.code.clone(), item);
    }
    let risen = changes.amounts.iter().filter(|change| {
        matches!(change.quantity, Quantity::PaidIn | Quantity::Invested)
            && change.after.unwrap_or_default() > change.before.unwrap_or(Usd(0))
            && large(&change.project)
    });
    for change in risen {
        let line = &change.project;
        let item = moved.entry(line.code.clone()).or_insert_with(|| Item {
            kind: ItemKind::MovedProject,
            matter: Matter::Moved { from: line.stage, to: line.stage, rose: Vec::new() },
            ..project(line)
        });
        if let Matter::Moved { rose, .. } = &mut item.matter {
            rose.push(change.quantity);
        }
    }
    moved.into_values().collect()
}

/// What a person added by code, found on record.
pub type Found = BTreeMap<String, Item>;

/// Adjusts an agenda as a person wished, in the order of the wishes: what was dropped stays away
/// until it is added again, what was put first stands first. `found` holds the subjects added by
/// code; other additions are items of their own.
pub fn adjust(mut items: Vec<Item>, adjustments: &[Adjustment], found: &Found) -> Vec<Item> {
    let is =
        |item: &Item, subject: &str| item.code.as_deref().or(item.name.as_deref()) == Some(subject);
    let assembled = items.clone();
    for Adjustment { change, subject, .. } in adjustments {
        let place = items.iter().position(|item| is(item, subject));
        match (change, place) {
            (AgendaChange::Add, None) => {
                // What was dropped comes back as what it was.
                let known = assembled.iter().find(|item| is(item, subject)).cloned();
                let known = known.or_else(|| found.get(subject).cloned());
                let known = known.unwrap_or_else(|| Item {
                    kind: ItemKind::Added,
                    code: None,
                    name: Some(subject.clone()),
                    districts: Vec::new(),
                    matter: Matter::Text(None),
                    due: None,
                });
                let order = |item: &Item| assembled.iter().position(|it| it.code == item.code);
                let own = assembled.iter().position(|item| is(item, subject));
                let next = items.iter().position(|item| own.is_some() && order(item) > own);
                items.insert(next.unwrap_or(items.len()), known);
            }
            (AgendaChange::Drop, Some(place)) => drop(items.remove(place)),
            (AgendaChange::First, Some(place)) => items[..=place].rotate_right(1),
            _ => {}
        }
    }
    items
}

#[cfg(test)]
#[path = "agenda_tests.rs"]
mod tests;
