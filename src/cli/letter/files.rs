//! The files of letters: the letter itself, and the form its department fills in.

use crate::cli::context::Context;
use crate::cli::texts::Templates;
use crate::cli::{office, stage};
use crate::desk::appeal::paper::{Paper, Written};
use crate::error::{Kind, Result};
use crate::format::official::{self, Texts};
use crate::format::{self, Format};
use crate::labels::Lang;
use crate::labels::prompt::{Prompt, prompt};
use crate::model::appeal_note::AppealNote;
use crate::view::form::reply;
use crate::view::letter::{form, official as paper_of};
use crate::view::names::Frame;
use clap::Args;
use std::path::Path;

/// Departments read Chinese, whatever the clerk's language is.
const PAPER: Lang = Lang::Zh;

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
    letters: &[Written],
    with: &Stationery,
) -> Result<()> {
    let named = context.investors();
    let (mut files, mut missing) = (Vec::new(), Vec::new());
    for Written { paper, directory, scope } in letters {
        let frame = context.frame(*scope, directory);
        let office = office::office(&directory.settings, &directory.city);
        let mut look = office::look(&directory.settings);
        look.head = with.has_head.then(|| office.name.clone());
        let mut known = directory.departments.iter();
        let known = known.find(|known| known.id == paper.letter.department);
        let name = known.map_or("", |known| known.short.as_str());
        let stem = format!("{}{name}", paper.letter.code);
        let letter = paper_of(&frame, paper, &office, named);
        let ending = prompt(Prompt::LetterStem, PAPER);
        let letter = official::render(&[letter], &with.texts, &look)?;
        files.push((format!("{stem}{ending}.{}", Format::Docx.extension()), letter));
        let ending = prompt(Prompt::ReplyFormStem, PAPER);
        let (format, bytes) = reply_form(context, &frame, paper)?;
        files.push((format!("{stem}{ending}.{}", format.extension()), bytes));
        // What a letter went without cannot be set any more.
        if paper.letter.sent.is_none() {
            missing = office.missing;
        }
    }
    stage::write(context, folder, &files)?;
    if !missing.is_empty() {
        context.tell(&AppealNote::OfficeUnsaid { what: missing }.into());
    }
    Ok(())
}

/// A workbook to fill in, or the plain table where a format is asked for.
fn reply_form(context: &Context, frame: &Frame<'_>, paper: &Paper) -> Result<(Format, Vec<u8>)> {
    match context.format {
        Format::Table | Format::Xlsx | Format::Docx => {
            let bytes = format::form::render(&reply(frame, paper), PAPER)?;
            Ok((Format::Xlsx, bytes))
        }
        format => Ok((format, format::render(&form(frame, paper), format, context.lang, None)?)),
    }
}
