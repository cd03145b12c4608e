//! 首批入库 | The first batch, day by day: each command and its output, in a throw-away library.
//! All projects, firms and people are invented (所有项目、企业、人名均为虚构).
//!
//! `cargo run --release --example first_batch`

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// A step of the walk: the day, what it is about, and the command line (`*` stands for the ten
/// files).
const STEPS: &[(&str, &str, &str)] = &[
    ("2020-03-03", "建库：十个板块、十五个部门、示例规则", "init"),
    ("2020-03-03", "入库标准是什么", "rules show"),
    (
        "2020-03-05",
        "各板块报来首批入库表，先试算一家",
        "import 04 --month 2020-02 --admit --dry-run",
    ),
    ("2020-03-06", "十家报齐，一次入库", "import * --month 2020-02 --admit --yes"),
    ("2020-03-06", "再导一遍：没有任何变化", "import * --month 2020-02 --admit --yes --quiet"),
    ("2020-03-09", "谁报了，谁没报", "reports --month 2020-02"),
    (
        "2020-03-09",
        "昆山已登记设立的大项目",
        "list --district 昆山 --stage 已登记设立 --min 1亿美元 --sort 投资总额 --desc",
    ),
    ("2020-03-10", "会议用的汇总表", "summary --month 2020-02"),
];

/// What to try next, printed at the end.
const NEXT: &str = "
接下来可以试试 | What to try next:
  tuijin init
  tuijin import examples/first-batch/*.csv --month 2020-02 --admit
  tuijin show XM2020-0001
  tuijin summary leader
  tuijin summary stage --stage 登记设立 --district 昆山 --list
  tuijin list --columns all --output 全库.csv
  tuijin --help";

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
    let files = first_batch()?;
    println!("首批入库演示：所有项目、企业、人名均为虚构，标准为示例。");
    println!("The first batch; everything is invented, the standards are examples.");
    for (day, what, line) in STEPS {
        println!("\n== {day}  {what}");
        println!("$ TUIJIN_TODAY={day} tuijin {}", line.replace('*', "examples/first-batch/*.csv"));
        let mut command = Command::new(std::env::current_exe()?);
        for word in line.split(' ') {
            match word {
                "*" => command.args(&files),
                "04" => command.args(files.iter().filter(|file| starts_with(file, "04"))),
                word => command.arg(word),
            };
        }
        command
            .env("TUIJIN_TODAY", day)
            .env("TUIJIN_LANG", "zh")
            .env("TUIJIN_USER", "演示")
            .env("TUIJIN_DB", folder.path().join("tuijin.db"));
        let output = command.output()?;
        print!("{}", String::from_utf8_lossy(&output.stdout));
        print!("{}", String::from_utf8_lossy(&output.stderr));
        if !output.status.success() {
            return Err(format!("tuijin {line}: {}", output.status).into());
        }
    }
    println!("{NEXT}");
    Ok(())
}

fn starts_with(file: &Path, number: &str) -> bool {
    file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(number))
}

/// The ten files, in order.
fn first_batch() -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/first-batch");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "csv"));
    files.sort();
    Ok(files)
}
