//! `show`: everything on record about one project.

use super::case::Case;
use super::lookup;
use crate::error::Result;
use crate::model::bond::{Link, Stay};
use crate::model::clock::Excuse;
use crate::model::dossier::Dossier;
use crate::model::filing::Report;
use crate::model::finding::Finding;
use crate::model::month::Month;
use crate::model::project::Project;
use crate::store::Reader;
use crate::store::original::Original;
use crate::store::verdict::{Gate, Judged};
use anyhow::Context;

/// One project on one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portfolio {
    pub dossier: Dossier,
    pub reports: Vec<Report>,
    pub originals: Vec<Original>,
    /// 曾用名
    pub former_names: Vec<String>,
    /// Earlier times in the library.
    pub stays: Vec<Stay>,
    /// Mergers and splits.
    pub links: Vec<Link>,
    /// 正当理由
    pub excuses: Vec<Excuse>,
    pub verdict: Option<Judged>,
    /// The findings under which it entered, with the rule versions of that day.
    pub findings: Vec<Finding>,
    /// The verdict under which it left.
    pub exit: Option<Judged>,
}

/// Opens a project by code, name, or an unambiguous part of one.
///
/// # Errors
/// Unknown or ambiguous project.
pub fn show(reader: &Reader<'_>, given: &str) -> Result<Portfolio> {
    let project = lookup::project(reader, given)?;
    let id = project.id;
    let month = reader.scope().month.unwrap_or(Month::LAST);
    let dossier = dossier_of(reader, project)?;
    let verdict = reader.verdict(id, Gate::Entry)?;
    let findings = match &verdict {
        Some(verdict) => serde_json::from_str(&verdict.findings).context("findings on record")?,
        None => Vec::new(),
    };
    let mut reports = reader.reports_of(id)?;
    reports.retain(|report| report.month <= month);
    Ok(Portfolio {
        dossier,
        reports,
        originals: originals(reader, id)?,
        former_names: reader.former_names(id)?,
        stays: reader.stays(id)?,
        links: reader.links(id)?,
        excuses: reader.excuses(Some(id))?.remove(&id).unwrap_or_default(),
        verdict,
        findings,
        exit: reader.verdict(id, Gate::Exit)?,
    })
}

/// The amounts written in another currency that still explain the month's amount in dollars.
fn originals(reader: &Reader<'_>, project: i64) -> Result<Vec<Original>> {
    let mut originals = Vec::new();
    for original in reader.originals(project)? {
        let report = reader.report(project, original.month)?;
        let amount = report.and_then(|it| it.standing.amounts.get(original.quantity));
        if amount.is_some() && amount == original.rate.convert(original.amount.hundredths) {
            originals.push(original);
        }
    }
    Ok(originals)
}

/// Everything known of a project in the state looked at.
///
/// # Errors
/// Only what the store reports.
pub fn dossier_of(reader: &Reader<'_>, project: Project) -> Result<Dossier> {
    // One that has left stands as it left; reports that came later are kept beside it.
    let register = if project.left.is_some() { project.month } else { Month::LAST };
    let month = reader.scope().month.unwrap_or(register);
    Ok(Case::open(reader, project, month)?.into_known())
}
