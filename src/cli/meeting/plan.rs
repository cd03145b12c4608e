//! `meeting plan`, `move`, `cancel`

use super::tell;
use crate::cli::context::{Context, day, month};
use crate::cli::directory::choice;
use crate::cli::flags::Exceptional;
use crate::desk::meeting::plan;
use crate::error::Result;
use crate::model::command::CommandName;
use crate::model::meeting::MeetingKind;
use clap::Args;

/// 安排一个月的督办会或点评会；点评会逢单月，双月召开须例外批准。 | Plans the meeting of a month; a review meeting of an even month needs an override.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin meeting plan 督办会 --month 2020-03 --on 2020-03-12\n  tuijin meeting plan 点评会 --month 2020-03 --on 2020-04-02\n|\nExamples:\n  tuijin meeting plan supervision --month 2020-03 --on 2020-03-12"
)]
pub struct PlanArgs {
    /// 督办会或点评会 | supervision or review
    #[arg(value_name = "会议|MEETING")]
    meeting: String,

    /// 会议的名义月份 | The nominal month of the meeting
    #[arg(long, value_name = "月份|MONTH")]
    month: String,

    /// 会期，可以在名义月份之后 | The day it is held, which may lie after its nominal month
    #[arg(long, value_name = "日期|DATE")]
    on: Option<String>,

    #[command(flatten)]
    exceptional: Exceptional,
}

pub fn plan(context: &Context, args: &PlanArgs) -> Result<u8> {
    let kind = choice(context, MeetingKind::ALL, &args.meeting)?;
    let month = month(&args.month)?;
    let on = args.on.as_deref().map(day).transpose()?;
    let stamp = context.stamp(CommandName::MeetingPlan, None, args.exceptional.read()?)?;
    let mut library = context.library_to_write()?;
    let waiting = &mut context.waiting();
    tell(context, plan::plan(&mut library, &stamp, waiting, kind, month, on)?);
    Ok(0)
}

/// 会议改期，或定下待定的会期；此前固定的会前版保留。 | Moves a meeting, or sets the day of one that had none.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin meeting move DB2020-03 --on 2020-03-13 --reason 领导日程调整\n|\nExamples:\n  tuijin meeting move DB2020-03 --on 2020-03-13 --reason \"the chair's diary\""
)]
pub struct MoveArgs {
    /// 会议编号 | Code of the meeting
    #[arg(value_name = "编号|CODE")]
    code: String,

    /// 新的会期 | The new day
    #[arg(long, value_name = "日期|DATE")]
    on: String,

    /// 理由 | The reason
    #[arg(long, value_name = "理由|REASON")]
    reason: String,
}

pub fn reschedule(context: &Context, args: &MoveArgs) -> Result<u8> {
    let on = day(&args.on)?;
    let stamp = context.stamp(CommandName::MeetingMove, Some(&args.reason), None)?;
    let mut library = context.library_to_write()?;
    let waiting = &mut context.waiting();
    tell(context, plan::reschedule(&mut library, &stamp, waiting, &args.code, on)?);
    Ok(0)
}

/// 取消会议；编号保留，可以重新安排。 | Cancels a meeting; its code stays and it may be planned again.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin meeting cancel DB2020-03 --reason 与点评会合并\n|\nExamples:\n  tuijin meeting cancel DB2020-03 --reason \"held with the review meeting\""
)]
pub struct CancelArgs {
    /// 会议编号 | Code of the meeting
    #[arg(value_name = "编号|CODE")]
    code: String,

    /// 理由 | The reason
    #[arg(long, value_name = "理由|REASON")]
    reason: String,
}

pub fn cancel(context: &Context, args: &CancelArgs) -> Result<u8> {
    let stamp = context.stamp(CommandName::MeetingCancel, Some(&args.reason), None)?;
    let mut library = context.library_to_write()?;
    let waiting = &mut context.waiting();
    tell(context, plan::cancel(&mut library, &stamp, waiting, &args.code)?);
    Ok(0)
}
