//! The figures a leader looks for first, each large, with its exact amount beside it.

use super::LANG;
use crate::format::cells::{self, BLANK};
use crate::labels;
use crate::model::money::{Unit, Usd};
use crate::view::page::{Cell, Page, Table};
use maud::{Markup, html};

/// Each row of the table: what it is, and its figure.
pub fn draw(page: &Page, table: &Table) -> Markup {
    html! {
        dl.figures {
            @for row in &table.rows {
                div {
                    dt { (row.cells.first().map(|cell| cells::text(cell, page.unit, LANG)).unwrap_or_default()) }
                    dd { (figure(row.cells.get(1).unwrap_or(&Cell::Blank), page.unit)) }
                }
            }
        }
    }
}

fn figure(cell: &Cell, unit: Unit) -> Markup {
    let exact = cells::text(cell, unit, LANG);
    let exact = if exact.is_empty() { BLANK } else { &exact };
    let name = |unit: Unit| labels::unit(unit, LANG);
    match cell {
        Cell::Money(amount) | Cell::Mean(amount) if unit != Unit::HundredMillion => html! {
            b { (large(*amount)) } " " (name(Unit::HundredMillion))
            small { data value=(amount.0) { (exact) } " " (name(unit)) }
        },
        Cell::Money(amount) | Cell::Mean(amount) => html! {
            b { data value=(amount.0) { (exact) } } " " (name(unit))
        },
        Cell::Share { n, .. } => html! { b { (n) } small { data value=(n) { (exact) } } },
        _ => html! { b { data { (exact) } } },
    }
}

/// An amount as it is spoken of.
fn large(amount: Usd) -> String {
    amount.rounded(Unit::HundredMillion).grouped(Unit::HundredMillion)
}
