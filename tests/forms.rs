//! Forms: issued for every district, filled in through another program's workbook library, and
//! imported again: exactly what was filled in, and nothing to ask or warn about.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::{Sandbox, first_batch, tools};
use serde_json::{Map, Value, json};
use std::path::Path;

/// A library with the first batch, early in the month the form is for.
fn library() -> Sandbox {
    let sandbox = Sandbox::with_library("zh");
    let files = first_batch();
    let mut args: Vec<&str> = vec!["import"];
    args.extend(files.iter().map(|file| file.to_str().unwrap()));
    args.extend(["--month", "2020-02", "--admit", "--yes", "-q"]);
    assert!(sandbox.output(&args).status.success());
    sandbox
}

fn script(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forms").join(name);
    path.display().to_string()
}

/// The names of a district's projects, in the order of the form.
fn names(sandbox: &Sandbox, district: &str) -> Vec<String> {
    let args = ["list", "--district", district, "--columns", "name", "--format", "json"];
    let page: Value = serde_json::from_str(&sandbox.stdout(&args)).unwrap();
    let rows = page["tables"][0]["rows"].as_array().unwrap().clone();
    rows.iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

/// What a district fills in: something for every project, and something on each list.
fn filled(names: &[String]) -> Value {
    let mut progress: Vec<Value> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let mut row = Map::from_iter([("项目名称".to_owned(), json!(name))]);
        row.insert("进展情况".to_owned(), json!(format!("示例：三月推进情况（{at}）")));
        if at == 0 {
            row.insert("推进阶段".to_owned(), json!("开工建设"));
            row.insert("开工时间".to_owned(), json!("2020-03-15"));
            row.insert("实际到账外资（历年累计）（万美元）".to_owned(), json!(300.5));
            row.insert("环评（实际）".to_owned(), json!("2020年3月"));
            let problem = "1、用电增容方案未定【未解决】；2、外籍人员签证〔已解决〕";
            row.insert("存在问题".to_owned(), json!(problem));
        }
        progress.push(Value::Object(row));
    }
    json!({
        "进展": progress,
        "诉求清单": [{
            "项目名称": names[0], "诉求类别": "土地指标", "背景情况": "示例项目已签约，拟用地60亩",
            "问题症结": "年度指标缺口30亩", "诉求目的": "新增建设用地指标30亩", "对象部门": "资规",
            "协办部门": "发改", "解决建议": "依据示例文件第三条统筹安排", "需市级协调": "是",
            "紧急程度": "紧急", "涉及金额（万美元）": 500, "提出人": "示例联络员", "提出日期": "2020-03-20",
        }],
        "拟新增入库": [{
            "项目名称": "示例新增项目", "外方投资者": "示例控股有限公司", "国别（地区）": "德国",
            "投资总额（万美元）": 12000, "推进阶段": "签约未设立", "签约时间": "2020-03-18",
            "入库依据": "签约大会",
        }],
        "拟移出": [{
            "项目名称": names[1], "出库原因": "终止", "情况说明": "示例：外方撤资",
        }],
    })
}

#[test]
fn every_district_gets_a_form_with_choices_locks_and_a_page_that_prints() {
    let Some(mut python) = tools::python() else { return };
    let sandbox = library();
    let issued =
        sandbox.session(&["template", "--all", "--month", "2020-03", "--output-dir", "下发"]);
    insta::assert_snapshot!("forms_issued", issued);
    let form = sandbox.path("下发/太仓市重点外资项目月报表2020年3月.xlsx");
    let made = python.arg(script("describe.py")).arg(&form).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    insta::assert_snapshot!("form_of_a_district", String::from_utf8_lossy(&made.stdout));
    // The same state gives the same bytes.
    let bytes = std::fs::read(&form).unwrap();
    let args = ["template", "--district", "太仓", "--month", "2020-03", "--output", "again.xlsx"];
    assert!(sandbox.output(&args).status.success());
    assert!(bytes == std::fs::read(sandbox.path("again.xlsx")).unwrap());
}

#[test]
fn a_form_filled_in_by_another_program_imports_without_a_question_or_a_warning() {
    let Some(mut python) = tools::python() else { return };
    let mut sandbox = library();
    let args = ["template", "--district", "太仓", "--month", "2020-03", "--output", "太仓.xlsx"];
    assert!(sandbox.output(&args).status.success());
    let cells = filled(&names(&sandbox, "太仓"));
    sandbox.write("cells.json", cells.to_string().as_bytes());
    python.arg(script("fill.py")).args([sandbox.path("太仓.xlsx"), sandbox.path("cells.json")]);
    let output = python.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    sandbox.today = "2020-04-03";
    let mut sessions = vec![sandbox.session(&["import", "太仓.xlsx"])];
    for args in [
        &["screen", "list"][..],
        &["reports", "--month", "2020-03"],
        &["import", "太仓.xlsx"],
        &["screen", "admit", "JZ2020-0002"],
        &["show", "XM2020-0037"],
        &["check"],
    ] {
        sessions.push(sandbox.session(args));
    }
    insta::assert_snapshot!("form_filled_in", sessions.join("\n\n"));
}

