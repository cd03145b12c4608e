//! A decision of a meeting or a written instruction is recorded, or corrected.

use crate::desk::meeting;
use crate::desk::resolve::not_in_the_future;
use crate::desk::{appeal, lookup};
use crate::error::{MeetingRefusal, Result, TaskRefusal};
use crate::model::Day;
use crate::model::meeting::{Meeting, MeetingKind, MeetingState};
use crate::model::name::clean;
use crate::model::task::{Task, TaskField, TaskSource};
use crate::model::task_note::TaskNote;
use crate::store::library::Outcome;
use crate::store::writer::Origin;
use crate::store::{Library, Reader, Stamp, Writer};

/// What is decided or instructed, as typed or read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Order {
    /// Code of the task on record that this corrects.
    pub code: Option<String>,
    /// Where it comes from; the kind of the meeting unless said.
    pub source: Option<TaskSource>,
    /// Code of the meeting; of a decision without one, the meeting held on its day.
    pub meeting: Option<String>,
    /// Who instructed or decided.
    pub leader: Option<String>,
    pub text: String,
    /// Districts and departments responsible, by any of their names; the lead department first.
    pub districts: Vec<String>,
    pub departments: Vec<String>,
    pub due: Option<Day>,
    /// The project it is about, by code or name; that of the appeal unless said.
    pub project: Option<String>,
    /// Code of the appeal it is about.
    pub appeal: Option<String>,
    /// The day it was decided or written; that of the meeting, else today.
    pub on: Option<Day>,
}

/// What became of what was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    New,
    /// These are said otherwise than before.
    Amended(Vec<TaskField>),
    Unchanged,
}

/// Records one decision or instruction.
///
/// # Errors
/// See [`record`].
pub fn log(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    order: &Order,
) -> Result<Vec<TaskNote>> {
    library.write(stamp, waiting, |writer| {
        Ok(Outcome::Keep(record(writer, order, stamp.today, Origin::default())?.1))
    })
}

/// What is said, held against what is on record, before anything is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    pub task: Task,
    pub taken: Taken,
    held: Option<Meeting>,
}

/// Records what is said, see [`judge`].
///
/// # Errors
/// See [`judge`].
pub fn record(
    writer: &mut Writer<'_>,
    order: &Order,
    today: Day,
    from: Origin,
) -> Result<(Taken, Vec<TaskNote>)> {
    let judged = judge(writer, order, today)?;
    Ok((judged.taken.clone(), keep(writer, judged, from)?))
}

/// Takes what is said as a new task or as a correction of one on record: a decision of the same
/// meeting about the same with the same text, of units of which at least one is the same, is the
/// same one; an instruction also needs the same leader and day. What is not said stays as it is.
///
/// # Errors
/// Nothing decided, nobody responsible; an unknown meeting, unit, project, appeal or task; a
/// decision before its meeting, due before it was made, or in the future.
pub fn judge(reader: &Reader<'_>, order: &Order, today: Day) -> Result<Judged> {
    let (said, held) = said(reader, order, today)?;
    let (task, taken) = match known(reader, order, &said)? {
        None => (said, Taken::New),
        Some(known) => {
            let task = merged(said, &known);
            let changed = changed(&known, &task);
            (task, if changed.is_empty() { Taken::Unchanged } else { Taken::Amended(changed) })
        }
    };
    if task.districts.is_empty() && task.departments.is_empty() {
        return Err(TaskRefusal::Nobody.into());
    }
    match task.due {
        Some(due) if due < task.day => Err(TaskRefusal::DueBefore { due, day: task.day }.into()),
        _ => Ok(Judged { task, taken, held }),
    }
}

