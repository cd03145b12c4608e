//! The page of decisions and instructions.

use super::super::page::{Cell, Page, Table, key, optional, text};
use super::super::task::{Source, Task};
use super::super::world::{DEPARTMENTS, DISTRICTS, World};

/// Tasks, those not done first, by due day, those without one last, then by code.
pub fn ordered(world: &World) -> Vec<&Task> {
    let mut tasks: Vec<&Task> = world.tasks.iter().collect();
    tasks.sort_by_key(|task| {
        let due = task.due_now(&world.meetings);
        (task.done().is_some(), due.is_none(), due, task.code.clone())
    });
    tasks
}

fn units(task: &Task) -> Cell {
    let districts = task.district.iter().map(|it| DISTRICTS[*it].1);
    let departments = task.departments.iter().map(|it| DEPARTMENTS[*it].2);
    key(&districts.chain(departments).collect::<Vec<_>>().join("|"))
}

fn day(day: Option<super::super::calendar::Day>) -> Cell {
    day.map_or(Cell::Blank, Cell::Day)
}

fn row(world: &World, task: &Task) -> Vec<Cell> {
    let project = task.project.map(|place| &world.projects[place]);
    let about = project.map(|project| format!("{} {}", project.code, project.name));
    let appeal = task.appeal.map(|place| world.appeals[place].code.clone());
    let about: Vec<String> = about.into_iter().chain(appeal).collect();
    let last = task.last();
    vec![
        text(&task.code),
        key(task.source.key()),
        optional(task.meeting.as_deref()),
        optional(task.leader.as_deref()),
        text(&task.text),
        optional((!about.is_empty()).then(|| about.join("、")).as_deref()),
        units(task),
        day(task.due_now(&world.meetings)),
        key(task.state(&world.meetings, world.today)),
        day(last.map(|step| step.day)),
        last.map_or(Cell::Blank, |step| step.note.as_deref().map_or(key("done"), text)),
    ]
}

pub fn tasks(world: &World) -> Page {
    let mut sums = Table::new(
        "task_follow_up",
        &["source", "task_count", "tasks_done", "tasks_on_time", "tasks_open", "tasks_overdue"],
    );
    let counts = |name: &str, own: Vec<&Task>| {
        let number =
            |wanted: &dyn Fn(&Task) -> bool| own.iter().filter(|task| wanted(task)).count() as u64;
        let state = |task: &Task| task.state(&world.meetings, world.today);
        let due = |task: &Task| task.due_now(&world.meetings);
        let done = number(&|task| task.done().is_some());
        let on_time =
            number(&|task| task.done().zip(due(task)).is_some_and(|(done, due)| done <= due));
        let judged = number(&|task| due(task).is_some() && state(task) != "open");
        let all = own.len() as u64;
        vec![
            key(name),
            Cell::Count(all),
            Cell::Share(done, all),
            Cell::Share(on_time, judged),
            Cell::Count(all - done),
            Cell::Count(number(&|task| state(task) == "overdue")),
        ]
    };
    for source in Source::ALL {
        let own = world.tasks.iter().filter(|task| task.source == source);
        sums.data(counts(source.key(), own.collect()));
    }
    sums.total(counts("total", world.tasks.iter().collect()));
    let table = listed("tasks", world, |_| true);
    let tables = if world.tasks.is_empty() { Vec::new() } else { vec![sums, table] };
    Page { title: "tasks", tables }
}

/// A row for each task of which something holds, in their order.
pub fn listed(title: &'static str, world: &World, holds: impl Fn(&Task) -> bool) -> Table {
    let mut table = Table::new(
        title,
        &[
            "code",
            "source",
            "meeting",
            "leader",
            "text",
            "about",
            "responsible_units",
            "due",
            "status",
            "progress_on",
            "last_progress",
        ],
    );
    let own = ordered(world).into_iter().filter(|task| holds(task));
    own.for_each(|task| table.data(row(world, task)));
    table
}
