//! Refusals of undo and redo, and of a look at a day before the library was made.

use crate::labels::log;
use crate::labels::text::{Pair, Words};
use crate::model::Day;
use crate::model::command::CommandName;
use crate::model::log::LogLine;

pub fn before_library(day: Day, first: Day) -> Pair {
    (
        format!("项目库建于 {first}，没有 {day} 的情况；请改用 {first} 或以后的日期。"),
        format!(
            "The library was made on {first} and says nothing of {day}; name {first} or a later \
             day."
        ),
    )
}

pub fn not_yet_come(day: Day, today: Day) -> Pair {
    (
        format!("日期 {day} 还没有到，今天是 {today}，只能查看今天和以前的登记；请改正后重试。"),
        format!("The day {day} has not come, today is {today}; name today or a past day."),
    )
}

pub fn nothing_to_undo() -> Pair {
    (
        "没有可以撤销的操作；操作记录可用 tuijin log 查看。".to_owned(),
        "There is nothing to undo; tuijin log shows what was done.".to_owned(),
    )
}

pub fn nothing_to_redo() -> Pair {
    (
        "没有可以恢复的操作；操作记录可用 tuijin log 查看。".to_owned(),
        "There is nothing to redo; tuijin log shows what was done.".to_owned(),
    )
}

pub fn unknown_operation(op: i64) -> Pair {
    (
        format!("没有第{op}号操作；请用 tuijin log 查看操作记录，核对序号。"),
        format!("There is no operation {op}; look up its number with tuijin log."),
    )
}

pub fn not_undoable(command: CommandName, op: i64) -> Pair {
    if matches!(command, CommandName::MeetingFreeze | CommandName::MeetingClose) {
        return (
            format!(
                "第{op}号操作固定了会议当日的内容，不能撤销；此前的操作用 tuijin undo --op 编号 撤销，固定的内容不变，差别见 tuijin meeting diff。"
            ),
            format!(
                "Operation {op} froze what was on the table and cannot be undone; undo an earlier one with \
                 tuijin undo --op NUMBER, which leaves what is frozen and shows in tuijin meeting diff."
            ),
        );
    }
    if command == CommandName::Pack {
        return (
            format!(
                "第{op}号操作印发了会议材料，不能撤销；内容有误的更正后用 tuijin pack 重新印发，印发过的仍可用 --issued 查看。"
            ),
            format!(
                "Operation {op} handed out the papers of a meeting and cannot be undone; set right what is wrong \
                 and hand out again with tuijin pack, while --issued still gives what was handed out."
            ),
        );
    }
    (
        format!(
            "第{op}号操作不能撤销，建库、升级、撤销、恢复均不能撤销；如需取消一次撤销，请用 tuijin redo。"
        ),
        format!(
            "Operation {op} cannot be undone, as creating, upgrading, undoing and redoing cannot; \
             to take back an undo, use tuijin redo."
        ),
    )
}

pub fn already_undone(op: i64) -> Pair {
    (
        format!("第{op}号操作此前已经撤销；如需恢复，请用 tuijin redo --op {op}。"),
        format!("Operation {op} is undone already; to do it again, use tuijin redo --op {op}."),
    )
}

pub fn not_undone(op: i64) -> Pair {
    (
        format!("第{op}号操作没有被撤销，无须恢复；请用 tuijin log 查看操作记录，核对序号。"),
        format!(
            "Operation {op} was not undone, so there is nothing to redo; look up its number with \
             tuijin log."
        ),
    )
}

pub fn changed_since(op: i64, later: Option<&LogLine>) -> Pair {
    let (zh, en) = overtaken(op);
    let Some(later) = later else {
        return (
            format!("{zh}；请用 tuijin log 查明，先撤销后来的操作。"),
            format!("{en}; find it with tuijin log and undo the later operation first."),
        );
    };
    let (by_zh, by_en) = log::signed(later);
    if later.target.is_none() && !later.command.can_be_undone() {
        let (next_zh, next_en) = standing(later.command);
        return (format!("{zh}：{by_zh}；{next_zh}。"), format!("{en}, by {by_en}; {next_en}."));
    }
    let (next_zh, next_en) = way_back(later);
    (format!("{zh}：{by_zh}；请先{next_zh}。"), format!("{en}, by {by_en}; first {next_en}."))
}

fn overtaken(op: i64) -> Pair {
    (
        format!("第{op}号操作涉及的内容后来又有改动，不能覆盖"),
        format!("What operation {op} is about was changed since and is not overwritten"),
    )
}

/// What is possible where the later operation stays.
fn standing(command: CommandName) -> Words {
    match command {
        CommandName::MeetingFreeze => (
            "这次操作固定了会前版，不能撤销，前一操作也随之保留，会议改期请用 tuijin meeting move，取消请用 tuijin meeting cancel，其他有误的请登记更正",
            "it froze what was on the table and stays, so the earlier operation stays too: move the meeting with tuijin meeting move, call it off with tuijin meeting cancel, or enter a correction",
        ),
        CommandName::MeetingClose => (
            "这次操作办结了会议，不能撤销，前一操作也随之保留，有误的请登记更正，与会后版的差别见 tuijin meeting diff",
            "it closed the meeting and stays, so the earlier operation stays too: enter a correction, and tuijin meeting diff shows what differs",
        ),
        _ => (
            "这次操作不能撤销，前一操作也随之保留，有误的请登记更正",
            "it cannot be undone, so the earlier operation stays too: enter a correction",
        ),
    }
}

/// How the later operation is taken back; of an undo, by doing again what it undid.
fn way_back(later: &LogLine) -> Pair {
    let undo = |op: i64| {
        (
            format!("撤销第{op}号操作：tuijin undo --op {op}"),
            format!("undo operation {op} with tuijin undo --op {op}"),
        )
    };
    match (later.command, &later.target) {
        (CommandName::Undo, Some(target)) => {
            let op = target.op;
            (
                format!("恢复第{op}号操作：tuijin redo --op {op}"),
                format!("redo operation {op} with tuijin redo --op {op}"),
            )
        }
        (CommandName::Redo, Some(target)) => undo(target.op),
        _ => undo(later.op),
    }
}
