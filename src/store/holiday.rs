//! Working days (工作日): the days on which the yearly notices depart from Monday to Friday.

use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::Day;
use crate::model::calendar::{Calendar, DayKind, Holiday};
use chrono::Datelike;

impl Reader<'_> {
    /// The calendar on record.
    pub fn calendar(&self) -> Result<Calendar> {
        let mut select = self.connection.prepare_cached("SELECT day, kind FROM holiday")?;
        let rows =
            select.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        let mut days = Vec::new();
        for row in rows {
            let (day, kind) = row?;
            if let (Ok(day), Some(kind)) = (day.parse(), DayKind::from_key(&kind)) {
                days.push((day, kind));
            }
        }
        Ok(Calendar::new(days))
    }
}

impl Reader<'_> {
    /// Every day on record, in order.
    pub fn holidays(&self) -> Result<Vec<Holiday>> {
        let mut select = self
            .connection
            .prepare_cached("SELECT day, kind, name, source FROM holiday ORDER BY id")?;
        let mut rows = select.query([])?;
        let mut days = Vec::new();
        while let Some(row) = rows.next()? {
            let (day, kind): (String, String) = (row.get(0)?, row.get(1)?);
            if let (Ok(day), Some(kind)) = (day.parse(), DayKind::from_key(&kind)) {
                days.push(Holiday { day, kind, name: row.get(2)?, source: row.get(3)? });
            }
        }
        Ok(days)
    }
}

impl Writer<'_> {
    pub fn put_holiday(&mut self, day: Day, kind: DayKind, name: &str, source: &str) -> Result<()> {
        let id = i64::from(day.year()) * 10_000 + i64::from(day.month() * 100 + day.day());
        let noun = noun!("holiday_v": "day", "kind", "name", "source");
        let day = day.to_string();
        self.put(
            &noun,
            id,
            Origin::default(),
            &[(":day", &day), (":kind", &kind.key()), (":name", &name), (":source", &source)],
        )
    }
}
