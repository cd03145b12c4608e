//! 会议纪要: who took part, what was decided, what became of the appeals.

use super::brief::outcomes;
use super::{Occasion, cell, common, count, official, table, text};
use crate::desk::pack::gather::{Closing, Material};
use crate::model::appeal::AppealField;
use crate::model::blank::Blank;
use crate::model::ledger::OutcomeColumn;
use crate::model::meeting::{Attendance, MeetingKind, Presence};
use crate::model::money::Unit;
use crate::model::pack::PackWord;
use crate::model::term::Term;
use crate::model::text::TextKind;
use crate::report::task::TaskLine;
use crate::view::names::Frame;
use crate::view::official::{Fill, Official};
use crate::view::page::{Cell, Column, Table};

pub fn minutes(material: &Material, closing: &Closing, occasion: &Occasion) -> Official {
    let frame =
        Frame { scope: closing.scope, unit: Unit::TenThousand, directory: &closing.directory };
    let leader = match material.meeting.kind {
        MeetingKind::Supervision => PackWord::ViceMayor,
        MeetingKind::Review => PackWord::Secretary,
    };
    let decided =
        closing.decided.iter().zip(1u64..).map(|(line, number)| decision(&frame, line, number));
    let mut fills = common(material, occasion);
    fills.retain(|(blank, _)| !matches!(blank, Blank::AsOf | Blank::Dated));
    fills.extend([
        cell(Blank::AsOf, Cell::Day(closing.scope.today)),
        cell(Blank::Dated, Cell::Day(closing.scope.today)),
        cell(Blank::Chair, Cell::word(leader)),
        count(Blank::ItemCount, material.tables.agenda.items.len()),
        count(Blank::DecisionCount, closing.decided.len()),
        (Blank::Decisions, Fill::List(decided.collect())),
        count(Blank::SettledCount, closing.settled.len()),
        (Blank::SettledList, Fill::Table(settled(closing))),
        cell(Blank::Present, people(&closing.attendance, Presence::Present)),
        cell(Blank::Observing, people(&closing.attendance, Presence::Observing)),
        cell(Blank::Absent, people(&closing.attendance, Presence::Absent)),
    ]);
    fills.extend(outcomes(&closing.outcomes));
    official(&frame, TextKind::Minutes, fills)
}

fn decision(frame: &Frame<'_>, line: &TaskLine, number: u64) -> Vec<(Blank, Fill)> {
    vec![
        cell(Blank::Number, Cell::Count(number)),
        text(Blank::TaskCode, Some(&line.task.code)),
        text(Blank::TaskText, Some(&line.task.text)),
        cell(Blank::Responsible, frame.units(&line.task.districts, &line.task.departments)),
        cell(Blank::TaskDue, line.due.map_or(Cell::Blank, Cell::Day)),
        text(Blank::ProjectName, line.project.as_ref().map(|(_, name)| name.as_str())),
        text(Blank::AppealCode, line.appeal.as_deref()),
        text(Blank::Leader, line.task.leader.as_deref()),
    ]
}

/// What became of the appeals at the meeting.
fn settled(closing: &Closing) -> Table {
    let rows = closing.settled.iter().map(|(settled, said)| {
        vec![
            Cell::Code(settled.appeal.code.clone()),
            Cell::Text(settled.appeal.project_name.clone()),
            Cell::optional(settled.appeal.purpose.as_deref()),
            Cell::word(settled.appeal.outcome),
            Cell::optional(said.as_deref()),
        ]
    });
    let columns = vec![
        Column::short(Term::Code),
        Column::text(Term::Name),
        Column::text(AppealField::Purpose),
        Column::short(OutcomeColumn::Outcome),
        Column::text(OutcomeColumn::Reason),
    ];
    table(Term::OutcomesSet, columns, rows.collect())
}

/// 单位 姓名（职务）, one after the other.
fn people(all: &[Attendance], presence: Presence) -> Cell {
    let mine = all.iter().filter(|it| it.presence == presence);
    super::joined(mine.map(|it| {
        let body = it.body.as_deref().unwrap_or_default();
        let post = it.post.as_ref().map(|post| format!("\u{ff08}{post}\u{ff09}"));
        format!("{body}{}{}", it.person, post.unwrap_or_default())
    }))
}
