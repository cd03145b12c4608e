//! Finds the table in a file: the encoding and delimiter in which its header is recognised.

use super::decode::{self, Coding};
use super::header::{self, Header, SEARCHED, Senders};
use super::sheet::{Record, Sheet, delimiters};
use super::{Lexicon, Options};
use crate::error::{Fault, Kind, Place, Result};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

/// Bytes of text in which the delimiter is sought.
const SAMPLE: u64 = 64 * 1024;

/// A file of which the header is found.
pub struct Opened {
    pub coding: Coding,
    pub sheet: Sheet,
    pub count: Arc<AtomicU64>,
    pub records: Vec<Record>,
    pub header: Header,
}

/// Tries encodings and delimiters, the likeliest first, until the header is found.
pub fn find_table(path: &Path, options: &Options, lexicon: &Lexicon) -> Result<Opened> {
    let senders = Senders::new(&lexicon.headings, options.district);
    let mut first_fault: Option<Fault> = None;
    for coding in decode::candidates(path, options.encoding.as_deref())? {
        let (text, _) = decode::text(path, coding)?;
        let mut sample = Vec::new();
        let read = text.take(SAMPLE).read_to_end(&mut sample);
        read.map_err(|error| decode::unreadable(path, &error))?;
        for delimiter in delimiters(&sample) {
            match attempt(path, coding, delimiter, &senders) {
                Ok(opened) => return Ok(opened),
                Err(fault) => first_fault = first_fault.or(Some(fault)),
            }
        }
    }
    Err(first_fault.unwrap_or_else(|| Kind::NoHeader.into()))
}

fn attempt(path: &Path, coding: Coding, delimiter: u8, senders: &Senders) -> Result<Opened> {
    let (text, count) = decode::text(path, coding)?;
    let mut sheet = Sheet::new(path, text, delimiter);
    let mut records = Vec::new();
    let mut trouble = None;
    // One more than is searched: whether anything stands below the header.
    while records.len() <= SEARCHED + 3 && trouble.is_none() {
        match sheet.advance() {
            Ok(Some(record)) => records.push(record),
            Ok(None) => break,
            Err(fault) => trouble = Some(fault),
        }
    }
    if let Some(fault) = trouble {
        return Err(fault);
    }
    for record in &records {
        record.bounds().map_err(|kind| kind.at(Place::row(record.line)))?;
    }
    let header = header::find(&records, senders);
    let above = header.as_ref().map_or(records.len(), |header| header.end);
    let stray = records[..above].iter().find_map(|it| it.stray_quote(delimiter, 0));
    match (stray, header) {
        (Some(line), _) => Err(Kind::StrayQuote.at(Place::row(line)).into()),
        (_, None) if records.is_empty() => Err(Kind::EmptyFile.into()),
        (_, None) => Err(Kind::NoHeader.into()),
        (_, Some(header)) if header.end == records.len() => {
            Err(Kind::HeaderOnly.at(Place::row(records[header.end - 1].line)).into())
        }
        (_, Some(header)) => Ok(Opened { coding, sheet, count, records, header }),
    }
}
