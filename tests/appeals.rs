//! A month of appeals as the clerk plays it, and every step that is refused.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;
use tuijin::model::appeal::{Action, AppealState};
use tuijin::rules::appeal::step::{Step, step};

const PROJECTS: &str = "项目名称,投资总额（万美元）,推进阶段,入库依据
示例甲项目,15000,在谈,签约大会
示例乙项目,8000,在谈,提请市级推动
示例丙项目,9000,在谈,提请市级推动
";

const LIST: &str = "昆山市重点外资项目服务诉求清单（示例：所有内容均为虚构）
填报单位（盖章）：昆山市商务局  填报时间：2020年3月3日
序号,项目名称,诉求类别,背景情况,问题症结,诉求目的,对象部门,协办部门,解决建议,需市级协调,紧急程度,涉及金额（万美元）,提出人,提出日期
1,示例甲项目,土地指标,项目一期已投产，二期拟用地八十亩,二期用地计划指标尚未落实,请安排二期用地计划指标八十亩,资规,新城投资,参照《示例办法》第三条列入年度用地计划,是,一般,15000,示例甲人,2020-03-02
2,示例乙项目,融资,项目在建，需流动资金六千万元,缺地,请协调银行恢复授信六千万元,金融,,根据《示例通知》延期还本付息,是,一般,850,示例乙人,2020-03-02
3,示例丙项目,通关便利,设备分七批进口，货值三千万美元,查验次序打乱后窝工每批约十天,请安排预约通关和集中查验,海关,,依据《示例公告》安排集中查验,是,紧急,3000,示例丙人,2020-03-02
4,示例丙项目,其他,道路未通，工地进出不便,工地门口道路未通影响运输,请协调打通工地门口道路,交通,,依据《示例规划》实施,否,一般,,示例丙人,2020-03-02
";

const OUTCOMES: &str = "诉求编号,项目,办理结果,说明,日期
SQ2020-0001,示例甲项目,明确途径,已列入年度用地计划,2020-03-20
SQ2020-0002,示例乙项目,已解决,授信已恢复,2020-03-20
SQ2020-0003,示例丙项目,不予支持,,2020-03-20
";

/// One day after another: the day, then its commands; `@` writes or fills in a file first.
const DAYS: &str = "\
=== 2020-03-02
init -q
import 昆山市2020年2月.csv --admit -q
contact set 资规 --role 分管负责人 --person 示例一
contact set 资规 --role 工作责任人 --person 示例二
=== 2020-03-04
appeal log --from 诉求清单.csv --dry-run
appeal log --from 诉求清单.csv
appeal log --from 诉求清单.csv
appeal list
letter draft --round 2020-03 --appeal SQ2020-0002
appeal close SQ2020-0002
appeal send-back SQ2020-0002 --reason 请写明授信缺口的原因
appeal send-back SQ2020-0002 --reason 请写明授信缺口的原因
=== 2020-03-05
feedback --district 昆山
appeal log SQ2020-0002 --problem 外方无境内抵押物，银行压缩授信一半
letter draft --round 2020-03 --all --meeting 2020-03-27 --output-dir 函件
letter write --round 2020-03 --format csv --output-dir 答复表
letter draft --round 2020-03 --all
letter sent --round 2020-03 --number 苏商函〔2020〕3号
letter sent HD2020-0001 --number 苏商函〔2020〕4号
letter sent HD2020-0099 --number 苏商函〔2020〕4号
=== 2020-03-06
appeal return SQ2020-0003 --department 资规 --reason 不属本单位职责
appeal return SQ2020-0001 --department 新城投资 --to 行政审批 --reason 不属本单位职责
appeal show SQ2020-0001
letter draft --round 2020-03 --department 行政审批
letter sent HD2020-0005 --number 苏商函〔2020〕5号
=== 2020-03-10
@fill
appeal reply --from 答复表
appeal reply --from 答复表
appeal remind
appeal remind --sent
appeal remind --sent
=== 2020-03-16
appeal remind --department 行政审批 --sent
=== 2020-03-18
appeal remind --department 资规 --sent --fail-overdue
appeal extend SQ2020-0001 --department 资规 --until 2020-03-20 --reason 需报省厅
appeal extend SQ2020-0001 --department 资规 --until 2020-03-10 --reason 需报省厅
appeal close SQ2020-0001
appeal reply SQ2020-0001 --opinion 已列入计划
=== 2020-03-20
appeal reply SQ2020-0001 --department 资规 --opinion 已列入年度用地计划 --person 示例二
appeal extend SQ2020-0001 --department 资规 --until 2020-03-30 --reason 再延
appeal reply SQ2020-0009 --department 资规 --opinion 已列入年度用地计划
appeal outcome --from 办理结果.csv
appeal outcome --from 办理结果.csv --accept-valid
appeal escalate SQ2020-0003 --reason 需市委主要领导协调
appeal close SQ2020-0001 SQ2020-0002
appeal close SQ2020-0003
appeal satisfaction SQ2020-0003 --rating 满意
=== 2020-03-24
appeal reopen SQ2020-0001 --reason 企业反映尚未落实
appeal close SQ2020-0001
appeal outcome SQ2020-0001 --outcome 已解决 --reason 指标已下达
appeal close SQ2020-0001
appeal satisfaction SQ2020-0001 --rating 基本满意 --person 示例甲人
appeal withdraw SQ2020-0001 --reason 误报
undo --op 11
remove 示例丙项目 --ground 终止 --reason 外方撤资
appeal reopen SQ2020-0003 --reason 误办
appeal show SQ2020-0001
appeal list --month 2020-03
letter list
summary appeals
summary department
log
check
undo
undo
check";

