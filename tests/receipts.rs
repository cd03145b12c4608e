//! Receipts (回执): what goes back to a district, put right by another program and sent again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use sandbox::{Sandbox, tools};
use std::path::Path;

const FILE: &str = "昆山、太仓2020年2月报表.xlsx";

/// A sheet as a district lays it out: a title, a line of captions, a header of two rows with
/// merges, column widths, dates and numbers with formats.
fn district(workbook: &mut Workbook, name: &str, rows: impl FnOnce(&mut Worksheet)) {
    let sheet = workbook.add_worksheet().set_name(name).unwrap();
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 8, "重点外资项目推进情况表（示例）", &plain).unwrap();
    sheet.write(1, 0, format!("填报单位：{name}")).unwrap();
    sheet.write(1, 5, "单位：万美元").unwrap();
    let heads = [
        (0, "序号"),
        (1, "项目名称"),
        (4, "推进阶段"),
        (5, "签约时间"),
        (6, "入库依据"),
        (7, "备注"),
    ];
    for (column, head) in heads {
        sheet.merge_range(2, column, 3, column, head, &plain).unwrap();
    }
    sheet.merge_range(2, 2, 2, 3, "投资情况", &plain).unwrap();
    sheet.write(3, 2, "投资总额").unwrap();
    sheet.write(3, 3, "拟新增注册外资").unwrap();
    sheet.merge_range(2, 8, 3, 8, "统一社会信用代码", &plain).unwrap();
    for (column, width) in [6.0, 26.0, 12.0, 12.0, 12.0, 14.0, 12.0, 20.0, 22.0].iter().enumerate()
    {
        sheet.set_column_width(column as u16, *width).unwrap();
    }
    rows(sheet);
}

struct Project<'a> {
    name: &'a str,
    total: &'a str,
    stage: &'a str,
    signed: &'a str,
}

fn put(sheet: &mut Worksheet, row: u32, project: &Project<'_>) {
    let day = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
    let money = Format::new().set_num_format("#,##0.00");
    sheet.write(row, 0, row - 3).unwrap();
    sheet.write(row, 1, project.name).unwrap();
    match project.total.parse::<f64>() {
        Ok(total) => sheet.write_with_format(row, 2, total, &money).unwrap(),
        Err(_) => sheet.write(row, 2, project.total).unwrap(),
    };
    sheet.write_with_format(row, 3, 1250.5, &money).unwrap();
    sheet.write(row, 4, project.stage).unwrap();
    match ExcelDateTime::parse_from_str(project.signed) {
        Ok(date) => sheet.write_with_format(row, 5, date, &day).unwrap(),
        Err(_) => sheet.write(row, 5, project.signed).unwrap(),
    };
    sheet.write(row, 6, "签约大会").unwrap();
    sheet.write(row, 7, "=示例备注，不是公式").unwrap();
    sheet.write(row, 8, "913205831234567890").unwrap();
}

/// Two districts in one workbook, with rows to reject and rows to warn of.
fn spoiled() -> Vec<u8> {
    let mut workbook = Workbook::new();
    district(&mut workbook, "昆山市", |sheet| {
        let rows = [
            ("示例澄屿光学项目", "15000", "在谈", "2020-01-09"),
            ("示例星河半导体项目", "八千", "签约", "2020-01-10"),
            ("示例远帆新材料项目", "9000", "不知道", "2020年13月"),
            ("示例青禾医药项目", "12000", "", "2月底"),
            ("", "6600", "在谈", "2020-02-03"),
            ("示例安澜装备项目", "7000", "在谈", "2021-05-01"),
        ];
        for (row, (name, total, stage, signed)) in (4..).zip(rows) {
            put(sheet, row, &Project { name, total, stage, signed });
        }
    });
    district(&mut workbook, "太仓市", |sheet| {
        let rows = [
            ("示例海棠汽车零部件项目", "21000", "登记设立", "2020-01-20"),
            ("示例白鹭软件项目", "-5", "在谈", "2020-01-21"),
        ];
        for (row, (name, total, stage, signed)) in (4..).zip(rows) {
            put(sheet, row, &Project { name, total, stage, signed });
        }
    });
    workbook.save_to_buffer().unwrap()
}

