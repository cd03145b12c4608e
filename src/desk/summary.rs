//! `summary`: the figures of the meetings, folded from one set of narrow rows.

use crate::error::Result;
use crate::model::brief::{Brief, Filter};
use crate::model::filing::Filing;
use crate::report::breakdown::{Breakdown, by_known, by_text};
use crate::report::overview::{Overview, overview};
use crate::store::Reader;

/// A district's figures, with its filing for the month in question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DistrictTable {
    pub breakdown: Breakdown<i64>,
    pub filings: Vec<Filing>,
}

/// By 挂钩领导, 责任单位 and 跟踪人, each with the unassigned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeopleTables {
    pub leader: Breakdown<String>,
    pub responsible: Breakdown<String>,
    pub tracker: Breakdown<String>,
}

/// The projects a summary counts.
///
/// # Errors
/// Only what the store reports.
pub fn counted(reader: &Reader<'_>, filter: &Filter) -> Result<Vec<Brief>> {
    reader.briefs(filter)
}

/// The overview of the projects that pass the filter.
///
/// # Errors
/// Only what the store reports.
pub fn overview_of(reader: &Reader<'_>, briefs: &[Brief]) -> Result<Overview> {
    Ok(overview(briefs, reader.exceptions()?))
}

/// By district; a district without projects has a row too.
///
/// # Errors
/// Only what the store reports.
pub fn districts(reader: &Reader<'_>, filter: &Filter, briefs: &[Brief]) -> Result<DistrictTable> {
    let wanted = |id: &i64| filter.districts.is_empty() || filter.districts.contains(id);
    let ids: Vec<i64> =
        reader.districts()?.iter().map(|district| district.id).filter(wanted).collect();
    let breakdown = by_known(briefs, &ids, |brief| Some(brief.district));
    Ok(DistrictTable { breakdown, filings: reader.filings(reader.scope().reporting)? })
}

/// By the people and bodies named for the projects.
pub fn people(briefs: &[Brief]) -> PeopleTables {
    PeopleTables {
        leader: by_text(briefs, |brief| brief.leader.as_deref()),
        responsible: by_text(briefs, |brief| brief.responsible.as_deref()),
        tracker: by_text(briefs, |brief| brief.tracker.as_deref()),
    }
}
