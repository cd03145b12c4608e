//! What else the files of this import say of a row's project: twice in one file, otherwise in another,
//! or by another district.

use super::super::told::{Mention, Spot};
use super::{Met, RowDesk, Subject};
use crate::desk::resolve::Resolved;
use crate::error::{Kind, Result};
use crate::import::Draft;
use crate::model::application::ApplicationState;
use crate::model::dossier::Dossier;
use crate::model::finding::Finding;
use crate::model::month::Month;
use crate::model::note::Note;
use crate::model::value::Value;
use crate::rules::likeness::Tolerance;
use crate::store::Writer;

impl RowDesk<'_> {
    /// The district a row names, else that of its table.
    pub(super) fn district_of(&self, draft: &Draft) -> Option<i64> {
        let own = draft.values.iter().find_map(|(_, value)| match value {
            Value::District(id) => Some(*id),
            _ => None,
        });
        own.or(self.understood.district)
    }

    /// Whom the row turned out to speak of; its id where the library knows it.
    pub(super) fn meet(
        &mut self,
        draft: &Draft,
        subject: &Subject,
        district: i64,
    ) -> Result<Option<i64>> {
        let project = match subject {
            Subject::New => None,
            Subject::Known(id) => Some(*id),
        };
        let mentioned = project.is_some_and(|id| self.told.has_mentioned(id));
        let mut mention = (!mentioned).then(|| Mention::of(&draft.values, district));
        if let (Some(mention), Some(id)) = (&mut mention, project) {
            mention.known_as(self.register.known(id)?.project());
        }
        self.met = Some(Met { district, mention, project });
        Ok(project)
    }

    /// Whether another district has reported the same project in this import.
    pub(super) fn elsewhere(
        &mut self,
        writer: &Writer<'_>,
        mention: Mention,
        project: Option<i64>,
        row: u64,
    ) -> Vec<Note> {
        if mention.name.is_empty() && mention.code.is_none() {
            return Vec::new();
        }
        let tolerance = Tolerance::on(&self.setting.book, writer.day());
        let others = self.told.mention(mention, project, row, tolerance);
        let note = |(other, spot): (Mention, Spot)| {
            let (file, row) = self.told.place(spot);
            let district = self.setting.district_name(other.district);
            Note::ReportedElsewhere { name: other.name, district, file, row }
        };
        others.into_iter().map(note).collect()
    }

    /// The refusal of a row whose project the same file has named before.
    pub(super) fn twice_in_file(&self, before: Spot) -> Option<Kind> {
        let (file, _) = self.told.place(before);
        file.is_none().then(|| self.twice(before))
    }

    /// The refusal of a row whose project was reported before, perhaps by another file.
    pub(super) fn twice(&self, before: Spot) -> Kind {
        let (file, first) = self.told.place(before);
        Kind::SameProjectTwice { file, sheet: self.told.sheet(before), first }
    }

    /// Whether what needs a decision is what waits already.
    pub(super) fn waits_alike(
        &self,
        writer: &Writer<'_>,
        dossier: &Dossier,
        month: Month,
        asked: &[(Resolved, Finding)],
    ) -> Result<bool> {
        if asked.is_empty() {
            return Ok(true);
        }
        let known = writer.change_applications(dossier.project.id, month)?;
        let waits = |fact: &Resolved| {
            known.iter().any(|one| {
                one.state == ApplicationState::Waiting
                    && one.facts.contains(&(fact.field, fact.fact.clone()))
            })
        };
        Ok(asked.iter().all(|(fact, _)| waits(fact)))
    }
}
