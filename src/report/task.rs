//! How far decisions and instructions have come (落实情况): tasks, what was done about them and
//! the meetings are folded into one line per task, and lines into counts.

use crate::model::Day;
use crate::model::meeting::{Meeting, MeetingKind, MeetingState};
use crate::model::task::{Step, StepKind, Task, TaskSource, TaskState};
use std::collections::HashMap;

/// One task as it stood at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskLine {
    pub task: Task,
    /// Code of the meeting that decided it.
    pub meeting: Option<String>,
    /// What it is about: code and name of the project, and the code of the appeal; the desk names
    /// them.
    pub project: Option<(String, String)>,
    pub appeal: Option<String>,
    /// The day of the first step that says done.
    pub done: Option<Day>,
    /// The latest step: of the last day, and of that day the last recorded.
    pub last: Option<Step>,
    /// The due day that counts, see [`due_of`].
    pub due: Option<Day>,
    pub state: TaskState,
}

impl TaskLine {
    /// Whether it was done on its due day or before.
    pub fn is_on_time(&self) -> bool {
        self.done.zip(self.due).is_some_and(|(done, due)| done <= due)
    }

    /// Whether it can be said if it was in time: it has a due day, and is done or past it.
    pub fn is_judged(&self) -> bool {
        self.due.is_some() && self.state != TaskState::Open
    }

    /// Not done first, by due day, those without one last; then by code.
    pub fn order(&self) -> (bool, bool, Option<Day>, &str) {
        (self.state == TaskState::Done, self.due.is_none(), self.due, &self.task.code)
    }
}

/// The due day that counts: as it was set; of a decision of a 点评会 without one, the day of the
/// next 督办会 after it, none while none is planned; of anything else without one, none.
pub fn due_of(task: &Task, meetings: &[Meeting]) -> Option<Day> {
    if task.due.is_some() || task.source != TaskSource::Review {
        return task.due;
    }
    let decided = meetings.iter().find(|meeting| Some(meeting.id) == task.meeting);
    let decided = decided.and_then(|meeting| meeting.day).unwrap_or(task.day);
    let supervisions = meetings.iter().filter(|meeting| {
        meeting.kind == MeetingKind::Supervision && meeting.state != MeetingState::Cancelled
    });
    supervisions.filter_map(|meeting| meeting.day).filter(|day| *day > decided).min()
}

/// One line per task, in the order of the tasks, as they stood at the end of `day`; tasks and steps
/// of later days are not to be handed in.
pub fn lines(tasks: Vec<Task>, steps: &[Step], meetings: &[Meeting], day: Day) -> Vec<TaskLine> {
    let mut of_task: HashMap<i64, Vec<&Step>> = HashMap::new();
    for step in steps {
        of_task.entry(step.task).or_default().push(step);
    }
    let line = |task: Task| {
        let steps = of_task.get(&task.id).map_or(&[][..], Vec::as_slice);
        let finished = steps.iter().filter(|step| step.kind == StepKind::Done);
        let done = finished.map(|step| step.day).min();
        let due = due_of(&task, meetings);
        let state = match (done, due) {
            (Some(_), _) => TaskState::Done,
            (None, Some(due)) if due < day => TaskState::Overdue,
            (None, _) => TaskState::Open,
        };
        let held = meetings.iter().find(|meeting| Some(meeting.id) == task.meeting);
        TaskLine {
            meeting: held.map(|meeting| meeting.code.clone()),
            project: None,
            appeal: None,
            // The last of equals, as the steps stand in the order of the record.
            last: steps.iter().max_by_key(|step| step.day).map(|step| (*step).clone()),
            done,
            due,
            state,
            task,
        }
    };
    tasks.into_iter().map(line).collect()
}

/// What tasks add up to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FollowUp {
    /// N
    pub tasks: u64,
    pub done: u64,
    /// Not done, overdue or not.
    pub open: u64,
    pub overdue: u64,
    /// Done on the due day or before.
    pub on_time: u64,
    /// What `on_time` is of: with a due day, and done or past it.
    pub judged: u64,
}

impl FollowUp {
    /// Counts one task more.
    pub fn add(&mut self, line: &TaskLine) {
        self.tasks += 1;
        self.done += u64::from(line.state == TaskState::Done);
        self.open += u64::from(line.state != TaskState::Done);
        self.overdue += u64::from(line.state == TaskState::Overdue);
        self.on_time += u64::from(line.is_on_time());
        self.judged += u64::from(line.is_judged());
    }
}

