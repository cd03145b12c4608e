//! `feedback`: what a district is told (反馈单) — the answers to its appeals, what it owes, its
//! projects under alert, and what was decided about its applications.

use super::docket::{DocketFilter, appeals_of};
use super::lookup;
use super::reports::{DistrictReport, Standing, reports};
use super::rules::{Warned, due};
use crate::error::Result;
use crate::model::Day;
use crate::model::appeal::AppealState;
use crate::model::application::ApplicationState;
use crate::model::calendar::Deadline;
use crate::model::docket::{AppealBrief, AppealFilter, DispatchBrief};
use crate::model::feedback::ReplyLine;
use crate::model::finding::{Finding, Verdict};
use crate::model::month::Month;
use crate::model::party::District;
use crate::report::answers::{Fate, fate};
use crate::store::Reader;
use crate::store::candidate::Application;
use std::collections::HashMap;

/// An appeal that waits for its district to complete it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    pub appeal: AppealBrief,
    /// The day it was sent back, and why; `None` while it still is with the bureau.
    pub sent_back: Option<(Day, Option<String>)>,
    /// The tests it fails.
    pub findings: Vec<Finding>,
}

/// What one district is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DistrictFeedback {
    pub district: District,
    /// Answers of the month, each with its appeal.
    pub replies: Vec<(AppealBrief, ReplyLine)>,
    /// Dispatches still without an answer, each with its appeal and whether it is overdue.
    pub waiting: Vec<(AppealBrief, DispatchBrief, Fate)>,
    pub returned: Vec<Returned>,
    /// Its report of the month before, where it is late or leaves projects out.
    pub owed: Option<DistrictReport>,
    /// Its projects under a yellow or red alert.
    pub warned: Vec<Warned>,
    /// What was decided in the month about its applications.
    pub screened: Vec<Application>,
}

impl DistrictFeedback {
    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.replies.is_empty()
            && self.waiting.is_empty()
            && self.returned.is_empty()
            && self.owed.is_none()
            && self.warned.is_empty()
            && self.screened.is_empty()
    }
}

/// What districts are told of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    pub month: Month,
    /// The report that fell due in the month.
    pub reported: Month,
    pub due: Option<Deadline>,
    /// The month up to which the clocks are read.
    pub clocks: Month,
    pub districts: Vec<DistrictFeedback>,
}

/// The feedback of the month the reader looks at, for one district or for all.
///
/// # Errors
/// [`crate::error::Kind::UnknownDistrict`].
pub fn feedback(reader: &Reader<'_>, month: Month, given: Option<&str>) -> Result<Feedback> {
    let mut districts = reader.districts()?;
    if let Some(given) = given {
        districts = vec![lookup::district(&districts, given)?];
    }
    let one = match districts.as_slice() {
        [only] => Some(only.id),
        _ => None,
    };
    let (first, last) = (month.first_day(), reader.last_day());
    let narrow = AppealFilter { districts: one.into_iter().collect(), ..AppealFilter::default() };
    let appeals = appeals_of(reader, &DocketFilter { appeals: narrow, projects: None })?;
    let by_id: HashMap<i64, &AppealBrief> =
        appeals.iter().map(|appeal| (appeal.id, appeal)).collect();
    let replies = reader.replies(one, first, last)?;
    let dispatches = reader.dispatch_briefs()?;
    let returned = returned(reader, &appeals, last)?;
    let owed = reports(reader, month.previous(), last)?;
    let watched = due(reader)?;
    let mut applications = reader.applications(None)?;
    applications.retain(|application| {
        application.state != ApplicationState::Waiting
            && (first..=last).contains(&application.recorded)
    });
    let of = |district: District| {
        let id = district.id;
        let own = |appeal: &&AppealBrief| appeal.district == id;
        DistrictFeedback {
            replies: replies
                .iter()
                .filter_map(|reply| Some((by_id.get(&reply.appeal).filter(|a| own(a))?, reply)))
                .map(|(appeal, reply)| ((*appeal).clone(), reply.clone()))
                .collect(),
            waiting: dispatches
                .iter()
                .filter_map(|dispatch| {
                    let appeal = by_id.get(&dispatch.appeal).filter(|appeal| own(appeal))?;
                    let fate = fate(dispatch, last);
                    matches!(fate, Fate::Overdue | Fate::NotYetDue)
                        .then(|| ((*appeal).clone(), dispatch.clone(), fate))
                })
                .collect(),
            returned: returned.iter().filter(|one| one.appeal.district == id).cloned().collect(),
            owed: owed.districts.iter().find(|one| one.district.id == id).filter(owes).cloned(),
            warned: watched.warned.iter().filter(|one| one.district == id).cloned().collect(),
            screened: applications.iter().filter(|one| one.district == id).cloned().collect(),
            district,
        }
    };
    Ok(Feedback {
        month,
        reported: month.previous(),
        due: owed.due,
        clocks: watched.month,
        districts: districts.into_iter().map(of).collect(),
    })
}

/// Whether a report is late or overdue, or a project is missing from one that has come.
fn owes(report: &&DistrictReport) -> bool {
    matches!(report.standing, Standing::Late | Standing::Overdue)
        || (report.filing.is_some() && !report.missing.is_empty())
}

/// The appeals that fail a test and wait to be completed.
pub fn returned(reader: &Reader<'_>, appeals: &[AppealBrief], last: Day) -> Result<Vec<Returned>> {
    let back = reader.sent_back(last)?;
    let mut found = Vec::new();
    for appeal in appeals {
        if !matches!(appeal.state, AppealState::Incomplete | AppealState::SentBack) {
            continue;
        }
        let findings = reader.appeal_by_id(appeal.id)?.map_or(Vec::new(), |full| full.findings);
        let sent_back = (appeal.state == AppealState::SentBack)
            .then(|| back.iter().find(|line| line.appeal == appeal.id))
            .flatten()
            .map(|line| (line.day, line.reason.clone()));
        found.push(Returned {
            appeal: appeal.clone(),
            sent_back,
            findings: findings.into_iter().filter(|f| f.verdict != Verdict::Pass).collect(),
        });
    }
    Ok(found)
}
