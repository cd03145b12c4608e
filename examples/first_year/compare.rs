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
#[derive(Debug, Clone, PartialEq)]
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

    /// The sentences of a frozen page that say something of their own, not which unit is meant.
    pub fn sentences(&mut self, place: &str, expected: &[Value], found: &Value) {
        let said = ["heading", "notes"].into_iter().flat_map(|part| array(&found[part]));
        let said: Vec<&Value> =
            said.filter(|it| it.is_object() && it.get("unit").is_none()).collect();
        self.figures += expected.iter().map(figures).sum::<usize>();
        if said.iter().map(|it| (*it).clone()).collect::<Vec<_>>() != expected {
            self.differ(place, format!("said {said:?}, not {expected:?}"));
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
    let table = |table: &Value| {
        let columns = texts(&table["columns"]);
        let row = |row: &Value| {
            let kind = row.get("row").and_then(Value::as_str).unwrap_or("data").to_owned();
            (kind, columns.iter().map(|column| bare(&row[column.as_str()])).collect())
        };
        let rows = array(&table["rows"]).iter().map(row).collect();
        Found {
            title: text(&table["table"]),
            columns: columns.iter().map(|column| unnumbered(column)).collect(),
            rows,
        }
    };
    array(&page["tables"]).iter().map(table).collect()
}

/// The tables of a page as a frozen document holds it.
pub fn frozen(page: &Value) -> Vec<Found> {
    let table = |table: &Value| Found {
        title: text(&table["title"]),
        columns: array(&table["columns"]).iter().map(|column| word(&column["heading"])).collect(),
        rows: array(&table["rows"])
            .iter()
            .map(|row| (text(&row["kind"]), array(&row["cells"]).iter().map(cell).collect()))
            .collect(),
    };
    array(&page["tables"]).iter().map(table).collect()
}

/// How many numbers a sentence has.
fn figures(value: &Value) -> usize {
    match value {
        Value::Number(_) => 1,
        Value::Array(parts) => parts.iter().map(figures).sum(),
        Value::Object(parts) => parts.values().map(figures).sum(),
        _ => 0,
    }
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn texts(value: &Value) -> Vec<String> {
    array(value).iter().map(text).collect()
}

/// `{"term": "total"}` is the word `total`.
fn word(value: &Value) -> String {
    let inner = value.as_object().and_then(|object| object.values().next());
    inner.and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// A frozen cell, told by its kind, as a machine reads it.
fn cell(cell: &Value) -> Value {
    let Some((kind, value)) = cell.as_object().and_then(|object| object.iter().next()) else {
        return if cell == "blank" { Value::Null } else { cell.clone() };
    };
    match kind.as_str() {
        "word" => Value::String(word(value)),
        "words" => array(value).iter().map(|one| Value::String(word(one))).collect(),
        "name" => value["key"].clone(),
        "note" => {
            value.as_object().and_then(|note| note.values().next()).cloned().unwrap_or_default()
        }
        _ => value.clone(),
    }
}

/// A printed cell without what is worked out from it: a percentage must follow from its n and N.
fn bare(cell: &Value) -> Value {
    let Value::Object(fields) = cell else { return cell.clone() };
    let number = |key: &str| fields.get(key).and_then(Value::as_u64).unwrap_or(0);
    let follows = [("percent", "n", 100), ("mean", "sum", 1)].iter().all(|(key, part, scale)| {
        let said = fields.get(*key).and_then(Value::as_str).map(str::to_owned);
        !fields.contains_key(*key) || said == tenths(number(part), number("of"), *scale)
    });
    let extra = |key: &str| key == "note" || (follows && matches!(key, "percent" | "mean"));
    let kept = fields.iter().filter(|(key, _)| !extra(key));
    Value::Object(kept.map(|(key, value)| (key.clone(), value.clone())).collect())
}

/// One decimal, half up, of unrounded figures; nothing of nothing.
fn tenths(part: u64, of: u64, scale: u64) -> Option<String> {
    let tenths = (part * scale * 20 + of).checked_div(of * 2)?;
    Some(format!("{}.{}", tenths / 10, tenths % 10))
}

/// A second column of the same heading is told apart by a number.
fn unnumbered(column: &str) -> String {
    let cut = column.trim_end_matches(|c: char| c.is_ascii_digit());
    cut.strip_suffix('_').unwrap_or(column).to_owned()
}
