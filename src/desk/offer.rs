//! Words to choose from while a command is typed.

use crate::model::noun::{Names, Noun, Offer};
use crate::store::glance::Glance;
use std::path::Path;

/// How many are offered at once; the last one that was left out comes after them.
const MOST: usize = 200;

/// Which of several names comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First {
    Short,
    Key,
}

/// The words that begin with what is typed, of a kind of thing; none where there is no library.
pub fn offers(library: &Path, noun: Noun, typed: &str, first: First) -> Vec<Offer> {
    let Some(glance) = Glance::at(library) else { return Vec::new() };
    match noun {
        Noun::Category | Noun::District | Noun::Department => {
            named(&glance.names(noun), typed, first)
        }
        Noun::Party => {
            let mut names = glance.names(Noun::District);
            names.extend(glance.names(Noun::Department));
            named(&names, typed, first)
        }
        // A code is ASCII; anything else begins a name, which those commands take as well.
        Noun::Project if !typed.is_ascii() => glance.project_names(typed, MOST),
        Noun::Project => {
            let codes = glance.codes(noun, &typed.to_ascii_uppercase(), MOST);
            if codes.is_empty() { glance.project_names(typed, MOST) } else { codes }
        }
        _ => glance.codes(noun, &typed.to_ascii_uppercase(), MOST),
    }
}

/// Of each, the first of its names that begins with what is typed.
fn named(all: &[Names], typed: &str, first: First) -> Vec<Offer> {
    let typed = typed.to_lowercase();
    let one = |names: &Names| {
        let order = match first {
            First::Short => [&names.short, &names.full, &names.key],
            First::Key => [&names.key, &names.short, &names.full],
        };
        let word = order.into_iter().find(|name| name.to_lowercase().starts_with(&typed))?;
        let about = match first {
            First::Short if *word != names.full => &names.full,
            First::Short => &names.short,
            First::Key => &names.english,
        };
        let about = if about == word { String::new() } else { about.clone() };
        Some(Offer { word: word.clone(), about })
    };
    all.iter().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_district_is_offered_by_the_name_that_is_being_typed() {
        let names = |key: &str, short: &str, full: &str, english: &str| Names {
            key: key.to_owned(),
            short: short.to_owned(),
            full: full.to_owned(),
            english: english.to_owned(),
        };
        let all = [
            names("kunshan", "昆山", "昆山市", "Kunshan"),
            names("sip", "园区", "苏州工业园区", "Suzhou Industrial Park"),
        ];
        let offered = |typed, first| {
            let offers = named(&all, typed, first).into_iter();
            offers.map(|offer| format!("{}={}", offer.word, offer.about)).collect::<Vec<_>>()
        };
        assert_eq!(offered("", First::Short), ["昆山=昆山市", "园区=苏州工业园区"]);
        assert_eq!(offered("K", First::Short), ["kunshan=昆山市"]);
        assert_eq!(offered("苏", First::Short), ["苏州工业园区=园区"]);
        assert_eq!(offered("昆山市", First::Short), ["昆山市=昆山"]);
        assert_eq!(offered("", First::Key), ["kunshan=Kunshan", "sip=Suzhou Industrial Park"]);
        assert_eq!(offered("太", First::Short), [""; 0]);
    }
}
