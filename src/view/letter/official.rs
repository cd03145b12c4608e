//! The letter itself (函): the fields of its text.

use crate::desk::appeal::paper::{Line, Paper};
use crate::model::appeal::AppealField;
use crate::model::blank::Blank;
use crate::model::clue::Urgency;
use crate::model::dispatch::DispatchRole;
use crate::model::meeting::MeetingKind;
use crate::model::setting::Office;
use crate::model::term::Term;
use crate::model::text::TextKind;
use crate::view::names::Frame;
use crate::view::official::{Fill, Official};
use crate::view::page::{Cell, Page};
use crate::view::redact::Investors;
use std::collections::BTreeSet;

/// A letter to its department.
pub fn official(frame: &Frame<'_>, paper: &Paper, office: &Office, named: Investors) -> Official {
    let text = |text: &str| Fill::Cell(Cell::Text(text.to_owned()));
    let day = |day: Option<_>| Fill::Cell(day.map_or(Cell::Blank, Cell::Day));
    let count = |count: usize| Fill::Cell(Cell::Count(count as u64));
    let of_role = |role| paper.lines.iter().filter(|line| line.dispatch.role == role).count();
    let projects: BTreeSet<i64> = paper.lines.iter().map(|line| line.project.id).collect();
    let first = paper.lines.iter().filter_map(|line| line.due.as_ref()).min_by_key(|due| due.day);
    let provisional =
        paper.lines.iter().any(|line| line.due.as_ref().is_some_and(|due| due.provisional));
    let meeting = paper.meeting.map_or(Cell::Blank, |_| Cell::word(MeetingKind::Supervision));
    let appeals = (1..).zip(&paper.lines).map(|(number, line)| appeal(frame, number, line, named));
    let fills = vec![
        (Blank::Addressee, Fill::Cell(frame.full(paper.letter.department))),
        (Blank::Office, text(&office.name)),
        (Blank::Signature, text(&office.signature)),
        (Blank::Contact, text(&office.contact)),
        (Blank::Phone, text(&office.phone)),
        (Blank::Dated, day(Some(paper.day))),
        (Blank::LetterNumber, Fill::Cell(Cell::optional(paper.letter.number.as_deref()))),
        (Blank::LetterCode, Fill::Cell(Cell::Code(paper.letter.code.clone()))),
        (Blank::Round, Fill::Cell(Cell::Month(paper.letter.round))),
        (Blank::MeetingName, Fill::Cell(meeting)),
        (Blank::MeetingDay, day(paper.meeting)),
        (Blank::AppealCount, count(paper.lines.len())),
        (Blank::ProjectCount, count(projects.len())),
        (Blank::LeadCount, count(of_role(DispatchRole::Lead))),
        (Blank::AssistCount, count(of_role(DispatchRole::Assist))),
        (Blank::ReplyDue, day(first.map(|due| due.day))),
        (Blank::GovernedBy, Fill::Cell(first.map_or(Cell::Blank, |due| Cell::word(due.governed)))),
        (Blank::Provisional, Fill::Cell(Cell::Flag(provisional))),
        (Blank::Attachment, Fill::Cell(Cell::word(Term::ReplyForm))),
        (Blank::AppealList, Fill::List(appeals.collect())),
    ];
    let page = frame.plain(Term::Letter, Vec::new());
    Official { text: TextKind::Letter, page: Page { as_of: paper.day, ..page }, fills }
}

/// One appeal: its five fields, who has which part in it, and when its answer is due.
fn appeal(frame: &Frame<'_>, number: u64, line: &Line, investors: Investors) -> Vec<(Blank, Fill)> {
    let cell = Fill::Cell;
    let field = |field| cell(Cell::optional(line.appeal.text(field)));
    let investor = line.project.investor.as_deref().filter(|_| investors == Investors::Named);
    let others = |role| {
        let ids = line.others.iter().filter(|(_, part)| *part == role).map(|(id, _)| *id);
        frame.full_names(ids)
    };
    let due = line.due.as_ref();
    let urgency = if line.appeal.urgent { Urgency::Urgent } else { Urgency::Normal };
    vec![
        (Blank::Number, cell(Cell::Count(number))),
        (Blank::AppealCode, cell(Cell::Code(line.appeal.code.clone()))),
        (Blank::ProjectName, cell(Cell::Text(line.project.name.clone()))),
        (Blank::District, cell(frame.district(line.project.district))),
        (Blank::Investors, cell(Cell::optional(investor))),
        (Blank::Category, cell(frame.category(line.appeal.category))),
        (Blank::Urgency, cell(Cell::word(urgency))),
        (Blank::Background, field(AppealField::Background)),
        (Blank::Problem, field(AppealField::Problem)),
        (Blank::Purpose, field(AppealField::Purpose)),
        (Blank::Targets, field(AppealField::Target)),
        (Blank::Suggestion, field(AppealField::Suggestion)),
        (Blank::Role, cell(Cell::word(line.dispatch.role))),
        (Blank::LeadDepartment, cell(others(DispatchRole::Lead))),
        (Blank::AssistDepartments, cell(others(DispatchRole::Assist))),
        (Blank::ReplyDue, cell(due.map_or(Cell::Blank, |due| Cell::Day(due.day)))),
        (Blank::GovernedBy, cell(due.map_or(Cell::Blank, |due| Cell::word(due.governed)))),
        (Blank::Provisional, cell(Cell::Flag(due.is_some_and(|due| due.provisional)))),
    ]
}
