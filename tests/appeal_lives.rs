//! Random lives of appeals, below the binary: whatever is done, taken back and done again, the
//! carry-over of every month holds, every project has the outcome that follows from its appeals,
//! `check` agrees, and every past day stays as it was.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;
use std::collections::BTreeMap;
use tuijin::desk::add::{AddRequest, add};
use tuijin::desk::appeal::letter::{DraftRequest, SentRequest, draft, send};
use tuijin::desk::appeal::log::{LogRequest, log, send_back};
use tuijin::desk::appeal::reply::{Answer, Response, answer};
use tuijin::desk::appeal::{Words, close, outcome};
use tuijin::desk::check::check;
use tuijin::desk::docket::{DocketFilter, docket};
use tuijin::desk::exit::{Amounts, ExitRequest, leave};
use tuijin::desk::feedback::feedback;
use tuijin::desk::init::{City, fill};
use tuijin::desk::wind::wind;
use tuijin::error::{Fault, Result};
use tuijin::model::Day;
use tuijin::model::appeal::{AppealField, AppealOutcome, AppealState, DeedKind, Satisfaction};
use tuijin::model::brief::Scope;
use tuijin::model::command::CommandName;
use tuijin::model::dispatch::ReplyKind;
use tuijin::model::docket::AppealFilter;
use tuijin::model::entry::Basis;
use tuijin::model::exit::ExitGround;
use tuijin::model::field::Field;
use tuijin::model::month::Month;
use tuijin::model::value::Value;
use tuijin::store::wind::Turn;
use tuijin::store::writer::Override;
use tuijin::store::{Library, Reader, Stamp};

const PROJECTS: usize = 3;
/// Two land appeals go to 资规 and 新城投资, the others to 海关.
const ASKED: [&str; 3] = ["资规、新城投资", "资规", "海关"];

/// One thing done; the numbers choose the appeal, the project, the department, the day.
#[derive(Debug, Clone)]
enum Act {
    Log(usize, usize),
    SendBack(usize),
    Complete(usize),
    Letters,
    Answer(usize, usize, usize),
    Outcome(usize, AppealOutcome, u64),
    Close(usize),
    Reopen(usize),
    Withdraw(usize),
    Rate(usize),
    Leave(usize),
    Undo,
    /// An older command, out of order.
    UndoOp(i64),
    Redo,
    NextDays(u64),
}

fn act() -> impl Strategy<Value = Act> {
    let appeal = || 0usize..8;
    let result = proptest::sample::select(AppealOutcome::ALL);
    prop_oneof![
        6 => (0..PROJECTS, 0usize..4).prop_map(|(p, kind)| Act::Log(p, kind)),
        1 => appeal().prop_map(Act::SendBack),
        2 => appeal().prop_map(Act::Complete),
        6 => Just(Act::Letters),
        8 => (appeal(), 0usize..3, 0usize..8).prop_map(|(a, d, r)| Act::Answer(a, d, r)),
        8 => (appeal(), result, 0u64..3).prop_map(|(a, o, back)| Act::Outcome(a, o, back)),
        6 => appeal().prop_map(Act::Close),
        3 => appeal().prop_map(Act::Reopen),
        2 => appeal().prop_map(Act::Withdraw),
        1 => appeal().prop_map(Act::Rate),
        1 => (0..PROJECTS).prop_map(Act::Leave),
        2 => Just(Act::Undo),
        2 => (2i64..40).prop_map(Act::UndoOp),
        2 => Just(Act::Redo),
        5 => (1u64..20).prop_map(Act::NextDays),
    ]
}

fn stamp(command: CommandName, today: Day) -> Stamp {
    Stamp {
        today,
        fixed: true,
        clock: "示例".into(),
        operator: "示例".into(),
        command,
        argv: vec![],
        reason: Some("示例".into()),
        overridden: Some(Override { reason: "示例".into(), approver: "示例".into() }),
        correction: false,
    }
}

