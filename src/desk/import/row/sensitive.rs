//! Changes in a row that need a decision: an amount down, a stage back, another name. They wait to
//! be screened (甄别); the rest of the row is taken.

use super::{Judged, RowDesk};
use crate::desk::case::Case;
use crate::desk::resolve::Resolved;
use crate::error::Result;
use crate::import::Draft;
use crate::model::application::{ApplicationKind, ApplicationState};
use crate::model::dossier::Dossier;
use crate::model::filing::RowClass;
use crate::model::finding::Finding;
use crate::model::month::Month;
use crate::model::note::Note;
use crate::rules::change::needs_reason;
use crate::store::Writer;
use crate::store::candidate::Application;
use std::collections::HashSet;

impl RowDesk<'_> {
    /// The facts that need a decision, each with what the rules say, and those that are taken.
    pub(super) fn part(
        &self,
        writer: &Writer<'_>,
        case: &Case,
        facts: Vec<Resolved>,
    ) -> (Vec<(Resolved, Finding)>, Vec<Resolved>) {
        let mut asked = Vec::new();
        let mut taken = Vec::new();
        for fact in facts {
            let change = case.change(&fact);
            let finding =
                change.and_then(|change| needs_reason(&self.setting.book, &change, writer.day()));
            match finding {
                Some(finding) => asked.push((fact, finding)),
                None => taken.push(fact),
            }
        }
        (asked, taken)
    }

    /// Queues what needs a decision, each field by itself; what waited from an earlier version of
    /// the month's report and is not asked any more is withdrawn. `None`: nothing is asked.
    pub(super) fn screen(
        &mut self,
        writer: &mut Writer<'_>,
        dossier: &Dossier,
        draft: &Draft,
        month: Month,
        asked: Vec<(Resolved, Finding)>,
    ) -> Result<Option<Judged>> {
        let project = dossier.project.id;
        if asked.is_empty() && !self.waits(writer, project, month)? {
            return Ok(None);
        }
        let known = writer.change_applications(project, month)?;
        for waiting in known.iter().filter(|one| one.state == ApplicationState::Waiting) {
            if !asked.iter().any(|(fact, _)| waiting.asks_for(fact.field)) {
                let state = ApplicationState::Withdrawn;
                writer.put_application(&Application { state, ..waiting.clone() })?;
                self.wrote = true;
            }
        }
        let mut screened: Option<Judged> = None;
        let mut fields = Vec::new();
        for (fact, finding) in asked {
            let field = fact.field;
            let before = known.iter().rfind(|one| one.asks_for(field)).cloned();
            let asked = self.change(dossier, draft, month, fact, finding);
            let one = self.queue(writer, before, asked, Vec::new())?;
            if one.class == RowClass::ToScreen {
                fields.push(field);
            }
            let whole = screened.get_or_insert_with(|| Judged::as_class(one.class, Vec::new()));
            whole.notes.extend(one.notes);
        }
        if let Some(whole) = screened.as_mut().filter(|_| !fields.is_empty()) {
            whole.class = RowClass::ToScreen;
            whole.notes.push(Note::Screened { fields });
        }
        Ok(screened)
    }

    fn change(
        &self,
        dossier: &Dossier,
        draft: &Draft,
        month: Month,
        fact: Resolved,
        finding: Finding,
    ) -> Application {
        Application {
            id: 0,
            code: String::new(),
            kind: ApplicationKind::Change,
            state: ApplicationState::Waiting,
            district: dossier.project.district,
            month,
            project: Some(dossier.project.id),
            name: dossier.project.name.clone(),
            facts: vec![(fact.field, fact.fact)],
            originals: fact.original.into_iter().map(|original| *original).collect(),
            exit: None,
            findings: vec![finding],
            reason: None,
            from: self.origin(draft),
            file: None,
            recorded: self.request.on,
        }
    }

    /// Whether changes to a project's month wait for a decision.
    pub(super) fn waits(
        &mut self,
        writer: &Writer<'_>,
        project: i64,
        month: Month,
    ) -> Result<bool> {
        let waiting = match self.waiting.take() {
            Some(waiting) => waiting,
            None => {
                let waiting = writer.applications(Some(ApplicationState::Waiting))?.into_iter();
                let changes = waiting.filter(|one| one.kind == ApplicationKind::Change);
                changes
                    .filter_map(|one| Some((one.project?, one.month)))
                    .collect::<HashSet<(i64, Month)>>()
            }
        };
        let waits = waiting.contains(&(project, month));
        self.waiting = Some(waiting);
        Ok(waits)
    }
}
