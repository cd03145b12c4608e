//! Districts, departments, contacts, rates and senders' headings: what the clerk keeps about
//! others.

use super::lookup;
use super::resolve::not_in_the_future;
use super::setting::settings;
use crate::error::{Kind, Result};
use crate::model::appeal::Category;
use crate::model::field::Field;
use crate::model::filing::PaidInBasis;
use crate::model::money::Rate;
use crate::model::name::search_key;
use crate::model::party::{Contact, Department, DepartmentKind, District, Party, Role};
use crate::model::setting::Settings;
use crate::model::{Day, origin::Origin};
use crate::store::library::Outcome;
use crate::store::sender::Heading;
use crate::store::{Library, Reader, Stamp, Writer};

/// Names in both languages for what is held by id or key.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    pub city: String,
    pub districts: Vec<District>,
    pub departments: Vec<Department>,
    pub origins: Vec<Origin>,
    /// Categories of appeals (诉求类别).
    pub categories: Vec<Category>,
    /// What the office has set of its papers.
    pub settings: Settings,
}

/// The directory as it is on record.
///
/// # Errors
/// Only what the store reports.
pub fn directory(reader: &Reader<'_>) -> Result<Directory> {
    Ok(Directory {
        city: reader.setting(crate::store::setting::CITY)?.unwrap_or_default(),
        districts: reader.districts()?,
        departments: reader.departments()?,
        origins: reader.origins()?,
        categories: reader.categories()?,
        settings: settings(reader)?,
    })
}

/// What to set of a district; `None` leaves it.
#[derive(Debug, Clone, Default)]
pub struct DistrictEdit {
    pub name: Option<String>,
    pub short: Option<String>,
    pub english: Option<String>,
    pub aliases: Vec<String>,
}

/// Adds a district by its key, or changes a known one.
///
/// # Errors
/// An alias that another district has.
pub fn set_district(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    given: &str,
    edit: &DistrictEdit,
) -> Result<District> {
    library.write(stamp, waiting, |writer| {
        let known = writer.districts()?;
        let mut district = lookup::district(&known, given).unwrap_or_else(|_| District {
            id: 0,
            key: given.to_owned(),
            name: given.to_owned(),
            short: given.to_owned(),
            english: given.to_owned(),
            aliases: Vec::new(),
        });
        let before = district.clone();
        for other in known.iter().filter(|other| other.key != district.key) {
            let own = [&other.name, &other.short];
            let taken: Vec<String> =
                own.into_iter().chain(&other.aliases).map(|alias| search_key(alias)).collect();
            for alias in edit.aliases.iter().chain(&edit.name).chain(&edit.short) {
                if taken.contains(&search_key(alias)) {
                    let (alias, owner) = (alias.clone(), other.name.clone());
                    return Err(Kind::AliasTaken { alias, owner }.into());
                }
            }
        }
        replace(&mut district.name, edit.name.as_ref());
        replace(&mut district.short, edit.short.as_ref());
        replace(&mut district.english, edit.english.as_ref());
        extend(&mut district.aliases, &edit.aliases);
        if district != before || before.id == 0 {
            district.id = writer.put_district(&district)?;
        }
        Ok(Outcome::Keep(district))
    })
}

/// What to set of a department; `None` leaves it.
#[derive(Debug, Clone, Default)]
pub struct DepartmentEdit {
    pub short: Option<String>,
    pub full: Option<String>,
    pub english: Option<String>,
    pub kind: Option<DepartmentKind>,
    pub aliases: Vec<String>,
}

/// Adds a department by its key, or changes a known one. A full name the clerk sets is no longer
/// an example.
///
/// # Errors
/// Only what the store reports.
pub fn set_department(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    given: &str,
    edit: &DepartmentEdit,
) -> Result<Department> {
    library.write(stamp, waiting, |writer| {
        let known = writer.departments()?;
        let mut department = lookup::department(&known, given).unwrap_or_else(|_| Department {
            id: 0,
            key: given.to_owned(),
            short: given.to_owned(),
            full: given.to_owned(),
            english: given.to_owned(),
            kind: DepartmentKind::Government,
            aliases: Vec::new(),
            example: false,
        });
        let before = department.clone();
        replace(&mut department.short, edit.short.as_ref());
        replace(&mut department.full, edit.full.as_ref());
        replace(&mut department.english, edit.english.as_ref());
        department.kind = edit.kind.unwrap_or(department.kind);
        department.example &= edit.full.is_none();
        extend(&mut department.aliases, &edit.aliases);
        if department != before || before.id == 0 {
            department.id = writer.put_department(&department)?;
        }
        Ok(Outcome::Keep(department))
    })
}

