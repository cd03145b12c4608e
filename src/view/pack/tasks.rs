//! 任务单: for each unit responsible, what the meeting decided that it has to do.

use super::{Occasion, cell, common, count, official, text};
use crate::desk::pack::gather::{Closing, Material};
use crate::model::blank::Blank;
use crate::model::dispatch::DispatchRole;
use crate::model::money::Unit;
use crate::model::text::TextKind;
use crate::report::task::TaskLine;
use crate::view::names::Frame;
use crate::view::official::{Fill, Official};
use crate::view::page::Cell;

/// One sheet for each unit, districts before departments.
pub fn sheets(material: &Material, closing: &Closing, occasion: &Occasion) -> Vec<Official> {
    let frame =
        Frame { scope: closing.scope, unit: Unit::TenThousand, directory: &closing.directory };
    let mut sheets = Vec::new();
    for district in &closing.directory.districts {
        let mine = |line: &&TaskLine| line.task.districts.contains(&district.id);
        let mine: Vec<&TaskLine> = closing.decided.iter().filter(mine).collect();
        // A district leads where no department does.
        let role = |line: &TaskLine| match line.task.departments.is_empty() {
            true => DispatchRole::Lead,
            false => DispatchRole::Assist,
        };
        sheets.extend(sheet(&frame, material, occasion, &district.name, &mine, role));
    }
    for department in &closing.directory.departments {
        let mine = |line: &&TaskLine| line.task.departments.contains(&department.id);
        let mine: Vec<&TaskLine> = closing.decided.iter().filter(mine).collect();
        let role = |line: &TaskLine| match line.task.departments.first() == Some(&department.id) {
            true => DispatchRole::Lead,
            false => DispatchRole::Assist,
        };
        sheets.extend(sheet(&frame, material, occasion, &department.full, &mine, role));
    }
    sheets
}

/// The sheet of a unit that has something to do.
fn sheet(
    frame: &Frame<'_>,
    material: &Material,
    occasion: &Occasion,
    unit: &str,
    mine: &[&TaskLine],
    role: impl Fn(&TaskLine) -> DispatchRole,
) -> Option<Official> {
    if mine.is_empty() {
        return None;
    }
    let tasks = mine.iter().zip(1u64..).map(|(line, number)| {
        vec![
            cell(Blank::Number, Cell::Count(number)),
            text(Blank::TaskCode, Some(&line.task.code)),
            text(Blank::TaskText, Some(&line.task.text)),
            cell(Blank::Role, Cell::word(role(line))),
            cell(Blank::Responsible, frame.units(&line.task.districts, &line.task.departments)),
            cell(Blank::TaskDue, line.due.map_or(Cell::Blank, Cell::Day)),
            text(Blank::ProjectName, line.project.as_ref().map(|(_, name)| name.as_str())),
            text(Blank::AppealCode, line.appeal.as_deref()),
            text(Blank::Leader, line.task.leader.as_deref()),
        ]
    });
    let mut fills = common(material, occasion);
    fills.retain(|(blank, _)| !matches!(blank, Blank::AsOf | Blank::Dated));
    fills.extend([
        cell(Blank::AsOf, Cell::Day(frame.scope.today)),
        cell(Blank::Dated, Cell::Day(frame.scope.today)),
        text(Blank::Addressee, Some(unit)),
        count(Blank::DecisionCount, mine.len()),
        (Blank::Decisions, Fill::List(tasks.collect())),
    ]);
    Some(official(frame, TextKind::TaskSheet, fills))
}
