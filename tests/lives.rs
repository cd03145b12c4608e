//! Random lives of a library, below the binary: whatever is done, taken back one by one and done
//! again, it says the same at every step; every past day stays as it was; and it is whole.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;
use tuijin::desk::add::{AddRequest, add};
use tuijin::desk::check::check;
use tuijin::desk::exit::{Amounts, ExitRequest, leave};
use tuijin::desk::init::{City, fill};
use tuijin::desk::readmit::{ReadmitRequest, readmit};
use tuijin::desk::split::{SplitRequest, split};
use tuijin::desk::update::{UpdateRequest, update};
use tuijin::desk::wind::wind;
use tuijin::desk::{reports, rules, show};
use tuijin::error::{Fault, Result};
use tuijin::model::Day;
use tuijin::model::brief::{Filter, Scope};
use tuijin::model::clock::{ClockKind, Excuse};
use tuijin::model::command::CommandName;
use tuijin::model::entry::Basis;
use tuijin::model::exit::ExitGround;
use tuijin::model::field::{Field, Quantity};
use tuijin::model::finding::{RuleName, RuleVersion};
use tuijin::model::money::{Amount, Currency};
use tuijin::model::month::Month;
use tuijin::model::stage::Stage;
use tuijin::model::value::Value;
use tuijin::store::wind::Turn;
use tuijin::store::writer::Override;
use tuijin::store::{Library, Reader, Stamp};

/// One thing done; the numbers choose the project, the amount, the day.
#[derive(Debug, Clone)]
enum Deed {
    Add(i64),
    Amount(usize, Quantity, i64),
    Stage(usize, Stage),
    Name(usize, u8),
    Leave(usize, ExitGround),
    Merge(usize, usize),
    Readmit(usize),
    Split(usize, i64),
    Rule(i64),
    Excuse(usize),
    Nil(i64, u32),
    Undo,
    /// An older command, out of order.
    UndoOp(i64),
    Redo,
    RedoOp(i64),
    NextDay,
}

