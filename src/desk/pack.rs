//! `pack`: the papers of a meeting, drawn from what was frozen, kept as they were handed out.

pub mod gather;
pub mod issued;

use super::meeting::freeze::{self, Draw, Frozen};
use super::meeting::open;
use super::meeting::show::kept;
use crate::error::Result;
use crate::model::digest::digest;
use crate::model::issue::{Issue, IssuedFile};
use crate::model::meeting::{Edition, Meeting, MeetingState, Side};
use crate::model::meeting_note::MeetingNote;
use crate::store::library::Outcome;
use crate::store::{Library, Stamp, Writer};
use gather::{Material, gather};

/// A file of the set: its name and its bytes.
pub type File = (String, Vec<u8>);

/// How a set comes about; what it is drawn with is the caller's.
pub struct Hands<'a> {
    /// Draws the document of a 会前版 that has to be frozen first.
    pub freeze: &'a Draw<'a>,
    /// Draws the set.
    pub draw: &'a dyn Fn(&Material) -> Result<Vec<File>>,
    /// Lays the files down beside their places; the disk refuses here, before anything is kept.
    pub stage: &'a mut dyn FnMut(&[File]) -> Result<()>,
}

/// What was handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    pub code: String,
    /// The 会前版 it was drawn from.
    pub edition: Edition,
    pub issue: Issue,
    /// It is new; otherwise the very same set was handed out before.
    pub is_new: bool,
    pub notes: Vec<MeetingNote>,
    /// Codes of confidential projects that it names.
    pub confidential: Vec<String>,
}

/// Draws the papers of a meeting and keeps them. A meeting that was not frozen is frozen first, in the
/// same operation; the same set again is no operation.
///
/// # Errors
/// What freezing, drawing or the disk refuses: nothing is kept then.
pub fn pack(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    code: &str,
    hands: Hands<'_>,
) -> Result<Packed> {
    library.write(stamp, waiting, |writer| {
        let meeting = open(writer, code)?;
        let frozen = on_the_table(writer, meeting, hands.freeze)?;
        let material = gather(writer, frozen.meeting, frozen.edition, frozen.document)?;
        let files = (hands.draw)(&material)?;
        (hands.stage)(&files)?;
        let code = material.meeting.code;
        let (issue, is_new) = match same(writer.issues(&code)?, &files) {
            Some(issue) => (issue, false),
            None => (writer.add_issue(&code, &files)?, true),
        };
        let (edition, notes) = (material.edition, frozen.notes);
        let confidential = material.confidential;
        Ok(Outcome::Keep(Packed { code, edition, issue, is_new, notes, confidential }))
    })
}

/// The 会前版 that stands, or the one that is frozen now. What was on the table of a meeting that is
/// moved again, or cancelled, is not.
fn on_the_table(writer: &mut Writer<'_>, meeting: Meeting, draw: &Draw<'_>) -> Result<Frozen> {
    if !matches!(meeting.state, MeetingState::Frozen | MeetingState::Closed) {
        return freeze::keep(writer, meeting, draw);
    }
    let kept = kept(writer, &meeting.code, Side::Before, None)?;
    let (edition, document) = (kept.edition, kept.document);
    Ok(Frozen { meeting: kept.meeting, edition, document, notes: Vec::new() })
}

/// The set that consists of the very files.
fn same(issues: Vec<Issue>, files: &[File]) -> Option<Issue> {
    let hashes: Vec<(&String, String)> =
        files.iter().map(|(name, content)| (name, digest(content))).collect();
    let is_it = |(file, (name, sha256)): (&IssuedFile, &(&String, String))| {
        file.file == **name && file.sha256 == *sha256
    };
    issues.into_iter().rev().find(|issue| {
        issue.files.len() == hashes.len() && issue.files.iter().zip(&hashes).all(is_it)
    })
}
