//! A row of a reply form (答复表): what kind of answer it is and whose, and what it says.

use super::{At, at, day_in};
use crate::desk::appeal::must_be_of;
use crate::desk::appeal::reply::{Answer, Mail, Response, record};
use crate::desk::import::{Judged, ListDesk};
use crate::desk::lookup;
use crate::error::{AppealRefusal, Kind, Result};
use crate::import::ledger::{Ledger, LedgerRow};
use crate::import::value;
use crate::model::appeal_note::AppealNote;
use crate::model::date::Dated;
use crate::model::dispatch::ReplyKind;
use crate::model::filing::RowClass;
use crate::model::ledger::ReplyColumn;
use crate::model::note::Note;
use crate::store::Writer;
use chrono::Datelike;

/// The columns a department fills in.
const OPEN: [ReplyColumn; 7] = [
    ReplyColumn::Kind,
    ReplyColumn::Opinion,
    ReplyColumn::Day,
    ReplyColumn::Person,
    ReplyColumn::Until,
    ReplyColumn::To,
    ReplyColumn::Reason,
];

pub(super) fn row(
    writer: &mut Writer<'_>,
    mail: &Mail,
    desk: &mut ListDesk<'_>,
    (list, row): At<'_, ReplyColumn>,
    department: Option<&str>,
) -> Result<Judged> {
    use ReplyColumn::{Appeal, Department, Opinion, Person, Project, Reason, To, Until};
    let refuse = |column, kind: Kind| Ok(Err(kind.at(list.place(row, column))));
    // A form goes out with what is asked; a row nobody filled in says nothing.
    if filled(row).is_empty() {
        return Ok(Ok((RowClass::Ignored, Vec::new())));
    }
    let Some(code) = row.cell(Appeal) else {
        return refuse(Appeal, AppealRefusal::AppealMissing.into());
    };
    let kind = match kind(row) {
        Ok(kind) => kind,
        Err((column, refusal)) => return refuse(column, refusal.into()),
    };
    let on = match day_in((list, row), ReplyColumn::Day, desk.day()) {
        Ok(on) => on,
        Err(fault) => return Ok(Err(fault.into_refusal()?)),
    };
    let response = match kind {
        value::Answer::Final => Response::Reply(ReplyKind::Final),
        value::Answer::Interim => Response::Reply(ReplyKind::Interim),
        value::Answer::Extension => {
            match row.cell(Until).map(|text| value::dated(text, Some(on.year()))) {
                Some(Ok((Dated::Day(until), _))) => Response::Extension(until),
                _ => return refuse(Until, Kind::BadDate),
            }
        }
        value::Answer::Return => {
            Response::Return(row.cell(To).filter(|to| !value::is_bureau(to)).map(str::to_owned))
        }
    };
    let said = [row.cell(Opinion), row.cell(Reason)];
    let said: Vec<&str> = said.into_iter().flatten().collect();
    let own = row.cell(Department).or(department).map(str::to_owned);
    let Some(own) = own.or_else(|| whose(mail, list, desk.file())) else {
        return refuse(Appeal, AppealRefusal::WhoseForm.into());
    };
    let answer = Answer {
        appeal: code.to_owned(),
        department: Some(own),
        response,
        person: row.cell(Person).map(str::to_owned),
        note: (!said.is_empty()).then(|| said.join("\u{ff1b}")),
        on,
    };
    let done = must_be_of(writer, code, row.cell(Project))
        .and_then(|()| record(writer, mail, &answer, desk.origin(row.row)));
    match at((list, row), Appeal, done)? {
        Err(problem) => Ok(Err(problem)),
        Ok(None) => Ok(Ok((RowClass::Unchanged, Vec::new()))),
        Ok(Some(notes)) => {
            desk.wrote = true;
            let lacking = |note: &AppealNote| {
                matches!(note, AppealNote::Late { .. } | AppealNote::Wordless { .. })
            };
            let (lacking, done): (Vec<_>, Vec<_>) = notes.into_iter().partition(lacking);
            desk.done.extend(done.into_iter().map(Note::Appeal));
            Ok(Ok((RowClass::New, lacking.into_iter().map(Note::Appeal).collect())))
        }
    }
}

fn filled(row: &LedgerRow<ReplyColumn>) -> Vec<ReplyColumn> {
    OPEN.into_iter().filter(|column| row.cell(*column).is_some()).collect()
}

/// The kind of answer a row gives: the one it names, else the one whose column alone is filled in.
/// A column that belongs to another kind is never passed over.
fn kind(
    row: &LedgerRow<ReplyColumn>,
) -> std::result::Result<value::Answer, (ReplyColumn, AppealRefusal)> {
    use ReplyColumn::{Kind as Type, Opinion, To, Until};
    let has = |column| row.cell(column).is_some();
    let Some(said) = row.cell(Type) else {
        return match (has(Opinion), has(Until), has(To)) {
            (true, false, false) => Ok(value::Answer::Final),
            (false, true, false) => Ok(value::Answer::Extension),
            (false, false, true) => Ok(value::Answer::Return),
            _ => Err((Type, AppealRefusal::AnswerUnsaid { filled: filled(row) })),
        };
    };
    let kind = value::answer(said).ok_or((Type, AppealRefusal::BadAnswer))?;
    let others: &[ReplyColumn] = match kind {
        value::Answer::Final | value::Answer::Interim => &[Until, To],
        value::Answer::Extension => &[To],
        value::Answer::Return => &[Until],
    };
    match others.iter().find(|column| has(**column)) {
        Some(column) => {
            let (column, said) = (*column, said.to_owned());
            Err((column, AppealRefusal::AnswerAgainst { said, column }))
        }
        None => Ok(kind),
    }
}

/// Whose form it is: the one department that its title or, failing that, its file name names.
fn whose(mail: &Mail, list: &Ledger<ReplyColumn>, file: &str) -> Option<String> {
    let breaks = ['(', ')', '\u{ff08}', '\u{ff09}', ':', '\u{ff1a}', ' ', '\u{3000}', '_', '-'];
    let pieces = list.captions().flat_map(|text| text.split(breaks));
    let named = pieces.filter_map(|piece| lookup::department(&mail.departments, piece).ok());
    if let Some(first) = only(named.map(|department| department.key)) {
        return Some(first);
    }
    // The form's own title runs on behind the full name of the department.
    let begun = mail.departments.iter().filter(|department| {
        list.captions().any(|text| text.trim_start().starts_with(department.full.as_str()))
    });
    if let Some(first) = longest(begun.map(|department| (&department.full, &department.key))) {
        return Some(first);
    }
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let names = mail.departments.iter().flat_map(|department| {
        let own = [&department.short, &department.full];
        own.into_iter().chain(&department.aliases).map(move |name| (name, &department.key))
    });
    longest(names.filter(|(name, _)| name.chars().count() > 1 && stem.contains(name.as_str())))
}

/// The longest name wins: 行政审批 is not 审批 of another.
fn longest<'a>(names: impl Iterator<Item = (&'a String, &'a String)>) -> Option<String> {
    let length = |name: &str| name.chars().count();
    let found: Vec<(&String, &String)> = names.collect();
    let longest = found.iter().map(|(name, _)| length(name)).max()?;
    only(found.into_iter().filter(|(name, _)| length(name) == longest).map(|(_, key)| key.clone()))
}

/// The value that all are, if there is one.
fn only(values: impl Iterator<Item = String>) -> Option<String> {
    let mut values: Vec<String> = values.collect();
    values.sort();
    values.dedup();
    (values.len() == 1).then(|| values.remove(0))
}
