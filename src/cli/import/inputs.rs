//! The files an import reads: named ones, those of folders, and standard input.

use super::super::context::{Context, shown};
use crate::desk::import::InputFile;
use crate::error::{Kind, Place, Result};
use crate::labels::Lang;
use crate::labels::prompt::{Prompt, prompt};
use crate::model::note::Note;
use std::path::{Path, PathBuf};

/// The files given, in order; `spool` is a folder that lasts as long as the import.
///
/// # Errors
/// A folder without files, or a file given twice.
pub fn files(context: &Context, given: &[PathBuf], spool: &Path) -> Result<Vec<InputFile>> {
    let mut files = Vec::new();
    for path in given {
        if path.as_os_str() == "-" {
            files.push(InputFile { path: standard_input(spool)?, name: "-".to_owned() });
        } else if path.is_dir() {
            files.extend(folder(context, path)?);
        } else {
            files.push(InputFile { path: path.clone(), name: shown(path) });
        }
    }
    no_file_twice(&files)?;
    tell_apart(&mut files);
    Ok(files)
}

/// Files of one name in several folders are shown with their folders.
fn tell_apart(files: &mut [InputFile]) {
    let names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
    for file in files {
        if names.iter().filter(|name| **name == file.name).count() > 1 {
            file.name = file.path.display().to_string();
        }
    }
}

/// The same file given twice would only report against itself.
fn no_file_twice(files: &[InputFile]) -> Result<()> {
    let place = |file: &InputFile| file.path.canonicalize().unwrap_or_else(|_| file.path.clone());
    for (at, file) in files.iter().enumerate() {
        if let Some(first) = files[..at].iter().find(|other| place(other) == place(file)) {
            let first = first.name.clone();
            return Err(Kind::FileTwice { first }.at(Place::file(&file.name)).into());
        }
    }
    Ok(())
}

/// Standard input is kept in a file, because it is read twice.
fn standard_input(spool: &Path) -> Result<PathBuf> {
    let path = spool.join("stdin");
    let failed = |error: std::io::Error| Kind::OutputFailed {
        path: path.display().to_string(),
        detail: error.to_string(),
    };
    let mut file = std::fs::File::create(&path).map_err(failed)?;
    std::io::copy(&mut std::io::stdin().lock(), &mut file).map_err(failed)?;
    Ok(path.clone())
}

/// The workbooks and text files of a folder, by name; receipts of earlier imports are left out.
fn folder(context: &Context, path: &Path) -> Result<Vec<InputFile>> {
    let missing = |_| Kind::FileMissing { path: path.display().to_string() };
    let (mut files, mut passed_over) = (Vec::new(), Vec::new());
    for entry in std::fs::read_dir(path).map_err(missing)? {
        let path = entry.map_err(missing)?.path();
        let name = shown(&path);
        let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
        // What Excel and WPS leave beside a file that is open is no file of its own.
        let open_elsewhere = name.starts_with("~$") || name.starts_with(".~");
        let known =
            matches!(ending.as_deref(), Some("csv" | "txt" | "tsv" | "xlsx" | "xls" | "et"));
        if !known || open_elsewhere {
            continue;
        }
        if is_receipt(&name) {
            passed_over.push(name);
        } else {
            files.push(InputFile { path, name });
        }
    }
    if !passed_over.is_empty() {
        passed_over.sort();
        context.tell(&Note::ReceiptsPassedOver { files: passed_over });
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    if files.is_empty() {
        return Err(Kind::FileMissing { path: path.display().to_string() }.into());
    }
    Ok(files)
}

/// Whether a file is named as receipts are.
fn is_receipt(name: &str) -> bool {
    [Prompt::RejectedEnding, Prompt::ReceiptEnding]
        .iter()
        .any(|ending| [Lang::Zh, Lang::En].iter().any(|it| name.ends_with(prompt(*ending, *it))))
}
