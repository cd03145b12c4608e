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
