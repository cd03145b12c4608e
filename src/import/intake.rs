//! An intake (收件): a file opened and understood, its rows read one by one.

use super::caption;
use super::decode::candidates;
use super::draft::Reading;
use super::header::{self, Header};
use super::measure::Measure;
use super::rowkind::{RowKind, kind_of};
use super::sheet::{Record, Sheet};
use super::{Lexicon, Options, Row, Understood};
use crate::error::{Kind, Place, Result};
use crate::model::field::{Field, Quantity};
use crate::model::filing::PaidInBasis;
use crate::model::money::Currency;
use crate::model::month::Month;
use std::collections::VecDeque;
use std::path::Path;

/// Rows among which the header must be.
const HEAD: usize = 30;

/// A file that was understood; iterate for its rows.
pub struct Intake {
    pub understood: Understood,
    /// The rows above and of the header, as they stand, for the receipt.
    pub preamble: Vec<Vec<String>>,
    reading: Reading,
    /// Rows read ahead while the header was looked for.
    ahead: VecDeque<Record>,
    sheet: Sheet,
    failed: bool,
}

impl Intake {
    pub(super) fn open(
        path: &Path,
        name: &str,
        options: &Options,
        lexicon: &Lexicon,
    ) -> Result<Intake> {
        let mut best: Option<(Sheet, Vec<Record>, Option<Header>, &'static str)> = None;
        for coding in candidates(path, options.encoding.as_deref())? {
            let mut sheet = Sheet::open(path, coding)?;
            let mut head = Vec::new();
            while head.len() < HEAD {
                match sheet.next()? {
                    Some(record) => head.push(record),
                    None => break,
                }
            }
            let district = options.district.or_else(|| said_district(name, &head, lexicon));
            let found = header::find(&head, &lexicon.headings, district)?;
            let known = found.as_ref().map_or(0, Header::known);
            let better = best.as_ref().is_none_or(|(_, _, header, _)| {
                known > header.as_ref().map_or(0, Header::known)
            });
            if better {
                best = Some((sheet, head, found, coding.name()));
            }
        }
        let Some((sheet, head, header, encoding)) = best else { return Err(Kind::EmptyFile.into()) };
        let Some(header) = header else { return Err(Kind::NoHeader.into()) };
        Self::understand(sheet, head, header, encoding, name, options, lexicon)
    }

    fn understand(
        mut sheet: Sheet,
        mut head: Vec<Record>,
        header: Header,
        encoding: &'static str,
        name: &str,
        options: &Options,
        lexicon: &Lexicon,
    ) -> Result<Intake> {
        let mut rest: VecDeque<Record> = head.split_off(header.end).into();
        if rest.is_empty() {
            rest.extend(sheet.next()?);
        }
        if rest.iter().all(|record| record.filled().next().is_none()) {
            return Err(Kind::HeaderOnly.into());
        }
        let above = &head[..header.first];
        let month = agreed_month(options.month, caption::month(above), caption::month_of_name(name))?;
        let district = agreed_district(options.district, name, above, lexicon)?;
        let stated = caption::unit(above);
        let given = options.unit.and_then(|unit| Measure::of(unit, Currency::USD));
        let measure = stated.or(given);
        let paid_in = paid_in(&header, options, district)?;
        let understood = Understood {
            encoding,
            header_rows: (head[header.first].line, head[header.end - 1].line),
            mapping: header.columns.iter().map(|column| column.mapped.clone()).collect(),
            unit: measure.as_ref().and_then(Measure::unit).map(|(unit, _)| unit),
            district,
            month,
            paid_in,
        };
        let preamble = head.into_iter().map(|record| record.cells).collect();
        let reading = Reading::new(header, measure, month, options.today, lexicon);
        Ok(Intake { understood, preamble, reading, ahead: rest, sheet, failed: false })
    }

    /// Bytes of the file read so far, for a progress bar.
    pub fn bytes_read(&self) -> u64 {
        self.sheet.bytes_read()
    }

    fn step(&mut self) -> Result<Option<Row>> {
        loop {
            let next = match self.ahead.pop_front() {
                Some(record) => Some(record),
                None => self.sheet.next()?,
            };
            let Some(record) = next else { return Ok(None) };
            return Ok(Some(match kind_of(&record, &self.reading.header) {
                RowKind::Blank => continue,
                RowKind::Ignored => Row::Ignored { row: record.line },
                RowKind::Total { grand } => Row::Total(self.reading.total(&record, grand)),
                RowKind::Project => Row::Draft(self.reading.draft(record)?),
            }));
        }
    }
}

impl Iterator for Intake {
    type Item = Result<Row>;

    fn next(&mut self) -> Option<Result<Row>> {
        if self.failed {
            return None;
        }
        let step = self.step();
        self.failed = step.is_err();
        step.transpose()
    }
}

/// All that speak of the month must agree.
fn agreed_month(said: Option<Month>, title: Option<Month>, name: Option<Month>) -> Result<Option<Month>> {
    let mut agreed = said;
    for found in [title, name].into_iter().flatten() {
        match agreed {
            Some(said) if said != found => {
                return Err(Kind::MonthContradiction { said, found }.into());
            }
            _ => agreed = Some(found),
        }
    }
    Ok(agreed)
}

fn title_of(rows: &[Record]) -> String {
    let cells = rows.iter().flat_map(|row| row.filled().map(|(_, cell)| cell.to_owned()));
    cells.collect::<Vec<_>>().join(" ")
}

fn said_district(name: &str, head: &[Record], lexicon: &Lexicon) -> Option<i64> {
    let title = head.first().map(|row| title_of(std::slice::from_ref(row))).unwrap_or_default();
    let found = caption::district(lexicon, &title).or_else(|| caption::district(lexicon, name));
    found.map(|(id, _)| id)
}

/// All that speak of the district must agree.
fn agreed_district(
    said: Option<i64>,
    name: &str,
    above: &[Record],
    lexicon: &Lexicon,
) -> Result<Option<i64>> {
    let shown = |id: i64| {
        let known = lexicon.districts.iter().find(|(_, other)| *other == id);
        known.map(|(alias, _)| alias.clone()).unwrap_or_default()
    };
    let mut agreed = said;
    let found = [caption::district(lexicon, &title_of(above)), caption::district(lexicon, name)];
    for (id, _) in found.into_iter().flatten() {
        match agreed {
            Some(said) if said != id => {
                let (said, found) = (shown(said), shown(id));
                return Err(Kind::DistrictContradiction { said, found }.into());
            }
            _ => agreed = Some(id),
        }
    }
    Ok(agreed)
}

/// A heading that says how 到账 is written wins; else the clerk's word, else what is remembered.
fn paid_in(header: &Header, options: &Options, district: Option<i64>) -> Result<Option<PaidInBasis>> {
    let field = Field::Money(Quantity::PaidIn);
    let Some(column) = header.columns.iter().find(|column| column.mapped.field == Some(field)) else {
        return Ok(None);
    };
    let remembered =
        options.paid_in_known.iter().find(|(known, _)| Some(*known) == district).map(|(_, way)| *way);
    let way = header.paid_in.or(options.paid_in).or(remembered);
    let unknown = || {
        let column = Some(column.mapped.heading.clone());
        Kind::PaidInUnknown.at(Place { column, ..Place::default() })
    };
    Ok(Some(way.ok_or_else(unknown)?))
}
