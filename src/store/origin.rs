//! Origins (国别地区) and their groups.

use super::reader::Reader;
use super::writer::{Origin as Source, Writer};
use crate::error::Result;
use crate::model::origin::{Origin, OriginGroup};

impl Reader<'_> {
    /// Every origin on record.
    pub fn origins(&self) -> Result<Vec<Origin>> {
        let mut select = self.connection.prepare_cached(
            "SELECT i.code, o.name, o.english, o.grp, o.aliases
               FROM origin AS o JOIN origin_id AS i ON i.id = o.id ORDER BY o.id",
        )?;
        let rows = select.query_map([], |row| {
            let group: String = row.get(3)?;
            let aliases: String = row.get(4)?;
            Ok(Origin {
                key: row.get(0)?,
                name: row.get(1)?,
                english: row.get(2)?,
                group: OriginGroup::from_key(&group).unwrap_or(OriginGroup::Other),
                aliases: split(&aliases),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    pub fn put_origin(&mut self, origin: &Origin) -> Result<()> {
        let id = self.identity(&codes!("origin_id"), &origin.key)?;
        let noun = noun!("origin_v": "name", "english", "grp", "aliases");
        self.put(
            &noun,
            id,
            Source::default(),
            &[
                (":name", &origin.name),
                (":english", &origin.english),
                (":grp", &origin.group.key()),
                (":aliases", &origin.aliases.join("|")),
            ],
        )
    }
}

/// Aliases as they are kept: separated by `|`.
pub(super) fn split(aliases: &str) -> Vec<String> {
    aliases.split('|').filter(|alias| !alias.is_empty()).map(str::to_owned).collect()
}
