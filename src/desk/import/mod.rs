//! `import`: what districts send becomes reports, entries and applications, every row accounted
//! for, in one operation.

mod account;
mod file;
mod list;
mod register;
mod returned;
mod row;
mod sheet;
mod told;

pub use account::{Account, ChangedRow, FileOutcome, FilingDone, TotalCheck, TotalOutcome};
pub use list::{Judged, ListDesk};
pub use returned::Returned;
pub use sheet::take_lists;

use super::directory::directory;
use super::resolve::not_in_the_future;
use crate::error::{Fault, Kind, Result};
use crate::import::{HiddenParts, Lexicon, Options, SenderHeading};
use crate::model::Day;
use crate::model::entry::Basis;
use crate::model::filing::PaidInBasis;
use crate::model::money::Unit;
use crate::model::month::Month;
use crate::model::name::identity_key;
use crate::rules::book::RuleBook;
use crate::store::library::Outcome;
use crate::store::{Library, Stamp, Writer};
use std::path::PathBuf;
use told::Told;

/// A file to import, with its name as shown to people.
#[derive(Debug, Clone)]
pub struct InputFile {
    pub path: PathBuf,
    pub name: String,
}

/// What an unknown name means, said by the clerk (`--match 名称=编号`, `--match 名称=new`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    Known(String),
    New,
}

/// What to keep when not everything is sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// All or nothing.
    Whole,
    /// The sound files; the others are named (`--each`).
    EachFile,
}

/// What to do with the sound rows of a file that has rejected ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    All,
    /// `--accept-valid`
    Valid,
}

/// What to do with unknown projects that pass the entry rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// They wait to be screened (甄别).
    Screen,
    /// They enter at once (`--admit`).
    Admit,
}

/// Whether the import is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Run {
    Real,
    /// The same work, rolled back.
    Rehearsal,
}

/// What the clerk asked for.
#[derive(Debug, Clone)]
pub struct ImportRequest {
    pub files: Vec<InputFile>,
    pub month: Option<Month>,
    /// Any name of a district.
    pub district: Option<String>,
    /// Grounds for entry where the file names none.
    pub basis: Vec<Basis>,
    pub encoding: Option<String>,
    pub unit: Option<Unit>,
    pub paid_in: Option<PaidInBasis>,
    /// What to do with hidden rows, columns and sheets (`--hidden`).
    pub hidden: Option<HiddenParts>,
    pub matches: Vec<(String, Match)>,
    pub unknown: Unknown,
    pub policy: Policy,
    pub rows: Rows,
    pub run: Run,
    /// The day the files arrived.
    pub on: Day,
}

