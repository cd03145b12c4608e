//! Amounts that were written in another currency, with the rate they were converted at.

use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::field::Quantity;
use crate::model::money::{Amount, Currency, Rate};
use crate::model::month::Month;

/// An original amount of a project's month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    pub quantity: Quantity,
    pub month: Month,
    pub amount: Amount,
    pub rate: Rate,
}

impl Reader<'_> {
    /// The original amounts of a project, by month and quantity.
    pub fn originals(&self, project: i64) -> Result<Vec<Original>> {
        let mut select = self.connection.prepare_cached(
            "SELECT quantity, month, currency, hundredths, rate_month, rate_micro, rate_source
               FROM original WHERE id BETWEEN ?1 * 10000000 AND ?1 * 10000000 + 9999999 ORDER BY id",
        )?;
        let mut rows = select.query([project])?;
        let mut originals = Vec::new();
        while let Some(row) = rows.next()? {
            let quantity = Quantity::from_key(&row.get::<_, String>(0)?);
            let month = Month::from_number(row.get(1)?);
            let rate_month = Month::from_number(row.get(4)?);
            let currency = Currency(row.get::<_, String>(2)?.into());
            if let (Some(quantity), Some(month), Some(rate_month)) = (quantity, month, rate_month) {
                originals.push(Original {
                    quantity,
                    month,
                    amount: Amount { currency: currency.clone(), hundredths: row.get(3)? },
                    rate: Rate {
                        currency,
                        month: rate_month,
                        micro: row.get(5)?,
                        source: row.get(6)?,
                    },
                });
            }
        }
        Ok(originals)
    }
}

impl Writer<'_> {
    pub fn put_original(&mut self, project: i64, original: &Original, from: Origin) -> Result<()> {
        let noun = noun!("original_v": "project", "quantity", "month", "currency", "hundredths",
            "rate_month", "rate_micro", "rate_source");
        let id = (project * 1_000_000 + original.month.number()) * 10 + original.quantity as i64;
        self.put(
            &noun,
            id,
            from,
            &[
                (":project", &project),
                (":quantity", &original.quantity.key()),
                (":month", &original.month.number()),
                (":currency", &original.amount.currency.0),
                (":hundredths", &original.amount.hundredths),
                (":rate_month", &original.rate.month.number()),
                (":rate_micro", &original.rate.micro),
                (":rate_source", &original.rate.source),
            ],
        )
    }
}
