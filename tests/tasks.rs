//! Decisions and instructions at the command line: logged, followed, done, listed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;

/// A library of March 2020 with one project, its 督办会 of the 12th and the meetings that follow.
fn planned(lang: &'static str) -> Sandbox {
    let mut sandbox = Sandbox::new(lang);
    sandbox.today = "2020-03-12";
    for command in [
        "init -q",
        "add --name 示例甲项目 --district 昆山 --basis 签约大会 --on 2020-03-02 -q",
        "add --name 示例乙项目 --district 太仓 --basis 签约大会 --on 2020-03-02 -q",
        "appeal log --project XM2020-0001 --purpose 落实用地指标八十亩 --target 资规 --round 2020-03 -q",
        "meeting plan 督办会 --month 2020-03 --on 2020-03-12 -q",
        "meeting plan 点评会 --month 2020-03 --on 2020-03-20 -q",
        "meeting plan 督办会 --month 2020-04 --on 2020-04-10 -q",
    ] {
        done(&sandbox, command);
    }
    sandbox
}

fn done(sandbox: &Sandbox, command: &str) {
    let args: Vec<&str> = command.split(' ').collect();
    let output = sandbox.output(&args);
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
}

fn sessions(sandbox: &Sandbox, commands: &[&str]) -> String {
    let each = commands.iter().map(|command| {
        let args: Vec<&str> = command.split(' ').collect();
        sandbox.session(&args)
    });
    each.collect::<Vec<_>>().join("\n\n")
}

#[test]
fn tasks_are_logged_followed_and_done() {
    let mut sandbox = planned("zh");
    let mut told = sessions(
        &sandbox,
        &[
            "task log --source 督办会 --text 会同昆山落实用地指标 --department 资规 --department 新城投资 --district 昆山 --due 2020-03-18 --appeal SQ2020-0001",
            "task log --source 批示 --leader 示例领导 --text 抓紧开工 --district 太仓 --project 示例乙项目 --due 2020-03-31 --on 2020-03-10",
            "task log --source 督办会 --text 会同昆山落实用地指标 --department 资规 --department 新城投资 --district 昆山 --due 2020-03-18 --appeal SQ2020-0001",
            "task log --meeting DB2020-03 --text 会同昆山落实用地指标 --department 资规 --district 昆山 --due 2020-03-25 --appeal SQ2020-0001",
        ],
    );
    sandbox.today = "2020-03-20";
    let more = sessions(
        &sandbox,
        &[
            "task log --source 点评会 --text 重点推进示例甲项目 --district 昆山 --department 发改 --project XM2020-0001",
            "task progress RW2020-0001 --note 指标已列入年度计划 --on 2020-03-19",
            "task progress RW2020-0001 --note 指标已列入年度计划 --on 2020-03-19",
            "task done RW2020-0002 --note 已开工",
            "task list",
        ],
    );
    told = format!("{told}\n\n{more}");
    sandbox.today = "2020-04-11";
    let more = sessions(
        &sandbox,
        &[
            "task done RW2020-0001",
            "task list --all",
            "task list --all --as-of 2020-03-20",
            "task list --overdue --department 发改",
            "task list --sheets --all",
            "task list --sheets --output-dir 任务单",
            "log --last 3",
        ],
    );
    insta::assert_snapshot!(format!("{told}\n\n{more}"));
}

#[test]
fn an_undo_leaves_no_step_without_its_task_and_the_log_of_a_project_has_its_tasks() {
    let mut sandbox = planned("zh");
    done(
        &sandbox,
        "task log --source 督办会 --text 落实用地指标 --department 资规 --due 2020-03-18 --appeal SQ2020-0001",
    );
    sandbox.today = "2020-03-17";
    done(&sandbox, "task progress RW2020-0001 --note 已列入年度计划");
    done(&sandbox, "task done RW2020-0001");
    let before = sandbox.stdout(&["task", "list", "--all", "--format", "json"]);
    let told = sessions(
        &sandbox,
        &["log --project 示例甲项目", "undo --op 8", "undo", "task list", "undo --op 8", "redo"],
    );
    insta::assert_snapshot!(told);
    assert_eq!(before, sandbox.stdout(&["task", "list", "--all", "--format", "json"]));
    done(&sandbox, "check");
}

