//! 各板块汇报: one page for each district, of what the frozen document says of it.

use super::{Occasion, cell, common, count, frame, official};
use crate::desk::pack::gather::Material;
use crate::model::blank::Blank;
use crate::model::money::Unit;
use crate::model::note::Note;
use crate::model::term::Term;
use crate::model::text::TextKind;
use crate::model::word::Word;
use crate::view::meeting::document::Document;
use crate::view::official::{Fill, Official};
use crate::view::page::{Cell, Page, RowKind, Table};

/// Projects that a page has room for, the largest; all of them stand in 大项目突破情况.
const MOST: usize = 10;

/// The pages, in the order of the districts.
pub fn reports(material: &Material, document: &Document, occasion: &Occasion) -> Vec<Official> {
    let pages = document.pages.iter().filter(|page| page.title == Term::DistrictReport);
    pages.map(|page| report(material, page, occasion)).collect()
}

fn report(material: &Material, page: &Page, occasion: &Occasion) -> Official {
    let frame = frame(material, Unit::TenThousand);
    let name = page.heading.iter().find_map(|note| match note {
        Note::FeedbackTo { district } => Some(district.0.clone()),
        _ => None,
    });
    let of = |title: Term| page.tables.iter().find(|table| table.title == title);
    let drawn = |blank, table: Option<Table>| table.map(|table| (blank, Fill::Table(table)));
    let mut fills = common(material, occasion);
    fills.push(cell(Blank::District, Cell::optional(name.as_deref())));
    let facts = of(Term::Indicator).map(pairs).unwrap_or_default();
    fills.push((Blank::Facts, Fill::Grid(facts)));
    fills.extend(drawn(Blank::StageTable, of(Term::SummaryStage).map(groups)));
    let large = of(Term::Breakthrough);
    let all = large.map_or(0, |table| table.rows.len());
    fills.push(count(Blank::LargeCount, all));
    fills.push(count(Blank::LargeShown, all.min(MOST)));
    fills.extend(drawn(Blank::LargeTable, large.map(largest)));
    official(&frame, TextKind::DistrictReport, fills)
}

/// The indicators; whose they are stands in the title.
fn pairs(table: &Table) -> Vec<(Word, Cell)> {
    let pairs = table.rows.iter().filter_map(|row| match row.cells.as_slice() {
        [Cell::Word(word), cell] if *word != Term::District.into() => Some((*word, cell.clone())),
        _ => None,
    });
    pairs.collect()
}

/// The groups of stages and their sum; what is within a group stands in the frozen page.
fn groups(table: &Table) -> Table {
    let mut table = table.clone();
    table.rows.retain(|row| row.kind != RowKind::Detail);
    table
}

/// The largest projects, without the columns that say the same of all, or nothing.
fn largest(table: &Table) -> Table {
    let mut table = table.clone();
    table.rows.truncate(MOST);
    table.without(|column, cells| {
        column.heading == Term::District.into() || cells.iter().all(|cell| **cell == Cell::Blank)
    })
}
