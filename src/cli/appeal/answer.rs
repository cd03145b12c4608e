//! `appeal reply`, `extend`, `return`, `outcome`: what comes back from departments and meetings.

use super::lists::ListFlags;
use super::log::tell;
use crate::cli::context::{Context, day};
use crate::cli::flags::{Record, choose};
use crate::desk::appeal::outcome::conclude;
use crate::desk::appeal::reply::{Answer, Response, answer as record_answer};
use crate::desk::appeal::sheet;
use crate::error::{AppealRefusal, Kind, Result};
use crate::import::value;
use crate::model::appeal::AppealOutcome;
use crate::model::command::CommandName;
use crate::model::dispatch::ReplyKind;
use clap::Args;

/// 登记部门答复：逐件登记，或读取填好的答复表。 | Records what departments answered, one by one or from their forms.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin appeal reply SQ2020-0001 --department 电力 --opinion 已列入年度电网改造计划 --person 示例人\n  tuijin appeal reply --from 答复表\n|\nExamples:\n  tuijin appeal reply SQ2020-0001 --department power --opinion \"in this year's plan\"\n  tuijin appeal reply --from replies"
)]
pub struct ReplyArgs {
    /// 诉求编号 | Code of the appeal
    #[arg(value_name = "编号|CODE", required_unless_present = "from")]
    appeal: Option<String>,

    /// 部门；只函告一个部门的可不写 | The department; where only one has it, it need not be said
    #[arg(long, value_name = "部门|DEPARTMENT")]
    department: Option<String>,

    /// 办理意见 | The opinion
    #[arg(long, value_name = "意见|OPINION")]
    opinion: Option<String>,

    /// 承办人 | Handled by
    #[arg(long, value_name = "姓名|NAME")]
    person: Option<String>,

    /// 阶段性答复 | An interim reply
    #[arg(long)]
    interim: bool,

    #[command(flatten)]
    lists: ListFlags,

    #[command(flatten)]
    record: Record,
}

pub fn reply(context: &Context, args: &ReplyArgs) -> Result<u8> {
    let Some(appeal) = args.appeal.clone().filter(|_| !args.lists.given()) else {
        let (reason, department) = (args.record.reason.as_deref(), args.department.as_deref());
        return args.lists.run(context, &args.record, None, &|request, receipts| {
            let stamp = context.stamp(CommandName::AppealReply, reason, None)?;
            let mut library = context.library_to_write()?;
            let waiting = &mut context.waiting();
            sheet::reply(&mut library, &stamp, waiting, request, receipts, department)
        });
    };
    let kind = if args.interim { ReplyKind::Interim } else { ReplyKind::Final };
    let answer = Answer {
        appeal,
        department: args.department.clone(),
        response: Response::Reply(kind),
        person: args.person.clone(),
        note: args.opinion.clone().or_else(|| args.record.reason.clone()),
        on: args.record.day(context)?,
    };
    send(context, CommandName::AppealReply, args.record.reason.as_deref(), &answer)
}

fn send(
    context: &Context,
    command: CommandName,
    reason: Option<&str>,
    answer: &Answer,
) -> Result<u8> {
    let stamp = context.stamp(command, reason, None)?;
    let mut library = context.library_to_write()?;
    tell(context, record_answer(&mut library, &stamp, &mut context.waiting(), answer)?);
    Ok(0)
}

/// 登记部门申请的延期；逾期申请的照样登记并注明。 | Records an extension a department asked for; a late request is recorded with a finding.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin appeal extend SQ2020-0001 --department 电力 --until 2020-03-25 --reason 需报省厅\n|\nExamples:\n  tuijin appeal extend SQ2020-0001 --department power --until 2020-03-25 --reason \"to the province\""
)]
pub struct ExtendArgs {
    /// 诉求编号 | Code of the appeal
    #[arg(value_name = "编号|CODE")]
    appeal: String,

    /// 部门；只函告一个部门的可不写 | The department; where only one has it, it need not be said
    #[arg(long, value_name = "部门|DEPARTMENT")]
    department: Option<String>,

    /// 延期至 | Until
    #[arg(long, value_name = "日期|DATE")]
    until: String,

