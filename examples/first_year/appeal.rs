//! An appeal as it really went: what happened, day by day.

use super::calendar::{Calendar, Day, Month};

pub const CATEGORIES: [(&str, &str); 12] = [
    ("土地指标", "land"),
    ("能耗指标", "energy"),
    ("规划调整", "planning"),
    ("环评审批", "environment"),
    ("建设审批", "construction"),
    ("产能审批", "capacity"),
    ("人才签证", "visa"),
    ("通关便利", "customs"),
    ("资金管理", "funds"),
    ("融资", "financing"),
    ("税收", "tax"),
    ("其他", "other"),
];

/// Outcomes in the order in which the first that any appeal of a project has is the project's.
pub const OUTCOMES: [(&str, &str); 7] = [
    ("提交点评会", "escalated"),
    ("办理中", "pending"),
    ("不予支持", "refused"),
    ("对上争取", "higher"),
    ("已有解决方案或政策意见", "plan"),
    ("已有明确办理途径", "path"),
    ("已解决", "solved"),
];
pub const ESCALATED: usize = 0;
pub const PENDING: usize = 1;
pub const REFUSED: usize = 2;
pub const HIGHER: usize = 3;
pub const PLAN: usize = 4;
pub const PATH: usize = 5;
pub const SOLVED: usize = 6;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Incomplete,
    /// Back with its district.
    SentBack,
    Ready,
    Dispatched,
    Closed,
    Withdrawn,
    Terminated,
}

impl State {
    pub fn key(self) -> &'static str {
        match self {
            State::Incomplete => "incomplete",
            State::SentBack => "sent_back",
            State::Ready => "ready",
            State::Dispatched => "dispatched",
            State::Closed => "closed",
            State::Withdrawn => "withdrawn",
            State::Terminated => "terminated",
        }
    }

    pub fn is_open(self) -> bool {
        !matches!(self, State::Closed | State::Withdrawn | State::Terminated)
    }

    /// What was withdrawn or terminated leaves N.
    pub fn counts(self) -> bool {
        !matches!(self, State::Withdrawn | State::Terminated)
    }
}

/// A way in or out of 在办.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Logged,
    Reopened,
    Closed,
    Ended,
}

/// One department asked.
#[derive(Debug, Clone)]
pub struct Dispatch {
    pub department: usize,
    pub lead: bool,
    pub sent: Day,
    pub due: Day,
    pub extended: Option<Day>,
    pub answered: Option<Day>,
    pub returned: Option<Day>,
    pub ended: Option<Day>,
}

impl Dispatch {
    pub fn due_now(&self) -> Day {
        self.extended.unwrap_or(self.due)
    }

    pub fn waits(&self) -> bool {
        self.answered.is_none() && self.returned.is_none() && self.ended.is_none()
    }

    /// Without an answer, and the day has passed.
    pub fn is_overdue(&self, today: Day) -> bool {
        self.waits() && today > self.due_now()
    }
}

/// 例外交办
#[derive(Debug, Clone)]
pub struct Exception {
    pub day: Day,
    pub reason: String,
    pub approver: String,
}

#[derive(Debug, Clone)]
pub struct Appeal {
    pub code: String,
    /// Place of its project.
    pub project: usize,
    pub category: usize,
    /// The lead first.
    pub targets: Vec<usize>,
    pub purpose: String,
    pub urgent: bool,
    pub amount: i64,
    pub round: Month,
    pub logged: Day,
    /// Its states, each with the day it began.
    pub states: Vec<(Day, State)>,
    /// What was said of its outcome; the latest day holds, and on one day what was said last.
    pub outcomes: Vec<(Day, usize)>,
    pub steps: Vec<(Day, Step)>,
    pub dispatches: Vec<Dispatch>,
    pub satisfaction: Option<&'static str>,
    pub exception: Option<Exception>,
    /// The tests it fails, each with the texts at fault.
    pub faults: Vec<(&'static str, Vec<&'static str>)>,
}

impl Appeal {
    pub fn state(&self) -> State {
        self.states.last().map_or(State::Incomplete, |(_, state)| *state)
    }

    pub fn since(&self) -> Day {
        self.states.last().map_or(self.logged, |(day, _)| *day)
    }

    pub fn outcome(&self) -> usize {
        self.concluded().map_or(PENDING, |(_, outcome)| outcome)
    }

    /// The outcome in force with its day.
    pub fn concluded(&self) -> Option<(Day, usize)> {
        let mut latest: Option<(Day, usize)> = None;
        for (day, outcome) in &self.outcomes {
            if latest.is_none_or(|(known, _)| *day >= known) {
                latest = Some((*day, *outcome));
            }
        }
        latest
    }

    pub fn turn(&mut self, day: Day, state: State) {
        self.states.push((day, state));
    }

    /// A letter goes out to one of its departments.
    pub fn dispatch(&mut self, department: usize, sent: Day, due: Day) {
        let lead = self.targets.first() == Some(&department);
        let (extended, answered, returned, ended) = (None, None, None, None);
        let dispatch =
            Dispatch { department, lead, sent, due, extended, answered, returned, ended };
        self.dispatches.push(dispatch);
        if self.state() != State::Dispatched {
            self.turn(sent, State::Dispatched);
        }
    }

    pub fn close(&mut self, day: Day) {
        self.turn(day, State::Closed);
        self.steps.push((day, Step::Closed));
    }

    /// What was closed is in hand again, and its outcome open.
    pub fn reopen(&mut self, day: Day) {
        self.turn(day, State::Dispatched);
        self.steps.push((day, Step::Reopened));
        self.outcomes.push((day, PENDING));
        self.satisfaction = None;
    }

    /// Withdrawn, or terminated with its project: nobody need answer any more.
    pub fn end(&mut self, day: Day, state: State) {
        self.turn(day, state);
        self.steps.push((day, Step::Ended));
        for dispatch in self.dispatches.iter_mut().filter(|dispatch| dispatch.waits()) {
            dispatch.ended = Some(day);
        }
    }

    /// Whether everything that must be is on record before it is closed.
    pub fn can_close(&self) -> bool {
        let answered = |dispatch: &Dispatch| dispatch.lead && dispatch.answered.is_some();
        self.state() == State::Dispatched
            && !matches!(self.outcome(), ESCALATED | PENDING)
            && self.dispatches.iter().any(answered)
    }
}

/// When an answer is due: so many working days from the letter, or two before the meeting where
/// that is earlier, but not before the next working day.
pub fn due(calendar: &Calendar, lead: bool, urgent: bool, sent: Day, meeting: Option<Day>) -> Day {
    let limit = match (lead, urgent) {
        (true, false) => 7,
        (true, true) | (false, false) => 3,
        (false, true) => 2,
    };
    let by_limit = calendar.after(sent, limit);
    let by_meeting = meeting.map_or(by_limit, |day| calendar.before(day, 2));
    by_limit.min(by_meeting.max(calendar.after(sent, 1)))
}
