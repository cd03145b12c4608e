//! A case (一项一档) is opened from the store at a month, changed, and put back: register, stage
//! log, work items and the month's report together.

use super::known::{Known, belongs_to_a_month};
use super::resolve::Resolved;
use crate::error::Result;
use crate::model::date::Dated;
use crate::model::dossier::{Change, Dossier, Fact};
use crate::model::field::Field;
use crate::model::filing::Report;
use crate::model::month::Month;
use crate::model::note::Note;
use crate::model::project::{Project, Work};
use crate::model::stage::Stage;
use crate::model::work::Timing;
use crate::store::original::Original;
use crate::store::writer::Origin;
use crate::store::{Reader, Writer};

/// The filing a report row belongs to, with its revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FilingRef {
    pub id: i64,
    pub revision: i64,
}

/// Who says what is applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// A district's report of a month.
    Report,
    /// The clerk.
    Clerk,
}

/// A known project, open at a month: its standing is that of the month, or of the last one before.
pub struct Case {
    /// What is known, which a change of an older month leaves alone.
    known: Known,
    /// The last report up to the month, where later ones are on record.
    older: Option<Report>,
    after: Dossier,
    month: Month,
    /// No later month is on record and the project is in the library, so the register follows.
    latest: bool,
    originals: Vec<Original>,
    pub changes: Vec<Change>,
}

/// What is known once a case is kept.
pub struct Kept {
    pub known: Known,
    /// The project's row of the register must be written.
    pub in_register: bool,
}

impl Case {
    /// Opens a project at a month.
    ///
    /// # Errors
    /// Only what the store reports.
    pub fn open(reader: &Reader<'_>, project: Project, month: Month) -> Result<Case> {
        Case::of(reader, Known::read(reader, project)?, month)
    }

    /// Opens what is known at a month.
    ///
    /// # Errors
    /// Only what the store reports.
    pub fn of(reader: &Reader<'_>, known: Known, month: Month) -> Result<Case> {
        let latest = known.follows(month);
        let older = if latest { None } else { reader.report_until(known.project().id, month)? };
        let mut after = known.dossier().clone();
        if let Some(report) = if latest { known.newest() } else { older.as_ref() } {
            after.project.standing = report.standing;
            if report.month == month {
                // Words belong to one month; what is not said again is not carried over.
                after.progress.clone_from(&report.progress);
                after.problem.clone_from(&report.problem);
            }
        }
        let (originals, changes) = (Vec::new(), Vec::new());
        Ok(Case { known, older, after, month, latest, originals, changes })
    }

    /// The last report up to the month.
    const fn until(&self) -> Option<&Report> {
        if self.latest { self.known.newest() } else { self.older.as_ref() }
    }

    /// The month's own report, if there is one.
    fn report(&self) -> Option<&Report> {
        self.until().filter(|report| report.month == self.month)
    }

    /// What a field held before.
    fn before(&self, field: Field) -> Option<Fact> {
        match self.until().filter(|_| belongs_to_a_month(field)) {
            Some(report) => report.get(field),
            None => self.known.dossier().get(field),
        }
    }

    /// Whether a fact says what was known before.
    fn is_known(&self, resolved: &Resolved) -> bool {
        let Resolved { field, fact, .. } = resolved;
        match self.until().filter(|_| belongs_to_a_month(*field)) {
            Some(report) => report.says(*field, fact),
            None => self.known.dossier().says(*field, fact),
        }
    }

    /// The case as it stands with the changes made so far.
    pub const fn dossier(&self) -> &Dossier {
        &self.after
    }

    /// The project as it is known, with the words of its last report.
    pub fn into_known(self) -> Dossier {
        let mut dossier = self.known.dossier().clone();
        if let Some(report) = self.until() {
            dossier.project.standing = report.standing;
            dossier.progress.clone_from(&report.progress);
            dossier.problem.clone_from(&report.problem);
        }
        dossier
    }

    /// Nothing is kept: what was known when the case was opened.
    pub fn abandon(self) -> Known {
        self.known
    }

    /// What a fact would change; `None` where it says what is known.
    pub fn change(&self, resolved: &Resolved) -> Option<Change> {
        (!self.is_known(resolved)).then(|| Change {
            field: resolved.field,
            before: self.before(resolved.field),
            after: Some(resolved.fact.clone()),
        })
    }

    /// Applies facts. A report of a month that is not the latest says only what belongs to that
    /// month; what a clerk says holds.
    pub fn apply(&mut self, facts: &[Resolved], voice: Voice) -> Vec<Note> {
        let mut notes = Vec::new();
        for resolved in facts {
            let field = resolved.field;
            if !self.takes(field, voice) {
                continue;
            }
            let known = self.is_known(resolved);
            if !known || matches!(field, Field::Progress | Field::Problem) {
                self.after.set(field, resolved.fact.clone());
            }
            if known {
                continue;
            }
            let before = self.before(field);
            notes.extend(sensitive(field, before.as_ref(), &resolved.fact));
            self.changes.push(Change { field, before, after: Some(resolved.fact.clone()) });
            self.originals.extend(resolved.original.as_deref().cloned());
        }
        self.take_back_stages();
        notes
    }

    fn takes(&self, field: Field, voice: Voice) -> bool {
        let dated = matches!(field, Field::StageDate(_) | Field::Work(..));
        self.latest
            || voice == Voice::Clerk
            || belongs_to_a_month(field)
            // The register of a project that has left stays; what happened to it is kept.
            || (dated && self.known.project().left.is_some())
    }

