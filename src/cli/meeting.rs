//! `meeting`

mod decide;
mod diff;
pub mod freeze;
mod plan;
mod ready;
mod show;

use super::context::Context;
use crate::desk::meeting::list::list;
use crate::error::Result;
use crate::model::meeting_note::MeetingNote;
use crate::view;
use clap::{Args, Subcommand};

/// 督办会和点评会：安排、会前准备、固定、议定、办结、比较。 | Meetings: planned, prepared, frozen, decided, closed, compared.
#[derive(Debug, Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "示例：\n  tuijin meeting plan 督办会 --month 2020-03 --on 2020-03-12\n  tuijin meeting freeze DB2020-03\n|\nExamples:\n  tuijin meeting plan supervision --month 2020-03 --on 2020-03-12\n  tuijin meeting freeze DB2020-03"
)]
pub struct MeetingArgs {
    #[command(subcommand)]
    action: MeetingAction,
}

#[derive(Debug, Subcommand)]
enum MeetingAction {
    /// 安排会议，或调整议程 | Plan a meeting, or adjust its agenda
    Plan(plan::PlanArgs),
    /// 固定会前版 | Freeze what is on the table
    Freeze(freeze::FreezeArgs),
    /// 会议办结，固定会后版 | Close a meeting and keep what came of it
    Close(freeze::CloseArgs),
    /// 登记议定事项 | Record what was decided
    Decide(decide::DecideArgs),
    /// 会议改期 | Move a meeting to another day
    Move(plan::MoveArgs),
    /// 取消会议 | Cancel a meeting
    Cancel(plan::CancelArgs),
    /// 查看议程和固定的版本 | Show the agenda, or a frozen edition
    Show(show::ShowArgs),
    /// 会前准备情况 | How ready the projects are
    Ready(ready::ReadyArgs),
    /// 会后变化 | What changed since
    Diff(diff::DiffArgs),
    /// 列出会议 | List meetings
    #[command(
        after_help = "示例：\n  tuijin meeting list\n|\nExamples:\n  tuijin meeting list --format json"
    )]
    List,
}

pub fn run(context: &Context, args: &MeetingArgs) -> Result<u8> {
    match &args.action {
        MeetingAction::Plan(args) => plan::plan(context, args),
        MeetingAction::Freeze(args) => freeze::freeze(context, args),
        MeetingAction::Close(args) => freeze::close(context, args),
        MeetingAction::Decide(args) => decide::decide(context, args),
        MeetingAction::Move(args) => plan::reschedule(context, args),
        MeetingAction::Cancel(args) => plan::cancel(context, args),
        MeetingAction::Show(args) => show::show(context, args),
        MeetingAction::Ready(args) => ready::ready(context, args),
        MeetingAction::Diff(args) => diff::run(context, args),
        MeetingAction::List => {
            let (lines, directory, scope) = context.read(None, list)?;
            context.print(&view::meeting::list::list(&context.frame(scope, &directory), &lines))?;
            Ok(0)
        }
    }
}

fn tell(context: &Context, notes: Vec<MeetingNote>) {
    for note in notes {
        context.tell(&note.into());
    }
}
