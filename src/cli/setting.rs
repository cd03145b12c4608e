//! `setting`

use super::context::Context;
use super::flags::choose;
use super::office;
use crate::desk::setting::set;
use crate::error::{Kind, Result};
use crate::labels;
use crate::model::command::CommandName;
use crate::model::note::Note;
use crate::model::setting::SettingName;
use crate::model::term::Term;
use crate::view;
use clap::{Args, Subcommand};

/// 设置：公文的发文机关、署名、联系人、联系电话和字体。 | Settings: the office, signature and contact on its papers, and their fonts.
#[derive(Debug, Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "示例：\n  tuijin setting list\n  tuijin setting set 联系人 张三\n|\nExamples:\n  tuijin setting list\n  tuijin setting set phone 0512-00000000"
)]
pub struct SettingArgs {
    #[command(subcommand)]
    action: SettingAction,
}

#[derive(Debug, Subcommand)]
enum SettingAction {
    /// 列出各项设置 | List the settings
    #[command(after_help = "示例：\n  tuijin setting list\n|\nExamples:\n  tuijin setting list")]
    List,
    /// 登记一项设置 | Keep a setting
    #[command(
        after_help = "示例：\n  tuijin setting set 联系电话 0512-00000000\n  tuijin setting set 正文字体 仿宋_GB2312、仿宋\n  tuijin setting set 正文字体 --default\n|\nExamples:\n  tuijin setting set phone 0512-00000000\n  tuijin setting set font.body --default"
    )]
    Set {
        /// 设置的名称 | The setting
        #[arg(value_name = "名称|NAME")]
        name: String,

        /// 内容；字体可写几个，用顿号分开，没有前一个时用后一个 | Its value; several fonts may be named, separated by commas, each for where the one before is missing
        #[arg(value_name = "内容|VALUE", required_unless_present = "default")]
        value: Option<String>,

        /// 恢复缺省 | As shipped again
        #[arg(long, conflicts_with = "value")]
        default: bool,
    },
}

pub fn run(context: &Context, args: &SettingArgs) -> Result<u8> {
    match &args.action {
        SettingAction::List => {
            let ((), directory, scope) = context.read(None, |_| Ok(()))?;
            let shipped = office::shipped(&directory.settings, &directory.city);
            context.print(&view::setting::list(&context.frame(scope, &directory), &shipped))?;
        }
        SettingAction::Set { name, value, default: _ } => {
            let words =
                || SettingName::ALL.iter().map(|it| labels::word(*it, context.lang)).collect();
            let named = choose(SettingName::ALL, name);
            let named = named
                .ok_or_else(|| Kind::UnknownChoice { value: name.clone(), choices: words() })?;
            let stamp = context.stamp(CommandName::SettingSet, None, None)?;
            let mut library = context.library_to_write()?;
            let waiting = &mut context.waiting();
            set(&mut library, &stamp, waiting, named, value.as_deref())?;
            let name = labels::word(named, context.lang);
            context.tell(&Note::Recorded { what: Term::Setting, name });
        }
    }
    Ok(0)
}
