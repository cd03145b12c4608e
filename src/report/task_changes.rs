//! What changed of decisions and instructions between two states: new, done, open.

use super::task::TaskLine;
use crate::model::task::TaskState;
use std::collections::HashMap;

/// What changed. Opening + new − done = open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TaskChanges {
    /// Not done in the earlier state.
    pub opening: u64,
    /// Not on record in the earlier state, done or not.
    pub new: Vec<TaskLine>,
    /// Done, and not done before.
    pub done: Vec<TaskLine>,
    /// Not done in the later state.
    pub open: Vec<TaskLine>,
    /// Of those, past their due day.
    pub overdue: u64,
}

/// Compares two states of the tasks. One whose completion was taken back counts in the opening
/// too, so that the sum holds.
pub fn task_changes(before: &[TaskLine], after: Vec<TaskLine>) -> TaskChanges {
    let was_done: HashMap<i64, bool> =
        before.iter().map(|line| (line.task.id, line.state == TaskState::Done)).collect();
    let mut changes = TaskChanges::default();
    for line in after {
        let (was, done) = (was_done.get(&line.task.id).copied(), line.state == TaskState::Done);
        changes.opening += u64::from(was.is_some_and(|was| !was || !done));
        changes.overdue += u64::from(line.state == TaskState::Overdue);
        if was.is_none() {
            changes.new.push(line.clone());
        }
        if !done {
            changes.open.push(line);
        } else if was != Some(true) {
            changes.done.push(line);
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::task::{Step, StepKind, Task, TaskSource};
    use crate::report::task::lines;

    fn state(day: &str, ids: &[i64], done: &[i64]) -> Vec<TaskLine> {
        let task = |id: &i64| Task {
            id: *id,
            code: format!("RW{id}"),
            source: TaskSource::Instruction,
            meeting: None,
            leader: None,
            day: "2020-03-01".parse().unwrap(),
            text: String::new(),
            districts: vec![1],
            departments: vec![],
            due: (*id == 4).then(|| "2020-03-15".parse().unwrap()),
            project: None,
            appeal: None,
        };
        let step = |id: &i64| Step {
            task: *id,
            day: "2020-03-02".parse().unwrap(),
            kind: StepKind::Done,
            note: None,
        };
        let steps: Vec<Step> = done.iter().map(step).collect();
        lines(ids.iter().map(task).collect(), &steps, &[], day.parse().unwrap())
    }

    #[test]
    fn new_done_and_open_are_told_apart_and_add_up() {
        let before = state("2020-03-10", &[1, 2, 4], &[1]);
        let found = task_changes(&before, state("2020-03-20", &[1, 2, 3, 4, 5], &[1, 2, 3]));
        let ids = |list: &[TaskLine]| list.iter().map(|line| line.task.id).collect::<Vec<_>>();
        assert_eq!((found.opening, found.overdue), (2, 1));
        assert_eq!(ids(&found.new), [3, 5]);
        assert_eq!(ids(&found.done), [2, 3]);
        assert_eq!(ids(&found.open), [4, 5]);
        let sum = found.opening + found.new.len() as u64 - found.done.len() as u64;
        assert_eq!(sum, found.open.len() as u64);
    }
}
