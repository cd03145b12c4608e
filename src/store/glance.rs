//! A glance at a library, for words to offer while a command is typed: it never creates, upgrades,
//! repairs or waits, and where anything is in the way it sees nothing.

use super::library::{APPLICATION, VERSION};
use crate::model::noun::{Names, Noun, Offer};
use rusqlite::{Connection, OpenFlags, Row, named_params};
use std::path::Path;
use std::time::Duration;

/// Sorts behind every text that begins alike.
const BEYOND: char = char::MAX;

/// A library that is only looked at.
pub struct Glance {
    connection: Connection,
}

impl Glance {
    /// `None` where there is no library of this version, or none that may be read at once.
    pub fn at(path: &Path) -> Option<Glance> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).ok()?;
        connection.busy_timeout(Duration::ZERO).ok()?;
        let number = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
        let ours = number("application_id") == Ok(APPLICATION);
        let present = number("user_version") == Ok(i64::from(VERSION));
        (ours && present).then_some(Glance { connection })
    }

    /// The first codes that begin with `start`, and the last one, so that what all of them share is
    /// what all that were left out share too.
    pub fn codes(&self, noun: Noun, start: &str, most: usize) -> Vec<Offer> {
        let Some(sql) = by_code(noun) else { return Vec::new() };
        self.first_and_last(sql, "code", start, most)
    }

    /// The first names of projects that begin with `start`, and the last one.
    pub fn project_names(&self, start: &str, most: usize) -> Vec<Offer> {
        let sql = "SELECT p.name AS word, i.code AS about
                     FROM project AS p JOIN project_id AS i ON i.id = p.id
                    WHERE p.name >= :start AND p.name < :beyond";
        self.first_and_last(sql, "name", start, most)
    }

    fn first_and_last(&self, sql: &str, order: &str, start: &str, most: usize) -> Vec<Offer> {
        let first = format!("{sql} ORDER BY {order} LIMIT :most");
        let mut offers = self.offers(&first, start, most);
        if offers.len() == most {
            let last = format!("{sql} ORDER BY {order} DESC LIMIT :most");
            offers.extend(self.offers(&last, start, 1));
            offers.dedup();
        }
        offers
    }

    fn offers(&self, sql: &str, start: &str, most: usize) -> Vec<Offer> {
        let read = || -> rusqlite::Result<Vec<Offer>> {
            let mut select = self.connection.prepare(sql)?;
            let most = i64::try_from(most).unwrap_or(i64::MAX);
            let beyond = format!("{start}{BEYOND}");
            let bound = named_params! { ":start": start, ":beyond": beyond, ":most": most };
            let offer = |row: &Row<'_>| Ok(Offer { word: row.get(0)?, about: row.get(1)? });
            select.query_map(bound, offer)?.collect()
        };
        read().unwrap_or_default()
    }

    /// The names of every district, department or category.
    pub fn names(&self, noun: Noun) -> Vec<Names> {
        let sql = match noun {
            Noun::District => {
                "SELECT i.code, d.short, d.name, d.english
                   FROM district AS d JOIN district_id AS i ON i.id = d.id ORDER BY d.id"
            }
            Noun::Department => {
                "SELECT i.code, d.short, d.full, d.english
                   FROM department AS d JOIN department_id AS i ON i.id = d.id ORDER BY d.id"
            }
            Noun::Category => {
                "SELECT i.code, c.name, c.name, c.english
                   FROM category AS c JOIN category_id AS i ON i.id = c.id ORDER BY c.id"
            }
            _ => return Vec::new(),
        };
        let read = || -> rusqlite::Result<Vec<Names>> {
            let mut select = self.connection.prepare(sql)?;
            let names = select.query_map([], |row| {
                Ok(Names {
                    key: row.get(0)?,
                    short: row.get(1)?,
                    full: row.get(2)?,
                    english: row.get(3)?,
                })
            })?;
            names.collect()
        };
        read().unwrap_or_default()
    }
}

/// Code and what it stands for, of what has codes.
const fn by_code(noun: Noun) -> Option<&'static str> {
    Some(match noun {
        Noun::Project => {
            "SELECT i.code, x.name FROM project_id AS i JOIN project AS x ON x.id = i.id
              WHERE i.code >= :start AND i.code < :beyond"
        }
        Noun::Appeal => {
            "SELECT i.code, coalesce(x.purpose, '') FROM appeal_id AS i JOIN appeal AS x ON x.id = i.id
              WHERE i.code >= :start AND i.code < :beyond"
        }
        Noun::Clue => {
            "SELECT i.code, p.name FROM clue_id AS i JOIN clue AS x ON x.id = i.id
               JOIN project AS p ON p.id = x.project
              WHERE x.state = 'waiting' AND i.code >= :start AND i.code < :beyond"
        }
        Noun::Candidate => {
            "SELECT i.code, x.name FROM candidate_id AS i JOIN candidate AS x ON x.id = i.id
              WHERE x.state = 'waiting' AND i.code >= :start AND i.code < :beyond"
        }
        Noun::Letter => {
            "SELECT i.code, d.short FROM letter_id AS i JOIN letter AS x ON x.id = i.id
               JOIN department AS d ON d.id = x.department
              WHERE i.code >= :start AND i.code < :beyond"
        }
        Noun::Meeting => {
            "SELECT i.code, coalesce(x.day, '') FROM meeting_id AS i JOIN meeting AS x ON x.id = i.id
              WHERE i.code >= :start AND i.code < :beyond"
        }
        Noun::Task => {
            "SELECT i.code, x.text FROM task_id AS i JOIN task AS x ON x.id = i.id
              WHERE i.code >= :start AND i.code < :beyond"
        }
        Noun::Category | Noun::District | Noun::Department | Noun::Party => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Library;

    #[test]
    fn a_glance_leaves_no_trace_and_sees_nothing_where_no_library_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("none.db");
        assert!(Glance::at(&path).is_none());
        assert!(!path.exists());
        std::fs::write(&path, "").unwrap();
        assert!(Glance::at(&path).is_none());
        std::fs::write(&path, "not a library, and longer than a header of SQLite must be").unwrap();
        assert!(Glance::at(&path).is_none());
        assert_eq!(folder.path().read_dir().unwrap().count(), 1);
    }

    #[test]
    fn what_was_left_out_lies_between_the_first_and_the_last() {
        let library = Library::in_memory().unwrap();
        let connection = library.connection;
        connection
            .execute_batch(
                "CREATE TABLE project_id (id INTEGER PRIMARY KEY, code TEXT);
                 CREATE TABLE project (id INTEGER PRIMARY KEY, name TEXT);
                 WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 300)
                 INSERT INTO project_id SELECT i, printf('XM2020-%04d', i) FROM n;
                 INSERT INTO project SELECT id, 'P' || code FROM project_id;",
            )
            .unwrap();
        let glance = Glance { connection };
        let words = |start| {
            let offers = glance.codes(Noun::Project, start, 5);
            offers.into_iter().map(|offer| offer.word).collect::<Vec<_>>()
        };
        let all = ["0001", "0002", "0003", "0004", "0005", "0300"].map(|n| format!("XM2020-{n}"));
        assert_eq!(words("XM2020-"), all);
        assert_eq!(words("XM2020-0300"), ["XM2020-0300"]);
        assert_eq!(words("XM2021-"), [""; 0]);
        assert_eq!(glance.project_names("PXM2020-029", 20).len(), 10);
    }
}
