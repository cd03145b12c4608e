//! `appeal list`, `show`, `remind`

use super::log::tell;
use crate::cli::appeal_flags::AppealFlags;
use crate::cli::context::Context;
use crate::cli::flags::{MonthFlag, When};
use crate::desk::appeal::remind::{chases, remind as record};
use crate::desk::docket::{DocketFilter, docket};
use crate::desk::{appeal, clue, lookup};
use crate::error::Result;
use crate::model::appeal_note::AppealNote;
use crate::model::clue::ClueState;
use crate::model::command::CommandName;
use crate::view;
use clap::Args;

/// 列出诉求；`--clues` 列出月报中的诉求线索。 | Lists appeals; `--clues` those that reports hint at.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin appeal list --round 2020-03 --state 待补充\n  tuijin appeal list --department 资规 --text 用地\n  tuijin appeal list --clues\n|\nExamples:\n  tuijin appeal list --round 2020-03 --state incomplete\n  tuijin appeal list --clues"
)]
pub struct ListArgs {
    /// 板块，可重复 | District; may be repeated
    #[arg(long, value_name = "板块|DISTRICT", help_heading = "诉求筛选 | Filters of appeals")]
    district: Vec<String>,

    /// 项目编号或名称 | The project's code or name
    #[arg(long, value_name = "项目|PROJECT", help_heading = "诉求筛选 | Filters of appeals")]
    project: Option<String>,

    /// 文字：五项内容或编号 | Text in the five fields, or part of the code
    #[arg(long, value_name = "文字|TEXT", help_heading = "诉求筛选 | Filters of appeals")]
    text: Option<String>,

    #[command(flatten)]
    appeals: AppealFlags,

    #[command(flatten)]
    month: MonthFlag,

    /// 列出待处理的诉求线索 | List the clues that wait
    #[arg(long)]
    clues: bool,
}

pub fn list(context: &Context, args: &ListArgs) -> Result<u8> {
    if args.clues {
        let waiting = Some(ClueState::Waiting);
        let (clues, directory, scope) = context.read(None, |reader| clue::list(reader, waiting))?;
        context.print(&view::appeal::clues(&context.frame(scope, &directory), &clues))?;
        return Ok(0);
    }
    let ((), directory, _) = context.read(None, |_| Ok(()))?;
    let mut filter = args.appeals.read(context, &directory)?;
    for given in &args.district {
        filter.districts.push(lookup::district(&directory.districts, given)?.id);
    }
    filter.text.clone_from(&args.text);
    let (found, directory, scope) = context.read(args.month.read()?, |reader| {
        let project = args.project.as_ref().map(|given| lookup::project(reader, given));
        filter.project = project.transpose()?.map(|project| project.id);
        docket(reader, &DocketFilter { appeals: filter, projects: None })
    })?;
    context.print(&view::docket::list(&context.frame(scope, &directory), &found))?;
    Ok(0)
}

/// 查看一件诉求：内容、核查情况、交办和全部办理记录。 | Shows one appeal: its words, the five tests, and all that happened.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin appeal show SQ2020-0001\n|\nExamples:\n  tuijin appeal show SQ2020-0001"
)]
pub struct ShowArgs {
    /// 诉求编号 | Code of the appeal
    #[arg(value_name = "编号|CODE")]
    code: String,
}

pub fn show(context: &Context, args: &ShowArgs) -> Result<u8> {
    print(context, &args.code)
}

/// Prints one appeal.
pub fn print(context: &Context, code: &str) -> Result<u8> {
    let (folder, directory, scope) =
        context.read(None, |reader| appeal::list::show(reader, code))?;
    context.print(&view::appeal::show(&context.frame(scope, &directory), &folder))?;
    Ok(0)
}

/// 临期和逾期的交办：催办、督办、通报；`--sent` 登记已经发出。 | What is due soon or overdue; `--sent` records that the reminders went out.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin appeal remind\n  tuijin appeal remind --department 资规 --sent\n|\nExamples:\n  tuijin appeal remind\n  tuijin appeal remind --department resources --sent"
)]
pub struct RemindArgs {
    /// 部门 | Department
    #[arg(long, value_name = "部门|DEPARTMENT")]
    department: Option<String>,

    /// 登记为当日已催办 | Record them as sent on the day
    #[arg(long)]
    sent: bool,

    #[command(flatten)]
    when: When,

    /// 有逾期的，退出码为 4 | Exit with 4 where something is overdue
    #[arg(long)]
    fail_overdue: bool,
}

pub fn remind(context: &Context, args: &RemindArgs) -> Result<u8> {
    let department = args.department.as_deref();
    let on = args.when.on.as_ref().map(|_| args.when.day(context)).transpose()?;
    let found = if args.sent {
        let day = args.when.day(context)?;
        let stamp = context.stamp(CommandName::AppealRemind, None, None)?;
        let mut library = context.library_to_write()?;
        let (found, count) = record(&mut library, &stamp, &mut context.waiting(), department, day)?;
        tell(context, vec![AppealNote::RemindersKept { count }]);
        found
    } else {
        context.read(None, |reader| chases(reader, department, on))?.0
    };
    let ((), directory, scope) = context.read(None, |_| Ok(()))?;
    context.print(&view::appeal::chases(&context.frame(scope, &directory), &found))?;
    let overdue = found.iter().any(|chase| chase.overdue > 0);
    Ok(if args.fail_overdue && overdue { 4 } else { 0 })
}
