//! `meeting plan`, `move`, `cancel`

use super::tell;
use crate::cli::context::{Context, day, month};
use crate::cli::directory::choice;
use crate::cli::flags::Exceptional;
use crate::desk::meeting::agenda::{Wishes, wish};
use crate::desk::meeting::plan;
use crate::error::Result;
use crate::model::command::CommandName;
use crate::model::meeting::MeetingKind;
use clap::Args;

/// 安排一个月的督办会或点评会；给会议编号时调整其议程。 | Plans the meeting of a month; given a meeting's code, adjusts its agenda.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin meeting plan 督办会 --month 2020-03 --on 2020-03-12\n  tuijin meeting plan 点评会 --month 2020-03 --on 2020-04-02\n  tuijin meeting plan DB2020-03 --drop SQ2020-0036 --reason 企业来函请求暂缓\n|\nExamples:\n  tuijin meeting plan supervision --month 2020-03 --on 2020-03-12"
)]
pub struct PlanArgs {
    /// 督办会、点评会，或会议编号 | supervision, review, or the code of a meeting
    #[arg(value_name = "会议|MEETING")]
    meeting: String,

    /// 会议的名义月份 | The nominal month of the meeting
    #[arg(long, value_name = "月份|MONTH", required_unless_present_any = ["add", "drop", "first"])]
    month: Option<String>,

    /// 会期，可以在名义月份之后 | The day it is held, which may lie after its nominal month
    #[arg(long, value_name = "日期|DATE")]
    on: Option<String>,

    #[command(flatten)]
    exceptional: Exceptional,

    /// 列入议程：项目、诉求、任务编号，或议题文字，可重复 | Put on the agenda: a code, or the text of an item; may be repeated
    #[arg(long, value_name = "议题|ITEM", help_heading = "议程 | Agenda", conflicts_with_all = ["month", "on"])]
    add: Vec<String>,

    /// 移出议程，须写明理由，可重复 | Take off the agenda, with a reason; may be repeated
    #[arg(long, value_name = "议题|ITEM", help_heading = "议程 | Agenda", conflicts_with_all = ["month", "on"], requires = "reason")]
    drop: Vec<String>,

    /// 提到最前，可重复，后写的在前 | Put first; may be repeated, the last one stands first
    #[arg(long, value_name = "议题|ITEM", help_heading = "议程 | Agenda", conflicts_with_all = ["month", "on"])]
    first: Vec<String>,

    /// 理由 | The reason
    #[arg(long, value_name = "理由|REASON")]
    reason: Option<String>,
}

pub fn plan(context: &Context, args: &PlanArgs) -> Result<u8> {
    let Some(given) = &args.month else { return adjust(context, args) };
    let kind = choice(context, MeetingKind::ALL, &args.meeting)?;
    let month = month(given)?;
    let on = args.on.as_deref().map(day).transpose()?;
    let stamp = context.stamp(
        CommandName::MeetingPlan,
        args.reason.as_deref(),
        args.exceptional.read()?,
    )?;
    let mut library = context.library_to_write()?;
    let waiting = &mut context.waiting();
    tell(context, plan::plan(&mut library, &stamp, waiting, kind, month, on)?);
    Ok(0)
}

fn adjust(context: &Context, args: &PlanArgs) -> Result<u8> {
    let wishes =
        Wishes { add: args.add.clone(), drop: args.drop.clone(), first: args.first.clone() };
    let stamp = context.stamp(CommandName::MeetingPlan, args.reason.as_deref(), None)?;
    let mut library = context.library_to_write()?;
    let waiting = &mut context.waiting();
    tell(context, wish(&mut library, &stamp, waiting, &args.meeting, &wishes)?);
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
