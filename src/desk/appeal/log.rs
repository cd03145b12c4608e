//! `appeal log`, `take`, `send-back`: an appeal comes in, is completed, or goes back.

use super::words::{Court, Words};
use super::{Opened, add, event, must_be_of, once, open, opened, round_on, short, write};
use crate::desk::clue::waiting_clue;
use crate::desk::lookup;
use crate::desk::resolve::not_in_the_future;
use crate::desk::update::must_be_in;
use crate::error::{AppealRefusal, Result};
use crate::model::Day;
use crate::model::appeal::{Action, Appeal, AppealField, AppealState, Deed};
use crate::model::appeal_note::AppealNote;
use crate::model::clue::{Clue, ClueState};
use crate::model::dispatch::{Dispatch, DispatchRole};
use crate::model::finding::{RuleName, Verdict};
use crate::model::ledger::AppealColumn;
use crate::model::name::search_key;
use crate::model::project::Project;
use crate::rules::appeal::passes;
use crate::rules::appeal::similar::similar;
use crate::store::clue::FiledClue;
use crate::store::library::Outcome;
use crate::store::writer::Origin;
use crate::store::{Library, Reader, Stamp, Writer};
use std::collections::hash_map::Entry;

/// How many earlier appeals are looked through, and how many are shown.
const LOOKED_AT: i64 = 2_000;
const SHOWN: usize = 3;

/// What to log.
#[derive(Debug, Clone)]
pub struct LogRequest {
    /// The appeal to complete; `None`: a new one.
    pub appeal: Option<String>,
    /// The project of a new one, by code or name.
    pub project: Option<String>,
    pub words: Words,
    pub on: Day,
}

/// An appeal that was logged or completed, with what is to be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    pub code: String,
    pub notes: Vec<AppealNote>,
}

/// What became of the words of an appeal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    New,
    Amended,
    Unchanged,
}

/// Logs an appeal, or completes one.
///
/// # Errors
/// Unknown project or appeal, a project that has left, [`AppealRefusal::Known`],
/// [`AppealRefusal::Step`].
pub fn log(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    request: &LogRequest,
) -> Result<Done> {
    not_in_the_future(request.on, stamp.today)?;
    write(library, stamp, waiting, |writer| {
        let court = Court::sit(writer)?;
        let from = Origin::default();
        if let Some(code) = &request.appeal {
            let opened = open(writer, code)?;
            let (_, done) = amend(writer, &court, opened, &request.words, request.on, from)?;
            return Ok(Outcome::Keep(done));
        }
        let project = lookup::project(writer, request.project.as_deref().unwrap_or_default())?;
        if let Some(known) = known(writer, project.id, &request.words)? {
            return Err(AppealRefusal::Known { code: known.appeal.code }.into());
        }
        let done = enter(writer, &court, &project, &request.words, request.on, from)?;
        Ok(Outcome::Keep(done))
    })
}

/// The open appeal of a project that asks for the same, for the same cause (诉求目的, 问题症结); where
/// one of the two does not say the cause, it is taken to be the same.
///
/// # Errors
/// Only what the store reports.
pub fn known(reader: &Reader<'_>, project: i64, words: &Words) -> Result<Option<Opened>> {
    let key = search_key(words.text(AppealField::Purpose).unwrap_or_default());
    if key.is_empty() {
        return Ok(None);
    }
    let crux = search_key(words.text(AppealField::Problem).unwrap_or_default());
    let mut nearly = None;
    for appeal in reader.appeals_of(project)? {
        if search_key(appeal.purpose.as_deref().unwrap_or_default()) != key {
            continue;
        }
        let known = search_key(appeal.problem.as_deref().unwrap_or_default());
        let same = known == crux;
        if !same && !known.is_empty() && !crux.is_empty() {
            continue;
        }
        let opened = opened(reader, appeal)?;
        if !opened.life.state.is_open() {
            continue;
        }
        if same {
            return Ok(Some(opened));
        }
        nearly = nearly.or(Some(opened));
    }
    Ok(nearly)
}

/// Whether words say something else than what is on record.
pub(super) fn differs(court: &Court, known: &Appeal, words: &Words, on: Day) -> bool {
    let mut appeal = known.clone();
    court.apply(&mut appeal, words, on);
    Appeal { findings: Vec::new(), ..appeal } != Appeal { findings: Vec::new(), ..known.clone() }
}

