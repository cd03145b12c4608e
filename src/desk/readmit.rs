//! `readmit`: a project that left enters again (再入库), under the same rules, with its past.

use super::case::Case;
use super::entry::judge_entry;
use super::lookup;
use super::resolve::not_in_the_future;
use crate::error::{Kind, Place, Result};
use crate::model::Day;
use crate::model::bond::Stay;
use crate::model::entry::Basis;
use crate::model::exit::ExitGround;
use crate::model::finding::Finding;
use crate::model::month::Month;
use crate::model::project::Project;
use crate::rules::book::RuleBook;
use crate::store::library::Outcome;
use crate::store::verdict::{Gate, Judged};
use crate::store::writer::{Origin, Override};
use crate::store::{Library, Stamp, Writer};
use anyhow::Context;

/// Who enters again.
#[derive(Debug, Clone)]
pub struct ReadmitRequest {
    pub project: String,
    /// New grounds for entry; the former ones where empty.
    pub basis: Vec<Basis>,
    /// 发生日
    pub on: Day,
}

/// A project that entered again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readmitted {
    pub code: String,
    pub name: String,
    pub findings: Vec<Finding>,
    pub overridden: Option<Override>,
}

/// Enters a project again, or refuses with all findings.
///
/// # Errors
/// [`Kind::NotLeft`], [`Kind::TooEarly`], [`Kind::EntryRefused`] without an override.
pub fn readmit(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    request: &ReadmitRequest,
) -> Result<Readmitted> {
    not_in_the_future(request.on, stamp.today)?;
    library.write(stamp, waiting, |writer| {
        let project = lookup::project(writer, &request.project)?;
        let stay = stay_of(&project)?;
        if request.on < stay.left {
            return Err(Kind::TooEarly { day: request.on, earliest: stay.left }.into());
        }
        let (code, name, id) = (project.code.clone(), project.name.clone(), project.id);
        let dossier = entering(writer, project, request)?;
        let book = RuleBook::new(writer.rules()?);
        let judgement = judge_entry(writer, &book, &dossier, None)?;
        let overridden = if judgement.admits() { None } else { stamp.overridden.clone() };
        if !judgement.admits() && overridden.is_none() {
            let findings = judgement.findings;
            return Err(Kind::EntryRefused { findings }.at(Place::value(&name)).into());
        }
        writer.put_stay(id, &stay)?;
        writer.put_project(&dossier.project, Origin::default())?;
        let findings = serde_json::to_string(&judgement.findings).context("findings as JSON")?;
        let verdict = Judged { day: request.on, findings, overridden: overridden.clone() };
        writer.put_verdict(id, Gate::Entry, &verdict, Origin::default())?;
        let findings = judgement.findings;
        Ok(Outcome::Keep(Readmitted { code, name, findings, overridden }))
    })
}

/// The stay that is over.
fn stay_of(project: &Project) -> Result<Stay> {
    let (Some(left), Some(left_month)) = (project.left, project.left_month) else {
        return Err(Kind::NotLeft { code: project.code.clone() }.into());
    };
    Ok(Stay {
        entered: project.entered,
        entered_month: project.entered_month,
        left,
        left_month,
        ground: project.exit_ground.unwrap_or(ExitGround::Mistaken),
        reason: project.exit_reason.clone(),
        stage: project.standing.stage,
    })
}

/// The project as it enters: as its latest report tells, which may have come after it left.
fn entering(
    writer: &Writer<'_>,
    project: Project,
    request: &ReadmitRequest,
) -> Result<crate::model::dossier::Dossier> {
    let newest = writer.report_until(project.id, Month::LAST)?;
    let mut dossier = Case::open(writer, project, Month::LAST)?.into_known();
    let entering = &mut dossier.project;
    if let Some(newest) = newest {
        entering.month = newest.month;
    }
    if !request.basis.is_empty() {
        entering.basis.clone_from(&request.basis);
    }
    entering.entered = request.on;
    entering.entered_month = Month::of(request.on);
    entering.left = None;
    entering.left_month = None;
    entering.exit_ground = None;
    entering.exit_reason = None;
    Ok(dossier)
}
