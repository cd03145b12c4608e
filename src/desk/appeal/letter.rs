//! `letter`: the ready appeals of a round are grouped by department (函告), one leading and others
//! assisting in each; when a letter goes out its due days are fixed.

use super::words::Court;
use super::{Opened, add, at_code, once, open, opened, short, write};
use crate::desk::disclosure::withheld;
use crate::desk::lookup;
use crate::desk::resolve::not_in_the_future;
use crate::error::{AppealRefusal, MeetingRefusal, Result};
use crate::model::Day;
use crate::model::appeal::{Action, AppealState, Deed, Round};
use crate::model::appeal_note::AppealNote;
use crate::model::dispatch::{Dispatch, DispatchRole, DispatchState, Letter};
use crate::model::finding::{Finding, Verdict};
use crate::model::meeting::{MeetingKind, MeetingState};
use crate::model::month::Month;
use crate::model::party::Department;
use crate::rules::appeal::due::due;
use crate::rules::appeal::passes;
use crate::rules::appeal::step::{Step, step};
use crate::rules::book::RuleBook;
use crate::store::library::Outcome;
use crate::store::{Library, Stamp, Writer};
use anyhow::Context;
use std::collections::BTreeMap;

/// Which letters to draft.
#[derive(Debug, Clone)]
pub struct DraftRequest {
    pub round: Month,
    /// Only letters to this department, by any of its names.
    pub department: Option<String>,
    /// Only these appeals.
    pub appeals: Vec<String>,
    /// The day of the meeting the round is for.
    pub meeting: Option<Day>,
    pub on: Day,
}

/// What drafting or sending came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    /// Codes of the letters.
    pub letters: Vec<String>,
    pub notes: Vec<AppealNote>,
}

/// Drafts the letters of a round.
///
/// # Errors
/// [`AppealRefusal::NothingReady`], [`AppealRefusal::NotSound`] for an appeal that is named and
/// fails a test, without an override.
pub fn draft(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    request: &DraftRequest,
) -> Result<Posted> {
    not_in_the_future(request.on, stamp.today)?;
    write(library, stamp, waiting, |writer| {
        let departments = writer.departments()?;
        let only = request.department.as_ref();
        let only = only.map(|given| lookup::department(&departments, given)).transpose()?;
        let mut notes = Vec::new();
        if let Some(meeting) = request.meeting {
            meet(writer, request.round, meeting, &mut notes)?;
        }
        // A department that an appeal does not name is asked only about appeals that are named.
        let named = !request.appeals.is_empty();
        let mut parts: BTreeMap<usize, Vec<(i64, DispatchRole)>> = BTreeMap::new();
        for appeal in chosen(writer, request, &mut notes)? {
            for (department, role) in asked(&appeal, only.as_ref(), named) {
                // Letters are numbered in the order of the departments.
                let place = departments.iter().position(|known| known.id == department);
                let place = place.context("a department of an appeal")?;
                parts.entry(place).or_default().push((appeal.appeal.id, role));
            }
        }
        if parts.is_empty() {
            let withheld = notes.into_iter().find_map(|note| match note {
                AppealNote::Withheld { codes } => Some(codes),
                _ => None,
            });
            if let Some(codes) = withheld {
                return Err(AppealRefusal::OnlyWithheld { codes }.into());
            }
            return Err(AppealRefusal::NothingReady { round: request.round }.into());
        }
        let mut letters = Vec::new();
        let mut told = Vec::new();
        for (place, parts) in parts {
            let department = &departments[place];
            let letter = draft_to(writer, request, department.id)?;
            let appeals = parts.len() as u64;
            for (appeal, role) in parts {
                writer.put_dispatch(&Dispatch {
                    id: 0,
                    appeal,
                    letter: letter.id,
                    department: department.id,
                    role,
                    due: None,
                    dropped: false,
                })?;
            }
            let department = department.short.clone();
            told.push(AppealNote::Drafted { letter: letter.code.clone(), department, appeals });
            letters.push(letter.code);
        }
        notes.extend(told);
        Ok(Outcome::Keep(Posted { letters, notes }))
    })
}

/// Keeps the day of a round's meeting; what was notified before stands. A 督办会 that is planned has
/// its day, which is moved, not said again.
fn meet(
    writer: &mut Writer<'_>,
    round: Month,
    day: Day,
    notes: &mut Vec<AppealNote>,
) -> Result<()> {
    if writer.round(round)?.meeting == Some(day) {
        return Ok(());
    }
    let planned = writer.meeting(&MeetingKind::Supervision.code(round))?;
    let planned = planned.filter(|meeting| meeting.state != MeetingState::Cancelled);
    if let Some(meeting) = planned
        && let Some(day) = meeting.day
    {
        return Err(MeetingRefusal::DayPlanned { code: meeting.code, day }.into());
    }
    writer.put_round(Round { month: round, meeting: Some(day) })?;
    notes.push(AppealNote::Meeting { round, day });
    let gone = writer.letters(Some(round))?.into_iter().filter(|letter| letter.sent.is_some());
    let letters: Vec<String> = gone.map(|letter| letter.code).collect();
    if !letters.is_empty() {
        notes.push(AppealNote::MeetingMoved { letters });
    }
    Ok(())
}