    /// Stages beyond the one a project fell back to are not reached any more.
    fn take_back_stages(&mut self) {
        let stage = self.after.project.standing.stage;
        if !self.latest || stage >= self.stage_before() {
            return;
        }
        for later in Stage::ALL.iter().filter(|later| **later > stage) {
            self.changes.extend(self.after.clear_stage_date(*later));
        }
    }

    fn stage_before(&self) -> Stage {
        let known = self.known.project().standing.stage;
        self.until().map_or(known, |report| report.standing.stage)
    }

    /// A stage that changed without its date was reached by then: in this month, or on this day.
    pub fn date_stage(&mut self, reached: Dated) {
        let stage = self.after.project.standing.stage;
        let moved = self.stage_before() != stage;
        let dated = self.changes.iter().any(|change| change.field == Field::StageDate(stage));
        if self.latest && moved && !dated && stage != Stage::Negotiating {
            let before = self.before(Field::StageDate(stage));
            let fact = Fact::Date(reached);
            if before.as_ref() != Some(&fact) {
                self.after.set(Field::StageDate(stage), fact.clone());
                let change = Change { field: Field::StageDate(stage), before, after: Some(fact) };
                self.changes.push(change);
            }
        }
    }

    /// The problem this report names, where it is news: other words than before, or the first
    /// report of the latest month.
    pub fn news_of_problem(&self) -> Option<String> {
        let other = self.changes.iter().any(|change| change.field == Field::Problem);
        let news = self.latest && (other || self.is_first_report());
        self.after.problem.clone().filter(|_| news)
    }

    /// Whether the month has no row from its district yet, so that even an unchanged row is news
    /// (零报告).
    pub fn is_first_report(&self) -> bool {
        self.report().is_none_or(|report| report.filing.is_none())
    }

    /// Writes what changed: the register where this is the latest month, the month's report when
    /// it is reported or its standing moved.
    ///
    /// # Errors
    /// Only what the store reports.
    pub fn save(
        self,
        writer: &mut Writer<'_>,
        filing: Option<FilingRef>,
        from: Origin,
    ) -> Result<()> {
        let Kept { known, in_register } = self.keep(writer, filing, from)?;
        if in_register {
            writer.put_project(known.project(), from)?;
        }
        Ok(())
    }

    /// Writes what changed but the project's row of the register, which its owner writes once.
    ///
    /// # Errors
    /// Only what the store reports.
    pub fn keep(
        mut self,
        writer: &mut Writer<'_>,
        filing: Option<FilingRef>,
        from: Origin,
    ) -> Result<Kept> {
        let moved = self.changes.iter().any(|change| belongs_to_a_month(change.field));
        let id = self.after.project.id;
        let ours = |change: &Change| {
            in_register(change.field) && (self.latest || !belongs_to_a_month(change.field))
        };
        let in_register = self.changes.iter().any(ours);
        if in_register {
            if self.changes.iter().any(|change| change.field == Field::Investor) {
                writer.put_investors(&self.after.project, from)?;
            }
            if self.changes.iter().any(|change| change.field == Field::Name) {
                writer.put_alias(id, &self.known.project().name, from)?;
            }
        }
        for change in &self.changes {
            put_date(writer, &self.after, change.field, from)?;
        }
        for original in &self.originals {
            writer.put_original(id, original, from)?;
        }
        let report = (filing.is_some() || moved).then(|| {
            let kept = self.report();
            Report {
                project: id,
                month: self.month,
                filing: filing.map(|f| f.id).or(kept.and_then(|report| report.filing)),
                revision: filing.map(|f| f.revision).or(kept.and_then(|report| report.revision)),
                standing: self.after.project.standing,
                progress: self.after.progress.clone(),
                problem: self.after.problem.clone(),
            }
        });
        if let Some(report) = &report {
            writer.put_report(report, from)?;
        }
        if self.latest && in_register && moved {
            self.after.project.month = self.month;
        }
        if !self.latest || !in_register {
            let register = self.known.project();
            self.after.project.standing = register.standing;
            self.after.project.month = register.month;
        }
        Ok(Kept { known: self.known.after(self.after, report), in_register })
    }
}

/// Writes the milestone or the work item a date field belongs to.
pub(super) fn put_date(
    writer: &mut Writer<'_>,
    dossier: &Dossier,
    field: Field,
    from: Origin,
) -> Result<()> {
    let id = dossier.project.id;
    match field {
        Field::StageDate(stage) => {
            writer.put_milestone(id, stage, dossier.milestones.get(&stage).copied(), from)
        }
        Field::Work(item, _) => {
            let date = |timing| dossier.works.get(&(item, timing)).copied();
            let work = Work { item, planned: date(Timing::Planned), actual: date(Timing::Actual) };
            writer.put_work(id, &work, from)
        }
        _ => Ok(()),
    }
}

/// Fields that are columns of the register.
const fn in_register(field: Field) -> bool {
    !matches!(field, Field::StageDate(_) | Field::Work(..) | Field::Progress | Field::Problem)
}

/// What the clerk must see: amounts that fall, stages that go back.
fn sensitive(field: Field, before: Option<&Fact>, after: &Fact) -> Option<Note> {
    match (field, before?, after) {
        (Field::Money(quantity), Fact::Money(before), Fact::Money(after)) if after < before => {
            Some(Note::AmountFell { quantity, before: *before, after: *after })
        }
        (Field::Stage, Fact::Stage(before), Fact::Stage(after)) if after < before => {
            Some(Note::StageBack)
        }
        _ => None,
    }
}
