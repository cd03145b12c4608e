//! A project's row becomes a draft: each cell read by the type of its field.

use super::header::Header;
use super::measure::Measure;
use super::sheet::Record;
use super::value::{self, amount::is_scientific};
use super::{Draft, Lexicon, TotalRow};
use crate::error::{Kind, Place, Result};
use crate::model::Day;
use crate::model::field::{Field, FieldType};
use crate::model::money::{Currency, Usd};
use crate::model::month::Month;
use crate::model::name::{clean, search_key};
use crate::model::note::Note;
use crate::model::value::Value;
use chrono::Datelike;
use std::collections::HashMap;

/// What reading a cell needs to know of the sheet.
pub struct Reading {
    pub header: Header,
    /// The unit of the sheet, or the one the clerk gave.
    pub measure: Option<Measure>,
    pub month: Option<Month>,
    pub today: Day,
    districts: HashMap<String, i64>,
    known_districts: Vec<String>,
    origins: HashMap<String, String>,
}

/// A value with a remark about it.
type Cell = (Value, Option<Note>);

impl Reading {
    pub fn new(
        header: Header,
        measure: Option<Measure>,
        month: Option<Month>,
        today: Day,
        lexicon: &Lexicon,
    ) -> Reading {
        let districts =
            lexicon.districts.iter().map(|(alias, id)| (search_key(alias), *id)).collect();
        let origins =
            lexicon.origins.iter().map(|(alias, key)| (search_key(alias), key.clone())).collect();
        let mut known_districts: Vec<String> = Vec::new();
        let mut seen = Vec::new();
        for (alias, id) in &lexicon.districts {
            if !seen.contains(id) {
                seen.push(*id);
                known_districts.push(alias.clone());
            }
        }
        Reading { header, measure, month, today, districts, known_districts, origins }
    }

    /// Reads a project's row.
    ///
    /// # Errors
    /// The row has more or fewer cells than the header, or an amount is without any unit: the
    /// file as a whole cannot be trusted.
    pub fn draft(&self, record: Record) -> Result<Draft> {
        let row = record.line;
        let width = self.header.width;
        let used = record.filled().map(|(index, _)| index + 1).max().unwrap_or(0);
        if used > width || record.cells.len() < width {
            let found = used.max(record.cells.len()) as u64;
            return Err(Kind::RaggedRow { expected: width as u64, found }.at(Place::row(row)).into());
        }
        let mut values = Vec::new();
        let mut problems = Vec::new();
        let mut notes = Vec::new();
        for column in &self.header.columns {
            let Some(field) = column.mapped.field else { continue };
            let raw = record.cell(column.mapped.index);
            let text = unescape(&clean(raw));
            if field.kind() == FieldType::Nothing || value::is_blank(&text) {
                continue;
            }
            match self.read(field, &text, column.measure.as_ref()) {
                Ok((value, note)) => {
                    values.push((field, value));
                    notes.extend(note);
                }
                Err(kind) => {
                    let file = kind == Kind::NoUnit;
                    let place = Place {
                        column: Some(column.mapped.heading.clone()),
                        value: Some(clean(raw)),
                        ..Place::row(row)
                    };
                    let refusal = kind.at(place);
                    if file {
                        return Err(refusal.into());
                    }
                    problems.push(refusal);
                }
            }
        }
        let says = |wanted: Field| values.iter().any(|(field, _)| *field == wanted);
        if !says(Field::Name) && !says(Field::Code) {
            problems.push(Kind::NameMissing.at(Place::row(row)));
        }
        Ok(Draft { row, raw: record.cells, values, problems, notes })
    }

    fn read(
        &self,
        field: Field,
        text: &str,
        measure: Option<&Measure>,
    ) -> std::result::Result<Cell, Kind> {
        let plain = |value| Ok((value, None));
        match field.kind() {
            FieldType::Nothing | FieldType::Text if is_damaged(text) => Err(Kind::DamagedNumber),
            FieldType::Nothing | FieldType::Text => {
                let doubtful = matches!(field, Field::Name | Field::Investor) && text.contains('?');
                let note = doubtful.then_some(Note::QuestionMarkInName);
                Ok((Value::Text(text.to_owned()), note))
            }
            FieldType::Code => plain(Value::Code(value::code(text)?)),
            FieldType::Money => {
                let measure = measure.map(|own| own.over(self.measure.as_ref()));
                let default = measure.or_else(|| self.measure.clone());
                plain(Value::Amount(value::amount::measured(text, default.as_ref())?))
            }
            FieldType::Date => {
                let year = self.month.map_or(self.today.year(), Month::year);
                let (date, note) = value::dated(text, Some(year))?;
                Ok((Value::Date(date), note))
            }
            FieldType::Month => plain(Value::Month(value::month(text)?)),
            FieldType::Stage => plain(Value::Stage(value::stage(text).ok_or(Kind::BadStage)?)),
            FieldType::Basis => plain(Value::Basis(value::basis(text).ok_or(Kind::BadBasis)?)),
            FieldType::Flag => plain(Value::Flag(value::flag(text).ok_or(Kind::BadFlag)?)),
            FieldType::Origin => {
                let unknown = || Kind::UnknownOrigin { given: text.to_owned() };
                let key = self.origins.get(&search_key(text)).ok_or_else(unknown)?;
                plain(Value::Origin(key.clone()))
            }
            FieldType::District => {
                let given = text.to_owned();
                let known = self.known_districts.clone();
                let id = self.districts.get(&search_key(text));
                plain(Value::District(*id.ok_or(Kind::UnknownDistrict { given, known })?))
            }
        }
    }

    /// The amounts a row of totals claims; a cell that is no amount claims nothing.
    pub fn total(&self, record: &Record, grand: bool) -> TotalRow {
        let mut amounts = Vec::new();
        for column in &self.header.columns {
            let Some(Field::Money(quantity)) = column.mapped.field else { continue };
            let text = unescape(&clean(record.cell(column.mapped.index)));
            let read = self.read(Field::Money(quantity), &text, column.measure.as_ref());
            if let Ok((Value::Amount(amount), _)) = read
                && amount.currency.0 == Currency::USD
            {
                amounts.push((quantity, Usd(amount.hundredths)));
            }
        }
        TotalRow { row: record.line, grand, amounts }
    }
}

/// Takes off the quote mark our own exports put before what a spreadsheet would compute.
fn unescape(text: &str) -> String {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(super::receipt::FORMULA) => rest.to_owned(),
        _ => text.to_owned(),
    }
}

/// A long number a spreadsheet has already rounded.
fn is_damaged(text: &str) -> bool {
    let digits = text.len() >= 16 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_scientific(text) || (digits && text.ends_with("000"))
}
