//! Typed fields as the values a template prints.

use super::LANG;
use crate::format::cells::{self, is_hidden};
use crate::labels::{self, official, word};
use crate::model::blank::Blank;
use crate::model::money::Unit;
use crate::model::text::{Shape, Slot};
use crate::view::official::Fill;
use crate::view::page::Cell;
use minijinja::value::{Object, ObjectRepr, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Stands around the place of a table in what a template prints. No text holds it: it is no
/// character.
pub const MARK: char = '\u{fdd0}';

/// A table or a frame, by its place among those of the paper.
#[derive(Debug)]
pub struct Drawn {
    pub place: usize,
    has_rows: bool,
}

impl Object for Drawn {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn is_true(self: &Arc<Self>) -> bool {
        self.has_rows
    }
}

/// A cell as papers write it: days in full, lines kept apart, all else as any page prints it.
pub fn said(cell: &Cell, unit: Unit) -> String {
    match cell {
        Cell::Day(day) => official::day(*day),
        Cell::Month(month) => official::month(*month),
        Cell::Dated(date) => official::dated(*date),
        // Brackets within Chinese text are full-width, and nothing parts them from it.
        Cell::Share { .. } => {
            cells::text(cell, unit, LANG).replace(" (", "\u{ff08}").replace(')', "\u{ff09}")
        }
        Cell::Text(text) => {
            let lines: Vec<String> = text.lines().map(cells::visible).collect();
            lines.join("\n")
        }
        other => cells::text(other, unit, LANG),
    }
}

/// Text that a template prints, without what could hide or be taken for the place of a table.
pub fn plain(text: &str) -> String {
    text.chars().filter(|c| *c == '\n' || (*c != MARK && !is_hidden(*c))).collect()
}

/// The fields of a paper by the names a template calls them; tables and frames go to `drawn`.
pub fn values<'a>(
    fills: &'a [(Blank, Fill)],
    unit: Unit,
    drawn: &mut Vec<&'a Fill>,
) -> BTreeMap<String, Value> {
    let named = fills.iter().map(|(blank, fill)| (name(*blank), value(fill, unit, drawn)));
    named.collect()
}

/// What a template calls a field.
pub fn name(blank: Blank) -> String {
    word(blank, LANG)
}

fn value<'a>(fill: &'a Fill, unit: Unit, drawn: &mut Vec<&'a Fill>) -> Value {
    match fill {
        Fill::Cell(Cell::Count(count)) => Value::from(*count),
        Fill::Cell(Cell::Number(number)) => Value::from(*number),
        Fill::Cell(Cell::Flag(flag)) => Value::from(*flag),
        Fill::Cell(cell) => Value::from(said(cell, unit)),
        Fill::List(items) => {
            items.iter().map(|item| Value::from(values(item, unit, drawn))).collect()
        }
        Fill::Table(_) | Fill::Grid(_) => {
            let has_rows = match fill {
                Fill::Table(table) => !table.rows.is_empty(),
                Fill::Grid(pairs) => !pairs.is_empty(),
                _ => false,
            };
            let place = drawn.len();
            drawn.push(fill);
            Value::from_object(Drawn { place, has_rows })
        }
    }
}

/// 是 and 否 where a field says yes or no.
pub fn flag(is_so: bool) -> String {
    cells::text(&Cell::Flag(is_so), Unit::One, LANG)
}

/// What stands in the fields while a template is looked through: every list has one item, every
/// field is filled in, or none is.
pub fn trial(slots: &[Slot], is_filled: bool) -> BTreeMap<String, Value> {
    let tried = slots.iter().map(|slot| {
        let value = match slot.shape {
            Shape::Value if is_filled => Value::from("1"),
            Shape::Value => Value::from(""),
            Shape::List(fields) => [Value::from(trial(fields, is_filled))].into_iter().collect(),
            Shape::Table | Shape::Grid => {
                Value::from_object(Drawn { place: 0, has_rows: is_filled })
            }
        };
        (labels::word(slot.blank, LANG), value)
    });
    tried.collect()
}
