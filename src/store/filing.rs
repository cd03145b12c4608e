//! Filings (月报报送): what a district sent for a month, at which revision.

use super::project::{day_of, month_of};
use super::reader::Reader;
use super::writer::{Origin, Writer};
use crate::error::Result;
use crate::model::Day;
use crate::model::filing::Filing;
use crate::model::month::Month;
use rusqlite::{OptionalExtension, Row, named_params};

/// The identity of a filing: a district's month.
pub const fn filing_id(district: i64, month: Month) -> i64 {
    district * 1_000_000 + month.number()
}

fn filing_of(row: &Row<'_>) -> rusqlite::Result<Filing> {
    Ok(Filing {
        district: row.get(0)?,
        month: month_of(row, 1)?,
        revision: row.get(2)?,
        received: day_of(row, 3)?.unwrap_or(Day::MIN),
        nil: row.get(4)?,
        file: row.get(5)?,
        projects: row.get(6)?,
        first_received: day_of(row, 7)?.unwrap_or(Day::MIN),
    })
}

macro_rules! select_filing {
    ($tail:literal) => {
        concat!(
            "SELECT f.district, f.month, f.revision, f.received, f.nil, s.file,
                    (SELECT count(*) FROM project AS p JOIN report AS r ON r.id = p.id * 1000000 + f.month
                      WHERE p.district = f.district AND r.filing = f.id),
                    (SELECT min(w.received) FROM filing_v AS w WHERE w.id = f.id AND w.author <= f.author)
               FROM filing AS f LEFT JOIN source AS s ON s.id = f.source ",
            $tail
        )
    };
}

impl Reader<'_> {
    /// What a district filed for a month.
    pub fn filing(&self, district: i64, month: Month) -> Result<Option<Filing>> {
        let mut find = self.connection.prepare_cached(select_filing!("WHERE f.id = ?1"))?;
        Ok(find.query_row([filing_id(district, month)], filing_of).optional()?)
    }

    /// All filings of a month.
    pub fn filings(&self, month: Month) -> Result<Vec<Filing>> {
        let mut select = self
            .connection
            .prepare_cached(select_filing!("WHERE f.month = ?1 ORDER BY f.district"))?;
        let rows = select.query_map([month.number()], filing_of)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The highest revision ever given to a district's month, undone ones included: a revision
    /// number is never reused.
    pub fn last_revision(&self, district: i64, month: Month) -> Result<i64> {
        let mut find = self
            .connection
            .prepare_cached("SELECT coalesce(max(revision), 0) FROM filing_v WHERE id = ?1")?;
        Ok(find.query_row([filing_id(district, month)], |row| row.get(0))?)
    }
}

impl Writer<'_> {
    /// Records a filing; `source` is the file it came in, `None` for a nil report.
    pub fn put_filing(
        &mut self,
        district: i64,
        month: Month,
        revision: i64,
        received: Day,
        source: Option<i64>,
    ) -> Result<()> {
        let noun = noun!("filing_v": "district", "month", "revision", "received", "nil", "source");
        self.put(
            &noun,
            filing_id(district, month),
            Origin { source, row: None },
            &[
                (":district", &district),
                (":month", &month.number()),
                (":revision", &revision),
                (":received", &received.to_string()),
                (":nil", &source.is_none()),
                (":source", &source),
            ],
        )
    }

    /// Whether this very operation already gave the district's month a revision.
    pub fn filed_now(&mut self, district: i64, month: Month) -> Result<Option<i64>> {
        let operation = self.operation()?;
        let mut find = self
            .connection
            .prepare_cached("SELECT revision FROM filing WHERE id = :id AND since = :op")?;
        let id = filing_id(district, month);
        Ok(find
            .query_row(named_params! {":id": id, ":op": operation}, |row| row.get(0))
            .optional()?)
    }
}
