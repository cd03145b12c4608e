//! The only place that knows the clock, the user, the paths, the locale and the terminal.

use super::args::Global;
use super::{folder, office, output};
use crate::desk::directory::{Directory, directory};
use crate::desk::safety;
use crate::desk::setting::settings;
use crate::error::{Kind, Result};
use crate::format::Format;
use crate::import::value;
use crate::labels::{self, Lang};
use crate::model::Day;
use crate::model::brief::Scope;
use crate::model::command::CommandName;
use crate::model::look::Look;
use crate::model::money::Unit;
use crate::model::month::Month;
use crate::model::note::Note;
use crate::store::writer::Override;
use crate::store::{Library, Reader, Stamp};
use crate::view::names::Frame;
use crate::view::page::Page;
use crate::view::redact::{Investors, redact};
use etcetera::BaseStrategy;
use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

/// Where and as whom a command runs.
pub struct Context {
    pub db: PathBuf,
    pub lang: Lang,
    pub format: Format,
    pub output: Option<PathBuf>,
    pub unit: Unit,
    /// The unit as the clerk gave it, for files that name none.
    pub unit_given: Option<Unit>,
    /// Investors' names are left out.
    pub redact: bool,
    pub quiet: bool,
    pub yes: bool,
    pub today: Day,
    /// The past day asked for (`--as-of`).
    pub as_of: Option<Day>,
    fixed: bool,
    clock: String,
    operator: String,
    argv: Vec<String>,
}

/// The language before anything is parsed: `--lang`, `TUIJIN_LANG`, the locale; Chinese unless
/// that is English.
pub fn language(argv: &[OsString]) -> Lang {
    let mut words = argv.iter().map(|word| word.to_string_lossy());
    let mut typed = None;
    while let Some(word) = words.next() {
        if word == "--lang" {
            typed = words.next().map(|word| word.into_owned());
        } else if let Some(value) = word.strip_prefix("--lang=") {
            typed = Some(value.to_owned());
        }
    }
    let named = typed.or_else(|| std::env::var("TUIJIN_LANG").ok().filter(|lang| !lang.is_empty()));
    let named = named.or_else(sys_locale::get_locale).unwrap_or_default();
    if named.to_lowercase().starts_with("en") { Lang::En } else { Lang::Zh }
}

impl Context {
    /// # Errors
    /// A day, format or unit that cannot be read.
    pub fn new(global: &Global, lang: Lang, argv: &[OsString]) -> Result<Context> {
        if let Some(given) = &global.lang
            && !matches!(given.to_lowercase().get(..2), Some("zh" | "en"))
        {
            let choices = vec!["zh".to_owned(), "en".to_owned()];
            return Err(Kind::UnknownChoice { value: given.clone(), choices }.into());
        }
        let now = chrono::Local::now();
        let set = std::env::var("TUIJIN_TODAY").ok().filter(|day| !day.is_empty());
        let today = match &set {
            Some(day) => self::day(day)?,
            None => now.date_naive(),
        };
        let unit_given = match &global.unit {
            None => None,
            Some(given) => {
                let choices = || Unit::ALL.iter().map(|unit| labels::unit(*unit, lang).to_owned());
                let unknown =
                    || Kind::UnknownChoice { value: given.clone(), choices: choices().collect() };
                Some(value::unit(given).ok_or_else(unknown)?.0)
            }
        };
        Ok(Context {
            db: global.db.clone().map_or_else(default_library, Ok)?,
            lang,
            format: format(global, argv)?,
            output: global.output.clone(),
            unit: unit_given.unwrap_or(Unit::TenThousand),
            unit_given,
            redact: global.redact,
            quiet: global.quiet,
            yes: global.yes,
            today,
            as_of: past_day(global.as_of.as_deref(), today)?,
            fixed: set.is_some(),
            clock: now.to_rfc3339(),
            operator: operator(),
            argv: argv.iter().map(|word| word.to_string_lossy().into_owned()).collect(),
        })
    }

    /// Who does what, for the record.
    ///
    /// # Errors
    /// [`Kind::AsOfWrites`].
    pub fn stamp(
        &self,
        command: CommandName,
        reason: Option<&str>,
        overridden: Option<Override>,
    ) -> Result<Stamp> {
        self.must_look_at_now()?;
        if reason.is_some_and(|reason| reason.trim().is_empty()) {
            return Err(Kind::BlankReason.into());
        }
        Ok(self.any_stamp(command, reason, overridden))
    }

