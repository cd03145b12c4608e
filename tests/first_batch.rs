//! The first batch: its figures, each district's share of them, and what importing again does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::{Sandbox, first_batch};
use serde_json::Value;
use std::path::Path;

fn truth() -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/first-batch/figures.json");
    serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

fn import(sandbox: &Sandbox, files: &[String]) -> Value {
    let mut args = vec!["import"];
    args.extend(files.iter().map(String::as_str));
    args.extend(["--month", "2020-02", "--admit", "--yes", "--format", "json"]);
    let output = sandbox.output(&args);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn names(files: &[std::path::PathBuf]) -> Vec<String> {
    files.iter().map(|file| file.to_string_lossy().into_owned()).collect()
}

fn table<'a>(page: &'a Value, name: &str) -> &'a Vec<Value> {
    let tables = page["tables"].as_array().unwrap();
    tables.iter().find(|table| table["table"] == name).unwrap()["rows"].as_array().unwrap()
}

fn row<'a>(rows: &'a [Value], column: &str, key: &str) -> &'a Value {
    rows.iter().find(|row| row[column] == key).unwrap_or_else(|| panic!("no row {key}"))
}

fn figures(sandbox: &Sandbox) -> Value {
    let text = sandbox.stdout(&["summary", "overview", "--month", "2020-02", "--format", "json"]);
    serde_json::from_str(&text).unwrap()
}

/// The overview's figures in the shape of `figures.json`.
fn shape(page: &Value) -> Value {
    let indicator = |key| row(table(page, "indicator"), "indicator", key)["value"].clone();
    let origin =
        |key| row(table(page, "summary.origin"), "origin_group", key)["projects"]["n"].clone();
    let stages = table(page, "summary.stage");
    let detail = |key: &str| {
        let found = stages.iter().find(|row| {
            row["stage"] == key
                && (row["row"] == "detail" || key == "negotiating" || key == "signed")
        });
        found.unwrap()["projects"]["n"].clone()
    };
    serde_json::json!({
        "count": indicator("projects"),
        "total_cents": indicator("total_investment"),
        "new_fdi_cents": indicator("new_fdi"),
        "paid_in_cents": indicator("paid_in"),
        "large": indicator("large")["n"],
        "origins": { "hmt": origin("hmt"), "west": origin("west"), "jk": origin("jk"), "other": origin("other") },
        "stages": {
            "negotiating": detail("negotiating"), "signed": detail("signed"),
            "registered": detail("registered"), "started": detail("started"),
            "completed": detail("completed"), "production": detail("production"),
        },
    })
}

const NUMBERS: [&str; 5] = ["count", "total_cents", "new_fdi_cents", "paid_in_cents", "large"];

fn differs(ours: &Value, truth: &Value, less: Option<&Value>) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut compare = |path: &str, ours: &Value, truth: &Value, less: Option<&Value>| {
        let less = less.map_or(0, |less| less.as_i64().unwrap());
        if ours.as_i64() != Some(truth.as_i64().unwrap() - less) {
            wrong.push(format!("{path}: {ours}, expected {truth} - {less}"));
        }
    };
    for key in NUMBERS {
        compare(key, &ours[key], &truth[key], less.map(|less| &less[key]));
    }
    for group in ["origins", "stages"] {
        for (key, value) in truth[group].as_object().unwrap() {
            compare(key, &ours[group][key], value, less.map(|less| &less[group][key]));
        }
    }
    wrong
}

#[test]
fn the_figures_of_the_first_round_come_out_and_importing_again_changes_nothing() {
    let sandbox = Sandbox::with_library("zh");
    let files = names(&first_batch());
    assert_eq!(files.len(), 10);
    let page = import(&sandbox, &files);
    let total = table(&page, "import_rows").last().unwrap().clone();
    assert_eq!((&total["new"], &total["rejected"]), (&193.into(), &0.into()));
    let ours = shape(&figures(&sandbox));
    assert_eq!(differs(&ours, &truth()["overall"], None), Vec::<String>::new());
    // The bounds of the reference case (MECHANISM §4).
    assert_eq!(ours["count"], 193);
    assert!(
        (2_590_000_000_000..=2_599_000_000_000).contains(&ours["total_cents"].as_i64().unwrap())
    );
    assert!((790_000_000_000..=799_000_000_000).contains(&ours["new_fdi_cents"].as_i64().unwrap()));
    assert_eq!(ours["large"], 97);

    let before = sandbox.content();
    let again = import(&sandbox, &files);
    let total = table(&again, "import_rows").last().unwrap().clone();
    assert_eq!(
        (&total["new"], &total["changed"], &total["unchanged"]),
        (&0.into(), &0.into(), &193.into())
    );
    assert_eq!(sandbox.content(), before);

    let taicang = std::fs::read_to_string(&files[2]).unwrap();
    let line = taicang.lines().nth(1).unwrap();
    let amount = line.split(',').find(|cell| cell.parse::<f64>().is_ok()).unwrap();
    let corrected = taicang.replacen(&format!(",{amount},"), ",9.8765,", 1);
    let name = sandbox.write("太仓市更正.csv", corrected.as_bytes());
    let page = import(&sandbox, &[name]);
    let row = &table(&page, "import_rows")[0];
    assert_eq!((&row["changed"], &row["unchanged"]), (&1.into(), &19.into()));
    assert_eq!(row["revision"], 2);
}

#[test]
fn leaving_out_any_one_district_changes_every_figure_by_its_own() {
    let files = names(&first_batch());
    let truth = truth();
    for left in 0..files.len() {
        let sandbox = Sandbox::with_library("zh");
        let mut rest = files.clone();
        let name = rest.remove(left);
        import(&sandbox, &rest);
        let own = &truth["files"][left];
        assert!(name.contains(own["district"].as_str().unwrap()), "{name}");
        let ours = shape(&figures(&sandbox));
        assert_eq!(differs(&ours, &truth["overall"], Some(own)), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn what_is_exported_can_be_imported_and_changes_nothing() {
    for lang in ["zh", "en"] {
        let sandbox = Sandbox::with_library(lang);
        import(&sandbox, &names(&first_batch()));
        let before = sandbox.content();
        for unit in ["万美元", "亿美元", "美元"] {
            let export =
                ["list", "--columns", "all", "--unit", unit, "--output", "all.csv", "--quiet"];
            assert!(sandbox.output(&export).status.success());
            let page = import(&sandbox, &["all.csv".to_owned()]);
            let total = table(&page, "import_rows").last().unwrap().clone();
            assert_eq!(total["unchanged"], 193, "{lang} {unit}");
            assert_eq!(sandbox.content(), before);
        }
    }
}
