//! `pack`

use super::context::Context;
use super::office;
use super::output;
use super::stage::Stage;
use super::texts::Templates;
use crate::desk::pack::issued::{again, list};
use crate::desk::pack::{File, Hands, Packed, gather::Material, pack};
use crate::error::{Fault, Kind, PackRefusal, Result};
use crate::format::document::read;
use crate::format::pack::{Way, draw};
use crate::labels;
use crate::model::command::CommandName;
use crate::model::pack_note::PackNote;
use crate::view;
use crate::view::pack::{Occasion, set};
use clap::Args;
use std::cell::RefCell;
use std::path::{Path, PathBuf};

/// 生成一次会议的全部材料：由会前版画出，逐份留存校验值，可原样再取。没有会前版的先固定。 | All papers of a meeting, drawn from what was frozen and kept with their hashes; it is frozen first where it was not.
#[derive(Debug, Args)]
#[command(
    after_help = "示例：\n  tuijin pack DB2020-03 --output-dir 材料 --place 市政府一号会议室 --time 下午2:30\n  tuijin pack DB2020-03 --issued --output-dir 原样\n  tuijin pack DB2020-03 --list\n|\nExamples:\n  tuijin pack DB2020-03 --output-dir papers\n  tuijin pack DB2020-03 --issued --number 1 --output-dir again\n  tuijin pack DB2020-03 --list"
)]
pub struct PackArgs {
    /// 会议编号 | Code of the meeting
    #[arg(value_name = "编号|CODE")]
    code: String,

    /// 材料写入此文件夹 | The folder for the papers
    #[arg(long, value_name = "文件夹|FOLDER")]
    output_dir: Option<PathBuf>,

    /// 会议地点；不写的在通知上留空 | Where it is held; left to be written in unless given
    #[arg(long, value_name = "地点|PLACE")]
    place: Option<String>,

    /// 会议时间，如“下午2:30”；不写的在通知上留空 | At what time; left to be written in unless given
    #[arg(long, value_name = "时间|TIME")]
    time: Option<String>,

    #[command(flatten)]
    templates: Templates,

    /// 原样再取印发过的材料 | Take again what was handed out, byte for byte
    #[arg(long, conflicts_with_all = ["list", "place", "time"])]
    issued: bool,

    /// 第几次印发的，缺省为最近一次 | Which set; the last unless given
    #[arg(long, value_name = "次序|NUMBER", requires = "issued")]
    number: Option<u64>,

    /// 列出印发过的材料和校验值 | List what was handed out, with hashes
    #[arg(long)]
    list: bool,
}

pub fn run(context: &Context, args: &PackArgs) -> Result<u8> {
    if args.list {
        let ((meeting, issues), directory, scope) =
            context.read(None, |reader| list(reader, &args.code))?;
        context.print(&view::pack::issued(&context.frame(scope, &directory), &meeting, &issues))?;
        return Ok(0);
    }
    let folder = args.output_dir.as_deref().ok_or(PackRefusal::NoFolder)?;
    if context.output.is_some() {
        let (first, second) = ("--output-dir".to_owned(), "--output".to_owned());
        return Err(Kind::OneAtATime { first, second }.into());
    }
    if args.issued { hand_again(context, args, folder) } else { hand_out(context, args, folder) }
}

fn hand_again(context: &Context, args: &PackArgs, folder: &Path) -> Result<u8> {
    let ((code, issue, files), _, _) =
        context.read(None, |reader| again(reader, &args.code, args.number))?;
    let mut stage = Stage::default();
    stage.lay(folder, &files)?;
    put(context, stage)?;
    let (number, day, files) = (issue.number, issue.day, issue.files.len() as u64);
    context.tell(&PackNote::Again { code, number, day, files }.into());
    Ok(0)
}

fn hand_out(context: &Context, args: &PackArgs, folder: &Path) -> Result<u8> {
    let texts = args.templates.read()?;
    let stamp = context.stamp(CommandName::Pack, None, None)?;
    let mut library = context.library_to_write()?;
    let unsaid = RefCell::new(Vec::new());
    let draw = |material: &Material| -> Result<Vec<File>> {
        let document = read(&material.document)?;
        let occasion = occasion(context, args, material);
        unsaid.replace(occasion.office.missing.clone());
        let look = office::look(&material.settings);
        let way = Way { texts: &texts, look: &look, redact: context.redact };
        draw(&set(material, &document, &occasion), &way)
    };
    let mut stage = Stage::default();
    let hands = Hands {
        freeze: &super::meeting::freeze::draw,
        draw: &draw,
        stage: &mut |files| stage.lay(folder, files),
    };
    let packed = pack(&mut library, &stamp, &mut context.waiting(), &args.code, hands)?;
    let done = put(context, stage);
    let what = unsaid.take();
    if !what.is_empty() {
        context.tell(&PackNote::Unsaid { what }.into());
    }
    tell(context, packed);
    match done {
        // What was kept stands; what could not be put in its place is taken again.
        Err(Fault::Refused(refusal)) => {
            output::say(&labels::refusal(&refusal, context.lang));
            Ok(3)
        }
        done => done.map(|()| 0),
    }
}

fn occasion(context: &Context, args: &PackArgs, material: &Material) -> Occasion {
    Occasion {
        place: args.place.clone(),
        time: args.time.clone(),
        redact: context.redact,
        office: office::office(&material.settings, &material.directory.city),
    }
}

fn put(context: &Context, stage: Stage) -> Result<()> {
    for note in stage.put()? {
        context.tell(&note);
    }
    Ok(())
}

fn tell(context: &Context, packed: Packed) {
    for note in packed.notes {
        context.tell(&note.into());
    }
    if !packed.confidential.is_empty() {
        context.tell(&PackNote::Confidential { codes: packed.confidential }.into());
    }
    let (code, edition) = (packed.code, packed.edition);
    let (number, files) = (packed.issue.number, packed.issue.files.len() as u64);
    let day = packed.issue.day;
    context.tell(
        &PackNote::DrawnFrom { code: code.clone(), number: edition.number, day: edition.day }
            .into(),
    );
    context.tell(&match packed.is_new {
        true => PackNote::HandedOut { code, number, files }.into(),
        false => PackNote::Same { code, number, day }.into(),
    });
}
