//! The pages of `rules`.

use super::names::Frame;
use super::page::{Cell, Column, Page, Row, Table};
use crate::desk::rules::{Checked, Due};
use crate::model::finding::{Finding, RuleVersion};
use crate::model::note::Note;
use crate::model::term::Term;

pub fn rules(frame: &Frame<'_>, versions: &[RuleVersion]) -> Page {
    let rows = versions.iter().map(|version| {
        Row::data(vec![
            Cell::word(version.rule),
            Cell::Code(version.rule.key().to_owned()),
            Cell::Threshold(version.clone()),
            Cell::Day(version.since),
            if version.example { Cell::word(Term::Example) } else { Cell::Blank },
            Cell::Text(version.clause.clone()),
        ])
    });
    let table = Table {
        title: Term::Rules,
        columns: vec![
            Column::short(Term::Rule),
            Column::short(Term::Key),
            Column::short(Term::Threshold),
            Column::short(Term::Since),
            Column::short(Term::Example),
            Column::text(Term::Clause),
        ],
        rows: rows.collect(),
    };
    let mut page = frame.plain(Term::Rules, vec![table]);
    if versions.iter().any(|version| version.example) {
        page.notes.push(Note::ExampleThreshold);
    }
    page
}

/// What every rule says of one project.
pub fn check(frame: &Frame<'_>, checked: &Checked) -> Page {
    let table = Table {
        title: Term::Findings,
        columns: vec![Column::short(Term::Verdict), Column::text(Term::Findings)],
        rows: checked.findings.iter().map(finding).collect(),
    };
    let mut page = frame.page(Term::RulesCheck, vec![table]);
    let (code, name) = (checked.code.clone(), checked.name.clone());
    page.heading.insert(0, Note::About { code, name });
    if checked.findings.iter().any(|finding| finding.rule.example) {
        page.notes.push(Note::ExampleThreshold);
    }
    page
}

fn finding(finding: &Finding) -> Row {
    Row::data(vec![Cell::word(finding.verdict), Cell::Finding(finding.clone())])
}

/// Who ought to enter, who ought to leave, on which clocks a warning stands.
pub fn due(frame: &Frame<'_>, due: &Due) -> Page {
    let tables = [to_enter(frame, due), to_leave(frame, due), warnings(frame, due)];
    let mut page = frame.page(Term::RulesDue, tables.into_iter().flatten().collect());
    page.heading.push(Note::ClocksUntil { month: due.month });
    page.notes.push(if page.tables.is_empty() { Note::Empty } else { Note::ExampleThreshold });
    page
}

fn to_enter(frame: &Frame<'_>, due: &Due) -> Option<Table> {
    use crate::model::finding::Verdict;
    let rows = due.to_enter.iter().flat_map(|screened| {
        let application = &screened.application;
        let grounds = screened.findings.iter().filter(|f| f.verdict == Verdict::Pass);
        grounds.map(|finding| {
            Row::data(vec![
                Cell::Code(application.code.clone()),
                frame.district(application.district),
                Cell::Text(application.name.clone()),
                Cell::Finding(finding.clone()),
            ])
        })
    });
    (!due.to_enter.is_empty()).then(|| Table {
        title: Term::ToEnter,
        columns: vec![
            Column::short(Term::Application),
            Column::short(Term::District),
            Column::text(Term::Name),
            Column::text(Term::Findings),
        ],
        rows: rows.collect(),
    })
}

fn to_leave(frame: &Frame<'_>, due: &Due) -> Option<Table> {
    let rows = due.to_leave.iter().map(|leaving| {
        Row::data(vec![
            Cell::Code(leaving.code.clone()),
            frame.district(leaving.district),
            Cell::Text(leaving.name.clone()),
            Cell::word(leaving.ground),
            Cell::Finding(leaving.finding.clone()),
        ])
    });
    (!due.to_leave.is_empty()).then(|| Table {
        title: Term::ToLeave,
        columns: vec![
            Column::short(Term::Code),
            Column::short(Term::District),
            Column::text(Term::Name),
            Column::short(Term::Ground),
            Column::text(Term::Findings),
        ],
        rows: rows.collect(),
    })
}

fn warnings(frame: &Frame<'_>, due: &Due) -> Option<Table> {
    let rows = due.warned.iter().map(|warned| {
        Row::data(vec![
            Cell::Code(warned.code.clone()),
            frame.district(warned.district),
            Cell::Text(warned.name.clone()),
            Cell::word(warned.clock.kind),
            Cell::word(warned.clock.colour),
            Cell::Number(warned.clock.months),
            Cell::Month(warned.clock.last),
        ])
    });
    (!due.warned.is_empty()).then(|| Table {
        title: Term::Warnings,
        columns: vec![
            Column::short(Term::Code),
            Column::short(Term::District),
            Column::text(Term::Name),
            Column::short(Term::Clock),
            Column::short(Term::Colour),
            Column::number(Term::MonthsIdle),
            Column::short(Term::LastMonth),
        ],
        rows: rows.collect(),
    })
}
