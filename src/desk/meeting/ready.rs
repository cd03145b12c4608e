//! `meeting ready`: the five marks of every project in the library on a day, for a meeting.

use super::{Baseline, last_before};
use crate::desk::clocks::month_due;
use crate::desk::lookup;
use crate::desk::reports::contact_for;
use crate::desk::update::must_be_in;
use crate::error::Result;
use crate::model::Day;
use crate::model::appeal::{AppealField, AppealOutcome};
use crate::model::brief::Scope;
use crate::model::date::Dated;
use crate::model::docket::{AppealBrief, AppealFilter};
use crate::model::dossier::Dossier;
use crate::model::field::{Field, Quantity};
use crate::model::finding::{Finding, RuleName, Seen, Verdict};
use crate::model::meeting::Meeting;
use crate::model::month::Month;
use crate::model::party::Contact;
use crate::model::project::Project;
use crate::model::readiness::FailedAppeal;
use crate::model::task::{Step, Task};
use crate::model::work::WorkItem;
use crate::report::readiness::{
    Assessed, Facts, Measure, Reached, ReadyTable, assess, by_district,
};
use crate::rules::book::RuleBook;
use crate::rules::stage;
use crate::store::Reader;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Which projects are looked at, and how much of them is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrow {
    /// A district by any of its names.
    pub district: Option<String>,
    /// A project by code or name.
    pub project: Option<String>,
    /// Every project and what each mark rests on, rather than only what is missing.
    pub all: bool,
}

/// How ready the projects are for a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readiness {
    /// Code of the meeting, and its day where it is known.
    pub meeting: String,
    pub held: Option<Day>,
    /// The month whose report is already due.
    pub month: Month,
    /// The meeting before, by code, and the day of its 会前版.
    pub last: Option<(String, Day)>,
    pub table: ReadyTable,
    /// By code of the project.
    pub projects: Vec<Assessed>,
    /// Who supplies what is missing, by district: the liaison, else the lead.
    pub suppliers: BTreeMap<i64, Option<Contact>>,
    /// Whether every project and mark is shown.
    pub all: bool,
}

/// The readiness of every project in the library on a day, as a meeting prints it.
///
/// # Errors
/// Only what the store reports.
pub fn readiness(reader: &Reader<'_>, meeting: &Meeting, on: Day) -> Result<Readiness> {
    narrowed(reader, meeting, on, &Narrow::default())
}

/// The same of a district or a project.
///
/// # Errors
/// An unknown district or project, a project that has left.
pub fn narrowed(
    reader: &Reader<'_>,
    meeting: &Meeting,
    on: Day,
    narrow: &Narrow,
) -> Result<Readiness> {
    let mut districts = reader.districts()?;
    if let Some(given) = &narrow.district {
        districts = vec![lookup::district(&districts, given)?];
    }
    let only = match &narrow.project {
        Some(given) => Some(lookup::project(reader, given)?),
        None => None,
    };
    if let Some(project) = &only {
        must_be_in(project)?;
        districts.retain(|district| district.id == project.district);
    }
    let book = RuleBook::new(reader.rules()?);
    let month = month_due(&book, &reader.calendar()?, on);
    let last = last_before(reader, Some(meeting), None)?;
    let now = State::read(reader)?;
    let then = match &last {
        Some(last) => Some(reader.at(Scope::after(last.op, last.day), State::read)?),
        None => None,
    };
    let named = reader.named_in(month)?;
    let filings = reader.filings(month)?;
    let filed: HashSet<i64> = filings.iter().map(|filing| filing.district).collect();
    let failed = failed(reader, &now)?;
    let mut progressed = then.as_ref().map_or_else(HashMap::new, |then| now.progressed(then));
    let measure = Measure { month, last: last.as_ref().map(shown) };
    let places: HashSet<i64> = districts.iter().map(|district| district.id).collect();
    let mut projects: Vec<Assessed> = Vec::new();
    for (id, dossier) in &now.dossiers {
        let project = &dossier.project;
        let wanted = only.as_ref().is_none_or(|only| only.id == *id);
        if !wanted || !places.contains(&project.district) {
            continue;
        }
        let own = failed.get(id);
        let facts = Facts {
            id: *id,
            code: project.code.clone(),
            name: project.name.clone(),
            district: project.district,
            missing: missing(&book, dossier, on),
            entered: project.entered_month,
            filed: filed.contains(&project.district),
            named: named.contains(id),
            now: now.reached(project),
            then: then.as_ref().and_then(|then| {
                then.dossiers.get(id).map(|dossier| then.reached(&dossier.project))
            }),
            progressed: progressed.remove(id).unwrap_or_default(),
            in_hand: own.map_or(0, |(count, _)| *count),
            failed: own.map_or_else(Vec::new, |(_, failed)| failed.clone()),
        };
        projects.push(assess(&facts, &measure));
    }
    projects.sort_by(|a, b| a.code.cmp(&b.code));
    let ids: Vec<i64> = districts.iter().map(|district| district.id).collect();
    let contacts = reader.contacts()?;
    Ok(Readiness {
        meeting: meeting.code.clone(),
        held: meeting.day,
        month,
        last: measure.last,
        table: by_district(&projects, &ids),
        projects,
        suppliers: ids.iter().map(|id| (*id, contact_for(&contacts, *id, on))).collect(),
        all: narrow.all || only.is_some(),
    })
}

