//! `template`

use super::context::{Context, month};
use super::flags::OneOrAll;
use super::{output, stage};
use crate::desk::template::forms;
use crate::error::{Kind, Result};
use crate::format;
use crate::labels::{self, Lang};
use crate::model::month::Month;
use crate::model::note::Note;
use crate::view;
use clap::Args;
use std::path::PathBuf;

/// 填报表：下发各板块填写的工作簿（进展、诉求清单、拟新增入库、拟移出）。 | The form a district fills in for a month.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin template --district 昆山 --month 2020-03 --output 昆山.xlsx\n  tuijin template --all --month 2020-03 --output-dir 下发\n|\nExamples:\n  tuijin template --district kunshan --month 2020-03 --output kunshan.xlsx\n  tuijin template --all --month 2020-03 --output-dir forms"
)]
pub struct TemplateArgs {
    #[command(flatten)]
    districts: OneOrAll,

    /// 报告月份，缺省为本月 | The month reported on, this one unless given
    #[arg(long, value_name = "月份|MONTH")]
    month: Option<String>,

    /// 每个板块一个文件，写入此文件夹 | One file per district into this folder
    #[arg(long, value_name = "文件夹|FOLDER")]
    output_dir: Option<PathBuf>,
}

/// Forms go to districts, which read Chinese whatever the clerk's language is.
const LANG: Lang = Lang::Zh;

pub fn run(context: &Context, args: &TemplateArgs) -> Result<u8> {
    let asked = args.month.as_deref().map_or(Ok(Month::of(context.day())), month)?;
    let (facts, directory, scope) = context
        .read(Some(asked), |reader| forms(reader, asked, args.districts.district.as_deref()))?;
    let frame = context.frame(scope, &directory);
    let mut files = Vec::with_capacity(facts.len());
    for district in &facts {
        let form = view::form::form(&frame, district);
        let stem = labels::form_file(
            &(district.district.name.clone(), district.district.english.clone()),
            asked,
            LANG,
        );
        files.push((format!("{stem}.xlsx"), format::form::render(&form, LANG)?));
    }
    let folder = match (&context.output, &args.output_dir, files.as_slice()) {
        (Some(_), Some(_), _) => {
            let (first, second) = ("--output-dir".to_owned(), "--output".to_owned());
            return Err(Kind::OneAtATime { first, second }.into());
        }
        (Some(path), None, [(_, bytes)])
            if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) =>
        {
            context.tell(&output::to_file(path, bytes)?);
            return Ok(0);
        }
        (None, Some(folder), _) => folder,
        (_, None, _) => return Err(Kind::FormNeedsFile { several: args.districts.all }.into()),
    };
    stage::write(context, folder, &files)?;
    if args.districts.all {
        let (files, folder) = (files.len() as u64, folder.display().to_string());
        context.tell(&Note::FormsMade { files, folder });
    }
    Ok(0)
}
