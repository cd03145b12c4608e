//! What a meeting had on its table and what was set right of it since: corrections, late reports,
//! what was taken back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;
use serde_json::Value;

const HEAD: &str =
    "项目编号,项目名称,投资总额（万美元）,推进阶段,实际到账外资（历年累计）（万美元）,入库依据\n";

fn write(sandbox: &Sandbox, file: &str, rows: &str) {
    sandbox.write(file, format!("{HEAD}{rows}").as_bytes());
}

fn succeeds(sandbox: &Sandbox, args: &[&str]) {
    let output = sandbox.output(args);
    assert!(output.status.success(), "{}", sandbox.session(args));
}

/// A library of one project, as reported for February.
fn sandbox() -> Sandbox {
    let mut sandbox = Sandbox::new("zh");
    write(&sandbox, "昆山市2020年2月.csv", ",示例甲项目,15000,登记设立,100,签约大会\n");
    sandbox.today = "2020-03-05";
    succeeds(&sandbox, &["init", "-q"]);
    succeeds(&sandbox, &["import", "昆山市2020年2月.csv", "--admit", "-q"]);
    sandbox
}

fn freeze(sandbox: &mut Sandbox, day: &'static str) {
    sandbox.today = day;
    let month = &day[..7];
    succeeds(sandbox, &["meeting", "plan", "督办会", "--month", month, "--on", day, "-q"]);
    succeeds(sandbox, &["meeting", "freeze", &format!("DB{month}"), "-q"]);
}

/// The amendments and the rest of the page of a difference.
fn diff(sandbox: &Sandbox, code: &str) -> (Vec<Value>, Value) {
    let page = sandbox.stdout(&["meeting", "diff", code, "--format", "json"]);
    let page: Value = serde_json::from_str(&page).unwrap();
    (page["tables"][0]["rows"].as_array().unwrap().clone(), page)
}

