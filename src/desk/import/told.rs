//! What the files of one import have said so far: which project was reported where, so that no file
//! silently overwrites another, and a project reported by two districts is found.

use crate::model::entry::Likeness;
use crate::model::field::{Field, Quantity};
use crate::model::money::{Currency, Usd};
use crate::model::month::Month;
use crate::model::name::{identity_key, investor_keys};
use crate::model::project::Project;
use crate::model::value::Value;
use crate::rules::likeness::{Known, Portrait, Tolerance, neighbours};
use std::collections::{HashMap, HashSet};
use std::num::NonZeroU32;

/// A row of a sheet of one of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    part: u32,
    row: NonZeroU32,
}

/// A project as a row speaks of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    pub name: String,
    pub investor: Option<String>,
    pub district: i64,
    pub total: Option<Usd>,
    /// Its code and id, where it is a project of the library.
    pub code: Option<String>,
    known: bool,
}

/// What was said so far. It grows with the projects and months spoken of, not with the rows.
#[derive(Default)]
pub struct Told {
    files: Vec<String>,
    /// Sheets read so far, each with the place of its file among them.
    parts: Vec<(usize, Option<String>)>,
    /// By month and project, where it was reported.
    reported: HashMap<Month, Vec<Option<Spot>>>,
    /// Applications of unknown projects: district, name, month.
    asked: HashMap<(i64, String, Month), Spot>,
    mentions: Vec<(Mention, Spot)>,
    /// Mentions by code, by name and by investor.
    index: HashMap<Key, Vec<u32>>,
    /// Known projects that are among the mentions.
    mentioned: HashSet<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Key {
    Code(String),
    Name(String),
    Investor(String),
}

impl Told {
    /// Goes on with another file.
    pub fn begin(&mut self, file: &str) {
        self.files.push(file.to_owned());
        self.turn_to(None);
    }

    /// Goes on with another sheet of the file.
    pub fn turn_to(&mut self, sheet: Option<&str>) {
        let file = self.files.len().saturating_sub(1);
        self.parts.push((file, sheet.map(str::to_owned)));
    }

    fn file_of(&self, spot: Spot) -> Option<usize> {
        self.parts.get(spot.part as usize).map(|(file, _)| *file)
    }

    /// The last file was not taken: what it reported does not stand in another's way.
    pub fn forget(&mut self) {
        let last = self.files.len().saturating_sub(1);
        let first = self.parts.iter().position(|(file, _)| *file == last).unwrap_or(0) as u32;
        for spots in self.reported.values_mut() {
            for spot in spots.iter_mut() {
                *spot = spot.filter(|spot| spot.part < first);
            }
        }
        self.asked.retain(|_, spot| spot.part < first);
        // What entered with it has no id any more.
        self.mentioned.clear();
    }

    fn spot(&self, row: u64) -> Spot {
        let row = u32::try_from(row).ok().and_then(NonZeroU32::new).unwrap_or(NonZeroU32::MAX);
        Spot { part: self.parts.len().saturating_sub(1) as u32, row }
    }

    /// The file of a spot, where it is not the present one, and its row.
    pub fn place(&self, spot: Spot) -> (Option<String>, u64) {
        let of = self.file_of(spot);
        let other = of != self.file_of(self.spot(1));
        let file = of.and_then(|of| self.files.get(of)).filter(|_| other).cloned();
        (file, u64::from(spot.row.get()))
    }

    /// The sheet of a spot, where it is not the present one.
    pub fn sheet(&self, spot: Spot) -> Option<String> {
        let (_, sheet) = self.parts.get(spot.part as usize)?;
        sheet.clone().filter(|_| spot.part != self.spot(1).part)
    }

    /// Records that a row reports a known project; where it was reported for the month already.
    pub fn report(&mut self, project: i64, month: Month, row: u64) -> Option<Spot> {
        let here = self.spot(row);
        let spots = self.reported.entry(month).or_default();
        let at = project.max(0) as usize;
        if spots.len() <= at {
            spots.resize(at + 1, None);
        }
        let before = spots[at];
        spots[at] = before.or(Some(here));
        before
    }

