//! Receipts (回执) of an import: the rows that go back are spooled while they are read, and written
//! when the import is done; a workbook for a workbook, text for text.

use super::super::context::Context;
use super::super::output;
use super::spool::{Kept, Spool, spool_failed};
use crate::desk::import::{ImportRequest, InputFile, Returned, Watcher};
use crate::error::Result;
use crate::format::receipt::{ReceiptBook, ReceiptSheet};
use crate::import::{Receipt, as_written, each_written};
use crate::labels::prompt::{Prompt, prompt};
use crate::labels::{self, Lang};
use crate::model::Day;
use crate::model::note::Note;
use crate::model::receipt::{Shade, SheetKind, Written};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The receipts of an import, sheet by sheet in the order they were read.
pub struct Receipts {
    lang: Lang,
    day: Day,
    spools: Vec<Spool>,
    pub bar: super::progress::Bar,
}

/// A receipt that was written.
#[derive(Debug, Clone, Default)]
pub struct Done {
    pub paths: Vec<String>,
    pub rejected: u64,
    pub warned: u64,
}

impl Receipts {
    pub fn new(context: &Context) -> Receipts {
        let bar = super::progress::Bar::new(context);
        Receipts { lang: context.lang, day: context.today, spools: Vec::new(), bar }
    }

    /// Puts each receipt beside its file, or where `--receipt` says; whole or not at all. Without
    /// being asked for, only files with rejected rows get one.
    pub fn keep(
        self,
        asked: Option<&Path>,
        request: &ImportRequest,
    ) -> Result<BTreeMap<String, Done>> {
        let mut files: BTreeMap<String, Vec<Spool>> = BTreeMap::new();
        for spool in self.spools {
            files.entry(spool.file.clone()).or_default().push(spool);
        }
        files.retain(|_, spools| asked.is_some() || spools.iter().any(|it| it.rejected > 0));
        let several = files.len() > 1;
        let mut kept = BTreeMap::new();
        let mut used: Vec<PathBuf> = Vec::new();
        for (name, spools) in files {
            let input = request.files.iter().find(|input| input.name == name);
            let source = input.map_or_else(|| PathBuf::from(&name), |input| input.path.clone());
            let own = asked.filter(|asked| !several && !asked.is_dir());
            let as_workbook = match own.and_then(Path::extension) {
                Some(ending) => ending.eq_ignore_ascii_case("xlsx"),
                None => spools.iter().any(|spool| spool.frame.kind != SheetKind::Text),
            };
            let sum = |count: fn(&Spool) -> u64| spools.iter().map(count).sum::<u64>();
            let (rejected, warned) = (sum(|it| it.rejected), sum(|it| it.warned));
            let mut done = Done { rejected, warned, ..Done::default() };
            let mut place = |stem: &str, ending: &str| {
                let path = |number: usize| {
                    let number = if number > 1 { format!("({number})") } else { String::new() };
                    let name = format!("{stem}{number}{ending}");
                    match asked {
                        Some(folder) if folder.is_dir() => folder.join(name),
                        _ if input.is_some_and(|input| input.name == "-") => PathBuf::from(name),
                        _ => source.with_file_name(name),
                    }
                };
                // Files of one name in several folders must not write over each other's receipt.
                let free = (1..).map(path).find(|path| !used.contains(path)).unwrap_or_default();
                used.push(free.clone());
                free
            };
            let stem = Path::new(&name).file_stem().unwrap_or_default().to_string_lossy();
            if as_workbook {
                let ending = prompt(Prompt::ReceiptEnding, self.lang);
                let path = own.map_or_else(|| place(&stem, ending), Path::to_owned);
                let bytes = workbook(spools, &source, self.day, self.lang)?;
                done.paths.push(put(&path, &bytes)?);
            } else {
                // Text has no sheets: each gets a file of its own.
                let one = spools.len() == 1;
                for spool in spools.into_iter().filter(|spool| spool.rejected > 0) {
                    let tab = spool.frame.sheet.as_ref();
                    let tab = tab.map_or_else(String::new, |sheet| format!(".{sheet}"));
                    let ending = prompt(Prompt::RejectedEnding, self.lang);
                    let path = own.filter(|_| one).map(Path::to_owned);
                    let path = path.unwrap_or_else(|| place(&format!("{stem}{tab}"), ending));
                    done.paths.push(put(&path, &text(spool, self.lang)?)?);
                }
                done.warned = 0;
            }
            if !done.paths.is_empty() {
                kept.insert(name, done);
            }
        }
        Ok(kept)
    }
}

