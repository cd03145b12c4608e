//! `readmit`

use super::context::Context;
use super::flags::{Exceptional, Record};
use crate::desk::readmit::{ReadmitRequest, readmit};
use crate::error::{Kind, Place, Result};
use crate::import::value;
use crate::model::command::CommandName;
use crate::model::note::Note;
use clap::Args;

/// 再入库：已出库的项目按入库规则重新入库，沿用原编号。 | A project that left enters again under its code.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin readmit XM2020-0001 --basis 提请市级推动 --reason 重新启动\n|\nExamples:\n  tuijin readmit XM2020-0001 --basis put_forward --reason restarted"
)]
pub struct ReadmitArgs {
    /// 项目编号或名称 | The project's code or name
    #[arg(value_name = "项目|PROJECT")]
    project: String,

    /// 入库依据，缺省沿用原依据 | Grounds for entry; the former ones unless given
    #[arg(long, value_name = "依据|BASIS")]
    basis: Option<String>,

    #[command(flatten)]
    record: Record,

    #[command(flatten)]
    exceptional: Exceptional,
}

pub fn run(context: &Context, args: &ReadmitArgs) -> Result<u8> {
    let basis = match &args.basis {
        None => Vec::new(),
        Some(text) => value::basis(text).ok_or_else(|| Kind::BadBasis.at(Place::value(text)))?,
    };
    let request =
        ReadmitRequest { project: args.project.clone(), basis, on: args.record.day(context)? };
    let reason = args.record.reason.as_deref();
    let stamp = context.stamp(CommandName::Readmit, reason, args.exceptional.read()?)?;
    let mut library = context.library_to_write()?;
    let done = readmit(&mut library, &stamp, &mut context.waiting(), &request)?;
    context.tell(&Note::Readmitted { code: done.code.clone(), name: done.name });
    if let Some(overridden) = done.overridden {
        let approver = overridden.approver;
        context.tell(&Note::EnteredByOverride { code: done.code, approver });
    }
    Ok(0)
}
