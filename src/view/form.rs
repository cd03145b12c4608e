//! The form a district fills in for a month (填报表): sheets, columns, what each cell takes, and what
//! stands printed in it. Drawn as a workbook by `format`.

mod reply;

pub use reply::reply;

use super::names::Frame;
use super::page::Cell;
use crate::desk::feedback::Returned;
use crate::desk::template::{FormFacts, Printed};
use crate::model::Day;
use crate::model::appeal::{Appeal, AppealField};
use crate::model::clue::Urgency;
use crate::model::entry::Basis;
use crate::model::exit::ExitGround;
use crate::model::field::{DATED_STAGES, Field, Quantity};
use crate::model::form::{FormHead, FormWord};
use crate::model::ledger::{AppealColumn, ExitColumn};
use crate::model::stage::Stage;
use crate::model::term::Term;
use crate::model::word::Word;
use crate::model::work::{Timing, WorkItem};

/// Rows left empty for new entries in a list.
const SPARE: u32 = 30;

/// The quantities a district reports every month; the others do not move from month to month.
const MONTHLY: [Quantity; 5] = [
    Quantity::Total,
    Quantity::PlannedFdi,
    Quantity::RegisteredFdi,
    Quantity::PaidIn,
    Quantity::Invested,
];

/// What is asked of a project that is to enter.
const ENTRY: [Field; 16] = [
    Field::Name,
    Field::Investor,
    Field::Parent,
    Field::Origin,
    Field::Industry,
    Field::Money(Quantity::Total),
    Field::Money(Quantity::PlannedFdi),
    Field::Money(Quantity::RegisteredFdi),
    Field::Stage,
    Field::StageDate(Stage::Signed),
    Field::StageDate(Stage::Registered),
    Field::Basis,
    Field::Responsible,
    Field::Tracker,
    Field::Progress,
    Field::Remarks,
];

/// A form to fill in.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    pub head: FormHead,
    /// The day it was made.
    pub made: Day,
    pub sheets: Vec<FormSheet>,
}

/// One sheet to fill in.
#[derive(Debug, Clone, PartialEq)]
pub struct FormSheet {
    pub name: FormWord,
    pub title: FormWord,
    pub columns: Vec<FormColumn>,
    /// Rows with something printed; a cell may hold several parts, each on a line.
    pub rows: Vec<Vec<Vec<Cell>>>,
    /// Empty rows below them.
    pub spare: u32,
    /// Columns that stay in view and stand on every page, from the left.
    pub fixed: u16,
    /// Pages side by side when printed.
    pub across: u16,
}

/// A column of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct FormColumn {
    pub group: Option<FormWord>,
    pub heading: FormHeading,
    pub entry: Entry,
}

/// What stands over a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FormHeading {
    Of(Word),
    /// The same of the month before, for comparison.
    Before(Word),
}

/// What the cells of a column take.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// Nothing: what is on record stands there.
    Printed(Breadth),
    /// A figure of the month before.
    PrintedMoney,
    Text(Breadth),
    Money,
    Date,
    Choice(Choice),
}

/// How much room a column of words takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Breadth {
    Number,
    Code,
    Name,
    Words,
}

/// What a cell with a choice offers.
#[derive(Debug, Clone, PartialEq)]
pub enum Choice {
    Words(Vec<Word>),
    Names(Vec<Cell>),
    /// The projects of the first sheet, by name.
    Projects,
}

fn words<T: Copy + Into<Word>>(all: &[T]) -> Choice {
    Choice::Words(all.iter().map(|one| (*one).into()).collect())
}

/// The form of a district.
pub fn form(frame: &Frame<'_>, facts: &FormFacts) -> Form {
    let sheets = vec![progress(facts), appeals(frame, facts), entries(frame), exits()];
    let district = (facts.district.name.clone(), facts.district.english.clone());
    let head = FormHead::Monthly { district, month: facts.month };
    Form { head, made: frame.scope.today, sheets }
}

fn column(group: Option<FormWord>, of: impl Into<Word>, entry: Entry) -> FormColumn {
    FormColumn { group, heading: FormHeading::Of(of.into()), entry }
}

