//! Every cell of a page against what it ought to be. A table, a column or a row that the truth does
//! not know is itself a difference, so nothing goes uncompared.

use super::page::{Page, Table};
use serde_json::Value;

/// What was compared.
#[derive(Debug, Default)]
pub struct Tally {
    /// Numbers, amounts, shares and days.
    pub figures: usize,
    /// All cells, words and names too.
    pub cells: usize,
    pub pages: usize,
    pub differences: Vec<String>,
}

/// A table as it was found.
pub struct Found {
    pub title: String,
    pub columns: Vec<String>,
    /// Kind of the row, and its cells.
    pub rows: Vec<(String, Vec<Value>)>,
}

impl Tally {
    pub fn differ(&mut self, place: &str, what: String) {
        self.differences.push(format!("{place}: {what}"));
    }

    pub fn page(&mut self, place: &str, expected: &Page, found: &[Found]) {
        self.pages += 1;
        let titles: Vec<&str> = found.iter().map(|table| table.title.as_str()).collect();
        let wanted: Vec<&str> = expected.tables.iter().map(|table| table.title).collect();
        if titles != wanted {
            self.differ(place, format!("tables {titles:?}, not {wanted:?}"));
        }
        for table in &expected.tables {
            if let Some(found) = found.iter().find(|found| found.title == table.title) {
                self.table(&format!("{place} {}", table.title), table, found);
            }
        }
    }

    fn table(&mut self, place: &str, expected: &Table, found: &Found) {
        if found.columns != expected.columns {
            self.differ(place, format!("columns {:?}, not {:?}", found.columns, expected.columns));
            return;
        }
        if found.rows.len() != expected.rows.len() {
            let (found, expected) = (found.rows.len(), expected.rows.len());
            self.differ(place, format!("{found} rows, not {expected}"));
        }
        for (number, (row, (kind, cells))) in expected.rows.iter().zip(&found.rows).enumerate() {
            let place = format!("{place} row {}", number + 1);
            if kind != row.kind {
                self.differ(&place, format!("a row of {kind}, not {}", row.kind));
            }
            for (place_of, column) in expected.columns.iter().enumerate() {
                let wanted = row.cells.get(place_of);
                let value = wanted.map_or(Value::Null, |cell| cell.value());
                let found = cells.get(place_of).unwrap_or(&Value::Null);
                self.cells += 1;
                self.figures += usize::from(wanted.is_some_and(|cell| cell.is_figure()));
                if *found != value {
                    let first = row.cells.first().map_or(Value::Null, |cell| cell.value());
                    self.differ(&place, format!("{first} {column}: {found}, not {value}"));
                }
            }
        }
    }
}

/// The tables of a page as `--format json` prints it.
pub fn printed(page: &Value) -> Vec<Found> {
    let tables = page["tables"].as_array().into_iter().flatten();
    let table = |table: &Value| {
        let columns: Vec<String> = texts(&table["columns"]);
        let row = |row: &Value| {
            let kind = row.get("row").and_then(Value::as_str).unwrap_or("data").to_owned();
            (kind, columns.iter().map(|column| row[column.as_str()].clone()).collect())
        };
        let rows = table["rows"].as_array().into_iter().flatten().map(row).collect();
        let title = table["table"].as_str().unwrap_or_default().to_owned();
        Found { title, columns: columns.iter().map(|column| bare(column)).collect(), rows }
    };
    tables.map(table).collect()
}

/// A second column of the same heading is told apart by a number.
fn bare(column: &str) -> String {
    let cut = column.trim_end_matches(|c: char| c.is_ascii_digit());
    cut.strip_suffix('_').unwrap_or(column).to_owned()
}

fn texts(array: &Value) -> Vec<String> {
    let texts = array.as_array().into_iter().flatten().filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}
