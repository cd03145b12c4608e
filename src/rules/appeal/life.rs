//! A life folded: what the events of one appeal add up to, each checked against the table of steps.
//! The desk asks it before it writes; undo and `check` fold again.

use super::step::{Step, step};
use crate::model::Day;
use crate::model::appeal::{Action, AppealOutcome, AppealState, Deed, Event, Satisfaction};
use crate::model::dispatch::{DispatchRole, DispatchState, ReplyKind};
use std::collections::BTreeMap;

/// Where an appeal stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Life {
    pub state: AppealState,
    /// The latest day of what led to its state.
    pub since: Day,
    /// The latest day of what led to the state before.
    floor: Day,
    pub logged: Day,
    /// The outcome of the latest day, and that day.
    pub outcome: Option<(AppealOutcome, Day)>,
    /// What the firm said since it was last closed.
    pub satisfaction: Option<Satisfaction>,
    /// By id of the dispatch.
    pub parts: BTreeMap<i64, Part>,
}

/// How far one department has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    pub state: DispatchState,
    pub role: DispatchRole,
    pub sent: Day,
    pub answered: Option<Day>,
    /// Until when it was extended last, if it was asked in time.
    pub extended: Option<Day>,
    /// Reminders sent.
    pub reminders: u64,
}

/// The event at which a life does not go on as the table allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flaw {
    pub event: i64,
}

impl Life {
    /// The outcome as it is counted: 办理中 while none was set.
    pub fn outcome_now(&self) -> AppealOutcome {
        self.outcome.map_or(AppealOutcome::Pending, |(outcome, _)| outcome)
    }

    /// Whether the lead department has answered.
    pub fn lead_answered(&self) -> bool {
        let answered = |part: &Part| part.state == DispatchState::Answered;
        self.parts.values().any(|part| part.role == DispatchRole::Lead && answered(part))
    }

    /// Whether it may be closed: its outcome is settled and the lead has answered.
    pub fn may_close(&self) -> bool {
        self.outcome_now().is_settled() && self.lead_answered()
    }

    /// The first day it could be closed on: no earlier than its outcome and the lead's answer.
    pub fn closable_from(&self) -> Option<Day> {
        let lead =
            |part: &&Part| part.role == DispatchRole::Lead && part.state == DispatchState::Answered;
        let answered = self.parts.values().filter(lead).filter_map(|part| part.answered).min();
        Some(self.outcome?.1.max(answered?))
    }

    /// What the table says; what departments do is possible wherever one has or had the appeal.
    pub fn step(&self, action: Action) -> Step {
        let theirs = matches!(action, Action::Reply | Action::Extend | Action::Return);
        if theirs && !self.parts.is_empty() { Step::Go } else { step(self.state, action) }
    }

    /// The earliest day of something that leads to a state: one state follows the other, but two
    /// letters may be recorded in either order.
    pub fn earliest(&self, state: AppealState) -> Day {
        if state == self.state { self.floor } else { self.since }
    }

    /// Whether departments have it, and none would any more once this dispatch came back.
    pub fn last_to_return(&self, dispatch: i64) -> bool {
        let open = |part: &Part| part.state == DispatchState::Open;
        if self.state != AppealState::Dispatched || !self.parts.get(&dispatch).is_some_and(open) {
            return false;
        }
        let has = |part: &Part| matches!(part.state, DispatchState::Open | DispatchState::Answered);
        !self.parts.iter().any(|(id, part)| *id != dispatch && has(part))
    }
}

/// What a deed does, by the table of steps; `None` for what begins a life.
pub const fn action_of(deed: Deed) -> Option<Action> {
    Some(match deed {
        Deed::Logged => return None,
        Deed::Amended => Action::Amend,
        Deed::SentBack => Action::SendBack,
        Deed::Admitted => Action::Admit,
        Deed::Dispatched { .. } => Action::Dispatch,
        Deed::Replied { .. } => Action::Reply,
        Deed::Extended { .. } => Action::Extend,
        Deed::Returned { .. } => Action::Return,
        Deed::Reminded { .. } => Action::Remind,
        Deed::Outcome(AppealOutcome::Pending) => Action::Suspend,
        Deed::Outcome(AppealOutcome::Escalated) => Action::Escalate,
        Deed::Outcome(_) => Action::Conclude,
        Deed::Closed => Action::Close,
        Deed::Reopened => Action::Reopen,
        Deed::Withdrawn => Action::Withdraw,
        Deed::Terminated => Action::Terminate,
        Deed::Rated(_) => Action::Rate,
    })
}

/// Folds the events of one appeal in the order of the record; `role` knows the dispatches.
///
/// # Errors
/// The first event that the ones before it do not allow.
pub fn fold(events: &[Event], role: impl Fn(i64) -> Option<DispatchRole>) -> Result<Life, Flaw> {
    let (first, rest) = events.split_first().ok_or(Flaw { event: 0 })?;
    let begins = matches!(first.state, Some(AppealState::Incomplete | AppealState::Ready));
    if first.deed != Deed::Logged || !begins {
        return Err(Flaw { event: first.id });
    }
    let mut life = Life {
        state: first.state.unwrap_or(AppealState::Incomplete),
        since: first.day,
        floor: first.day,
        logged: first.day,
        outcome: None,
        satisfaction: None,
        parts: BTreeMap::new(),
    };
    for event in rest {
        advance(&mut life, event, &role).ok_or(Flaw { event: event.id })?;
    }
    Ok(life)
}

