//! Readiness (会前准备): the five marks of every project, each with what it rests on, and the share
//! of projects ready, by district.

use crate::model::Day;
use crate::model::appeal::AppealOutcome;
use crate::model::date::Dated;
use crate::model::field::Field;
use crate::model::money::Usd;
use crate::model::month::Month;
use crate::model::readiness::{Evidence, FailedAppeal, Gain, Mark, MarkState};
use crate::model::stage::Stage;
use crate::model::work::WorkItem;
use std::collections::BTreeMap;

/// How far a project had come in one state of the library.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reached {
    pub stage: Option<Stage>,
    pub paid_in: Option<Usd>,
    pub invested: Option<Usd>,
    /// Work items with an actual date.
    pub done: Vec<(WorkItem, Dated)>,
    /// Outcomes of its appeals that count, by code.
    pub outcomes: BTreeMap<String, AppealOutcome>,
}

/// The facts of one project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    pub id: i64,
    pub code: String,
    pub name: String,
    pub district: i64,
    /// Fields missing at its stage; `None`: the standard is not in use.
    pub missing: Option<Vec<Field>>,
    /// The month from which it counts.
    pub entered: Month,
    /// Its district's report of the month already due has come; that report names it.
    pub filed: bool,
    pub named: bool,
    pub now: Reached,
    /// At the last meeting; `None`: it was not in the library then.
    pub then: Option<Reached>,
    /// Decisions about it, by code, that progressed since the last meeting.
    pub progressed: Vec<String>,
    /// Its appeals in hand, and those of them that fail a test.
    pub in_hand: u64,
    pub failed: Vec<FailedAppeal>,
}

/// What all projects are held against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// The month whose report is already due.
    pub month: Month,
    /// The meeting before, by code, and its day; `None`: there was none.
    pub last: Option<(String, Day)>,
}

/// One mark of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    pub mark: Mark,
    pub state: MarkState,
    pub evidence: Evidence,
}

/// A project with its marks, in the order of [`Mark`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessed {
    pub code: String,
    pub name: String,
    pub district: i64,
    pub marks: Vec<Judged>,
}

impl Assessed {
    /// No applicable mark is unmet.
    pub fn is_ready(&self) -> bool {
        self.marks.iter().all(|judged| judged.state != MarkState::Unmet)
    }
}

/// n of N.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Part {
    pub n: u64,
    pub of: u64,
}

/// Counts of a district, or of all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadyCount {
    /// By [`Mark`], in its order; projects it does not apply to are out of N.
    pub marks: [Part; 5],
    /// Projects ready, of all.
    pub ready: Part,
}

/// Districts in the order given, and all together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadyTable {
    pub rows: Vec<(i64, ReadyCount)>,
    pub whole: ReadyCount,
}

/// Holds a project against the five marks.
pub fn assess(facts: &Facts, measure: &Measure) -> Assessed {
    let judge = |mark: &Mark| {
        let (state, evidence) = match mark {
            Mark::Record => record(facts),
            Mark::Report => report(facts, measure),
            Mark::Work => since(facts, measure, work),
            Mark::Result => since(facts, measure, result),
            Mark::Appeals => appeals(facts),
        };
        Judged { mark: *mark, state, evidence }
    };
    Assessed {
        code: facts.code.clone(),
        name: facts.name.clone(),
        district: facts.district,
        marks: Mark::ALL.iter().map(judge).collect(),
    }
}

type Verdict = (MarkState, Evidence);

fn record(facts: &Facts) -> Verdict {
    match &facts.missing {
        None => (MarkState::NotApplicable, Evidence::StandardOff),
        Some(missing) if missing.is_empty() => (MarkState::Met, Evidence::RecordComplete),
        Some(missing) => (MarkState::Unmet, Evidence::FieldsMissing(missing.clone())),
    }
}

fn report(facts: &Facts, measure: &Measure) -> Verdict {
    let month = measure.month;
    if facts.named {
        (MarkState::Met, Evidence::InReport { month })
    } else if facts.entered > month {
        (MarkState::NotApplicable, Evidence::EnteredLater { month: facts.entered })
    } else {
        (MarkState::Unmet, Evidence::NotInReport { month, filed: facts.filed })
    }
}

