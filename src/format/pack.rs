//! The papers of a meeting as files, numbered in the order of the folder. They are in Chinese whatever
//! the terminal speaks.

use super::official::{self, Texts};
use super::{docx, sheet, unit, xlsx};
use crate::error::Result;
use crate::labels::{self, Lang};
use crate::model::look::Look;
use crate::view::pack::{Drawn, Leaf, Paper};
use crate::view::redact::redact;

const LANG: Lang = Lang::Zh;

/// What the papers are drawn with.
pub struct Way<'a> {
    pub texts: &'a Texts,
    pub look: &'a Look,
    /// Investors' names are left out.
    pub redact: bool,
}

/// Every file of the set with its name.
///
/// # Errors
/// A text that cannot be filled in.
pub fn draw(papers: &[Paper], way: &Way<'_>) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for (paper, number) in papers.iter().zip(1..) {
        let stem = format!("{number:02}{}", labels::word(paper.kind, LANG));
        let named = |ending: &str| format!("{stem}.{ending}");
        match &paper.drawn {
            Drawn::Officials(officials) => {
                files.push((named("docx"), official::render(officials, way.texts, way.look)?));
            }
            Drawn::Read(leaves) => {
                files.push((
                    named("docx"),
                    docx::render_all(&prepared(leaves, way), LANG, way.look)?,
                ));
            }
            Drawn::Both(leaves) => {
                let leaves = prepared(leaves, way);
                files.push((named("docx"), docx::render_all(&leaves, LANG, way.look)?));
                files.push((named("xlsx"), xlsx::render_all(&leaves, LANG)?));
            }
            Drawn::TextsAndTables(officials, leaves) => {
                files.push((named("docx"), official::render(officials, way.texts, way.look)?));
                files.push((named("xlsx"), xlsx::render_all(&prepared(leaves, way), LANG)?));
            }
            Drawn::Sheet(page) => files.push((named("xlsx"), sheet::render(page, LANG)?)),
        }
    }
    Ok(files)
}

/// The pages as paper shows them.
fn prepared(leaves: &[Leaf], way: &Way<'_>) -> Vec<Leaf> {
    let leaf = |(name, page): &Leaf| {
        let mut page = page.clone();
        if way.redact {
            redact(&mut page);
        }
        (name.clone(), unit::placed(&page).into_owned())
    };
    leaves.iter().map(leaf).collect()
}
