//! Letters (函) and their dispatches (交办).

use super::project::{day_of, month_of};
use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::Day;
use crate::model::dispatch::{Dispatch, DispatchRole, Due, Governed, Letter};
use crate::model::month::Month;
use anyhow::Context;
use chrono::Datelike;
use rusqlite::{OptionalExtension, Row, named_params};
use std::collections::HashMap;

macro_rules! select_letter {
    ($tail:literal) => {
        concat!(
            "SELECT l.id, i.code, l.round, l.department, l.drafted, l.number, l.sent, l.meeting
               FROM letter AS l JOIN letter_id AS i ON i.id = l.id ",
            $tail
        )
    };
}

macro_rules! select_dispatch {
    ($tail:literal) => {
        concat!(
            "SELECT d.id, d.appeal, d.letter, d.department, d.role, d.due, d.governed, d.provisional, d.dropped, d.rule
               FROM dispatch AS d ",
            $tail
        )
    };
}

fn letter_of(row: &Row<'_>) -> rusqlite::Result<Letter> {
    Ok(Letter {
        id: row.get(0)?,
        code: row.get(1)?,
        round: month_of(row, 2)?,
        department: row.get(3)?,
        drafted: day_of(row, 4)?.unwrap_or(Day::MIN),
        number: row.get(5)?,
        sent: day_of(row, 6)?,
        meeting: day_of(row, 7)?,
    })
}

/// The dispatch, and the rule of its due day as it stands in the row.
fn dispatch_of(row: &Row<'_>) -> rusqlite::Result<(Dispatch, Option<String>)> {
    let role: String = row.get(4)?;
    let governed: Option<String> = row.get(6)?;
    let provisional = row.get(7)?;
    let due = day_of(row, 5)?.zip(governed.as_deref().and_then(Governed::from_key));
    let dispatch = Dispatch {
        id: row.get(0)?,
        appeal: row.get(1)?,
        letter: row.get(2)?,
        department: row.get(3)?,
        role: DispatchRole::from_key(&role).unwrap_or(DispatchRole::Lead),
        due: due.map(|(day, governed)| Due { day, governed, provisional, rule: None }),
        dropped: row.get(8)?,
    };
    Ok((dispatch, row.get(9)?))
}

fn complete((mut dispatch, rule): (Dispatch, Option<String>)) -> Result<Dispatch> {
    if let (Some(due), Some(rule)) = (&mut dispatch.due, rule) {
        due.rule = Some(serde_json::from_str(&rule).context("a standard on record")?);
    }
    Ok(dispatch)
}

impl Reader<'_> {
    /// By its code, exactly.
    pub fn letter(&self, code: &str) -> Result<Option<Letter>> {
        let mut find = self.connection.prepare_cached(select_letter!("WHERE i.code = ?1"))?;
        Ok(find.query_row([code], letter_of).optional()?)
    }

    /// The operation that a letter went out with, and its day; `None` while it is a draft.
    pub fn letter_went(&self, letter: i64) -> Result<Option<(i64, Day)>> {
        let mut find = self.connection.prepare_cached(
            "SELECT o.id, o.day FROM letter AS l JOIN operation AS o ON o.id = l.author
              WHERE l.id = ?1 AND l.sent IS NOT NULL",
        )?;
        let went =
            find.query_row([letter], |row| Ok((row.get(0)?, day_of(row, 1)?.unwrap_or(Day::MIN))));
        Ok(went.optional()?)
    }

    /// The letters of a round, or all of them, by code.
    pub fn letters(&self, round: Option<Month>) -> Result<Vec<Letter>> {
        let mut select = self.connection.prepare_cached(select_letter!(
            "WHERE :round IS NULL OR l.round = :round ORDER BY i.code"
        ))?;
        let bound = named_params! {":round": round.map(Month::number)};
        let rows = select.query_map(bound, letter_of)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The dispatches of an appeal in the order they were made; those dropped from a draft are
    /// left out.
    pub fn dispatches(&self, appeal: i64) -> Result<Vec<Dispatch>> {
        let mut select = self.connection.prepare_cached(select_dispatch!(
            "WHERE d.id BETWEEN ?1 * 1000 AND ?1 * 1000 + 999 AND d.dropped = 0 ORDER BY d.id"
        ))?;
        let rows = select.query_map([appeal], dispatch_of)?;
        rows.map(|row| complete(row?)).collect()
    }

    /// The part of every dispatch that was not dropped, by its id.
    pub fn roles(&self) -> Result<HashMap<i64, DispatchRole>> {
        let mut select =
            self.connection.prepare_cached("SELECT id, role FROM dispatch WHERE dropped = 0")?;
        let rows = select.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
        let mut roles = HashMap::new();
        for row in rows {
            let (id, role) = row?;
            roles.extend(DispatchRole::from_key(&role).map(|role| (id, role)));
        }
        Ok(roles)
    }

    /// The dispatches of a letter by appeal; those dropped from a draft are left out.
    pub fn dispatches_in(&self, letter: i64) -> Result<Vec<Dispatch>> {
        let mut select = self.connection.prepare_cached(select_dispatch!(
            "WHERE d.letter = ?1 AND d.dropped = 0 ORDER BY d.id"
        ))?;
        let rows = select.query_map([letter], dispatch_of)?;
        rows.map(|row| complete(row?)).collect()
    }
}

impl Writer<'_> {
    /// Writes a letter; a new one gets the next code of the year it was drafted in. Returns its id
    /// and code.
    pub fn put_letter(&mut self, letter: &Letter) -> Result<(i64, String)> {
        let (id, code) = if letter.id == 0 {
            self.new_code(&codes!("letter_id"), "HD", letter.drafted.year())?
        } else {
            (letter.id, letter.code.clone())
        };
        let noun = noun!("letter_v": "round", "department", "drafted", "number", "sent", "meeting");
        self.put(
            &noun,
            id,
            Origin::default(),
            &[
                (":round", &letter.round.number()),
                (":department", &letter.department),
                (":drafted", &letter.drafted.to_string()),
                (":number", &letter.number),
                (":sent", &letter.sent.map(|day| day.to_string())),
                (":meeting", &letter.meeting.map(|day| day.to_string())),
            ],
        )?;
        Ok((id, code))
    }

    /// Writes a dispatch. Returns its id.
    pub fn put_dispatch(&mut self, dispatch: &Dispatch) -> Result<i64> {
        let id = if dispatch.id == 0 {
            dispatch.appeal * 1000
                + self.next_place(
                    "SELECT count(DISTINCT id) FROM dispatch_v WHERE id BETWEEN ?1 * 1000 AND ?1 * 1000 + 999",
                    dispatch.appeal,
                    1000,
                )?
        } else {
            dispatch.id
        };
        let noun = noun!("dispatch_v": "appeal", "letter", "department", "role", "due", "governed", "provisional",
            "rule", "dropped");
        let due = dispatch.due.as_ref();
        let rule = due.and_then(|due| due.rule.as_ref()).map(serde_json::to_string).transpose();
        self.put(
            &noun,
            id,
            Origin::default(),
            &[
                (":appeal", &dispatch.appeal),
                (":letter", &dispatch.letter),
                (":department", &dispatch.department),
                (":role", &dispatch.role.key()),
                (":due", &due.map(|due| due.day.to_string())),
                (":governed", &due.map(|due| due.governed.key())),
                (":provisional", &due.is_some_and(|due| due.provisional)),
                (":rule", &rule.context("a standard as JSON")?),
                (":dropped", &dispatch.dropped),
            ],
        )?;
        Ok(id)
    }
}
