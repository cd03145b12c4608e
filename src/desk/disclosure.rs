//! What must not leave the bureau: projects marked 内部掌握, with everything said about them.

use crate::error::Result;
use crate::model::brief::{Filter, Scope};
use crate::model::docket::AppealFilter;
use crate::store::Reader;

/// The projects that papers for others leave out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Withheld {
    ids: Vec<i64>,
    /// How many of them would otherwise be counted in the state looked at.
    pub projects: u64,
}

impl Withheld {
    /// Whether a project is left out.
    pub fn holds(&self, project: Option<i64>) -> bool {
        project.is_some_and(|id| self.ids.binary_search(&id).is_ok())
    }

    /// The projects that may be shown.
    pub fn projects_shown(&self) -> Filter {
        Filter { without: self.ids.clone(), ..Filter::default() }
    }

    /// The appeals that may be shown.
    pub fn appeals_shown(&self) -> AppealFilter {
        AppealFilter { without: self.ids.clone(), ..AppealFilter::default() }
    }
}

/// Those marked in the state looked at, and those marked now: a paper made today of a past day
/// shows nothing that is secret today.
///
/// # Errors
/// Only what the store reports.
pub fn withheld(reader: &Reader<'_>) -> Result<Withheld> {
    let here = reader.scope();
    let mut ids = reader.confidential()?;
    if here.past || here.operation.is_some() {
        let now = Scope { past: false, operation: None, ..here };
        ids.extend(reader.at(now, |reader| reader.confidential())?);
    }
    let mut held = Withheld { ids: ids.into_iter().collect(), projects: 0 };
    if !held.ids.is_empty() {
        let all = reader.briefs(&Filter::default())?;
        held.projects = all.iter().filter(|brief| held.holds(Some(brief.id))).count() as u64;
    }
    Ok(held)
}
