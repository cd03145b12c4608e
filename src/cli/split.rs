//! `split`

use super::context::Context;
use super::flags::{Exceptional, When};
use super::typed::{self, FieldFlags};
use crate::desk::split::{SplitRequest, split};
use crate::error::Result;
use crate::model::command::CommandName;
use crate::model::field::Field;
use crate::model::note::Note;
use clap::Args;

/// 拆分：从项目中分出一部分单独成项，所填金额从原项目中减去。 | Splits a part off a project; its amounts are taken off the whole.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin split XM2020-0001 --name 澄屿光学二期项目 --total 4000万美元 --reason 分期实施\n|\nExamples:\n  tuijin split XM2020-0001 --name Chengyu-2 --total 4000 --reason phases"
)]
pub struct SplitArgs {
    /// 原项目编号或名称 | The whole project's code or name
    #[arg(value_name = "项目|PROJECT")]
    project: String,

    /// 分出项目的名称 | Name of the part
    #[arg(long, value_name = "名称|NAME", help_heading = "项目 | Project")]
    name: String,

    #[command(flatten)]
    fields: FieldFlags,

    /// 理由 | The reason
    #[arg(long, value_name = "理由|REASON")]
    reason: String,

    #[command(flatten)]
    when: When,

    #[command(flatten)]
    exceptional: Exceptional,
}

pub fn run(context: &Context, args: &SplitArgs) -> Result<u8> {
    let ((), directory, _) = context.read(None, |_| Ok(()))?;
    let mut values = args.fields.read(&directory, context.lang)?;
    values.push((Field::Name, typed::read(Field::Name, &args.name, &directory, context.lang)?));
    let request =
        SplitRequest { project: args.project.clone(), values, on: args.when.day(context)? };
    let stamp = context.stamp(CommandName::Split, Some(&args.reason), args.exceptional.read()?)?;
    let mut library = context.library_to_write()?;
    let done = split(&mut library, &stamp, &mut context.waiting(), &request)?;
    let (code, name, from) = (done.code.clone(), done.name, done.from);
    context.tell(&Note::SplitOff { code, name, from });
    if let Some(overridden) = done.overridden {
        let approver = overridden.approver;
        context.tell(&Note::EnteredByOverride { code: done.code, approver });
    }
    Ok(0)
}