/// A mark that compares with the last meeting.
fn since(
    facts: &Facts,
    measure: &Measure,
    judge: impl Fn(&Facts, &Reached, Day) -> Verdict,
) -> Verdict {
    match (&measure.last, &facts.then) {
        (None, _) => (MarkState::NotApplicable, Evidence::FirstMeeting),
        (Some((meeting, day)), None) => {
            let evidence = Evidence::EnteredSince { meeting: meeting.clone(), day: *day };
            (MarkState::NotApplicable, evidence)
        }
        (Some((_, day)), Some(then)) => judge(facts, then, *day),
    }
}

fn work(facts: &Facts, then: &Reached, since: Day) -> Verdict {
    let known = |item: &WorkItem| then.done.iter().any(|(done, _)| done == item);
    let items: Vec<(WorkItem, Dated)> =
        facts.now.done.iter().filter(|(item, _)| !known(item)).copied().collect();
    let tasks = facts.progressed.clone();
    if items.is_empty() && tasks.is_empty() {
        return (MarkState::Unmet, Evidence::NotMoved { since });
    }
    (MarkState::Met, Evidence::Moved { items, tasks })
}

fn result(facts: &Facts, then: &Reached, since: Day) -> Verdict {
    let now = &facts.now;
    let gain = Gain {
        stage: rise(then.stage, now.stage),
        paid_in: rise(then.paid_in, now.paid_in),
        invested: rise(then.invested, now.invested),
        appeals: now
            .outcomes
            .iter()
            .filter_map(|(code, outcome)| {
                // One that was raised since stood at 办理中, as everything does without an outcome.
                let before = then.outcomes.get(code).copied().unwrap_or(AppealOutcome::Pending);
                advanced(before, *outcome).then(|| (code.clone(), before, *outcome))
            })
            .collect(),
    };
    if gain.is_empty() {
        return (MarkState::Unmet, Evidence::NotGained { since });
    }
    (MarkState::Met, Evidence::Gained(gain))
}

/// What was known before and is more now.
fn rise<T: PartialOrd + Copy>(before: Option<T>, now: Option<T>) -> Option<(T, T)> {
    before.zip(now).filter(|(before, now)| now > before)
}

/// Whether an outcome is further in the order of [`AppealOutcome`] and says that something comes of
/// it: not supported is an outcome but no result.
fn advanced(before: AppealOutcome, now: AppealOutcome) -> bool {
    now > before && now > AppealOutcome::Refused
}

fn appeals(facts: &Facts) -> Verdict {
    match (facts.in_hand, facts.failed.as_slice()) {
        (0, _) => (MarkState::NotApplicable, Evidence::NoAppeals),
        (count, []) => (MarkState::Met, Evidence::AppealsPass { count }),
        (_, failed) => (MarkState::Unmet, Evidence::AppealsFail(failed.to_vec())),
    }
}

/// Folds projects by district; a district without projects has a row too.
pub fn by_district(projects: &[Assessed], districts: &[i64]) -> ReadyTable {
    let mut rows: BTreeMap<i64, ReadyCount> =
        districts.iter().map(|district| (*district, ReadyCount::default())).collect();
    let mut whole = ReadyCount::default();
    for project in projects {
        if let Some(row) = rows.get_mut(&project.district) {
            row.add(project);
        }
        whole.add(project);
    }
    let row = |district: &i64| (*district, rows.remove(district).unwrap_or_default());
    ReadyTable { rows: districts.iter().map(row).collect(), whole }
}

impl ReadyCount {
    fn add(&mut self, project: &Assessed) {
        for (part, judged) in self.marks.iter_mut().zip(&project.marks) {
            part.of += u64::from(judged.state != MarkState::NotApplicable);
            part.n += u64::from(judged.state == MarkState::Met);
        }
        self.ready.of += 1;
        self.ready.n += u64::from(project.is_ready());
    }
}

#[cfg(test)]
#[path = "readiness_tests.rs"]
mod tests;
