//! A file from its bytes to its rows: how it is understood as a whole, then row by row.

use super::draft::{Memo, Reader};
use super::header::{self, Header, Senders};
use super::locate::{Opened, Source};
use super::rowkind::{Classifier, RowKind};
use super::sheet::Record;
use super::{Cells, Lexicon, MappedColumn, Options, Row, Understood, caption, facts};
use crate::error::{Fault, Kind, Place, Result};
use crate::model::field::{Field, FieldType};
use crate::model::month::Month;
use crate::model::name::{self, identity_key, search_key};
use crate::model::note::Note;
use crate::model::receipt::Frame;
use crate::model::value::Value;
use chrono::Datelike;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// What a row says of a project's stage and amounts.
pub(super) type Figures = Vec<(Field, Value)>;

fn named(values: &[(Field, Value)]) -> Option<&str> {
    values.iter().find_map(|(field, value)| match value {
        Value::Text(name) if *field == Field::Name => Some(name.as_str()),
        _ => None,
    })
}

/// An opened file: how it was understood, and its rows as an iterator. After an `Err` it ends.
pub struct Intake {
    pub understood: Understood,
    /// Its layout, for the receipt.
    pub frame: Frame,
    name: String,
    reader: Reader,
    classifier: Classifier,
    source: Source,
    /// Cells with a formula that has no result, by row.
    stale: HashMap<u64, Vec<usize>>,
    /// Records read while the header was sought; of a sheet, all of them.
    waiting: VecDeque<Record>,
    /// How many those were.
    records: usize,
    count: Arc<AtomicU64>,
    any_project: bool,
    ended: bool,
    /// Keys of the names that another sheet has: of a 总表 only what stands nowhere else is read.
    elsewhere: HashSet<String>,
}

impl Intake {
    pub(super) fn open(
        table: Opened,
        file: &str,
        options: &Options,
        lexicon: &Lexicon,
    ) -> Result<Intake> {
        let Opened { name: sheet, encoding, source, count, stale, mut records, header, outline } =
            table;
        let name = facts::speaker(sheet.as_deref(), file, lexicon);
        let of_sheet = sheet.as_deref() == Some(name);
        let body = records.split_off(header.end);
        let captions = &records[..header.first];
        let district = facts::district(captions, name, options, lexicon)?;
        let senders = Senders::new(&lexicon.headings, district);
        let line = records[header.end - 1].line;
        // Only now is it known whose headings hold; the header is read again with them.
        let header = header::compose(&records, header.first, header.end, &senders);
        if !header.is_usable() {
            return Err(Kind::NoHeader.at(Place::row(line)).into());
        }
        let header = header.without_twins(line)?;
        let captions = &records[..header.first];
        let units = caption::units(captions);
        let said_month = facts::month(captions, file, options)?;
        let mut reader = Reader {
            unit: facts::sheet_unit(&units, options),
            units_differ: units.len() > 1,
            said_month,
            month: said_month,
            district,
            year: options.today.year(),
            districts: keyed(&lexicon.districts),
            origins: keyed(&lexicon.origins),
            lexicon: lexicon.clone(),
            memo: Memo::default(),
            header,
        };
        if reader.month.is_none() {
            reader.month = body.iter().find_map(|record| reader.month_of(record));
        }
        reader.year = reader.month.map_or(reader.year, Month::year);
        let read = reader.header.columns.iter().filter(|column| !column.previous);
        let understood = Understood {
            sheet: sheet.clone(),
            encoding,
            header_rows: (records[reader.header.first].line, line),
            mapping: read.map(|it| mapped(it, &reader)).collect(),
            unit: facts::common_unit(&reader),
            district,
            month: reader.month,
            preprinted: reader.header.is_preprinted(),
            paid_in: facts::paid_in(&reader.header, line, district, options)?,
        };
        let heads = &records[reader.header.first..];
        let classifier = Classifier::new(heads.iter().map(owned).collect());
        let says = |field| reader.header.column(field).is_some();
        let frame = Frame {
            says_district: of_sheet
                || !caption::districts(captions, lexicon).is_empty()
                || says(Field::District),
            says_month: !caption::months(captions).is_empty() || says(Field::ReportMonth),
            ..outline.frame(sheet, &records, reader.header.first)
        };
        Ok(Intake {
            understood,
            frame,
            name: file.to_owned(),
            reader,
            classifier,
            source,
            stale,
            records: body.len(),
            waiting: body.into(),
            count,
            any_project: false,
            ended: false,
            elsewhere: HashSet::new(),
        })
    }

    /// Tells how much of the table is done, wherever its rows are read.
    pub fn pace(&self) -> Pace {
        let of_text = matches!(self.source, Source::Text(_));
        Pace { bytes: of_text.then(|| Arc::clone(&self.count)), records: self.records as u64 }
    }

