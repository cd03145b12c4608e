//! Narrow rows: one per project, the months already reduced by SQL, for summaries and lists.

use super::project::{day_of, standing_of};
use super::reader::Reader;
use crate::error::Result;
use crate::model::Day;
use crate::model::brief::{Brief, Filter};
use crate::model::name::search_key;
use crate::model::origin::OriginGroup;
use crate::model::stage::Stage;
use rusqlite::named_params;
use serde::Serialize;
use std::collections::BTreeSet;

/// A list as JSON for `json_each`; `None` when it does not narrow.
pub(super) fn list<T: Serialize>(values: &[T]) -> Option<String> {
    (!values.is_empty()).then(|| serde_json::json!(values).to_string())
}

impl Reader<'_> {
    /// The projects of the scope that pass the filter, by code.
    pub fn briefs(&self, filter: &Filter) -> Result<Vec<Brief>> {
        let mut stages: Vec<Stage> = filter.stages.clone();
        for group in &filter.stage_groups {
            stages.extend(Stage::ALL.iter().filter(|stage| stage.group() == *group));
        }
        let mut select = self.connection.prepare_cached(
            "SELECT p.id, i.code, p.name, p.investor, o.code, g.grp, p.district, p.industry,
                    s.stage, s.total, s.planned_fdi, s.registered_fdi, s.capital, s.contract, s.paid_in, s.invested,
                    p.leader, p.responsible, p.tracker, s.entered,
                    EXISTS (SELECT 1 FROM verdict_id AS w JOIN verdict AS v ON v.id = w.id
                             WHERE w.project = p.id AND v.kind = 'entry' AND v.day = s.entered AND v.override IS NOT NULL),
                    EXISTS (SELECT 1 FROM report AS r
                             WHERE r.id = p.id * 1000000 + :reporting AND r.filing IS NOT NULL)
               FROM standing AS s JOIN project AS p ON p.id = s.id JOIN project_id AS i ON i.id = p.id
               LEFT JOIN origin_id AS o ON o.id = p.origin
               LEFT JOIN origin AS g ON g.id = p.origin
              WHERE s.gone = :departed
                AND (:districts IS NULL OR p.district IN (SELECT value FROM json_each(:districts)))
                AND (:stages IS NULL OR s.stage IN (SELECT value FROM json_each(:stages)))
                AND (:groups IS NULL OR g.grp IN (SELECT value FROM json_each(:groups)))
                AND (:origins IS NULL OR o.code IN (SELECT value FROM json_each(:origins)))
                AND (:industry IS NULL OR instr(p.industry, :industry) > 0)
                AND (:person IS NULL OR instr(coalesce(p.leader, '') || '|' || coalesce(p.responsible, '')
                     || '|' || coalesce(p.tracker, ''), :person) > 0)
                AND (:total_from IS NULL OR s.total >= :total_from)
                AND (:total_to IS NULL OR s.total <= :total_to)
                AND (:entered_from IS NULL OR s.entered >= :entered_from)
                AND (:entered_to IS NULL OR s.entered <= :entered_to)
                AND (:text IS NULL OR instr(p.search, :text) > 0)
                AND (:without IS NULL OR p.id NOT IN (SELECT value FROM json_each(:without)))
              ORDER BY p.id",
        )?;
        let mut rows = select.query(named_params! {
            ":reporting": self.scope.reporting.number(),
            ":departed": filter.departed,
            ":districts": list(&filter.districts),
            ":stages": list(&stages),
            ":groups": list(&filter.origin_groups),
            ":origins": list(&filter.origins),
            ":industry": filter.industry,
            ":person": filter.person,
            ":total_from": filter.total_from.map(|amount| amount.0),
            ":total_to": filter.total_to.map(|amount| amount.0),
            ":entered_from": filter.entered_from.map(|day| day.to_string()),
            ":entered_to": filter.entered_to.map(|day| day.to_string()),
            ":text": filter.text.as_deref().map(search_key),
            ":without": list(&filter.without),
        })?;
        let mut briefs = Vec::new();
        while let Some(row) = rows.next()? {
            let exception: bool = row.get(20)?;
            if filter.exceptions_only && !exception {
                continue;
            }
            let group: Option<String> = row.get(5)?;
            let standing = standing_of(row, 8)?;
            briefs.push(Brief {
                id: row.get(0)?,
                code: row.get(1)?,
                name: row.get(2)?,
                investor: row.get(3)?,
                origin: row.get(4)?,
                group: group.as_deref().and_then(OriginGroup::from_key),
                district: row.get(6)?,
                industry: row.get(7)?,
                stage: standing.stage,
                amounts: standing.amounts,
                leader: row.get(16)?,
                responsible: row.get(17)?,
                tracker: row.get(18)?,
                entered: day_of(row, 19)?.unwrap_or(Day::MIN),
                exception,
                reported: row.get(21)?,
            });
        }
        Ok(briefs)
    }

    /// Ids of the projects marked 内部掌握, also of those that have left.
    pub fn confidential(&self) -> Result<BTreeSet<i64>> {
        let mut select = self
            .connection
            .prepare_cached("SELECT id FROM project WHERE confidential = 1 ORDER BY id")?;
        let ids = select.query_map([], |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }
}
