//! A page as it ought to be: tables, headings by key, rows of cells.

use super::calendar::Day;
use serde_json::{Value, json};

#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Blank,
    Count(u64),
    /// An amount in cents.
    Money(i64),
    /// n of N
    Share(u64, u64),
    /// A mean of counts: their sum, and of how many.
    Average(u64, u64),
    Text(String),
    /// The key of a word or a name.
    Key(String),
    Keys(Vec<String>),
    /// A sentence, as a machine reads it.
    Said(Value),
    Day(Day),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// `data`, `detail` or `total`.
    pub kind: &'static str,
    pub cells: Vec<Cell>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub title: &'static str,
    pub columns: Vec<&'static str>,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    pub title: &'static str,
    pub tables: Vec<Table>,
}

impl Table {
    pub fn new(title: &'static str, columns: &[&'static str]) -> Table {
        Table { title, columns: columns.to_vec(), rows: Vec::new() }
    }

    pub fn data(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { kind: "data", cells });
    }

    pub fn detail(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { kind: "detail", cells });
    }

    pub fn total(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { kind: "total", cells });
    }
}

pub fn key(text: &str) -> Cell {
    Cell::Key(text.to_owned())
}

pub fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

/// Text, or blank.
pub fn optional(text: Option<&str>) -> Cell {
    text.map_or(Cell::Blank, |text| Cell::Text(text.to_owned()))
}

pub fn money(cents: Option<i64>) -> Cell {
    cents.map_or(Cell::Blank, Cell::Money)
}

pub fn count(number: usize) -> Cell {
    Cell::Count(number as u64)
}

impl Cell {
    /// As a machine reads it.
    pub fn value(&self) -> Value {
        match self {
            Cell::Blank => Value::Null,
            Cell::Count(number) => json!(number),
            Cell::Money(cents) => json!(cents),
            Cell::Share(n, of) => json!({"n": n, "of": of}),
            Cell::Average(sum, of) => json!({"sum": sum, "of": of}),
            Cell::Text(text) | Cell::Key(text) => json!(text),
            Cell::Keys(keys) => json!(keys),
            Cell::Said(said) => said.clone(),
            Cell::Day(day) => json!(day.to_string()),
        }
    }

    /// A figure, rather than a word beside one.
    pub fn is_figure(&self) -> bool {
        !matches!(self, Cell::Text(_) | Cell::Key(_) | Cell::Keys(_) | Cell::Blank)
    }
}
