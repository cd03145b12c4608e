//! The page of `show`: one project, everything on record.

use super::names::Frame;
use super::page::{Cell, Column, Page, Row, Table};
use crate::desk::show::Portfolio;
use crate::model::dossier::Fact;
use crate::model::field::{Field, FieldType, Quantity};
use crate::model::note::Note;
use crate::model::term::Term;
use crate::model::work::Timing;

pub fn show(frame: &Frame<'_>, portfolio: &Portfolio) -> Page {
    let mut tables = vec![facts(frame, portfolio), amounts(frame, portfolio)];
    tables.extend(milestones(portfolio));
    tables.extend(works(portfolio));
    tables.extend(originals(portfolio));
    tables.extend(reports(portfolio));
    tables.extend(super::bonds::bonds(portfolio));
    tables.extend(findings(portfolio));
    let mut page = frame.page(Term::ProjectShow, tables);
    if let Some(overridden) = portfolio.verdict.as_ref().and_then(|v| v.overridden.as_ref()) {
        page.notes.push(Note::EnteredByOverride {
            code: portfolio.dossier.project.code.clone(),
            approver: overridden.approver.clone(),
        });
    }
    if let Some(overridden) = portfolio.exit.as_ref().and_then(|v| v.overridden.as_ref())
        && portfolio.dossier.project.left.is_some()
    {
        page.notes.push(Note::LeftByOverride {
            code: portfolio.dossier.project.code.clone(),
            approver: overridden.approver.clone(),
        });
    }
    page
}

fn facts(frame: &Frame<'_>, portfolio: &Portfolio) -> Table {
    let plain = Field::all()
        .filter(|field| !matches!(field.kind(), FieldType::Money | FieldType::Date))
        .filter(|field| !matches!(field, Field::Serial | Field::ReportMonth));
    let mut rows: Vec<Row> = plain
        .map(|field| {
            let fact = portfolio.dossier.get(field);
            Row::data(vec![Cell::word(field), frame.fact(fact.as_ref())])
        })
        .collect();
    let project = &portfolio.dossier.project;
    rows.push(Row::data(vec![Cell::word(Term::Entered), Cell::Day(project.entered)]));
    if let Some(left) = project.left {
        let ground = project.exit_ground.map_or(Cell::Blank, Cell::word);
        rows.push(Row::data(vec![Cell::word(Term::Left), Cell::Day(left)]));
        rows.push(Row::data(vec![Cell::word(Term::Ground), ground]));
        let reason = Cell::optional(project.exit_reason.as_deref());
        rows.push(Row::data(vec![Cell::word(Term::Reason), reason]));
    }
    if !portfolio.former_names.is_empty() {
        let names = Cell::Text(portfolio.former_names.join("\u{3001}"));
        rows.push(Row::data(vec![Cell::word(Term::FormerNames), names]));
    }
    Table {
        title: Term::ProjectFacts,
        columns: vec![Column::short(Term::Field), Column::text(Term::Value)],
        rows,
    }
}

fn amounts(frame: &Frame<'_>, portfolio: &Portfolio) -> Table {
    let rows = Quantity::ALL.iter().map(|quantity| {
        let fact = portfolio.dossier.get(Field::Money(*quantity));
        Row::data(vec![Cell::word(*quantity), frame.fact(fact.as_ref())])
    });
    Table {
        title: Term::Amounts,
        columns: vec![Column::short(Term::Field), Column::money(Term::Value)],
        rows: rows.collect(),
    }
}

fn milestones(portfolio: &Portfolio) -> Option<Table> {
    let rows: Vec<Row> = portfolio
        .dossier
        .milestones
        .iter()
        .map(|(stage, reached)| Row::data(vec![Cell::word(*stage), Cell::Dated(*reached)]))
        .collect();
    (!rows.is_empty()).then(|| Table {
        title: Term::Milestones,
        columns: vec![Column::short(Term::Stage), Column::short(Term::Reached)],
        rows,
    })
}

fn works(portfolio: &Portfolio) -> Option<Table> {
    let works = &portfolio.dossier.works;
    let date =
        |item, timing| works.get(&(item, timing)).map_or(Cell::Blank, |date| Cell::Dated(*date));
    let mut items: Vec<_> = works.keys().map(|(item, _)| *item).collect();
    items.dedup();
    let rows: Vec<Row> = items
        .into_iter()
        .map(|item| {
            let dates = [date(item, Timing::Planned), date(item, Timing::Actual)];
            Row::data([Cell::word(item)].into_iter().chain(dates).collect())
        })
        .collect();
    (!rows.is_empty()).then(|| Table {
        title: Term::WorkItems,
        columns: vec![
            Column::short(Term::WorkItems),
            Column::short(Term::Planned),
            Column::short(Term::Actual),
        ],
        rows,
    })
}

fn originals(portfolio: &Portfolio) -> Option<Table> {
    use crate::model::money::{Unit, Usd};
    let rows: Vec<Row> = portfolio
        .originals
        .iter()
        .map(|original| {
            let amount = Usd(original.amount.hundredths).grouped(Unit::One);
            Row::data(vec![
                Cell::word(original.quantity),
                Cell::Month(original.month),
                Cell::Text(format!("{} {amount}", original.amount.currency)),
                Cell::Rate(original.rate.micro),
                Cell::Text(original.rate.source.clone()),
            ])
        })
        .collect();
    (!rows.is_empty()).then(|| Table {
        title: Term::Original,
        columns: vec![
            Column::short(Term::Field),
            Column::short(Term::Month),
            Column::number(Term::Original),
            Column::number(Term::Rate),
            Column::text(Term::Source),
        ],
        rows,
    })
}

fn reports(portfolio: &Portfolio) -> Option<Table> {
    let rows: Vec<Row> = portfolio
        .reports
        .iter()
        .map(|report| {
            let amount = |quantity| Cell::money(report.standing.amounts.get(quantity));
            Row::data(vec![
                Cell::Month(report.month),
                report.revision.map_or(Cell::Blank, Cell::Number),
                Cell::word(report.standing.stage),
                amount(Quantity::Total),
                amount(Quantity::PaidIn),
                Cell::optional(report.progress.as_deref()),
            ])
        })
        .collect();
    (!rows.is_empty()).then(|| Table {
        title: Term::MonthlyReports,
        columns: vec![
            Column::short(Term::Month),
            Column::number(Term::Revision),
            Column::short(Term::Stage),
            Column::money(Field::Money(Quantity::Total)),
            Column::money(Term::PaidIn),
            Column::text(Field::Progress),
        ],
        rows,
    })
}

fn findings(portfolio: &Portfolio) -> Option<Table> {
    let rows: Vec<Row> = portfolio
        .findings
        .iter()
        .map(|finding| Row::data(vec![Cell::word(finding.verdict), Cell::Finding(finding.clone())]))
        .collect();
    (!rows.is_empty()).then(|| Table {
        title: Term::EntryFindings,
        columns: vec![Column::short(Term::Verdict), Column::text(Term::Findings)],
        rows,
    })
}

/// A line `field: old → new`, as a row of a table of changes.
pub fn change(
    frame: &Frame<'_>,
    field: Field,
    before: Option<&Fact>,
    after: Option<&Fact>,
) -> Vec<Cell> {
    vec![Cell::word(field), frame.fact(before), frame.fact(after)]
}
