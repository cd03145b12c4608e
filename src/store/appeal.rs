//! Appeals (诉求): their words. What happened to them is in [`super::event`].

use super::project::{day_of, month_of};
use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::appeal::{Appeal, AppealField};
use crate::model::money::Usd;
use crate::model::month::Month;
use crate::model::name::search_key;
use anyhow::Context;
use rusqlite::{OptionalExtension, Row, named_params};

macro_rules! select_appeal {
    ($tail:literal) => {
        concat!(
            "SELECT a.id, i.code, a.project, a.round, a.background, a.problem, a.purpose, a.target, a.suggestion,
                    a.departments, a.category, a.raised_by, a.raised_on, a.urgent, a.amount, a.findings
               FROM appeal AS a JOIN appeal_id AS i ON i.id = a.id ",
            $tail
        )
    };
}

/// The appeal, and its findings as they stand in the row.
fn appeal_of(row: &Row<'_>) -> rusqlite::Result<(Appeal, String)> {
    let departments: String = row.get(9)?;
    let appeal = Appeal {
        id: row.get(0)?,
        code: row.get(1)?,
        project: row.get(2)?,
        round: month_of(row, 3)?,
        background: row.get(4)?,
        problem: row.get(5)?,
        purpose: row.get(6)?,
        target: row.get(7)?,
        suggestion: row.get(8)?,
        departments: departments.split('|').filter_map(|id| id.parse().ok()).collect(),
        category: row.get(10)?,
        raised_by: row.get(11)?,
        raised_on: day_of(row, 12)?,
        urgent: row.get(13)?,
        amount: row.get::<_, Option<i64>>(14)?.map(Usd),
        findings: Vec::new(),
    };
    Ok((appeal, row.get(15)?))
}

fn complete((appeal, findings): (Appeal, String)) -> Result<Appeal> {
    let findings = serde_json::from_str(&findings).context("findings on record")?;
    Ok(Appeal { findings, ..appeal })
}

/// The form of a purpose by which the same appeal is known again.
fn purpose_key(appeal: &Appeal) -> String {
    search_key(appeal.purpose.as_deref().unwrap_or_default())
}

/// The normalised text of the five fields.
fn search_text(appeal: &Appeal) -> String {
    let texts = AppealField::ALL.iter().filter_map(|field| appeal.text(*field));
    texts.map(search_key).collect::<Vec<_>>().join("\n")
}

impl Reader<'_> {
    /// By its code, exactly.
    pub fn appeal(&self, code: &str) -> Result<Option<Appeal>> {
        let mut find = self.connection.prepare_cached(select_appeal!("WHERE i.code = ?1"))?;
        find.query_row([code], appeal_of).optional()?.map(complete).transpose()
    }

    pub fn appeal_by_id(&self, id: i64) -> Result<Option<Appeal>> {
        let mut find = self.connection.prepare_cached(select_appeal!("WHERE a.id = ?1"))?;
        find.query_row([id], appeal_of).optional()?.map(complete).transpose()
    }

    /// Every appeal of a project, oldest first.
    pub fn appeals_of(&self, project: i64) -> Result<Vec<Appeal>> {
        let mut select =
            self.connection.prepare_cached(select_appeal!("WHERE a.project = ?1 ORDER BY a.id"))?;
        let rows = select.query_map([project], appeal_of)?;
        rows.map(|row| complete(row?)).collect()
    }

    /// The appeals of a round, oldest first.
    pub fn appeals_of_round(&self, round: Month) -> Result<Vec<Appeal>> {
        let mut select =
            self.connection.prepare_cached(select_appeal!("WHERE a.round = ?1 ORDER BY a.id"))?;
        let rows = select.query_map([round.number()], appeal_of)?;
        rows.map(|row| complete(row?)).collect()
    }

    /// The latest appeals of a category other than one, for the sake of comparing: at most `limit`.
    pub fn appeals_like(&self, category: i64, other: i64, limit: i64) -> Result<Vec<Appeal>> {
        let mut select = self.connection.prepare_cached(select_appeal!(
            "WHERE a.category = :category AND a.id <> :other ORDER BY a.id DESC LIMIT :limit"
        ))?;
        let bound = named_params! {":category": category, ":other": other, ":limit": limit};
        let rows = select.query_map(bound, appeal_of)?;
        rows.map(|row| complete(row?)).collect()
    }
}

impl Writer<'_> {
    /// Writes an appeal; a new one gets the next code of the year of its round. Returns its id and
    /// code.
    pub fn put_appeal(&mut self, appeal: &Appeal, from: Origin) -> Result<(i64, String)> {
        let (id, code) = if appeal.id == 0 {
            self.new_code(&codes!("appeal_id"), "SQ", appeal.round.year())?
        } else {
            (appeal.id, appeal.code.clone())
        };
        let noun = noun!("appeal_v": "project", "round", "background", "problem", "purpose", "target",
            "suggestion", "departments", "category", "raised_by", "raised_on", "urgent", "amount", "findings",
            "purpose_key", "search");
        let departments: Vec<String> = appeal.departments.iter().map(i64::to_string).collect();
        let findings = serde_json::to_string(&appeal.findings).context("findings as JSON")?;
        self.put(
            &noun,
            id,
            from,
            &[
                (":project", &appeal.project),
                (":round", &appeal.round.number()),
                (":background", &appeal.background),
                (":problem", &appeal.problem),
                (":purpose", &appeal.purpose),
                (":target", &appeal.target),
                (":suggestion", &appeal.suggestion),
                (":departments", &departments.join("|")),
                (":category", &appeal.category),
                (":raised_by", &appeal.raised_by),
                (":raised_on", &appeal.raised_on.map(|day| day.to_string())),
                (":urgent", &appeal.urgent),
                (":amount", &appeal.amount.map(|amount| amount.0)),
                (":findings", &findings),
                (":purpose_key", &purpose_key(appeal)),
                (":search", &search_text(appeal)),
            ],
        )?;
        Ok((id, code))
    }
}
