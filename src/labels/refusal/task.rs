//! Refusals about decisions and instructions: what is possible instead.

use super::place::{again, lead};
use crate::error::{Place, TaskRefusal};
use crate::labels::text::{Pair, list, quote};
use crate::labels::{meeting, task as words};
use crate::model::name::clean;

pub fn refused(at: &Place, refusal: &TaskRefusal) -> Pair {
    lead(at, sentence(at, refusal))
}

fn sentence(at: &Place, refusal: &TaskRefusal) -> Pair {
    use TaskRefusal as R;
    let (again_zh, again_en) = again(at);
    match refusal {
        R::Unknown { given } => {
            let given = quote(given);
            (
                format!("没有编号为{given}的事项；请用 tuijin task list --all 查看。"),
                format!("No task has the code {given}; see tuijin task list --all."),
            )
        }
        R::NoText => (
            format!("没有写明议定或批示的事项；请写明后{again_zh}。"),
            format!("What was decided is not said; say it and {again_en}."),
        ),
        R::Nobody => (
            format!("没有写明责任板块或责任部门；请至少写明一个后{again_zh}。"),
            format!("Nobody is responsible; name a district or a department and {again_en}."),
        ),
        R::DueBefore { due, day } => (
            format!("完成时限 {due} 早于议定或批示之日 {day}；请核对日期后{again_zh}。"),
            format!(
                "It would be due on {due}, before it was decided on {day}; check the day and {again_en}."
            ),
        ),
        R::BeforeMeeting { meeting, day, held } => {
            let meeting = clean(meeting);
            (
                format!(
                    "会议 {meeting} 会期为 {held}，议定事项不能早到 {day}；请核对日期后{again_zh}。"
                ),
                format!(
                    "Meeting {meeting} was held on {held}, after {day}; check the day and {again_en}."
                ),
            )
        }
        R::NotYetHeld { meeting, day } => {
            let meeting = clean(meeting);
            (
                format!(
                    "会议 {meeting} 定于 {day} 召开，议定事项自当日起才能登记；会期有变请用 tuijin meeting move。"
                ),
                format!(
                    "Meeting {meeting} is on {day} and its decisions can be recorded from then on; if it moved, use tuijin meeting move."
                ),
            )
        }
        R::WhichMeeting { kind, day, known } => {
            let ((kind_zh, kind_en), (zh, en)) =
                (meeting::kind(*kind), list(known.iter().map(|code| clean(code))));
            let (kind_en, key) = (kind_en.to_lowercase(), kind.key());
            if known.is_empty() {
                return (
                    format!(
                        "还没有登记{kind_zh}；请先用 tuijin meeting plan {kind_zh} --month 月份 安排会议。"
                    ),
                    format!(
                        "No {kind_en} is on record; plan it first with tuijin meeting plan {key} --month MONTH."
                    ),
                );
            }
            (
                format!(
                    "{day} 没有{kind_zh}，看不出是哪一次会议；请用 --meeting 写明，已登记的有：{zh}。"
                ),
                format!(
                    "No {kind_en} was held on {day}; say which one with --meeting, on record are {en}."
                ),
            )
        }
        R::OtherSource { meeting, source } => {
            let (meeting, (zh, en)) = (clean(meeting), words::source(*source));
            (
                format!("会议 {meeting} 与来源“{zh}”不符；请只写其中一个，或核对会议编号。"),
                format!(
                    "Meeting {meeting} is no {}; give one of the two, or check the code.",
                    en.to_lowercase()
                ),
            )
        }
        R::OtherMeeting { code, meeting } => {
            let (code, meeting) = (clean(code), clean(meeting));
            (
                format!("事项 {code} 不是会议 {meeting} 的议定事项；请核对编号后{again_zh}。"),
                format!("Task {code} is no decision of {meeting}; check the code and {again_en}."),
            )
        }
        R::SheetOfOther { meeting, named } => {
            let (meeting, (zh, en)) = (clean(meeting), list(named.iter().map(|code| clean(code))));
            (
                format!(
                    "这里写的是会议 {zh}，不是 {meeting}；请换用 {meeting} 的议定事项表，或登记到该会议，表上会议写错的改正后{again_zh}。"
                ),
                format!(
                    "This is of meeting {en}, not of {meeting}; take the sheet of {meeting} or record it there, or put the code right and {again_en}."
                ),
            )
        }
        R::OtherProject { appeal, project } => {
            let (appeal, project) = (clean(appeal), quote(project));
            (
                format!("诉求 {appeal} 不属于项目{project}；请核对后{again_zh}。"),
                format!(
                    "Appeal {appeal} does not belong to {project}; check the two and {again_en}."
                ),
            )
        }
        R::AlreadyDone { code, day } => {
            let code = clean(code);
            (
                format!("事项 {code} 已于 {day} 登记完成；登记有误的用 tuijin undo 撤销后再登记。"),
                format!(
                    "Task {code} was done on {day}; if that was recorded by mistake, take it back with tuijin undo."
                ),
            )
        }
        R::StepBefore { code, day, decided } => {
            let code = clean(code);
            (
                format!(
                    "事项 {code} 于 {decided} 议定或批示，进展不能早到 {day}；请核对日期后{again_zh}。"
                ),
                format!(
                    "Task {code} was decided on {decided}, after {day}; check the day and {again_en}."
                ),
            )
        }
        R::SaidTwice { code, row, file } => {
            let code = clean(code);
            let (zh, en) = match file.as_deref().map(quote) {
                Some(file) => (format!("{file}第{row}行"), format!("row {row} of {file}")),
                None => (format!("第{row}行"), format!("row {row}")),
            };
            (
                format!(
                    "{zh}已写过同一议定事项 {code}，本行的责任单位或时限不同；请只留一行后{again_zh}。"
                ),
                format!(
                    "Decision {code} is told otherwise by {en}; keep one of the two and {again_en}."
                ),
            )
        }
        R::RowWithoutText => (
            format!("填了完成时限或事项编号，但没有填“议定事项”；请补上或把整行清空后{again_zh}。"),
            format!(
                "The row has a due day or a task but not what was decided; add it or empty the row and {again_en}."
            ),
        ),
        R::NoPerson => (
            format!("没有写姓名；请补上后{again_zh}。"),
            format!("The name is missing; add it and {again_en}."),
        ),
        R::BadPresence => (
            format!(
                "看不出是出席、列席还是请假；请写其中一个，未到会又没有请假的不列入本表，改正后{again_zh}。"
            ),
            format!(
                "Write present, observing or absent (with leave), and leave out who simply did not come; then {again_en}."
            ),
        ),
    }
}