fn month_of_play(lang: &'static str) -> String {
    let mut sandbox = Sandbox::new(lang);
    sandbox.write("昆山市2020年2月.csv", PROJECTS.as_bytes());
    sandbox.write("诉求清单.csv", LIST.as_bytes());
    sandbox.write("办理结果.csv", OUTCOMES.as_bytes());
    let mut sessions = Vec::new();
    for line in DAYS.lines() {
        if let Some(day) = line.strip_prefix("=== ") {
            sandbox.today = day;
            sessions.push(line.to_owned());
        } else if line == "@fill" {
            fill(&sandbox);
        } else {
            let args: Vec<&str> = line.split(' ').collect();
            sessions.push(sandbox.session(&args));
        }
    }
    sessions.join("\n\n")
}

/// Two departments fill in their forms, the others do not.
fn fill(sandbox: &Sandbox) {
    for entry in std::fs::read_dir(sandbox.path("答复表")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "csv") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let answer = if text.contains("SQ2020-0002") {
            "答复,已协调银行恢复授信,2020-03-09,示例三,,,"
        } else if text.contains("SQ2020-0003") {
            "阶段性答复,正在安排,2020-03-10,示例四,,,"
        } else {
            continue;
        };
        let filled = text.replace(",,,,,,,", &format!(",{answer}"));
        std::fs::write(&path, filled).unwrap();
    }
}

#[test]
fn a_month_of_appeals_in_chinese() {
    insta::assert_snapshot!(month_of_play("zh"));
}

/// How an appeal comes into each state, from a library with the project and the list's first row.
fn way_to(state: AppealState) -> Vec<&'static str> {
    let complete = "appeal log SQ2020-0001 --problem 二期用地计划指标尚未落实";
    let sent = [
        complete,
        "letter draft --round 2020-03 --all",
        "letter sent --round 2020-03 --number 苏商函〔2020〕3号",
        "appeal reply SQ2020-0001 --department 资规 --opinion 已列入计划",
        "appeal outcome SQ2020-0001 --outcome 已解决",
    ];
    match state {
        AppealState::Incomplete => vec![],
        AppealState::SentBack => vec!["appeal send-back SQ2020-0001 --reason 示例"],
        AppealState::Ready => vec![complete],
        AppealState::Dispatched => sent.to_vec(),
        AppealState::Closed => [&sent[..], &["appeal close SQ2020-0001"]].concat(),
        AppealState::Withdrawn => {
            [&sent[..], &["appeal withdraw SQ2020-0001 --reason 示例"]].concat()
        }
        AppealState::Terminated => {
            let gone = "remove XM2020-0001 --ground 终止 --reason 示例";
            let back = "readmit XM2020-0001 --reason 示例 --basis 签约大会";
            [&sent[..], &[gone, back]].concat()
        }
    }
}

