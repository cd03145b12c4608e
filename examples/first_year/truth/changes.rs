//! What changed between two moments: entered, left, moved, stalled, amounts.

use super::super::calendar::{Calendar, Day, Month};
use super::super::page::{Cell, Page, Table, count, key, money, optional, text};
use super::super::project::{MONEY, PAID, Project, STAGES, TOTAL};
use super::super::world::{DISTRICTS, World};
use super::matters;

/// A project in both states.
struct Pair<'a> {
    was: Option<&'a Project>,
    is: Option<&'a Project>,
}

impl Pair<'_> {
    fn district(&self) -> usize {
        self.is.or(self.was).map_or(0, |project| project.district)
    }

    fn both(&self) -> Option<(&Project, &Project)> {
        self.was.zip(self.is)
    }

    fn moved(&self, ahead: bool) -> bool {
        self.both().is_some_and(
            |(was, is)| {
                if ahead { is.stage > was.stage } else { is.stage < was.stage }
            },
        )
    }

    fn paid(&self) -> bool {
        self.both().is_some_and(|(was, is)| is.money != was.money)
    }
}

/// Two months or more without progress.
pub fn is_stalled(project: &Project, until: Month, on: Day) -> bool {
    project.idle(until) >= 2 && !project.is_excused(on)
}

fn line(project: &Project) -> Vec<Cell> {
    vec![text(&project.code), text(&project.name), key(DISTRICTS[project.district].1)]
}

fn listed<'a>(
    title: &'static str,
    more: &[&'static str],
    rows: impl Iterator<Item = (&'a Project, Vec<Cell>)>,
) -> Option<Table> {
    let mut table = Table::new(title, &[&["code", "name", "district"], more].concat());
    rows.for_each(|(project, cells)| table.data([line(project), cells].concat()));
    (!table.rows.is_empty()).then_some(table)
}

/// The page of changes since a moment.
pub fn changes(before: &World, world: &World, calendar: &Calendar) -> Page {
    let until = world.month_due(calendar);
    let inside = |world: &'_ World, place: usize| {
        world.projects.get(place).is_some_and(|project| project.left.is_none())
    };
    let pairs: Vec<Pair<'_>> = (0..world.projects.len())
        .map(|place| Pair {
            was: before.projects.get(place).filter(|_| inside(before, place)),
            is: world.projects.get(place).filter(|_| inside(world, place)),
        })
        .filter(|pair| pair.was.is_some() || pair.is.is_some())
        .collect();
    let stalled =
        |pair: &Pair<'_>| pair.is.is_some_and(|project| is_stalled(project, until, world.today));

    let mut districts = Table::new(
        "changes_by_district",
        &[
            "district",
            "opening",
            "entered_projects",
            "left_projects",
            "closing",
            "advanced",
            "fell_back",
            "stalled",
            "amounts_changed",
        ],
    );
    let mut growth = Table::new("growth", &["district", "total_growth", "paid_in_growth"]);
    let rows = DISTRICTS.iter().enumerate().map(|(place, (_, name))| (Some(place), *name));
    for (district, name) in rows.chain([(None, "total")]) {
        let own = || pairs.iter().filter(|pair| district.is_none_or(|it| it == pair.district()));
        let number =
            |wanted: &dyn Fn(&Pair<'_>) -> bool| count(own().filter(|pair| wanted(pair)).count());
        let grown = |quantity: usize| {
            let of = |project: Option<&Project>| project.map_or(0, |it| it.amount(quantity));
            Cell::Money(own().map(|pair| of(pair.is) - of(pair.was)).sum())
        };
        let cells = vec![
            key(name),
            number(&|pair| pair.was.is_some()),
            number(&|pair| pair.was.is_none()),
            number(&|pair| pair.is.is_none()),
            number(&|pair| pair.is.is_some()),
            number(&|pair| pair.moved(true)),
            number(&|pair| pair.moved(false)),
            number(&stalled),
            number(&|pair| pair.paid()),
        ];
        let sums = vec![key(name), grown(TOTAL), grown(PAID)];
        if district.is_some() {
            districts.data(cells);
            growth.data(sums);
        } else {
            districts.total(cells);
            growth.total(sums);
        }
    }

    let mut tables = vec![districts, growth];
    tables.extend(matters::counts(before, world));
    let brief = |project: &Project| vec![key(STAGES[project.stage]), money(project.money[TOTAL])];
    let entered = pairs.iter().filter(|pair| pair.was.is_none()).filter_map(|pair| pair.is);
    tables.extend(listed(
        "entered_projects",
        &["stage", "total_investment"],
        entered.map(|project| (project, brief(project))),
    ));
    tables.extend(left(&pairs, world));
    for (title, ahead) in [("advanced", true), ("fell_back", false)] {
        let moved = pairs.iter().filter(|pair| pair.moved(ahead)).filter_map(Pair::both);
        let rows = moved.map(|(was, is)| (is, vec![key(STAGES[was.stage]), key(STAGES[is.stage])]));
        tables.extend(listed(title, &["before", "after"], rows));
    }
    let idle = pairs.iter().filter(|pair| stalled(pair)).filter_map(|pair| pair.is);
    let idle = idle.map(|project| (project, brief(project)));
    tables.extend(listed("stalled", &["stage", "total_investment"], idle));
    let amounts = pairs.iter().filter_map(Pair::both).flat_map(|(was, is)| {
        let quantities = MONEY.iter().enumerate();
        let changed = quantities.filter(move |(place, _)| was.money[*place] != is.money[*place]);
        changed.map(move |(place, name)| {
            (is, vec![key(name), money(was.money[place]), money(is.money[place])])
        })
    });
    tables.extend(listed("amounts_changed", &["field", "before", "after"], amounts));
    tables.extend(matters::lists(before, world));
    Page { title: "summary.changes", tables }
}

/// Who left, as they stood before, and why.
fn left(pairs: &[Pair<'_>], world: &World) -> Option<Table> {
    let gone = pairs.iter().filter(|pair| pair.is.is_none()).filter_map(|pair| pair.was);
    let rows = gone.map(|project| {
        let exit = world.projects.iter().find(|known| known.code == project.code);
        let exit = exit.and_then(|known| known.left.as_ref());
        let cells = vec![
            key(STAGES[project.stage]),
            exit.map_or(Cell::Blank, |exit| Cell::Day(exit.day)),
            exit.map_or(Cell::Blank, |exit| key(exit.ground)),
            optional(exit.map(|exit| exit.reason.as_str())),
            optional(exit.and_then(|exit| exit.approver.as_deref())),
        ];
        (project, cells)
    });
    listed("left_projects", &["stage", "left", "ground", "reason", "approver"], rows)
}
