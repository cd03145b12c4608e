//! `meeting`: 督办会 and 点评会, planned, frozen, decided, closed, told apart from what came after.

pub mod agenda;
pub mod close;
pub mod diff;
pub mod freeze;
pub mod list;
pub mod plan;
pub mod ready;
pub mod show;
pub mod table;

use crate::error::{MeetingRefusal, Result};
use crate::model::Day;
use crate::model::meeting::{Edition, Meeting, MeetingKind, MeetingState, Side};
use crate::store::Reader;

/// Opens a meeting by its code.
///
/// # Errors
/// [`MeetingRefusal::Unknown`].
pub fn open(reader: &Reader<'_>, given: &str) -> Result<Meeting> {
    let code = given.trim().to_uppercase();
    if let Some(meeting) = reader.meeting(&code)? {
        return Ok(meeting);
    }
    let known = reader.meetings()?.into_iter().map(|meeting| meeting.code).collect();
    Err(MeetingRefusal::Unknown { given: given.to_owned(), known }.into())
}

/// Refuses what only a meeting that is still to be held allows.
///
/// # Errors
/// [`MeetingRefusal::State`].
pub fn must_be_open(meeting: &Meeting) -> Result<()> {
    if meeting.state.is_open() {
        return Ok(());
    }
    Err(MeetingRefusal::State { code: meeting.code.clone(), state: meeting.state }.into())
}

/// What was on the table of a meeting: its latest 会前版.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline {
    pub meeting: Meeting,
    /// The operation that froze it.
    pub op: i64,
    /// The day it was frozen.
    pub day: Day,
}

impl Baseline {
    fn new(meeting: Meeting, edition: &Edition) -> Baseline {
        Baseline { op: edition.op, day: edition.day, meeting }
    }
}

/// The state that was on the table of a meeting.
///
/// # Errors
/// [`MeetingRefusal::NoEdition`].
pub fn baseline(reader: &Reader<'_>, meeting: Meeting) -> Result<Baseline> {
    let editions = reader.editions(meeting.id)?;
    match editions.iter().rfind(|edition| edition.side == Side::Before && edition.stands) {
        Some(edition) => Ok(Baseline::new(meeting, edition)),
        None => Err(MeetingRefusal::NoEdition { code: meeting.code, side: Side::Before }.into()),
    }
}

/// The meeting frozen last before this one was, or before now, of one kind or of any: what
/// “since the last meeting” counts from. Cancelled meetings were none.
///
/// # Errors
/// Only what the store reports.
pub fn last_before(
    reader: &Reader<'_>,
    meeting: Option<&Meeting>,
    kind: Option<MeetingKind>,
) -> Result<Option<Baseline>> {
    let own = match meeting {
        Some(meeting) => {
            let editions = reader.editions(meeting.id)?;
            let first =
                editions.iter().find(|edition| edition.side == Side::Before && edition.stands);
            first.map(|edition| edition.op)
        }
        None => None,
    };
    let mut last: Option<Baseline> = None;
    for other in reader.meetings()? {
        let itself = meeting.is_some_and(|meeting| meeting.id == other.id);
        let held = other.state != MeetingState::Cancelled;
        // One that is frozen but still to be held is what the question is for, not its answer.
        let ahead = meeting.is_none()
            && other.state == MeetingState::Frozen
            && other.day.is_some_and(|day| day >= reader.scope().today);
        if itself || !held || ahead || kind.is_some_and(|kind| kind != other.kind) {
            continue;
        }
        let editions = reader.editions(other.id)?;
        let edition = editions.iter().rfind(|edition| {
            edition.side == Side::Before && edition.stands && own.is_none_or(|own| edition.op < own)
        });
        if let Some(edition) = edition
            && last.as_ref().is_none_or(|last| last.op < edition.op)
        {
            last = Some(Baseline::new(other, edition));
        }
    }
    Ok(last)
}
