//! Finished papers: what another program reads in them is what the JSON of the same page says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::browser::browse;
use sandbox::round::after_the_round;
use sandbox::{Sandbox, tools};
use std::path::{Path, PathBuf};

/// The formats that are files.
const FILES: &[&str] = &["xlsx", "docx", "html"];

/// Each page by the name of its file.
const PAGES: [(&str, &[&str]); 9] = [
    ("总体情况", &["summary"]),
    ("诉求办理", &["summary", "appeals"]),
    ("议程", &["meeting", "show", "DB2020-03"]),
    ("会前准备", &["meeting", "ready", "DB2020-03", "--all"]),
    ("月报", &["reports", "--month", "2020-02"]),
    ("清单", &["list", "--columns", "all"]),
    ("会前版", &["meeting", "show", "DB2020-03", "--before"]),
    ("通报", &["circular", "--month", "2020-02"]),
    ("项目", &["show", "XM2020-0001"]),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// How many figures of a document agree with those of its page, or what differs; `None` where the
/// program that reads it is missing.
fn figures(sandbox: &Sandbox, page: &Path, document: &str) -> Option<Result<u64, String>> {
    let script = root().join("tests/papers/figures.py");
    let library = match document.rsplit_once('.') {
        Some((_, "xlsx")) => "openpyxl",
        Some((_, "docx")) => "docx",
        _ => "html.parser",
    };
    let mut python = tools::python_with(library)?;
    let output = python.arg(script).arg(page).arg(sandbox.path(document)).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).trim().to_owned();
    Some(match output.status.success() {
        true => Ok(text(output.stdout).parse().unwrap()),
        false => Err(text(output.stderr)),
    })
}

