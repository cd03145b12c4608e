//! Corners of a project's life that are easily got wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;

const HEAD: &str =
    "项目编号,项目名称,投资总额（万美元）,推进阶段,实际到账外资（历年累计）（万美元）,开工时间\n";

/// A library with two projects of 昆山, entered in February.
fn library() -> Sandbox {
    let mut sandbox = Sandbox::new("zh");
    sandbox.today = "2020-03-01";
    done(&sandbox, "init -q");
    done(
        &sandbox,
        "add --name 示例甲项目 --district 昆山 --total 1.2亿美元 --stage 签约未设立 --on 2020-02-10",
    );
    done(
        &sandbox,
        "add --name 示例乙项目 --district 昆山 --total 2亿美元 --stage 签约未设立 --on 2020-02-10",
    );
    sandbox
}

fn args(line: &str) -> Vec<&str> {
    line.split(' ').collect()
}

fn done(sandbox: &Sandbox, line: &str) -> String {
    let session = sandbox.session(&args(line));
    assert!(session.ends_with("--- exit 0"), "{session}");
    session
}

/// Refused, saying all of these; the library is as it was and whole.
fn refused(sandbox: &Sandbox, line: &str, said: &[&str]) {
    let before = sandbox.content();
    let session = sandbox.session(&args(line));
    let code = session.rsplit(' ').next().unwrap();
    assert!(code == "1" || code == "2", "{session}");
    for words in said {
        assert!(session.contains(words), "{words} in {session}");
    }
    assert_eq!(sandbox.content(), before);
    done(sandbox, "check -q");
}

fn report(sandbox: &Sandbox, month: u32, rows: &str) -> String {
    let name = format!("昆山市2020年{month}月.csv");
    sandbox.write(&name, format!("{HEAD}{rows}").as_bytes());
    done(sandbox, &format!("import {name} --yes"))
}

#[test]
fn an_older_month_is_not_undone_under_a_newer_one_that_rests_on_it() {
    let mut sandbox = library();
    report(&sandbox, 2, "XM2020-0001,,15000,登记设立,,\n");
    sandbox.today = "2020-04-02";
    report(&sandbox, 3, "XM2020-0001,,15000,登记设立,,\n");
    refused(&sandbox, "undo --op 4", &["第5号操作"]);
    done(&sandbox, "undo --op 5");
    done(&sandbox, "undo --op 4");
    done(&sandbox, "check -q");
}

#[test]
fn a_redo_names_what_must_be_done_again_first() {
    let sandbox = library();
    done(&sandbox, "update XM2020-0001 --leader 示例一 -q");
    done(&sandbox, "update XM2020-0001 --leader 示例二 -q");
    done(&sandbox, "undo");
    done(&sandbox, "undo");
    refused(&sandbox, "redo --op 5", &["tuijin redo --op 4"]);
    done(&sandbox, "redo --op 4");
    done(&sandbox, "redo --op 5");
}

#[test]
fn amounts_move_in_the_latest_month_only() {
    let sandbox = library();
    done(&sandbox, "update XM2020-0002 --total 3亿美元 -q");
    let merge = "merge XM2020-0001 --into XM2020-0002 --sum --reason 示例 --on 2020-02-28";
    refused(&sandbox, merge, &["2020年3月", "--on"]);
    let split = "split XM2020-0002 --name 示例丙项目 --total 4000万美元 --reason 示例 --on 2020-02-28 --override 示例 --approved-by 示例";
    refused(&sandbox, split, &["2020年3月", "--on"]);
    done(&sandbox, "merge XM2020-0001 --into XM2020-0002 --sum --reason 示例");
    assert!(done(&sandbox, "list").contains("42,000.00"));
}

#[test]
fn a_readmission_leaves_past_months_as_they_were() {
    let mut sandbox = library();
    let past = |sandbox: &Sandbox| {
        ["summary --month 2020-02", "reports --month 2020-02", "list --month 2020-02 --exceptions"]
            .map(|line| sandbox.stdout(&args(&format!("{line} --format json"))))
            .map(|json| {
                // The day looked at goes on, and what was not yet due becomes overdue.
                let lines =
                    json.lines().filter(|it| !it.contains("as_of") && !it.contains("status"));
                lines.collect::<Vec<_>>().join("\n")
            })
    };
    let before = past(&sandbox);
    sandbox.today = "2020-04-02";
    done(&sandbox, "remove XM2020-0001 --ground 终止 --reason 示例");
    sandbox.today = "2020-06-10";
    done(&sandbox, "readmit XM2020-0001 --reason 示例 --override 示例 --approved-by 示例领导");
    assert!(past(&sandbox) == before);
    let changes = done(&sandbox, "summary changes --from 2020-03 --month 2020-04");
    assert!(changes.contains("2020-04-02") && changes.contains("终止"), "{changes}");
}

#[test]
fn a_report_after_exit_keeps_its_dates_and_asks_nothing() {
    let mut sandbox = library();
    done(&sandbox, "remove XM2020-0001 --ground 终止 --reason 示例");
    sandbox.today = "2020-04-02";
    let import = report(&sandbox, 3, "XM2020-0001,,9000,开工建设,10,2020-03-15\n");
    assert!(import.contains("已于 2020-03-01 出库"), "{import}");
    let list = sandbox.stdout(&args("screen list --format json"));
    assert!(!list.contains("JZ2020"), "{list}");
    done(&sandbox, "readmit XM2020-0001 --reason 示例 --override 示例 --approved-by 示例领导");
    let show = done(&sandbox, "show XM2020-0001");
    assert!(show.contains("2020-03-15") && show.contains("9,000.00"), "{show}");
    done(&sandbox, "check -q");
}

