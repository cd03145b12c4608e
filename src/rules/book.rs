//! The rule book (规则): which version of a standard is in force on a day.

use crate::model::Day;
use crate::model::finding::{RuleName, RuleVersion};

/// All versions of all standards.
#[derive(Debug, Clone, Default)]
pub struct RuleBook(Vec<RuleVersion>);

impl RuleBook {
    pub fn new(mut versions: Vec<RuleVersion>) -> RuleBook {
        versions.sort_by_key(|version| (version.rule, version.since));
        RuleBook(versions)
    }

    /// The version in force on `day`; before the first one takes effect, that first one, whose own
    /// date then shows. `None` only if the standard has no version at all.
    pub fn on(&self, rule: RuleName, day: Day) -> Option<&RuleVersion> {
        let versions = self.0.iter().filter(|version| version.rule == rule);
        let mut first = None;
        let mut current = None;
        for version in versions {
            first.get_or_insert(version);
            if version.since <= day {
                current = Some(version);
            }
        }
        current.or(first)
    }

    /// Every version, by standard and effective day.
    pub fn versions(&self) -> &[RuleVersion] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_in_force_is_the_latest_that_has_begun() {
        let version = |value, since: &str| RuleVersion {
            rule: RuleName::EntryScale,
            value,
            since: since.parse().unwrap(),
            clause: String::new(),
            example: true,
        };
        let book = RuleBook::new(vec![version(2, "2021-01-01"), version(1, "2020-01-01")]);
        let value = |day: &str| {
            book.on(RuleName::EntryScale, day.parse().unwrap()).map(|version| version.value)
        };
        assert_eq!(value("2020-12-31"), Some(1));
        assert_eq!(value("2021-01-01"), Some(2));
        assert_eq!(value("2019-01-01"), Some(1));
        assert!(book.on(RuleName::ReportDue, "2020-01-01".parse().unwrap()).is_none());
    }
}
