//! `meeting close`: what came of a meeting is kept beside what was on the table (会后版).

use super::freeze::{Draw, draft};
use super::plan::supervision_open;
use super::{baseline, open};
use crate::error::{MeetingRefusal, Result};
use crate::model::appeal::{AppealOutcome, AppealState};
use crate::model::brief::Scope;
use crate::model::docket::{AppealBrief, AppealFilter};
use crate::model::meeting::{Attendance, Meeting, MeetingState, Side};
use crate::model::meeting_note::MeetingNote;
use crate::store::library::Outcome;
use crate::store::{Library, Reader, Stamp};
use std::collections::BTreeMap;

/// What became of an appeal between 会前版 and 会后版.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    pub appeal: AppealBrief,
    /// Outcome and state on the table; `None`: it was not there yet.
    pub before: Option<(AppealOutcome, AppealState)>,
}

/// Closes a meeting that was frozen and held, with who took part; `None`: that is not recorded.
///
/// # Errors
/// [`MeetingRefusal::State`], [`MeetingRefusal::NotHeld`]; [`MeetingRefusal::NoAttendance`] of
/// nobody, since it could not be added afterwards.
pub fn close(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    code: &str,
    attendance: Option<&[Attendance]>,
    draw: &Draw<'_>,
) -> Result<Vec<MeetingNote>> {
    library.write(stamp, waiting, |writer| {
        let meeting = open(writer, code)?;
        if meeting.state != MeetingState::Frozen {
            let (code, state) = (meeting.code, meeting.state);
            let moved = state == MeetingState::Planned
                && writer.editions(meeting.id)?.iter().any(|edition| edition.stands);
            return Err(match moved {
                true => MeetingRefusal::FrozenForAnotherDay { code }.into(),
                false => MeetingRefusal::State { code, state }.into(),
            });
        }
        let Some(day) = meeting.day else {
            return Err(MeetingRefusal::NoDay { code: meeting.code }.into());
        };
        if day > writer.day() {
            return Err(MeetingRefusal::NotHeld { code: meeting.code, day }.into());
        }
        if attendance.is_some_and(<[Attendance]>::is_empty) {
            return Err(MeetingRefusal::NoAttendance { code: meeting.code }.into());
        }
        for person in attendance.unwrap_or_default() {
            writer.add_attendance(meeting.id, person)?;
        }
        let meeting = Meeting { state: MeetingState::Closed, ..meeting };
        writer.put_meeting(&meeting)?;
        let settled = settled(writer, &meeting)?;
        let draft = draft(writer, meeting.clone(), Side::After, settled)?;
        let document = draw(&draft)?;
        let edition = writer.add_edition(meeting.id, Side::After, draft.number, &document)?;
        let tasks = draft.tables.tasks.iter();
        let decisions = tasks.filter(|line| line.task.meeting == Some(meeting.id)).count() as u64;
        let code = meeting.code.clone();
        let mut notes: Vec<MeetingNote> = Vec::new();
        notes.extend(supervision_open(writer, meeting.kind, meeting.month)?);
        if draft.attendance.is_empty() {
            notes.push(MeetingNote::NobodyAttended { code: code.clone() });
        }
        notes.push(MeetingNote::Frozen {
            code: code.clone(),
            side: Side::After,
            number: edition.number,
            sha256: edition.sha256,
        });
        notes.push(MeetingNote::Closed { code, decisions });
        Ok(Outcome::Keep(notes))
    })
}

/// The appeals whose outcome or state is not what was on the table, by code.
///
/// # Errors
/// Only what the store reports.
pub fn settled(reader: &Reader<'_>, meeting: &Meeting) -> Result<Vec<Settled>> {
    let last = baseline(reader, meeting.clone())?;
    let then = Scope::after(last.op, last.day);
    let all = AppealFilter::default();
    let before = reader.at(then, |reader| reader.appeal_briefs(&all))?;
    let before: BTreeMap<i64, (AppealOutcome, AppealState)> =
        before.into_iter().map(|appeal| (appeal.id, (appeal.outcome, appeal.state))).collect();
    let now = reader.appeal_briefs(&all)?.into_iter();
    Ok(now
        .map(|appeal| Settled { before: before.get(&appeal.id).copied(), appeal })
        .filter(|settled| settled.before != Some((settled.appeal.outcome, settled.appeal.state)))
        .collect())
}
