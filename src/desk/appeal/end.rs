//! When a project leaves, its open appeals end with it (终止), and what departments still owe on
//! them is owed no more.

use super::{add, opened};
use crate::error::Result;
use crate::model::Day;
use crate::model::appeal::{Action, AppealState, Deed};
use crate::rules::appeal::step::{Step, step};
use crate::store::Writer;

/// Ends the open appeals of a project on the day it left; returns their codes. An appeal whose last
/// step lies after that day ends on the day of that step.
///
/// # Errors
/// Only what the store reports.
pub fn terminate(
    writer: &mut Writer<'_>,
    project: i64,
    on: Day,
    reason: Option<&str>,
) -> Result<Vec<String>> {
    let mut codes = Vec::new();
    for appeal in writer.appeals_of(project)? {
        let opened = opened(writer, appeal)?;
        if step(opened.life.state, Action::Terminate) != Step::Go {
            continue;
        }
        let day = on.max(opened.life.earliest(AppealState::Terminated));
        let mut event = opened.event(day, Deed::Terminated, Some(AppealState::Terminated));
        event.note = reason.map(str::to_owned);
        add(writer, &event)?;
        codes.push(opened.appeal.code);
    }
    Ok(codes)
}
