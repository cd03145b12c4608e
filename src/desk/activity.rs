//! `activity`: 促进活动 and 宣传引导 around projects, recorded and listed.

use super::lookup;
use super::resolve::not_in_the_future;
use super::update::must_be_in;
use crate::error::{Kind, Place, Result};
use crate::model::Day;
use crate::model::activity::{Activity, ActivityKind};
use crate::model::month::Month;
use crate::model::name::{clean, search_key};
use crate::store::library::Outcome;
use crate::store::{Library, Reader, Stamp};

/// An activity as the clerk gives it.
#[derive(Debug, Clone)]
pub struct ActivityRequest {
    pub kind: ActivityKind,
    /// By any of its names; `None`: the district of the project.
    pub district: Option<String>,
    /// By code or name.
    pub project: Option<String>,
    pub text: String,
    pub on: Day,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Logged {
    /// Its code.
    New(String),
    /// The same is on record under this code.
    Known(String),
}

/// Records an activity.
///
/// # Errors
/// A day in the future, nothing said, an unknown district or project, a project that has left or
/// that is another district's.
pub fn log(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    request: &ActivityRequest,
) -> Result<Logged> {
    not_in_the_future(request.on, stamp.today)?;
    let text = clean(&request.text);
    if text.is_empty() {
        return Err(Kind::NothingGiven.into());
    }
    library.write(stamp, waiting, |writer| {
        let districts = writer.districts()?;
        let given = request.district.as_deref();
        let named = given.map(|given| lookup::district(&districts, given)).transpose()?;
        let given = request.project.as_deref();
        let project = given.map(|given| lookup::project(writer, given)).transpose()?;
        if let Some(project) = &project {
            must_be_in(project)?;
            if named.as_ref().is_some_and(|named| named.id != project.district) {
                let own = districts.iter().find(|district| district.id == project.district);
                let district = own.map(|own| own.name.clone()).unwrap_or_default();
                let code = project.code.clone();
                return Err(Kind::CodeOtherDistrict { code, district }.at(Place::default()).into());
            }
        }
        let district = named.map(|named| named.id).or(project.as_ref().map(|it| it.district));
        let activity = Activity {
            id: 0,
            code: String::new(),
            kind: request.kind,
            district,
            project: project.map(|project| project.id),
            day: request.on,
            text,
        };
        let known = writer.activities(request.on, request.on)?;
        if let Some(known) = known.into_iter().find(|known| is_same(known, &activity)) {
            return Ok(Outcome::Keep(Logged::Known(known.code)));
        }
        Ok(Outcome::Keep(Logged::New(writer.put_activity(&activity)?)))
    })
}

fn is_same(known: &Activity, activity: &Activity) -> bool {
    (known.kind, known.district, known.project, known.day)
        == (activity.kind, activity.district, activity.project, activity.day)
        && search_key(&known.text) == search_key(&activity.text)
}

/// An activity with what a list shows of its project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivityLine {
    pub activity: Activity,
    /// Code and name.
    pub project: Option<(String, String)>,
}

/// The activities of a month, or of all days, up to the day looked at, by day.
///
/// # Errors
/// An unknown district.
pub fn list(
    reader: &Reader<'_>,
    month: Option<Month>,
    district: Option<&str>,
) -> Result<Vec<ActivityLine>> {
    let districts = reader.districts()?;
    let district = district.map(|given| lookup::district(&districts, given)).transpose()?;
    let today = reader.scope().today;
    let (from, to) =
        month.map_or((Day::MIN, today), |month| (month.first_day(), month.last_day().min(today)));
    let mut lines = Vec::new();
    for activity in reader.activities(from, to)? {
        let elsewhere = |one: &crate::model::party::District| activity.district != Some(one.id);
        if district.as_ref().is_some_and(elsewhere) {
            continue;
        }
        let project = match activity.project {
            Some(id) => reader.project(id)?.map(|project| (project.code, project.name)),
            None => None,
        };
        lines.push(ActivityLine { activity, project });
    }
    Ok(lines)
}
