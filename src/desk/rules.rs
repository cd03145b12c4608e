//! `rules`: the standards shown and set, what each says of a project, who is due to enter or
//! leave, and what stops a clock.

use super::clocks::{Clocks, clocks, clocks_of, month_due};
use super::entry::judge_entry;
use super::history::{Entry, What, history};
use super::lookup;
use super::screen::{Screened, look_at};
use super::show::dossier_of;
use super::update::must_be_in;
use crate::error::{Kind, Result};
use crate::model::Day;
use crate::model::application::{ApplicationKind, ApplicationState};
use crate::model::clock::{Clock, Colour, Excuse};
use crate::model::dossier::Change;
use crate::model::exit::ExitGround;
use crate::model::finding::{Finding, RuleVersion, Seen};
use crate::model::month::Month;
use crate::model::project::Project;
use crate::rules::book::RuleBook;
use crate::rules::{change, clock, deadline, exit, stage};
use crate::store::library::Outcome;
use crate::store::{Library, Reader, Stamp};
use std::collections::BTreeMap;

/// Every version of every standard.
///
/// # Errors
/// Only what the store reports.
pub fn show(reader: &Reader<'_>) -> Result<Vec<RuleVersion>> {
    reader.rules()
}

/// Records a version of a standard; the earlier ones stay.
///
/// # Errors
/// Only what the store reports.
pub fn set(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    version: &RuleVersion,
) -> Result<()> {
    library.write(stamp, waiting, |writer| {
        if !writer.rules()?.contains(version) {
            writer.put_rule(version)?;
        }
        Ok(Outcome::Keep(()))
    })
}

/// Stops a clock of a project for a good reason (正当理由); returns its code.
///
/// # Errors
/// Unknown project, one that has left, [`Kind::ExcuseBackwards`].
pub fn excuse(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    project: &str,
    excuse: &Excuse,
) -> Result<String> {
    if excuse.until < excuse.from {
        return Err(Kind::ExcuseBackwards { from: excuse.from, until: excuse.until }.into());
    }
    library.write(stamp, waiting, |writer| {
        let project = lookup::project(writer, project)?;
        must_be_in(&project)?;
        writer.put_excuse(project.id, excuse)?;
        Ok(Outcome::Keep(project.code))
    })
}

/// What every rule says of one project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    pub code: String,
    pub name: String,
    /// In the order of the rules: entry, stage, changes, clocks, exit, report.
    pub findings: Vec<Finding>,
}

/// Holds every rule against one project on the day looked at.
///
/// # Errors
/// Unknown or ambiguous project.
pub fn check(reader: &Reader<'_>, given: &str) -> Result<Checked> {
    let project = lookup::project(reader, given)?;
    let on = reader.scope().today;
    let book = RuleBook::new(reader.rules()?);
    let dossier = dossier_of(reader, project.clone())?;
    let mut findings = judge_entry(reader, &book, &dossier, None)?.findings;
    findings.extend(stage::judge(&book, &dossier, on));
    findings.extend(sensitive(reader, &book, &project, on)?);
    if let Some(Clocks { progress, report }) = clocks_of(reader, &book, project.id, on)? {
        findings.extend(clock::findings(&book, &progress, on));
        findings.extend(clock::findings(&book, &report, on));
        let stage = dossier.project.standing.stage;
        let reached = dossier.milestones.get(&stage).copied();
        findings.extend(exit::explain(&book, stage, reached, &progress, on));
    }
    let calendar = reader.calendar()?;
    let month = month_due(&book, &calendar, on);
    let filing = reader.filing(project.district, month)?;
    let received = filing.map(|filing| filing.first_received);
    findings.extend(deadline::judge_report(&book, &calendar, month, received, on));
    Ok(Checked { code: project.code, name: project.name, findings })
}

