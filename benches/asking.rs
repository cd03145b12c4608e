//! Asks a library a hand-written question with the SQLite that the program is built with, and prints
//! the answer, one row a line as JSON: `asking LIBRARY QUESTION.sql [NAME=NUMBER …]`, with `--plan`
//! the query plans instead. `benches/run national` times it beside the program.

use rusqlite::fallible_iterator::FallibleIterator;
use rusqlite::types::ValueRef;
use rusqlite::{Batch, Connection, OpenFlags, Statement};
use std::io::Write;

type Done = Result<(), Box<dyn std::error::Error>>;

fn main() -> Done {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    // `cargo test` and `cargo bench` run it without a question.
    let [library, question, given @ ..] = words.as_slice() else { return Ok(()) };
    let library = Connection::open_with_flags(library, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let question = std::fs::read_to_string(question)?;
    let plan = given.iter().any(|word| word == "--plan");
    let mut batch = Batch::new(&library, &question);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    while let Some(mut statement) = batch.next()? {
        if plan {
            let text = statement.expanded_sql().unwrap_or_default();
            let mut plan = library.prepare(&format!("EXPLAIN QUERY PLAN {text}"))?;
            answer(&mut plan, &[], &mut out)?;
        } else {
            answer(&mut statement, given, &mut out)?;
        }
    }
    Ok(out.flush()?)
}

fn answer(statement: &mut Statement<'_>, given: &[String], out: &mut impl Write) -> Done {
    for (name, value) in given.iter().filter_map(|word| word.split_once('=')) {
        if let Some(place) = statement.parameter_index(&format!(":{name}"))? {
            match value.parse::<i64>() {
                Ok(number) => statement.raw_bind_parameter(place, number)?,
                Err(_) => statement.raw_bind_parameter(place, value)?,
            }
        }
    }
    let width = statement.column_count();
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next()? {
        for place in 0..width {
            write!(out, "{}", if place == 0 { "[" } else { "," })?;
            match row.get_ref(place)? {
                ValueRef::Null => write!(out, "null")?,
                ValueRef::Integer(number) => write!(out, "{number}")?,
                ValueRef::Real(number) => write!(out, "{number}")?,
                ValueRef::Text(text) | ValueRef::Blob(text) => {
                    serde_json::to_writer(&mut *out, &String::from_utf8_lossy(text))?;
                }
            }
        }
        writeln!(out, "]")?;
    }
    Ok(())
}
