//! The form that goes with a letter and comes back filled in (答复表).

use super::{Breadth, Choice, Entry, Form, FormSheet, column};
use crate::desk::appeal::paper::Paper;
use crate::model::dispatch::ReplyKind;
use crate::model::form::{FormHead, FormWord};
use crate::model::ledger::ReplyColumn;
use crate::view::names::Frame;
use crate::view::page::Cell;

/// The form of a letter, one row for each appeal in it.
pub fn reply(frame: &Frame<'_>, paper: &Paper) -> Form {
    let departments = &frame.directory.departments;
    let others = departments.iter().filter(|known| known.id != paper.letter.department);
    let others: Vec<Cell> = others.map(|known| frame.department(known.id)).collect();
    let columns = ReplyColumn::ALL.iter().map(|of| {
        let entry = match of {
            ReplyColumn::Department | ReplyColumn::Appeal | ReplyColumn::Role => {
                Entry::Printed(Breadth::Code)
            }
            ReplyColumn::Project => Entry::Printed(Breadth::Name),
            ReplyColumn::Purpose => Entry::Printed(Breadth::Words),
            ReplyColumn::Kind => Entry::Choice(Choice::Words(vec![
                ReplyKind::Final.into(),
                ReplyKind::Interim.into(),
                FormWord::Extension.into(),
                FormWord::Return.into(),
            ])),
            ReplyColumn::Opinion => Entry::Text(Breadth::Words),
            ReplyColumn::Day | ReplyColumn::Until => Entry::Date,
            ReplyColumn::Person => Entry::Text(Breadth::Code),
            ReplyColumn::To => Entry::Choice(Choice::Names(others.clone())),
            ReplyColumn::Reason => Entry::Text(Breadth::Name),
        };
        column(None, *of, entry)
    });
    let rows = paper.lines.iter().map(|line| {
        let cells = ReplyColumn::ALL.iter().map(|column| match column {
            ReplyColumn::Department => vec![frame.department(paper.letter.department)],
            ReplyColumn::Appeal => vec![Cell::Code(line.appeal.code.clone())],
            ReplyColumn::Project => vec![Cell::Text(line.project.name.clone())],
            ReplyColumn::Purpose => line.appeal.purpose.iter().cloned().map(Cell::Text).collect(),
            ReplyColumn::Role => vec![Cell::word(line.dispatch.role)],
            _ => Vec::new(),
        });
        cells.collect()
    });
    let sheet = FormSheet {
        name: FormWord::ReplySheet,
        title: FormWord::ReplyTitle,
        columns: columns.collect(),
        rows: rows.collect(),
        spare: 0,
        fixed: 2,
        across: 1,
    };
    let known = departments.iter().find(|known| known.id == paper.letter.department);
    let department = known.map(|known| (known.full.clone(), known.english.clone()));
    let head = FormHead::Reply {
        department: department.unwrap_or_default(),
        letter: paper.letter.code.clone(),
    };
    Form { head, made: paper.day, sheets: vec![sheet] }
}
