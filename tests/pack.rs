//! The papers of a meeting: the set, how it is made, that its figures are those of the library, and
//! that it is handed out whole or not at all.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::{Sandbox, tools};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

const COMMANDS: &str = include_str!("../examples/first-batch/round/commands.txt");
const PACK: [&str; 8] = [
    "pack",
    "DB2020-03",
    "--output-dir",
    "材料",
    "--place",
    "市政府一号会议室",
    "--time",
    "下午2:30",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The library after the first round, on the day of the meeting, which is not frozen yet.
fn before_the_meeting(lang: &'static str) -> Sandbox {
    static LIBRARY: OnceLock<Vec<u8>> = OnceLock::new();
    let library = LIBRARY.get_or_init(|| {
        let mut sandbox = Sandbox::new("zh");
        let plan = ("2020-03-12", "meeting plan 督办会 --month 2020-03 --on 2020-03-12");
        let round = COMMANDS.lines().map(|line| line.split_once(' ').unwrap());
        for (day, command) in round.chain([plan]) {
            sandbox.today = day;
            let args: Vec<&str> = command.split(' ').collect();
            let db = sandbox.path("t.db");
            let mut command = sandbox.command(&args);
            let output = command.current_dir(root()).env("TUIJIN_DB", db).output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        std::fs::read(sandbox.path("t.db")).unwrap()
    });
    let mut sandbox = Sandbox::new(lang);
    sandbox.write("t.db", library);
    sandbox.today = "2020-03-12";
    sandbox
}

fn done(sandbox: &Sandbox, args: &[&str]) -> String {
    let output = sandbox.output(args);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{args:?}: {said}");
    said
}

/// The files of a folder by their names.
fn files(sandbox: &Sandbox, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(sandbox.path(folder)).unwrap().map(Result::unwrap);
    let read = |path: PathBuf| std::fs::read(path).unwrap();
    entries.map(|entry| (entry.file_name().into_string().unwrap(), read(entry.path()))).collect()
}

fn operations(sandbox: &Sandbox) -> String {
    sandbox.stdout(&["log", "--all", "--format", "json"])
}

/// What a Python script says of what was made.
fn script(sandbox: &Sandbox, name: &str, args: &[&Path]) -> Option<Result<String, String>> {
    let mut python = tools::python_with("docx, openpyxl")?;
    python.arg(root().join("tests/pack").join(name)).args(args);
    let output = python
        .env("TUIJIN_DB", sandbox.path("t.db"))
        .env("TUIJIN_TODAY", sandbox.today)
        .env("TUIJIN_LANG", "zh")
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).trim().to_owned();
    Some(match output.status.success() {
        true => Ok(text(output.stdout)),
        false => Err(text(output.stderr)),
    })
}

/// Prints every file of a folder; `false` where the office program is missing.
fn print(sandbox: &Sandbox, folder: &str) -> bool {
    for ending in ["docx", "xlsx"] {
        let Some(mut office) = tools::office(sandbox.folder.path()) else { return false };
        let names = files(sandbox, folder).into_keys().filter(|name| name.ends_with(ending));
        let papers = names.map(|name| sandbox.path(folder).join(name));
        let target = sandbox.path("prints").join(ending);
        let done = office
            .args(["--convert-to", "pdf", "--outdir"])
            .arg(&target)
            .args(papers)
            .output()
            .unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }
    true
}

#[test]
fn the_set_of_the_meeting_is_made_as_papers_are_and_prints() {
    let sandbox = before_the_meeting("zh");
    let told = done(&sandbox, &PACK);
    let told: Vec<&str> = told.lines().filter(|line| !line.contains("已固定")).collect();
    insta::assert_snapshot!(told.join("\n"));
    if !print(&sandbox, "材料") {
        return;
    }
    let folders = [sandbox.path("材料"), sandbox.path("prints")];
    let made = script(&sandbox, "made.py", &[&folders[0], &folders[1]]);
    let Some(made) = made else { return };
    let made = made.unwrap_or_else(|wrong| panic!("{wrong}"));
    assert_eq!(made.lines().count(), files(&sandbox, "材料").len(), "{made}");
}

#[test]
fn every_figure_of_every_paper_is_that_of_the_library() {
    let sandbox = before_the_meeting("zh");
    done(&sandbox, &PACK);
    let program = PathBuf::from(env!("CARGO_BIN_EXE_tuijin"));
    let folder = sandbox.path("材料");
    let args = [program.as_path(), folder.as_path(), Path::new("DB2020-03")];
    let Some(found) = script(&sandbox, "figures.py", &args) else { return };
    let found: u64 = found.unwrap_or_else(|differs| panic!("{differs}")).parse().unwrap();
    assert!(found > 2000, "{found} figures");
    // What is recorded afterwards is not in the papers, which the comparison must notice.
    done(&sandbox, &["appeal", "outcome", "SQ2020-0004", "--outcome", "已解决"]);
    let differs = script(&sandbox, "figures.py", &args).unwrap().unwrap_err();
    assert!(differs.starts_with("brief: not printed"), "{differs}");
    done(&sandbox, &["undo"]);
    done(&sandbox, &["update", "XM2020-0165", "--total", "3亿美元"]);
    let differs = script(&sandbox, "figures.py", &args).unwrap().unwrap_err();
    assert!(differs.starts_with("brief: not printed"), "{differs}");
}

#[test]
fn the_same_set_again_is_the_same_bytes_and_no_operation() {
    let sandbox = before_the_meeting("zh");
    done(&sandbox, &PACK);
    let (first, log) = (files(&sandbox, "材料"), operations(&sandbox));
    let library = std::fs::read(sandbox.path("t.db")).unwrap();
    let told = done(&sandbox, &PACK);
    assert!(told.contains("与 2020-03-12 第1次印发的"), "{told}");
    assert_eq!(files(&sandbox, "材料"), first);
    assert_eq!(std::fs::read(sandbox.path("t.db")).unwrap(), library);
    // Later, in the other language, after other things were recorded: the meeting stays frozen.
    done(&sandbox, &["update", "XM2020-0165", "--total", "3亿美元"]);
    let later = Sandbox { lang: "en", today: "2020-04-02", ..sandbox };
    let told = done(&later, &PACK);
    assert!(told.contains("The same as set 1 of DB2020-03"), "{told}");
    assert_eq!(files(&later, "材料"), first);
    assert_eq!(operations(&later).matches("\"pack\"").count(), log.matches("\"pack\"").count());
}

#[test]
fn what_was_handed_out_is_handed_out_again_and_is_never_taken_back() {
    let sandbox = before_the_meeting("zh");
    for args in
        [&["pack", "DB2020-03", "--issued", "--output-dir", "空"][..], &["pack", "DB2020-03"]]
    {
        let refused = sandbox.session(args);
        assert!(refused.ends_with("--- exit 1"), "{refused}");
    }
    assert!(!sandbox.path("空").exists());
    done(&sandbox, &PACK);
    let first = files(&sandbox, "材料");
    // Another place, another set.
    done(&sandbox, &["pack", "DB2020-03", "--output-dir", "材料", "--place", "市会议中心"]);
    let second = files(&sandbox, "材料");
    assert_ne!(first, second);
    for (number, expected) in [("1", &first), ("2", &second)] {
        let again = ["pack", "DB2020-03", "--issued", "--output-dir", "再取", "--number", number];
        done(&sandbox, &again);
        assert_eq!(&files(&sandbox, "再取"), expected);
    }
    done(&sandbox, &["pack", "DB2020-03", "--issued", "--output-dir", "再取"]);
    assert_eq!(files(&sandbox, "再取"), second);
    let list = sandbox.stdout(&["pack", "DB2020-03", "--list", "--format", "json"]);
    let list: serde_json::Value = serde_json::from_str(&list).unwrap();
    let rows = list["tables"][0]["rows"].as_array().unwrap();
    assert_eq!(rows.len(), first.len() + second.len());
    for row in rows {
        let set = if row["issue_number"] == 1 { &first } else { &second };
        let bytes = &set[row["file"].as_str().unwrap()];
        assert_eq!(row["hash"], tuijin::model::digest::digest(bytes), "{row}");
    }
    let refused = sandbox.session(&[
        "pack",
        "DB2020-03",
        "--issued",
        "--output-dir",
        "再取",
        "--number",
        "3",
    ]);
    assert!(refused.contains("共印发过2次"), "{refused}");
    // It stays handed out.
    let refused = sandbox.session(&["undo"]);
    assert!(
        refused.contains("印发了会议材料，不能撤销") && refused.ends_with("--- exit 1"),
        "{refused}"
    );
    // A byte that was changed in the library is found, and nothing of the kind is handed out.
    let connection = rusqlite::Connection::open(sandbox.path("t.db")).unwrap();
    let denied = connection.execute("UPDATE issue SET content = x'00'", []);
    assert!(denied.is_err(), "what was handed out never changes");
    let spoil = "DROP TRIGGER issue_fixed; UPDATE issue SET content = x'00' WHERE number = 2 AND file LIKE '05%';";
    connection.execute_batch(spoil).unwrap();
    drop(connection);
    let check = sandbox.session(&["check"]);
    assert!(check.contains("印发的材料“05主持人简报.docx”与印发时的校验值不符"), "{check}");
    let refused = sandbox.session(&["pack", "DB2020-03", "--issued", "--output-dir", "坏"]);
    assert!(refused.contains("校验值不符") && refused.ends_with("--- exit 1"), "{refused}");
    assert!(!sandbox.path("坏").exists());
}

/// Nothing was kept, and nothing lies about.
fn nothing_happened(sandbox: &Sandbox, library: &[u8], refused: &str) {
    assert!(refused.ends_with("--- exit 1"), "{refused}");
    assert!(std::fs::read(sandbox.path("t.db")).unwrap() == library, "an operation: {refused}");
    let mut folders = vec![sandbox.folder.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let name = entry.file_name().to_string_lossy().into_owned();
            assert!(!name.starts_with(".tmp"), "{name} is left: {refused}");
            if entry.path().is_dir() {
                folders.push(entry.path());
            }
        }
    }
}