/// Hears of rows that go back while they are read, so that they need not be kept.
pub trait Watcher {
    /// # Errors
    /// The receipt cannot be written.
    fn returned(&mut self, file: &InputFile, row: Returned<'_>) -> Result<()>;

    /// Thousandths of a file done so far.
    fn progress(&mut self, file: &InputFile, done: u64);
}

/// What became of the files.
#[derive(Debug)]
pub struct ImportOutcome {
    pub files: Vec<FileOutcome>,
    /// Nothing was kept, because something was not sound.
    pub refused: bool,
}

/// What every file is judged with.
struct Setting {
    options: Options,
    lexicon: Lexicon,
    book: RuleBook,
    districts: Vec<(i64, String)>,
}

/// Imports files in one operation.
///
/// # Errors
/// Only what concerns no single file: an unknown district, a day in the future, the library.
pub fn import(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    request: &ImportRequest,
    watcher: &mut dyn Watcher,
) -> Result<ImportOutcome> {
    not_in_the_future(request.on, stamp.today)?;
    library.write(stamp, waiting, |writer| {
        let setting = prepare(writer, request, stamp.today)?;
        let mut told = Told::default();
        let mut outcomes = Vec::new();
        for file in &request.files {
            told.begin(&file.name);
            outcomes.push(one(writer, request, file, |writer, outcome| {
                let told = (&setting, &mut told);
                file::import_file(writer, told, request, file, outcome, watcher)
            })?);
            if outcomes.last().is_some_and(|outcome| outcome.refused.is_some()) {
                told.forget();
            }
        }
        Ok(settled(request, outcomes))
    })
}

/// Whether what the files say is kept.
fn settled(request: &ImportRequest, files: Vec<FileOutcome>) -> Outcome<ImportOutcome> {
    let unsound = files.iter().filter(|outcome| outcome.refused.is_some()).count();
    let refused = match request.policy {
        Policy::Whole => unsound > 0,
        Policy::EachFile => unsound == files.len(),
    };
    let outcome = ImportOutcome { files, refused };
    if refused || request.run == Run::Rehearsal {
        Outcome::RollBack(outcome)
    } else {
        Outcome::Keep(outcome)
    }
}

/// One file; what makes it unsound is rolled back to before it and kept as its refusal.
fn one(
    writer: &mut Writer<'_>,
    request: &ImportRequest,
    input: &InputFile,
    work: impl FnOnce(&mut Writer<'_>, &mut FileOutcome) -> Result<()>,
) -> Result<FileOutcome> {
    let mut account = FileOutcome::new(&input.name);
    let kept = writer.attempt(|writer| {
        work(writer, &mut account)?;
        if account.account.rejected > 0 && request.rows == Rows::All {
            let rejected = account.account.rejected;
            return Err(Kind::RowsRejected { rejected, receipt: String::new() }.into());
        }
        Ok(())
    });
    match kept {
        Ok(()) => {}
        Err(Fault::Refused(refusal)) if !concerns_library(&refusal.kind) => {
            account.refused = Some(Fault::Refused(refusal).in_file(&input.name).into_refusal()?);
        }
        Err(other) => return Err(other),
    }
    Ok(account)
}

/// Refusals that no other file could escape.
const fn concerns_library(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::ReadOnly { .. }
            | Kind::DiskFull { .. }
            | Kind::Busy { .. }
            | Kind::OutputFailed { .. }
    )
}

fn prepare(writer: &Writer<'_>, request: &ImportRequest, today: Day) -> Result<Setting> {
    let directory = directory(writer)?;
    let district = match &request.district {
        Some(given) => Some(super::lookup::district(&directory.districts, given)?.id),
        None => None,
    };
    let mut districts = Vec::new();
    for district in &directory.districts {
        let own = [&district.name, &district.short, &district.english, &district.key];
        for alias in own.into_iter().chain(&district.aliases) {
            districts.push((alias.clone(), district.id));
        }
    }
    let mut origins = Vec::new();
    for origin in &directory.origins {
        let own = [&origin.name, &origin.english, &origin.key];
        for alias in own.into_iter().chain(&origin.aliases) {
            origins.push((alias.clone(), origin.key.clone()));
        }
    }
    let headings = writer.headings()?.into_iter().map(|heading| SenderHeading {
        district: heading.district,
        heading: heading.heading,
        field: heading.field,
    });
    Ok(Setting {
        options: Options {
            month: request.month,
            district,
            encoding: request.encoding.clone(),
            unit: request.unit,
            paid_in: request.paid_in,
            paid_in_known: writer.paid_in_ways()?,
            hidden: request.hidden,
            today,
        },
        lexicon: Lexicon { districts, origins, headings: headings.collect() },
        book: RuleBook::new(writer.rules()?),
        districts: directory
            .districts
            .iter()
            .map(|district| (district.id, district.name.clone()))
            .collect(),
    })
}

impl ImportRequest {
    /// What the clerk said a name means.
    fn decided(&self, name: &str) -> Option<&Match> {
        let key = identity_key(name);
        self.matches.iter().find(|(given, _)| identity_key(given) == key).map(|(_, what)| what)
    }
}

impl Setting {
    fn district_name(&self, id: i64) -> String {
        let known = self.districts.iter().find(|(district, _)| *district == id);
        known.map(|(_, name)| name.clone()).unwrap_or_default()
    }
}
