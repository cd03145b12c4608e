//! Bounds: what no district's workbook exceeds, looked at before anything is unpacked into memory.

use crate::error::{Fault, Kind, Result};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

const MEGA: u64 = 1024 * 1024;
/// Bytes a workbook may have, packed.
pub const PACKED: u64 = 128 * MEGA;
/// Bytes it may have, unpacked: a sheet of a million cells needs a tenth.
const UNPACKED: u64 = 512 * MEGA;
/// Bytes every file may unpack to, however tightly it is packed.
const SMALL: u64 = 16 * MEGA;
/// Beyond that, a file may unpack to so many times its size; Apache POI draws the same line.
const RATIO: u64 = 100;
/// The same for a part that is kept in memory whole, as shared strings and styles are.
const SMALL_KEPT: u64 = 4 * MEGA;
const SMALL_STYLES: u64 = MEGA;
const RATIO_KEPT: u64 = 25;
/// Bytes of XML without a `<` or `>`: a cell has at most 32,767 characters.
const LONGEST_RUN: usize = MEGA as usize;
/// Tags that lie in each other: a workbook needs a dozen.
const DEEPEST: usize = 1024;
/// Parts a workbook may be packed of, and bytes of their list.
const PARTS: u64 = 8192;
const DIRECTORY: u64 = 4 * MEGA;
/// Sheets a workbook may have.
pub const SHEETS: usize = 256;
/// Columns an xlsx sheet has.
pub const COLUMNS: u64 = 16_384;
/// Rows a sheet may have.
pub const ROWS: usize = 1_048_576;

/// What the end of a ZIP says of its list of parts, and where it may stand.
const END: &[u8] = b"PK\x05\x06";
const END_LONGEST: u64 = 22 + 65_535;

/// The size of a file, refused where it is too large to be a district's workbook.
pub fn check_size(path: &Path) -> Result<u64> {
    let size = path.metadata().map_or(0, |data| data.len());
    if size > PACKED { Err(too_large()) } else { Ok(size) }
}

/// Unpacks every part without keeping it: what a part claims to be is not believed.
pub fn check_parts(path: &Path) -> Result<()> {
    let packed = check_size(path)?;
    let file = File::open(path).map_err(|error| super::super::decode::unreadable(path, &error))?;
    check_directory(&file, packed)?;
    let mut archive = zip::ZipArchive::new(file).map_err(|_| damaged())?;
    let most = UNPACKED.min(SMALL + RATIO * packed);
    let mut claimed = 0u64;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(|_| damaged())?;
        claimed = claimed.saturating_add(part.size());
    }
    if claimed > most {
        return Err(too_large());
    }
    let mut left = most;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|_| damaged())?;
        let name = part.name().map_err(|_| damaged())?.into_owned();
        let small = if name.ends_with("styles.xml") { SMALL_STYLES } else { SMALL_KEPT };
        let own = small + RATIO_KEPT * part.compressed_size().min(packed);
        let is_xml = name.ends_with(".xml") || name.ends_with(".rels");
        let allowed = if is_kept(&name) { own.min(left) } else { left };
        left -= unpack(&mut part, allowed, is_xml)?;
    }
    Ok(())
}

/// Whether a part is kept in memory whole by those who read it.
fn is_kept(name: &str) -> bool {
    let part = name.trim_start_matches('/');
    part.ends_with(".rels")
        || (part.ends_with(".xml") && !part.contains("worksheets/") && !part.contains("pivot"))
}

/// The bytes of a part; more than `allowed`, or XML of a shape that fills the memory, is refused.
fn unpack(part: &mut impl Read, allowed: u64, is_xml: bool) -> Result<u64> {
    let mut block = vec![0; 64 * 1024];
    let (mut size, mut shape) = (0, Shape::default());
    loop {
        let read = part.read(&mut block).map_err(|_| damaged())?;
        if read == 0 {
            return Ok(size);
        }
        size += read as u64;
        if size > allowed {
            return Err(too_large());
        }
        if is_xml {
            shape.take(&block[..read])?;
        }
    }
}

/// How deep tags lie in each other, and how far the last one is.
#[derive(Default)]
struct Shape {
    before: u8,
    depth: usize,
    run: usize,
    /// The present tag closes another.
    closing: bool,
}

impl Shape {
    fn take(&mut self, block: &[u8]) -> Result<()> {
        for byte in block {
            self.run += 1;
            match (self.before, byte) {
                (b'<', b'/') => {
                    self.closing = true;
                    self.depth = self.depth.saturating_sub(1);
                }
                (b'<', b'!' | b'?') => self.closing = true,
                (b'<', _) => {
                    self.closing = false;
                    self.depth += 1;
                }
                (b'/', b'>') if !self.closing => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
            if matches!(byte, b'<' | b'>') {
                self.run = 0;
            }
            self.before = *byte;
            if self.depth > DEEPEST || self.run > LONGEST_RUN {
                return Err(too_large());
            }
        }
        Ok(())
    }
}

/// Refuses a list of parts that would fill the memory before a part is looked at.
fn check_directory(mut file: &File, packed: u64) -> Result<()> {
    let from = packed.saturating_sub(END_LONGEST);
    let mut tail = Vec::new();
    let read = file.seek(SeekFrom::Start(from)).and_then(|_| file.read_to_end(&mut tail));
    read.map_err(|_| damaged())?;
    let number = |at: usize, length: usize| {
        let bytes = tail.get(at..at + length)?;
        Some(bytes.iter().rev().fold(0u64, |sum, byte| sum << 8 | u64::from(*byte)))
    };
    let ends = (0..tail.len().saturating_sub(3)).filter(|at| tail[*at..].starts_with(END));
    for at in ends {
        let (Some(parts), Some(start)) = (number(at + 10, 2), number(at + 16, 4)) else { continue };
        // All ones: the numbers stand in a longer record, which a workbook has no need of.
        let long = parts == 0xffff || start == 0xffff_ffff;
        if long || parts > PARTS || (from + at as u64).saturating_sub(start) > DIRECTORY {
            return Err(too_large());
        }
    }
    Ok(())
}

pub fn too_large() -> Fault {
    Kind::WorkbookTooLarge { megabytes: PACKED / MEGA }.into()
}

pub fn too_many_sheets(found: usize) -> Fault {
    Kind::TooManySheets { found: found as u64, limit: SHEETS as u64 }.into()
}

pub fn damaged() -> Fault {
    Kind::WorkbookDamaged.into()
}
