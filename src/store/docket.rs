//! Narrow rows of appeals and dispatches as they stood on a day, by 发生日, for tables and lists.

use super::brief::list;
use super::project::{day_of, month_of};
use super::reader::Reader;
use crate::error::Result;
use crate::model::Day;
use crate::model::appeal::{
    AppealOutcome, AppealState, DeedKind, DispatchRole, Governed, Satisfaction,
};
use crate::model::docket::{AppealBrief, AppealFilter, DispatchBrief, Move};
use crate::model::money::Usd;
use crate::model::name::search_key;
use rusqlite::named_params;

impl Reader<'_> {
    /// The last day the scope looks at: the end of its month, or the day itself.
    pub fn last_day(&self) -> Day {
        let today = self.scope.today;
        self.scope.month.map_or(today, |month| month.last_day().min(today))
    }

    /// The appeals logged by the last day of the scope that pass the filter, by code.
    pub fn appeal_briefs(&self, filter: &AppealFilter) -> Result<Vec<AppealBrief>> {
        let mut select = self.connection.prepare_cached(
            "SELECT a.id, i.code, a.project, pi.code, p.name, p.district, a.category, a.round, a.purpose, a.urgent,
                    a.amount, a.raised_on, f.day, s.state, s.day, o.value, o.day, t.value
               FROM appeal AS a JOIN appeal_id AS i ON i.id = a.id
               JOIN project AS p ON p.id = a.project JOIN project_id AS pi ON pi.id = a.project
               JOIN event AS f ON f.id = a.id * 1000 AND f.day <= :cut
               JOIN event AS s ON s.id = (
                 SELECT e.id FROM event AS e WHERE e.id BETWEEN a.id * 1000 AND a.id * 1000 + 999
                    AND e.state IS NOT NULL AND e.day <= :cut ORDER BY e.day DESC, e.id DESC LIMIT 1)
               LEFT JOIN event AS o ON o.id = (
                 SELECT e.id FROM event AS e WHERE e.id BETWEEN a.id * 1000 AND a.id * 1000 + 999
                    AND e.kind = 'outcome' AND e.day <= :cut ORDER BY e.day DESC, e.id DESC LIMIT 1)
               LEFT JOIN event AS t ON t.id = (
                 SELECT e.id FROM event AS e WHERE e.id BETWEEN a.id * 1000 AND a.id * 1000 + 999
                    AND e.kind IN ('satisfaction', 'reopened') AND e.day <= :cut ORDER BY e.id DESC LIMIT 1)
                AND t.kind = 'satisfaction'
              WHERE (:districts IS NULL OR p.district IN (SELECT value FROM json_each(:districts)))
                AND (:categories IS NULL OR a.category IN (SELECT value FROM json_each(:categories)))
                AND (:rounds IS NULL OR a.round IN (SELECT value FROM json_each(:rounds)))
                AND (:project IS NULL OR a.project = :project)
                AND (:urgent = 0 OR a.urgent = 1)
                AND (:departments IS NULL OR EXISTS (
                      SELECT 1 FROM json_each(:departments) AS w
                       WHERE instr('|' || a.departments || '|', '|' || w.value || '|') > 0
                          OR w.value IN (SELECT d.department FROM dispatch AS d
                                          WHERE d.id BETWEEN a.id * 1000 AND a.id * 1000 + 999 AND d.due IS NOT NULL)))
                AND (:states IS NULL OR s.state IN (SELECT value FROM json_each(:states)))
                AND (:outcomes IS NULL OR coalesce(o.value, 'pending') IN (SELECT value FROM json_each(:outcomes)))
                AND (:text IS NULL OR instr(a.search, :key) > 0 OR instr(i.code, upper(:text)) > 0)
              ORDER BY i.code",
        )?;
        let rounds: Vec<i64> = filter.rounds.iter().map(|round| round.number()).collect();
        let mut rows = select.query(named_params! {
            ":cut": self.last_day().to_string(),
            ":districts": list(&filter.districts),
            ":categories": list(&filter.categories),
            ":rounds": list(&rounds),
            ":project": filter.project,
            ":urgent": filter.urgent_only,
            ":departments": list(&filter.departments),
            ":states": list(&filter.states),
            ":outcomes": list(&filter.outcomes),
            ":text": filter.text,
            ":key": filter.text.as_deref().map(search_key),
        })?;
        let mut briefs = Vec::new();
        while let Some(row) = rows.next()? {
            let state: String = row.get(13)?;
            let (outcome, rated): (Option<String>, Option<String>) = (row.get(15)?, row.get(17)?);
            briefs.push(AppealBrief {
                id: row.get(0)?,
                code: row.get(1)?,
                project: row.get(2)?,
                project_code: row.get(3)?,
                project_name: row.get(4)?,
                district: row.get(5)?,
                category: row.get(6)?,
                round: month_of(row, 7)?,
                purpose: row.get(8)?,
                urgent: row.get(9)?,
                amount: row.get::<_, Option<i64>>(10)?.map(Usd),
                raised_on: day_of(row, 11)?,
                logged: day_of(row, 12)?.unwrap_or(Day::MIN),
                state: AppealState::from_key(&state).unwrap_or(AppealState::Incomplete),
                since: day_of(row, 14)?.unwrap_or(Day::MIN),
                outcome: outcome
                    .as_deref()
                    .and_then(AppealOutcome::from_key)
                    .unwrap_or(AppealOutcome::Pending),
                outcome_day: day_of(row, 16)?,
                satisfaction: rated.as_deref().and_then(Satisfaction::from_key),
            });
        }
        Ok(briefs)
    }

    /// The dispatches that had gone out by the last day of the scope, by appeal.
    pub fn dispatch_briefs(&self) -> Result<Vec<DispatchBrief>> {
        let mut select = self.connection.prepare_cached(
            "SELECT d.id, d.appeal, d.letter, d.department, d.role, l.sent, d.due, d.governed, d.provisional,
                    max(CASE WHEN e.kind = 'extended' AND e.dispatch = d.id AND e.finding IS NULL THEN e.due END),
                    min(CASE WHEN e.kind = 'replied' AND e.dispatch = d.id AND e.value = 'final' THEN e.day END),
                    min(CASE WHEN e.kind = 'returned' AND e.dispatch = d.id THEN e.day END),
                    min(CASE WHEN e.kind IN ('withdrawn', 'terminated')
                              AND e.id > (SELECT min(g.id) FROM event AS g
                                           WHERE g.id BETWEEN d.appeal * 1000 AND d.appeal * 1000 + 999
                                             AND g.kind = 'dispatched' AND g.dispatch = d.id) THEN e.day END),
                    count(CASE WHEN e.kind = 'reminded' AND e.dispatch = d.id THEN 1 END)
               FROM dispatch AS d JOIN letter AS l ON l.id = d.letter
               LEFT JOIN event AS e ON e.id BETWEEN d.appeal * 1000 AND d.appeal * 1000 + 999 AND e.day <= :cut
              WHERE d.due IS NOT NULL AND d.dropped = 0 AND l.sent <= :cut
              GROUP BY d.id ORDER BY d.id",
        )?;
        let mut rows = select.query(named_params! {":cut": self.last_day().to_string()})?;
        let mut briefs = Vec::new();
        while let Some(row) = rows.next()? {
            let (role, governed): (String, String) = (row.get(4)?, row.get(7)?);
            let (answered, returned) = (day_of(row, 10)?, day_of(row, 11)?);
            let came_back = answered.is_some() || returned.is_some();
            briefs.push(DispatchBrief {
                id: row.get(0)?,
                appeal: row.get(1)?,
                letter: row.get(2)?,
                department: row.get(3)?,
                role: DispatchRole::from_key(&role).unwrap_or(DispatchRole::Lead),
                sent: day_of(row, 5)?.unwrap_or(Day::MIN),
                due: day_of(row, 6)?.unwrap_or(Day::MIN),
                governed: Governed::from_key(&governed).unwrap_or(Governed::Limit),
                provisional: row.get(8)?,
                extended: day_of(row, 9)?,
                answered,
                returned,
                ended: if came_back { None } else { day_of(row, 12)? },
                reminders: row.get::<_, i64>(13)?.unsigned_abs(),
            });
        }
        Ok(briefs)
    }

    /// Every way in and out of 在办 up to the last day of the scope, in the order of the record.
    pub fn moves(&self) -> Result<Vec<Move>> {
        let mut select = self.connection.prepare_cached(
            "SELECT appeal, day, kind FROM event
              WHERE kind IN ('logged', 'closed', 'reopened', 'withdrawn', 'terminated') AND day <= ?1
              ORDER BY id",
        )?;
        let mut rows = select.query([self.last_day().to_string()])?;
        let mut moves = Vec::new();
        while let Some(row) = rows.next()? {
            let kind: String = row.get(2)?;
            if let (Some(day), Some(kind)) = (day_of(row, 1)?, DeedKind::from_key(&kind)) {
                moves.push(Move { appeal: row.get(0)?, day, kind });
            }
        }
        Ok(moves)
    }
}
