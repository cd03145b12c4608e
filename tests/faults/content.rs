//! What a library says of itself, to be compared as a whole.

use crate::sandbox::Sandbox;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use std::process::Output;

/// Everything a library holds.
#[derive(Debug, PartialEq, Eq)]
pub struct Content {
    /// What `check` says, which is asked first: it is the first to open the library.
    pub check: (Option<i32>, String),
    /// Every row of every table, but for the machine's clock, which alone differs between two runs.
    pub rows: Vec<String>,
}

impl Content {
    pub fn of(sandbox: &Sandbox) -> Content {
        let check = Content::check(sandbox);
        Content { check, rows: open(sandbox).map_or_else(Vec::new, |library| rows(&library)) }
    }

    /// The first line that differs, for the report of a failure.
    pub fn against(&self, other: &Content) -> String {
        if self.check != other.check {
            return format!("{:?} | {:?}", self.check, other.check);
        }
        let differs = self.rows.iter().zip(&other.rows).find(|(our, their)| our != their);
        let length = || format!("{} rows | {} rows", self.rows.len(), other.rows.len());
        differs.map_or_else(length, |(our, their)| format!("{our} | {their}"))
    }

    pub fn check(sandbox: &Sandbox) -> (Option<i32>, String) {
        answer(&sandbox.output(&["check", "--quiet"]))
    }
}

fn answer(output: &Output) -> (Option<i32>, String) {
    let text = [output.stdout.as_slice(), &output.stderr].concat();
    (output.status.code(), String::from_utf8_lossy(&text).into_owned())
}

/// The library as it lies there; `None` where there is none, or nothing in it yet.
fn open(sandbox: &Sandbox) -> Option<Connection> {
    let path = sandbox.path("t.db");
    path.metadata().ok().filter(|data| data.len() > 0)?;
    Some(Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap())
}

/// The number and the command of the newest operation.
pub fn newest_operation(sandbox: &Sandbox) -> Option<(i64, String)> {
    let newest = "SELECT id, command FROM operation ORDER BY id DESC LIMIT 1";
    Some(open(sandbox)?.query_row(newest, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap())
}

fn rows(connection: &Connection) -> Vec<String> {
    let tables = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name";
    let mut found = Vec::new();
    let mut select = connection.prepare(tables).unwrap();
    let mut schema = select.query([]).unwrap();
    while let Some(row) = schema.next().unwrap() {
        let (name, sql): (String, String) = (row.get(0).unwrap(), row.get(1).unwrap());
        if sql.starts_with("CREATE TABLE") {
            found.extend(rows_of(connection, &name));
        }
        found.push(sql);
    }
    found
}

fn rows_of(connection: &Connection, table: &str) -> Vec<String> {
    let mut select = connection.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2")).unwrap();
    let names: Vec<String> = select.column_names().map(str::to_owned).collect();
    let mut found = Vec::new();
    let mut rows = select.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let mut line = table.to_owned();
        for (at, name) in names.iter().enumerate() {
            if (table, name.as_str()) == ("operation", "clock") {
                continue;
            }
            let value = match row.get_ref(at).unwrap() {
                ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                ValueRef::Blob(bytes) => format!("{} bytes, {bytes:?}", bytes.len()),
                other => format!("{other:?}"),
            };
            line += &format!(" {name}={value}");
        }
        found.push(line);
    }
    found
}
