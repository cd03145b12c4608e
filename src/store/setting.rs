//! Settings of the office (设置).

use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use rusqlite::OptionalExtension;

/// The city's name as it stands before titles; empty for a blank library.
pub const CITY: &str = "city";

impl Reader<'_> {
    /// The value of a setting.
    pub fn setting(&self, key: &str) -> Result<Option<String>> {
        let mut find = self.connection.prepare_cached(
            "SELECT s.value FROM setting AS s JOIN setting_id AS i ON i.id = s.id WHERE i.code = ?1",
        )?;
        Ok(find.query_row([key], |row| row.get(0)).optional()?)
    }
}

impl Writer<'_> {
    pub fn put_setting(&mut self, key: &str, value: &str) -> Result<()> {
        let id = self.identity(&codes!("setting_id"), key)?;
        let noun = noun!("setting_v": "value");
        self.put(&noun, id, Origin::default(), &[(":value", &value)])
    }
}
