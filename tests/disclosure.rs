//! What papers for others leave out: projects marked 内部掌握 with everything about them, and, where
//! asked, who invests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;
use sandbox::round::after_the_round;
use serde_json::{Value, json};

const REPORT: &str = "项目名称,外方投资者,外方母公司,投资总额（万美元）,推进阶段,入库依据,内部掌握\n\
                      示例甲项目,甲本株式会社,甲本集团,15000,登记设立,签约大会,\n\
                      示例乙项目,乙森株式会社,乙森集团,25000,登记设立,签约大会,是\n";
const LIST: &str = "项目名称,诉求类别,背景情况,问题症结,诉求目的,对象部门,解决建议\n\
    示例甲项目,土地指标,示例背景情况已经说明清楚,示例问题症结已经说明清楚,请于年内落实用地指标八十亩,资规,按照《示例办法》第三条办理\n\
    示例乙项目,通关便利,示例背景情况已经说明清楚,示例问题症结已经说明清楚,请于三日内放行设备三台套件,海关,按照《示例办法》第三条办理\n";

/// Two projects of 昆山, each with an appeal; 乙 is 内部掌握.
fn two_projects(lang: &'static str) -> Sandbox {
    let sandbox = Sandbox::with_library(lang);
    sandbox.write("昆山市2020年2月.csv", REPORT.as_bytes());
    sandbox.write("昆山诉求.csv", LIST.as_bytes());
    for args in [
        &["import", "昆山市2020年2月.csv", "--month", "2020-02", "--admit", "--yes", "-q"][..],
        &["appeal", "log", "--from", "昆山诉求.csv", "--round", "2020-03", "--yes", "-q"],
        &[
            "activity",
            "log",
            "--kind",
            "促进活动",
            "--district",
            "昆山",
            "--project",
            "乙项目",
            "--text",
            "示例",
            "-q",
        ],
    ] {
        let done = sandbox.session(args);
        assert!(done.ends_with("--- exit 0"), "{done}");
    }
    sandbox
}

fn of_kunshan(page: &Value, table: &str) -> Value {
    let tables = page["tables"].as_array().unwrap();
    let table = tables.iter().find(|it| it["table"] == table).unwrap();
    let rows = table["rows"].as_array().unwrap();
    rows.iter().find(|row| row["district"] == "kunshan").unwrap().clone()
}

#[test]
fn a_circular_counts_nothing_of_a_confidential_project_and_says_how_many() {
    let sandbox = two_projects("zh");
    let args = ["circular", "--month", "2020-03"];
    let page = sandbox.stdout(&[&args[..], &["--format", "json"]].concat());
    let page: Value = serde_json::from_str(&page).unwrap();
    assert_eq!(of_kunshan(&page, "circular.projects")["projects_stalled"]["of"], 1, "{page}");
    assert_eq!(of_kunshan(&page, "circular.appeals")["appeals_solved"]["of"], 1, "{page}");
    assert_eq!(of_kunshan(&page, "circular.tasks")["promotion"], 0, "{page}");
    assert_eq!(of_kunshan(&page, "carry_over")["in_hand"], 1, "{page}");
    let said = sandbox.stdout(&args);
    assert!(said.contains("另有1个内部掌握的项目未列入"), "{said}");
    let english = two_projects("en").stdout(&args);
    assert!(
        english.contains("1 confidential project is left out; no figure counts it"),
        "{english}"
    );
}

#[test]
fn what_is_confidential_today_is_left_out_of_a_past_day_too() {
    let mut sandbox = two_projects("zh");
    let args = ["circular", "--month", "2020-02", "--as-of", "2020-03-10", "--format", "json"];
    let stalled = |sandbox: &Sandbox| {
        let page: Value = serde_json::from_str(&sandbox.stdout(&args)).unwrap();
        of_kunshan(&page, "circular.projects")["projects_stalled"]["of"].clone()
    };
    assert_eq!(stalled(&sandbox), json!(1));
    sandbox.today = "2020-03-11";
    let marked = sandbox.session(&["update", "甲项目", "--confidential", "是", "-q"]);
    assert!(marked.ends_with("--- exit 0"), "{marked}");
    assert_eq!(stalled(&sandbox), json!(null));
}

#[test]
fn redacted_pages_name_no_investor_in_any_format() {
    let sandbox = two_projects("zh");
    let renamed = ["update", "甲项目", "--investor", "甲本控股", "--reason", "示例", "-q"];
    assert!(sandbox.session(&renamed).ends_with("--- exit 0"));
    let pages: [&[&str]; 3] =
        [&["list", "--columns", "all"], &["show", "XM2020-0001"], &["history", "XM2020-0001"]];
    for args in pages {
        let plain = sandbox.stdout(args);
        assert!(plain.contains("甲本"), "{plain}");
        for format in ["table", "json", "csv", "markdown", "html"] {
            let file = format!("页.{format}");
            let rest = ["--redact", "--format", format, "--output", &file, "-q"];
            let written = sandbox.session(&[args, &rest].concat());
            assert!(written.ends_with("--- exit 0"), "{written}");
            let text = std::fs::read_to_string(sandbox.path(&file)).unwrap();
            assert!(!text.contains("甲本") && text.contains("甲项目"), "{format}: {text}");
        }
        let said = sandbox.stdout(&[args, &["--redact"]].concat());
        assert!(said.contains("投资方名称已略去"), "{said}");
    }
}

