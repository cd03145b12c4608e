//! Finding by what a person types: code, exact name, or an unambiguous part of a name.

use crate::error::{Kind, Place, Result};
use crate::model::appeal::Category;
use crate::model::name::{identity_key, search_key};
use crate::model::origin::Origin;
use crate::model::party::{Department, District};
use crate::model::project::Project;
use crate::store::Reader;

/// How many candidates a refusal names.
const CANDIDATES: i64 = 8;

/// The project meant by a code, an exact name, or a part of one name only.
///
/// # Errors
/// [`Kind::UnknownProject`], [`Kind::AmbiguousProject`] with the candidates.
pub fn project(reader: &Reader<'_>, given: &str) -> Result<Project> {
    let code = given.trim().to_uppercase();
    if let Some(project) = reader.project_by_code(&code)? {
        return Ok(project);
    }
    let found = match search_key(given) {
        key if key.is_empty() => Vec::new(),
        _ => reader.projects_named_like(given, CANDIDATES)?,
    };
    let exact: Vec<&Project> =
        found.iter().filter(|project| identity_key(&project.name) == identity_key(given)).collect();
    match (exact.as_slice(), found.as_slice()) {
        ([project], _) => Ok((*project).clone()),
        ([], [project]) => Ok(project.clone()),
        ([], []) => Err(Kind::UnknownProject { given: given.to_owned() }.into()),
        _ => {
            Err(Kind::AmbiguousProject { given: given.to_owned(), candidates: candidates(&found) }
                .into())
        }
    }
}

/// Code and name of each project, as refusals list them.
pub fn candidates(projects: &[Project]) -> Vec<(String, String)> {
    projects.iter().map(|project| (project.code.clone(), project.name.clone())).collect()
}

/// The district meant by its key, name or any alias.
///
/// # Errors
/// [`Kind::UnknownDistrict`] with the known ones.
pub fn district(districts: &[District], given: &str) -> Result<District> {
    let key = search_key(given);
    let names = |district: &District| {
        let own = [&district.key, &district.name, &district.short, &district.english];
        own.into_iter().chain(&district.aliases).any(|name| search_key(name) == key)
    };
    districts.iter().find(|district| names(district)).cloned().ok_or_else(|| {
        let known = districts.iter().map(|district| district.name.clone()).collect();
        Kind::UnknownDistrict { given: given.to_owned(), known }.at(Place::default()).into()
    })
}

/// The department meant by its key, name or any alias.
///
/// # Errors
/// [`Kind::UnknownDepartment`] with the known ones.
pub fn department(departments: &[Department], given: &str) -> Result<Department> {
    let key = search_key(given);
    let names = |department: &Department| {
        let own = [&department.key, &department.short, &department.full, &department.english];
        own.into_iter().chain(&department.aliases).any(|name| search_key(name) == key)
    };
    departments.iter().find(|department| names(department)).cloned().ok_or_else(|| {
        let known = departments.iter().map(|department| department.short.clone()).collect();
        Kind::UnknownDepartment { given: given.to_owned(), known }.into()
    })
}

/// The category of appeals meant by its key, name or any alias.
///
/// # Errors
/// [`Kind::UnknownChoice`] with the known ones.
pub fn category(categories: &[Category], given: &str) -> Result<Category> {
    let key = search_key(given);
    let names = |category: &Category| {
        let own = [&category.key, &category.name, &category.english];
        own.into_iter().chain(&category.aliases).any(|name| search_key(name) == key)
    };
    categories.iter().find(|category| names(category)).cloned().ok_or_else(|| {
        let choices = categories.iter().map(|category| category.name.clone()).collect();
        Kind::UnknownChoice { value: given.to_owned(), choices }.into()
    })
}

/// The origin meant by its code, name or any alias.
///
/// # Errors
/// [`Kind::UnknownOrigin`].
pub fn origin(origins: &[Origin], given: &str) -> Result<Origin> {
    let key = search_key(given);
    let names = |origin: &Origin| {
        let own = [&origin.key, &origin.name, &origin.english];
        own.into_iter().chain(&origin.aliases).any(|name| search_key(name) == key)
    };
    origins
        .iter()
        .find(|origin| names(origin))
        .cloned()
        .ok_or_else(|| Kind::UnknownOrigin { given: given.to_owned() }.into())
}
