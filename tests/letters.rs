//! Letters name the people of their day, and what is sent on by exception is listed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use rust_xlsxwriter::Workbook;
use sandbox::Sandbox;

const PROJECTS: &str = "项目名称,投资总额（万美元）,推进阶段,入库依据
示例甲项目,15000,在谈,签约大会
示例乙项目,8000,在谈,提请市级推动
";

const LIST: &str = "昆山市重点外资项目服务诉求清单（示例：所有内容均为虚构）
填报单位（盖章）：昆山市商务局  填报时间：2020年3月3日
序号,项目名称,诉求类别,背景情况,问题症结,诉求目的,对象部门,解决建议,需市级协调,提出人,提出日期
1,示例甲项目,土地指标,项目一期已投产，二期拟用地八十亩,二期用地计划指标尚未落实,请安排二期用地计划指标八十亩,资规,参照《示例办法》第三条列入年度用地计划,是,示例甲人,2020-03-02
2,示例乙项目,融资,项目在建，需流动资金六千万元,缺地,请协调银行恢复授信六千万元,金融,根据《示例通知》延期还本付息,是,示例乙人,2020-03-02
";

/// A library with one appeal that may be sent and one that fails a test.
fn ready() -> Sandbox {
    let mut sandbox = Sandbox::new("zh");
    sandbox.today = "2020-03-04";
    sandbox.write("昆山市2020年2月.csv", PROJECTS.as_bytes());
    sandbox.write("诉求清单.csv", LIST.as_bytes());
    for line in ["init", "import 昆山市2020年2月.csv --admit", "appeal log --from 诉求清单.csv"]
    {
        done(&sandbox, line);
    }
    sandbox
}

fn done(sandbox: &Sandbox, line: &str) {
    let args: Vec<&str> = line.split(' ').collect();
    let output = sandbox.output(&args);
    assert!(output.status.success(), "{line}: {output:?}");
}

/// Code, 分管负责人 and 工作责任人 of every letter.
fn people(sandbox: &Sandbox, more: &[&str]) -> Vec<[String; 3]> {
    let args = [&["letter", "list", "--format", "json"], more].concat();
    let page: serde_json::Value = serde_json::from_str(&sandbox.stdout(&args)).unwrap();
    let rows = page["tables"][0]["rows"].as_array().unwrap().clone();
    let cell = |row: &serde_json::Value, key: &str| row[key].as_str().unwrap_or("—").to_owned();
    rows.iter().map(|row| ["code", "lead", "officer"].map(|key| cell(row, key))).collect()
}

fn named(letters: &[[&str; 3]]) -> Vec<[String; 3]> {
    letters.iter().map(|letter| letter.map(str::to_owned)).collect()
}

#[test]
fn an_old_letter_keeps_the_old_names_and_a_new_one_has_the_new() {
    let mut sandbox = ready();
    done(&sandbox, "contact set 资规 --role 分管负责人 --person 示例一");
    done(&sandbox, "contact set 资规 --role 工作责任人 --person 示例二");
    done(&sandbox, "letter draft --round 2020-03 --department 资规");
    sandbox.today = "2020-03-05";
    done(&sandbox, "contact set 资规 --role 分管负责人 --person 示例三");
    let draft = named(&[["HD2020-0001", "示例一", "示例二"]]);
    assert_eq!(people(&sandbox, &[]), draft, "a draft names the people of the day it was drafted");
    sandbox.today = "2020-03-06";
    done(&sandbox, "letter sent HD2020-0001 --number 苏商函〔2020〕1号");
    let sent = named(&[["HD2020-0001", "示例三", "示例二"]]);
    assert_eq!(people(&sandbox, &[]), sent, "a letter names the people of the day it was sent");
    sandbox.today = "2020-03-10";
    done(&sandbox, "contact set 资规 --role 分管负责人 --person 示例四");
    done(&sandbox, "contact set 资规 --role 工作责任人 --person 示例五");
    done(&sandbox, "appeal reply SQ2020-0001 --department 资规 --opinion 已列入年度用地计划");
    done(
        &sandbox,
        "appeal log SQ2020-0002 --problem 银行压缩授信一半，无境内抵押物 --target 资规 --category 土地指标",
    );
    done(&sandbox, "letter draft --round 2020-04 --appeal SQ2020-0002");
    done(&sandbox, "letter sent HD2020-0002 --number 苏商函〔2020〕2号");
    let both = named(&[["HD2020-0001", "示例三", "示例二"], ["HD2020-0002", "示例四", "示例五"]]);
    assert_eq!(people(&sandbox, &[]), both);
    assert_eq!(people(&sandbox, &["--as-of", "2020-03-05"]), draft);
    for format in ["table", "csv", "markdown"] {
        let page = sandbox.stdout(&["letter", "list", "--format", format]);
        for word in ["分管负责人", "工作责任人", "示例三", "示例二", "示例四", "示例五"]
        {
            assert!(page.contains(word), "{format}: {word}: {page}");
        }
        assert!(!page.contains("示例一"), "{format}: {page}");
    }
    // A reminder goes to the people of its own day.
    sandbox.today = "2020-03-20";
    let reminders = sandbox.stdout(&["appeal", "remind", "--format", "csv"]);
    assert!(reminders.contains("示例四") && reminders.contains("示例五"), "{reminders}");
    assert!(!reminders.contains("示例三"), "{reminders}");
}

