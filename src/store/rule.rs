//! The standards (规则) with all their versions.

use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::finding::{RuleName, RuleVersion};

impl Reader<'_> {
    /// Every version of every standard, by name and effective day.
    pub fn rules(&self) -> Result<Vec<RuleVersion>> {
        let mut select = self.connection.prepare_cached(
            "SELECT name, value, effective, clause, example FROM rule ORDER BY name, effective",
        )?;
        let rows = select.query_map([], |row| {
            let name: String = row.get(0)?;
            let effective: String = row.get(2)?;
            Ok((name, row.get(1)?, effective, row.get(3)?, row.get(4)?))
        })?;
        let mut rules = Vec::new();
        for row in rows {
            let (name, value, effective, clause, example) = row?;
            if let (Some(rule), Ok(since)) = (RuleName::from_key(&name), effective.parse()) {
                rules.push(RuleVersion { rule, value, since, clause, example });
            }
        }
        rules.sort_by_key(|version| (version.rule, version.since));
        Ok(rules)
    }
}

impl Writer<'_> {
    pub fn put_rule(&mut self, version: &RuleVersion) -> Result<()> {
        let code = format!("{}@{}", version.rule.key(), version.since);
        let id = self.identity(&codes!("rule_id"), &code)?;
        let noun = noun!("rule_v": "name", "value", "effective", "clause", "example");
        self.put(
            &noun,
            id,
            Origin::default(),
            &[
                (":name", &version.rule.key()),
                (":value", &version.value),
                (":effective", &version.since.to_string()),
                (":clause", &version.clause),
                (":example", &version.example),
            ],
        )
    }
}