    fn advance(&mut self) -> Result<Option<Row>> {
        let record = match self.waiting.pop_front() {
            Some(record) => Some(record),
            None => self.source.advance()?,
        };
        let Some(record) = record else {
            let header = Place::row(self.understood.header_rows.1);
            // A sheet of a form may be left empty; the other sheets say enough.
            let of_form = matches!(self.source, Source::Sheet);
            return if self.any_project || of_form {
                Ok(None)
            } else {
                Err(Kind::HeaderOnly.at(header).into())
            };
        };
        self.check(&record)?;
        let cells = cleaned(&record);
        let row = record.line;
        Ok(Some(match self.classifier.classify(&cells, &self.reader.header) {
            RowKind::Ignored => Row::Ignored { row },
            RowKind::Total { .. } if !self.elsewhere.is_empty() => Row::Ignored { row },
            RowKind::Total { grand } => Row::Total(self.reader.totals(&record, grand)),
            RowKind::Project => {
                self.any_project = true;
                self.check_width(&record)?;
                let mut draft = self.reader.draft(row, &cells)?;
                if self.is_elsewhere(&draft.values) {
                    return Ok(Some(Row::Ignored { row }));
                }
                for problem in &mut draft.problems {
                    problem.place.sheet.clone_from(&self.understood.sheet);
                }
                if let Some(columns) = self.stale.get(&row) {
                    draft.notes.push(Note::StaleFormula);
                    draft.doubts.extend(columns);
                }
                draft.raw = Cells::from(record.cells.as_slice());
                Row::Draft(draft)
            }
        }))
    }

    /// The projects of a sheet that is read whole, with their stages and amounts.
    pub(super) fn projects(&self) -> Vec<(String, Figures)> {
        let mut classifier = Classifier::new(Vec::new());
        let rows = self.waiting.iter().filter(|record| {
            classifier.classify(&cleaned(record), &self.reader.header) == RowKind::Project
        });
        let rows = rows.filter_map(|record| self.reader.draft(record.line, &cleaned(record)).ok());
        rows.filter_map(|draft| {
            let name = named(&draft.values)?.to_owned();
            let figure = |(field, _): &(Field, Value)| {
                matches!(field, Field::Money(_) | Field::Stage | Field::StageDate(_))
            };
            Some((name, draft.values.into_iter().filter(figure).collect()))
        })
        .collect()
    }

    /// Passes over the projects that other sheets have too, by the keys of their names.
    pub(super) fn pass_over(&mut self, elsewhere: HashSet<String>) {
        self.elsewhere = elsewhere;
    }

    /// Whether every row can be told whose it is.
    pub(super) fn knows_district(&self) -> bool {
        let says = |field| self.understood.mapping.iter().any(|it| it.field == Some(field));
        self.understood.district.is_some() || says(Field::District) || says(Field::Code)
    }

    fn is_elsewhere(&self, values: &[(Field, Value)]) -> bool {
        let name = named(values).filter(|_| !self.elsewhere.is_empty());
        name.is_some_and(|name| self.elsewhere.contains(&identity_key(name)))
    }

    fn check(&self, record: &Record) -> Result<()> {
        let width = self.reader.header.width;
        if let Source::Text(sheet) = &self.source
            && let Some(line) = record.stray_quote(sheet.delimiter(), width)
        {
            return Err(Kind::StrayQuote.at(Place::row(line)).into());
        }
        self.reader.header.check_bounds(record)
    }

    /// Rows of a text file must fit the header; cells of a sheet stand where they stand.
    fn check_width(&self, record: &Record) -> Result<()> {
        if matches!(self.source, Source::Sheet) {
            return Ok(());
        }
        let Header { width, room, .. } = self.reader.header;
        let Some(found) = record.misfit(width, room) else { return Ok(()) };
        let kind = Kind::RaggedRow { expected: width as u64, found: found as u64 };
        Err(kind.at(Place::row(record.line)).into())
    }
}

/// How far the reading of a table is.
pub struct Pace {
    /// Bytes of a text read so far.
    bytes: Option<Arc<AtomicU64>>,
    /// Records of a sheet.
    records: u64,
}

impl Pace {
    /// Thousandths done, where `rows` rows were taken and the file has `size` bytes.
    pub fn done(&self, rows: u64, size: u64) -> u64 {
        let (done, of) = match &self.bytes {
            Some(bytes) => (bytes.load(Ordering::Relaxed), size),
            None => (rows, self.records),
        };
        (done.saturating_mul(1000) / of.max(1)).min(1000)
    }
}

impl Iterator for Intake {
    type Item = Result<Row>;

    fn next(&mut self) -> Option<Result<Row>> {
        if self.ended {
            return None;
        }
        let next = self.advance();
        let sheet = self.understood.sheet.as_deref();
        let placed = |fault: Fault| fault.in_sheet(sheet).in_file(&self.name);
        let next = next.map_err(placed).transpose();
        self.ended = !matches!(next, Some(Ok(_)));
        next
    }
}

fn cleaned(record: &Record) -> Vec<Cow<'_, str>> {
    record.cells.iter().map(|cell| name::cleaned(cell)).collect()
}

fn owned(record: &Record) -> Vec<String> {
    cleaned(record).into_iter().map(Cow::into_owned).collect()
}

fn keyed<T: Clone>(aliases: &[(String, T)]) -> std::collections::HashMap<String, T> {
    aliases.iter().map(|(alias, it)| (search_key(alias), it.clone())).collect()
}

fn mapped(column: &header::Column, reader: &Reader) -> MappedColumn {
    let is_money = column.field.is_some_and(|field| field.kind() == FieldType::Money);
    let measure = reader.unit_of(column).filter(|_| is_money);
    let (unit, currency) = measure.and_then(|measure| measure.unit()).unzip();
    MappedColumn {
        index: column.index,
        heading: column.heading.clone(),
        field: column.field,
        unit,
        currency,
    }
}
