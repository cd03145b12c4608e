//! A row's values before they are judged: paid-in made cumulative, plans told from facts.

use super::RowDesk;
use crate::desk::resolve::{Resolved, has_happened};
use crate::error::{Kind, Result};
use crate::import::Draft;
use crate::model::dossier::Fact;
use crate::model::field::{Field, Quantity};
use crate::model::filing::PaidInBasis;
use crate::model::money::Usd;
use crate::model::month::Month;
use crate::model::note::Note;
use crate::model::value::Value;
use crate::store::Writer;

impl RowDesk<'_> {
    /// The row's values, taken out of it, with 到账 made cumulative over all years.
    pub(super) fn values(
        &self,
        writer: &Writer<'_>,
        draft: &mut Draft,
        known: Option<i64>,
        month: Month,
    ) -> Result<std::result::Result<Vec<(Field, Value)>, Kind>> {
        let mut values = std::mem::take(&mut draft.values);
        let before = match self.understood.paid_in {
            Some(PaidInBasis::Month) => month.previous(),
            Some(PaidInBasis::Year) => month.december_before(),
            _ => return Ok(Ok(values)),
        };
        let base = match known {
            Some(project) => writer.paid_in_until(project, before)?.unwrap_or_default(),
            None => Usd::ZERO,
        };
        for (field, value) in &mut values {
            if let (Field::Money(Quantity::PaidIn), Value::Amount(amount)) = (*field, value) {
                let Some(sum) = amount.hundredths.checked_add(base.0) else {
                    return Ok(Err(Kind::AmountTooLarge));
                };
                amount.hundredths = sum;
            }
        }
        Ok(Ok(values))
    }

    /// Days that have not come are plans, not facts: they are left out with a warning.
    pub(super) fn past_only(&self, facts: &mut Vec<Resolved>, notes: &mut Vec<Note>) {
        let on = self.request.on;
        facts.retain(|Resolved { field, fact, .. }| match fact {
            Fact::Date(date) if has_happened(*field) && date.earliest() > on => {
                notes.push(Note::FutureDate { field: *field, value: date.to_string() });
                false
            }
            _ => true,
        });
    }
}
