//! 一年 | A simulated year on the first batch: March 2020 to February 2021. A seeded generator writes
//! files as districts do and keeps the truth by itself; the clerk's commands are those of anyone.
//! Nothing here uses the program but through its commands.

pub mod appeal;
mod calendar;
mod chance;
mod clerk;
mod compare;
mod decisions;
mod deeds;
mod docket;
mod files;
pub mod held;
mod journal;
mod meetings;
mod mends;
mod newcomers;
mod news;
mod opening;
mod outcomes;
mod page;
pub mod project;
mod reports;
mod screening;
mod task;
mod truth;
mod wishes;
pub mod world;
mod year;

use std::io::Write;
use std::path::PathBuf;

pub type Error = Box<dyn std::error::Error>;
pub type Result<T> = std::result::Result<T, Error>;

pub use year::{MONTHS, Year};

/// The seed of the year that is told.
pub const SEED: u64 = 20200226;

/// Lives through so many months, each command in a process of `program`, in a folder that whoever
/// made it throws away, and compares every figure.
///
/// # Errors
/// A command that did not do what the story expects.
pub fn live(
    program: PathBuf,
    folder: PathBuf,
    (seed, months): (u64, usize),
    out: &mut dyn Write,
) -> Result<Year<'_>> {
    let mut year = Year::begin(program, folder, seed, out)?;
    for turn in 0..months {
        year.month(turn)?;
    }
    year.look_back()?;
    Ok(year)
}
