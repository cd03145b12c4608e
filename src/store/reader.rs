//! Reading: one connection inside one transaction, looking at one state of the library.

use crate::error::{Kind, Result};
use crate::model::Day;
use crate::model::brief::Scope;
use rusqlite::{Connection, OptionalExtension};

/// What reads; the functions are beside their nouns.
pub struct Reader<'a> {
    pub(super) connection: &'a Connection,
    pub(super) scope: Scope,
    /// The last operation that is looked at.
    pub(super) last: i64,
}

/// Projects, the figures they stand at in the register, and the day and month they entered;
/// `gone`: it has left.
const REGISTER: &str = "CREATE TEMP VIEW standing AS
 SELECT id, month, stage, total, planned_fdi, registered_fdi, capital, contract, paid_in, invested,
        entered, entered_month, left_day IS NOT NULL AS gone
   FROM project";

/// The same at the end of a report month, `{month}`: figures of the latest report up to it, and the
/// stay (在库) in force then, which may be an earlier one of a project that entered again.
const MONTH: &str = "CREATE TEMP VIEW standing AS
 SELECT p.id, r.month, r.stage, r.total, r.planned_fdi, r.registered_fdi, r.capital, r.contract, r.paid_in,
        r.invested, coalesce(s.entered, p.entered) AS entered,
        coalesce(s.entered_month, p.entered_month) AS entered_month,
        CASE WHEN s.id IS NOT NULL THEN s.left_month <= {month}
             ELSE p.left_month IS NOT NULL AND p.left_month <= {month} END AS gone
   FROM project AS p
   JOIN report AS r ON r.id = (
     SELECT max(q.id) FROM report AS q WHERE q.id BETWEEN p.id * 1000000 AND p.id * 1000000 + {month})
   LEFT JOIN stay AS s ON p.entered_month > {month} AND s.id = (
     SELECT max(t.id) FROM stay AS t WHERE t.id BETWEEN p.id * 100 AND p.id * 100 + 99 AND t.entered_month <= {month})
  WHERE p.entered_month <= {month} OR s.id IS NOT NULL";

impl<'a> Reader<'a> {
    /// Looks at the state of the scope: lays the temporary views, which needs no lock.
    pub(super) fn open(connection: &'a Connection, scope: Scope) -> Result<Reader<'a>> {
        let newest = "SELECT coalesce(max(id), 0) FROM operation";
        let newest: i64 = connection.query_row(newest, [], |row| row.get(0))?;
        let last = match scope.operation {
            Some(operation) => operation,
            None if scope.past => last_of(connection, scope.today)?,
            None => newest,
        };
        // Temporary things may change although the library itself may not.
        let sealed: bool = connection.pragma_query_value(None, "query_only", |row| row.get(0))?;
        connection.pragma_update(None, "query_only", false)?;
        clear(connection)?;
        if last < newest {
            look_back(connection, last)?;
        }
        match scope.month {
            None => connection.execute_batch(REGISTER)?,
            // A view cannot hold a parameter; the month is a number of our own making.
            Some(month) => {
                let month = month.number().to_string();
                connection.execute_batch(&MONTH.replace("{month}", &month))?;
            }
        }
        connection.pragma_update(None, "query_only", sealed)?;
        Ok(Reader { connection, scope, last })
    }

    /// Looks at another state within the same transaction, then back at this one.
    ///
    /// # Errors
    /// What `work` refuses.
    pub fn at<T>(&self, scope: Scope, work: impl FnOnce(&Reader<'_>) -> Result<T>) -> Result<T> {
        let done = work(&Reader::open(self.connection, scope)?);
        Reader::open(self.connection, self.scope)?;
        done
    }

    /// The last operation of the state being looked at.
    pub const fn last_operation(&self) -> i64 {
        self.last
    }

    /// The state being looked at.
    pub const fn scope(&self) -> Scope {
        self.scope
    }
}

/// The last operation recorded up to the end of a day.
fn last_of(connection: &Connection, day: Day) -> Result<i64> {
    let last = "SELECT max(id) FROM operation WHERE day <= ?1";
    let last: Option<i64> = connection.query_row(last, [day.to_string()], |row| row.get(0))?;
    if let Some(last) = last {
        return Ok(last);
    }
    let first = "SELECT day FROM operation ORDER BY id LIMIT 1";
    let first: Option<String> = connection.query_row(first, [], |row| row.get(0)).optional()?;
    let first = first.and_then(|text| text.parse().ok()).unwrap_or(day);
    Err(Kind::BeforeLibrary { day, first }.into())
}

/// Takes down the temporary views of another scope.
fn clear(connection: &Connection) -> Result<()> {
    let mut select =
        connection.prepare("SELECT name FROM sqlite_temp_schema WHERE type = 'view'")?;
    let names = select.query_map([], |row| row.get::<_, String>(0))?;
    let names: Vec<String> = names.collect::<rusqlite::Result<_>>()?;
    for name in names {
        connection.execute_batch(&format!("DROP VIEW temp.{name}"))?;
    }
    Ok(())
}

/// Lays a temporary view over each noun that shows it as of an operation.
fn look_back(connection: &Connection, last: i64) -> Result<()> {
    let mut select =
        connection.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'view'")?;
    let names = select.query_map([], |row| row.get::<_, String>(0))?;
    let names: Vec<String> = names.collect::<rusqlite::Result<_>>()?;
    for noun in names {
        connection.execute_batch(&format!(
            "CREATE TEMP VIEW {noun} AS SELECT * FROM main.{noun}_v WHERE since <= {last} AND until > {last}"
        ))?;
    }
    Ok(())
}
