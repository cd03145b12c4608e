//! `check`, `backup`, `restore`

use super::context::Context;
use crate::desk::{check, safety};
use crate::error::Result;
use crate::model::command::CommandName;
use crate::model::note::Note;
use crate::view;
use clap::Args;
use std::path::PathBuf;

/// 检查项目库：文件是否完好、数字是否对得上、规则是否遵守；有问题时退出码为 1。 | Checks the library; exit code 1 when anything is wrong.
#[derive(Debug, Args)]
#[command(after_help = "示例：\n  tuijin check\n|\nExamples:\n  tuijin check")]
pub struct CheckArgs {}

pub fn check(context: &Context) -> Result<u8> {
    let (found, directory, scope) = context.read(None, check::check)?;
    context.print(&view::memory::check(&context.frame(scope, &directory), &found))?;
    Ok(u8::from(!found.troubles.is_empty()))
}

/// 备份项目库，备份后逐项核验。 | Writes a verified copy of the library.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin backup\n  tuijin backup 项目库备份.db\n|\nExamples:\n  tuijin backup\n  tuijin backup copy-of-library.db"
)]
pub struct BackupArgs {
    /// 备份文件，缺省放在项目库旁的备份文件夹 | The copy; beside the library unless given
    #[arg(value_name = "文件|FILE")]
    file: Option<PathBuf>,
}

pub fn backup(context: &Context, args: &BackupArgs) -> Result<u8> {
    context.must_look_at_now()?;
    let library = context.library()?;
    let path = safety::back_up(&library, context.today, args.file.as_deref())?;
    context.tell(&Note::BackedUp { path: path.display().to_string() });
    Ok(0)
}

/// 用备份恢复项目库；现有内容先行备份，备份不完好则不恢复。 | Restores a copy; what it replaces is kept, an unsound copy is refused.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin restore 项目库.db\n|\nExamples:\n  tuijin restore library.db"
)]
pub struct RestoreArgs {
    /// 备份文件 | The copy
    #[arg(value_name = "文件|FILE")]
    file: PathBuf,
}

pub fn restore(context: &Context, args: &RestoreArgs) -> Result<u8> {
    let stamp = context.stamp(CommandName::Upgrade, None, None)?;
    let kept = safety::restore(&context.db, &args.file, &stamp, &mut context.waiting())?;
    let kept = kept.map(|path| path.display().to_string());
    context.tell(&Note::Restored { path: args.file.display().to_string(), kept });
    Ok(0)
}