/// The command of an action; none for what is no command of its own: an exception is drafted, a
/// letter is sent with all its appeals, reminders go to departments, a project takes its appeals
/// with it.
fn command_of(action: Action) -> Option<&'static str> {
    Some(match action {
        Action::Amend => "appeal log SQ2020-0001 --suggestion 参照《另一办法》第四条列入计划",
        Action::SendBack => "appeal send-back SQ2020-0001 --reason 示例",
        Action::Draft => "letter draft --round 2020-03 --appeal SQ2020-0001 --department 住建",
        Action::Reply => "appeal reply SQ2020-0001 --department 资规 --opinion 补充意见",
        Action::Extend => {
            "appeal extend SQ2020-0001 --department 新城投资 --until 2020-03-20 --reason 示例"
        }
        Action::Return => "appeal return SQ2020-0001 --department 新城投资 --reason 示例",
        Action::Conclude => "appeal outcome SQ2020-0001 --outcome 政策意见",
        Action::Suspend => "appeal outcome SQ2020-0001 --outcome 办理中",
        Action::Escalate => "appeal escalate SQ2020-0001 --reason 示例",
        Action::Close => "appeal close SQ2020-0001",
        Action::Reopen => "appeal reopen SQ2020-0001 --reason 示例",
        Action::Withdraw => "appeal withdraw SQ2020-0001 --reason 示例",
        Action::Rate => "appeal satisfaction SQ2020-0001 --rating 满意",
        Action::Admit | Action::Dispatch | Action::Remind | Action::Terminate => return None,
    })
}

#[test]
fn every_step_of_the_clerk_is_done_or_refused_with_what_is_possible_instead() {
    let mut sandbox = Sandbox::new("zh");
    sandbox.today = "2020-03-09";
    let run = |sandbox: &Sandbox, line: &str| {
        let args: Vec<&str> = line.split(' ').collect();
        sandbox.output(&args)
    };
    let list = LIST.lines().take(4).collect::<Vec<_>>().join("\n");
    let list = list.replace("二期用地计划指标尚未落实", "缺地");
    sandbox.write("昆山市2020年2月.csv", PROJECTS.as_bytes());
    sandbox.write("诉求清单.csv", list.as_bytes());
    for line in
        ["init -q", "import 昆山市2020年2月.csv --admit -q", "appeal log --from 诉求清单.csv"]
    {
        assert!(run(&sandbox, line).status.success(), "{line}");
    }
    let start = std::fs::read(sandbox.path("t.db")).unwrap();
    let mut refused = Vec::new();
    let mut done = 0;
    for state in AppealState::ALL {
        std::fs::write(sandbox.path("t.db"), &start).unwrap();
        for line in way_to(*state) {
            let output = run(&sandbox, line);
            assert!(output.status.success(), "{line}: {output:?}");
        }
        let there = std::fs::read(sandbox.path("t.db")).unwrap();
        let shown = sandbox.stdout(&["appeal", "show", "SQ2020-0001", "--format", "json"]);
        assert!(shown.contains(&format!("\"{}\"", state.key())), "{state:?}: {shown}");
        for action in Action::ALL {
            let Some(line) = command_of(*action) else { continue };
            std::fs::write(sandbox.path("t.db"), &there).unwrap();
            let output = run(&sandbox, line);
            let said = String::from_utf8(output.stderr).unwrap();
            let allowed = step(*state, *action) == Step::Go;
            let expected = i32::from(!allowed);
            assert_eq!(output.status.code(), Some(expected), "{state:?} {action:?}: {said}");
            if allowed {
                done += 1;
                assert!(run(&sandbox, "check").status.success(), "{state:?} {action:?}");
            } else {
                assert_eq!(
                    std::fs::read(sandbox.path("t.db")).unwrap(),
                    there,
                    "{state:?} {action:?}"
                );
                refused.push(format!("{} · {}: {said}", state.key(), action.key()));
            }
        }
    }
    assert_eq!(done + refused.len(), AppealState::ALL.len() * 13);
    insta::assert_snapshot!("refused_steps", refused.concat());
}

