//! `reports`

use super::context::{Context, month};
use super::flags::Record;
use crate::desk;
use crate::error::Result;
use crate::model::command::CommandName;
use crate::model::note::Note;
use crate::view;
use clap::{Args, Subcommand};

/// 月报报送情况：谁已报、谁逾期、第几版。 | Who has reported, who is late, which revision.
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "示例：\n  tuijin reports --month 2020-02\n  tuijin reports remind --month 2020-02\n  tuijin reports nil 姑苏 --month 2020-02\n|\nExamples:\n  tuijin reports --month 2020-02\n  tuijin reports nil gusu --month 2020-02"
)]
pub struct ReportsArgs {
    /// 报告月份，缺省为上月 | The report month; last month unless given
    #[arg(long, value_name = "月份|MONTH")]
    month: Option<String>,

    #[command(subcommand)]
    action: Option<ReportsAction>,
}

#[derive(Debug, Subcommand)]
enum ReportsAction {
    /// 生成催报文字 | Write the reminders
    #[command(
        after_help = "示例：\n  tuijin reports remind --month 2020-02\n|\nExamples:\n  tuijin reports remind --month 2020-02"
    )]
    Remind {
        /// 报告月份，缺省为上月 | The report month; last month unless given
        #[arg(long, value_name = "月份|MONTH")]
        month: Option<String>,
    },
    /// 登记零报告 | Record a nil report
    #[command(
        after_help = "示例：\n  tuijin reports nil 姑苏 --month 2020-02\n|\nExamples:\n  tuijin reports nil gusu --month 2020-02"
    )]
    Nil {
        /// 板块 | District
        #[arg(value_name = "板块|DISTRICT")]
        district: String,

        /// 报告月份 | The report month
        #[arg(long, value_name = "月份|MONTH")]
        month: String,

        #[command(flatten)]
        record: Record,
    },
}

pub fn run(context: &Context, args: &ReportsArgs) -> Result<u8> {
    let last = context.scope(None).reporting;
    match &args.action {
        None => {
            let asked = args.month.as_deref().map_or(Ok(last), month)?;
            let (reports, directory, scope) = context
                .read(None, |reader| desk::reports::reports(reader, asked, context.day()))?;
            context.print(&view::reports::reports(&context.frame(scope, &directory), &reports))?;
        }
        Some(ReportsAction::Remind { month: given }) => {
            let asked = given.as_deref().map_or(Ok(last), month)?;
            let (reports, directory, scope) = context
                .read(None, |reader| desk::reports::reports(reader, asked, context.day()))?;
            context
                .print(&view::reports::reminders(&context.frame(scope, &directory), &reports))?;
        }
        Some(ReportsAction::Nil { district, month: given, record }) => {
            let asked = month(given)?;
            let stamp = context.stamp(CommandName::ReportsNil, record.reason.as_deref(), None)?;
            let on = record.day(context)?;
            let mut library = context.library_to_write()?;
            let (district, _) = desk::reports::nil(
                &mut library,
                &stamp,
                &mut context.waiting(),
                district,
                asked,
                on,
            )?;
            let district = context.lang.pick((district.name, district.english));
            context.tell(&Note::NilRecorded { district, month: asked });
        }
    }
    Ok(0)
}
