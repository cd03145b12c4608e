//! `activity`

use super::context::{Context, month};
use super::flags::{When, choose};
use crate::desk::activity::{ActivityRequest, Logged, list, log};
use crate::error::{Kind, Result};
use crate::labels;
use crate::model::activity::ActivityKind;
use crate::model::command::CommandName;
use crate::model::note::Note;
use crate::model::term::Term;
use crate::view;
use clap::{Args, Subcommand};

/// 围绕项目的促进活动和宣传引导，列入通报。 | Promotion and publicity around projects, counted in the circular.
#[derive(Debug, Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "示例：\n  tuijin activity log --kind 促进活动 --district 昆山 --text 日资企业座谈会\n  tuijin activity list --month 2020-03\n|\nExamples:\n  tuijin activity log --kind promotion --district kunshan --text \"Round table\"\n  tuijin activity list --month 2020-03"
)]
pub struct ActivityArgs {
    #[command(subcommand)]
    action: ActivityAction,
}

#[derive(Debug, Subcommand)]
enum ActivityAction {
    /// 登记一次活动 | Record an activity
    #[command(
        after_help = "示例：\n  tuijin activity log --kind 宣传引导 --project XM2020-0001 --text 报纸专版 --on 2020-03-09\n|\nExamples:\n  tuijin activity log --kind publicity --project XM2020-0001 --text \"Newspaper page\""
    )]
    Log {
        /// 促进活动或宣传引导 | Promotion or publicity
        #[arg(long, value_name = "类别|KIND")]
        kind: String,

        /// 组织的板块，缺省为项目所在板块 | The district that held it; that of the project unless given
        #[arg(long, value_name = "板块|DISTRICT", required_unless_present = "project")]
        district: Option<String>,

        /// 有关项目 | The project it was for
        #[arg(long, value_name = "项目|PROJECT")]
        project: Option<String>,

        /// 内容 | What was done
        #[arg(long, value_name = "内容|TEXT")]
        text: String,

        #[command(flatten)]
        when: When,
    },
    /// 列出活动 | List activities
    #[command(
        after_help = "示例：\n  tuijin activity list --month 2020-03\n|\nExamples:\n  tuijin activity list --month 2020-03"
    )]
    List {
        /// 月份，缺省为全部 | The month; all unless given
        #[arg(long, value_name = "月份|MONTH")]
        month: Option<String>,

        /// 板块 | District
        #[arg(long, value_name = "板块|DISTRICT")]
        district: Option<String>,
    },
}

pub fn run(context: &Context, args: &ActivityArgs) -> Result<u8> {
    match &args.action {
        ActivityAction::Log { kind, district, project, text, when } => {
            let request = ActivityRequest {
                kind: self::kind(context, kind)?,
                district: district.clone(),
                project: project.clone(),
                text: text.clone(),
                on: when.day(context)?,
            };
            let stamp = context.stamp(CommandName::ActivityLog, None, None)?;
            let mut library = context.library_to_write()?;
            match log(&mut library, &stamp, &mut context.waiting(), &request)? {
                Logged::New(name) => {
                    context.tell(&Note::Recorded { what: Term::Activity, name });
                }
                Logged::Known(_) => context.tell(&Note::NothingChanged),
            }
        }
        ActivityAction::List { month, district } => {
            let month = month.as_deref().map(self::month).transpose()?;
            let (lines, directory, scope) =
                context.read(month, |reader| list(reader, month, district.as_deref()))?;
            context.print(&view::activity::list(&context.frame(scope, &directory), &lines))?;
        }
    }
    Ok(0)
}

fn kind(context: &Context, given: &str) -> Result<ActivityKind> {
    Ok(choose(ActivityKind::ALL, given).ok_or_else(|| {
        let words = ActivityKind::ALL.iter().map(|kind| labels::word(*kind, context.lang));
        Kind::UnknownChoice { value: given.to_owned(), choices: words.collect() }
    })?)
}
