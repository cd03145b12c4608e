//! `appeal show`: one appeal with everything that happened to it.

use super::{Opened, open};
use crate::error::Result;
use crate::model::dispatch::Letter;
use crate::model::project::Project;
use crate::store::Reader;
use anyhow::Context;

/// An appeal and what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    pub opened: Opened,
    pub project: Project,
    /// The letters its dispatches went in.
    pub letters: Vec<Letter>,
}

/// Everything on record about an appeal.
///
/// # Errors
/// [`crate::error::AppealRefusal::UnknownAppeal`].
pub fn show(reader: &Reader<'_>, given: &str) -> Result<Folder> {
    let opened = open(reader, given)?;
    let project = reader.project(opened.appeal.project)?.context("the project of an appeal")?;
    let mut letters = reader.letters(None)?;
    letters.retain(|letter| opened.dispatches.iter().any(|one| one.letter == letter.id));
    Ok(Folder { opened, project, letters })
}
