//! Workbooks as districts send them: read as they are, or refused in a sentence.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use sandbox::{Sandbox, first_batch};
use std::io::Write;
use std::path::Path;

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

/// The file of the second part added to a workbook.
fn with_part(book: Vec<u8>, name: &str, content: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new_append(std::io::Cursor::new(book)).unwrap();
    zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(content).unwrap();
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_with_macros_is_read_and_they_are_not_run() {
    let good = book(|it| fill(it.add_worksheet().set_name("进展").unwrap(), &PROJECTS));
    let sandbox = Sandbox::with_library("zh");
    sandbox.write("昆山市2020年2月.xlsm", &with_part(good, "xl/vbaProject.bin", &[0xcc; 4096]));
    let session = sandbox.session(&["import", "昆山市2020年2月.xlsm", "--admit"]);
    assert!(session.ends_with("--- exit 0"), "{session}");
    let list = sandbox.stdout(&["list"]);
    assert!(PROJECTS.iter().all(|(name, _)| list.contains(name)), "{list}");
}

#[test]
fn an_old_workbook_is_read_like_a_new_one() {
    let sandbox = Sandbox::with_library("zh");
    let bytes = include_bytes!("files/old_book.xls");
    sandbox.write("昆山市2020年2月.et", bytes);
    let file = "昆山市2020年2月.et";
    let asked = sandbox.session(&["import", file, "--admit", "--yes"]);
    let import = sandbox.session(&["import", file, "--admit", "--yes", "--hidden", "include"]);
    let columns = "名称,投资总额,签约时间,责任单位";
    let list = sandbox.session(&["list", "--columns", columns]);
    insta::assert_snapshot!(format!("{asked}\n\n{import}\n\n{list}"));
}

#[test]
fn text_with_tabs_is_read_under_the_name_of_a_workbook() {
    let sandbox = Sandbox::with_library("zh");
    let text = format!("{}\n1\t示例甲项目\t15000\t在谈\t签约大会\n", HEAD.join("\t"));
    sandbox.write("昆山市2020年2月.xls", text.as_bytes());
    let session = sandbox.session(&["import", "昆山市2020年2月.xls", "--admit"]);
    assert!(session.ends_with("--- exit 0"), "{session}");
    assert!(sandbox.stdout(&["list"]).contains("示例甲项目"));
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
