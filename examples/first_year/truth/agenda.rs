//! The agenda: what follows from everything on record, in its fixed order, each subject once, and
//! how it was adjusted.

use super::super::appeal::{Appeal, ESCALATED, SOLVED};
use super::super::calendar::{Calendar, Month};
use super::super::page::{Cell, Page, Row, Table, key, optional, text};
use super::super::project::{INVESTED, MONEY, PAID, Project, STAGES};
use super::super::task::Source;
use super::super::world::{DISTRICTS, World};
use super::tasks::ordered;
use std::collections::BTreeSet;

/// How a person adjusted an agenda.
#[derive(Debug, Clone)]
pub struct Wish {
    /// `add`, `drop` or `first`.
    pub change: &'static str,
    pub subject: String,
    pub reason: Option<String>,
}

struct Item {
    kind: &'static str,
    /// Its code; of an item of its own, nothing.
    code: Option<String>,
    name: Option<String>,
    district: Option<usize>,
    matter: Cell,
    due: Cell,
}

fn of_project(kind: &'static str, project: &Project, matter: Cell) -> Item {
    Item {
        kind,
        code: Some(project.code.clone()),
        name: Some(project.name.clone()),
        district: Some(project.district),
        matter,
        due: Cell::Blank,
    }
}

fn stage(project: &Project) -> Cell {
    key(STAGES[project.stage])
}

/// Three months or more on a clock that no excuse stops.
fn red(project: &Project, until: Month, world: &World) -> Option<Cell> {
    let progress = project.idle(until) >= 3 && !project.is_excused(world.today);
    let report = until.0 - project.reported_in(until).0 >= 3;
    let clocks = [("progress", progress), ("report", report)];
    let shown = clocks.iter().filter(|(_, red)| *red).map(|(name, _)| (*name).to_owned());
    let shown: Vec<String> = shown.collect();
    (!shown.is_empty()).then_some(Cell::Keys(shown))
}

/// A large project that moved: to a later stage, or with more paid in or invested.
fn moved(was: &Project, is: &Project) -> Option<Cell> {
    let mut words = Vec::new();
    if is.stage > was.stage {
        words.extend([STAGES[was.stage], STAGES[is.stage]].map(str::to_owned));
    }
    for quantity in [PAID, INVESTED] {
        if is.amount(quantity) > was.amount(quantity) {
            words.push(MONEY[quantity].to_owned());
        }
    }
    (is.is_large() && !words.is_empty()).then_some(Cell::Keys(words))
}

fn of_tasks(world: &World, review: bool) -> Vec<Item> {
    let open = ordered(world).into_iter().filter(|task| task.done().is_none());
    let open = open.filter(|task| !review || task.source != Source::Supervision);
    let item = |task: &super::super::task::Task| Item {
        kind: "task",
        code: Some(task.code.clone()),
        name: task.project.map(|place| world.projects[place].name.clone()),
        district: task.district,
        matter: text(&task.text),
        due: task.due_now(&world.meetings).map_or(Cell::Blank, Cell::Day),
    };
    open.map(item).collect()
}

fn of_appeals(world: &World, review: bool) -> Vec<Item> {
    let overdue = |appeal: &Appeal| {
        let late = appeal.dispatches.iter().filter(|dispatch| dispatch.is_overdue(world.today));
        late.map(|dispatch| dispatch.due_now()).min()
    };
    let mut items: Vec<(usize, Item)> = Vec::new();
    for appeal in world.appeals.iter().filter(|appeal| appeal.state().is_open()) {
        let late = overdue(appeal);
        let (order, kind) = match appeal.outcome() {
            ESCALATED => (0, "escalated"),
            _ if review => continue,
            _ if late.is_some() => (1, "overdue_appeal"),
            SOLVED => continue,
            _ => (2, "open_appeal"),
        };
        let project = &world.projects[appeal.project];
        let item = of_project(kind, project, text(&appeal.purpose));
        let due = late.map_or(Cell::Blank, Cell::Day);
        items.push((order, Item { code: Some(appeal.code.clone()), due, ..item }));
    }
    items.sort_by_key(|(order, item)| (*order, item.code.clone()));
    items.into_iter().map(|(_, item)| item).collect()
}

fn assembled(
    before: Option<&World>,
    world: &World,
    calendar: &Calendar,
    review: bool,
) -> Vec<Item> {
    let mut items = of_tasks(world, review);
    items.extend(of_appeals(world, review));
    if review {
        return items;
    }
    let until = world.month_due(calendar);
    for (_, project) in world.inside() {
        items.extend(
            red(project, until, world).map(|clocks| of_project("red_project", project, clocks)),
        );
    }
    if let Some(before) = before {
        let was = |place: usize| before.projects.get(place).filter(|it| it.left.is_none());
        let both = world.inside().filter_map(|(place, is)| Some((was(place)?, is)));
        items.extend(
            both.filter_map(|(was, is)| Some(of_project("moved_project", is, moved(was, is)?))),
        );
        let entered = world.inside().filter(|(place, _)| was(*place).is_none());
        items.extend(entered.map(|(_, project)| of_project("entry", project, stage(project))));
        let gone = before.inside().filter(|(place, _)| world.projects[*place].left.is_some());
        items.extend(gone.map(|(_, project)| of_project("exit", project, stage(project))));
    }
    let mut seen = BTreeSet::new();
    items.retain(|item| item.code.as_ref().is_none_or(|code| seen.insert(code.clone())));
    items
}

/// What was dropped goes, what was added comes last, what was put first stands first, in turn.
fn adjust(items: &mut Vec<Item>, wishes: &[Wish], world: &World) {
    for wish in wishes {
        let is = |item: &Item| item.code.as_ref().or(item.name.as_ref()) == Some(&wish.subject);
        let place = items.iter().position(is);
        match (wish.change, place) {
            ("drop", Some(place)) => drop(items.remove(place)),
            ("first", Some(place)) => items[..=place].rotate_right(1),
            ("add", None) => {
                let known = world.projects.iter().find(|project| project.code == wish.subject);
                items.push(match known {
                    Some(project) => of_project("added", project, stage(project)),
                    None => Item {
                        kind: "added",
                        code: None,
                        name: Some(wish.subject.clone()),
                        district: None,
                        matter: Cell::Blank,
                        due: Cell::Blank,
                    },
                });
            }
            _ => {}
        }
    }
}

pub fn agenda(
    before: Option<&World>,
    world: &World,
    calendar: &Calendar,
    review: bool,
    wishes: &[Wish],
) -> Page {
    let mut items = assembled(before, world, calendar, review);
    adjust(&mut items, wishes, world);
    let columns = ["number", "item_kind", "code", "subject", "district", "matter", "item_due"];
    let mut table = Table::new("agenda", &columns);
    for (number, item) in (1..).zip(items) {
        table.data(vec![
            Cell::Count(number),
            key(item.kind),
            optional(item.code.as_deref()),
            optional(item.name.as_deref()),
            item.district.map_or(Cell::Blank, |district| key(DISTRICTS[district].1)),
            item.matter,
            item.due,
        ]);
    }
    let mut tables = vec![table];
    if !wishes.is_empty() {
        let mut table = Table::new("agenda_changes", &["agenda_change", "subject", "reason"]);
        let rows = wishes.iter().map(|wish| {
            vec![key(wish.change), text(&wish.subject), optional(wish.reason.as_deref())]
        });
        table.rows = rows.map(|cells| Row { kind: "data", cells }).collect();
        tables.push(table);
    }
    Page { title: "agenda", tables }
}
