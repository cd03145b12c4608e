//! `meeting`: 督办会 and 点评会, planned, frozen, decided, closed, told apart from what came after.

pub mod ready;

use crate::error::Result;
use crate::model::Day;
use crate::model::meeting::{Edition, Meeting, MeetingKind, MeetingState, Side};
use crate::store::Reader;

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
            editions.iter().find(|edition| edition.side == Side::Before).map(|edition| edition.op)
        }
        None => None,
    };
    let mut last: Option<Baseline> = None;
    for other in reader.meetings()? {
        let itself = meeting.is_some_and(|meeting| meeting.id == other.id);
        let held = other.state != MeetingState::Cancelled;
        if itself || !held || kind.is_some_and(|kind| kind != other.kind) {
            continue;
        }
        let editions = reader.editions(other.id)?;
        let edition = editions.iter().rfind(|edition| {
            edition.side == Side::Before && own.is_none_or(|own| edition.op < own)
        });
        if let Some(edition) = edition
            && last.as_ref().is_none_or(|last| last.op < edition.op)
        {
            last = Some(Baseline::new(other, edition));
        }
    }
    Ok(last)
}
