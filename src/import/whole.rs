//! A sheet that holds the others again (总表): what the others have too is left out of it, so that
//! nothing is counted twice, and what it says otherwise is told.

use super::Intake;
use super::intake::Figures;
use super::words::{self, Kind as Word, fold};
use crate::model::name::identity_key;
use crate::model::note::Note;
use std::collections::BTreeMap;

/// Names told of a difference.
const SHOWN: usize = 10;

/// A project of a sheet: its name, and what the sheet says of its stage and amounts.
type Project = (String, Figures);

/// Takes out the sheet that holds all others again, if there is one; where it has projects that
/// stand on no other sheet and says whose they are, those are read.
pub fn leave_out(intakes: &mut Vec<Intake>) -> Vec<Note> {
    if intakes.len() < 2 {
        return Vec::new();
    }
    let sheets: Vec<BTreeMap<String, Project>> = intakes
        .iter()
        .map(|intake| {
            let projects = intake.projects().into_iter();
            projects.map(|(name, figures)| (identity_key(&name), (name, figures))).collect()
        })
        .collect();
    let Some(whole) = (0..sheets.len()).find(|at| holds_the_others(*at, &sheets, intakes)) else {
        return Vec::new();
    };
    let mut parts: BTreeMap<String, Project> = BTreeMap::new();
    for (at, projects) in sheets.iter().enumerate() {
        if at != whole {
            parts.extend(projects.clone());
        }
    }
    let sheet = intakes[whole].understood.sheet.clone().unwrap_or_default();
    let more = sheets[whole].keys().any(|key| !parts.contains_key(key));
    if more && intakes[whole].knows_district() {
        intakes[whole].pass_over(parts.keys().cloned().collect());
    } else {
        intakes.remove(whole);
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
    let differs = |(key, (name, figures)): (&String, &Project)| {
        let same = |other: &Project| {
            figures.iter().all(|(field, value)| {
                let known = other.1.iter().find(|(known, _)| known == field);
                known.is_none_or(|(_, known)| known == value)
            })
        };
        (!parts.get(key).is_some_and(same)).then(|| name.clone())
    };
    let missing = parts.iter().filter(|(key, _)| !whole.contains_key(*key));
    whole.iter().filter_map(differs).chain(missing.map(|(_, (name, _))| name.clone())).collect()
}
