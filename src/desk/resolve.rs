//! Values become facts: other currencies are converted at the rate of their month, the rest is
//! taken over.

use crate::error::{Kind, Result};
use crate::model::Day;
use crate::model::dossier::Fact;
use crate::model::field::Field;
use crate::model::money::{Amount, Currency, Usd};
use crate::model::month::Month;
use crate::model::value::Value;
use crate::store::Reader;
use crate::store::original::Original;

/// A fact, with the amount it was converted from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    pub field: Field,
    pub fact: Fact,
    pub original: Option<Box<Original>>,
}

/// The facts of a project, and the values that could not become one.
pub type Resolution = (Vec<Resolved>, Vec<(Field, Kind)>);

/// Resolves the values of one project, which it takes over. The inner problems are those of single values, each with
/// its field.
///
/// # Errors
/// Only what the store reports.
pub fn resolve(
    reader: &Reader<'_>,
    values: Vec<(Field, Value)>,
    month: Month,
) -> Result<Resolution> {
    let mut facts = Vec::with_capacity(values.len());
    let mut problems = Vec::new();
    for (field, value) in values {
        let plain = |fact| Some(Resolved { field, fact, original: None });
        let resolved = match value {
            Value::Text(text) => plain(Fact::Text(text)),
            Value::Date(date) => plain(Fact::Date(date)),
            Value::Stage(stage) => plain(Fact::Stage(stage)),
            Value::Basis(basis) => plain(Fact::Basis(basis)),
            Value::Flag(flag) => plain(Fact::Flag(flag)),
            Value::Origin(key) => plain(Fact::Origin(key)),
            Value::District(id) => plain(Fact::District(id)),
            Value::Code(_) | Value::Month(_) => None,
            Value::Amount(amount) => match convert(reader, field, &amount, month)? {
                Ok(resolved) => Some(resolved),
                Err(kind) => {
                    problems.push((field, kind));
                    None
                }
            },
        };
        facts.extend(resolved);
    }
    Ok((facts, problems))
}

fn convert(
    reader: &Reader<'_>,
    field: Field,
    amount: &Amount,
    month: Month,
) -> Result<std::result::Result<Resolved, Kind>> {
    if amount.currency.0 == Currency::USD {
        let fact = Fact::Money(Usd(amount.hundredths));
        return Ok(Ok(Resolved { field, fact, original: None }));
    }
    let Some(rate) = reader.rate(&amount.currency, month)? else {
        return Ok(Err(Kind::NoRate { currency: amount.currency.to_string(), month }));
    };
    let Some(converted) = rate.convert(amount.hundredths) else {
        return Ok(Err(Kind::AmountTooLarge));
    };
    let original = match field {
        Field::Money(quantity) => {
            Some(Box::new(Original { quantity, month, amount: amount.clone(), rate }))
        }
        _ => None,
    };
    Ok(Ok(Resolved { field, fact: Fact::Money(converted), original }))
}

/// An amount in US dollars, at the rate of the month where it is in another currency.
///
/// # Errors
/// [`Kind::NoRate`], [`Kind::AmountTooLarge`].
pub fn dollars(reader: &Reader<'_>, amount: &Amount, month: Month) -> Result<Usd> {
    if amount.currency.0 == Currency::USD {
        return Ok(Usd(amount.hundredths));
    }
    let rate = reader.rate(&amount.currency, month)?;
    let rate = rate.ok_or_else(|| Kind::NoRate { currency: amount.currency.to_string(), month })?;
    Ok(rate.convert(amount.hundredths).ok_or(Kind::AmountTooLarge)?)
}

/// Refuses a day that lies in the future: the clerk records what has happened.
///
/// # Errors
/// [`Kind::FutureDay`].
pub fn not_in_the_future(day: Day, today: Day) -> Result<()> {
    if day > today { Err(Kind::FutureDay { day, today }.into()) } else { Ok(()) }
}

/// Whether a field says when something happened, as opposed to when it is planned.
pub const fn has_happened(field: Field) -> bool {
    use crate::model::work::Timing;
    matches!(field, Field::StageDate(_) | Field::Work(_, Timing::Actual))
}
