//! `meeting decide`

use crate::cli::appeal::lists::ListFlags;
use crate::cli::context::{Context, day};
use crate::cli::flags::Record;
use crate::cli::output;
use crate::cli::task::record::OrderFlags;
use crate::cli::task::tell;
use crate::desk::meeting::{self, agenda::agenda};
use crate::desk::task::order::{Order, log};
use crate::desk::task::{sheet, tasks};
use crate::error::{Kind, MeetingRefusal, Result};
use crate::format::{self, Format};
use crate::model::command::CommandName;
use crate::view;
use clap::Args;
use std::path::{Path, PathBuf};

/// 登记会议的议定事项：逐项写明，或先用 `--sheet` 写出按议程预填的表，填好后用 `--from` 登记。 | Records what a meeting decided: one by one, or from a sheet that `--sheet` writes beforehand by the agenda.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin meeting decide DB2020-03 --text 会同园区落实用电方案 --district 园区 --department 电力 --due 2020-03-31\n  tuijin meeting decide DB2020-03 --sheet 议定事项.xlsx\n  tuijin meeting decide DB2020-03 --from 议定事项.xlsx\n|\nExamples:\n  tuijin meeting decide DB2020-03 --text \"secure power\" --department power --due 2020-03-31\n  tuijin meeting decide DB2020-03 --sheet decisions.xlsx\n  tuijin meeting decide DB2020-03 --from decisions.xlsx"
)]
pub struct DecideArgs {
    /// 会议编号 | Code of the meeting
    #[arg(value_name = "编号|CODE")]
    code: String,

    /// 写出按议程预填的议定事项表，.xlsx 或 .csv | Write the sheet to fill in, .xlsx or .csv
    #[arg(long, value_name = "文件|FILE", conflicts_with_all = ["from", "text"])]
    sheet: Option<PathBuf>,

    #[command(flatten)]
    order: OrderFlags,

    #[command(flatten)]
    lists: ListFlags,

    #[command(flatten)]
    record: Record,
}

pub fn decide(context: &Context, args: &DecideArgs) -> Result<u8> {
    if let Some(path) = &args.sheet {
        return write(context, &args.code, path);
    }
    let reason = args.record.reason.as_deref();
    if args.lists.given() {
        if args.order.text.is_some() {
            let (first, second) = ("--from".to_owned(), "--text".to_owned());
            return Err(Kind::OneAtATime { first, second }.into());
        }
        return args.lists.run(context, &args.record, None, &|request, receipts| {
            let stamp = context.stamp(CommandName::MeetingDecide, reason, None)?;
            let mut library = context.library_to_write()?;
            let waiting = &mut context.waiting();
            sheet::decide(&mut library, &stamp, waiting, request, receipts, &args.code)
        });
    }
    let order = Order {
        meeting: Some(args.code.clone()),
        on: args.record.on.as_deref().map(day).transpose()?,
        ..args.order.read()?
    };
    let stamp = context.stamp(CommandName::MeetingDecide, reason, None)?;
    let mut library = context.library_to_write()?;
    tell(context, log(&mut library, &stamp, &mut context.waiting(), &order)?);
    Ok(0)
}

/// Writes the sheet to fill in.
fn write(context: &Context, code: &str, path: &Path) -> Result<u8> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let ending = ending.to_ascii_lowercase();
    if !matches!(ending.as_str(), "xlsx" | "csv") {
        return Err(Kind::SheetEnding { value: ending }.into());
    }
    let ((found, decided), directory, scope) = context.read(None, |reader| {
        let meeting = meeting::open(reader, code)?;
        let mut decided = tasks(reader)?;
        decided.retain(|line| line.task.meeting == Some(meeting.id));
        Ok((agenda(reader, meeting)?, decided))
    })?;
    if path.exists() {
        // What a person filled in stands nowhere else.
        let (code, path) = (found.meeting.code, path.display().to_string());
        return Err(MeetingRefusal::SheetExists { code, path }.into());
    }
    let page = view::decision::sheet(&context.frame(scope, &directory), &found, &decided);
    let bytes = match ending.as_str() {
        "xlsx" => format::sheet::render(&page, context.lang)?,
        _ => format::render(&page, Format::Csv, context.lang, None)?,
    };
    context.tell(&output::to_file(path, &bytes)?);
    Ok(0)
}
