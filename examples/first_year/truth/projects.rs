//! The pages that count projects: overview, stages, origins, industries, districts, people.

use super::super::calendar::Month;
use super::super::page::{Cell, Page, Row, Table, count, key, text};
use super::super::project::{PAID, Project, STAGES, TOTAL};
use super::super::world::{DISTRICTS, World};
use std::cmp::Reverse;
use std::collections::BTreeMap;

const COLUMNS: [&str; 4] = ["projects", "total_investment", "new_fdi", "large"];

pub type Group<'a> = Vec<&'a Project>;

fn sum(group: &Group<'_>, of: impl Fn(&Project) -> i64) -> i64 {
    group.iter().map(|project| of(project)).sum()
}

fn large(group: &Group<'_>) -> u64 {
    group.iter().filter(|project| project.is_large()).count() as u64
}

/// Name, n/N, total investment, new capital, large ones.
fn cells(first: Cell, group: &Group<'_>, whole: usize) -> Vec<Cell> {
    let size = group.len() as u64;
    vec![
        first,
        Cell::Share(size, whole as u64),
        Cell::Money(sum(group, |project| project.amount(TOTAL))),
        Cell::Money(sum(group, Project::new_fdi)),
        Cell::Share(large(group), size),
    ]
}

fn headed(title: &'static str, first: &'static str) -> Table {
    Table::new(title, &[&[first], &COLUMNS[..]].concat())
}

pub fn inside(world: &World) -> Group<'_> {
    world.inside().map(|(_, project)| project).collect()
}

fn indicators(all: &Group<'_>) -> Table {
    let mut table = Table::new("indicator", &["indicator", "value"]);
    let total = sum(all, |project| project.amount(TOTAL));
    let known = all.iter().filter(|project| project.money[TOTAL].is_some()).count() as i64;
    let mean = if known == 0 { Cell::Blank } else { Cell::Money((total + known / 2) / known) };
    let rows = [
        ("projects", count(all.len())),
        ("total_investment", Cell::Money(total)),
        ("new_fdi", Cell::Money(sum(all, Project::new_fdi))),
        ("paid_in", Cell::Money(sum(all, |project| project.amount(PAID)))),
        ("mean_investment", mean),
        ("large", Cell::Share(large(all), all.len() as u64)),
    ];
    rows.into_iter().for_each(|(name, cell)| table.data(vec![key(name), cell]));
    table
}

pub fn stages(all: &Group<'_>) -> Table {
    let mut table = headed("summary.stage", "stage");
    let at = |stages: std::ops::Range<usize>| -> Group<'_> {
        all.iter().filter(|project| stages.contains(&project.stage)).copied().collect()
    };
    let whole = all.len();
    table.data(cells(key("negotiating"), &at(0..1), whole));
    table.data(cells(key("signed"), &at(1..2), whole));
    table.data(cells(key("established"), &at(2..6), whole));
    for (place, stage) in STAGES.iter().enumerate().skip(2) {
        table.detail(cells(key(stage), &at(place..place + 1), whole));
    }
    table.total(cells(key("total"), all, whole));
    table
}

fn origins(all: &Group<'_>) -> Table {
    let mut table = headed("summary.origin", "origin_group");
    let of = |group: &str| -> Group<'_> {
        all.iter().filter(|project| project.group == group).copied().collect()
    };
    for group in ["hmt", "west", "jk", "other"] {
        table.data(cells(key(group), &of(group), all.len()));
    }
    table.data(cells(key("unknown"), &of(""), all.len()));
    table.total(cells(key("total"), all, all.len()));
    table
}

/// By a text: most projects first, then the larger sum, then the text.
fn by_text(all: &Group<'_>, title: &'static str, field: &'static str, none: &str) -> Table {
    let mut groups: BTreeMap<&str, Group<'_>> = BTreeMap::new();
    let mut rest = Group::new();
    for project in all {
        match project.text(field) {
            Some(text) => groups.entry(text).or_default().push(project),
            None => rest.push(project),
        }
    }
    let mut rows: Vec<(&str, Group<'_>)> = groups.into_iter().collect();
    rows.sort_by_key(|(text, group)| {
        (Reverse(group.len()), Reverse(sum(group, |project| project.amount(TOTAL))), *text)
    });
    let mut table = headed(title, field);
    for (name, group) in rows {
        table.data(cells(text(name), &group, all.len()));
    }
    table.data(cells(key(none), &rest, all.len()));
    table.total(cells(key("total"), all, all.len()));
    table
}

fn districts(world: &World, all: &Group<'_>) -> Table {
    let mut table = headed("summary.district", "district");
    table.columns.extend(["paid_in", "reported"]);
    let reporting = Month::of(world.today).previous();
    let filed = |district: usize| world.filings.contains_key(&(district, reporting));
    let paid = |group: &Group<'_>| Cell::Money(sum(group, |project| project.amount(PAID)));
    let yes = (0..DISTRICTS.len()).filter(|district| filed(*district)).count() as u64;
    for (place, (_, name)) in DISTRICTS.iter().enumerate() {
        let own: Group<'_> = all.iter().filter(|p| p.district == place).copied().collect();
        let mut row = cells(key(name), &own, all.len());
        row.extend([paid(&own), key(if filed(place) { "yes" } else { "no" })]);
        table.data(row);
    }
    let none = Group::new();
    let mut rest = cells(key("remainder"), &none, all.len());
    rest.extend([Cell::Money(0), Cell::Blank]);
    table.data(rest);
    let mut whole = cells(key("total"), all, all.len());
    whole.extend([paid(all), Cell::Share(yes, DISTRICTS.len() as u64)]);
    table.total(whole);
    table
}

/// Entries that the rules refused and a person approved, of projects still in the library.
fn exceptions(world: &World) -> Option<Table> {
    let mut table = Table::new("exceptions", &["code", "name", "entered", "reason", "approver"]);
    let mut known = world.exceptions.clone();
    known.sort_by(|(a, ..), (b, ..)| world.projects[*a].code.cmp(&world.projects[*b].code));
    for (place, reason, approver) in &known {
        let project = &world.projects[*place];
        if project.left.is_none() {
            let who = [text(&project.code), text(&project.name), Cell::Day(project.entered)];
            let row: Vec<Cell> = who.into_iter().chain([text(reason), text(approver)]).collect();
            table.rows.push(Row { kind: "data", cells: row });
        }
    }
    (!table.rows.is_empty()).then_some(table)
}

/// All that a meeting needs of projects.
pub fn meeting(world: &World) -> Page {
    let all = inside(world);
    let industries = by_text(&all, "summary.industry", "industry", "unknown");
    let mut tables =
        vec![indicators(&all), stages(&all), origins(&all), industries, districts(world, &all)];
    tables.extend(exceptions(world));
    Page { title: "summary.overview", tables }
}

/// By the people and bodies named for the projects.
pub fn leader(world: &World) -> Page {
    let all = inside(world);
    let table = |title, field| by_text(&all, title, field, "unassigned");
    let tables = vec![
        table("by_leader", "leader"),
        table("by_responsible", "responsible"),
        table("by_tracker", "tracker"),
    ];
    Page { title: "summary.leader", tables }
}
