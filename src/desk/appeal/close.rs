//! `appeal close`, `reopen`, `withdraw`, `satisfaction`: the end of an appeal, and the way back.

use super::log::state_of;
use super::outcome::suspend;
use super::words::Court;
use super::{Opened, add, once, open, short, write};
use crate::desk::clue::{self, is_clue};
use crate::desk::resolve::not_in_the_future;
use crate::error::{AppealRefusal, Result};
use crate::model::Day;
use crate::model::appeal::{Action, Appeal, AppealOutcome, AppealState, Deed, Satisfaction};
use crate::model::appeal_note::AppealNote;
use crate::model::dispatch::{DispatchRole, DispatchState};
use crate::store::library::Outcome;
use crate::store::{Library, Stamp, Writer};

/// Closes appeals whose outcome is settled and whose lead has answered.
///
/// # Errors
/// [`AppealRefusal::Step`], [`AppealRefusal::NotClosable`], [`AppealRefusal::OutOfOrder`].
pub fn close(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    codes: &[String],
    on: Day,
) -> Result<Vec<AppealNote>> {
    each(library, stamp, waiting, codes, on, |writer, opened, notes| {
        opened.must_allow(Action::Close)?;
        let code = opened.appeal.code.clone();
        let outcome = opened.life.outcome.map(|(outcome, _)| outcome);
        let lead_answered = opened.life.lead_answered();
        let Some(settled) = outcome.filter(|outcome| outcome.is_settled() && lead_answered) else {
            return Err(AppealRefusal::NotClosable { code, outcome, lead_answered }.into());
        };
        opened.must_follow(AppealState::Closed, on)?;
        if let Some(earliest) = opened.life.closable_from().filter(|earliest| on < *earliest) {
            return Err(AppealRefusal::OutOfOrder { code, day: on, earliest }.into());
        }
        let mut event = opened.event(on, Deed::Closed, Some(AppealState::Closed));
        event.note.clone_from(&stamp.reason);
        add(writer, &event)?;
        let missing = missing(writer, &opened)?;
        notes.push(AppealNote::Closed { code: code.clone(), outcome: settled });
        if !missing.is_empty() {
            notes.push(AppealNote::AssistsMissing { code: code.clone(), departments: missing });
        }
        // 明确途径 and 对上争取 are not the end of the matter (MECHANISM §6).
        if matches!(settled, AppealOutcome::Path | AppealOutcome::Higher) {
            notes.push(AppealNote::ClosedUnderWay { code, outcome: settled });
        }
        Ok(())
    })
}

/// Assisting departments that still have to answer.
fn missing(writer: &Writer<'_>, opened: &Opened) -> Result<Vec<String>> {
    let departments = writer.departments()?;
    let open = opened.dispatches.iter().filter(|dispatch| {
        let part = opened.life.parts.get(&dispatch.id);
        dispatch.role == DispatchRole::Assist
            && part.is_some_and(|part| part.state == DispatchState::Open)
    });
    Ok(open.map(|dispatch| short(&departments, dispatch.department)).collect())
}

/// Opens appeals again; the reason is that of the stamp. A closed one goes back to its departments
/// and its outcome to 办理中; one that was withdrawn or terminated waits for letters again.
///
/// # Errors
/// [`AppealRefusal::Step`], [`AppealRefusal::ProjectGone`], [`AppealRefusal::OutOfOrder`].
pub fn reopen(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    codes: &[String],
    on: Day,
) -> Result<Vec<AppealNote>> {
    each(library, stamp, waiting, codes, on, |writer, opened, notes| {
        opened.must_allow(Action::Reopen)?;
        let code = opened.appeal.code.clone();
        let project = writer.project(opened.appeal.project)?;
        if let Some(project) = project.filter(|project| project.left.is_some()) {
            return Err(AppealRefusal::ProjectGone { code, project: project.code }.into());
        }
        let state = if opened.life.state == AppealState::Closed {
            AppealState::Dispatched
        } else {
            let findings = Court::sit(writer)?.judge(&opened.appeal, on);
            state_of(&Appeal { findings, ..opened.appeal.clone() })
        };
        opened.must_follow(state, on)?;
        if let Some((_, earliest)) = opened.life.outcome.filter(|(_, day)| on < *day) {
            return Err(AppealRefusal::OutOfOrder { code, day: on, earliest }.into());
        }
        let mut event = opened.event(on, Deed::Reopened, Some(state));
        event.note.clone_from(&stamp.reason);
        add(writer, &event)?;
        suspend(writer, &opened, on)?;
        notes.push(AppealNote::Reopened { code, state });
        Ok(())
    })
}

/// Takes appeals back, as their districts asked; the reason is that of the stamp.
///
/// # Errors
/// [`AppealRefusal::Step`], [`AppealRefusal::OutOfOrder`].
pub fn withdraw(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    codes: &[String],
    on: Day,
) -> Result<Vec<AppealNote>> {
    each_code(library, stamp, waiting, codes, on, |writer, code, notes| {
        if is_clue(code) {
            notes.push(AppealNote::ClueDropped { code: clue::drop(writer, code)? });
            return Ok(());
        }
        let opened = open(writer, code)?;
        opened.must_allow(Action::Withdraw)?;
        opened.must_follow(AppealState::Withdrawn, on)?;
        let mut event = opened.event(on, Deed::Withdrawn, Some(AppealState::Withdrawn));
        event.note.clone_from(&stamp.reason);
        add(writer, &event)?;
        notes.push(AppealNote::Withdrawn { code: opened.appeal.code });
        Ok(())
    })
}

/// What the firm said after a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    pub satisfaction: Satisfaction,
    /// Whom the bureau spoke to.
    pub person: Option<String>,
}

/// Records what firms said of closed appeals.
///
/// # Errors
/// [`AppealRefusal::Step`], a day before the appeal was closed.
pub fn rate(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    codes: &[String],
    call: &Call,
    on: Day,
) -> Result<Vec<AppealNote>> {
    each(library, stamp, waiting, codes, on, |writer, opened, notes| {
        opened.must_allow(Action::Rate)?;
        if on < opened.life.since {
            let (code, earliest) = (opened.appeal.code, opened.life.since);
            return Err(AppealRefusal::OutOfOrder { code, day: on, earliest }.into());
        }
        let satisfaction = call.satisfaction;
        let mut event = opened.event(on, Deed::Rated(satisfaction), None);
        event.person.clone_from(&call.person);
        event.note.clone_from(&stamp.reason);
        add(writer, &event)?;
        notes.push(AppealNote::Rated { code: opened.appeal.code, satisfaction });
        Ok(())
    })
}

/// Does the same with several appeals, with all of them or none.
fn each(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    codes: &[String],
    on: Day,
    mut work: impl FnMut(&mut Writer<'_>, Opened, &mut Vec<AppealNote>) -> Result<()>,
) -> Result<Vec<AppealNote>> {
    each_code(library, stamp, waiting, codes, on, |writer, code, notes| {
        let opened = open(writer, code)?;
        work(writer, opened, notes)
    })
}

fn each_code(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    codes: &[String],
    on: Day,
    mut work: impl FnMut(&mut Writer<'_>, &str, &mut Vec<AppealNote>) -> Result<()>,
) -> Result<Vec<AppealNote>> {
    not_in_the_future(on, stamp.today)?;
    write(library, stamp, waiting, |writer| {
        let mut notes = Vec::new();
        for code in once(codes) {
            work(writer, code, &mut notes)?;
        }
        Ok(Outcome::Keep(notes))
    })
}
