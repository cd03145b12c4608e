//! `split`: a part of a project becomes one of its own (拆分); both keep their history.

use super::case::{Case, Voice};
use super::entry::{blank, judge_entry, write_entry};
use super::exit::must_be_latest;
use super::lookup;
use super::resolve::{Resolved, not_in_the_future, resolve};
use super::update::must_be_in;
use crate::error::{Kind, Place, Result};
use crate::model::Day;
use crate::model::bond::LinkKind;
use crate::model::dossier::{Dossier, Fact};
use crate::model::field::Field;
use crate::model::month::Month;
use crate::model::value::Value;
use crate::rules::book::RuleBook;
use crate::store::library::Outcome;
use crate::store::writer::{Origin, Override};
use crate::store::{Library, Stamp, Writer};

/// What is split off.
#[derive(Debug, Clone)]
pub struct SplitRequest {
    pub project: String,
    /// Of the new part, its name among them; its amounts are taken off the old project.
    pub values: Vec<(Field, Value)>,
    /// 发生日
    pub on: Day,
}

/// The new project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SplitOff {
    pub code: String,
    pub name: String,
    /// Code of the project it came from.
    pub from: String,
    pub overridden: Option<Override>,
}

/// Facts a part has from the whole unless it is said otherwise.
const INHERITED: [Field; 10] = [
    Field::Investor,
    Field::Parent,
    Field::Origin,
    Field::Industry,
    Field::Stage,
    Field::Basis,
    Field::Leader,
    Field::Responsible,
    Field::Tracker,
    Field::Confidential,
];

/// Splits a part off a project.
///
/// # Errors
/// [`Kind::HasLeft`], [`Kind::PartTooLarge`], [`Kind::EntryRefused`] without an override, and the
/// kinds of single values.
pub fn split(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    request: &SplitRequest,
) -> Result<SplitOff> {
    not_in_the_future(request.on, stamp.today)?;
    library.write(stamp, waiting, |writer| {
        let whole = lookup::project(writer, &request.project)?;
        must_be_in(&whole)?;
        let month = Month::of(request.on);
        let (facts, problems) = resolve(writer, request.values.clone(), month)?;
        if let Some((_, problem)) = problems.into_iter().next() {
            return Err(problem.into());
        }
        must_be_latest(writer, &whole, month)?;
        let mut case = Case::open(writer, whole.clone(), month)?;
        case.apply(&rest(case.dossier(), &facts)?, Voice::Clerk);
        let part = part(case.dossier(), &facts, month, request.on);
        let book = RuleBook::new(writer.rules()?);
        let judgement = judge_entry(writer, &book, &part, Some(whole.id))?;
        let overridden = if judgement.admits() { None } else { stamp.overridden.clone() };
        if !judgement.admits() && overridden.is_none() {
            let findings = judgement.findings;
            let place = Place::value(&part.project.name);
            return Err(Kind::EntryRefused { findings }.at(place).into());
        }
        case.save(writer, None, Origin::default())?;
        let originals = facts.into_iter().filter_map(|fact| fact.original);
        let originals: Vec<_> = originals.map(|original| *original).collect();
        let from = Origin::default();
        let new =
            write_entry(writer, part, &judgement, overridden.clone(), None, &originals, from)?;
        link(writer, whole.id, new.id, request.on)?;
        Ok(Outcome::Keep(SplitOff { code: new.code, name: new.name, from: whole.code, overridden }))
    })
}

fn link(writer: &mut Writer<'_>, whole: i64, part: i64, on: Day) -> Result<()> {
    writer.put_link(LinkKind::Split, whole, part, on)
}

/// What remains of the whole's amounts.
fn rest(whole: &Dossier, part: &[Resolved]) -> Result<Vec<Resolved>> {
    let mut rest = Vec::new();
    for fact in part {
        let (Field::Money(quantity), Fact::Money(amount)) = (fact.field, &fact.fact) else {
            continue;
        };
        let before = whole.project.standing.amounts.get(quantity).unwrap_or_default();
        if *amount > before {
            return Err(Kind::PartTooLarge { quantity, part: *amount, whole: before }.into());
        }
        let fact = Fact::Money(before.minus(*amount));
        rest.push(Resolved { field: Field::Money(quantity), fact, original: None });
    }
    Ok(rest)
}

/// The part as a project: what was said of it, the rest from the whole.
fn part(whole: &Dossier, facts: &[Resolved], month: Month, on: Day) -> Dossier {
    let mut part = blank(whole.project.district, month, on);
    for field in INHERITED {
        if let Some(fact) = whole.get(field) {
            part.set(field, fact);
        }
    }
    part.milestones.clone_from(&whole.milestones);
    for resolved in facts {
        part.set(resolved.field, resolved.fact.clone());
    }
    part
}
