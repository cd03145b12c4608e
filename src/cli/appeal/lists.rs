//! `--from FILE`: lists read as reports are — rehearsed, shown, written whole.

use crate::cli::context::Context;
use crate::cli::flags::Record;
use crate::cli::import::receipts::Receipts;
use crate::cli::import::{account, hidden, inputs};
use crate::cli::terminal::confirm;
use crate::desk::import::{ImportOutcome, ImportRequest, Policy, Rows, Run, Unknown};
use crate::error::{Kind, Result};
use crate::labels::prompt::{Prompt, prompt};
use clap::Args;
use std::path::PathBuf;

/// How lists are read.
#[derive(Debug, Args)]
pub struct ListFlags {
    /// 从文件或文件夹登记，可重复 | Read files or folders; may be repeated
    #[arg(long, value_name = "文件|FILE", help_heading = "清单 | Lists")]
    pub from: Vec<PathBuf>,

    /// 文件编码，如 gb18030、utf-8 | Encoding, as in gb18030
    #[arg(long, value_name = "编码|ENCODING", help_heading = "清单 | Lists")]
    encoding: Option<String>,

    /// 隐藏的行、列、工作表：include 一并读取，skip 略过 | Hidden rows, columns and sheets: include or skip
    #[arg(long, value_name = "方式|HOW", help_heading = "清单 | Lists")]
    hidden: Option<String>,

    /// 只登记无误的行，其余退回 | Take the good rows of a file
    #[arg(long, help_heading = "清单 | Lists")]
    accept_valid: bool,

    /// 逐个文件处理，有误的文件除外 | Take the sound files, name the others
    #[arg(long, help_heading = "清单 | Lists")]
    each: bool,

    /// 只试算，不写入 | Rehearse and write nothing
    #[arg(long, help_heading = "清单 | Lists")]
    dry_run: bool,

    /// 退回行写入的文件 | File for the rejected rows
    #[arg(long, value_name = "文件|FILE", help_heading = "清单 | Lists")]
    receipt: Option<PathBuf>,
}

impl ListFlags {
    /// Whether lists are to be read.
    pub fn given(&self) -> bool {
        !self.from.is_empty()
    }

    /// Reads the lists by `take`: first a rehearsal where a person is there to look at it.
    ///
    /// # Errors
    /// What concerns no single file.
    pub fn run(
        &self,
        context: &Context,
        record: &Record,
        district: Option<String>,
        take: &dyn Fn(&ImportRequest, &mut Receipts) -> Result<ImportOutcome>,
    ) -> Result<u8> {
        let spool = tempfile::tempdir().map_err(|error| Kind::OutputFailed {
            path: std::env::temp_dir().display().to_string(),
            detail: error.to_string(),
        })?;
        let files = inputs::files(context, &self.from, spool.path())?;
        // One by one, the others are still taken.
        if !self.each
            && let Some(file) = files.iter().find(|file| !file.path.exists())
        {
            return Err(Kind::FileMissing { path: file.name.clone() }.into());
        }
        let request = ImportRequest {
            files,
            month: None,
            district,
            basis: Vec::new(),
            encoding: self.encoding.clone(),
            unit: context.unit_given,
            paid_in: None,
            hidden: self.hidden.as_deref().map(hidden).transpose()?,
            matches: Vec::new(),
            unknown: Unknown::Screen,
            policy: if self.each { Policy::EachFile } else { Policy::Whole },
            rows: if self.accept_valid { Rows::Valid } else { Rows::All },
            run: if self.dry_run { Run::Rehearsal } else { Run::Real },
            on: record.day(context)?,
        };
        let once = |request: &ImportRequest| -> Result<(ImportOutcome, Receipts)> {
            let mut receipts = Receipts::new(context);
            let outcome = take(request, &mut receipts)?;
            receipts.bar.finish();
            Ok((outcome, receipts))
        };
        if context.may_ask() && request.run == Run::Real {
            let rehearsal = ImportRequest { run: Run::Rehearsal, ..request.clone() };
            let (outcome, _) = once(&rehearsal)?;
            if !outcome.refused {
                account::page(context, &outcome, false)?;
                if !confirm(prompt(Prompt::Write, context.lang)) {
                    return Ok(1);
                }
            }
        }
        let (outcome, receipts) = once(&request)?;
        let paths = receipts.keep(self.receipt.as_deref(), &request)?;
        account::report(context, self.receipt.is_some(), &request, &outcome, &paths)
    }
}
