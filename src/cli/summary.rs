//! `summary`

mod changes;

use super::appeal_flags::AppealFlags;
use super::context::Context;
use super::flags::{FilterFlags, MonthFlag};
use crate::desk::directory::{Directory, directory};
use crate::desk::docket::{DocketFilter, docket};
use crate::desk::list::{COLUMNS, ListRequest, list};
use crate::desk::summary::{counted, districts, overview_of, people};
use crate::error::{Fault, Kind, Result};
use crate::model::brief::Filter;
use crate::model::month::Month;
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
    appeals: AppealFlags,

    #[command(flatten)]
    month: MonthFlag,

    /// 变化情况：从哪一天的登记起，或从上次会议、某次会议的会前版起 | Changes: since what was on record on this day, since the last meeting, or since a meeting by its code
    #[arg(long, value_name = "日期或会议|DATE|MEETING", help_heading = "变化 | Changes")]
    since: Option<String>,

    /// 变化情况：从哪个报告月份起，缺省为上一个月 | Changes: from this report month; the one before unless given
    #[arg(
        long,
        value_name = "月份|MONTH",
        help_heading = "变化 | Changes",
        conflicts_with = "since"
    )]
    from: Option<String>,

    /// 列出数字背后的项目、诉求或交办 | List the projects, appeals or dispatches behind a figure
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
    Appeals,
    Department,
    Category,
    Changes,
}

impl SummaryTable {
    /// Whether it counts appeals rather than projects.
    fn is_of_appeals(self) -> bool {
        matches!(self, SummaryTable::Appeals | SummaryTable::Department | SummaryTable::Category)
    }
}

pub fn run(context: &Context, args: &SummaryArgs) -> Result<u8> {
    let month = args.month.read()?;
    if args.table == Some(SummaryTable::Changes) {
        must_not_mix(args)?;
        return changes::run(context, args, month);
    }
    for (given, flag) in [(&args.since, "--since"), (&args.from, "--from")] {
        if given.is_some() {
            return Err(one_at_a_time(flag, "summary"));
        }
    }
    if let Some(table) = args.table.filter(|table| table.is_of_appeals()) {
        return of_appeals(context, args, table, month);
    }
    if let Some(flag) = args.appeals.first() {
        let table = args.table.and_then(|table| table.to_possible_value());
        let table = table.map_or("summary".to_owned(), |table| table.get_name().to_owned());
        return Err(one_at_a_time(flag, &table));
    }
    if args.list {
        let (listing, directory, scope) = context.read(month, |reader| {
            let filter = args.filter.read(context, &directory(reader)?)?;
            list(reader, &ListRequest { filter, columns: COLUMNS.to_vec(), sort: None })
        })?;
        context.print(&view::list::list(&context.frame(scope, &directory), &listing))?;
        return Ok(0);
    }
    let ((briefs, overview, table, appeals), directory, scope) = context.read(month, |reader| {
        let directory = directory(reader)?;
        let filter = args.filter.read(context, &directory)?;
        let appeals = match args.table {
            None => Some(docket(reader, &docket_filter(context, args, &directory)?)?),
            Some(_) => None,
        };
        let briefs = counted(reader, &filter)?;
        let overview = overview_of(reader, &briefs)?;
        let table = districts(reader, &filter, &briefs)?;
        Ok((briefs, overview, table, appeals))
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
        // Changes and appeals have returned above; a meeting needs all that follows from one state.
        None | Some(_) => view::summary::meeting(&frame, &overview, &table),
    };
    if let Some(appeals) = appeals.filter(|appeals| !appeals.is_empty()) {
        view::docket::append(&frame, &appeals, &mut page);
    }
    let typed = args.filter.typed();
    if !typed.is_empty() {
        page.heading.push(Note::Filtered(typed));
    }
    context.print(&page)?;
    Ok(0)
}

/// The tables of appeals, and what is behind them.
fn of_appeals(
    context: &Context,
    args: &SummaryArgs,
    table: SummaryTable,
    month: Option<Month>,
) -> Result<u8> {
    let (docket, directory, scope) = context.read(month, |reader| {
        docket(reader, &docket_filter(context, args, &directory(reader)?)?)
    })?;
    let frame = context.frame(scope, &directory);
    let mut page = match (table, args.list) {
        (SummaryTable::Department, false) => view::docket::department(&frame, &docket),
        (SummaryTable::Department, true) => view::docket::dispatches(&frame, &docket),
        (_, true) => view::docket::list(&frame, &docket),
        (SummaryTable::Category, false) => view::docket::category(&frame, &docket),
        (_, false) => view::docket::appeals(&frame, &docket),
    };
    let mut typed = args.filter.typed();
    typed.extend(args.appeals.typed(context));
    if !typed.is_empty() {
        page.heading.push(Note::Filtered(typed));
    }
    context.print(&page)?;
    Ok(0)
}

/// The appeals meant by the filters of projects and of appeals together.
fn docket_filter(context: &Context, args: &SummaryArgs, known: &Directory) -> Result<DocketFilter> {
    let projects = args.filter.read(context, known)?;
    let mut appeals = args.appeals.read(context, known)?;
    appeals.districts.clone_from(&projects.districts);
    let narrow = projects != Filter { districts: projects.districts.clone(), ..Filter::default() };
    Ok(DocketFilter { appeals, projects: narrow.then_some(projects) })
}

/// Options that exclude each other in `summary changes`.
fn must_not_mix(args: &SummaryArgs) -> Result<()> {
    if args.list {
        return Err(one_at_a_time("--list", "changes"));
    }
    if args.since.is_some() && args.month.month.is_some() {
        return Err(one_at_a_time("--since", "--month"));
    }
    Ok(())
}

fn one_at_a_time(first: &str, second: &str) -> Fault {
    Kind::OneAtATime { first: first.to_owned(), second: second.to_owned() }.into()
}
