//! The first round from its files: every figure against the truth the files were made from, how
//! many commands it takes, and that none of them types what a file says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::OnceLock;

const COMMANDS: &str = include_str!("../examples/first-batch/round/commands.txt");

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn truth() -> Value {
    let file = root().join("examples/first-batch/round/truth.json");
    serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

/// The commands of the round, each with its day.
fn commands() -> Vec<(&'static str, &'static str)> {
    COMMANDS.lines().map(|line| line.split_once(' ').unwrap()).collect()
}

fn run(sandbox: &mut Sandbox, day: &'static str, command: &str) -> String {
    sandbox.today = day;
    let args: Vec<&str> = command.split(' ').collect();
    let db = sandbox.path("t.db");
    let output = sandbox.command(&args).current_dir(root()).env("TUIJIN_DB", db).output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{command}: {stderr}");
    String::from_utf8(output.stdout).unwrap()
}

/// The library after the whole round; made once, for what it holds depends on no language.
fn after_the_round(lang: &'static str) -> Sandbox {
    static LIBRARY: OnceLock<Vec<u8>> = OnceLock::new();
    let library = LIBRARY.get_or_init(|| {
        let mut sandbox = Sandbox::new("zh");
        for (day, command) in commands() {
            run(&mut sandbox, day, command);
        }
        std::fs::read(sandbox.path("t.db")).unwrap()
    });
    let mut sandbox = Sandbox::new(lang);
    sandbox.write("t.db", library);
    sandbox.today = "2020-03-12";
    sandbox
}

fn page(sandbox: &Sandbox, args: &[&str]) -> Value {
    let args = [args, &["--format", "json"]].concat();
    serde_json::from_str(&sandbox.stdout(&args)).unwrap()
}

fn rows<'a>(page: &'a Value, name: &str) -> &'a Vec<Value> {
    let tables = page["tables"].as_array().unwrap();
    let table = tables.iter().find(|table| table["table"] == name);
    table.unwrap_or_else(|| panic!("no table {name}"))["rows"].as_array().unwrap()
}

fn row<'a>(rows: &'a [Value], column: &str, key: &str) -> &'a Value {
    rows.iter().find(|row| row[column] == key).unwrap_or_else(|| panic!("no row {key}"))
}

/// n of N.
fn share(cell: &Value, n: &Value, of: &Value, what: &str) {
    assert_eq!((&cell["n"], &cell["of"]), (n, of), "{what}");
}

#[test]
fn every_figure_is_that_of_the_truth() {
    let sandbox = after_the_round("zh");
    let truth = truth();
    let all = &truth["overall"];
    let appeals = page(&sandbox, &["summary", "appeals"]);
    let outcomes = rows(&appeals, "summary.appeals");
    for part in ["classes", "outcomes"] {
        for (key, expected) in all[part].as_object().unwrap() {
            // The class that is one outcome alone has no detail rows.
            let found = row(outcomes, "outcome", key);
            share(&found["appeals"], &expected["appeals"], &all["appeals"], key);
            share(&found["projects"], &expected["projects"], &all["projects"], key);
        }
    }
    let (districts, categories) =
        (rows(&appeals, "appeals_by_district"), page(&sandbox, &["summary", "category"]));
    let tables = [
        ("districts", "district", districts),
        ("categories", "category", rows(&categories, "summary.category")),
    ];
    for (part, column, rows) in tables {
        for (key, expected) in truth[part].as_object().unwrap() {
            let found = row(rows, column, key);
            share(&found["appeals"], &expected["appeals"], &all["appeals"], key);
            assert_eq!(found["projects"], expected["projects"], "{key}");
            for (class, count) in expected["classes"].as_object().unwrap() {
                assert_eq!(found[class], count["appeals"], "{key} {class}");
            }
            let own = truth["appeals"].as_array().unwrap().iter().filter(|a| a[column] == **key);
            let stake: i64 = own.map(|appeal| appeal["amount_cents"].as_i64().unwrap()).sum();
            assert_eq!(found["at_stake"], stake, "{key}");
        }
        let total = row(rows, column, "total");
        assert_eq!(
            (&total["appeals"]["n"], &total["projects"]),
            (&all["appeals"], &all["projects"])
        );
        assert_eq!(row(rows, column, "unknown")["appeals"]["n"], 0);
    }
}