fn deed() -> impl Strategy<Value = Deed> {
    let project = 0usize..6;
    let stage = proptest::sample::select(Stage::ALL);
    let quantity = proptest::sample::select(Quantity::ALL);
    let ground = proptest::sample::select(ExitGround::ALL);
    prop_oneof![
        3 => (0i64..30_000_000_000).prop_map(Deed::Add),
        6 => (project.clone(), quantity, 0i64..30_000_000_000).prop_map(|(p, q, a)| Deed::Amount(p, q, a)),
        4 => (project.clone(), stage).prop_map(|(p, s)| Deed::Stage(p, s)),
        2 => (project.clone(), 0u8..4).prop_map(|(p, n)| Deed::Name(p, n)),
        2 => (project.clone(), ground).prop_map(|(p, g)| Deed::Leave(p, g)),
        1 => (project.clone(), project.clone()).prop_map(|(p, q)| Deed::Merge(p, q)),
        2 => project.clone().prop_map(Deed::Readmit),
        1 => (project.clone(), 0i64..1_000_000).prop_map(|(p, a)| Deed::Split(p, a)),
        1 => (0i64..30_000_000_000).prop_map(Deed::Rule),
        1 => project.prop_map(Deed::Excuse),
        1 => (1i64..11, 1u32..4).prop_map(|(d, m)| Deed::Nil(d, m)),
        2 => Just(Deed::Undo),
        2 => (2i64..30).prop_map(Deed::UndoOp),
        2 => Just(Deed::Redo),
        1 => (2i64..30).prop_map(Deed::RedoOp),
        4 => Just(Deed::NextDay),
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

fn usd(cents: i64) -> Value {
    Value::Amount(Amount { currency: Currency(Currency::USD.into()), hundredths: cents })
}

fn code(number: usize) -> String {
    format!("XM2020-{:04}", number + 1)
}

/// Does it; a refusal is a deed not done.
fn apply(library: &mut Library, deed: &Deed, today: Day) -> Result<()> {
    let wait = &mut || {};
    let on = today;
    let change = |project: &usize, values| UpdateRequest { project: code(*project), values, on };
    match deed {
        Deed::Add(total) => {
            let name = Value::Text(format!("示例{total}项目"));
            let values = vec![
                (Field::Name, name),
                (Field::Money(Quantity::Total), usd(*total)),
                (Field::Basis, Value::Basis(vec![Basis::Conference])),
            ];
            let request = AddRequest { values, district: 1 + total % 10, on };
            add(library, &stamp(CommandName::Add, today), wait, &request).map(drop)
        }
        Deed::Amount(project, quantity, cents) => {
            let request = change(project, vec![(Field::Money(*quantity), usd(*cents))]);
            update(library, &stamp(CommandName::Update, today), wait, &request).map(drop)
        }
        Deed::Stage(project, stage) => {
            let request = change(project, vec![(Field::Stage, Value::Stage(*stage))]);
            update(library, &stamp(CommandName::Update, today), wait, &request).map(drop)
        }
        Deed::Name(project, number) => {
            let name = Value::Text(format!("示例更名{number}号项目"));
            let request = change(project, vec![(Field::Name, name)]);
            update(library, &stamp(CommandName::Rename, today), wait, &request).map(drop)
        }
        Deed::Leave(project, ground) => {
            let request = exit(*project, *ground, on, None);
            leave(library, &stamp(CommandName::Remove, today), wait, &request).map(drop)
        }
        Deed::Merge(project, other) => {
            let request = exit(*project, ExitGround::Merged, on, Some(code(*other)));
            leave(library, &stamp(CommandName::Merge, today), wait, &request).map(drop)
        }
        Deed::Readmit(project) => {
            let request = ReadmitRequest { project: code(*project), basis: vec![], on };
            readmit(library, &stamp(CommandName::Readmit, today), wait, &request).map(drop)
        }
        Deed::Split(project, cents) => {
            let name = (Field::Name, Value::Text(format!("示例拆分{cents}项目")));
            let values = vec![name, (Field::Money(Quantity::Total), usd(*cents))];
            let request = SplitRequest { project: code(*project), values, on };
            split(library, &stamp(CommandName::Split, today), wait, &request).map(drop)
        }
        Deed::Rule(value) => {
            let version = RuleVersion {
                rule: RuleName::EntryScale,
                value: *value,
                since: today,
                clause: "示例".into(),
                example: true,
            };
            rules::set(library, &stamp(CommandName::RulesSet, today), wait, &version)
        }
        Deed::Excuse(project) => {
            let excuse = Excuse {
                clock: ClockKind::Progress,
                from: today,
                until: today,
                reason: "示例".into(),
            };
            let stamp = stamp(CommandName::RulesExcuse, today);
            rules::excuse(library, &stamp, wait, &code(*project), &excuse).map(drop)
        }
        Deed::Nil(district, month) => {
            let scope = Scope::new(None, today);
            let districts = library.read(scope, wait, |reader| reader.districts())?;
            let name = districts.iter().find(|one| one.id == *district).unwrap().name.clone();
            let month = Month::new(2020, *month).unwrap();
            let stamp = stamp(CommandName::ReportsNil, today);
            reports::nil(library, &stamp, wait, &name, month, on).map(drop)
        }
        Deed::Undo => turn(library, today, Turn::Back, None),
        Deed::UndoOp(op) => turn(library, today, Turn::Back, Some(*op)),
        Deed::Redo => turn(library, today, Turn::Forth, None),
        Deed::RedoOp(op) => turn(library, today, Turn::Forth, Some(*op)),
        Deed::NextDay => Ok(()),
    }
}

fn turn(library: &mut Library, today: Day, turn: Turn, op: Option<i64>) -> Result<()> {
    let command = if turn == Turn::Back { CommandName::Undo } else { CommandName::Redo };
    wind(library, &stamp(command, today), &mut || {}, turn, op).map(drop)
}

fn exit(project: usize, ground: ExitGround, on: Day, successor: Option<String>) -> ExitRequest {
    ExitRequest { project: code(project), ground, on, successor, amounts: Amounts::Add }
}

/// Everything the library says in one state.
fn said(library: &mut Library, scope: Scope) -> String {
    let say = |reader: &Reader<'_>| {
        let inside = reader.briefs(&Filter::default())?;
        let outside = reader.briefs(&Filter { departed: true, ..Filter::default() })?;
        let mut text = format!("{inside:#?}{outside:#?}");
        for brief in inside.iter().chain(&outside) {
            text += &format!("{:#?}", show::show(reader, &brief.code)?);
        }
        text += &format!("{:#?}", (reader.rules()?, reader.exceptions()?, rules::due(reader)?));
        for month in 1..4 {
            let month = Month::new(2020, month).unwrap();
            text += &format!("{:#?}", reader.filings(month)?);
            let scope = reader.scope().of_month(Some(month));
            let briefs = reader.at(scope, |reader| reader.briefs(&Filter::default()))?;
            text += &format!("{briefs:#?}");
        }
        Ok(text)
    };
    library.read(scope, &mut || {}, say).unwrap()
}

fn is_whole(library: &mut Library, today: Day) {
    let found = library.read(Scope::new(None, today), &mut || {}, check).unwrap();
    assert_eq!(found.troubles, vec![]);
}

fn day(number: u64) -> Day {
    Day::from_ymd_opt(2020, 3, 1).unwrap() + chrono::Days::new(number)
}

/// How many commands stand: done and not taken back.
fn undo_all(library: &mut Library, today: Day, seen: &mut Vec<String>) {
    loop {
        let now = said(library, Scope::new(None, today));
        let stamp = stamp(CommandName::Undo, today);
        seen.push(now);
        match wind(library, &stamp, &mut || {}, Turn::Back, None) {
            Ok(_) => {}
            Err(Fault::Refused(_)) => return,
            Err(other) => panic!("{other:?}"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_life_is_wound_back_and_forth_and_no_past_day_changes(
        deeds in proptest::collection::vec(deed(), 1..40)
    ) {
        let mut library = Library::in_memory().unwrap();
        fill(&mut library, City::Suzhou, &stamp(CommandName::Init, day(0))).unwrap();
        let mut number = 0;
        let mut days = Vec::new();
        for deed in &deeds {
            if matches!(deed, Deed::NextDay) {
                days.push((day(number), said(&mut library, Scope::new(None, day(number)))));
                number += 1;
            }
            match apply(&mut library, deed, day(number)) {
                Ok(()) | Err(Fault::Refused(_)) => {}
                Err(other) => panic!("{deed:?}: {other:?}"),
            }
            if matches!(deed, Deed::UndoOp(_) | Deed::RedoOp(_)) {
                is_whole(&mut library, day(number));
            }
        }
        is_whole(&mut library, day(number));
        // Back to the beginning, and forth again through the same states.
        let today = day(number + 1);
        let mut down = Vec::new();
        undo_all(&mut library, today, &mut down);
        for state in down.iter().rev().skip(1) {
            let stamp = stamp(CommandName::Redo, today);
            wind(&mut library, &stamp, &mut || {}, Turn::Forth, None).unwrap();
            prop_assert_eq!(&said(&mut library, Scope::new(None, today)), state);
        }
        is_whole(&mut library, today);
        for (day, then) in days {
            prop_assert_eq!(said(&mut library, Scope::past(None, day)), then);
        }
    }
}
