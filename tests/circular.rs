//! The circular of a month with empty districts, a tie and a district without registered projects,
//! against a calculation by hand.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;
use serde_json::{Value, json};

const REPORT: &str = "项目名称,投资总额（万美元）,推进阶段,已登记新增注册外资（万美元）,实际到账外资（历年累计）（万美元）,入库依据\n";
const LIST: &str =
    "项目名称,诉求类别,背景情况,问题症结,诉求目的,对象部门,协办部门,解决建议,紧急程度\n";
const GROUNDS: &str = "示例背景情况已经说明清楚,示例问题症结已经说明清楚";
const REST: &str = "按照《示例办法》第三条办理,一般";

/// Four districts that do something in March 2020, and six with no projects.
///
/// | project | 板块 | before | 3月 | registered | paid in |
/// |---|---|---|---|---|---|
/// | 甲一 | 昆山 | 登记设立 | 开工建设 | 1000 | 300 |
/// | 甲二 | 昆山 | 签约未设立 | 登记设立 | 1000 | – |
/// | 甲三 | 昆山 | 登记设立 | not named | 3000 | 1000 |
/// | 乙一 | 太仓 | 登记设立 | 登记设立 | 2000 | 600 |
/// | 乙二 | 太仓 | 签约未设立 | 登记设立 | 500 | – |
/// | 丙一 | 常熟 | 签约未设立 | no report | – | – |
/// | 丙二 | 常熟 | 在谈 | no report | – | – |
/// | 丁一 | 张家港 | 登记设立 | 登记设立 | 1000 | 260 |
///
/// 常熟 and 张家港 stand as they did in December: three months without progress. The report of March
/// is due on 8 April (4–6 April are off): 昆山 and 张家港 keep it, 太仓 is a day late, 常熟 owes it.
/// 甲四 enters in April and does not count.
fn lived(lang: &'static str) -> Sandbox {
    let mut sandbox = Sandbox::new(lang);
    for (name, rows) in [
        (
            "常熟市2019年12月.csv",
            "示例丙一项目,15000,签约未设立,,,签约大会\n示例丙二项目,15000,在谈,,,签约大会\n",
        ),
        ("张家港市2019年12月.csv", "示例丁一项目,15000,登记设立,1000,260,签约大会\n"),
        (
            "昆山市2020年2月.csv",
            "示例甲一项目,15000,登记设立,1000,200,签约大会\n示例甲二项目,15000,签约未设立,,,签约大会\n示例甲三项目,15000,登记设立,3000,1000,签约大会\n",
        ),
        (
            "太仓市2020年2月.csv",
            "示例乙一项目,15000,登记设立,2000,600,签约大会\n示例乙二项目,15000,签约未设立,,,签约大会\n",
        ),
        (
            "昆山市2020年3月.csv",
            "示例甲一项目,15000,开工建设,1000,300,\n示例甲二项目,15000,登记设立,1000,,\n",
        ),
        ("张家港市2020年3月.csv", "示例丁一项目,15000,登记设立,1000,260,\n"),
        (
            "太仓市2020年3月.csv",
            "示例乙一项目,15000,登记设立,2000,600,\n示例乙二项目,15000,登记设立,500,,\n",
        ),
    ] {
        sandbox.write(name, format!("{REPORT}{rows}").as_bytes());
    }
    let appeal = |project: &str, purpose: &str, lead: &str, assist: &str, category: &str| {
        format!("{project},{category},{GROUNDS},{purpose},{lead},{assist},{REST}\n")
    };
    let rows = [
        // SQ2020-0001: to 资规 and 住建.
        appeal("示例甲一项目", "请于年内落实用地指标八十亩", "资规", "新城投资", "土地指标"),
        // SQ2020-0002: to 海关.
        appeal("示例甲一项目", "请于三日内放行设备三台套件", "海关", "", "通关便利"),
        // SQ2020-0003: withdrawn before it went anywhere.
        appeal("示例甲三项目", "请于年内落实用地指标二十亩", "资规", "", "土地指标"),
        // SQ2020-0004: of 太仓.
        appeal("示例乙一项目", "请于年内落实用地指标三十亩", "资规", "", "土地指标"),
    ];
    sandbox.write("昆山市诉求清单.csv", format!("{LIST}{}", rows[..3].concat()).as_bytes());
    sandbox.write("太仓市诉求清单.csv", format!("{LIST}{}", rows[3]).as_bytes());
    let story: &[(&'static str, &str)] = &[
        ("2020-01-06", "init -q"),
        ("2020-01-07", "import 常熟市2019年12月.csv 张家港市2019年12月.csv --admit -q"),
        ("2020-03-05", "import 昆山市2020年2月.csv 太仓市2020年2月.csv --admit -q"),
        ("2020-03-05", "activity log --kind 促进活动 --district 昆山 --text 示例座谈会 -q"),
        ("2020-03-06", "activity log --kind 促进活动 --district 昆山 --text 示例推介会 -q"),
        ("2020-03-06", "activity log --kind 宣传引导 --project 示例乙一项目 --text 示例专版 -q"),
        (
            "2020-03-06",
            "task log --source 批示 --leader 示例领导 --text 示例加快落实用地 --district 昆山 --district 太仓 --due 2020-03-20 -q",
        ),
        (
            "2020-03-06",
            "task log --source 批示 --leader 示例领导 --text 示例协调电力接入 --district 太仓 --due 2020-03-31 -q",
        ),
        (
            "2020-03-06",
            "task log --source 批示 --leader 示例领导 --text 示例制定方案 --district 常熟 --due 2020-04-10 -q",
        ),
        ("2020-03-09", "appeal log --from 昆山市诉求清单.csv --round 2020-03 --yes -q"),
        ("2020-03-09", "appeal log --from 太仓市诉求清单.csv --round 2020-03 --yes -q"),
        ("2020-03-09", "appeal withdraw SQ2020-0003 --reason 示例 -q"),
        ("2020-03-10", "letter draft --round 2020-03 --all -q"),
        ("2020-03-10", "letter sent --round 2020-03 --number 示例1号 -q"),
        // Due on 13 March (assisting) and 19 March (lead).
        ("2020-03-16", "appeal reply SQ2020-0001 --department 新城投资 --opinion 示例意见 -q"),
        ("2020-03-18", "appeal reply SQ2020-0001 --department 资规 --opinion 示例意见 -q"),
        ("2020-03-19", "appeal reply SQ2020-0004 --department 资规 --opinion 示例意见 -q"),
        ("2020-03-19", "task done RW2020-0001 -q"),
        ("2020-03-20", "appeal outcome SQ2020-0001 --outcome 已解决 -q"),
        ("2020-03-20", "appeal outcome SQ2020-0004 --outcome 已有解决方案或政策意见 -q"),
        ("2020-03-25", "appeal close SQ2020-0001 -q"),
        ("2020-03-30", "appeal satisfaction SQ2020-0001 --rating 满意 -q"),
        ("2020-04-07", "import 昆山市2020年3月.csv -q"),
        ("2020-04-08", "import 张家港市2020年3月.csv -q"),
        ("2020-04-09", "import 太仓市2020年3月.csv -q"),
        ("2020-04-10", "activity log --kind 宣传引导 --district 常熟 --text 示例专版 -q"),
        ("2020-04-10", "appeal outcome SQ2020-0002 --outcome 已解决 -q"),
        (
            "2020-04-10",
            "add --name 示例甲四项目 --district 昆山 --total 2亿美元 --basis 签约大会 -q",
        ),
    ];
    for (day, command) in story {
        sandbox.today = day;
        let args: Vec<&str> = command.split(' ').collect();
        let output = sandbox.output(&args);
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    }
    sandbox.today = "2020-04-20";
    sandbox
}

/// Sets the weights of the office: 20, 30, 50 and 10.
fn weigh(sandbox: &Sandbox) {
    for (indicator, weight) in [
        ("reports_on_time", "20"),
        ("reports_complete", "30"),
        ("paid_in_rate", "50"),
        ("appeals_satisfied", "10"),
    ] {
        let name = format!("weight.{indicator}");
        let set = [
            "rules",
            "set",
            &name,
            weight,
            "--since",
            "2020-03-01",
            "--clause",
            "示例通报办法",
            "-q",
        ];
        assert!(sandbox.output(&set).status.success(), "{indicator}");
    }
}

fn table(page: &Value, name: &str) -> Vec<Value> {
    let tables = page["tables"].as_array().unwrap();
    let found = tables.iter().find(|table| table["table"] == name);
    found.unwrap_or_else(|| panic!("no table {name}"))["rows"].as_array().unwrap().clone()
}

/// `[n, N, place]` of an indicator.
fn seen(row: &Value, indicator: &str) -> Value {
    let value = &row[indicator];
    let n = if value["n"].is_null() { &value["part"] } else { &value["n"] };
    json!([n, value["of"], row[format!("{indicator}_rank")]])
}

const ACTIVE: [&str; 4] = ["kunshan", "taicang", "changshu", "zhangjiagang"];

#[test]
fn a_circular_agrees_with_a_hand_calculation() {
    let sandbox = lived("zh");
    weigh(&sandbox);
    let page = sandbox.stdout(&["circular", "--month", "2020-03", "--format", "json"]);
    let page: Value = serde_json::from_str(&page).unwrap();
    let nothing = json!([null, null, null]);
    // Money in cents: 1万美元 = 1,000,000.
    let rate = |paid: i64, registered: i64, rank: i64| {
        json!([paid * 1_000_000, registered * 1_000_000, rank])
    };
    // By hand: [n, N, place] of 昆山, 太仓, 常熟, 张家港, and [n, N] of all.
    let by_hand = [
        // 昆山 7 April and 张家港 8 April are in time; two share the first place, two the third.
        (
            "circular.reports",
            "reports_on_time",
            [json!([1, 1, 1]), json!([0, 1, 3]), json!([0, 1, 3]), json!([1, 1, 1])],
            [2, 4],
        ),
        // 昆山 leaves 甲三 out; 常熟 sent nothing. 太仓 and 张家港 share the first place.
        (
            "circular.reports",
            "reports_complete",
            [json!([2, 3, 3]), json!([2, 2, 1]), json!([0, 2, 4]), json!([1, 1, 1])],
            [5, 8],
        ),
        // 甲一, 甲二 and 乙二 advanced: 2/3, 1/2, 0, 0.
        (
            "circular.projects",
            "stage_advanced",
            [json!([2, 3, 1]), json!([1, 2, 2]), json!([0, 2, 3]), json!([0, 1, 3])],
            [3, 8],
        ),
        // 昆山 (300 + 0 + 1000) / 5000 = 26 % = 张家港 260 / 1000; 太仓 600 / 2500 = 24 %; 常熟 none.
        (
            "circular.projects",
            "paid_in_rate",
            [rate(1300, 5000, 1), rate(600, 2500, 3), json!([0, 0, null]), rate(260, 1000, 1)],
            [2160 * 1_000_000_i64, 8500 * 1_000_000_i64],
        ),
        // 常熟 and 张家港 have not moved since December; fewer are better.
        (
            "circular.projects",
            "projects_stalled",
            [json!([0, 3, 1]), json!([0, 2, 1]), json!([2, 2, 3]), json!([1, 1, 3])],
            [3, 8],
        ),
        // 资规 in time, 新城投资 late, 海关 not at all; 太仓 on the due day.
        (
            "circular.appeals",
            "appeals_answered_on_time",
            [json!([1, 3, 2]), json!([1, 1, 1]), nothing.clone(), nothing.clone()],
            [2, 4],
        ),
        // Of 昆山's three one is withdrawn, one solved; what was solved in April is not yet.
        (
            "circular.appeals",
            "appeals_solved",
            [json!([1, 2, 1]), json!([0, 1, 2]), nothing.clone(), nothing.clone()],
            [1, 3],
        ),
        (
            "circular.appeals",
            "appeals_satisfied",
            [json!([1, 1, 1]), nothing.clone(), nothing.clone(), nothing.clone()],
            [1, 1],
        ),
        // One decision of both, done; one of 太仓, not done by 31 March; 常熟's is due in April.
        (
            "circular.tasks",
            "decisions_on_time",
            [json!([1, 1, 1]), json!([1, 2, 2]), nothing.clone(), nothing.clone()],
            [1, 2],
        ),
    ];
    for (name, indicator, expected, whole) in by_hand {
        let rows = table(&page, name);
        for (district, expected) in ACTIVE.iter().zip(expected) {
            let row = rows.iter().find(|row| row["district"] == *district).unwrap();
            assert_eq!(seen(row, indicator), expected, "{indicator} of {district}");
        }
        for row in rows.iter().filter(|row| row["row"].is_null()) {
            if ACTIVE.iter().all(|active| row["district"] != *active) {
                let blank = seen(row, indicator);
                let none = blank == nothing || blank == json!([0, 0, null]);
                assert!(none, "{indicator} of an empty district: {row}");
            }
        }
        let total = rows.iter().find(|row| row["row"] == "total").unwrap();
        assert_eq!(seen(total, indicator), json!([whole[0], whole[1], null]), "{indicator}");
    }
    let counts = |name: &str, columns: &[&str]| -> Vec<Value> {
        let rows = table(&page, name);
        let of = |district: &&str| {
            rows.iter().find(|row| row["district"] == **district).unwrap().clone()
        };
        ACTIVE
            .iter()
            .map(|district| columns.iter().map(|column| of(district)[*column].clone()).collect())
            .collect()
    };
    // Projects the rate is of; activities of March.
    assert_eq!(
        json!(counts("circular.projects", &["projects_counted"])),
        json!([[3], [2], [0], [1]])
    );
    let activities = counts("circular.tasks", &["promotion", "publicity"]);
    assert_eq!(json!(activities), json!([[2, 0], [0, 1], [0, 0], [0, 0]]));
    // Carried in + logged + reopened − closed − ended = in hand.
    let flow = [
        "carried_in",
        "logged_in_month",
        "reopened_in_month",
        "closed_in_month",
        "ended_in_month",
        "in_hand",
    ];
    let carried =
        json!([[0, 3, 0, 1, 1, 1], [0, 1, 0, 0, 0, 1], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]]);
    assert_eq!(json!(counts("carry_over", &flow)), carried);
    // 昆山: (20·1 + 30·(2/3) + 50·1 + 10·1) / 110 = 100 / 110; satisfied: all the same, so in full.
    // 太仓: (20·0 + 30·1 + 50·0) / 100; 常熟: (20·0 + 30·0) / 50; 张家港: (20 + 30 + 50) / 100.
    let scores = counts("circular.score", &["score", "score_rank"]);
    assert_eq!(json!(scores), json!([["90.9", 2], ["30.0", 3], ["0.0", 4], ["100.0", 1]]));
    let rows = table(&page, "circular.score");
    assert_eq!(rows.iter().filter(|row| row["score"].is_null()).count(), 6);
    assert!(rows.iter().all(|row| row["score"].is_null() == row["score_rank"].is_null()));
}