fn code(number: usize) -> Vec<String> {
    vec![format!("SQ2020-{:04}", number + 1)]
}

/// Words that pass the five tests, or are too few for them.
fn words(kind: usize, number: i64) -> Words {
    let few = kind == ASKED.len();
    let target = ASKED[kind.min(ASKED.len() - 1)];
    let full = |text: &str| if few { "少".to_owned() } else { text.to_owned() };
    Words {
        texts: vec![
            (AppealField::Background, full("项目一期已经建成投产，二期设备已经订购")),
            (AppealField::Problem, full("二期所需各项条件至今没有落实，影响开工")),
            (AppealField::Purpose, format!("请求在年内落实第{number}批次指标八十亩")),
            (AppealField::Target, target.to_owned()),
            (AppealField::Suggestion, full("参照《示例办法》第三条的规定列入年度计划")),
        ],
        category: Some(if target == "海关" { 8 } else { 1 }),
        round: None,
        raised_by: None,
        raised_on: None,
        urgent: None,
        amount: None,
    }
}

/// Does it; a refusal is an act not done.
fn apply(library: &mut Library, act: &Act, today: Day, number: i64) -> Result<()> {
    let wait = &mut || {};
    let stamped = |command| stamp(command, today);
    match act {
        Act::Log(project, kind) => {
            let project = Some(format!("XM2020-{:04}", project + 1));
            let words = words(*kind, number);
            let request = LogRequest { appeal: None, project, words, on: today };
            log(library, &stamped(CommandName::AppealLog), wait, &request).map(drop)
        }
        Act::Complete(appeal) => {
            let words = words(1, number);
            let appeal = code(*appeal).pop();
            let request = LogRequest { appeal, project: None, words, on: today };
            log(library, &stamped(CommandName::AppealLog), wait, &request).map(drop)
        }
        Act::SendBack(appeal) => {
            let stamp = stamped(CommandName::AppealSendBack);
            send_back(library, &stamp, wait, &code(*appeal), today).map(drop)
        }
        Act::Letters => {
            let round = Month::of(today);
            for round in [round.previous(), round] {
                let request = DraftRequest {
                    round,
                    department: None,
                    appeals: vec![],
                    meeting: None,
                    on: today,
                };
                let drafted = draft(library, &stamped(CommandName::LetterDraft), wait, &request);
                if drafted.is_ok() {
                    let request = SentRequest {
                        letters: vec![],
                        round: Some(round),
                        number: "示例".into(),
                        on: today,
                    };
                    send(library, &stamped(CommandName::LetterSent), wait, &request)?;
                }
            }
            Ok(())
        }
        Act::Answer(appeal, department, response) => {
            let department = ["资规", "新城投资", "海关"][*department].to_owned();
            let response = match response {
                0 => Response::Return(None),
                1 => Response::Return(Some("发改".into())),
                2 => Response::Extension(today + chrono::Days::new(9)),
                3 => Response::Reply(ReplyKind::Interim),
                _ => Response::Reply(ReplyKind::Final),
            };
            let request = Answer {
                appeal: code(*appeal).remove(0),
                department: Some(department),
                response,
                person: None,
                note: Some("示例".into()),
                on: today,
            };
            answer(library, &stamped(CommandName::AppealReply), wait, &request).map(drop)
        }
        Act::Outcome(appeal, result, back) => {
            let on = today - chrono::Days::new(*back);
            let stamp = stamped(CommandName::AppealOutcome);
            outcome::conclude(library, &stamp, wait, &code(*appeal), *result, on).map(drop)
        }
        Act::Close(appeal) => {
            let stamp = stamped(CommandName::AppealClose);
            close::close(library, &stamp, wait, &code(*appeal), today).map(drop)
        }
        Act::Reopen(appeal) => {
            let stamp = stamped(CommandName::AppealReopen);
            close::reopen(library, &stamp, wait, &code(*appeal), today).map(drop)
        }
        Act::Withdraw(appeal) => {
            let stamp = stamped(CommandName::AppealWithdraw);
            close::withdraw(library, &stamp, wait, &code(*appeal), today).map(drop)
        }
        Act::Rate(appeal) => {
            let stamp = stamped(CommandName::AppealSatisfaction);
            let call = close::Call { satisfaction: Satisfaction::Satisfied, person: None };
            close::rate(library, &stamp, wait, &code(*appeal), &call, today).map(drop)
        }
        Act::Leave(project) => {
            let request = ExitRequest {
                project: format!("XM2020-{:04}", project + 1),
                ground: ExitGround::Terminated,
                on: today,
                successor: None,
                amounts: Amounts::Add,
            };
            leave(library, &stamped(CommandName::Remove), wait, &request).map(drop)
        }
        Act::Undo => turn(library, today, Turn::Back, None),
        Act::UndoOp(op) => turn(library, today, Turn::Back, Some(*op)),
        Act::Redo => turn(library, today, Turn::Forth, None),
        Act::NextDays(_) => Ok(()),
    }
}