/// The leaders' page as text.
fn board(sandbox: &Sandbox, args: &[&str]) -> String {
    let output = sandbox.output(&[&["board"], args, &["--output", "看板.html", "-q"]].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read_to_string(sandbox.path("看板.html")).unwrap()
}

fn parsed(sandbox: &Sandbox, args: &[&str]) -> Value {
    let text = sandbox.stdout(&[args, &["--format", "json"]].concat());
    serde_json::from_str(&text).unwrap()
}

fn table(page: &Value, name: &str) -> Value {
    let tables = page["tables"].as_array().unwrap();
    tables.iter().find(|it| it["table"] == name).unwrap_or(&Value::Null).clone()
}

#[test]
fn confidential_projects_contacts_and_investors_stay_out() {
    let sandbox = after_the_round("zh");
    for args in [
        &[
            "contact",
            "set",
            "昆山",
            "--role",
            "联络员",
            "--person",
            "示例联络人",
            "--phone",
            "0512-00000000",
        ][..],
        &["update", "XM2020-0001", "--confidential", "是"],
    ] {
        assert!(sandbox.session(args).ends_with("--- exit 0"));
    }
    let name = "檀野动力电池隔膜项目";
    let all = parsed(&sandbox, &["list", "--columns", "all"]);
    assert!(all.to_string().contains(name));
    let file = board(&sandbox, &[]);
    assert!(!file.contains(name) && !file.contains("XM2020-0001") && file.contains("XM2020-0002"));
    assert!(!file.contains("示例联络人") && !file.contains("0512-00000000"));
    assert!(file.contains("另有1个内部掌握的项目未列入"));
    let page = parsed(&sandbox, &["board"]);
    let listed = table(&page, "list");
    let listed = listed["rows"].as_array().unwrap().iter();
    let total: i64 = listed.map(|row| row["total_investment"].as_i64().unwrap_or(0)).sum();
    assert_eq!(table(&page, "indicator")["rows"][0]["value"], 192);
    assert_eq!(table(&page, "indicator")["rows"][1]["value"], total, "it reconciles with its list");

    let investors: Vec<String> = all["tables"][0]["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|row| row["investor"].as_str().map(str::to_owned))
        .collect();
    assert!(investors.len() > 100 && investors.iter().any(|name| file.contains(name)));
    let redacted = board(&sandbox, &["--redact"]);
    let named: Vec<_> = investors.iter().filter(|name| redacted.contains(*name)).collect();
    assert!(named.is_empty(), "{named:?}");
    assert!(redacted.contains("投资方名称已略去"));
}

#[test]
fn what_changed_tells_nothing_of_a_confidential_project_in_either_state() {
    let mut sandbox = after_the_round("zh");
    sandbox.today = "2020-03-16";
    let add = |name: &str, confidential: &str| {
        let args = [
            "add",
            "--name",
            name,
            "--district",
            "昆山",
            "--total",
            "2亿美元",
            "--stage",
            "在谈",
            "--basis",
            "达到规模",
            "--confidential",
            confidential,
            "-q",
        ];
        let done = sandbox.session(&args);
        assert!(done.ends_with("--- exit 0"), "{done}");
    };
    add("示例公开项目", "否");
    add("示例保密项目", "是");
    // It stood on the table of the last meeting, and is secret since.
    let marked = ["update", "XM2020-0001", "--confidential", "是", "-q"];
    assert!(sandbox.session(&marked).ends_with("--- exit 0"));
    let file = board(&sandbox, &[]);
    assert!(file.contains("示例公开项目") && !file.contains("示例保密项目"));
    assert!(!file.contains("XM2020-0001"));
    let page = parsed(&sandbox, &["board"]);
    let total =
        table(&page, "changes_by_district")["rows"].as_array().unwrap().last().unwrap().clone();
    let counts = ["opening", "entered_projects", "left_projects", "closing"].map(|key| &total[key]);
    assert_eq!(counts, [192, 1, 0, 193].map(|count| json!(count)).each_ref(), "{total}");
    assert_eq!(table(&page, "indicator")["rows"][0]["value"], 193);
    assert_eq!(table(&page, "entered_projects")["rows"].as_array().unwrap().len(), 1);
    assert!(file.contains("另有2个内部掌握的项目未列入"), "both are told of, and nothing else");
}
