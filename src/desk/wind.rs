//! `undo`, `redo`: one command taken back, or done again; itself on record.

use crate::error::Result;
use crate::model::log::LogLine;
use crate::store::library::Outcome;
use crate::store::{Library, Stamp};
use anyhow::Context;

/// Takes back the last command that stands, or the one asked for.
///
/// # Errors
/// Nothing to undo, an operation that cannot be undone, or a later change that would be
/// overwritten.
pub fn undo(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    op: Option<i64>,
) -> Result<LogLine> {
    library.write(stamp, waiting, |writer| {
        let op = writer.undo(op)?;
        let line = writer.operation_line(op)?.context("an operation on record")?;
        Ok(Outcome::Keep(line))
    })
}

/// Does again what was undone last, or the operation asked for.
///
/// # Errors
/// Nothing to redo, or a change made since that would be overwritten.
pub fn redo(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    op: Option<i64>,
) -> Result<LogLine> {
    library.write(stamp, waiting, |writer| {
        let op = writer.redo(op)?;
        let line = writer.operation_line(op)?.context("an operation on record")?;
        Ok(Outcome::Keep(line))
    })
}
