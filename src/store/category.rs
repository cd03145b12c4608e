//! Categories of appeals (诉求类别), and the rounds (批次) they are raised in.

use super::origin::split;
use super::project::day_of;
use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::appeal::{Category, Round};
use crate::model::month::Month;
use rusqlite::OptionalExtension;

impl Reader<'_> {
    /// Every category, in the order they were entered.
    pub fn categories(&self) -> Result<Vec<Category>> {
        let mut select = self.connection.prepare_cached(
            "SELECT c.id, i.code, c.name, c.english, c.aliases, c.departments, c.example
               FROM category AS c JOIN category_id AS i ON i.id = c.id ORDER BY c.id",
        )?;
        let rows = select.query_map([], |row| {
            let (aliases, departments): (String, String) = (row.get(4)?, row.get(5)?);
            Ok(Category {
                id: row.get(0)?,
                key: row.get(1)?,
                name: row.get(2)?,
                english: row.get(3)?,
                aliases: split(&aliases),
                departments: split(&departments),
                example: row.get(6)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What is known of a round: the day of the 督办会 of its month, where that is planned, else the
    /// day that was said when its letters were drafted.
    pub fn round(&self, month: Month) -> Result<Round> {
        let mut find = self.connection.prepare_cached(
            "SELECT coalesce(
                      (SELECT day FROM meeting WHERE kind = 'supervision' AND month = ?1 AND state <> 'cancelled'),
                      (SELECT meeting FROM round WHERE id = ?1))",
        )?;
        let meeting = find.query_row([month.number()], |row| day_of(row, 0)).optional()?;
        Ok(Round { month, meeting: meeting.flatten() })
    }
}

impl Writer<'_> {
    /// Writes a category; its `id` is found by the key. Returns that id.
    pub fn put_category(&mut self, category: &Category) -> Result<i64> {
        let id = self.identity(&codes!("category_id"), &category.key)?;
        let noun = noun!("category_v": "name", "english", "aliases", "departments", "example");
        self.put(
            &noun,
            id,
            Origin::default(),
            &[
                (":name", &category.name),
                (":english", &category.english),
                (":aliases", &category.aliases.join("|")),
                (":departments", &category.departments.join("|")),
                (":example", &category.example),
            ],
        )?;
        Ok(id)
    }

    /// Keeps the day of a round's meeting.
    pub fn put_round(&mut self, round: Round) -> Result<()> {
        let noun = noun!("round_v": "meeting");
        let meeting = round.meeting.map(|day| day.to_string());
        self.put(&noun, round.month.number(), Origin::default(), &[(":meeting", &meeting)])
    }
}
