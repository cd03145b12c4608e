//! Readiness: the five marks of every project, what each rests on, and who supplies what is missing.

use super::super::appeal::{Appeal, OUTCOMES, PENDING, REFUSED};
use super::super::calendar::{Calendar, Day, Month};
use super::super::page::{Cell, Page, Table, key, text};
use super::super::project::{INVESTED, MONEY, PAID, Project, STAGES};
use super::super::world::{DISTRICTS, World};
use serde_json::{Value, json};

const MARKS: [&str; 5] =
    ["record_clear", "situation_known", "push_real", "results_shown", "problems_exact"];

/// Work items in the order of the forms.
const ITEMS: [&str; 8] = [
    "terms",
    "land_quota",
    "permit_preparation",
    "environment",
    "safety",
    "land_supply",
    "construction",
    "installation",
];

/// The fields expected from each stage on, in the order of the forms.
const EXPECTED: [(&str, usize); 15] = [
    ("investor", 0),
    ("origin", 0),
    ("industry", 0),
    ("total", 0),
    ("planned_fdi", 1),
    ("registered_fdi", 2),
    ("paid_in", 3),
    ("invested", 3),
    ("stage_signed", 1),
    ("stage_registered", 2),
    ("stage_started", 3),
    ("stage_completed", 4),
    ("stage_production", 5),
    ("basis", 0),
    ("name", 0),
];

/// The last meeting that was frozen, of either kind.
pub struct Last<'a> {
    pub code: &'a str,
    pub day: Day,
    pub world: &'a World,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Met,
    Unmet,
    NotApplicable,
}

impl State {
    fn key(self) -> &'static str {
        match self {
            State::Met => "met",
            State::Unmet => "unmet",
            State::NotApplicable => "not_applicable",
        }
    }
}

type Judged = (State, Value);

fn record(project: &Project) -> Judged {
    let known = |field: &str| match field {
        "name" => true,
        "origin" => project.text("origin_name").is_some(),
        field => match MONEY.iter().position(|known| *known == field) {
            Some(quantity) => project.money[quantity].is_some(),
            None => project.dates.contains_key(field) || project.text(field).is_some(),
        },
    };
    let expected = EXPECTED.iter().filter(|(_, from)| *from <= project.stage);
    let missing: Vec<&str> =
        expected.map(|(field, _)| *field).filter(|field| !known(field)).collect();
    if missing.is_empty() {
        (State::Met, json!("record_complete"))
    } else {
        (State::Unmet, json!({ "fields_missing": missing }))
    }
}

fn report(world: &World, project: &Project, month: Month) -> Judged {
    let named = project.told.get(&month).is_some_and(|told| told.filed);
    let filed = world.filings.contains_key(&(project.district, month));
    let text = month.to_string();
    match project.entered_month {
        _ if named => (State::Met, json!({ "in_report": { "month": text } })),
        Some(entered) if entered > month => {
            (State::NotApplicable, json!({ "entered_later": { "month": entered.to_string() } }))
        }
        _ => (State::Unmet, json!({ "not_in_report": { "month": text, "filed": filed } })),
    }
}

/// What a mark says that compares with the last meeting.
fn since(
    last: Option<&Last<'_>>,
    place: usize,
    judge: impl Fn(&World, &Project, Day) -> Judged,
) -> Judged {
    let Some(last) = last else { return (State::NotApplicable, json!("first_meeting")) };
    match last.world.projects.get(place).filter(|project| project.left.is_none()) {
        Some(then) => judge(last.world, then, last.day),
        None => {
            let said =
                json!({ "entered_since": { "meeting": last.code, "day": last.day.to_string() } });
            (State::NotApplicable, said)
        }
    }
}

fn work(world: &World, place: usize, before: &World, then: &Project, day: Day) -> Judged {
    let now = &world.projects[place];
    let mut items = Vec::new();
    for item in ITEMS {
        let actual = format!("{item}_actual");
        if let (Some(date), None) = (now.dates.get(&actual), then.dates.get(&actual)) {
            items.push(json!([item, date]));
        }
    }
    let mut tasks = Vec::new();
    for (number, task) in world.tasks.iter().enumerate() {
        let known = before.tasks.get(number).map_or(0, |task| task.steps.len());
        let appeal = task.appeal.map(|appeal| world.appeals[appeal].project);
        let about = task.project == Some(place) || appeal == Some(place);
        if about && task.steps.len() > known {
            tasks.push(json!(task.code));
        }
    }
    if items.is_empty() && tasks.is_empty() {
        return (State::Unmet, json!({ "not_moved": { "since": day.to_string() } }));
    }
    (State::Met, json!({ "moved": { "items": items, "tasks": tasks } }))
}

