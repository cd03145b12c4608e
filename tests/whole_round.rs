//! The round closes: letters go out with forms, other people fill the forms in with other programs,
//! what they wrote comes back in and stands in the papers that go out; nothing is typed twice.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::{Sandbox, tools};
use std::path::{Path, PathBuf};

const COMMANDS: &str = include_str!("../examples/first-batch/round/commands.txt");

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn on(sandbox: &mut Sandbox, day: &'static str, command: &str) {
    sandbox.today = day;
    let args: Vec<&str> = command.split(' ').collect();
    let output = sandbox.output(&args);
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
}

/// What the script wrote, by what it is.
fn fill(sandbox: &Sandbox, what: &str, from: &str, to: &str) -> Option<serde_json::Value> {
    let mut python = tools::python()?;
    let output = python
        .arg(root().join("tests/round/fill.py"))
        .arg(what)
        .args([sandbox.path(from), sandbox.path(to)])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

/// The words of a document.
fn words(path: &Path) -> Option<String> {
    let mut python = tools::python_with("docx")?;
    let read = "import docx,sys\nbody = docx.Document(sys.argv[1]).element.body\nprint(''.join(it.text or '' for it in body.iter() if it.tag.endswith('}t')))";
    let output = python.args(["-c", read]).arg(path).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap())
}

/// The paper of a folder whose name ends so.
fn paper(sandbox: &Sandbox, folder: &str, ending: &str) -> PathBuf {
    let entries = std::fs::read_dir(sandbox.path(folder)).unwrap().map(|it| it.unwrap().path());
    let mut found = entries.filter(|path| path.to_string_lossy().ends_with(ending));
    found.next().unwrap_or_else(|| panic!("no {ending} in {folder}"))
}

fn texts(written: &serde_json::Value, what: &str) -> Vec<String> {
    let texts = written[what].as_array().unwrap().iter();
    texts.map(|text| text.as_str().unwrap().to_owned()).collect()
}

#[test]
fn from_the_letters_to_the_minutes_every_text_is_written_once() {
    let mut sandbox = Sandbox::new("zh");
    for (day, command) in COMMANDS.lines().take(4).map(|line| line.split_once(' ').unwrap()) {
        sandbox.today = day;
        let args: Vec<&str> = command.split(' ').collect();
        let db = sandbox.path("t.db");
        let mut command = sandbox.command(&args);
        let output = command.current_dir(root()).env("TUIJIN_DB", db).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let plan = "meeting plan 督办会 --month 2020-03 --on 2020-03-12 -q";
    on(&mut sandbox, "2020-03-09", plan);
    on(&mut sandbox, "2020-03-09", "letter draft --round 2020-03 --all --output-dir 函件 -q");
    on(&mut sandbox, "2020-03-09", "letter sent --round 2020-03 --number 示例〔2020〕9号 -q");
    // The departments answer on the forms that went with the letters.
    std::fs::create_dir(sandbox.path("答复")).unwrap();
    let Some(answered) = fill(&sandbox, "replies", "函件", "答复") else { return };
    let opinions = texts(&answered, "opinions");
    assert_eq!(opinions.len(), 51);
    on(&mut sandbox, "2020-03-11", "appeal reply --from 答复 --yes -q");
    // The papers of the meeting show the answers.
    on(&mut sandbox, "2020-03-11", "pack DB2020-03 --output-dir 会前 -q");
    let Some(list) = words(&paper(&sandbox, "会前", "诉求清单（按部门）.docx")) else {
        return;
    };
    for opinion in &opinions {
        assert!(list.contains(opinion), "{opinion}");
    }
    // What the meeting settles is written on the sheet of the set, once.
    let sheet = paper(&sandbox, "会前", "登记表.xlsx");
    let sheet = sheet.strip_prefix(sandbox.folder.path()).unwrap().to_string_lossy().into_owned();
    let settled = fill(&sandbox, "meeting", &sheet, "登记表.xlsx").unwrap();
    let (decisions, outcomes) = (texts(&settled, "decisions"), texts(&settled, "outcomes"));
    assert_eq!((decisions.len(), outcomes.len()), (3, 37));
    on(&mut sandbox, "2020-03-12", "meeting decide DB2020-03 --from 登记表.xlsx --yes -q");
    on(&mut sandbox, "2020-03-12", "appeal outcome --from 登记表.xlsx --yes -q");
    let present = ["meeting", "close", "DB2020-03", "--present", "示例甲 市商务局 局长", "-q"];
    assert!(sandbox.output(&present).status.success());
    on(&mut sandbox, "2020-03-13", "pack DB2020-03 --output-dir 会后 -q");
    let minutes = words(&paper(&sandbox, "会后", "会议纪要.docx")).unwrap();
    let sheets = words(&paper(&sandbox, "会后", "各单位任务单.docx")).unwrap();
    for decision in &decisions {
        assert_eq!(minutes.matches(decision.as_str()).count(), 1, "{decision}");
        assert!(sheets.contains(decision), "{decision}");
    }
    for outcome in &outcomes {
        assert_eq!(minutes.matches(outcome.as_str()).count(), 1, "{outcome}");
    }
    assert!(minutes.contains("市商务局示例甲（局长）"), "{minutes}");
    for unit in ["苏州市自然资源和规划局", "苏州市住房和城乡建设局", "苏州市发展和改革委员会"]
    {
        assert!(sheets.contains(unit), "{unit}");
    }
    // The figures of the minutes are those of the edition they close.
    let show = "meeting show DB2020-03 --after --page summary.appeals --format json";
    let show: Vec<&str> = show.split(' ').collect();
    let page: serde_json::Value = serde_json::from_str(&sandbox.stdout(&show)).unwrap();
    let share = |of: &serde_json::Value| {
        let (n, whole, percent) = (&of["n"], &of["of"], of["percent"].as_str().unwrap());
        format!("{n}/{whole}（{percent}%）")
    };
    let groups = ["solved_or_path", "plan_or_higher", "escalated", "remainder"];
    let rows = page["tables"][0]["rows"].as_array().unwrap().iter();
    let rows = rows.filter(|row| groups.contains(&row["outcome"].as_str().unwrap_or_default()));
    let said: Vec<String> = rows
        .map(|row| format!("{}、{}", share(&row["appeals"]), share(&row["projects"])))
        .collect();
    assert_eq!(said.len(), groups.len());
    for figures in said {
        assert!(minutes.contains(&figures), "{figures}: {minutes}");
    }
    let items = |text: &str| text.matches("完成时限：").count();
    assert_eq!(items(&minutes), decisions.len());
    // What was on the table went out before, and is handed out again as it was.
    let folder = |sandbox: &Sandbox, name: &str| {
        let entries = std::fs::read_dir(sandbox.path(name)).unwrap();
        let entries = entries.map(|it| it.unwrap().path());
        let named = |path: PathBuf| (path.file_name().unwrap().to_owned(), path);
        entries.map(named).collect::<std::collections::BTreeMap<_, _>>()
    };
    assert_eq!(folder(&sandbox, "会后").len(), 2);
    on(&mut sandbox, "2020-03-13", "pack DB2020-03 --issued --number 1 --output-dir 再取 -q");
    let (before, again) = (folder(&sandbox, "会前"), folder(&sandbox, "再取"));
    assert!(before.len() > 10 && before.keys().eq(again.keys()));
    for (name, path) in before {
        assert_eq!(std::fs::read(path).unwrap(), std::fs::read(&again[&name]).unwrap());
    }
}
