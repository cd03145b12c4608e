//! `calendar plan`: what a month asks and by when, and how each step stands on record.

use super::reports::reports;
use crate::error::Result;
use crate::model::Day;
use crate::model::appeal::AppealState;
use crate::model::docket::{AppealBrief, AppealFilter, DispatchBrief};
use crate::model::meeting::{Meeting, MeetingKind, MeetingState};
use crate::model::month::Month;
use crate::model::plan::{PlanState, PlanStep};
use crate::rules::book::RuleBook;
use crate::rules::plan::{Step, steps};
use crate::store::Reader;
use std::collections::{BTreeSet, HashSet};

/// A step with how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanLine {
    pub step: Step,
    /// Code of the meeting it leads up to.
    pub meeting: Option<String>,
    pub state: PlanState,
    /// What was done of how many.
    pub part: Option<(u64, u64)>,
    /// Who has not done it: ids of districts and of departments.
    pub districts: Vec<i64>,
    pub departments: Vec<i64>,
}

/// The plan of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The nominal month of the meetings; the reports are those of the month before.
    pub month: Month,
    /// By day.
    pub lines: Vec<PlanLine>,
    /// Meetings without a day, by code, with their state where they are on record.
    pub unplanned: Vec<(String, Option<MeetingState>)>,
}

/// How far a step has come: n of N, and who is missing.
#[derive(Debug, Clone, Default)]
struct Progress {
    done: u64,
    of: u64,
    /// Whether what is missing is still within its own time.
    within_time: bool,
    districts: Vec<i64>,
    departments: Vec<i64>,
}

/// The plan of a nominal month, as it stands at the end of the day looked at.
///
/// # Errors
/// Only what the store reports.
pub fn plan(reader: &Reader<'_>, month: Month) -> Result<Plan> {
    let today = reader.last_day();
    let (book, calendar) = (RuleBook::new(reader.rules()?), reader.calendar()?);
    let mut unplanned = Vec::new();
    let mut held = Vec::new();
    for kind in [MeetingKind::Supervision, MeetingKind::Review] {
        let meeting = reader.meeting(&kind.code(month))?;
        let state = meeting.as_ref().map(|meeting| meeting.state);
        let meeting = meeting.filter(|meeting| meeting.state != MeetingState::Cancelled);
        let day = meeting.as_ref().and_then(|meeting| meeting.day);
        // A 点评会 of an even month is none unless somebody planned one.
        let expected =
            kind == MeetingKind::Supervision || month.month() % 2 == 1 || state.is_some();
        if day.is_none() && expected {
            unplanned.push((kind.code(month), state));
        }
        held.push((kind, meeting, day));
    }
    let day_of = |wanted| held.iter().find(|(kind, ..)| *kind == wanted).and_then(|it| it.2);
    let supervision = day_of(MeetingKind::Supervision);
    let steps = steps(&book, &calendar, month, supervision, day_of(MeetingKind::Review));
    let facts = Facts {
        reported: reported(reader, month.previous(), today)?,
        round: match supervision {
            Some(_) => Round::of(reader, month)?,
            None => Round::default(),
        },
        today,
    };
    let lines = steps.into_iter().map(|step| {
        let meeting = held.iter().find(|(kind, ..)| Some(*kind) == step.meeting);
        facts.line(step, meeting.and_then(|(_, meeting, _)| meeting.as_ref()))
    });
    Ok(Plan { month, lines: lines.collect(), unplanned })
}

/// What the steps of a month are held against.
struct Facts {
    reported: Progress,
    round: Round,
    today: Day,
}