fn result(world: &World, place: usize, before: &World, then: &Project, day: Day) -> Judged {
    let now = &world.projects[place];
    let rise = |quantity: usize| match (then.money[quantity], now.money[quantity]) {
        (Some(was), Some(is)) if is > was => json!([was, is]),
        _ => Value::Null,
    };
    let stage = if now.stage > then.stage {
        json!([STAGES[then.stage], STAGES[now.stage]])
    } else {
        Value::Null
    };
    let mut appeals = Vec::new();
    for (number, appeal) in world.appeals.iter().enumerate() {
        if appeal.project != place || !appeal.state().counts() {
            continue;
        }
        let known = before.appeals.get(number).filter(|appeal| appeal.state().counts());
        let (was, is) = (known.map_or(PENDING, Appeal::outcome), appeal.outcome());
        if is > was && is > REFUSED {
            appeals.push(json!([appeal.code, OUTCOMES[was].1, OUTCOMES[is].1]));
        }
    }
    let (paid, invested) = (rise(PAID), rise(INVESTED));
    if stage.is_null() && paid.is_null() && invested.is_null() && appeals.is_empty() {
        return (State::Unmet, json!({ "not_gained": { "since": day.to_string() } }));
    }
    let gain = json!({ "stage": stage, "paid_in": paid, "invested": invested, "appeals": appeals });
    (State::Met, json!({ "gained": gain }))
}

fn appeals(world: &World, place: usize) -> Judged {
    let own: Vec<&Appeal> = world
        .appeals
        .iter()
        .filter(|appeal| appeal.project == place && appeal.state().is_open())
        .collect();
    let failed = own.iter().filter(|appeal| !appeal.faults.is_empty());
    let failed: Vec<Value> = failed
        .map(|appeal| {
            let faults: Vec<Value> =
                appeal.faults.iter().map(|(rule, fields)| json!([rule, fields])).collect();
            json!({ "code": appeal.code, "faults": faults })
        })
        .collect();
    match (own.len(), failed.len()) {
        (0, _) => (State::NotApplicable, json!("no_appeals")),
        (count, 0) => (State::Met, json!({ "appeals_pass": { "count": count } })),
        _ => (State::Unmet, json!({ "appeals_fail": failed })),
    }
}

/// The page; `all` lists every project with every mark, otherwise those not ready.
pub fn ready(last: Option<&Last<'_>>, world: &World, calendar: &Calendar, all: bool) -> Page {
    let month = world.month_due(calendar);
    let marks = |place: usize| -> [Judged; 5] {
        let project = &world.projects[place];
        [
            record(project),
            report(world, project, month),
            since(last, place, |before, then, day| work(world, place, before, then, day)),
            since(last, place, |before, then, day| result(world, place, before, then, day)),
            appeals(world, place),
        ]
    };
    let judged: Vec<(usize, [Judged; 5])> =
        world.inside().map(|(place, _)| (place, marks(place))).collect();
    let is_ready = |marks: &[Judged; 5]| marks.iter().all(|(state, _)| *state != State::Unmet);

    let columns = [&["district"], &MARKS[..], &["ready"]].concat();
    let mut districts = Table::new("readiness.districts", &columns);
    let row = |first: Cell, own: Vec<&[Judged; 5]>| {
        let mut cells = vec![first];
        for place in 0..MARKS.len() {
            let states = || own.iter().map(|marks| marks[place].0);
            let met = states().filter(|state| *state == State::Met).count() as u64;
            let of = states().filter(|state| *state != State::NotApplicable).count() as u64;
            cells.push(Cell::Share(met, of));
        }
        let ready = own.iter().filter(|marks| is_ready(marks)).count() as u64;
        cells.push(Cell::Share(ready, own.len() as u64));
        cells
    };
    for (district, (_, name)) in DISTRICTS.iter().enumerate() {
        let own = judged.iter().filter(|(place, _)| world.projects[*place].district == district);
        districts.data(row(key(name), own.map(|(_, marks)| marks).collect()));
    }
    districts.total(row(key("total"), judged.iter().map(|(_, marks)| marks).collect()));

    let mut shown: Vec<&(usize, [Judged; 5])> =
        judged.iter().filter(|(_, marks)| all || !is_ready(marks)).collect();
    shown.sort_by_key(|(place, _)| &world.projects[*place].code);
    let columns = [&["code", "name", "district"], &MARKS[..]].concat();
    let mut projects = Table::new("readiness.projects", &columns);
    let columns = ["code", "requirement", "status", "evidence", "supplier"];
    let mut grounds = Table::new("readiness.grounds", &columns);
    for (place, marks) in shown {
        let project = &world.projects[*place];
        let mut cells =
            vec![text(&project.code), text(&project.name), key(DISTRICTS[project.district].1)];
        cells.extend(marks.iter().map(|(state, _)| key(state.key())));
        projects.data(cells);
        for ((state, evidence), mark) in marks.iter().zip(MARKS) {
            let unmet = *state == State::Unmet;
            if !all && !unmet {
                continue;
            }
            let (name, phone) = &world.liaisons[project.district];
            let who = json!({ "supplier": { "person": name, "role": "liaison", "phone": phone } });
            grounds.data(vec![
                text(&project.code),
                key(mark),
                key(state.key()),
                Cell::Said(json!({ "evidence": evidence })),
                if unmet { Cell::Said(who) } else { Cell::Blank },
            ]);
        }
    }
    let mut tables = vec![districts];
    tables.extend([projects, grounds].into_iter().filter(|table| !table.rows.is_empty()));
    Page { title: "readiness", tables }
}
