//! `undo`, `redo`

use super::context::Context;
use crate::desk::wind::wind;
use crate::error::Result;
use crate::model::command::CommandName;
use crate::model::log::LogLine;
use crate::model::note::Note;
use crate::store::wind::Turn;
use clap::Args;

/// 撤销最近一次操作，一条命令一步，导入也是一步。 | Takes back the last command; an import is one step.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin undo\n  tuijin undo --op 12 --reason 登记有误\n|\nExamples:\n  tuijin undo --op 12"
)]
pub struct UndoArgs {
    /// 撤销指定序号的操作 | Take back this one
    #[arg(long, value_name = "序号|N")]
    op: Option<i64>,

    /// 理由 | The reason
    #[arg(long, value_name = "理由|REASON")]
    reason: Option<String>,
}

pub fn undo(context: &Context, args: &UndoArgs) -> Result<u8> {
    let line = turn(context, CommandName::Undo, Turn::Back, args.op, args.reason.as_deref())?;
    context.tell(&Note::Undone(Box::new(line)));
    Ok(0)
}

fn turn(
    context: &Context,
    command: CommandName,
    turn: Turn,
    op: Option<i64>,
    reason: Option<&str>,
) -> Result<LogLine> {
    let stamp = context.stamp(command, reason, None)?;
    let mut library = context.library_to_write()?;
    wind(&mut library, &stamp, &mut context.waiting(), turn, op)
}

/// 恢复最近一次撤销的操作。 | Does again what was undone last.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin redo\n  tuijin redo --op 12\n|\nExamples:\n  tuijin redo --op 12"
)]
pub struct RedoArgs {
    /// 恢复指定序号的操作 | Do this one again
    #[arg(long, value_name = "序号|N")]
    op: Option<i64>,

    /// 理由 | The reason
    #[arg(long, value_name = "理由|REASON")]
    reason: Option<String>,
}

pub fn redo(context: &Context, args: &RedoArgs) -> Result<u8> {
    let line = turn(context, CommandName::Redo, Turn::Forth, args.op, args.reason.as_deref())?;
    context.tell(&Note::Redone(Box::new(line)));
    Ok(0)
}