fn turn(library: &mut Library, today: Day, turn: Turn, op: Option<i64>) -> Result<()> {
    let command = if turn == Turn::Back { CommandName::Undo } else { CommandName::Redo };
    wind(library, &stamp(command, today), &mut || {}, turn, op).map(drop)
}

fn months() -> impl Iterator<Item = Month> {
    (1..=12).map(|month| Month::new(2020, month).unwrap())
}

/// Everything the tables of appeals say in one state.
fn said(library: &mut Library, scope: Scope) -> String {
    let say = |reader: &Reader<'_>| {
        let all = DocketFilter::default();
        let mut text = format!("{:#?}", docket(reader, &all)?);
        let this = Month::of(scope.today);
        let told = feedback(reader, this, None)?.districts;
        let told = told.iter().map(|one| (&one.replies, &one.waiting, &one.returned));
        text += &format!("{:#?}", told.collect::<Vec<_>>());
        for month in [this.previous(), this] {
            let scope = reader.scope().of_month(Some(month));
            let found = reader.at(scope, |reader| docket(reader, &all))?;
            text += &format!("{found:#?}");
        }
        Ok(text)
    };
    library.read(scope, &mut || {}, say).unwrap()
}

/// The identity of every month, every project's outcome, and what `check` says.
fn must_reconcile(library: &mut Library, today: Day) {
    let read = |reader: &Reader<'_>| {
        let all = DocketFilter::default();
        let mut closing = 0;
        for month in months().take_while(|month| *month <= Month::of(today)) {
            let scope = reader.scope().of_month(Some(month));
            let (found, moves) =
                reader.at(scope, |reader| Ok((docket(reader, &all)?, reader.moves()?)))?;
            let carry = found.carried;
            assert!(carry.holds(), "{month}: {carry:?}");
            assert_eq!(carry.opening, closing, "{month}");
            let open = found.appeals.iter().filter(|appeal| appeal.state.is_open()).count();
            assert_eq!(carry.closing, open as u64, "{month}");
            let logged = moves.iter().filter(|step| step.kind == DeedKind::Logged).count();
            assert_eq!(found.appeals.len(), logged, "{month}");
            closing = carry.closing;
        }
        let found = docket(reader, &all)?;
        let mut projects: BTreeMap<i64, Vec<AppealOutcome>> = BTreeMap::new();
        for appeal in reader.appeal_briefs(&AppealFilter::default())? {
            if !matches!(appeal.state, AppealState::Withdrawn | AppealState::Terminated) {
                projects.entry(appeal.project).or_default().push(appeal.outcome);
            }
        }
        let order = AppealOutcome::ALL;
        let first = |of: &Vec<AppealOutcome>| order.iter().find(|known| of.contains(known));
        for (_, _, within) in &found.outcomes.groups {
            for (outcome, count) in within {
                let expected = projects.values().filter(|of| first(of) == Some(outcome)).count();
                assert_eq!(count.projects, expected as u64, "{outcome:?}");
            }
        }
        Ok(())
    };
    library.read(Scope::new(None, today), &mut || {}, read).unwrap();
    let found = library.read(Scope::new(None, today), &mut || {}, check).unwrap();
    assert_eq!(found.troubles, vec![]);
}

