//! Tasks: decisions of meetings (议定事项) and written instructions (批示).

pub mod order;
pub mod sheet;
pub mod step;

use crate::error::{Result, TaskRefusal};
use crate::model::task::{Task, TaskSource, TaskState};
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

/// Opens a task by its code.
///
/// # Errors
/// [`TaskRefusal::Unknown`].
pub fn open(reader: &Reader<'_>, given: &str) -> Result<Task> {
    let code = given.trim().to_uppercase();
    let found = reader.task(&code)?;
    found.ok_or_else(|| TaskRefusal::Unknown { given: given.to_owned() }.into())
}

/// Which tasks; an empty list or `None` does not narrow.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TaskFilter {
    /// Responsible are any of these districts or any of these departments.
    pub districts: Vec<i64>,
    pub departments: Vec<i64>,
    pub sources: Vec<TaskSource>,
    /// Code of the meeting.
    pub meeting: Option<String>,
    pub overdue_only: bool,
}

impl TaskFilter {
    /// Whether a task passes.
    pub fn passes(&self, line: &TaskLine) -> bool {
        let any = |wanted: &[i64], own: &[i64]| wanted.iter().any(|id| own.contains(id));
        let everyone = self.districts.is_empty() && self.departments.is_empty();
        let responsible = any(&self.districts, &line.task.districts)
            || any(&self.departments, &line.task.departments);
        (everyone || responsible)
            && (self.sources.is_empty() || self.sources.contains(&line.task.source))
            && (self.meeting.is_none() || self.meeting == line.meeting)
            && (!self.overdue_only || line.state == TaskState::Overdue)
    }
}
