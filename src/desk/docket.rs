//! The figures of appeals (诉求情况): outcomes, categories, districts, departments and the
//! carry-over, folded from one set of narrow rows.

use crate::error::Result;
use crate::model::Day;
use crate::model::brief::Filter;
use crate::model::docket::{AppealBrief, AppealException, AppealFilter, DispatchBrief};
use crate::model::month::Month;
use crate::report::answers::{AnswerTable, by_department};
use crate::report::appeals::{AppealTable, OutcomeTable, by_known, by_outcome};
use crate::report::carry::{Carry, carry, whole};
use crate::store::Reader;
use std::collections::{HashMap, HashSet};

/// Which appeals are counted.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DocketFilter {
    pub appeals: AppealFilter,
    /// Only appeals of the projects that pass; `None` does not narrow.
    pub projects: Option<Filter>,
}

/// Everything the tables of appeals print, as it stood at the end of `last`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Docket {
    /// The appeals counted, and those that have left N, by code.
    pub appeals: Vec<AppealBrief>,
    /// The dispatches of these appeals.
    pub dispatches: Vec<DispatchBrief>,
    pub outcomes: OutcomeTable,
    pub categories: AppealTable<i64>,
    pub districts: AppealTable<i64>,
    pub departments: AnswerTable,
    /// The month of the carry-over.
    pub month: Month,
    /// The carry-over of each district.
    pub carry: Vec<(i64, Carry)>,
    pub carried: Carry,
    /// 例外交办, among the appeals counted.
    pub exceptions: Vec<AppealException>,
    pub last: Day,
}

impl Docket {
    /// Whether there is anything to print.
    pub fn is_empty(&self) -> bool {
        self.appeals.is_empty()
    }
}

/// The appeals of the reader's scope that pass the filter, with every figure about them.
///
/// # Errors
/// Only what the store reports.
pub fn docket(reader: &Reader<'_>, filter: &DocketFilter) -> Result<Docket> {
    let (appeals, mut dispatches) = reader.docket(&filter.appeals)?;
    let appeals = of_projects(reader, filter, appeals)?;
    let wanted = |asked: &[i64], id: i64| asked.is_empty() || asked.contains(&id);
    let district_of: HashMap<i64, i64> =
        appeals.iter().map(|appeal| (appeal.id, appeal.district)).collect();
    dispatches.retain(|dispatch| {
        district_of.contains_key(&dispatch.appeal)
            && wanted(&filter.appeals.departments, dispatch.department)
    });
    let mut exceptions = reader.appeal_exceptions()?;
    exceptions.retain(|exception| district_of.contains_key(&exception.appeal));
    let last = reader.last_day();
    let month = Month::of(last);
    let moves = reader.moves()?;
    let carried = carry(&moves, month.first_day(), last, |id| district_of.get(&id).copied());
    let districts: Vec<i64> = reader.districts()?.iter().map(|district| district.id).collect();
    let districts: Vec<i64> =
        districts.into_iter().filter(|id| wanted(&filter.appeals.districts, *id)).collect();
    let categories: Vec<i64> = reader.categories()?.iter().map(|category| category.id).collect();
    let departments: Vec<i64> = reader.departments()?.iter().map(|one| one.id).collect();
    let departments: Vec<i64> =
        departments.into_iter().filter(|id| wanted(&filter.appeals.departments, *id)).collect();
    Ok(Docket {
        outcomes: by_outcome(&appeals),
        categories: by_known(&appeals, &categories, |appeal| appeal.category),
        districts: by_known(&appeals, &districts, |appeal| Some(appeal.district)),
        departments: by_department(&dispatches, &departments, &reader.calendar()?, last),
        month,
        carried: whole(&carried),
        carry: districts
            .iter()
            .map(|id| (*id, carried.get(id).copied().unwrap_or_default()))
            .collect(),
        exceptions,
        last,
        appeals,
        dispatches,
    })
}

/// The appeals of the reader's scope that pass the filter, by code.
///
/// # Errors
/// Only what the store reports.
pub fn appeals_of(reader: &Reader<'_>, filter: &DocketFilter) -> Result<Vec<AppealBrief>> {
    of_projects(reader, filter, reader.appeal_briefs(&filter.appeals)?)
}

/// Those of the projects that pass.
fn of_projects(
    reader: &Reader<'_>,
    filter: &DocketFilter,
    mut appeals: Vec<AppealBrief>,
) -> Result<Vec<AppealBrief>> {
    if let Some(projects) = &filter.projects {
        let passing = passing(reader, projects)?;
        appeals.retain(|appeal| passing.contains(&appeal.project));
    }
    Ok(appeals)
}

/// The projects that pass, also of those that have left: what was said about them stands.
///
/// # Errors
/// Only what the store reports.
pub fn passing(reader: &Reader<'_>, projects: &Filter) -> Result<HashSet<i64>> {
    let mut passing = HashSet::new();
    for departed in [false, true] {
        let asked = Filter { departed, ..projects.clone() };
        passing.extend(reader.briefs(&asked)?.iter().map(|brief| brief.id));
    }
    Ok(passing)
}
