//! Lives on named cases: each line is one event, `day deed [state]`.

use super::*;
use crate::model::finding::{Finding, RuleName, RuleVersion, Seen, Verdict};

/// Reads `03-09 logged ready`, `03-10 replied 1`, `03-11 outcome solved`.
fn events(text: &str) -> Vec<Event> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let read = |(place, line): (i64, &str)| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let number = || words[2].parse().unwrap();
        let (deed, state) = match words[1] {
            "logged" => (Deed::Logged, words.get(2)),
            "amended" => (Deed::Amended, words.get(2)),
            "sent_back" => (Deed::SentBack, Some(&"sent_back")),
            "admitted" => (Deed::Admitted, Some(&"ready")),
            "sent" => (Deed::Dispatched { dispatch: number() }, Some(&"dispatched")),
            "replied" => (Deed::Replied { dispatch: number(), kind: ReplyKind::Final }, None),
            "interim" => (Deed::Replied { dispatch: number(), kind: ReplyKind::Interim }, None),
            "extended" => {
                let until = "2020-03-31".parse().unwrap();
                (Deed::Extended { dispatch: number(), until }, None)
            }
            "returned" => {
                let state = words.get(3).filter(|word| **word != "late");
                (Deed::Returned { dispatch: number(), to: None }, state)
            }
            "outcome" => (Deed::Outcome(AppealOutcome::from_key(words[2]).unwrap()), None),
            "closed" => (Deed::Closed, Some(&"closed")),
            "reopened" => (Deed::Reopened, words.get(2)),
            "withdrawn" => (Deed::Withdrawn, Some(&"withdrawn")),
            "terminated" => (Deed::Terminated, Some(&"terminated")),
            "rated" => (Deed::Rated(Satisfaction::Satisfied), None),
            other => panic!("{other}"),
        };
        Event {
            id: 1000 + place,
            appeal: 1,
            day: format!("2020-{}", words[0]).parse().unwrap(),
            deed,
            state: state.map(|key| AppealState::from_key(key).unwrap()),
            person: None,
            note: None,
            finding: words.last().filter(|word| **word == "late").map(|_| late()),
            overridden: None,
        }
    };
    (0..).zip(lines).map(read).collect()
}

/// A limit that was broken.
fn late() -> Finding {
    let on = "2020-03-13".parse().unwrap();
    let rule = RuleVersion {
        rule: RuleName::DispatchLead,
        value: 7,
        since: on,
        clause: String::new(),
        example: true,
    };
    Finding {
        verdict: Verdict::Fail,
        seen: Seen::Over { state: DispatchState::Answered, on },
        rule,
    }
}

/// Dispatch 1 is the lead's, the others assist.
fn folded(text: &str) -> Result<Life, Flaw> {
    let role = |id| Some(if id == 1 { DispatchRole::Lead } else { DispatchRole::Assist });
    fold(&events(text), role)
}

const WHOLE: &str = "03-06 logged incomplete
    03-06 sent_back
    03-09 amended ready
    03-10 sent 1
    03-10 sent 2
    03-11 replied 2
    03-12 extended 1
    03-20 replied 1
    03-20 outcome path
    03-23 closed
    03-25 reopened dispatched
    03-25 outcome pending
    03-27 outcome solved
    03-27 closed
    03-30 rated";

#[test]
fn a_whole_life_folds() {
    let life = folded(WHOLE).unwrap();
    assert_eq!(life.state, AppealState::Closed);
    assert_eq!(life.outcome_now(), AppealOutcome::Solved);
    assert_eq!(life.satisfaction, Some(Satisfaction::Satisfied));
    assert_eq!(life.logged.to_string(), "2020-03-06");
    assert_eq!(life.since.to_string(), "2020-03-27");
    let part = life.parts[&1];
    assert_eq!((part.role, part.state), (DispatchRole::Lead, DispatchState::Answered));
    assert_eq!(part.extended.map(|day| day.to_string()).as_deref(), Some("2020-03-31"));
}

#[test]
fn every_part_of_a_life_is_a_life() {
    let lines: Vec<&str> = WHOLE.lines().collect();
    for count in 1..=lines.len() {
        assert!(folded(&lines[..count].join("\n")).is_ok(), "{count}");
    }
}

