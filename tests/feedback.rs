//! What districts are told: of a month with everything in it, one district and all, as pages and
//! as files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;

const REPORT: &str =
    "项目名称,投资总额（万美元）,推进阶段,实际到账外资（历年累计）（万美元）,入库依据\n";
const LIST: &str =
    "项目名称,诉求类别,背景情况,问题症结,诉求目的,对象部门,协办部门,解决建议,紧急程度\n";

/// Kunshan reports late and leaves one project out; one appeal is answered, one waits and is
/// overdue, one went back; one application is returned. Taicang has said nothing.
fn lived() -> Sandbox {
    let mut sandbox = Sandbox::new("zh");
    let write = |sandbox: &Sandbox, name: &str, head: &str, rows: &str| {
        sandbox.write(name, format!("{head}{rows}").as_bytes());
    };
    write(
        &sandbox,
        "昆山市2019年10月.csv",
        REPORT,
        "示例甲项目,15000,登记设立,100,签约大会\n示例乙项目,8000,签约未设立,,提请市级推动\n",
    );
    write(
        &sandbox,
        "昆山市2020年2月.csv",
        REPORT,
        "示例甲项目,15000,登记设立,300,\n示例丙项目,10,在谈,,\n",
    );
    write(
        &sandbox,
        "昆山市诉求清单.csv",
        LIST,
        "示例甲项目,土地指标,一期已经建成投产，二期设备已经订购,二期用地指标至今没有落实,请于年内落实用地指标八十亩,资规,新城投资,按照《示例办法》第三条列入年度计划,一般\n\
         示例甲项目,通关便利,进口设备三台已到上海口岸等待查验,滞港十八天，安装人员窝工,请于三日内放行设备三台,海关,,依据《示例办法》第五条先放后检,紧急\n\
         示例乙项目,融资,资金紧张,缺钱,请协调贷款一千万元用于设备采购,金融,,请支持,一般\n",
    );
    for (day, command) in [
        ("2019-11-04", "init -q"),
        ("2019-11-05", "import 昆山市2019年10月.csv --admit -q"),
        ("2020-03-10", "import 昆山市2020年2月.csv -q"),
        ("2020-03-10", "screen return JZ2020-0001 --reason 规模不足 -q"),
        ("2020-03-10", "appeal log --from 昆山市诉求清单.csv --round 2020-03 --yes -q"),
        ("2020-03-10", "appeal send-back SQ2020-0003 --reason 请补充金额和依据 -q"),
        ("2020-03-10", "letter draft --round 2020-03 --all -q"),
        ("2020-03-10", "letter sent --round 2020-03 --number 示例1号 -q"),
        ("2020-03-12", "appeal reply SQ2020-0001 --department 资规 --opinion 已列入年度计划 -q"),
    ] {
        sandbox.today = day;
        let args: Vec<&str> = command.split(' ').collect();
        let output = sandbox.output(&args);
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    }
    sandbox.today = "2020-03-20";
    sandbox
}

#[test]
fn a_district_is_told_what_came_and_what_it_owes() {
    let sandbox = lived();
    let asked: [&[&str]; 4] = [
        &["feedback", "--district", "昆山"],
        &["feedback", "--district", "昆山", "--month", "2020-02"],
        &["feedback", "--district", "昆山", "--as-of", "2020-03-10"],
        &["feedback", "--district", "太仓", "--format", "markdown"],
    ];
    let sessions: Vec<String> = asked.iter().map(|args| sandbox.session(args)).collect();
    insta::assert_snapshot!(sessions.join("\n\n"));
}

#[test]
fn every_district_gets_a_file_of_its_own() {
    let sandbox = lived();
    let all = sandbox.session(&["feedback", "--all", "--output-dir", "反馈单"]);
    assert!(all.ends_with("--- exit 0"), "{all}");
    let files = std::fs::read_dir(sandbox.path("反馈单")).unwrap();
    let mut names: Vec<String> =
        files.map(|file| file.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    assert_eq!(names.len(), 10);
    assert!(names.contains(&"昆山市反馈单2020-03.csv".to_owned()), "{names:?}");
    let own = std::fs::read_to_string(sandbox.path("反馈单/昆山市反馈单2020-03.csv")).unwrap();
    assert!(own.contains("SQ2020-0001") && !own.contains("太仓市"), "{own}");
    let page = sandbox.stdout(&["feedback", "--all", "--format", "json"]);
    let page: serde_json::Value = serde_json::from_str(&page).unwrap();
    let tables: Vec<&str> =
        page["tables"].as_array().unwrap().iter().map(|t| t["table"].as_str().unwrap()).collect();
    assert_eq!(
        tables,
        [
            "feedback.replies",
            "feedback.waiting",
            "feedback.to_complete",
            "feedback.owed",
            "warnings",
            "feedback.screened"
        ]
    );
    let english = ["feedback", "--all", "--output-dir", "en", "--format", "json", "--lang", "en"];
    assert!(sandbox.output(&english).status.success());
    assert!(sandbox.path("en/Kunshan feedback 2020-03.json").exists());
}

#[test]
fn what_cannot_be_told_is_refused() {
    let sandbox = lived();
    let asked: [&[&str]; 5] = [
        &["feedback"],
        &["feedback", "--district", "火星"],
        &["feedback", "--all", "--month", "2020-04"],
        &["feedback", "--all", "--output-dir", "甲", "--output", "乙.csv"],
        &["summary", "stage", "--round", "2020-03"],
    ];
    let sessions: Vec<String> = asked.iter().map(|args| sandbox.session(args)).collect();
    insta::assert_snapshot!(sessions.join("\n\n"));
}
