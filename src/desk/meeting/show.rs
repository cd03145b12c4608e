//! `meeting show`: an edition as it was frozen.

use super::open;
use crate::error::{MeetingRefusal, Result};
use crate::model::digest::digest;
use crate::model::meeting::{Edition, Meeting, Side};
use crate::store::Reader;

/// An edition with its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub meeting: Meeting,
    pub edition: Edition,
    pub document: String,
}

/// The edition of a side, the last unless one is asked for; its bytes are held against the hash
/// they were frozen with.
///
/// # Errors
/// [`MeetingRefusal::NoEdition`], [`MeetingRefusal::UnknownEdition`], [`MeetingRefusal::Altered`].
pub fn kept(reader: &Reader<'_>, code: &str, side: Side, number: Option<u64>) -> Result<Kept> {
    let meeting = open(reader, code)?;
    let editions = reader.editions(meeting.id)?.into_iter();
    let editions: Vec<Edition> = editions.filter(|edition| edition.side == side).collect();
    let known = editions.len() as u64;
    let wanted = |edition: &Edition| match number {
        None => edition.stands,
        Some(number) => edition.number == number,
    };
    let missing = || MeetingRefusal::NoEdition { code: meeting.code.clone(), side };
    let edition = editions.into_iter().rfind(wanted).ok_or_else(|| match number {
        Some(_) if known > 0 => {
            MeetingRefusal::UnknownEdition { code: meeting.code.clone(), side, known }
        }
        _ => missing(),
    })?;
    let document = reader.document(meeting.id, side, edition.number)?.ok_or_else(missing)?;
    if digest(document.as_bytes()) != edition.sha256 {
        return Err(MeetingRefusal::Altered { code: meeting.code, side }.into());
    }
    Ok(Kept { meeting, edition, document })
}
