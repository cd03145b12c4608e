//! The simulated year of the example (`examples/first_year`): every figure of every meeting is the
//! generator's truth, and the comparison notices when it is not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../examples/first_year/mod.rs"]
mod first_year;

use first_year::held::{Held, compare_all};
use first_year::project::Project;
use first_year::world::World;
use first_year::{MONTHS, SEED, live};

/// Unoptimised, the second half of the year would take minutes; the example has it all.
const LIVED: usize = if cfg!(debug_assertions) { 6 } else { MONTHS };

/// A truth made false in one place.
type Bend = (&'static str, fn(&mut World));

const BENDS: [Bend; 10] = [
    ("a cent of the total investment", |world| {
        let project = inside(world, 5);
        project.money[0] = project.money[0].map(|cents| cents + 1);
    }),
    ("a cent paid in", |world| inside(world, 10).money[3] = Some(1)),
    ("the stage of a project", |world| {
        let project = inside(world, 20);
        project.stage = (project.stage + 1) % 6;
    }),
    ("who leads it", |world| {
        inside(world, 30).texts.insert("leader".to_owned(), "X".to_owned());
    }),
    ("a field that is missing", |world| inside(world, 40).money[1] = None),
    ("a month that was not reported", |world| inside(world, 50).told.clear()),
    ("that districts reported", |world| world.filings.clear()),
    ("the outcome of an appeal", |world| world.appeals[3].outcomes.clear()),
    ("the day of an answer", |world| {
        let dispatch = &mut world.appeals[0].dispatches[0];
        dispatch.answered = dispatch.answered.map(|day| day + chrono::Days::new(20));
    }),
    ("the text of a decision", |world| world.tasks[0].text.push('X')),
];

/// The n-th project in the library.
fn inside(world: &mut World, n: usize) -> &mut Project {
    world.projects.iter_mut().filter(|project| project.left.is_none()).nth(n).unwrap()
}

#[test]
fn every_figure_of_the_year_is_the_truth_and_a_false_one_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let program = env!("CARGO_BIN_EXE_tuijin").into();
    let mut story = Vec::new();
    let mut year = live(program, folder.path().to_owned(), (SEED, LIVED), &mut story).unwrap();
    let tally = &year.tally;
    assert_eq!(tally.differences, Vec::<String>::new());
    assert!(tally.figures > 30_000, "{} figures", tally.figures);
    let meetings: Vec<&str> = year.held.iter().map(|held| held.code.as_str()).collect();
    assert_eq!(meetings[..4], ["DB2020-03", "DP2020-03", "DB2020-04", "DB2020-05"]);
    assert_eq!(meetings.len(), if LIVED == MONTHS { 18 } else { 9 });

    for (what, bend) in BENDS {
        let place = 4;
        let kept = year.held[place].table.clone();
        bend(&mut year.held[place].table);
        let found = compare_all(&year.held, &year.calendar).unwrap();
        let held: &mut Held = &mut year.held[place];
        held.table = kept;
        let code = &held.code;
        assert!(found.differences.iter().any(|it| it.starts_with(code.as_str())), "{what}");
    }
}
