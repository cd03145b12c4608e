//! A dossier (一项一档): all of a project's fields in one state, read and set by field, so that
//! typing, importing, comparing, listing and exporting share one path.

use super::date::Dated;
use super::entry::Basis;
use super::field::{Field, FieldType};
use super::money::Usd;
use super::project::Project;
use super::stage::Stage;
use super::work::{Timing, WorkItem};
use std::collections::BTreeMap;

/// The value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    Text(String),
    Money(Usd),
    Date(Dated),
    Stage(Stage),
    Basis(Vec<Basis>),
    Flag(bool),
    /// Key of the origin.
    Origin(String),
    /// Id of the district.
    District(i64),
}

impl Fact {
    /// For machines: amounts in cents, words as keys.
    pub fn to_json(&self) -> serde_json::Value {
        use serde_json::json;
        match self {
            Fact::Text(text) | Fact::Origin(text) => json!(text),
            Fact::Money(amount) => json!(amount),
            Fact::Date(date) => json!(date),
            Fact::Stage(stage) => json!(stage),
            Fact::Basis(basis) => json!(basis),
            Fact::Flag(flag) => json!(flag),
            Fact::District(id) => json!(id),
        }
    }

    /// Reads what [`Fact::to_json`] writes for a field.
    pub fn from_json(field: Field, value: &serde_json::Value) -> Option<Fact> {
        let text = || value.as_str();
        Some(match field.kind() {
            FieldType::Money => Fact::Money(Usd(value.as_i64()?)),
            FieldType::Date => Fact::Date(Dated::from_iso(text()?)?),
            FieldType::Stage => Fact::Stage(Stage::from_key(text()?)?),
            FieldType::Flag => Fact::Flag(value.as_bool()?),
            FieldType::Origin => Fact::Origin(text()?.to_owned()),
            FieldType::District => Fact::District(value.as_i64()?),
            FieldType::Basis => {
                let keys = value.as_array()?.iter();
                Fact::Basis(keys.filter_map(|key| Basis::from_key(key.as_str()?)).collect())
            }
            FieldType::Text => Fact::Text(text()?.to_owned()),
            FieldType::Code | FieldType::Month | FieldType::Nothing => return None,
        })
    }
}

/// A field that differs: old → new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub field: Field,
    pub before: Option<Fact>,
    pub after: Option<Fact>,
}

/// A project with its stage log, work items and the words of its latest report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    pub project: Project,
    pub milestones: BTreeMap<Stage, Dated>,
    pub works: BTreeMap<(WorkItem, Timing), Dated>,
    pub progress: Option<String>,
    pub problem: Option<String>,
}

impl Dossier {
    pub fn new(project: Project) -> Dossier {
        Dossier {
            project,
            milestones: BTreeMap::new(),
            works: BTreeMap::new(),
            progress: None,
            problem: None,
        }
    }

    /// The value of a field; `None` where nothing is known.
    pub fn get(&self, field: Field) -> Option<Fact> {
        let text = |text: &Option<String>| text.clone().map(Fact::Text);
        let project = &self.project;
        match field {
            Field::Serial | Field::ReportMonth => None,
            Field::Code => Some(Fact::Text(project.code.clone())),
            Field::Name => Some(Fact::Text(project.name.clone())),
            Field::Investor => text(&project.investor),
            Field::Parent => text(&project.parent),
            Field::Origin => project.origin.clone().map(Fact::Origin),
            Field::District => Some(Fact::District(project.district)),
            Field::Industry => text(&project.industry),
            Field::Money(quantity) => project.standing.amounts.get(quantity).map(Fact::Money),
            Field::Stage => Some(Fact::Stage(project.standing.stage)),
            Field::StageDate(stage) => self.milestones.get(&stage).copied().map(Fact::Date),
            Field::Work(item, timing) => self.works.get(&(item, timing)).copied().map(Fact::Date),
            Field::Basis => (!project.basis.is_empty()).then(|| Fact::Basis(project.basis.clone())),
            Field::Leader => text(&project.leader),
            Field::Responsible => text(&project.responsible),
            Field::Tracker => text(&project.tracker),
            Field::Expansion => Some(Fact::Flag(project.expansion)),
            Field::Confidential => Some(Fact::Flag(project.confidential)),
            Field::Remarks => text(&project.remarks),
            Field::Progress => text(&self.progress),
            Field::Problem => text(&self.problem),
        }
    }

    /// Whether a field holds this value, as [`Dossier::get`] would tell, without copying it.
    pub fn says(&self, field: Field, fact: &Fact) -> bool {
        let project = &self.project;
        let text = match field {
            Field::Code => Some(&project.code),
            Field::Name => Some(&project.name),
            Field::Investor => project.investor.as_ref(),
            Field::Parent => project.parent.as_ref(),
            Field::Industry => project.industry.as_ref(),
            Field::Leader => project.leader.as_ref(),
            Field::Responsible => project.responsible.as_ref(),
            Field::Tracker => project.tracker.as_ref(),
            Field::Remarks => project.remarks.as_ref(),
            Field::Progress => self.progress.as_ref(),
            Field::Problem => self.problem.as_ref(),
            _ => return self.get(field).as_ref() == Some(fact),
        };
        matches!((text, fact), (Some(held), Fact::Text(said)) if held == said)
    }

    /// Forgets a date: the stage it belongs to was taken back.
    pub fn clear_stage_date(&mut self, stage: Stage) -> Option<Change> {
        let before = self.milestones.remove(&stage).map(Fact::Date)?;
        Some(Change { field: Field::StageDate(stage), before: Some(before), after: None })
    }

    /// Sets a field and says what changed; `None` when it already held the value, or when the
    /// field is not one a fact can change (codes, serial numbers, months).
    pub fn set(&mut self, field: Field, fact: Fact) -> Option<Change> {
        let before = self.get(field);
        if before.as_ref() == Some(&fact) {
            return None;
        }
        let project = &mut self.project;
        match (field, fact.clone()) {
            (Field::Name, Fact::Text(text)) => project.name = text,
            (Field::Investor, Fact::Text(text)) => project.investor = Some(text),
            (Field::Parent, Fact::Text(text)) => project.parent = Some(text),
            (Field::Industry, Fact::Text(text)) => project.industry = Some(text),
            (Field::Leader, Fact::Text(text)) => project.leader = Some(text),
            (Field::Responsible, Fact::Text(text)) => project.responsible = Some(text),
            (Field::Tracker, Fact::Text(text)) => project.tracker = Some(text),
            (Field::Remarks, Fact::Text(text)) => project.remarks = Some(text),
            (Field::Progress, Fact::Text(text)) => self.progress = Some(text),
            (Field::Problem, Fact::Text(text)) => self.problem = Some(text),
            (Field::Origin, Fact::Origin(key)) => project.origin = Some(key),
            (Field::District, Fact::District(id)) => project.district = id,
            (Field::Money(quantity), Fact::Money(amount)) => {
                project.standing.amounts.set(quantity, Some(amount));
            }
            (Field::Stage, Fact::Stage(stage)) => project.standing.stage = stage,
            (Field::StageDate(stage), Fact::Date(date)) => {
                self.milestones.insert(stage, date);
            }
            (Field::Work(item, timing), Fact::Date(date)) => {
                self.works.insert((item, timing), date);
            }
            (Field::Basis, Fact::Basis(basis)) => project.basis = basis,
            (Field::Expansion, Fact::Flag(flag)) => project.expansion = flag,
            (Field::Confidential, Fact::Flag(flag)) => project.confidential = flag,
            _ => return None,
        }
        Some(Change { field, before, after: Some(fact) })
    }
}
