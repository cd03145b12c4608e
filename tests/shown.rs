//! Every example of `--help`, of both languages, typed into a shell: it must be there, be of its
//! command, and work. A group of commands must have one too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use clap::Command;
use sandbox::Sandbox;
use sandbox::round::after_the_round;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Stdio;
use tuijin::cli::{command, language};
use tuijin::labels::Lang;

/// A line of help that begins so is an example.
const MARK: &str = "  tuijin ";

/// The examples of a help text.
fn examples(command: &Command, lang: Lang) -> Vec<String> {
    let text = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let half = language::half(&text, lang);
    let lines = half.lines().filter(|line| line.starts_with(MARK));
    lines.map(|line| line.trim().to_owned()).collect()
}

/// Every command of the tree that help shows, by its path, the program itself first.
fn walk(command: &Command, path: &str, visit: &mut impl FnMut(&str, &Command)) {
    visit(path, command);
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        walk(sub, &format!("{path} {}", sub.get_name()), visit);
    }
}

/// Those that lack an example of their own in a language.
fn without_example(tree: &Command) -> Vec<String> {
    let mut lacking = Vec::new();
    walk(tree, "tuijin", &mut |path, command| {
        for lang in [Lang::Zh, Lang::En] {
            let own = |line: &String| line == path || line.starts_with(&format!("{path} "));
            if !examples(command, lang).iter().any(own) {
                lacking.push(format!("{path} {lang:?}"));
            }
        }
    });
    lacking
}

/// The words of a line, as a shell parts them: quotes hold words together.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            _ => words.last_mut().unwrap().push(letter),
        }
    }
    words
}

#[test]
fn every_command_shows_an_example_of_itself_in_both_languages() {
    assert_eq!(without_example(&command()), Vec::<String>::new());
    let help = "示例：\n  tuijin list\n|\nExamples:\n  tuijin show XM2020-0001";
    let bad = Command::new("tuijin").subcommand(Command::new("list").after_help(help));
    assert_eq!(without_example(&bad), ["tuijin Zh", "tuijin En", "tuijin list En"]);
}