/// A library on 4 March with the list logged: the first, the third and its twin for letters, the
/// second to be completed.
fn with_list(rows: &str) -> Sandbox {
    let mut sandbox = Sandbox::new("zh");
    sandbox.today = "2020-03-04";
    let head = LIST.lines().take(3).collect::<Vec<_>>().join("\n");
    sandbox.write("昆山市2020年2月.csv", PROJECTS.as_bytes());
    sandbox.write("诉求清单.csv", format!("{head}\n{rows}").as_bytes());
    for line in
        ["init -q", "import 昆山市2020年2月.csv --admit -q", "appeal log --from 诉求清单.csv --yes"]
    {
        assert_eq!(said(&sandbox, line).0, 0, "{line}");
    }
    sandbox
}

/// The exit code of a command and what it said about it.
fn said(sandbox: &Sandbox, line: &str) -> (i32, String) {
    let output = sandbox.output(&line.split(' ').collect::<Vec<_>>());
    let text = String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), text)
}

const LAND: &str = "1,示例甲项目,土地指标,项目一期已投产，二期拟用地八十亩,二期用地计划指标尚未落实,请安排二期用地计划指标八十亩,资规,,参照《示例办法》第三条列入年度用地计划,是,一般,,,";

#[test]
fn a_code_given_twice_is_one_deed() {
    let mut sandbox = with_list(LAND);
    for line in [
        "appeal send-back SQ2020-0001 sq2020-0001 --reason 示例",
        "appeal log SQ2020-0001 --problem 二期用地计划指标八十亩尚未落实",
        "letter draft --round 2020-03 --appeal SQ2020-0001 --appeal sq2020-0001",
        "letter sent HD2020-0001 hd2020-0001 --number 示例1号",
        "appeal escalate SQ2020-0001 SQ2020-0001 --reason 示例",
        "appeal outcome SQ2020-0001 SQ2020-0001 --outcome 已解决",
        "appeal reply SQ2020-0001 --opinion 已列入计划",
        "appeal close SQ2020-0001 SQ2020-0001",
        "appeal satisfaction SQ2020-0001 SQ2020-0001 --rating 满意",
        "appeal reopen SQ2020-0001 SQ2020-0001 --reason 示例",
        "appeal withdraw SQ2020-0001 SQ2020-0001 --reason 示例",
        "check",
    ] {
        let (code, text) = said(&sandbox, line);
        assert_eq!(code, 0, "{line}: {text}");
    }
    sandbox.lang = "en";
    let shown = sandbox.stdout(&["appeal", "show", "SQ2020-0001", "--format", "json"]);
    for deed in ["sent_back", "dispatched", "closed", "satisfaction", "reopened", "withdrawn"] {
        assert!(shown.contains(deed), "{deed}");
    }
}

/// Commands that all go well.
fn done(sandbox: &Sandbox, lines: &[&str]) -> Vec<String> {
    let run = |line: &&str| {
        let (code, text) = said(sandbox, line);
        assert_eq!(code, 0, "{line}: {text}");
        text
    };
    lines.iter().map(run).collect()
}

#[test]
fn two_rows_of_one_purpose_are_two_appeals_where_their_causes_differ_and_else_refused() {
    let twin = LAND.replace("二期用地计划指标尚未落实", "二期地块尚未完成农转用手续");
    let sandbox = with_list(&format!("{LAND}\n{twin}"));
    let list = sandbox.stdout(&["appeal", "list"]);
    assert!(list.contains("SQ2020-0001") && list.contains("SQ2020-0002"), "{list}");
    let head = LIST.lines().take(3).collect::<Vec<_>>().join("\n");
    let other = LAND.replace("资规", "住建");
    sandbox.write("两行.csv", format!("{head}\n{LAND}\n{other}").as_bytes());
    let (code, text) = said(&sandbox, "appeal log --from 两行.csv --yes");
    assert_eq!(code, 1, "{text}");
    assert!(text.contains("第4行已写过诉求 SQ2020-0001"), "{text}");
}

#[test]
fn a_code_in_a_list_must_be_of_the_project_beside_it() {
    let sandbox = with_list(LAND);
    let list = "诉求编号,项目名称,问题症结,诉求目的,对象部门\nSQ2020-0001,示例乙项目,银行压缩授信一半,请协调银行恢复授信,金融\n";
    sandbox.write("补充.csv", format!("昆山市诉求清单\n{list}").as_bytes());
    let (code, text) = said(&sandbox, "appeal log --from 补充.csv --district 昆山 --yes");
    assert_eq!(code, 1, "{text}");
    assert!(text.contains("属于项目“示例甲项目”"), "{text}");
}

