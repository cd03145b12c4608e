//! A page: headings, sentences and grids of typed cells, from which every format is drawn. What a
//! meeting freezes is pages: a kind of cell, a word or a sentence may be added, never renamed.

use crate::model::Day;
use crate::model::date::Dated;
use crate::model::finding::{Finding, RuleVersion, Seen};
use crate::model::money::{Unit, Usd};
use crate::model::month::Month;
use crate::model::note::Note;
use crate::model::term::Term;
use crate::model::word::Word;
use serde::{Deserialize, Serialize};

/// Everything a command prints on stdout.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// Names the page: its title for people, its key for machines.
    pub title: Term,
    /// What the library had on record at the end of this day.
    pub as_of: Day,
    /// The report month whose state is shown; `None`: today's register.
    pub month: Option<Month>,
    /// Unit in which amounts are printed for people (JSON always has cents).
    pub unit: Unit,
    /// The city of the library, shown before the title; empty for a blank city.
    pub place: String,
    /// Sentences above the tables.
    pub heading: Vec<Note>,
    pub tables: Vec<Table>,
    /// Sentences below the tables.
    pub notes: Vec<Note>,
}

/// One grid.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Table {
    pub title: Term,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

/// A column: its heading and how its cells stand.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Column {
    pub heading: Word,
    pub kind: ColumnKind,
    /// What it says together with the columns beside it that have the same group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Word>,
}

/// What a column's cells are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// Left, may wrap.
    Text,
    /// Left, never wraps: codes, dates, short words.
    Short,
    /// Right: counts and shares.
    Number,
    /// Right, with the page's unit in the heading.
    Money,
    /// Left empty, to be written in by hand: on paper its rows are tall.
    Writing,
}

/// What a row is in its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    Data,
    /// 其中 or a detail of the row above.
    Detail,
    /// 合计
    Total,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    pub kind: RowKind,
    pub cells: Vec<Cell>,
}

/// One typed cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    /// Unknown or not applicable.
    Blank,
    /// Names and free text.
    Text(String),
    /// Codes such as `XM2020-0001`.
    Code(String),
    /// A name in both languages (districts, departments, origins), chosen when printed.
    Name {
        zh: String,
        en: String,
        key: String,
    },
    Count(u64),
    Number(i64),
    Money(Usd),
    /// A mean: rounded for people, to the cent for machines.
    Mean(Usd),
    /// n of N: printed `97/193 (50.3%)`, computed from unrounded figures.
    Share {
        n: u64,
        of: u64,
    },
    /// n of N without its percentage, where many stand beside each other.
    Part {
        n: u64,
        of: u64,
    },
    /// Tenths, printed with one decimal.
    Tenths(u64),
    /// A mean of counts, printed with one decimal; blank of nothing.
    Average {
        sum: u64,
        of: u64,
    },
    /// A share of money, printed as a percentage with one decimal.
    MoneyShare {
        part: Usd,
        of: Usd,
    },
    Day(Day),
    Dated(Dated),
    Month(Month),
    Flag(bool),
    Word(Word),
    /// The name of an amount, with the page's unit behind it.
    Measured(Word),
    /// Several words, joined when printed.
    Words(Vec<Word>),
    /// An exchange rate times 10⁶.
    Rate(i64),
    /// The value of a standard, with its unit.
    Threshold(RuleVersion),
    /// The value a rule saw.
    Seen(Seen),
    /// A rule's finding as a sentence.
    Finding(Finding),
    /// A sentence.
    Note(Note),
}

impl Column {
    pub const fn new(heading: Word, kind: ColumnKind) -> Column {
        Column { heading, kind, group: None }
    }

    /// The column under the heading of a group.
    pub fn under(self, group: impl Into<Word>) -> Column {
        Column { group: Some(group.into()), ..self }
    }

    pub fn text(heading: impl Into<Word>) -> Column {
        Column::new(heading.into(), ColumnKind::Text)
    }

    pub fn short(heading: impl Into<Word>) -> Column {
        Column::new(heading.into(), ColumnKind::Short)
    }

    pub fn number(heading: impl Into<Word>) -> Column {
        Column::new(heading.into(), ColumnKind::Number)
    }

    pub fn money(heading: impl Into<Word>) -> Column {
        Column::new(heading.into(), ColumnKind::Money)
    }

    pub fn writing(heading: impl Into<Word>) -> Column {
        Column::new(heading.into(), ColumnKind::Writing)
    }
}

impl Row {
    pub fn data(cells: Vec<Cell>) -> Row {
        Row { kind: RowKind::Data, cells }
    }

    pub fn detail(cells: Vec<Cell>) -> Row {
        Row { kind: RowKind::Detail, cells }
    }

    pub fn total(cells: Vec<Cell>) -> Row {
        Row { kind: RowKind::Total, cells }
    }
}

impl Table {
    /// The table without the columns that are not wanted, told by their headings and cells.
    pub fn without(mut self, unwanted: impl Fn(&Column, &[&Cell]) -> bool) -> Table {
        for at in (0..self.columns.len()).rev() {
            let cells: Vec<&Cell> = self.rows.iter().filter_map(|row| row.cells.get(at)).collect();
            if unwanted(&self.columns[at], &cells) {
                self.columns.remove(at);
                for row in self.rows.iter_mut().filter(|row| row.cells.len() > at) {
                    row.cells.remove(at);
                }
            }
        }
        self
    }
}

impl Cell {
    /// Text, or blank.
    pub fn optional(text: Option<&str>) -> Cell {
        text.map_or(Cell::Blank, |text| Cell::Text(text.to_owned()))
    }

    /// An amount, or blank where none is known.
    pub fn money(amount: Option<Usd>) -> Cell {
        amount.map_or(Cell::Blank, Cell::Money)
    }

    pub fn word(word: impl Into<Word>) -> Cell {
        Cell::Word(word.into())
    }
}
