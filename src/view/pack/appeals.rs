//! 诉求清单（按部门）: what each department was asked, and the sheet of outcomes to fill in.

use super::{Leaf, Occasion, cell, common, count, named, official, table};
use crate::desk::appeal::list::Folder;
use crate::desk::pack::gather::{Material, answer};
use crate::model::appeal::AppealField;
use crate::model::blank::Blank;
use crate::model::dispatch::{Dispatch, DispatchRole};
use crate::model::ledger::OutcomeColumn;
use crate::model::pack::PackWord;
use crate::model::party::Department;
use crate::model::term::Term;
use crate::model::text::TextKind;
use crate::model::word::Word;
use crate::view::names::Frame;
use crate::view::official::{Fill, Official};
use crate::view::page::{Cell, Column, Page, Table};

/// A page for each department that was asked, called after it.
pub fn pages(frame: &Frame<'_>, material: &Material) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    for (department, mine) in asked(frame, material) {
        let rows = mine.iter().map(|(folder, dispatch)| row(frame, folder, dispatch));
        let table = table(Term::DepartmentAppeals, columns(), rows.collect());
        let mut page: Page = frame.plain(Term::DepartmentAppeals, vec![table]);
        page.place = department.full.clone();
        page.heading.push(named(&material.meeting));
        leaves.push((Some((department.short.clone(), department.english.clone())), page));
    }
    leaves
}

/// A department with what it was asked, what it leads first.
type Asked<'a> = (&'a Department, Vec<(&'a Folder, &'a Dispatch)>);

fn asked<'a>(frame: &Frame<'a>, material: &'a Material) -> Vec<Asked<'a>> {
    let of = |department: &'a Department| {
        let part = |folder: &'a Folder| Some((folder, folder.opened.part_of(department.id)?));
        let mut mine: Vec<(&Folder, &Dispatch)> =
            material.appeals.iter().filter_map(part).collect();
        mine.sort_by_key(|(_, dispatch)| dispatch.role != DispatchRole::Lead);
        (department, mine)
    };
    let all = frame.directory.departments.iter().map(of);
    all.filter(|(_, mine)| !mine.is_empty()).collect()
}

/// The same to read: a frame for each appeal, the department's on sheets of its own.
pub fn texts(frame: &Frame<'_>, material: &Material, occasion: &Occasion) -> Vec<Official> {
    let text = |(department, mine): Asked<'_>| {
        let led = mine.iter().filter(|(_, dispatch)| dispatch.role == DispatchRole::Lead).count();
        let items = mine.iter().zip(1u64..).map(|((folder, dispatch), number)| {
            vec![
                cell(Blank::Number, Cell::Count(number)),
                cell(Blank::AppealCode, Cell::Code(folder.opened.appeal.code.clone())),
                cell(Blank::ProjectName, Cell::Text(folder.project.name.clone())),
                (Blank::AppealFrame, Fill::Grid(pairs(frame, folder, dispatch))),
            ]
        });
        let mut fills = common(material, occasion);
        fills.extend([
            cell(Blank::Addressee, Cell::Text(department.full.clone())),
            count(Blank::AppealCount, mine.len()),
            count(Blank::LeadCount, led),
            count(Blank::AssistCount, mine.len() - led),
            (Blank::AppealList, Fill::List(items.collect())),
        ]);
        official(frame, TextKind::DepartmentAppeals, fills)
    };
    asked(frame, material).into_iter().map(text).collect()
}

fn pairs(frame: &Frame<'_>, folder: &Folder, dispatch: &Dispatch) -> Vec<(Word, Cell)> {
    let mut pairs: Vec<(Word, Cell)> =
        vec![(Term::Category.into(), frame.category(folder.opened.appeal.category))];
    let cells = row(frame, folder, dispatch).into_iter().zip(columns());
    let shown = cells.skip(2).map(|(cell, column)| (column.heading, cell));
    pairs.extend(shown);
    // What is short shares a line: category with district, role with due day.
    let due = pairs.iter().position(|(word, _)| *word == Term::ReplyDue.into());
    if let Some(due) = due.map(|at| pairs.remove(at)) {
        pairs.insert(3, due);
    }
    pairs
}

fn columns() -> Vec<Column> {
    let mut columns = vec![
        Column::short(Term::Code),
        Column::text(Term::Name),
        Column::short(Term::District),
        Column::short(Term::Role),
    ];
    columns.extend(AppealField::ALL.iter().map(|field| Column::text(*field)));
    columns.extend([
        Column::short(Term::ReplyDue),
        Column::text(PackWord::Opinion),
        Column::short(Term::Outcome),
    ]);
    columns
}

fn row(frame: &Frame<'_>, folder: &Folder, dispatch: &Dispatch) -> Vec<Cell> {
    let (appeal, life) = (&folder.opened.appeal, &folder.opened.life);
    let part = life.parts.get(&dispatch.id);
    let due = part.and_then(|part| part.extended).or(dispatch.due.as_ref().map(|due| due.day));
    let mut cells = vec![
        Cell::Code(appeal.code.clone()),
        Cell::Text(folder.project.name.clone()),
        frame.short(folder.project.district),
        Cell::word(dispatch.role),
    ];
    cells.extend(AppealField::ALL.iter().map(|field| Cell::optional(appeal.text(*field))));
    let opinion = answer(folder, dispatch.id).map(str::to_owned);
    let opinion = opinion.map(Cell::Text).or(part.map(|part| Cell::word(part.state)));
    cells.extend([
        due.map_or(Cell::Blank, Cell::Day),
        opinion.unwrap_or(Cell::Blank),
        Cell::word(life.outcome_now()),
    ]);
    cells
}

/// The appeals in hand, each with room for what became of it.
pub fn outcomes(material: &Material) -> Table {
    let open = material.appeals.iter().filter(|folder| folder.opened.life.state.is_open());
    let rows = open.zip(1u64..).map(|(folder, number)| {
        let cells = OutcomeColumn::ALL.iter().map(|column| match column {
            OutcomeColumn::Serial => Cell::Count(number),
            OutcomeColumn::Appeal => Cell::Code(folder.opened.appeal.code.clone()),
            OutcomeColumn::Project => Cell::Text(folder.project.name.clone()),
            OutcomeColumn::Outcome | OutcomeColumn::Reason | OutcomeColumn::Day => Cell::Blank,
        });
        cells.collect()
    });
    let column = |column: &OutcomeColumn| match column {
        OutcomeColumn::Serial | OutcomeColumn::Appeal | OutcomeColumn::Day => {
            Column::short(*column)
        }
        _ => Column::text(*column),
    };
    table(Term::OutcomeSheet, OutcomeColumn::ALL.iter().map(column).collect(), rows.collect())
}