/// What the lines add up to.
pub fn follow_up<'a>(lines: impl IntoIterator<Item = &'a TaskLine>) -> FollowUp {
    let mut sum = FollowUp::default();
    lines.into_iter().for_each(|line| sum.add(line));
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn meeting(id: i64, kind: MeetingKind, on: Option<&str>, state: MeetingState) -> Meeting {
        Meeting {
            id,
            code: format!("{}{id}", kind.letters()),
            kind,
            month: "2020-03".parse().unwrap(),
            day: on.map(day),
            state,
            reason: None,
            overridden: None,
        }
    }

    fn task(id: i64, source: TaskSource, meeting: Option<i64>, due: Option<&str>) -> Task {
        Task {
            id,
            code: format!("RW2020-000{id}"),
            source,
            meeting,
            leader: None,
            day: day("2020-03-20"),
            text: "\u{4e8b}".to_owned(),
            districts: vec![1],
            departments: Vec::new(),
            due: due.map(day),
            project: None,
            appeal: None,
        }
    }

    fn step(task: i64, on: &str, kind: StepKind, note: &str) -> Step {
        Step { task, day: day(on), kind, note: Some(note.to_owned()) }
    }

    fn meetings() -> Vec<Meeting> {
        use MeetingKind::{Review, Supervision};
        vec![
            meeting(1, Supervision, Some("2020-03-12"), MeetingState::Closed),
            meeting(2, Review, Some("2020-03-20"), MeetingState::Closed),
            // The same day is not after it; a cancelled one is not held; one without a day says
            // nothing.
            meeting(3, Supervision, Some("2020-03-20"), MeetingState::Planned),
            meeting(4, Supervision, Some("2020-03-25"), MeetingState::Cancelled),
            meeting(5, Supervision, None, MeetingState::Planned),
            meeting(6, Supervision, Some("2020-04-10"), MeetingState::Planned),
            meeting(7, Supervision, Some("2020-05-10"), MeetingState::Planned),
        ]
    }

    #[test]
    fn a_review_decision_falls_due_at_the_next_supervision_meeting() {
        use TaskSource::{Instruction, Review, Supervision};
        let cases = [
            (task(1, Review, Some(2), None), Some("2020-04-10")),
            (task(1, Review, Some(2), Some("2020-04-01")), Some("2020-04-01")),
            (task(1, Review, None, None), Some("2020-04-10")),
            (task(1, Supervision, Some(1), None), None),
            (task(1, Instruction, None, None), None),
            (task(1, Instruction, None, Some("2020-04-30")), Some("2020-04-30")),
        ];
        for (task, due) in cases {
            assert_eq!(due_of(&task, &meetings()), due.map(day), "{task:?}");
        }
        let none_planned = &meetings()[..5];
        assert_eq!(due_of(&task(1, Review, Some(2), None), none_planned), None);
    }

    #[test]
    fn the_first_done_counts_and_the_latest_step_is_told() {
        let steps = [
            step(1, "2020-03-25", StepKind::Progress, "a"),
            step(1, "2020-03-22", StepKind::Progress, "b"),
            step(1, "2020-03-25", StepKind::Done, "c"),
            step(2, "2020-03-23", StepKind::Progress, "d"),
        ];
        let tasks = vec![
            task(1, TaskSource::Review, Some(2), None),
            task(2, TaskSource::Supervision, Some(1), Some("2020-03-24")),
            task(3, TaskSource::Instruction, None, Some("2020-03-25")),
            task(4, TaskSource::Instruction, None, None),
        ];
        let lines = lines(tasks, &steps, &meetings(), day("2020-03-25"));
        let states: Vec<TaskState> = lines.iter().map(|line| line.state).collect();
        use TaskState::{Done, Open, Overdue};
        assert_eq!(states, [Done, Overdue, Open, Open]);
        assert_eq!(lines[0].done, Some(day("2020-03-25")));
        assert_eq!(lines[0].meeting.as_deref(), Some("DP2"));
        let last = lines.iter().map(|line| line.last.as_ref().and_then(|last| last.note.clone()));
        let last: Vec<Option<String>> = last.collect();
        assert_eq!(last, [Some("c".to_owned()), Some("d".to_owned()), None, None]);
        let sum = follow_up(&lines);
        // Task 3 is due today and task 4 never: neither can be judged yet.
        let expected = FollowUp { tasks: 4, done: 1, open: 3, overdue: 1, on_time: 1, judged: 2 };
        assert_eq!(sum, expected);
        let mut sorted: Vec<&TaskLine> = lines.iter().collect();
        sorted.sort_by(|a, b| a.order().cmp(&b.order()));
        let codes: Vec<&str> = sorted.iter().map(|line| line.task.code.as_str()).collect();
        assert_eq!(codes, ["RW2020-0002", "RW2020-0003", "RW2020-0004", "RW2020-0001"]);
    }
}