#[test]
fn a_place_that_cannot_be_written_leaves_no_paper_and_no_operation() {
    for lang in ["zh", "en"] {
        let sandbox = before_the_meeting(lang);
        let library = std::fs::read(sandbox.path("t.db")).unwrap();
        // The folder is a file.
        sandbox.write("材料", b"");
        let refused = sandbox.session(&PACK);
        nothing_happened(&sandbox, &library, &refused);
        std::fs::remove_file(sandbox.path("材料")).unwrap();
        // A folder bears the name of a paper.
        std::fs::create_dir_all(sandbox.path("材料/05主持人简报.docx")).unwrap();
        let refused = sandbox.session(&PACK);
        assert!(refused.contains("05主持人简报.docx"), "{refused}");
        nothing_happened(&sandbox, &library, &refused);
        assert_eq!(std::fs::read_dir(sandbox.path("材料")).unwrap().count(), 1);
    }
}

#[test]
fn a_full_disk_leaves_no_paper_no_folder_and_no_operation() {
    let strace = std::process::Command::new("strace").arg("-V").output().is_ok();
    if !strace {
        assert!(std::env::var_os("CI").is_none(), "strace is needed");
        return;
    }
    for lang in ["zh", "en"] {
        let sandbox = before_the_meeting(lang);
        let library = std::fs::read(sandbox.path("t.db")).unwrap();
        // The copy of the day is written first; it is there already then.
        done(
            &sandbox,
            &["activity", "log", "--kind", "促进活动", "--district", "昆山", "--text", "示例"],
        );
        done(&sandbox, &["undo"]);
        assert_ne!(library, std::fs::read(sandbox.path("t.db")).unwrap());
        let library = std::fs::read(sandbox.path("t.db")).unwrap();
        let said = match lang {
            "zh" => "磁盘",
            _ => "disk",
        };
        // Papers are written by `write`, the library by `pwrite64`.
        for nth in [1, 4, 11] {
            let rule = format!("inject=write:error=ENOSPC:when={nth}+");
            let outer = ["strace", "-f", "-o", "/dev/null", "-e", "trace=write", "-e", &rule];
            let output = sandbox.under(&outer, &PACK).output().unwrap();
            assert_eq!(output.status.code(), Some(1), "{nth}");
            nothing_happened(&sandbox, &library, &format!("{said}\n--- exit 1"));
            assert!(!sandbox.path("材料").exists(), "{nth}");
        }
        // stderr is written to as well, so that one sentence is read with room for it alone.
        let rule = "inject=fsync,fdatasync:error=ENOSPC:when=1+";
        let outer = ["strace", "-f", "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e", rule];
        let output = sandbox.under(&outer, &PACK).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(told.contains(said), "{told}");
        nothing_happened(&sandbox, &library, &format!("{told}--- exit 1"));
        assert!(!sandbox.path("材料").exists());
    }
}

