//! Entry (入库): judged by the same rules whether typed, imported or screened, then written with
//! its verdict.

use super::case::{FilingRef, put_date};
use crate::error::Result;
use crate::model::Day;
use crate::model::dossier::Dossier;
use crate::model::field::{Field, Quantity};
use crate::model::filing::Report;
use crate::model::month::Month;
use crate::model::project::Project;
use crate::rules::book::RuleBook;
use crate::rules::entry::{EntryFacts, EntryJudgement, judge};
use crate::rules::likeness::{Known, Portrait, Tolerance, neighbours};
use crate::store::original::Original;
use crate::store::verdict::{Gate, Judged};
use crate::store::writer::{Origin, Override};
use crate::store::{Reader, Writer};
use anyhow::Context;

/// A project that is not in the library yet; its fields are set through the dossier.
pub fn blank(district: i64, month: Month, on: Day) -> Dossier {
    Dossier::new(Project::entering(district, month, on))
}

/// What the entry rules say of a project on the day of its entry; it is no duplicate of itself,
/// nor of `kin`, a project it is known to come from.
///
/// # Errors
/// Only what the store reports.
pub fn judge_entry(
    reader: &Reader<'_>,
    book: &RuleBook,
    dossier: &Dossier,
    kin: Option<i64>,
) -> Result<EntryJudgement> {
    let project = &dossier.project;
    let mut known = reader.neighbours(project.district, project.investor.as_deref())?;
    known.retain(|known| known.id != project.id && Some(known.id) != kin);
    let total = |project: &Project| project.standing.amounts.get(Quantity::Total);
    let formerly = reader.all_former_names()?;
    // A project is known by the names it had before as well.
    let portraits = known.iter().flat_map(|known| {
        let names = formerly.get(&known.id).into_iter().flatten();
        let former = names.map(|name| Portrait { name, ..portrait(known) });
        [portrait(known)]
            .into_iter()
            .chain(former)
            .map(|portrait| Known { code: &known.code, portrait })
    });
    let near = neighbours(portrait(project), portraits, Tolerance::on(book, project.entered));
    Ok(judge(
        book,
        EntryFacts {
            basis: &project.basis,
            total: total(project),
            near: &near,
            on: project.entered,
        },
    ))
}

/// What likeness looks at in a project.
pub fn portrait(project: &Project) -> Portrait<'_> {
    Portrait {
        name: &project.name,
        investor: project.investor.as_deref(),
        district: project.district,
        total: project.standing.amounts.get(Quantity::Total),
    }
}

/// Writes a project that was admitted by the rules or by override; returns its code.
///
/// # Errors
/// Only what the store reports.
pub fn write_entry(
    writer: &mut Writer<'_>,
    mut dossier: Dossier,
    judgement: &EntryJudgement,
    overridden: Option<Override>,
    filing: Option<FilingRef>,
    originals: &[Original],
    from: Origin,
) -> Result<Project> {
    use chrono::Datelike;
    let (id, code) = writer.new_project(dossier.project.entered.year())?;
    dossier.project.id = id;
    dossier.project.code = code;
    if dossier.project.basis.is_empty() {
        dossier.project.basis.clone_from(&judgement.grounds);
    }
    writer.put_project(&dossier.project, from)?;
    writer.put_investors(&dossier.project, from)?;
    let dated = Field::all().filter(|field| dossier.get(*field).is_some());
    for field in dated.collect::<Vec<_>>() {
        put_date(writer, &dossier, field, from)?;
    }
    for original in originals {
        writer.put_original(id, original, from)?;
    }
    writer.put_report(
        &Report {
            project: id,
            month: dossier.project.month,
            filing: filing.map(|filing| filing.id),
            revision: filing.map(|filing| filing.revision),
            standing: dossier.project.standing,
            progress: dossier.progress,
            problem: dossier.problem,
        },
        from,
    )?;
    let findings = serde_json::to_string(&judgement.findings).context("findings as JSON")?;
    let day = dossier.project.entered;
    writer.put_verdict(id, Gate::Entry, &Judged { day, findings, overridden }, from)?;
    Ok(dossier.project)
}
