//! `show`: everything on record about one project.

use super::case::Case;
use super::lookup;
use crate::error::Result;
use crate::model::dossier::Dossier;
use crate::model::filing::Report;
use crate::model::finding::Finding;
use crate::model::month::Month;
use crate::store::Reader;
use crate::store::original::Original;
use crate::store::verdict::EntryVerdict;
use anyhow::Context;

/// One project on one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portfolio {
    pub dossier: Dossier,
    pub reports: Vec<Report>,
    pub originals: Vec<Original>,
    pub verdict: Option<EntryVerdict>,
    /// The findings under which it entered, with the rule versions of that day.
    pub findings: Vec<Finding>,
}

/// Opens a project by code, name, or an unambiguous part of one.
///
/// # Errors
/// Unknown or ambiguous project.
pub fn show(reader: &Reader<'_>, given: &str) -> Result<Portfolio> {
    let project = lookup::project(reader, given)?;
    let id = project.id;
    let month = reader.scope().month.unwrap_or(Month::LAST);
    let verdict = reader.verdict(id)?;
    let findings = match &verdict {
        Some(verdict) => serde_json::from_str(&verdict.findings).context("findings on record")?,
        None => Vec::new(),
    };
    let mut reports = reader.reports_of(id)?;
    reports.retain(|report| report.month <= month);
    Ok(Portfolio {
        dossier: Case::open(reader, project, month)?.into_known(),
        reports,
        originals: reader.originals(id)?,
        verdict,
        findings,
    })
}
