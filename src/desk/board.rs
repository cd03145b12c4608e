//! `board`: everything the leaders' page shows, of one state of the library.

use super::changes::{Compared, Span, compare};
use super::clocks::{Clocks, clocks, month_due};
use super::disclosure::withheld;
use super::docket::{Docket, DocketFilter, docket};
use super::meeting::{Baseline, last_before};
use super::summary::{DistrictTable, counted, districts, overview_of};
use crate::error::{Kind, Result};
use crate::model::brief::Brief;
use crate::model::clock::Colour;
use crate::model::month::Month;
use crate::report::board::{AgeTable, AlertTable, Reach, ages, alerts, reach};
use crate::report::overview::Overview;
use crate::rules::book::RuleBook;
use crate::store::Reader;
use std::collections::BTreeMap;

/// What the page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Board {
    pub overview: Overview,
    pub stages: Vec<Reach>,
    pub districts: DistrictTable,
    pub briefs: Vec<Brief>,
    /// Of every project shown.
    pub clocks: BTreeMap<i64, Clocks>,
    /// The month up to which they are read.
    pub clock: Month,
    pub alerts: AlertTable,
    pub docket: Docket,
    pub ages: AgeTable,
    pub compared: Compared,
    /// The meeting the comparison begins at; none: the month before.
    pub since: Option<Baseline>,
    /// Projects left out (内部掌握), with everything about them.
    pub withheld: u64,
}

/// Gathers the page of the reader's scope.
///
/// # Errors
/// [`Kind::FutureMonth`]; what the store reports.
pub fn board(reader: &Reader<'_>) -> Result<Board> {
    let scope = reader.scope();
    if let Some(month) = scope.month.filter(|month| *month > Month::of(scope.today)) {
        return Err(Kind::FutureMonth { month }.into());
    }
    let held = withheld(reader)?;
    let filter = held.projects_shown();
    let briefs = counted(reader, &filter)?;
    let districts = districts(reader, &filter, &briefs)?;
    let book = RuleBook::new(reader.rules()?);
    let known = month_due(&book, &reader.calendar()?, scope.today);
    let clock = scope.month.map_or(known, |month| month.min(known));
    let mut clocks = clocks(reader, &book, None, clock, scope.today)?;
    clocks.retain(|id, _| !held.holds(Some(*id)));
    let ids: Vec<i64> = districts.breakdown.rows.iter().map(|(id, _)| *id).collect();
    let alerts = alerts(&briefs, &ids, |id| {
        let shown = clocks.get(&id).map(|own| (own.progress.colour, own.report.colour));
        shown.unwrap_or((Colour::Green, Colour::Green))
    });
    let docket = docket(reader, &DocketFilter { appeals: held.appeals_shown(), projects: None })?;
    let since = match scope.month {
        Some(_) => None,
        None => last_before(reader, None, None)?,
    };
    let span = match &since {
        Some(last) => Span::SinceOperation { operation: last.op, day: last.day },
        None => Span::Months { from: scope.reporting.previous(), to: scope.reporting },
    };
    Ok(Board {
        overview: overview_of(reader, &briefs)?,
        stages: reach(&briefs),
        compared: compare(reader, &filter, span)?,
        ages: ages(&docket.appeals, docket.last),
        withheld: held.projects,
        districts,
        briefs,
        clocks,
        clock,
        alerts,
        docket,
        since,
    })
}
