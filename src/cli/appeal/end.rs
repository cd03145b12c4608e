//! `appeal escalate`, `close`, `reopen`, `withdraw`, `satisfaction`

use super::log::tell;
use crate::cli::context::Context;
use crate::cli::directory::choice;
use crate::cli::flags::{Record, When};
use crate::desk::appeal::close::{Call, close as end, rate, reopen as again, withdraw as back};
use crate::desk::appeal::outcome::conclude;
use crate::error::Result;
use crate::model::appeal::{AppealOutcome, Satisfaction};
use crate::model::command::CommandName;
use clap::Args;

/// 提交点评会：督办会解决不了的。 | Escalates appeals to the review meeting.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin appeal escalate SQ2020-0001 --reason 需市委主要领导协调\n|\nExamples:\n  tuijin appeal escalate SQ2020-0001 --reason \"beyond the departments\""
)]
pub struct EscalateArgs {
    /// 诉求编号，可多个 | Codes of appeals
    #[arg(value_name = "编号|CODE", required = true)]
    codes: Vec<String>,

    /// 理由 | The reason
    #[arg(long, value_name = "理由|REASON")]
    reason: String,

    #[command(flatten)]
    when: When,
}

pub fn escalate(context: &Context, args: &EscalateArgs) -> Result<u8> {
    let on = args.when.day(context)?;
    let stamp = context.stamp(CommandName::AppealEscalate, Some(&args.reason), None)?;
    let mut library = context.library_to_write()?;
    let (waiting, outcome) = (&mut context.waiting(), AppealOutcome::Escalated);
    tell(context, conclude(&mut library, &stamp, waiting, &args.codes, outcome, on)?);
    Ok(0)
}

/// 办结：须已登记成效，且主办部门已答复。 | Closes appeals that have an outcome and the lead's reply.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin appeal close SQ2020-0001 SQ2020-0002\n|\nExamples:\n  tuijin appeal close SQ2020-0001 SQ2020-0002"
)]
pub struct CloseArgs {
    /// 诉求编号，可多个 | Codes of appeals
    #[arg(value_name = "编号|CODE", required = true)]
    codes: Vec<String>,

    #[command(flatten)]
    record: Record,
}

pub fn close(context: &Context, args: &CloseArgs) -> Result<u8> {
    let on = args.record.day(context)?;
    let reason = args.record.reason.as_deref();
    let stamp = context.stamp(CommandName::AppealClose, reason, None)?;
    let mut library = context.library_to_write()?;
    tell(context, end(&mut library, &stamp, &mut context.waiting(), &args.codes, on)?);
    Ok(0)
}

/// 重开已办结、撤回或终止的诉求；成效改为办理中。 | Reopens what was closed, withdrawn or terminated; its outcome is pending again.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin appeal reopen SQ2020-0001 --reason 企业反映未落实\n|\nExamples:\n  tuijin appeal reopen SQ2020-0001 --reason \"not carried out\""
)]
pub struct ReopenArgs {
    /// 诉求编号，可多个 | Codes of appeals
    #[arg(value_name = "编号|CODE", required = true)]
    codes: Vec<String>,

    /// 理由 | The reason
    #[arg(long, value_name = "理由|REASON")]
    reason: String,

    #[command(flatten)]
    when: When,
}

pub fn reopen(context: &Context, args: &ReopenArgs) -> Result<u8> {
    let on = args.when.day(context)?;
    let stamp = context.stamp(CommandName::AppealReopen, Some(&args.reason), None)?;
    let mut library = context.library_to_write()?;
    tell(context, again(&mut library, &stamp, &mut context.waiting(), &args.codes, on)?);
    Ok(0)
}

/// 撤回板块不再提出的诉求，不再计入诉求数；给线索编号时，该线索不作诉求。 | Withdraws appeals that districts take back, and drops clues that are to be no appeals.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin appeal withdraw SQ2020-0001 --reason 企业已自行解决\n  tuijin appeal withdraw XS2020-0003 --reason 板块自行协调\n|\nExamples:\n  tuijin appeal withdraw SQ2020-0001 --reason \"settled by the firm\""
)]
pub struct WithdrawArgs {
    /// 诉求或线索编号，可多个 | Codes of appeals or clues
    #[arg(value_name = "编号|CODE", required = true)]
    codes: Vec<String>,

    /// 理由 | The reason
    #[arg(long, value_name = "理由|REASON")]
    reason: String,

    #[command(flatten)]
    when: When,
}

pub fn withdraw(context: &Context, args: &WithdrawArgs) -> Result<u8> {
    let on = args.when.day(context)?;
    let stamp = context.stamp(CommandName::AppealWithdraw, Some(&args.reason), None)?;
    let mut library = context.library_to_write()?;
    tell(context, back(&mut library, &stamp, &mut context.waiting(), &args.codes, on)?);
    Ok(0)
}

/// 登记办结后的回访结果。 | Records what the firm says after a call.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin appeal satisfaction SQ2020-0001 --rating 满意 --person 示例人\n|\nExamples:\n  tuijin appeal satisfaction SQ2020-0001 --rating satisfied"
)]
pub struct SatisfactionArgs {
    /// 诉求编号，可多个 | Codes of appeals
    #[arg(value_name = "编号|CODE", required = true)]
    codes: Vec<String>,

    /// 满意、基本满意、不满意 | satisfied, mostly, unsatisfied
    #[arg(long, value_name = "评价|RATING")]
    rating: String,

    /// 受访人 | Whom the bureau spoke to
    #[arg(long, value_name = "姓名|NAME")]
    person: Option<String>,

    #[command(flatten)]
    record: Record,
}

pub fn satisfaction(context: &Context, args: &SatisfactionArgs) -> Result<u8> {
    let satisfaction = choice(context, Satisfaction::ALL, &args.rating)?;
    let call = Call { satisfaction, person: args.person.clone() };
    let on = args.record.day(context)?;
    let reason = args.record.reason.as_deref();
    let stamp = context.stamp(CommandName::AppealSatisfaction, reason, None)?;
    let mut library = context.library_to_write()?;
    let waiting = &mut context.waiting();
    tell(context, rate(&mut library, &stamp, waiting, &args.codes, &call, on)?);
    Ok(0)
}
