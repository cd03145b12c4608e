//! The files of letters: the letter itself, and the form its department fills in.

use crate::cli::context::Context;
use crate::cli::office;
use crate::cli::stage::Stage;
use crate::cli::texts::Templates;
use crate::desk::appeal::paper::Paper;
use crate::error::{Kind, Result};
use crate::format::official::{self, Texts};
use crate::format::{self, Format};
use crate::labels::Lang;
use crate::labels::prompt::{Prompt, prompt};
use crate::model::appeal_note::AppealNote;
use crate::view::form::reply;
use crate::view::letter::{Investors, form, official as paper_of};
use crate::view::names::Frame;
use clap::Args;
use std::path::Path;

/// How letters are written.
#[derive(Debug, Args)]
pub struct Writing {
    /// 版头：letter 加印版头，缺省只有正文，版头和文号由办公系统加 | The head: letter prints it; unless given there is the body alone, for the office system to head
    #[arg(long, value_name = "版头|HEAD")]
    head: Option<String>,

    #[command(flatten)]
    templates: Templates,
}

/// What letters are written with, read before anything is done.
pub struct Stationery {
    texts: Texts,
    has_head: bool,
}

impl Writing {
    /// # Errors
    /// A head there is not, [`crate::error::TemplateRefusal`].
    pub fn read(&self) -> Result<Stationery> {
        let has_head = match self.head.as_deref() {
            None | Some("none") => false,
            Some("letter") => true,
            Some(other) => {
                let choices = vec!["letter".to_owned(), "none".to_owned()];
                return Err(Kind::UnknownChoice { value: other.to_owned(), choices }.into());
            }
        };
        Ok(Stationery { texts: self.templates.read()?, has_head })
    }
}

/// Writes a letter and a reply form for each paper: all of them, or none.
///
/// # Errors
/// A text that cannot be filled in, a file that cannot be written.
pub fn write(
    context: &Context,
    folder: &Path,
    papers: &[Paper],
    frame: &Frame<'_>,
    with: &Stationery,
) -> Result<()> {
    let office = office::office(&frame.directory.settings, &frame.directory.city);
    let mut look = office::look(&frame.directory.settings);
    look.head = with.has_head.then(|| office.name.clone());
    let named = if context.redact { Investors::LeftOut } else { Investors::Named };
    let mut files = Vec::new();
    for paper in papers {
        let known = &frame.directory.departments;
        let known = known.iter().find(|known| known.id == paper.letter.department);
        let name = known.map(|known| context.lang.pick((&known.short, &known.english)));
        // A name is the clerk's own words: no part of it is a folder.
        let name = name.map_or("", String::as_str).replace(['/', '\\'], "");
        let stem = format!("{}{name}", paper.letter.code);
        let letter = paper_of(frame, paper, &office, named);
        let ending = prompt(Prompt::LetterStem, context.lang);
        let letter = official::render(&[letter], &with.texts, &look)?;
        files.push((format!("{stem}{ending}.{}", Format::Docx.extension()), letter));
        let ending = prompt(Prompt::ReplyFormStem, context.lang);
        let (format, bytes) = reply_form(context, frame, paper)?;
        files.push((format!("{stem}{ending}.{}", format.extension()), bytes));
    }
    let mut stage = Stage::default();
    stage.lay(folder, &files)?;
    for note in stage.put()? {
        context.tell(&note);
    }
    if !office.missing.is_empty() {
        context.tell(&AppealNote::OfficeUnsaid { what: office.missing }.into());
    }
    Ok(())
}

/// A workbook to fill in, or the plain table where a format is asked for.
fn reply_form(context: &Context, frame: &Frame<'_>, paper: &Paper) -> Result<(Format, Vec<u8>)> {
    match context.format {
        Format::Table | Format::Xlsx | Format::Docx => {
            // Departments read Chinese whatever the clerk's language is.
            let bytes = format::form::render(&reply(frame, paper), Lang::Zh)?;
            Ok((Format::Xlsx, bytes))
        }
        format => Ok((format, format::render(&form(frame, paper), format, context.lang, None)?)),
    }
}
