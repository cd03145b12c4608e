//! Receipts (回执) of an import, and the progress bar that moves while rows are read.

use super::super::context::Context;
use super::super::output;
use super::LONG;
use crate::desk::import::{ImportRequest, InputFile, Layout, Watcher};
use crate::error::{Kind, Refusal, Result};
use crate::import::Receipt;
use crate::labels::prompt::{Prompt, prompt};
use crate::labels::{self, Lang};
use indicatif::{ProgressBar, ProgressDrawTarget};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{IsTerminal, Read, Seek};
use std::path::{Path, PathBuf};

/// Receipts of the files with rejected rows, spooled while they are read.
pub struct Receipts {
    lang: Lang,
    /// For each file and sheet, the receipt being written, and the file it is spooled in.
    spools: BTreeMap<(String, Option<String>), (Receipt<File>, File)>,
    pub bar: ProgressBar,
}

impl Receipts {
    pub fn new(context: &Context) -> Receipts {
        let shown = !context.quiet && std::io::stderr().is_terminal();
        let target =
            if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(None, target);
        Receipts { lang: context.lang, spools: BTreeMap::new(), bar }
    }

    /// Puts each receipt beside its file, or where `--receipt` says; whole or not at all.
    pub fn keep(
        self,
        asked: Option<&Path>,
        request: &ImportRequest,
        context: &Context,
    ) -> Result<BTreeMap<String, PathBuf>> {
        let several = self.spools.len() > 1;
        let mut kept = BTreeMap::new();
        for ((name, sheet), (receipt, mut file)) in self.spools {
            receipt.finish().map_err(|error| spool_failed(&error))?;
            let mut bytes = Vec::new();
            file.rewind()
                .and_then(|()| file.read_to_end(&mut bytes))
                .map_err(|e| spool_failed(&e))?;
            let ending = prompt(Prompt::ReceiptEnding, context.lang);
            let input = request.files.iter().find(|input| input.name == name);
            let beside = input.map_or_else(|| PathBuf::from(&name), |input| input.path.clone());
            let stem =
                Path::new(&name).file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let tab = sheet.map_or_else(String::new, |sheet| format!(".{sheet}"));
            let own = format!("{stem}{tab}{ending}");
            let path = match asked {
                Some(folder) if folder.is_dir() => folder.join(own),
                Some(path) if !several => path.to_owned(),
                _ if name == "-" => PathBuf::from(own),
                _ => beside.with_file_name(own),
            };
            output::to_file(&path, &bytes)?;
            kept.insert(name, path);
        }
        Ok(kept)
    }
}

fn spool_failed(error: &std::io::Error) -> Kind {
    Kind::OutputFailed {
        path: std::env::temp_dir().display().to_string(),
        detail: error.to_string(),
    }
}

impl Watcher for Receipts {
    fn rejected(
        &mut self,
        file: &InputFile,
        layout: Layout<'_>,
        raw: &[String],
        problems: &[Refusal],
    ) -> Result<()> {
        let key = (file.name.clone(), layout.sheet.map(str::to_owned));
        if !self.spools.contains_key(&key) {
            let spool = tempfile::tempfile().map_err(|error| spool_failed(&error))?;
            let heading = prompt(Prompt::Errors, self.lang);
            let kept = spool.try_clone().map_err(|error| spool_failed(&error))?;
            let receipt = Receipt::new(spool, layout.preamble, layout.width, heading)
                .map_err(|error| spool_failed(&error))?;
            self.spools.insert(key.clone(), (receipt, kept));
        }
        let sentences: Vec<String> =
            problems.iter().map(|problem| labels::refusal(problem, self.lang)).collect();
        if let Some((receipt, _)) = self.spools.get_mut(&key) {
            receipt.row(raw, &sentences.concat()).map_err(|error| spool_failed(&error))?;
        }
        Ok(())
    }

    fn progress(&mut self, file: &InputFile, bytes: u64) {
        let length = file.path.metadata().map_or(0, |data| data.len());
        if length >= LONG {
            self.bar.set_length(length);
            self.bar.set_position(bytes);
        }
    }
}
