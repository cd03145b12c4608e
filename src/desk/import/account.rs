//! The account of an import: every row in exactly one class, and what is worth showing of them.

use crate::error::Refusal;
use crate::import::Understood;
use crate::model::dossier::Change;
use crate::model::field::Quantity;
use crate::model::filing::RowClass;
use crate::model::money::Usd;
use crate::model::month::Month;
use crate::model::name::identity_key;
use crate::model::note::{Note, Remark};
use std::collections::{BTreeMap, BTreeSet};

/// Most rows of a kind that are kept for showing; the account counts them all.
pub const SHOWN: usize = 200;

/// How many rows of each class; they add up to the rows read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Account {
    pub new: u64,
    pub changed: u64,
    pub unchanged: u64,
    pub to_screen: u64,
    pub rejected: u64,
    pub ignored: u64,
    /// Rows with warnings, counted among the others.
    pub warned: u64,
}

impl Account {
    /// Rows of a class.
    pub const fn of(&self, class: RowClass) -> u64 {
        match class {
            RowClass::New => self.new,
            RowClass::Changed => self.changed,
            RowClass::Unchanged => self.unchanged,
            RowClass::ToScreen => self.to_screen,
            RowClass::Rejected => self.rejected,
            RowClass::Ignored => self.ignored,
        }
    }

    pub fn count(&mut self, class: RowClass) {
        let rows = match class {
            RowClass::New => &mut self.new,
            RowClass::Changed => &mut self.changed,
            RowClass::Unchanged => &mut self.unchanged,
            RowClass::ToScreen => &mut self.to_screen,
            RowClass::Rejected => &mut self.rejected,
            RowClass::Ignored => &mut self.ignored,
        };
        *rows += 1;
    }

    /// Rows read: the sum of the classes.
    pub fn rows_read(&self) -> u64 {
        RowClass::ALL.iter().map(|class| self.of(*class)).sum()
    }

    /// Adds another file's account.
    pub fn add(&mut self, other: &Account) {
        self.new += other.new;
        self.changed += other.changed;
        self.unchanged += other.unchanged;
        self.to_screen += other.to_screen;
        self.rejected += other.rejected;
        self.ignored += other.ignored;
        self.warned += other.warned;
    }
}

/// A row that changed a known project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedRow {
    pub row: u64,
    pub code: String,
    pub name: String,
    pub changes: Vec<Change>,
}

/// A district's month that this file filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilingDone {
    pub district: i64,
    pub name: String,
    pub month: Month,
    /// `None`: nothing changed, so no revision was made.
    pub revision: Option<i64>,
    /// Projects of the district that the month's reports do not name (code, name).
    pub missing: Vec<(String, String)>,
}

/// How the file's own total compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TotalOutcome {
    Agrees,
    Differs,
}

/// A total the file states, beside our sum of its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TotalCheck {
    pub row: u64,
    pub quantity: Quantity,
    pub stated: Usd,
    pub ours: Usd,
}

impl TotalCheck {
    pub fn outcome(&self) -> TotalOutcome {
        if self.stated == self.ours { TotalOutcome::Agrees } else { TotalOutcome::Differs }
    }
}

/// What became of one file.
#[derive(Debug)]
pub struct FileOutcome {
    pub name: String,
    /// How each of its tables was understood.
    pub understood: Vec<Understood>,
    /// The names of the districts of those tables, where a table is of one.
    pub districts: Vec<Option<String>>,
    /// What is to be said of the file as a whole.
    pub notes: Vec<Note>,
    pub account: Account,
    /// The same by district; `None`: rows that are of none.
    pub parts: BTreeMap<Option<i64>, Account>,
    pub changes: Vec<ChangedRow>,
    pub remarks: Vec<Remark>,
    /// The first rejected rows; all of them are in the receipt.
    pub problems: Vec<Refusal>,
    /// Codes, and identity keys of names, of the rejected rows: they were reported, if not well.
    pub returned: BTreeSet<String>,
    pub totals: Vec<TotalCheck>,
    pub filings: Vec<FilingDone>,
    /// New clues to appeals (诉求线索) that wait for the clerk.
    pub clues: u64,
    /// What was done, row by row, where the rows are no reports.
    pub done: Vec<Note>,
    /// Why nothing of the file was taken.
    pub refused: Option<Refusal>,
}

impl FileOutcome {
    pub fn new(name: &str) -> FileOutcome {
        FileOutcome {
            name: name.to_owned(),
            understood: Vec::new(),
            districts: Vec::new(),
            notes: Vec::new(),
            account: Account::default(),
            parts: BTreeMap::new(),
            changes: Vec::new(),
            remarks: Vec::new(),
            problems: Vec::new(),
            returned: BTreeSet::new(),
            totals: Vec::new(),
            filings: Vec::new(),
            clues: 0,
            done: Vec::new(),
            refused: None,
        }
    }

    /// Counts a row of a district.
    pub fn count(&mut self, district: Option<i64>, class: RowClass) {
        self.account.count(class);
        self.parts.entry(district).or_default().count(class);
    }

    pub fn changed(&mut self, row: ChangedRow) {
        if self.changes.len() < SHOWN {
            self.changes.push(row);
        }
    }

    pub fn reject(&mut self, problems: &[Refusal]) {
        if self.problems.len() < SHOWN {
            self.problems.extend_from_slice(problems);
        }
    }

    /// Whether a row that goes back is of this project.
    pub fn returns(&self, code: &str, name: &str) -> bool {
        self.returned.contains(code) || self.returned.contains(&identity_key(name))
    }

    pub fn remark(&mut self, sheet: Option<&str>, row: u64, notes: Vec<Note>) {
        self.account.warned += u64::from(!notes.is_empty());
        if self.remarks.len() < SHOWN {
            let sheet = sheet.map(str::to_owned);
            let remark = |note| Remark { sheet: sheet.clone(), row: Some(row), note };
            self.remarks.extend(notes.into_iter().map(remark));
        }
    }
}
