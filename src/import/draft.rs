//! One row to one draft: each cell read by the type of its field; what is wrong stands beside it.

use super::amount::{is_blank, is_scientific, measured};
use super::caption::district_in;
use super::header::{Column, Header};
use super::measure::Measure;
use super::sheet::Record;
use super::{Cells, Draft, Lexicon, TotalRow, value};
use crate::error::{Fault, Kind, Place, Refusal, Result};
use crate::model::field::{Field, FieldType};
use crate::model::money::{Currency, Usd};
use crate::model::month::Month;
use crate::model::name::{clean, search_key};
use crate::model::note::Note;
use crate::model::value::Value;
use foldhash::fast::RandomState;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;

/// Digits a spreadsheet keeps of a number; what comes after them is lost.
const KEPT_DIGITS: usize = 15;

/// What holds for every row of the file.
pub struct Reader {
    pub header: Header,
    /// The unit that holds for the whole sheet.
    pub unit: Option<Measure>,
    /// The lines above the header name different units.
    pub units_differ: bool,
    /// The month said outside the rows, and the month of the file.
    pub said_month: Option<Month>,
    pub month: Option<Month>,
    pub district: Option<i64>,
    /// Completes dates without a year.
    pub year: i32,
    pub lexicon: Lexicon,
    pub districts: HashMap<String, i64>,
    pub origins: HashMap<String, String>,
    pub memo: Memo,
}

/// What short texts of a column were read as before, `None` for those that say nothing: a sheet of a
/// hundred thousand rows has few different ones.
#[derive(Default)]
pub struct Memo(RefCell<Vec<HashMap<String, Option<Value>, RandomState>>>);

/// Different texts that are remembered of a column, and bytes of the longest.
const REMEMBERED: usize = 512;
const RECURRING: usize = 40;

impl Memo {
    fn recall(&self, column: usize, text: &str) -> Option<Option<Value>> {
        self.0.borrow().get(column)?.get(text).cloned()
    }

    fn keep(&self, column: usize, text: &str, value: Option<&Value>) {
        let mut memo = self.0.borrow_mut();
        if memo.len() <= column {
            memo.resize_with(column + 1, HashMap::default);
        }
        if let Some(known) = memo.get_mut(column).filter(|known| known.len() < REMEMBERED) {
            known.insert(text.to_owned(), value.cloned());
        }
    }
}

