//! A short run of what is fuzzed: every seed as it stands, and spoiled in ways that a fixed
//! generator chooses, so that the same bytes are read every time. docs/reliability.md tells of the
//! long runs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../fuzz/readers.rs"]
mod readers;

use std::path::Path;

/// Variants made of each seed; fewer where an unoptimised reader takes long over one.
const VARIANTS: u64 = 60;
const FEW: u64 = 6;

/// SplitMix64: the next number from the last.
fn next(state: &mut u64) -> usize {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed ^ (mixed >> 31)) as usize
}

/// Some bytes changed, cut, doubled or put in from another seed.
fn spoiled(seed: &[u8], other: &[u8], state: &mut u64) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..1 + next(state) % 4 {
        let at = next(state) % (bytes.len() + 1);
        let until = (at + 1 + next(state) % 16).min(bytes.len());
        match next(state) % 6 {
            0 if at < bytes.len() => bytes[at] = next(state) as u8,
            1 if at < bytes.len() => bytes[at] ^= 1 << (next(state) % 8),
            2 => drop(bytes.drain(at..until.max(at))),
            3 => {
                let piece = bytes[at..until.max(at)].to_vec();
                bytes.splice(at..at, piece);
            }
            4 => {
                let from = next(state) % (other.len() + 1);
                let to = (from + next(state) % 32).min(other.len());
                bytes.splice(at..at, other[from..to].iter().copied());
            }
            _ => bytes.truncate(at),
        }
    }
    bytes
}

fn run(name: &str, variants: u64, read: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(name);
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let seeds: Vec<Vec<u8>> = files.iter().map(|path| std::fs::read(path).unwrap()).collect();
    assert!(seeds.len() >= 8, "{name} has {} seeds", seeds.len());
    let mut state = 2020;
    for seed in &seeds {
        read(seed);
        for _ in 0..variants {
            let other = &seeds[next(&mut state) % seeds.len()];
            read(&spoiled(seed, other, &mut state));
        }
    }
}

#[test]
fn no_bytes_make_the_reader_of_amounts_fail() {
    run("amount", VARIANTS, readers::amount);
}

#[test]
fn no_bytes_make_the_reader_of_dates_fail() {
    run("date", VARIANTS, readers::date);
}

#[test]
fn no_bytes_make_the_reader_of_text_files_fail() {
    run("csv", VARIANTS, readers::csv);
}

#[test]
fn no_bytes_make_the_reader_of_workbooks_fail() {
    run("workbook", VARIANTS, readers::workbook);
}

#[test]
fn no_bytes_make_the_reader_of_headers_fail() {
    run("header", FEW, readers::header::any);
}

#[test]
fn no_bytes_make_the_reader_of_templates_fail() {
    run("template", FEW, readers::template::any);
}

#[test]
fn no_bytes_make_the_reader_of_calendars_fail() {
    run("calendar", VARIANTS, readers::calendar::any);
}

#[test]
fn no_bytes_make_the_reader_of_command_lines_fail() {
    run("arguments", FEW, readers::argument::any);
}