/// The appeals to draft letters for: those that are named, or all of the round that may be sent.
fn chosen(
    writer: &mut Writer<'_>,
    request: &DraftRequest,
    notes: &mut Vec<AppealNote>,
) -> Result<Vec<Opened>> {
    let mut chosen = Vec::new();
    if request.appeals.is_empty() {
        let withheld = withheld(writer)?;
        let mut left_out = Vec::new();
        for appeal in writer.appeals_of_round(request.round)? {
            let opened = opened(writer, appeal)?;
            if step(opened.life.state, Action::Draft) != Step::Go {
                continue;
            }
            // A confidential project goes to others only when somebody says so of it.
            if withheld.holds(Some(opened.appeal.project)) {
                left_out.push(opened.appeal.code);
            } else {
                chosen.push(opened);
            }
        }
        if !left_out.is_empty() {
            notes.push(AppealNote::Withheld { codes: left_out });
        }
        return Ok(chosen);
    }
    let court = Court::sit(writer)?;
    let mut admitted = Vec::new();
    for code in once(&request.appeals) {
        let appeal = open(writer, code)?;
        if step(appeal.life.state, Action::Admit) == Step::Go {
            let findings = court.judge(&appeal.appeal, request.on);
            let code = appeal.appeal.code.clone();
            let overridden = writer.stamp().overridden.clone();
            let Some(overridden) = overridden.filter(|_| !passes(&findings)) else {
                let failed = |finding: &Finding| finding.verdict == Verdict::Fail;
                let findings = findings.into_iter().filter(failed).collect();
                return Err(AppealRefusal::NotSound { code, findings }.into());
            };
            appeal.must_follow(AppealState::Ready, request.on)?;
            let mut event = appeal.event(request.on, Deed::Admitted, Some(AppealState::Ready));
            event.overridden = Some((overridden.reason, overridden.approver));
            add(writer, &event)?;
            admitted.push(code.clone());
            chosen.push(open(writer, &code)?);
        } else {
            appeal.must_allow(Action::Draft)?;
            chosen.push(appeal);
        }
    }
    if let Some(overridden) = writer.stamp().overridden.as_ref().filter(|_| !admitted.is_empty()) {
        let approver = overridden.approver.clone();
        notes.push(AppealNote::Admitted { codes: admitted, approver });
    }
    Ok(chosen)
}

/// The departments an appeal still has to be sent to, with their parts: first those that a return
/// named, then those it is addressed to. One that returned it is asked again only when it is named.
fn asked(appeal: &Opened, only: Option<&Department>, named: bool) -> Vec<(i64, DispatchRole)> {
    let passed_on = appeal.events.iter().filter_map(|event| match event.deed {
        Deed::Returned { to, .. } => to,
        _ => None,
    });
    let mut wanted: Vec<i64> = passed_on.chain(appeal.appeal.departments.iter().copied()).collect();
    wanted.extend(only.filter(|_| named).map(|department| department.id));
    let state = |dispatch: &Dispatch| appeal.life.parts.get(&dispatch.id).map(|part| part.state);
    // What waits in a draft, is open or was answered needs no other letter.
    let is_live = |dispatch: &Dispatch| {
        matches!(state(dispatch), None | Some(DispatchState::Open | DispatchState::Answered))
    };
    let mut led = appeal
        .dispatches
        .iter()
        .any(|dispatch| is_live(dispatch) && dispatch.role == DispatchRole::Lead);
    let mut asked: Vec<(i64, DispatchRole)> = Vec::new();
    for id in wanted {
        let mut before = appeal.dispatches.iter().filter(|dispatch| dispatch.department == id);
        let live = before.clone().any(is_live);
        let returned = before.any(|dispatch| state(dispatch) == Some(DispatchState::Returned));
        let again = named && only.is_some_and(|department| department.id == id);
        if live || (returned && !again) || asked.iter().any(|(known, _)| *known == id) {
            continue;
        }
        let role = if led { DispatchRole::Assist } else { DispatchRole::Lead };
        led = true;
        asked.push((id, role));
    }
    asked.retain(|(id, _)| only.is_none_or(|department| department.id == *id));
    asked
}

