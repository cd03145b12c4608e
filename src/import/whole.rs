//! A sheet that holds the others again (总表): it is left out, so that nothing is counted twice, and
//! what it says otherwise is told.

use super::Intake;
use super::words::{self, Kind as Word, fold};
use crate::model::name::identity_key;
use crate::model::note::Note;
use crate::model::value::Value;
use std::collections::BTreeMap;

/// Names told of a difference.
const SHOWN: usize = 10;

/// A project of a sheet: its name, and its total investment.
type Project = (String, Option<Value>);

/// Takes out the sheet that holds all others again, if there is one.
pub fn leave_out(intakes: &mut Vec<Intake>) -> Vec<Note> {
    if intakes.len() < 2 {
        return Vec::new();
    }
    let sheets: Vec<BTreeMap<String, Project>> = intakes
        .iter()
        .map(|intake| {
            let projects = intake.projects().into_iter();
            projects.map(|(name, total)| (identity_key(&name), (name, total))).collect()
        })
        .collect();
    let Some(whole) = (0..sheets.len()).find(|at| holds_the_others(*at, &sheets, intakes)) else {
        return Vec::new();
    };
    let sheet = intakes.remove(whole).understood.sheet.unwrap_or_default();
    let mut parts: BTreeMap<String, Project> = BTreeMap::new();
    for (at, projects) in sheets.iter().enumerate() {
        if at != whole {
            parts.extend(projects.clone());
        }
    }
    let mut notes = vec![Note::WholeSheet { sheet: sheet.clone() }];
    let names = differences(&sheets[whole], &parts);
    if !names.is_empty() {
        let count = names.len() as u64;
        let names = names.into_iter().take(SHOWN).collect();
        notes.push(Note::WholeSheetDiffers { sheet, names, count });
    }
    notes
}

/// Whether a sheet has nearly every project of all the others: half of them where its name says
/// that it is the whole, nine tenths where only its content does.
fn holds_the_others(at: usize, sheets: &[BTreeMap<String, Project>], intakes: &[Intake]) -> bool {
    let others = sheets.iter().enumerate().filter(|(other, _)| *other != at);
    let others: Vec<&String> = others.flat_map(|(_, projects)| projects.keys()).collect();
    let held = others.iter().filter(|key| sheets[at].contains_key(**key)).count();
    let name = fold(intakes[at].understood.sheet.as_deref().unwrap_or_default());
    let named = words::list(Word::WholeSheet).iter().any(|(word, _)| name.contains(word.as_str()));
    if others.is_empty() {
        return false;
    }
    if named { 2 * held >= others.len() } else { sheets.len() > 2 && 10 * held >= 9 * others.len() }
}

fn differences(
    whole: &BTreeMap<String, Project>,
    parts: &BTreeMap<String, Project>,
) -> Vec<String> {
    let differs = |(key, (name, total)): (&String, &Project)| {
        let other = parts.get(key);
        (other.is_none_or(|(_, other)| other != total)).then(|| name.clone())
    };
    let missing = parts.iter().filter(|(key, _)| !whole.contains_key(*key));
    whole.iter().filter_map(differs).chain(missing.map(|(_, (name, _))| name.clone())).collect()
}
