//! `calendar plan` and `calendar due`: what a month asks, by when, and what is late.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;

fn done(sandbox: &Sandbox, command: &str) {
    let args: Vec<&str> = command.split(' ').collect();
    let output = sandbox.output(&args);
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
}

fn session(sandbox: &Sandbox, command: &str) -> String {
    let args: Vec<&str> = command.split(' ').collect();
    sandbox.session(&args)
}

const APPEAL: &str = "appeal log --category 土地指标 --background 一期已经建成投产，二期设备已经订购 --problem 二期用地指标至今没有落实 --suggestion 按照《示例办法》第三条列入年度计划 --target 资规 --round 2020-04 -q";

/// April 2020 up to the 2nd, when the letters of the 督办会 of the 10th are due out.
fn begun(lang: &'static str) -> Sandbox {
    let mut sandbox = Sandbox::new(lang);
    sandbox.today = "2020-04-01";
    for command in [
        "init -q",
        "add --name 示例甲项目 --district 昆山 --basis 签约大会 --on 2020-04-01 -q",
        "add --name 示例乙项目 --district 太仓 --basis 签约大会 --on 2020-04-01 -q",
        &format!("{APPEAL} --project 示例甲项目 --purpose 请于年内落实用地指标八十亩"),
        &format!("{APPEAL} --project 示例乙项目 --purpose 请于年内落实用地指标二十亩"),
        "task log --source 批示 --text 抓紧开工 --district 太仓 --due 2020-04-07 -q",
    ] {
        done(&sandbox, command);
    }
    sandbox.today = "2020-04-02";
    sandbox
}

#[test]
fn a_month_is_planned_followed_and_told_when_late() {
    let mut sandbox = begun("zh");
    let mut told = vec![session(&sandbox, "calendar plan --month 2020-04")];
    done(&sandbox, "meeting plan 督办会 --month 2020-04 --on 2020-04-10 -q");
    told.push(session(&sandbox, "calendar plan"));
    told.push(session(&sandbox, "calendar due"));
    done(&sandbox, "letter draft --round 2020-04 --all -q");
    done(&sandbox, "letter sent --round 2020-04 --number 示例1号 -q");
    sandbox.today = "2020-04-09";
    for district in ["张家港", "常熟", "昆山", "吴江", "吴中", "相城", "姑苏", "园区", "高新区"]
    {
        done(&sandbox, &format!("reports nil {district} --month 2020-03 --on 2020-04-08 -q"));
    }
    done(
        &sandbox,
        "appeal reply SQ2020-0001 --department 资规 --opinion 已列入年度计划 --on 2020-04-08 -q",
    );
    for command in [
        "calendar plan",
        "calendar due",
        "calendar due --fail-overdue",
        "calendar due --as-of 2020-04-02",
    ] {
        told.push(session(&sandbox, command));
    }
    done(&sandbox, "reports nil 太仓 --month 2020-03 -q");
    done(&sandbox, "appeal reply SQ2020-0002 --department 资规 --opinion 正在研究 -q");
    done(&sandbox, "task done RW2020-0001 -q");
    done(&sandbox, "meeting freeze DB2020-04 -q");
    told.push(session(&sandbox, "calendar due --fail-overdue"));
    sandbox.today = "2020-04-16";
    told.push(session(&sandbox, "calendar due --fail-overdue"));
    insta::assert_snapshot!(told.join("\n\n"));
}

#[test]
fn a_month_with_both_meetings_in_a_year_without_a_notice() {
    let mut sandbox = Sandbox::new("en");
    sandbox.today = "2027-01-04";
    done(&sandbox, "init -q");
    done(&sandbox, "meeting plan supervision --month 2027-01 --on 2027-01-20 -q");
    done(&sandbox, "meeting plan review --month 2027-01 --on 2027-01-28 -q");
    let mut told = vec![session(&sandbox, "calendar plan --month 2027-01")];
    done(&sandbox, "rules set plan.letters 8 --since 2027-01-01 --clause 示例 -q");
    done(&sandbox, "meeting cancel DP2027-01 --reason 示例 -q");
    told.push(session(&sandbox, "calendar plan --month 2027-01"));
    told.push(session(&sandbox, "calendar due"));
    insta::assert_snapshot!(told.join("\n\n"));
}

#[test]
fn a_step_with_nothing_to_do_is_not_due() {
    let mut sandbox = Sandbox::new("zh");
    sandbox.today = "2020-04-01";
    done(&sandbox, "init -q");
    done(&sandbox, "meeting plan 督办会 --month 2020-04 --on 2020-04-10 -q");
    // No appeal was entered: the letters of the 2nd have nothing to say.
    let state = |sandbox: &Sandbox| {
        let json = sandbox.stdout(&["calendar", "plan", "--format", "json"]);
        let due = sandbox.stdout(&["calendar", "due", "--format", "json"]);
        (json.contains(r#""nothing""#), due.contains(r#""letters""#))
    };
    assert_eq!(state(&sandbox), (false, false), "before the day there may be something yet");
    sandbox.today = "2020-04-02";
    assert_eq!(state(&sandbox), (true, false));
    let plan = sandbox.stdout(&["calendar", "plan"]);
    let line = plan.lines().find(|line| line.contains("函告有关部门")).unwrap();
    assert!(line.contains("没有可办的"), "{plan}");
    done(&sandbox, "add --name 示例甲项目 --district 昆山 --basis 签约大会 -q");
    done(&sandbox, &format!("{APPEAL} --project 示例甲项目 --purpose 请于年内落实用地指标八十亩"));
    assert!(state(&sandbox).1, "an appeal of the round is to be sent");
}
