//! `appeal` and `letter`: the life of an appeal (诉求). Each deed opens the appeal, asks the table of
//! steps, and adds events; it returns what is to be said.

pub mod close;
pub mod end;
pub mod letter;
pub mod list;
pub mod log;
pub mod outcome;
pub mod paper;
pub mod remind;
pub mod reply;
mod roll;
pub mod sheet;
mod words;

pub use words::Words;

use crate::error::{AppealRefusal, Kind, Place, Result};
use crate::model::Day;
use crate::model::appeal::{Action, Appeal, AppealState, Deed, Event};
use crate::model::dispatch::{Dispatch, DispatchState};
use crate::model::month::Month;
use crate::model::name::identity_key;
use crate::model::party::{Contact, Department, Party, Role};
use crate::rules::appeal::life::{Life, fold};
use crate::rules::appeal::step::{Step, possible};
use crate::store::library::Outcome;
use crate::store::writer::Origin;
use crate::store::{Library, Reader, Stamp, Writer};
use std::collections::BTreeSet;

/// An appeal with everything that happened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    pub appeal: Appeal,
    pub events: Vec<Event>,
    pub dispatches: Vec<Dispatch>,
    pub life: Life,
}

/// Opens an appeal by its code.
///
/// # Errors
/// [`AppealRefusal::UnknownAppeal`].
pub fn open(reader: &Reader<'_>, given: &str) -> Result<Opened> {
    let code = given.trim().to_uppercase();
    let unknown = || AppealRefusal::UnknownAppeal { given: given.to_owned() };
    let appeal = reader.appeal(&code)?.ok_or_else(unknown)?;
    opened(reader, appeal)
}

/// The same of an appeal that was read.
///
/// # Errors
/// Only what the store reports, and a life on record that does not hold together.
pub fn opened(reader: &Reader<'_>, appeal: Appeal) -> Result<Opened> {
    let events = reader.events(appeal.id)?;
    let dispatches = reader.dispatches(appeal.id)?;
    let life = folded(&events, &dispatches)
        .ok_or_else(|| anyhow::anyhow!("the course of {} does not hold together", appeal.code))?;
    Ok(Opened { appeal, events, dispatches, life })
}

/// What the events of an appeal add up to; `None` where they do not follow from each other.
pub fn folded(events: &[Event], dispatches: &[Dispatch]) -> Option<Life> {
    let role = |id| dispatches.iter().find(|dispatch| dispatch.id == id).map(|one| one.role);
    fold(events, role).ok()
}

/// The event at which the course of an appeal does not hold together, if there is one.
///
/// # Errors
/// Only what the store reports.
pub fn flaw(reader: &Reader<'_>, appeal: i64) -> Result<Option<i64>> {
    let events = reader.events(appeal)?;
    if events.is_empty() {
        return Ok(None);
    }
    let dispatches = reader.dispatches(appeal)?;
    let role = |id| dispatches.iter().find(|dispatch| dispatch.id == id).map(|one| one.role);
    Ok(fold(&events, role).err().map(|flaw| flaw.event))
}

impl Opened {
    /// Refuses an action that the state does not allow, naming what is possible instead.
    ///
    /// # Errors
    /// [`AppealRefusal::Step`].
    pub fn must_allow(&self, action: Action) -> Result<()> {
        let state = self.life.state;
        let first = match self.life.step(action) {
            Step::Go => return Ok(()),
            Step::First(first) => Some(first),
            Step::Never => None,
        };
        let code = self.appeal.code.clone();
        Err(AppealRefusal::Step { code, state, action, first, possible: possible(state) }.into())
    }

    /// Refuses a day before the step that this one follows.
    ///
    /// # Errors
    /// [`AppealRefusal::OutOfOrder`].
    pub fn must_follow(&self, state: AppealState, day: Day) -> Result<()> {
        let earliest = self.life.earliest(state);
        if day >= earliest {
            return Ok(());
        }
        let code = self.appeal.code.clone();
        Err(AppealRefusal::OutOfOrder { code, day, earliest }.into())
    }

    /// Refuses a day before the appeal was logged.
    ///
    /// # Errors
    /// [`AppealRefusal::OutOfOrder`].
    pub fn must_be_logged(&self, day: Day) -> Result<()> {
        let earliest = self.life.logged;
        if day >= earliest {
            return Ok(());
        }
        let code = self.appeal.code.clone();
        Err(AppealRefusal::OutOfOrder { code, day, earliest }.into())
    }

