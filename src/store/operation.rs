//! Operations (操作) as the log tells them.

use super::project::day_of;
use super::reader::Reader;
use crate::error::Result;
use crate::model::Day;
use crate::model::command::CommandName;
use crate::model::finding::RuleName;
use crate::model::log::{LogFilter, LogLine, RowCounts, Subject};
use rusqlite::{OptionalExtension, Row, named_params};

macro_rules! select_operation {
    ($tail:literal) => {
        concat!(
            "SELECT o.id, o.day, o.clock, o.operator, o.command, o.reason, o.override, o.approver, o.correction,
                    coalesce(o.undoes, o.redoes),
                    (SELECT w.undoes IS NOT NULL FROM operation AS w
                      WHERE (w.undoes = o.id OR w.redoes = o.id) AND w.id <= :last ORDER BY w.id DESC LIMIT 1)
               FROM operation AS o ",
            $tail
        )
    };
}

/// Every operation that wrote or closed a version about a project.
macro_rules! about_project {
    () => {
        "SELECT since AS op FROM project_v WHERE id = :project
         UNION SELECT until FROM project_v WHERE id = :project
         UNION SELECT since FROM report_v WHERE id BETWEEN :project * 1000000 AND :project * 1000000 + 999999
         UNION SELECT until FROM report_v WHERE id BETWEEN :project * 1000000 AND :project * 1000000 + 999999
         UNION SELECT since FROM milestone_v WHERE id BETWEEN :project * 100 AND :project * 100 + 99
         UNION SELECT until FROM milestone_v WHERE id BETWEEN :project * 100 AND :project * 100 + 99
         UNION SELECT since FROM work_v WHERE id BETWEEN :project * 100 AND :project * 100 + 99
         UNION SELECT until FROM work_v WHERE id BETWEEN :project * 100 AND :project * 100 + 99
         UNION SELECT since FROM excuse_v WHERE id BETWEEN :project * 1000 AND :project * 1000 + 999
         UNION SELECT until FROM excuse_v WHERE id BETWEEN :project * 1000 AND :project * 1000 + 999
         UNION SELECT since FROM link_v WHERE project = :project OR other = :project
         UNION SELECT since FROM candidate_v WHERE project = :project
         UNION SELECT since FROM clue_v WHERE project = :project
         UNION SELECT until FROM clue_v WHERE project = :project
         UNION SELECT since FROM appeal_v WHERE project = :project
         UNION SELECT until FROM appeal_v WHERE project = :project
         UNION SELECT e.since FROM event_v AS e JOIN appeal_v AS a ON e.id BETWEEN a.id * 1000 AND a.id * 1000 + 999
                WHERE a.project = :project
         UNION SELECT e.until FROM event_v AS e JOIN appeal_v AS a ON e.id BETWEEN a.id * 1000 AND a.id * 1000 + 999
                WHERE a.project = :project
         UNION SELECT d.since FROM dispatch_v AS d JOIN appeal_v AS a ON d.id BETWEEN a.id * 1000 AND a.id * 1000 + 999
                WHERE a.project = :project
         UNION SELECT d.until FROM dispatch_v AS d JOIN appeal_v AS a ON d.id BETWEEN a.id * 1000 AND a.id * 1000 + 999
                WHERE a.project = :project
         UNION SELECT since FROM task_v WHERE project = :project
         UNION SELECT until FROM task_v WHERE project = :project
         UNION SELECT s.since FROM step_v AS s JOIN task_v AS t ON s.id BETWEEN t.id * 1000 AND t.id * 1000 + 999
                WHERE t.project = :project
         UNION SELECT s.until FROM step_v AS s JOIN task_v AS t ON s.id BETWEEN t.id * 1000 AND t.id * 1000 + 999
                WHERE t.project = :project"
    };
}

fn line_of(row: &Row<'_>) -> rusqlite::Result<(LogLine, Option<i64>)> {
    let command: String = row.get(4)?;
    let line = LogLine {
        op: row.get(0)?,
        day: day_of(row, 1)?.unwrap_or(Day::MIN),
        clock: row.get(2)?,
        operator: row.get(3)?,
        command: CommandName::from_key(&command).unwrap_or(CommandName::Update),
        reason: row.get(5)?,
        override_reason: row.get(6)?,
        approver: row.get(7)?,
        correction: row.get(8)?,
        target: None,
        undone: row.get::<_, Option<bool>>(10)?.unwrap_or(false),
        subject: Subject::default(),
    };
    Ok((line, row.get(9)?))
}

