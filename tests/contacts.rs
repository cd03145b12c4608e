//! A list of people: read once, read again, people who change, rows that are wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;
use std::path::Path;

fn example() -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/first-batch/round/联系人.csv");
    file.to_string_lossy().into_owned()
}

fn people(sandbox: &Sandbox) -> Vec<serde_json::Value> {
    let page: serde_json::Value =
        serde_json::from_str(&sandbox.stdout(&["contact", "list", "--format", "json"])).unwrap();
    page["tables"][0]["rows"].as_array().unwrap().clone()
}

#[test]
fn a_list_is_recorded_once_and_changes_nothing_when_it_comes_again() {
    let sandbox = Sandbox::with_library("zh");
    let first = sandbox.session(&["contact", "import", &example()]);
    assert!(first.contains("已登记联系人50名，无变化0名。"), "{first}");
    let log = sandbox.stdout(&["log"]);
    let again = sandbox.session(&["contact", "import", &example()]);
    assert!(again.contains("已登记联系人0名，无变化50名。"), "{again}");
    assert_eq!(sandbox.stdout(&["log"]), log);
    assert_eq!(people(&sandbox).len(), 50);
}

#[test]
fn whoever_takes_over_ends_the_one_before() {
    let sandbox = Sandbox::with_library("zh");
    assert!(sandbox.output(&["contact", "import", &example()]).status.success());
    let list = sandbox.write("新.csv", "单位,职责,姓名\n昆山,联络员,示例人\n".as_bytes());
    assert!(sandbox.output(&["contact", "import", &list, "--on", "2020-03-10"]).status.success());
    let people = people(&sandbox);
    let of = |person: &str| people.iter().find(|row| row["person"] == person).unwrap().clone();
    assert_eq!(of("陆思屿")["valid_to"], "2020-03-09");
    assert_eq!(of("示例人")["valid_from"], "2020-03-10");
    assert!(of("示例人")["valid_to"].is_null());
}

#[test]
fn a_wrong_row_is_refused_with_its_place_and_nothing_is_kept() {
    let mut said = Vec::new();
    for row in [
        "火星,联络员,示例人,2020-03-01",
        "昆山,司机,示例人,2020-03-01",
        "昆山,联络员,,2020-03-01",
        "昆山,联络员,示例人,2021-03-01",
        "昆山,联络员,示例人,某日",
    ] {
        let sandbox = Sandbox::with_library("zh");
        let text = format!("单位,职责,姓名,任职日期\n太仓,联络员,示例人,2020-03-01\n{row}\n");
        let list = sandbox.write("名单.csv", text.as_bytes());
        said.push(sandbox.session(&["contact", "import", &list]));
        assert!(people(&sandbox).is_empty());
    }
    let sandbox = Sandbox::with_library("zh");
    let list = sandbox.write("别的.csv", "甲,乙,丙\n1,2,3\n".as_bytes());
    said.push(sandbox.session(&["contact", "import", &list]));
    insta::assert_snapshot!(said.join("\n\n"));
}
