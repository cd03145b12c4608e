//! `meeting diff`: what changed since a meeting was frozen, or between two: what set right what had
//! been on the table (更正, 补报补录, 撤销) told apart from progress.

mod fact;
mod project;
mod standard;

use self::project::{mended, projects};
use super::{Baseline, baseline, open};
use crate::desk::changes::{Compared, Span, compare_mended};
use crate::desk::clocks::month_due;
use crate::desk::history::Lines;
use crate::error::{MeetingRefusal, Result};
use crate::model::brief::{Brief, Filter, Scope};
use crate::model::calendar::DayKind;
use crate::model::command::CommandName;
use crate::model::date::Dated;
use crate::model::dossier::Fact;
use crate::model::finding::RuleVersion;
use crate::model::log::LogLine;
use crate::model::meeting::Amendment;
use crate::model::month::Month;
use crate::model::word::Word;
use crate::rules::book::RuleBook;
use crate::store::Reader;

/// What an amendment is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    Project {
        code: String,
        name: String,
    },
    /// Id of a district: its report.
    District(i64),
    Appeal {
        code: String,
        name: String,
    },
    Task {
        code: String,
        text: String,
    },
    /// A standard, which is named by what it is about.
    Rule,
    /// A day of the calendar: the festival it belongs to.
    Holiday(String),
}

/// What was or is on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    Fact(Fact),
    Rule(RuleVersion),
    Holiday(DayKind),
    /// Ids of those responsible.
    Units {
        districts: Vec<i64>,
        departments: Vec<i64>,
    },
}

/// One change of what had been on the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mend {
    pub amendment: Amendment,
    pub about: About,
    /// The report month, or the day it happened.
    pub at: Option<Dated>,
    pub what: Word,
    pub before: Option<Said>,
    pub after: Option<Said>,
    /// Who, when and why.
    pub line: LogLine,
}

/// What is gathered of what was set right since a meeting was frozen.
struct Account<'a, 'r> {
    reader: &'a Reader<'r>,
    from: &'a Baseline,
    lines: Lines,
    mends: Vec<Mend>,
}

impl Account<'_, '_> {
    /// The state that was frozen.
    fn then(&self) -> Scope {
        Scope::after(self.from.op, self.from.day)
    }

    /// What an operation did to what stood on one side or on both: it took back or did again what
    /// was done before the freeze, or said anew what is told of it.
    fn nature(&self, line: &LogLine, held: bool, holds: bool) -> Amendment {
        let wound = line.target.as_ref().is_some_and(|target| target.op <= self.from.op);
        match (line.command, held, holds) {
            (CommandName::Undo, ..) if wound => Amendment::Undone,
            (CommandName::Redo, ..) if wound => Amendment::Redone,
            (_, true, true) => Amendment::Correction,
            (_, true, false) => Amendment::Undone,
            (_, false, _) => Amendment::Late,
        }
    }
}

/// What changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    pub from: Baseline,
    /// The other meeting; `None`: now.
    pub to: Option<Baseline>,
    /// The last month whose report was due when it was frozen.
    pub month: Month,
    pub mends: Vec<Mend>,
    /// How things moved on.
    pub progress: Compared,
}

/// What changed since a meeting, or between it and a later one.
///
/// # Errors
/// [`MeetingRefusal::Unknown`], [`MeetingRefusal::NoEdition`], [`MeetingRefusal::Backwards`].
pub fn diff(reader: &Reader<'_>, first: &str, second: Option<&str>) -> Result<Difference> {
    let from = baseline(reader, open(reader, first)?)?;
    let Some(second) = second else { return since(reader, from, None) };
    let to = baseline(reader, open(reader, second)?)?;
    if to.op < from.op {
        let (first, second) = (from.meeting.code, to.meeting.code);
        return Err(MeetingRefusal::Backwards { first, second }.into());
    }
    reader.at(Scope::after(to.op, to.day), |reader| since(reader, from, Some(to.clone())))
}

fn since(reader: &Reader<'_>, from: Baseline, to: Option<Baseline>) -> Result<Difference> {
    let span = Span::SinceOperation { operation: from.op, day: from.day };
    let then = Scope::after(from.op, from.day);
    let month = reader.at(then, |reader| {
        Ok(month_due(&RuleBook::new(reader.rules()?), &reader.calendar()?, from.day))
    })?;
    let mut account = Account { reader, from: &from, lines: Lines::default(), mends: Vec::new() };
    let patches = projects(&mut account, month)?;
    let mend = |before, after: &[Brief]| mended(before, after, &patches);
    let progress = compare_mended(reader, &Filter::default(), span, mend)?;
    fact::filings(&mut account, month)?;
    fact::events(&mut account)?;
    fact::of_tasks(&mut account)?;
    standard::rules(&mut account)?;
    standard::holidays(&mut account)?;
    let mut mends = account.mends;
    mends.sort_by_key(|mend| mend.line.op);
    Ok(Difference { from, to, month, mends, progress })
}
