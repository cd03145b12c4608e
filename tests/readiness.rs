//! Readiness before and after the missing items are supplied, from the first meeting to the second,
//! as a clerk sees it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;

const REPORT: &str = "项目名称,外方投资者,国别,行业,投资总额（万美元）,拟新增注册外资（万美元）,推进阶段,签约时间,实际到账外资（历年累计）（万美元）,入库依据\n";
const LIST: &str =
    "项目名称,诉求类别,背景情况,问题症结,诉求目的,对象部门,协办部门,解决建议,紧急程度\n";

/// Does as told, day by day; what is only to be seen is returned.
fn live(sandbox: &mut Sandbox, story: &[(&'static str, &[&str])]) {
    for (day, args) in story {
        sandbox.today = day;
        let output = sandbox.output(args);
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// Kunshan has reported two projects, one of them incomplete, with an appeal too thin to act on;
/// Taicang has one project and has not reported.
fn before_the_first(lang: &'static str) -> Sandbox {
    let mut sandbox = Sandbox::new(lang);
    let write = |sandbox: &Sandbox, name: &str, head: &str, rows: &str| {
        sandbox.write(name, format!("{head}{rows}").as_bytes());
    };
    write(
        &sandbox,
        "昆山市2020年2月.csv",
        REPORT,
        "示例甲项目,示例甲公司,日本,电子信息,15000,5000,签约未设立,2020-01-08,,签约大会\n\
         示例乙项目,示例乙公司,香港,,12000,,签约未设立,2020-02-03,,签约大会\n",
    );
    write(
        &sandbox,
        "昆山市诉求清单.csv",
        LIST,
        "示例甲项目,土地指标,一期已经建成投产，二期设备已经订购,缺地,请于年内落实用地指标八十亩,资规,,请支持尽快落实用地指标为盼,一般\n",
    );
    live(
        &mut sandbox,
        &[
            ("2020-02-28", &["init", "-q"]),
            (
                "2020-02-28",
                &[
                    "contact",
                    "set",
                    "昆山",
                    "--role",
                    "联络员",
                    "--person",
                    "李某",
                    "--phone",
                    "0512-00000000",
                ],
            ),
            ("2020-02-28", &["contact", "set", "太仓", "--role", "分管负责人", "--person", "王某"]),
            (
                "2020-02-28",
                &[
                    "add",
                    "--name",
                    "示例丙项目",
                    "--district",
                    "太仓",
                    "--total",
                    "2亿美元",
                    "--investor",
                    "示例丙公司",
                    "--origin",
                    "美国",
                    "--basis",
                    "签约大会",
                    "--set",
                    "行业=新材料",
                ],
            ),
            ("2020-03-06", &["import", "昆山市2020年2月.csv", "--admit", "-q"]),
            (
                "2020-03-09",
                &[
                    "appeal",
                    "log",
                    "--from",
                    "昆山市诉求清单.csv",
                    "--round",
                    "2020-03",
                    "--yes",
                    "-q",
                ],
            ),
            (
                "2020-03-09",
                &["meeting", "plan", "督办会", "--month", "2020-03", "--on", "2020-03-12"],
            ),
        ],
    );
    sandbox
}

/// Everything that was missing before the first meeting.
const SUPPLIED: &[(&str, &[&str])] = &[
    (
        "2020-03-10",
        &["update", "示例乙", "--set", "行业=生物医药", "--set", "拟新增注册外资=4000万美元"],
    ),
    ("2020-03-10", &["reports", "nil", "太仓", "--month", "2020-02"]),
    (
        "2020-03-10",
        &[
            "appeal",
            "log",
            "SQ2020-0001",
            "--problem",
            "二期用地八十亩指标至今没有落实",
            "--suggestion",
            "按照《示例办法》第三条列入年度计划",
            "--yes",
        ],
    ),
];

#[test]
fn readiness_before_and_after_the_missing_items_are_supplied() {
    let mut sandbox = before_the_first("zh");
    let mut seen = vec![sandbox.session(&["meeting", "ready", "DB2020-03"])];
    live(&mut sandbox, SUPPLIED);
    seen.push(sandbox.session(&["meeting", "ready", "DB2020-03"]));
    seen.push(sandbox.session(&["meeting", "ready", "DB2020-03", "--project", "示例甲"]));
    insta::assert_snapshot!(seen.join("\n\n"));
}

/// The first meeting is frozen, then Kunshan reports for March: nothing has moved, and a project is
/// new; Taicang's project was closed in on.
const AFTER_THE_FIRST: &[(&str, &[&str])] = &[
    ("2020-03-11", &["meeting", "freeze", "DB2020-03"]),
    (
        "2020-03-12",
        &[
            "meeting",
            "decide",
            "DB2020-03",
            "--text",
            "示例落实用地指标",
            "--department",
            "资规",
            "--district",
            "昆山",
            "--appeal",
            "SQ2020-0001",
            "--due",
            "2020-03-31",
        ],
    ),
    (
        "2020-03-20",
        &[
            "add",
            "--name",
            "示例丁项目",
            "--district",
            "昆山",
            "--total",
            "2亿美元",
            "--investor",
            "示例丁公司",
            "--origin",
            "美国",
            "--basis",
            "签约大会",
            "--set",
            "行业=新材料",
        ],
    ),
    ("2020-04-07", &["reports", "nil", "昆山", "--month", "2020-03"]),
    ("2020-04-07", &["reports", "nil", "太仓", "--month", "2020-03"]),
    ("2020-04-08", &["meeting", "plan", "督办会", "--month", "2020-04", "--on", "2020-04-14"]),
];

/// Work that moves one of Kunshan's projects by a decision and an outcome, the other by a date and a
/// stage; Taicang's has its date, and money that was not known before is no rise.
const MOVED: &[(&str, &[&str])] = &[
    ("2020-04-09", &["task", "progress", "RW2020-0001", "--note", "用地预审已受理"]),
    ("2020-04-09", &["appeal", "outcome", "SQ2020-0001", "--outcome", "已有明确办理途径"]),
    (
        "2020-04-09",
        &[
            "update",
            "示例乙",
            "--stage",
            "登记设立",
            "--set",
            "已登记新增注册外资=4000万美元",
            "--set",
            "环评（实际）=2020-04-08",
        ],
    ),
    (
        "2020-04-09",
        &[
            "update",
            "示例丙",
            "--set",
            "商务条件谈判（实际）=2020-03",
            "--set",
            "实际到账外资=100万美元",
        ],
    ),
];

#[test]
fn readiness_for_the_next_meeting_is_measured_from_the_last() {
    for lang in ["zh", "en"] {
        let mut sandbox = before_the_first(lang);
        live(&mut sandbox, SUPPLIED);
        live(&mut sandbox, AFTER_THE_FIRST);
        let ready = ["meeting", "ready", "DB2020-04"];
        sandbox.today = "2020-04-09";
        let mut seen = vec![sandbox.session(&ready)];
        live(&mut sandbox, MOVED);
        seen.push(sandbox.session(&[&ready[..], &["--all"]].concat()));
        seen.push(sandbox.session(&[&ready[..], &["--district", "太仓"]].concat()));
        // As it was known on the day of the first meeting, and for that one.
        seen.push(sandbox.session(&[
            "meeting",
            "ready",
            "DB2020-03",
            "--as-of",
            "2020-03-10",
            "--district",
            "太仓",
        ]));
        insta::assert_snapshot!(format!("readiness_next_{lang}"), seen.join("\n\n"));
    }
}

#[test]
fn what_readiness_cannot_be_shown_for_is_refused() {
    let mut sandbox = before_the_first("zh");
    let left = ["remove", "示例丙", "--ground", "终止", "--reason", "示例", "-q"];
    live(&mut sandbox, &[("2020-03-09", &left)]);
    let asked: [&[&str]; 6] = [
        &["meeting", "ready", "DB2020-03", "--project", "示例丙"],
        &["meeting", "ready"],
        &["meeting", "ready", "DB2020-09"],
        &["meeting", "ready", "DB2020-03", "--district", "火星"],
        &["meeting", "ready", "DB2020-03", "--project", "没有的项目"],
        &["meeting", "ready", "DB2020-03", "--project", "示例甲", "--district", "昆山"],
    ];
    let sessions: Vec<String> = asked.iter().map(|args| sandbox.session(args)).collect();
    insta::assert_snapshot!(sessions.join("\n\n"));
}