    #[command(flatten)]
    record: Record,
}

pub fn extend(context: &Context, args: &ExtendArgs) -> Result<u8> {
    let answer = Answer {
        appeal: args.appeal.clone(),
        department: args.department.clone(),
        response: Response::Extension(day(&args.until)?),
        person: None,
        note: args.record.reason.clone(),
        on: args.record.day(context)?,
    };
    send(context, CommandName::AppealExtend, args.record.reason.as_deref(), &answer)
}

/// 登记部门退单：退回商务局，或建议转其他部门；超时的照样登记并注明。 | Records that a department returned an appeal, to the bureau or for another; a late one is recorded with a finding.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin appeal return SQ2020-0001 --department 电力 --to 发改 --reason 不属本单位职责\n|\nExamples:\n  tuijin appeal return SQ2020-0001 --department power --to development --reason \"not ours\""
)]
pub struct ReturnArgs {
    /// 诉求编号 | Code of the appeal
    #[arg(value_name = "编号|CODE")]
    appeal: String,

    /// 部门；只函告一个部门的可不写 | The department; where only one has it, it need not be said
    #[arg(long, value_name = "部门|DEPARTMENT")]
    department: Option<String>,

    /// 建议转办的部门，不写为退回商务局 | The department it is passed on to; the bureau unless given
    #[arg(long, value_name = "部门|DEPARTMENT")]
    to: Option<String>,

    #[command(flatten)]
    record: Record,
}

pub fn give_back(context: &Context, args: &ReturnArgs) -> Result<u8> {
    let to = args.to.clone().filter(|to| !value::is_bureau(to));
    let answer = Answer {
        appeal: args.appeal.clone(),
        department: args.department.clone(),
        response: Response::Return(to),
        person: None,
        note: args.record.reason.clone(),
        on: args.record.day(context)?,
    };
    send(context, CommandName::AppealReturn, args.record.reason.as_deref(), &answer)
}

/// 登记成效，可随时登记；成效不等于办结。 | Sets outcomes, at any time; an outcome is not a closure.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin appeal outcome SQ2020-0001 --outcome 已解决\n  tuijin appeal outcome --from 办理结果.csv --on 2020-03-12\n|\nExamples:\n  tuijin appeal outcome SQ2020-0001 --outcome solved\n  tuijin appeal outcome --from outcomes.csv --on 2020-03-12"
)]
pub struct OutcomeArgs {
    /// 诉求编号，可多个 | Codes of appeals
    #[arg(value_name = "编号|CODE", required_unless_present = "from")]
    codes: Vec<String>,

    /// 成效：已解决、明确途径、方案或政策意见、对上争取、不予支持、办理中 | Outcome: solved, path, plan, higher, refused, pending
    #[arg(long, value_name = "成效|OUTCOME", required_unless_present = "from")]
    outcome: Option<String>,

    #[command(flatten)]
    lists: ListFlags,

    #[command(flatten)]
    record: Record,
}

pub fn outcome(context: &Context, args: &OutcomeArgs) -> Result<u8> {
    let reason = args.record.reason.as_deref();
    let Some(given) = args.outcome.as_deref().filter(|_| !args.lists.given()) else {
        return args.lists.run(context, &args.record, None, &|request, receipts| {
            let stamp = context.stamp(CommandName::AppealOutcome, reason, None)?;
            let mut library = context.library_to_write()?;
            sheet::conclude(&mut library, &stamp, &mut context.waiting(), request, receipts)
        });
    };
    let known = value::outcome(given).or_else(|| choose(AppealOutcome::ALL, given));
    let outcome = known.ok_or_else(|| Kind::from(AppealRefusal::BadOutcome))?;
    if outcome == AppealOutcome::Refused && reason.is_none() {
        return Err(AppealRefusal::ReasonForRefusal.into());
    }
    let on = args.record.day(context)?;
    let stamp = context.stamp(CommandName::AppealOutcome, reason, None)?;
    let mut library = context.library_to_write()?;
    let waiting = &mut context.waiting();
    tell(context, conclude(&mut library, &stamp, waiting, &args.codes, outcome, on)?);
    Ok(0)
}