#[test]
fn every_department_answered_and_dispatches_are_told_from_appeals() {
    let sandbox = after_the_round("zh");
    let truth = truth();
    let departments = page(&sandbox, &["summary", "department"]);
    let rows = rows(&departments, "summary.department");
    let expected = truth["departments"].as_object().unwrap();
    assert_eq!((rows.len(), expected.len()), (16, 15));
    let mut dispatches = 0;
    for (key, expected) in expected {
        let found = row(rows, "department", key);
        assert_eq!(found["dispatches"], expected["asked"], "{key}");
        assert_eq!(found["as_lead"], expected["lead"], "{key}");
        assert_eq!(found["distinct"], expected["asked"], "{key}");
        share(&found["answered"], &expected["answered"], &expected["asked"], key);
        share(&found["answered_on_time"], &expected["asked"], &expected["asked"], key);
        assert_eq!(found["mean_workdays"]["sum"], expected["workdays"], "{key}");
        for none in ["unanswered", "not_yet_due", "returned", "ended"] {
            assert_eq!(found[none], 0, "{key}");
        }
        dispatches += found["dispatches"].as_i64().unwrap();
    }
    let total = row(rows, "department", "total");
    assert_eq!(total["dispatches"], truth["asked"]);
    assert_eq!(total["dispatches"], dispatches);
    assert_eq!(total["distinct"], truth["distinct"]);
    assert!(dispatches > 37);
}

#[test]
fn months_carry_over_and_each_figure_has_its_list() {
    let sandbox = after_the_round("zh");
    let truth = truth();
    let columns = [
        "carried_in",
        "logged_in_month",
        "reopened_in_month",
        "closed_in_month",
        "ended_in_month",
        "in_hand",
    ];
    for (month, expected) in truth["carry_over"].as_object().unwrap() {
        let page = page(&sandbox, &["summary", "appeals", "--month", month]);
        let total = row(rows(&page, "carry_over"), "district", "total");
        let found: Vec<&Value> = columns.iter().map(|column| &total[column]).collect();
        assert_eq!(found, expected.as_array().unwrap().iter().collect::<Vec<_>>(), "{month}");
    }
    let listed = page(&sandbox, &["summary", "appeals", "--list"]);
    let listed = rows(&listed, "appeal.list");
    for expected in truth["appeals"].as_array().unwrap() {
        let found = row(listed, "code", expected["code"].as_str().unwrap());
        for column in ["project", "district", "category", "outcome"] {
            assert_eq!(found[column], expected[column], "{expected}");
        }
    }
    for (flag, key, count) in [("--outcome", "escalated", 1), ("--category", "其他", 2)] {
        let listed = page(&sandbox, &["summary", "appeals", "--list", flag, key]);
        assert_eq!(rows(&listed, "appeal.list").len(), count, "{key}");
    }
    let dispatches = page(&sandbox, &["summary", "department", "--list"]);
    assert_eq!(rows(&dispatches, "dispatches_list").len() as u64, truth["asked"].as_u64().unwrap());
    let resources = ["summary", "department", "--list", "--department", "资规"];
    assert_eq!(rows(&page(&sandbox, &resources), "dispatches_list").len(), 6);
}

#[test]
fn the_tables_of_the_meeting_as_a_person_sees_them() {
    let sandbox = after_the_round("zh");
    let asked: [&[&str]; 6] = [
        &["summary", "appeals"],
        &["summary", "category"],
        &["summary", "department"],
        &["summary", "appeals", "--list", "--outcome", "提交点评会"],
        &["feedback", "--district", "姑苏"],
        &["check"],
    ];
    let sessions: Vec<String> = asked.iter().map(|args| sandbox.session(args)).collect();
    insta::assert_snapshot!(sessions.join("\n\n"));
}

#[test]
fn the_tables_of_the_meeting_in_english() {
    let sandbox = after_the_round("en");
    let asked: [&[&str]; 3] =
        [&["summary", "appeals"], &["summary", "department"], &["summary", "category"]];
    let sessions: Vec<String> = asked.iter().map(|args| sandbox.session(args)).collect();
    insta::assert_snapshot!(sessions.join("\n\n"));
}

