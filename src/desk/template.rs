//! `template`: what stands printed on the form a district fills in for a month (填报表): its own
//! projects with last month's figures, and its appeals that wait to be completed.

use super::docket::{DocketFilter, appeals_of};
use super::feedback::{Returned, returned};
use super::lookup;
use crate::error::Result;
use crate::model::appeal::{Appeal, AppealState};
use crate::model::brief::{Brief, Filter};
use crate::model::docket::AppealFilter;
use crate::model::month::Month;
use crate::model::party::District;
use crate::model::project::Standing;
use crate::store::Reader;
use std::collections::HashMap;

/// A project as it is printed on the form.
#[derive(Debug, Clone, PartialEq)]
pub struct Printed {
    pub code: String,
    pub name: String,
    /// How it stood in the month before; `None`: it was not in the library yet.
    pub before: Option<Standing>,
}

/// What is printed on a district's form.
#[derive(Debug, Clone, PartialEq)]
pub struct FormFacts {
    pub district: District,
    /// The month reported on.
    pub month: Month,
    pub projects: Vec<Printed>,
    /// Appeals sent back to it, with what they lack.
    pub returned: Vec<(Appeal, Returned)>,
}

/// The forms of a month, for one district or for all. The reader looks at that month.
///
/// # Errors
/// [`crate::error::Kind::UnknownDistrict`].
pub fn forms(reader: &Reader<'_>, month: Month, given: Option<&str>) -> Result<Vec<FormFacts>> {
    let mut districts = reader.districts()?;
    if let Some(given) = given {
        districts = vec![lookup::district(&districts, given)?];
    }
    let narrow = Filter {
        districts: districts.iter().map(|district| district.id).collect(),
        ..Filter::default()
    };
    let now = reader.briefs(&narrow)?;
    let past = reader.scope().of_month(Some(month.previous()));
    let before = reader.at(past, |reader| reader.briefs(&narrow))?;
    let before: HashMap<i64, &Brief> = before.iter().map(|brief| (brief.id, brief)).collect();
    let narrow = AppealFilter { districts: narrow.districts, ..AppealFilter::default() };
    let appeals = appeals_of(reader, &DocketFilter { appeals: narrow, projects: None })?;
    let mut back = Vec::new();
    for one in returned(reader, &appeals, reader.last_day())? {
        if one.appeal.state == AppealState::SentBack
            && let Some(whole) = reader.appeal_by_id(one.appeal.id)?
        {
            back.push((whole, one));
        }
    }
    let of = |district: District| FormFacts {
        projects: now
            .iter()
            .filter(|brief| brief.district == district.id)
            .map(|brief| Printed {
                code: brief.code.clone(),
                name: brief.name.clone(),
                before: before
                    .get(&brief.id)
                    .map(|brief| Standing { stage: brief.stage, amounts: brief.amounts }),
            })
            .collect(),
        returned: back
            .iter()
            .filter(|(_, one)| one.appeal.district == district.id)
            .cloned()
            .collect(),
        district,
        month,
    };
    Ok(districts.into_iter().map(of).collect())
}
