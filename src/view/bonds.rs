//! What ties a project to its past and to others, for the page of `show`.

use super::page::{Cell, Column, Row, Table};
use crate::desk::show::Portfolio;
use crate::model::bond::LinkEnd;
use crate::model::term::Term;

/// Earlier stays, mergers and splits, and what stops the clocks.
pub fn bonds(portfolio: &Portfolio) -> Vec<Table> {
    [stays(portfolio), links(portfolio), excuses(portfolio)].into_iter().flatten().collect()
}

fn stays(portfolio: &Portfolio) -> Option<Table> {
    let rows = portfolio.stays.iter().map(|stay| {
        Row::data(vec![
            Cell::Day(stay.entered),
            Cell::Day(stay.left),
            Cell::word(stay.ground),
            Cell::word(stay.stage),
            Cell::optional(stay.reason.as_deref()),
        ])
    });
    (!portfolio.stays.is_empty()).then(|| Table {
        title: Term::Stays,
        columns: vec![
            Column::short(Term::Entered),
            Column::short(Term::Left),
            Column::short(Term::Ground),
            Column::short(Term::Stage),
            Column::text(Term::Reason),
        ],
        rows: rows.collect(),
    })
}

fn links(portfolio: &Portfolio) -> Option<Table> {
    let own = &portfolio.dossier.project.code;
    let rows = portfolio.links.iter().map(|link| {
        let (before, after) = match link.end {
            LinkEnd::Origin => (own, &link.code),
            LinkEnd::Successor => (&link.code, own),
        };
        Row::data(vec![
            Cell::word(link.kind),
            Cell::Code(before.clone()),
            Cell::Code(after.clone()),
            Cell::Text(link.name.clone()),
            Cell::Day(link.day),
        ])
    });
    (!portfolio.links.is_empty()).then(|| Table {
        title: Term::Links,
        columns: vec![
            Column::short(Term::Link),
            Column::short(Term::Before),
            Column::short(Term::After),
            Column::text(Term::OtherProject),
            Column::short(Term::Date),
        ],
        rows: rows.collect(),
    })
}

fn excuses(portfolio: &Portfolio) -> Option<Table> {
    let rows = portfolio.excuses.iter().map(|excuse| {
        Row::data(vec![
            Cell::word(excuse.clock),
            Cell::Day(excuse.from),
            Cell::Day(excuse.until),
            Cell::Text(excuse.reason.clone()),
        ])
    });
    (!portfolio.excuses.is_empty()).then(|| Table {
        title: Term::Excuses,
        columns: vec![
            Column::short(Term::Clock),
            Column::short(Term::Since),
            Column::short(Term::Until),
            Column::text(Term::Reason),
        ],
        rows: rows.collect(),
    })
}
