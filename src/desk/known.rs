//! What the library knows of a project, read once and carried along while reports of it are taken.

use crate::desk::resolve::Resolved;
use crate::error::Result;
use crate::model::dossier::Dossier;
use crate::model::field::Field;
use crate::model::filing::Report;
use crate::model::month::Month;
use crate::model::project::Project;
use crate::model::work::Timing;
use crate::store::Reader;

/// A project's row of the register, its stage log and work items, and its newest report.
#[derive(Debug)]
pub struct Known {
    /// Without words: those belong to reports.
    dossier: Dossier,
    newest: Option<Report>,
}

impl Known {
    /// # Errors
    /// Only what the store reports.
    pub fn read(reader: &Reader<'_>, project: Project) -> Result<Known> {
        let newest = reader.report_until(project.id, Month::LAST)?;
        let mut dossier = Dossier::new(project);
        for milestone in reader.milestones(dossier.project.id)? {
            dossier.milestones.insert(milestone.stage, milestone.reached);
        }
        for work in reader.works(dossier.project.id)? {
            let dates = [(Timing::Planned, work.planned), (Timing::Actual, work.actual)];
            for (timing, date) in dates {
                if let Some(date) = date {
                    dossier.works.insert((work.item, timing), date);
                }
            }
        }
        Ok(Known { dossier, newest })
    }

    /// As it is known after a change; `report` is what was written of a month.
    pub fn after(self, dossier: Dossier, report: Option<Report>) -> Known {
        let month = self.newest.as_ref().map(|newest| newest.month);
        let newest = report.filter(|report| month.is_none_or(|month| report.month >= month));
        let dossier = Dossier { progress: None, problem: None, ..dossier };
        Known { dossier, newest: newest.or(self.newest) }
    }

    pub const fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    pub const fn project(&self) -> &Project {
        &self.dossier.project
    }

    pub const fn newest(&self) -> Option<&Report> {
        self.newest.as_ref()
    }

    /// Whether the register follows a report of this month: the project is in the library and no
    /// later month is on record. One that has left stays in the register as it left.
    pub fn follows(&self, month: Month) -> bool {
        let newest = self.newest.as_ref().map(|newest| newest.month);
        self.project().left.is_none() && newest.is_none_or(|newest| newest <= month)
    }

    /// Whether a district's report of a month says all this already, word for word.
    ///
    /// # Errors
    /// Only what the store reports.
    pub fn repeats(&self, reader: &Reader<'_>, month: Month, facts: &[Resolved]) -> Result<bool> {
        let told = match &self.newest {
            Some(newest) if newest.month == month => self.is_told(newest, facts),
            Some(newest) if newest.month > month => {
                let report = reader.report(self.project().id, month)?;
                report.is_some_and(|report| self.is_told(&report, facts))
            }
            _ => false,
        };
        Ok(told)
    }

    fn is_told(&self, report: &Report, facts: &[Resolved]) -> bool {
        report.filing.is_some()
            && facts.iter().all(|Resolved { field, fact, .. }| {
                if belongs_to_a_month(*field) {
                    report.says(*field, fact)
                } else {
                    self.dossier.says(*field, fact)
                }
            })
    }
}

/// Fields whose value belongs to one month.
pub const fn belongs_to_a_month(field: Field) -> bool {
    matches!(field, Field::Stage | Field::Money(_) | Field::Progress | Field::Problem)
}
