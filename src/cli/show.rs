//! `show`

use super::context::Context;
use super::flags::MonthFlag;
use crate::desk::show;
use crate::error::Result;
use crate::model::month::Month;
use crate::view;
use clap::Args;

/// 查看一个项目的全部登记内容。 | Shows everything on record about one project.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin show XM2020-0001\n  tuijin show 澄屿\n|\nExamples:\n  tuijin show XM2020-0001"
)]
pub struct ShowArgs {
    /// 项目编号、名称或名称的一部分 | Code, name, or part of a name
    #[arg(value_name = "项目|PROJECT")]
    project: String,

    #[command(flatten)]
    month: MonthFlag,
}

pub fn run(context: &Context, args: &ShowArgs) -> Result<u8> {
    page(context, &args.project, args.month.read()?)
}

/// Shows a project after a command that changed it.
pub fn print(context: &Context, code: &str) -> Result<u8> {
    page(context, code, None)
}

fn page(context: &Context, project: &str, month: Option<Month>) -> Result<u8> {
    let (portfolio, directory, scope) =
        context.read(month, |reader| show::show(reader, project))?;
    context.print(&view::show::show(&context.frame(scope, &directory), &portfolio))?;
    Ok(0)
}
