//! `summary changes --since last-meeting`: the page a chair reads first.
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

const APPEAL: &str = "appeal log --category 土地指标 --background 一期已经建成投产，二期设备已经订购 --problem 二期用地指标至今没有落实 --suggestion 按照《示例办法》第三条列入年度计划 --target 资规 --round 2020-03 -q";

/// Two projects, two appeals and two tasks, frozen on 12 March 2020; much has happened since.
fn lived(lang: &'static str) -> Sandbox {
    let mut sandbox = Sandbox::new(lang);
    let story: [(&'static str, &[String]); 4] = [
        (
            "2020-03-02",
            &[
                "init -q".to_owned(),
                "add --name 示例甲项目 --district 昆山 --basis 签约大会 --stage 签约未设立 --total 1亿美元 --on 2020-03-02 -q".to_owned(),
                "add --name 示例乙项目 --district 太仓 --basis 签约大会 --stage 登记设立 --on 2020-03-02 -q".to_owned(),
                format!("{APPEAL} --project 示例甲项目 --purpose 请于年内落实用地指标八十亩"),
                format!("{APPEAL} --project 示例乙项目 --purpose 请于年内落实用地指标二十亩"),
                "letter draft --round 2020-03 --all -q".to_owned(),
                "letter sent --round 2020-03 --number 示例1号 -q".to_owned(),
                "task log --source 批示 --text 抓紧开工 --district 太仓 --project 示例乙项目 --due 2020-03-31 -q".to_owned(),
                "meeting plan 督办会 --month 2020-03 --on 2020-03-12 -q".to_owned(),
            ],
        ),
        ("2020-03-12", &["meeting freeze DB2020-03 -q".to_owned()]),
        (
            "2020-03-13",
            &[
                "meeting decide DB2020-03 --text 本月底前落实指标 --department 资规 --due 2020-03-31 --appeal SQ2020-0001 -q".to_owned(),
                "update 示例甲项目 --stage 登记设立 --paid-in 2000万美元 -q".to_owned(),
                "appeal reply SQ2020-0001 --department 资规 --opinion 已列入年度计划 -q".to_owned(),
                "appeal outcome SQ2020-0001 --outcome 已解决 -q".to_owned(),
                "appeal close SQ2020-0001 -q".to_owned(),
            ],
        ),
        (
            "2020-04-02",
            &[
                "add --name 示例丙项目 --district 昆山 --basis 签约大会 --on 2020-04-02 -q".to_owned(),
                format!("{APPEAL} --project 示例丙项目 --purpose 请协调用地三十亩"),
                "task done RW2020-0002 -q".to_owned(),
                "remove 示例乙项目 --ground 终止 --reason 外方撤资 -q".to_owned(),
            ],
        ),
    ];
    for (day, commands) in story {
        sandbox.today = day;
        commands.iter().for_each(|command| done(&sandbox, command));
    }
    sandbox
}

#[test]
fn what_changed_since_the_last_meeting_is_told_with_its_lists() {
    let sandbox = lived("zh");
    let told = [
        "summary changes --since last-meeting",
        "summary changes --since 上次会议 --district 太仓",
        "summary changes --since DB2020-09",
    ];
    let told: Vec<String> = told.iter().map(|command| session(&sandbox, command)).collect();
    insta::assert_snapshot!(told.join("\n\n"));
    let by_code =
        sandbox.stdout(&["summary", "changes", "--since", "DB2020-03", "--format", "json"]);
    let last =
        sandbox.stdout(&["summary", "changes", "--since", "last-meeting", "--format", "json"]);
    assert_eq!(by_code, last);
}

#[test]
fn what_changed_since_the_last_meeting_in_english() {
    let sandbox = lived("en");
    insta::assert_snapshot!(session(&sandbox, "summary changes --since last-meeting"));
}

#[test]
fn on_the_day_of_the_meeting_nothing_has_changed_and_before_the_first_it_is_refused() {
    let mut sandbox = Sandbox::new("zh");
    sandbox.today = "2020-03-02";
    done(&sandbox, "init -q");
    done(&sandbox, "add --name 示例甲项目 --district 昆山 --basis 签约大会 --on 2020-03-02 -q");
    done(&sandbox, &format!("{APPEAL} --project 示例甲项目 --purpose 请于年内落实用地指标八十亩"));
    done(&sandbox, "meeting plan 督办会 --month 2020-03 --on 2020-03-12 -q");
    let mut told = session(&sandbox, "summary changes --since last-meeting");
    told += "\n\n";
    told += &session(&sandbox, "summary changes --since DB2020-03");
    sandbox.today = "2020-03-12";
    done(&sandbox, "meeting freeze DB2020-03 -q");
    told += "\n\n";
    told += &session(&sandbox, "summary changes --since last-meeting");
    insta::assert_snapshot!(told);
}
