//! The known projects the rows of a file speak of: each is read once, and its row of the register is
//! written once, however many months the file holds.

use crate::desk::case::{Case, Kept};
use crate::desk::known::Known;
use crate::error::Result;
use crate::model::month::Month;
use crate::model::project::Project;
use crate::store::Writer;
use crate::store::writer::Origin;
use anyhow::Context;
use foldhash::fast::RandomState;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

/// Most projects carried along, each about a kilobyte and a half; the nation has fewer.
const CARRIED: usize = 100_000;

/// The projects met so far.
#[derive(Default)]
pub struct Register {
    known: HashMap<i64, Known, RandomState>,
    codes: HashMap<String, i64, RandomState>,
    /// By district and name as it is written.
    names: HashMap<(i64, String), i64, RandomState>,
    /// Projects whose row of the register is yet to be written, with where it was read.
    unwritten: BTreeMap<i64, Origin>,
}

impl Register {
    /// The id of the project that has a code.
    ///
    /// # Errors
    /// Only what the store reports.
    pub fn by_code(&mut self, writer: &mut Writer<'_>, code: &str) -> Result<Option<i64>> {
        if let Some(id) = self.codes.get(code) {
            return Ok(Some(*id));
        }
        let Some(project) = writer.project_by_code(code)? else { return Ok(None) };
        let id = self.take_in(writer, project)?;
        self.codes.insert(code.to_owned(), id);
        Ok(Some(id))
    }

    /// The id of the one project of a district that bears a name; where there is not one, those it
    /// could be.
    ///
    /// # Errors
    /// Only what the store reports.
    pub fn by_name(
        &mut self,
        writer: &mut Writer<'_>,
        district: i64,
        name: &str,
    ) -> Result<std::result::Result<i64, Vec<Project>>> {
        let key = (district, name.to_owned());
        if let Some(id) = self.names.get(&key) {
            return Ok(Ok(*id));
        }
        let found = writer.projects_by_name(district, name)?;
        let project = match <[Project; 1]>::try_from(found) {
            Ok([project]) => project,
            Err(found) => return Ok(Err(found)),
        };
        let id = self.take_in(writer, project)?;
        self.names.insert(key, id);
        Ok(Ok(id))
    }

    fn take_in(&mut self, writer: &mut Writer<'_>, project: Project) -> Result<i64> {
        let id = project.id;
        if self.known.len() >= CARRIED {
            self.settle(writer)?;
            *self = Register::default();
        }
        if let Entry::Vacant(place) = self.known.entry(id) {
            place.insert(Known::read(writer, project)?);
        }
        Ok(id)
    }

    /// A project met before.
    ///
    /// # Errors
    /// It was not met.
    pub fn known(&self, id: i64) -> Result<&Known> {
        Ok(self.known.get(&id).context("a project met before")?)
    }

    /// Opens a project met before at a month; it is away until it is put back.
    ///
    /// # Errors
    /// It was not met, and what the store reports.
    pub fn open(&mut self, writer: &Writer<'_>, id: i64, month: Month) -> Result<Case> {
        Case::of(writer, self.known.remove(&id).context("a project met before")?, month)
    }

    /// Puts a project back as it was.
    pub fn put_back(&mut self, known: Known) {
        self.known.insert(known.project().id, known);
    }

    /// Puts a project back as it was kept; `from` is the row that said so.
    pub fn keep(&mut self, kept: Kept, from: Origin) {
        if kept.in_register {
            self.unwritten.insert(kept.known.project().id, from);
        }
        self.put_back(kept.known);
    }

    /// Writes what is yet to be written, so that the library says what the rows said.
    ///
    /// # Errors
    /// Only what the store reports.
    pub fn settle(&mut self, writer: &mut Writer<'_>) -> Result<()> {
        while let Some((id, from)) = self.unwritten.pop_first() {
            writer.put_project(self.known(id)?.project(), from)?;
        }
        Ok(())
    }

    /// A new project bears a name: what names meant is asked anew.
    pub fn forget_names(&mut self) {
        self.names.clear();
    }
}
