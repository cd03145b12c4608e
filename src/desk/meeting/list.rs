//! `meeting list`: every meeting with what is frozen of it.

use crate::error::Result;
use crate::model::meeting::{Edition, Meeting};
use crate::store::Reader;

/// A meeting as a line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingLine {
    pub meeting: Meeting,
    pub editions: Vec<Edition>,
    /// Decisions made there.
    pub decisions: u64,
}

/// Every meeting, by month.
///
/// # Errors
/// Only what the store reports.
pub fn list(reader: &Reader<'_>) -> Result<Vec<MeetingLine>> {
    let tasks = reader.tasks()?;
    let meetings = reader.meetings()?.into_iter().map(|meeting| {
        let editions = reader.editions(meeting.id)?;
        let made = tasks.iter().filter(|task| task.meeting == Some(meeting.id)).count();
        Ok(MeetingLine { meeting, editions, decisions: made as u64 })
    });
    meetings.collect()
}
