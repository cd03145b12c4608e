//! `--from FILE`: lists of appeals, reply forms and sheets of outcomes, row by row.

mod reply;

use super::log::{Taken, amend, enter, known};
use super::reply::Mail;
use super::roll::Roll;
use super::words::Court;
use super::{Words, must_be_of, open, outcome};
use crate::desk::import::{ImportOutcome, ImportRequest, Judged, ListDesk, Watcher, take_lists};
use crate::desk::lookup;
use crate::desk::resolve::dollars;
use crate::error::{AppealRefusal, Fault, Kind, Refusal, Result};
use crate::import::ledger::{Ledger, LedgerRow};
use crate::import::value;
use crate::model::Day;
use crate::model::appeal::{AppealField, AppealOutcome};
use crate::model::appeal_note::AppealNote;
use crate::model::clue::Urgency;
use crate::model::date::Dated;
use crate::model::filing::RowClass;
use crate::model::ledger::{AppealColumn, LedgerColumn, OutcomeColumn};
use crate::model::month::Month;
use crate::model::note::Note;
use crate::store::{Library, Reader, Stamp, Writer};
use chrono::Datelike;

/// Logs the appeals of lists (诉求清单).
///
/// # Errors
/// Only what concerns no single file.
pub fn log(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    request: &ImportRequest,
    watcher: &mut dyn Watcher,
    round: Option<Month>,
) -> Result<ImportOutcome> {
    let judge =
        |writer: &mut Writer<'_>, roll: &Roll, desk: &mut ListDesk<'_>, list: &_, row: &_| {
            log_row(writer, roll, desk, (list, row), round)
        };
    take_lists(library, stamp, waiting, request, watcher, Roll::open, judge)
}

/// Records what departments answered (答复表); `department` says whose forms they are.
///
/// # Errors
/// Only what concerns no single file.
pub fn reply(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    request: &ImportRequest,
    watcher: &mut dyn Watcher,
    department: Option<&str>,
) -> Result<ImportOutcome> {
    let judge =
        |writer: &mut Writer<'_>, mail: &Mail, desk: &mut ListDesk<'_>, list: &_, row: &_| {
            reply::row(writer, mail, desk, (list, row), department)
        };
    take_lists(library, stamp, waiting, request, watcher, Mail::open, judge)
}

/// Sets the outcomes of a sheet (办理结果).
///
/// # Errors
/// Only what concerns no single file.
pub fn conclude(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    request: &ImportRequest,
    watcher: &mut dyn Watcher,
) -> Result<ImportOutcome> {
    let judge = |writer: &mut Writer<'_>, (): &(), desk: &mut ListDesk<'_>, list: &_, row: &_| {
        outcome_row(writer, desk, (list, row))
    };
    take_lists(library, stamp, waiting, request, watcher, |_| Ok(()), judge)
}

/// A list and one of its rows.
type At<'a, C> = (&'a Ledger<C>, &'a LedgerRow<C>);

/// Turns what was refused about a row into the row's problem, at a column.
fn at<C: LedgerColumn, T>(
    (list, row): At<'_, C>,
    column: C,
    done: Result<T>,
) -> Result<std::result::Result<T, Refusal>> {
    match done {
        Ok(done) => Ok(Ok(done)),
        Err(Fault::Refused(refusal)) => Ok(Err(refusal.kind.at(list.place(row, column)))),
        Err(other) => Err(other),
    }
}

/// The day in a column, else the day of the file.
fn day_in<C: LedgerColumn>((list, row): At<'_, C>, column: C, on: Day) -> Result<Day> {
    let at = |kind: Kind| -> Fault { kind.at(list.place(row, column)).into() };
    match row.cell(column).map(|text| value::dated(text, Some(on.year()))) {
        None => Ok(on),
        Some(Ok((Dated::Day(day), _))) if day <= on => Ok(day),
        Some(Ok((Dated::Day(day), _))) => Err(at(Kind::FutureDay { day, today: on })),
        Some(_) => Err(at(Kind::BadDate)),
    }
}

fn log_row(
    writer: &mut Writer<'_>,
    roll: &Roll,
    desk: &mut ListDesk<'_>,
    (list, row): At<'_, AppealColumn>,
    round: Option<Month>,
) -> Result<Judged> {
    use AppealColumn::{Appeal, City, Code, Name, Purpose};
    // What the district can settle by itself does not come to the city.
    if row.cell(City).and_then(value::flag) == Some(false) {
        return Ok(Ok((RowClass::Ignored, Vec::new())));
    }
    let court = &roll.court;
    let words = match words(writer, court, desk, (list, row)) {
        Ok(words) => Words { round, ..words },
        Err(fault) => return Ok(Err(fault.into_refusal()?)),
    };
    let (on, from) = (desk.day(), desk.origin(row.row));
    let mut project = None;
    let known = match row.cell(Appeal) {
        Some(code) => [row.cell(Code), row.cell(Name)]
            .into_iter()
            .try_for_each(|said| must_be_of(writer, code, said))
            .and_then(|()| open(writer, code).map(Some)),
        None => {
            let named = match desk.project(writer, list, row, Code, Name)? {
                Ok(named) => named,
                Err(problem) => return Ok(Err(problem)),
            };
            // The very row was taken before, whatever has become of its appeal since.
            if roll.read_before(writer, desk, row.row, named.id)? {
                return Ok(Ok((RowClass::Unchanged, Vec::new())));
            }
            let known = known(writer, named.id, &words);
            project = Some(named);
            known
        }
    };
    let done = known.and_then(|known| match (known, &project) {
        (Some(opened), _) => {
            roll.must_agree(desk, row.row, &opened.appeal, &words)?;
            amend(writer, court, opened, &words, on, from)
        }
        (None, Some(project)) => {
            enter(writer, court, project, &words, on, from).map(|done| (Taken::New, done))
        }
        (None, None) => Err(AppealRefusal::AppealMissing.into()),
    });
    let column = if row.cell(Appeal).is_some() { Appeal } else { Purpose };
    let (taken, done) = match at((list, row), column, done)? {
        Ok(done) => done,
        Err(problem) => return Ok(Err(problem)),
    };
    if let Some(appeal) = writer.appeal(&done.code)? {
        roll.heard(desk, row.row, appeal.id);
    }
    let class = match taken {
        Taken::New => RowClass::New,
        Taken::Amended => RowClass::Changed,
        Taken::Unchanged => RowClass::Unchanged,
    };
    desk.wrote |= taken != Taken::Unchanged;
    let mut warnings = Vec::new();
    for note in done.notes {
        match note {
            AppealNote::Fails { .. } | AppealNote::Alike { .. } => {
                warnings.push(Note::Appeal(note))
            }
            // The account says how many are unchanged.
            AppealNote::Unchanged { .. } => {}
            note => desk.done.push(Note::Appeal(note)),
        }
    }
    Ok(Ok((class, warnings)))
}

