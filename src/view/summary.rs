//! The pages of `summary`: n/N, unit, what is counted, a remainder row, one decimal.

use super::names::Frame;
use super::page::{Cell, Column, Page, Row, RowKind, Table};
use crate::desk::summary::{DistrictTable, PeopleTables};
use crate::model::brief::Exception;
use crate::model::field::Field;
use crate::model::note::Note;
use crate::model::origin::OriginGroup;
use crate::model::term::Term;
use crate::model::word::Word;
use crate::report::breakdown::{Breakdown, StageTable};
use crate::report::overview::Overview;
use crate::report::tally::Tally;

/// The figures of the overview in one table of indicators, then stages, origins and exceptions.
pub fn overview(frame: &Frame<'_>, overview: &Overview) -> Page {
    let tables = vec![
        indicators(&overview.whole),
        stage_table(&overview.stages),
        origin_table(&overview.origins),
    ];
    let mut page = finish(frame, Term::SummaryOverview, tables, &overview.whole);
    if !overview.exceptions.is_empty() {
        page.tables.push(exceptions(&overview.exceptions));
    }
    page
}

pub(super) fn indicators(whole: &Tally) -> Table {
    let row = |term: Term, cell: Cell| Row::data(vec![Cell::word(term), cell]);
    Table {
        title: Term::Indicator,
        columns: vec![Column::short(Term::Indicator), Column::money(Term::Value)],
        rows: vec![
            row(Term::Projects, Cell::Count(whole.projects)),
            row(Term::TotalInvestment, Cell::Money(whole.total)),
            row(Term::NewFdi, Cell::Money(whole.new_fdi)),
            row(Term::PaidIn, Cell::Money(whole.paid_in)),
            row(Term::MeanInvestment, whole.mean().map_or(Cell::Blank, Cell::Mean)),
            row(Term::Large, Cell::Share { n: whole.large, of: whole.projects }),
        ],
    }
}

fn exceptions(exceptions: &[Exception]) -> Table {
    let rows = exceptions.iter().map(|exception| {
        Row::data(vec![
            Cell::Code(exception.code.clone()),
            Cell::Text(exception.name.clone()),
            Cell::Day(exception.day),
            Cell::Text(exception.reason.clone()),
            Cell::Text(exception.approver.clone()),
        ])
    });
    Table {
        title: Term::Exceptions,
        columns: vec![
            Column::short(Term::Code),
            Column::text(Term::Name),
            Column::short(Term::Entered),
            Column::text(Term::Reason),
            Column::text(Term::Approver),
        ],
        rows: rows.collect(),
    }
}

/// The columns every breakdown shares.
fn columns(heading: impl Into<Word>) -> Vec<Column> {
    vec![
        Column::text(heading),
        Column::number(Term::Projects),
        Column::money(Term::TotalInvestment),
        Column::money(Term::NewFdi),
        Column::number(Term::Large),
    ]
}

fn cells(first: Cell, tally: &Tally, whole: &Tally) -> Vec<Cell> {
    vec![
        first,
        Cell::Share { n: tally.projects, of: whole.projects },
        Cell::Money(tally.total),
        Cell::Money(tally.new_fdi),
        Cell::Share { n: tally.large, of: tally.projects },
    ]
}

/// A table of a breakdown; a remainder row (未明确) where there is one, and the total.
fn table<K>(
    title: Term,
    heading: impl Into<Word>,
    breakdown: &Breakdown<K>,
    remainder: Term,
    name: impl Fn(&K) -> Cell,
) -> Table {
    let whole = &breakdown.whole;
    let mut rows: Vec<Row> = breakdown
        .rows
        .iter()
        .map(|(key, tally)| Row::data(cells(name(key), tally, whole)))
        .collect();
    rows.push(Row::data(cells(Cell::word(remainder), &breakdown.remainder, whole)));
    rows.push(Row::total(cells(Cell::word(Term::Total), whole, whole)));
    Table { title, columns: columns(heading), rows }
}

pub(super) fn stage_table(stages: &StageTable) -> Table {
    let whole = &stages.whole;
    let mut rows = Vec::new();
    for (group, sum, within) in &stages.groups {
        rows.push(Row::data(cells(Cell::word(*group), sum, whole)));
        if within.len() > 1 {
            for (stage, tally) in within {
                rows.push(Row::detail(cells(Cell::word(*stage), tally, whole)));
            }
        }
    }
    rows.push(Row::total(cells(Cell::word(Term::Total), whole, whole)));
    Table { title: Term::SummaryStage, columns: columns(Term::Stage), rows }
}