#[test]
fn a_file_that_is_read_only_is_left_alone_and_one_that_is_open_is_never_half_written() {
    let sandbox = before_the_meeting("zh");
    let library = std::fs::read(sandbox.path("t.db")).unwrap();
    std::fs::create_dir(sandbox.path("材料")).unwrap();
    let path = sandbox.path("材料/05主持人简报.docx");
    std::fs::write(&path, b"old").unwrap();
    let writable = std::fs::metadata(&path).unwrap().permissions();
    let mut locked = writable.clone();
    locked.set_readonly(true);
    std::fs::set_permissions(&path, locked).unwrap();
    let refused = sandbox.session(&PACK);
    assert!(refused.contains("05主持人简报.docx"), "{refused}");
    nothing_happened(&sandbox, &library, &refused);
    assert_eq!(files(&sandbox, "材料").len(), 1);
    assert_eq!(std::fs::read(&path).unwrap(), b"old");
    // Where a system keeps open files from being replaced, the paper stands beside it.
    std::fs::set_permissions(&path, writable).unwrap();
    let open = std::fs::File::open(&path).unwrap();
    done(&sandbox, &PACK);
    drop(open);
    let found = files(&sandbox, "材料");
    let beside = found.get("05主持人简报(2).docx").unwrap_or(&found["05主持人简报.docx"]);
    assert!(beside.starts_with(b"PK"), "the paper is whole");
}

