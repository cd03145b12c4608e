//! `calendar`

use super::context::{Context, month, shown};
use crate::desk::calendar;
use crate::desk::due::due;
use crate::desk::import::InputFile;
use crate::desk::plan::plan;
use crate::error::Result;
use crate::model::appeal_note::AppealNote;
use crate::model::command::CommandName;
use crate::model::month::Month;
use crate::view;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// 工作日历：放假和调休，用于计算期限。 | Working days: holidays and make-up days, by which deadlines are counted.
#[derive(Debug, Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "示例：\n  tuijin calendar show --year 2020\n  tuijin calendar import 2027年放假安排.csv\n|\nExamples:\n  tuijin calendar show --year 2020\n  tuijin calendar import 2027.csv"
)]
pub struct CalendarArgs {
    #[command(subcommand)]
    action: CalendarAction,
}

#[derive(Debug, Subcommand)]
enum CalendarAction {
    /// 列出放假和调休 | List holidays and make-up days
    #[command(
        after_help = "示例：\n  tuijin calendar show --year 2020\n|\nExamples:\n  tuijin calendar show --year 2020"
    )]
    Show {
        /// 年份，缺省为全部 | The year; all unless given
        #[arg(long, value_name = "年份|YEAR")]
        year: Option<i32>,
    },
    /// 某月会议前后的工作安排：何日、何事、谁负责、依据和办理情况 | What the meetings of a month ask: by when, of whom, on what ground, and what was done
    #[command(
        after_help = "示例：\n  tuijin calendar plan --month 2020-04\n|\nExamples:\n  tuijin calendar plan --month 2020-04"
    )]
    Plan {
        /// 会议的名义月份，缺省为本月 | The nominal month of the meetings; this one unless given
        #[arg(long, value_name = "月份|MONTH")]
        month: Option<String>,
    },
    /// 今日到期和已逾期的事项：工作安排、月报、诉求答复、议定事项和批示 | What is due today or late: steps, reports, answers, tasks
    #[command(
        after_help = "示例：\n  tuijin calendar due\n  tuijin calendar due --fail-overdue --quiet\n|\nExamples:\n  tuijin calendar due --fail-overdue --quiet"
    )]
    Due {
        /// 有逾期的，退出码为 4 | Exit with 4 where something is late
        #[arg(long)]
        fail_overdue: bool,
    },
    /// 登记一年的放假安排：日期、安排、名称、来源 | Record a year's notice: date, kind, name, source
    #[command(
        after_help = "示例：\n  tuijin calendar import 2027年放假安排.csv\n|\nExamples:\n  tuijin calendar import 2027.csv"
    )]
    Import {
        /// 文件 | The file
        #[arg(value_name = "文件|FILE")]
        file: PathBuf,

        /// 文本文件的编码 | Encoding of a text file
        #[arg(long, value_name = "编码|ENCODING")]
        encoding: Option<String>,
    },
}

pub fn run(context: &Context, args: &CalendarArgs) -> Result<u8> {
    match &args.action {
        CalendarAction::Show { year } => {
            let (days, directory, scope) =
                context.read(None, |reader| calendar::show(reader, *year))?;
            context.print(&view::calendar::show(&context.frame(scope, &directory), &days))?;
        }
        CalendarAction::Plan { month: asked } => {
            let asked = asked.as_deref().map_or(Ok(Month::of(context.day())), month)?;
            let (found, directory, scope) = context.read(None, |reader| plan(reader, asked))?;
            context.print(&view::plan::plan(&context.frame(scope, &directory), &found))?;
        }
        CalendarAction::Due { fail_overdue } => {
            let (items, directory, scope) = context.read(None, due)?;
            context.print(&view::plan::due(&context.frame(scope, &directory), &items))?;
            let late = items.iter().any(|item| item.late);
            return Ok(if *fail_overdue && late { 4 } else { 0 });
        }
        CalendarAction::Import { file, encoding } => {
            let stamp = context.stamp(CommandName::CalendarImport, None, None)?;
            let input = InputFile { name: shown(file), path: file.clone() };
            let mut library = context.library_to_write()?;
            let waiting = &mut context.waiting();
            let read =
                calendar::import(&mut library, &stamp, waiting, &input, encoding.as_deref())?;
            context.tell(&AppealNote::CalendarKept { days: read.days, years: read.years }.into());
        }
    }
    Ok(0)
}