impl Reader<'_> {
    /// The lines of the log that pass the filter, oldest first.
    pub fn log(&self, filter: &LogFilter) -> Result<Vec<LogLine>> {
        let mut select = self.connection.prepare_cached(concat!(
            "SELECT * FROM (",
            select_operation!(
                "WHERE o.id <= :last AND (:from IS NULL OR o.day >= :from) AND (:to IS NULL OR o.day <= :to)
                   AND (:operator IS NULL OR instr(o.operator, :operator) > 0)
                   AND (:project IS NULL OR o.id IN ("
            ),
            about_project!(),
            ")) ORDER BY o.id DESC LIMIT :limit) ORDER BY 1"
        ))?;
        let limit = filter.limit.and_then(|limit| i64::try_from(limit).ok()).unwrap_or(-1);
        let bound = named_params! {
            ":last": self.last,
            ":from": filter.from.map(|day| day.to_string()),
            ":to": filter.to.map(|day| day.to_string()),
            ":operator": filter.operator,
            ":project": filter.project,
            ":limit": limit,
        };
        let rows = select.query_map(bound, line_of)?;
        let rows: Vec<_> = rows.collect::<rusqlite::Result<_>>()?;
        rows.into_iter().map(|(line, target)| self.complete(line, target)).collect()
    }

    /// The day the library was made.
    ///
    /// # Errors
    /// Only what SQLite reports.
    pub fn first_day(&self) -> Result<Option<Day>> {
        let first = "SELECT day FROM operation ORDER BY id LIMIT 1";
        let first = self.connection.query_row(first, [], |row| day_of(row, 0)).optional()?;
        Ok(first.flatten())
    }

    /// How many commands are on record.
    pub fn operations(&self) -> Result<u64> {
        let count = "SELECT count(*) FROM operation WHERE id <= ?1";
        let count: i64 = self.connection.query_row(count, [self.last], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// One line of the log.
    pub fn operation_line(&self, op: i64) -> Result<Option<LogLine>> {
        let mut find = self.connection.prepare_cached(select_operation!("WHERE o.id = :op"))?;
        let bound = named_params! {":op": op, ":last": self.last};
        match find.query_row(bound, line_of).optional()? {
            Some((line, target)) => Ok(Some(self.complete(line, target)?)),
            None => Ok(None),
        }
    }

    fn complete(&self, mut line: LogLine, target: Option<i64>) -> Result<LogLine> {
        if let Some(target) = target {
            line.target = self.operation_line(target)?.map(Box::new);
        } else {
            line.subject = self.subject(line.op)?;
        }
        Ok(line)
    }

    fn subject(&self, op: i64) -> Result<Subject> {
        let mut subject = Subject::default();
        self.files(op, &mut subject)?;
        if subject.files.is_empty() {
            self.projects(op, &mut subject)?;
            if subject.projects == 0 {
                self.record(op, &mut subject)?;
            }
        }
        Ok(subject)
    }

    fn files(&self, op: i64, subject: &mut Subject) -> Result<()> {
        let mut select = self.connection.prepare_cached(
            "SELECT file, new, changed, unchanged, to_screen, rejected FROM source WHERE op = ?1 ORDER BY id",
        )?;
        let mut rows = select.query([op])?;
        while let Some(row) = rows.next()? {
            subject.files.push(row.get(0)?);
            let count = |at| row.get::<_, i64>(at).map(i64::unsigned_abs);
            let sum = subject.rows.get_or_insert_with(RowCounts::default);
            sum.new += count(1)?;
            sum.changed += count(2)?;
            sum.unchanged += count(3)?;
            sum.to_screen += count(4)?;
            sum.rejected += count(5)?;
        }
        Ok(())
    }

    fn projects(&self, op: i64, subject: &mut Subject) -> Result<()> {
        let mut find = self.connection.prepare_cached(
            "WITH range AS (SELECT tbl, first_v, last_v FROM touch WHERE op = ?1),
                  hit(project) AS (
               SELECT p.id FROM range JOIN project_v AS p ON tbl = 'project_v' AND p.v BETWEEN first_v AND last_v
               UNION SELECT r.project FROM range JOIN report_v AS r ON tbl = 'report_v' AND r.v BETWEEN first_v AND last_v
               UNION SELECT m.project FROM range JOIN milestone_v AS m ON tbl = 'milestone_v' AND m.v BETWEEN first_v AND last_v
               UNION SELECT w.project FROM range JOIN work_v AS w ON tbl = 'work_v' AND w.v BETWEEN first_v AND last_v
               UNION SELECT e.project FROM range JOIN excuse_v AS e ON tbl = 'excuse_v' AND e.v BETWEEN first_v AND last_v)
             SELECT n, (SELECT code FROM project_id WHERE id = first),
                    (SELECT name FROM project_v WHERE id = first AND since <= ?1 ORDER BY since DESC LIMIT 1)
               FROM (SELECT count(*) AS n, min(project) AS first FROM hit)",
        )?;
        let (count, code, name): (i64, Option<String>, Option<String>) =
            find.query_row([op], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        subject.projects = count.unsigned_abs();
        subject.project = code.zip(name);
        Ok(())
    }

    fn record(&self, op: i64, subject: &mut Subject) -> Result<()> {
        let mut find = self.connection.prepare_cached(
            "WITH range AS (SELECT tbl, first_v FROM touch WHERE op = ?1)
             SELECT name, NULL FROM range JOIN district_v ON tbl = 'district_v' AND v = first_v
             UNION ALL SELECT d.name, NULL FROM range JOIN heading_v AS h ON tbl = 'heading_v' AND h.v = first_v
                         JOIN district AS d ON d.id = h.district
             UNION ALL SELECT d.name, NULL FROM range JOIN sender_v AS s ON tbl = 'sender_v' AND s.v = first_v
                         JOIN district AS d ON d.id = s.id
             UNION ALL SELECT short, NULL FROM range JOIN department_v ON tbl = 'department_v' AND v = first_v
             UNION ALL SELECT person, NULL FROM range JOIN contact_v ON tbl = 'contact_v' AND v = first_v
             UNION ALL SELECT i.code, NULL FROM range JOIN rate_v AS r ON tbl = 'rate_v' AND r.v = first_v
                         JOIN rate_id AS i ON i.id = r.id
             UNION ALL SELECT i.code || ' ' || c.name, NULL FROM range JOIN candidate_v AS c ON tbl = 'candidate_v' AND c.v = first_v
                         JOIN candidate_id AS i ON i.id = c.id
             UNION ALL SELECT i.code || ' ' || p.name, NULL FROM range JOIN clue_v AS c ON tbl = 'clue_v' AND c.v = first_v
                         JOIN clue_id AS i ON i.id = c.id JOIN project AS p ON p.id = c.project
             UNION ALL SELECT i.code, NULL FROM range JOIN letter_v AS l ON tbl = 'letter_v' AND l.v = first_v
                         JOIN letter_id AS i ON i.id = l.id
             UNION ALL SELECT i.code || ' ' || p.name, NULL FROM range JOIN event_v AS e ON tbl = 'event_v' AND e.v = first_v
                         JOIN appeal_id AS i ON i.id = e.appeal
                         JOIN appeal_v AS a ON a.id = e.appeal AND a.since <= ?1 AND a.until > ?1
                         JOIN project_v AS p ON p.id = a.project AND p.since <= ?1 AND p.until > ?1
             UNION ALL SELECT i.code || ' ' || t.text, NULL FROM range JOIN task_v AS t ON tbl = 'task_v' AND t.v = first_v
                         JOIN task_id AS i ON i.id = t.id
             UNION ALL SELECT i.code || ' ' || t.text, NULL FROM range JOIN step_v AS s ON tbl = 'step_v' AND s.v = first_v
                         JOIN task_id AS i ON i.id = s.task
                         JOIN task_v AS t ON t.id = s.task AND t.since <= ?1 AND t.until > ?1
             UNION ALL SELECT i.code, NULL FROM range JOIN meeting_v AS m ON tbl = 'meeting_v' AND m.v = first_v
                         JOIN meeting_id AS i ON i.id = m.id
             UNION ALL SELECT i.code, NULL FROM range JOIN agenda_v AS g ON tbl = 'agenda_v' AND g.v = first_v
                         JOIN meeting_id AS i ON i.id = g.meeting
             UNION ALL SELECT i.code || ' ' || a.text, NULL FROM range JOIN activity_v AS a ON tbl = 'activity_v' AND a.v = first_v
                         JOIN activity_id AS i ON i.id = a.id
             UNION ALL SELECT name, NULL FROM range JOIN category_v ON tbl = 'category_v' AND v = first_v
             UNION ALL SELECT DISTINCT subject, NULL FROM issue WHERE op = ?1
             UNION ALL SELECT NULL, name FROM range JOIN rule_v ON tbl = 'rule_v' AND v = first_v
             LIMIT 1",
        )?;
        let found: Option<(Option<String>, Option<String>)> =
            find.query_row([op], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        if let Some((record, rule)) = found {
            subject.record = record;
            subject.rule = rule.as_deref().and_then(RuleName::from_key);
        }
        Ok(())
    }
}