#[test]
fn a_department_whose_people_are_not_known_gets_its_letter_all_the_same() {
    let sandbox = ready();
    done(&sandbox, "letter draft --round 2020-03 --all");
    assert_eq!(people(&sandbox, &[]), named(&[["HD2020-0001", "—", "—"]]));
}

#[test]
fn an_appeal_sent_on_by_exception_is_kept_and_listed() {
    let mut sandbox = ready();
    sandbox.today = "2020-03-05";
    let mut sessions = Vec::new();
    for line in [
        "letter draft --round 2020-03 --appeal SQ2020-0002",
        "letter draft --round 2020-03 --appeal SQ2020-0002 --override 企业急需过桥资金",
        "letter draft --round 2020-03 --appeal SQ2020-0002 --override 企业急需过桥资金 --approved-by 示例领导",
        "summary appeals --list",
        "summary appeals --district 昆山",
        "letter sent HD2020-0001 --number 苏商函〔2020〕3号",
        "appeal show SQ2020-0002",
        "log",
    ] {
        let args: Vec<&str> = line.split(' ').collect();
        sessions.push(sandbox.session(&args));
    }
    // The day before it was sent on there was no exception, nor is there one once it is taken back.
    let exception = |sandbox: &Sandbox, args: &[&str]| sandbox.stdout(args).contains("例外交办");
    assert!(exception(&sandbox, &["summary", "appeals"]));
    assert!(exception(&sandbox, &["summary"]));
    assert!(!exception(&sandbox, &["summary", "appeals", "--as-of", "2020-03-04"]));
    assert!(!exception(&sandbox, &["summary", "appeals", "--district", "太仓"]));
    done(&sandbox, "undo");
    done(&sandbox, "undo");
    assert!(!exception(&sandbox, &["summary", "appeals"]));
    assert!(sandbox.output(&["check"]).status.success());
    insta::assert_snapshot!(sessions.join("\n\n"));
}

#[test]
fn the_log_of_a_project_has_what_was_done_about_its_appeals() {
    let sandbox = ready();
    for line in [
        "letter draft --round 2020-03 --all",
        "letter sent HD2020-0001 --number 苏商函〔2020〕1号",
        "appeal reply SQ2020-0001 --department 资规 --opinion 已列入年度用地计划",
        "appeal send-back SQ2020-0002 --reason 请写明授信缺口的原因",
        "appeal outcome SQ2020-0001 --outcome 明确途径",
        "undo",
        "rate set CNY 2020-02 0.142750 --source 示例",
    ] {
        done(&sandbox, line);
    }
    let about = |project: &str| -> Vec<i64> {
        let log = sandbox.stdout(&["log", "--project", project, "--format", "json"]);
        let page: serde_json::Value = serde_json::from_str(&log).unwrap();
        let rows = page["tables"][0]["rows"].as_array().unwrap().clone();
        rows.iter().map(|row| row["operation"].as_i64().unwrap()).collect()
    };
    assert_eq!(about("XM2020-0001"), [2, 3, 4, 5, 6, 8, 9]);
    assert_eq!(about("XM2020-0002"), [2, 3, 7]);
}

/// A workbook as a district sends it: its projects, and those it proposes should leave.
fn proposed_exits() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheets = [
        ("进展", PROJECTS),
        (
            "拟移出",
            "项目名称,出库原因,情况说明\n示例甲项目,终止,外方撤资\n示例乙项目,投产,已部分投产\n",
        ),
    ];
    for (name, text) in sheets {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        for (row, line) in (0..).zip(text.lines()) {
            for (column, cell) in (0..).zip(line.split(',')) {
                sheet.write(row, column, cell).unwrap();
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

#[test]
fn a_proposed_exit_that_is_granted_says_which_appeals_end_with_it() {
    let sandbox = ready();
    let book = sandbox.write("昆山市2020年3月.xlsx", &proposed_exits());
    done(&sandbox, &format!("import {book} --month 2020-03 --yes"));
    let said = |line: &str| {
        let args: Vec<&str> = line.split(' ').collect();
        String::from_utf8(sandbox.output(&args).stderr).unwrap()
    };
    let ended = said("screen admit JZ2020-0001 --reason 已核实");
    assert!(ended.contains("项目 XM2020-0001 出库，其在办诉求 SQ2020-0001 已终止。"), "{ended}");
    let refused = said("screen admit JZ2020-0002 --reason 已核实");
    assert!(refused.contains("尚未投产"), "{refused}");
    let forced = said("screen admit JZ2020-0002 --override 示例 --approved-by 示例领导");
    assert!(forced.contains("经示例领导批准例外出库"), "{forced}");
    assert!(forced.contains("其在办诉求 SQ2020-0002 已终止。"), "{forced}");
    done(&sandbox, "check");
}