#[test]
fn a_meeting_that_cannot_be_frozen_has_no_papers() {
    let sandbox = before_the_meeting("zh");
    let unknown = sandbox.session(&["pack", "DB2020-09", "--output-dir", "材料"]);
    assert!(unknown.ends_with("--- exit 1") && unknown.contains("DB2020-09"), "{unknown}");
    done(&sandbox, &["meeting", "plan", "点评会", "--month", "2020-05"]);
    let no_day = sandbox.session(&["pack", "DP2020-05", "--output-dir", "材料"]);
    assert!(no_day.contains("还没有会期"), "{no_day}");
    done(&sandbox, &["meeting", "cancel", "DP2020-05", "--reason", "示例"]);
    let cancelled = sandbox.session(&["pack", "DP2020-05", "--output-dir", "材料"]);
    assert!(cancelled.ends_with("--- exit 1"), "{cancelled}");
    let both = sandbox.session(&[&PACK[..], &["--output", "材料.docx"]].concat());
    assert!(both.contains("--output-dir") && !both.ends_with("--- exit 0"), "{both}");
    assert!(!sandbox.path("材料").exists() && !sandbox.path("材料.docx").exists());
}

#[test]
fn a_review_meeting_has_a_page_for_each_district_and_the_large_projects() {
    let sandbox = before_the_meeting("zh");
    done(&sandbox, &["meeting", "plan", "点评会", "--month", "2020-03", "--on", "2020-03-20"]);
    done(&sandbox, &["pack", "DP2020-03", "--output-dir", "点评会", "-q"]);
    let names: Vec<String> = files(&sandbox, "点评会").into_keys().collect();
    insta::assert_snapshot!(names.join("\n"));
    let (program, folder) = (Path::new(env!("CARGO_BIN_EXE_tuijin")), sandbox.path("点评会"));
    let args = [program, folder.as_path(), Path::new("DP2020-03")];
    let Some(found) = script(&sandbox, "districts.py", &args) else { return };
    let found: u64 = found.unwrap_or_else(|differs| panic!("{differs}")).parse().unwrap();
    assert!(found > 800, "{found} figures");
    if !print(&sandbox, "点评会") {
        return;
    }
    let folders = [sandbox.path("点评会"), sandbox.path("prints")];
    let Some(made) = script(&sandbox, "made.py", &[&folders[0], &folders[1]]) else { return };
    let made = made.unwrap_or_else(|wrong| panic!("{wrong}"));
    // Ten districts, a page each.
    let districts = made.lines().find(|line| line.contains("各板块汇报")).unwrap();
    assert!(districts.ends_with(" 10 pages"), "{districts}");
}