fn write(sandbox: &Sandbox, args: &[&str], file: &str) {
    let output = sandbox.output(&[args, &["--output", file, "-q"]].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Every page in a format, in both languages, against its JSON.
fn agrees_with_the_json(ending: &str) {
    for lang in ["zh", "en"] {
        let sandbox = after_the_round(lang);
        for (name, args) in PAGES {
            write(&sandbox, args, "页.json");
            let file = format!("{name}.{ending}");
            write(&sandbox, args, &file);
            let Some(found) = figures(&sandbox, &sandbox.path("页.json"), &file) else { return };
            let found = found.unwrap_or_else(|differs| panic!("{file}: {differs}"));
            assert!(found > 5, "{file}: {found} figures");
        }
    }
}

#[test]
fn every_figure_of_a_workbook_is_that_of_the_json() {
    agrees_with_the_json("xlsx");
}

#[test]
fn every_figure_of_a_text_document_is_that_of_the_json() {
    agrees_with_the_json("docx");
}

#[test]
fn every_figure_of_an_html_page_is_that_of_the_json() {
    agrees_with_the_json("html");
}

#[test]
fn a_figure_that_differs_is_found() {
    let sandbox = after_the_round("zh");
    for ending in FILES {
        write(&sandbox, &["summary"], &format!("总体情况.{ending}"));
    }
    let page = sandbox.stdout(&["summary", "--format", "json"]);
    let spoil = [
        ("\"value\": 193", "\"value\": 194"),
        ("\"value\": 2594300000000", "\"value\": 2594300000001"),
        ("\"percent\": \"50.3\"", "\"percent\": \"50.4\""),
        ("\"value\": 13441968912", "\"value\": 13442968912"),
    ];
    for (right, wrong) in spoil {
        assert!(page.contains(right), "{right}");
        sandbox.write("页.json", page.replacen(right, wrong, 1).as_bytes());
        for ending in FILES {
            let file = format!("总体情况.{ending}");
            let Some(found) = figures(&sandbox, &sandbox.path("页.json"), &file) else { return };
            assert!(found.unwrap_err().contains("differ"), "{file}: {right}");
        }
    }
}

#[test]
fn the_same_state_gives_the_same_bytes() {
    let sandbox = after_the_round("zh");
    for ending in FILES {
        for (name, args) in PAGES {
            let bytes = ["一", "二"].map(|copy| {
                let file = format!("{name}{copy}.{ending}");
                write(&sandbox, args, &file);
                std::fs::read(sandbox.path(&file)).unwrap()
            });
            assert_eq!(bytes[0], bytes[1], "{name}.{ending}");
        }
    }
}

#[test]
fn a_document_needs_a_file_and_says_so_before_anything_is_done() {
    let sandbox = after_the_round("zh");
    for format in FILES {
        let refused = sandbox.session(&["summary", "--format", format]);
        assert!(refused.contains("--output") && refused.ends_with("--- exit 2"), "{refused}");
        let before = std::fs::read(sandbox.path("t.db")).unwrap();
        let log = ["activity", "log", "--kind", "促进活动", "--district", "昆山", "--text", "示例"];
        let refused = sandbox.session(&[&log[..], &["--format", format]].concat());
        assert!(refused.contains("--output") && refused.ends_with("--- exit 2"), "{refused}");
        assert_eq!(std::fs::read(sandbox.path("t.db")).unwrap(), before);
    }
}

#[test]
fn papers_go_to_a_folder_one_for_each_district() {
    let sandbox = after_the_round("zh");
    let told = sandbox.session(&["feedback", "--all", "--format", "xlsx", "--output-dir", "反馈"]);
    assert!(told.ends_with("--- exit 0"), "{told}");
    let files = std::fs::read_dir(sandbox.path("反馈")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    assert_eq!(names.filter(|name| name.ends_with(".xlsx")).count(), 10);
}

#[test]
fn a_target_that_cannot_be_written_is_refused_and_nothing_is_left() {
    let sandbox = after_the_round("zh");
    for ending in FILES {
        let file = format!("没有的文件夹/汇总.{ending}");
        let refused = sandbox.session(&["summary", "--output", &file]);
        assert!(refused.ends_with("--- exit 1"), "{refused}");
        assert!(refused.contains("没有的文件夹"), "{refused}");
        let folder = format!("文件夹.{ending}");
        std::fs::create_dir(sandbox.path(&folder)).unwrap();
        let refused = sandbox.session(&["summary", "--output", &folder]);
        assert!(refused.ends_with("--- exit 1") && refused.contains(&folder), "{refused}");
    }
    let left = std::fs::read_dir(sandbox.folder.path()).unwrap();
    let left: Vec<_> = left.map(|file| file.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with(".tmp")), "{left:?}");
}

#[test]
fn the_whole_list_as_a_workbook_imports_again_without_a_change() {
    for lang in ["zh", "en"] {
        let sandbox = after_the_round(lang);
        write(&sandbox, &["list", "--columns", "all"], "全库.xlsx");
        let args = ["import", "全库.xlsx", "--month", "2020-02", "--dry-run", "--yes"];
        let page = sandbox.stdout(&[&args[..], &["--format", "json"]].concat());
        let page: serde_json::Value = serde_json::from_str(&page).unwrap();
        let total = page["tables"][0]["rows"].as_array().unwrap().last().unwrap();
        assert_eq!(total["row"], "total", "{total}");
        assert_eq!(total["unchanged"], 193, "{total}");
        assert_eq!(total["rejected"], 0, "{total}");
    }
}

/// The pages that another program prints of a document; `None` where it is missing.
fn printed(sandbox: &Sandbox, file: &str) -> Option<String> {
    let mut office = tools::office(sandbox.folder.path())?;
    let folder = sandbox.folder.path();
    let done = office
        .args(["--convert-to", "pdf", "--outdir"])
        .arg(folder)
        .arg(sandbox.path(file))
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let pdf = sandbox.path(file).with_extension("pdf");
    let info = tools::pdf("pdfinfo")?.arg(&pdf).output().unwrap();
    let text = tools::pdf("pdftotext")?.arg("-layout").arg(&pdf).arg("-").output().unwrap();
    Some(String::from_utf8(info.stdout).unwrap() + &String::from_utf8(text.stdout).unwrap())
}

#[test]
fn a_workbook_prints_on_a4_in_landscape_with_its_header_on_every_page() {
    let sandbox = after_the_round("zh");
    write(&sandbox, &["list"], "清单.xlsx");
    let Some(print) = printed(&sandbox, "清单.xlsx") else { return };
    assert!(print.contains("841.89 x 595.3"), "{print}");
    let pages = print.matches("页，共").count();
    assert!(pages > 3, "{print}");
    assert_eq!(print.matches("投资总额（万美元）").count(), pages, "{print}");
    assert!(print.contains(&format!("第 1 页，共 {pages} 页")), "{print}");
    assert!(!print.contains("###"), "{print}");
}

#[test]
fn a_text_document_prints_its_header_on_every_sheet_and_its_number_below() {
    let sandbox = after_the_round("zh");
    write(&sandbox, &["list"], "清单.docx");
    let Some(print) = printed(&sandbox, "清单.docx") else { return };
    assert!(print.contains("595.304 x 841.89"), "{print}");
    let pages = print.matches('\u{c}').count();
    assert!(pages > 3, "{print}");
    assert_eq!(print.matches("项目编号").count(), pages, "{print}");
    let bare = print.replace(' ', "");
    for page in 1..=pages {
        assert!(bare.contains(&format!("—{page}—")), "{page}: {print}");
    }
    write(&sandbox, &["summary", "district"], "板块.docx");
    let Some(print) = printed(&sandbox, "板块.docx") else { return };
    assert!(print.contains("841.89 x 595.304"), "more than six columns lie across: {print}");
}

#[test]
fn an_html_page_prints_its_header_and_its_number_on_every_sheet_of_a4() {
    let sandbox = after_the_round("zh");
    write(&sandbox, &["list"], "清单.html");
    let Some(seen) = browse(&sandbox, "清单.html", &[], Some("清单.pdf")) else { return };
    assert_eq!((seen.said.as_array().unwrap().len(), seen.asked.as_array().unwrap().len()), (0, 1));
    let pdf = sandbox.path("清单.pdf");
    let Some(mut text) = tools::pdf("pdftotext") else { return };
    let text = text.arg("-layout").arg(&pdf).arg("-").output().unwrap();
    let text = String::from_utf8(text.stdout).unwrap();
    let bare: String = text.chars().filter(|c| *c == '\u{c}' || !c.is_whitespace()).collect();
    let pages = bare.matches('\u{c}').count();
    assert!(pages > 3, "{text}");
    for (page, sheet) in (1..).zip(bare.split('\u{c}').take(pages)) {
        assert!(sheet.contains("编号名称") || sheet.contains("项目编号"), "{page}: {sheet}");
        assert!(sheet.contains(&format!("—{page}—")), "{page}: {sheet}");
    }
    for number in 1..=193 {
        assert!(bare.contains(&format!("XM2020-{number:04}")), "{number}");
    }
    let Some(mut info) = tools::pdf("pdfinfo") else { return };
    let info = String::from_utf8(info.arg(&pdf).output().unwrap().stdout).unwrap();
    assert!(info.contains("594.96 x 841.92"), "{info}");
}