/// Takes one event further; `None` where the life does not allow it.
fn advance(
    life: &mut Life,
    event: &Event,
    role: &impl Fn(i64) -> Option<DispatchRole>,
) -> Option<()> {
    let action = action_of(event.deed)?;
    if life.step(action) != Step::Go || event.day < life.logged {
        return None;
    }
    if event.state != expected(life, event)? {
        return None;
    }
    apply(life, event, role)?;
    if let Some(state) = event.state {
        if event.day < life.earliest(state) {
            return None;
        }
        if state != life.state {
            life.floor = life.since;
            life.since = event.day;
        }
        life.since = life.since.max(event.day);
        life.state = state;
    }
    Some(())
}

/// The state an event leads to, as far as the table decides it; where the five tests decide, what
/// the event itself says. The outer `None`: it cannot be.
fn expected(life: &Life, event: &Event) -> Option<Option<AppealState>> {
    let by_tests = matches!(event.state, Some(AppealState::Incomplete | AppealState::Ready));
    Some(match event.deed {
        Deed::Amended => {
            if !by_tests {
                return None;
            }
            event.state
        }
        Deed::SentBack => Some(AppealState::SentBack),
        Deed::Admitted => Some(AppealState::Ready),
        Deed::Dispatched { .. } => Some(AppealState::Dispatched),
        Deed::Returned { dispatch, .. } => {
            life.last_to_return(dispatch).then_some(AppealState::Ready)
        }
        Deed::Closed => {
            let from = life.closable_from().filter(|from| *from <= event.day);
            Some(AppealState::Closed).filter(|_| life.may_close() && from.is_some())
        }
        // Its outcome is 办理中 again, which an older day could not say.
        Deed::Reopened if life.outcome.is_some_and(|(_, day)| event.day < day) => return None,
        Deed::Reopened if life.state == AppealState::Closed => Some(AppealState::Dispatched),
        Deed::Reopened => {
            if !by_tests {
                return None;
            }
            event.state
        }
        Deed::Withdrawn => Some(AppealState::Withdrawn),
        Deed::Terminated => Some(AppealState::Terminated),
        _ => None,
    })
}

/// What an event does beside the state.
fn apply(
    life: &mut Life,
    event: &Event,
    role: &impl Fn(i64) -> Option<DispatchRole>,
) -> Option<()> {
    match event.deed {
        Deed::Dispatched { dispatch } => {
            let part = Part {
                state: DispatchState::Open,
                role: role(dispatch)?,
                sent: event.day,
                answered: None,
                extended: None,
                reminders: 0,
            };
            if life.parts.insert(dispatch, part).is_some() {
                return None;
            }
        }
        Deed::Replied { dispatch, kind } => {
            let part = part(life, dispatch, event.day)?;
            if part.state == DispatchState::Returned {
                return shown_late(event);
            }
            if kind == ReplyKind::Final {
                part.answered = Some(part.answered.map_or(event.day, |first| first.min(event.day)));
                if part.state == DispatchState::Open {
                    part.state = DispatchState::Answered;
                }
            }
        }
        Deed::Extended { dispatch, until } => {
            let part = part(life, dispatch, event.day)?;
            if part.state != DispatchState::Open {
                return shown_late(event);
            }
            if event.finding.is_none() {
                part.extended = Some(part.extended.map_or(until, |before| before.max(until)));
            }
        }
        Deed::Returned { dispatch, .. } => {
            let part = part(life, dispatch, event.day)?;
            if part.state != DispatchState::Open {
                return shown_late(event);
            }
            part.state = DispatchState::Returned;
        }
        Deed::Reminded { dispatch, .. } => {
            open_part(life, dispatch, event.day)?.reminders += 1;
        }
        Deed::Outcome(outcome) => {
            if life.outcome.is_none_or(|(_, day)| day <= event.day) {
                life.outcome = Some((outcome, event.day));
            }
        }
        Deed::Reopened => life.satisfaction = None,
        Deed::Withdrawn | Deed::Terminated => {
            for part in life.parts.values_mut() {
                if part.state == DispatchState::Open {
                    part.state = DispatchState::Ended;
                }
            }
        }
        Deed::Rated(satisfaction) => life.satisfaction = Some(satisfaction),
        Deed::Logged | Deed::Amended | Deed::SentBack | Deed::Admitted | Deed::Closed => {}
    }
    Some(())
}

/// What comes once the part of a department is over changes nothing, and says so by a finding.
fn shown_late(event: &Event) -> Option<()> {
    event.finding.as_ref().map(|_| ())
}

/// A dispatch that had gone out by a day.
fn part(life: &mut Life, dispatch: i64, day: Day) -> Option<&mut Part> {
    life.parts.get_mut(&dispatch).filter(|part| part.sent <= day)
}

/// The same, where the department still has to answer.
fn open_part(life: &mut Life, dispatch: i64, day: Day) -> Option<&mut Part> {
    part(life, dispatch, day).filter(|part| part.state == DispatchState::Open)
}

#[cfg(test)]
#[path = "life_tests.rs"]
mod tests;
