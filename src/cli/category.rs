//! `category`

use super::context::Context;
use crate::desk::category::{CategoryEdit, set};
use crate::error::Result;
use crate::model::command::CommandName;
use crate::model::note::Note;
use crate::model::term::Term;
use crate::view;
use clap::{Args, Subcommand};

/// 诉求类别，及各类由哪些部门办理。 | Categories of appeals, and the departments that handle them.
#[derive(Debug, Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "示例：\n  tuijin category list\n  tuijin category set 土地指标 --department 资规 --department 新城投资\n|\nExamples:\n  tuijin category list\n  tuijin category set land --department resources"
)]
pub struct CategoryArgs {
    #[command(subcommand)]
    action: CategoryAction,
}

#[derive(Debug, Subcommand)]
enum CategoryAction {
    /// 列出类别 | List the categories
    #[command(after_help = "示例：\n  tuijin category list\n|\nExamples:\n  tuijin category list")]
    List,
    /// 新增或修改类别 | Add or change a category
    #[command(
        after_help = "示例：\n  tuijin category set 土地指标 --department 资规\n  tuijin category set 用工 --english Labour --department 科技\n|\nExamples:\n  tuijin category set land --department resources"
    )]
    Set {
        /// 类别 | The category
        #[arg(value_name = "类别|CATEGORY")]
        category: String,

        /// 名称 | Name in Chinese
        #[arg(long, value_name = "名称|NAME")]
        name: Option<String>,

        /// 英文名称 | Name in English
        #[arg(long, value_name = "名称|NAME")]
        english: Option<String>,

        /// 别名，可重复 | Another name; may be repeated
        #[arg(long, value_name = "别名|ALIAS")]
        alias: Vec<String>,

        /// 办理部门，可重复，取代原有的 | Department in charge; may be repeated, replaces those before
        #[arg(long, value_name = "部门|DEPARTMENT")]
        department: Vec<String>,
    },
}

pub fn run(context: &Context, args: &CategoryArgs) -> Result<u8> {
    match &args.action {
        CategoryAction::List => {
            let ((), directory, scope) = context.read(None, |_| Ok(()))?;
            context.print(&view::directory::categories(&context.frame(scope, &directory)))?;
        }
        CategoryAction::Set { category, name, english, alias, department } => {
            let edit = CategoryEdit {
                name: name.clone(),
                english: english.clone(),
                aliases: alias.clone(),
                departments: department.clone(),
            };
            let stamp = context.stamp(CommandName::CategorySet, None, None)?;
            let mut library = context.library_to_write()?;
            let done = set(&mut library, &stamp, &mut context.waiting(), category, &edit)?;
            context.tell(&Note::Recorded { what: Term::Category, name: done.name });
        }
    }
    Ok(0)
}
