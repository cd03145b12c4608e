//! 一年 | A simulated year on the first batch: March 2020 to February 2021. A seeded generator writes
//! files as districts do and keeps the truth by itself; the clerk's commands are those of anyone.
//! Nothing here uses the program but through its commands.

mod appeal;
mod calendar;
mod chance;
mod clerk;
mod compare;
mod decisions;
mod deeds;
mod docket;
mod files;
mod meetings;
mod mends;
mod newcomers;
mod news;
mod opening;
mod page;
mod project;
mod reports;
mod task;
mod truth;
mod wishes;
mod world;
mod year;

use std::io::Write;
use std::path::PathBuf;

pub type Error = Box<dyn std::error::Error>;
pub type Result<T> = std::result::Result<T, Error>;

pub use year::Year;

/// The seed of the year that is told.
pub const SEED: u64 = 20200226;

/// Lives through the year, each command in a process of `program`, in a folder that is thrown away
/// by whoever made it, and compares every figure.
///
/// # Errors
/// A command that did not do what the story expects.
pub fn live<'a>(program: PathBuf, folder: PathBuf, seed: u64, out: &'a mut dyn Write) -> Result<Year<'a>> {
    let mut year = Year::begin(program, folder, seed, out)?;
    for turn in 0..year::MONTHS {
        year.month(turn)?;
    }
    year.look_back()?;
    Ok(year)
}
