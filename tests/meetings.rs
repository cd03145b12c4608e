//! Meetings as a clerk lives through them: planned, frozen, closed, told apart from what came after.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;

const HEAD: &str =
    "项目编号,项目名称,投资总额（万美元）,推进阶段,实际到账外资（历年累计）（万美元）,入库依据\n";

/// One day after another: the day, then its commands.
const DAYS: &str = "\
=== 2020-03-05
init -q
import 昆山市2020年2月.csv --admit -q
import 太仓市2020年2月.csv --admit -q
meeting plan 点评会 --month 2020-04
meeting plan 督办会 --month 2020-03 --on 2020-03-12
meeting plan 督办会 --month 2020-03
meeting plan 点评会 --month 2020-03
meeting plan 点评会 --month 2020-04 --override 两会并开 --approved-by 示例领导
meeting show DB2020-02
meeting plan DB2020-03 --add XM2020-0009
meeting plan DB2020-03 --add XM2020-0002 --add 听取昆山汇报 --first 听取昆山汇报
meeting plan DB2020-03 --drop XM2020-0004 --reason 示例
meeting plan DB2020-03 --drop XM2020-0002
meeting plan DB2020-03 --drop XM2020-0002 --reason 企业请求暂缓
meeting show DB2020-03
meeting freeze DP2020-03
meeting close DB2020-03
meeting cancel DP2020-04 --reason 与五月点评会合并
meeting move DP2020-04 --on 2020-04-20 --reason 示例
=== 2020-03-11
meeting freeze DB2020-03
meeting close DB2020-03
meeting move DB2020-03 --on 2020-03-13 --reason 领导日程调整
meeting show DB2020-03 --after
=== 2020-03-13
meeting freeze DB2020-03
undo
meeting show DB2020-03 --before --page agenda
meeting show DB2020-03 --before --edition 1 --page agenda --format csv
meeting show DB2020-03 --before --page 议程
meeting show DB2020-03 --page agenda
meeting close DB2020-03
meeting close DB2020-03 --present 示例领导 --no-attendance
meeting close DB2020-03 --present 示例领导,市政府
meeting close DB2020-03 --attendance 参会人员.csv
undo
meeting show DB2020-03 --after --page meeting.outcome
meeting freeze DB2020-03
meeting move DB2020-03 --on 2020-03-16 --reason 示例
=== 2020-04-03
import 昆山市2020年2月更正.csv --month 2020-02 -q
import 昆山市2020年3月.csv -q
screen list
screen admit JZ2020-0001 --reason 核实
update XM2020-0003 --stage 登记设立 --correction --reason 录错
undo --op 3
meeting diff DB2020-03
meeting plan 督办会 --month 2020-04 --on 2020-04-03
meeting show DB2020-04
meeting freeze DB2020-04
meeting diff DB2020-03 DB2020-04
meeting diff DB2020-04 DB2020-03
meeting diff DP2020-03
meeting list
log --last 3
check";

fn sandbox(lang: &'static str) -> Sandbox {
    let sandbox = Sandbox::new(lang);
    let february =
        ",示例甲项目,15000,登记设立,100,签约大会\n,示例乙项目,8000,签约未设立,,提请市级推动\n";
    sandbox.write("昆山市2020年2月.csv", format!("{HEAD}{february}").as_bytes());
    let right = "XM2020-0001,,12000,登记设立,100,\nXM2020-0002,,8000,签约未设立,,\n";
    sandbox.write("昆山市2020年2月更正.csv", format!("{HEAD}{right}").as_bytes());
    let march = "XM2020-0001,,12000,开工建设,300,\nXM2020-0002,,8000,签约未设立,,\n";
    sandbox.write("昆山市2020年3月.csv", format!("{HEAD}{march}").as_bytes());
    let taicang = ",示例丙项目,9000,在谈,,签约大会\n";
    sandbox.write("太仓市2020年2月.csv", format!("{HEAD}{taicang}").as_bytes());
    let people = "姓名,单位,职务,参会情况\n示例甲,市政府,副市长,出席\n示例乙,市商务局,局长,出席\n示例丙,某企业,,列席\n";
    sandbox.write("参会人员.csv", people.as_bytes());
    sandbox
}