#[test]
fn investors_are_left_out_where_they_are_not_to_be_told() {
    let sandbox = before_the_meeting("zh");
    done(&sandbox, &PACK);
    let investor = "Orchidane";
    let told = |folder: &str| {
        let Some(mut python) = tools::python_with("docx") else { return false };
        let read = "import docx,glob,sys\nfor name in glob.glob(sys.argv[1] + '/*.docx'):\n print(docx.Document(name).element.xml)";
        let output = python.args(["-c", read]).arg(sandbox.path(folder)).output().unwrap();
        String::from_utf8_lossy(&output.stdout).contains(investor)
    };
    assert!(told("材料"));
    done(&sandbox, &["pack", "DB2020-03", "--output-dir", "不列投资方", "--redact"]);
    assert!(!told("不列投资方"));
}

#[test]
fn a_text_of_the_office_stands_in_its_place_and_a_wrong_one_is_a_sentence() {
    for lang in ["zh", "en"] {
        let sandbox = before_the_meeting(lang);
        let library = std::fs::read(sandbox.path("t.db")).unwrap();
        let own = [&PACK[..], &["--templates", "模板"]].concat();
        nothing_happened(&sandbox, &library, &sandbox.session(&own));
        std::fs::create_dir(sandbox.path("模板")).unwrap();
        nothing_happened(&sandbox, &library, &sandbox.session(&own));
        let unknown = "# {{ 会议月份 }}简报\n在库项目{{ 项目个数量 }}个。\n";
        sandbox.write("模板/主持人简报.md", unknown.as_bytes());
        let refused = sandbox.session(&own);
        for fact in ["主持人简报.md", "2", "项目个数量", "项目总数"] {
            assert!(refused.contains(fact), "{fact}: {refused}");
        }
        nothing_happened(&sandbox, &library, &refused);
        assert!(!sandbox.path("材料").exists());
        let text = "# 本单位自拟的简报\n在库项目{{ 项目总数 }}个，诉求{{ 诉求件数 }}件。\n";
        sandbox.write("模板/主持人简报.md", text.as_bytes());
        done(&sandbox, &own);
        let Some(mut python) = tools::python_with("docx") else { return };
        let read = "import docx,sys\nprint('|'.join(it.text for it in docx.Document(sys.argv[1]).paragraphs))";
        let output =
            python.args(["-c", read]).arg(sandbox.path("材料/05主持人简报.docx")).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert_eq!(said.trim(), "本单位自拟的简报|在库项目193个，诉求37件。");
    }
}

#[test]
fn who_signs_is_what_the_office_says_and_is_asked_for_where_it_says_nothing() {
    let sandbox = before_the_meeting("zh");
    let told = done(&sandbox, &PACK);
    assert!(told.contains("联系人"), "{told}");
    for (name, value) in [("联系人", "示例联系人"), ("联系电话", "0512-00000000")] {
        done(&sandbox, &["setting", "set", name, value]);
    }
    let told = done(&sandbox, &PACK);
    assert!(told.contains("（第2次，"), "{told}");
}
