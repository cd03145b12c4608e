//! Clues to appeals (诉求线索): what a file says no more is withdrawn, what another says stays, and an
//! amount keeps the unit it was read in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use rust_xlsxwriter::Workbook;
use sandbox::Sandbox;
use serde_json::Value;

/// A workbook with a list of appeals and nothing else.
fn list(sandbox: &Sandbox, name: &str, rows: &[[&str; 5]]) {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("诉求清单").unwrap();
    sheet.write_string(0, 0, "昆山市诉求清单（2020年3月）").unwrap();
    let head = ["项目名称", "问题症结", "诉求目的", "对象部门", "涉及金额"];
    for (row, cells) in (1..).zip([&head].into_iter().chain(rows)) {
        for (column, text) in (0..).zip(cells) {
            sheet.write_string(row, column, *text).unwrap();
        }
    }
    sandbox.write(name, &workbook.save_to_buffer().unwrap());
}

fn clues(sandbox: &Sandbox) -> Vec<(String, String)> {
    let text = sandbox.stdout(&["appeal", "list", "--clues", "--format", "json"]);
    let page: Value = serde_json::from_str(&text).unwrap();
    let rows = page["tables"].as_array().unwrap().first().map(|table| table["rows"].clone());
    let rows = rows.unwrap_or_default().as_array().cloned().unwrap_or_default();
    let text = |row: &Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    rows.iter().map(|row| (text(row, "code"), text(row, "crux"))).collect()
}

fn library() -> Sandbox {
    let mut sandbox = Sandbox::with_library("zh");
    sandbox.today = "2020-04-03";
    let add = ["add", "--name", "示例甲项目", "--district", "昆山", "--total", "1.5亿美元", "-q"];
    let done = sandbox.output(&[&add[..], &["--basis", "签约大会", "--on", "2020-03-02"]].concat());
    assert!(done.status.success());
    sandbox
}

fn import(sandbox: &Sandbox, name: &str, more: &[&str]) {
    let output = sandbox.output(&[&["import", name, "-q"][..], more].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_corrected_list_takes_back_what_it_says_no_more_and_leaves_other_files_alone() {
    let sandbox = library();
    let land = ["示例甲项目", "用地指标不足", "增加指标30亩", "资规", ""];
    let power = ["示例甲项目", "供电容量不足", "新建110千伏变电站", "电力", ""];
    list(&sandbox, "一.xlsx", &[land, power]);
    list(&sandbox, "二.xlsx", &[["示例甲项目", "融资渠道有限", "对接政策性银行", "金融", ""]]);
    import(&sandbox, "一.xlsx", &[]);
    import(&sandbox, "二.xlsx", &[]);
    let problems = |sandbox: &Sandbox| -> Vec<String> {
        clues(sandbox).into_iter().map(|(_, problem)| problem).collect()
    };
    assert_eq!(problems(&sandbox), ["用地指标不足", "供电容量不足", "融资渠道有限"]);
    list(&sandbox, "一.xlsx", &[land]);
    import(&sandbox, "一.xlsx", &[]);
    assert_eq!(problems(&sandbox), ["用地指标不足", "融资渠道有限"]);
    assert!(sandbox.output(&["undo", "-q"]).status.success());
    assert_eq!(problems(&sandbox), ["用地指标不足", "供电容量不足", "融资渠道有限"]);
    assert!(sandbox.output(&["check", "-q"]).status.success());
}

#[test]
fn an_amount_without_a_unit_keeps_the_unit_of_the_command() {
    let sandbox = library();
    list(&sandbox, "一.xlsx", &[["示例甲项目", "资金缺口", "协调贷款", "金融", "1200000"]]);
    import(&sandbox, "一.xlsx", &["--unit", "美元"]);
    let code = clues(&sandbox)[0].0.clone();
    let taken = sandbox.output(&["appeal", "take", &code, "--format", "json"]);
    assert!(taken.status.success(), "{}", String::from_utf8_lossy(&taken.stderr));
    let said = String::from_utf8_lossy(&taken.stdout).into_owned();
    assert!(said.contains("120000000"), "1,200,000 dollars in cents: {said}");
}

#[test]
fn what_a_clue_says_and_cannot_be_read_is_asked_for() {
    let sandbox = library();
    list(&sandbox, "一.xlsx", &[["示例甲项目", "资金缺口", "协调贷款", "金融", "5000万元人民币"]]);
    import(&sandbox, "一.xlsx", &[]);
    let code = clues(&sandbox)[0].0.clone();
    let refused = sandbox.session(&["appeal", "take", &code]);
    assert!(refused.ends_with("--- exit 1"), "{refused}");
    assert!(sandbox.output(&["appeal", "take", &code, "--amount", "700万美元"]).status.success());
}

#[test]
fn a_list_in_a_text_file_is_no_report() {
    let sandbox = library();
    let text = "昆山市诉求清单（2020年3月）,,,\n项目名称,问题症结,诉求目的,对象部门\n\
        示例甲项目,用地指标不足,增加指标30亩,资规\n";
    sandbox.write("清单.csv", text.as_bytes());
    insta::assert_snapshot!(sandbox.session(&["import", "清单.csv"]));
    let reports = sandbox.stdout(&["reports", "--month", "2020-03", "--format", "json"]);
    assert!(!reports.contains("清单.csv"), "{reports}");
}

#[test]
fn a_receipt_that_cannot_be_written_is_told_apart_from_a_refusal() {
    let sandbox = library();
    let rows = "项目名称,投资总额（万美元）,推进阶段\n示例甲项目,16000,在谈\n示例乙项目,abc,在谈\n";
    sandbox.write("昆山市2020年3月.csv", rows.as_bytes());
    let args = ["import", "昆山市2020年3月.csv", "--accept-valid", "--receipt", "无/回执.xlsx"];
    insta::assert_snapshot!(sandbox.session(&args));
    let bad = "项目名称,投资总额（万美元）,推进阶段\n示例乙项目,abc,在谈\n";
    sandbox.write("昆山市2020年3月（二）.csv", bad.as_bytes());
    insta::assert_snapshot!(sandbox.session(&[
        "import",
        "昆山市2020年3月（二）.csv",
        "--accept-valid"
    ]));
}
