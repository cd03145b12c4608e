//! `appeal`

mod answer;
mod end;
pub mod lists;
mod log;
mod look;
mod question;

use super::context::Context;
use crate::error::Result;
use clap::{Args, Subcommand};

/// 诉求：登记、交办、答复、催办、成效、办结。 | Appeals: logged, sent, answered, chased, closed.
#[derive(Debug, Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "示例：\n  tuijin appeal log --from 诉求清单.csv --round 2020-03\n  tuijin appeal list --state 待补充\n|\nExamples:\n  tuijin appeal log --from appeals.csv --round 2020-03\n  tuijin appeal list --state incomplete"
)]
pub struct AppealArgs {
    #[command(subcommand)]
    action: AppealAction,
}

#[derive(Debug, Subcommand)]
enum AppealAction {
    /// 登记或补充诉求 | Log an appeal, or complete one
    Log(log::LogArgs),
    /// 采用诉求线索 | Take a clue as an appeal
    Take(log::TakeArgs),
    /// 退回板块补充 | Send appeals back to their districts
    SendBack(log::SendBackArgs),
    /// 登记部门答复 | Record what departments answered
    Reply(answer::ReplyArgs),
    /// 登记成效 | Set outcomes
    Outcome(answer::OutcomeArgs),
    /// 登记延期 | Record an extension
    Extend(answer::ExtendArgs),
    /// 登记退单 | Record that a department returned an appeal
    Return(answer::ReturnArgs),
    /// 提交点评会 | Escalate to the review meeting
    Escalate(end::EscalateArgs),
    /// 办结 | Close appeals
    Close(end::CloseArgs),
    /// 重开 | Reopen appeals
    Reopen(end::ReopenArgs),
    /// 撤回 | Withdraw appeals
    Withdraw(end::WithdrawArgs),
    /// 登记回访 | Record what the firm said after a call
    Satisfaction(end::SatisfactionArgs),
    /// 催办 | Remind departments
    Remind(look::RemindArgs),
    /// 列出诉求 | List appeals
    List(look::ListArgs),
    /// 查看一件诉求 | Show one appeal
    Show(look::ShowArgs),
}

pub fn run(context: &Context, args: &AppealArgs) -> Result<u8> {
    match &args.action {
        AppealAction::Log(args) => log::log(context, args),
        AppealAction::Take(args) => log::take(context, args),
        AppealAction::SendBack(args) => log::send_back(context, args),
        AppealAction::Reply(args) => answer::reply(context, args),
        AppealAction::Outcome(args) => answer::outcome(context, args),
        AppealAction::Extend(args) => answer::extend(context, args),
        AppealAction::Return(args) => answer::give_back(context, args),
        AppealAction::Escalate(args) => end::escalate(context, args),
        AppealAction::Close(args) => end::close(context, args),
        AppealAction::Reopen(args) => end::reopen(context, args),
        AppealAction::Withdraw(args) => end::withdraw(context, args),
        AppealAction::Satisfaction(args) => end::satisfaction(context, args),
        AppealAction::Remind(args) => look::remind(context, args),
        AppealAction::List(args) => look::list(context, args),
        AppealAction::Show(args) => look::show(context, args),
    }
}
