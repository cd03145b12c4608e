//! `summary`

use super::context::Context;
use super::flags::{FilterFlags, MonthFlag};
use crate::desk::directory::directory;
use crate::desk::list::{COLUMNS, ListRequest, list};
use crate::desk::summary::{counted, districts, overview_of, people};
use crate::error::Result;
use crate::model::note::Note;
use crate::report::breakdown::{by_origin, by_stage, by_text};
use crate::view;
use clap::{Args, ValueEnum};

/// 汇总表：占比均印 n/N，可用 --list 查看对应项目。 | The status tables; every share prints n/N.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin summary --month 2020-02\n  tuijin summary district\n  tuijin summary stage --stage 登记设立 --district 昆山 --list\n|\nExamples:\n  tuijin summary --month 2020-02\n  tuijin summary stage --stage registered --district kunshan --list"
)]
pub struct SummaryArgs {
    /// 哪张表，缺省为会议所需全部 | Which table; all that a meeting needs unless given
    #[arg(value_name = "表|TABLE", value_enum, hide_possible_values = true)]
    table: Option<SummaryTable>,

    #[command(flatten)]
    filter: FilterFlags,

    #[command(flatten)]
    month: MonthFlag,

    /// 列出数字背后的项目 | List the projects behind a figure
    #[arg(long)]
    list: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum SummaryTable {
    Overview,
    District,
    Stage,
    Origin,
    Industry,
    Leader,
}

pub fn run(context: &Context, args: &SummaryArgs) -> Result<u8> {
    let month = args.month.read()?;
    if args.list {
        let (listing, directory, scope) = context.read(month, |reader| {
            let filter = args.filter.read(context, &directory(reader)?)?;
            list(reader, &ListRequest { filter, columns: COLUMNS.to_vec(), sort: None })
        })?;
        context.print(&view::list::list(&context.frame(scope, &directory), &listing))?;
        return Ok(0);
    }
    let ((briefs, overview, table), directory, scope) = context.read(month, |reader| {
        let filter = args.filter.read(context, &directory(reader)?)?;
        let briefs = counted(reader, &filter)?;
        let overview = overview_of(reader, &briefs)?;
        let table = districts(reader, &filter, &briefs)?;
        Ok((briefs, overview, table))
    })?;
    let frame = context.frame(scope, &directory);
    let mut page = match args.table {
        Some(SummaryTable::Overview) => view::summary::overview(&frame, &overview),
        Some(SummaryTable::District) => view::summary::district(&frame, &table),
        Some(SummaryTable::Stage) => view::summary::stage(&frame, &by_stage(&briefs)),
        Some(SummaryTable::Origin) => view::summary::origin(&frame, &by_origin(&briefs)),
        Some(SummaryTable::Industry) => {
            let industries = by_text(&briefs, |brief| brief.industry.as_deref());
            view::summary::industry(&frame, &industries)
        }
        Some(SummaryTable::Leader) => view::summary::people(&frame, &people(&briefs)),
        None => view::summary::meeting(&frame, &overview, &table),
    };
    let typed = args.filter.typed();
    if !typed.is_empty() {
        page.heading.push(Note::Filtered(typed));
    }
    context.print(&page)?;
    Ok(0)
}
