//! Rows that go back to their sender: rejected ones, and ones that were taken with a warning; with
//! the cells to look at.

use crate::error::{Kind, Refusal};
use crate::import::{Draft, Understood};
use crate::model::field::Field;
use crate::model::month::Month;
use crate::model::note::Note;
use crate::model::receipt::{Frame, Mark, Shade};

/// A row that goes back.
#[derive(Debug, Clone, Copy)]
pub struct Returned<'a> {
    /// Its sheet's layout.
    pub frame: &'a Frame,
    /// The table's district and month, where it has one.
    pub district: Option<&'a str>,
    pub month: Option<Month>,
    /// Its number in the sheet, from 1.
    pub row: u64,
    /// Its cells as text.
    pub raw: &'a [String],
    pub shade: Shade,
    pub problems: &'a [Refusal],
    pub notes: &'a [Note],
    /// The cells in question.
    pub marks: &'a [Mark],
}

/// The cells that a row's problems and notes speak of: each once, a rejection before a warning.
pub fn marks(
    understood: &Understood,
    draft: &Draft,
    problems: &[Refusal],
    notes: &[Note],
) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let mut mark = |column: Option<usize>, shade| {
        if let Some(column) = column
            && marks.iter().all(|mark| mark.column != column)
        {
            marks.push(Mark { column, shade });
        }
    };
    for problem in problems {
        let named = problem.place.column.as_deref().and_then(|heading| {
            let mut columns = understood.mapping.iter();
            columns.find(|it| it.heading == heading).map(|it| it.index)
        });
        mark(named.or_else(|| column_of(understood, subject(&problem.kind))), Shade::Rejected);
    }
    for column in &draft.doubts {
        mark(Some(*column), Shade::Warned);
    }
    for field in notes.iter().flat_map(fields) {
        mark(column_of(understood, field), Shade::Warned);
    }
    marks
}

/// The column of a field; of the project's name where the sheet has no such column.
fn column_of(understood: &Understood, field: Field) -> Option<usize> {
    let column = |wanted| understood.mapping.iter().find(|it| it.field == Some(wanted));
    let found = column(field).or_else(|| column(Field::Name)).or_else(|| column(Field::Code));
    found.map(|column| column.index)
}

/// What a problem that names no column is about.
const fn subject(kind: &Kind) -> Field {
    match kind {
        Kind::CodeUnknown { .. } | Kind::CodeOtherDistrict { .. } | Kind::BadCode => Field::Code,
        Kind::NoDistrict | Kind::UnknownDistrict { .. } | Kind::DistrictContradiction { .. } => {
            Field::District
        }
        Kind::NoMonth | Kind::FutureMonth { .. } | Kind::MonthContradiction { .. } => {
            Field::ReportMonth
        }
        _ => Field::Name,
    }
}

/// What a note that came up after reading is about.
fn fields(note: &Note) -> Vec<Field> {
    match note {
        Note::AmountFell { quantity, .. } => vec![Field::Money(*quantity)],
        Note::StageBack | Note::StageAssumed { .. } => vec![Field::Stage],
        Note::FutureDate { field, .. } => vec![*field],
        Note::Screened { fields } => fields.clone(),
        // Their cells are known from reading.
        Note::QuestionMarkInName | Note::YearTaken { .. } | Note::StaleFormula => Vec::new(),
        _ => vec![Field::Name],
    }
}
