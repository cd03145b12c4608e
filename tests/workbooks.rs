//! Workbooks as districts send them: read as they are, or refused in a sentence.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use sandbox::{Sandbox, first_batch};
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

const HEAD: [&str; 5] = ["序号", "项目名称", "投资总额（万美元）", "推进阶段", "入库依据"];

/// A sheet with the usual header and one row per project.
fn fill(sheet: &mut Worksheet, projects: &[(&str, f64)]) {
    for (column, heading) in HEAD.iter().enumerate() {
        sheet.write(0, column as u16, *heading).unwrap();
    }
    for (row, (name, total)) in (1u32..).zip(projects) {
        sheet.write(row, 0, row).unwrap();
        sheet.write(row, 1, *name).unwrap();
        sheet.write(row, 2, *total).unwrap();
        sheet.write(row, 3, "在谈").unwrap();
        sheet.write(row, 4, "签约大会").unwrap();
    }
}

fn book(build: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    build(&mut workbook);
    workbook.save_to_buffer().unwrap()
}

const PROJECTS: [(&str, f64); 3] =
    [("示例甲项目", 15000.0), ("示例乙项目", 8000.0), ("示例丙项目", 9000.0)];

#[test]
fn the_same_projects_in_ten_other_layouts_change_nothing() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/first-batch/workbooks");
    let mut books: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().to_string_lossy().into_owned())
        .filter(|path| path.ends_with(".xlsx") || path.ends_with(".xls"))
        .collect();
    books.sort();
    assert_eq!(books.len(), 10);
    let sandbox = Sandbox::with_library("zh");
    let csv: Vec<String> =
        first_batch().iter().map(|path| path.to_string_lossy().into_owned()).collect();
    let import = |files: &[String], more: &[&str]| {
        let mut args = vec!["import"];
        args.extend(files.iter().map(String::as_str));
        args.extend(["--month", "2020-02", "--yes", "--format", "json"]);
        args.extend(more);
        let output = sandbox.output(&args);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let page: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let rows = page["tables"][0]["rows"].as_array().unwrap().clone();
        let total = rows.into_iter().find(|row| row["row"] == "total").unwrap();
        ["new", "changed", "unchanged", "to_screen", "rejected"].map(|class| total[class].clone())
    };
    assert_eq!(import(&csv, &["--admit"]), [193, 0, 0, 0, 0]);
    let content = sandbox.content();
    assert_eq!(import(&books, &["--hidden", "include"]), [0, 0, 193, 0, 0]);
    assert_eq!(sandbox.content(), content);
}