    /// Refuses `--as-of` where it means nothing.
    ///
    /// # Errors
    /// [`Kind::AsOfWrites`].
    pub fn must_look_at_now(&self) -> Result<()> {
        if self.as_of.is_some() { Err(Kind::AsOfWrites.into()) } else { Ok(()) }
    }

    fn any_stamp(
        &self,
        command: CommandName,
        reason: Option<&str>,
        overridden: Option<Override>,
    ) -> Stamp {
        Stamp {
            today: self.today,
            fixed: self.fixed,
            clock: self.clock.clone(),
            operator: self.operator.clone(),
            command,
            argv: self.argv.clone(),
            reason: reason.map(|reason| reason.trim().to_owned()),
            overridden,
            correction: false,
        }
    }

    /// The open library; an older one is brought up to date first.
    ///
    /// # Errors
    /// Whatever is at the path is not our library.
    pub fn library(&self) -> Result<Library> {
        let mut library = Library::open(&self.db)?;
        let stamp = self.any_stamp(CommandName::Upgrade, None, None);
        if let Some(done) = safety::upgrade(&mut library, &stamp, &mut self.waiting())? {
            self.tell(&done);
        }
        Ok(library)
    }

    /// The open library before a write: the copy of the day is made, and what should be said once
    /// a day is said.
    ///
    /// # Errors
    /// Whatever is at the path is not our library.
    pub fn library_to_write(&self) -> Result<Library> {
        let library = self.library()?;
        for note in safety::before_write(&library, self.today, folder::is_risky(&self.db))? {
            // A fixed day is refused by the write itself, not moved.
            if !(self.fixed && matches!(note, Note::ClockBehind { .. })) {
                self.tell(&note);
            }
        }
        Ok(library)
    }

    /// What is said while another command has the library.
    pub fn waiting(&self) -> impl FnMut() + use<> {
        let sentence = labels::note(&Note::Waiting, self.lang);
        let mut said = false;
        move || {
            if !said {
                output::say(&sentence);
                said = true;
            }
        }
    }

    /// Whether papers name investors (`--redact`).
    pub const fn investors(&self) -> Investors {
        if self.redact { Investors::LeftOut } else { Investors::Named }
    }

    /// The day looked at: today, or the past day asked for.
    pub fn day(&self) -> Day {
        self.as_of.unwrap_or(self.today)
    }

    /// The state looked at.
    pub fn scope(&self, month: Option<Month>) -> Scope {
        match self.as_of {
            None => Scope::new(month, self.today),
            Some(day) => Scope::past(month, day),
        }
    }