#[test]
fn a_circular_as_a_person_reads_it() {
    for lang in ["zh", "en"] {
        let sandbox = lived(lang);
        let mut sessions = vec![sandbox.session(&["circular"])];
        weigh(&sandbox);
        sessions.push(sandbox.session(&["circular", "--month", "2020-03", "--format", "markdown"]));
        sessions.push(sandbox.session(&["circular", "--month", "2020-05"]));
        sessions.push(sandbox.session(&[
            "rules",
            "set",
            "weight.paid_in_rate",
            "5000",
            "--since",
            "2020-03-01",
            "--clause",
            "示例",
        ]));
        insta::assert_snapshot!(format!("circular_{lang}"), sessions.join("\n\n"));
    }
}

/// What cannot be said yet is left blank: a report that is not yet due, a day that is not over.
#[test]
fn what_is_not_yet_due_is_not_held_against_anyone() {
    let sandbox = lived("zh");
    let circular = |args: &[&str]| -> Value {
        let asked = [&["circular", "--format", "json", "--month"], args].concat();
        serde_json::from_str(&sandbox.stdout(&asked)).unwrap()
    };
    let of = |page: &Value, name: &str, indicator: &str| -> Vec<Value> {
        let rows = table(page, name);
        let row = |district: &&str| rows.iter().find(|row| row["district"] == **district).unwrap();
        ACTIVE.iter().map(|district| seen(row(district), indicator)).collect()
    };
    let nothing = || json!([null, null, null]);
    // On 8 April, the due day: 昆山 and 张家港 have reported, the others still may.
    let due = circular(&["2020-03", "--as-of", "2020-04-08"]);
    assert_eq!(
        of(&due, "circular.reports", "reports_on_time"),
        [json!([1, 1, 1]), nothing(), nothing(), json!([1, 1, 1])]
    );
    assert_eq!(
        of(&due, "circular.reports", "reports_complete"),
        [json!([2, 3, 2]), nothing(), nothing(), json!([1, 1, 1])]
    );
    // On the day after, it is late.
    let late = circular(&["2020-03", "--as-of", "2020-04-09"]);
    assert_eq!(
        of(&late, "circular.reports", "reports_on_time"),
        [json!([1, 1, 1]), json!([0, 1, 3]), json!([0, 1, 3]), json!([1, 1, 1])]
    );
    // On 19 March 海关's answer is due today; the decision of 31 March has its days before it.
    let within = circular(&["2020-03", "--as-of", "2020-03-19"]);
    assert_eq!(
        of(&within, "circular.appeals", "appeals_answered_on_time"),
        [json!([1, 2, 2]), json!([1, 1, 1]), nothing(), nothing()]
    );
    assert_eq!(
        of(&within, "circular.tasks", "decisions_on_time"),
        [json!([1, 1, 1]), json!([1, 1, 1]), nothing(), nothing()]
    );
    // In April, 常熟 has a decision of 10 April that is past, 昆山 one project more.
    let april = circular(&["2020-04"]);
    assert_eq!(
        of(&april, "circular.tasks", "decisions_on_time"),
        [nothing(), nothing(), json!([0, 1, 1]), nothing()]
    );
    let advanced = of(&april, "circular.projects", "stage_advanced");
    assert_eq!(advanced[0], json!([0, 3, 1]));
    let stalled = of(&april, "circular.projects", "projects_stalled");
    assert_eq!(stalled[0], json!([0, 4, 1]));
    assert_eq!(of(&april, "circular.reports", "reports_on_time"), vec![nothing(); 4]);
}
