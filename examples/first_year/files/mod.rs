//! The files that districts, departments and the secretariat send: each in its own layout, encoding
//! and words.

mod book;
pub mod cell;
pub mod layout;
pub mod lists;
pub mod table;

use super::Result;
use super::calendar::{Day, Month};
use super::chance::Chance;
use cell::{Line, month_text};
use encoding_rs::GB18030;
use layout::{Encoding, LAYOUTS};
use std::path::{Path, PathBuf};

/// Writes a district's monthly report into a folder, and says where it is.
pub fn report(
    folder: &Path,
    district: usize,
    month: Month,
    day: Day,
    lines: &[Line<'_>],
    chance: &mut Chance,
) -> Result<PathBuf> {
    let layout = &LAYOUTS[district];
    let table = table::table(layout, month, day, lines, chance);
    let ending = if layout.encoding == Encoding::Book { "xlsx" } else { "csv" };
    let name = super::world::DISTRICTS[district].0;
    let name = format!("{:02}{name}{}重点外资项目月报.{ending}", district + 1, month_text(month));
    std::fs::create_dir_all(folder)?;
    let path = folder.join(name);
    let bytes = match layout.encoding {
        Encoding::Book => book::bytes(layout, &table)?,
        encoding => text(&table.rows, encoding)?,
    };
    std::fs::write(&path, bytes)?;
    Ok(path)
}

/// The bytes of a text file.
pub fn text(rows: &[Vec<String>], encoding: Encoding) -> Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new();
    if encoding == Encoding::Utf16 {
        writer.delimiter(b'\t');
    }
    if encoding != Encoding::Utf8 {
        writer.terminator(csv::Terminator::CRLF);
    }
    let mut writer = writer.flexible(true).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row)?;
    }
    let text = String::from_utf8(writer.into_inner()?)?;
    Ok(match encoding {
        Encoding::Gb18030 => GB18030.encode(&text).0.into_owned(),
        Encoding::Utf8Bom => [&[0xef, 0xbb, 0xbf], text.as_bytes()].concat(),
        Encoding::Utf16 => {
            let units = text.encode_utf16().flat_map(u16::to_le_bytes);
            [0xff, 0xfe].into_iter().chain(units).collect()
        }
        Encoding::Utf8 | Encoding::Book => text.into_bytes(),
    })
}
