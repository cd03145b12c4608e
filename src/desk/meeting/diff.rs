//! `meeting diff`: what changed since a meeting was frozen, or between two: what set right what had
//! been on the table (更正, 补报补录, 撤销) told apart from progress.

mod project;

use self::project::{mended, projects};
use super::{Baseline, baseline, open};
use crate::desk::changes::{Compared, Span, compare_mended};
use crate::desk::clocks::month_due;
use crate::desk::task::tasks;
use crate::error::{MeetingRefusal, Result};
use crate::model::appeal::DeedKind;
use crate::model::brief::{Brief, Filter, Scope};
use crate::model::date::Dated;
use crate::model::dossier::Fact;
use crate::model::finding::RuleVersion;
use crate::model::log::LogLine;
use crate::model::meeting::Amendment;
use crate::model::month::Month;
use crate::model::task::StepKind;
use crate::model::term::Term;
use crate::model::word::Word;
use crate::rules::book::RuleBook;
use crate::store::Reader;
use crate::store::difference::Turned;

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
    Rule(RuleVersion),
}

/// One change of what had been on the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mend {
    pub amendment: Amendment,
    pub about: About,
    /// The report month, or the day it happened.
    pub at: Option<Dated>,
    pub what: Word,
    pub before: Option<Fact>,
    pub after: Option<Fact>,
    /// Who, when and why.
    pub line: LogLine,
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
    let mut mends = Vec::new();
    let patches = projects(reader, &from, month, &mut mends)?;
    let mend = |before, after: &[Brief]| mended(before, after, &patches);
    let progress = compare_mended(reader, &Filter::default(), span, mend)?;
    filings(reader, &from, month, &mut mends)?;
    events(reader, &from, &mut mends)?;
    of_tasks(reader, &from, &mut mends)?;
    rules(reader, &from, &mut mends)?;
    mends.sort_by_key(|mend| mend.line.op);
    Ok(Difference { from, to, month, mends, progress })
}

/// Districts' reports of months that were due, which came after it, and reports that were on the
/// table, due or not, which were taken back.
fn filings(
    reader: &Reader<'_>,
    from: &Baseline,
    month: Month,
    mends: &mut Vec<Mend>,
) -> Result<()> {
    for turned in reader.filings_turned(from.op)? {
        let (district, of) = (turned.owner / 1_000_000, turned.owner % 1_000_000);
        let known = |of: &Month| *of <= month || !turned.holds;
        let Some(of) = Month::from_number(of).filter(known) else { continue };
        let about = About::District(district);
        let at = Some(Dated::Month(of));
        let day = Fact::Date(Dated::Day(turned.day));
        mends.extend(mend(reader, &turned, about, at, Term::Received.into(), Some(day))?);
    }
    Ok(())
}

/// What had happened to appeals before the day; what is recorded on the day itself after the freeze
/// is what came of the meeting.
fn events(reader: &Reader<'_>, from: &Baseline, mends: &mut Vec<Mend>) -> Result<()> {
    let turned = reader.events_turned(from.op)?;
    for turned in turned.into_iter().filter(|turned| turned.day < from.day) {
        let Some(appeal) = written(reader, from, |reader| reader.appeal_by_id(turned.owner))?
        else {
            continue;
        };
        let project = written(reader, from, |reader| reader.project(appeal.project))?;
        let name = project.map(|project| project.name).unwrap_or_default();
        let Some(what) = DeedKind::from_key(&turned.kind) else { continue };
        let about = About::Appeal { code: appeal.code, name };
        let at = Some(Dated::Day(turned.day));
        mends.extend(mend(reader, &turned, about, at, what.into(), None)?);
    }
    Ok(())
}

/// What had been decided, and done about it, by then.
fn of_tasks(reader: &Reader<'_>, from: &Baseline, mends: &mut Vec<Mend>) -> Result<()> {
    let lines = tasks(reader)?;
    let known = reader.at(Scope::after(from.op, from.day), tasks)?;
    let of = |id: i64| lines.iter().chain(&known).find(|line| line.task.id == id);
    let made =
        reader.tasks_turned(from.op)?.into_iter().map(|turned| (turned, Term::Decided.into()));
    let steps = reader.steps_turned(from.op)?.into_iter().filter_map(|turned| {
        let kind = StepKind::from_key(&turned.kind)?;
        Some((turned, Word::from(kind)))
    });
    for (turned, what) in made.chain(steps).filter(|(turned, _)| turned.day < from.day) {
        let Some(line) = of(turned.owner) else { continue };
        let (code, text) = (line.task.code.clone(), line.task.text.clone());
        let at = Some(Dated::Day(turned.day));
        mends.extend(mend(reader, &turned, About::Task { code, text }, at, what, None)?);
    }
    Ok(())
}

/// Standards that were already in force by then.
fn rules(reader: &Reader<'_>, from: &Baseline, mends: &mut Vec<Mend>) -> Result<()> {
    let then = reader.at(Scope::after(from.op, from.day), |reader| reader.rules())?;
    let (now, last) = (reader.rules()?, reader.last_rule_change()?);
    let Some(line) = last.map(|op| reader.operation_line(op)).transpose()?.flatten() else {
        return Ok(());
    };
    let same = |a: &RuleVersion, b: &RuleVersion| (a.rule, a.since) == (b.rule, b.since);
    for version in now.into_iter().filter(|version| version.since <= from.day) {
        if then.iter().any(|known| known == &version) {
            continue;
        }
        let known = then.iter().any(|known| same(known, &version));
        let amendment = if known { Amendment::Correction } else { Amendment::Late };
        mends.push(Mend {
            amendment,
            at: Some(Dated::Day(version.since)),
            what: version.rule.into(),
            about: About::Rule(version),
            before: None,
            after: None,
            line: line.clone(),
        });
    }
    Ok(())
}

/// What is on record now, or was when the meeting was frozen.
fn written<T>(
    reader: &Reader<'_>,
    from: &Baseline,
    read: impl Fn(&Reader<'_>) -> Result<Option<T>>,
) -> Result<Option<T>> {
    match read(reader)? {
        Some(found) => Ok(Some(found)),
        None => reader.at(Scope::after(from.op, from.day), |reader| read(reader)),
    }
}

/// A fact that came late, or was taken back.
fn mend(
    reader: &Reader<'_>,
    turned: &Turned,
    about: About,
    at: Option<Dated>,
    what: Word,
    value: Option<Fact>,
) -> Result<Option<Mend>> {
    let Some(line) = reader.operation_line(turned.op)? else { return Ok(None) };
    let (amendment, before, after) = if turned.holds {
        (Amendment::Late, None, value)
    } else {
        (Amendment::Undone, value, None)
    };
    Ok(Some(Mend { amendment, about, at, what, before, after, line }))
}
