//! `list`

use super::context::Context;
use super::flags::{FilterFlags, MonthFlag};
use super::typed::field;
use crate::desk::directory::directory;
use crate::desk::list::{COLUMNS, Direction, ListRequest, list};
use crate::error::Result;
use crate::model::field::{Field, FieldType};
use crate::view;
use clap::Args;

/// 列出项目。 | Lists projects.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin list --district 昆山 --stage 登记设立 --sort 投资总额 --desc\n  tuijin list --columns all --output 全库.csv\n|\nExamples:\n  tuijin list --district kunshan --sort total --desc\n  tuijin list --columns all --output all.csv"
)]
pub struct ListArgs {
    #[command(flatten)]
    filter: FilterFlags,

    #[command(flatten)]
    month: MonthFlag,

    /// 排序字段 | Field to sort by
    #[arg(long, value_name = "字段|FIELD")]
    sort: Option<String>,

    /// 从大到小 | From large to small
    #[arg(long)]
    desc: bool,

    /// 列，逗号分隔；all 为全部 | Columns, joined by commas; all for every one
    #[arg(long, value_name = "列|COLUMNS")]
    columns: Option<String>,
}

pub fn run(context: &Context, args: &ListArgs) -> Result<u8> {
    let columns = args.columns.as_deref().map_or(Ok(COLUMNS.to_vec()), columns)?;
    let direction = if args.desc { Direction::Descending } else { Direction::Ascending };
    let sort = args.sort.as_deref().map(field).transpose()?.map(|field| (field, direction));
    let (listing, directory, scope) = context.read(args.month.read()?, |reader| {
        let filter = args.filter.read(context, &directory(reader)?)?;
        list(reader, &ListRequest { filter, columns, sort })
    })?;
    context.print(&view::list::list(&context.frame(scope, &directory), &listing))?;
    Ok(0)
}

fn columns(given: &str) -> Result<Vec<Field>> {
    if given == "all" {
        let carried =
            |field: &Field| !matches!(field.kind(), FieldType::Nothing | FieldType::Month);
        return Ok(Field::all().filter(carried).collect());
    }
    given.split([',', '\u{ff0c}', '\u{3001}']).map(field).collect()
}
