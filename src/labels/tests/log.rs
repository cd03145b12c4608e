//! Lines of the log: samples, and how each is told.

use super::LANGS;
use super::sample::{day, s};
use crate::error::{Kind, Place};
use crate::labels::{Lang, note, refusal};
use crate::model::command::CommandName;
use crate::model::finding::RuleName;
use crate::model::log::{LogLine, RowCounts, Subject};
use crate::model::note::Note;

/// A line about one project.
pub fn line(command: CommandName) -> LogLine {
    LogLine {
        op: 12,
        day: day("2020-03-10"),
        clock: s("2020-03-10T09:00:00+08:00"),
        operator: s("张\n三"),
        command,
        reason: None,
        override_reason: None,
        approver: None,
        correction: false,
        target: None,
        undone: false,
        subject: about(1),
    }
}

fn about(projects: u64) -> Subject {
    let project = Some((s("XM2020-0002"), s("澄屿\n光学")));
    Subject { projects, project, ..Subject::default() }
}

fn of(command: CommandName, subject: Subject) -> LogLine {
    LogLine { subject, ..line(command) }
}

fn winds(command: CommandName, target: LogLine) -> LogLine {
    LogLine { op: 15, target: Some(Box::new(target)), ..of(command, Subject::default()) }
}

fn import() -> LogLine {
    let files = (0..10).map(|_| s("昆山市.csv")).collect();
    let rows = RowCounts { new: 193, changed: 2, to_screen: 1, ..RowCounts::default() };
    of(CommandName::Import, Subject { files, rows: Some(rows), ..Subject::default() })
}

/// Every command about each thing it may be about, and every mark.
pub fn lines() -> Vec<LogLine> {
    let one = Subject { files: vec![s("昆山市.csv")], ..Subject::default() };
    let all = RowCounts { new: 1, changed: 2, unchanged: 3, to_screen: 4, rejected: 5 };
    let subjects = [
        Subject::default(),
        about(1),
        about(5),
        Subject { rows: Some(RowCounts::default()), ..one.clone() },
        Subject { rows: Some(all), ..one },
        Subject { record: Some(s("昆山市")), ..Subject::default() },
        Subject { rule: Some(RuleName::EntryScale), ..Subject::default() },
    ];
    let mut lines = vec![import()];
    for command in CommandName::ALL {
        lines.extend(subjects.iter().map(|subject| of(*command, subject.clone())));
    }
    lines.push(winds(CommandName::Undo, line(CommandName::Update)));
    lines.push(winds(CommandName::Redo, import()));
    lines.push(LogLine {
        correction: true,
        override_reason: Some(s("急")),
        undone: true,
        ..line(CommandName::Update)
    });
    lines
}

fn said(line: &LogLine) -> [String; 2] {
    LANGS.map(|lang| note(&Note::Log(Box::new(line.clone())), lang))
}

#[test]
fn a_line_of_the_log_says_in_plain_words_what_was_done() {
    let rule = Subject { rule: Some(RuleName::EntryScale), ..Subject::default() };
    let record = Subject { record: Some(s("张家港市")), ..Subject::default() };
    let corrected = LogLine { correction: true, undone: true, ..line(CommandName::Update) };
    let cases = [
        (
            line(CommandName::Add),
            "项目入库：XM2020-0002 澄屿 光学",
            "Project entered: XM2020-0002 澄屿 光学",
        ),
        (
            of(CommandName::Update, about(5)),
            "更新项目：XM2020-0002 澄屿 光学等5个项目",
            "Project updated: XM2020-0002 澄屿 光学 and 4 other projects",
        ),
        (
            corrected,
            "更新项目：XM2020-0002 澄屿 光学（更正，已撤销）",
            "Project updated: XM2020-0002 澄屿 光学 (correction, undone)",
        ),
        (
            import(),
            "登记报表：昆山市.csv等10个文件，新增193行、变更2行、待甄别1行",
            "Reports imported: 昆山市.csv and 9 other files, 193 new, 2 changed, 1 to be screened",
        ),
        (of(CommandName::RulesSet, rule), "调整标准：达到规模", "Standard changed: Large enough"),
        (of(CommandName::ReportsNil, Subject::default()), "登记零报告", "Nil report recorded"),
        (of(CommandName::Init, record), "建库", "Library created"),
        (
            winds(CommandName::Undo, line(CommandName::Update)),
            "撤销第12号操作（更新项目：XM2020-0002 澄屿 光学）",
            "Undo of operation 12 (project updated: XM2020-0002 澄屿 光学)",
        ),
    ];
    for (line, zh, en) in cases {
        assert_eq!(said(&line), [zh, en]);
    }
}

#[test]
fn what_was_undone_is_named_by_the_operation_or_by_its_undo() {
    let operation = line(CommandName::Update);
    let undo = winds(CommandName::Undo, operation.clone());
    for given in [operation, undo] {
        assert_eq!(
            note(&Note::Undone(Box::new(given)), Lang::Zh),
            "已撤销第12号操作（更新项目：XM2020-0002 澄屿 光学）；如需恢复，请用 tuijin redo。"
        );
    }
}

#[test]
fn a_change_since_is_named_with_the_way_back() {
    let update = line(CommandName::Update);
    let cases = [
        (update.clone(), "请先撤销第12号操作：tuijin undo --op 12。"),
        (winds(CommandName::Undo, update.clone()), "请先恢复第12号操作：tuijin redo --op 12。"),
        (winds(CommandName::Redo, update), "请先撤销第12号操作：tuijin undo --op 12。"),
    ];
    for (later, next) in cases {
        let kind = Kind::ChangedSince { op: 2, later: Some(Box::new(later)) };
        let sentence = refusal(&kind.at(Place::default()), Lang::Zh);
        assert!(sentence.ends_with(next), "{sentence}");
        assert!(sentence.contains("（2020-03-10，张 三，"), "{sentence}");
    }
}

#[test]
fn a_change_since_that_stays_is_never_advised_to_be_undone() {
    let cases = [
        (CommandName::MeetingFreeze, "tuijin meeting cancel"),
        (CommandName::MeetingClose, "tuijin meeting diff"),
        (CommandName::Upgrade, "登记更正"),
    ];
    for (command, next) in cases {
        let kind = Kind::ChangedSince { op: 2, later: Some(Box::new(line(command))) };
        for lang in LANGS {
            let sentence = refusal(&kind.clone().at(Place::default()), lang);
            assert!(!sentence.contains("tuijin undo"), "{sentence}");
        }
        let sentence = refusal(&kind.at(Place::default()), Lang::Zh);
        assert!(sentence.contains(next), "{sentence}");
    }
}
