//! `meeting show`

use crate::cli::context::Context;
use crate::desk::meeting::agenda::agenda;
use crate::desk::meeting::open;
use crate::error::Result;
use crate::view;
use clap::Args;

/// 查看会议的议程。 | Shows the agenda of a meeting.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin meeting show DB2020-03\n|\nExamples:\n  tuijin meeting show DB2020-03"
)]
pub struct ShowArgs {
    /// 会议编号 | Code of the meeting
    #[arg(value_name = "编号|CODE")]
    code: String,
}

pub fn show(context: &Context, args: &ShowArgs) -> Result<u8> {
    let (agenda, directory, scope) =
        context.read(None, |reader| agenda(reader, open(reader, &args.code)?))?;
    context.print(&view::meeting::agenda::page(&context.frame(scope, &directory), &agenda))?;
    Ok(0)
}
