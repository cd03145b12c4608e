//! Clues to appeals (诉求线索) on record.

use super::project::month_of;
use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::clue::{Clue, ClueKind, ClueLevel, ClueMark, ClueState};
use crate::model::ledger::AppealColumn;
use crate::model::month::Month;
use crate::model::name::search_key;
use anyhow::Context;
use rusqlite::{OptionalExtension, Row, named_params};
use serde_json::{Map, Value};

/// A clue with where it came from and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiledClue {
    pub clue: Clue,
    pub project_code: String,
    pub project_name: String,
    pub district: i64,
    pub from: Origin,
    pub file: Option<String>,
}

macro_rules! select_clue {
    ($tail:literal) => {
        concat!(
            "SELECT c.id, i.code, c.kind, c.project, c.month, c.cells, c.mark, c.city, c.state, c.reason,
                    pi.code, p.name, p.district, c.src, c.src_row, s.file
               FROM clue AS c JOIN clue_id AS i ON i.id = c.id
               JOIN project AS p ON p.id = c.project JOIN project_id AS pi ON pi.id = c.project
               LEFT JOIN source AS s ON s.id = c.src ",
            $tail
        )
    };
}

fn clue_of(row: &Row<'_>) -> rusqlite::Result<(FiledClue, String)> {
    let (kind, state): (String, String) = (row.get(2)?, row.get(8)?);
    let mark: Option<String> = row.get(6)?;
    let city: bool = row.get(7)?;
    let clue = Clue {
        id: row.get(0)?,
        code: row.get(1)?,
        kind: ClueKind::from_key(&kind).unwrap_or(ClueKind::Problem),
        project: row.get(3)?,
        month: month_of(row, 4)?,
        cells: Vec::new(),
        mark: mark.as_deref().and_then(ClueMark::from_key),
        level: if city { ClueLevel::City } else { ClueLevel::District },
        state: ClueState::from_key(&state).unwrap_or(ClueState::Waiting),
        reason: row.get(9)?,
    };
    let filed = FiledClue {
        clue,
        project_code: row.get(10)?,
        project_name: row.get(11)?,
        district: row.get(12)?,
        from: Origin { source: row.get(13)?, row: row.get(14)? },
        file: row.get(15)?,
    };
    Ok((filed, row.get(5)?))
}

fn complete((mut filed, cells): (FiledClue, String)) -> Result<FiledClue> {
    let cells: Map<String, Value> = serde_json::from_str(&cells).context("a clue on record")?;
    let cells = cells
        .iter()
        .filter_map(|(key, text)| Some((AppealColumn::from_key(key)?, text.as_str()?.to_owned())));
    filed.clue.cells = cells.collect();
    Ok(filed)
}

/// What makes two clues of a project the same: what they say is in the way, and what is asked; of an
/// appeal that comes back completed, everything that is said.
fn text_key(clue: &Clue) -> String {
    let comes_back = clue.cell(AppealColumn::Appeal).is_some();
    let tells = |column: AppealColumn| {
        comes_back || matches!(column, AppealColumn::Crux | AppealColumn::Purpose)
    };
    let said = AppealColumn::ALL.iter().filter(|column| tells(**column));
    let said = said.filter_map(|column| clue.cell(*column));
    said.map(search_key).collect::<Vec<String>>().join("|")
}

impl Reader<'_> {
    /// The clue of this project that says the same, whatever became of it.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn same_clue(&self, clue: &Clue) -> Result<Option<FiledClue>> {
        let mut find = self.connection.prepare_cached(select_clue!(
            "WHERE c.project = :project AND c.text_key = :key ORDER BY c.id DESC LIMIT 1"
        ))?;
        let bound = named_params! {":project": clue.project, ":key": text_key(clue)};
        find.query_row(bound, clue_of).optional()?.map(complete).transpose()
    }

    /// The clues of a project that wait and were first said in a month.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn waiting_clues(&self, project: i64, month: Month) -> Result<Vec<FiledClue>> {
        let mut select = self.connection.prepare_cached(select_clue!(
            "WHERE c.project = :project AND c.month = :month AND c.state = 'waiting' ORDER BY c.id"
        ))?;
        let bound = named_params! {":project": project, ":month": month.number()};
        let rows = select.query_map(bound, clue_of)?;
        rows.map(|row| complete(row?)).collect()
    }

    /// Clues of a state, or all of them, by code.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn clues(&self, state: Option<ClueState>) -> Result<Vec<FiledClue>> {
        let mut select = self.connection.prepare_cached(select_clue!(
            "WHERE :state IS NULL OR c.state = :state ORDER BY i.code"
        ))?;
        let rows =
            select.query_map(named_params! {":state": state.map(ClueState::key)}, clue_of)?;
        rows.map(|row| complete(row?)).collect()
    }

    /// By its code.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn clue(&self, code: &str) -> Result<Option<FiledClue>> {
        let mut find = self.connection.prepare_cached(select_clue!("WHERE i.code = ?1"))?;
        find.query_row([code], clue_of).optional()?.map(complete).transpose()
    }
}

impl Writer<'_> {
    /// Records a clue, or the new state of one on record; returns its code.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn put_clue(&mut self, clue: &Clue, from: Origin) -> Result<String> {
        let (id, code) = if clue.id == 0 {
            self.new_code(&codes!("clue_id"), "XS", clue.month.year())?
        } else {
            (clue.id, clue.code.clone())
        };
        let cells = clue.cells.iter();
        let cells: Map<String, Value> =
            cells.map(|(column, text)| (column.key().to_owned(), text.clone().into())).collect();
        let noun = noun!("clue_v": "kind", "project", "month", "cells", "text_key", "mark", "city",
            "state", "reason");
        self.put(
            &noun,
            id,
            from,
            &[
                (":kind", &clue.kind.key()),
                (":project", &clue.project),
                (":month", &clue.month.number()),
                (":cells", &Value::Object(cells).to_string()),
                (":text_key", &text_key(clue)),
                (":mark", &clue.mark.map(ClueMark::key)),
                (":city", &(clue.level == ClueLevel::City)),
                (":state", &clue.state.key()),
                (":reason", &clue.reason),
            ],
        )?;
        Ok(code)
    }
}
