//! One file: understood, its rows judged and written one by one, its filings and totals settled.

use super::account::{FileOutcome, FilingDone, TotalCheck};
use super::list::ListDesk;
use super::returned::{Returned, marks};
use super::row::{Judged, RowDesk, column};
use super::told::Told;
use super::{ImportRequest, InputFile, Setting, Watcher};
use crate::error::{Kind, Place, Result};
use crate::import::{Contents, Draft, Intake, Pace, Row, TotalRow, Understood, open};
use crate::model::field::{Field, Quantity};
use crate::model::filing::RowClass;
use crate::model::money::{Currency, Usd};
use crate::model::name::identity_key;
use crate::model::receipt::{Frame, Shade};
use crate::model::value::Value;
use crate::store::Writer;
use crate::store::source::Source;
use sha2::{Digest, Sha256};
use std::io::Read;

/// How often the progress bar moves, in rows.
const STEP: u64 = 500;

/// Sums of the file's own amounts, to compare with its own totals.
#[derive(Default)]
struct Sums {
    grand: Sum,
    section: Sum,
}

/// A sum of each quantity.
type Sum = [Usd; Quantity::ALL.len()];

impl Sums {
    fn add(&mut self, values: &[(Field, Value)]) {
        for (field, value) in values {
            if let (Field::Money(quantity), Value::Amount(amount)) = (field, value)
                && amount.currency.0 == Currency::USD
            {
                for sums in [&mut self.grand, &mut self.section] {
                    let sum = &mut sums[*quantity as usize];
                    *sum = sum.plus(Usd(amount.hundredths));
                }
            }
        }
    }
}

/// Imports one file; the outcome is filled in as far as it was read, even when it is refused.
///
/// # Errors
/// Whatever makes the file unusable as a whole.
pub fn import_file(
    writer: &mut Writer<'_>,
    (setting, told): (&Setting, &mut Told),
    request: &ImportRequest,
    input: &InputFile,
    outcome: &mut FileOutcome,
    watcher: &mut dyn Watcher,
) -> Result<()> {
    watcher.progress(input, 0);
    let Contents { encoding, tables, appeals, exits, notes } =
        open(&input.path, &input.name, &setting.options, &setting.lexicon)?;
    outcome.notes = notes;
    for table in &tables {
        outcome.understood.push(table.understood.clone());
        let district = table.understood.district;
        outcome.districts.push(district.map(|id| setting.district_name(id)));
        must_say_where(table).map_err(|fault| fault.in_sheet(table.understood.sheet.as_deref()))?;
    }
    let source = writer.next_source()?;
    let mut desk = RowDesk::new(setting, request, told, source);
    let mut rows = 0;
    let parts = tables.len() as u64;
    for (part, table) in (0u64..).zip(tables) {
        desk.turn_to(table.understood.clone());
        let mut seen = Seen { input, part, parts, size: size(input), watcher: &mut *watcher };
        rows += import_table(writer, &mut desk, table, outcome, &mut seen)?;
    }
    desk.settle(writer)?;
    // After the projects: those that enter with this file can be named in its lists.
    let mut lists = ListDesk::new(setting, request, input, source);
    for list in &appeals {
        rows += list.rows.len() as u64;
        lists.appeals(writer, list, outcome, watcher)?;
    }
    for list in &exits {
        rows += list.rows.len() as u64;
        lists.exits(writer, list, outcome, watcher)?;
    }
    if outcome.account.rejected == 0 {
        lists.withdraw_unsaid(writer)?;
    }
    if rows == 0 {
        let first = outcome.understood.first();
        let row = first.map(|table| table.header_rows.1);
        let sheet = first.and_then(|table| table.sheet.clone());
        let printed = first.is_some_and(|table| table.preprinted);
        let kind = if printed { Kind::FormEmpty } else { Kind::HeaderOnly };
        return Err(kind.at(Place { sheet, row, ..Place::default() }).into());
    }
    outcome.clues += lists.clues;
    let kept = Kept { source, encoding, lists_wrote: lists.wrote };
    settle(writer, setting, request, input, desk, outcome, kept)
}

