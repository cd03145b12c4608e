//! Activities around projects as a person sees them, done and refused.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;

fn prepared(lang: &'static str) -> Sandbox {
    let sandbox = Sandbox::with_library(lang);
    let add = ["add", "--name", "示例甲项目", "--district", "昆山", "--total", "2亿美元"];
    let add = [&add[..], &["--basis", "签约大会", "--on", "2020-03-01", "-q"]].concat();
    assert!(sandbox.output(&add).status.success());
    sandbox
}

const DONE: &[&[&str]] = &[
    &[
        "activity",
        "log",
        "--kind",
        "促进活动",
        "--district",
        "昆山",
        "--text",
        "日资企业座谈会（示例）",
        "--on",
        "2020-02-27",
    ],
    &[
        "activity",
        "log",
        "--kind",
        "publicity",
        "--project",
        "示例甲",
        "--text",
        "报纸专版（示例）",
    ],
    // The same again is no second activity.
    &[
        "activity",
        "log",
        "--kind",
        "宣传引导",
        "--project",
        "XM2020-0001",
        "--district",
        "昆山",
        "--text",
        "报纸专版（示例）",
    ],
    &["activity", "list"],
    &["activity", "list", "--month", "2020-02", "--format", "json"],
    &["activity", "list", "--district", "太仓"],
    &["undo"],
    &["activity", "list", "--month", "2020-03"],
];

const REFUSED: &[&[&str]] = &[
    &["activity"],
    &["activity", "log", "--kind", "座谈", "--district", "昆山", "--text", "示例"],
    &["activity", "log", "--kind", "促进活动", "--text", "示例"],
    &["activity", "log", "--kind", "促进活动", "--district", "火星", "--text", "示例"],
    &[
        "activity",
        "log",
        "--kind",
        "促进活动",
        "--district",
        "太仓",
        "--project",
        "示例甲",
        "--text",
        "示例",
    ],
    &["activity", "log", "--kind", "促进活动", "--district", "太仓", "--text", " "],
    &[
        "activity",
        "log",
        "--kind",
        "促进活动",
        "--district",
        "太仓",
        "--text",
        "示例",
        "--on",
        "2020-03-11",
    ],
    &["activity", "log", "--kind", "促进活动", "--project", "没有的项目", "--text", "示例"],
    &["activity", "list", "--month", "2020.1"],
];

#[test]
fn activities_are_logged_once_and_listed() {
    for lang in ["zh", "en"] {
        let sandbox = prepared(lang);
        let sessions = DONE.iter().map(|args| {
            let session = sandbox.session(args);
            assert!(session.ends_with("--- exit 0"), "{session}");
            session
        });
        let sessions: Vec<String> = sessions.collect();
        insta::assert_snapshot!(format!("activities_{lang}"), sessions.join("\n\n"));
    }
}

#[test]
fn an_activity_that_cannot_be_recorded_is_refused() {
    for lang in ["zh", "en"] {
        let sandbox = prepared(lang);
        let before = sandbox.stdout(&["log", "--all"]);
        let sessions: Vec<String> = REFUSED.iter().map(|args| sandbox.session(args)).collect();
        assert!(sessions.iter().all(|it| !it.ends_with("--- exit 0")), "{sessions:?}");
        assert_eq!(sandbox.stdout(&["log", "--all"]), before);
        insta::assert_snapshot!(format!("activities_refused_{lang}"), sessions.join("\n\n"));
    }
}
