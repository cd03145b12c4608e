//! `remove`, `merge`: a project leaves the library (出库). Nothing is deleted; the record stays.

use super::appeal::end::terminate;
use super::case::{Case, Voice};
use super::clocks::clocks_of;
use super::lookup;
use super::resolve::{Resolved, not_in_the_future};
use super::update::must_be_in;
use crate::error::{Kind, Place, Result};
use crate::model::Day;
use crate::model::bond::LinkKind;
use crate::model::dossier::Fact;
use crate::model::exit::ExitGround;
use crate::model::field::{Field, Quantity};
use crate::model::finding::{Finding, Verdict};
use crate::model::month::Month;
use crate::model::project::Project;
use crate::rules::book::RuleBook;
use crate::rules::exit::{ExitFacts, judge};
use crate::store::library::Outcome;
use crate::store::verdict::{Gate, Judged};
use crate::store::writer::{Origin, Override};
use crate::store::{Library, Reader, Stamp, Writer};
use anyhow::Context;

/// Who leaves, and why; the reason is that of the stamp.
#[derive(Debug, Clone)]
pub struct ExitRequest {
    pub project: String,
    pub ground: ExitGround,
    /// 发生日
    pub on: Day,
    /// The project it was merged into.
    pub successor: Option<String>,
    pub amounts: Amounts,
}

/// What becomes of the amounts of a project that is merged into another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amounts {
    /// The other one's report already has them, or will.
    Leave,
    /// They are added to the other one's (金额并入).
    Add,
}

/// A project that left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Departed {
    pub code: String,
    pub name: String,
    pub ground: ExitGround,
    pub finding: Finding,
    /// Set when the rules refused and the override let it go.
    pub overridden: Option<Override>,
    pub successor: Option<String>,
    /// Codes of its open appeals, which ended with it (终止).
    pub terminated: Vec<String>,
}

/// Takes a project out of the library, under the rules.
///
/// # Errors
/// [`Kind::HasLeft`], [`Kind::TooEarly`], [`Kind::SuccessorNeeded`], [`Kind::SameProject`],
/// [`Kind::ExitRefused`] without an override.
pub fn leave(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    request: &ExitRequest,
) -> Result<Departed> {
    not_in_the_future(request.on, stamp.today)?;
    library.write(stamp, waiting, |writer| {
        let project = lookup::project(writer, &request.project)?;
        depart(writer, project, request, stamp.reason.clone()).map(Outcome::Keep)
    })
}

/// A project goes, under the rules; `reason` is the clerk's, or the district's where the clerk
/// granted what it proposed.
///
/// # Errors
/// As [`leave`].
pub fn depart(
    writer: &mut Writer<'_>,
    project: Project,
    request: &ExitRequest,
    reason: Option<String>,
) -> Result<Departed> {
    must_be_in(&project)?;
    if request.on < project.entered {
        return Err(Kind::TooEarly { day: request.on, earliest: project.entered }.into());
    }
    let successor = successor(writer, &project, request)?;
    let reasoned = reason.is_some();
    let finding = judge_exit(writer, &project, request, successor.as_ref(), reasoned)?;
    let refused = finding.verdict == Verdict::Fail;
    let overridden = if refused { writer.stamp().overridden.clone() } else { None };
    if refused && overridden.is_none() {
        let finding = Box::new(finding);
        return Err(Kind::ExitRefused { finding }.at(Place::value(&project.name)).into());
    }
    let mut departed = Departed {
        code: project.code.clone(),
        name: project.name.clone(),
        ground: request.ground,
        finding,
        overridden,
        successor: successor.as_ref().map(|other| other.code.clone()),
        terminated: Vec::new(),
    };
    if let Some(other) = successor {
        writer.put_link(LinkKind::Merged, project.id, other.id, request.on)?;
        if request.amounts == Amounts::Add {
            add_amounts(writer, &project, other, request.on)?;
        }
    }
    let id = project.id;
    departed.terminated = terminate(writer, id, request.on, reason.as_deref())?;
    write_exit(writer, project, request, &departed, reason)?;
    Ok(departed)
}

/// What the rules in force say of an exit.
///
/// # Errors
/// Only what the store reports.
pub fn judge_exit(
    reader: &Reader<'_>,
    project: &Project,
    request: &ExitRequest,
    successor: Option<&Project>,
    reasoned: bool,
) -> Result<Finding> {
    let book = RuleBook::new(reader.rules()?);
    let clocks = clocks_of(reader, &book, project.id, request.on)?;
    let clocks = clocks.context("the clocks of a project in the library")?;
    let stage = project.standing.stage;
    let milestones = reader.milestones(project.id)?;
    let reached = milestones.iter().find(|milestone| milestone.stage == stage);
    Ok(judge(
        &book,
        &ExitFacts {
            ground: request.ground,
            stage,
            reached: reached.map(|milestone| milestone.reached),
            progress: &clocks.progress,
            successor: successor.map(|other| other.code.as_str()),
            reasoned,
            on: request.on,
        },
    ))
}

fn successor(
    reader: &Reader<'_>,
    project: &Project,
    request: &ExitRequest,
) -> Result<Option<Project>> {
    let Some(given) = &request.successor else {
        if request.ground == ExitGround::Merged {
            return Err(Kind::SuccessorNeeded.into());
        }
        return Ok(None);
    };
    let other = lookup::project(reader, given)?;
    if other.id == project.id {
        return Err(Kind::SameProject { code: other.code }.into());
    }
    must_be_in(&other)?;
    Ok(Some(other))
}

fn write_exit(
    writer: &mut Writer<'_>,
    project: Project,
    request: &ExitRequest,
    departed: &Departed,
    reason: Option<String>,
) -> Result<()> {
    let id = project.id;
    let gone = Project {
        left: Some(request.on),
        left_month: Some(Month::of(request.on)),
        exit_ground: Some(request.ground),
        exit_reason: reason,
        ..project
    };
    writer.put_project(&gone, Origin::default())?;
    let findings = serde_json::to_string(&[&departed.finding]).context("findings as JSON")?;
    let verdict = Judged { day: request.on, findings, overridden: departed.overridden.clone() };
    writer.put_verdict(id, Gate::Exit, &verdict, Origin::default())
}

/// Amounts that move between projects move in the latest month: each month stands by itself, and
/// those after it would not follow.
///
/// # Errors
/// [`Kind::LaterMonthKnown`].
pub fn must_be_latest(writer: &Writer<'_>, project: &Project, month: Month) -> Result<()> {
    match writer.report_until(project.id, Month::LAST)? {
        Some(newest) if newest.month > month => {
            let code = project.code.clone();
            Err(Kind::LaterMonthKnown { code, month: newest.month }.into())
        }
        _ => Ok(()),
    }
}

/// Adds every amount of `project` to those of the one that takes it in.
fn add_amounts(writer: &mut Writer<'_>, project: &Project, other: Project, on: Day) -> Result<()> {
    let month = Month::of(on);
    must_be_latest(writer, &other, month)?;
    let mut case = Case::open(writer, other, month)?;
    let standing = case.dossier().project.standing;
    let sums = Quantity::ALL.iter().filter_map(|quantity| {
        let part = project.standing.amounts.get(*quantity)?;
        let whole = standing.amounts.get(*quantity).unwrap_or_default();
        let fact = Fact::Money(whole.plus(part));
        Some(Resolved { field: Field::Money(*quantity), fact, original: None })
    });
    let sums: Vec<Resolved> = sums.collect();
    case.apply(&sums, Voice::Clerk);
    case.save(writer, None, Origin::default())
}
