//! Narrow rows of appeals and dispatches as they stood on a day, by 发生日, for tables and lists.

use super::brief::list;
use super::course::Courses;
use super::project::{day_of, month_of};
use super::reader::Reader;
use crate::error::Result;
use crate::model::Day;
use crate::model::appeal::{AppealOutcome, DeedKind};
use crate::model::dispatch::{DispatchRole, Governed};
use crate::model::docket::{AppealBrief, AppealException, AppealFilter, DispatchBrief, Move};
use crate::model::money::Usd;
use crate::model::name::search_key;
use rusqlite::named_params;

/// Whether a value is among those wanted; none wanted does not narrow.
fn passes<T: PartialEq>(wanted: &[T], value: T) -> bool {
    wanted.is_empty() || wanted.contains(&value)
}

impl Reader<'_> {
    /// The last day the scope looks at: the end of its month, or the day itself.
    pub fn last_day(&self) -> Day {
        let today = self.scope.today;
        self.scope.month.map_or(today, |month| month.last_day().min(today))
    }

    /// The appeals logged by the last day of the scope that pass the filter, by code.
    pub fn appeal_briefs(&self, filter: &AppealFilter) -> Result<Vec<AppealBrief>> {
        self.appeals_in(&self.courses()?, filter)
    }

    /// The dispatches that had gone out by the last day of the scope, by appeal.
    pub fn dispatch_briefs(&self) -> Result<Vec<DispatchBrief>> {
        self.dispatches_out(&self.courses()?)
    }

    /// Both, from one look at what happened.
    pub fn docket(&self, filter: &AppealFilter) -> Result<(Vec<AppealBrief>, Vec<DispatchBrief>)> {
        let courses = self.courses()?;
        Ok((self.appeals_in(&courses, filter)?, self.dispatches_out(&courses)?))
    }

    fn appeals_in(&self, courses: &Courses, filter: &AppealFilter) -> Result<Vec<AppealBrief>> {
        let mut select = self.connection.prepare_cached(
            "SELECT a.id, i.code, a.project, pi.code, p.name, p.district, a.category, a.round, a.purpose, a.urgent,
                    a.amount, a.raised_on
               FROM appeal AS a JOIN appeal_id AS i ON i.id = a.id
               JOIN project AS p ON p.id = a.project JOIN project_id AS pi ON pi.id = a.project
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
                AND (:text IS NULL OR instr(a.search, :key) > 0 OR instr(i.code, upper(:text)) > 0)
                AND (:without IS NULL OR a.project NOT IN (SELECT value FROM json_each(:without)))
              ORDER BY a.id",
        )?;
        let rounds: Vec<i64> = filter.rounds.iter().map(|round| round.number()).collect();
        let mut rows = select.query(named_params! {
            ":districts": list(&filter.districts),
            ":categories": list(&filter.categories),
            ":rounds": list(&rounds),
            ":project": filter.project,
            ":urgent": filter.urgent_only,
            ":departments": list(&filter.departments),
            ":text": filter.text,
            ":key": filter.text.as_deref().map(search_key),
            ":without": list(&filter.without),
        })?;
        let mut briefs = Vec::new();
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            // One that was logged later, or nowhere, is not there yet.
            let Some(course) = courses.get(&id) else { continue };
            let (Some(logged), Some((since, _, state))) = (course.logged, course.state) else {
                continue;
            };
            let (outcome_day, outcome) = match course.outcome {
                Some((day, _, outcome)) => (Some(day), outcome),
                None => (None, AppealOutcome::Pending),
            };
            if !passes(&filter.states, state) || !passes(&filter.outcomes, outcome) {
                continue;
            }
            briefs.push(AppealBrief {
                id,
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
                logged,
                state,
                since,
                outcome,
                outcome_day,
                satisfaction: course.satisfaction(),
            });
        }
        // Codes of one year follow the ids; those of several years need not.
        briefs.sort_by(|a, b| a.code.cmp(&b.code));
        Ok(briefs)
    }

    fn dispatches_out(&self, courses: &Courses) -> Result<Vec<DispatchBrief>> {
        let mut select = self.connection.prepare_cached(
            "SELECT d.id, d.appeal, d.letter, d.department, d.role, l.sent, d.due, d.governed, d.provisional
               FROM dispatch AS d JOIN letter AS l ON l.id = d.letter
              WHERE d.due IS NOT NULL AND d.dropped = 0 AND l.sent <= :cut
              ORDER BY d.id",
        )?;
        let mut rows = select.query(named_params! {":cut": self.last_day().to_string()})?;
        let mut briefs = Vec::new();
        while let Some(row) = rows.next()? {
            let (role, governed): (String, String) = (row.get(4)?, row.get(7)?);
            let (id, appeal): (i64, i64) = (row.get(0)?, row.get(1)?);
            let course = courses.get(&appeal);
            let part = course.map(|course| course.part(id)).unwrap_or_default();
            let came_back = part.answered.is_some() || part.returned.is_some();
            let ended = course.and_then(|course| course.ended_after(&part));
            briefs.push(DispatchBrief {
                id,
                appeal,
                letter: row.get(2)?,
                department: row.get(3)?,
                role: DispatchRole::from_key(&role).unwrap_or(DispatchRole::Lead),
                sent: day_of(row, 5)?.unwrap_or(Day::MIN),
                due: day_of(row, 6)?.unwrap_or(Day::MIN),
                governed: Governed::from_key(&governed).unwrap_or(Governed::Limit),
                provisional: row.get(8)?,
                extended: part.extended,
                answered: part.answered,
                returned: part.returned,
                ended: ended.filter(|_| !came_back),
                reminders: part.reminders,
            });
        }
        Ok(briefs)
    }

    /// Every override by which an appeal was sent on up to the last day of the scope, by appeal.
    pub fn appeal_exceptions(&self) -> Result<Vec<AppealException>> {
        let mut select = self.connection.prepare_cached(
            "SELECT e.appeal, i.code, p.name, e.day, e.override, e.approver
               FROM event AS e JOIN appeal_id AS i ON i.id = e.appeal
               JOIN appeal AS a ON a.id = e.appeal JOIN project AS p ON p.id = a.project
              WHERE e.override IS NOT NULL AND e.day <= ?1 ORDER BY i.code, e.id",
        )?;
        let rows = select.query_map([self.last_day().to_string()], |row| {
            Ok(AppealException {
                appeal: row.get(0)?,
                code: row.get(1)?,
                project_name: row.get(2)?,
                day: day_of(row, 3)?.unwrap_or(Day::MIN),
                reason: row.get(4)?,
                approver: row.get(5)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
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
