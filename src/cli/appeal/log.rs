//! `appeal log`, `take`, `send-back`

use super::lists::ListFlags;
use super::question::question;
use crate::cli::context::{Context, day, month};
use crate::cli::flags::{Record, When};
use crate::cli::typed::usd;
use crate::desk::appeal::log::{LogRequest, log as enter, send_back as back, take as take_clues};
use crate::desk::appeal::{Words, sheet};
use crate::desk::directory::Directory;
use crate::desk::lookup;
use crate::error::{Kind, Place, Result};
use crate::import::value;
use crate::model::appeal::AppealField;
use crate::model::appeal_note::AppealNote;
use crate::model::clue::{Clue, Urgency};
use crate::model::command::CommandName;
use crate::model::ledger::AppealColumn;
use clap::Args;

/// What is said of an appeal.
#[derive(Debug, Args)]
pub struct WordFlags {
    /// 诉求类别 | Category
    #[arg(long, value_name = "类别|CATEGORY", help_heading = "诉求 | Appeal")]
    category: Option<String>,

    /// 背景情况 | Background
    #[arg(long, value_name = "文字|TEXT", help_heading = "诉求 | Appeal")]
    background: Option<String>,

    /// 问题症结 | Crux of the problem
    #[arg(long, value_name = "文字|TEXT", help_heading = "诉求 | Appeal")]
    problem: Option<String>,

    /// 诉求目的 | Purpose
    #[arg(long, value_name = "文字|TEXT", help_heading = "诉求 | Appeal")]
    purpose: Option<String>,

    /// 对象部门，主办在前，多个用“、”分隔 | Departments asked, the lead first, joined by 、
    #[arg(long, value_name = "部门|DEPARTMENTS", help_heading = "诉求 | Appeal")]
    target: Option<String>,

    /// 解决建议 | Suggested solution
    #[arg(long, value_name = "文字|TEXT", help_heading = "诉求 | Appeal")]
    suggestion: Option<String>,

    /// 批次月份，缺省为会议所在月 | Round: the month of the meeting
    #[arg(long, value_name = "月份|MONTH", help_heading = "诉求 | Appeal")]
    round: Option<String>,

    /// 提出人 | Raised by
    #[arg(long, value_name = "姓名|NAME", help_heading = "诉求 | Appeal")]
    raised_by: Option<String>,

    /// 提出日期 | Raised on
    #[arg(long, value_name = "日期|DATE", help_heading = "诉求 | Appeal")]
    raised_on: Option<String>,

    /// 紧急：是、否 | Urgent: yes, no
    #[arg(long, value_name = "是否|YES", help_heading = "诉求 | Appeal")]
    urgent: Option<String>,

    /// 涉及金额 | Amount at stake
    #[arg(long, value_name = "金额|AMOUNT", help_heading = "诉求 | Appeal")]
    amount: Option<String>,
}

impl WordFlags {
    fn read(&self, context: &Context, directory: &Directory) -> Result<Words> {
        let texts = [
            (AppealField::Background, &self.background),
            (AppealField::Problem, &self.problem),
            (AppealField::Purpose, &self.purpose),
            (AppealField::Target, &self.target),
            (AppealField::Suggestion, &self.suggestion),
        ];
        let category = self.category.as_ref();
        let category =
            category.map(|given| lookup::category(&directory.categories, given)).transpose()?;
        let urgent = self.urgent.as_ref().map(|text| value::flag(text).ok_or(Kind::BadFlag));
        let raised_on = self.raised_on.as_deref().map(day).transpose()?;
        if let Some(raised) = raised_on.filter(|raised| *raised > context.today) {
            return Err(Kind::FutureDay { day: raised, today: context.today }.into());
        }
        let said = |(field, text): (AppealField, &Option<String>)| {
            text.as_ref().filter(|text| !text.trim().is_empty()).map(|text| (field, text.clone()))
        };
        Ok(Words {
            texts: texts.into_iter().filter_map(said).collect(),
            category: category.map(|category| category.id),
            round: self.round.as_deref().map(month).transpose()?,
            raised_by: self.raised_by.clone(),
            raised_on,
            urgent: urgent.transpose()?,
            amount: self.amount.as_deref().map(usd).transpose()?,
        })
    }
}

/// 登记诉求，或补充已有的诉求；在终端中逐项询问。 | Logs an appeal, or completes one; asks field by field at a terminal.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin appeal log --from 诉求清单.csv\n  tuijin appeal log --project XM2020-0001 --category 土地指标 --target 资规 --purpose 请求安排用地指标八十亩\n  tuijin appeal log SQ2020-0001 --problem 二期用地指标八十亩尚未落实\n|\nExamples:\n  tuijin appeal log --from appeals.csv\n  tuijin appeal log SQ2020-0001 --problem \"no quota for phase two\""
)]
pub struct LogArgs {
    /// 要补充的诉求编号 | Code of the appeal to complete
    #[arg(value_name = "编号|CODE")]
    appeal: Option<String>,

    /// 项目编号或名称 | The project's code or name
    #[arg(long, value_name = "项目|PROJECT", help_heading = "诉求 | Appeal")]
    project: Option<String>,

    /// 清单的板块，缺省取文件中的板块 | District of the list; taken from the file unless given
    #[arg(long, value_name = "板块|DISTRICT", help_heading = "清单 | Lists")]
    district: Option<String>,

    #[command(flatten)]
    words: WordFlags,

    #[command(flatten)]
    lists: ListFlags,

    #[command(flatten)]
    record: Record,
}