fn days(sandbox: &mut Sandbox, days: &'static str) -> String {
    let mut sessions = Vec::new();
    for line in days.lines() {
        if let Some(day) = line.strip_prefix("=== ") {
            sandbox.today = day;
            sessions.push(line.to_owned());
        } else {
            let args: Vec<String> = line.split(' ').map(|word| word.replace(',', " ")).collect();
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            sessions.push(sandbox.session(&args));
        }
    }
    unhashed(&sessions.join("\n\n"))
}

/// Hashes say what is frozen, the standards of the program with it: they change with every one that
/// is added.
fn unhashed(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    for word in text.split_inclusive(|c: char| !c.is_ascii_hexdigit()) {
        let hash = word.trim_end_matches(|c: char| !c.is_ascii_hexdigit());
        let rest = &word[hash.len()..];
        masked.push_str(if hash.len() == 12 || hash.len() == 64 { "<hash>" } else { hash });
        masked.push_str(rest);
    }
    masked
}

#[test]
fn meetings_in_chinese() {
    insta::assert_snapshot!(days(&mut sandbox("zh"), DAYS));
}

#[test]
fn meetings_in_english() {
    insta::assert_snapshot!(days(&mut sandbox("en"), DAYS));
}

/// A year's beginning: a meeting held and closed, then all kinds of deeds.
const AFTER: [&[&str]; 9] = [
    &["import", "昆山市2020年2月更正.csv", "--month", "2020-02", "-q"],
    &["screen", "admit", "JZ2020-0001", "--reason", "核实"],
    &["import", "昆山市2020年3月.csv", "-q"],
    &["update", "XM2020-0003", "--total", "9500", "--reason", "示例"],
    &["task", "log", "--source", "批示", "--text", "加快落实用地", "--district", "昆山", "-q"],
    &["task", "progress", "RW2020-0002", "--note", "已现场会办", "-q"],
    &["meeting", "plan", "督办会", "--month", "2020-04", "--on", "2020-04-10"],
    &["activity", "log", "--kind", "促进活动", "--district", "昆山", "--text", "示例对接会"],
    &["remove", "XM2020-0002", "--ground", "终止", "--reason", "外方撤资"],
];

const PAGES: [&[&str]; 10] = [
    &["summary", "overview"],
    &["summary", "district"],
    &["summary", "leader"],
    &["summary", "appeals"],
    &["summary", "department"],
    &["summary", "category"],
    &["summary", "changes", "--since", "2020-03-11"],
    &["task", "list", "--all"],
    &["meeting", "list"],
    &["activity", "list"],
];

fn held() -> Sandbox {
    let mut sandbox = sandbox("zh");
    let steps = [
        ("2020-03-05", &["init", "-q"][..]),
        ("2020-03-06", &["import", "昆山市2020年2月.csv", "--admit", "-q"]),
        ("2020-03-06", &["import", "太仓市2020年2月.csv", "--admit", "-q"]),
        ("2020-03-06", &["meeting", "plan", "督办会", "--month", "2020-03", "--on", "2020-03-12"]),
        ("2020-03-12", &["meeting", "freeze", "DB2020-03"]),
        (
            "2020-03-12",
            &["meeting", "decide", "DB2020-03", "--text", "四月底前开工", "--district", "昆山"],
        ),
        ("2020-03-12", &["meeting", "close", "DB2020-03", "--present", "示例甲 市政府 副市长"]),
    ];
    for (day, args) in steps {
        sandbox.today = day;
        let output = sandbox.output(args);
        assert!(output.status.success(), "{}", sandbox.session(args));
    }
    sandbox.today = "2020-04-03";
    sandbox
}

fn pages(sandbox: &Sandbox) -> Vec<String> {
    PAGES.iter().map(|page| sandbox.stdout(&[page, &["--format", "json"][..]].concat())).collect()
}