/// Month and district are said somewhere.
fn must_say_where(table: &Intake) -> Result<()> {
    let understood = &table.understood;
    let says = |field| understood.mapping.iter().any(|column| column.field == Some(field));
    if understood.month.is_none() && !says(Field::ReportMonth) {
        return Err(Kind::NoMonth.into());
    }
    if understood.district.is_none() && !says(Field::District) && !says(Field::Code) {
        return Err(Kind::NoDistrict.into());
    }
    Ok(())
}

/// Who watches a file being read, and which of its tables it is.
struct Seen<'a> {
    input: &'a InputFile,
    part: u64,
    parts: u64,
    /// Bytes of the file.
    size: u64,
    watcher: &'a mut dyn Watcher,
}

impl Seen<'_> {
    /// Tells how much of the file is done.
    fn progress(&mut self, pace: &Pace, rows: u64) {
        let done = self.part * 1000 + pace.done(rows, self.size);
        self.watcher.progress(self.input, done / self.parts.max(1));
    }
}

fn size(input: &InputFile) -> u64 {
    input.path.metadata().map_or(0, |data| data.len())
}

/// The rows of one table; how many are no titles, sections or notes.
fn import_table(
    writer: &mut Writer<'_>,
    desk: &mut RowDesk<'_>,
    table: Intake,
    outcome: &mut FileOutcome,
    seen: &mut Seen<'_>,
) -> Result<u64> {
    let (understood, frame, pace) = (table.understood.clone(), table.frame.clone(), table.pace());
    let district = understood.district.map(|id| desk.district_name(id));
    let sums = Sums::default();
    let mut taking = Taking { understood, frame, district, sums, stated: vec![], outcome, seen };
    let (mut rows, mut ignored): (u64, u64) = (0, 0);
    table.read_ahead(|read| {
        for row in read {
            rows += 1;
            if rows.is_multiple_of(STEP) {
                taking.seen.progress(&pace, rows);
            }
            match row? {
                Row::Draft(mut draft) => {
                    taking.sums.add(&draft.values);
                    let judged = desk.judge(writer, &mut draft)?;
                    taking.account_for(&draft, judged)?;
                }
                row => {
                    ignored += 1;
                    taking.pass_over(row);
                }
            }
        }
        Ok(())
    })?;
    for total in &taking.stated {
        check(taking.outcome, total.row, &total.amounts, &taking.sums.grand);
    }
    Ok(rows - ignored)
}

/// A table whose rows are being taken, and the account of them.
struct Taking<'a, 'b> {
    understood: Understood,
    frame: Frame,
    /// The name of its district, where it is of one.
    district: Option<String>,
    sums: Sums,
    /// Totals of the whole table: they may stand before the rows they sum.
    stated: Vec<TotalRow>,
    outcome: &'a mut FileOutcome,
    seen: &'a mut Seen<'b>,
}

impl Taking<'_, '_> {
    /// A row that is no project.
    fn pass_over(&mut self, row: Row) {
        self.outcome.count(self.understood.district, RowClass::Ignored);
        match row {
            Row::Total(total) if total.grand => self.stated.push(total),
            // 小计 closes its own section.
            Row::Total(total) => {
                check(self.outcome, total.row, &total.amounts, &self.sums.section);
                self.sums.section = Sum::default();
            }
            Row::Ignored { .. } | Row::Draft(_) => {}
        }
    }

