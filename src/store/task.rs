//! Tasks (议定事项, 批示) on record and what was done about them.

use super::origin::split;
use super::project::day_of;
use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::Day;
use crate::model::name::search_key;
use crate::model::task::{Step, StepKind, Task, TaskSource};
use chrono::Datelike;
use rusqlite::{OptionalExtension, Row};

macro_rules! select_task {
    ($tail:literal) => {
        concat!(
            "SELECT t.id, i.code, t.source, t.meeting, t.leader, t.day, t.text, t.districts, t.departments, t.due,
                    t.project, t.appeal
               FROM task AS t JOIN task_id AS i ON i.id = t.id ",
            $tail
        )
    };
}

fn task_of(row: &Row<'_>) -> rusqlite::Result<Task> {
    let (source, districts, departments): (String, String, String) =
        (row.get(2)?, row.get(7)?, row.get(8)?);
    Ok(Task {
        id: row.get(0)?,
        code: row.get(1)?,
        source: TaskSource::from_key(&source).unwrap_or(TaskSource::Supervision),
        meeting: row.get(3)?,
        leader: row.get(4)?,
        day: day_of(row, 5)?.unwrap_or(Day::MIN),
        text: row.get(6)?,
        districts: ids(&districts),
        departments: ids(&departments),
        due: day_of(row, 9)?,
        project: row.get(10)?,
        appeal: row.get(11)?,
    })
}

fn step_of(row: &Row<'_>) -> rusqlite::Result<Step> {
    let kind: String = row.get(2)?;
    Ok(Step {
        task: row.get(0)?,
        day: day_of(row, 1)?.unwrap_or(Day::MIN),
        kind: StepKind::from_key(&kind).unwrap_or(StepKind::Progress),
        note: row.get(3)?,
    })
}

fn ids(text: &str) -> Vec<i64> {
    split(text).iter().filter_map(|id| id.parse().ok()).collect()
}

fn joined(ids: &[i64]) -> String {
    ids.iter().map(i64::to_string).collect::<Vec<String>>().join("|")
}

impl Reader<'_> {
    /// Every task that was decided or written by the last day of the scope, by code.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn tasks(&self) -> Result<Vec<Task>> {
        let mut select =
            self.connection.prepare_cached(select_task!("WHERE t.day <= ?1 ORDER BY i.code"))?;
        let rows = select.query_map([self.last_day().to_string()], task_of)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// By its code.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn task(&self, code: &str) -> Result<Option<Task>> {
        let mut find = self.connection.prepare_cached(select_task!("WHERE i.code = ?1"))?;
        Ok(find.query_row([code], task_of).optional()?)
    }

    /// The tasks of a meeting, or of none, that say the same.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn tasks_saying(&self, meeting: Option<i64>, text: &str) -> Result<Vec<Task>> {
        let mut select = self.connection.prepare_cached(select_task!(
            "WHERE t.meeting IS ?1 AND t.text_key = ?2 ORDER BY t.id"
        ))?;
        let rows = select.query_map((meeting, search_key(text)), task_of)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What was done about tasks up to the last day of the scope, by task, in the order of the record.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn steps(&self) -> Result<Vec<Step>> {
        let mut select = self
            .connection
            .prepare_cached("SELECT task, day, kind, note FROM step WHERE day <= ?1 ORDER BY id")?;
        let rows = select.query_map([self.last_day().to_string()], step_of)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What was done about one task, in the order of the record.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn steps_of(&self, task: i64) -> Result<Vec<Step>> {
        let mut select = self.connection.prepare_cached(
            "SELECT task, day, kind, note FROM step WHERE id BETWEEN ?1 * 1000 AND ?1 * 1000 + 999 ORDER BY id",
        )?;
        let rows = select.query_map([task], step_of)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Records a task, or the new content of one on record (`id` other than 0); returns its code.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn put_task(&mut self, task: &Task, from: Origin) -> Result<String> {
        let (id, code) = if task.id == 0 {
            self.new_code(&codes!("task_id"), "RW", task.day.year())?
        } else {
            (task.id, task.code.clone())
        };
        let noun = noun!("task_v": "source", "meeting", "leader", "day", "text", "text_key", "districts",
            "departments", "due", "project", "appeal");
        self.put(
            &noun,
            id,
            from,
            &[
                (":source", &task.source.key()),
                (":meeting", &task.meeting),
                (":leader", &task.leader),
                (":day", &task.day.to_string()),
                (":text", &task.text),
                (":text_key", &search_key(&task.text)),
                (":districts", &joined(&task.districts)),
                (":departments", &joined(&task.departments)),
                (":due", &task.due.map(|day| day.to_string())),
                (":project", &task.project),
                (":appeal", &task.appeal),
            ],
        )?;
        Ok(code)
    }

    /// Records what was done about a task.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn add_step(&mut self, step: &Step, from: Origin) -> Result<()> {
        let id = self.next_place(
            "SELECT count(DISTINCT id) FROM step_v WHERE id BETWEEN ?1 * 1000 AND ?1 * 1000 + 999",
            step.task,
            1000,
        )? + step.task * 1000;
        let noun = noun!("step_v": "task", "day", "kind", "note");
        self.put(
            &noun,
            id,
            from,
            &[
                (":task", &step.task),
                (":day", &step.day.to_string()),
                (":kind", &step.kind.key()),
                (":note", &step.note),
            ],
        )
    }
}