/// What is on record with what is said of it now.
fn merged(said: Task, known: &Task) -> Task {
    let kept = |said: Vec<i64>, known: &[i64]| if said.is_empty() { known.to_vec() } else { said };
    Task {
        id: known.id,
        code: known.code.clone(),
        source: known.source,
        meeting: known.meeting,
        leader: said.leader.or_else(|| known.leader.clone()),
        day: known.day,
        text: said.text,
        districts: kept(said.districts, &known.districts),
        departments: kept(said.departments, &known.departments),
        due: said.due.or(known.due),
        project: said.project.or(known.project),
        appeal: said.appeal.or(known.appeal),
    }
}

/// What of a task is said otherwise than before.
fn changed(before: &Task, now: &Task) -> Vec<TaskField> {
    let all = [
        (TaskField::Text, before.text != now.text),
        (TaskField::Districts, before.districts != now.districts),
        (TaskField::Departments, before.departments != now.departments),
        (TaskField::Due, before.due != now.due),
        (TaskField::Leader, before.leader != now.leader),
        (TaskField::Project, before.project != now.project),
        (TaskField::Appeal, before.appeal != now.appeal),
    ];
    all.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| field).collect()
}

/// Writes what was judged, unless it is on record as it is.
///
/// # Errors
/// Only what the store reports.
pub fn keep(writer: &mut Writer<'_>, judged: Judged, from: Origin) -> Result<Vec<TaskNote>> {
    let Judged { task, taken, held } = judged;
    if taken == Taken::Unchanged {
        return Ok(vec![TaskNote::Unchanged { code: task.code }]);
    }
    let code = writer.put_task(&task, from)?;
    let meeting = held.as_ref().map(|meeting| meeting.code.clone());
    let mut notes = vec![match taken {
        Taken::Amended(fields) => TaskNote::Amended { code: code.clone(), fields },
        _ => TaskNote::Logged { code: code.clone(), meeting, day: task.day },
    }];
    let closed = held.filter(|meeting| meeting.state == MeetingState::Closed);
    notes.extend(closed.map(|closed| TaskNote::AfterClose { code, meeting: closed.code }));
    Ok(notes)
}

/// What is said, with the meeting it was decided at.
fn said(reader: &Reader<'_>, order: &Order, today: Day) -> Result<(Task, Option<Meeting>)> {
    let text = clean(&order.text);
    if text.is_empty() {
        return Err(TaskRefusal::NoText.into());
    }
    let (source, held) = held(reader, order, today)?;
    if let (None, Some(held)) = (order.on, &held) {
        must_be_held(held, today)?;
    }
    let day = order.on.or(held.as_ref().and_then(|held| held.day)).unwrap_or(today);
    not_in_the_future(day, today)?;
    if let Some(Meeting { code, day: Some(held), .. }) = &held
        && day < *held
    {
        return Err(TaskRefusal::BeforeMeeting { meeting: code.clone(), day, held: *held }.into());
    }
    let (known, mut districts) = (reader.districts()?, Vec::new());
    for given in &order.districts {
        add(&mut districts, lookup::district(&known, given)?.id);
    }
    let (known, mut departments) = (reader.departments()?, Vec::new());
    for given in &order.departments {
        add(&mut departments, lookup::department(&known, given)?.id);
    }
    let project = order.project.as_ref().map(|given| lookup::project(reader, given));
    let project = project.transpose()?;
    let appeal = order.appeal.as_ref().map(|given| appeal::open(reader, given)).transpose()?;
    let appeal = appeal.map(|opened| opened.appeal);
    if let (Some(project), Some(appeal)) = (&project, &appeal)
        && project.id != appeal.project
    {
        let (appeal, project) = (appeal.code.clone(), project.name.clone());
        return Err(TaskRefusal::OtherProject { appeal, project }.into());
    }
    let about = project.map(|project| project.id).or(appeal.as_ref().map(|it| it.project));
    let task = Task {
        id: 0,
        code: String::new(),
        source,
        meeting: held.as_ref().map(|held| held.id),
        leader: order.leader.as_deref().map(clean).filter(|leader| !leader.is_empty()),
        day,
        text,
        districts,
        departments,
        due: order.due,
        project: about,
        appeal: appeal.map(|appeal| appeal.id),
    };
    Ok((task, held))
}

