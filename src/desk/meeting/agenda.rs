//! The agenda of a meeting as it stands on a day.

use super::{Baseline, baseline, last_before, must_be_open, open};
use crate::desk::clocks::{clocks, month_due};
use crate::desk::task::tasks;
use crate::error::{MeetingRefusal, Result};
use crate::model::Day;
use crate::model::brief::{Filter, Scope};
use crate::model::clock::{ClockKind, Colour};
use crate::model::docket::AppealFilter;
use crate::model::meeting::{Adjustment, AgendaChange, ItemKind, Meeting, MeetingState};
use crate::model::meeting_note::MeetingNote;
use crate::report::agenda::{Facts, Found, Item, Matter, adjust, assemble};
use crate::report::changes::{Changes, Line, changes};
use crate::rules::book::RuleBook;
use crate::store::library::Outcome;
use crate::store::{Library, Reader, Stamp};
use std::collections::HashSet;

/// An agenda, with what its changes are told from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    pub meeting: Meeting,
    /// The day it shows.
    pub as_of: Day,
    /// The last meeting of its kind that was frozen; `None`: it is the first.
    pub since: Option<Baseline>,
    /// What changed since then.
    pub changes: Option<Changes>,
    pub items: Vec<Item>,
    /// How a person adjusted it.
    pub adjustments: Vec<Adjustment>,
}

/// The agenda of a meeting as everything on record makes it now; once it is closed, the one that was
/// on the table.
///
/// # Errors
/// Only what the store reports.
pub fn agenda(reader: &Reader<'_>, meeting: Meeting) -> Result<Agenda> {
    if meeting.state != MeetingState::Closed {
        return standing(reader, meeting);
    }
    let last = baseline(reader, meeting)?;
    let then = Scope::after(last.op, last.day);
    reader.at(then, |reader| standing(reader, last.meeting))
}

fn standing(reader: &Reader<'_>, meeting: Meeting) -> Result<Agenda> {
    let today = reader.scope().today;
    let since = last_before(reader, Some(&meeting), Some(meeting.kind))?;
    let briefs = reader.briefs(&Filter::default())?;
    let changes = match &since {
        None => None,
        Some(last) => {
            let then = Scope::after(last.op, last.day);
            let before = reader.at(then, |reader| reader.briefs(&Filter::default()))?;
            Some(changes(&before, &briefs, &HashSet::new()))
        }
    };
    let book = RuleBook::new(reader.rules()?);
    let known = month_due(&book, &reader.calendar()?, today);
    let clocks = clocks(reader, &book, None, known, today)?;
    let red = briefs.iter().filter_map(|brief| {
        let found = clocks.get(&brief.id)?;
        let shown = [(ClockKind::Progress, &found.progress), (ClockKind::Report, &found.report)];
        let red: Vec<ClockKind> = shown
            .into_iter()
            .filter(|(_, clock)| clock.colour == Colour::Red)
            .map(|(kind, _)| kind)
            .collect();
        (!red.is_empty()).then(|| (Line::of(brief), red))
    });
    let red: Vec<(Line, Vec<ClockKind>)> = red.collect();
    let (appeals, dispatches) = reader.docket(&AppealFilter::default())?;
    let items = assemble(&Facts {
        kind: meeting.kind,
        meeting: meeting.id,
        tasks: &tasks(reader)?,
        appeals: &appeals,
        dispatches: &dispatches,
        red: &red,
        since: changes.as_ref(),
        today,
    });
    let adjustments = reader.adjustments(meeting.id)?;
    let mut found = Found::new();
    for added in adjustments.iter().filter(|wish| wish.change == AgendaChange::Add) {
        if let Some(item) = subject(reader, &added.subject)? {
            found.insert(added.subject.clone(), item);
        }
    }
    let items = adjust(items, &adjustments, &found);
    Ok(Agenda { meeting, as_of: today, since, changes, items, adjustments })
}

/// Whether a text is a code of ours, such as `XM2020-0001`, rather than an item of its own.
fn is_code(text: &str) -> bool {
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let rest = ["XM", "SQ", "RW"].iter().find_map(|letters| text.strip_prefix(letters));
    rest.and_then(|rest| rest.split_once('-')).is_some_and(|(year, number)| {
        year.len() == 4 && digits(year) && !number.is_empty() && digits(number)
    })
}

