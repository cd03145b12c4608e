//! A command that is killed, or whose disk is full or failing, at any write, fsync or unlink: the
//! library opens, `check` finds nothing, and its content is that before or that after.
//!
//! `cargo test` tries points spread over each command; `tests/faults/every_point.sh` tries all.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "faults/attempt.rs"]
mod attempt;
#[path = "faults/content.rs"]
mod content;
mod sandbox;
#[path = "faults/scene.rs"]
mod scene;
#[path = "faults/strace.rs"]
mod strace;
#[path = "faults/table.rs"]
mod table;

use attempt::Point;
use scene::{Prepared, SCENES};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use strace::{Call, Fault};
use table::Table;

/// Where `cargo test` tries the last call of a kind, besides first, middle and last of all.
const TURNING: [&str; 4] = ["pwrite64", "fsync", "unlink", "renameat"];

#[test]
fn killed_at_points_spread_over_each_command_the_library_is_as_before_or_as_after() {
    if !strace::is_usable() {
        return;
    }
    let scenes = prepare_all();
    let points = scenes.iter().flat_map(|scene| {
        let calls = &scene.calls;
        let mut chosen = vec![0, calls.len() / 2, calls.len() - 1];
        // The last of a kind is where a commit turns: the journal is whole, the copy has its name.
        let turning = |name| calls.iter().rposition(|call| call.name == name);
        chosen.extend(TURNING.into_iter().filter_map(turning));
        chosen.sort_unstable();
        chosen.dedup();
        chosen.into_iter().map(|at| Point::hit(scene, Fault::Kill, &calls[at]))
    });
    let table = try_all(&points.collect::<Vec<_>>());
    assert!(table.failures.is_empty(), "{}", table.failures.join("\n"));
}

#[test]
#[ignore = "takes a quarter of an hour; tests/faults/every_point.sh runs it"]
fn at_every_point_of_every_command_the_library_is_as_before_or_as_after() {
    assert!(strace::is_usable(), "strace cannot trace here");
    let scenes = prepare_all();
    let mut points = Vec::new();
    for scene in &scenes {
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
    let table = try_all(&points);
    println!("{table}");
    for failure in &table.failures {
        println!("{failure}\n");
    }
    assert!(table.failures.is_empty(), "{} points failed", table.failures.len());
}

fn prepare_all() -> Vec<Prepared> {
    on_all_processors(&SCENES, Prepared::new)
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