impl Reader {
    /// Reads a row as a project; `Err` where the file as a whole cannot be read.
    ///
    /// `cleaned` are the cells of line `row` without what cannot be seen.
    pub fn draft(&self, row: u64, cleaned: &[Cow<'_, str>]) -> Result<Draft> {
        let mut draft = Draft {
            row,
            raw: Cells::default(),
            values: Vec::with_capacity(self.header.columns.len()),
            problems: Vec::new(),
            notes: Vec::new(),
            doubts: Vec::new(),
        };
        let mut coded = false;
        for column in &self.header.columns {
            let Some(field) = column.field else { continue };
            let text = unescaped(cleaned.get(column.index).map_or("", AsRef::as_ref));
            if text.is_empty() {
                continue;
            }
            if is_broken(text) {
                draft.problems.push(Kind::BrokenFormula.at(place(row, column, text)));
                continue;
            }
            coded |= field == Field::Code && !is_blank(text);
            let kind = field.kind();
            let recurs =
                text.len() <= RECURRING && !matches!(kind, FieldType::Money | FieldType::Code);
            if let Some(known) = recurs.then(|| self.memo.recall(column.index, text)).flatten() {
                draft.values.extend(known.map(|value| (field, value)));
                continue;
            }
            if is_blank(text) {
                if recurs {
                    self.memo.keep(column.index, text, None);
                }
                continue;
            }
            let noted = draft.notes.len();
            match self.cell(column, field, text, &mut draft.notes) {
                Ok(Some(value)) => {
                    // What is to be remarked on is remarked on in every row.
                    if recurs && draft.notes.len() == noted {
                        self.memo.keep(column.index, text, Some(&value));
                    }
                    draft.values.push((field, value));
                }
                Ok(None) => {}
                Err(kind @ (Kind::NoUnit | Kind::UnitContradiction)) => {
                    return Err(Fault::from(kind.at(place(row, column, text))));
                }
                Err(kind) => draft.problems.push(kind.at(place(row, column, text))),
            }
            if draft.notes.len() > noted {
                draft.doubts.push(column.index);
            }
        }
        let named = draft.values.iter().any(|(field, _)| *field == Field::Name);
        let damaged = self.header.column(Field::Name).is_some_and(|column| {
            draft.problems.iter().any(|it| it.place.column.as_ref() == Some(&column.heading))
        });
        if !named && !coded && !damaged {
            draft.problems.push(self.name_missing(row));
        }
        Ok(draft)
    }

    fn name_missing(&self, row: u64) -> Refusal {
        let column = self.header.column(Field::Name).map(|column| column.heading.clone());
        Kind::NameMissing.at(Place { row: Some(row), column, ..Place::default() })
    }

    fn cell(
        &self,
        column: &Column,
        field: Field,
        text: &str,
        notes: &mut Vec<Note>,
    ) -> std::result::Result<Option<Value>, Kind> {
        let found = match field.kind() {
            FieldType::Nothing => return Ok(None),
            FieldType::Code => Value::Code(value::code(text)?),
            FieldType::Text if is_damaged(text) => return Err(Kind::DamagedNumber),
            FieldType::Text => {
                let is_name = matches!(field, Field::Name | Field::Investor | Field::Parent);
                let lost = is_name && text.contains(['?', '\u{fffd}']);
                if lost && !notes.contains(&Note::QuestionMarkInName) {
                    notes.push(Note::QuestionMarkInName);
                }
                Value::Text(text.to_owned())
            }
            FieldType::Money => {
                let unit = self.unit_of(column);
                let amount = measured(text, unit.as_ref()).map_err(|kind| match kind {
                    Kind::NoUnit if self.units_differ => Kind::UnitContradiction,
                    other => other,
                })?;
                Value::Amount(amount)
            }
            FieldType::Date => {
                let (date, note) = value::dated(text, Some(self.year))?;
                notes.extend(note);
                Value::Date(date)
            }
            FieldType::Month => {
                let found = value::month(text)?;
                if let Some(said) = self.said_month.filter(|said| *said != found) {
                    return Err(Kind::MonthContradiction { said, found });
                }
                Value::Month(found)
            }
            FieldType::Stage => Value::Stage(value::stage(text).ok_or(Kind::BadStage)?),
            FieldType::Basis => Value::Basis(value::basis(text).ok_or(Kind::BadBasis)?),
            FieldType::Origin => Value::Origin(self.origin(text)?),
            FieldType::District => Value::District(self.district(text)?),
            FieldType::Flag => Value::Flag(value::flag(text).ok_or(Kind::BadFlag)?),
        };
        Ok(Some(found))
    }

    /// The unit of a column: its heading's, completed by that of the sheet.
    pub fn unit_of(&self, column: &Column) -> Option<Measure> {
        match (&column.measure, &self.unit) {
            (Some(own), sheet) => Some(own.over(sheet.as_ref())),
            (None, sheet) => sheet.clone(),
        }
    }

    fn origin(&self, text: &str) -> std::result::Result<String, Kind> {
        let known = |part: &str| self.origins.get(&search_key(part)).cloned();
        let unknown = || Kind::UnknownOrigin { given: text.to_owned() };
        if let Some(key) = known(text) {
            return Ok(key);
        }
        // Several investors of one origin: `香港、香港`.
        let parts = text.split(['\u{3001}', '/', ',', '\u{ff0c}', ';', '\u{ff1b}']);
        let keys: Option<Vec<String>> = parts.map(known).collect();
        let mut keys = keys.ok_or_else(unknown)?;
        keys.dedup();
        match <[String; 1]>::try_from(keys) {
            Ok([key]) => Ok(key),
            Err(_) => Err(unknown()),
        }
    }

    fn district(&self, text: &str) -> std::result::Result<i64, Kind> {
        let exact = self.districts.get(&search_key(text)).copied();
        let Some(id) = exact.or_else(|| district_in(text, &self.lexicon).map(|(id, _)| id)) else {
            let mut known: Vec<(i64, String)> = Vec::new();
            for (alias, id) in &self.lexicon.districts {
                if known.iter().all(|(seen, _)| seen != id) {
                    known.push((*id, alias.clone()));
                }
            }
            let known = known.into_iter().map(|(_, alias)| alias).collect();
            return Err(Kind::UnknownDistrict { given: text.to_owned(), known });
        };
        match self.district.filter(|said| *said != id) {
            Some(said) => Err(Kind::DistrictContradiction {
                said: name_of(&self.lexicon, said),
                found: text.to_owned(),
            }),
            None => Ok(id),
        }
    }

    /// The month a row names, read before the rows are.
    pub fn month_of(&self, record: &Record) -> Option<Month> {
        let column = self.header.column(Field::ReportMonth)?;
        value::month(&clean(record.cells.get(column.index)?)).ok()
    }

    /// The amounts of a row of totals, as far as they are in US dollars.
    pub fn totals(&self, record: &Record, grand: bool) -> TotalRow {
        let amounts = self.header.columns.iter().filter_map(|column| {
            let Some(Field::Money(quantity)) = column.field else { return None };
            let text = clean(unescaped(record.cells.get(column.index)?));
            if is_blank(&text) {
                return None;
            }
            let amount = measured(&text, self.unit_of(column).as_ref()).ok()?;
            (amount.currency.0 == Currency::USD).then_some((quantity, Usd(amount.hundredths)))
        });
        TotalRow { row: record.line, grand, amounts: amounts.collect() }
    }
}

/// The first name of a district.
pub fn name_of(lexicon: &Lexicon, id: i64) -> String {
    let alias = lexicon.districts.iter().find(|(_, district)| *district == id);
    alias.map(|(alias, _)| alias.clone()).unwrap_or_default()
}

fn place(row: u64, column: &Column, text: &str) -> Place {
    Place {
        row: Some(row),
        column: Some(column.heading.clone()),
        value: Some(text.to_owned()),
        ..Place::default()
    }
}

/// Without the apostrophe our own exports put in front of `=`, `+`, `-`, `@`, `|`.
pub(super) fn unescaped(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if super::receipt::is_active(rest) => rest,
        _ => cell,
    }
}

/// What stands in a cell whose formula cannot be computed.
pub(super) fn is_broken(text: &str) -> bool {
    if !text.starts_with('#') {
        return false;
    }
    const ERRORS: [&str; 8] =
        ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!"];
    ERRORS.contains(&text)
}

/// A long code that went through a spreadsheet as a number: `9.13206E+17`, or with its last
/// digits lost.
fn is_damaged(text: &str) -> bool {
    if is_scientific(text) && text.contains(['+', '-', '.']) {
        return true;
    }
    let zeros = text.len() - text.trim_end_matches('0').len();
    let lost = text.len().saturating_sub(KEPT_DIGITS).max(2);
    text.len() >= KEPT_DIGITS && text.bytes().all(|b| b.is_ascii_digit()) && zeros >= lost
}
