//! Exchange rates (折算率) by month, with their source.

use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::money::{Currency, Rate};
use crate::model::month::Month;
use rusqlite::{OptionalExtension, Row, named_params};

fn rate_of(row: &Row<'_>) -> rusqlite::Result<Rate> {
    let month: i64 = row.get(1)?;
    Ok(Rate {
        currency: Currency(row.get::<_, String>(0)?.into()),
        month: Month::from_number(month)
            .ok_or(rusqlite::Error::IntegralValueOutOfRange(1, month))?,
        micro: row.get(2)?,
        source: row.get(3)?,
    })
}

impl Reader<'_> {
    /// The rate of a currency in a month; never that of another month.
    pub fn rate(&self, currency: &Currency, month: Month) -> Result<Option<Rate>> {
        let mut find = self.connection.prepare_cached(
            "SELECT currency, month, micro, source FROM rate
              WHERE id = (SELECT id FROM rate_id WHERE code = :code)",
        )?;
        let code = format!("{currency}-{month}");
        Ok(find.query_row(named_params! {":code": code}, rate_of).optional()?)
    }

    /// Every rate on record, by currency and month.
    pub fn rates(&self) -> Result<Vec<Rate>> {
        let mut select = self.connection.prepare_cached(
            "SELECT currency, month, micro, source FROM rate ORDER BY currency, month",
        )?;
        let rows = select.query_map([], rate_of)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    pub fn put_rate(&mut self, rate: &Rate) -> Result<()> {
        let code = format!("{}-{}", rate.currency, rate.month);
        let id = self.identity(&codes!("rate_id"), &code)?;
        let noun = noun!("rate_v": "currency", "month", "micro", "source");
        self.put(
            &noun,
            id,
            Origin::default(),
            &[
                (":currency", &rate.currency.0),
                (":month", &rate.month.number()),
                (":micro", &rate.micro),
                (":source", &rate.source),
            ],
        )
    }
}
