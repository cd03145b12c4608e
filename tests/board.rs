//! The leaders' page as a browser shows it: its figures are those of the JSON, its lists narrow and
//! sort, nothing is said on the console, nothing is asked of anyone, and it prints whole.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::browser::{browse, evaluate};
use sandbox::round::after_the_round;
use sandbox::{Sandbox, tools};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn write(sandbox: &Sandbox, args: &[&str], file: &str) -> String {
    let output = sandbox.output(&[&["board"], args, &["--output", file, "-q"]].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read_to_string(sandbox.path(file)).unwrap()
}

fn parsed(sandbox: &Sandbox, args: &[&str]) -> Value {
    let text = sandbox.stdout(&[args, &["--format", "json"]].concat());
    serde_json::from_str(&text).unwrap()
}

fn table(page: &Value, name: &str) -> Value {
    let tables = page["tables"].as_array().unwrap();
    tables.iter().find(|it| it["table"] == name).unwrap_or(&Value::Null).clone()
}

/// The whole page as it stands once the script has run.
const DOM: &str = "document.documentElement.outerHTML";

/// How many figures of a page agree with the JSON, or what differs.
fn figures(page: &Path, document: &Path) -> Option<Result<u64, String>> {
    let script = root().join("tests/papers/figures.py");
    let mut python = std::process::Command::new(tools::interpreter()?);
    let output = python.arg(script).arg(page).arg(document).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).trim().to_owned();
    Some(match output.status.success() {
        true => Ok(text(output.stdout).parse().unwrap()),
        false => Err(text(output.stderr)),
    })
}

#[test]
fn every_figure_a_browser_shows_is_that_of_the_json() {
    let sandbox = after_the_round("zh");
    let states: [&[&str]; 3] =
        [&[], &["--month", "2020-02"], &["--as-of", "2020-03-10", "--redact"]];
    for args in states {
        write(&sandbox, args, "看板.html");
        let json = [&["board"], args, &["--format", "json"]].concat();
        let json = sandbox.stdout(&json);
        sandbox.write("看板.json", json.as_bytes());
        let Some(seen) = browse(&sandbox, "看板.html", &[evaluate(DOM)], None) else { return };
        sandbox.write("所见.html", seen.values[0].as_str().unwrap().as_bytes());
        let (page, shown) = (sandbox.path("看板.json"), sandbox.path("所见.html"));
        let Some(found) = figures(&page, &shown) else { return };
        let found = found.unwrap_or_else(|differs| panic!("{args:?}: {differs}"));
        assert!(found > 500, "{args:?}: {found} figures");
        let wrong = json.replacen("\"value\": 2594300000000", "\"value\": 2594300000001", 1);
        assert_ne!(wrong, json);
        sandbox.write("看板.json", wrong.as_bytes());
        assert!(figures(&page, &shown).unwrap().is_err(), "a figure that differs is found");
    }
}

#[test]
fn the_tables_are_those_of_summary() {
    let sandbox = after_the_round("zh");
    let states: [&[&str]; 3] = [&[], &["--month", "2020-02"], &["--as-of", "2020-03-10"]];
    for args in states {
        let board = parsed(&sandbox, &[&["board"], args].concat());
        let summary = parsed(&sandbox, &[&["summary"], args].concat());
        let department = parsed(&sandbox, &[&["summary", "department"], args].concat());
        for name in ["indicator", "summary.origin", "summary.district"] {
            assert_ne!(table(&board, name), Value::Null, "{name}");
            assert_eq!(table(&board, name), table(&summary, name), "{args:?}: {name}");
        }
        let name = "summary.department";
        assert_eq!(table(&board, name), table(&department, name), "{args:?}");
        let outcomes = parsed(&sandbox, &[&["summary", "appeals"], args].concat());
        let name = "summary.appeals";
        assert_eq!(table(&board, name), table(&outcomes, name), "{args:?}");
        let stages = table(&board, "board.stages")["rows"].clone();
        let of_summary = table(&summary, "summary.stage")["rows"].clone();
        for row in stages.as_array().unwrap().iter().filter(|row| row["row"] != "total") {
            let mut same =
                of_summary.as_array().unwrap().iter().filter(|it| it["stage"] == row["stage"]);
            let same = same.next_back().unwrap();
            assert_eq!(row["at_stage"], same["projects"], "{row}");
            assert_eq!(row["total_investment"], same["total_investment"], "{row}");
        }
        let list = table(&board, "list")["rows"].as_array().unwrap().len();
        let listed = table(&parsed(&sandbox, &[&["list"], args].concat()), "list");
        assert_eq!(list, listed["rows"].as_array().unwrap().len());
    }
}