    /// Reads, and draws a page of what was read.
    ///
    /// # Errors
    /// What `work` refuses.
    pub fn read<T>(
        &self,
        month: Option<Month>,
        work: impl FnOnce(&Reader<'_>) -> Result<T>,
    ) -> Result<(T, Directory, Scope)> {
        let scope = self.scope(month);
        let mut library = self.library()?;
        let (value, directory) = library
            .read(scope, &mut self.waiting(), |reader| Ok((work(reader)?, directory(reader)?)))?;
        Ok((value, directory, scope))
    }

    /// The frame of a page.
    pub const fn frame<'a>(&self, scope: Scope, directory: &'a Directory) -> Frame<'a> {
        Frame { scope, unit: self.unit, directory }
    }

    /// Prints a page, or writes it to the file asked for.
    ///
    /// # Errors
    /// The output cannot be written.
    pub fn print(&self, page: &Page) -> Result<()> {
        self.put(&self.draw(page)?)
    }

    /// Draws a page in the format asked for.
    ///
    /// # Errors
    /// The format cannot hold it.
    pub fn draw(&self, page: &Page) -> Result<Vec<u8>> {
        let terminal = self.output.is_none() && std::io::stdout().is_terminal();
        let width = terminal.then(width).flatten();
        // Files then go to a folder of their own, and what was done is told here.
        let told = self.output.is_none() && self.format.is_file();
        let format = if told { Format::Table } else { self.format };
        if self.redact {
            let mut page = page.clone();
            redact(&mut page);
            return self.draw_as(&page, format, width);
        }
        self.draw_as(page, format, width)
    }

    /// Draws a page for a file of its own, in the format given.
    ///
    /// # Errors
    /// The format cannot hold it.
    pub fn draw_as(&self, page: &Page, format: Format, width: Option<u16>) -> Result<Vec<u8>> {
        let look = if format == Format::Docx { self.look()? } else { labels::official::look() };
        crate::format::render_as(page, format, self.lang, width, &look)
    }

    /// The look of papers, as the office has set it.
    ///
    /// # Errors
    /// The library cannot be read.
    pub fn look(&self) -> Result<Look> {
        let (settings, _, _) = self.read(None, settings)?;
        Ok(office::look(&settings))
    }

    /// Writes a result to stdout, or to the file asked for.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn put(&self, bytes: &[u8]) -> Result<()> {
        match &self.output {
            None => output::to_stdout(bytes),
            Some(path) => {
                let written = output::to_file(path, bytes)?;
                self.tell(&written);
                Ok(())
            }
        }
    }

    /// Says something about the result, unless `--quiet`.
    pub fn tell(&self, note: &Note) {
        if !self.quiet {
            output::say(&labels::note(note, self.lang));
        }
    }

    /// Whether a person is there to be asked.
    pub fn may_ask(&self) -> bool {
        !self.yes && std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
    }
}

/// A day as typed, in any of the forms districts use.
///
/// # Errors
/// [`Kind::BadDay`].
pub fn day(text: &str) -> Result<Day> {
    match value::dated(text, None) {
        Ok((crate::model::date::Dated::Day(day), _)) => Ok(day),
        _ => Err(Kind::BadDay { value: text.to_owned() }.into()),
    }
}

/// The day of `--as-of`, which has come.
fn past_day(given: Option<&str>, today: Day) -> Result<Option<Day>> {
    let Some(day) = given.map(day).transpose()? else { return Ok(None) };
    if day > today { Err(Kind::NotYetCome { day, today }.into()) } else { Ok(Some(day)) }
}

/// A month as typed.
///
/// # Errors
/// [`Kind::BadMonth`].
pub fn month(text: &str) -> Result<Month> {
    value::month(text).map_err(|_| Kind::BadMonth { value: text.to_owned() }.into())
}

/// The format asked for, else that of the output's ending. What is a file needs a place to go:
/// that is said before anything is done.
fn format(global: &Global, argv: &[OsString]) -> Result<Format> {
    let by_path = global.output.as_deref().and_then(Format::from_path);
    let Some(given) = &global.format else {
        let other = global.output.as_deref().and_then(Format::of_other_program);
        return match other {
            Some(ending) => Err(Kind::FormatUnknown { value: ending }.into()),
            None => Ok(by_path.unwrap_or(Format::Table)),
        };
    };
    let format = Format::from_key(&given.to_lowercase())
        .ok_or_else(|| Kind::FormatUnknown { value: given.clone() })?;
    let folder = argv.iter().any(|word| word.to_string_lossy().starts_with("--output-dir"));
    if format.is_file() && global.output.is_none() && !folder {
        return Err(Kind::FormatNeedsFile { format: format.key().to_owned() }.into());
    }
    Ok(format)
}

/// The library in the platform's data directory.
pub fn default_library() -> Result<PathBuf> {
    let strategy =
        etcetera::choose_base_strategy().map_err(|_| Kind::NoLibrary { path: String::new() })?;
    Ok(strategy.data_dir().join("tuijin").join("tuijin.db"))
}

fn operator() -> String {
    let named = ["TUIJIN_USER", "USER", "USERNAME", "LOGNAME"].into_iter();
    named
        .filter_map(|name| std::env::var(name).ok())
        .find(|name| !name.is_empty())
        .unwrap_or_default()
}

/// The width of the terminal; `COLUMNS` overrides it.
fn width() -> Option<u16> {
    let set = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    set.or_else(|| comfy_table::Table::new().width()).or(Some(80))
}

/// The name of a file as shown to people.
pub fn shown(path: &Path) -> String {
    path.file_name()
        .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
