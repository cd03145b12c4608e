//! Every way to spoil a file: one minimal file each under `tests/files/errors`, and the sentence
//! that a clerk gets; exit 1, the library unchanged. The sentences stand beside the files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/errors")
}

/// A file, the way it is spoiled, and what is said of it on the command line.
struct Way {
    file: String,
    way: String,
    arguments: Vec<String>,
}

fn ways() -> Vec<Way> {
    let mut listed = csv::Reader::from_path(folder().join("ways.csv")).unwrap();
    let rows = listed.records().map(|row| {
        let row = row.unwrap();
        let arguments = row[2].split(' ').map(str::to_owned).collect();
        Way { file: row[0].to_owned(), way: row[1].to_owned(), arguments }
    });
    rows.collect()
}

/// A library with a project in each of two districts.
fn prepared(lang: &'static str) -> Sandbox {
    let sandbox = Sandbox::with_library(lang);
    for (district, name, investor) in
        [("常熟", "常熟旧项目", "旧公司"), ("昆山", "昆山旧光学膜片生产基地项目", "丙公司")]
    {
        let known = ["--name", name, "--district", district, "--investor", investor];
        let more = ["--origin", "香港", "--total", "12000万美元", "--basis", "签约大会", "--quiet"];
        let added = sandbox.output(&[&["add"][..], &known, &more].concat());
        assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    }
    sandbox
}

/// What is said of a file, without the line that counts the rows rejected: it is always the same.
fn sentence(sandbox: &Sandbox, way: &Way) -> String {
    let bytes = std::fs::read(folder().join(&way.file)).unwrap();
    let file = sandbox.write(&way.file, &bytes);
    let mut args = vec!["import", &file, "--quiet", "--output", "plan.txt"];
    args.extend(way.arguments.iter().map(String::as_str));
    let output = sandbox.output(&args);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{file}: {said}");
    assert!(!said.contains("panicked"), "{file}: {said}");
    let lines = said.lines().filter(|line| !line.contains("--accept-valid"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The table: each file, the way, and the sentence.
fn told(lang: &'static str) -> String {
    let sandbox = prepared(lang);
    let before = sandbox.content();
    let mut table = String::new();
    for way in ways() {
        let sentence = sentence(&sandbox, &way);
        let named = sentence.contains(&way.file) || way.file == "unknown_district.csv";
        assert!(named, "{} is not named: {sentence}", way.file);
        assert_eq!(sandbox.content(), before, "{} changed the library", way.file);
        table += &format!("{}  {}\n    {}\n", way.file, way.way, sentence.replace('\n', "\n    "));
    }
    table
}

fn hold(name: &str, table: &str) {
    insta::with_settings!({
        snapshot_path => folder(),
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(name, table);
    });
}

#[test]
fn every_way_to_spoil_a_file_has_its_sentence_in_chinese() {
    hold("sentences.zh", &told("zh"));
}

#[test]
fn every_way_to_spoil_a_file_has_its_sentence_in_english() {
    hold("sentences.en", &told("en"));
}

#[test]
fn the_ways_are_many_and_each_is_its_own() {
    let ways = ways();
    assert!(ways.len() >= 40, "{} ways", ways.len());
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for it in &ways {
        assert_eq!(seen.insert(&it.way, &it.file), None, "{} is told twice", it.way);
    }
    let files = std::fs::read_dir(folder()).unwrap().map(|it| it.unwrap().file_name());
    let mut files: Vec<String> = files.map(|it| it.to_string_lossy().into_owned()).collect();
    files.retain(|it| !["make.py", "ways.csv", "README.md"].contains(&it.as_str()));
    files.retain(|it| !it.contains(".snap"));
    files.sort();
    let mut listed: Vec<String> = ways.into_iter().map(|way| way.file).collect();
    listed.sort();
    assert_eq!(files, listed, "every file is listed, and every listed file stands there");
}
