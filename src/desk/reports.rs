//! `reports`: who has reported for a month, who is late, the reminder, and a nil report (零报告).

use super::lookup;
use super::resolve::not_in_the_future;
use crate::error::{Kind, Result};
use crate::model::Day;
use crate::model::calendar::Deadline;
use crate::model::filing::{Filing, Report};
use crate::model::month::Month;
use crate::model::party::{Contact, District, Party, Role};
use crate::rules::book::RuleBook;
use crate::rules::deadline::report_due;
use crate::store::filing::filing_id;
use crate::store::library::Outcome;
use crate::store::writer::Origin;
use crate::store::{Library, Reader, Stamp};

/// How a district stands with its report of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    OnTime,
    /// Arrived after the deadline.
    Late,
    /// Not arrived, the deadline has passed.
    Overdue,
    /// Not arrived, the deadline has not passed.
    NotYetDue,
}

/// A district and its report of the month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DistrictReport {
    pub district: District,
    pub filing: Option<Filing>,
    /// Projects of the district in the library that the month's report does not name.
    pub missing: Vec<(String, String)>,
    pub standing: Standing,
    /// Whom to remind: the liaison (联络员), else the lead (分管负责人).
    pub contact: Option<Contact>,
}

/// All districts and the deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthReports {
    pub month: Month,
    pub due: Option<Deadline>,
    pub districts: Vec<DistrictReport>,
}

/// Who has reported for a month and who is late on `today`.
///
/// # Errors
/// Only what the store reports.
pub fn reports(reader: &Reader<'_>, month: Month, today: Day) -> Result<MonthReports> {
    let book = RuleBook::new(reader.rules()?);
    let due = report_due(&book, &reader.calendar()?, month);
    let filings = reader.filings(month)?;
    let contacts = reader.contacts()?;
    let mut districts = Vec::new();
    for district in reader.districts()? {
        let filing = filings.iter().find(|filing| filing.district == district.id).cloned();
        let missing = reader.unreported(district.id, month)?;
        districts.push(DistrictReport {
            standing: standing(filing.as_ref(), due, today),
            contact: contact_for(&contacts, district.id, today),
            filing,
            missing,
            district,
        });
    }
    Ok(MonthReports { month, due, districts })
}

/// How a district stands with a report on a day.
pub fn standing(filing: Option<&Filing>, due: Option<Deadline>, today: Day) -> Standing {
    match (filing, due) {
        (Some(filing), Some(due)) if filing.first_received > due.day => Standing::Late,
        (Some(_), _) => Standing::OnTime,
        (None, Some(due)) if today > due.day => Standing::Overdue,
        (None, _) => Standing::NotYetDue,
    }
}

/// The person in office on that day, the liaison before the lead.
pub fn contact_for(contacts: &[Contact], district: i64, on: Day) -> Option<Contact> {
    let in_office =
        |contact: &&Contact| contact.party == Party::District(district) && contact.serves(on);
    [Role::Liaison, Role::Lead].iter().find_map(|role| {
        contacts.iter().filter(in_office).rfind(|contact| contact.role == *role).cloned()
    })
}

/// Records that a district has nothing to change (零报告): each of its projects is reported as it
/// stood. Returns the district and how many projects.
///
/// # Errors
/// Unknown district, a day or month in the future, or a report that has already arrived.
pub fn nil(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    given: &str,
    month: Month,
    on: Day,
) -> Result<(District, u64)> {
    not_in_the_future(on, stamp.today)?;
    if month > Month::of(on) {
        return Err(Kind::FutureMonth { month }.into());
    }
    library.write(stamp, waiting, |writer| {
        let district = lookup::district(&writer.districts()?, given)?;
        if let Some(filing) = writer.filing(district.id, month)? {
            return Err(Kind::AlreadyReported {
                district: district.name,
                month,
                revision: filing.revision,
            }
            .into());
        }
        let revision = writer.last_revision(district.id, month)? + 1;
        writer.put_filing(district.id, month, revision, on, None)?;
        let mut projects = 0;
        for (code, _) in writer.unreported(district.id, month)? {
            let Some(project) = writer.project_by_code(&code)? else { continue };
            let Some(last) = writer.report_until(project.id, month)? else { continue };
            let report = Report {
                project: project.id,
                month,
                filing: Some(filing_id(district.id, month)),
                revision: Some(revision),
                standing: last.standing,
                progress: None,
                problem: None,
            };
            writer.put_report(&report, Origin::default())?;
            projects += 1;
        }
        Ok(Outcome::Keep((district, projects)))
    })
}