#[test]
fn only_more_than_ever_before_is_progress() {
    let mut sandbox = library();
    done(&sandbox, "update XM2020-0002 --paid-in 50万美元 -q");
    sandbox.today = "2020-07-10";
    let red = "XM2020-0001  昆山市  示例甲项目  无实质进展  红色预警";
    assert!(done(&sandbox, "rules due").contains(red));
    done(&sandbox, "merge XM2020-0002 --into XM2020-0001 --sum --reason 示例 --on 2020-06-30");
    assert!(done(&sandbox, "rules due").contains(red), "a merger is no progress");
    let more = "update XM2020-0001 --paid-in 40万美元 --reason 示例 --on 2020-06-30 -q";
    done(&sandbox, more);
    done(&sandbox, "update XM2020-0001 --paid-in 50万美元 --on 2020-06-30 -q");
    assert!(done(&sandbox, "rules due").contains(red), "neither is getting back");
    sandbox.today = "2020-08-10";
    done(&sandbox, "update XM2020-0001 --paid-in 60万美元 --on 2020-07-05 -q");
    assert!(!done(&sandbox, "rules due").contains(red));
    assert!(done(&sandbox, "rules due --month 2020-12").contains("计时截至2020年7月"));
}

#[test]
fn a_change_that_was_overtaken_is_not_admitted() {
    let sandbox = library();
    report(&sandbox, 2, "XM2020-0002,,15000,,,\n");
    done(&sandbox, "update XM2020-0002 --total 1亿美元 --reason 核减 --on 2020-02-28 -q");
    refused(&sandbox, "screen admit JZ2020-0001 --reason 示例", &["又有变动"]);
    done(&sandbox, "screen return JZ2020-0001 --reason 已核减");
}

#[test]
fn a_name_belongs_to_one_project_of_a_district() {
    let mut sandbox = library();
    refused(&sandbox, "rename XM2020-0002 示例甲项目 --reason 示例", &["XM2020-0001"]);
    done(&sandbox, "rename XM2020-0001 示例新名项目 --reason 示例 --on 2020-02-20");
    assert!(done(&sandbox, "list").contains("示例新名项目"));
    let again = "add --name 示例甲项目 --district 昆山 --total 1.2亿美元 --basis 签约大会";
    refused(&sandbox, again, &["XM2020-0001"]);
    sandbox.today = "2020-04-02";
    report(&sandbox, 3, ",示例甲项目,13000,登记设立,,\n");
    assert!(done(&sandbox, "list").contains("13,000.00"), "found by the old name");
}

#[test]
fn an_original_amount_is_shown_while_it_explains_the_dollars() {
    let sandbox = library();
    done(&sandbox, "rate set CNY 2020-03 0.142750 --source 示例");
    done(&sandbox, "update XM2020-0001 --capital 1000万元人民币 -q");
    assert!(done(&sandbox, "show XM2020-0001").contains("CNY"));
    done(&sandbox, "update XM2020-0001 --capital 500万美元 -q");
    assert!(!done(&sandbox, "show XM2020-0001").contains("CNY"));
}

#[test]
fn what_means_nothing_is_refused() {
    let sandbox = library();
    for (line, said) in [
        ("remove XM2020-0001 --ground 终止 --reason \u{3000}", "--reason"),
        ("summary changes --since 2021-01-01", "还没有到"),
        ("summary changes --since 2020-03-01 --month 2020-02", "--since"),
        ("summary changes --from 2020-02 --month 2020-01", "--from"),
        ("summary changes --list", "--list"),
        ("summary district --since 2020-03-01", "--since"),
        ("backup --as-of 2020-03-01", "--as-of"),
    ] {
        refused(&sandbox, line, &[said]);
    }
}

#[test]
fn the_rules_are_judged_by_the_day_of_the_record() {
    let mut sandbox = library();
    done(&sandbox, "rules set change.amount_down 否 --since 2020-03-01 --clause 示例");
    sandbox.today = "2020-04-05";
    done(&sandbox, "rules set change.amount_down 是 --since 2020-04-01 --clause 示例");
    refused(&sandbox, "update XM2020-0001 --total 1亿美元 --on 2020-03-20", &["--reason"]);
}

#[test]
fn a_row_that_goes_back_is_not_also_told_as_left_out() {
    let sandbox = Sandbox::with_library("zh");
    let head = "项目编号,项目名称,投资总额（万美元）,推进阶段,入库依据\n";
    let february = format!(
        "{head},示例甲项目,15000,登记设立,签约大会\n,示例乙项目,8000,签约未设立,签约大会\n,示例丙项目,9000,在谈,签约大会\n"
    );
    sandbox.write("昆山市2020年1月.csv", february.as_bytes());
    assert!(sandbox.output(&["import", "昆山市2020年1月.csv", "--admit"]).status.success());
    let march = format!("{head}XM2020-0001,,15000,登记设立,\n,示例乙项目,八千左右,签约未设立,\n");
    sandbox.write("昆山市2020年2月.csv", march.as_bytes());
    let session = sandbox.session(&["import", "昆山市2020年2月.csv", "--accept-valid"]);
    assert!(session.contains("没有列入1个在库项目：“示例丙项目”"), "{session}");
    assert!(session.ends_with("--- exit 3"), "{session}");
}
