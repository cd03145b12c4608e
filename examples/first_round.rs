//! 首轮诉求 | The first round of appeals: every command and its output, in a throw-away library.
//! All projects, firms, people and texts are invented (所有项目、企业、人名和内容均为虚构).
//!
//! `cargo run --release --example first_round`

use std::error::Error;
use std::path::Path;
use std::process::{Command, ExitCode};

/// The day and the command, one a line; the manual prints the same.
const COMMANDS: &str = include_str!("first-batch/round/commands.txt");

fn main() -> ExitCode {
    // With arguments this program is tuijin itself, so that the walk needs nothing else built.
    if std::env::args_os().len() > 1 {
        return tuijin::cli::run();
    }
    match walk() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn walk() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    println!("首轮诉求演示：所有项目、企业、人名和内容均为虚构，标准为示例。");
    println!("The first round; everything is invented, the standards are examples.");
    let mut count = 0;
    for line in COMMANDS.lines() {
        let (day, command) = line.split_once(' ').ok_or("a line is a day and a command")?;
        count += 1;
        println!("\n== {count}. {day}\n$ TUIJIN_TODAY={day} tuijin {command}");
        let output = Command::new(std::env::current_exe()?)
            .args(command.split(' '))
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
            .env("TUIJIN_TODAY", day)
            .env("TUIJIN_LANG", "zh")
            .env("TUIJIN_USER", "演示")
            .env("TUIJIN_DB", folder.path().join("tuijin.db"))
            .output()?;
        print!("{}", String::from_utf8_lossy(&output.stdout));
        print!("{}", String::from_utf8_lossy(&output.stderr));
        if !output.status.success() {
            return Err(format!("tuijin {command}: {}", output.status).into());
        }
    }
    println!("\n一轮诉求共用{count}条命令，诉求、答复、结果和联系人全部来自文件，没有重新录入。");
    println!(
        "The round took {count} commands; every appeal, answer, outcome and contact came from a file."
    );
    Ok(())
}