/// Runs the script that puts a receipt right; false where the program it needs is missing.
fn correct(sandbox: &Sandbox, receipt: &str, corrected: &str) -> bool {
    let Some(mut python) = tools::python() else { return false };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/receipts/correct.py");
    let output =
        python.arg(script).args([sandbox.path(receipt), sandbox.path(corrected)]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    true
}

fn account(sandbox: &Sandbox, args: &[&str]) -> [u64; 6] {
    let output = sandbox.output(&[&["import", "--yes", "--format", "json"], args].concat());
    let page: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let rows = page["tables"][0]["rows"].as_array().unwrap();
    let mut sum = [0; 6];
    for row in rows.iter().filter(|row| row["row"] != "total") {
        let classes = ["new", "changed", "unchanged", "to_screen", "rejected", "ignored"];
        for (sum, class) in sum.iter_mut().zip(classes) {
            *sum += row[class].as_u64().unwrap();
        }
    }
    sum
}

#[test]
fn a_receipt_put_right_as_it_says_imports_and_makes_a_new_revision() {
    for lang in ["zh", "en"] {
        let sandbox = Sandbox::with_library(lang);
        sandbox.write(FILE, &spoiled());
        let first =
            ["import", FILE, "--admit", "--accept-valid", "--receipt", "回执.xlsx", "--yes"];
        let import = sandbox.session(&first);
        insta::assert_snapshot!(format!("receipt_first_{lang}"), import);
        let again = sandbox.output(&[&first[..5], &["回执2.xlsx"]].concat());
        assert_eq!(again.status.code(), Some(3));
        // The corrected rows enter; what was taken with a warning is unchanged.
        if !correct(&sandbox, "回执.xlsx", "改正.xlsx") {
            return;
        }
        assert_eq!(account(&sandbox, &["改正.xlsx", "--admit", "--dry-run"]), [4, 0, 2, 0, 0, 0]);
        let second = sandbox.session(&["import", "改正.xlsx", "--admit", "--yes"]);
        let reports = sandbox.session(&["reports", "--month", "2020-02"]);
        insta::assert_snapshot!(format!("receipt_again_{lang}"), format!("{second}\n\n{reports}"));
    }
}

#[test]
fn the_same_rows_give_the_same_receipt_to_the_byte() {
    let sandbox = Sandbox::with_library("zh");
    sandbox.write(FILE, &spoiled());
    for name in ["一.xlsx", "二.xlsx"] {
        let args = ["import", FILE, "--admit", "--dry-run", "--receipt", name, "--yes"];
        assert_eq!(sandbox.output(&args).status.code(), Some(1));
    }
    let bytes = |name| std::fs::read(sandbox.path(name)).unwrap();
    assert_eq!(bytes("一.xlsx"), bytes("二.xlsx"));
}

/// A text file with one row to reject and one to warn of.
const TEXT: &str = "昆山市重点外资项目推进情况表（示例）,,,,\n单位：万美元,,,,\n\
    序号,项目名称,投资总额,推进阶段,入库依据\n\
    1,示例澄屿光学项目,15000,在谈,签约大会\n\
    2,示例星河半导体项目,八千,签约,签约大会\n\
    3,示例青禾医药项目,007,,签约大会\n";

#[test]
fn a_text_file_gets_text_back_and_a_workbook_where_one_is_asked_for() {
    let sandbox = Sandbox::with_library("zh");
    sandbox.write("月报.csv", TEXT.as_bytes());
    let import = |more: &[&str]| {
        let args = ["import", "月报.csv", "--month", "2020-02", "--admit", "--yes", "-q"];
        sandbox.session(&[&args, more].concat())
    };
    let refused = import(&[]);
    assert!(refused.ends_with("--- exit 1"), "{refused}");
    let text = std::fs::read_to_string(sandbox.path("月报.退回.csv")).unwrap();
    assert!(text.contains("示例星河半导体项目") && !text.contains("示例青禾医药项目"), "{text}");
    let asked = import(&["--accept-valid", "--receipt", "回执.xlsx"]);
    assert!(asked.ends_with("--- exit 3"), "{asked}");
    // The month was said on the command line; the receipt says it itself.
    let args = ["回执.xlsx", "--admit", "--accept-valid"];
    assert_eq!(account(&sandbox, &args), [0, 0, 1, 0, 1, 0]);
    // A folder takes the receipts of several files, each under its own name.
    std::fs::create_dir(sandbox.path("回执")).unwrap();
    sandbox.write(FILE, &spoiled());
    let both = ["月报.csv", FILE, "--month", "2020-02", "--accept-valid", "--receipt", "回执"];
    account(&sandbox, &both);
    let mut names: Vec<String> = std::fs::read_dir(sandbox.path("回执"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["昆山、太仓2020年2月报表.回执.xlsx", "月报.退回.csv"]);
}

#[test]
fn a_receipt_of_a_receipt_has_one_column_of_errors() {
    let sandbox = Sandbox::with_library("zh");
    sandbox.write(FILE, &spoiled());
    let import = |file: &str, receipt: &str| {
        let args = ["import", file, "--admit", "--accept-valid", "--receipt", receipt, "--yes"];
        sandbox.session(&args)
    };
    import(FILE, "一.xlsx");
    let second = import("一.xlsx", "二.xlsx");
    assert!(second.contains("二.xlsx"), "{second}");
    let third = import("二.xlsx", "三.xlsx");
    assert!(third.contains("三.xlsx") && third.ends_with("--- exit 3"), "{third}");
    let size = |name| std::fs::metadata(sandbox.path(name)).unwrap().len();
    assert_eq!(size("二.xlsx"), size("三.xlsx"), "row numbers and content have settled");
}

#[test]
fn nothing_to_send_back_makes_no_file() {
    let sandbox = Sandbox::with_library("zh");
    let sound = TEXT.replace("八千", "8000").replace(",,签约大会", ",在谈,签约大会");
    sandbox.write("月报.csv", sound.as_bytes());
    let args = ["import", "月报.csv", "--month", "2020-02", "--receipt", "回执.xlsx", "--yes"];
    let import = sandbox.session(&args);
    assert!(import.contains("未生成回执") && import.ends_with("--- exit 0"), "{import}");
    assert!(!sandbox.path("回执.xlsx").exists());
}