fn begin() -> (Library, Day) {
    let mut library = Library::in_memory().unwrap();
    let today = Day::from_ymd_opt(2020, 3, 2).unwrap();
    fill(&mut library, City::Suzhou, &stamp(CommandName::Init, today)).unwrap();
    for number in 0..PROJECTS {
        let values = vec![
            (Field::Name, Value::Text(format!("示例{}项目", ["甲", "乙", "丙"][number]))),
            (Field::Basis, Value::Basis(vec![Basis::Conference])),
        ];
        let request = AddRequest { values, district: 1 + number as i64, on: today };
        add(&mut library, &stamp(CommandName::Add, today), &mut || {}, &request).unwrap();
    }
    (library, today)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn months_carry_over_and_outcomes_follow_through_any_life(
        acts in proptest::collection::vec(act(), 1..40)
    ) {
        let (mut library, mut today) = begin();
        let mut days = Vec::new();
        for (number, act) in acts.iter().enumerate() {
            if let Act::NextDays(count) = act {
                days.push((today, said(&mut library, Scope::new(None, today))));
                today = today + chrono::Days::new(*count);
            }
            match apply(&mut library, act, today, number as i64) {
                Ok(()) | Err(Fault::Refused(_)) => {}
                Err(other) => panic!("{act:?}: {other:?}"),
            }
            if matches!(act, Act::UndoOp(_) | Act::Redo) {
                must_reconcile(&mut library, today);
            }
        }
        must_reconcile(&mut library, today);
        // Back to the beginning, and forth again through the same states.
        let last = today + chrono::Days::new(1);
        let mut states = Vec::new();
        loop {
            states.push(said(&mut library, Scope::new(None, last)));
            if turn(&mut library, last, Turn::Back, None).is_err() {
                break;
            }
            must_reconcile(&mut library, last);
        }
        for state in states.iter().rev().skip(1) {
            turn(&mut library, last, Turn::Forth, None).unwrap();
            prop_assert_eq!(&said(&mut library, Scope::new(None, last)), state);
        }
        must_reconcile(&mut library, last);
        for (day, then) in days {
            prop_assert_eq!(said(&mut library, Scope::past(None, day)), then);
        }
    }
}

/// Lives that reach every state: the random ones above would prove nothing if all were refused.
#[test]
fn acts_are_done_and_not_only_refused() {
    let (mut library, today) = begin();
    let acts = [
        Act::Log(0, 0),
        Act::Log(1, 2),
        Act::Log(2, 3),
        Act::SendBack(2),
        Act::Complete(2),
        Act::Letters,
        Act::Answer(0, 0, 4),
        Act::Answer(0, 1, 0),
        Act::Answer(1, 2, 2),
        Act::Answer(1, 2, 3),
        Act::Outcome(0, AppealOutcome::Solved, 0),
        Act::Close(0),
        Act::Rate(0),
        Act::Reopen(0),
        Act::Outcome(0, AppealOutcome::Path, 0),
        Act::Close(0),
        Act::Withdraw(1),
        Act::Leave(2),
        Act::Undo,
        Act::Redo,
    ];
    for (number, act) in acts.iter().enumerate() {
        let done = apply(&mut library, act, today, number as i64);
        assert!(done.is_ok(), "{act:?}: {done:?}");
        must_reconcile(&mut library, today);
    }
    let states = |reader: &Reader<'_>| reader.appeal_briefs(&AppealFilter::default());
    let found = library.read(Scope::new(None, today), &mut || {}, states).unwrap();
    let found: Vec<AppealState> = found.iter().map(|appeal| appeal.state).collect();
    assert_eq!(found, [AppealState::Closed, AppealState::Withdrawn, AppealState::Terminated]);
}