/// Codes of the rows a list shows, from top to bottom.
const SHOWN: &str = "[...document.querySelectorAll('table.list')].map(list => \
    [...list.tBodies[0].rows].filter(row => row.offsetParent).map(row => row.cells[0].textContent))";
const COUNTS: &str = "[...document.querySelectorAll('.count')].map(it => it.textContent.trim())";

fn choose(name: &str, value: &str) -> Value {
    let set = format!(
        "(() => {{ const field = document.getElementById('filter').elements['{name}']; \
         field.value = '{value}'; field.dispatchEvent(new Event('input', {{ bubbles: true }})); \
         return field.value; }})()"
    );
    evaluate(&set)
}

fn codes(listed: &Value, pick: impl Fn(&Value) -> bool) -> Vec<Value> {
    let rows = listed["rows"].as_array().unwrap().iter();
    rows.filter(|row| pick(row)).map(|row| row["code"].clone()).collect()
}

#[test]
fn the_lists_are_narrowed_by_district_stage_origin_and_text() {
    let sandbox = after_the_round("zh");
    write(&sandbox, &[], "看板.html");
    let board = parsed(&sandbox, &["board"]);
    let (projects, appeals) = (table(&board, "list"), table(&board, "appeal.list"));
    let text = projects["rows"][40]["name"].as_str().unwrap().to_owned();
    let steps = [
        choose("district", "kunshan"),
        evaluate(SHOWN),
        evaluate(COUNTS),
        choose("stage", "signed"),
        evaluate(SHOWN),
        evaluate("document.querySelector('#filter button').click()"),
        evaluate("new Promise(done => setTimeout(done, 50))"),
        choose("origin", "jk"),
        evaluate(COUNTS),
        choose("origin", ""),
        choose("text", &text),
        evaluate(SHOWN),
        choose("text", ""),
        evaluate(COUNTS),
    ];
    let Some(seen) = browse(&sandbox, "看板.html", &steps, None) else { return };
    let kunshan = codes(&projects, |row| row["district"] == "kunshan");
    assert_eq!(seen.values[1][0], json!(kunshan));
    assert_eq!(seen.values[1][1], json!(codes(&appeals, |row| row["district"] == "kunshan")));
    assert_eq!(seen.values[2], json!(["显示 28/193", "显示 6/37"]));
    let signed = codes(&projects, |row| row["district"] == "kunshan" && row["stage"] == "signed");
    assert!(!signed.is_empty() && signed.len() < kunshan.len());
    assert_eq!(seen.values[4][0], json!(signed));
    let korean_and_japanese = seen.values[8][0].as_str().unwrap();
    assert_eq!(korean_and_japanese, "显示 48/193", "as many as the table of origins says");
    let named = codes(&projects, |row| row["name"] == text.as_str());
    assert_eq!(seen.values[11][0], json!(named));
    assert_eq!(seen.values[13], json!(["显示 193/193", "显示 37/37"]));
    assert_eq!(seen.said, json!([]));
}

#[test]
fn a_heading_sorts_its_list_by_mouse_and_by_keyboard() {
    let sandbox = after_the_round("zh");
    write(&sandbox, &[], "看板.html");
    let board = parsed(&sandbox, &["board"]);
    let projects = table(&board, "list");
    let column = |key: &str| {
        let keys = projects["columns"].as_array().unwrap();
        keys.iter().position(|it| it == key).unwrap()
    };
    let heading = |key: &str| {
        format!("document.querySelector('table.list').tHead.rows[0].cells[{}]", column(key))
    };
    let marks = "[...document.querySelector('table.list').tHead.rows[0].cells]\
                 .map(it => it.getAttribute('aria-sort')).filter(it => it != 'none')";
    let press =
        |key: &str| evaluate(&format!("{}.querySelector('[role=button]').focus()", heading(key)));
    let steps = [
        evaluate(&format!(
            "{}.querySelector('[role=button]').click()",
            heading("total_investment")
        )),
        evaluate(SHOWN),
        evaluate(marks),
        press("total_investment"),
        json!({ "key": "Enter" }),
        evaluate(SHOWN),
        evaluate(marks),
        press("stage"),
        json!({ "key": "Space" }),
        evaluate(SHOWN),
        evaluate("scrollY"),
        json!({ "key": "Enter" }),
        json!({ "key": "Enter" }),
        evaluate(SHOWN),
        evaluate(marks),
    ];
    let Some(seen) = browse(&sandbox, "看板.html", &steps, None) else { return };
    let rows = projects["rows"].as_array().unwrap();
    let mut by_total: Vec<&Value> = rows.iter().collect();
    by_total.sort_by_key(|row| row["total_investment"].as_i64().unwrap());
    let expected: Vec<&Value> = by_total.iter().map(|row| &row["code"]).collect();
    assert_eq!(seen.values[1][0], json!(expected));
    assert_eq!(seen.values[2], json!(["ascending"]));
    by_total.sort_by_key(|row| -row["total_investment"].as_i64().unwrap());
    let expected: Vec<&Value> = by_total.iter().map(|row| &row["code"]).collect();
    assert_eq!(seen.values[4][0], json!(expected));
    assert_eq!(seen.values[5], json!(["descending"]));
    let stages = ["negotiating", "signed", "registered", "started", "completed", "production"];
    let mut by_stage: Vec<&Value> = rows.iter().collect();
    by_stage.sort_by_key(|row| stages.iter().position(|stage| row["stage"] == *stage));
    let expected: Vec<&Value> = by_stage.iter().map(|row| &row["code"]).collect();
    assert_eq!(seen.values[7][0], json!(expected));
    assert_eq!(seen.values[9][0], json!(codes(&projects, |_| true)), "the third time as it was");
    assert_eq!(seen.values[10], json!([]));
    assert_eq!(seen.said, json!([]));
}

