//! The page that says who has reported for the month whose report was due last.

use super::super::calendar::Calendar;
use super::super::page::{Cell, Page, Table, count, key, optional};
use super::super::world::{DISTRICTS, World};

pub fn reports(world: &World, calendar: &Calendar) -> Page {
    let month = world.month_due(calendar);
    let due = calendar.nth(month.next(), 5);
    let mut table = Table::new(
        "reports",
        &[
            "district",
            "status",
            "due_day",
            "received",
            "revision",
            "projects",
            "unreported",
            "file",
        ],
    );
    let mut filed = 0;
    for (place, (_, name)) in DISTRICTS.iter().enumerate() {
        let filing = world.filings.get(&(place, month));
        filed += u64::from(filing.is_some());
        let status = match filing {
            Some(filing) if filing.first > due => "late",
            Some(filing) if filing.nil => "nil_report",
            Some(_) => "on_time",
            None if world.today > due => "overdue",
            None => "not_yet_due",
        };
        let told = |project: &&super::super::project::Project| {
            project.told.get(&month).is_some_and(|told| told.filed)
        };
        let own = || world.projects.iter().filter(|project| project.district == place);
        let silent = own().filter(|project| {
            project.left.is_none()
                && project.entered_month.is_some_and(|entered| entered <= month)
                && !told(project)
        });
        table.data(vec![
            key(name),
            key(status),
            Cell::Day(due),
            filing.map_or(Cell::Blank, |filing| Cell::Day(filing.received)),
            filing.map_or(Cell::Blank, |filing| Cell::Count(filing.revision)),
            count(if filing.is_some() { own().filter(told).count() } else { 0 }),
            count(silent.count()),
            optional(filing.and_then(|filing| filing.file.as_deref())),
        ]);
    }
    let mut total = vec![key("total"), Cell::Share(filed, DISTRICTS.len() as u64)];
    total.resize(8, Cell::Blank);
    table.total(total);
    Page { title: "reports", tables: vec![table] }
}
