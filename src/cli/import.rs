//! `import`

pub mod account;
pub mod inputs;
mod progress;
pub mod receipts;
mod spool;

use super::context::{Context, month};
use super::directory::choice;
use super::flags::Record;
use super::output;
use super::terminal::{ask, confirm};
use super::typed::split_pair;
use crate::desk::import::{
    ImportOutcome, ImportRequest, Match, Policy, Rows, Run, Unknown, import,
};
use crate::error::{Fault, Kind, Place, Result};
use crate::import::HiddenParts;
use crate::import::value;
use crate::labels;
use crate::labels::prompt::{Prompt, prompt};
use crate::model::command::CommandName;
use crate::model::filing::PaidInBasis;
use crate::model::note::Note;
use clap::Args;
use receipts::Receipts;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// 登记各板块报表：先核对每一行，再整体写入。 | Imports what districts send, every row accounted for.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin import examples/first-batch/*.csv --month 2020-02 --admit\n  tuijin import 昆山.csv --month 2020-03 --dry-run\n|\nExamples:\n  tuijin import examples/first-batch/*.csv --month 2020-02 --admit\n  tuijin import kunshan.csv --month 2020-03 --dry-run"
)]
pub struct ImportArgs {
    /// 文件或文件夹，- 为标准输入 | Files or folders; - for standard input
    #[arg(required = true, value_name = "文件|FILE")]
    files: Vec<PathBuf>,

    /// 报告月份，缺省取文件中的月份 | The report month; taken from the file unless given
    #[arg(long, value_name = "月份|MONTH")]
    month: Option<String>,

    /// 板块，缺省取文件中的板块 | The district; taken from the file unless given
    #[arg(long, value_name = "板块|DISTRICT")]
    district: Option<String>,

    /// 文件未写明时的入库依据 | Grounds for entry where the file names none
    #[arg(long, value_name = "依据|BASIS")]
    basis: Option<String>,

    /// 文件编码，如 gb18030、utf-8 | Encoding, as in gb18030
    #[arg(long, value_name = "编码|ENCODING")]
    encoding: Option<String>,

    /// 到账口径：month、year、total | Paid-in is of the month, year or all years
    #[arg(long, value_name = "口径|WAY")]
    paid_in: Option<String>,

    /// 名称对应的项目，可重复 | What a name means; may be repeated
    #[arg(long = "match", value_name = "名称=编号|NAME=CODE")]
    matches: Vec<String>,

    /// 隐藏的行、列、工作表：include 一并读取，skip 略过 | Hidden rows, columns and sheets: include or skip
    #[arg(long, value_name = "方式|HOW")]
    hidden: Option<String>,

    /// 符合规则的新项目直接入库 | Admit unknown projects that pass the rules
    #[arg(long)]
    admit: bool,

    /// 只登记无误的行，其余退回 | Take the good rows of a file
    #[arg(long)]
    accept_valid: bool,

    /// 逐个文件处理，有误的文件除外 | Take the sound files, name the others
    #[arg(long)]
    each: bool,

    /// 只试算，不写入 | Rehearse and write nothing
    #[arg(long)]
    dry_run: bool,

    /// 退回行写入的文件 | File for the rejected rows
    #[arg(long, value_name = "文件|FILE")]
    receipt: Option<PathBuf>,

    #[command(flatten)]
    record: Record,
}

pub fn run(context: &Context, args: &ImportArgs) -> Result<u8> {
    let spool = tempfile::tempdir().map_err(|error| Kind::OutputFailed {
        path: std::env::temp_dir().display().to_string(),
        detail: error.to_string(),
    })?;
    let mut request = request(context, args, spool.path())?;
    let mut desk = Desk { context, args };
    if context.may_ask() && request.run == Run::Real && !desk.settle(&mut request)? {
        return Ok(1);
    }
    let (outcome, receipts) = desk.once(&request)?;
    let kept = receipts.keep(args.receipt.as_deref(), &request);
    let written = request.run == Run::Real && !outcome.refused;
    match kept {
        // What was imported is on record, whatever becomes of the receipt.
        Err(Fault::Refused(refusal)) if written => {
            let none = BTreeMap::new();
            account::report(context, false, &request, &outcome, &none)?;
            output::say(&labels::refusal(&refusal, context.lang));
            context.tell(&Note::ReceiptLost);
            Ok(3)
        }
        kept => {
            let asked = args.receipt.is_some();
            account::report(context, asked, &request, &outcome, &kept?)
        }
    }
}

