//! `letter`

mod files;
mod templates;

use super::context::{Context, day, month};
use super::flags::{Exceptional, When};
use crate::desk::appeal::letter::{self, DraftRequest, SentRequest};
use crate::desk::appeal::paper;
use crate::error::{AppealRefusal, Result};
use crate::model::appeal_note::AppealNote;
use crate::model::command::CommandName;
use crate::view;
use clap::{Args, Subcommand};
use files::Writing;
use std::path::PathBuf;
use templates::TemplatesArgs;

/// 函件：按部门起草、生成函件和答复表、登记发函和到期日。 | Letters: drafted by department, written with their reply forms, sent, with their due days.
#[derive(Debug, Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "示例：\n  tuijin letter draft --round 2020-03 --all --meeting 2020-03-12 --output-dir 函件\n  tuijin letter sent HD2020-0001 --number 苏商函〔2020〕1号\n|\nExamples:\n  tuijin letter draft --round 2020-03 --all --meeting 2020-03-12\n  tuijin letter sent HD2020-0001 --number 1"
)]
pub struct LetterArgs {
    #[command(subcommand)]
    action: LetterAction,
}

#[derive(Debug, Subcommand)]
enum LetterAction {
    /// 起草函件：待交办诉求按部门归并，一个主办，其他协办 | Draft letters: ready appeals by department, one lead, others assisting
    #[command(
        after_help = "示例：\n  tuijin letter draft --round 2020-03 --all --meeting 2020-03-12\n  tuijin letter draft --round 2020-03 --appeal SQ2020-0001 --override 情况紧急 --approved-by 示例领导\n|\nExamples:\n  tuijin letter draft --round 2020-03 --all --meeting 2020-03-12"
    )]
    Draft(DraftArgs),
    /// 生成函件和答复表，可随时再生成 | Write the letters and their reply forms, as often as they are wanted
    #[command(
        after_help = "示例：\n  tuijin letter write --round 2020-03 --output-dir 函件\n  tuijin letter write HD2020-0001 --head letter --templates 模板 --output-dir 函件\n|\nExamples:\n  tuijin letter write --round 2020-03 --output-dir letters"
    )]
    Write(WriteArgs),
    /// 公文模板：有哪些字段，取得随附的模板 | The texts of papers: their fields, and the shipped ones as files
    #[command(
        after_help = "示例：\n  tuijin letter templates\n  tuijin letter templates --output-dir 模板\n|\nExamples:\n  tuijin letter templates --output-dir texts"
    )]
    Templates(TemplatesArgs),
    /// 登记发函：所含诉求全部交办，并定下到期日 | Record that letters went out: everything in them is dispatched, with its due day
    #[command(
        after_help = "示例：\n  tuijin letter sent HD2020-0001 --number 苏商函〔2020〕1号 --on 2020-03-09\n  tuijin letter sent --round 2020-03 --number 苏商函〔2020〕1号\n|\nExamples:\n  tuijin letter sent --round 2020-03 --number 1"
    )]
    Sent(SentArgs),
    /// 列出函件及到期、答复情况 | List letters with due days and replies
    #[command(
        after_help = "示例：\n  tuijin letter list --round 2020-03\n|\nExamples:\n  tuijin letter list --round 2020-03"
    )]
    List(ListArgs),
}

#[derive(Debug, Args)]
struct DraftArgs {
    /// 批次月份 | Round: the month of the meeting
    #[arg(long, value_name = "月份|MONTH")]
    round: String,

    /// 全部部门 | All departments
    #[arg(long, conflicts_with = "department", required_unless_present_any = ["department", "appeal"])]
    all: bool,

    /// 只起草给此部门的 | Only to this department
    #[arg(long, value_name = "部门|DEPARTMENT")]
    department: Option<String>,

    /// 只交办这些诉求，可重复 | Only these appeals; may be repeated
    #[arg(long, value_name = "编号|CODE")]
    appeal: Vec<String>,

    /// 会议日期 | The day of the meeting
    #[arg(long, value_name = "日期|DATE")]
    meeting: Option<String>,

    /// 每个部门一函一表，写入此文件夹；答复表缺省为工作簿 | A letter and a reply form per department into this folder; the form is a workbook unless asked otherwise
    #[arg(long, value_name = "文件夹|FOLDER")]
    output_dir: Option<PathBuf>,

    #[command(flatten)]
    writing: Writing,

    #[command(flatten)]
    when: When,

    #[command(flatten)]
    exceptional: Exceptional,
}

#[derive(Debug, Args)]
struct WriteArgs {
    /// 函件编号，可多个 | Codes of letters
    #[arg(value_name = "编号|CODE", required_unless_present = "round")]
    letters: Vec<String>,

    /// 该批次全部函件 | All letters of the round
    #[arg(long, value_name = "月份|MONTH", conflicts_with = "letters")]
    round: Option<String>,

    /// 每个部门一函一表，写入此文件夹；答复表缺省为工作簿 | A letter and a reply form per department into this folder; the form is a workbook unless asked otherwise
    #[arg(long, value_name = "文件夹|FOLDER")]
    output_dir: PathBuf,

