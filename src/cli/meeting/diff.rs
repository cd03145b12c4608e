//! `meeting diff`

use crate::cli::context::Context;
use crate::desk::meeting::diff::diff;
use crate::error::Result;
use crate::view;
use clap::Args;

/// 会前版固定之后，或两次会议之间的变化：更正、补报补录和撤销，与正常进展分开列出。 | What changed since a meeting was frozen, or between two: corrections told apart from progress.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin meeting diff DB2020-03\n  tuijin meeting diff DB2020-03 DB2020-04\n|\nExamples:\n  tuijin meeting diff DB2020-03\n  tuijin meeting diff DB2020-03 DB2020-04"
)]
pub struct DiffArgs {
    /// 会议编号 | Code of the meeting
    #[arg(value_name = "编号|CODE")]
    code: String,

    /// 较晚的会议，缺省与现在比较 | A later meeting; now unless given
    #[arg(value_name = "编号|CODE")]
    other: Option<String>,
}

pub fn run(context: &Context, args: &DiffArgs) -> Result<u8> {
    let (difference, directory, scope) =
        context.read(None, |reader| diff(reader, &args.code, args.other.as_deref()))?;
    context.print(&view::meeting::diff::page(&context.frame(scope, &directory), &difference))?;
    Ok(0)
}