#[test]
fn charts_are_as_long_as_their_figures_and_say_them_in_words() {
    let sandbox = after_the_round("zh");
    write(&sandbox, &[], "看板.html");
    let bars =
        "[...document.querySelectorAll('#s3 svg > rect')].map(it => it.getAttribute('width'))";
    let said = "[...document.querySelectorAll('svg')].map(it => [it.getAttribute('role'), \
                it.getAttribute('aria-labelledby').split(' ')\
                .map(id => document.getElementById(id).textContent).join('：')])";
    let steps = [evaluate(bars), evaluate(said)];
    let Some(seen) = browse(&sandbox, "看板.html", &steps, None) else { return };
    let widths: Vec<f64> = seen.values[0]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it.as_str().unwrap().parse().unwrap())
        .collect();
    let counts = [64.0, 64.0, 48.0, 17.0];
    assert_eq!(widths.len(), counts.len());
    for (width, count) in widths.iter().zip(counts) {
        assert!((width / widths[0] - count / counts[0]).abs() < 0.002, "{widths:?}");
    }
    let said = seen.values[1].as_array().unwrap();
    assert!(said.iter().all(|one| one[0] == "img"), "{said:?}");
    let stages = "项目数：在谈 193 / 29；签约未设立 164 / 77；登记设立 87 / 52；开工建设 35 / 31；竣工 4 / 4；投产 0 / 0。";
    assert!(said[0][1].as_str().unwrap().starts_with(stages), "{}", said[0]);
    let origins = "项目数：港台 64 (33.2%)；欧美 64 (33.2%)；日韩 48 (24.9%)；其他 17 (8.8%)。";
    assert!(said[1][1].as_str().unwrap().starts_with(origins), "{}", said[1]);
}

#[test]
fn nothing_is_said_on_the_console_and_nothing_is_asked_of_anyone() {
    let sandbox = after_the_round("zh");
    let file = write(&sandbox, &[], "看板.html");
    let Some(seen) = browse(&sandbox, "看板.html", &[evaluate("document.title")], None) else {
        return;
    };
    assert_eq!(seen.values, ["苏州市重点外资项目推进情况"]);
    assert_eq!(seen.said, json!([]));
    let asked: Vec<&str> =
        seen.asked.as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert!(asked[0].starts_with("file:///") && asked[0].ends_with(".html"), "{asked:?}");

    let spoiled = file.replace(
        "</main>",
        "<img src=\"http://127.0.0.1:9/x.png\"><script>throw 1</script></main>",
    );
    sandbox.write("改过.html", spoiled.as_bytes());
    let Some(seen) = browse(&sandbox, "改过.html", &[], None) else { return };
    assert!(seen.said.as_array().unwrap().len() >= 2, "the policy stops both: {}", seen.said);
}

