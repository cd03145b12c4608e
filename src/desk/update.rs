//! `update`: the clerk changes a project's facts, each on the day it happened.

use super::case::{Case, Voice};
use super::lookup;
use super::resolve::{Resolved, has_happened, not_in_the_future, resolve};
use crate::error::{Kind, Result};
use crate::model::Day;
use crate::model::date::Dated;
use crate::model::dossier::{Change, Dossier, Fact};
use crate::model::field::Field;
use crate::model::month::Month;
use crate::model::note::Note;
use crate::model::project::Project;
use crate::model::value::Value;
use crate::rules::book::RuleBook;
use crate::rules::change::needs_reason;
use crate::store::library::Outcome;
use crate::store::writer::Origin;
use crate::store::{Library, Stamp, Writer};

/// What the clerk typed.
#[derive(Debug, Clone)]
pub struct UpdateRequest {
    /// Code, name, or an unambiguous part of one.
    pub project: String,
    pub values: Vec<(Field, Value)>,
    /// 发生日: it decides the month the figures belong to.
    pub on: Day,
}

/// What changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Updated {
    pub code: String,
    pub name: String,
    pub changes: Vec<Change>,
    pub notes: Vec<Note>,
}

/// Only a project in the library can be changed.
///
/// # Errors
/// [`Kind::HasLeft`].
pub fn must_be_in(project: &Project) -> Result<()> {
    match project.left {
        None => Ok(()),
        Some(day) => Err(Kind::HasLeft { code: project.code.clone(), day }.into()),
    }
}

/// Refuses sensitive changes that come without a reason: amounts down, stages back, names.
fn must_need_no_reason(writer: &Writer<'_>, case: &Case, facts: &[Resolved]) -> Result<()> {
    let book = RuleBook::new(writer.rules()?);
    // The standard of the day on which the change is recorded, whenever it happened.
    let on = writer.day();
    let changes = facts.iter().filter_map(|fact| case.change(fact));
    let findings: Vec<_> = changes.filter_map(|change| needs_reason(&book, &change, on)).collect();
    if findings.is_empty() { Ok(()) } else { Err(Kind::ReasonNeeded { findings }.into()) }
}

/// A new name must not be that of another project of the district, or neither would be found by it.
///
/// # Errors
/// [`Kind::NameTaken`].
pub fn must_be_free(writer: &Writer<'_>, dossier: &Dossier, facts: &[Resolved]) -> Result<()> {
    for fact in facts {
        let (Field::Name, Fact::Text(name)) = (fact.field, &fact.fact) else { continue };
        let project = &dossier.project;
        let known = writer.projects_by_name(project.district, name)?;
        if let Some(other) = known.iter().find(|known| known.id != project.id) {
            return Err(Kind::NameTaken { name: name.clone(), code: other.code.clone() }.into());
        }
    }
    Ok(())
}

/// Changes a project; nothing is written when every field already held its value.
///
/// # Errors
/// Unknown or ambiguous project, one that has left, a day in the future, a value that cannot be
/// converted, a sensitive change without a reason.
pub fn update(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    request: &UpdateRequest,
) -> Result<Updated> {
    not_in_the_future(request.on, stamp.today)?;
    library.write(stamp, waiting, |writer| {
        let project = lookup::project(writer, &request.project)?;
        must_be_in(&project)?;
        let (code, name) = (project.code.clone(), project.name.clone());
        let month = Month::of(request.on);
        let (facts, problems) = resolve(writer, request.values.clone(), month)?;
        if let Some((_, problem)) = problems.into_iter().next() {
            return Err(problem.into());
        }
        for resolved in &facts {
            if let (true, Fact::Date(date)) = (has_happened(resolved.field), &resolved.fact) {
                not_in_the_future(date.earliest(), writer.stamp().today)?;
            }
        }
        let mut case = Case::open(writer, project, month)?;
        let reasoned = writer.stamp().reason.is_some();
        if !reasoned {
            must_need_no_reason(writer, &case, &facts)?;
        }
        must_be_free(writer, case.dossier(), &facts)?;
        let mut notes = case.apply(&facts, Voice::Clerk);
        if reasoned {
            notes.clear();
        }
        case.date_stage(Dated::Day(request.on));
        let changes = case.changes.clone();
        if !changes.is_empty() {
            case.save(writer, None, Origin::default())?;
        }
        Ok(Outcome::Keep(Updated { code, name, changes, notes }))
    })
}
