//! Clues to appeals (诉求线索): problems that reports name are kept for the clerk to look at; nothing
//! is logged by itself.

use crate::error::{AppealRefusal, Result};
use crate::import::problem::problems;
use crate::model::clue::{Clue, ClueKind, ClueLevel, ClueState};
use crate::model::ledger::AppealColumn;
use crate::model::month::Month;
pub use crate::store::clue::FiledClue;
use crate::store::writer::Origin;
use crate::store::{Reader, Writer};

/// What became of a clue that was said again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// It is new, or comes back after it was withdrawn.
    New,
    /// It waited already, and says something else beside.
    Changed,
    /// It is known as it is, whatever became of it.
    Known,
}

/// Keeps what a 存在问题 cell of a month's report says; what an earlier version of the same report
/// said and this one does not is withdrawn. Returns how many clues are new.
///
/// # Errors
/// Only what the store reports.
pub fn heed(
    writer: &mut Writer<'_>,
    project: i64,
    month: Month,
    problem: &str,
    from: Origin,
) -> Result<u64> {
    let mut said = Vec::new();
    let mut new = 0;
    for problem in problems(problem) {
        let clue = Clue {
            id: 0,
            code: String::new(),
            kind: ClueKind::Problem,
            project,
            month,
            cells: vec![(AppealColumn::Crux, problem.text)],
            mark: problem.mark,
            level: ClueLevel::City,
            state: ClueState::Waiting,
            reason: None,
        };
        let (heard, id) = hear(writer, clue, from)?;
        new += u64::from(heard == Heard::New);
        said.push(id);
    }
    for FiledClue { clue, from, .. } in writer.waiting_clues(project, month)? {
        if clue.kind == ClueKind::Problem && !said.contains(&clue.id) {
            writer.put_clue(&Clue { state: ClueState::Withdrawn, ..clue }, from)?;
        }
    }
    Ok(new)
}

/// Keeps a clue unless it is known; returns what became of it, and its id.
///
/// # Errors
/// Only what the store reports.
pub fn hear(writer: &mut Writer<'_>, clue: Clue, from: Origin) -> Result<(Heard, i64)> {
    let Some(FiledClue { clue: known, .. }) = writer.same_clue(&clue)? else {
        let code = writer.put_clue(&clue, from)?;
        let id = writer.clue(&code)?.map_or(0, |filed| filed.clue.id);
        return Ok((Heard::New, id));
    };
    let id = known.id;
    // What comes back after it was withdrawn is of the month that says it again.
    let month = if known.state == ClueState::Withdrawn { clue.month } else { known.month };
    let again = Clue { id, code: known.code.clone(), month, ..clue };
    match known.state {
        ClueState::Taken | ClueState::Dropped => Ok((Heard::Known, id)),
        // A list says more than a cell that names the same problem.
        ClueState::Waiting if known.kind == ClueKind::Listed && again.kind == ClueKind::Problem => {
            Ok((Heard::Known, id))
        }
        ClueState::Waiting if again == known => Ok((Heard::Known, id)),
        state => {
            writer.put_clue(&again, from)?;
            let came_back = state == ClueState::Withdrawn;
            Ok((if came_back { Heard::New } else { Heard::Changed }, id))
        }
    }
}

/// The clues of a state, or all of them.
///
/// # Errors
/// Only what the store reports.
pub fn list(reader: &Reader<'_>, state: Option<ClueState>) -> Result<Vec<FiledClue>> {
    reader.clues(state)
}

/// A clue that waits to be looked at, by its code.
///
/// # Errors
/// [`AppealRefusal::UnknownClue`], [`AppealRefusal::ClueNotWaiting`].
pub fn waiting_clue(reader: &Reader<'_>, given: &str) -> Result<FiledClue> {
    let code = given.trim().to_uppercase();
    let filed = reader.clue(&code)?;
    let filed = filed.ok_or_else(|| AppealRefusal::UnknownClue { given: given.to_owned() })?;
    match filed.clue.state {
        ClueState::Waiting => Ok(filed),
        state => Err(AppealRefusal::ClueNotWaiting { code: filed.clue.code, state }.into()),
    }
}

/// Whether a code is that of a clue.
pub fn is_clue(code: &str) -> bool {
    code.trim().get(..2).is_some_and(|letters| letters.eq_ignore_ascii_case("XS"))
}

/// A clue is not taken as an appeal (不作诉求); the reason is that of the stamp.
///
/// # Errors
/// As [`waiting_clue`].
pub fn drop(writer: &mut Writer<'_>, given: &str) -> Result<String> {
    let FiledClue { clue, from, .. } = waiting_clue(writer, given)?;
    let reason = writer.stamp().reason.clone();
    writer.put_clue(&Clue { state: ClueState::Dropped, reason, ..clue }, from)
}
