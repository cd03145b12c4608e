//! The pages of `reports`: who has reported, and the reminders.

use super::names::Frame;
use super::page::{Cell, Column, Page, Row, Table};
use crate::desk::reports::{DistrictReport, MonthReports, Standing};
use crate::model::note::Note;
use crate::model::term::Term;

pub fn reports(frame: &Frame<'_>, reports: &MonthReports) -> Page {
    let mut filed = 0;
    let mut rows: Vec<Row> = Vec::new();
    for district in &reports.districts {
        filed += u64::from(district.filing.is_some());
        rows.push(row(frame, reports, district));
    }
    rows.push(Row::total(vec![
        Cell::word(Term::Total),
        Cell::Share { n: filed, of: reports.districts.len() as u64 },
    ]));
    let table = Table {
        title: Term::Reports,
        columns: vec![
            Column::text(Term::District),
            Column::short(Term::Status),
            Column::short(Term::DueDay),
            Column::short(Term::Received),
            Column::number(Term::Revision),
            Column::number(Term::Projects),
            Column::number(Term::Unreported),
            Column::text(Term::File),
        ],
        rows,
    };
    let mut page = frame.plain(Term::Reports, vec![table]);
    page.heading = vec![Note::Standing { month: Some(reports.month), as_of: frame.scope.today }];
    page
}

fn row(frame: &Frame<'_>, reports: &MonthReports, district: &DistrictReport) -> Row {
    let filing = district.filing.as_ref();
    let status = match (district.standing, filing.is_some_and(|filing| filing.nil)) {
        (Standing::OnTime, true) => Term::NilReport,
        (Standing::OnTime, false) => Term::OnTime,
        (Standing::Late, _) => Term::Late,
        (Standing::Overdue, _) => Term::Overdue,
        (Standing::NotYetDue, _) => Term::NotYetDue,
    };
    Row::data(vec![
        frame.district(district.district.id),
        Cell::word(status),
        reports.due.map_or(Cell::Blank, |due| Cell::Day(due.day)),
        filing.map_or(Cell::Blank, |filing| Cell::Day(filing.received)),
        filing.map_or(Cell::Blank, |filing| Cell::Number(filing.revision)),
        filing.map_or(Cell::Count(0), |filing| Cell::Count(filing.projects.unsigned_abs())),
        Cell::Count(district.missing.len() as u64),
        Cell::optional(filing.and_then(|filing| filing.file.as_deref())),
    ])
}

/// One text per district whose report is overdue (催报).
pub fn reminders(frame: &Frame<'_>, reports: &MonthReports) -> Page {
    let overdue =
        reports.districts.iter().filter(|district| district.standing == Standing::Overdue);
    let rows: Vec<Row> = overdue
        .filter_map(|district| {
            let due = reports.due?;
            Some(Row::data(vec![
                frame.district(district.district.id),
                Cell::Note(Note::Reminder {
                    district: district.district.name.clone(),
                    contact: district.contact.as_ref().map(|contact| contact.person.clone()),
                    month: reports.month,
                    due: due.day,
                    provisional: due.provisional,
                }),
            ]))
        })
        .collect();
    let nobody = rows.is_empty();
    let table = Table {
        title: Term::Reminders,
        columns: vec![Column::short(Term::District), Column::text(Term::Message)],
        rows,
    };
    let mut page = frame.plain(Term::Reminders, if nobody { Vec::new() } else { vec![table] });
    if nobody {
        page.notes.push(Note::NobodyLate { month: reports.month });
    }
    page
}