    /// A project, as it was judged: counted, and handed to the watcher where it goes back.
    fn account_for(&mut self, draft: &Draft, judged: Judged) -> Result<()> {
        let Judged { class, district, mut problems, notes, changed } = judged;
        self.outcome.count(district, class);
        for problem in &mut problems {
            problem.place.sheet.clone_from(&self.understood.sheet);
        }
        let rejected = class == RowClass::Rejected;
        if rejected || !notes.is_empty() {
            let row = Returned {
                frame: &self.frame,
                district: self.district.as_deref(),
                month: self.understood.month,
                row: draft.row,
                raw: &draft.raw.to_vec(),
                shade: if rejected { Shade::Rejected } else { Shade::Warned },
                problems: &problems,
                notes: &notes,
                marks: &marks(&self.understood, draft, &problems, &notes),
            };
            self.seen.watcher.returned(self.seen.input, row)?;
        }
        self.outcome.remark(self.understood.sheet.as_deref(), draft.row, notes);
        if let Some(changed) = changed {
            self.outcome.changed(changed);
        }
        if rejected {
            self.outcome.reject(&problems);
            let cell = |field| draft.raw.get(column(&self.understood, field)?.index);
            let code = cell(Field::Code).map(|code| code.trim().to_uppercase());
            let name = cell(Field::Name).map(identity_key);
            self.outcome.returned.extend(code.into_iter().chain(name));
        }
        Ok(())
    }
}

fn check(outcome: &mut FileOutcome, row: u64, stated: &[(Quantity, Usd)], ours: &Sum) {
    for (quantity, stated) in stated {
        let ours = ours[*quantity as usize];
        outcome.totals.push(TotalCheck { row, quantity: *quantity, stated: *stated, ours });
    }
}

/// How a file is kept as the source of what it wrote.
struct Kept {
    source: i64,
    encoding: &'static str,
    /// Its lists wrote something.
    lists_wrote: bool,
}

/// Closes the filings, names what vanished, and records the source if anything was written.
fn settle(
    writer: &mut Writer<'_>,
    setting: &Setting,
    request: &ImportRequest,
    input: &InputFile,
    desk: RowDesk<'_>,
    outcome: &mut FileOutcome,
    kept: Kept,
) -> Result<()> {
    let (seen, wrote, clues) = desk.finish();
    outcome.clues += clues;
    for ((district, month), revision) in seen {
        let mut missing = writer.unreported(district, month)?;
        missing.retain(|(code, name)| !outcome.returns(code, name));
        outcome.filings.push(FilingDone {
            district,
            name: setting.district_name(district),
            month,
            revision,
            missing,
        });
    }
    if !wrote && !kept.lists_wrote {
        return Ok(());
    }
    remember(writer, setting, request, outcome)?;
    let account = &outcome.account;
    writer.put_source(
        kept.source,
        &Source {
            file: input.name.clone(),
            sha256: digest(input)?,
            encoding: kept.encoding.to_owned(),
            new: account.new,
            changed: account.changed,
            unchanged: account.unchanged,
            to_screen: account.to_screen,
            rejected: account.rejected,
            ignored: account.ignored,
        },
    )
}

/// What the clerk said of a sender's 到账 is asked once and remembered.
fn remember(
    writer: &mut Writer<'_>,
    setting: &Setting,
    request: &ImportRequest,
    outcome: &FileOutcome,
) -> Result<()> {
    let sender = outcome.understood.first().and_then(|understood| understood.district);
    match (sender, request.paid_in) {
        (Some(district), Some(way))
            if !setting.options.paid_in_known.contains(&(district, way)) =>
        {
            writer.put_paid_in_way(district, way)
        }
        _ => Ok(()),
    }
}

/// SHA-256 of the file's bytes, so that what was imported can be recognised for ever.
pub(super) fn digest(input: &InputFile) -> Result<String> {
    let unreadable = |error: std::io::Error| Kind::Unreadable {
        path: input.path.display().to_string(),
        detail: error.to_string(),
    };
    let mut file = std::fs::File::open(&input.path).map_err(unreadable)?;
    let mut hasher = Sha256::new();
    let mut block = vec![0; 64 * 1024];
    loop {
        match file.read(&mut block).map_err(unreadable)? {
            0 => break,
            read => hasher.update(&block[..read]),
        }
    }
    Ok(hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}
