//! `task list`

use crate::cli::context::Context;
use crate::cli::directory::choice;
use crate::cli::stage;
use crate::desk::directory::Directory;
use crate::desk::task::{TaskFilter, tasks};
use crate::desk::{lookup, meeting};
use crate::error::{Kind, Result};
use crate::format::Format;
use crate::labels::prompt::{Prompt, prompt};
use crate::model::brief::Scope;
use crate::model::note::Note;
use crate::model::task::{TaskSource, TaskState};
use crate::report::task::TaskLine;
use crate::view;
use clap::Args;
use std::path::{Path, PathBuf};

/// 列出未完成的议定事项和批示，附完成情况；`--sheets` 为各责任单位的任务单。 | Lists the tasks that are not done, with what was done of all; `--sheets` one table for each unit responsible.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin task list\n  tuijin task list --all --meeting DB2020-03\n  tuijin task list --sheets --output-dir 任务单\n|\nExamples:\n  tuijin task list --all --meeting DB2020-03\n  tuijin task list --sheets --output-dir sheets"
)]
pub struct ListArgs {
    /// 连同已完成的 | The done ones too
    #[arg(long)]
    all: bool,

    /// 每个责任单位一张任务单 | One table for each unit responsible
    #[arg(long)]
    sheets: bool,

    /// 每张任务单一个文件，写入此文件夹，缺省为 CSV | One file for each sheet into this folder, CSV unless asked otherwise
    #[arg(long, value_name = "文件夹|FOLDER", requires = "sheets")]
    output_dir: Option<PathBuf>,

    /// 责任板块，可重复 | District responsible; may be repeated
    #[arg(long, value_name = "板块|DISTRICT", help_heading = "筛选 | Filters")]
    district: Vec<String>,

    /// 责任部门，可重复 | Department responsible; may be repeated
    #[arg(long, value_name = "部门|DEPARTMENT", help_heading = "筛选 | Filters")]
    department: Vec<String>,

    /// 来源：批示、督办会、点评会，可重复 | instruction, supervision or review; may be repeated
    #[arg(long, value_name = "来源|SOURCE", help_heading = "筛选 | Filters")]
    source: Vec<String>,

    /// 会议编号 | Code of the meeting
    #[arg(long, value_name = "编号|CODE", help_heading = "筛选 | Filters")]
    meeting: Option<String>,

    /// 只看逾期未完成的 | Only those past their due day
    #[arg(long, help_heading = "筛选 | Filters")]
    overdue: bool,
}

pub fn list(context: &Context, args: &ListArgs) -> Result<u8> {
    if args.output_dir.is_some() && context.output.is_some() {
        let (first, second) = ("--output-dir".to_owned(), "--output".to_owned());
        return Err(Kind::OneAtATime { first, second }.into());
    }
    let ((), directory, _) = context.read(None, |_| Ok(()))?;
    let mut filter = filter(context, args, &directory)?;
    let (lines, directory, scope) = context.read(None, |reader| {
        let held = args.meeting.as_ref().map(|given| meeting::open(reader, given)).transpose()?;
        filter.meeting = held.map(|held| held.code);
        let mut lines = tasks(reader)?;
        lines.retain(|line| filter.passes(line));
        Ok(lines)
    })?;
    let shown = |line: &&TaskLine| args.all || line.state != TaskState::Done;
    if args.sheets {
        let shown: Vec<&TaskLine> = lines.iter().filter(shown).collect();
        return sheets(context, args, &shown, &filter, &directory, scope);
    }
    let frame = context.frame(scope, &directory);
    let mut page = view::task::tasks(&frame, &lines, lines.iter().filter(shown));
    let typed = typed(args);
    if !typed.is_empty() {
        page.heading.push(Note::Filtered(typed));
    }
    context.print(&page)?;
    Ok(0)
}

fn filter(context: &Context, args: &ListArgs, directory: &Directory) -> Result<TaskFilter> {
    let mut filter = TaskFilter { overdue_only: args.overdue, ..TaskFilter::default() };
    for given in &args.district {
        filter.districts.push(lookup::district(&directory.districts, given)?.id);
    }
    for given in &args.department {
        filter.departments.push(lookup::department(&directory.departments, given)?.id);
    }
    for given in &args.source {
        filter.sources.push(choice(context, TaskSource::ALL, given)?);
    }
    Ok(filter)
}

fn typed(args: &ListArgs) -> Vec<String> {
    let lists = [&args.district, &args.department, &args.source];
    lists.into_iter().flatten().chain(&args.meeting).cloned().collect()
}

/// One table for each unit responsible, or one file.
fn sheets(
    context: &Context,
    args: &ListArgs,
    shown: &[&TaskLine],
    filter: &TaskFilter,
    directory: &Directory,
    scope: Scope,
) -> Result<u8> {
    let frame = context.frame(scope, directory);
    let mut sheets = view::task::sheets(&frame, shown);
    if !(filter.districts.is_empty() && filter.departments.is_empty()) {
        sheets.retain(|sheet| sheet.is_of(filter));
    }
    match &args.output_dir {
        None => context.print(&view::task::sheet_page(&frame, &sheets))?,
        Some(folder) => write(context, folder, &sheets, directory, scope)?,
    }
    Ok(0)
}

fn write(
    context: &Context,
    folder: &Path,
    sheets: &[view::task::Sheet],
    directory: &Directory,
    scope: Scope,
) -> Result<()> {
    let format = if context.format == Format::Table { Format::Csv } else { context.format };
    let frame = context.frame(scope, directory);
    let mut files = Vec::with_capacity(sheets.len());
    for sheet in sheets {
        let page = view::task::sheet_page(&frame, std::slice::from_ref(sheet));
        let bytes = context.draw_as(&page, format, None)?;
        let name = context.lang.pick((&sheet.name.0, &sheet.name.1));
        let stem = prompt(Prompt::TaskSheetStem, context.lang);
        files.push((format!("{name}{stem}.{}", format.extension()), bytes));
    }
    stage::write(context, folder, &files)
}
