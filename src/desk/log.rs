//! `log`: what was done, one line per command.

use super::lookup;
use crate::error::Result;
use crate::model::log::{LogFilter, LogLine};
use crate::store::Reader;

/// The lines asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    pub lines: Vec<LogLine>,
    /// All that are on record.
    pub of: u64,
}

/// The lines that pass the filter; `project` is a code or a name.
///
/// # Errors
/// Unknown or ambiguous project.
pub fn log(reader: &Reader<'_>, filter: LogFilter, project: Option<&str>) -> Result<Log> {
    let project = match project {
        None => None,
        Some(given) => Some(match reader.project_id(&given.trim().to_uppercase())? {
            Some(id) => id,
            None => lookup::project(reader, given)?.id,
        }),
    };
    let lines = reader.log(&LogFilter { project, ..filter })?;
    Ok(Log { lines, of: reader.operations()? })
}
