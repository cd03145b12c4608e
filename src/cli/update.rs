//! `update`

use super::context::Context;
use super::flags::Record;
use super::typed::{self, FieldFlags};
use crate::desk::update::{UpdateRequest, update};
use crate::error::{Kind, Result};
use crate::model::command::CommandName;
use crate::model::field::Field;
use crate::model::note::Note;
use clap::Args;

/// 更新项目；金额和阶段计入发生日所在月份。 | Changes a project; figures belong to the month of --on.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin update XM2020-0001 --stage 登记设立 --registered-fdi 9000万美元 --on 2020-03-12\n|\nExamples:\n  tuijin update XM2020-0001 --stage registered --on 2020-03-12"
)]
pub struct UpdateArgs {
    /// 项目编号或名称 | The project's code or name
    #[arg(value_name = "项目|PROJECT")]
    project: String,

    /// 新名称 | New name
    #[arg(long, value_name = "名称|NAME", help_heading = "项目 | Project")]
    name: Option<String>,

    /// 新板块 | New district
    #[arg(long, value_name = "板块|DISTRICT", help_heading = "项目 | Project")]
    district: Option<String>,

    #[command(flatten)]
    fields: FieldFlags,

    /// 更正：此前登记有误，而非情况变化 | A correction of the record, not a new development
    #[arg(long)]
    correction: bool,

    #[command(flatten)]
    record: Record,
}

pub fn run(context: &Context, args: &UpdateArgs) -> Result<u8> {
    let ((), directory, _) = context.read(None, |_| Ok(()))?;
    let mut values = args.fields.read(&directory, context.lang)?;
    for (field, text) in [(Field::Name, &args.name), (Field::District, &args.district)] {
        if let Some(text) = text {
            values.push((field, typed::read(field, text, &directory, context.lang)?));
        }
    }
    if values.is_empty() {
        return Err(Kind::NothingGiven.into());
    }
    let request =
        UpdateRequest { project: args.project.clone(), values, on: args.record.day(context)? };
    let mut stamp = context.stamp(CommandName::Update, args.record.reason.as_deref(), None)?;
    stamp.correction = args.correction;
    let updated =
        update(&mut context.library_to_write()?, &stamp, &mut context.waiting(), &request)?;
    for note in &updated.notes {
        context.tell(note);
    }
    if updated.changes.is_empty() {
        context.tell(&Note::NothingChanged);
    } else {
        let fields = updated.changes.len() as u64;
        context.tell(&Note::Updated { code: updated.code.clone(), fields });
    }
    super::show::print(context, &updated.code)
}