#[test]
fn what_was_withdrawn_may_be_asked_for_anew_and_an_old_list_changes_nothing() {
    let sandbox = with_list(LAND);
    done(&sandbox, &["appeal withdraw SQ2020-0001 --reason 示例"]);
    let again = done(&sandbox, &["appeal log --from 诉求清单.csv --yes"]).concat();
    assert!(!again.contains("SQ2020-0002"), "{again}");
    sandbox.write(
        "再报.csv",
        format!("{}\n", LIST.lines().take(4).collect::<Vec<_>>().join("\n")).as_bytes(),
    );
    let anew = done(&sandbox, &["appeal log --from 再报.csv --yes"]).concat();
    let (_, page) = said(&sandbox, "appeal show SQ2020-0002");
    assert!(page.is_empty(), "{page}");
    assert!(anew.contains("SQ2020-0002 与此前诉求 SQ2020-0001 相似"), "{anew}");
}

#[test]
fn a_target_that_changes_takes_the_appeal_out_of_its_drafts_and_an_empty_one_keeps_none_back() {
    let second = "2,示例乙项目,融资,项目在建，需流动资金六千万元,外方无境内抵押物，银行压缩授信,请协调银行恢复授信六千万元,金融,,根据《示例通知》延期还本付息,是,一般,,,";
    let sandbox = with_list(&format!("{LAND}\n{second}"));
    let said = done(
        &sandbox,
        &[
            "letter draft --round 2020-03 --all",
            "appeal log SQ2020-0001 --target 住建",
            "letter sent --round 2020-03 --number 示例1号",
            "check",
        ],
    );
    assert!(said[1].contains("已从给“资规”的待发函件中撤出"), "{}", said[1]);
    assert!(said[2].contains("HD2020-0002 中已没有可交办的诉求，没有发出"), "{}", said[2]);
    let list = sandbox.stdout(&["letter", "list"]);
    assert!(list.contains("示例1号"), "{list}");
}

#[test]
fn nothing_closes_before_its_outcome_and_what_departments_do_is_never_refused() {
    let mut sandbox = with_list(LAND);
    done(
        &sandbox,
        &["letter draft --round 2020-03 --all", "letter sent --round 2020-03 --number 示例1号"],
    );
    sandbox.today = "2020-03-24";
    let reminded = done(&sandbox, &["appeal remind --sent --on 2020-03-18"]).concat();
    assert!(reminded.contains('1'), "{reminded}");
    let shown = sandbox.stdout(&["appeal", "show", "SQ2020-0001"]);
    assert!(shown.contains("2020-03-18"), "{shown}");
    done(
        &sandbox,
        &[
            "appeal extend SQ2020-0001 --until 2020-03-20 --reason 补办手续",
            "appeal reply SQ2020-0001 --opinion 已列入计划 --on 2020-03-20",
            "appeal outcome SQ2020-0001 --outcome 已解决 --on 2020-03-22",
        ],
    );
    for on in ["2020-03-19", "2020-03-21"] {
        let (code, text) = said(&sandbox, &format!("appeal close SQ2020-0001 --on {on}"));
        assert_eq!(code, 1, "{text}");
        assert!(text.contains("2020-03-22"), "{text}");
    }
    let late = done(
        &sandbox,
        &[
            "appeal return SQ2020-0001 --reason 不属本单位职责",
            "appeal close SQ2020-0001 --on 2020-03-22",
            "appeal extend SQ2020-0001 --until 2020-03-30 --reason 示例",
            "appeal outcome SQ2020-0001 --outcome 明确途径 --on 2020-03-24",
        ],
    );
    assert!(late[0].contains("已是“已答复”，只作记录"), "{}", late[0]);
    assert!(late[2].contains("已是“已答复”，只作记录"), "{}", late[2]);
    let (code, text) = said(&sandbox, "appeal reopen SQ2020-0001 --reason 示例 --on 2020-03-23");
    assert!(code == 1 && text.contains("2020-03-24"), "{text}");
    done(&sandbox, &["check", "summary department"]);
}
