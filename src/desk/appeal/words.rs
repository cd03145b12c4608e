//! What is said of an appeal, taken into its record and held against the five tests.

use crate::desk::lookup;
use crate::error::Result;
use crate::import::value::parties;
use crate::model::Day;
use crate::model::appeal::{Appeal, AppealField, Category};
use crate::model::dispatch::DispatchRole;
use crate::model::finding::Finding;
use crate::model::money::Usd;
use crate::model::month::Month;
use crate::model::party::Department;
use crate::rules::appeal::{Facts, judge};
use crate::rules::book::RuleBook;
use crate::store::Reader;
use std::cell::RefCell;
use std::collections::HashMap;

/// What is said of an appeal, as typed or read; what is not said is left as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    pub texts: Vec<(AppealField, String)>,
    /// Id of the category.
    pub category: Option<i64>,
    pub round: Option<Month>,
    pub raised_by: Option<String>,
    pub raised_on: Option<Day>,
    pub urgent: Option<bool>,
    pub amount: Option<Usd>,
}

impl Words {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Words::default()
    }

    /// One of the five fields as it is said.
    pub fn text(&self, field: AppealField) -> Option<&str> {
        self.texts.iter().find(|(known, _)| *known == field).map(|(_, text)| text.as_str())
    }
}

/// What appeals are judged with.
pub struct Court {
    pub book: RuleBook,
    pub departments: Vec<Department>,
    pub categories: Vec<Category>,
    /// Appeals to compare with, by category, read once.
    pub earlier: RefCell<HashMap<i64, Vec<Appeal>>>,
}

impl Court {
    /// # Errors
    /// Only what the store reports.
    pub fn sit(reader: &Reader<'_>) -> Result<Court> {
        Ok(Court {
            book: RuleBook::new(reader.rules()?),
            departments: reader.departments()?,
            categories: reader.categories()?,
            earlier: RefCell::default(),
        })
    }

    /// Takes over what is said, and what the five tests say of the whole.
    pub fn apply(&self, appeal: &mut Appeal, words: &Words, on: Day) {
        for (field, text) in &words.texts {
            appeal.set_text(*field, Some(text.clone()));
        }
        appeal.category = words.category.or(appeal.category);
        appeal.round = words.round.unwrap_or(appeal.round);
        if words.raised_by.is_some() {
            appeal.raised_by.clone_from(&words.raised_by);
        }
        appeal.raised_on = words.raised_on.or(appeal.raised_on);
        appeal.urgent = words.urgent.unwrap_or(appeal.urgent);
        appeal.amount = words.amount.or(appeal.amount);
        let (named, _) = self.named(appeal);
        appeal.departments = named.iter().map(|department| department.id).collect();
        appeal.findings = self.judge(appeal, on);
    }

    /// What the five tests say of an appeal.
    pub fn judge(&self, appeal: &Appeal, on: Day) -> Vec<Finding> {
        let (named, unknown) = self.named(appeal);
        let category = self.categories.iter().find(|known| Some(known.id) == appeal.category);
        let facts = Facts {
            appeal,
            named: &named,
            unknown: &unknown,
            category,
            departments: &self.departments,
        };
        judge(&self.book, &facts, on)
    }

    /// The departments a target names, the lead first, and the names that are none.
    fn named(&self, appeal: &Appeal) -> (Vec<Department>, Vec<String>) {
        let mut named: Vec<Department> = Vec::new();
        let mut unknown = Vec::new();
        for (name, role) in parties(appeal.target.as_deref().unwrap_or_default()) {
            match lookup::department(&self.departments, &name) {
                Ok(known) if named.iter().any(|other| other.id == known.id) => {}
                Ok(known) if role == Some(DispatchRole::Lead) => named.insert(0, known),
                Ok(known) => named.push(known),
                Err(_) => unknown.push(name),
            }
        }
        (named, unknown)
    }
}