/// A project, an appeal or a task by its code, as an item.
fn subject(reader: &Reader<'_>, code: &str) -> Result<Option<Item>> {
    let item = |name, districts, matter, due| Item {
        kind: ItemKind::Added,
        code: Some(code.to_owned()),
        name,
        districts,
        matter,
        due,
    };
    if let Some(project) = reader.project_by_code(code)? {
        let matter = Matter::Stage(project.standing.stage);
        return Ok(Some(item(Some(project.name), vec![project.district], matter, None)));
    }
    if let Some(appeal) = reader.appeal(code)? {
        let project = reader.project(appeal.project)?;
        let districts = project.iter().map(|project| project.district).collect();
        let name = project.map(|project| project.name);
        return Ok(Some(item(name, districts, Matter::Text(appeal.purpose), None)));
    }
    let Some(task) = reader.task(code)? else { return Ok(None) };
    Ok(Some(item(None, task.districts, Matter::Text(Some(task.text)), task.due)))
}

/// What a person wants on the agenda; the reason is that of the stamp.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wishes {
    pub add: Vec<String>,
    pub drop: Vec<String>,
    pub first: Vec<String>,
}

/// Adjusts the agenda of a meeting that is still to be held.
///
/// # Errors
/// [`MeetingRefusal::State`], [`MeetingRefusal::UnknownSubject`], [`MeetingRefusal::NotOnAgenda`],
/// [`MeetingRefusal::AlreadyOnAgenda`].
pub fn wish(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    code: &str,
    wishes: &Wishes,
) -> Result<Vec<MeetingNote>> {
    library.write(stamp, waiting, |writer| {
        let meeting = open(writer, code)?;
        must_be_open(&meeting)?;
        let (id, code) = (meeting.id, meeting.code.clone());
        let all = [
            (AgendaChange::Drop, &wishes.drop),
            (AgendaChange::Add, &wishes.add),
            (AgendaChange::First, &wishes.first),
        ];
        let mut notes = Vec::new();
        for (change, subjects) in all {
            for given in subjects {
                let upper = given.trim().to_uppercase();
                let subject = if is_code(&upper) { upper } else { given.trim().to_owned() };
                let items = agenda(writer, meeting.clone())?.items;
                let here = items.iter().any(|item| {
                    item.code.as_deref().or(item.name.as_deref()) == Some(subject.as_str())
                });
                let given = || subject.clone();
                match (change, here) {
                    (AgendaChange::Add, true) => {
                        return Err(MeetingRefusal::AlreadyOnAgenda { code, given: given() }.into());
                    }
                    (AgendaChange::Add, false)
                        if is_code(&subject) && self::subject(writer, &subject)?.is_none() =>
                    {
                        return Err(MeetingRefusal::UnknownSubject { given: given() }.into());
                    }
                    (AgendaChange::Drop | AgendaChange::First, false) => {
                        return Err(MeetingRefusal::NotOnAgenda { code, given: given() }.into());
                    }
                    _ => {}
                }
                // The reason is that of what is dropped, where anything is.
                let mine = change == AgendaChange::Drop || wishes.drop.is_empty();
                let reason = stamp.reason.clone().filter(|_| mine);
                let adjustment = Adjustment { change, subject: given(), reason };
                writer.add_adjustment(id, &adjustment)?;
                notes.push(MeetingNote::Adjusted { code: code.clone(), change, subject: given() });
            }
        }
        Ok(Outcome::Keep(notes))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_letters_a_year_and_a_number() {
        for code in ["XM2020-0001", "SQ2020-0001", "RW2020-12345"] {
            assert!(is_code(code), "{code}");
        }
        for own in [
            "XM2020\u{5e74}\u{5ea6}\u{603b}\u{7ed3}",
            "XM2020",
            "XM2020-",
            "XM20-0001",
            "XM2020-1\u{671f}",
            "SQ",
            "DB2020-03",
            "",
        ] {
            assert!(!is_code(own), "{own}");
        }
    }
}