/// Enters a new appeal of a project.
///
/// # Errors
/// A project that has left.
pub fn enter(
    writer: &mut Writer<'_>,
    court: &Court,
    project: &Project,
    words: &Words,
    on: Day,
    from: Origin,
) -> Result<Done> {
    must_be_in(project)?;
    let mut appeal = blank(project.id, round_on(writer, on)?);
    court.apply(&mut appeal, words, on);
    let (id, code) = writer.put_appeal(&appeal, from)?;
    let state = state_of(&appeal);
    writer.add_event(&event(id, on, Deed::Logged, Some(state)), from)?;
    let appeal = Appeal { id, code: code.clone(), ..appeal };
    let logged = AppealNote::Logged { code: code.clone(), project: project.name.clone(), state };
    let mut notes = vec![logged];
    notes.extend(fails(&appeal));
    notes.extend(alike(writer, court, &appeal, on)?);
    Ok(Done { code, notes })
}

/// Completes or changes an appeal that departments do not have yet.
///
/// # Errors
/// [`AppealRefusal::Step`], [`AppealRefusal::OutOfOrder`].
pub fn amend(
    writer: &mut Writer<'_>,
    court: &Court,
    opened: Opened,
    words: &Words,
    on: Day,
    from: Origin,
) -> Result<(Taken, Done)> {
    let code = opened.appeal.code.clone();
    if !differs(court, &opened.appeal, words, on) {
        let notes = vec![AppealNote::Unchanged { code: code.clone() }];
        return Ok((Taken::Unchanged, Done { code, notes }));
    }
    opened.must_allow(Action::Amend)?;
    let mut appeal = opened.appeal.clone();
    court.apply(&mut appeal, words, on);
    let state = state_of(&appeal);
    opened.must_follow(state, on)?;
    writer.put_appeal(&appeal, from)?;
    writer.add_event(&opened.event(on, Deed::Amended, Some(state)), from)?;
    let mut notes = vec![AppealNote::Amended { code: code.clone(), state }];
    notes.extend(fails(&appeal));
    notes.extend(withdraw_drafts(writer, court, &opened, &appeal)?);
    Ok((Taken::Amended, Done { code, notes }))
}

/// Takes an appeal out of the drafts to departments that it no longer names, or names in another
/// part; what went to a department by itself stays.
fn withdraw_drafts(
    writer: &mut Writer<'_>,
    court: &Court,
    opened: &Opened,
    appeal: &Appeal,
) -> Result<Option<AppealNote>> {
    let (before, now) = (&opened.appeal.departments, &appeal.departments);
    let mut departments = Vec::new();
    if before == now {
        return Ok(None);
    }
    for dispatch in &opened.dispatches {
        let id = dispatch.department;
        let leads = now.first() == Some(&id);
        let stands = now.contains(&id) && leads == (dispatch.role == DispatchRole::Lead);
        let sent = opened.life.parts.contains_key(&dispatch.id);
        if !sent && !stands && before.contains(&id) {
            writer.put_dispatch(&Dispatch { dropped: true, ..dispatch.clone() })?;
            departments.push(short(&court.departments, id));
        }
    }
    let code = appeal.code.clone();
    Ok((!departments.is_empty()).then_some(AppealNote::DraftsGone { code, departments }))
}

fn blank(project: i64, round: crate::model::month::Month) -> Appeal {
    Appeal {
        id: 0,
        code: String::new(),
        project,
        round,
        background: None,
        problem: None,
        purpose: None,
        target: None,
        suggestion: None,
        departments: Vec::new(),
        category: None,
        raised_by: None,
        raised_on: None,
        urgent: false,
        amount: None,
        findings: Vec::new(),
    }
}

/// 待交办 when it passes the five tests, else 待补充.
pub(super) fn state_of(appeal: &Appeal) -> AppealState {
    if passes(&appeal.findings) { AppealState::Ready } else { AppealState::Incomplete }
}

fn fails(appeal: &Appeal) -> Option<AppealNote> {
    let failed = appeal.findings.iter().filter(|finding| finding.verdict == Verdict::Fail);
    let findings: Vec<_> = failed.cloned().collect();
    (!findings.is_empty()).then(|| AppealNote::Fails { code: appeal.code.clone(), findings })
}