fn succeeds(sandbox: &Sandbox, args: &[&str]) {
    let output = sandbox.output(args);
    assert!(output.status.success(), "{}", sandbox.session(args));
}

#[test]
fn undoing_and_redoing_all_since_the_closure_leaves_every_page_and_what_is_frozen_is_the_same_bytes()
 {
    let sandbox = held();
    let frozen = |sandbox: &Sandbox| {
        let of = |side| sandbox.output(&["meeting", "show", "DB2020-03", side, "--format", "json"]);
        [of("--before").stdout, of("--after").stdout]
    };
    let kept = frozen(&sandbox);
    let closed = pages(&sandbox);
    AFTER.iter().for_each(|args| succeeds(&sandbox, args));
    let done = pages(&sandbox);
    assert_ne!(done, closed);
    AFTER.iter().for_each(|_| succeeds(&sandbox, &["undo", "-q"]));
    assert_eq!(pages(&sandbox), closed);
    let refused = sandbox.session(&["undo"]);
    assert!(refused.contains("固定了会议当日的内容，不能撤销") && refused.ends_with("exit 1"));
    AFTER.iter().for_each(|_| succeeds(&sandbox, &["redo", "-q"]));
    assert_eq!(pages(&sandbox), done);
    assert_eq!(frozen(&sandbox), kept);
    succeeds(&sandbox, &["check", "-q"]);
}

#[test]
fn an_older_fact_that_is_taken_back_leaves_the_frozen_pages_and_shows_in_the_difference() {
    let mut sandbox = held();
    let before = |sandbox: &Sandbox| {
        sandbox.stdout(&["meeting", "show", "DB2020-03", "--before", "--format", "json"])
    };
    let kept = before(&sandbox);
    // The third operation entered the project of Taicang.
    succeeds(&sandbox, &["undo", "--op", "3", "-q"]);
    assert_eq!(before(&sandbox), kept);
    let rows = |sandbox: &Sandbox| {
        let page = sandbox.stdout(&["meeting", "diff", "DB2020-03", "--format", "json"]);
        let page: serde_json::Value = serde_json::from_str(&page).unwrap();
        let rows = page["tables"][0]["rows"].as_array().unwrap().clone();
        let district = &page["tables"][1]["rows"][2];
        assert_eq!(district["entered"], district["left"], "what was taken back is no progress");
        rows
    };
    let undone = rows(&sandbox);
    assert!(!undone.is_empty());
    assert!(undone.iter().all(|row| row["amendment"] == "undone"), "{undone:#?}");
    assert!(undone.iter().any(|row| row["code"] == "XM2020-0003" && row["field"] == "entered"));
    sandbox.today = "2020-04-04";
    succeeds(&sandbox, &["redo", "--op", "3", "-q"]);
    assert_eq!(rows(&sandbox), Vec::<serde_json::Value>::new());
    assert_eq!(before(&sandbox), kept);
}

#[test]
fn what_was_frozen_is_what_the_book_says_of_that_day() {
    let sandbox = held();
    AFTER.iter().for_each(|args| succeeds(&sandbox, args));
    let compared = [
        ("summary.overview", &["summary"][..]),
        ("summary.leader", &["summary", "leader"]),
        ("summary.appeals", &["summary", "appeals"]),
        ("summary.department", &["summary", "department"]),
        ("summary.category", &["summary", "category"]),
    ];
    for (page, args) in compared {
        let show = ["meeting", "show", "DB2020-03", "--before", "--page", page, "--format", "json"];
        let book = [args, &["--as-of", "2020-03-12", "--format", "json"]].concat();
        assert_eq!(sandbox.stdout(&show), sandbox.stdout(&book), "{page}");
    }
}

