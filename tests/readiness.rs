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
