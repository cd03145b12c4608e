//! What districts applied for and a person decides (甄别).

use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::month::Month;
use crate::model::name::identity_key;
use rusqlite::{OptionalExtension, named_params};

/// An application for entry that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub district: i64,
    pub month: Month,
    pub name: String,
    /// JSON: field key -> value.
    pub draft: String,
    /// JSON: what the rules said.
    pub findings: String,
}

impl Reader<'_> {
    /// The id and draft of the application that waits under this name in this district.
    pub fn waiting(&self, district: i64, name: &str) -> Result<Option<(i64, String)>> {
        let mut find = self.connection.prepare_cached(
            "SELECT id, draft FROM candidate
              WHERE district = :district AND name_key = :key AND state = 'waiting' AND kind = 'entry'
              ORDER BY id LIMIT 1",
        )?;
        let bound = named_params! {":district": district, ":key": identity_key(name)};
        Ok(find.query_row(bound, |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
    }

    /// How many applications wait to be screened.
    pub fn waiting_count(&self) -> Result<u64> {
        let count: i64 = self.connection.query_row(
            "SELECT count(*) FROM candidate WHERE state = 'waiting'",
            [],
            |row| row.get(0),
        )?;
        Ok(count.unsigned_abs())
    }
}

impl Writer<'_> {
    /// Queues an application, or replaces the draft of the one that waits. `state` is `waiting`
    /// or, once its project entered, `admitted`.
    pub fn put_candidate(
        &mut self,
        existing: Option<i64>,
        candidate: &Candidate,
        project: Option<i64>,
        from: Origin,
    ) -> Result<()> {
        let id = match existing {
            Some(id) => id,
            None => {
                let prefix = format!("JZ{:04}-", candidate.month.year());
                let number: i64 = self.connection.query_row(
                    "SELECT coalesce(max(CAST(substr(code, 8) AS INTEGER)), 0) + 1 FROM candidate_id
                      WHERE substr(code, 1, 7) = ?1",
                    [&prefix],
                    |row| row.get(0),
                )?;
                self.identity(&codes!("candidate_id"), &format!("{prefix}{number:04}"))?
            }
        };
        let noun = noun!("candidate_v": "kind", "district", "month", "project", "name", "name_key",
            "draft", "findings", "state", "reason", "source");
        let state = if project.is_some() { "admitted" } else { "waiting" };
        self.put(
            &noun,
            id,
            from,
            &[
                (":kind", &"entry"),
                (":district", &candidate.district),
                (":month", &candidate.month.number()),
                (":project", &project),
                (":name", &candidate.name),
                (":name_key", &identity_key(&candidate.name)),
                (":draft", &candidate.draft),
                (":findings", &candidate.findings),
                (":state", &state),
                (":reason", &None::<String>),
                (":source", &from.source),
            ],
        )
    }
}