/// Writes a file; its path as it became.
fn put(path: &Path, bytes: &[u8]) -> Result<String> {
    Ok(match output::to_file(path, bytes)? {
        Note::WrittenBeside { path, .. } | Note::Written { path } => path,
        _ => path.display().to_string(),
    })
}

/// The rejected rows of a sheet as text.
fn text(spool: Spool, lang: Lang) -> Result<Vec<u8>> {
    let (frame, rows) = spool.rows()?;
    let mut bytes = Vec::new();
    let heading = prompt(Prompt::Errors, lang);
    let mut receipt = Receipt::new(&mut bytes, &frame, heading).map_err(|e| spool_failed(&e))?;
    for kept in rows {
        let kept = kept?;
        if kept.shade == Shade::Rejected {
            // A cell of many lines looks like one that has swallowed the rows below.
            let message = kept.message.replace('\n', " ");
            receipt.row(&kept.raw, &message).map_err(|e| spool_failed(&e))?;
        }
    }
    receipt.finish().map_err(|e| spool_failed(&e))?;
    Ok(bytes)
}

/// All sheets of a file as one workbook; cells that were typed keep their type.
fn workbook(spools: Vec<Spool>, source: &Path, day: Day, lang: Lang) -> Result<Vec<u8>> {
    let mut book = ReceiptBook::new(day, lang)?;
    for spool in spools {
        let caption = spool.caption(lang);
        let measured = spool.widths.clone();
        let (frame, rows) = spool.rows()?;
        let mut rows = rows.peekable();
        let mut sheet = book.sheet(&frame, &measured, caption.as_deref())?;
        if let (SheetKind::Book, Some(name)) = (frame.kind, &frame.sheet) {
            each_written(source, name, |line, written| {
                let due = |kept: &Result<Kept>| kept.as_ref().is_ok_and(|kept| kept.row <= line);
                while let Some(kept) = rows.next_if(due) {
                    let kept = kept?;
                    let typed = if kept.row == line { written } else { &[] };
                    put_row(&mut sheet, &kept, typed)?;
                }
                Ok(())
            })?;
        }
        for kept in rows {
            put_row(&mut sheet, &kept?, &[])?;
        }
    }
    book.finish()
}

/// A row: each cell as it was written where it still says what was read, else its text.
fn put_row(sheet: &mut ReceiptSheet<'_>, kept: &Kept, written: &[(Written, String)]) -> Result<()> {
    let cells: Vec<Written> = kept
        .raw
        .iter()
        .enumerate()
        .map(|(at, text)| match written.get(at) {
            Some((cell, read)) if read == text => cell.clone(),
            _ => as_written(text),
        })
        .collect();
    sheet.row(&cells, &kept.marks, &kept.message)
}

impl Watcher for Receipts {
    fn returned(&mut self, file: &InputFile, row: Returned<'_>) -> Result<()> {
        let known = self.spools.iter().rposition(|spool| spool.is_of(&file.name, row.frame));
        let at = match known {
            Some(at) => at,
            None => {
                self.spools.push(Spool::new(&file.name, &row)?);
                self.spools.len() - 1
            }
        };
        let rejected = row.problems.iter().map(|problem| labels::rejected(problem, self.lang));
        let warned = row.notes.iter().map(|note| labels::warned(note, row.row, self.lang));
        let message: Vec<String> = rejected.chain(warned).collect();
        match self.spools.get_mut(at) {
            Some(spool) => spool.add(&row, message.join("\n")),
            None => Ok(()),
        }
    }

    fn progress(&mut self, file: &InputFile, done: u64) {
        self.bar.advance(file, done);
    }
}
