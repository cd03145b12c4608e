//! A page for machines: keys and plain values, never a word of `labels`.

use super::cells::{average, decimal, is_hidden, money_share, rate, share};
use crate::error::Result;
use crate::model::finding::{Finding, RuleVersion};
use crate::view::page::{Cell, Page, Row, RowKind, Table};
use anyhow::Context;
use serde::Serialize;
use serde_json::{Map, Value, json};

/// Draws the page, indented, with a newline at the end.
pub fn render(page: &Page) -> Result<Vec<u8>> {
    let tables = page.tables.iter().map(table).collect::<Result<Vec<_>>>()?;
    let whole = json!({
        "page": page.title.key(),
        "as_of": page.as_of,
        "month": page.month,
        "tables": tables,
    });
    let text = serde_json::to_string_pretty(&whole).context("JSON")?;
    Ok((escape(&text) + "\n").into_bytes())
}

/// Characters that could steer a terminal stand as `\u…`, which JSON reads as the same text.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if is_hidden(c) && c != '\n' {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                safe.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            safe.push(c);
        }
    }
    safe
}

fn table(table: &Table) -> Result<Value> {
    let keys = keys(table);
    let rows = table.rows.iter().map(|row| record(row, &keys)).collect::<Result<Vec<_>>>()?;
    Ok(json!({ "table": table.title.key(), "columns": keys, "rows": rows }))
}

/// The keys of the columns; a second column of the same heading is told apart by a number.
fn keys(table: &Table) -> Vec<String> {
    let mut keys: Vec<String> = Vec::with_capacity(table.columns.len());
    for column in &table.columns {
        let plain = column.heading.key();
        let numbered = (2..).map(|number| format!("{plain}_{number}"));
        let mut names = std::iter::once(plain.to_string()).chain(numbered);
        keys.extend(names.find(|name| !keys.contains(name)));
    }
    keys
}

fn record(row: &Row, keys: &[String]) -> Result<Value> {
    let mut record = Map::new();
    // A column may itself be called `row` (of a file).
    let mark = if keys.iter().any(|key| key == "row") { "row_kind" } else { "row" };
    let kind = match row.kind {
        RowKind::Data => None,
        RowKind::Detail => Some("detail"),
        RowKind::Total => Some("total"),
    };
    if let Some(kind) = kind {
        record.insert(mark.to_owned(), kind.into());
    }
    for (index, key) in keys.iter().enumerate() {
        let value = row.cells.get(index).map_or(Ok(Value::Null), value)?;
        record.insert(key.clone(), value);
    }
    Ok(Value::Object(record))
}

fn value(cell: &Cell) -> Result<Value> {
    Ok(match cell {
        Cell::Blank => Value::Null,
        Cell::Text(text) | Cell::Code(text) => json!(text),
        Cell::Name { key, .. } => json!(key),
        Cell::Count(count) => json!(count),
        Cell::Number(number) => json!(number),
        Cell::Money(cents) | Cell::Mean(cents) => json!(cents.0),
        Cell::Share { n, of } | Cell::Part { n, of } => {
            json!({ "n": n, "of": of, "percent": share(*n, *of) })
        }
        Cell::Tenths(tenths) => json!(decimal(*tenths)),
        Cell::Average { sum, of } => json!({ "sum": sum, "of": of, "mean": average(*sum, *of) }),
        Cell::MoneyShare { part, of } => {
            json!({ "part": part.0, "of": of.0, "percent": money_share(*part, *of) })
        }
        Cell::Day(day) => json!(day),
        Cell::Dated(date) => json!(date),
        Cell::Month(month) => json!(month),
        Cell::Flag(flag) => json!(flag),
        Cell::Word(word) | Cell::Measured(word) => json!(word.key()),
        Cell::Words(words) => words.iter().map(|word| json!(word.key())).collect(),
        Cell::Rate(micro) => json!(rate(*micro)),
        Cell::Threshold(rule) => threshold(rule),
        Cell::Seen(seen) => to_value(seen)?,
        Cell::Finding(finding) => judgement(finding)?,
        Cell::Note(note) => tagged("note", to_value(note)?),
    })
}

fn threshold(rule: &RuleVersion) -> Value {
    json!({
        "value": rule.value,
        "since": rule.since,
        "clause": rule.clause,
        "example": rule.example,
    })
}

fn judgement(finding: &Finding) -> Result<Value> {
    Ok(json!({
        "rule": finding.rule.rule,
        "verdict": finding.verdict,
        "seen": to_value(&finding.seen)?,
        "threshold": threshold(&finding.rule),
    }))
}

fn to_value(data: &impl Serialize) -> Result<Value> {
    Ok(serde_json::to_value(data).context("JSON")?)
}

/// `{"late_filing": {…}}` as `{"note": "late_filing", …}`, whatever the variant holds.
fn tagged(tag: &str, value: Value) -> Value {
    let mut record = Map::new();
    let variant = match value {
        Value::Object(variant) => variant,
        name => {
            record.insert(tag.to_owned(), name);
            return Value::Object(record);
        }
    };
    for (name, facts) in variant {
        record.insert(tag.to_owned(), name.into());
        match facts {
            Value::Object(facts) => record.extend(facts),
            single => drop(record.insert("value".to_owned(), single)),
        }
    }
    Value::Object(record)
}

#[cfg(test)]
#[path = "json_tests.rs"]
mod tests;
