//! Decisions of meetings and written instructions as they really went, and the meetings planned.

use super::calendar::Day;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    Instruction,
    Supervision,
    Review,
}

impl Source {
    pub const ALL: [Source; 3] = [Source::Instruction, Source::Supervision, Source::Review];

    pub fn key(self) -> &'static str {
        match self {
            Source::Instruction => "instruction",
            Source::Supervision => "supervision",
            Source::Review => "review",
        }
    }
}

/// What was done about a task.
#[derive(Debug, Clone)]
pub struct Step {
    pub day: Day,
    pub done: bool,
    /// Progress always says something.
    pub note: Option<String>,
}

#[derive(Debug, Clone)]
pub struct Task {
    pub code: String,
    pub source: Source,
    /// Code of the meeting.
    pub meeting: Option<String>,
    /// Who instructed or decided.
    pub leader: Option<String>,
    pub day: Day,
    pub text: String,
    pub district: Option<usize>,
    /// The lead first.
    pub departments: Vec<usize>,
    pub due: Option<Day>,
    /// Places of the project and the appeal it is about.
    pub project: Option<usize>,
    pub appeal: Option<usize>,
    /// In the order of the record.
    pub steps: Vec<Step>,
}

/// A meeting that is planned or was held.
#[derive(Debug, Clone)]
pub struct Meeting {
    pub code: String,
    pub review: bool,
    pub day: Day,
}

impl Task {
    /// As set; of a decision of a 点评会 without one, the next 督办会 that is planned.
    pub fn due_now(&self, meetings: &[Meeting]) -> Option<Day> {
        if self.due.is_some() || self.source != Source::Review {
            return self.due;
        }
        let later = meetings.iter().filter(|meeting| !meeting.review && meeting.day > self.day);
        later.map(|meeting| meeting.day).min()
    }

    pub fn done(&self) -> Option<Day> {
        self.steps.iter().filter(|step| step.done).map(|step| step.day).min()
    }

    /// The step of the last day, of that day the last recorded.
    pub fn last(&self) -> Option<&Step> {
        self.steps.iter().max_by_key(|step| step.day)
    }

    pub fn state(&self, meetings: &[Meeting], today: Day) -> &'static str {
        match (self.done(), self.due_now(meetings)) {
            (Some(_), _) => "done",
            (None, Some(due)) if due < today => "overdue",
            _ => "open",
        }
    }
}