/// Fills in the form of 太仓 for a month and imports it early in the next.
fn fill_in(sandbox: &mut Sandbox, month: &str, cells: &Value, today: &'static str) -> bool {
    let Some(mut python) = tools::python() else { return false };
    let args = ["template", "--district", "太仓", "--month", month, "--output", "太仓.xlsx"];
    assert!(sandbox.output(&args).status.success());
    sandbox.write("cells.json", cells.to_string().as_bytes());
    python.arg(script("fill.py")).args([sandbox.path("太仓.xlsx"), sandbox.path("cells.json")]);
    let output = python.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    sandbox.today = today;
    assert!(sandbox.output(&["import", "太仓.xlsx", "-q"]).status.success());
    true
}

#[test]
fn an_appeal_that_was_sent_back_stands_on_the_next_form_and_comes_back_completed() {
    let mut sandbox = library();
    let name = &names(&sandbox, "太仓")[0];
    let first = json!({ "诉求清单": [
        { "项目名称": name, "诉求类别": "土地指标", "问题症结": "年度指标缺口30亩",
          "诉求目的": "新增建设用地指标30亩", "对象部门": "资规", "需市级协调": "是" },
        { "项目名称": name, "诉求类别": "税收", "问题症结": "希望了解税收政策", "需市级协调": "否" },
    ]});
    if !fill_in(&mut sandbox, "2020-03", &first, "2020-04-03") {
        return;
    }
    let mut sessions: Vec<String> = Vec::new();
    for args in [
        &["appeal", "list", "--clues"][..],
        &["appeal", "take", "XS2020-0031"],
        &["appeal", "withdraw", "XS2020-0032", "--reason", "板块自行解释政策"],
        &["appeal", "send-back", "SQ2020-0001", "--reason", "请补充背景和依据"],
    ] {
        sessions.push(sandbox.session(args));
    }
    let second = json!({ "诉求清单": [{
        "背景情况": "示例项目已于2020年1月签约，总投资2174万美元，拟用地60亩，已落实30亩",
        "问题症结": "年度用地指标缺口30亩，影响二季度开工",
        "解决建议": "依据《示例文件》第三条，从市级预留指标中统筹安排30亩",
    }]});
    assert!(fill_in(&mut sandbox, "2020-04", &second, "2020-05-06"));
    for args in [&["appeal", "take", "XS2020-0033"][..], &["import", "太仓.xlsx"], &["check"]] {
        sessions.push(sandbox.session(args));
    }
    insta::assert_snapshot!("form_sent_back", sessions.join("\n\n"));
}

#[test]
fn a_form_saved_again_by_an_office_program_says_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let (Some(mut python), Some(_)) = (tools::python(), tools::office(folder.path())) else {
        return;
    };
    let mut sandbox = library();
    let args = ["template", "--district", "姑苏", "--month", "2020-03", "--output", "姑苏.xlsx"];
    assert!(sandbox.output(&args).status.success());
    let cells = filled(&names(&sandbox, "姑苏"));
    sandbox.write("cells.json", cells.to_string().as_bytes());
    python.arg(script("fill.py")).args([sandbox.path("姑苏.xlsx"), sandbox.path("cells.json")]);
    assert!(python.output().unwrap().status.success());
    sandbox.today = "2020-04-03";
    assert!(sandbox.output(&["import", "姑苏.xlsx", "-q"]).status.success());
    for ending in ["xlsx", "xls"] {
        let mut office = tools::office(folder.path()).unwrap();
        let again = folder.path().join(ending);
        let saved = office
            .args(["--convert-to", ending, "--outdir"])
            .args([&again, &sandbox.path("姑苏.xlsx")])
            .output()
            .unwrap();
        assert!(saved.status.success(), "{}", String::from_utf8_lossy(&saved.stderr));
        let file = again.join(format!("姑苏.{ending}")).display().to_string();
        let output = sandbox.output(&["import", &file, "--format", "json"]);
        let page: Value = serde_json::from_slice(&output.stdout).unwrap();
        let row = &page["tables"][0]["rows"][0];
        let figures = ["new", "changed", "unchanged", "to_screen", "rejected"].map(|key| &row[key]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(figures, [0, 0, 8, 2, 0].map(|n| json!(n)).each_ref(), "{ending}: {said}");
    }
}

#[test]
fn a_form_returned_empty_reports_nothing() {
    let mut sandbox = library();
    let args = ["template", "--district", "姑苏", "--month", "2020-03", "--output", "姑苏.xlsx"];
    assert!(sandbox.output(&args).status.success());
    sandbox.today = "2020-04-03";
    insta::assert_snapshot!("form_empty", sandbox.session(&["import", "姑苏.xlsx"]));
}

#[test]
fn what_cannot_be_issued_is_a_sentence_in_both_languages() {
    for lang in ["zh", "en"] {
        let sandbox = Sandbox::with_library(lang);
        let refused: [&[&str]; 5] = [
            &["template", "--all", "--month", "2020-03"],
            &["template", "--district", "太仓", "--month", "2020-03", "--output", "太仓.csv"],
            &["template", "--district", "天宫", "--month", "2020-03", "--output", "a.xlsx"],
            &["template", "--month", "2020-03"],
            &["template", "--all", "--output", "a.xlsx", "--output-dir", "x"],
        ];
        let sessions: Vec<String> = refused.iter().map(|args| sandbox.session(args)).collect();
        insta::assert_snapshot!(format!("template_refused_{lang}"), sessions.join("\n\n"));
    }
}
