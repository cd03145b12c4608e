//! `meeting ready`

use crate::cli::context::Context;
use crate::desk::meeting::open;
use crate::desk::meeting::ready::{Narrow, narrowed};
use crate::error::Result;
use crate::view;
use clap::Args;

/// 会前准备：每个项目的五项要求、依据、所缺内容和由谁提供。 | How ready every project is: five marks, what they rest on, what is missing and from whom.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin meeting ready DB2020-03\n  tuijin meeting ready DB2020-03 --district 昆山 --all\n  tuijin meeting ready DB2020-03 --project XM2020-0001\n|\nExamples:\n  tuijin meeting ready DB2020-03\n  tuijin meeting ready DB2020-03 --project XM2020-0001"
)]
pub struct ReadyArgs {
    /// 会议编号 | The meeting's code
    #[arg(value_name = "编号|CODE")]
    code: String,

    /// 只看一个板块 | One district only
    #[arg(long, value_name = "板块|DISTRICT")]
    district: Option<String>,

    /// 只看一个项目，列出全部依据 | One project only, with all that its marks rest on
    #[arg(long, value_name = "项目|PROJECT", conflicts_with = "district")]
    project: Option<String>,

    /// 列出全部项目和依据，缺省只列没有准备好的 | Every project and mark; only those not ready unless given
    #[arg(long)]
    all: bool,
}

pub fn ready(context: &Context, args: &ReadyArgs) -> Result<u8> {
    let narrow =
        Narrow { district: args.district.clone(), project: args.project.clone(), all: args.all };
    let (readiness, directory, scope) = context.read(None, |reader| {
        narrowed(reader, &open(reader, &args.code)?, reader.scope().today, &narrow)
    })?;
    context.print(&view::meeting::ready::page(&context.frame(scope, &directory), &readiness))?;
    Ok(0)
}
