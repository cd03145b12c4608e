//! The page of `summary changes`: what entered, left, moved, stalled and changed between two states,
//! what became of appeals, and of decisions and instructions.

pub(super) mod matters;

use super::names::Frame;
use super::page::{Cell, Column, Page, Row, Table};
use crate::desk::changes::Compared;
use crate::model::field::Field;
use crate::model::note::Note;
use crate::model::term::Term;
use crate::report::changes::{Counts, Line, Move};

pub fn changes(frame: &Frame<'_>, compared: &Compared) -> Page {
    let found = &compared.changes;
    let mut tables = vec![districts(frame, compared), growth(frame, compared)];
    let matters = matters::counts(frame, compared);
    let told = !matters.is_empty();
    tables.extend(matters);
    tables.extend(lines(frame, Term::EnteredProjects, &found.entered));
    tables.extend(left(frame, compared));
    tables.extend(moves(frame, Term::Advanced, &found.advanced));
    tables.extend(moves(frame, Term::FellBack, &found.fell_back));
    tables.extend(lines(frame, Term::Stalled, &found.stalled));
    tables.extend(amounts(frame, compared));
    tables.extend(matters::lists(frame, compared));
    let mut page = frame.page(Term::SummaryChanges, tables);
    page.heading[0] = ends(compared);
    page.heading.push(in_brief(compared));
    page.notes.push(Note::ClocksUntil { month: compared.clock });
    page.notes.push(Note::ExampleThreshold);
    if told {
        page.notes.push(Note::AppealChangesMeaning);
    }
    page
}

/// The states compared.
pub(super) fn ends(compared: &Compared) -> Note {
    Note::Compared {
        from_day: compared.from.today,
        from_month: compared.from.month,
        to_day: compared.to.today,
        to_month: compared.to.month,
    }
}

pub(super) fn in_brief(compared: &Compared) -> Note {
    let (found, appeals, tasks) = (&compared.changes.whole, &compared.appeals, &compared.tasks);
    Note::ChangesInBrief {
        entered: found.entered,
        left: found.left,
        advanced: found.advanced,
        fell_back: found.fell_back,
        stalled: found.stalled,
        paid_in: found.paid_in,
        new_appeals: appeals.whole.new,
        solved: appeals.whole.solved,
        in_hand: appeals.whole.closing,
        new_tasks: tasks.new.len() as u64,
        done: tasks.done.len() as u64,
        open: tasks.open.len() as u64,
    }
}

pub(super) fn districts(frame: &Frame<'_>, compared: &Compared) -> Table {
    let cells = |name: Cell, counts: &Counts| {
        vec![
            name,
            Cell::Count(counts.before),
            Cell::Count(counts.entered),
            Cell::Count(counts.left),
            Cell::Count(counts.after),
            Cell::Count(counts.advanced),
            Cell::Count(counts.fell_back),
            Cell::Count(counts.stalled),
            Cell::Count(counts.amounts),
        ]
    };
    Table {
        title: Term::ChangesByDistrict,
        columns: vec![
            Column::text(Term::District),
            Column::number(Term::Opening),
            Column::number(Term::EnteredProjects),
            Column::number(Term::LeftProjects),
            Column::number(Term::Closing),
            Column::number(Term::Advanced),
            Column::number(Term::FellBack),
            Column::number(Term::Stalled),
            Column::number(Term::AmountsChanged),
        ],
        rows: by_district(frame, compared, cells),
    }
}

/// By how much the sums grew.
pub(super) fn growth(frame: &Frame<'_>, compared: &Compared) -> Table {
    let cells = |name: Cell, counts: &Counts| {
        vec![name, Cell::Money(counts.total), Cell::Money(counts.paid_in)]
    };
    Table {
        title: Term::Growth,
        columns: vec![
            Column::text(Term::District),
            Column::money(Term::TotalGrowth),
            Column::money(Term::PaidInGrowth),
        ],
        rows: by_district(frame, compared, cells),
    }
}

/// A row for every district, and the total.
fn by_district(
    frame: &Frame<'_>,
    compared: &Compared,
    cells: impl Fn(Cell, &Counts) -> Vec<Cell>,
) -> Vec<Row> {
    let districts = frame.directory.districts.iter().map(|district| {
        let counts = compared.changes.districts.get(&district.id).copied().unwrap_or_default();
        Row::data(cells(frame.district(district.id), &counts))
    });
    let total = Row::total(cells(Cell::word(Term::Total), &compared.changes.whole));
    districts.chain([total]).collect()
}

fn project(frame: &Frame<'_>, line: &Line) -> Vec<Cell> {
    vec![
        Cell::Code(line.code.clone()),
        Cell::Text(line.name.clone()),
        frame.district(line.district),
    ]
}

fn columns() -> Vec<Column> {
    vec![Column::short(Term::Code), Column::text(Term::Name), Column::short(Term::District)]
}

pub(super) fn lines(frame: &Frame<'_>, title: Term, lines: &[Line]) -> Option<Table> {
    let rows = lines.iter().map(|line| {
        let mut cells = project(frame, line);
        cells.extend([Cell::word(line.stage), Cell::money(line.total)]);
        Row::data(cells)
    });
    let mut columns = columns();
    columns.extend([Column::short(Term::Stage), Column::money(Term::TotalInvestment)]);
    (!lines.is_empty()).then(|| Table { title, columns, rows: rows.collect() })
}

pub(super) fn left(frame: &Frame<'_>, compared: &Compared) -> Option<Table> {
    let lines = &compared.changes.left;
    let rows = lines.iter().map(|line| {
        let mut cells = project(frame, line);
        let exit = compared.exits.get(&line.id);
        cells.extend([
            Cell::word(line.stage),
            exit.and_then(|exit| exit.day).map_or(Cell::Blank, Cell::Day),
            exit.and_then(|exit| exit.ground).map_or(Cell::Blank, Cell::word),
            Cell::optional(exit.and_then(|exit| exit.reason.as_deref())),
            Cell::optional(exit.and_then(|exit| exit.approver.as_deref())),
        ]);
        Row::data(cells)
    });
    let mut columns = columns();
    columns.extend([
        Column::short(Term::Stage),
        Column::short(Term::Left),
        Column::short(Term::Ground),
        Column::text(Term::Reason),
        Column::short(Term::Approver),
    ]);
    let title = Term::LeftProjects;
    (!lines.is_empty()).then(|| Table { title, columns, rows: rows.collect() })
}

pub(super) fn moves(frame: &Frame<'_>, title: Term, moves: &[Move]) -> Option<Table> {
    let rows = moves.iter().map(|moved| {
        let mut cells = project(frame, &moved.project);
        cells.extend([Cell::word(moved.from), Cell::word(moved.project.stage)]);
        Row::data(cells)
    });
    let mut columns = columns();
    columns.extend([Column::short(Term::Before), Column::short(Term::After)]);
    (!moves.is_empty()).then(|| Table { title, columns, rows: rows.collect() })
}

fn amounts(frame: &Frame<'_>, compared: &Compared) -> Option<Table> {
    let amounts = &compared.changes.amounts;
    let rows = amounts.iter().map(|change| {
        let mut cells = project(frame, &change.project);
        cells.extend([
            Cell::word(Field::Money(change.quantity)),
            Cell::money(change.before),
            Cell::money(change.after),
        ]);
        Row::data(cells)
    });
    let mut columns = columns();
    columns.extend([
        Column::short(Term::Field),
        Column::money(Term::Before),
        Column::money(Term::After),
    ]);
    let title = Term::AmountsChanged;
    (!amounts.is_empty()).then(|| Table { title, columns, rows: rows.collect() })
}
