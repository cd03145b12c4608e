//! `appeal outcome`, `escalate`: what became of an appeal (成效). It can be said at any time and
//! closes nothing.

use super::{Opened, add, once, open, write};
use crate::desk::resolve::not_in_the_future;
use crate::error::Result;
use crate::model::Day;
use crate::model::appeal::{Action, AppealOutcome, Deed};
use crate::model::appeal_note::AppealNote;
use crate::store::library::Outcome;
use crate::store::writer::Origin;
use crate::store::{Library, Stamp, Writer};

/// Sets the outcome of appeals; the reason is that of the stamp.
///
/// # Errors
/// [`crate::error::AppealRefusal::Step`], a day before the appeal was logged.
pub fn conclude(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    codes: &[String],
    outcome: AppealOutcome,
    on: Day,
) -> Result<Vec<AppealNote>> {
    not_in_the_future(on, stamp.today)?;
    write(library, stamp, waiting, |writer| {
        let mut notes = Vec::new();
        for code in once(codes) {
            let reason = stamp.reason.as_deref();
            let said = set(writer, code, outcome, reason, on, Origin::default())?;
            notes.extend(said);
        }
        Ok(Outcome::Keep(notes))
    })
}

/// Sets one outcome, once: `None` where the same is on record for the day.
///
/// # Errors
/// As [`conclude`].
pub fn set(
    writer: &mut Writer<'_>,
    code: &str,
    outcome: AppealOutcome,
    reason: Option<&str>,
    on: Day,
    from: Origin,
) -> Result<Option<AppealNote>> {
    let opened = open(writer, code)?;
    if is_known(&opened, outcome, reason, on) {
        return Ok(None);
    }
    opened.must_allow(match outcome {
        AppealOutcome::Pending => Action::Suspend,
        AppealOutcome::Escalated => Action::Escalate,
        _ => Action::Conclude,
    })?;
    opened.must_be_logged(on)?;
    let mut event = opened.event(on, Deed::Outcome(outcome), None);
    event.note = reason.map(str::to_owned);
    writer.add_event(&event, from)?;
    Ok(Some(AppealNote::Concluded { code: opened.appeal.code, outcome }))
}

fn is_known(opened: &Opened, outcome: AppealOutcome, reason: Option<&str>, on: Day) -> bool {
    let last = opened.events.iter().rfind(|event| matches!(event.deed, Deed::Outcome(_)));
    last.is_some_and(|event| {
        event.deed == Deed::Outcome(outcome) && event.day == on && event.note.as_deref() == reason
    })
}

/// Sets the outcome back to 办理中, as reopening does.
pub(super) fn suspend(writer: &mut Writer<'_>, opened: &Opened, on: Day) -> Result<()> {
    add(writer, &opened.event(on, Deed::Outcome(AppealOutcome::Pending), None))
}
