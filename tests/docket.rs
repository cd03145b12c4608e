//! Figures of appeals below the binary: what breaks them is found by `check`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use tuijin::desk::add::{AddRequest, add};
use tuijin::desk::check::check;
use tuijin::desk::docket::{DocketFilter, docket};
use tuijin::desk::init::{City, fill};
use tuijin::model::Day;
use tuijin::model::appeal::{Appeal, AppealOutcome, AppealState, Deed, Event};
use tuijin::model::brief::Scope;
use tuijin::model::check::Trouble;
use tuijin::model::command::CommandName;
use tuijin::model::entry::Basis;
use tuijin::model::field::Field;
use tuijin::model::month::Month;
use tuijin::model::value::Value;
use tuijin::store::backup::Care;
use tuijin::store::library::Outcome;
use tuijin::store::writer::Origin;
use tuijin::store::{Library, Stamp};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn stamp(command: CommandName) -> Stamp {
    Stamp {
        today: day("2020-05-31"),
        fixed: true,
        clock: "示例".into(),
        operator: "示例".into(),
        command,
        argv: vec![],
        reason: Some("示例".into()),
        overridden: None,
        correction: false,
    }
}

/// A library with one project and one appeal of it, which lives as told.
fn library(life: &[(&str, Deed, Option<AppealState>)]) -> Library {
    let mut library = Library::in_memory().unwrap();
    fill(&mut library, City::Suzhou, &stamp(CommandName::Init)).unwrap();
    let values = vec![
        (Field::Name, Value::Text("示例甲项目".into())),
        (Field::Basis, Value::Basis(vec![Basis::Conference])),
    ];
    let request = AddRequest { values, district: 1, on: day("2020-03-01") };
    add(&mut library, &stamp(CommandName::Add), &mut || {}, &request).unwrap();
    let appeal = Appeal {
        id: 0,
        code: String::new(),
        project: 1,
        round: Month::new(2020, 3).unwrap(),
        background: None,
        problem: None,
        purpose: Some("示例".into()),
        target: None,
        suggestion: None,
        departments: vec![],
        category: None,
        raised_by: None,
        raised_on: None,
        urgent: false,
        amount: None,
        findings: vec![],
    };
    let kept = library.write(&stamp(CommandName::AppealLog), &mut || {}, |writer| {
        let (id, _) = writer.put_appeal(&appeal, Origin::default())?;
        for (on, deed, state) in life {
            let event = Event {
                id: 0,
                appeal: id,
                day: day(on),
                deed: *deed,
                state: *state,
                person: None,
                note: None,
                finding: None,
                overridden: None,
            };
            writer.add_event(&event, Origin::default())?;
        }
        Ok(Outcome::Keep(()))
    });
    kept.unwrap();
    library
}

fn scope(month: Option<&str>) -> Scope {
    Scope::new(month.map(|month| month.parse().unwrap()), day("2020-05-31"))
}

/// The figures of a library that `check` doubts.
fn troubles(library: &mut Library) -> Vec<Trouble> {
    let found = library.read(scope(None), &mut || {}, check).unwrap().troubles;
    let of_figures = |found: &Trouble| {
        matches!(found, Trouble::CarryOver { .. } | Trouble::ProjectOutcome { .. })
    };
    found.into_iter().filter(of_figures).collect()
}

const LOGGED: (&str, Deed, Option<AppealState>) =
    ("2020-03-06", Deed::Logged, Some(AppealState::Ready));

#[test]
fn months_of_a_sound_life_carry_over_and_are_not_doubted() {
    let mut library = library(&[
        LOGGED,
        ("2020-03-09", Deed::Outcome(AppealOutcome::Solved), None),
        ("2020-03-31", Deed::Closed, Some(AppealState::Closed)),
        ("2020-04-10", Deed::Reopened, Some(AppealState::Ready)),
        ("2020-05-02", Deed::Withdrawn, Some(AppealState::Withdrawn)),
    ]);
    assert_eq!(troubles(&mut library), vec![]);
    let mut carried = |month: &str| {
        let all = DocketFilter::default();
        let found = library.read(scope(Some(month)), &mut || {}, |reader| docket(reader, &all));
        let found = found.unwrap();
        let carry = found.carried;
        assert!(carry.holds(), "{month}");
        [carry.opening, carry.logged, carry.reopened, carry.closed, carry.ended, carry.closing]
    };
    assert_eq!(carried("2020-02"), [0, 0, 0, 0, 0, 0]);
    assert_eq!(carried("2020-03"), [0, 1, 0, 1, 0, 0]);
    assert_eq!(carried("2020-04"), [0, 0, 1, 0, 0, 1]);
    assert_eq!(carried("2020-05"), [1, 0, 0, 0, 1, 0]);
}

#[test]
fn what_leaves_twice_is_found_in_its_month() {
    let mut library = library(&[
        LOGGED,
        ("2020-03-31", Deed::Closed, Some(AppealState::Closed)),
        ("2020-04-10", Deed::Withdrawn, Some(AppealState::Withdrawn)),
        ("2020-04-11", Deed::Closed, Some(AppealState::Closed)),
    ]);
    let month = |found: &Trouble| match found {
        Trouble::CarryOver { month, .. } => Some(month.to_string()),
        _ => None,
    };
    let months: Vec<_> = troubles(&mut library).iter().filter_map(month).collect();
    assert_eq!(months, ["2020-04"]);
}

#[test]
fn a_state_that_is_not_what_happened_is_found() {
    let mut library = library(&[LOGGED, ("2020-03-31", Deed::Closed, Some(AppealState::Ready))]);
    let expected =
        Trouble::CarryOver { month: Month::new(2020, 3).unwrap(), accounted: 0, in_hand: 1 };
    assert_eq!(troubles(&mut library), vec![expected]);
}

#[test]
fn an_outcome_nobody_knows_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("t.db");
    let backup = library(&[LOGGED, ("2020-03-09", Deed::Outcome(AppealOutcome::Plan), None)]);
    backup.back_up(&file, Care::Full).unwrap();
    let raw = rusqlite::Connection::open(&file).unwrap();
    let spoil = "UPDATE event_v SET value = 'unheard' WHERE kind = 'outcome'";
    assert_eq!(raw.execute(spoil, []).unwrap(), 1);
    drop(raw);
    let mut library = Library::open(&file).unwrap();
    let outcome =
        Trouble::ProjectOutcome { code: "XM2020-0001".into(), name: "示例甲项目".into() };
    let course = Trouble::Course { code: "SQ2020-0001".into() };
    assert_eq!(troubles(&mut library), vec![outcome]);
    // The event is not read as another: the whole course is named.
    let found = library.read(scope(None), &mut || {}, check).unwrap().troubles;
    assert!(found.contains(&course), "{found:?}");
}
