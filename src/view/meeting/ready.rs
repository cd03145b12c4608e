//! The page of `meeting ready`: by district, by project, and what each mark rests on.

use crate::desk::meeting::ready::Readiness;
use crate::model::note::Note;
use crate::model::readiness::{Mark, MarkState, ReadyNote};
use crate::model::term::Term;
use crate::report::readiness::{Assessed, Judged, ReadyCount};
use crate::view::names::Frame;
use crate::view::page::{Cell, Column, Page, Row, Table};

pub fn page(frame: &Frame<'_>, readiness: &Readiness) -> Page {
    let shown: Vec<&Assessed> =
        readiness.projects.iter().filter(|project| readiness.all || !project.is_ready()).collect();
    let tables = [
        Some(district_table(frame, readiness)),
        (!shown.is_empty()).then(|| project_table(frame, &shown)),
        (!shown.is_empty()).then(|| ground_table(frame, readiness, &shown)),
    ];
    let mut page = frame.plain(Term::Readiness, tables.into_iter().flatten().collect());
    page.heading = vec![
        ReadyNote::For { meeting: readiness.meeting.clone(), day: readiness.held }.into(),
        Note::Standing { month: None, as_of: frame.scope.today },
        ReadyNote::Last(readiness.last.clone()).into(),
    ];
    page.notes.push(ReadyNote::Meaning { month: readiness.month }.into());
    if !readiness.all {
        let (shown, of) = (shown.len() as u64, readiness.projects.len() as u64);
        page.notes.push(ReadyNote::OnlyUnready { shown, of }.into());
    }
    page
}

fn district_table(frame: &Frame<'_>, readiness: &Readiness) -> Table {
    let cells = |first: Cell, count: &ReadyCount| {
        let marks = count.marks.iter().map(|part| Cell::Part { n: part.n, of: part.of });
        let ready = Cell::Share { n: count.ready.n, of: count.ready.of };
        [first].into_iter().chain(marks).chain([ready]).collect()
    };
    let table = &readiness.table;
    let rows = table.rows.iter().map(|(id, count)| Row::data(cells(frame.district(*id), count)));
    let total = Row::total(cells(Cell::word(Term::Total), &table.whole));
    let marks = Mark::ALL.iter().map(|mark| Column::number(*mark));
    Table {
        title: Term::ReadinessDistricts,
        columns: [Column::text(Term::District)]
            .into_iter()
            .chain(marks)
            .chain([Column::number(Term::Ready)])
            .collect(),
        rows: rows.chain([total]).collect(),
    }
}

fn project_table(frame: &Frame<'_>, shown: &[&Assessed]) -> Table {
    let row = |project: &&Assessed| {
        let head = [
            Cell::Code(project.code.clone()),
            Cell::Text(project.name.clone()),
            frame.short(project.district),
        ];
        let marks = project.marks.iter().map(|judged| Cell::word(judged.state));
        Row::data(head.into_iter().chain(marks).collect())
    };
    let head = [Column::short(Term::Code), Column::text(Term::Name), Column::short(Term::District)];
    let marks = Mark::ALL.iter().map(|mark| Column::short(*mark));
    Table {
        title: Term::ReadinessProjects,
        columns: head.into_iter().chain(marks).collect(),
        rows: shown.iter().map(row).collect(),
    }
}

/// One row for each mark that is not met, or for every mark where all is shown.
fn ground_table(frame: &Frame<'_>, readiness: &Readiness, shown: &[&Assessed]) -> Table {
    let row = |project: &Assessed, judged: &Judged| {
        let unmet = judged.state == MarkState::Unmet;
        Row::data(vec![
            Cell::Code(project.code.clone()),
            Cell::word(judged.mark),
            Cell::word(judged.state),
            Cell::Note(ReadyNote::Evidence(judged.evidence.clone()).into()),
            if unmet { supplier(frame, readiness, project.district) } else { Cell::Blank },
        ])
    };
    let rows = shown.iter().flat_map(|project| {
        let marks = project.marks.iter();
        let marks = marks.filter(|it| readiness.all || it.state == MarkState::Unmet);
        marks.map(|judged| row(project, judged))
    });
    Table {
        title: Term::ReadinessGrounds,
        columns: vec![
            Column::short(Term::Code),
            Column::short(Term::Requirement),
            Column::short(Term::Status),
            Column::text(Term::Evidence),
            Column::text(Term::Supplier),
        ],
        rows: rows.collect(),
    }
}

/// The person of the district, or the district where no one is on record.
fn supplier(frame: &Frame<'_>, readiness: &Readiness, district: i64) -> Cell {
    match readiness.suppliers.get(&district) {
        Some(Some(contact)) => Cell::Note(
            ReadyNote::Supplier {
                person: contact.person.clone(),
                role: contact.role,
                phone: contact.phone.clone(),
            }
            .into(),
        ),
        _ => frame.district(district),
    }
}
