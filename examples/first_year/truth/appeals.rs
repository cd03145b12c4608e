//! The pages that count appeals: what became of them, by district, category and department, and
//! the carry-over of the month.

use super::super::appeal::{Appeal, CATEGORIES, Dispatch, OUTCOMES, Step};
use super::super::calendar::{Calendar, Month};
use super::super::page::{Cell, Page, Table, count, key, text};
use super::super::world::{DEPARTMENTS, DISTRICTS, World};
use std::collections::{BTreeMap, BTreeSet};

/// Classes of outcomes, the best first within each.
pub const CLASSES: [(&str, &[usize]); 4] = [
    ("solved_or_path", &[6, 5]),
    ("plan_or_higher", &[4, 3]),
    ("escalated", &[0]),
    ("remainder", &[2, 1]),
];

type Group<'a> = Vec<&'a Appeal>;

fn counted(world: &World) -> Group<'_> {
    world.appeals.iter().filter(|appeal| appeal.state().counts()).collect()
}

fn outcomes(all: &Group<'_>) -> Table {
    let mut table = Table::new("summary.appeals", &["outcome", "appeals", "projects"]);
    // A project has the first outcome, in their order, that any of its appeals has.
    let mut projects: BTreeMap<usize, usize> = BTreeMap::new();
    for appeal in all {
        let known = projects.entry(appeal.project).or_insert(usize::MAX);
        *known = appeal.outcome().min(*known);
    }
    let row = |name: &str, wanted: &[usize]| {
        let appeals = all.iter().filter(|appeal| wanted.contains(&appeal.outcome())).count();
        let own = projects.values().filter(|outcome| wanted.contains(outcome)).count();
        let share = |n: usize, of: usize| Cell::Share(n as u64, of as u64);
        vec![key(name), share(appeals, all.len()), share(own, projects.len())]
    };
    for (name, within) in CLASSES {
        table.data(row(name, within));
        for outcome in within.iter().filter(|_| within.len() > 1) {
            table.detail(row(OUTCOMES[*outcome].1, &[*outcome]));
        }
    }
    table.total(row("total", &[0, 1, 2, 3, 4, 5, 6]));
    table
}

fn share(first: Cell, group: &Group<'_>, whole: usize) -> Vec<Cell> {
    let projects: BTreeSet<usize> = group.iter().map(|appeal| appeal.project).collect();
    let mut cells =
        vec![first, Cell::Share(group.len() as u64, whole as u64), count(projects.len())];
    for (_, within) in CLASSES {
        cells.push(count(group.iter().filter(|a| within.contains(&a.outcome())).count()));
    }
    cells.push(count(group.iter().filter(|appeal| !appeal.state().is_open()).count()));
    cells.push(Cell::Money(group.iter().map(|appeal| appeal.amount).sum()));
    cells
}

/// A row for each name, the remainder and the total.
fn shares(
    title: &'static str,
    first: &'static str,
    all: &Group<'_>,
    names: &[&str],
    of: impl Fn(&Appeal) -> usize,
) -> Table {
    let classes = CLASSES.map(|(name, _)| name);
    let columns = [&[first, "appeals", "projects"], &classes[..], &["closed", "at_stake"]].concat();
    let mut table = Table::new(title, &columns);
    for (place, name) in names.iter().enumerate() {
        let own: Group<'_> = all.iter().filter(|appeal| of(appeal) == place).copied().collect();
        table.data(share(key(name), &own, all.len()));
    }
    table.data(share(key("unknown"), &Group::new(), all.len()));
    table.total(share(key("total"), all, all.len()));
    table
}

fn carry(world: &World) -> Table {
    let mut table = Table::new(
        "carry_over",
        &[
            "district",
            "carried_in",
            "logged_in_month",
            "reopened_in_month",
            "closed_in_month",
            "ended_in_month",
            "in_hand",
        ],
    );
    let first = Month::of(world.today).first();
    let row = |first_cell: Cell, own: &[&Appeal]| {
        let before = |appeal: &&&Appeal| {
            let step = appeal.steps.iter().rfind(|(day, _)| *day < first);
            step.is_some_and(|(_, step)| matches!(step, Step::Logged | Step::Reopened))
        };
        let steps = || own.iter().flat_map(|appeal| &appeal.steps).filter(|(day, _)| *day >= first);
        let number = |wanted: Step| count(steps().filter(|(_, step)| *step == wanted).count());
        let opening = count(own.iter().filter(before).count());
        let closing = count(own.iter().filter(|appeal| appeal.state().is_open()).count());
        let flows = [Step::Logged, Step::Reopened, Step::Closed, Step::Ended].map(number);
        [vec![first_cell, opening], flows.to_vec(), vec![closing]].concat()
    };
    let all: Vec<&Appeal> = world.appeals.iter().collect();
    for (place, (_, name)) in DISTRICTS.iter().enumerate() {
        let of = |appeal: &&&Appeal| world.projects[appeal.project].district == place;
        let own: Vec<&Appeal> = all.iter().filter(of).copied().collect();
        table.data(row(key(name), &own));
    }
    table.total(row(key("total"), &all));
    table
}

