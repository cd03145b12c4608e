//! `feedback`

use super::context::{Context, month};
use super::flags::OneOrAll;
use super::stage;
use crate::desk::directory::Directory;
use crate::desk::feedback::{Feedback, feedback};
use crate::error::{Kind, Result};
use crate::format::Format;
use crate::labels::prompt::{Prompt, prompt};
use crate::model::brief::Scope;
use crate::model::month::Month;
use crate::view;
use clap::Args;
use std::path::{Path, PathBuf};

/// 反馈单：诉求答复、须补充的诉求、月报欠缺、预警项目和甄别结果。 | What a district is told: answers to its appeals, what it owes, projects under alert, screening results.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin feedback --district 昆山 --month 2020-03\n  tuijin feedback --all --month 2020-03 --output-dir 反馈单\n|\nExamples:\n  tuijin feedback --district kunshan --month 2020-03\n  tuijin feedback --all --month 2020-03 --output-dir feedback"
)]
pub struct FeedbackArgs {
    #[command(flatten)]
    districts: OneOrAll,

    /// 月份，缺省为本月；月报按当月到期的计 | The month, this one unless given; reports are those due in it
    #[arg(long, value_name = "月份|MONTH")]
    month: Option<String>,

    /// 每个板块一个文件，写入此文件夹，缺省为 CSV | One file per district into this folder, CSV unless asked otherwise
    #[arg(long, value_name = "文件夹|FOLDER")]
    output_dir: Option<PathBuf>,
}

pub fn run(context: &Context, args: &FeedbackArgs) -> Result<u8> {
    let asked = args.month.as_deref().map_or(Ok(Month::of(context.day())), month)?;
    if asked > Month::of(context.day()) {
        return Err(Kind::FutureMonth { month: asked }.into());
    }
    if args.output_dir.is_some() && context.output.is_some() {
        let (first, second) = ("--output-dir".to_owned(), "--output".to_owned());
        return Err(Kind::OneAtATime { first, second }.into());
    }
    let (found, directory, scope) = context
        .read(Some(asked), |reader| feedback(reader, asked, args.districts.district.as_deref()))?;
    match &args.output_dir {
        None => {
            context.print(&view::feedback::feedback(&context.frame(scope, &directory), &found))?;
        }
        Some(folder) => write(context, folder, found, &directory, scope)?,
    }
    Ok(0)
}

/// One file for each district.
fn write(
    context: &Context,
    folder: &Path,
    found: Feedback,
    directory: &Directory,
    scope: Scope,
) -> Result<()> {
    let format = if context.format == Format::Table { Format::Csv } else { context.format };
    let frame = context.frame(scope, directory);
    let month = found.month;
    let mut files = Vec::with_capacity(found.districts.len());
    for district in &found.districts {
        let own = Feedback { districts: vec![district.clone()], ..found.clone() };
        let page = view::feedback::feedback(&frame, &own);
        let bytes = context.draw_as(&page, format, None)?;
        let name = context.lang.pick((&district.district.name, &district.district.english));
        let stem = prompt(Prompt::FeedbackStem, context.lang);
        files.push((format!("{name}{stem}{month}.{}", format.extension()), bytes));
    }
    stage::write(context, folder, &files)
}
