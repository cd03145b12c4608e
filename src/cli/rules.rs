//! `rules`

use super::context::{Context, day};
use super::flags::{MonthFlag, choose};
use super::typed::threshold;
use crate::desk;
use crate::error::{Kind, Result};
use crate::labels;
use crate::model::clock::{ClockKind, Excuse};
use crate::model::command::CommandName;
use crate::model::finding::{RuleName, RuleVersion};
use crate::model::note::Note;
use crate::view;
use clap::{Args, Subcommand};

/// 规则标准：数值、生效日、依据条款，以及对项目的核查。 | The standards, and what they say of projects.
#[derive(Debug, Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "示例：\n  tuijin rules show\n  tuijin rules check XM2020-0001\n  tuijin rules due\n|\nExamples:\n  tuijin rules show\n  tuijin rules check XM2020-0001\n  tuijin rules due"
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
    /// 调整一项标准；原有各版保留 | Set a standard; its earlier versions stay
    #[command(
        after_help = "示例：\n  tuijin rules set 达到规模 5000万美元 --since 2020-04-01 --clause 苏商外〔2020〕12号第三条\n|\nExamples:\n  tuijin rules set entry.scale 5000 --since 2020-04-01 --clause \"Article 3\""
    )]
    Set {
        /// 标准名称或代码 | Name or key of the standard
        #[arg(value_name = "标准|NAME")]
        name: String,

        /// 标准值：是否、金额、百分比、工作日或月数 | Its value: yes or no, amount, percent, working days or months
        #[arg(value_name = "数值|VALUE")]
        value: String,

        /// 生效日期 | Effective from
        #[arg(long, value_name = "日期|DATE")]
        since: String,

        /// 依据条款 | The clause it rests on
        #[arg(long, value_name = "条款|TEXT")]
        clause: String,

        /// 理由 | The reason
        #[arg(long, value_name = "理由|REASON")]
        reason: Option<String>,
    },
    /// 逐条核查一个项目 | Explain every rule on one project
    #[command(
        after_help = "示例：\n  tuijin rules check XM2020-0001\n|\nExamples:\n  tuijin rules check XM2020-0001"
    )]
    Check {
        /// 项目编号或名称 | The project's code or name
        #[arg(value_name = "项目|PROJECT")]
        project: String,
    },
    /// 应入库、应出库和预警项目 | Who ought to enter, who ought to leave, who is warned
    #[command(
        after_help = "示例：\n  tuijin rules due --month 2020-02\n|\nExamples:\n  tuijin rules due --month 2020-02"
    )]
    Due {
        #[command(flatten)]
        month: MonthFlag,
    },
    /// 登记正当理由，到期前时钟不走 | Stop a clock for a good reason
    #[command(
        after_help = "示例：\n  tuijin rules excuse XM2020-0001 --until 2020-06-30 --reason 等待环评批复\n|\nExamples:\n  tuijin rules excuse XM2020-0001 --until 2020-06-30 --reason pending"
    )]
    Excuse {
        /// 项目编号或名称 | The project's code or name
        #[arg(value_name = "项目|PROJECT")]
        project: String,

        /// 起始日，缺省为今天 | From; today unless given
        #[arg(long, value_name = "日期|DATE")]
        from: Option<String>,

        /// 截止日 | Until
        #[arg(long, value_name = "日期|DATE")]
        until: String,

        /// 时钟：无实质进展或未报告，缺省为无实质进展 | Clock: progress or report; progress unless given
        #[arg(long, value_name = "时钟|CLOCK")]
        clock: Option<String>,

        /// 理由 | The reason
        #[arg(long, value_name = "理由|REASON")]
        reason: String,
    },
}

pub fn run(context: &Context, args: &RulesArgs) -> Result<u8> {
    match &args.action {
        RulesAction::Show => {
            let (versions, directory, scope) = context.read(None, desk::rules::show)?;
            context.print(&view::rules::rules(&context.frame(scope, &directory), &versions))?;
        }
        RulesAction::Set { name, value, since, clause, reason } => {
            let rule = rule(name)?;
            let version = RuleVersion {
                rule,
                value: threshold(rule, value)?,
                since: day(since)?,
                clause: clause.trim().to_owned(),
                example: false,
            };
            let stamp = context.stamp(CommandName::RulesSet, reason.as_deref(), None)?;
            let mut library = context.library_to_write()?;
            desk::rules::set(&mut library, &stamp, &mut context.waiting(), &version)?;
            context.tell(&Note::RuleSet { rule, since: version.since });
        }
        RulesAction::Check { project } => {
            let (checked, directory, scope) =
                context.read(None, |reader| desk::rules::check(reader, project))?;
            context.print(&view::rules::check(&context.frame(scope, &directory), &checked))?;
        }
        RulesAction::Due { month } => {
            let (due, directory, scope) = context.read(month.read()?, desk::rules::due)?;
            context.print(&view::rules::due(&context.frame(scope, &directory), &due))?;
        }
        RulesAction::Excuse { project, from, until, clock, reason } => {
            let clock = self::clock(context, clock.as_deref())?;
            let excuse = Excuse {
                clock,
                from: from.as_deref().map_or(Ok(context.today), day)?,
                until: day(until)?,
                reason: reason.trim().to_owned(),
            };
            let stamp = context.stamp(CommandName::RulesExcuse, Some(reason), None)?;
            let mut library = context.library_to_write()?;
            let waiting = &mut context.waiting();
            let code = desk::rules::excuse(&mut library, &stamp, waiting, project, &excuse)?;
            context.tell(&Note::Excused { code, clock, until: excuse.until });
        }
    }
    Ok(0)
}

fn rule(given: &str) -> Result<RuleName> {
    let unknown = || Kind::UnknownRule { given: given.to_owned(), known: RuleName::ALL.to_vec() };
    Ok(choose(RuleName::ALL, given).ok_or_else(unknown)?)
}

fn clock(context: &Context, given: Option<&str>) -> Result<ClockKind> {
    let Some(given) = given else { return Ok(ClockKind::Progress) };
    Ok(choose(ClockKind::ALL, given).ok_or_else(|| {
        let words = ClockKind::ALL.iter().map(|kind| labels::word(*kind, context.lang));
        Kind::UnknownChoice { value: given.to_owned(), choices: words.collect() }
    })?)
}
