//! `check`: is the file whole, do its invariants hold, are the rules in force kept?

mod docket;

use crate::error::Result;
use crate::model::brief::Filter;
use crate::model::check::Trouble;
use crate::model::field::Quantity;
use crate::model::money::Usd;
use crate::store::Reader;
use crate::store::check::GroupSum;
use std::collections::BTreeMap;

/// What was looked at, and what is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckUp {
    pub troubles: Vec<Trouble>,
    /// Projects in the library.
    pub projects: u64,
    /// Commands on record.
    pub operations: u64,
}

impl CheckUp {
    /// Faults of the file, and breaches of rules.
    pub fn counts(&self) -> (u64, u64) {
        let breaches = self.troubles.iter().filter(|trouble| trouble.is_breach()).count() as u64;
        (self.troubles.len() as u64 - breaches, breaches)
    }
}

/// Looks at everything. A file that is damaged is looked at no further.
///
/// # Errors
/// Only what the store reports.
pub fn check(reader: &Reader<'_>) -> Result<CheckUp> {
    let mut troubles = reader.damage()?;
    if troubles.iter().any(|trouble| matches!(trouble, Trouble::Damaged { .. })) {
        return Ok(CheckUp { troubles, projects: 0, operations: 0 });
    }
    let (listed, projects) = listed(reader)?;
    troubles.extend(figures(reader, &listed)?);
    troubles.extend(docket::troubles(reader)?);
    troubles.extend(reader.unexplained()?);
    troubles.extend(reader.unreasoned()?);
    Ok(CheckUp { troubles, projects, operations: reader.operations()? })
}

/// The listed rows folded by district.
fn listed(reader: &Reader<'_>) -> Result<(BTreeMap<i64, GroupSum>, u64)> {
    let briefs = reader.briefs(&Filter::default())?;
    let mut groups: BTreeMap<i64, GroupSum> = BTreeMap::new();
    for brief in &briefs {
        let group = groups.entry(brief.district).or_default();
        group.projects += 1;
        for (slot, quantity) in group.sums.iter_mut().zip(Quantity::ALL) {
            *slot = slot.plus(brief.amounts.get(*quantity).unwrap_or_default());
        }
    }
    Ok((groups, briefs.len() as u64))
}

/// The folded rows against the groups SQL makes of the reports.
fn figures(reader: &Reader<'_>, listed: &BTreeMap<i64, GroupSum>) -> Result<Vec<Trouble>> {
    let grouped = reader.grouped()?;
    let mut troubles = Vec::new();
    for district in reader.districts()? {
        let ours = listed.get(&district.id).copied().unwrap_or_default();
        let theirs = grouped.get(&district.id).copied().unwrap_or_default();
        let differs = |quantity, listed: Usd, grouped: Usd| Trouble::Figure {
            district: district.name.clone(),
            quantity,
            listed,
            grouped,
        };
        if ours.projects != theirs.projects {
            let count = |group: GroupSum| Usd(i64::try_from(group.projects).unwrap_or(i64::MAX));
            troubles.push(differs(None, count(ours), count(theirs)));
        }
        for (place, quantity) in Quantity::ALL.iter().enumerate() {
            if ours.sums[place] != theirs.sums[place] {
                troubles.push(differs(Some(*quantity), ours.sums[place], theirs.sums[place]));
            }
        }
    }
    Ok(troubles)
}
