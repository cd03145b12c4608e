//! `board`

use super::context::Context;
use super::flags::MonthFlag;
use crate::desk::board::board;
use crate::error::{Kind, Result};
use crate::format::{self, Format};
use crate::view;
use clap::Args;

/// 领导看板：一个自含的网页，内部掌握的项目和联系人不列入。 | The leaders' page, one HTML file without confidential projects and contacts.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin board --output 看板.html\n  tuijin board --month 2020-02 --redact --output 看板.html\n|\nExamples:\n  tuijin board --output board.html\n  tuijin board --as-of 2020-03-12 --format json"
)]
pub struct BoardArgs {
    #[command(flatten)]
    month: MonthFlag,
}

pub fn run(context: &Context, args: &BoardArgs) -> Result<u8> {
    // What is read on a terminal is `summary`.
    if context.output.is_none() && context.format == Format::Table {
        return Err(Kind::BoardNeedsFile.into());
    }
    let (found, directory, scope) = context.read(args.month.read()?, board)?;
    let page = view::board::board(&context.frame(scope, &directory), &found, context.investors());
    if context.format == Format::Html {
        context.put(format::board::render(&page).as_bytes())?;
    } else {
        context.print(&page.page)?;
    }
    Ok(0)
}
