//! What was done about tasks: progress, and done.

use super::open;
use crate::desk::resolve::not_in_the_future;
use crate::error::{Result, TaskRefusal};
use crate::model::Day;
use crate::model::name::clean;
use crate::model::task::{Step, StepKind};
use crate::model::task_note::TaskNote;
use crate::report::task::due_of;
use crate::store::library::Outcome;
use crate::store::writer::Origin;
use crate::store::{Library, Stamp};

/// Records what was done about each of the tasks on a day, all of them or none. The same step said
/// again is none.
///
/// # Errors
/// An unknown task, a day before it was decided or in the future, a task done before.
pub fn step(
    library: &mut Library,
    stamp: &Stamp,
    waiting: &mut dyn FnMut(),
    codes: &[String],
    (kind, note): (StepKind, Option<&str>),
    on: Day,
) -> Result<Vec<TaskNote>> {
    not_in_the_future(on, stamp.today)?;
    let note = note.map(clean).filter(|note| !note.is_empty());
    library.write(stamp, waiting, |writer| {
        let (mut notes, meetings) = (Vec::new(), writer.meetings()?);
        for given in codes {
            let task = open(writer, given)?;
            let code = task.code.clone();
            if on < task.day {
                return Err(TaskRefusal::StepBefore { code, day: on, decided: task.day }.into());
            }
            let taken = writer.steps_of(task.id)?;
            let finished = taken.iter().find(|step| step.kind == StepKind::Done);
            if let Some(finished) = finished.filter(|_| kind == StepKind::Done) {
                return Err(TaskRefusal::AlreadyDone { code, day: finished.day }.into());
            }
            let step = Step { task: task.id, day: on, kind, note: note.clone() };
            if taken.contains(&step) {
                notes.push(TaskNote::Unchanged { code });
                continue;
            }
            writer.add_step(&step, Origin::default())?;
            notes.push(match kind {
                StepKind::Progress => TaskNote::Progressed { code, day: on },
                StepKind::Done => {
                    let due = due_of(&task, &meetings).filter(|due| *due < on);
                    TaskNote::Done { code, day: on, due }
                }
            });
        }
        Ok(Outcome::Keep(notes))
    })
}
