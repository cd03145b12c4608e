//! `meeting decide --from FILE`: a sheet of decisions (议定事项表) taken row by row.

use super::order::{Order, Taken, judge, keep, must_be_held};
use crate::desk::import::{ImportOutcome, ImportRequest, Judged, ListDesk, Watcher, take_lists};
use crate::desk::meeting;
use crate::error::{Fault, Kind, Place, Refusal, Result, TaskRefusal};
use crate::import::ledger::{Ledger, LedgerRow};
use crate::import::value;
use crate::model::Day;
use crate::model::date::Dated;
use crate::model::filing::RowClass;
use crate::model::ledger::DecisionColumn;
use crate::model::meeting::{Meeting as Held, codes_in};
use crate::model::name::identity_key;
use crate::model::note::Note;
use crate::model::task::Task;
use crate::model::task_note::TaskNote;
use crate::store::{Library, Reader, Stamp, Writer};
use chrono::Datelike;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// A list and one of its rows.
type At<'a> = (&'a Ledger<DecisionColumn>, &'a LedgerRow<DecisionColumn>);

/// Records the decisions of a meeting from sheets; a row without a decision is none.
///
/// # Errors
/// An unknown meeting, one still to be held; only what concerns no single file.
pub fn decide(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    request: &ImportRequest,
    watcher: &mut dyn Watcher,
    code: &str,
) -> Result<ImportOutcome> {
    let judge =
        |writer: &mut Writer<'_>, minutes: &Minutes, desk: &mut ListDesk<'_>, list: &_, row: &_| {
            one(writer, minutes, desk, (list, row), stamp.today)
        };
    let open = |reader: &Reader<'_>| Minutes::open(reader, code, stamp.today);
    take_lists(library, stamp, waiting, request, watcher, open, judge)
}

/// What one run over sheets of a meeting has heard.
struct Minutes {
    meeting: Held,
    /// The decisions that were on record before.
    before: Vec<Task>,
    /// The first row about each decision: the number of its source, its file, its place.
    first: RefCell<BTreeMap<String, (i64, String, u64)>>,
}

impl Minutes {
    fn open(reader: &Reader<'_>, code: &str, today: Day) -> Result<Minutes> {
        let meeting = meeting::open(reader, code)?;
        must_be_held(&meeting, today)?;
        let mut before = reader.tasks()?;
        before.retain(|task| task.meeting == Some(meeting.id));
        Ok(Minutes { meeting, before, first: RefCell::default() })
    }

    /// What names meetings, a sheet above its header or a row of it, must name this one among them;
    /// what names none is taken.
    fn unless_named(&self, named: Vec<String>, at: Place) -> Option<Refusal> {
        if named.is_empty() || named.contains(&self.meeting.code) {
            return None;
        }
        let meeting = self.meeting.code.clone();
        Some(Kind::from(TaskRefusal::SheetOfOther { meeting, named }).at(at))
    }

    /// The first row about a decision. A file that was refused leaves its number to the next one,
    /// and what it said does not count.
    fn first_of(&self, desk: &ListDesk<'_>, code: &str) -> Option<(String, u64)> {
        let now = desk.origin(0).source.unwrap_or_default();
        let (source, file, row) = self.first.borrow().get(code).cloned()?;
        (source < now || file == desk.file()).then_some((file, row))
    }

    fn heard(&self, desk: &ListDesk<'_>, row: u64, code: &str) {
        if self.first_of(desk, code).is_none() {
            let source = desk.origin(row).source.unwrap_or_default();
            let heard = (source, desk.file().to_owned(), row);
            self.first.borrow_mut().insert(code.to_owned(), heard);
        }
    }

    /// Codes of what the meeting decided before about the same project or appeal.
    fn earlier(&self, task: &Task) -> Vec<String> {
        let about = |other: &&Task| {
            (task.project.is_some() || task.appeal.is_some())
                && (other.project, other.appeal) == (task.project, task.appeal)
        };
        self.before.iter().filter(about).map(|other| other.code.clone()).collect()
    }
}

