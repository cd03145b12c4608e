//! `screen`: what districts applied for is admitted or returned (甄别).

use super::case::{Case, FilingRef, Voice};
use super::clue::heed;
use super::entry::{blank, judge_entry, write_entry};
use super::exit::{Amounts, ExitRequest, depart, judge_exit};
use super::resolve::{Resolved, not_in_the_future};
use super::update::{must_be_free, must_be_in};
use crate::error::{Kind, Place, Result};
use crate::model::Day;
use crate::model::application::{ApplicationKind, ApplicationState};
use crate::model::date::Dated;
use crate::model::dossier::{Change, Fact};
use crate::model::field::Field;
use crate::model::finding::{Finding, Seen};
use crate::model::month::Month;
use crate::model::project::Project;
use crate::rules::book::RuleBook;
use crate::store::candidate::Application;
use crate::store::library::Outcome;
use crate::store::writer::Override;
use crate::store::{Library, Reader, Stamp, Writer};
use anyhow::Context;

/// An application as it looks now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screened {
    pub application: Application,
    /// Code of the project it would change, or became.
    pub project: Option<String>,
    /// What it asks for against what is on record.
    pub changes: Vec<Change>,
    /// What the rules in force say of it; near duplicates among them.
    pub findings: Vec<Finding>,
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    pub application: String,
    pub kind: ApplicationKind,
    pub district: i64,
    /// The project that entered or changed; none when it was returned.
    pub project: Option<String>,
    pub overridden: Option<Override>,
    /// Codes of the open appeals that ended with a project that left (终止).
    pub terminated: Vec<String>,
}

/// The applications of a state, or all of them.
///
/// # Errors
/// Only what the store reports.
pub fn list(reader: &Reader<'_>, state: Option<ApplicationState>) -> Result<Vec<Screened>> {
    let book = RuleBook::new(reader.rules()?);
    let day = reader.scope().today;
    let applications = reader.applications(state)?.into_iter();
    applications.map(|application| look_at(reader, &book, application, day)).collect()
}

/// One application held against the library and the standards in force.
///
/// # Errors
/// Only what the store reports.
pub fn look_at(
    reader: &Reader<'_>,
    book: &RuleBook,
    application: Application,
    on: Day,
) -> Result<Screened> {
    let project = match application.project {
        Some(id) => reader.project(id)?,
        None => None,
    };
    let code = project.as_ref().map(|project| project.code.clone());
    let (changes, findings) = match (application.kind, application.state, project) {
        (ApplicationKind::Change, ApplicationState::Waiting, Some(project)) => {
            let case = Case::open(reader, project, application.month)?;
            let facts = resolved(&application);
            let changes = facts.iter().filter_map(|fact| case.change(fact)).collect();
            (changes, application.findings.clone())
        }
        (ApplicationKind::Entry, ApplicationState::Waiting, _) => {
            let dossier = entering(&application, on);
            (as_asked(&application), judge_entry(reader, book, &dossier, None)?.findings)
        }
        (ApplicationKind::Exit, ApplicationState::Waiting, Some(project))
            if project.left.is_none() =>
        {
            let request = exit_request(&application, &project, on)?;
            let other = match &request.successor {
                Some(code) => reader.project_by_code(code)?,
                None => None,
            };
            let reasoned = request_reason(&application, None).is_some();
            let finding = judge_exit(reader, &project, &request, other.as_ref(), reasoned)?;
            (Vec::new(), vec![finding])
        }
        _ => (as_asked(&application), application.findings.clone()),
    };
    Ok(Screened { application, project: code, changes, findings })
}

fn as_asked(application: &Application) -> Vec<Change> {
    let asked = application.facts.iter();
    asked
        .map(|(field, fact)| Change { field: *field, before: None, after: Some(fact.clone()) })
        .collect()
}

