//! What departments answered to a district's appeals (反馈), by 发生日.

use super::project::day_of;
use super::reader::Reader;
use crate::error::Result;
use crate::model::Day;
use crate::model::dispatch::{DispatchRole, ReplyKind};
use crate::model::feedback::{BackLine, ReplyLine};
use rusqlite::named_params;

impl Reader<'_> {
    /// The replies of a span of days, by appeal; `district` narrows.
    pub fn replies(&self, district: Option<i64>, from: Day, to: Day) -> Result<Vec<ReplyLine>> {
        let mut select = self.connection.prepare_cached(
            "SELECT e.appeal, p.district, d.department, d.role, e.value, e.day, e.person, e.note
               FROM event AS e JOIN dispatch AS d ON d.id = e.dispatch
               JOIN appeal AS a ON a.id = e.appeal JOIN project AS p ON p.id = a.project
              WHERE e.kind = 'replied' AND e.day BETWEEN :from AND :to
                AND (:district IS NULL OR p.district = :district)
              ORDER BY e.appeal, d.role DESC, e.id",
        )?;
        let bound = named_params! {
            ":from": from.to_string(),
            ":to": to.to_string(),
            ":district": district,
        };
        let rows = select.query_map(bound, |row| {
            let (role, kind): (String, String) = (row.get(3)?, row.get(4)?);
            Ok(ReplyLine {
                appeal: row.get(0)?,
                district: row.get(1)?,
                department: row.get(2)?,
                role: DispatchRole::from_key(&role).unwrap_or(DispatchRole::Lead),
                kind: ReplyKind::from_key(&kind).unwrap_or(ReplyKind::Final),
                day: day_of(row, 5)?.unwrap_or(Day::MIN),
                person: row.get(6)?,
                opinion: row.get(7)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// When each appeal was last sent back to its district, and why, up to a day.
    pub fn sent_back(&self, to: Day) -> Result<Vec<BackLine>> {
        let mut select = self.connection.prepare_cached(
            "SELECT appeal, day, note FROM event AS e
              WHERE kind = 'sent_back' AND day <= ?1
                AND id = (SELECT max(s.id) FROM event AS s
                           WHERE s.id BETWEEN e.appeal * 1000 AND e.appeal * 1000 + 999
                             AND s.kind = 'sent_back' AND s.day <= ?1)
              ORDER BY id",
        )?;
        let rows = select.query_map([to.to_string()], |row| {
            Ok(BackLine {
                appeal: row.get(0)?,
                day: day_of(row, 1)?.unwrap_or(Day::MIN),
                reason: row.get(2)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
