//! What a sender means: its own headings, and how its forms write 到账.

use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::field::Field;
use crate::model::filing::PaidInBasis;
use crate::model::name::search_key;

/// A heading an office or a district uses for a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// `None`: for every sender.
    pub district: Option<i64>,
    pub heading: String,
    pub field: Field,
}

impl Reader<'_> {
    /// The headings taught so far.
    pub fn headings(&self) -> Result<Vec<Heading>> {
        let mut select = self
            .connection
            .prepare_cached("SELECT district, heading, field FROM heading ORDER BY id")?;
        let mut rows = select.query([])?;
        let mut headings = Vec::new();
        while let Some(row) = rows.next()? {
            if let Some(field) = Field::from_key(&row.get::<_, String>(2)?) {
                headings.push(Heading { district: row.get(0)?, heading: row.get(1)?, field });
            }
        }
        Ok(headings)
    }

    /// How each district's forms write paid-in amounts, as far as it was ever said.
    pub fn paid_in_ways(&self) -> Result<Vec<(i64, PaidInBasis)>> {
        let mut select = self.connection.prepare_cached("SELECT id, paid_in FROM sender")?;
        let mut rows = select.query([])?;
        let mut ways = Vec::new();
        while let Some(row) = rows.next()? {
            if let Some(way) = PaidInBasis::from_key(&row.get::<_, String>(1)?) {
                ways.push((row.get(0)?, way));
            }
        }
        Ok(ways)
    }
}

impl Writer<'_> {
    pub fn put_heading(&mut self, heading: &Heading) -> Result<()> {
        let sender = heading.district.unwrap_or(0);
        let code = format!("{sender}/{}", search_key(&heading.heading));
        let id = self.identity(&codes!("heading_id"), &code)?;
        let noun = noun!("heading_v": "district", "heading", "field");
        self.put(
            &noun,
            id,
            Origin::default(),
            &[
                (":district", &heading.district),
                (":heading", &heading.heading),
                (":field", &heading.field.key()),
            ],
        )
    }

    pub fn put_paid_in_way(&mut self, district: i64, way: PaidInBasis) -> Result<()> {
        let noun = noun!("sender_v": "paid_in");
        self.put(&noun, district, Origin::default(), &[(":paid_in", &way.key())])
    }
}
