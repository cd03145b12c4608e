//! A row about a project the library does not know: it enters under the rules, waits to be
//! screened (甄别), or is a question.

use super::{Judged, RowDesk, Slot};
use crate::desk::entry::{blank, judge_entry, write_entry};
use crate::desk::import::{Match, Unknown};
use crate::desk::resolve::Resolved;
use crate::error::{Kind, Place, Result};
use crate::import::Draft;
use crate::model::dossier::Dossier;
use crate::model::entry::Likeness;
use crate::model::field::Field;
use crate::model::filing::RowClass;
use crate::model::finding::Seen;
use crate::model::note::Note;
use crate::model::stage::Stage;
use crate::rules::entry::EntryJudgement;
use crate::store::Writer;
use crate::store::candidate::Candidate;

impl RowDesk<'_> {
    pub(super) fn unknown(
        &mut self,
        writer: &mut Writer<'_>,
        draft: &Draft,
        (district, month): Slot,
        facts: &[Resolved],
        mut notes: Vec<Note>,
    ) -> Result<Judged> {
        let mut dossier = blank(district, month, self.request.on);
        for resolved in facts {
            dossier.set(resolved.field, resolved.fact.clone());
        }
        if dossier.project.basis.is_empty() {
            dossier.project.basis.clone_from(&self.request.basis);
        }
        if !facts.iter().any(|fact| fact.field == Field::Stage) {
            notes.push(Note::StageAssumed { stage: Stage::Negotiating });
        }
        let judgement = judge_entry(writer, &self.setting.book, &dossier)?;
        let name = dossier.project.name.clone();
        if let Some(kind) = self.question(writer, &judgement, district, &name)? {
            let place = Place { value: Some(name), ..Place::row(draft.row) };
            return Ok(Judged::rejected(vec![kind.at(place)], notes));
        }
        notes.extend(slight(&judgement));
        let waiting = writer.waiting(district, &name)?;
        if self.request.unknown == Unknown::Admit && judgement.admits() {
            let filing = self.filing(writer, (district, month))?;
            let originals: Vec<_> = facts.iter().filter_map(|fact| fact.original.clone()).collect();
            let from = self.origin(draft);
            let project = write_entry(
                writer,
                dossier.clone(),
                &judgement,
                None,
                Some(filing),
                &originals,
                from,
            )?;
            if let Some((id, _)) = waiting {
                let candidate = self.candidate(&dossier, &judgement, facts)?;
                writer.put_candidate(Some(id), &candidate, Some(project.id), from)?;
            }
            self.mark(project.id, month);
            return Ok(Judged::as_class(RowClass::New, notes));
        }
        let candidate = self.candidate(&dossier, &judgement, facts)?;
        if waiting.as_ref().is_none_or(|(_, draft)| *draft != candidate.draft) {
            let existing = waiting.map(|(id, _)| id);
            writer.put_candidate(existing, &candidate, None, self.origin(draft))?;
            self.wrote = true;
        }
        Ok(Judged::as_class(RowClass::ToScreen, notes))
    }

    /// What stands in the way of an unknown name: the same project known elsewhere, or a near one
    /// in the district that the clerk has not decided about.
    fn question(
        &self,
        writer: &Writer<'_>,
        judgement: &EntryJudgement,
        district: i64,
        name: &str,
    ) -> Result<Option<Kind>> {
        let near = judgement.findings.iter().flat_map(|finding| match &finding.seen {
            Seen::Near(near) => near.as_slice(),
            _ => &[],
        });
        let mut close = Vec::new();
        for near in near {
            if near.likeness == Likeness::Same {
                return Ok(Some(Kind::EntryRefused { findings: judgement.findings.clone() }));
            }
            let project = writer.project_by_code(&near.code)?;
            if project.is_some_and(|project| project.district == district) {
                close.push((near.code.clone(), near.name.clone()));
            }
        }
        let decided = self.request.decided(name) == Some(&Match::New);
        Ok((!close.is_empty() && !decided).then_some(Kind::NearMatch { candidates: close }))
    }

    fn candidate(
        &self,
        dossier: &Dossier,
        judgement: &EntryJudgement,
        facts: &[Resolved],
    ) -> Result<Candidate> {
        use anyhow::Context;
        let draft: serde_json::Map<String, serde_json::Value> =
            facts.iter().map(|fact| (fact.field.key(), fact.fact.to_json())).collect();
        Ok(Candidate {
            district: dossier.project.district,
            month: dossier.project.month,
            name: dossier.project.name.clone(),
            draft: serde_json::Value::Object(draft).to_string(),
            findings: serde_json::to_string(&judgement.findings).context("findings as JSON")?,
        })
    }
}

/// Similar names that stop nothing, as warnings.
fn slight(judgement: &EntryJudgement) -> Vec<Note> {
    let near = judgement.findings.iter().flat_map(|finding| match &finding.seen {
        Seen::Near(near) => near.as_slice(),
        _ => &[],
    });
    near.map(|near| Note::Similar {
        code: near.code.clone(),
        name: near.name.clone(),
        similarity: near.similarity,
    })
    .collect()
}