/// The draft of the round to a department, or a new one.
fn draft_to(writer: &mut Writer<'_>, request: &DraftRequest, department: i64) -> Result<Letter> {
    let known = writer.letters(Some(request.round))?;
    let draft =
        known.into_iter().find(|known| known.department == department && known.sent.is_none());
    if let Some(draft) = draft {
        return Ok(draft);
    }
    let letter = Letter {
        id: 0,
        code: String::new(),
        round: request.round,
        department,
        drafted: request.on,
        number: None,
        sent: None,
        meeting: None,
    };
    let (id, code) = writer.put_letter(&letter)?;
    Ok(Letter { id, code, ..letter })
}

/// Which letters went out.
#[derive(Debug, Clone)]
pub struct SentRequest {
    pub letters: Vec<String>,
    /// All drafts of a round, instead.
    pub round: Option<Month>,
    /// 文号
    pub number: String,
    pub on: Day,
}

/// Records that letters went out: every appeal in them is dispatched, with its due day.
///
/// # Errors
/// [`AppealRefusal::UnknownLetter`], [`AppealRefusal::LetterSent`],
/// [`AppealRefusal::LetterEmpty`], [`AppealRefusal::NoDraft`], [`AppealRefusal::OutOfOrder`].
pub fn send(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    request: &SentRequest,
) -> Result<Posted> {
    not_in_the_future(request.on, stamp.today)?;
    write(library, stamp, waiting, |writer| {
        let mut letters = Vec::new();
        for given in once(&request.letters) {
            let code = given.trim().to_uppercase();
            let unknown = || AppealRefusal::UnknownLetter { given: given.clone() };
            letters.push(writer.letter(&code)?.ok_or_else(unknown)?);
        }
        if let Some(round) = request.round {
            let drafts = writer.letters(Some(round))?.into_iter();
            letters.extend(drafts.filter(|letter| letter.sent.is_none()));
            if letters.is_empty() {
                return Err(AppealRefusal::NoDraft { round }.into());
            }
        }
        let mut notes = Vec::new();
        let (mut letters_sent, mut empty) = (Vec::new(), Vec::new());
        for letter in letters {
            let went = send_one(writer, &letter, request, &mut notes)?;
            if went { &mut letters_sent } else { &mut empty }.push(letter.code);
        }
        // A draft whose appeals have all gone keeps no other of its round back.
        if let Some(code) =
            empty.first().filter(|_| request.round.is_none() || letters_sent.is_empty())
        {
            return Err(at_code(AppealRefusal::LetterEmpty { code: code.clone() }, code));
        }
        if !empty.is_empty() {
            notes.push(AppealNote::EmptyDrafts { letters: empty });
        }
        Ok(Outcome::Keep(Posted { letters: letters_sent, notes }))
    })
}

/// `false`: nothing in it can still be sent.
fn send_one(
    writer: &mut Writer<'_>,
    letter: &Letter,
    request: &SentRequest,
    notes: &mut Vec<AppealNote>,
) -> Result<bool> {
    let code = letter.code.clone();
    if let Some(day) = letter.sent {
        return Err(at_code(AppealRefusal::LetterSent { code: code.clone(), day }, &code));
    }
    let book = RuleBook::new(writer.rules()?);
    let calendar = writer.calendar()?;
    let meeting = writer.round(letter.round)?.meeting;
    let mut dropped = Vec::new();
    let mut days = Vec::new();
    let mut provisional = false;
    for dispatch in writer.dispatches_in(letter.id)? {
        let appeal = writer.appeal_by_id(dispatch.appeal)?.context("the appeal of a dispatch")?;
        let appeal = opened(writer, appeal)?;
        if step(appeal.life.state, Action::Dispatch) != Step::Go {
            writer.put_dispatch(&Dispatch { dropped: true, ..dispatch })?;
            dropped.push(appeal.appeal.code);
            continue;
        }
        appeal.must_follow(AppealState::Dispatched, request.on)?;
        let urgent = appeal.appeal.urgent;
        let due = due(&book, &calendar, dispatch.role, urgent, request.on, meeting);
        let due = due.context("a standard for the time of an answer")?;
        days.push(due.day);
        provisional |= due.provisional;
        let id = writer.put_dispatch(&Dispatch { due: Some(due), ..dispatch })?;
        let state = Some(AppealState::Dispatched);
        add(writer, &appeal.event(request.on, Deed::Dispatched { dispatch: id }, state))?;
    }
    let Some(first) = days.iter().min() else {
        return Ok(false);
    };
    writer.put_letter(&Letter {
        drafted: letter.drafted.min(request.on),
        number: Some(request.number.clone()),
        sent: Some(request.on),
        meeting,
        ..letter.clone()
    })?;
    notes.push(AppealNote::LetterSent {
        letter: code.clone(),
        department: short(&writer.departments()?, letter.department),
        number: request.number.clone(),
        appeals: days.len() as u64,
        due: *first,
    });
    if provisional {
        notes.push(AppealNote::Provisional { letter: code.clone() });
    }
    if !dropped.is_empty() {
        notes.push(AppealNote::Dropped { letter: code, codes: dropped });
    }
    Ok(true)
}