#[test]
fn it_prints_whole_on_a4() {
    let sandbox = after_the_round("zh");
    write(&sandbox, &[], "看板.html");
    let headings = evaluate(
        "[...document.querySelectorAll('h1, h2, caption .title')].map(it => it.textContent)",
    );
    let Some(seen) = browse(&sandbox, "看板.html", &[headings], Some("看板.pdf")) else {
        return;
    };
    let pdf = sandbox.path("看板.pdf");
    let Some(mut info) = tools::pdf("pdfinfo") else { return };
    let info = info.args(["-f", "1", "-l", "999"]).arg(&pdf).output().unwrap();
    let info = String::from_utf8(info.stdout).unwrap();
    let sizes: Vec<&str> =
        info.lines().filter(|line| line.starts_with("Page ") && line.contains(" size:")).collect();
    assert!(sizes.len() > 10, "{info}");
    for size in &sizes {
        let is_a4 = size.contains("594.96 x 841.92") || size.contains("841.92 x 594.96");
        assert!(is_a4, "{size}");
    }
    let Some(mut text) = tools::pdf("pdftotext") else { return };
    let text = text.arg("-layout").arg(&pdf).arg("-").output().unwrap();
    let text = String::from_utf8(text.stdout).unwrap();
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    for heading in seen.values[0].as_array().unwrap() {
        let heading: String =
            heading.as_str().unwrap().chars().filter(|c| !c.is_whitespace()).collect();
        assert!(bare.contains(&heading), "{heading}");
    }
    let board = parsed(&sandbox, &["board"]);
    let mut listed = codes(&table(&board, "list"), |_| true);
    listed.extend(codes(&table(&board, "appeal.list"), |_| true));
    assert_eq!(listed.len(), 193 + 37);
    for code in listed {
        assert!(text.contains(code.as_str().unwrap()), "{code}");
    }
    // The header of a list stands on each of its sheets, and no last column is cut off.
    let sheets: Vec<&str> = text.split('\u{c}').filter(|sheet| sheet.contains("XM2020-")).collect();
    let of_projects = sheets.iter().filter(|sheet| !sheet.contains("SQ2020-")).collect::<Vec<_>>();
    assert!(of_projects.len() > 5);
    for sheet in of_projects {
        let bare: String = sheet.chars().filter(|c| !c.is_whitespace()).collect();
        assert!(
            bare.contains("编号") && bare.contains("投资总额") && bare.contains("报告"),
            "{sheet}"
        );
        assert!(sheet.contains("正常"), "{sheet}");
    }
}

#[test]
fn what_a_district_wrote_is_shown_and_never_run() {
    let sandbox = Sandbox::with_library("zh");
    let hostile = "<script>alert(1)</script>甲\u{1b}[31m\u{202e}\u{7}</table>&amp;\"'项目";
    let report = format!(
        "项目名称,外方投资者,投资总额（万美元）,推进阶段,入库依据\n\"{}\",<img src=x onerror=alert(2)>,15000,登记设立,签约大会\n",
        hostile.replace('"', "\"\"")
    );
    sandbox.write("昆山市2020年2月.csv", report.as_bytes());
    let args = ["import", "昆山市2020年2月.csv", "--month", "2020-02", "--admit", "--yes", "-q"];
    let done = sandbox.session(&args);
    assert!(done.ends_with("--- exit 0"), "{done}");
    let file = write(&sandbox, &[], "看板.html");
    assert!(!file.contains("<script>alert") && !file.contains("<img"), "{file}");
    assert!(!file.contains(|c: char| c.is_control() && c != '\n'));
    assert!(!file.contains('\u{202e}'));
    let name = evaluate("document.querySelector('table.list tbody td').textContent");
    let Some(seen) = browse(&sandbox, "看板.html", &[name], None) else { return };
    assert_eq!(seen.values[0], "<script>alert(1)</script>甲[31m</table>&amp;\"'项目");
    assert_eq!(seen.said, json!([]));
}

#[test]
fn the_same_state_gives_the_same_bytes_in_chinese_whatever_the_language() {
    let once = write(&after_the_round("zh"), &[], "看板.html");
    assert_eq!(once, write(&after_the_round("zh"), &[], "看板.html"));
    assert_eq!(once, write(&after_the_round("en"), &[], "看板.html"));
}

#[test]
fn since_the_last_meeting_once_it_is_over() {
    let mut sandbox = after_the_round("zh");
    sandbox.today = "2020-03-13";
    let file = write(&sandbox, &[], "看板.html");
    assert!(file.contains("DB2020-03"), "the meeting of the day before");
    assert!(!write(&sandbox, &["--month", "2020-02"], "看板.html").contains("DB2020-03"));
}

#[test]
fn a_board_that_cannot_be_made_is_refused_and_nothing_is_left() {
    for (lang, name) in [("zh", "refused_in_chinese"), ("en", "refused_in_english")] {
        let sandbox = after_the_round(lang);
        let before = std::fs::read_dir(sandbox.folder.path()).unwrap().count();
        let told: Vec<String> = [
            &["board"][..],
            &["board", "--output", "没有的文件夹/看板.html"],
            &["board", "--month", "2020-05", "--output", "看板.html"],
            &["board", "--as-of", "2020-01-01", "--output", "看板.html"],
        ]
        .iter()
        .map(|args| sandbox.session(args))
        .collect();
        insta::assert_snapshot!(name, told.join("\n\n"));
        assert_eq!(std::fs::read_dir(sandbox.folder.path()).unwrap().count(), before);
    }
}
