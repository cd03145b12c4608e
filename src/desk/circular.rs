//! `circular`: what districts came to in a month, from the state of its end.

use super::clocks::{clocks, month_due};
use super::disclosure::withheld;
use super::docket::{Docket, DocketFilter, docket};
use super::reports::{Standing, standing};
use crate::error::{Kind, Result};
use crate::model::Day;
use crate::model::circular::Indicator;
use crate::model::clock::Colour;
use crate::model::month::Month;
use crate::report::circular::{CircularTable, Facts, Filed, circular as fold};
use crate::report::task::lines;
use crate::rules::book::RuleBook;
use crate::rules::deadline::report_due;
use crate::store::Reader;
use std::collections::HashSet;

/// Everything a circular prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Circular {
    pub month: Month,
    /// When the month's report was due.
    pub due: Option<Day>,
    /// The month up to which the clock of progress is read.
    pub clock: Month,
    pub table: CircularTable,
    /// The indicators that weigh, in their order; none: no composite score.
    pub weights: Vec<(Indicator, i64)>,
    /// The appeals, for their carry-over.
    pub docket: Docket,
    /// Projects left out, with everything about them.
    pub withheld: u64,
}

/// The circular of the month the reader looks at.
///
/// # Errors
/// [`Kind::FutureMonth`].
pub fn circular(reader: &Reader<'_>, month: Month) -> Result<Circular> {
    let scope = reader.scope();
    let today = scope.today;
    if month > Month::of(today) {
        return Err(Kind::FutureMonth { month }.into());
    }
    let last = reader.last_day();
    let held = withheld(reader)?;
    let all = held.projects_shown();
    let projects = reader.briefs(&all)?;
    let before = scope.of_month(Some(month.previous()));
    let before = reader.at(before, |reader| reader.briefs(&all))?;
    let book = RuleBook::new(reader.rules()?);
    let calendar = reader.calendar()?;
    let due = report_due(&book, &calendar, month);
    let filings = reader.filings(month)?;
    let districts: Vec<i64> = reader.districts()?.iter().map(|district| district.id).collect();
    let filed = districts.iter().map(|id| {
        let filing = filings.iter().find(|filing| filing.district == *id);
        let filed = match standing(filing, due, today) {
            Standing::OnTime => Filed::OnTime,
            Standing::Late => Filed::Late,
            Standing::Overdue => Filed::Overdue,
            Standing::NotYetDue => Filed::Pending,
        };
        (*id, filed)
    });
    let clock = month_due(&book, &calendar, today).min(month);
    let idle = clocks(reader, &book, None, clock, today)?.into_iter();
    let idle: HashSet<i64> = idle
        .filter(|(_, clocks)| clocks.progress.colour != Colour::Green)
        .map(|(id, _)| id)
        .collect();
    let docket = docket(reader, &DocketFilter { appeals: held.appeals_shown(), projects: None })?;
    let mut tasks = reader.tasks()?;
    tasks.retain(|task| !held.holds(task.project));
    let mut activities = reader.activities(month.first_day(), last)?;
    activities.retain(|activity| !held.holds(activity.project));
    let facts = Facts {
        projects: &projects,
        before: &before,
        filed: filed.collect(),
        idle,
        appeals: &docket.appeals,
        dispatches: &docket.dispatches,
        tasks: &lines(tasks, &reader.steps()?, &reader.meetings()?, last),
        activities: &activities,
        first: month.first_day(),
        last,
        over: today > last,
    };
    let weights: Vec<(Indicator, i64)> = Indicator::ALL
        .iter()
        .filter_map(|indicator| {
            let version = book.on(indicator.weight(), month.last_day())?;
            (version.value > 0).then_some((*indicator, version.value))
        })
        .collect();
    let table = fold(&facts, &districts, &weights);
    Ok(Circular {
        month,
        due: due.map(|due| due.day),
        clock,
        table,
        weights,
        docket,
        withheld: held.projects,
    })
}
