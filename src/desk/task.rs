//! Tasks: decisions of meetings (议定事项) and written instructions (批示), read as lines.

use crate::error::Result;
use crate::report::task::{TaskLine, lines};
use crate::store::Reader;

/// Every task of the reader's state, as it stood at the end of its last day, by code; what it is
/// about is named.
///
/// # Errors
/// Only what the store reports.
pub fn tasks(reader: &Reader<'_>) -> Result<Vec<TaskLine>> {
    let (steps, meetings) = (reader.steps()?, reader.meetings()?);
    let mut lines = lines(reader.tasks()?, &steps, &meetings, reader.last_day());
    for line in &mut lines {
        if let Some(id) = line.task.project {
            line.project = reader.project(id)?.map(|project| (project.code, project.name));
        }
        if let Some(id) = line.task.appeal {
            line.appeal = reader.appeal_by_id(id)?.map(|appeal| appeal.code);
        }
    }
    Ok(lines)
}
