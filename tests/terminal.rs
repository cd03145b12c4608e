//! Questions at a terminal, as a person sees and answers them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::{Sandbox, tools};

/// What a terminal shows while a command asks, its stdout and its exit code.
fn played(sandbox: &Sandbox, answers: &[&str], line: &str) -> Option<String> {
    let drive = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/terminal/drive.py");
    let outer = [&[tools::interpreter()?, drive], answers, &["--"]].concat();
    let args: Vec<&str> = line.split(' ').collect();
    let output = sandbox.under(&outer, &args).output().unwrap();
    let text = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
    };
    let (shown, page) = (text(&output.stderr), text(&output.stdout));
    let code = output.status.code().unwrap_or(-1);
    Some(format!("$ tuijin {line}\n{shown}\n--- stdout\n{page}\n--- exit {code}"))
}

fn library(lang: &'static str) -> Sandbox {
    let sandbox = Sandbox::with_library(lang);
    let list = "项目名称,投资总额（万美元）,推进阶段,入库依据\n示例甲项目,15000,在谈,签约大会\n示例甲乙项目,9000,在谈,签约大会\n";
    sandbox.write("昆山市2020年2月.csv", list.as_bytes());
    let import = ["import", "昆山市2020年2月.csv", "--admit", "-q"];
    assert!(sandbox.output(&import).status.success());
    sandbox
}

#[test]
fn an_appeal_is_asked_for_field_by_field_and_what_cannot_be_read_is_asked_again() {
    let sandbox = library("zh");
    let answers = [
        "",
        "示例丁",
        "示例",
        "示例甲项目", // nothing, unknown, two of them, one
        "天气",
        "土地指标",
        "一期已投产，二期拟用地八十亩",
        "二期用地计划指标尚未落实",
        "请安排二期用地计划指标八十亩",
        "资规",
        "参照《示例办法》第三条列入计划",
        "示例甲人",
        "后天",
        "2020-03-11",
        "2020-03-09",
        "也许",
        "紧急",
        "很多",
        "1500",
    ];
    let Some(asked) = played(&sandbox, &answers, "appeal log") else { return };
    let ended = played(&sandbox, &["示例甲乙项目", "EOF"], "appeal log").unwrap();
    let lacking = ["", "", "", "", "参照《示例办法》第四条"];
    let partly =
        played(&sandbox, &lacking, "appeal log --project XM2020-0002 --purpose 请协调道路");
    let wrong = played(&sandbox, &[], "appeal log --project 示例丁 --purpose 请协调道路").unwrap();
    let enough = "appeal log SQ2020-0001 --amount 1600";
    let silent = played(&sandbox, &[], enough).unwrap();
    insta::assert_snapshot!([asked, ended, partly.unwrap(), wrong, silent].join("\n\n"));
}

#[test]
fn an_appeal_is_asked_for_in_english() {
    let sandbox = library("en");
    let answers = [
        "nowhere",
        "XM2020-0001",
        "weather",
        "land",
        "The first phase is in production",
        "No quota of land for the second phase",
        "A quota of eighty mu",
        "resources",
        "Under 《Example Measures》",
        "A. Example",
        "2020-03-09",
        "urgent",
        "1500",
    ];
    let Some(asked) = played(&sandbox, &answers, "appeal log") else { return };
    insta::assert_snapshot!(asked);
}

#[test]
fn a_project_is_asked_for_field_by_field() {
    let sandbox = library("zh");
    let answers = ["示例戊项目", "火星", "昆山", "EOF"];
    let Some(asked) = played(&sandbox, &answers, "add --basis 签约大会") else { return };
    assert!(asked.contains("火星") && asked.contains("示例戊项目"), "{asked}");
    assert!(asked.ends_with("--- exit 0"), "{asked}");
}
