//! A row about a project the library does not know: it enters under the rules, waits to be
//! screened (甄别), or is a question.

use super::{Judged, RowDesk, Slot};
use crate::desk::entry::{blank, judge_entry, write_entry};
use crate::desk::import::{Match, Unknown};
use crate::desk::resolve::Resolved;
use crate::error::{Kind, Place, Result};
use crate::import::Draft;
use crate::model::application::{ApplicationKind, ApplicationState};
use crate::model::dossier::Dossier;
use crate::model::entry::Likeness;
use crate::model::field::Field;
use crate::model::filing::RowClass;
use crate::model::finding::Seen;
use crate::model::note::Note;
use crate::model::stage::Stage;
use crate::rules::entry::EntryJudgement;
use crate::store::Writer;
use crate::store::candidate::Application;

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
        let judgement = judge_entry(writer, &self.setting.book, &dossier, None)?;
        let name = dossier.project.name.clone();
        if let Some(kind) = self.question(writer, &judgement, district, &name)? {
            let place = Place { value: Some(name), ..Place::row(draft.row) };
            return Ok(Judged::rejected(vec![kind.at(place)], notes));
        }
        notes.extend(slight(&judgement));
        let known = writer.entry_application(district, &name)?;
        let asked = self.application(&dossier, &judgement, facts, draft);
        if self.request.unknown == Unknown::Admit && judgement.admits() {
            let filing = self.filing(writer, (district, month))?;
            let problem = dossier.problem.clone();
            let project = write_entry(
                writer,
                dossier,
                &judgement,
                None,
                Some(filing),
                &asked.originals,
                asked.from,
            )?;
            if let Some(waiting) = known.filter(|known| known.state == ApplicationState::Waiting) {
                writer.put_application(&Application {
                    id: waiting.id,
                    state: ApplicationState::Admitted,
                    project: Some(project.id),
                    ..asked
                })?;
            }
            self.register.forget_names();
            self.told.report(project.id, month, draft.row);
            if let Some(problem) = problem {
                self.heed(writer, project.id, month, &problem, draft)?;
            }
            return Ok(Judged::as_class(RowClass::New, notes));
        }
        let before = self.told.ask(district, &name, month, draft.row);
        let same = known.as_ref().is_some_and(|known| known.asks_the_same(&asked));
        if let Some(spot) = before.filter(|spot| !same || self.twice_in_file(*spot).is_some()) {
            let place = Place { value: Some(name), ..Place::row(draft.row) };
            return Ok(Judged::rejected(vec![self.twice(spot).at(place)], notes));
        }
        self.queue(writer, known, asked, notes)
    }

    /// Puts an application into the queue, unless it waits there already or was returned as it
    /// is.
    pub(super) fn queue(
        &mut self,
        writer: &mut Writer<'_>,
        known: Option<Application>,
        asked: Application,
        mut notes: Vec<Note>,
    ) -> Result<Judged> {
        let id = match &known {
            Some(known) if known.state == ApplicationState::Waiting => {
                if known.asks_the_same(&asked) {
                    return Ok(Judged::as_class(RowClass::ToScreen, notes));
                }
                known.id
            }
            Some(known)
                if known.state == ApplicationState::Returned && known.asks_the_same(&asked) =>
            {
                let (application, reason) = (known.code.clone(), known.reason.clone());
                notes.push(Note::ReturnedBefore { application, reason });
                return Ok(Judged::as_class(RowClass::Unchanged, notes));
            }
            _ => 0,
        };
        // The district did report, whatever becomes of what it asks for.
        self.filing(writer, (asked.district, asked.month))?;
        let code = known.map(|known| known.code).unwrap_or_default();
        writer.put_application(&Application { id, code, ..asked })?;
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

    fn application(
        &self,
        dossier: &Dossier,
        judgement: &EntryJudgement,
        facts: &[Resolved],
        draft: &Draft,
    ) -> Application {
        Application {
            id: 0,
            code: String::new(),
            kind: ApplicationKind::Entry,
            state: ApplicationState::Waiting,
            district: dossier.project.district,
            month: dossier.project.month,
            project: None,
            name: dossier.project.name.clone(),
            facts: facts.iter().map(|fact| (fact.field, fact.fact.clone())).collect(),
            originals: facts.iter().filter_map(|fact| fact.original.as_deref().cloned()).collect(),
            exit: None,
            findings: judgement.findings.clone(),
            reason: None,
            from: self.origin(draft),
            file: None,
            recorded: self.request.on,
        }
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
