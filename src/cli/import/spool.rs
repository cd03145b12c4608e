//! Rows that go back, kept in a temporary file until their receipt is written.

use crate::desk::import::Returned;
use crate::error::{Kind, Result};
use crate::format::receipt::measure;
use crate::labels::{self, Lang};
use crate::model::month::Month;
use crate::model::receipt::{Frame, Mark, Shade};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Seek, Write};

/// A row that goes back, with what is said of it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Kept {
    pub row: u64,
    pub raw: Vec<String>,
    pub shade: Shade,
    pub marks: Vec<Mark>,
    pub message: String,
}

/// The rows of one sheet that go back.
pub struct Spool {
    /// The name of its file as shown to people.
    pub file: String,
    pub frame: Frame,
    pub rejected: u64,
    pub warned: u64,
    /// Widths that show every cell on one line.
    pub widths: Vec<f64>,
    /// What the table does not say itself.
    district: Option<String>,
    month: Option<Month>,
    out: BufWriter<File>,
}

impl Spool {
    pub fn new(file: &str, row: &Returned<'_>) -> Result<Spool> {
        let spool = tempfile::tempfile().map_err(|error| spool_failed(&error))?;
        let mut widths = Vec::new();
        for (line, cells) in &row.frame.above {
            if *line >= row.frame.header.0 {
                measure(&mut widths, cells);
            }
        }
        Ok(Spool {
            file: file.to_owned(),
            rejected: 0,
            warned: 0,
            widths,
            district: row.district.filter(|_| !row.frame.says_district).map(str::to_owned),
            month: row.month.filter(|_| !row.frame.says_month),
            frame: row.frame.clone(),
            out: BufWriter::new(spool),
        })
    }

    /// Whether the rows of a sheet belong here.
    pub fn is_of(&self, file: &str, frame: &Frame) -> bool {
        self.file == file
            && self.frame.sheet == frame.sheet
            && self.frame.header == frame.header
            && self.frame.above == frame.above
    }

    /// Keeps a row and what is said of it.
    pub fn add(&mut self, row: &Returned<'_>, message: String) -> Result<()> {
        let raw: Vec<String> = row.raw.iter().take(self.frame.width).cloned().collect();
        measure(&mut self.widths, &raw);
        match row.shade {
            Shade::Rejected => self.rejected += 1,
            Shade::Warned => self.warned += 1,
        }
        let (row, shade, marks) = (row.row, row.shade, row.marks.to_vec());
        let kept = Kept { row, raw, shade, marks, message };
        let line = serde_json::to_writer(&mut self.out, &kept).map_err(std::io::Error::other);
        let line = line.and_then(|()| self.out.write_all(b"\n"));
        Ok(line.map_err(|error| spool_failed(&error))?)
    }

    /// A line for above the table, where that does not say its district or month itself.
    pub fn caption(&self, lang: Lang) -> Option<String> {
        let missing = self.district.is_some() || self.month.is_some();
        missing.then(|| labels::receipt_caption(self.district.as_deref(), self.month, lang))
    }

    /// The layout, and the rows in order.
    pub fn rows(self) -> Result<(Frame, impl Iterator<Item = Result<Kept>>)> {
        let failed = |error: std::io::Error| spool_failed(&error);
        let mut file = self.out.into_inner().map_err(|error| failed(error.into_error()))?;
        file.rewind().map_err(failed)?;
        let rows = BufReader::new(file).lines().map(|line| {
            let line = line.map_err(|error| spool_failed(&error))?;
            let kept = serde_json::from_str(&line).map_err(std::io::Error::other);
            Ok(kept.map_err(|error| spool_failed(&error))?)
        });
        Ok((self.frame, rows))
    }
}

/// The temporary folder cannot be written.
pub fn spool_failed(error: &std::io::Error) -> Kind {
    Kind::OutputFailed {
        path: std::env::temp_dir().display().to_string(),
        detail: error.to_string(),
    }
}