/// Admits applications, all of them or none.
///
/// # Errors
/// [`Kind::UnknownApplication`], [`Kind::NotWaiting`], [`Kind::ReasonNeeded`] for a change without
/// a reason, [`Kind::EntryRefused`] without an override, [`Kind::HasLeft`].
pub fn admit(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    codes: &[String],
    on: Day,
) -> Result<Vec<Decided>> {
    not_in_the_future(on, stamp.today)?;
    library.write(stamp, waiting, |writer| {
        let book = RuleBook::new(writer.rules()?);
        let mut decided = Vec::new();
        for code in codes {
            let application = waiting_one(writer, code)?;
            decided.push(match application.kind {
                ApplicationKind::Entry => admit_entry(writer, &book, application, on)?,
                ApplicationKind::Change => admit_change(writer, application, on)?,
                ApplicationKind::Exit => admit_exit(writer, application, on)?,
            });
        }
        Ok(Outcome::Keep(decided))
    })
}

/// Returns applications to their districts; the reason is that of the stamp.
///
/// # Errors
/// [`Kind::UnknownApplication`], [`Kind::NotWaiting`].
pub fn send_back(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    codes: &[String],
) -> Result<Vec<Decided>> {
    library.write(stamp, waiting, |writer| {
        let mut decided = Vec::new();
        for code in codes {
            let application = waiting_one(writer, code)?;
            decided.push(Decided {
                application: application.code.clone(),
                kind: application.kind,
                district: application.district,
                project: None,
                overridden: None,
                terminated: Vec::new(),
            });
            let state = ApplicationState::Returned;
            let reason = stamp.reason.clone();
            writer.put_application(&Application { state, reason, ..application })?;
        }
        Ok(Outcome::Keep(decided))
    })
}

fn waiting_one(writer: &Writer<'_>, given: &str) -> Result<Application> {
    let code = given.trim().to_uppercase();
    let found = writer.application(&code)?;
    let found = found.ok_or_else(|| Kind::UnknownApplication { given: given.to_owned() })?;
    if found.state == ApplicationState::Waiting {
        Ok(found)
    } else {
        Err(Kind::NotWaiting { code: found.code, state: found.state }.into())
    }
}

/// The project an application for entry would make. A decision of a month belongs to the month
/// reported on then, but never lies before the application.
fn entering(application: &Application, on: Day) -> crate::model::dossier::Dossier {
    let mut dossier = blank(application.district, application.month, on);
    for (field, fact) in &application.facts {
        dossier.set(*field, fact.clone());
    }
    dossier.project.entered_month = Month::of(on).previous().max(application.month);
    dossier
}

fn admit_entry(
    writer: &mut Writer<'_>,
    book: &RuleBook,
    application: Application,
    on: Day,
) -> Result<Decided> {
    let dossier = entering(&application, on);
    let judgement = judge_entry(writer, book, &dossier, None)?;
    let overridden = if judgement.admits() { None } else { writer.stamp().overridden.clone() };
    if !judgement.admits() && overridden.is_none() {
        let place = Place::value(&application.name);
        return Err(Kind::EntryRefused { findings: judgement.findings }.at(place).into());
    }
    let filing = filing_of(writer, &application)?;
    let problem = dossier.problem.clone();
    let project = write_entry(
        writer,
        dossier,
        &judgement,
        overridden.clone(),
        filing,
        &application.originals,
        application.from,
    )?;
    if let Some(problem) = problem {
        heed(writer, project.id, application.month, &problem, application.from)?;
    }
    decide(writer, application, Some(project.id), project.code, overridden)
}

fn admit_change(writer: &mut Writer<'_>, application: Application, on: Day) -> Result<Decided> {
    if writer.stamp().reason.is_none() {
        return Err(Kind::ReasonNeeded { findings: application.findings }
            .at(Place::value(&application.code))
            .into());
    }
    let project = application.project.map(|id| writer.project(id)).transpose()?.flatten();
    let project = project.context("the project of an application")?;
    must_be_in(&project)?;
    let (id, code) = (project.id, project.code.clone());
    let filing = filing_of(writer, &application)?;
    let mut case = Case::open(writer, project, application.month)?;
    must_stand_as_asked(&case, &application)?;
    let facts = resolved(&application);
    must_be_free(writer, case.dossier(), &facts)?;
    case.apply(&facts, Voice::Clerk);
    let reached = Month::of(on).previous().max(application.month);
    case.date_stage(Dated::Month(reached));
    case.save(writer, filing, application.from)?;
    decide(writer, application, Some(id), code, None)
}

