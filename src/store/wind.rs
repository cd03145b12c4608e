//! Undo (撤销) and redo (恢复): one generic routine over what an operation wrote. The rows stay; what
//! stood before, or what the operation wrote, is put back as a new version with its own author.

use super::writer::Writer;
use crate::error::{Kind, Result};
use crate::model::command::CommandName;
use rusqlite::{OptionalExtension, named_params};

/// Where an operation wrote: a table of versions and a range of them.
struct Range {
    table: String,
    first: i64,
    last: i64,
}

/// Where a version in the way begins, who wrote it, who wrote what stood before, where the last one
/// ended.
type Conflict = (Option<i64>, Option<i64>, Option<i64>, Option<i64>);

/// Which way to wind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// 撤销: what stood before is put back.
    Back,
    /// 恢复: what was written is put back.
    Forth,
}

impl Writer<'_> {
    /// Winds one operation, the last that can be unless one is asked for. Returns its number.
    ///
    /// # Errors
    /// [`Kind::NothingToUndo`], [`Kind::NothingToRedo`], [`Kind::UnknownOperation`],
    /// [`Kind::NotUndoable`], [`Kind::AlreadyUndone`], [`Kind::NotUndone`], and
    /// [`Kind::ChangedSince`] when a later change would be overwritten.
    pub fn wind(&mut self, turn: Turn, wanted: Option<i64>) -> Result<i64> {
        let op = match (wanted, turn) {
            (Some(op), _) => op,
            (None, Turn::Back) => self.last_standing()?.ok_or(Kind::NothingToUndo)?,
            (None, Turn::Forth) => self.last_undone()?.ok_or(Kind::NothingToRedo)?,
        };
        let command = self.command_of(op)?.ok_or(Kind::UnknownOperation { op })?;
        match (turn, self.is_undone(op)?) {
            (Turn::Back, _) if !command.can_be_undone() => {
                return Err(Kind::NotUndoable { command, op }.into());
            }
            (Turn::Back, true) => return Err(Kind::AlreadyUndone { op }.into()),
            (Turn::Forth, false) => return Err(Kind::NotUndone { op }.into()),
            _ => {}
        }
        match turn {
            Turn::Back => self.winds_back = Some(op),
            Turn::Forth => self.winds_forward = Some(op),
        }
        let by = self.operation()?;
        for range in self.ranges(op)? {
            self.must_be_free(turn, &range, op)?;
            self.close(&range, by)?;
            self.touch(&range.table)?;
            self.put_version(turn, &range, op, by)?;
        }
        self.must_hold_together(op, by)?;
        if let Some(later) = self.register_contradicted(op)? {
            self.changed_since(op, later)?;
        }
        Ok(op)
    }

    fn command_of(&self, op: i64) -> Result<Option<CommandName>> {
        let find = "SELECT command FROM operation WHERE id = ?1";
        let key: Option<String> =
            self.connection.query_row(find, [op], |row| row.get(0)).optional()?;
        Ok(key.and_then(|key| CommandName::from_key(&key)))
    }

    /// The last command that has not been taken back.
    fn last_standing(&self) -> Result<Option<i64>> {
        let mut select = self.connection.prepare(
            "SELECT id FROM operation WHERE undoes IS NULL AND redoes IS NULL AND command NOT IN ('init', 'upgrade')
              ORDER BY id DESC",
        )?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            let op = row.get(0)?;
            if !self.is_undone(op)? {
                return Ok(Some(op));
            }
        }
        Ok(None)
    }

    /// The command that was undone last and has not been done again.
    fn last_undone(&self) -> Result<Option<i64>> {
        let find = "SELECT u.undoes FROM operation AS u WHERE u.undoes IS NOT NULL
                      AND NOT EXISTS (SELECT 1 FROM operation AS r
                                       WHERE r.id > u.id AND (r.redoes = u.undoes OR r.undoes = u.undoes))
                    ORDER BY u.id DESC LIMIT 1";
        Ok(self.connection.query_row(find, [], |row| row.get(0)).optional()?)
    }

    fn is_undone(&self, op: i64) -> Result<bool> {
        let find = "SELECT undoes IS NOT NULL FROM operation WHERE undoes = ?1 OR redoes = ?1
                    ORDER BY id DESC LIMIT 1";
        let last: Option<bool> =
            self.connection.query_row(find, [op], |row| row.get(0)).optional()?;
        Ok(last.unwrap_or(false))
    }

    fn ranges(&self, op: i64) -> Result<Vec<Range>> {
        let mut select = self.connection.prepare(
            "SELECT tbl, first_v, last_v FROM touch WHERE op = ?1 ORDER BY tbl, first_v",
        )?;
        let rows = select.query_map([op], |row| {
            Ok(Range { table: row.get(0)?, first: row.get(1)?, last: row.get(2)? })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// To go back, what the operation wrote must still be what holds; to go forth, what stood
    /// before it must be.
    fn must_be_free(&self, turn: Turn, range: &Range, op: i64) -> Result<()> {
        let Range { table, first, last } = range;
        let expected = match turn {
            Turn::Back => ":op",
            Turn::Forth => "b.author",
        };
        let find = format!(
            "SELECT c.since, c.author, b.author,
                    (SELECT max(x.until) FROM {table} AS x WHERE x.id = n.id AND x.until < {NOW})
               FROM {table} AS n LEFT JOIN {table} AS c ON c.id = n.id AND c.until = {NOW}
               LEFT JOIN {table} AS b ON b.id = n.id AND b.until = :op
              WHERE n.v BETWEEN :first AND :last AND c.author IS NOT {expected} LIMIT 1"
        );
        let bound = named_params! {":first": first, ":last": last, ":op": op};
        let conflict: Option<Conflict> = self
            .connection
            .query_row(&find, bound, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
            .optional()?;
        let Some((since, author, before, ended)) = conflict else { return Ok(()) };
        // To go forth, what stood before may itself have to be done again first.
        if let (Turn::Forth, Some(before)) = (turn, before)
            && let Some(undo) = self.undone_by(before)?
        {
            return self.changed_since(op, undo);
        }
        // What a later undo put back is in the way because of who wrote it.
        let author = author.filter(|author| turn == Turn::Back && *author > op);
        self.changed_since(op, author.or(since).or(ended).unwrap_or(op))
    }

    /// The undo that took an operation back, if it is taken back.
    fn undone_by(&self, op: i64) -> Result<Option<i64>> {
        if !self.is_undone(op)? {
            return Ok(None);
        }
        let find = "SELECT max(id) FROM operation WHERE undoes = ?1";
        Ok(self.connection.query_row(find, [op], |row| row.get(0))?)
    }

    /// Puts back what the operation closed, each with its own author, or what it wrote.
    fn put_version(&mut self, turn: Turn, range: &Range, op: i64, by: i64) -> Result<()> {
        let Range { table, first, last } = range;
        let columns = self.content_columns(table)?;
        let chosen = match turn {
            Turn::Back => {
                format!(
                    "until = :op AND id IN (SELECT id FROM {table} WHERE v BETWEEN :first AND :last)"
                )
            }
            Turn::Forth => "v BETWEEN :first AND :last AND since = :op".to_owned(),
        };
        let insert = format!(
            "INSERT INTO {table} ({columns}, since, until, author)
             SELECT {columns}, :by, {NOW}, author FROM {table} WHERE {chosen} ORDER BY v"
        );
        let bound = named_params! {":by": by, ":op": op, ":first": first, ":last": last};
        self.connection.execute(&insert, bound)?;
        Ok(())
    }

    fn close(&self, range: &Range, by: i64) -> Result<()> {
        let Range { table, first, last } = range;
        let close = format!(
            "UPDATE {table} SET until = :by
              WHERE until = {NOW} AND id IN (SELECT id FROM {table} WHERE v BETWEEN :first AND :last)"
        );
        let bound = named_params! {":by": by, ":first": first, ":last": last};
        self.connection.execute(&close, bound)?;
        Ok(())
    }

    /// Every column but those that say when a version holds.
    fn content_columns(&self, table: &str) -> Result<String> {
        let mut select = self.connection.prepare(
            "SELECT group_concat(name, ', ') FROM pragma_table_xinfo(?1)
              WHERE name NOT IN ('v', 'since', 'until', 'author')",
        )?;
        Ok(select.query_row([table], |row| row.get(0))?)
    }

    /// After winding, nothing that holds may refer to something that no longer does: a later
    /// command built upon it.
    fn must_hold_together(&self, op: i64, by: i64) -> Result<()> {
        for reference in super::reference::references(self.connection)? {
            if let Some(later) = reference.broken_by(self.connection, by)? {
                return self.changed_since(op, later);
            }
        }
        Ok(())
    }

    fn changed_since(&self, op: i64, later: i64) -> Result<()> {
        let later = self.operation_line(later)?.map(Box::new);
        Err(Kind::ChangedSince { op, later }.into())
    }
}

/// `until` of what holds now.
pub(super) const NOW: i64 = i64::MAX;
