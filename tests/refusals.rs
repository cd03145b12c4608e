//! Refusals of commands: one sentence with place and next step, exit 1 (2 for wrong usage), the
//! library's content unchanged. Those of files stand in `errors.rs`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;

const HEAD: &str = "项目名称,外方投资者,国别,行业,投资总额（万美元）,推进阶段,签约时间,入库依据\n";
const GOOD: &str = "澄屿光学项目,澄屿控股,香港,电子信息,12000,在谈,,签约大会\n";

fn prepared(lang: &'static str) -> Sandbox {
    let sandbox = Sandbox::with_library(lang);
    for (district, name, investor) in
        [("常熟", "常熟旧项目", "旧公司"), ("昆山", "昆山旧光学膜片生产基地项目", "丙公司")]
    {
        let added = sandbox.output(&[
            "add",
            "--name",
            name,
            "--district",
            district,
            "--investor",
            investor,
            "--origin",
            "香港",
            "--total",
            "12000万美元",
            "--basis",
            "签约大会",
            "--quiet",
        ]);
        assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    }
    sandbox
}

#[test]
fn what_is_given_wrongly_is_refused_before_a_file_is_read() {
    let month = ["--month", "2020-02"];
    for lang in ["zh", "en"] {
        let sandbox = prepared(lang);
        sandbox.write("a.csv", format!("{HEAD}{GOOD}").as_bytes());
        let before = sandbox.content();
        let session = |args: &[&str]| sandbox.session(&[&["import"], args, &month].concat());
        let sessions = [
            session(&["a.csv", "--district", "火星"]),
            session(&["没有.csv", "--district", "昆山"]),
            session(&["a.csv", "--district", "昆山", "--encoding", "big5"]),
        ];
        assert!(sessions.iter().all(|it| !it.ends_with("--- exit 0")), "{sessions:?}");
        assert_eq!(sandbox.content(), before);
        insta::assert_snapshot!(format!("given_{lang}"), sessions.join("\n\n"));
    }
}

#[test]
fn an_entry_without_grounds_is_refused_with_all_findings_and_enters_by_override() {
    let sandbox = Sandbox::with_library("zh");
    let add = ["add", "--name", "小项目", "--district", "昆山", "--total", "500万美元"];
    let refused = sandbox.session(&add);
    assert_eq!(sandbox.output(&add).status.code(), Some(1));
    let mut by_override = add.to_vec();
    by_override.extend(["--override", "市领导专题会议要求", "--approved-by", "王某", "--quiet"]);
    assert!(sandbox.output(&by_override).status.success());
    let overview = sandbox.stdout(&["summary", "overview"]);
    assert!(overview.contains("例外入库") && overview.contains("市领导专题会议要求"), "{overview}");
    insta::assert_snapshot!(refused);
    assert_eq!(
        sandbox
            .output(&["add", "--name", "又一", "--district", "昆山", "--override", "理由"])
            .status
            .code(),
        Some(2)
    );
    let again =
        sandbox.output(&["add", "--name", "小项目", "--district", "昆山", "--basis", "签约大会"]);
    assert_eq!(again.status.code(), Some(1), "a duplicate is refused");
}

#[test]
fn wrong_usage_is_told_in_the_language_asked_for() {
    for (lang, name) in [("zh", "usage_zh"), ("en", "usage_en")] {
        let sandbox = Sandbox::with_library(lang);
        let mut sessions = String::new();
        for args in [
            &["nonsense"][..],
            &["list", "--distrct", "昆山"],
            &["import"],
            &["summary", "nothing"],
            &["list", "--format", "pdf"],
            &["summary", "--month", "2020-13"],
            &["update", "XM2020-0001"],
            &["add", "--district", "昆山"],
        ] {
            let session = sandbox.session(args);
            assert!(session.ends_with("--- exit 2"), "{session}");
            sessions += &(session + "\n\n");
        }
        insta::assert_snapshot!(name, sessions);
    }
}

#[test]
fn what_is_not_our_library_is_told_apart() {
    let sandbox = Sandbox::with_library("zh");
    std::fs::create_dir(sandbox.path("folder")).unwrap();
    sandbox.write("text.db", "这不是数据库，只是一段文字。".repeat(100).as_bytes());
    sandbox.write("empty.db", b"");
    std::fs::copy(sandbox.path("t.db"), sandbox.path("newer.db")).unwrap();
    std::fs::copy(sandbox.path("t.db"), sandbox.path("other.db")).unwrap();
    let patch = |name: &str, at: usize, bytes: &[u8]| {
        let mut whole = std::fs::read(sandbox.path(name)).unwrap();
        whole[at..at + bytes.len()].copy_from_slice(bytes);
        std::fs::write(sandbox.path(name), whole).unwrap();
    };
    // user_version stands at byte 60 of the header, application_id at 68.
    patch("newer.db", 60, &99u32.to_be_bytes());
    patch("other.db", 68, &7u32.to_be_bytes());
    let mut sessions = String::new();
    for db in ["folder", "text.db", "empty.db", "newer.db", "other.db", "absent.db"] {
        let session = sandbox.session(&["list", "--db", db]);
        assert!(session.ends_with("--- exit 1"), "{session}");
        sessions += &(session + "\n");
    }
    let session = sandbox.session(&["init", "--db", "t.db"]);
    assert!(session.ends_with("--- exit 1"), "{session}");
    insta::assert_snapshot!(sessions + &session);
}