/// Appeals sent on although they fail a test.
fn exceptions(world: &World) -> Option<Table> {
    let mut table =
        Table::new("appeal_exceptions", &["code", "name", "date", "reason", "approver"]);
    for appeal in &world.appeals {
        if let Some(made) = &appeal.exception {
            let name = &world.projects[appeal.project].name;
            let cells = vec![
                text(&appeal.code),
                text(name),
                Cell::Day(made.day),
                text(&made.reason),
                text(&made.approver),
            ];
            table.data(cells);
        }
    }
    (!table.rows.is_empty()).then_some(table)
}

fn departments(world: &World, calendar: &Calendar) -> Table {
    let mut table = Table::new(
        "summary.department",
        &[
            "department",
            "dispatches",
            "as_lead",
            "distinct",
            "answered",
            "answered_on_time",
            "mean_workdays",
            "unanswered",
            "not_yet_due",
            "returned",
            "ended",
        ],
    );
    let all: Vec<(usize, &Dispatch)> = world
        .appeals
        .iter()
        .enumerate()
        .flat_map(|(place, appeal)| appeal.dispatches.iter().map(move |dispatch| (place, dispatch)))
        .collect();
    let row = |first: Cell, own: Vec<(usize, &Dispatch)>| {
        let number = |wanted: &dyn Fn(&Dispatch) -> bool| {
            own.iter().filter(|(_, dispatch)| wanted(dispatch)).count() as u64
        };
        let answered = number(&|one| one.answered.is_some());
        let returned = number(&|one| one.answered.is_none() && one.returned.is_some());
        let ended =
            number(&|one| one.answered.is_none() && one.returned.is_none() && one.ended.is_some());
        let on_time = number(&|one| one.answered.is_some_and(|day| day <= one.due_now()));
        let overdue = number(&|one| one.is_overdue(world.today));
        let waiting = number(&|one| one.waits());
        let days =
            own.iter().filter_map(|(_, one)| Some(calendar.between(one.sent, one.answered?)));
        let distinct: BTreeSet<usize> = own.iter().map(|(place, _)| *place).collect();
        let asked = own.len() as u64;
        vec![
            first,
            Cell::Count(asked),
            Cell::Count(number(&|one| one.lead)),
            count(distinct.len()),
            Cell::Share(answered, asked - returned - ended),
            Cell::Share(on_time, answered),
            Cell::Average(days.sum(), answered),
            Cell::Count(overdue),
            Cell::Count(waiting - overdue),
            Cell::Count(returned),
            Cell::Count(ended),
        ]
    };
    for (place, (.., name)) in DEPARTMENTS.iter().enumerate() {
        let own = all.iter().filter(|(_, dispatch)| dispatch.department == place).copied();
        table.data(row(key(name), own.collect()));
    }
    table.total(row(key("total"), all));
    table
}

fn by_category(all: &Group<'_>) -> Table {
    let names = CATEGORIES.map(|(_, key)| key);
    shares("summary.category", "category", all, &names, |appeal| appeal.category)
}

/// By outcome, by district, the carry-over.
pub fn appeals(world: &World) -> Page {
    let all = counted(world);
    let names = DISTRICTS.map(|(_, key)| key);
    let of = |appeal: &Appeal| world.projects[appeal.project].district;
    let districts = shares("appeals_by_district", "district", &all, &names, of);
    let mut tables = vec![outcomes(&all), districts, carry(world)];
    tables.extend(exceptions(world));
    Page { title: "summary.appeals", tables }
}

pub fn category(world: &World) -> Page {
    Page { title: "summary.category", tables: vec![by_category(&counted(world))] }
}

pub fn department(world: &World, calendar: &Calendar) -> Page {
    Page { title: "summary.department", tables: vec![departments(world, calendar)] }
}
