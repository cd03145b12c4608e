//! Completion as the shells ask for it: a real bash calls the function of the script; what the
//! script for PowerShell asks is asked as it would (no PowerShell is at hand to run it).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;
use sandbox::round::after_the_round;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// What bash would offer for a command line that ends in the word being typed, once each shell has
/// parted it into words; `COMP_TYPE` is that of the Tab key.
fn bash(sandbox: &Sandbox, words: &[&str], kind: u32) -> Vec<String> {
    if !sandbox.path("tuijin.bash").exists() {
        sandbox.output(&["completion", "bash", "--output", "tuijin.bash"]);
    }
    let line = "source ./tuijin.bash; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); \
                _tuijin tuijin; printf '%s\\n' \"${COMPREPLY[@]}\"";
    let program = Path::new(env!("CARGO_BIN_EXE_tuijin")).parent().unwrap();
    let mut shell = Command::new("bash");
    shell.args(["--norc", "-c", line, "bash"]).args(words).current_dir(&sandbox.folder).env_clear();
    let hermetic = sandbox.command(&[]);
    shell.envs(hermetic.get_envs().filter_map(|(name, value)| Some((name, value?))));
    shell.env("PATH", format!("{}:/usr/bin:/bin", program.display()));
    let output =
        shell.env("LC_ALL", "C.UTF-8").env("COMP_TYPE", kind.to_string()).output().unwrap();
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{words:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

const TAB: u32 = 9;

#[test]
fn bash_completes_codes_with_names_districts_and_departments_of_the_library_in_use() {
    let sandbox = after_the_round("zh");
    let tab = |words: &[&str]| bash(&sandbox, words, TAB);
    assert_eq!(tab(&["tuijin", "sho"]), ["show"]);
    assert_eq!(tab(&["tuijin", "show", "XM2020-0001"]), ["XM2020-0001"]);
    let several = tab(&["tuijin", "show", "xm2020-000"]);
    assert_eq!(several.len(), 9);
    assert_eq!(several[0], "XM2020-0001  檀野动力电池隔膜项目");
    assert_eq!(tab(&["tuijin", "show", "檀野"]), ["檀野动力电池隔膜项目"]);
    assert_eq!(tab(&["tuijin", "show", "没有"]), [""; 0]);
    assert_eq!(tab(&["tuijin", "show", ""]).len(), 193);
    assert_eq!(tab(&["tuijin", "list", "--district", "昆"]), ["昆山"]);
    assert_eq!(tab(&["tuijin", "list", "--district", "kun"]), ["kunshan"]);
    assert_eq!(tab(&["tuijin", "list", "--district", ""]).len(), 10);
    assert_eq!(tab(&["tuijin", "list", "--district", "=", "昆"]), ["昆山"]);
    assert_eq!(tab(&["tuijin", "task", "list", "--department", "资"]), ["资规"]);
    assert_eq!(tab(&["tuijin", "appeal", "list", "--department", ""]).len(), 15);
    assert_eq!(tab(&["tuijin", "contact", "set", "资"]), ["资规"]);
    assert_eq!(tab(&["tuijin", "appeal", "show", "SQ2020-0037"]), ["SQ2020-0037"]);
    assert_eq!(tab(&["tuijin", "appeal", "show", ""]).len(), 37);
    assert_eq!(tab(&["tuijin", "letter", "write", ""]).len(), 15);
    assert_eq!(tab(&["tuijin", "meeting", "show", ""]), ["DB2020-03"]);
    assert_eq!(tab(&["tuijin", "pack", "D"]), ["DB2020-03"]);
    assert_eq!(tab(&["tuijin", "merge", "XM2020-0001", "--into", "XM2020-0193"]), ["XM2020-0193"]);
    // Menu completion puts in one word after another: what is said of them stays out.
    assert_eq!(bash(&sandbox, &["tuijin", "show", "XM2020-000"], 37)[0], "XM2020-0001");
}

#[test]
fn the_library_asked_is_the_one_the_line_names_and_none_is_made() {
    let sandbox = after_the_round("en");
    std::fs::rename(sandbox.path("t.db"), sandbox.path("other library.db")).unwrap();
    assert_eq!(bash(&sandbox, &["tuijin", "show", "XM2020-0001"], TAB), [""; 0]);
    assert!(!sandbox.path("t.db").exists());
    let named = ["tuijin", "--db", "other\\ library.db", "list", "--district", ""];
    assert_eq!(bash(&sandbox, &named, TAB)[0].split("  ").next(), Some("zhangjiagang"));
    let named = ["tuijin", "--db", "=", "'other library.db'", "show", "XM2020-0001"];
    assert_eq!(bash(&sandbox, &named, TAB), ["XM2020-0001"]);
    assert!(!sandbox.path("t.db").exists());
}

#[test]
fn a_library_that_is_old_or_cut_off_is_left_as_it_is() {
    let sandbox = after_the_round("zh");
    let before = std::fs::read(sandbox.path("t.db")).unwrap();
    assert_eq!(bash(&sandbox, &["tuijin", "show", "XM2020-0001"], TAB).len(), 1);
    assert_eq!(std::fs::read(sandbox.path("t.db")).unwrap(), before);
    for old in ["library-1.db", "library-4.db"] {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/upgrade").join(old);
        let bytes = std::fs::read(source).unwrap();
        sandbox.write("t.db", &bytes);
        assert_eq!(bash(&sandbox, &["tuijin", "show", "XM"], TAB), [""; 0]);
        assert_eq!(std::fs::read(sandbox.path("t.db")).unwrap(), bytes);
    }
    sandbox.write("t.db", &before[..before.len() / 2]);
    assert_eq!(bash(&sandbox, &["tuijin", "sho"], TAB), ["show"]);
    bash(&sandbox, &["tuijin", "show", "XM"], TAB);
    assert_eq!(std::fs::read(sandbox.path("t.db")).unwrap().len(), before.len() / 2);
}

/// What the PowerShell script hands over: an empty word cannot be, so its place says it.
#[test]
fn the_answers_powershell_asks_for_are_ready_to_be_put_in() {
    let sandbox = after_the_round("zh");
    let ask = |at: &str, words: &[&str]| {
        let asked = [&["__complete", "powershell", at, "--"], words].concat();
        let text = sandbox.stdout(&asked);
        let lines = text.lines().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(lines[0], "words");
        lines[1..].to_vec()
    };
    assert_eq!(
        ask("2", &["tuijin", "show", "檀野"]),
        ["檀野动力电池隔膜项目\t檀野动力电池隔膜项目  XM2020-0001"]
    );
    assert_eq!(ask("3", &["tuijin", "list", "--district"]).len(), 10);
    assert_eq!(
        ask("2", &["tuijin", "list", "--district=昆"]),
        ["--district=昆山\t--district=昆山  昆山市"]
    );
    assert!(ask("1", &["tuijin"]).len() > 30);
    let files = sandbox.stdout(&["__complete", "powershell", "2", "--", "tuijin", "import", ""]);
    assert_eq!(files, "files\n");
    let renamed = ["rename", "XM2020-0001", "檀野 “甲’乙” (示例)", "--reason", "示例", "-q"];
    assert!(sandbox.output(&renamed).status.success());
    let line = &ask("2", &["tuijin", "show", "檀野"])[0];
    assert!(line.starts_with("'檀野 “甲’’乙” (示例)'\t"), "{line}");
}

#[test]
fn an_answer_comes_while_a_finger_still_rests_on_the_key() {
    let sandbox = after_the_round("zh");
    let quickest = (0..5).map(|_| {
        let started = Instant::now();
        sandbox.output(&["__complete", "bash", "2", "--", "tuijin", "show", "XM"]);
        started.elapsed()
    });
    assert!(quickest.min().unwrap() < Duration::from_millis(500));
}
