//! `meeting freeze`: what is on the table is kept as it is (会前版), for ever.

use super::plan::supervision_open;
use super::table::{Tables, tables};
use super::{must_be_open, open};
use crate::desk::directory::{Directory, directory};
use crate::error::{MeetingRefusal, Result};
use crate::model::Day;
use crate::model::brief::Scope;
use crate::model::calendar::Holiday;
use crate::model::finding::RuleVersion;
use crate::model::meeting::{Attendance, Edition, Meeting, MeetingState, Side};
use crate::model::meeting_note::MeetingNote;
use crate::store::library::Outcome;
use crate::store::{Library, Reader, Stamp, Writer};

/// What a document is drawn from.
#[derive(Debug, Clone)]
pub struct Draft {
    pub meeting: Meeting,
    pub side: Side,
    /// Of its side, from 1.
    pub number: u64,
    pub scope: Scope,
    /// The last operation before the freeze: the state that is frozen.
    pub operation: i64,
    pub program: String,
    /// The standards in force on the day.
    pub rules: Vec<RuleVersion>,
    pub holidays: Vec<Holiday>,
    pub attendance: Vec<Attendance>,
    pub tables: Tables,
    /// What became of appeals since 会前版; of 会后版.
    pub outcomes: Vec<super::close::Settled>,
    pub directory: Directory,
}

/// Draws a document of a draft, as the bytes that are kept.
pub type Draw<'a> = dyn Fn(&Draft) -> Result<String> + 'a;

/// Freezes what is on the table. It may be frozen again before the meeting; each edition stays.
///
/// # Errors
/// [`MeetingRefusal::State`], [`MeetingRefusal::NoDay`], [`MeetingRefusal::Held`].
pub fn freeze(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    code: &str,
    draw: &Draw<'_>,
) -> Result<Vec<MeetingNote>> {
    library.write(stamp, waiting, |writer| {
        let meeting = open(writer, code)?;
        Ok(Outcome::Keep(keep(writer, meeting, draw)?.notes))
    })
}

/// What was frozen.
pub struct Frozen {
    pub meeting: Meeting,
    pub edition: Edition,
    pub document: String,
    pub notes: Vec<MeetingNote>,
}

/// Freezes what is on the table of a meeting as its next 会前版, in an operation that is under way.
///
/// # Errors
/// As [`freeze`].
pub fn keep(writer: &mut Writer<'_>, meeting: Meeting, draw: &Draw<'_>) -> Result<Frozen> {
    must_be_open(&meeting)?;
    let Some(day) = meeting.day else {
        return Err(MeetingRefusal::NoDay { code: meeting.code }.into());
    };
    must_be_to_come(writer, &meeting, day)?;
    let draft = draft(writer, meeting, Side::Before, Vec::new())?;
    let document = draw(&draft)?;
    let meeting = Meeting { state: MeetingState::Frozen, ..draft.meeting };
    writer.put_meeting(&meeting)?;
    let edition = writer.add_edition(meeting.id, Side::Before, draft.number, &document)?;
    let mut notes: Vec<MeetingNote> = Vec::new();
    notes.extend(supervision_open(writer, meeting.kind, meeting.month)?);
    notes.push(MeetingNote::Frozen {
        code: meeting.code.clone(),
        side: Side::Before,
        number: edition.number,
        sha256: edition.sha256.clone(),
    });
    Ok(Frozen { meeting, edition, document, notes })
}

/// Refuses to freeze again what was frozen for a meeting that has been held: what came of it is told
/// from what was on the table.
fn must_be_to_come(writer: &Writer<'_>, meeting: &Meeting, day: Day) -> Result<()> {
    let frozen = writer
        .editions(meeting.id)?
        .into_iter()
        .any(|edition| edition.side == Side::Before && edition.stands && edition.day <= day);
    let decided = writer.tasks()?.iter().any(|task| task.meeting == Some(meeting.id));
    if frozen && (decided || day < writer.day()) {
        return Err(MeetingRefusal::Held { code: meeting.code.clone(), day }.into());
    }
    Ok(())
}

/// Everything a document of this side is drawn from, as it is now.
///
/// # Errors
/// Only what the store reports.
pub fn draft(
    reader: &Reader<'_>,
    meeting: Meeting,
    side: Side,
    outcomes: Vec<super::close::Settled>,
) -> Result<Draft> {
    let editions = reader.editions(meeting.id)?;
    let before = editions.iter().filter(|edition| edition.side == side).count();
    let tables = tables(reader, &meeting)?;
    let today = reader.scope().today;
    Ok(Draft {
        side,
        number: before as u64 + 1,
        scope: reader.scope(),
        operation: reader.last_operation(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        rules: in_force(reader.rules()?, today),
        holidays: reader.holidays()?,
        attendance: reader.attendance(meeting.id)?,
        tables,
        outcomes,
        directory: directory(reader)?,
        meeting,
    })
}

/// The version of each standard in force on a day.
fn in_force(rules: Vec<RuleVersion>, on: Day) -> Vec<RuleVersion> {
    let mut kept: Vec<RuleVersion> = Vec::new();
    for version in rules.into_iter().filter(|version| version.since <= on) {
        match kept.iter_mut().find(|known| known.rule == version.rule) {
            Some(known) if known.since <= version.since => *known = version,
            Some(_) => {}
            None => kept.push(version),
        }
    }
    kept
}