pub(super) fn origin_table(origins: &Breakdown<OriginGroup>) -> Table {
    table(Term::SummaryOrigin, Term::OriginGroup, origins, Term::Unknown, |group| {
        Cell::word(*group)
    })
}

pub fn stage(frame: &Frame<'_>, stages: &StageTable) -> Page {
    finish(frame, Term::SummaryStage, vec![stage_table(stages)], &stages.whole)
}

pub fn origin(frame: &Frame<'_>, origins: &Breakdown<OriginGroup>) -> Page {
    finish(frame, Term::SummaryOrigin, vec![origin_table(origins)], &origins.whole)
}

pub fn industry(frame: &Frame<'_>, industries: &Breakdown<String>) -> Page {
    let name = |text: &String| Cell::Text(text.clone());
    let table = table(Term::SummaryIndustry, Term::Industry, industries, Term::Unknown, name);
    finish(frame, Term::SummaryIndustry, vec![table], &industries.whole)
}

pub fn people(frame: &Frame<'_>, people: &PeopleTables) -> Page {
    let tables = [
        (Term::ByLeader, Field::Leader, &people.leader),
        (Term::ByResponsible, Field::Responsible, &people.responsible),
        (Term::ByTracker, Field::Tracker, &people.tracker),
    ];
    let tables = tables.into_iter().map(|(title, heading, breakdown)| {
        table(title, heading, breakdown, Term::Unassigned, |text| Cell::Text(text.clone()))
    });
    finish(frame, Term::SummaryLeader, tables.collect(), &people.leader.whole)
}

pub fn district(frame: &Frame<'_>, districts: &DistrictTable) -> Page {
    let whole = &districts.breakdown.whole;
    let mut table =
        table(Term::SummaryDistrict, Term::District, &districts.breakdown, Term::Remainder, |id| {
            frame.district(*id)
        });
    table.columns.push(Column::money(Term::PaidIn));
    table.columns.push(Column::short(Term::Reported));
    let ids: Vec<i64> = districts.breakdown.rows.iter().map(|(id, _)| *id).collect();
    let mut reported = 0;
    for (place, row) in table.rows.iter_mut().enumerate() {
        let tally = districts.breakdown.rows.get(place).map(|(_, tally)| tally);
        let paid_in = match (tally, row.kind) {
            (Some(tally), _) => tally.paid_in,
            (None, RowKind::Total) => whole.paid_in,
            (None, _) => districts.breakdown.remainder.paid_in,
        };
        row.cells.push(Cell::Money(paid_in));
        row.cells.push(match ids.get(place) {
            Some(id) => {
                let filed = districts.filings.iter().any(|filing| filing.district == *id);
                reported += u64::from(filed);
                Cell::word(if filed { Term::Yes } else { Term::No })
            }
            None if row.kind == RowKind::Total => Cell::Share { n: reported, of: ids.len() as u64 },
            None => Cell::Blank,
        });
    }
    let mut page = finish(frame, Term::SummaryDistrict, vec![table], whole);
    page.notes.insert(1, reported_of(frame));
    page
}

/// Which report the table of districts speaks of.
pub(super) fn reported_of(frame: &Frame<'_>) -> Note {
    Note::ReportedOf { month: frame.scope.reporting }
}

fn finish(frame: &Frame<'_>, title: Term, tables: Vec<Table>, whole: &Tally) -> Page {
    let mut page = frame.page(title, tables);
    page.notes.push(Note::Base { count: whole.projects });
    page.notes.push(Note::NewFdiMeaning);
    page.notes.push(Note::Rounding);
    page.notes.push(Note::ListHint);
    page
}

/// All that a meeting needs: the overview, the industries and the districts on one page.
pub fn meeting(frame: &Frame<'_>, figures: &Overview, districts: &DistrictTable) -> Page {
    let mut page = overview(frame, figures);
    let place = page.tables.len() - usize::from(!figures.exceptions.is_empty());
    let more = [industry(frame, &figures.industries), district(frame, districts)];
    let more: Vec<Table> = more.into_iter().flat_map(|page| page.tables).collect();
    page.tables.splice(place..place, more);
    page.notes.insert(1, reported_of(frame));
    page
}
