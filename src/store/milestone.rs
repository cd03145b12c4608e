//! The dated stage log (推进阶段日志): the day each stage was reached.

use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::date::Dated;
use crate::model::project::Milestone;
use crate::model::stage::Stage;
use std::collections::{BTreeMap, HashMap};

impl Reader<'_> {
    /// The stages a project has reached with their dates, in order.
    pub fn milestones(&self, project: i64) -> Result<Vec<Milestone>> {
        let mut select = self.connection.prepare_cached(
            "SELECT stage, reached FROM milestone
              WHERE id BETWEEN ?1 * 100 AND ?1 * 100 + 99 AND reached IS NOT NULL ORDER BY id",
        )?;
        let mut rows = select.query([project])?;
        let mut milestones = Vec::new();
        while let Some(row) = rows.next()? {
            let stage = Stage::from_key(&row.get::<_, String>(0)?);
            let reached = Dated::from_iso(&row.get::<_, String>(1)?);
            if let (Some(stage), Some(reached)) = (stage, reached) {
                milestones.push(Milestone { stage, reached });
            }
        }
        Ok(milestones)
    }

    /// The stages every project has reached with their dates, by project.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn all_milestones(&self) -> Result<HashMap<i64, BTreeMap<Stage, Dated>>> {
        let mut select = self.connection.prepare_cached(
            "SELECT project, stage, reached FROM milestone WHERE reached IS NOT NULL",
        )?;
        let mut rows = select.query([])?;
        let mut milestones: HashMap<i64, BTreeMap<Stage, Dated>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let stage = Stage::from_key(&row.get::<_, String>(1)?);
            let reached = Dated::from_iso(&row.get::<_, String>(2)?);
            if let (Some(stage), Some(reached)) = (stage, reached) {
                milestones.entry(row.get(0)?).or_default().insert(stage, reached);
            }
        }
        Ok(milestones)
    }

    /// The date each project reached a stage, where known.
    pub fn stage_dates(&self, stage: Stage) -> Result<Vec<(i64, Dated)>> {
        let mut select = self.connection.prepare_cached(
            "SELECT project, reached FROM milestone WHERE stage = ?1 AND reached IS NOT NULL",
        )?;
        let mut rows = select.query([stage.key()])?;
        let mut dates = Vec::new();
        while let Some(row) = rows.next()? {
            if let Some(reached) = Dated::from_iso(&row.get::<_, String>(1)?) {
                dates.push((row.get(0)?, reached));
            }
        }
        Ok(dates)
    }
}

impl Writer<'_> {
    pub fn put_milestone(
        &mut self,
        project: i64,
        stage: Stage,
        reached: Option<Dated>,
        from: Origin,
    ) -> Result<()> {
        let noun = noun!("milestone_v": "project", "stage", "reached");
        let id = project * 100 + stage.index();
        let reached = reached.map(|reached| reached.to_string());
        self.put(
            &noun,
            id,
            from,
            &[(":project", &project), (":stage", &stage.key()), (":reached", &reached)],
        )
    }
}
