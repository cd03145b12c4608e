//! The sentences above and below the tables of a frozen page, as far as they say a figure, a day or
//! a name.

use super::super::calendar::{Calendar, Day};
use super::super::page::Page;
use super::super::world::{DISTRICTS, World};
use serde_json::{Value, json};

/// Which meeting, and the last one of its kind and of all, each with its code and day.
pub struct Setting<'a> {
    pub code: &'a str,
    pub day: Day,
    pub since: Option<(&'a str, Day)>,
    pub last: Option<(&'a str, Day)>,
    pub world: &'a World,
    pub calendar: &'a Calendar,
}

/// The English names of the districts, and the full name of the last.
const NAMES: [&str; 10] = [
    "Zhangjiagang",
    "Changshu",
    "Taicang",
    "Kunshan",
    "Wujiang",
    "Wuzhong",
    "Xiangcheng",
    "Gusu",
    "Suzhou Industrial Park",
    "Suzhou New District",
];

/// A cell of the last row of a table; 0 where the page has no such table.
fn total(page: &Page, table: &str, column: &str) -> Value {
    let table = page.tables.iter().find(|known| known.title == table);
    let cell = table.and_then(|table| {
        let place = table.columns.iter().position(|known| *known == column)?;
        Some(table.rows.last()?.cells.get(place)?.value())
    });
    cell.unwrap_or_else(|| json!(0))
}

/// What the sentences of a page say, in their order; `number`: which of its title it is.
pub fn sentences(page: &Page, number: usize, setting: &Setting<'_>) -> Vec<Value> {
    let Setting { code, day, since, last, world, calendar } = setting;
    let until = world.month_due(calendar).to_string();
    let standing = json!({ "standing": { "month": null, "as_of": world.today.to_string() } });
    let about = json!({ "meeting": { "about": { "code": code, "day": day.to_string() } } });
    let base = |count: Value| json!({ "base": { "count": count } });
    let (in_library, in_district) = (
        world.inside().count(),
        world.inside().filter(|(_, project)| project.district == number).count(),
    );
    match page.title {
        "meeting.outcome" => vec![about, standing],
        "agenda" => {
            let (code, day) = since.map_or((None, None), |(code, day)| (Some(code), Some(day)));
            let day = day.map(|day| day.to_string());
            let since = json!({ "meeting": { "since_last": { "code": code, "day": day } } });
            vec![about, standing, since]
        }
        "readiness" => {
            let of = total(page, "readiness.districts", "ready");
            let shown = page.tables.iter().find(|table| table.title == "readiness.projects");
            let shown = shown.map_or(0, |table| table.rows.len());
            let last = last.map(|(code, day)| json!([code, day.to_string()]));
            vec![
                json!({ "ready": { "for": { "meeting": code, "day": day.to_string() } } }),
                standing,
                json!({ "ready": { "last": last } }),
                json!({ "ready": { "meaning": { "month": until } } }),
                json!({ "ready": { "only_unready": { "shown": shown, "of": of["of"] } } }),
            ]
        }
        "tasks" => vec![standing, json!({ "task": "meaning" })],
        "reports" => {
            let today = world.today.to_string();
            vec![json!({ "standing": { "month": until, "as_of": today } })]
        }
        "summary.overview" => {
            let month = super::super::calendar::Month::of(world.today).previous().to_string();
            let reported = json!({ "reported_of": { "month": month } });
            vec![standing, base(json!(in_library)), reported]
        }
        "summary.leader" => vec![standing, base(json!(in_library))],
        "summary.appeals" => vec![standing, appeal_base(world), carried(page, world)],
        "summary.category" => vec![standing, appeal_base(world)],
        "summary.department" => {
            let asked = total(page, page.title, "dispatches");
            let appeals = total(page, page.title, "distinct");
            vec![standing, json!({ "dispatches": { "asked": asked, "appeals": appeals } })]
        }
        "summary.changes" => {
            let from = since.map(|(_, day)| day.to_string());
            let to = world.today.to_string();
            let span =
                json!({ "from_day": from, "from_month": null, "to_day": to, "to_month": null });
            let clocks = json!({ "clocks_until": { "month": until } });
            vec![json!({ "compared": span }), in_brief(page), clocks]
        }
        "breakthrough" => vec![standing, base(json!(page.tables[0].rows.len()))],
        "district.report" => {
            let zh =
                if number == 9 { "苏州高新区（虎丘区）" } else { DISTRICTS[number].0 };
            let names = json!({ "feedback_to": { "district": [zh, NAMES[number]] } });
            vec![names, standing, base(json!(in_district))]
        }
        _ => Vec::new(),
    }
}

fn appeal_base(world: &World) -> Value {
    let counted = || world.appeals.iter().filter(|appeal| appeal.state().counts());
    let mut projects: Vec<usize> = counted().map(|appeal| appeal.project).collect();
    projects.sort_unstable();
    projects.dedup();
    let (appeals, left) = (counted().count(), world.appeals.len() - counted().count());
    json!({ "appeal_base": { "appeals": appeals, "projects": projects.len(), "left": left } })
}

fn carried(page: &Page, world: &World) -> Value {
    let of = |column: &str| total(page, "carry_over", column);
    let month = super::super::calendar::Month::of(world.today).to_string();
    json!({ "carry_over": {
        "month": month,
        "opening": of("carried_in"),
        "logged": of("logged_in_month"),
        "reopened": of("reopened_in_month"),
        "closed": of("closed_in_month"),
        "ended": of("ended_in_month"),
        "closing": of("in_hand"),
    } })
}

/// The page a chair reads first, in one sentence.
fn in_brief(page: &Page) -> Value {
    let projects = |column: &str| total(page, "changes_by_district", column);
    let appeals = |column: &str| total(page, "appeal_changes", column);
    let tasks = |column: &str| total(page, "task_changes", column);
    json!({ "changes_in_brief": {
        "entered": projects("entered_projects"),
        "left": projects("left_projects"),
        "advanced": projects("advanced"),
        "fell_back": projects("fell_back"),
        "stalled": projects("stalled"),
        "paid_in": total(page, "growth", "paid_in_growth"),
        "new_appeals": appeals("appeals_new"),
        "solved": appeals("appeals_solved"),
        "in_hand": appeals("appeals_in_hand"),
        "new_tasks": tasks("tasks_new"),
        "done": tasks("tasks_finished"),
        "open": tasks("tasks_left"),
    } })
}