fn replace(field: &mut String, value: Option<&String>) {
    if let Some(value) = value {
        field.clone_from(value);
    }
}

fn extend(aliases: &mut Vec<String>, more: &[String]) {
    for alias in more {
        if !aliases.contains(alias) {
            aliases.push(alias.clone());
        }
    }
}

/// A person to record for a district or a department.
#[derive(Debug, Clone)]
pub struct ContactRequest {
    /// A district or a department, by any of its names.
    pub party: String,
    pub role: Role,
    pub person: String,
    pub post: Option<String>,
    pub phone: Option<String>,
    pub from: Day,
}

/// Records a person; whoever held the role before ends the day before, so an old letter keeps
/// the old name. Returns the party's name.
///
/// # Errors
/// Unknown party, a day in the future.
pub fn set_contact(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    request: &ContactRequest,
) -> Result<String> {
    not_in_the_future(request.from, stamp.today)?;
    library.write(stamp, waiting, |writer| Ok(Outcome::Keep(enter_contact(writer, request)?.0)))
}

/// Writes a person; returns the party's name, and whether it says anything new: the same person
/// already in the office, with the same post and telephone, stays as it is.
///
/// # Errors
/// Unknown party.
pub fn enter_contact(writer: &mut Writer<'_>, request: &ContactRequest) -> Result<(String, bool)> {
    let (party, name) = party(writer, &request.party)?;
    let in_office =
        |other: &Contact| other.party == party && other.role == request.role && other.to.is_none();
    let before: Vec<Contact> = writer.contacts()?.into_iter().filter(in_office).collect();
    let same = |other: &Contact| {
        other.person == request.person
            && other.post == request.post
            && other.phone == request.phone
            && other.from <= request.from
    };
    if before.iter().any(same) {
        return Ok((name, false));
    }
    for mut other in before {
        if other.from < request.from {
            other.to = request.from.pred_opt();
            writer.put_contact(&other)?;
        }
    }
    writer.put_contact(&Contact {
        id: 0,
        party,
        role: request.role,
        person: request.person.clone(),
        post: request.post.clone(),
        phone: request.phone.clone(),
        from: request.from,
        to: None,
    })?;
    Ok((name, true))
}

fn party(writer: &Writer<'_>, given: &str) -> Result<(Party, String)> {
    let districts = writer.districts()?;
    if let Ok(district) = lookup::district(&districts, given) {
        return Ok((Party::District(district.id), district.name));
    }
    if let Ok(department) = lookup::department(&writer.departments()?, given) {
        return Ok((Party::Department(department.id), department.full));
    }
    let known = districts.into_iter().map(|district| district.name).collect();
    Err(Kind::UnknownDistrict { given: given.to_owned(), known }.into())
}

/// Records the rate of a month.
///
/// # Errors
/// A month in the future.
pub fn set_rate(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    rate: &Rate,
) -> Result<()> {
    use crate::model::month::Month;
    if rate.month > Month::of(stamp.today) {
        return Err(Kind::FutureMonth { month: rate.month }.into());
    }
    library.write(stamp, waiting, |writer| {
        if writer.rate(&rate.currency, rate.month)?.as_ref() != Some(rate) {
            writer.put_rate(rate)?;
        }
        Ok(Outcome::Keep(()))
    })
}

/// What to remember of a sender: its headings, and how its forms write 到账.
#[derive(Debug, Clone, Default)]
pub struct Lesson {
    /// A district; `None` for every sender.
    pub district: Option<String>,
    pub headings: Vec<(String, Field)>,
    pub paid_in: Option<PaidInBasis>,
}

/// Remembers a sender's ways.
///
/// # Errors
/// Unknown district.
pub fn learn(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    lesson: &Lesson,
) -> Result<()> {
    library.write(stamp, waiting, |writer| {
        let district = match &lesson.district {
            Some(given) => Some(lookup::district(&writer.districts()?, given)?.id),
            None => None,
        };
        let known = writer.headings()?;
        for (heading, field) in &lesson.headings {
            let heading = Heading { district, heading: heading.clone(), field: *field };
            if !known.contains(&heading) {
                writer.put_heading(&heading)?;
            }
        }
        if let (Some(district), Some(way)) = (district, lesson.paid_in)
            && !writer.paid_in_ways()?.contains(&(district, way))
        {
            writer.put_paid_in_way(district, way)?;
        }
        Ok(Outcome::Keep(()))
    })
}
