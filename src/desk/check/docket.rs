//! Do the figures of appeals reconcile? The carry-over of every month, and the outcome of every
//! project, each folded from narrow rows and added up by SQL.

use crate::error::Result;
use crate::model::check::Trouble;
use crate::model::docket::AppealFilter;
use crate::model::month::Month;
use crate::report::appeals::project_outcomes;
use crate::report::carry::{carry, whole};
use crate::rules::appeal::life::fold;
use crate::store::Reader;

/// What does not reconcile.
///
/// # Errors
/// Only what the store reports.
pub fn troubles(reader: &Reader<'_>) -> Result<Vec<Trouble>> {
    let mut troubles = carried(reader)?;
    troubles.extend(outcomes(reader)?);
    troubles.extend(courses(reader)?);
    Ok(troubles)
}

/// 上月结转 + 本月新增 + 本月重开 − 本月办结 − 本月终止/撤回 = 月末在办, in every month in which
/// anything happened.
fn carried(reader: &Reader<'_>) -> Result<Vec<Trouble>> {
    let moves = reader.moves()?;
    let growth = reader.growth_in_hand()?;
    let months = moves.iter().map(|step| Month::of(step.day)).chain(growth.keys().copied());
    let (Some(first), Some(last)) = (months.clone().min(), months.max()) else {
        return Ok(Vec::new());
    };
    let (mut month, mut grown, mut troubles) = (first, 0_i64, Vec::new());
    while month <= last {
        let sums = carry(&moves, month.first_day(), month.last_day(), |_| Some(()));
        let carry = whole(&sums);
        grown += growth.get(&month).copied().unwrap_or(0);
        let in_hand = grown.unsigned_abs();
        if !carry.holds() || carry.closing != in_hand {
            troubles.push(Trouble::CarryOver { month, accounted: carry.accounted(), in_hand });
        }
        month = month.next();
    }
    Ok(troubles)
}

/// The first outcome that any of a project's appeals has.
fn outcomes(reader: &Reader<'_>) -> Result<Vec<Trouble>> {
    let appeals = reader.appeal_briefs(&AppealFilter::default())?;
    let (folded, grouped) = (project_outcomes(&appeals), reader.outcomes_of_projects()?);
    let projects: std::collections::BTreeSet<i64> =
        folded.keys().chain(grouped.keys()).copied().collect();
    let mut troubles = Vec::new();
    for id in projects.into_iter().filter(|id| folded.get(id) != grouped.get(id)) {
        let project = reader.project(id)?;
        let (code, name) = project.map(|project| (project.code, project.name)).unwrap_or_default();
        troubles.push(Trouble::ProjectOutcome { code, name });
    }
    Ok(troubles)
}

/// Every life, folded again by the table of steps.
fn courses(reader: &Reader<'_>) -> Result<Vec<Trouble>> {
    let roles = reader.roles()?;
    let mut broken = Vec::new();
    reader.each_life(|appeal, events| {
        // One of whose events cannot be read does not hold either.
        let life = events.map(|events| fold(&events, |id| roles.get(&id).copied()));
        if life.is_none_or(|life| life.is_err()) {
            broken.push(appeal);
        }
    })?;
    let mut troubles = Vec::new();
    for id in broken {
        let appeal = reader.appeal_by_id(id)?;
        troubles
            .push(Trouble::Course { code: appeal.map(|appeal| appeal.code).unwrap_or_default() });
    }
    Ok(troubles)
}