/// 进展: the district's own projects.
fn progress(facts: &FormFacts) -> FormSheet {
    let identity = Some(FormWord::IdentityGroup);
    let mut columns = vec![
        column(identity, Field::Serial, Entry::Printed(Breadth::Number)),
        column(identity, Field::Code, Entry::Printed(Breadth::Code)),
        column(identity, Field::Name, Entry::Printed(Breadth::Name)),
    ];
    let (stage, money) = (Some(FormWord::StageGroup), Some(FormWord::MoneyGroup));
    let before =
        |group, of: Word, entry| FormColumn { group, heading: FormHeading::Before(of), entry };
    columns.push(before(stage, Field::Stage.into(), Entry::Printed(Breadth::Code)));
    columns.push(column(stage, Field::Stage, Entry::Choice(words(Stage::ALL))));
    for dated in DATED_STAGES {
        columns.push(column(stage, Field::StageDate(dated), Entry::Date));
    }
    for quantity in MONTHLY {
        columns.push(before(money, quantity.into(), Entry::PrintedMoney));
        columns.push(column(money, quantity, Entry::Money));
    }
    for item in WorkItem::ALL {
        for timing in Timing::ALL {
            let field = Field::Work(*item, *timing);
            columns.push(column(Some(FormWord::WorkGroup), field, Entry::Date));
        }
    }
    let words = Some(FormWord::WordsGroup);
    columns.push(column(words, Field::Progress, Entry::Text(Breadth::Words)));
    columns.push(column(words, Field::Problem, Entry::Text(Breadth::Words)));
    let rows = facts.projects.iter().zip(1..).map(|(project, number)| printed(project, number));
    FormSheet {
        name: FormWord::ProgressSheet,
        title: FormWord::ProgressTitle,
        rows: rows.map(|row| pad(row, columns.len())).collect(),
        columns,
        spare: 0,
        fixed: 3,
        across: 5,
    }
}

/// What is printed of a project: number, code and name, then last month's figures in their places.
fn printed(project: &Printed, number: u64) -> Vec<Vec<Cell>> {
    let mut row = vec![
        vec![Cell::Count(number)],
        vec![Cell::Code(project.code.clone())],
        vec![Cell::Text(project.name.clone())],
        project.before.map_or(Vec::new(), |before| vec![Cell::word(before.stage)]),
    ];
    row.extend((0..=DATED_STAGES.len()).map(|_| Vec::new()));
    for quantity in MONTHLY {
        let before = project.before.and_then(|before| before.amounts.get(quantity));
        row.push(before.map_or(Vec::new(), |amount| vec![Cell::Money(amount)]));
        row.push(Vec::new());
    }
    row
}

fn pad(mut row: Vec<Vec<Cell>>, width: usize) -> Vec<Vec<Cell>> {
    row.resize(width, Vec::new());
    row
}

/// 诉求清单: what was sent back, then room for new ones.
fn appeals(frame: &Frame<'_>, facts: &FormFacts) -> FormSheet {
    use AppealColumn::*;
    let departments = frame.directory.departments.iter();
    let departments = departments.map(|known| frame.department(known.id)).collect();
    let categories = frame.directory.categories.iter();
    let categories = categories.map(|known| frame.category(Some(known.id))).collect();
    let text = Entry::Text;
    let columns = vec![
        column(None, Serial, text(Breadth::Number)),
        column(None, Appeal, Entry::Printed(Breadth::Code)),
        column(None, Name, Entry::Choice(Choice::Projects)),
        column(None, Category, Entry::Choice(Choice::Names(categories))),
        column(None, Background, text(Breadth::Words)),
        column(None, Crux, text(Breadth::Words)),
        column(None, Purpose, text(Breadth::Words)),
        column(None, Department, Entry::Choice(Choice::Names(departments))),
        column(None, Assist, text(Breadth::Name)),
        column(None, Advice, text(Breadth::Words)),
        column(None, City, Entry::Choice(Choice::Words(vec![Term::Yes.into(), Term::No.into()]))),
        column(None, Urgency, Entry::Choice(words(crate::model::clue::Urgency::ALL))),
        column(None, Amount, Entry::Money),
        column(None, RaisedBy, text(Breadth::Code)),
        column(None, RaisedOn, Entry::Date),
        column(None, Lacking, Entry::Printed(Breadth::Words)),
    ];
    let rows = facts.returned.iter().zip(1..);
    let rows = rows.map(|((appeal, one), number)| sent_back(frame, appeal, one, number));
    FormSheet {
        name: FormWord::AppealSheet,
        title: FormWord::AppealTitle,
        rows: rows.collect(),
        columns,
        spare: SPARE,
        fixed: 3,
        across: 2,
    }
}

