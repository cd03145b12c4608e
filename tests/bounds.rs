//! What is far larger than it looks: refused in a sentence, in little time and memory. Each command
//! is run with no more memory than a small workbook needs and 64 MiB.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg(target_os = "linux")]

mod sandbox;

use sandbox::Sandbox;
use std::io::{Cursor, Write};
use std::os::unix::process::ExitStatusExt;
use std::process::Output;
use std::time::{Duration, Instant};

const MEGA: usize = 1024 * 1024;
/// What the optimised program itself takes is not counted among the 64 MiB here.
const MORE: usize = 51;
/// Unoptimised, on a machine that is busy with other tests; optimised it is a second.
const LONG: Duration = Duration::from_secs(20);

const ROOT: &str = r#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const RELATIONS: &str = r#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns:r="r"><sheets><sheet name="进展" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const ROWS: &str = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>项目名称</t></is></c><c r="B1" t="inlineStr"><is><t>投资总额（万美元）</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>示例甲项目</t></is></c><c r="B2"><v>12000</v></c></row>"#;

/// A workbook of these parts: the sheet, the shared strings, the styles, the list of sheets.
fn xlsx(sheet: &str, strings: &str, styles: &str, book: &str) -> Vec<u8> {
    let parts = [
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings),
        ("xl/styles.xml", styles),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn sheet(more: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{ROWS}{more}</sheetData></worksheet>");
    xlsx(&sheet, "<sst/>", "<styleSheet/>", BOOK)
}

fn rows(count: usize, cells: impl Fn(usize) -> String) -> String {
    (3..3 + count).map(|row| format!("<row r=\"{row}\">{}</row>", cells(row))).collect()
}

fn strings(unit: &str, megabytes: usize) -> Vec<u8> {
    let strings = format!("<sst>{}</sst>", unit.repeat(megabytes * MEGA / unit.len()));
    xlsx("<worksheet/>", &strings, "<styleSheet/>", BOOK)
}

/// The sizes that a ZIP says its parts have, all made to say that they are small.
fn lying(mut zip: Vec<u8>) -> Vec<u8> {
    for (mark, at) in [(b"PK\x03\x04", 22), (b"PK\x01\x02", 24)] {
        let places: Vec<usize> =
            (0..zip.len() - 4).filter(|place| zip[*place..].starts_with(mark)).collect();
        for place in places {
            zip[place + at..place + at + 4].copy_from_slice(&100u32.to_le_bytes());
        }
    }
    zip
}

fn many_parts() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
    for number in 0..20_000 {
        let name = format!("xl/{number}");
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An xls with one sheet of these records, behind its globals.
fn xls(shared: &[u8], cells: &[u8]) -> Vec<u8> {
    let record = |kind: u16, bytes: &[u8]| {
        [&kind.to_le_bytes(), &(bytes.len() as u16).to_le_bytes(), bytes].concat()
    };
    let begin = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let end = record(0x000a, &[]);
    let tab =
        |at: usize| record(0x0085, &[&(at as u32).to_le_bytes()[..], &[0, 0, 1, 0, b's']].concat());
    let at = begin(5).len() + tab(0).len() + shared.len() + end.len();
    let stream = [&begin(5), &tab(at), shared, &end, &begin(16), cells, &end].concat();
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook").unwrap().write_all(&stream).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

fn record(kind: u16, numbers: &[u16], more: &[u8]) -> Vec<u8> {
    let bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
    let bytes = [&bytes, more].concat();
    [&kind.to_le_bytes()[..], &(bytes.len() as u16).to_le_bytes(), &bytes].concat()
}

/// A text of 4,000 characters, and 100,000 cells that show it.
fn shared_text_of_an_xls() -> Vec<u8> {
    let text: Vec<u8> = "长".repeat(4000).encode_utf16().flat_map(u16::to_le_bytes).collect();
    let shared = record(0x00fc, &[1, 0, 1, 0, 4000], &[&[1], &text[..]].concat());
    let cells: Vec<u8> = (0..100_000u32)
        .flat_map(|n| record(0x00fd, &[(n % 65_536) as u16, (n / 65_536) as u16, 0, 0, 0], &[]))
        .collect();
    xls(&shared, &cells)
}

fn far_cells_of_an_xls() -> Vec<u8> {
    let numbers = |row, column| record(0x0203, &[row, column, 0], &1.0f64.to_le_bytes());
    xls(&[], &(0..65_535).flat_map(|row| numbers(row, 65_535)).collect::<Vec<u8>>())
}

/// Each shape: what the answer says, and the bytes.
fn shapes() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let (large, damaged) = ("过大", "已损坏");
    let spaces = sheet(&" ".repeat(64 * MEGA));
    let text = "长".repeat(32_000);
    let shared = rows(60_000, |row| format!("<c r=\"A{row}\" t=\"s\"><v>0</v></c>"));
    let shared = format!("<worksheet><sheetData>{ROWS}{shared}</sheetData></worksheet>");
    let styles =
        format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(2 * MEGA));
    let tabs: String = (0..200)
        .map(|n| format!("<sheet name=\"{n}\" sheetId=\"{}\" r:id=\"r1\"/>", n + 1))
        .collect();
    let tabs = format!("<workbook xmlns:r=\"r\"><sheets>{tabs}</sheets></workbook>");
    let html = |more: &str| format!("<html><table><tr><td>{more}</table>").into_bytes();
    vec![
        ("一张大表.xlsx", large, spaces.clone()),
        ("许多空行.xlsx", large, sheet(&"<row/>".repeat(8 * MEGA))),
        (
            "一长串字.xlsx",
            large,
            sheet(&format!("<row><c><v>{}</v></c></row>", "9".repeat(8 * MEGA))),
        ),
        ("字符串表.xlsx", large, strings("<si><t/></si>", 32)),
        ("样式.xlsx", large, xlsx("<worksheet/>", "<sst/>", &styles, BOOK)),
        ("谎报大小.xlsx", damaged, lying(spaces)),
        ("两万个部件.xlsx", large, many_parts()),
        ("一表多名.xlsx", damaged, xlsx("<worksheet/>", "<sst/>", "<styleSheet/>", &tabs)),
        (
            "共用长文.xlsx",
            large,
            xlsx(&shared, &format!("<sst><si><t>{text}</t></si></sst>"), "<styleSheet/>", BOOK),
        ),
        (
            "右下角.xlsx",
            "超出第512列",
            sheet(r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#),
        ),
        (
            "每行最右.xlsx",
            "超出第512列",
            sheet(&rows(60_000, |row| format!("<c r=\"XFD{row}\"><v>1</v></c>"))),
        ),
        ("层层嵌套.xlsx", large, sheet(&"<a>".repeat(4 * MEGA))),
        (
            "无数合并.xls",
            "没有找到表头",
            html(&"<tr><td rowspan=1000000000 colspan=1000000000>x".repeat(2000)),
        ),
        ("层层表格.xls", "没有表格", html(&"<table><tr><td>".repeat(50_000))),
        ("共用长文.xls", large, shared_text_of_an_xls()),
        ("每行最右.xls", "没有找到表头", far_cells_of_an_xls()),
    ]
}

/// An import with so many MiB of address space.
fn within(sandbox: &Sandbox, megabytes: usize, file: &str) -> Output {
    let limit = format!("ulimit -v {} && exec \"$0\" \"$@\"", megabytes * 1024);
    let args = ["import", file, "--month", "2020-02", "--district", "昆山", "-q", "--dry-run"];
    sandbox.under(&["/bin/sh", "-c", &limit], &args).output().unwrap()
}

#[test]
fn what_is_far_larger_than_it_looks_is_refused_in_little_time_and_memory() {
    let sandbox = Sandbox::with_library("zh");
    sandbox.write("小表.xlsx", &sheet(""));
    let enough = |megabytes: &usize| within(&sandbox, *megabytes, "小表.xlsx").status.success();
    let needed = (16..2048).step_by(8).find(enough).expect("a small workbook is imported");
    for (name, says, bytes) in shapes() {
        sandbox.write(name, &bytes);
        let begun = Instant::now();
        let output = within(&sandbox, needed + MORE, name);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.signal(), None, "{name} was cut down: {said}");
        assert_eq!(output.status.code(), Some(1), "{name}: {said}");
        assert!(said.contains(name) && said.contains(says), "{name}: {said}");
        assert!(begun.elapsed() < LONG, "{name} took {:?}", begun.elapsed());
    }
}
