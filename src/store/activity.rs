//! Activities (促进活动, 宣传引导) on record.

use super::project::day_of;
use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::Day;
use crate::model::activity::{Activity, ActivityKind};
use chrono::Datelike;

impl Reader<'_> {
    /// The activities of a span of days, by day.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn activities(&self, from: Day, to: Day) -> Result<Vec<Activity>> {
        let mut select = self.connection.prepare_cached(
            "SELECT a.id, i.code, a.kind, a.district, a.project, a.day, a.text
               FROM activity AS a JOIN activity_id AS i ON i.id = a.id
              WHERE a.day BETWEEN ?1 AND ?2 ORDER BY a.day, i.code",
        )?;
        let rows = select.query_map([from.to_string(), to.to_string()], |row| {
            let kind: String = row.get(2)?;
            Ok(Activity {
                id: row.get(0)?,
                code: row.get(1)?,
                kind: ActivityKind::from_key(&kind).unwrap_or(ActivityKind::Promotion),
                district: row.get(3)?,
                project: row.get(4)?,
                day: day_of(row, 5)?.unwrap_or(Day::MIN),
                text: row.get(6)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Records an activity; returns its code.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn put_activity(&mut self, activity: &Activity) -> Result<String> {
        let (id, code) = self.new_code(&codes!("activity_id"), "HW", activity.day.year())?;
        let noun = noun!("activity_v": "kind", "district", "project", "day", "text");
        self.put(
            &noun,
            id,
            Origin::default(),
            &[
                (":kind", &activity.kind.key()),
                (":district", &activity.district),
                (":project", &activity.project),
                (":day", &activity.day.to_string()),
                (":text", &activity.text),
            ],
        )?;
        Ok(code)
    }
}
