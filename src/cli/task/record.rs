//! `task log`, `progress`, `done`

use super::tell;
use crate::cli::context::{Context, day};
use crate::cli::directory::choice;
use crate::cli::flags::{Record, When};
use crate::desk::task::order::{Order, log as record};
use crate::desk::task::step::step;
use crate::error::Result;
use crate::model::command::CommandName;
use crate::model::task::{StepKind, TaskSource};
use clap::Args;

/// What is decided or instructed, who does it and by when.
#[derive(Debug, Args)]
pub struct OrderFlags {
    /// 议定或批示的事项 | What was decided or instructed
    #[arg(long, value_name = "文字|TEXT", help_heading = "事项 | Task")]
    pub text: Option<String>,

    /// 责任板块，可重复 | District responsible; may be repeated
    #[arg(long, value_name = "板块|DISTRICT", help_heading = "事项 | Task")]
    pub district: Vec<String>,

    /// 责任部门，可重复，第一个为牵头 | Department responsible, the lead first; may be repeated
    #[arg(long, value_name = "部门|DEPARTMENT", help_heading = "事项 | Task")]
    pub department: Vec<String>,

    /// 完成时限 | When it is due
    #[arg(long, value_name = "日期|DATE", help_heading = "事项 | Task")]
    pub due: Option<String>,

    /// 关联项目的编号或名称 | The project it is about
    #[arg(long, value_name = "项目|PROJECT", help_heading = "事项 | Task")]
    pub project: Option<String>,

    /// 关联诉求的编号 | The appeal it is about
    #[arg(long, value_name = "编号|CODE", help_heading = "事项 | Task")]
    pub appeal: Option<String>,

    /// 批示或议定的领导 | Who instructed or decided
    #[arg(long, value_name = "姓名|NAME", help_heading = "事项 | Task")]
    pub leader: Option<String>,
}

impl OrderFlags {
    /// # Errors
    /// A due day that cannot be read.
    pub fn read(&self) -> Result<Order> {
        Ok(Order {
            text: self.text.clone().unwrap_or_default(),
            districts: self.district.clone(),
            departments: self.department.clone(),
            due: self.due.as_deref().map(day).transpose()?,
            project: self.project.clone(),
            appeal: self.appeal.clone(),
            leader: self.leader.clone(),
            ..Order::default()
        })
    }
}

/// 登记领导批示，或补登会议的议定事项；同样的内容再登记没有变化，不同的按新内容更正。 | Logs a written instruction, or a decision of a meeting; the same again changes nothing, other content corrects it.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin task log --source 批示 --leader 市领导 --text 加快落实项目用地 --district 昆山 --department 资规 --due 2020-03-31\n  tuijin task log --meeting DB2020-03 --text 会同园区落实用电方案 --department 电力\n|\nExamples:\n  tuijin task log --source instruction --text \"find land\" --district kunshan --due 2020-03-31\n  tuijin task log --meeting DB2020-03 --text \"secure power\" --department power"
)]
pub struct LogArgs {
    /// 来源：批示、督办会、点评会；写了会议的可不写 | instruction, supervision or review; not needed beside a meeting
    #[arg(long, value_name = "来源|SOURCE", required_unless_present = "meeting")]
    source: Option<String>,

    /// 会议编号；不写则取会期为发生日的会议 | Code of the meeting; the one held on the day unless given
    #[arg(long, value_name = "编号|CODE")]
    meeting: Option<String>,

    #[command(flatten)]
    order: OrderFlags,

    #[command(flatten)]
    record: Record,
}

pub fn log(context: &Context, args: &LogArgs) -> Result<u8> {
    let source = args.source.as_deref();
    let order = Order {
        source: source.map(|given| choice(context, TaskSource::ALL, given)).transpose()?,
        meeting: args.meeting.clone(),
        on: args.record.on.as_deref().map(day).transpose()?,
        ..args.order.read()?
    };
    let stamp = context.stamp(CommandName::TaskLog, args.record.reason.as_deref(), None)?;
    let mut library = context.library_to_write()?;
    tell(context, record(&mut library, &stamp, &mut context.waiting(), &order)?);
    Ok(0)
}

/// 登记事项的进展。 | Records what was done about tasks that are not done yet.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin task progress RW2020-0001 --note 用地预审已受理 --on 2020-03-20\n|\nExamples:\n  tuijin task progress RW2020-0001 --note \"application accepted\" --on 2020-03-20"
)]
pub struct ProgressArgs {
    /// 事项编号，可多个 | Codes of tasks
    #[arg(value_name = "编号|CODE", required = true)]
    codes: Vec<String>,

    /// 进展情况 | What was done
    #[arg(long, value_name = "文字|TEXT")]
    note: String,

    #[command(flatten)]
    when: When,
}

pub fn progress(context: &Context, args: &ProgressArgs) -> Result<u8> {
    take(context, CommandName::TaskProgress, &args.codes, Some(&args.note), &args.when)
}

/// 登记事项完成；此后的会议议程不再列入。 | Records that tasks are done; later agendas no longer carry them.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin task done RW2020-0001 --on 2020-03-27\n  tuijin task done RW2020-0001 RW2020-0002 --note 均已落实\n|\nExamples:\n  tuijin task done RW2020-0001 --on 2020-03-27"
)]
pub struct DoneArgs {
    /// 事项编号，可多个 | Codes of tasks
    #[arg(value_name = "编号|CODE", required = true)]
    codes: Vec<String>,

    /// 完成情况 | How it was done
    #[arg(long, value_name = "文字|TEXT")]
    note: Option<String>,

    #[command(flatten)]
    when: When,
}

pub fn done(context: &Context, args: &DoneArgs) -> Result<u8> {
    take(context, CommandName::TaskDone, &args.codes, args.note.as_deref(), &args.when)
}

fn take(
    context: &Context,
    command: CommandName,
    codes: &[String],
    note: Option<&str>,
    when: &When,
) -> Result<u8> {
    let kind = match command {
        CommandName::TaskDone => StepKind::Done,
        _ => StepKind::Progress,
    };
    let on = when.day(context)?;
    let stamp = context.stamp(command, None, None)?;
    let mut library = context.library_to_write()?;
    tell(context, step(&mut library, &stamp, &mut context.waiting(), codes, (kind, note), on)?);
    Ok(0)
}
