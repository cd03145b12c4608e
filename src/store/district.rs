//! Districts (板块).

use super::origin::split;
use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::party::District;

impl Reader<'_> {
    /// Every district, in the order they were entered.
    pub fn districts(&self) -> Result<Vec<District>> {
        let mut select = self.connection.prepare_cached(
            "SELECT d.id, i.code, d.name, d.short, d.english, d.aliases
               FROM district AS d JOIN district_id AS i ON i.id = d.id ORDER BY d.id",
        )?;
        let rows = select.query_map([], |row| {
            let aliases: String = row.get(5)?;
            Ok(District {
                id: row.get(0)?,
                key: row.get(1)?,
                name: row.get(2)?,
                short: row.get(3)?,
                english: row.get(4)?,
                aliases: split(&aliases),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Writes a district; its `id` is found by the key. Returns that id.
    pub fn put_district(&mut self, district: &District) -> Result<i64> {
        let id = self.identity(&codes!("district_id"), &district.key)?;
        let noun = noun!("district_v": "name", "short", "english", "aliases");
        self.put(
            &noun,
            id,
            Origin::default(),
            &[
                (":name", &district.name),
                (":short", &district.short),
                (":english", &district.english),
                (":aliases", &district.aliases.join("|")),
            ],
        )?;
        Ok(id)
    }
}