/// A project leaves as its district proposed, under the rules; the clerk's reason stands before
/// the district's.
fn admit_exit(writer: &mut Writer<'_>, application: Application, on: Day) -> Result<Decided> {
    let project = application.project.map(|id| writer.project(id)).transpose()?.flatten();
    let project = project.context("the project of an application")?;
    let (id, code) = (project.id, project.code.clone());
    let request = exit_request(&application, &project, on)?;
    let reason = request_reason(&application, writer.stamp().reason.clone());
    let departed = depart(writer, project, &request, reason)?;
    let decided = decide(writer, application, Some(id), code, departed.overridden)?;
    Ok(Decided { terminated: departed.terminated, ..decided })
}

fn request_reason(application: &Application, ours: Option<String>) -> Option<String> {
    ours.or_else(|| application.exit.as_ref()?.reason.clone())
}

/// What the district proposed, on the day it named, else on the day of the decision.
fn exit_request(application: &Application, project: &Project, on: Day) -> Result<ExitRequest> {
    let asked = application.exit.as_ref().context("the ground of a proposed exit")?;
    Ok(ExitRequest {
        project: project.code.clone(),
        ground: asked.ground,
        on: asked.day.filter(|day| *day <= on).unwrap_or(on),
        successor: asked.successor.clone(),
        amounts: Amounts::Leave,
    })
}

/// What the application asks to change must still be what it was when the district asked.
fn must_stand_as_asked(case: &Case, application: &Application) -> Result<()> {
    for finding in &application.findings {
        let (field, then) = match &finding.seen {
            Seen::Fell { quantity, before, .. } => (Field::Money(*quantity), Fact::Money(*before)),
            Seen::StageMoved { before, .. } => (Field::Stage, Fact::Stage(*before)),
            Seen::Renamed { before, .. } => (Field::Name, Fact::Text(before.clone())),
            _ => continue,
        };
        if case.dossier().get(field).as_ref() != Some(&then) {
            return Err(Kind::MovedOn { application: application.code.clone(), field }.into());
        }
    }
    Ok(())
}

fn decide(
    writer: &mut Writer<'_>,
    application: Application,
    project: Option<i64>,
    code: String,
    overridden: Option<Override>,
) -> Result<Decided> {
    let decided = Decided {
        application: application.code.clone(),
        kind: application.kind,
        district: application.district,
        project: Some(code),
        overridden,
        terminated: Vec::new(),
    };
    let state = ApplicationState::Admitted;
    let reason = writer.stamp().reason.clone();
    writer.put_application(&Application { state, project, reason, ..application })?;
    Ok(decided)
}

/// The filing an application came with, where its district's month is on record.
fn filing_of(writer: &Writer<'_>, application: &Application) -> Result<Option<FilingRef>> {
    let filing = writer.filing(application.district, application.month)?;
    Ok(filing.map(|filing| FilingRef {
        id: crate::store::filing::filing_id(application.district, application.month),
        revision: filing.revision,
    }))
}

fn resolved(application: &Application) -> Vec<Resolved> {
    let original = |field: Field| match field {
        Field::Money(quantity) => {
            application.originals.iter().find(|original| original.quantity == quantity).cloned()
        }
        _ => None,
    };
    let facts = application.facts.iter();
    facts
        .map(|(field, fact): &(Field, Fact)| Resolved {
            field: *field,
            fact: fact.clone(),
            original: original(*field).map(Box::new),
        })
        .collect()
}