#[test]
fn a_decision_is_on_every_later_agenda_until_it_is_done() {
    let mut sandbox = held();
    let months = [("2020-04", "2020-04-10"), ("2020-05", "2020-05-12"), ("2020-06", "2020-06-11")];
    let carried = |sandbox: &Sandbox, code: &str| {
        let agenda = sandbox.stdout(&["meeting", "show", code, "--format", "json"]);
        let agenda: serde_json::Value = serde_json::from_str(&agenda).unwrap();
        let rows = agenda["tables"][0]["rows"].as_array().unwrap().clone();
        rows.iter().any(|row| row["code"] == "RW2020-0001" && row["item_kind"] == "task")
    };
    for (month, day) in months {
        sandbox.today = day;
        let code = format!("DB{month}");
        succeeds(&sandbox, &["meeting", "plan", "督办会", "--month", month, "--on", day]);
        assert!(carried(&sandbox, &code), "{code}");
        succeeds(&sandbox, &["meeting", "freeze", &code]);
        succeeds(&sandbox, &["meeting", "close", &code, "--no-attendance"]);
    }
    succeeds(&sandbox, &["task", "done", "RW2020-0001", "-q"]);
    sandbox.today = "2020-07-10";
    let july = ["meeting", "plan", "督办会", "--month", "2020-07", "--on", "2020-07-10"];
    succeeds(&sandbox, &july);
    assert!(!carried(&sandbox, "DB2020-07"));
}

#[test]
fn an_edition_that_was_changed_on_disk_is_found_and_not_shown() {
    let sandbox = held();
    let connection = rusqlite::Connection::open(sandbox.path("t.db")).unwrap();
    let denied = connection.execute("UPDATE edition SET document = document || ' '", []);
    assert!(denied.is_err(), "an edition never changes");
    connection
        .execute_batch(
            "DROP TRIGGER edition_fixed;
             UPDATE edition SET document = replace(document, '15000', '16000') WHERE side = 'before';",
        )
        .unwrap();
    drop(connection);
    let session = sandbox.session(&["meeting", "show", "DB2020-03", "--before"]);
    assert!(session.contains("与固定时的校验值不符") && session.ends_with("exit 1"), "{session}");
    let session = sandbox.session(&["check"]);
    assert!(session.contains("会议 DB2020-03 的会前版第1版与固定时的校验值不符"), "{session}");
    assert!(sandbox.session(&["meeting", "show", "DB2020-03", "--after"]).ends_with("exit 0"));
}

/// A document frozen by an earlier version, laid into a library as its only edition.
#[test]
fn what_an_earlier_version_froze_is_still_drawn() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/frozen");
    let mut documents: Vec<_> =
        std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    documents.sort();
    assert!(!documents.is_empty());
    for path in documents {
        let bytes = std::fs::read_to_string(&path).unwrap();
        let document = tuijin::format::document::read(&bytes).unwrap();
        assert_eq!(tuijin::format::document::write(&document).unwrap(), bytes, "{path:?}");
        let page = tuijin::view::meeting::paper::paper(&document, "0");
        let drawn = tuijin::format::render(
            &page,
            tuijin::format::Format::Markdown,
            tuijin::labels::Lang::Zh,
            None,
        );
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        insta::assert_snapshot!(name, String::from_utf8(drawn.unwrap()).unwrap());
    }
}

#[test]
fn what_was_frozen_since_stays_and_the_refusal_of_an_undo_says_what_to_do_instead() {
    let mut sandbox = Sandbox::new("zh");
    sandbox.today = "2020-03-12";
    let run = |command: &str| {
        let output = sandbox.output(&command.split(' ').collect::<Vec<_>>());
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    for command in [
        "init -q",
        "meeting plan 督办会 --month 2020-03 --on 2020-03-12 -q",
        "meeting freeze DB2020-03 -q",
        "meeting move DB2020-03 --on 2020-03-13 --reason 示例 -q",
        "undo -q",
    ] {
        assert_eq!(run(command).0, Some(0), "{command}");
    }
    // The move was taken back: what is in the way is the freeze, not the undo.
    let (code, said) = run("undo --op 2");
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("第3号操作") && said.contains("tuijin meeting cancel"), "{said}");
    assert!(!said.contains("tuijin undo") && !said.contains("tuijin redo"), "{said}");
}
