//! Every table of a meeting, as everything on record makes it now.

use super::agenda::{Agenda, agenda};
use super::ready::{Readiness, readiness};
use crate::desk::changes::{Compared, Span, compare};
use crate::desk::clocks::{clocks, month_due};
use crate::desk::docket::{Docket, DocketFilter, docket};
use crate::desk::reports::{MonthReports, reports};
use crate::desk::summary::{DistrictTable, PeopleTables, counted, districts, overview_of, people};
use crate::desk::task::tasks;
use crate::error::Result;
use crate::model::brief::{Brief, Filter, Scope};
use crate::model::clock::Colour;
use crate::model::field::Quantity;
use crate::model::meeting::{Meeting, MeetingKind};
use crate::model::stage::Stage;
use crate::report::overview::Overview;
use crate::report::tally::LARGE;
use crate::report::task::TaskLine;
use crate::rules::book::RuleBook;
use crate::store::Reader;
use std::collections::{BTreeMap, BTreeSet};

/// What is on the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Tables {
    pub agenda: Agenda,
    pub readiness: Readiness,
    pub tasks: Vec<TaskLine>,
    /// Who has reported for the month whose report was due last.
    pub reports: MonthReports,
    pub overview: Overview,
    pub districts: DistrictTable,
    pub people: PeopleTables,
    pub docket: Docket,
    /// Since the last meeting of its kind.
    pub compared: Option<Compared>,
    /// Of a 点评会.
    pub review: Option<Review>,
}

/// What a 点评会 has beyond a 督办会: 大项目突破, and a page for each district (听取各地汇报).
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// Large projects, the largest first, each with the stage it had at the last 点评会.
    pub large: Vec<(Brief, Option<Stage>)>,
    /// Every project in the library.
    pub briefs: Vec<Brief>,
    /// Ids of projects whose progress clock shows a warning.
    pub stalled: BTreeSet<i64>,
}

/// Gathers the tables of a meeting.
///
/// # Errors
/// Only what the store reports.
pub fn tables(reader: &Reader<'_>, meeting: &Meeting) -> Result<Tables> {
    let today = reader.scope().today;
    let all = Filter::default();
    let agenda = agenda(reader, meeting.clone())?;
    let since = agenda.since.as_ref();
    let span = since.map(|last| Span::SinceOperation { operation: last.op, day: last.day });
    let compared = span.map(|span| compare(reader, &all, span)).transpose()?;
    let briefs = counted(reader, &all)?;
    let book = RuleBook::new(reader.rules()?);
    let known = month_due(&book, &reader.calendar()?, today);
    let review = match meeting.kind {
        MeetingKind::Supervision => None,
        MeetingKind::Review => Some(review(reader, &agenda, &book, &briefs)?),
    };
    Ok(Tables {
        readiness: readiness(reader, meeting, today)?,
        tasks: tasks(reader)?,
        reports: reports(reader, known, today)?,
        overview: overview_of(reader, &briefs)?,
        districts: districts(reader, &all, &briefs)?,
        people: people(&briefs),
        docket: docket(reader, &DocketFilter::default())?,
        agenda,
        compared,
        review,
    })
}

fn review(
    reader: &Reader<'_>,
    agenda: &Agenda,
    book: &RuleBook,
    briefs: &[Brief],
) -> Result<Review> {
    let today = reader.scope().today;
    let then: BTreeMap<i64, Stage> = match &agenda.since {
        None => BTreeMap::new(),
        Some(last) => {
            let then = Scope::after(last.op, last.day);
            let before = reader.at(then, |reader| reader.briefs(&Filter::default()))?;
            before.into_iter().map(|brief| (brief.id, brief.stage)).collect()
        }
    };
    let total = |brief: &Brief| brief.amounts.get(Quantity::Total).unwrap_or_default();
    let large = briefs.iter().filter(|brief| total(brief) >= LARGE);
    let mut large: Vec<(Brief, Option<Stage>)> =
        large.map(|brief| (brief.clone(), then.get(&brief.id).copied())).collect();
    large.sort_by(|(a, _), (b, _)| total(b).cmp(&total(a)).then_with(|| a.code.cmp(&b.code)));
    let known = month_due(book, &reader.calendar()?, today);
    let clocks = clocks(reader, book, None, known, today)?.into_iter();
    let idle = clocks.filter(|(_, clocks)| clocks.progress.colour != Colour::Green);
    Ok(Review { large, briefs: briefs.to_vec(), stalled: idle.map(|(id, _)| id).collect() })
}
