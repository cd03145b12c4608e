//! What only a 点评会 has: 大项目突破, and a page for each district.

use super::super::appeal::ESCALATED;
use super::super::calendar::Calendar;
use super::super::page::{Cell, Page, Table, count, key, money, text};
use super::super::project::{PAID, Project, STAGES, TOTAL};
use super::super::world::{DISTRICTS, World};
use super::changes::is_stalled;
use super::projects::stages;
use std::cmp::Reverse;

/// Large projects, the largest first, each with the stage it had at the last meeting of its kind.
fn large(before: Option<&World>, world: &World, district: Option<usize>) -> Table {
    let columns = ["code", "name", "district", "stage_before", "stage", "total", "paid_in"];
    let mut table = Table::new("breakthrough", &columns);
    let here = |project: &Project| district.is_none_or(|it| it == project.district);
    let mut found: Vec<(usize, &Project)> =
        world.inside().filter(|(_, project)| project.is_large() && here(project)).collect();
    found.sort_by_key(|(_, project)| (Reverse(project.amount(TOTAL)), project.code.clone()));
    for (place, project) in found {
        let was = before.and_then(|before| before.projects.get(place));
        let was = was.filter(|was| was.left.is_none());
        table.data(vec![
            text(&project.code),
            text(&project.name),
            key(DISTRICTS[project.district].1),
            was.map_or(Cell::Blank, |was| key(STAGES[was.stage])),
            key(STAGES[project.stage]),
            money(project.money[TOTAL]),
            money(project.money[PAID]),
        ]);
    }
    table
}

pub fn breakthrough(before: Option<&World>, world: &World) -> Page {
    Page { title: "breakthrough", tables: vec![large(before, world, None)] }
}

/// One page for each district.
pub fn districts(before: Option<&World>, world: &World, calendar: &Calendar) -> Vec<Page> {
    let page = |district: usize| Page {
        title: "district.report",
        tables: vec![
            indicators(before, world, calendar, district),
            stages(&own(world, district)),
            large(before, world, Some(district)),
        ],
    };
    (0..DISTRICTS.len()).map(page).collect()
}

fn own(world: &World, district: usize) -> Vec<&Project> {
    world.inside().map(|(_, project)| project).filter(|it| it.district == district).collect()
}

fn indicators(
    before: Option<&World>,
    world: &World,
    calendar: &Calendar,
    district: usize,
) -> Table {
    let all = own(world, district);
    let size = all.len() as u64;
    let sum = |of: &dyn Fn(&Project) -> i64| Cell::Money(all.iter().map(|it| of(it)).sum());
    let share = |wanted: &dyn Fn(&Project) -> bool| {
        Cell::Share(all.iter().filter(|project| wanted(project)).count() as u64, size)
    };
    // Pairs of what a project was at the last meeting of its kind, and is.
    let since = |wanted: &dyn Fn(Option<&Project>, Option<&Project>) -> bool| {
        let Some(before) = before else { return Cell::Blank };
        let inside = |world: &'_ World, place: usize| {
            let project = world.projects.get(place);
            project.filter(|it| it.left.is_none() && it.district == district).cloned()
        };
        let places = 0..world.projects.len();
        count(
            places
                .filter(|place| {
                    let (was, is) = (inside(before, *place), inside(world, *place));
                    wanted(was.as_ref(), is.as_ref())
                })
                .count(),
        )
    };
    let appeals = || {
        world.appeals.iter().filter(|appeal| {
            appeal.state().is_open() && world.projects[appeal.project].district == district
        })
    };
    let tasks =
        world.tasks.iter().filter(|task| task.done().is_none() && task.district == Some(district));
    let until = world.month_due(calendar);
    let rows = [
        ("district", key(DISTRICTS[district].1)),
        ("projects", Cell::Share(size, world.inside().count() as u64)),
        ("total_investment", sum(&|project| project.amount(TOTAL))),
        ("new_fdi", sum(&Project::new_fdi)),
        ("paid_in", sum(&|project| project.amount(PAID))),
        ("large", share(&Project::is_large)),
        ("entered_projects", since(&|was, is| was.is_none() && is.is_some())),
        ("left_projects", since(&|was, is| was.is_some() && is.is_none())),
        ("advanced", since(&|was, is| was.zip(is).is_some_and(|(was, is)| is.stage > was.stage))),
        ("stalled", share(&|project| is_stalled(project, until, world.today))),
        ("in_hand", count(appeals().count())),
        ("escalated_appeals", count(appeals().filter(|it| it.outcome() == ESCALATED).count())),
        ("tasks_open", count(tasks.count())),
    ];
    let mut table = Table::new("indicator", &["indicator", "value"]);
    rows.into_iter().for_each(|(name, cell)| table.data(vec![key(name), cell]));
    table
}
