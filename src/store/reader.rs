//! Reading: one connection inside one transaction, looking at one state of the library.

use crate::error::Result;
use crate::model::brief::Scope;
use rusqlite::Connection;

/// What reads; the functions are beside their nouns.
pub struct Reader<'a> {
    pub(super) connection: &'a Connection,
    pub(super) scope: Scope,
}

/// The projects and the figures they stand at today.
const TODAY: &str = "CREATE TEMP VIEW standing AS
 SELECT id, month, stage, total, planned_fdi, registered_fdi, capital, contract, paid_in, invested
   FROM project WHERE left_day IS NULL";

impl<'a> Reader<'a> {
    /// Lays the temporary view `standing` for the scope; done before `query_only` is set.
    pub(super) fn prepare(connection: &Connection, scope: Scope) -> Result<()> {
        connection.pragma_update(None, "query_only", false)?;
        connection.execute_batch("DROP VIEW IF EXISTS temp.standing")?;
        match scope.month {
            None => connection.execute_batch(TODAY)?,
            // A view cannot hold a parameter; the month is a number of our own making.
            Some(month) => connection.execute_batch(&format!(
                "CREATE TEMP VIEW standing AS
 SELECT p.id, r.month, r.stage, r.total, r.planned_fdi, r.registered_fdi, r.capital, r.contract, r.paid_in, r.invested
   FROM project AS p JOIN report AS r ON r.id = (
     SELECT max(q.id) FROM report AS q WHERE q.id BETWEEN p.id * 1000000 AND p.id * 1000000 + {month})
  WHERE p.entered_month <= {month} AND (p.left_month IS NULL OR p.left_month > {month})",
                month = month.number()
            ))?,
        }
        Ok(())
    }

    pub(super) const fn new(connection: &'a Connection, scope: Scope) -> Reader<'a> {
        Reader { connection, scope }
    }

    /// The state being looked at.
    pub const fn scope(&self) -> Scope {
        self.scope
    }
}
