//! `meeting plan`, `move`, `cancel`: when a meeting is held, and what a person wants on its agenda.

use super::{must_be_open, open};
use crate::error::{MeetingRefusal, Result};
use crate::model::Day;
use crate::model::meeting::{Meeting, MeetingKind, MeetingState};
use crate::model::meeting_note::MeetingNote;
use crate::model::month::Month;
use crate::store::library::Outcome;
use crate::store::{Library, Reader, Stamp};

/// Plans the meeting of a month. A 点评会 of an even month needs the stamp's override.
///
/// # Errors
/// [`MeetingRefusal::EvenMonth`], [`MeetingRefusal::AlreadyPlanned`].
pub fn plan(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    kind: MeetingKind,
    month: Month,
    on: Option<Day>,
) -> Result<Vec<MeetingNote>> {
    library.write(stamp, waiting, |writer| {
        let even = month.month().is_multiple_of(2);
        if kind == MeetingKind::Review && even && stamp.overridden.is_none() {
            return Err(MeetingRefusal::EvenMonth { month }.into());
        }
        let code = kind.code(month);
        let known = writer.meeting(&code)?;
        let known = known.filter(|known| known.state != MeetingState::Cancelled);
        if let (Some(known), Some(day)) = (&known, on)
            && known.day.is_none()
        {
            // Its day was still open: this sets it.
            writer.put_meeting(&Meeting { day: Some(day), ..known.clone() })?;
            let notes = vec![MeetingNote::Planned { code: code.clone(), day: Some(day) }];
            return Ok(Outcome::Keep(with_doubts(writer, notes, &code, month, Some(day))?));
        }
        if let Some(known) = known {
            return Err(MeetingRefusal::AlreadyPlanned { code, day: known.day }.into());
        }
        // A day said when letters were drafted is the day of the 督办会.
        let said = match (on, kind) {
            (None, MeetingKind::Supervision) => writer.round(month)?.meeting,
            _ => None,
        };
        let day = on.or(said);
        let overridden = stamp.overridden.as_ref();
        writer.put_meeting(&Meeting {
            id: 0,
            code: code.clone(),
            kind,
            month,
            day,
            state: MeetingState::Planned,
            reason: None,
            overridden: overridden.map(|o| (o.reason.clone(), o.approver.clone())),
        })?;
        let notes = vec![MeetingNote::Planned { code: code.clone(), day }];
        let mut notes = with_doubts(writer, notes, &code, month, day)?;
        notes.extend(supervision_open(writer, kind, month)?);
        Ok(Outcome::Keep(notes))
    })
}

/// Moves a meeting to another day, or sets the day of one that had none; the reason is that of the
/// stamp. What was frozen for the old day stays, and must be frozen again.
///
/// # Errors
/// [`MeetingRefusal::State`] once it is closed or cancelled.
pub fn reschedule(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    code: &str,
    on: Day,
) -> Result<Vec<MeetingNote>> {
    library.write(stamp, waiting, |writer| {
        let meeting = open(writer, code)?;
        must_be_open(&meeting)?;
        let frozen = meeting.state == MeetingState::Frozen;
        let (code, month) = (meeting.code.clone(), meeting.month);
        let reason = stamp.reason.clone();
        let moved =
            Meeting { day: Some(on), state: MeetingState::Planned, reason, ..meeting.clone() };
        if meeting.day == Some(on) {
            return Ok(Outcome::Keep(vec![MeetingNote::SameDay { code, day: on }]));
        }
        writer.put_meeting(&moved)?;
        let notes = vec![MeetingNote::Moved { code: code.clone(), day: on }];
        let mut notes = with_doubts(writer, notes, &code, month, Some(on))?;
        if frozen {
            notes.push(MeetingNote::FreezeAgain { code });
        }
        Ok(Outcome::Keep(notes))
    })
}

/// Cancels a meeting; the reason is that of the stamp.
///
/// # Errors
/// [`MeetingRefusal::State`] once it is closed or cancelled.
pub fn cancel(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    code: &str,
) -> Result<Vec<MeetingNote>> {
    library.write(stamp, waiting, |writer| {
        let meeting = open(writer, code)?;
        must_be_open(&meeting)?;
        let code = meeting.code.clone();
        let reason = stamp.reason.clone();
        writer.put_meeting(&Meeting { state: MeetingState::Cancelled, reason, ..meeting })?;
        Ok(Outcome::Keep(vec![MeetingNote::Cancelled { code }]))
    })
}

/// A word where the day lies outside the nominal month, and where nobody works on it.
fn with_doubts(
    reader: &Reader<'_>,
    mut notes: Vec<MeetingNote>,
    code: &str,
    month: Month,
    day: Option<Day>,
) -> Result<Vec<MeetingNote>> {
    let Some(day) = day else { return Ok(notes) };
    if Month::of(day) != month {
        notes.push(MeetingNote::OtherMonth { code: code.to_owned(), day });
    }
    if !reader.calendar()?.is_working(day) {
        notes.push(MeetingNote::RestDay { code: code.to_owned(), day });
    }
    Ok(notes)
}

/// A word where a 点评会 would come before the 督办会 of its month is closed.
///
/// # Errors
/// Only what the store reports.
pub fn supervision_open(
    reader: &Reader<'_>,
    kind: MeetingKind,
    month: Month,
) -> Result<Option<MeetingNote>> {
    if kind != MeetingKind::Review {
        return Ok(None);
    }
    let code = MeetingKind::Supervision.code(month);
    let state = reader.meeting(&code)?.map(|meeting| meeting.state);
    let open = state != Some(MeetingState::Closed);
    Ok(open.then_some(MeetingNote::SupervisionOpen { code, state }))
}