fn request(context: &Context, args: &ImportArgs, spool: &Path) -> Result<ImportRequest> {
    let files = inputs::files(context, &args.files, spool)?;
    let basis = match args.basis.as_deref() {
        None => Vec::new(),
        Some(given) => value::basis(given).ok_or_else(|| Kind::BadBasis.at(Place::value(given)))?,
    };
    let mut matches = Vec::new();
    for pair in &args.matches {
        let (name, what) = split_pair(pair)?;
        matches.push((name.to_owned(), meaning(what)));
    }
    let way = |given: &String| choice(context, PaidInBasis::ALL, given);
    Ok(ImportRequest {
        files,
        month: args.month.as_deref().map(month).transpose()?,
        district: args.district.clone(),
        basis,
        encoding: args.encoding.clone(),
        unit: context.unit_given,
        paid_in: args.paid_in.as_ref().map(way).transpose()?,
        hidden: args.hidden.as_deref().map(hidden).transpose()?,
        matches,
        unknown: if args.admit { Unknown::Admit } else { Unknown::Screen },
        policy: if args.each { Policy::EachFile } else { Policy::Whole },
        rows: if args.accept_valid { Rows::Valid } else { Rows::All },
        run: if args.dry_run { Run::Rehearsal } else { Run::Real },
        on: args.record.day(context)?,
    })
}

fn meaning(what: &str) -> Match {
    if what.trim().eq_ignore_ascii_case("new") {
        Match::New
    } else {
        Match::Known(what.trim().to_uppercase())
    }
}

struct Desk<'a> {
    context: &'a Context,
    args: &'a ImportArgs,
}

impl Desk<'_> {
    fn once(&self, request: &ImportRequest) -> Result<(ImportOutcome, Receipts)> {
        let mut receipts = Receipts::new(self.context);
        let stamp =
            self.context.stamp(CommandName::Import, self.args.record.reason.as_deref(), None)?;
        let mut library = self.context.library_to_write()?;
        let waiting = &mut self.context.waiting();
        let outcome = import(&mut library, &stamp, waiting, request, &mut receipts)?;
        receipts.bar.finish();
        Ok((outcome, receipts))
    }

    /// Rehearses, asks what only a person knows, shows what would be written, and asks whether to
    /// write it. No question is asked inside a transaction.
    fn settle(&mut self, request: &mut ImportRequest) -> Result<bool> {
        loop {
            let rehearsal = ImportRequest { run: Run::Rehearsal, ..request.clone() };
            let (outcome, _) = self.once(&rehearsal)?;
            if self.answer(request, &outcome)? {
                continue;
            }
            if outcome.refused {
                return Ok(true);
            }
            account::page(self.context, &outcome, false)?;
            return Ok(confirm(prompt(Prompt::Write, self.context.lang)));
        }
    }

    /// Asks about near matches and 到账; `true` when something was answered.
    fn answer(&self, request: &mut ImportRequest, outcome: &ImportOutcome) -> Result<bool> {
        let lang = self.context.lang;
        let mut answered = false;
        for file in &outcome.files {
            let unclear = file.refused.as_ref().map(|refusal| &refusal.kind);
            if unclear == Some(&Kind::PaidInUnknown) && request.paid_in.is_none() {
                let given = ask(prompt(Prompt::PaidInWay, lang)).unwrap_or_default();
                if let Ok(way) = choice(self.context, PaidInBasis::ALL, &given) {
                    request.paid_in = Some(way);
                    answered = true;
                }
            }
            for problem in &file.problems {
                let Kind::NearMatch { candidates } = &problem.kind else { continue };
                let name = problem.place.value.clone().unwrap_or_default();
                output::say(&labels::note(
                    &Note::Question { name: name.clone(), row: problem.place.row.unwrap_or(0) },
                    lang,
                ));
                for (code, name) in candidates {
                    output::say(&format!("  {code} {name}"));
                }
                let given = ask(prompt(Prompt::WhichProject, lang)).unwrap_or_default();
                if !given.is_empty() {
                    request.matches.push((name, meaning(&given)));
                    answered = true;
                }
            }
        }
        Ok(answered)
    }
}

/// # Errors
/// Neither `include` nor `skip`.
pub fn hidden(given: &str) -> Result<HiddenParts> {
    match given {
        "include" => Ok(HiddenParts::Include),
        "skip" => Ok(HiddenParts::Skip),
        other => {
            let choices = vec!["include".to_owned(), "skip".to_owned()];
            Err(Kind::UnknownChoice { value: other.to_owned(), choices }.into())
        }
    }
}
