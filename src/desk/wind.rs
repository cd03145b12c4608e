//! `undo`, `redo`: one command taken back, or done again; itself on record.

use super::appeal::flaw;
use crate::error::{Kind, Result};
use crate::model::log::LogLine;
use crate::store::library::Outcome;
use crate::store::wind::Turn;
use crate::store::{Library, Stamp, Writer};
use anyhow::Context;

/// Takes back the last command that stands, does again the one undone last, or either to the
/// operation asked for; says what it was.
///
/// # Errors
/// Nothing to undo or redo, an operation that cannot be, or a later change that would be
/// overwritten.
pub fn wind(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    turn: Turn,
    op: Option<i64>,
) -> Result<LogLine> {
    library.write(stamp, waiting, |writer| {
        let op = writer.wind(turn, op)?;
        lives_must_hold(writer, op)?;
        let line = writer.operation_line(op)?.context("an operation on record")?;
        Ok(Outcome::Keep(line))
    })
}

/// After winding, what happened to each appeal must still follow from what happened before.
fn lives_must_hold(writer: &Writer<'_>, op: i64) -> Result<()> {
    for appeal in writer.appeals_touched(op)? {
        let Some(event) = flaw(writer, appeal)? else { continue };
        let later = writer.author_of_event(event)?.unwrap_or(op);
        let later = writer.operation_line(later)?.map(Box::new);
        return Err(Kind::ChangedSince { op, later }.into());
    }
    Ok(())
}
