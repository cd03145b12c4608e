//! Bounds: what no district's workbook exceeds, looked at before anything is unpacked into memory.

use crate::error::{Kind, Result};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Bytes a workbook may have, packed.
pub const PACKED: u64 = 128 * 1024 * 1024;
/// Bytes it may have, unpacked: a sheet of a million cells needs a tenth.
const UNPACKED: u64 = 768 * 1024 * 1024;
/// An unpacked part may be so many times as large as it is packed.
const RATIO: u64 = 400;
/// Below this size a part may be packed as tightly as it likes.
const SMALL: u64 = 16 * 1024 * 1024;
/// Sheets a workbook may have.
pub const SHEETS: usize = 256;
/// Rows a sheet may have.
pub const ROWS: usize = 1_048_576;

/// Refuses a file that is too large to be a district's workbook.
pub fn check_size(path: &Path) -> Result<()> {
    let size = path.metadata().map_or(0, |data| data.len());
    if size > PACKED { Err(too_large()) } else { Ok(()) }
}

/// Unpacks every part without keeping it: what a part claims to be is not believed.
pub fn check_parts(path: &Path) -> Result<()> {
    let unreadable = |error: std::io::Error| super::super::decode::unreadable(path, &error);
    let file = File::open(path).map_err(unreadable)?;
    let mut archive = zip::ZipArchive::new(file).map_err(|_| damaged())?;
    let mut total = 0;
    let mut block = vec![0; 256 * 1024];
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|_| damaged())?;
        let packed = part.compressed_size();
        if total + part.size() > UNPACKED {
            return Err(too_large());
        }
        let mut size = 0;
        loop {
            let read = part.read(&mut block).map_err(|_| damaged())? as u64;
            if read == 0 {
                break;
            }
            size += read;
            total += read;
            let tight = size > SMALL && size / packed.max(1) > RATIO;
            if total > UNPACKED || tight {
                return Err(too_large());
            }
        }
    }
    Ok(())
}

pub fn too_large() -> crate::error::Fault {
    Kind::WorkbookTooLarge { megabytes: PACKED / 1024 / 1024 }.into()
}

pub fn damaged() -> crate::error::Fault {
    Kind::WorkbookDamaged.into()
}

/// Cells a sheet may take in memory, empty ones between others included.
pub const CELLS: usize = 24_000_000;
/// Columns a sheet may have.
pub const COLUMNS: u64 = 16_384;
