//! What every page needs: the day, the scope, and names for what is held by id.

use super::page::{Cell, Page, Table};
use crate::desk::directory::Directory;
use crate::model::brief::Scope;
use crate::model::dossier::Fact;
use crate::model::money::Unit;
use crate::model::note::Note;
use crate::model::term::Term;

/// The setting a page is drawn in.
pub struct Frame<'a> {
    pub scope: Scope,
    pub unit: Unit,
    pub directory: &'a Directory,
}

impl Frame<'_> {
    /// A page with its 截至 line and, where it holds amounts, its unit.
    pub fn page(&self, title: Term, tables: Vec<Table>) -> Page {
        Page {
            title,
            as_of: self.scope.today,
            month: self.scope.month,
            unit: self.unit,
            place: self.directory.city.clone(),
            heading: vec![
                Note::Standing { month: self.scope.month, as_of: self.scope.today },
                Note::Unit(self.unit),
            ],
            tables,
            notes: Vec::new(),
        }
    }

    /// A page without amounts, of today.
    pub fn plain(&self, title: Term, tables: Vec<Table>) -> Page {
        Page { heading: Vec::new(), ..self.page(title, tables) }
    }

    pub fn district(&self, id: i64) -> Cell {
        let known = self.directory.districts.iter().find(|district| district.id == id);
        known.map_or(Cell::Blank, |district| Cell::Name {
            zh: district.name.clone(),
            en: district.english.clone(),
            key: district.key.clone(),
        })
    }

    /// A district by its short name, where room is scarce.
    pub fn short(&self, id: i64) -> Cell {
        let known = self.directory.districts.iter().find(|district| district.id == id);
        known.map_or(Cell::Blank, |district| Cell::Name {
            zh: district.short.clone(),
            en: district.english.clone(),
            key: district.key.clone(),
        })
    }

    /// Where a district stands among all; none comes last.
    pub fn place_of(&self, id: Option<i64>) -> usize {
        let known = self.directory.districts.iter().position(|it| Some(it.id) == id);
        known.unwrap_or(usize::MAX)
    }

    pub fn department(&self, id: i64) -> Cell {
        let known = self.directory.departments.iter().find(|department| department.id == id);
        known.map_or(Cell::Blank, |department| Cell::Name {
            zh: department.short.clone(),
            en: department.english.clone(),
            key: department.key.clone(),
        })
    }

    /// A department by its full name, as letters address it.
    pub fn full(&self, id: i64) -> Cell {
        self.full_names([id])
    }

    /// Departments by their full names in one cell; blank of none.
    pub fn full_names(&self, ids: impl IntoIterator<Item = i64>) -> Cell {
        let (mut zh, mut en, mut key) = (Vec::new(), Vec::new(), Vec::new());
        for id in ids {
            if let Some(known) = self.directory.departments.iter().find(|known| known.id == id) {
                zh.push(known.full.clone());
                en.push(known.english.clone());
                key.push(known.key.clone());
            }
        }
        if zh.is_empty() {
            return Cell::Blank;
        }
        Cell::Name { zh: zh.join("\u{3001}"), en: en.join(", "), key: key.join("|") }
    }

    /// Districts and departments in one cell, the districts first, each by its short name.
    pub fn units(&self, districts: &[i64], departments: &[i64]) -> Cell {
        let districts = districts.iter().map(|id| self.short(*id));
        let cells = districts.chain(departments.iter().map(|id| self.department(*id)));
        let (mut zh, mut en, mut key) = (Vec::new(), Vec::new(), Vec::new());
        for cell in cells {
            if let Cell::Name { zh: own, en: english, key: own_key } = cell {
                zh.push(own);
                en.push(english);
                key.push(own_key);
            }
        }
        if zh.is_empty() {
            return Cell::Blank;
        }
        Cell::Name { zh: zh.join("\u{3001}"), en: en.join(", "), key: key.join("|") }
    }

    pub fn category(&self, id: Option<i64>) -> Cell {
        let known = self.directory.categories.iter().find(|category| Some(category.id) == id);
        known.map_or(Cell::Blank, |category| Cell::Name {
            zh: category.name.clone(),
            en: category.english.clone(),
            key: category.key.clone(),
        })
    }

    fn origin(&self, key: &str) -> Cell {
        let known = self.directory.origins.iter().find(|origin| origin.key == key);
        known.map_or(Cell::Blank, |origin| Cell::Name {
            zh: origin.name.clone(),
            en: origin.english.clone(),
            key: origin.key.clone(),
        })
    }

    /// A fact as a cell.
    pub fn fact(&self, fact: Option<&Fact>) -> Cell {
        match fact {
            None => Cell::Blank,
            Some(Fact::Text(text)) => Cell::Text(text.clone()),
            Some(Fact::Money(amount)) => Cell::Money(*amount),
            Some(Fact::Date(date)) => Cell::Dated(*date),
            Some(Fact::Stage(stage)) => Cell::word(*stage),
            Some(Fact::Basis(basis)) => Cell::Words(basis.iter().map(|b| (*b).into()).collect()),
            Some(Fact::Flag(flag)) => Cell::Flag(*flag),
            Some(Fact::Origin(key)) => self.origin(key),
            Some(Fact::District(id)) => self.district(*id),
        }
    }
}
