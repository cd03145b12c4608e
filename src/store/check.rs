//! The invariants of the file, looked at one by one. Each finding is data; nothing is mended here.

use super::library::SCHEMA;
use super::reader::Reader;
use super::wind::NOW;
use super::{reference, seal};
use crate::error::Result;
use crate::model::check::Trouble;
use crate::model::field::{Field, Quantity};
use crate::model::money::Usd;
use crate::model::name::identity_key;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Most findings of one kind; the first ones say enough.
const SHOWN: usize = 20;

/// A group of projects as SQL adds it up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct GroupSum {
    pub projects: u64,
    pub sums: [Usd; 7],
}

impl Reader<'_> {
    /// Damage: the file, its schema, its references, its versions and what they say.
    pub fn damage(&self) -> Result<Vec<Trouble>> {
        let mut found = self.structure()?;
        if !found.is_empty() {
            // Nothing else can be relied on.
            return Ok(found);
        }
        found.extend(self.foreign_keys()?);
        found.extend(self.schema()?);
        found.extend(self.days()?);
        found.extend(self.altered_editions()?);
        found.extend(self.altered_issues()?);
        let tables = version_tables(self.connection)?;
        for table in &tables {
            found.extend(self.versions(table)?);
            found.extend(self.accounted(table)?);
            found.extend(self.seals(table)?);
        }
        for reference in reference::references(self.connection)? {
            let rows = reference.broken(self.connection)?.unsigned_abs();
            if rows > 0 {
                let (table, column) = (reference.table, reference.column);
                found.push(Trouble::Dangling { table, column, rows });
            }
        }
        found.extend(self.register()?);
        found.extend(self.derived()?);
        Ok(found)
    }

    fn structure(&self) -> Result<Vec<Trouble>> {
        let mut select = self.connection.prepare("PRAGMA integrity_check(20)")?;
        let rows = select.query_map([], |row| row.get::<_, String>(0));
        let said: Vec<String> = match rows.and_then(Iterator::collect) {
            Ok(said) => said,
            Err(error) => vec![error.to_string()],
        };
        let faults = said.into_iter().filter(|said| said != "ok");
        Ok(faults.map(|detail| Trouble::Damaged { detail }).collect())
    }

    fn foreign_keys(&self) -> Result<Vec<Trouble>> {
        let mut select = self
            .connection
            .prepare("SELECT DISTINCT \"table\" FROM pragma_foreign_key_check ORDER BY 1")?;
        let rows = select.query_map([], |row| Ok(Trouble::ForeignKey { table: row.get(0)? }))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The schema against the one a new library gets.
    fn schema(&self) -> Result<Vec<Trouble>> {
        let fresh = Connection::open_in_memory()?;
        fresh.execute_batch(SCHEMA)?;
        let (ours, theirs) = (objects(&fresh)?, objects(self.connection)?);
        let mut names: Vec<&String> = ours.keys().chain(theirs.keys()).collect();
        names.sort();
        names.dedup();
        let differs = names.into_iter().filter(|name| ours.get(*name) != theirs.get(*name));
        Ok(differs.map(|name| Trouble::Schema { name: name.clone() }).collect())
    }

    fn days(&self) -> Result<Vec<Trouble>> {
        let mut select = self.connection.prepare(
            "SELECT b.id FROM operation AS a JOIN operation AS b ON b.id = a.id + 1 WHERE b.day < a.day
             UNION SELECT a.id FROM operation AS a
              WHERE a.id > 1 AND NOT EXISTS (SELECT 1 FROM operation AS b WHERE b.id = a.id - 1)
             ORDER BY 1 LIMIT 20",
        )?;
        let rows = select.query_map([], |row| Ok(Trouble::DayFalls { op: row.get(0)? }))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Versions of one id follow each other: no overlap, and a gap only where an undo or redo made
    /// it.
    fn versions(&self, table: &str) -> Result<Vec<Trouble>> {
        let mut select = self.connection.prepare(&format!(
            "SELECT id FROM (
               SELECT id, since, until, author,
                      lead(since) OVER (PARTITION BY id ORDER BY since, until) AS next FROM {table})
              WHERE since >= until OR author > since OR next < until
                 OR (next IS NOT NULL AND next > until
                     AND NOT EXISTS (SELECT 1 FROM operation AS o
                                      WHERE o.id = until AND (o.undoes IS NOT NULL OR o.redoes IS NOT NULL)))
                 OR (next IS NULL AND until <> {NOW}
                     AND NOT EXISTS (SELECT 1 FROM operation AS o
                                      WHERE o.id = until AND (o.undoes IS NOT NULL OR o.redoes IS NOT NULL)))
              LIMIT {SHOWN}"
        ))?;
        let rows = select.query_map([], |row| {
            Ok(Trouble::Versions { table: table.to_owned(), id: row.get(0)? })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Every version belongs to what one operation wrote, and nothing an operation wrote is gone.
    fn accounted(&self, table: &str) -> Result<Vec<Trouble>> {
        let count = format!(
            "SELECT (SELECT count(*) FROM {table}),
                    (SELECT coalesce(sum(last_v - first_v + 1), 0) FROM touch WHERE tbl = ?1),
                    (SELECT count(*) FROM touch AS t JOIN {table} AS x ON x.v BETWEEN t.first_v AND t.last_v
                      WHERE t.tbl = ?1 AND x.since = t.op),
                    (SELECT count(*) FROM {table} AS x
                      WHERE x.author NOT IN (SELECT id FROM operation)
                         OR x.until NOT IN (SELECT id FROM operation) AND x.until <> {NOW})"
        );
        let (rows, told, found, strangers): (i64, i64, i64, i64) =
            self.connection.query_row(&count, [table], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })?;
        let sound = rows == told && rows == found && strangers == 0;
        Ok(if sound { vec![] } else { vec![Trouble::Unaccounted { table: table.to_owned() }] })
    }

    fn seals(&self, table: &str) -> Result<Vec<Trouble>> {
        let mut select = self.connection.prepare(&format!("SELECT * FROM {table}"))?;
        let columns: Vec<String> = select.column_names().map(str::to_owned).collect();
        let place = |wanted: &str| columns.iter().position(|name| name == wanted).unwrap_or(0);
        let (v, id, sealed) = (place("v"), place("id"), place("seal"));
        let mut broken = Vec::new();
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            let found: i64 = row.get(id)?;
            if seal::of_row(found, &columns, row)? != row.get::<_, i64>(sealed)? {
                broken.push((row.get(v)?, found));
                if broken.len() >= SHOWN {
                    break;
                }
            }
        }
        let scale = match table {
            "project_v" => Some(1),
            "report_v" => Some(1_000_000),
            "milestone_v" | "work_v" | "investor_v" | "alias_v" | "stay_v" => Some(100),
            _ => None,
        };
        let mut troubles = Vec::with_capacity(broken.len());
        for (v, id) in broken {
            let project = match scale {
                Some(scale) => self.code_of(id / scale)?,
                None => None,
            };
            troubles.push(Trouble::Seal { table: table.to_owned(), v, project });
        }
        Ok(troubles)
    }

    /// The code of a project, whether or not it holds.
    pub fn code_of(&self, project: i64) -> Result<Option<String>> {
        use rusqlite::OptionalExtension;
        let find = "SELECT code FROM project_id WHERE id = ?1";
        Ok(self.connection.query_row(find, [project], |row| row.get(0)).optional()?)
    }

    /// Stage and amounts of the register are those of the project's latest report; one that has
    /// left stays as it was.
    fn register(&self) -> Result<Vec<Trouble>> {
        let mut select = self.connection.prepare(
            "SELECT i.code, p.name,
                    p.stage IS NOT r.stage, p.total IS NOT r.total, p.planned_fdi IS NOT r.planned_fdi,
                    p.registered_fdi IS NOT r.registered_fdi, p.capital IS NOT r.capital,
                    p.contract IS NOT r.contract, p.paid_in IS NOT r.paid_in, p.invested IS NOT r.invested
               FROM project AS p JOIN project_id AS i ON i.id = p.id
               LEFT JOIN report AS r ON r.id = (
                 SELECT max(q.id) FROM report AS q WHERE q.id BETWEEN p.id * 1000000 AND p.id * 1000000 + 999999)
              WHERE p.left_day IS NULL
                AND (p.stage, p.total, p.planned_fdi, p.registered_fdi, p.capital, p.contract, p.paid_in, p.invested)
                    IS NOT (r.stage, r.total, r.planned_fdi, r.registered_fdi, r.capital, r.contract, r.paid_in, r.invested)
              LIMIT 20",
        )?;
        let fields =
            [Field::Stage].into_iter().chain(Quantity::ALL.iter().map(|q| Field::Money(*q)));
        let fields: Vec<Field> = fields.collect();
        let mut rows = select.query([])?;
        let mut troubles = Vec::new();
        while let Some(row) = rows.next()? {
            for (place, field) in fields.iter().enumerate() {
                if row.get::<_, bool>(2 + place)? {
                    let (code, name) = (row.get(0)?, row.get(1)?);
                    troubles.push(Trouble::Register { code, name, field: *field });
                }
            }
        }
        Ok(troubles)
    }

    /// After an operation was wound: the author of the later row, where the register of a project
    /// it wrote about no longer is what its latest report says.
    pub(super) fn register_contradicted(&self, op: i64) -> Result<Option<i64>> {
        use rusqlite::OptionalExtension;
        let mut find = self.connection.prepare_cached(
            "WITH hit(project) AS (
               SELECT p.id FROM touch AS t JOIN project_v AS p ON t.tbl = 'project_v' AND p.v BETWEEN t.first_v AND t.last_v
                WHERE t.op = ?1
               UNION SELECT r.project FROM touch AS t JOIN report_v AS r ON t.tbl = 'report_v' AND r.v BETWEEN t.first_v AND t.last_v
                WHERE t.op = ?1)
             SELECT max(p.author, r.author) FROM hit JOIN project AS p ON p.id = hit.project
               JOIN report AS r ON r.id = (
                 SELECT max(q.id) FROM report AS q WHERE q.id BETWEEN p.id * 1000000 AND p.id * 1000000 + 999999)
              WHERE p.left_day IS NULL
                AND (p.stage, p.total, p.planned_fdi, p.registered_fdi, p.capital, p.contract, p.paid_in, p.invested)
                    IS NOT (r.stage, r.total, r.planned_fdi, r.registered_fdi, r.capital, r.contract, r.paid_in, r.invested)
              LIMIT 1",
        )?;
        Ok(find.query_row([op], |row| row.get(0)).optional()?)
    }

    /// The normalised names follow from the names.
    fn derived(&self) -> Result<Vec<Trouble>> {
        let mut select = self.connection.prepare(
            "SELECT i.code, p.name, p.name_key FROM project AS p JOIN project_id AS i ON i.id = p.id",
        )?;
        let mut rows = select.query([])?;
        let mut troubles = Vec::new();
        while let Some(row) = rows.next()? {
            let (name, key): (String, String) = (row.get(1)?, row.get(2)?);
            if identity_key(&name) != key && troubles.len() < SHOWN {
                troubles.push(Trouble::Derived { code: row.get(0)?, name });
            }
        }
        Ok(troubles)
    }

    /// Figures by district as SQL adds up the latest reports of what is in the library: another
    /// way than folding the listed rows of the register.
    pub fn grouped(&self) -> Result<BTreeMap<i64, GroupSum>> {
        let mut select = self.connection.prepare(
            "SELECT p.district, count(*), sum(r.total), sum(r.planned_fdi), sum(r.registered_fdi), sum(r.capital),
                    sum(r.contract), sum(r.paid_in), sum(r.invested)
               FROM (SELECT project, max(month) AS month FROM report GROUP BY project) AS l
               JOIN report AS r ON r.project = l.project AND r.month = l.month
                AND r.id = l.project * 1000000 + l.month
               JOIN project AS p ON p.id = l.project
              WHERE p.left_day IS NULL GROUP BY p.district",
        )?;
        let mut rows = select.query([])?;
        let mut groups = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let mut sum =
                GroupSum { projects: row.get::<_, i64>(1)?.unsigned_abs(), ..GroupSum::default() };
            for (place, slot) in sum.sums.iter_mut().enumerate() {
                *slot = Usd(row.get::<_, Option<i64>>(2 + place)?.unwrap_or(0));
            }
            groups.insert(row.get(0)?, sum);
        }
        Ok(groups)
    }

    /// Projects in the library that nothing let in, and projects out of it without a ground.
    pub fn unexplained(&self) -> Result<Vec<Trouble>> {
        let mut select = self.connection.prepare(
            "SELECT i.code, p.name, p.left_day IS NULL FROM project AS p JOIN project_id AS i ON i.id = p.id
              WHERE p.left_day IS NULL
                    AND NOT EXISTS (SELECT 1 FROM verdict_id AS w JOIN verdict AS v ON v.id = w.id
                                     WHERE w.project = p.id AND v.kind = 'entry')
                 OR p.left_day IS NOT NULL AND (p.exit_ground IS NULL OR coalesce(p.exit_reason, '') = '')
              ORDER BY p.id LIMIT 20",
        )?;
        let rows = select.query_map([], |row| {
            let (code, name) = (row.get(0)?, row.get(1)?);
            Ok(if row.get(2)? {
                Trouble::NoVerdict { code, name }
            } else {
                Trouble::ExitUnexplained { code, name }
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Sensitive changes of the register without a reason, made while a rule on record asked for
    /// one.
    pub fn unreasoned(&self) -> Result<Vec<Trouble>> {
        let mut select = self.connection.prepare(
            "WITH pair AS (
               SELECT b.id, b.since AS op, b.name, o.day, a.name_key <> b.name_key AS named,
                      CASE a.stage WHEN 'negotiating' THEN 0 WHEN 'signed' THEN 1 WHEN 'registered' THEN 2
                           WHEN 'started' THEN 3 WHEN 'completed' THEN 4 ELSE 5 END
                    > CASE b.stage WHEN 'negotiating' THEN 0 WHEN 'signed' THEN 1 WHEN 'registered' THEN 2
                           WHEN 'started' THEN 3 WHEN 'completed' THEN 4 ELSE 5 END AS back,
                      b.total < a.total AS total, b.planned_fdi < a.planned_fdi AS planned_fdi,
                      b.registered_fdi < a.registered_fdi AS registered_fdi, b.capital < a.capital AS capital,
                      b.contract < a.contract AS contract, b.paid_in < a.paid_in AS paid_in,
                      b.invested < a.invested AS invested
                 FROM project_v AS b JOIN project_v AS a ON a.id = b.id AND a.until = b.since
                 JOIN operation AS o ON o.id = b.since
                WHERE o.reason IS NULL AND o.undoes IS NULL AND o.redoes IS NULL
                  AND o.command NOT IN ('upgrade', 'readmit')),
             asked(op, rule, value) AS (
               SELECT p.op, r.name, (SELECT v.value FROM rule_v AS v
                                      WHERE v.name = r.name AND v.since <= p.op AND v.until > p.op
                                      ORDER BY v.effective > p.day, CASE WHEN v.effective > p.day THEN v.effective END,
                                               v.effective DESC LIMIT 1)
                 FROM pair AS p JOIN (SELECT 'change.name' AS name UNION SELECT 'change.stage_back'
                                      UNION SELECT 'change.amount_down') AS r)
             SELECT i.code, p.name, p.op, named, back, total, planned_fdi, registered_fdi, capital, contract, paid_in, invested,
                    (SELECT value FROM asked WHERE op = p.op AND rule = 'change.name') = 1,
                    (SELECT value FROM asked WHERE op = p.op AND rule = 'change.stage_back') = 1,
                    (SELECT value FROM asked WHERE op = p.op AND rule = 'change.amount_down') = 1
               FROM pair AS p JOIN project_id AS i ON i.id = p.id
              WHERE named OR back OR total OR planned_fdi OR registered_fdi OR capital OR contract OR paid_in OR invested
              ORDER BY p.op",
        )?;
        let mut rows = select.query([])?;
        let mut troubles = Vec::new();
        while let Some(row) = rows.next()? {
            let said = |at: usize| row.get::<_, Option<bool>>(at).map(Option::unwrap_or_default);
            let fields = [(Field::Name, said(12)?), (Field::Stage, said(13)?)];
            let money = Quantity::ALL.iter().map(|quantity| (Field::Money(*quantity), said(14)));
            let money: Vec<(Field, bool)> =
                money.map(|(field, on)| Ok((field, on?))).collect::<rusqlite::Result<_>>()?;
            for (place, (field, on)) in fields.into_iter().chain(money).enumerate() {
                if on && said(3 + place)? && troubles.len() < SHOWN {
                    let (code, name, op) = (row.get(0)?, row.get(1)?, row.get(2)?);
                    troubles.push(Trouble::Unreasoned { code, name, field, op });
                }
            }
        }
        Ok(troubles)
    }
}

fn version_tables(connection: &Connection) -> Result<Vec<String>> {
    let mut select = connection.prepare(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name LIKE '%\\_v' ESCAPE '\\' ORDER BY name",
    )?;
    let rows = select.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Every object of a schema with its text, comments, white space and quotes apart.
pub fn objects(connection: &Connection) -> Result<BTreeMap<String, String>> {
    let mut select =
        connection.prepare("SELECT name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL")?;
    let rows = select.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
    let rows: Vec<(String, String)> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(rows.into_iter().map(|(name, sql)| (name, plain(&sql))).collect())
}

fn plain(sql: &str) -> String {
    let without_comments = sql.lines().map(|line| line.split("--").next().unwrap_or_default());
    let text: String = without_comments.collect();
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '"' | '`' | '[' | ']')).collect()
}
