//! `task`

mod list;
pub mod record;

use super::context::Context;
use crate::error::Result;
use crate::model::task_note::TaskNote;
use clap::{Args, Subcommand};

/// 议定事项和批示：登记、进展、完成、任务单。 | Decisions and written instructions: logged, followed, done.
#[derive(Debug, Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "示例：\n  tuijin task log --source 批示 --text 加快落实项目用地 --department 资规 --due 2020-03-31\n  tuijin task list --department 资规\n|\nExamples:\n  tuijin task log --source instruction --text \"find land\" --department resources --due 2020-03-31\n  tuijin task list --department resources"
)]
pub struct TaskArgs {
    #[command(subcommand)]
    action: TaskAction,
}

#[derive(Debug, Subcommand)]
enum TaskAction {
    /// 登记批示或议定事项 | Log an instruction or a decision
    Log(record::LogArgs),
    /// 登记进展 | Record progress
    Progress(record::ProgressArgs),
    /// 登记完成 | Record what is done
    Done(record::DoneArgs),
    /// 列出事项，或各责任单位的任务单 | List them, or each unit's sheet
    List(list::ListArgs),
}

pub fn run(context: &Context, args: &TaskArgs) -> Result<u8> {
    match &args.action {
        TaskAction::Log(args) => record::log(context, args),
        TaskAction::Progress(args) => record::progress(context, args),
        TaskAction::Done(args) => record::done(context, args),
        TaskAction::List(args) => list::list(context, args),
    }
}

/// Says what was done.
pub fn tell(context: &Context, notes: Vec<TaskNote>) {
    for note in notes {
        context.tell(&note.into());
    }
}
