//! `log`, `history`

use super::context::{Context, day};
use crate::desk;
use crate::error::Result;
use crate::model::log::LogFilter;
use crate::view;
use clap::Args;

/// 操作记录：每条命令一行。 | The log: one line per command.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin log\n  tuijin log --from 2020-03-01 --project XM2020-0001\n|\nExamples:\n  tuijin log --from 2020-03-01 --project XM2020-0001"
)]
pub struct LogArgs {
    /// 登记日不早于 | Recorded from
    #[arg(long, value_name = "日期|DATE", help_heading = "筛选 | Filters")]
    from: Option<String>,

    /// 登记日不晚于 | Recorded up to
    #[arg(long, value_name = "日期|DATE", help_heading = "筛选 | Filters")]
    to: Option<String>,

    /// 操作人 | Operator
    #[arg(long, value_name = "姓名|NAME", help_heading = "筛选 | Filters")]
    operator: Option<String>,

    /// 项目编号或名称 | A project's code or name
    #[arg(long, value_name = "项目|PROJECT", help_heading = "筛选 | Filters")]
    project: Option<String>,

    /// 只看最近几条，缺省 50 | Only the last ones; 50 unless given
    #[arg(long, value_name = "条数|N", conflicts_with = "all")]
    last: Option<u64>,

    /// 全部 | All of them
    #[arg(long)]
    all: bool,
}

/// Lines shown unless asked otherwise.
const SHOWN: u64 = 50;

pub fn log(context: &Context, args: &LogArgs) -> Result<u8> {
    let filter = LogFilter {
        from: args.from.as_deref().map(day).transpose()?,
        to: args.to.as_deref().map(day).transpose()?,
        operator: args.operator.clone(),
        project: None,
        limit: if args.all { None } else { Some(args.last.unwrap_or(SHOWN)) },
    };
    let (log, directory, scope) =
        context.read(None, |reader| desk::log::log(reader, filter, args.project.as_deref()))?;
    context.print(&view::memory::log(&context.frame(scope, &directory), &log))?;
    Ok(0)
}

/// 变更记录：逐项列出从何改为何、何时、何人、何故、来源文件和行。 | A project's history, field by field.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin history XM2020-0001\n|\nExamples:\n  tuijin history XM2020-0001"
)]
pub struct HistoryArgs {
    /// 项目编号或名称 | The project's code or name
    #[arg(value_name = "项目|PROJECT")]
    project: String,
}

pub fn history(context: &Context, args: &HistoryArgs) -> Result<u8> {
    let (history, directory, scope) =
        context.read(None, |reader| desk::history::history(reader, &args.project))?;
    context.print(&view::memory::history(&context.frame(scope, &directory), &history))?;
    Ok(0)
}