/// What a meeting decides is on record from its day on.
///
/// # Errors
/// [`TaskRefusal::NotYetHeld`].
pub fn must_be_held(meeting: &Meeting, today: Day) -> Result<()> {
    match meeting.day.filter(|day| *day > today) {
        Some(day) => Err(TaskRefusal::NotYetHeld { meeting: meeting.code.clone(), day }.into()),
        None => Ok(()),
    }
}

fn add(ids: &mut Vec<i64>, id: i64) {
    if !ids.contains(&id) {
        ids.push(id);
    }
}

/// Where it comes from, and the meeting that decided it.
fn held(reader: &Reader<'_>, order: &Order, today: Day) -> Result<(TaskSource, Option<Meeting>)> {
    if let Some(given) = &order.meeting {
        let held = meeting::open(reader, given)?;
        let of_meeting = match held.kind {
            MeetingKind::Supervision => TaskSource::Supervision,
            MeetingKind::Review => TaskSource::Review,
        };
        if let Some(source) = order.source.filter(|source| *source != of_meeting) {
            return Err(TaskRefusal::OtherSource { meeting: held.code, source }.into());
        }
        if held.state == MeetingState::Cancelled {
            return Err(MeetingRefusal::State { code: held.code, state: held.state }.into());
        }
        return Ok((of_meeting, Some(held)));
    }
    let source = order.source.unwrap_or(TaskSource::Instruction);
    let kind = match source {
        TaskSource::Instruction => return Ok((source, None)),
        TaskSource::Supervision => MeetingKind::Supervision,
        TaskSource::Review => MeetingKind::Review,
    };
    let day = order.on.unwrap_or(today);
    let mut known = reader.meetings()?;
    known.retain(|meeting| meeting.kind == kind && meeting.state != MeetingState::Cancelled);
    match known.iter().find(|meeting| meeting.day == Some(day)) {
        Some(held) => Ok((source, Some(held.clone()))),
        None => {
            let known = known.into_iter().map(|meeting| meeting.code).collect();
            Err(TaskRefusal::WhichMeeting { kind, day, known }.into())
        }
    }
}

/// The task on record that is meant, by its code or because it says the same.
fn known(reader: &Reader<'_>, order: &Order, said: &Task) -> Result<Option<Task>> {
    if let Some(given) = &order.code {
        let known = super::open(reader, given)?;
        if known.meeting != said.meeting {
            let of = reader.meetings()?.into_iter().find(|it| Some(it.id) == said.meeting);
            let meeting = of.map(|meeting| meeting.code).unwrap_or_default();
            return Err(TaskRefusal::OtherMeeting { code: known.code, meeting }.into());
        }
        return Ok(Some(known));
    }
    let mut alike = reader.tasks_saying(said.meeting, &said.text)?;
    alike.retain(|task| {
        let of_leader = task.leader == said.leader && task.day == said.day;
        (task.project, task.appeal) == (said.project, said.appeal)
            && (said.source != TaskSource::Instruction || of_leader)
    });
    if said.districts.is_empty() && said.departments.is_empty() {
        // Of several it cannot be told which is meant.
        return Ok(alike.pop().filter(|_| alike.is_empty()));
    }
    // The same asked of others is another task.
    let shared = |task: &Task| {
        let both =
            |said: &[i64], known: &[i64]| said.iter().filter(|id| known.contains(id)).count();
        both(&said.districts, &task.districts) + both(&said.departments, &task.departments)
    };
    alike.retain(|task| shared(task) > 0);
    let of = |task: &Task| task.districts.len() + task.departments.len();
    alike.sort_by_key(|task| (std::cmp::Reverse(shared(task)), of(task), task.id));
    Ok(alike.into_iter().next())
}
