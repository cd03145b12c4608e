//! What a meeting did not know on its day: corrections, late reports, what was taken back; and how
//! things moved on from what it ought to have known.

use super::super::calendar::{Calendar, Month};
use super::super::journal::{Entry, Figure, What};
use super::super::page::{Cell, Page, Table, key, optional, text};
use super::super::project::{MONEY, STAGES};
use super::super::world::{DISTRICTS, World};
use super::changes::changes;

/// What an entry does to what was on the table; nothing: it is progress.
fn amendment(entry: &Entry, frozen: usize, table: &World, until: Month) -> Option<&'static str> {
    if entry.operation <= frozen {
        return None;
    }
    let reported = |district: usize, month: Month| table.filings.contains_key(&(district, month));
    match &entry.what {
        What::Figure(figure) if figure.correction => Some("correction"),
        What::Figure(figure) => {
            let told = table.projects.get(figure.place).and_then(|it| it.told.get(&figure.month));
            // What was filed was on the table, before its deadline too.
            let filed = told.is_some_and(|told| told.filed);
            filed.then_some("correction").or((figure.month <= until).then_some("late"))
        }
        What::TakenBack { target, .. } if *target <= frozen => Some("undone"),
        What::Date { .. } => Some("correction"),
        What::Filing { district, month } if *month <= until && !reported(*district, *month) => {
            Some("late")
        }
        What::Event { on, .. } if *on < table.today => Some("late"),
        _ => None,
    }
}

fn row(kind: &str, entry: &Entry, now: &World) -> Vec<Cell> {
    let project = |place: usize| {
        let project = &now.projects[place];
        (text(&project.code), text(&project.name))
    };
    let of_figure = |figure: &Figure| {
        let at = text(&figure.month.to_string());
        (project(figure.place), at, key(figure.field), figure.before.clone(), figure.after.clone())
    };
    let ((code, subject), at, field, before, after) = match &entry.what {
        What::Figure(figure) | What::TakenBack { figure, .. } => of_figure(figure),
        What::Date { place, name, before, after } => {
            (project(*place), Cell::Blank, key(name), before.clone(), after.clone())
        }
        What::Filing { district, month } => {
            let subject = (Cell::Blank, key(DISTRICTS[*district].1));
            let (at, day) = (text(&month.to_string()), Cell::Day(entry.day));
            (subject, at, key("received"), Cell::Blank, day)
        }
        What::Event { appeal, on, kind } => {
            let appeal = &now.appeals[*appeal];
            let subject = (text(&appeal.code), text(&now.projects[appeal.project].name));
            (subject, Cell::Day(*on), key(kind), Cell::Blank, Cell::Blank)
        }
    };
    let recorded = [Cell::Count(entry.operation as u64), Cell::Day(entry.day)];
    let reason = optional(entry.reason.as_deref());
    let told = [key(kind), code, subject, at, field, before, after];
    told.into_iter().chain(recorded).chain([reason]).collect()
}

/// The table as it would have been, had the figure been known.
fn mend(table: &mut World, figure: &Figure) {
    let Some(project) = table.projects.get_mut(figure.place) else { return };
    let newest = project.told.keys().next_back().copied();
    if newest.is_some_and(|newest| figure.month < newest) {
        return;
    }
    if let Some(quantity) = MONEY.iter().position(|name| *name == figure.field) {
        project.money[quantity] = match figure.after {
            Cell::Money(cents) => Some(cents),
            _ => None,
        };
    }
    if let (Cell::Key(stage), "stage") = (&figure.after, figure.field) {
        let known = STAGES.iter().position(|known| known == stage);
        project.stage = known.unwrap_or(project.stage);
    }
}

/// `frozen`: the last operation the meeting knew; `table`: the world then; `now`: the world now.
pub fn diff(
    frozen: usize,
    table: &World,
    now: &World,
    journal: &[Entry],
    calendar: &Calendar,
) -> Page {
    let until = table.month_due(calendar);
    let columns = [
        "amendment",
        "code",
        "subject",
        "at",
        "field",
        "before",
        "after",
        "operation",
        "recorded",
        "reason",
    ];
    let mut amendments = Table::new("amendments", &columns);
    let mut mended = table.clone();
    let mut entries: Vec<&Entry> = journal.iter().collect();
    entries.sort_by_key(|entry| (entry.operation, entry.what.order()));
    for entry in entries {
        let Some(kind) = amendment(entry, frozen, table, until) else { continue };
        amendments.data(row(kind, entry, now));
        if let What::Figure(figure) | What::TakenBack { figure, .. } = &entry.what {
            mend(&mut mended, figure);
        }
    }
    let mut tables = vec![amendments];
    tables.extend(changes(&mended, now, calendar).tables);
    Page { title: "meeting.diff", tables }
}