/// Earlier appeals of the same category that are alike, and how they ended.
fn alike(reader: &Reader<'_>, court: &Court, appeal: &Appeal, on: Day) -> Result<Vec<AppealNote>> {
    let (Some(category), Some(rule)) =
        (appeal.category, court.book.on(RuleName::AppealSimilar, on))
    else {
        return Ok(Vec::new());
    };
    let mut known = court.earlier.borrow_mut();
    let earlier = match known.entry(category) {
        Entry::Occupied(known) => known.into_mut(),
        Entry::Vacant(none) => none.insert(reader.appeals_like(category, appeal.id, LOOKED_AT)?),
    };
    let mut notes = Vec::new();
    for one in similar(appeal, earlier, rule.value, SHOWN) {
        // A file that was refused took its appeals with it.
        let now = reader.appeal_by_id(one.appeal.id)?;
        let Some(other) = now.filter(|now| now.purpose == one.appeal.purpose) else { continue };
        let Opened { life, appeal: other, .. } = opened(reader, other)?;
        notes.push(AppealNote::Alike {
            code: appeal.code.clone(),
            earlier: other.code,
            percent: one.percent,
            purpose: other.purpose.unwrap_or_default(),
            state: life.state,
            outcome: life.outcome_now(),
        });
    }
    earlier.push(appeal.clone());
    Ok(notes)
}

/// Takes clues (诉求线索) as appeals, all of them or none; what is typed beside holds before what a
/// clue says.
///
/// # Errors
/// [`AppealRefusal::UnknownClue`], [`AppealRefusal::ClueNotWaiting`], a project that has left.
pub fn take(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    codes: &[String],
    words_of: &dyn Fn(&Clue) -> Result<Words>,
    on: Day,
) -> Result<Vec<Done>> {
    not_in_the_future(on, stamp.today)?;
    write(library, stamp, waiting, |writer| {
        let court = Court::sit(writer)?;
        let mut taken = Vec::new();
        for code in once(codes) {
            let filed = waiting_clue(writer, code)?;
            let words = words_of(&filed.clue)?;
            taken.push(take_one(writer, &court, filed, &words, on)?);
        }
        Ok(Outcome::Keep(taken))
    })
}

fn take_one(
    writer: &mut Writer<'_>,
    court: &Court,
    filed: FiledClue,
    words: &Words,
    on: Day,
) -> Result<Done> {
    let FiledClue { clue, from, .. } = filed;
    // A district answers on its form to what was sent back.
    let mut done = if let Some(code) = clue.cell(AppealColumn::Appeal) {
        must_be_of(writer, code, Some(&filed.project_code))?;
        let opened = open(writer, code)?;
        amend(writer, court, opened, words, on, from)?.1
    } else {
        let project = lookup::project(writer, &filed.project_code)?;
        if let Some(known) = known(writer, project.id, words)? {
            return Err(AppealRefusal::Known { code: known.appeal.code }.into());
        }
        enter(writer, court, &project, words, on, from)?
    };
    let taken = AppealNote::ClueTaken { clue: clue.code.clone(), code: done.code.clone() };
    done.notes.insert(0, taken);
    writer.put_clue(&Clue { state: ClueState::Taken, ..clue }, from)?;
    Ok(done)
}

/// Sends appeals back to their districts to be completed; the reason is that of the stamp.
///
/// # Errors
/// [`AppealRefusal::Step`], [`AppealRefusal::OutOfOrder`].
pub fn send_back(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    codes: &[String],
    on: Day,
) -> Result<Vec<AppealNote>> {
    not_in_the_future(on, stamp.today)?;
    write(library, stamp, waiting, |writer| {
        let districts = writer.districts()?;
        let mut notes = Vec::new();
        for code in once(codes) {
            let opened = open(writer, code)?;
            opened.must_allow(Action::SendBack)?;
            opened.must_follow(AppealState::SentBack, on)?;
            let mut event = opened.event(on, Deed::SentBack, Some(AppealState::SentBack));
            event.note.clone_from(&stamp.reason);
            add(writer, &event)?;
            let project = writer.project(opened.appeal.project)?;
            let district = project.map(|project| project.district);
            let district = districts.iter().find(|known| Some(known.id) == district);
            notes.push(AppealNote::SentBack {
                code: opened.appeal.code,
                district: district.map(|known| known.name.clone()).unwrap_or_default(),
            });
        }
        Ok(Outcome::Keep(notes))
    })
}