#[test]
fn what_cannot_be_read_is_refused_in_a_sentence() {
    for lang in ["zh", "en"] {
        let sandbox = Sandbox::with_library(lang);
        let good = book(|it| fill(it.add_worksheet(), &PROJECTS));
        let mut damaged = good.clone();
        damaged.truncate(good.len() / 2);
        sandbox.write("昆山市2020年2月损坏.xlsx", &damaged);
        sandbox.write("昆山市2020年2月加密.xlsx", &encrypted());
        sandbox.write("昆山市2020年2月炸弹.xlsx", &bomb());
        sandbox.write("昆山市2020年2月空.xlsx", &book(|it| _ = it.add_worksheet()));
        let prose = "<html><body><p>没有表格</p></body></html>";
        sandbox.write("昆山市2020年2月网页.xls", prose.as_bytes());
        let hidden = book(|it| {
            let sheet = it.add_worksheet().set_name("进展").unwrap();
            fill(sheet, &PROJECTS);
            sheet.set_row_hidden(2).unwrap();
            sheet.set_column_hidden(2).unwrap();
            sheet.autofilter(0, 0, 3, 4).unwrap();
        });
        sandbox.write("昆山市2020年2月隐藏行列.xlsx", &hidden);
        let hidden = book(|it| {
            fill(it.add_worksheet().set_name("进展").unwrap(), &PROJECTS[..1]);
            let other = it.add_worksheet().set_name("旧表").unwrap();
            fill(other, &PROJECTS[1..]);
            other.set_hidden(true);
        });
        sandbox.write("昆山市2020年2月隐藏表.xlsx", &hidden);
        let text = book(|it| {
            let sheet = it.add_worksheet().set_name("进展").unwrap();
            fill(sheet, &PROJECTS);
            sheet.write(2, 2, "八千").unwrap();
            sheet.write(3, 3, "不知道").unwrap();
        });
        sandbox.write("昆山市2020年2月错值.xlsx", &text);
        let content = sandbox.content();
        let mut files: Vec<String> = std::fs::read_dir(sandbox.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .filter(|name| name.starts_with("昆山"))
            .collect();
        files.sort();
        let started = Instant::now();
        let sessions: Vec<String> = files
            .iter()
            .map(|file| {
                let session = sandbox.session(&["import", file, "--yes", "-q"]);
                assert!(session.ends_with("--- exit 1"), "{session}");
                session
            })
            .collect();
        assert!(started.elapsed() < Duration::from_secs(60), "a bomb does not stop the clerk");
        insta::assert_snapshot!(format!("refused_workbooks_{lang}"), sessions.join("\n\n"));
        assert_eq!(sandbox.content(), content);
    }
}

/// An OLE container that says it holds an encrypted package.
fn encrypted() -> Vec<u8> {
    let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    bytes.resize(512, 0);
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(4096, 0);
    bytes
}

/// A few kilobytes that unpack to far more than any sheet needs.
fn bomb() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    zip.start_file("xl/workbook.xml", options).unwrap();
    zip.write_all(b"<workbook/>").unwrap();
    zip.start_file("xl/worksheets/sheet1.xml", options).unwrap();
    let block = vec![b' '; 1 << 20];
    for _ in 0..64 {
        zip.write_all(&block).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn hidden_parts_are_read_or_left_out_as_the_clerk_says() {
    let hidden = book(|it| {
        let sheet = it.add_worksheet().set_name("进展").unwrap();
        fill(sheet, &PROJECTS);
        sheet.set_row_hidden(2).unwrap();
        let other = it.add_worksheet().set_name("旧表").unwrap();
        fill(other, &[("示例丁项目", 7000.0)]);
        other.set_hidden(true);
    });
    for (how, projects) in [("include", 4), ("skip", 2)] {
        let sandbox = Sandbox::with_library("zh");
        sandbox.write("昆山市2020年2月.xlsx", &hidden);
        let session =
            sandbox.session(&["import", "昆山市2020年2月.xlsx", "--admit", "--hidden", how]);
        assert!(session.ends_with("--- exit 0"), "{session}");
        let list: serde_json::Value =
            serde_json::from_str(&sandbox.stdout(&["list", "--format", "json"])).unwrap();
        assert_eq!(list["tables"][0]["rows"].as_array().unwrap().len(), projects, "{how}");
    }
}

#[test]
fn a_sheet_that_holds_the_others_again_is_not_counted_and_its_differences_are_told() {
    let bytes = book(|it| {
        let whole = it.add_worksheet().set_name("总表").unwrap();
        let more = [("示例甲项目", 15000.0), ("示例乙项目", 8800.0), ("示例戊项目", 1.0)];
        fill(whole, &more);
        fill(it.add_worksheet().set_name("昆山市").unwrap(), &PROJECTS[..1]);
        fill(it.add_worksheet().set_name("太仓市").unwrap(), &PROJECTS[1..]);
        it.add_worksheet().set_name("说明").unwrap().write(0, 0, "填报说明").unwrap();
    });
    let sandbox = Sandbox::with_library("zh");
    sandbox.write("2020年2月.xlsx", &bytes);
    let import = sandbox.session(&["import", "2020年2月.xlsx", "--admit", "--yes"]);
    let list = sandbox.session(&["list"]);
    insta::assert_snapshot!(format!("{import}\n\n{list}"));
}

#[test]
fn cells_keep_what_they_say() {
    let day = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
    let month = Format::new().set_num_format("yyyy\"年\"m\"月\"");
    let bytes = book(|it| {
        let sheet = it.add_worksheet().set_name("进展").unwrap();
        fill(sheet, &PROJECTS[..2]);
        sheet.write(0, 5, "签约时间").unwrap();
        sheet.write(0, 6, "责任单位").unwrap();
        let date = |text: &str| ExcelDateTime::parse_from_str(text).unwrap();
        sheet.write_with_format(1, 5, date("2020-01-09"), &day).unwrap();
        sheet.write_with_format(2, 5, date("2020-02-01"), &month).unwrap();
        sheet.write(1, 2, "１.２亿美元").unwrap();
        sheet.write_formula(2, 2, Formula::new("=4000*2").set_result("8000")).unwrap();
        sheet.merge_range(1, 6, 2, 6, "示例园区管委会", &Format::new()).unwrap();
    });
    let sandbox = Sandbox::with_library("zh");
    sandbox.write("昆山市2020年2月.xlsx", &bytes);
    let import = sandbox.session(&["import", "昆山市2020年2月.xlsx", "--admit", "--yes"]);
    let columns = "名称,投资总额,签约时间,责任单位";
    let list = sandbox.session(&["list", "--columns", columns]);
    insta::assert_snapshot!(format!("{import}\n\n{list}"));
}
