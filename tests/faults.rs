//! A command that is killed, or whose disk is full or failing, at any call that changes the disk: the
//! library opens, `check` finds nothing, its content is that before or that after, and no file beside
//! it is half written.
//!
//! `cargo test` tries a point or two of each command; `tests/faults/every_point.sh` tries all, and
//! `tests/faults/bites.sh` shows that a program that is broken on purpose is found out.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "faults/attempt.rs"]
mod attempt;
#[path = "faults/content.rs"]
mod content;
#[path = "faults/order.rs"]
mod order;
mod sandbox;
#[path = "faults/scene.rs"]
mod scene;
#[path = "faults/strace.rs"]
mod strace;
#[path = "faults/table.rs"]
mod table;
#[path = "faults/tree.rs"]
mod tree;

use attempt::Point;
use scene::{Prepared, prepare_all};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};
use strace::{Call, Fault};
use table::Table;
use tuijin::model::command::CommandName;

/// Commands that write nothing, whatever they are given, but a page to the file of `--output`, which
/// `list`, `summary`, `board` and `check` stand for.
const READING: [&str; 30] = [
    "__complete",
    "activity list",
    "appeal list",
    "appeal show",
    "calendar due",
    "calendar plan",
    "calendar show",
    "category list",
    "circular",
    "completion",
    "contact list",
    "department list",
    "district list",
    "history",
    "letter list",
    "log",
    "man",
    "meeting diff",
    "meeting list",
    "meeting ready",
    "meeting show",
    "rate list",
    "reports remind",
    "rules check",
    "rules due",
    "rules show",
    "screen list",
    "setting list",
    "show",
    "task list",
];

/// Where a commit turns: the journal is whole, it is taken away, a file has its name.
const TURNING: [&str; 4] = ["fsync", "unlink", "pwrite64", "renameat"];

fn scenes() -> &'static [Prepared] {
    static SCENES: OnceLock<Vec<Prepared>> = OnceLock::new();
    SCENES.get_or_init(prepare_all)
}

#[test]
fn every_command_that_writes_has_its_scene() {
    if !strace::is_usable() {
        return;
    }
    // What a scene wrote is what the library keeps of it, not what its name says.
    let written: BTreeSet<&str> =
        scenes().iter().filter_map(|scene| scene.operation.as_deref()).collect();
    let all: BTreeSet<&str> = CommandName::ALL.iter().map(|command| command.key()).collect();
    let missing: Vec<&&str> = all.difference(&written).collect();
    assert!(missing.is_empty(), "no scene writes {missing:?}");
    let mut commands = Vec::new();
    leaves(&tuijin::cli::command(), "", &mut commands);
    let played: BTreeSet<&str> = scenes().iter().map(|scene| scene.name.as_str()).collect();
    let reading = |name: &str| READING.contains(&name);
    let left: Vec<&String> =
        commands.iter().filter(|name| !played.contains(name.as_str()) && !reading(name)).collect();
    assert!(left.is_empty(), "neither played in tests/faults/life.txt nor reading: {left:?}");
    let stale: Vec<&&str> =
        READING.iter().filter(|name| !commands.iter().any(|known| known == *name)).collect();
    assert!(stale.is_empty(), "{stale:?} are no commands");
}

/// The commands of a tree that have none below them.
fn leaves(command: &clap::Command, lead: &str, found: &mut Vec<String>) {
    for inner in command.get_subcommands() {
        let name = format!("{lead}{}", inner.get_name());
        if inner.has_subcommands() {
            leaves(inner, &format!("{name} "), found);
        } else {
            found.push(name);
        }
    }
}

#[test]
fn what_is_written_reaches_the_disk_before_it_is_said_to_be_done() {
    if !strace::is_usable() {
        return;
    }
    let broken: Vec<String> = scenes()
        .iter()
        .flat_map(|scene| scene.unsafe_order.iter().map(|what| format!("{}: {what}", scene.name)))
        .collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn disturbed_at_a_point_of_each_command_the_library_is_as_before_or_as_after() {
    if !strace::is_usable() {
        return;
    }
    let mut points = Vec::new();
    for (number, scene) in scenes().iter().enumerate() {
        let faults: Vec<Fault> =
            if number % 4 == 0 { Fault::ALL.to_vec() } else { vec![Fault::Kill] };
        for fault in faults {
            let struck: Vec<&Call> =
                scene.calls.iter().filter(|call| fault.strikes(&call.name)).collect();
            let turning = TURNING[number % TURNING.len()];
            let last = struck.iter().rposition(|call| call.name == turning);
            let call = last.map_or_else(|| struck.get(struck.len() / 2), |last| struck.get(last));
            points.extend(call.map(|call| Point::hit(scene, fault, call)));
        }
    }
    let table = try_all(&points);
    assert!(table.failures.is_empty(), "{}", table.failures.join("\n"));
}

#[test]
#[ignore = "takes an hour; tests/faults/every_point.sh runs it"]
fn at_every_point_of_every_command_the_library_is_as_before_or_as_after() {
    assert!(strace::is_usable(), "strace cannot trace here");
    // One command alone, where its name is given; every so manieth point, where a number is.
    let only = std::env::var("TUIJIN_SCENE").ok();
    let stride =
        std::env::var("TUIJIN_STRIDE").map_or(1, |stride| stride.parse::<usize>().unwrap());
    let chosen = |scene: &&Prepared| only.as_ref().is_none_or(|only| *only == scene.name);
    let mut points = Vec::new();
    for scene in scenes().iter().filter(chosen) {
        for fault in Fault::ALL {
            let mut past: Vec<Call> = Vec::new();
            for call in scene.calls.iter().filter(|call| fault.strikes(&call.name)) {
                points.push(Point::hit(scene, fault, call));
                past.retain(|other| other.name != call.name);
                past.push(Call { nth: call.nth + 1, ..call.clone() });
            }
            // One further than the last must do no harm: every point was tried.
            points.extend(past.iter().map(|call| Point::beyond(scene, fault, call)));
        }
    }
    let all = points.len();
    let mut number = 0;
    points.retain(|_| {
        number += 1;
        number % stride == 0
    });
    println!("{} of {all} points", points.len());
    let table = try_all(&points);
    println!("{table}");
    for failure in &table.failures {
        println!("{failure}\n");
    }
    assert!(table.failures.is_empty(), "{} points failed", table.failures.len());
    assert!(only.is_some() || table.all().0 >= 1_000, "too few points");
}

fn try_all(points: &[Point<'_>]) -> Table {
    let mut table = Table::default();
    for (point, tried) in points.iter().zip(on_all_processors(points, Point::attempt)) {
        table.enter(point, tried);
    }
    table
}

/// The results in the order of the items.
fn on_all_processors<'a, T: Sync, R: Send>(
    items: &'a [T],
    work: impl Fn(&'a T) -> R + Sync,
) -> Vec<R> {
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(at) else { break };
                    let result = work(item);
                    let mut done = done.lock().unwrap();
                    done.push((at, result));
                    if done.len() % 500 == 0 {
                        eprintln!("{} / {}", done.len(), items.len());
                    }
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap();
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}
