//! The document that a meeting freezes: what was on the table, as pages of typed cells. Every format
//! is drawn from it, so it carries the names of its day.

use super::{agenda, outcome, ready, review};
use crate::desk::meeting::freeze::Draft;
use crate::model::Day;
use crate::model::digest::digest;
use crate::model::finding::RuleVersion;
use crate::model::meeting::{Attendance, MeetingKind, Side};
use crate::model::money::Unit;
use crate::model::month::Month;
use crate::view::names::Frame;
use crate::view::page::Page;
use crate::view::{changes, docket, reports, summary, task};
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What the first line of every document says it is.
pub const NAME: &str = "tuijin.meeting";

/// The form of the document; it rises when a field changes its meaning.
pub const VERSION: u32 = 1;

/// A frozen document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    pub document: String,
    pub version: u32,
    pub meeting: Head,
    pub edition: Side,
    /// Of its side, from 1.
    pub number: u64,
    pub as_of: Day,
    /// The last operation it shows.
    pub operation: i64,
    pub program: String,
    /// The standards in force.
    pub rules: Vec<RuleVersion>,
    pub calendar: CalendarVersion,
    pub attendance: Vec<Attendance>,
    pub pages: Vec<Page>,
    /// SHA-256 of the pages, as JSON without spaces.
    pub figures: String,
}

/// Which meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    pub code: String,
    pub kind: MeetingKind,
    pub month: Month,
    pub day: Option<Day>,
}

/// Which calendar working days were counted by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarVersion {
    pub days: u64,
    /// Years whose notice was on record.
    pub years: Vec<i32>,
    /// SHA-256 over the days and what the notices make of them.
    pub sha256: String,
}

/// Draws the document of a draft.
///
/// # Errors
/// Only a fault of the program.
pub fn document(draft: &Draft) -> anyhow::Result<Document> {
    let unit = Unit::TenThousand;
    let frame = Frame { scope: draft.scope, unit, directory: &draft.directory };
    let pages = pages(&frame, draft);
    let figures = digest(&serde_json::to_vec(&pages)?);
    let meeting = &draft.meeting;
    Ok(Document {
        document: NAME.to_owned(),
        version: VERSION,
        meeting: Head {
            code: meeting.code.clone(),
            kind: meeting.kind,
            month: meeting.month,
            day: meeting.day,
        },
        edition: draft.side,
        number: draft.number,
        as_of: draft.scope.today,
        operation: draft.operation,
        program: draft.program.clone(),
        rules: draft.rules.clone(),
        calendar: calendar(draft),
        attendance: draft.attendance.clone(),
        pages,
        figures,
    })
}

fn calendar(draft: &Draft) -> CalendarVersion {
    let lines =
        draft.holidays.iter().map(|holiday| format!("{} {}\n", holiday.day, holiday.kind.key()));
    let years: BTreeSet<i32> = draft.holidays.iter().map(|holiday| holiday.day.year()).collect();
    CalendarVersion {
        days: draft.holidays.len() as u64,
        years: years.into_iter().collect(),
        sha256: digest(lines.collect::<String>().as_bytes()),
    }
}

/// The pages, in the order in which a meeting turns them.
fn pages(frame: &Frame<'_>, draft: &Draft) -> Vec<Page> {
    let tables = &draft.tables;
    let mut pages = Vec::new();
    if draft.side == Side::After {
        pages.push(outcome::page(frame, draft));
    }
    pages.push(agenda::page(frame, &tables.agenda));
    pages.push(ready::page(frame, &tables.readiness));
    pages.push(task::tasks(frame, &tables.tasks, &tables.tasks));
    pages.push(reports::reports(frame, &tables.reports));
    pages.push(summary::meeting(frame, &tables.overview, &tables.districts));
    pages.push(summary::people(frame, &tables.people));
    pages.push(docket::appeals(frame, &tables.docket));
    pages.push(docket::department(frame, &tables.docket));
    pages.push(docket::category(frame, &tables.docket));
    pages.extend(tables.compared.as_ref().map(|compared| changes::changes(frame, compared)));
    if let Some(found) = &tables.review {
        pages.push(review::breakthrough(frame, found));
        pages.extend(review::districts(frame, tables, found));
    }
    pages
}