fn shown(last: &Baseline) -> (String, Day) {
    (last.meeting.code.clone(), last.day)
}

/// What is missing at the stage; `None` while no standard in use asks for it.
fn missing(book: &RuleBook, dossier: &Dossier, on: Day) -> Option<Vec<Field>> {
    let in_use = |finding: &Finding| {
        finding.rule.rule == RuleName::StageComplete && finding.verdict != Verdict::Remark
    };
    stage::judge(book, dossier, on).into_iter().find(in_use).and_then(|finding| {
        match finding.seen {
            Seen::Missing(fields) => Some(fields),
            _ => None,
        }
    })
}

/// How many appeals of each project are in hand, and which of them fail a test.
fn failed(reader: &Reader<'_>, now: &State) -> Result<HashMap<i64, (u64, Vec<FailedAppeal>)>> {
    let mut failed: HashMap<i64, (u64, Vec<FailedAppeal>)> = HashMap::new();
    for brief in now.appeals.iter().filter(|brief| brief.state.is_open()) {
        let (count, own) = failed.entry(brief.project).or_default();
        *count += 1;
        let findings = reader.appeal_by_id(brief.id)?.map_or_else(Vec::new, |full| full.findings);
        let faults: Vec<_> = findings
            .iter()
            .filter(|finding| finding.verdict == Verdict::Fail)
            .map(|finding| (finding.rule.rule, fields_of(&finding.seen)))
            .collect();
        if !faults.is_empty() {
            own.push(FailedAppeal { code: brief.code.clone(), faults });
        }
    }
    Ok(failed)
}

/// The fields of an appeal a test found at fault.
fn fields_of(seen: &Seen) -> Vec<AppealField> {
    match seen {
        Seen::Blank(fields) => fields.clone(),
        Seen::Thin(fields) => fields.iter().map(|(field, _)| *field).collect(),
        _ => Vec::new(),
    }
}

/// One state of the library.
struct State {
    dossiers: BTreeMap<i64, Dossier>,
    done: HashMap<i64, Vec<(WorkItem, Dated)>>,
    appeals: Vec<AppealBrief>,
    outcomes: HashMap<i64, BTreeMap<String, AppealOutcome>>,
    tasks: Vec<Task>,
    steps: HashMap<i64, Vec<Step>>,
}

impl State {
    fn read(reader: &Reader<'_>) -> Result<State> {
        let mut milestones = reader.all_milestones()?;
        let mut dossiers = BTreeMap::new();
        for project in reader.projects_in()? {
            let milestones = milestones.remove(&project.id).unwrap_or_default();
            dossiers.insert(project.id, Dossier { milestones, ..Dossier::new(project) });
        }
        let appeals = reader.appeal_briefs(&AppealFilter::default())?;
        let mut outcomes: HashMap<i64, BTreeMap<String, AppealOutcome>> = HashMap::new();
        for brief in appeals.iter().filter(|brief| brief.state.counts()) {
            outcomes.entry(brief.project).or_default().insert(brief.code.clone(), brief.outcome);
        }
        let mut steps: HashMap<i64, Vec<Step>> = HashMap::new();
        for step in reader.steps()? {
            steps.entry(step.task).or_default().push(step);
        }
        let (done, tasks) = (reader.works_done()?, reader.tasks()?);
        Ok(State { dossiers, done, appeals, outcomes, tasks, steps })
    }

    fn reached(&self, project: &Project) -> Reached {
        let amounts = &project.standing.amounts;
        Reached {
            stage: Some(project.standing.stage),
            paid_in: amounts.get(Quantity::PaidIn),
            invested: amounts.get(Quantity::Invested),
            done: self.done.get(&project.id).cloned().unwrap_or_default(),
            outcomes: self.outcomes.get(&project.id).cloned().unwrap_or_default(),
        }
    }

    /// By project, the decisions about it or its appeals about which something was recorded that
    /// was not on record then.
    fn progressed(&self, then: &State) -> HashMap<i64, Vec<String>> {
        let owners: HashMap<i64, i64> =
            self.appeals.iter().map(|brief| (brief.id, brief.project)).collect();
        let mut progressed: HashMap<i64, Vec<String>> = HashMap::new();
        for task in self.tasks.iter().filter(|task| self.moved(then, task.id)) {
            let appeal = task.appeal.and_then(|appeal| owners.get(&appeal).copied());
            let about: BTreeSet<i64> = task.project.into_iter().chain(appeal).collect();
            for project in about {
                progressed.entry(project).or_default().push(task.code.clone());
            }
        }
        progressed
    }

    /// Whether a step of a task was not on record then.
    fn moved(&self, then: &State, task: i64) -> bool {
        let mut known = then.steps.get(&task).cloned().unwrap_or_default();
        let mut steps = self.steps.get(&task).into_iter().flatten();
        steps.any(|step| match known.iter().position(|before| before == step) {
            Some(place) => {
                known.remove(place);
                false
            }
            None => true,
        })
    }
}
