//! `rename`

use super::context::Context;
use super::flags::When;
use crate::desk::update::{UpdateRequest, update};
use crate::error::Result;
use crate::model::command::CommandName;
use crate::model::dossier::Fact;
use crate::model::field::Field;
use crate::model::name::clean;
use crate::model::note::Note;
use crate::model::value::Value;
use clap::Args;

/// 更名：原名称留作曾用名，仍可据以查找。 | Renames a project; it is still found by its old name.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin rename XM2020-0001 澄屿光电项目 --reason 企业核准名称变更\n|\nExamples:\n  tuijin rename XM2020-0001 Chengyu --reason registered"
)]
pub struct RenameArgs {
    /// 项目编号或名称 | The project's code or name
    #[arg(value_name = "项目|PROJECT")]
    project: String,

    /// 新名称 | New name
    #[arg(value_name = "新名称|NAME")]
    name: String,

    /// 理由 | The reason
    #[arg(long, value_name = "理由|REASON")]
    reason: String,

    #[command(flatten)]
    when: When,
}

pub fn run(context: &Context, args: &RenameArgs) -> Result<u8> {
    let request = UpdateRequest {
        project: args.project.clone(),
        values: vec![(Field::Name, Value::Text(clean(&args.name)))],
        on: args.when.day(context)?,
    };
    let stamp = context.stamp(CommandName::Rename, Some(&args.reason), None)?;
    let mut library = context.library_to_write()?;
    let done = update(&mut library, &stamp, &mut context.waiting(), &request)?;
    let change = done.changes.into_iter().find(|change| change.field == Field::Name);
    let text = |fact: Option<Fact>| match fact {
        Some(Fact::Text(text)) => text,
        _ => String::new(),
    };
    match change {
        None => context.tell(&Note::NothingChanged),
        Some(change) => context.tell(&Note::Renamed {
            code: done.code,
            before: text(change.before),
            after: text(change.after),
        }),
    }
    Ok(0)
}