fn one(
    writer: &mut Writer<'_>,
    minutes: &Minutes,
    desk: &mut ListDesk<'_>,
    (list, row): At<'_>,
    today: Day,
) -> Result<Judged> {
    use DecisionColumn::{Decision, Due, Meeting, Task as Code};
    let refuse = |column, refusal: TaskRefusal| -> Refusal {
        Kind::from(refusal).at(list.place(row, column))
    };
    let above: Vec<&str> = list.captions().collect();
    let whole = Place { sheet: list.sheet.clone(), ..Place::default() };
    if let Some(problem) = minutes.unless_named(codes_in(&above.join(" ")), whole) {
        return Err(problem.into());
    }
    if row.cell(Decision).is_none() {
        // The agenda fills the rest in beforehand; these two only a person does.
        let filled = row.cell(Due).is_some() || row.cell(Code).is_some();
        return Ok(match filled {
            true => Err(refuse(Decision, TaskRefusal::RowWithoutText)),
            false => Ok((RowClass::Ignored, Vec::new())),
        });
    }
    let named = codes_in(row.cell(Meeting).unwrap_or_default());
    if let Some(problem) = minutes.unless_named(named, list.place(row, Meeting)) {
        return Ok(Err(problem));
    }
    let order = match order(writer, minutes, (list, row))? {
        Ok(order) => order,
        Err(problem) => return Ok(Err(problem)),
    };
    let judged = match judge(writer, &order, today) {
        Ok(judged) => judged,
        Err(Fault::Refused(refusal)) => {
            let column = column_of(&refusal.kind);
            return Ok(Err(refusal.kind.at(list.place(row, column))));
        }
        Err(other) => return Err(other),
    };
    let (taken, earlier) = (judged.taken.clone(), minutes.earlier(&judged.task));
    if matches!(taken, Taken::Amended(_))
        && let Some((file, at)) = minutes.first_of(desk, &judged.task.code)
    {
        let file = Some(file).filter(|file| file != desk.file());
        let said = TaskRefusal::SaidTwice { code: judged.task.code, row: at, file };
        return Ok(Err(refuse(Decision, said)));
    }
    let known = judged.task.code.clone();
    let notes = keep(writer, judged, desk.origin(row.row))?;
    let mut warnings = Vec::new();
    for note in notes {
        match note {
            TaskNote::Logged { ref code, .. } => {
                minutes.heard(desk, row.row, code);
                if !earlier.is_empty() {
                    let (code, earlier) = (code.clone(), earlier.clone());
                    warnings.push(TaskNote::Another { code, earlier }.into());
                }
                desk.done.push(note.into());
            }
            // The account says how many are unchanged.
            TaskNote::Unchanged { code } => minutes.heard(desk, row.row, &code),
            TaskNote::AfterClose { .. } => warnings.push(Note::Task(note)),
            note => {
                minutes.heard(desk, row.row, &known);
                desk.done.push(note.into());
            }
        }
    }
    desk.wrote |= taken != Taken::Unchanged;
    let class = match taken {
        Taken::New => RowClass::New,
        Taken::Amended(_) => RowClass::Changed,
        Taken::Unchanged => RowClass::Unchanged,
    };
    Ok(Ok((class, warnings)))
}

/// What a row says was decided.
fn order(
    reader: &Reader<'_>,
    minutes: &Minutes,
    (list, row): At<'_>,
) -> Result<std::result::Result<Order, Refusal>> {
    use DecisionColumn::{Decision, Departments, Districts, Due, Leader, Task as Code};
    let year = minutes.meeting.day.map(|day| day.year());
    let due = match row.cell(Due).map(|text| value::dated(text, year)) {
        None => None,
        Some(Ok((Dated::Day(day), _))) => Some(day),
        // A month is over with its last day.
        Some(Ok((Dated::Month(month), _))) => Some(month.last_day()),
        Some(Err(kind)) => return Ok(Err(kind.at(list.place(row, Due)))),
    };
    let names = |column| -> Vec<String> {
        let named = row.cell(column).map(value::parties).unwrap_or_default();
        named.into_iter().map(|(name, _)| name).collect()
    };
    let (project, appeal) = match subject(reader, row)? {
        Ok(about) => about,
        Err(kind) => return Ok(Err(kind.at(list.place(row, DecisionColumn::Subject)))),
    };
    Ok(Ok(Order {
        code: row.cell(Code).map(str::to_owned),
        source: None,
        meeting: Some(minutes.meeting.code.clone()),
        leader: row.cell(Leader).map(str::to_owned),
        text: row.cell(Decision).unwrap_or_default().to_owned(),
        districts: names(Districts),
        departments: names(Departments),
        due,
        project,
        appeal,
        on: None,
    }))
}

/// Codes of the project and the appeal an item is about: of a task, what that is about; of a row
/// without a code, the project that bears its name.
type About = (Option<String>, Option<String>);

fn subject(
    reader: &Reader<'_>,
    row: &LedgerRow<DecisionColumn>,
) -> Result<std::result::Result<About, Kind>> {
    let Some(code) = row.cell(DecisionColumn::Subject).map(|code| code.trim().to_uppercase())
    else {
        let Some(name) = row.cell(DecisionColumn::Name) else { return Ok(Ok((None, None))) };
        let found = reader.projects_named_like(name, 2)?;
        let exact = found.iter().filter(|it| identity_key(&it.name) == identity_key(name));
        let codes: Vec<String> = exact.map(|it| it.code.clone()).collect();
        return Ok(Ok((
            if let [only] = codes.as_slice() { Some(only.clone()) } else { None },
            None,
        )));
    };
    if reader.project_by_code(&code)?.is_some() {
        return Ok(Ok((Some(code), None)));
    }
    if reader.appeal(&code)?.is_some() {
        return Ok(Ok((None, Some(code))));
    }
    let Some(task) = reader.task(&code)? else { return Ok(Err(Kind::CodeUnknown { code })) };
    let project = task.project.map(|id| reader.project(id)).transpose()?.flatten();
    let appeal = task.appeal.map(|id| reader.appeal_by_id(id)).transpose()?.flatten();
    Ok(Ok((project.map(|it| it.code), appeal.map(|it| it.code))))
}

/// The column at fault.
fn column_of(kind: &Kind) -> DecisionColumn {
    use DecisionColumn::{Decision, Departments, Districts, Due, Task as Code};
    match kind {
        Kind::UnknownDistrict { .. } => Districts,
        Kind::UnknownDepartment { .. } => Departments,
        Kind::Task(refusal) => match **refusal {
            TaskRefusal::DueBefore { .. } => Due,
            TaskRefusal::Nobody => Departments,
            TaskRefusal::Unknown { .. } | TaskRefusal::OtherMeeting { .. } => Code,
            _ => Decision,
        },
        _ => Decision,
    }
}
