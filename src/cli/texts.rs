//! The texts of papers: those that are shipped, or an office's own (`--templates`).

use super::context::shown;
use crate::error::{Fault, Kind, Place, Result, TemplateRefusal};
use crate::format::official::Texts;
use crate::import::prose::prose;
use crate::labels::official;
use crate::model::text::TextKind;
use clap::Args;
use std::path::{Path, PathBuf};

/// `--templates`
#[derive(Debug, Args)]
pub struct Templates {
    /// 本单位的公文模板所在文件夹，没有的用随附的 | Folder of the office's own texts; what it lacks is as shipped
    #[arg(long, value_name = "文件夹|FOLDER")]
    templates: Option<PathBuf>,
}

impl Templates {
    /// The texts to write by, looked through.
    ///
    /// # Errors
    /// [`TemplateRefusal`].
    pub fn read(&self) -> Result<Texts> {
        self.templates.as_deref().map_or_else(|| Ok(Texts::shipped()), read)
    }
}

/// The names that files of texts have.
pub fn files() -> Vec<String> {
    TextKind::ALL.iter().map(|kind| official::file(*kind)).collect()
}

fn read(folder: &Path) -> Result<Texts> {
    let place = folder.display().to_string();
    if !folder.is_dir() {
        return Err(TemplateRefusal::NoFolder { path: place }.into());
    }
    let unreadable = |error: std::io::Error| -> Fault {
        Kind::Unreadable { path: folder.display().to_string(), detail: error.to_string() }.into()
    };
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let ending = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md"));
        if ending && path.is_file() && !shown(&path).starts_with('.') {
            found.push(path);
        }
    }
    found.sort();
    if found.is_empty() {
        let none: Fault = TemplateRefusal::NoTexts { known: files() }.into();
        return Err(none.in_file(&place));
    }
    let mut texts = Texts::shipped();
    for path in found {
        let name = shown(&path);
        let kind = TextKind::ALL.iter().find(|kind| official::file(**kind) == name);
        let Some(kind) = kind else {
            let unknown = Kind::from(TemplateRefusal::UnknownText { known: files() });
            return Err(unknown.at(Place::file(&name)).into());
        };
        let source = prose(&path).map_err(|fault| fault.in_file(&name))?;
        texts = texts.replaced(*kind, source, name)?;
    }
    Ok(texts)
}