#[test]
fn the_lines_of_the_source_are_printed() {
    let sandbox = after_the_round("zh");
    let words = |args: &[&str]| {
        let lines = sandbox.stdout(args);
        let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        lines.lines().map(words).collect::<Vec<_>>()
    };
    let appeals = words(&["summary", "appeals"]);
    for line in [
        "已解决或已有明确途径 21/37 (56.8%) 14/25 (56.0%)",
        "方案、政策意见或对上争取 15/37 (40.5%) 10/25 (40.0%)",
        "提交点评会 1/37 (2.7%) 1/25 (4.0%)",
        "其余 0/37 (0.0%) 0/25 (0.0%)",
    ] {
        assert!(appeals.iter().any(|found| found == line), "{line}\n{appeals:#?}");
    }
    // The page of the meeting holds the same.
    assert!(words(&["summary"]).contains(&"其余 0/37 (0.0%) 0/25 (0.0%)".to_owned()));
}

#[test]
fn the_round_takes_few_commands_and_none_repeats_what_a_file_says() {
    let recording =
        |command: &str| !command.starts_with("summary") && !command.starts_with("feedback");
    let commands = commands();
    assert_eq!(commands.len(), 11);
    assert_eq!(commands.iter().filter(|(_, command)| recording(command)).count(), 8);
    let known = ["--", "examples/", "2020-0", "苏商外函"];
    let verbs = "init import contact appeal log letter draft sent reply outcome summary appeals department feedback";
    for (_, command) in &commands {
        for word in command.split(' ') {
            let allowed = known.iter().any(|start| word.starts_with(start))
                || verbs.split(' ').any(|verb| verb == word);
            assert!(allowed, "{word} in {command}");
        }
    }
    // The manual and the walk show the same commands.
    let manual = std::fs::read_to_string(root().join("docs/manual.md")).unwrap();
    for (_, command) in &commands {
        assert!(manual.contains(&format!("tuijin {command}\n")), "{command}");
    }
}

#[test]
fn the_forms_that_go_with_the_letters_ask_what_the_departments_answer() {
    let mut sandbox = Sandbox::new("zh");
    let forms = sandbox.path("答复表");
    for (day, command) in commands() {
        if command.starts_with("letter draft") {
            run(&mut sandbox, day, command);
            let write = "letter write --round 2020-03 --format csv --output-dir";
            run(&mut sandbox, day, &format!("{write} {}", forms.display()));
            break;
        }
        run(&mut sandbox, day, command);
    }
    let mut asked: BTreeMap<String, usize> = BTreeMap::new();
    let truth = truth();
    for appeal in truth["appeals"].as_array().unwrap() {
        *asked.entry(appeal["code"].as_str().unwrap().to_owned()).or_default() +=
            appeal["departments"].as_array().unwrap().len();
    }
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    let files = std::fs::read_dir(&forms).unwrap().map(|file| file.unwrap().path());
    let (files, letters): (Vec<_>, Vec<_>) =
        files.partition(|path| path.extension().is_some_and(|ending| ending == "csv"));
    assert_eq!((files.len(), letters.len()), (15, 15));
    for file in &files {
        let text = std::fs::read_to_string(file).unwrap();
        for code in text.split([',', '\r', '\n']).filter(|cell| cell.starts_with("SQ2020-")) {
            *found.entry(code.to_owned()).or_default() += 1;
        }
    }
    assert_eq!(found, asked);
}

#[test]
fn the_same_files_again_change_nothing() {
    let mut sandbox = after_the_round("zh");
    let said = |sandbox: &Sandbox| {
        sandbox.stdout(&["log", "--all", "--format", "json"])
            + &sandbox.stdout(&["summary", "--format", "json"])
    };
    let before = said(&sandbox);
    for (_, command) in commands() {
        if command.contains("examples/first-batch/round/") {
            run(&mut sandbox, "2020-03-12", command);
        }
    }
    assert_eq!(said(&sandbox), before);
}