/// An appeal that was sent back, as it was written, and what it lacks.
fn sent_back(frame: &Frame<'_>, appeal: &Appeal, one: &Returned, number: u64) -> Vec<Vec<Cell>> {
    let text =
        |field| appeal.text(field).map_or(Vec::new(), |text| vec![Cell::Text(text.to_owned())]);
    let names = |ids: &[i64]| ids.iter().map(|id| frame.department(*id)).collect::<Vec<_>>();
    let (lead, assist) = appeal.departments.split_at(appeal.departments.len().min(1));
    let reason = one.sent_back.iter().filter_map(|(_, reason)| reason.clone()).map(Cell::Text);
    let findings = one.findings.iter().cloned().map(Cell::Finding);
    let urgency = if appeal.urgent { Urgency::Urgent } else { Urgency::Normal };
    vec![
        vec![Cell::Count(number)],
        vec![Cell::Code(appeal.code.clone())],
        vec![Cell::Text(one.appeal.project_name.clone())],
        vec![frame.category(appeal.category)],
        text(AppealField::Background),
        text(AppealField::Problem),
        text(AppealField::Purpose),
        names(lead),
        names(assist),
        text(AppealField::Suggestion),
        vec![Cell::Flag(true)],
        vec![Cell::word(urgency)],
        appeal.amount.map_or(Vec::new(), |amount| vec![Cell::Money(amount)]),
        appeal.raised_by.clone().map_or(Vec::new(), |by| vec![Cell::Text(by)]),
        appeal.raised_on.map_or(Vec::new(), |on| vec![Cell::Day(on)]),
        reason.chain(findings).collect(),
    ]
}

/// 拟新增入库
fn entries(frame: &Frame<'_>) -> FormSheet {
    let origins = frame.directory.origins.iter().map(|origin| Cell::Name {
        zh: origin.name.clone(),
        en: origin.english.clone(),
        key: origin.key.clone(),
    });
    let origins: Vec<Cell> = origins.collect();
    let mut columns = vec![column(None, Field::Serial, Entry::Text(Breadth::Number))];
    columns.extend(ENTRY.into_iter().map(|field| {
        let entry = match field {
            Field::Money(_) => Entry::Money,
            Field::StageDate(_) => Entry::Date,
            Field::Stage => Entry::Choice(words(Stage::ALL)),
            Field::Basis => Entry::Choice(words(Basis::ALL)),
            Field::Origin => Entry::Choice(Choice::Names(origins.clone())),
            Field::Progress | Field::Remarks => Entry::Text(Breadth::Words),
            Field::Tracker | Field::Industry => Entry::Text(Breadth::Code),
            _ => Entry::Text(Breadth::Name),
        };
        column(None, field, entry)
    }));
    FormSheet {
        name: FormWord::EntrySheet,
        title: FormWord::EntryTitle,
        rows: Vec::new(),
        columns,
        spare: SPARE,
        fixed: 2,
        across: 2,
    }
}

/// 拟移出
fn exits() -> FormSheet {
    use ExitColumn::*;
    let columns = vec![
        column(None, Serial, Entry::Text(Breadth::Number)),
        column(None, Name, Entry::Choice(Choice::Projects)),
        column(None, Ground, Entry::Choice(words(ExitGround::ALL))),
        column(None, Reason, Entry::Text(Breadth::Words)),
        column(None, Successor, Entry::Choice(Choice::Projects)),
        column(None, Day, Entry::Date),
    ];
    FormSheet {
        name: FormWord::ExitSheet,
        title: FormWord::ExitTitle,
        rows: Vec::new(),
        columns,
        spare: SPARE,
        fixed: 2,
        across: 1,
    }
}