#[test]
fn every_example_parses_and_an_english_one_needs_no_chinese() {
    let mut wrong = Vec::new();
    walk(&command(), "tuijin", &mut |path, shown| {
        for lang in [Lang::Zh, Lang::En] {
            for line in examples(shown, lang) {
                if let Err(error) = command().try_get_matches_from(words(&line)) {
                    wrong.push(format!("{path}: {line}: {error}"));
                }
                if lang == Lang::En && !line.is_ascii() {
                    wrong.push(format!("{path}: {line} is not English"));
                }
            }
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What must have happened before an example that begins so; where nothing is named here, the
/// first round has, and the meeting of March is frozen.
const BEFORE: &[(&str, &str)] = &[
    ("tuijin init", "rm t.db"),
    ("tuijin import *.csv", "cp examples/first-batch/0*.csv ."),
    ("tuijin import 昆山.csv", "cp examples/first-batch/04*.csv 昆山.csv"),
    ("tuijin import kunshan.csv", "cp examples/first-batch/04*.csv kunshan.csv"),
    ("tuijin contact import", "cp ROUND/联系人.csv . && cp 联系人.csv contacts.csv"),
    ("tuijin calendar import", CALENDAR),
    ("tuijin readmit", "tuijin remove XM2020-0001 --ground 终止 --reason 示例"),
    ("tuijin screen list", APPLIED),
    ("tuijin screen admit", APPLIED),
    ("tuijin screen return", APPLIED),
    ("tuijin reports nil", "NEW"),
    (
        "tuijin appeal log --from",
        "cp ROUND/诉求清单/01*.csv 诉求清单.csv && cp 诉求清单.csv appeals.csv",
    ),
    ("tuijin appeal log SQ", "LOGGED"),
    ("tuijin appeal send-back", "LOGGED"),
    ("tuijin appeal take", "LOGGED"),
    ("tuijin appeal withdraw XS", "LOGGED"),
    ("tuijin appeal reopen", "tuijin appeal close SQ2020-0001"),
    ("tuijin appeal satisfaction", "tuijin appeal close SQ2020-0001"),
    ("tuijin appeal reply --from", "cp -r ROUND/答复表 . && cp -r 答复表 replies"),
    ("tuijin appeal outcome --from", "cp ROUND/办理结果.csv . && cp 办理结果.csv outcomes.csv"),
    ("tuijin letter draft", "LOGGED"),
    ("tuijin letter sent", "DRAFTED"),
    ("tuijin letter write", "tuijin letter templates --output-dir 模板"),
    ("tuijin meeting plan 督", "NEW"),
    ("tuijin meeting plan sup", "NEW"),
    (
        "tuijin meeting decide DB2020-03 --from",
        "for name in 议定事项 decisions; do tuijin meeting decide DB2020-03 --sheet $name.xlsx; done",
    ),
    (
        "tuijin meeting diff DB2020-03 DB2020-04",
        "export TUIJIN_TODAY=2020-04-09 && tuijin meeting plan 督办会 --month 2020-04 --on 2020-04-09 && tuijin meeting freeze DB2020-04",
    ),
    ("tuijin pack DB2020-03 --issued", "tuijin pack DB2020-03 --output-dir 材料"),
    ("tuijin task progress", TASKS),
    ("tuijin task done", TASKS),
    ("tuijin undo", "tuijin setting set 联系人 张三 && tuijin setting set 联系人 李四"),
    (
        "tuijin redo",
        "tuijin setting set 联系人 张三 && tuijin setting set 联系人 李四 && tuijin undo",
    ),
    ("tuijin restore", "tuijin backup 项目库.db && cp 项目库.db library.db"),
];

/// What a district applied for waits to be decided.
const APPLIED: &str = "NEW && tuijin import examples/first-batch/04*.csv --month 2020-02";

/// Two tasks, some weeks ago.
const TASKS: &str = "tuijin task log --source 批示 --text 示例甲 --department 资规 && tuijin task log --source 批示 --text 示例乙 --department 资规 && export TUIJIN_TODAY=2020-04-01";

/// The days off of a year to come.
const CALENDAR: &str = "printf '日期,安排,名称,来源\\n2027-01-01,放假,元旦,示例\\n' > 2027.csv && cp 2027.csv 2027年放假安排.csv";

/// Other states of the library, each made once: its name above, and how it is come by.
const STATES: [(&str, &str); 3] = [
    ("NEW", "rm t.db && tuijin init"),
    ("DRAFTED", "for op in 8 7 6; do tuijin undo --op $op; done"),
    ("LOGGED", "for op in 8 7 6 5; do tuijin undo --op $op; done"),
];

/// Runs a line in a shell, as a person would; what it said if it failed.
fn run(sandbox: &Sandbox, line: &str) -> Result<(), String> {
    let program = Path::new(env!("CARGO_BIN_EXE_tuijin")).parent().unwrap().display().to_string();
    let mut shell = sandbox.under(&["sh", "-c", line], &[]);
    shell.env("PATH", format!("{program}:/usr/bin:/bin")).stdin(Stdio::null());
    let output = shell.output().unwrap();
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(format!("$ {line}\n{said}--- exit {:?}", output.status.code()))
}

#[test]
fn every_example_works() {
    let mut lines = BTreeMap::new();
    walk(&command(), "tuijin", &mut |_, shown| {
        for (lang, name) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
            lines.extend(examples(shown, lang).into_iter().map(|line| (line, name)));
        }
    });
    assert!(lines.len() > 130, "{}", lines.len());
    let states = STATES.map(|(name, steps)| {
        let sandbox = after_the_round("zh");
        run(&sandbox, steps).unwrap();
        (name, std::fs::read(sandbox.path("t.db")).unwrap())
    });
    let mut failed = Vec::new();
    for (line, lang) in &lines {
        let sandbox = after_the_round(lang);
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        std::os::unix::fs::symlink(root.join("examples"), sandbox.path("examples")).unwrap();
        let before = BEFORE.iter().filter(|(start, _)| line.starts_with(start));
        let mut steps: String = before.map(|(_, steps)| format!("{steps} && ")).collect();
        for (name, library) in &states {
            if let Some(rest) = steps.strip_prefix(&format!("{name} && ")) {
                steps = rest.to_owned();
                sandbox.write("t.db", library);
            }
        }
        let steps = steps.replace("ROUND", "examples/first-batch/round");
        failed.extend(run(&sandbox, &format!("{steps}{line}")).err());
    }
    assert!(failed.is_empty(), "{} fail\n{}", failed.len(), failed.join("\n"));
}