/// Chosen cells of every amendment.
fn told(rows: &[Value], keys: &[&str]) -> Vec<String> {
    let cell = |row: &Value, key: &str| match &row[key] {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    rows.iter()
        .map(|row| keys.iter().map(|key| cell(row, key)).collect::<Vec<_>>().join(" "))
        .collect()
}

#[test]
fn a_month_that_came_before_its_deadline_was_on_the_table() {
    let mut sandbox = sandbox();
    write(&sandbox, "昆山市2020年3月.csv", "XM2020-0001,,15000,登记设立,300,\n");
    write(&sandbox, "昆山市2020年3月更正.csv", "XM2020-0001,,15000,登记设立,500,\n");
    sandbox.today = "2020-04-01";
    succeeds(&sandbox, &["import", "昆山市2020年3月.csv", "-q"]);
    freeze(&mut sandbox, "2020-04-02");
    sandbox.today = "2020-04-03";
    succeeds(&sandbox, &["import", "昆山市2020年3月更正.csv", "--month", "2020-03", "-q"]);
    let (rows, page) = diff(&sandbox, "DB2020-04");
    let keys = ["amendment", "at", "field", "before", "after"];
    assert_eq!(told(&rows, &keys), ["correction 2020-03 paid_in 300000000 500000000"]);
    assert!(!page.to_string().contains(":200000000"), "a correction is no progress: {page:#}");
    // The correction and the report itself are taken back.
    succeeds(&sandbox, &["undo", "-q"]);
    assert_eq!(told(&diff(&sandbox, "DB2020-04").0, &keys), [""; 0]);
    succeeds(&sandbox, &["undo", "--op", "3", "-q"]);
    let (rows, _) = diff(&sandbox, "DB2020-04");
    let keys = ["amendment", "subject", "at", "field"];
    let undone = ["undone 示例甲项目 2020-03 paid_in", "undone kunshan 2020-03 received"];
    assert_eq!(told(&rows, &keys), undone);
}

#[test]
fn each_standard_is_told_with_what_changed_it_also_where_it_was_taken_back() {
    let mut sandbox = sandbox();
    let set = |sandbox: &Sandbox, rule: &str, value: &str, since: &str| {
        let clause = ["--since", since, "--clause", "示例", "-q"];
        succeeds(sandbox, &[&["rules", "set", rule, value][..], &clause].concat());
    };
    set(&sandbox, "change.amount_down", "否", "2020-03-01");
    set(&sandbox, "plan.letters", "8", "2020-03-01");
    freeze(&mut sandbox, "2020-03-12");
    sandbox.today = "2020-03-13";
    succeeds(&sandbox, &["undo", "--op", "3", "-q"]);
    set(&sandbox, "plan.letters", "9", "2020-03-01");
    set(&sandbox, "plan.letters", "7", "2020-02-01");
    set(&sandbox, "plan.letters", "6", "2020-12-01");
    let keys = ["amendment", "at", "field", "operation"];
    let late = ["correction 2020-03-01 plan.letters 8", "late 2020-02-01 plan.letters 9"];
    let (rows, _) = diff(&sandbox, "DB2020-03");
    let undone = "undone 2020-03-01 change.amount_down 7";
    assert_eq!(told(&rows, &keys), [&[undone][..], &late].concat());
    assert_eq!((&rows[1]["before"]["value"], &rows[1]["after"]["value"]), (&8.into(), &9.into()));
    // Done again, it is as it was.
    succeeds(&sandbox, &["redo", "--op", "3", "-q"]);
    assert_eq!(told(&diff(&sandbox, "DB2020-03").0, &keys), late);
}

#[test]
fn a_standard_that_had_been_taken_back_and_came_again_is_told_as_done_again() {
    let mut sandbox = sandbox();
    let set = ["rules", "set", "plan.letters", "8", "--since", "2020-03-01", "--clause", "示例"];
    succeeds(&sandbox, &set);
    succeeds(&sandbox, &["undo", "--op", "3", "-q"]);
    freeze(&mut sandbox, "2020-03-12");
    succeeds(&sandbox, &["redo", "--op", "3", "-q"]);
    let keys = ["amendment", "at", "field", "operation"];
    let rows = diff(&sandbox, "DB2020-03").0;
    assert_eq!(told(&rows, &keys), ["redone 2020-03-01 plan.letters 7"]);
}

#[test]
fn working_days_are_told_as_standards_are() {
    let mut sandbox = sandbox();
    freeze(&mut sandbox, "2020-03-12");
    let notice =
        "日期,安排,名称,来源\n2020-03-09,放假,示例假,示例通知\n2020-03-16,放假,示例假,示例通知\n";
    sandbox.write("放假.csv", notice.as_bytes());
    succeeds(&sandbox, &["calendar", "import", "放假.csv", "-q"]);
    let keys = ["amendment", "subject", "at", "field", "before", "after", "operation"];
    let rows = told(&diff(&sandbox, "DB2020-03").0, &keys);
    assert!(rows.contains(&"late 示例假 2020-03-09 calendar null off 5".to_owned()), "{rows:#?}");
    // The file does not name the days of the spring festival: they count as ordinary ones again.
    let ordinary = "correction 春节 2020-01-24 calendar off work 5";
    assert!(rows.contains(&ordinary.to_owned()), "{rows:#?}");
    assert!(!rows.iter().any(|row| row.contains("2020-03-16")), "it lay ahead");
    succeeds(&sandbox, &["undo", "-q"]);
    assert_eq!(told(&diff(&sandbox, "DB2020-03").0, &keys), [""; 0]);
}

#[test]
fn a_decision_that_was_changed_is_told_field_by_field() {
    let mut sandbox = sandbox();
    let log = ["task", "log", "--source", "批示", "--leader", "示例领导", "--district", "昆山"];
    let log = |sandbox: &Sandbox, rest: &[&str]| succeeds(sandbox, &[&log[..], rest].concat());
    sandbox.today = "2020-03-12";
    let first = ["--text", "抓紧开工", "--on", "2020-03-10"];
    log(&sandbox, &[&first[..], &["--due", "2020-03-31"]].concat());
    log(&sandbox, &["--text", "落实用地"]);
    freeze(&mut sandbox, "2020-03-12");
    log(&sandbox, &[&first[..], &["--due", "2020-04-15", "--department", "资规"]].concat());
    log(&sandbox, &["--text", "当日批示"]);
    succeeds(&sandbox, &["undo", "--op", "4", "-q"]);
    let keys = ["amendment", "subject", "field", "before", "after", "operation"];
    let wanted = [
        "correction 抓紧开工 responsible_units kunshan kunshan|resources 7",
        "correction 抓紧开工 due 2020-03-31 2020-04-15 7",
        "undone 落实用地 decided null null 9",
    ];
    assert_eq!(told(&diff(&sandbox, "DB2020-03").0, &keys), wanted);
}