    /// An event of this appeal, to be completed.
    pub const fn event(&self, day: Day, deed: Deed, state: Option<AppealState>) -> Event {
        event(self.appeal.id, day, deed, state)
    }

    /// The dispatch by which a department has the appeal: the one still open, else the last.
    pub fn part_of(&self, department: i64) -> Option<&Dispatch> {
        let sent = |dispatch: &&Dispatch| {
            dispatch.department == department && self.life.parts.contains_key(&dispatch.id)
        };
        let open = |dispatch: &&Dispatch| {
            let part = self.life.parts.get(&dispatch.id);
            part.is_some_and(|part| part.state == DispatchState::Open)
        };
        let mut sent = self.dispatches.iter().filter(sent);
        sent.clone().rfind(open).or_else(|| sent.next_back())
    }
}

/// An event without anything beside its deed.
pub const fn event(appeal: i64, day: Day, deed: Deed, state: Option<AppealState>) -> Event {
    Event {
        id: 0,
        appeal,
        day,
        deed,
        state,
        person: None,
        note: None,
        finding: None,
        overridden: None,
    }
}

/// Codes as they were given, each once: the same appeal is not closed, nor a letter sent, twice.
fn once(codes: &[String]) -> impl Iterator<Item = &String> {
    let mut seen = BTreeSet::new();
    codes.iter().filter(move |code| seen.insert(code.trim().to_uppercase()))
}

/// One operation on appeals; a course that would not hold together is never kept.
fn write<T>(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    work: impl FnOnce(&mut Writer<'_>) -> Result<Outcome<T>>,
) -> Result<T> {
    library.write(stamp, waiting, |writer| {
        let done = work(writer)?;
        courses_must_hold(writer)?;
        Ok(done)
    })
}

/// Folds every appeal that the operation wrote about.
///
/// # Errors
/// A fault of the program, before anything is kept.
pub fn courses_must_hold(writer: &Writer<'_>) -> Result<()> {
    for appeal in writer.appeals_written()? {
        if let Some(event) = flaw(writer, appeal)? {
            return Err(anyhow::anyhow!("event {event} does not follow from those before").into());
        }
    }
    Ok(())
}

/// A code that was mistyped would change another appeal: the project must agree.
fn must_be_of(reader: &Reader<'_>, code: &str, project: Option<&str>) -> Result<()> {
    let opened = open(reader, code)?;
    let Some(given) = project else { return Ok(()) };
    let Some(project) = reader.project(opened.appeal.project)? else { return Ok(()) };
    let mut names = reader.former_names(project.id)?;
    names.extend([project.name.clone(), project.code.clone()]);
    if names.iter().any(|name| identity_key(name) == identity_key(given)) {
        return Ok(());
    }
    Err(AppealRefusal::OtherProject { code: opened.appeal.code, project: project.name }.into())
}

/// Adds an event that no file said.
fn add(writer: &mut Writer<'_>, event: &Event) -> Result<()> {
    writer.add_event(event, Origin::default())?;
    Ok(())
}

/// The round an appeal raised on a day is for: that month's, unless its meeting has been held.
fn round_on(reader: &Reader<'_>, day: Day) -> Result<Month> {
    let month = Month::of(day);
    let held = reader.round(month)?.meeting.is_some_and(|meeting| meeting < day);
    Ok(if held { month.next() } else { month })
}

/// The short name of a department.
fn short(departments: &[Department], id: i64) -> String {
    let known = departments.iter().find(|department| department.id == id);
    known.map(|department| department.short.clone()).unwrap_or_default()
}

/// A refusal at a value that was typed.
fn at_code(kind: impl Into<Kind>, code: &str) -> crate::error::Fault {
    kind.into().at(Place::value(code)).into()
}

/// Who held a role of a department on a day, so that an old letter keeps the old name.
pub fn person(contacts: &[Contact], department: i64, role: Role, on: Day) -> Option<String> {
    let held = |contact: &&Contact| {
        contact.party == Party::Department(department) && contact.role == role && contact.serves(on)
    };
    contacts.iter().rfind(held).map(|contact| contact.person.clone())
}
