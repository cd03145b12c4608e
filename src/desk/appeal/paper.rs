//! Letters with what is in them and whom they are for, as `letter` shows them.

use super::{Opened, opened, person};
use crate::error::{AppealRefusal, Result};
use crate::model::dispatch::{Dispatch, DispatchState, Letter};
use crate::model::month::Month;
use crate::model::party::{Contact, Role};
use crate::store::Reader;
use anyhow::Context;

/// A letter with what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    pub letter: Letter,
    /// 分管负责人 and 工作责任人 of the department on the day it was sent, or drafted while it is a
    /// draft, as far as they are known: whoever takes over later is not named in an old letter.
    pub lead: Option<String>,
    pub officer: Option<String>,
    pub lines: Vec<Line>,
}

/// One appeal in a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub dispatch: Dispatch,
    /// How far the department has come; `None` while the letter is a draft.
    pub state: Option<DispatchState>,
    pub appeal: String,
    pub project: String,
    pub purpose: Option<String>,
}

/// Letters with what is in them, by code: those of a round, or all.
///
/// # Errors
/// Only what the store reports.
pub fn list(reader: &Reader<'_>, round: Option<Month>) -> Result<Vec<Paper>> {
    let contacts = reader.contacts()?;
    let letters = reader.letters(round)?.into_iter();
    letters.map(|letter| paper(reader, &contacts, letter)).collect()
}

/// Letters by their codes, as they were drafted or sent.
///
/// # Errors
/// [`AppealRefusal::UnknownLetter`].
pub fn papers(reader: &Reader<'_>, codes: &[String]) -> Result<Vec<Paper>> {
    let contacts = reader.contacts()?;
    let papers = codes.iter().map(|code| {
        let unknown = || AppealRefusal::UnknownLetter { given: code.clone() };
        let letter = reader.letter(&code.trim().to_uppercase())?.ok_or_else(unknown)?;
        paper(reader, &contacts, letter)
    });
    papers.collect()
}

fn paper(reader: &Reader<'_>, contacts: &[Contact], letter: Letter) -> Result<Paper> {
    let mut lines = Vec::new();
    for dispatch in reader.dispatches_in(letter.id)? {
        let appeal = reader.appeal_by_id(dispatch.appeal)?.context("the appeal of a dispatch")?;
        let project = reader.project(appeal.project)?.context("the project of an appeal")?;
        let Opened { life, appeal, .. } = opened(reader, appeal)?;
        lines.push(Line {
            state: life.parts.get(&dispatch.id).map(|part| part.state),
            dispatch,
            appeal: appeal.code,
            project: project.name,
            purpose: appeal.purpose,
        });
    }
    let day = letter.sent.unwrap_or(letter.drafted);
    let held = |role| person(contacts, letter.department, role, day);
    Ok(Paper { lead: held(Role::Lead), officer: held(Role::Officer), letter, lines })
}
