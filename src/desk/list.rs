//! `list`: the projects that pass a filter, with the columns and order asked for.

use super::case::Case;
use crate::error::Result;
use crate::model::brief::{Brief, Filter};
use crate::model::dossier::{Dossier, Fact};
use crate::model::field::{Field, Quantity};
use crate::model::month::Month;
use crate::report::tally::Tally;
use crate::store::Reader;
use std::cmp::Ordering;

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Ascending,
    Descending,
}

/// What to list.
#[derive(Debug, Clone)]
pub struct ListRequest {
    pub filter: Filter,
    /// Columns, in order.
    pub columns: Vec<Field>,
    /// By code when `None`.
    pub sort: Option<(Field, Direction)>,
}

/// The projects listed; each row has one fact per column.
#[derive(Debug, Clone, PartialEq)]
pub struct Listing {
    pub columns: Vec<Field>,
    pub rows: Vec<Vec<Option<Fact>>>,
    pub tally: Tally,
}

/// The columns of a list when none are asked for: what fits a narrow terminal.
pub const COLUMNS: [Field; 6] = [
    Field::Code,
    Field::Name,
    Field::District,
    Field::Origin,
    Field::Stage,
    Field::Money(Quantity::Total),
];

/// Lists projects of the reader's scope.
///
/// # Errors
/// Only what the store reports.
pub fn list(reader: &Reader<'_>, request: &ListRequest) -> Result<Listing> {
    let briefs = reader.briefs(&request.filter)?;
    let tally = briefs.iter().collect();
    let sort = request.sort.map(|(field, _)| field);
    let whole = request.columns.iter().copied().chain(sort).any(|field| !in_brief(field));
    let mut rows = Vec::with_capacity(briefs.len());
    for brief in &briefs {
        let dossier = if whole { open(reader, brief)? } else { None };
        let fact = |field| match &dossier {
            Some(dossier) => dossier.get(field),
            None => brief_fact(brief, field),
        };
        let cells: Vec<_> = request.columns.iter().map(|field| fact(*field)).collect();
        rows.push((sort.and_then(fact), cells));
    }
    if let Some((_, direction)) = request.sort {
        rows.sort_by(|(a, _), (b, _)| compare(a.as_ref(), b.as_ref(), direction));
    }
    let rows = rows.into_iter().map(|(_, cells)| cells).collect();
    Ok(Listing { columns: request.columns.clone(), rows, tally })
}

fn open(reader: &Reader<'_>, brief: &Brief) -> Result<Option<Dossier>> {
    let Some(project) = reader.project(brief.id)? else { return Ok(None) };
    let month = reader.scope().month.unwrap_or(Month::LAST);
    let mut dossier = Case::open(reader, project, month)?.into_known();
    // The narrow row is the state that was asked for.
    dossier.project.standing.stage = brief.stage;
    dossier.project.standing.amounts = brief.amounts;
    Ok(Some(dossier))
}

const fn in_brief(field: Field) -> bool {
    matches!(
        field,
        Field::Code
            | Field::Name
            | Field::Investor
            | Field::Origin
            | Field::District
            | Field::Industry
            | Field::Money(_)
            | Field::Stage
            | Field::Leader
            | Field::Responsible
            | Field::Tracker
    )
}

fn brief_fact(brief: &Brief, field: Field) -> Option<Fact> {
    let text = |text: &Option<String>| text.clone().map(Fact::Text);
    match field {
        Field::Code => Some(Fact::Text(brief.code.clone())),
        Field::Name => Some(Fact::Text(brief.name.clone())),
        Field::Investor => text(&brief.investor),
        Field::Origin => brief.origin.clone().map(Fact::Origin),
        Field::District => Some(Fact::District(brief.district)),
        Field::Industry => text(&brief.industry),
        Field::Money(quantity) => brief.amounts.get(quantity).map(Fact::Money),
        Field::Stage => Some(Fact::Stage(brief.stage)),
        Field::Leader => text(&brief.leader),
        Field::Responsible => text(&brief.responsible),
        Field::Tracker => text(&brief.tracker),
        _ => None,
    }
}

/// Facts of one field in order; what is unknown comes last either way.
fn compare(a: Option<&Fact>, b: Option<&Fact>, direction: Direction) -> Ordering {
    let (Some(a), Some(b)) = (a, b) else { return a.is_none().cmp(&b.is_none()) };
    let order = match (a, b) {
        (Fact::Money(a), Fact::Money(b)) => a.cmp(b),
        (Fact::Date(a), Fact::Date(b)) => a.earliest().cmp(&b.earliest()),
        (Fact::Stage(a), Fact::Stage(b)) => a.cmp(b),
        (Fact::District(a), Fact::District(b)) => a.cmp(b),
        (Fact::Flag(a), Fact::Flag(b)) => a.cmp(b),
        (Fact::Text(a), Fact::Text(b)) | (Fact::Origin(a), Fact::Origin(b)) => a.cmp(b),
        _ => Ordering::Equal,
    };
    match direction {
        Direction::Ascending => order,
        Direction::Descending => order.reverse(),
    }
}