/// The sensitive changes on record with the reasons given for them, each judged by the standard of
/// its day; a rule nothing happened under says so.
fn sensitive(
    reader: &Reader<'_>,
    book: &RuleBook,
    project: &Project,
    on: Day,
) -> Result<Vec<Finding>> {
    let mut findings = change::judge(book, &[], true, on);
    for entry in history(reader, &project.code)?.entries {
        let Some(change) = change_of(&entry) else { continue };
        let reasoned = entry.line.reason.is_some();
        for finding in change::judge(book, &[change], reasoned, entry.line.day) {
            if finding.seen == Seen::Nothing {
                continue;
            }
            findings.retain(|known| {
                known.rule.rule != finding.rule.rule || known.seen != Seen::Nothing
            });
            findings.push(finding);
        }
    }
    findings.sort_by_key(|finding| finding.rule.rule);
    Ok(findings)
}

fn change_of(entry: &Entry) -> Option<Change> {
    let What::Field(field) = entry.what else { return None };
    let command = entry.line.command;
    // Winding back is no new change, and what first entered fell from nothing.
    if !command.can_be_undone() {
        return None;
    }
    let change = Change { field, before: entry.before.clone(), after: entry.after.clone() };
    change::rule_of(&change).map(|_| change)
}

/// A project that ought to leave, with the evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToLeave {
    pub code: String,
    pub name: String,
    pub district: i64,
    pub ground: ExitGround,
    pub finding: Finding,
}

/// A project on one of whose clocks a warning stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warned {
    pub code: String,
    pub name: String,
    pub district: i64,
    pub clock: Clock,
}

/// Who ought to enter, who ought to leave, and who is warned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The month up to which the clocks are read.
    pub month: Month,
    pub to_enter: Vec<Screened>,
    pub to_leave: Vec<ToLeave>,
    pub warned: Vec<Warned>,
}

/// Looks through the whole library and everything applied for.
///
/// # Errors
/// Only what the store reports.
pub fn due(reader: &Reader<'_>) -> Result<Due> {
    let on = reader.scope().today;
    let book = RuleBook::new(reader.rules()?);
    // Nobody is idle for a month whose report need not be in yet.
    let known = month_due(&book, &reader.calendar()?, on);
    let month = reader.scope().month.map_or(known, |month| month.min(known));
    let clocks = clocks(reader, &book, None, month, on)?;
    let mut due =
        Due { month, to_enter: entering(reader, &book, on)?, to_leave: vec![], warned: vec![] };
    let production = production_dates(reader, &clocks)?;
    for brief in reader.briefs(&crate::model::brief::Filter::default())? {
        let Some(Clocks { progress, report }) = clocks.get(&brief.id) else { continue };
        let reached = production.get(&brief.id).copied();
        for (ground, finding) in exit::proposals(&book, brief.stage, reached, progress, on) {
            due.to_leave.push(ToLeave {
                code: brief.code.clone(),
                name: brief.name.clone(),
                district: brief.district,
                ground,
                finding,
            });
        }
        for clock in [progress, report] {
            if clock.colour != Colour::Green {
                due.warned.push(Warned {
                    code: brief.code.clone(),
                    name: brief.name.clone(),
                    district: brief.district,
                    clock: clock.clone(),
                });
            }
        }
    }
    Ok(due)
}

/// The applications for entry that the standards in force would admit.
fn entering(reader: &Reader<'_>, book: &RuleBook, on: Day) -> Result<Vec<Screened>> {
    let mut entering = Vec::new();
    for application in reader.applications(Some(ApplicationState::Waiting))? {
        if application.kind != ApplicationKind::Entry {
            continue;
        }
        let screened = look_at(reader, book, application, on)?;
        if crate::rules::entry::admits(&screened.findings) {
            entering.push(screened);
        }
    }
    Ok(entering)
}

fn production_dates(
    reader: &Reader<'_>,
    projects: &BTreeMap<i64, Clocks>,
) -> Result<BTreeMap<i64, crate::model::date::Dated>> {
    use crate::model::stage::Stage;
    let dates = reader.stage_dates(Stage::Production)?;
    Ok(dates.into_iter().filter(|(project, _)| projects.contains_key(project)).collect())
}