#[test]
fn a_read_only_library_reads_and_refuses_to_write() {
    let sandbox = prepared("zh");
    let mut permissions = std::fs::metadata(sandbox.path("t.db")).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(sandbox.path("t.db"), permissions).unwrap();
    assert!(sandbox.stdout(&["list"]).contains("常熟旧项目"));
    let refused = sandbox.session(&["update", "XM2020-0001", "--leader", "甲"]);
    assert!(refused.ends_with("--- exit 1") && refused.contains("不能写入"), "{refused}");
}

#[test]
fn two_writers_wait_for_each_other() {
    let sandbox = Sandbox::with_library("zh");
    let row = |n: usize| format!("项目{n}号甲乙丙丁{n},公司{n},香港,食品,12000,在谈,,签约大会\n");
    for file in ["one", "two"] {
        let rows: String =
            (0..400).map(|n| row(n + if file == "one" { 0 } else { 1000 })).collect();
        sandbox.write(&format!("{file}.csv"), format!("{HEAD}{rows}").as_bytes());
    }
    let start = |file: &str, district: &str| {
        let args = ["import", file, "--month", "2020-02", "--district", district, "--quiet"];
        sandbox.command(&args).stdout(std::process::Stdio::null()).spawn().unwrap()
    };
    let mut both = [start("one.csv", "昆山"), start("two.csv", "太仓")];
    for child in &mut both {
        assert!(child.wait().unwrap().success());
    }
}

#[test]
fn a_file_of_several_months_and_districts_is_split_by_its_columns() {
    let sandbox = prepared("zh");
    let rows = "XM2020-0001,2020-01,常熟,11000\nXM2020-0002,2020-01,昆山,11000\nXM2020-0001,2020-02,常熟,12000\n";
    let file = format!("项目编号,报告月份,板块,投资总额（万美元）\n{rows}");
    sandbox.write("all.csv", file.as_bytes());
    let session = sandbox.session(&["import", "all.csv"]);
    assert!(session.ends_with("--- exit 0"), "{session}");
    for (month, filed) in [("2020-01", "2/10"), ("2020-02", "1/10")] {
        let reports = sandbox.stdout(&["reports", "--month", month]);
        assert!(reports.contains(filed), "{reports}");
    }
}

#[test]
fn a_file_given_twice_is_refused() {
    let sandbox = Sandbox::with_library("zh");
    sandbox.write("k.csv", format!("{HEAD}{GOOD}").as_bytes());
    let session = sandbox.session(&[
        "import",
        "k.csv",
        "./k.csv",
        "--month",
        "2020-02",
        "--district",
        "昆山",
    ]);
    assert!(session.ends_with("--- exit 1") && session.contains("k.csv"), "{session}");
    assert!(!sandbox.stdout(&["list"]).contains("澄屿"));
}

#[test]
fn a_reader_that_goes_away_is_a_quiet_end() {
    use std::io::Read;
    let sandbox = prepared("zh");
    let mut child = sandbox
        .command(&["rules", "show"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""));
}

#[cfg(unix)]
#[test]
fn a_device_or_a_pipe_is_neither_read_nor_replaced() {
    use std::os::unix::fs::FileTypeExt;
    let sandbox = prepared("zh");
    let made = std::process::Command::new("mkfifo").arg(sandbox.path("管道.csv")).status();
    assert!(made.unwrap().success());
    for file in ["/dev/zero", "管道.csv"] {
        let read = ["import", file, "--month", "2020-02", "--district", "昆山"];
        let session = sandbox.session(&read);
        assert!(session.ends_with("--- exit 1") && session.contains("不是"), "{session}");
    }
    let session = sandbox.session(&["list", "--output", "管道.csv"]);
    assert!(session.ends_with("--- exit 1") && session.contains("管道.csv"), "{session}");
    let kept = std::fs::metadata(sandbox.path("管道.csv")).unwrap();
    assert!(kept.file_type().is_fifo());
}

#[test]
fn a_receipt_corrected_is_imported() {
    let sandbox = Sandbox::with_library("zh");
    let file = format!("{HEAD}{GOOD}乙项目,乙公司,美国,食品,-5,在谈,,签约大会\n");
    sandbox.write("k.csv", file.as_bytes());
    let args = [
        "import",
        "k.csv",
        "--month",
        "2020-02",
        "--district",
        "昆山",
        "--admit",
        "--accept-valid",
    ];
    assert_eq!(sandbox.output(&args).status.code(), Some(3));
    let receipt = std::fs::read_to_string(sandbox.path("k.退回.csv")).unwrap();
    assert!(receipt.contains("错误说明") && receipt.contains("-5") && !receipt.contains("澄屿"));
    sandbox.write("k2.csv", receipt.replacen(",-5,", ",5,", 1).as_bytes());
    let again = ["import", "k2.csv", "--month", "2020-02", "--district", "昆山", "--admit"];
    let session = sandbox.session(&again);
    assert!(session.ends_with("--- exit 0"), "{session}");
    assert!(sandbox.stdout(&["list"]).contains("乙项目"));
    assert!(sandbox.stdout(&["reports", "--month", "2020-02"]).contains("昆山市"));
}
