//! `rules`

use super::context::Context;
use crate::desk;
use crate::error::Result;
use crate::view;
use clap::{Args, Subcommand};

/// 规则标准：数值、生效日、依据条款。 | The standards: value, effective date, clause.
#[derive(Debug, Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "示例：\n  tuijin rules show\n|\nExamples:\n  tuijin rules show"
)]
pub struct RulesArgs {
    #[command(subcommand)]
    action: RulesAction,
}

#[derive(Debug, Subcommand)]
enum RulesAction {
    /// 查看各项标准 | Show the standards
    #[command(after_help = "示例：\n  tuijin rules show\n|\nExamples:\n  tuijin rules show")]
    Show,
}

pub fn run(context: &Context, args: &RulesArgs) -> Result<u8> {
    match args.action {
        RulesAction::Show => {
            let (versions, directory, scope) = context.read(None, desk::rules::show)?;
            context.print(&view::rules::rules(&context.frame(scope, &directory), &versions))?;
        }
    }
    Ok(0)
}