/// What a row says of an appeal.
fn words(
    reader: &Reader<'_>,
    court: &Court,
    desk: &ListDesk<'_>,
    (list, row): At<'_, AppealColumn>,
) -> Result<Words> {
    use AppealColumn::{
        Advice, Amount, Assist, Background, Category, Crux, Department, Purpose, RaisedBy,
        RaisedOn, Urgency as Urgent,
    };
    let refuse = |column, kind: Kind| -> Fault { kind.at(list.place(row, column)).into() };
    let texts = [
        (AppealField::Background, row.cell(Background).map(str::to_owned)),
        (AppealField::Problem, row.cell(Crux).map(str::to_owned)),
        (AppealField::Purpose, row.cell(Purpose).map(str::to_owned)),
        (AppealField::Target, target(row.cell(Department), row.cell(Assist))),
        (AppealField::Suggestion, row.cell(Advice).map(str::to_owned)),
    ];
    let category = row.cell(Category).map(|given| lookup::category(&court.categories, given));
    let category = match category.transpose() {
        Ok(category) => category.map(|category| category.id),
        Err(Fault::Refused(refusal)) => return Err(refuse(Category, refusal.kind)),
        Err(other) => return Err(other),
    };
    let raised_on = row.cell(RaisedOn).map(|_| day_in((list, row), RaisedOn, desk.day()));
    let raised_on = raised_on.transpose()?;
    let urgent = row.cell(Urgent).map(|text| value::urgency(text).ok_or(Kind::BadUrgency));
    let urgent = urgent.transpose().map_err(|kind| refuse(Urgent, kind))?;
    let amount = row.cell(Amount).map(|text| value::amount(text, desk.unit()));
    let amount = match amount.transpose().map_err(|kind| refuse(Amount, kind))? {
        None => None,
        Some(amount) => match dollars(reader, &amount, Month::of(desk.day())) {
            Ok(amount) => Some(amount),
            Err(Fault::Refused(refusal)) => return Err(refuse(Amount, refusal.kind)),
            Err(other) => return Err(other),
        },
    };
    Ok(Words {
        texts: texts.into_iter().filter_map(|(field, text)| Some((field, text?))).collect(),
        category,
        round: None,
        raised_by: row.cell(RaisedBy).map(str::to_owned),
        raised_on,
        urgent: urgent.map(|urgency| urgency == Urgency::Urgent),
        amount,
    })
}

/// The departments of a row, the lead first.
pub fn target(department: Option<&str>, assist: Option<&str>) -> Option<String> {
    let parts: Vec<&str> = [department, assist].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("\u{3001}"))
}

fn outcome_row(
    writer: &mut Writer<'_>,
    desk: &mut ListDesk<'_>,
    (list, row): At<'_, OutcomeColumn>,
) -> Result<Judged> {
    use OutcomeColumn::{Appeal, Day, Outcome, Project, Reason};
    let refuse = |column, kind: Kind| Ok(Err(kind.at(list.place(row, column))));
    let Some(text) = row.cell(Outcome) else {
        // The sheet goes out with the appeals; the rest only a person writes.
        let filled = [Reason, Day].into_iter().filter(|column| row.cell(*column).is_some());
        let filled: Vec<OutcomeColumn> = filled.collect();
        return match filled.is_empty() {
            true => Ok(Ok((RowClass::Ignored, Vec::new()))),
            false => refuse(Outcome, AppealRefusal::OutcomeUnsaid { filled }.into()),
        };
    };
    let Some(code) = row.cell(Appeal) else {
        return refuse(Appeal, AppealRefusal::AppealMissing.into());
    };
    let Some(outcome) = value::outcome(text) else {
        return refuse(Outcome, AppealRefusal::BadOutcome.into());
    };
    let on = match day_in((list, row), Day, desk.day()) {
        Ok(on) => on,
        Err(fault) => return Ok(Err(fault.into_refusal()?)),
    };
    if outcome == AppealOutcome::Refused && row.cell(Reason).is_none() {
        return refuse(Reason, AppealRefusal::ReasonForRefusal.into());
    }
    let from = desk.origin(row.row);
    let done = must_be_of(writer, code, row.cell(Project))
        .and_then(|()| outcome::set(writer, code, outcome, row.cell(Reason), on, from));
    match at((list, row), Appeal, done)? {
        Err(problem) => Ok(Err(problem)),
        Ok(None) => Ok(Ok((RowClass::Unchanged, Vec::new()))),
        Ok(Some(note)) => {
            desk.wrote = true;
            desk.done.push(Note::Appeal(note));
            Ok(Ok((RowClass::New, Vec::new())))
        }
    }
}
