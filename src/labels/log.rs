//! Words of the log (操作记录) and of a project's history: what each command did, in plain words.

use super::text::{Pair, Words, count, list, uncapital};
use super::{command, finding};
use crate::model::command::CommandName;
use crate::model::log::{LogLine, Nature, RowCounts, Subject};
use crate::model::name::clean;

pub fn nature(nature: Nature) -> Words {
    match nature {
        Nature::Change => ("变更", "Change"),
        Nature::Correction => ("更正", "Correction"),
        Nature::Undone => ("撤销", "Undone"),
        Nature::Redone => ("恢复", "Redone"),
    }
}

/// A line of the log with its marks: `更新项目：XM2020-0002 澄屿光学（更正，已撤销）`
pub fn line(line: &LogLine) -> Pair {
    let marks = [
        (line.correction, ("更正", "correction")),
        (line.override_reason.is_some(), ("例外", "exception")),
        (line.undone, ("已撤销", "undone")),
    ];
    let marks = marks.into_iter().filter(|(holds, _)| *holds).map(|(_, mark)| mark);
    let (marks_zh, marks_en): (Vec<&str>, Vec<&str>) = marks.unzip();
    let (zh, en) = deed(line);
    if marks_zh.is_empty() {
        return (zh, en);
    }
    (format!("{zh}（{}）", marks_zh.join("，")), format!("{en} ({})", marks_en.join(", ")))
}

/// An operation by its number and what it did: `第12号操作（更新项目：XM2020-0002 澄屿光学）`
pub fn numbered(line: &LogLine) -> Pair {
    let ((zh, en), op) = (deed(line), line.op);
    (format!("第{op}号操作（{zh}）"), format!("operation {op} ({})", uncapital(&en)))
}

/// An operation by its number, day, operator and what it did.
pub fn signed(line: &LogLine) -> Pair {
    let ((zh, en), op) = (deed(line), line.op);
    let (day, operator) = (line.day, clean(&line.operator));
    (
        format!("第{op}号操作（{day}，{operator}，{zh}）"),
        format!("operation {op} ({day}, {operator}, {})", uncapital(&en)),
    )
}

/// What was done, without marks: `项目入库：XM2020-0001 澄屿光学`
fn deed(line: &LogLine) -> Pair {
    let (zh, en) = command::name(line.command);
    if let Some(target) = &line.target {
        let (target_zh, target_en) = numbered(target);
        return (format!("{zh}{target_zh}"), format!("{en} of {target_en}"));
    }
    // What these write is the whole library.
    let whole = matches!(line.command, CommandName::Init | CommandName::Upgrade);
    match subject(&line.subject).filter(|_| !whole) {
        Some((of_zh, of_en)) => (format!("{zh}：{of_zh}"), format!("{en}: {of_en}")),
        None => (zh.to_owned(), en.to_owned()),
    }
}

fn subject(of: &Subject) -> Option<Pair> {
    if let Some(file) = of.files.first() {
        let (zh, en) =
            first_of(&clean(file), of.files.len() as u64, ("个文件", "other file", "other files"));
        let (rows_zh, rows_en) = of.rows.map(rows).unwrap_or_default();
        return Some((format!("{zh}{rows_zh}"), format!("{en}{rows_en}")));
    }
    if let Some((code, name)) = &of.project {
        let project = format!("{} {}", clean(code), clean(name));
        return Some(first_of(
            &project,
            of.projects,
            ("个项目", "other project", "other projects"),
        ));
    }
    if let Some(rule) = of.rule {
        let (zh, en) = finding::rule(rule);
        return Some((zh.to_owned(), en.to_owned()));
    }
    of.record.as_deref().map(|record| (clean(record), clean(record)))
}

/// `XM2020-0001 澄屿光学等5个项目`; the first alone where there is no other.
fn first_of(first: &str, number: u64, (zh, one, many): (&str, &str, &str)) -> Pair {
    if number <= 1 {
        return (first.to_owned(), first.to_owned());
    }
    (format!("{first}等{number}{zh}"), format!("{first} and {}", count(number - 1, one, many)))
}

/// `，新增193行、变更2行`; nothing where no row was counted.
fn rows(counts: RowCounts) -> Pair {
    let all = [
        (counts.new, ("新增", "new")),
        (counts.changed, ("变更", "changed")),
        (counts.unchanged, ("无变化", "unchanged")),
        (counts.to_screen, ("待甄别", "to be screened")),
        (counts.rejected, ("退回", "rejected")),
    ];
    let counted = all.into_iter().filter(|(number, _)| *number > 0);
    let (zh, en): (Vec<String>, Vec<String>) = counted
        .map(|(number, (zh, en))| (format!("{zh}{number}行"), format!("{number} {en}")))
        .unzip();
    if zh.is_empty() {
        return Pair::default();
    }
    (format!("，{}", list(zh).0), format!(", {}", list(en).1))
}
