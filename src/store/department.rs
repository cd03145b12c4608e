//! Departments (市有关部门).

use super::origin::split;
use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::party::{Department, DepartmentKind};

impl Reader<'_> {
    /// Every department, in the order they were entered.
    pub fn departments(&self) -> Result<Vec<Department>> {
        let mut select = self.connection.prepare_cached(
            "SELECT d.id, i.code, d.short, d.full, d.english, d.kind, d.aliases, d.example
               FROM department AS d JOIN department_id AS i ON i.id = d.id ORDER BY d.id",
        )?;
        let rows = select.query_map([], |row| {
            let kind: String = row.get(5)?;
            let aliases: String = row.get(6)?;
            Ok(Department {
                id: row.get(0)?,
                key: row.get(1)?,
                short: row.get(2)?,
                full: row.get(3)?,
                english: row.get(4)?,
                kind: DepartmentKind::from_key(&kind).unwrap_or(DepartmentKind::Government),
                aliases: split(&aliases),
                example: row.get(7)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Writes a department; its `id` is found by the key. Returns that id.
    pub fn put_department(&mut self, department: &Department) -> Result<i64> {
        let id = self.identity(&codes!("department_id"), &department.key)?;
        let noun = noun!("department_v": "short", "full", "english", "kind", "aliases", "example");
        self.put(
            &noun,
            id,
            Origin::default(),
            &[
                (":short", &department.short),
                (":full", &department.full),
                (":english", &department.english),
                (":kind", &department.kind.key()),
                (":aliases", &department.aliases.join("|")),
                (":example", &department.example),
            ],
        )?;
        Ok(id)
    }
}
