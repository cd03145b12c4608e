//! The narrow rows of appeals, as the tables and lists count them. Everything is as it stood at the
//! end of the day looked at, by 发生日.

use super::Day;
use super::appeal::{AppealOutcome, AppealState, DeedKind, Satisfaction};
use super::dispatch::{DispatchRole, Governed};
use super::money::Usd;
use super::month::Month;

/// One appeal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppealBrief {
    pub id: i64,
    /// `SQ2020-0001`
    pub code: String,
    pub project: i64,
    pub project_code: String,
    pub project_name: String,
    pub district: i64,
    /// Id of the category.
    pub category: Option<i64>,
    pub round: Month,
    pub purpose: Option<String>,
    pub urgent: bool,
    /// What is at stake.
    pub amount: Option<Usd>,
    pub raised_on: Option<Day>,
    /// The day it was logged.
    pub logged: Day,
    pub state: AppealState,
    /// The day its state began.
    pub since: Day,
    pub outcome: AppealOutcome,
    /// The day of the outcome; `None` while it is 办理中 for want of one.
    pub outcome_day: Option<Day>,
    /// What the firm said after the last closure.
    pub satisfaction: Option<Satisfaction>,
}

/// One dispatch that has gone out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DispatchBrief {
    pub id: i64,
    /// Id of the appeal.
    pub appeal: i64,
    /// Id of the letter.
    pub letter: i64,
    pub department: i64,
    pub role: DispatchRole,
    pub sent: Day,
    /// As notified.
    pub due: Day,
    pub governed: Governed,
    pub provisional: bool,
    /// The day of the last extension that was asked for before the due day.
    pub extended: Option<Day>,
    /// The day of the first answer (an interim one is none).
    pub answered: Option<Day>,
    pub returned: Option<Day>,
    /// The day the appeal was withdrawn or terminated after it went, if it has not come back.
    pub ended: Option<Day>,
    /// Reminders sent (催办 and above).
    pub reminders: u64,
}

impl DispatchBrief {
    /// The due day in force: as notified, or as extended in time.
    pub fn due_now(&self) -> Day {
        self.extended.unwrap_or(self.due)
    }
}

/// An appeal that failed a test and was sent on because a person approved it (例外交办).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppealException {
    /// Id of the appeal.
    pub appeal: i64,
    pub code: String,
    pub project_name: String,
    pub day: Day,
    pub reason: String,
    pub approver: String,
}

/// One way in or out of 在办, on its day; the carry-over is added up from these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// Id of the appeal.
    pub appeal: i64,
    pub day: Day,
    /// Logged, closed, reopened, withdrawn or terminated.
    pub kind: DeedKind,
}

/// Which appeals to show or count; an empty list or `None` does not narrow.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AppealFilter {
    pub districts: Vec<i64>,
    /// Ids of departments it was sent to, or, before that, names.
    pub departments: Vec<i64>,
    pub categories: Vec<i64>,
    pub rounds: Vec<Month>,
    pub states: Vec<AppealState>,
    pub outcomes: Vec<AppealOutcome>,
    /// Id of a project.
    pub project: Option<i64>,
    pub urgent_only: bool,
    /// Text in the five fields, or part of the code.
    pub text: Option<String>,
    /// Ids of projects whose appeals are left out whatever else holds (内部掌握).
    pub without: Vec<i64>,
}