    /// Records that a row applies for an unknown project; where that was done for the month already.
    pub fn ask(&mut self, district: i64, name: &str, month: Month, row: u64) -> Option<Spot> {
        let here = self.spot(row);
        let key = (district, identity_key(name), month);
        match self.asked.get(&key) {
            Some(before) => Some(*before),
            None => {
                self.asked.insert(key, here);
                None
            }
        }
    }

    /// Whether a known project was among the mentions already: it is compared with the others once.
    pub fn has_mentioned(&self, project: i64) -> bool {
        self.mentioned.contains(&project)
    }

    /// Takes in a mention; the earlier ones of other districts that are likely the same project.
    pub fn mention(
        &mut self,
        mention: Mention,
        project: Option<i64>,
        row: u64,
        tolerance: Tolerance,
    ) -> Vec<(Mention, Spot)> {
        if project.is_some_and(|project| !self.mentioned.insert(project)) {
            return Vec::new();
        }
        let here = self.spot(row);
        let name = identity_key(&mention.name);
        let mut keys = vec![Key::Name(name.clone())];
        keys.extend(mention.code.clone().map(Key::Code));
        let investors = investor_keys(mention.investor.as_deref().unwrap_or_default());
        keys.extend(investors.into_iter().map(Key::Investor));
        let mut others: Vec<u32> =
            keys.iter().filter_map(|key| self.index.get(key)).flatten().copied().collect();
        others.sort_unstable();
        others.dedup();
        let others = others.iter().filter_map(|at| self.mentions.get(*at as usize));
        let same_district = |other: &Mention| {
            other.district == mention.district && identity_key(&other.name) == name
        };
        let mut again = false;
        let mut found = Vec::new();
        for (other, spot) in others {
            again |= same_district(other);
            if other.district != mention.district && is_same(&mention, other, tolerance) {
                found.push((other.clone(), *spot));
            }
        }
        if again {
            return Vec::new();
        }
        let at = self.mentions.len() as u32;
        for key in keys {
            self.index.entry(key).or_default().push(at);
        }
        self.mentions.push((mention, here));
        found
    }
}

/// Whether two mentions by two districts are likely of one project.
fn is_same(one: &Mention, other: &Mention, tolerance: Tolerance) -> bool {
    if one.code.is_some() && one.code == other.code {
        return true;
    }
    // Two projects of the library were compared when they entered; only one name is news.
    if one.known && other.known && identity_key(&one.name) != identity_key(&other.name) {
        return false;
    }
    let known = Known { code: "", portrait: other.portrait() };
    let near = neighbours(one.portrait(), [known], tolerance);
    near.iter().any(|near| near.likeness != Likeness::Slight)
}

impl Mention {
    /// What a row says of a project, as far as it can be read.
    pub fn of(values: &[(Field, Value)], district: i64) -> Mention {
        let mut mention = Mention {
            name: String::new(),
            investor: None,
            district,
            total: None,
            code: None,
            known: false,
        };
        for (field, value) in values {
            match (field, value) {
                (Field::Name, Value::Text(text)) => mention.name.clone_from(text),
                (Field::Investor, Value::Text(text)) => mention.investor = Some(text.clone()),
                (Field::Money(Quantity::Total), Value::Amount(amount))
                    if amount.currency.0 == Currency::USD =>
                {
                    mention.total = Some(Usd(amount.hundredths));
                }
                (_, Value::Code(code)) => mention.code = Some(code.clone()),
                _ => {}
            }
        }
        mention
    }

    /// Completed by what the library knows of it.
    pub fn known_as(&mut self, project: &Project) {
        if self.name.is_empty() {
            self.name.clone_from(&project.name);
        }
        self.investor = self.investor.take().or_else(|| project.investor.clone());
        self.total = self.total.or_else(|| project.standing.amounts.get(Quantity::Total));
        self.code = Some(project.code.clone());
        self.known = true;
    }

    fn portrait(&self) -> Portrait<'_> {
        Portrait {
            name: &self.name,
            investor: self.investor.as_deref(),
            district: self.district,
            total: self.total,
        }
    }
}