pub fn log(context: &Context, args: &LogArgs) -> Result<u8> {
    if args.lists.given() {
        return from_lists(context, args);
    }
    let ((), directory, _) = context.read(None, |_| Ok(()))?;
    let mut words = args.words.read(context, &directory)?;
    let mut project = args.project.clone();
    if args.appeal.is_none() && context.may_ask() {
        question(context, &directory, &mut project, &mut words)?;
    }
    if args.appeal.is_none() && project.is_none() {
        return Err(Kind::Required { what: vec![crate::model::field::Field::Code] }.into());
    }
    if words.is_empty() {
        return Err(Kind::NothingGiven.into());
    }
    let request =
        LogRequest { appeal: args.appeal.clone(), project, words, on: args.record.day(context)? };
    let stamp = context.stamp(CommandName::AppealLog, args.record.reason.as_deref(), None)?;
    let mut library = context.library_to_write()?;
    let done = enter(&mut library, &stamp, &mut context.waiting(), &request)?;
    tell(context, done.notes);
    super::look::print(context, &done.code)
}

fn from_lists(context: &Context, args: &LogArgs) -> Result<u8> {
    let round = args.words.round.as_deref().map(month).transpose()?;
    let reason = args.record.reason.as_deref();
    args.lists.run(context, &args.record, args.district.clone(), &|request, receipts| {
        let stamp = context.stamp(CommandName::AppealLog, reason, None)?;
        let mut library = context.library_to_write()?;
        sheet::log(&mut library, &stamp, &mut context.waiting(), request, receipts, round)
    })
}

/// 把月报中的诉求线索采用为诉求，可同时补充内容。 | Takes a clue found in a report as an appeal, completing it where needed.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin appeal take XS2020-0001 --category 土地指标 --target 资规\n  tuijin appeal take XS2020-0002 XS2020-0003 --round 2020-04\n|\nExamples:\n  tuijin appeal take XS2020-0001 --category land --target resources"
)]
pub struct TakeArgs {
    /// 线索编号，可多个 | Codes of clues
    #[arg(value_name = "编号|CODE", required = true)]
    clues: Vec<String>,

    #[command(flatten)]
    words: WordFlags,

    #[command(flatten)]
    when: When,
}

pub fn take(context: &Context, args: &TakeArgs) -> Result<u8> {
    let ((), directory, _) = context.read(None, |_| Ok(()))?;
    let typed = args.words.read(context, &directory)?;
    let on = args.when.day(context)?;
    let words = |clue: &Clue| merged(&typed, clue, &directory);
    let stamp = context.stamp(CommandName::AppealTake, None, None)?;
    let mut library = context.library_to_write()?;
    let taken = take_clues(&mut library, &stamp, &mut context.waiting(), &args.clues, &words, on)?;
    let only = if let [only] = taken.as_slice() { Some(only.code.clone()) } else { None };
    taken.into_iter().for_each(|done| tell(context, done.notes));
    only.map_or(Ok(0), |code| super::look::print(context, &code))
}

/// What was typed, and for the rest what the clue says; what the clue says and cannot be read must
/// be typed.
fn merged(typed: &Words, clue: &Clue, directory: &Directory) -> Result<Words> {
    use AppealColumn as C;
    let department = clue.cell(C::Department);
    let said = [
        (AppealField::Background, clue.cell(C::Background).map(str::to_owned)),
        (AppealField::Problem, clue.cell(C::Crux).map(str::to_owned)),
        (AppealField::Purpose, clue.cell(C::Purpose).map(str::to_owned)),
        (AppealField::Target, sheet::target(department, clue.cell(C::Assist))),
        (AppealField::Suggestion, clue.cell(C::Advice).map(str::to_owned)),
    ];
    let mut words = typed.clone();
    for (field, text) in said {
        if let Some(text) = text.filter(|_| typed.text(field).is_none()) {
            words.texts.push((field, text));
        }
    }
    if let (None, Some(given)) = (words.category, clue.cell(C::Category)) {
        words.category = Some(lookup::category(&directory.categories, given)?.id);
    }
    words.raised_by = words.raised_by.or_else(|| clue.cell(C::RaisedBy).map(str::to_owned));
    let urgency = clue.cell(C::Urgency).and_then(value::urgency);
    words.urgent = words.urgent.or(urgency.map(|urgency| urgency == Urgency::Urgent));
    if let (None, Some(text)) = (words.amount, clue.cell(C::Amount)) {
        words.amount = Some(usd(text)?);
    }
    if let (None, Some(text)) = (words.raised_on, clue.cell(C::RaisedOn)) {
        let dated = value::dated(text, Some(clue.month.year()));
        let (dated, _) = dated.map_err(|kind| kind.at(Place::value(text)))?;
        words.raised_on = Some(dated.earliest());
    }
    Ok(words)
}

/// 把诉求退回板块补充；列入板块的反馈单。 | Sends appeals back to their districts; the districts' feedback lists them.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin appeal send-back SQ2020-0001 --reason 请补充用地面积和依据\n|\nExamples:\n  tuijin appeal send-back SQ2020-0001 --reason incomplete"
)]
pub struct SendBackArgs {
    /// 诉求编号，可多个 | Codes of appeals
    #[arg(value_name = "编号|CODE", required = true)]
    codes: Vec<String>,

    /// 理由 | The reason
    #[arg(long, value_name = "理由|REASON")]
    reason: String,

    #[command(flatten)]
    when: When,
}

pub fn send_back(context: &Context, args: &SendBackArgs) -> Result<u8> {
    let on = args.when.day(context)?;
    let stamp = context.stamp(CommandName::AppealSendBack, Some(&args.reason), None)?;
    let mut library = context.library_to_write()?;
    tell(context, back(&mut library, &stamp, &mut context.waiting(), &args.codes, on)?);
    Ok(0)
}

/// Says what was done.
pub fn tell(context: &Context, notes: Vec<AppealNote>) {
    for note in notes {
        context.tell(&note.into());
    }
}
