//! `undo`, `redo`: one command taken back, or done again; itself on record.

use crate::error::Result;
use crate::model::log::LogLine;
use crate::store::library::Outcome;
use crate::store::wind::Turn;
use crate::store::{Library, Stamp};
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
        let line = writer.operation_line(op)?.context("an operation on record")?;
        Ok(Outcome::Keep(line))
    })
}
