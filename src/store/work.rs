//! Work items (推进事项) with their planned and actual dates.

use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::date::Dated;
use crate::model::project::Work;
use crate::model::work::WorkItem;
use std::collections::HashMap;

impl Reader<'_> {
    /// The dated work items of a project.
    pub fn works(&self, project: i64) -> Result<Vec<Work>> {
        let mut select = self.connection.prepare_cached(
            "SELECT item, planned, actual FROM work
              WHERE id BETWEEN ?1 * 100 AND ?1 * 100 + 99 ORDER BY id",
        )?;
        let mut rows = select.query([project])?;
        let mut works = Vec::new();
        while let Some(row) = rows.next()? {
            let date = |text: Option<String>| text.and_then(|text| Dated::from_iso(&text));
            if let Some(item) = WorkItem::from_key(&row.get::<_, String>(0)?) {
                works.push(Work { item, planned: date(row.get(1)?), actual: date(row.get(2)?) });
            }
        }
        Ok(works)
    }
}

impl Reader<'_> {
    /// The work items that are done, with their actual dates, by project.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn works_done(&self) -> Result<HashMap<i64, Vec<(WorkItem, Dated)>>> {
        let mut select = self.connection.prepare_cached(
            "SELECT project, item, actual FROM work WHERE actual IS NOT NULL ORDER BY id",
        )?;
        let mut rows = select.query([])?;
        let mut done: HashMap<i64, Vec<(WorkItem, Dated)>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let item = WorkItem::from_key(&row.get::<_, String>(1)?);
            let actual = Dated::from_iso(&row.get::<_, String>(2)?);
            if let (Some(item), Some(actual)) = (item, actual) {
                done.entry(row.get(0)?).or_default().push((item, actual));
            }
        }
        Ok(done)
    }
}

impl Writer<'_> {
    pub fn put_work(&mut self, project: i64, work: &Work, from: Origin) -> Result<()> {
        let noun = noun!("work_v": "project", "item", "planned", "actual");
        let id = project * 100 + work.item as i64;
        let text = |date: Option<Dated>| date.map(|date| date.to_string());
        self.put(
            &noun,
            id,
            from,
            &[
                (":project", &project),
                (":item", &work.item.key()),
                (":planned", &text(work.planned)),
                (":actual", &text(work.actual)),
            ],
        )
    }
}