#[test]
fn a_life_ends_where_the_table_ends_it() {
    let start = "03-09 logged ready\n03-10 sent 1\n03-10 sent 2\n";
    let cases = [
        ("closed without an outcome", "03-11 replied 1\n03-12 closed", Some(4)),
        (
            "closed with nothing settled",
            "03-11 replied 1\n03-12 outcome pending\n03-12 closed",
            Some(5),
        ),
        ("closed without the lead", "03-11 replied 2\n03-12 outcome solved\n03-12 closed", Some(5)),
        (
            "an interim reply is none",
            "03-11 interim 1\n03-12 outcome solved\n03-12 closed",
            Some(5),
        ),
        ("the lead is enough", "03-11 replied 1\n03-12 outcome solved\n03-12 closed", None),
        ("a reply before the letter", "03-09 replied 1", Some(3)),
        ("a reply after the end", "03-12 withdrawn\n03-13 replied 1", None),
        ("sent twice", "03-11 sent 1", Some(3)),
        ("an extension after the answer", "03-11 replied 1\n03-12 extended 1", Some(4)),
        ("a return after the answer", "03-11 replied 1\n03-12 returned 1", Some(4)),
        ("a reply after the return", "03-11 returned 1\n03-12 replied 1", Some(4)),
        ("a late extension after the answer", "03-11 replied 1\n03-12 extended 1 late", None),
        ("a late return after the answer", "03-11 replied 1\n03-12 returned 1 late", None),
        ("a late reply after the return", "03-11 returned 1\n03-12 replied 1 late", None),
        (
            "a late reply after all returned",
            "03-11 returned 1\n03-11 returned 2 ready\n03-12 replied 1 late",
            None,
        ),
        ("a late return after the end", "03-11 withdrawn\n03-12 returned 1 late", None),
        (
            "a return while it is closed",
            "03-11 replied 1\n03-12 outcome solved\n03-12 closed\n03-13 returned 2",
            None,
        ),
        (
            "closed before its outcome",
            "03-11 replied 1\n03-13 outcome solved\n03-12 closed",
            Some(5),
        ),
        (
            "closed before the lead answered",
            "03-13 replied 1\n03-11 outcome solved\n03-12 closed",
            Some(5),
        ),
        (
            "reopened before its outcome",
            "03-11 replied 1\n03-11 outcome plan\n03-12 closed\n03-15 outcome solved\n03-14 reopened dispatched",
            Some(7),
        ),
        ("returned by one", "03-11 returned 1", None),
        ("returned by one, as if by all", "03-11 returned 1 ready", Some(3)),
        ("returned by both", "03-11 returned 1\n03-11 returned 2 ready\n03-12 sent_back", None),
        ("returned by both, unsaid", "03-11 returned 1\n03-11 returned 2", Some(4)),
        ("closed before the letter", "03-09 withdrawn", Some(3)),
        ("another letter, recorded late", "03-12 outcome plan\n03-09 sent 3", None),
        ("another letter, before it was ready", "03-08 sent 3", Some(3)),
        (
            "terminated, back, asked again",
            "03-11 terminated\n03-12 reopened ready\n03-13 sent 3",
            None,
        ),
        (
            "terminated, back with departments",
            "03-11 terminated\n03-12 reopened dispatched",
            Some(4),
        ),
        ("rated while open", "03-12 rated", Some(3)),
        ("amended under way", "03-12 amended ready", Some(3)),
    ];
    for (case, rest, flaw) in cases {
        let found = folded(&format!("{start}{rest}"));
        assert_eq!(found.err().map(|flaw| flaw.event - 1000), flaw, "{case}");
    }
    assert!(folded("").is_err());
    assert!(folded("03-09 sent 1").is_err());
    assert!(folded("03-09 logged dispatched").is_err());
}

#[test]
fn the_outcome_of_the_latest_day_holds_in_whatever_order_it_was_recorded() {
    let life = folded("03-09 logged ready\n03-12 outcome solved\n03-11 outcome plan").unwrap();
    assert_eq!(life.outcome.map(|(outcome, _)| outcome), Some(AppealOutcome::Solved));
    let life = folded("03-09 logged ready\n03-12 outcome plan\n03-12 outcome solved").unwrap();
    assert_eq!(life.outcome_now(), AppealOutcome::Solved);
}

#[test]
fn what_is_ended_is_not_awaited() {
    let life =
        folded("03-09 logged ready\n03-10 sent 1\n03-10 sent 2\n03-11 replied 2\n03-12 terminated");
    let life = life.unwrap();
    assert_eq!(life.parts[&1].state, DispatchState::Ended);
    assert_eq!(life.parts[&2].state, DispatchState::Answered);
}
