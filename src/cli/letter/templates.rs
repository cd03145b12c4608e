//! `letter templates`

use crate::cli::context::Context;
use crate::cli::stage;
use crate::error::{Kind, Result};
use crate::labels::official;
use crate::model::text::TextKind;
use crate::view;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct TemplatesArgs {
    /// 随附的模板写入此文件夹，不覆盖改过的 | Write the shipped texts into this folder; one that was edited is left alone
    #[arg(long, value_name = "文件夹|FOLDER")]
    output_dir: Option<PathBuf>,
}

pub fn run(context: &Context, args: &TemplatesArgs) -> Result<u8> {
    if let Some(folder) = &args.output_dir {
        // Notepad of older systems knows no other line end.
        let texts = TextKind::ALL.iter().map(|kind| {
            let text = official::shipped(*kind).replace('\n', "\r\n");
            (official::file(*kind), text.into_bytes())
        });
        let texts: Vec<(String, Vec<u8>)> = texts.collect();
        let edited = texts
            .iter()
            .map(|(name, text)| (folder.join(name), text))
            .find(|(path, text)| path.exists() && std::fs::read(path).ok().as_ref() != Some(*text));
        if let Some((path, _)) = edited {
            return Err(Kind::OutputExists { path: path.display().to_string() }.into());
        }
        stage::write(context, folder, &texts)?;
    }
    context.print(&view::texts::list(context.day()))?;
    Ok(0)
}
