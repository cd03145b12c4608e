//! What districts send (CSV and workbooks): bytes to drafts. Knows no database, no labels, and prints nothing.
//! The outer `Err` means the file is unusable; what is wrong with one row stands in its draft.

mod ahead;
mod amount;
mod book;
mod caption;
mod cells;
mod date;
mod decode;
mod draft;
mod facts;
mod frame;
mod header;
mod heading;
mod intake;
pub mod ledger;
mod locate;
mod measure;
pub mod problem;
pub mod prose;
mod receipt;
mod rowkind;
mod sheet;
mod sniff;
pub mod value;
mod whole;
mod words;

#[cfg(test)]
mod tests;

pub use cells::Cells;
pub use intake::{Intake, Pace};
pub use receipt::{Receipt, as_written};

use decode::Form;
use ledger::Ledger;
use locate::{Found, find_tables};

use crate::error::{Refusal, Result};
use crate::model::Day;
use crate::model::field::{Field, Quantity};
use crate::model::filing::PaidInBasis;
use crate::model::ledger::{AppealColumn, ExitColumn};
use crate::model::money::{Currency, Unit, Usd};
use crate::model::month::Month;
use crate::model::note::Note;
use crate::model::receipt::Written;
use crate::model::value::Value;
use std::path::Path;

/// The names the library knows, handed in by `desk` as plain data.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// Every alias of every district, with the district's id; a district's own name comes first.
    pub districts: Vec<(String, i64)>,
    /// Every alias of every origin, with the origin's key.
    pub origins: Vec<(String, String)>,
    /// Headings that senders are known to use.
    pub headings: Vec<SenderHeading>,
}

/// A heading of a sender's own, and what it means there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SenderHeading {
    /// `None`: whoever sends it.
    pub district: Option<i64>,
    pub heading: String,
    pub field: Field,
}

/// What the clerk said about the file, and the day.
#[derive(Debug, Clone)]
pub struct Options {
    pub month: Option<Month>,
    pub district: Option<i64>,
    pub encoding: Option<String>,
    pub unit: Option<Unit>,
    /// How the paid-in column is written, where its heading does not say.
    pub paid_in: Option<PaidInBasis>,
    /// The same as remembered of each district.
    pub paid_in_known: Vec<(i64, PaidInBasis)>,
    /// What to do with hidden rows, columns and sheets; asked for where there are any.
    pub hidden: Option<HiddenParts>,
    pub today: Day,
}

/// What to do with what a person does not see in a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HiddenParts {
    Include,
    Skip,
}

/// How a table was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Understood {
    /// The name on the tab, where the table is a sheet of a workbook.
    pub sheet: Option<String>,
    /// `UTF-8`, `GB18030`, `UTF-16LE`, `UTF-16BE`, `XLSX`, `XLS` or `HTML`.
    pub encoding: &'static str,
    /// First and last line of the header.
    pub header_rows: (u64, u64),
    pub mapping: Vec<MappedColumn>,
    /// The unit that holds for the whole sheet, in US dollars.
    pub unit: Option<Unit>,
    pub district: Option<i64>,
    pub month: Option<Month>,
    /// A form on which the projects and last month's figures are printed: a row in which nothing
    /// was filled in is no report.
    pub preprinted: bool,
    /// How the paid-in column is written; `None` without such a column.
    pub paid_in: Option<PaidInBasis>,
}

/// A column with a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MappedColumn {
    /// Place in the row, from 0.
    pub index: usize,
    /// The lowest heading, or `group-leaf` where the leaf alone says too little.
    pub heading: String,
    /// `None`: not understood, and not read.
    pub field: Option<Field>,
    pub unit: Option<Unit>,
    pub currency: Option<Currency>,
}

/// What a row turned out to be. Rows without any text are not counted at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    Draft(Draft),
    /// 小计, 合计, 总计, 总合计
    Total(TotalRow),
    /// Section, index row (甲 乙 1 2 3), foot note, repeated header, a lone 序号.
    Ignored {
        row: u64,
    },
}

/// A row of totals, with the amounts it claims in US dollars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TotalRow {
    pub row: u64,
    /// 合计 or 总合计 of the whole sheet, rather than 小计.
    pub grand: bool,
    pub amounts: Vec<(Quantity, Usd)>,
}

/// A project as a row gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The line of the file where the record starts, from 1.
    pub row: u64,
    /// The cells as they stand.
    pub raw: Cells,
    /// Only cells that say something.
    pub values: Vec<(Field, Value)>,
    pub problems: Vec<Refusal>,
    pub notes: Vec<Note>,
    /// The columns of which the notes speak.
    pub doubts: Vec<usize>,
}

/// What a file holds: tables of projects, one of a text file and any number of a workbook; lists;
/// and what is to be said of the rest.
pub struct Contents {
    /// As in [`Understood`].
    pub encoding: &'static str,
    pub tables: Vec<Intake>,
    /// 诉求清单
    pub appeals: Vec<Ledger<AppealColumn>>,
    /// 拟移出
    pub exits: Vec<Ledger<ExitColumn>>,
    pub notes: Vec<Note>,
}

/// Opens a file a district sent. `name` is the file name as shown to people.
///
/// # Errors
/// What makes the file unusable as a whole.
pub fn open(path: &Path, name: &str, options: &Options, lexicon: &Lexicon) -> Result<Contents> {
    open_tables(path, name, options, lexicon).map_err(|fault| fault.in_file(name))
}

fn open_tables(path: &Path, name: &str, options: &Options, lexicon: &Lexicon) -> Result<Contents> {
    let Found { encoding, tables: found, appeals, exits, mut notes } =
        find_tables(path, options, lexicon)?;
    let mut tables = Vec::with_capacity(found.len());
    for table in found {
        let sheet = table.name.clone();
        let intake = Intake::open(table, name, options, lexicon);
        tables.push(intake.map_err(|fault| fault.in_sheet(sheet.as_deref()))?);
    }
    notes.extend(whole::leave_out(&mut tables));
    let appeals = appeals.into_iter().map(|list| list.settle(name, options, lexicon));
    let appeals = appeals.collect::<Result<Vec<_>>>()?;
    let exits = exits.into_iter().map(|list| list.settle(name, options, lexicon));
    let exits = exits.collect::<Result<Vec<_>>>()?;
    Ok(Contents { encoding, tables, appeals, exits, notes })
}

/// Hands over the rows of a workbook's sheet, by number: each cell as it was written, and the text
/// it is read as.
///
/// # Errors
/// The file is no longer what it was, or `take` refuses.
pub fn each_written(
    path: &Path,
    sheet: &str,
    take: impl FnMut(u64, &[(Written, String)]) -> Result<()>,
) -> Result<()> {
    match decode::form(path, None)? {
        Form::Text(_) => Ok(()),
        Form::Book(kind) => book::each_written(path, kind, sheet, take),
    }
}
