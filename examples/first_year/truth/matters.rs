//! What became of appeals, and of decisions and instructions, between two moments.

use super::super::appeal::{Appeal, OUTCOMES, SOLVED, State};
use super::super::page::{Cell, Table, count, key, text};
use super::super::task::Task;
use super::super::world::{DISTRICTS, World};
use super::tasks::listed;

/// An appeal in both moments.
struct Pair<'a> {
    was: Option<&'a Appeal>,
    is: &'a Appeal,
    district: usize,
}

impl Pair<'_> {
    fn was_open(&self) -> bool {
        self.was.is_some_and(|was| was.state().is_open())
    }

    fn moved(&self) -> bool {
        self.was.is_none_or(|was| was.state() != self.is.state())
    }

    fn is_new(&self) -> bool {
        self.was.is_none()
    }

    fn reopened(&self) -> bool {
        self.was.is_some() && !self.was_open() && self.moved()
    }

    fn closed(&self) -> bool {
        self.moved() && self.is.state() == State::Closed
    }

    fn ended(&self) -> bool {
        self.moved() && !self.is.state().counts()
    }

    fn is_open(&self) -> bool {
        self.is.state().is_open()
    }

    fn solved(&self) -> bool {
        let solved = |appeal: &Appeal| appeal.outcome() == SOLVED && appeal.state().counts();
        solved(self.is) && !self.was.is_some_and(solved)
    }
}

fn pairs<'a>(before: &'a World, world: &'a World) -> Vec<Pair<'a>> {
    let all = world.appeals.iter().enumerate();
    let pair = |(place, is): (usize, &'a Appeal)| {
        let district = world.projects[is.project].district;
        Pair { was: before.appeals.get(place), is, district }
    };
    all.map(pair).collect()
}

/// The tables of counts; one with nothing on record is left out.
pub fn counts(before: &World, world: &World) -> Vec<Table> {
    let pairs = pairs(before, world);
    let mut tables = Vec::new();
    let columns = [
        "district",
        "appeals_opening",
        "appeals_new",
        "appeals_reopened",
        "appeals_closed",
        "appeals_ended",
        "appeals_in_hand",
        "appeals_solved",
    ];
    let mut table = Table::new("appeal_changes", &columns);
    let row = |name: &str, district: Option<usize>| {
        let own = || pairs.iter().filter(|pair| district.is_none_or(|it| it == pair.district));
        let number = |wanted: fn(&Pair<'_>) -> bool| count(own().filter(|it| wanted(it)).count());
        vec![
            key(name),
            number(|pair| pair.was_open()),
            number(|pair| pair.is_new()),
            number(|pair| pair.reopened()),
            number(|pair| pair.closed()),
            number(|pair| pair.ended()),
            number(|pair| pair.is_open()),
            number(|pair| pair.solved()),
        ]
    };
    for (place, (_, name)) in DISTRICTS.iter().enumerate() {
        table.data(row(name, Some(place)));
    }
    table.total(row("total", None));
    let empty = table.rows.iter().all(|row| row.cells[1..].iter().all(|it| *it == Cell::Count(0)));
    if !empty {
        tables.push(table);
    }
    let known = |task: &Task| before.tasks.iter().find(|known| known.code == task.code);
    let open_then = before.tasks.iter().filter(|task| task.done().is_none()).count();
    let new = world.tasks.iter().filter(|task| known(task).is_none()).count();
    if open_then > 0 || new > 0 {
        let done = world.tasks.iter().filter(|task| just_done(before, task)).count();
        let open = world.tasks.iter().filter(|task| task.done().is_none());
        let overdue =
            open.clone().filter(|task| task.state(&world.meetings, world.today) == "overdue");
        let columns =
            ["tasks_opening", "tasks_new", "tasks_finished", "tasks_left", "tasks_overdue"];
        let mut table = Table::new("task_changes", &columns);
        let numbers = [open_then, new, done, open.clone().count(), overdue.count()];
        table.data(numbers.map(count).to_vec());
        tables.push(table);
    }
    tables
}

fn just_done(before: &World, task: &Task) -> bool {
    let known = before.tasks.iter().find(|known| known.code == task.code);
    task.done().is_some() && known.is_none_or(|known| known.done().is_none())
}

/// The lists behind the counts; an empty one is left out.
pub fn lists(before: &World, world: &World) -> Vec<Table> {
    let pairs = pairs(before, world);
    let columns = ["code", "name", "district", "purpose", "outcome", "status"];
    let of = |title: &'static str, wanted: fn(&Pair<'_>) -> bool| {
        let mut table = Table::new(title, &columns);
        for pair in pairs.iter().filter(|pair| wanted(pair)) {
            table.data(vec![
                text(&pair.is.code),
                text(&world.projects[pair.is.project].name),
                key(DISTRICTS[pair.district].1),
                text(&pair.is.purpose),
                key(OUTCOMES[pair.is.outcome()].1),
                key(pair.is.state().key()),
            ]);
        }
        table
    };
    let new = |task: &Task| !before.tasks.iter().any(|known| known.code == task.code);
    let tables = [
        of("new_appeals", |pair| pair.is_new()),
        of("solved_appeals", |pair| pair.solved()),
        of("closed_appeals", |pair| pair.closed()),
        of("in_hand_appeals", |pair| pair.is_open()),
        listed("new_tasks", world, new),
        listed("finished_tasks", world, |task| just_done(before, task)),
        listed("open_tasks", world, |task| task.done().is_none()),
    ];
    tables.into_iter().filter(|table| !table.rows.is_empty()).collect()
}
