//! Categories of appeals (诉求类别): which departments handle them.

use super::lookup;
use crate::error::{Kind, Result};
use crate::model::appeal::Category;
use crate::model::name::search_key;
use crate::store::library::Outcome;
use crate::store::{Library, Stamp};

/// What to set of a category; `None` leaves it.
#[derive(Debug, Clone, Default)]
pub struct CategoryEdit {
    pub name: Option<String>,
    pub english: Option<String>,
    pub aliases: Vec<String>,
    /// The departments that handle it, by any of their names, instead of those before.
    pub departments: Vec<String>,
}

/// Adds a category by its key, or changes a known one. Departments the clerk sets are no longer an
/// example.
///
/// # Errors
/// An unknown department, an alias that another category has.
pub fn set(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    given: &str,
    edit: &CategoryEdit,
) -> Result<Category> {
    library.write(stamp, waiting, |writer| {
        let known = writer.categories()?;
        let mut category = lookup::category(&known, given).unwrap_or_else(|_| Category {
            id: 0,
            key: given.to_owned(),
            name: given.to_owned(),
            english: given.to_owned(),
            aliases: Vec::new(),
            departments: Vec::new(),
            example: false,
        });
        let before = category.clone();
        for alias in edit.aliases.iter().chain(&edit.name) {
            let owner = lookup::category(&known, alias).ok();
            if let Some(owner) = owner.filter(|owner| owner.key != category.key) {
                return Err(Kind::AliasTaken { alias: alias.clone(), owner: owner.name }.into());
            }
        }
        if let Some(name) = &edit.name {
            category.name.clone_from(name);
        }
        if let Some(english) = &edit.english {
            category.english.clone_from(english);
        }
        for alias in &edit.aliases {
            if !category.aliases.iter().any(|known| search_key(known) == search_key(alias)) {
                category.aliases.push(alias.clone());
            }
        }
        if !edit.departments.is_empty() {
            let departments = writer.departments()?;
            let keys = edit.departments.iter().map(|given| {
                lookup::department(&departments, given).map(|department| department.key)
            });
            category.departments = keys.collect::<Result<Vec<String>>>()?;
            category.example = false;
        }
        if category != before || before.id == 0 {
            category.id = writer.put_category(&category)?;
        }
        Ok(Outcome::Keep(category))
    })
}