    #[command(flatten)]
    writing: Writing,
}

#[derive(Debug, Args)]
struct SentArgs {
    /// 函件编号，可多个 | Codes of letters
    #[arg(value_name = "编号|CODE", required_unless_present = "round")]
    letters: Vec<String>,

    /// 该批次全部未发的函件 | All drafts of the round
    #[arg(long, value_name = "月份|MONTH", conflicts_with = "letters")]
    round: Option<String>,

    /// 文号 | The number of the letter
    #[arg(long, value_name = "文号|NUMBER")]
    number: String,

    #[command(flatten)]
    when: When,
}

#[derive(Debug, Args)]
struct ListArgs {
    /// 批次月份 | Round: the month of the meeting
    #[arg(long, value_name = "月份|MONTH")]
    round: Option<String>,
}

pub fn run(context: &Context, args: &LetterArgs) -> Result<u8> {
    match &args.action {
        LetterAction::Draft(args) => draft(context, args),
        LetterAction::Write(args) => write(context, args),
        LetterAction::Templates(args) => templates::run(context, args),
        LetterAction::Sent(args) => sent(context, args),
        LetterAction::List(args) => {
            let round = args.round.as_deref().map(month).transpose()?;
            let (papers, directory, scope) =
                context.read(None, |reader| paper::list(reader, round))?;
            context.print(&view::letter::list(&context.frame(scope, &directory), &papers))?;
            Ok(0)
        }
    }
}

fn draft(context: &Context, args: &DraftArgs) -> Result<u8> {
    let request = DraftRequest {
        round: month(&args.round)?,
        department: args.department.clone(),
        appeals: args.appeal.clone(),
        meeting: args.meeting.as_deref().map(day).transpose()?,
        on: args.when.day(context)?,
    };
    let with = args.writing.read()?;
    let overridden = args.exceptional.read()?;
    let stamp = context.stamp(CommandName::LetterDraft, None, overridden)?;
    let mut library = context.library_to_write()?;
    let posted = letter::draft(&mut library, &stamp, &mut context.waiting(), &request)?;
    tell(context, posted.notes);
    let (papers, directory, scope) =
        context.read(None, |reader| paper::papers(reader, &posted.letters))?;
    let frame = context.frame(scope, &directory);
    context.print(&view::letter::list(&frame, &papers))?;
    let again = AppealNote::LettersToWrite { round: request.round };
    match &args.output_dir {
        None => tell(context, vec![again]),
        Some(folder) => {
            // What is drafted stays drafted: the files can be had again.
            let (letters, ..) = context.read(None, |reader| paper::written(reader, papers))?;
            if let Err(fault) = files::write(context, folder, &letters, &with) {
                tell(context, vec![again]);
                return Err(fault);
            }
        }
    }
    Ok(0)
}

fn write(context: &Context, args: &WriteArgs) -> Result<u8> {
    let with = args.writing.read()?;
    let round = args.round.as_deref().map(month).transpose()?;
    let ((letters, confidential), ..) = context.read(None, |reader| {
        let mut papers = match round {
            None => paper::papers(reader, &args.letters)?,
            Some(round) => paper::list(reader, Some(round))?,
        };
        papers.retain(|paper| !paper.lines.is_empty());
        let confidential = paper::confidential(reader, &papers)?;
        Ok((paper::written(reader, papers)?, confidential))
    })?;
    if let Some(round) = round.filter(|_| letters.is_empty()) {
        return Err(AppealRefusal::NoLetter { round }.into());
    }
    files::write(context, &args.output_dir, &letters, &with)?;
    tell_confidential(context, confidential);
    Ok(0)
}

fn sent(context: &Context, args: &SentArgs) -> Result<u8> {
    let request = SentRequest {
        letters: args.letters.clone(),
        round: args.round.as_deref().map(month).transpose()?,
        number: args.number.clone(),
        on: args.when.day(context)?,
    };
    let stamp = context.stamp(CommandName::LetterSent, None, None)?;
    let mut library = context.library_to_write()?;
    let posted = letter::send(&mut library, &stamp, &mut context.waiting(), &request)?;
    tell(context, posted.notes);
    let ((papers, confidential), directory, scope) = context.read(None, |reader| {
        let papers = paper::papers(reader, &posted.letters)?;
        let confidential = paper::confidential(reader, &papers)?;
        Ok((papers, confidential))
    })?;
    tell_confidential(context, confidential);
    context.print(&view::letter::list(&context.frame(scope, &directory), &papers))?;
    Ok(0)
}

/// Departments must act on them all the same: nothing is held back.
fn tell_confidential(context: &Context, codes: Vec<String>) {
    if !codes.is_empty() {
        tell(context, vec![AppealNote::WithheldInLetters { codes }]);
    }
}

fn tell(context: &Context, notes: Vec<AppealNote>) {
    for note in notes {
        context.tell(&note.into());
    }
}
