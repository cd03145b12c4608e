//! `add`: the clerk enters one project (入库) under the rules.

use super::entry::{blank, judge_entry, write_entry};
use super::resolve::{has_happened, not_in_the_future, resolve};
use crate::error::{Kind, Place, Result};
use crate::model::Day;
use crate::model::date::Dated;
use crate::model::dossier::{Dossier, Fact};
use crate::model::field::Field;
use crate::model::finding::Finding;
use crate::model::month::Month;
use crate::model::stage::Stage;
use crate::model::value::Value;
use crate::rules::book::RuleBook;
use crate::store::library::Outcome;
use crate::store::original::Original;
use crate::store::writer::{Origin, Override, Writer};
use crate::store::{Library, Stamp};

/// What the clerk typed.
#[derive(Debug, Clone)]
pub struct AddRequest {
    pub values: Vec<(Field, Value)>,
    pub district: i64,
    /// 发生日: the day of entry.
    pub on: Day,
}

/// A project that entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    pub code: String,
    pub name: String,
    pub findings: Vec<Finding>,
    /// Set when the rules refused and the override let it in (例外入库).
    pub overridden: Option<Override>,
}

/// Enters a project, or refuses with all findings.
///
/// # Errors
/// [`Kind::EntryRefused`] without an override; the kinds of single values.
pub fn add(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    request: &AddRequest,
) -> Result<Added> {
    not_in_the_future(request.on, stamp.today)?;
    library.write(stamp, waiting, |writer| {
        let (dossier, originals) = draft(writer, request)?;
        let book = RuleBook::new(writer.rules()?);
        let judgement = judge_entry(writer, &book, &dossier, None)?;
        let overridden = if judgement.admits() { None } else { writer.stamp().overridden.clone() };
        if !judgement.admits() && overridden.is_none() {
            let findings = judgement.findings;
            return Err(Kind::EntryRefused { findings }
                .at(Place::value(&dossier.project.name))
                .into());
        }
        let from = Origin::default();
        let project =
            write_entry(writer, dossier, &judgement, overridden.clone(), None, &originals, from)?;
        Ok(Outcome::Keep(Added {
            code: project.code,
            name: project.name,
            findings: judgement.findings,
            overridden,
        }))
    })
}

/// The dossier of what was typed; a stage reached on entry is dated by the day of entry.
fn draft(writer: &Writer<'_>, request: &AddRequest) -> Result<(Dossier, Vec<Original>)> {
    let month = Month::of(request.on);
    let (facts, problems) = resolve(writer, request.values.clone(), month)?;
    if let Some((_, problem)) = problems.into_iter().next() {
        return Err(problem.into());
    }
    let mut dossier = blank(request.district, month, request.on);
    let mut originals = Vec::new();
    for resolved in facts {
        if let (true, Fact::Date(date)) = (has_happened(resolved.field), &resolved.fact) {
            not_in_the_future(date.earliest(), writer.stamp().today)?;
        }
        dossier.set(resolved.field, resolved.fact);
        originals.extend(resolved.original.map(|original| *original));
    }
    if dossier.project.name.is_empty() {
        return Err(Kind::Required { what: vec![Field::Name] }.into());
    }
    let stage = dossier.project.standing.stage;
    if stage != Stage::Negotiating {
        dossier.milestones.entry(stage).or_insert(Dated::Day(request.on));
    }
    Ok((dossier, originals))
}
