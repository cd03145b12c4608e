//! What a row says, and where a refusal of the whole row lies: the column it speaks of, by the
//! heading of the file.

use super::{Judged, RowDesk};
use crate::error::{Kind, Place, Result};
use crate::import::{Draft, MappedColumn, Understood};
use crate::model::field::Field;
use crate::model::note::Note;
use crate::model::value::Value;

impl RowDesk<'_> {
    pub(super) fn reject(
        &self,
        draft: &Draft,
        kind: Kind,
        value: Option<String>,
        notes: Vec<Note>,
    ) -> Result<Judged> {
        let column = field_of(&kind).and_then(|field| column(&self.understood, field));
        let column = column.map(|column| column.heading.clone());
        let place = Place { value, column, ..Place::row(draft.row) };
        Ok(Judged::rejected(vec![kind.at(place)], notes))
    }
}

/// The field whose column a refusal of a row speaks of.
fn field_of(kind: &Kind) -> Option<Field> {
    match kind {
        Kind::CodeUnknown { .. } | Kind::CodeOtherDistrict { .. } => Some(Field::Code),
        Kind::NameAmbiguous { .. } | Kind::NearMatch { .. } => Some(Field::Name),
        Kind::FutureMonth { .. } => Some(Field::ReportMonth),
        Kind::NoDistrict => Some(Field::District),
        _ => None,
    }
}

pub fn column(understood: &Understood, field: Field) -> Option<&MappedColumn> {
    understood.mapping.iter().find(|column| column.field == Some(field))
}

pub fn text(draft: &Draft, wanted: Field) -> Option<String> {
    draft.values.iter().find_map(|(field, value)| match value {
        Value::Text(text) if *field == wanted => Some(text.clone()),
        _ => None,
    })
}

/// The name a row gives its project.
pub fn named(values: &[(Field, Value)]) -> Option<&str> {
    values.iter().find_map(|(field, value)| match value {
        Value::Text(text) if *field == Field::Name => Some(text.as_str()),
        _ => None,
    })
}

pub fn code(draft: &Draft) -> Option<&str> {
    draft.values.iter().find_map(|(_, value)| match value {
        Value::Code(code) => Some(code.as_str()),
        _ => None,
    })
}

/// Fields by which a project is found; a report does not change them.
pub const fn identifies(field: Field) -> bool {
    matches!(field, Field::Name | Field::District | Field::Code)
}
