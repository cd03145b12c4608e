//! A case (一项一档) is opened from the store at a month, changed, and put back: register, stage
//! log, work items and the month's report together.

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

/// A known project, open at a month.
pub struct Case {
    /// The register's own row: what a change of an older month leaves alone.
    register: Project,
    /// As it stood before.
    before: Dossier,
    after: Dossier,
    month: Month,
    /// The month's own report, if there is one.
    report: Option<Report>,
    /// No later month is on record and the project is in the library, so the register follows.
    latest: bool,
    originals: Vec<Original>,
    pub changes: Vec<Change>,
}

impl Case {
    /// Opens a project at a month: its standing is that of the month, or of the last one before.
    ///
    /// # Errors
    /// Only what the store reports.
    pub fn open(reader: &Reader<'_>, project: Project, month: Month) -> Result<Case> {
        let newest = reader.report_until(project.id, Month::LAST)?;
        // A project that has left stays in the register as it left.
        let latest =
            project.left.is_none() && newest.as_ref().is_none_or(|newest| newest.month <= month);
        let until = if latest { newest } else { reader.report_until(project.id, month)? };
        let register = project.clone();
        let mut before = Dossier::new(project);
        for milestone in reader.milestones(before.project.id)? {
            before.milestones.insert(milestone.stage, milestone.reached);
        }
        for work in reader.works(before.project.id)? {
            let dates = [(Timing::Planned, work.planned), (Timing::Actual, work.actual)];
            for (timing, date) in dates {
                if let Some(date) = date {
                    before.works.insert((work.item, timing), date);
                }
            }
        }
        if let Some(report) = &until {
            before.project.standing = report.standing;
            before.progress.clone_from(&report.progress);
            before.problem.clone_from(&report.problem);
        }
        let mut after = before.clone();
        let report = until.filter(|report| report.month == month);
        if report.is_none() {
            // Words belong to one month; what is not said again is not carried over.
            after.progress = None;
            after.problem = None;
        }
        Ok(Case {
            register,
            before,
            after,
            month,
            report,
            latest,
            originals: Vec::new(),
            changes: Vec::new(),
        })
    }

    /// The case as it stands with the changes made so far.
    pub const fn dossier(&self) -> &Dossier {
        &self.after
    }

    /// The project as it is known, with the words of its last report.
    pub fn into_known(self) -> Dossier {
        self.before
    }

    /// What a fact would change; `None` where it says what is known.
    pub fn change(&self, resolved: &Resolved) -> Option<Change> {
        let before = self.before.get(resolved.field);
        (before.as_ref() != Some(&resolved.fact)).then(|| Change {
            field: resolved.field,
            before,
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
            let before = self.before.get(field);
            self.after.set(field, resolved.fact.clone());
            if before.as_ref() == Some(&resolved.fact) {
                continue;
            }
            notes.extend(sensitive(field, before.as_ref(), &resolved.fact));
            self.changes.push(Change { field, before, after: Some(resolved.fact.clone()) });
            self.originals.extend(resolved.original.clone());
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
            || (dated && self.register.left.is_some())
    }

    /// Stages beyond the one a project fell back to are not reached any more.
    fn take_back_stages(&mut self) {
        let stage = self.after.project.standing.stage;
        if !self.latest || stage >= self.before.project.standing.stage {
            return;
        }
        for later in Stage::ALL.iter().filter(|later| **later > stage) {
            self.changes.extend(self.after.clear_stage_date(*later));
        }
    }

    /// A stage that changed without its date was reached by then: in this month, or on this day.
    pub fn date_stage(&mut self, reached: Dated) {
        let stage = self.after.project.standing.stage;
        let moved = self.before.project.standing.stage != stage;
        let dated = self.changes.iter().any(|change| change.field == Field::StageDate(stage));
        if self.latest && moved && !dated && stage != Stage::Negotiating {
            let before = self.before.get(Field::StageDate(stage));
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
        self.report.as_ref().is_none_or(|report| report.filing.is_none())
    }

    /// Writes what changed: the register where this is the latest month, the month's report when
    /// it is reported or its standing moved.
    ///
    /// # Errors
    /// Only what the store reports.
    pub fn save(
        mut self,
        writer: &mut Writer<'_>,
        filing: Option<FilingRef>,
        from: Origin,
    ) -> Result<()> {
        let moved = self.changes.iter().any(|change| belongs_to_a_month(change.field));
        let id = self.after.project.id;
        let ours = |change: &Change| {
            in_register(change.field) && (self.latest || !belongs_to_a_month(change.field))
        };
        if self.changes.iter().any(ours) {
            if self.latest && moved {
                self.after.project.month = self.month;
            }
            let mut project = self.after.project.clone();
            if !self.latest {
                project.standing = self.register.standing;
                project.month = self.register.month;
            }
            writer.put_project(&project, from)?;
            if self.changes.iter().any(|change| change.field == Field::Investor) {
                writer.put_investors(&self.after.project, from)?;
            }
            if self.changes.iter().any(|change| change.field == Field::Name) {
                writer.put_alias(id, &self.before.project.name, from)?;
            }
        }
        for change in &self.changes {
            put_date(writer, &self.after, change.field, from)?;
        }
        for original in &self.originals {
            writer.put_original(id, original, from)?;
        }
        if filing.is_some() || moved {
            let kept = self.report.as_ref();
            writer.put_report(
                &Report {
                    project: id,
                    month: self.month,
                    filing: filing.map(|f| f.id).or(kept.and_then(|report| report.filing)),
                    revision: filing
                        .map(|f| f.revision)
                        .or(kept.and_then(|report| report.revision)),
                    standing: self.after.project.standing,
                    progress: self.after.progress,
                    problem: self.after.problem,
                },
                from,
            )?;
        }
        Ok(())
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

/// Fields whose value belongs to one month.
const fn belongs_to_a_month(field: Field) -> bool {
    matches!(field, Field::Stage | Field::Money(_) | Field::Progress | Field::Problem)
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
