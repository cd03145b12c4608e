//! 一年 | A year on the first batch: the commands a clerk uses from March 2020 to February 2021, in a
//! throw-away library, every figure of every meeting against the truth that the generator kept.
//! All projects, firms, people and texts are invented (所有项目、企业、人名和内容均为虚构).
//!
//! `cargo run --release --example first_year`; `FIRST_YEAR_SEED` tells another year.

#[path = "first_year/mod.rs"]
mod first_year;

use first_year::{MONTHS, Result, SEED, live};
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    // With arguments this program is tuijin itself, so that the year needs nothing else built.
    if std::env::args_os().len() > 1 {
        return tuijin::cli::run();
    }
    match walk() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether every figure is as it ought to be.
fn walk() -> Result<bool> {
    let folder = tempfile::tempdir()?;
    let mut out = std::io::stdout();
    writeln!(out, "一年演示：所有项目、企业、人名和内容均为虚构，标准为示例。")?;
    writeln!(out, "A year; everything is invented, the standards are examples.")?;
    let seed = std::env::var("FIRST_YEAR_SEED").map_or(Ok(SEED), |seed| seed.parse())?;
    let place = folder.path().to_owned();
    let year = live(std::env::current_exe()?, place, (seed, MONTHS), &mut out)?;
    let (tally, count) = (&year.tally, year.clerk.count);
    println!("\n全年共用{count}条命令。 | The year took {count} commands.");
    let (figures, cells, pages) = (tally.figures, tally.cells, tally.pages);
    let differ = tally.differences.len();
    println!("核对{pages}个页面、{figures}个数字（单元格{cells}个），不同{differ}处。");
    println!("Compared {figures} figures ({cells} cells) on {pages} pages: {differ} differ.");
    tally.differences.iter().take(30).for_each(|difference| println!("  {difference}"));
    Ok(tally.differences.is_empty())
}