impl Facts {
    fn line(&self, step: Step, meeting: Option<&Meeting>) -> PlanLine {
        let day = step.day.day;
        let settled = |done: bool| match done {
            true => PlanState::Done,
            false if day < self.today => PlanState::Late,
            false => PlanState::Open,
        };
        let counted = |progress: Progress| {
            // Until the day comes there may be something yet.
            if progress.of == 0 && day <= self.today {
                return (PlanState::Nothing, progress);
            }
            match settled(progress.of > 0 && progress.done == progress.of) {
                PlanState::Late if progress.within_time => (PlanState::Open, progress),
                state => (state, progress),
            }
        };
        let plain = |state| (state, Progress::default());
        let state = meeting.map(|meeting| meeting.state);
        let closed = state == Some(MeetingState::Closed);
        let frozen = closed || state == Some(MeetingState::Frozen);
        let all_reported = self.reported.done == self.reported.of && self.reported.of > 0;
        let (state, progress) = match step.step {
            PlanStep::Reports => counted(self.reported.clone()),
            // Neither a form nor a call to a district is recorded; with the reports they are done.
            PlanStep::Forms | PlanStep::ReportReminder if all_reported => plain(PlanState::Done),
            PlanStep::Forms | PlanStep::ReportReminder | PlanStep::Ready => {
                plain(PlanState::Untracked)
            }
            PlanStep::Letters => counted(self.round.letters()),
            PlanStep::Replies => counted(self.round.replies(self.today)),
            PlanStep::ReplyReminder => counted(self.round.reminded()),
            PlanStep::Freeze => plain(settled(frozen)),
            PlanStep::Meeting if closed || day < self.today => plain(PlanState::Done),
            PlanStep::Meeting => plain(PlanState::Open),
            PlanStep::Close => plain(settled(closed)),
        };
        PlanLine {
            step,
            meeting: meeting.map(|meeting| meeting.code.clone()),
            state,
            part: (progress.of > 0).then_some((progress.done, progress.of)),
            districts: progress.districts,
            departments: progress.departments,
        }
    }
}

/// The districts whose report of a month has come.
fn reported(reader: &Reader<'_>, month: Month, today: Day) -> Result<Progress> {
    let found = reports(reader, month, today)?.districts;
    let missing = found.iter().filter(|it| it.filing.is_none()).map(|it| it.district.id);
    let districts: Vec<i64> = missing.collect();
    let of = found.len() as u64;
    Ok(Progress { done: of - districts.len() as u64, of, districts, ..Progress::default() })
}

/// The appeals of a round and what was asked of departments.
#[derive(Default)]
struct Round {
    appeals: Vec<AppealBrief>,
    /// Those that were neither returned nor ended.
    dispatches: Vec<DispatchBrief>,
}

impl Round {
    fn of(reader: &Reader<'_>, month: Month) -> Result<Round> {
        let filter = AppealFilter { rounds: vec![month], ..AppealFilter::default() };
        let (appeals, mut dispatches) = reader.docket(&filter)?;
        let round: HashSet<i64> = appeals.iter().map(|appeal| appeal.id).collect();
        dispatches.retain(|dispatch| {
            round.contains(&dispatch.appeal)
                && dispatch.returned.is_none()
                && dispatch.ended.is_none()
        });
        Ok(Round { appeals, dispatches })
    }

    /// The appeals that can be sent, and of those the ones that went out.
    fn letters(&self) -> Progress {
        let count = |states: &[AppealState]| {
            self.appeals.iter().filter(|appeal| states.contains(&appeal.state)).count() as u64
        };
        let done = count(&[AppealState::Dispatched, AppealState::Closed]);
        Progress { done, of: done + count(&[AppealState::Ready]), ..Progress::default() }
    }

    fn unanswered(&self) -> impl Iterator<Item = &DispatchBrief> {
        self.dispatches.iter().filter(|dispatch| dispatch.answered.is_none())
    }

    /// Of the dispatches those that were answered.
    fn replies(&self, today: Day) -> Progress {
        let departments: BTreeSet<i64> =
            self.unanswered().map(|dispatch| dispatch.department).collect();
        let (of, waiting) = (self.dispatches.len() as u64, self.unanswered().count() as u64);
        Progress {
            done: of - waiting,
            of,
            within_time: self.unanswered().all(|dispatch| dispatch.due_now() >= today),
            departments: departments.into_iter().collect(),
            ..Progress::default()
        }
    }

    /// Of the dispatches that are not answered those whose department was reminded.
    fn reminded(&self) -> Progress {
        let done = self.unanswered().filter(|dispatch| dispatch.reminders > 0).count() as u64;
        Progress { done, of: self.unanswered().count() as u64, ..Progress::default() }
    }
}
