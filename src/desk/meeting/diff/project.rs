//! What was set right of projects after a meeting was frozen, and what the frozen state would have
//! been, had it been known.

use super::{About, Account, Mend, Said};
use crate::desk::history::{Entry, What, of_project};
use crate::desk::meeting::Baseline;
use crate::error::Result;
use crate::model::brief::{Brief, Scope};
use crate::model::date::Dated;
use crate::model::dossier::Fact;
use crate::model::field::Field;
use crate::model::log::{LogLine, Nature};
use crate::model::meeting::Amendment;
use crate::model::month::Month;
use crate::model::term::Term;
use crate::model::word::Word;
use crate::store::Reader;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Which undos and redos of operations before the freeze still make a difference: an even number of
/// turns leaves an operation as it was.
struct Winds {
    /// By operation wound: how often it was, and by which operation last.
    turns: BTreeMap<i64, (u64, i64)>,
}

impl Winds {
    fn read(reader: &Reader<'_>, from: &Baseline) -> Result<Winds> {
        let mut turns: BTreeMap<i64, (u64, i64)> = BTreeMap::new();
        for (op, target) in reader.winds_after(from.op)? {
            let turn = turns.entry(target).or_insert((0, op));
            *turn = (turn.0 + 1, op);
        }
        Ok(Winds { turns })
    }

    /// Whether what an operation wrote still makes a difference to the frozen state.
    fn counts(&self, line: &LogLine, from: &Baseline) -> bool {
        match &line.target {
            // Of what came after the freeze only what holds in the end is told.
            None => !line.undone,
            Some(target) if target.op > from.op => false,
            Some(target) => self
                .turns
                .get(&target.op)
                .is_some_and(|(turns, last)| turns % 2 == 1 && *last == line.op),
        }
    }
}

/// What is set right of a project's place in the library, its stage or an amount.
pub struct Patch {
    project: i64,
    what: What,
    after: Option<Fact>,
}

/// What was on record of a project when the meeting was frozen.
struct Then {
    /// The month its register followed.
    month: Option<Month>,
    /// The months its district had reported it in.
    reported: BTreeSet<Month>,
}

impl Then {
    fn read(reader: &Reader<'_>, id: i64) -> Result<Then> {
        let reports = reader.reports_of(id)?;
        let month = reports.iter().map(|report| report.month).max();
        let filed = reports.iter().filter(|report| report.filing.is_some());
        Ok(Then { month, reported: filed.map(|report| report.month).collect() })
    }
}

/// Figures of months that were on the table, and properties that were set right. Returns what they
/// make of the state that was frozen.
pub fn projects(account: &mut Account<'_, '_>, month: Month) -> Result<Vec<Patch>> {
    let Account { reader, from, lines, mends } = account;
    let winds = Winds::read(reader, from)?;
    let ids = reader.projects_written(from.op)?;
    let then: Vec<Then> = reader.at(Scope::after(from.op, from.day), |reader| {
        ids.iter().map(|id| Then::read(reader, *id)).collect()
    })?;
    let mut patches = Vec::new();
    for (id, then) in ids.into_iter().zip(then) {
        let Some(history) = of_project(reader, id, from.op, lines)? else { continue };
        let later = history.entries.into_iter();
        let later: Vec<Entry> = later.filter(|entry| winds.counts(&entry.line, from)).collect();
        let came_or_went = |entry: &Entry| {
            let whole = entry.before.is_none() || entry.after.is_none();
            (entry.what == What::Entry && whole).then_some(entry.line.op)
        };
        // Where the project as a whole came or went, its fields need not be told.
        let whole: BTreeSet<i64> = later.iter().filter_map(came_or_went).collect();
        let told = |entry: &Entry| entry.what == What::Entry || !whole.contains(&entry.line.op);
        for entry in later.into_iter().filter(told) {
            let Some(amendment) = amendment(&entry, &then, from, month) else { continue };
            let followed = entry.month.is_none_or(|of| then.month.is_none_or(|it| of >= it));
            if followed {
                let after = entry.after.clone();
                patches.push(Patch { project: id, what: entry.what, after });
            }
            let what = match entry.what {
                What::Field(field) => Word::from(field),
                What::Entry => Term::Entered.into(),
                What::Exit => Term::Left.into(),
            };
            let (code, name) = (history.code.clone(), history.name.clone());
            mends.push(Mend {
                amendment,
                about: About::Project { code, name },
                at: entry.month.map(Dated::Month),
                what,
                before: entry.before.map(Said::Fact),
                after: entry.after.map(Said::Fact),
                line: entry.line,
            });
        }
    }
    Ok(patches)
}

/// What an entry of a history does to what was on the table; `None`: it is progress.
fn amendment(entry: &Entry, then: &Then, from: &Baseline, month: Month) -> Option<Amendment> {
    match entry.nature {
        Nature::Undone => return Some(Amendment::Undone),
        Nature::Redone => return Some(Amendment::Redone),
        _ if entry.line.correction => return Some(Amendment::Correction),
        _ => {}
    }
    match (entry.what, entry.month, entry.nature) {
        // Also a month that came before its deadline: the register followed it.
        (_, Some(of), _) if then.reported.contains(&of) => Some(Amendment::Correction),
        (_, Some(of), _) if of > month => None,
        (_, Some(_), _) => Some(Amendment::Late),
        (_, None, Nature::Correction) => Some(Amendment::Correction),
        (What::Entry | What::Exit, None, _) => match &entry.after {
            Some(Fact::Date(Dated::Day(day))) if *day < from.day => Some(Amendment::Late),
            _ => None,
        },
        _ => None,
    }
}

/// The frozen state as it would have been, had all been known: only what is left is progress.
pub fn mended(mut before: Vec<Brief>, after: &[Brief], patches: &[Patch]) -> Vec<Brief> {
    let after: HashMap<i64, &Brief> = after.iter().map(|brief| (brief.id, brief)).collect();
    let ids = before.iter().enumerate().map(|(place, brief)| (brief.id, place));
    let mut places: HashMap<i64, usize> = ids.collect();
    for Patch { project, what, after: value } in patches {
        let place = places.get(project).copied();
        match (what, value, place, after.get(project)) {
            // It had entered, or had not left: it was there as it is now.
            (What::Entry, Some(_), None, Some(now)) | (What::Exit, None, None, Some(now)) => {
                places.insert(*project, before.len());
                before.push(Brief::clone(now));
            }
            // What lies at no place any more is taken out at the end, all at once.
            (What::Entry, None, Some(_), _) | (What::Exit, Some(_), Some(_), _) => {
                places.remove(project);
            }
            (What::Field(Field::Stage), Some(Fact::Stage(stage)), Some(place), _) => {
                before[place].stage = *stage;
            }
            (What::Field(Field::Money(quantity)), value, Some(place), _) => {
                let amount = match value {
                    Some(Fact::Money(amount)) => Some(*amount),
                    _ => None,
                };
                before[place].amounts.set(*quantity, amount);
            }
            _ => {}
        }
    }
    let kept = before.into_iter().enumerate();
    let kept = kept.filter(|(place, brief)| places.get(&brief.id) == Some(place));
    kept.map(|(_, brief)| brief).collect()
}
