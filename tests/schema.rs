//! Every text document is held against the schema of WordprocessingML (ECMA-376) by a program of
//! others that has a copy of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::round::after_the_round;
use sandbox::{Sandbox, tools};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// What is wrong with documents, and how many parts were looked at; `None` where the program is
/// missing.
fn faults(documents: &[PathBuf]) -> Option<(Vec<String>, usize)> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/papers/schema.py");
    let run = tools::python_with("openxml_audit")?.arg(script).args(documents).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let said = String::from_utf8(run.stdout).unwrap();
    let mut lines: Vec<String> = said.lines().map(str::to_owned).collect();
    let parts = lines.pop().unwrap().parse().unwrap();
    Some((lines, parts))
}

fn run(sandbox: &Sandbox, line: &str) {
    let args: Vec<&str> = line.split(' ').collect();
    let output = sandbox.output(&args);
    assert!(output.status.success(), "{line}: {output:?}");
}

fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.extension().is_some_and(|ending| ending == "docx"));
    found.sort();
    found
}

#[test]
fn every_part_of_every_text_document_follows_the_schema() {
    let sandbox = after_the_round("zh");
    let pages = [
        "summary",
        "meeting show DB2020-03",
        "meeting ready DB2020-03 --all",
        "list --columns all",
        "circular --month 2020-02",
        "show XM2020-0001",
    ];
    std::fs::create_dir(sandbox.path("页")).unwrap();
    for (number, page) in pages.into_iter().enumerate() {
        run(&sandbox, &format!("{page} --output 页/{number}.docx"));
    }
    run(&sandbox, "letter write HD2020-0001 HD2020-0004 --output-dir 函");
    run(&sandbox, "letter write HD2020-0001 HD2020-0004 --head letter --output-dir 版头");
    run(&sandbox, "pack DB2020-03 --output-dir 材料");
    let folders = ["页", "函", "版头", "材料"];
    let found: Vec<PathBuf> =
        folders.into_iter().flat_map(|folder| documents(&sandbox.path(folder))).collect();
    assert!(found.len() >= 16, "{found:?}");
    let Some((faults, parts)) = faults(&found) else { return };
    assert_eq!(faults, Vec::<String>::new());
    assert!(parts > 8 * found.len(), "{parts}");
}

/// A copy of a document in which one part says something else.
fn spoiled(document: &Path, part: &str, right: &str, wrong: &str) -> PathBuf {
    let mut from = zip::ZipArchive::new(std::fs::File::open(document).unwrap()).unwrap();
    let path = document.with_file_name("坏.docx");
    let mut to = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    for index in 0..from.len() {
        let mut text = String::new();
        let mut entry = from.by_index(index).unwrap();
        entry.read_to_string(&mut text).unwrap();
        let name = entry.name().unwrap().into_owned();
        if name == part {
            assert!(text.contains(right), "{right} in {part}");
            text = text.replacen(right, wrong, 1);
        }
        to.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        to.write_all(text.as_bytes()).unwrap();
    }
    to.finish().unwrap();
    path
}

#[test]
fn what_breaks_the_schema_is_found_in_every_part() {
    let sandbox = after_the_round("zh");
    run(&sandbox, "letter write HD2020-0004 --head letter --output-dir 函");
    let letter = sandbox.path("函/HD2020-0004资规函.docx");
    let body = r#"<w:pPr><w:pStyle w:val="BodyText"/>"#;
    let cases = [
        ("word/document.xml", body, r#"<w:pPr><w:jc w:val="left"/><w:pStyle w:val="BodyText"/>"#),
        ("word/document.xml", r#"w:hint="eastAsia""#, r#"w:hint="chinese""#),
        ("word/styles.xml", "<w:qFormat/><w:pPr>", "<w:pPr/><w:qFormat/><w:pPr>"),
        ("word/settings.xml", "<w:evenAndOddHeaders/>", "<w:evenAndOdd/>"),
        ("word/header1.xml", "<w:pPr>", "<w:pPr><w:jc w:val=\"left\"/>"),
        ("word/footer1.xml", r#"<w:jc w:val="right"/>"#, r#"<w:jc w:val="outside"/>"#),
        ("word/fontTable.xml", "<w:charset", "<w:pitch w:val=\"fixed\"/><w:charset"),
    ];
    for (part, right, wrong) in cases {
        let copy = spoiled(&letter, part, right, wrong);
        let Some((faults, _)) = faults(&[copy]) else { return };
        assert!(faults.iter().any(|fault| fault.contains(part)), "{part}: {faults:?}");
    }
}
