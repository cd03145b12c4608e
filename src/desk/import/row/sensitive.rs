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
        case: &Case,
        facts: Vec<Resolved>,
    ) -> (Vec<(Resolved, Finding)>, Vec<Resolved>) {
        let mut asked = Vec::new();
        let mut taken = Vec::new();
        for fact in facts {
            let change = case.change(&fact);
            let finding = change
                .and_then(|change| needs_reason(&self.setting.book, &change, self.request.on));
            match finding {
                Some(finding) => asked.push((fact, finding)),
                None => taken.push(fact),
            }
        }
        (asked, taken)
    }

    /// Queues what needs a decision; what waited from an earlier version of the month's report
    /// and is not asked any more is withdrawn. `None`: nothing is asked.
    pub(super) fn screen(
        &mut self,
        writer: &mut Writer<'_>,
        dossier: &Dossier,
        draft: &Draft,
        month: Month,
        asked: Vec<(Resolved, Finding)>,
    ) -> Result<Option<Judged>> {
        let project = dossier.project.id;
        if asked.is_empty() {
            if self.waits(writer, project, month)?
                && let Some(waiting) = writer.change_application(project, month)?
            {
                let withdrawn = Application { state: ApplicationState::Withdrawn, ..waiting };
                writer.put_application(&withdrawn)?;
                self.wrote = true;
            }
            return Ok(None);
        }
        let fields = asked.iter().map(|(fact, _)| fact.field).collect();
        let known = writer.change_application(project, month)?;
        let asked = Application {
            id: 0,
            code: String::new(),
            kind: ApplicationKind::Change,
            state: ApplicationState::Waiting,
            district: dossier.project.district,
            month,
            project: Some(project),
            name: dossier.project.name.clone(),
            facts: asked.iter().map(|(fact, _)| (fact.field, fact.fact.clone())).collect(),
            originals: asked.iter().filter_map(|(fact, _)| fact.original.clone()).collect(),
            findings: asked.into_iter().map(|(_, finding)| finding).collect(),
            reason: None,
            from: self.origin(draft),
            file: None,
            recorded: self.request.on,
        };
        let mut judged = self.queue(writer, known, asked, Vec::new())?;
        if judged.class == RowClass::ToScreen {
            judged.notes.push(Note::Screened { fields });
        }
        Ok(Some(judged))
    }

    fn waits(&mut self, writer: &Writer<'_>, project: i64, month: Month) -> Result<bool> {
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
