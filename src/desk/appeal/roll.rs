//! What one run over lists of appeals (诉求清单) has heard: the first row about each appeal, and which
//! rows of a file were taken when it was read before.

use super::log::differs;
use super::words::{Court, Words};
use crate::desk::import::ListDesk;
use crate::error::{AppealRefusal, Result};
use crate::model::appeal::Appeal;
use crate::store::Reader;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// A row: the number of its source, its file, its place in it.
type Row = (i64, String, u64);

/// A file that is being read: the number of its source, its name, and the appeals its rows were
/// taken as before.
type Before = (i64, String, Vec<(u64, i64)>);

pub struct Roll {
    pub court: Court,
    /// By id of the appeal.
    first: RefCell<BTreeMap<i64, Row>>,
    before: RefCell<Option<Before>>,
}

impl Roll {
    /// # Errors
    /// Only what the store reports.
    pub fn open(reader: &Reader<'_>) -> Result<Roll> {
        let court = Court::sit(reader)?;
        Ok(Roll { court, first: RefCell::default(), before: RefCell::default() })
    }

    /// Remembers the first row about an appeal.
    pub fn heard(&self, desk: &ListDesk<'_>, row: u64, appeal: i64) {
        if self.first_of(desk, appeal).is_none() {
            let source = desk.origin(row).source.unwrap_or_default();
            self.first.borrow_mut().insert(appeal, (source, desk.file().to_owned(), row));
        }
    }

    /// The first row about an appeal. A file that was refused leaves its number to the next one,
    /// and what it said does not count.
    fn first_of(&self, desk: &ListDesk<'_>, appeal: i64) -> Option<Row> {
        let now = desk.origin(0).source.unwrap_or_default();
        let first = self.first.borrow().get(&appeal).cloned();
        first.filter(|(source, file, _)| *source < now || file == desk.file())
    }

    /// Refuses a row that says something else of an appeal than an earlier row of the same run.
    ///
    /// # Errors
    /// [`AppealRefusal::SaidTwice`].
    pub fn must_agree(
        &self,
        desk: &ListDesk<'_>,
        row: u64,
        appeal: &Appeal,
        words: &Words,
    ) -> Result<()> {
        let Some((_, file, first)) = self.first_of(desk, appeal.id) else { return Ok(()) };
        let same_row = first == row && file == desk.file();
        if same_row || !differs(&self.court, appeal, words, desk.day()) {
            return Ok(());
        }
        let file = (file != desk.file()).then_some(file);
        Err(AppealRefusal::SaidTwice { code: appeal.code.clone(), row: first, file }.into())
    }

    /// Whether this very row of this very file was taken as an appeal of the project before.
    ///
    /// # Errors
    /// Only what the store reports, a file that cannot be read.
    pub fn read_before(
        &self,
        reader: &Reader<'_>,
        desk: &ListDesk<'_>,
        row: u64,
        project: i64,
    ) -> Result<bool> {
        let source = desk.origin(row).source.unwrap_or_default();
        let mut before = self.before.borrow_mut();
        let known = before.take().filter(|(of, file, _)| *of == source && file == desk.file());
        let rows = match known {
            Some((_, _, rows)) => rows,
            None => reader.appeals_of_file(&desk.digest()?)?,
        };
        let mut found = false;
        for (_, appeal) in rows.iter().filter(|(known, _)| *known == row) {
            let appeal = reader.appeal_by_id(*appeal)?;
            found |= appeal.is_some_and(|appeal| appeal.project == project);
        }
        *before = Some((source, desk.file().to_owned(), rows));
        Ok(found)
    }
}
