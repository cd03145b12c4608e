//! The two clocks (进展和报告时钟) of projects: read from the store, judged by the standards.

use crate::error::Result;
use crate::model::Day;
use crate::model::calendar::Calendar;
use crate::model::clock::{Clock, ClockKind};
use crate::model::month::Month;
use crate::rules::book::RuleBook;
use crate::rules::clock::read;
use crate::rules::deadline::report_due;
use crate::store::Reader;
use std::collections::BTreeMap;

/// Both clocks of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clocks {
    pub progress: Clock,
    pub report: Clock,
}

/// The latest month whose report was already due on a day: nobody is idle for what need not be in
/// yet.
pub fn month_due(book: &RuleBook, calendar: &Calendar, on: Day) -> Month {
    let last = Month::of(on).previous();
    match report_due(book, calendar, last) {
        Some(due) if due.day >= on => last.previous(),
        _ => last,
    }
}

/// The clocks of one project, or of every one in the library, up to a month.
///
/// # Errors
/// Only what the store reports.
pub fn clocks(
    reader: &Reader<'_>,
    book: &RuleBook,
    project: Option<i64>,
    until: Month,
    on: Day,
) -> Result<BTreeMap<i64, Clocks>> {
    let excuses = reader.excuses(project)?;
    let idle = reader.idle(project, until)?.into_iter();
    Ok(idle
        .map(|(id, idle)| {
            let excused = excuses.get(&id).map_or(&[][..], Vec::as_slice);
            let clock = |kind, last| read(book, kind, last, until, excused, on);
            let clocks = Clocks {
                progress: clock(ClockKind::Progress, idle.progress),
                report: clock(ClockKind::Report, idle.report),
            };
            (id, clocks)
        })
        .collect())
}

/// The clocks of one project on a day, up to the month then due; `None` once it has left.
///
/// # Errors
/// Only what the store reports.
pub fn clocks_of(
    reader: &Reader<'_>,
    book: &RuleBook,
    project: i64,
    on: Day,
) -> Result<Option<Clocks>> {
    let known = month_due(book, &reader.calendar()?, on);
    let until = reader.scope().month.map_or(known, |month| month.min(known));
    Ok(clocks(reader, book, Some(project), until, on)?.remove(&project))
}