#[test]
fn tasks_in_english() {
    let mut sandbox = planned("en");
    let told = sessions(
        &sandbox,
        &[
            "task log --source supervision --text 落实用地指标 --department resources --district kunshan --due 2020-03-18",
        ],
    );
    sandbox.today = "2020-03-19";
    let more =
        sessions(&sandbox, &["task list", "task done RW2020-0001", "task list --all --sheets"]);
    insta::assert_snapshot!(format!("{told}\n\n{more}"));
}

#[test]
fn what_a_task_cannot_be_is_refused_with_the_next_step() {
    let mut sandbox = planned("zh");
    done(
        &sandbox,
        "task log --source 督办会 --text 落实用地指标 --department 资规 --due 2020-03-18",
    );
    done(&sandbox, "meeting cancel DP2020-03 --reason 示例 -q");
    sandbox.today = "2020-03-13";
    done(&sandbox, "task done RW2020-0001");
    insta::assert_snapshot!(sessions(
        &sandbox,
        &[
            "task done RW2020-0009",
            "task done RW2020-0001",
            "task progress RW2020-0001 --note 示例 --on 2020-03-11",
            "task progress RW2020-0001 --note 示例 --on 2020-03-14",
            "task log --source 督办会 --text 示例 --department 资规",
            "task log --source 点评会 --text 示例 --department 资规",
            "task log --meeting DP2020-03 --text 示例 --department 资规",
            "task log --meeting DB2020-09 --text 示例 --department 资规",
            "task log --meeting DB2020-04 --text 示例 --department 资规",
            "task log --source 批示 --meeting DB2020-03 --text 示例 --department 资规",
            "task log --meeting DB2020-03 --text 示例",
            "task log --meeting DB2020-03 --department 资规",
            "task log --meeting DB2020-03 --text 示例 --department 资规 --due 2020-03-11",
            "task log --meeting DB2020-03 --text 示例 --department 资规 --on 2020-03-11",
            "task log --meeting DB2020-03 --text 示例 --department 某局",
            "task log --meeting DB2020-03 --text 示例 --department 资规 --project 示例乙项目 --appeal SQ2020-0001",
            "task log --text 示例 --department 资规",
        ],
    ));
    let after = sandbox.stdout(&["task", "list", "--all", "--format", "json"]);
    assert_eq!(after.matches("RW2020-").count(), 1, "nothing refused was kept: {after}");
}

#[test]
fn the_same_asked_of_others_is_another_task_and_what_is_not_said_stays() {
    let sandbox = planned("zh");
    let mut told = sessions(
        &sandbox,
        &[
            "task log --meeting DB2020-03 --text 本月底前落实 --district 昆山 --department 资规",
            "task log --meeting DB2020-03 --text 本月底前落实 --district 太仓",
            "task log --meeting DB2020-03 --text 本月底前落实 --due 2020-03-31",
            "task log --meeting DB2020-03 --text 本月底前落实 --department 资规 --due 2020-03-31",
            "task log --meeting DB2020-03 --text 本月底前落实 --district 昆山 --department 资规 --department 发改 --leader 示例领导",
            "task log --meeting DB2020-03 --text 每周调度 --district 昆山 --department 资规",
            "task log --meeting DB2020-03 --text 每周调度 --due 2020-03-31",
        ],
    );
    let head =
        "序号,议题类别,编号,名称,议题,议定事项,责任板块,责任部门,完成时限,议定领导,事项编号\n";
    let rows = "1,,,,,每两周调度,,,,,RW2020-0003\n2,,,,,每月调度,,,,,\n";
    sandbox.write("议定.csv", format!("{head}{rows}").as_bytes());
    told += "\n\n";
    told += &sessions(
        &sandbox,
        &["meeting decide DB2020-03 --from 议定.csv --accept-valid", "task list --all"],
    );
    insta::assert_snapshot!(told);
}
