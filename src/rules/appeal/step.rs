//! What may be done with an appeal in which state: the one table, and what comes first instead.

use crate::model::appeal::{Action, AppealState};

/// What the table says of a state and an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It may be done.
    Go,
    /// Not before another has been done.
    First(Action),
    /// It is so already, or can be no more: nothing leads there.
    Never,
}

/// The one table, for an appeal that nobody was sent before: what others do (a reply, an extension,
/// a return) is possible wherever a department has or had the appeal, which its life knows.
pub const fn step(state: AppealState, action: Action) -> Step {
    use Action as A;
    use AppealState as S;
    match (state, action) {
        // The words: changed until departments have them.
        (S::Incomplete | S::SentBack | S::Ready, A::Amend) => Step::Go,
        (S::Dispatched, A::Amend) => Step::First(A::Return),
        (S::Incomplete | S::Ready, A::SendBack) => Step::Go,
        (S::Dispatched, A::SendBack) => Step::First(A::Return),
        (S::SentBack, A::SendBack) => Step::Never,
        (S::Incomplete | S::SentBack, A::Admit) => Step::Go,
        (S::Ready | S::Dispatched, A::Admit) => Step::Never,

        // Letters: more departments may be asked while some have it.
        (S::Ready | S::Dispatched, A::Draft | A::Dispatch) => Step::Go,
        (S::Incomplete | S::SentBack, A::Draft | A::Dispatch) => Step::First(A::Amend),

        // What departments do.
        (S::Dispatched, A::Reply | A::Extend | A::Return | A::Remind) => Step::Go,
        (S::Closed | S::Withdrawn | S::Terminated, A::Reply | A::Extend | A::Return) => Step::Go,
        (S::Ready, A::Reply | A::Extend | A::Return | A::Remind) => Step::First(A::Dispatch),
        (S::Incomplete | S::SentBack, A::Reply | A::Extend | A::Return | A::Remind) => {
            Step::First(A::Amend)
        }

        // The outcome: at any time while it counts; what is open again must be reopened first.
        (S::Incomplete | S::SentBack | S::Ready | S::Dispatched | S::Closed, A::Conclude) => {
            Step::Go
        }
        (S::Incomplete | S::SentBack | S::Ready | S::Dispatched, A::Suspend) => Step::Go,
        (S::Ready | S::Dispatched, A::Escalate) => Step::Go,
        (S::Incomplete | S::SentBack, A::Escalate) => Step::First(A::Amend),

        // The end.
        (S::Dispatched, A::Close) => Step::Go,
        (S::Ready, A::Close) => Step::First(A::Dispatch),
        (S::Incomplete | S::SentBack, A::Close) => Step::First(A::Amend),
        (S::Closed, A::Rate) => Step::Go,
        (S::Incomplete | S::SentBack | S::Ready | S::Dispatched, A::Rate) => Step::First(A::Close),
        (S::Closed, A::Close) => Step::Never,
        (S::Incomplete | S::SentBack | S::Ready | S::Dispatched, A::Withdraw | A::Terminate) => {
            Step::Go
        }
        (S::Closed, A::Withdraw) => Step::First(A::Reopen),
        // A closed appeal stays closed when its project leaves.
        (S::Closed, A::Terminate) => Step::Never,
        (S::Withdrawn | S::Terminated, A::Withdraw | A::Terminate) => Step::Never,

        // The way back.
        (S::Closed | S::Withdrawn | S::Terminated, A::Reopen) => Step::Go,
        (S::Incomplete | S::SentBack | S::Ready | S::Dispatched, A::Reopen) => Step::Never,
        (S::Closed | S::Withdrawn | S::Terminated, _) => Step::First(A::Reopen),
    }
}

/// What the clerk may do in a state, in the order of the actions; an appeal is terminated by its
/// project's exit alone.
pub fn possible(state: AppealState) -> Vec<Action> {
    let may = |action: &&Action| **action != Action::Terminate && step(state, **action) == Step::Go;
    Action::ALL.iter().filter(may).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every pair of state and action: `go`, `never`, or what comes first.
    const TABLE: &str = "\
               incomplete sent_back ready      dispatched closed  withdrawn terminated
    amend      go         go        go         return     reopen  reopen    reopen
    send_back  go         never     go         return     reopen  reopen    reopen
    admit      go         go        never      never      reopen  reopen    reopen
    draft      amend      amend     go         go         reopen  reopen    reopen
    dispatch   amend      amend     go         go         reopen  reopen    reopen
    reply      amend      amend     dispatch   go         go      go        go
    extend     amend      amend     dispatch   go         go      go        go
    return     amend      amend     dispatch   go         go      go        go
    remind     amend      amend     dispatch   go         reopen  reopen    reopen
    conclude   go         go        go         go         go      reopen    reopen
    suspend    go         go        go         go         reopen  reopen    reopen
    escalate   amend      amend     go         go         reopen  reopen    reopen
    close      amend      amend     dispatch   go         never   reopen    reopen
    reopen     never      never     never      never      go      go        go
    withdraw   go         go        go         go         reopen  never     never
    terminate  go         go        go         go         never   never     never
    rate       close      close     close      close      go      reopen    reopen";

    #[test]
    fn every_pair_of_state_and_action_is_in_the_table() {
        let mut lines = TABLE.lines();
        let states: Vec<AppealState> = lines
            .next()
            .unwrap()
            .split_whitespace()
            .map(|key| AppealState::from_key(key).unwrap())
            .collect();
        assert_eq!(states, AppealState::ALL);
        let mut pairs = 0;
        for (line, expected) in lines.zip(Action::ALL) {
            let mut words = line.split_whitespace();
            let action = Action::from_key(words.next().unwrap()).unwrap();
            assert_eq!(action, *expected);
            for (state, word) in states.iter().zip(words) {
                let step = match step(*state, action) {
                    Step::Go => "go",
                    Step::Never => "never",
                    Step::First(first) => first.key(),
                };
                assert_eq!(step, word, "{state:?} {action:?}");
                pairs += 1;
            }
        }
        assert_eq!(pairs, AppealState::ALL.len() * Action::ALL.len());
    }

    #[test]
    fn what_comes_first_leads_there() {
        for state in AppealState::ALL {
            assert!(!possible(*state).is_empty(), "{state:?}");
            for action in Action::ALL {
                // What is named first is possible, or leads on to something that is.
                let mut next = step(*state, *action);
                let mut steps = 0;
                while let Step::First(first) = next {
                    next = step(*state, first);
                    steps += 1;
                    assert!(steps < 4, "{state:?} {action:?}");
                }
                assert!(steps == 0 || next == Step::Go, "{state:?} {action:?}");
            }
        }
    }
}
