//! Refusals about meetings: what is possible instead.

use super::place::lead;
use crate::error::{MeetingRefusal, Place};
use crate::labels::meeting as words;
use crate::labels::text::{self, Pair, list, quote};
use crate::model::meeting::MeetingState;
use crate::model::name::clean;

pub fn refused(at: &Place, refusal: &MeetingRefusal) -> Pair {
    lead(at, sentence(refusal))
}

fn sentence(refusal: &MeetingRefusal) -> Pair {
    use MeetingRefusal as R;
    match refusal {
        R::Unknown { given, known } => unknown(given, known),
        R::EvenMonth { month } => {
            let (zh, en) = text::month(*month);
            (
                format!(
                    "点评会逢单月召开，{zh}为双月；确需召开的用 --override 理由 --approved-by 批准人。"
                ),
                format!(
                    "Review meetings are held in odd months, and {en} is an even one; use --override REASON --approved-by WHO for an exception."
                ),
            )
        }
        R::AlreadyPlanned { code, day } => {
            let (on_zh, on_en) = on(*day);
            (
                format!(
                    "会议 {code} 已安排{on_zh}；改期请用 tuijin meeting move {code} --on 日期 --reason 理由。"
                ),
                format!(
                    "Meeting {code} is planned{on_en}; move it with tuijin meeting move {code} --on DATE --reason REASON."
                ),
            )
        }
        R::State { code, state } => state_refusal(code, *state),
        R::NoDay { code } => (
            format!(
                "会议 {code} 还没有会期；请先用 tuijin meeting move {code} --on 日期 --reason 理由。"
            ),
            format!(
                "Meeting {code} has no day yet; set it with tuijin meeting move {code} --on DATE --reason REASON."
            ),
        ),
        R::Held { code, day } => (
            format!(
                "会议 {code} 已于 {day} 召开，当时的会前版不再改变；会议结果请用 tuijin meeting close {code} 固定为会后版。"
            ),
            format!(
                "Meeting {code} was held on {day}, and what was on the table stays; keep what came of it with tuijin meeting close {code}."
            ),
        ),
        R::FrozenForAnotherDay { code } => (
            format!(
                "会议 {code} 改期后还没有再固定会前版，不能办结；请先用 tuijin meeting freeze {code}。"
            ),
            format!(
                "Meeting {code} was moved and not frozen again, so it cannot be closed; use tuijin meeting freeze {code} first."
            ),
        ),
        R::UnknownEdition { code, side, known } => {
            let (zh, en) = words::side(*side);
            (
                format!("会议 {code} 的{zh}共有{known}版；请用 --edition 1 至 {known} 中的一版。"),
                format!(
                    "Meeting {code} has {known} of “{}”; use --edition 1 to {known}.",
                    en.to_lowercase()
                ),
            )
        }
        R::NotHeld { code, day } => (
            format!(
                "会议 {code} 定于 {day} 召开，会后方可办结；会期有变请用 tuijin meeting move。"
            ),
            format!(
                "Meeting {code} is on {day} and can be closed from then on; if it moved, use tuijin meeting move."
            ),
        ),
        R::NoAttendance { code } => (
            format!(
                "会议 {code} 没有写参会人员，办结后不能再补；请用 --attendance 参会人员表，或 --present “姓名 单位 职务”，确实不登记的用 --no-attendance。"
            ),
            format!(
                "Meeting {code} has nobody who attended, which cannot be added once it is closed; use --attendance FILE or --present “NAME BODY POST”, or --no-attendance to close without."
            ),
        ),
        R::NoEdition { code, side } => {
            let (zh, en) = words::side(*side);
            (
                format!(
                    "会议 {code} 没有{zh}；会前版用 tuijin meeting freeze 固定，会后版用 tuijin meeting close 形成。"
                ),
                format!(
                    "Meeting {code} has no edition “{en}”; tuijin meeting freeze and tuijin meeting close make them."
                ),
            )
        }
        R::NotOnAgenda { code, given } => {
            let given = quote(given);
            (
                format!("{given}不在会议 {code} 的议程上；请用 tuijin meeting show {code} 查看。"),
                format!("{given} is not on the agenda of {code}; see tuijin meeting show {code}."),
            )
        }
        R::AlreadyOnAgenda { code, given } => {
            let given = quote(given);
            (
                format!("{given}已在会议 {code} 的议程上；提前请用 --first。"),
                format!("{given} is on the agenda of {code}; put it first with --first."),
            )
        }
        R::UnknownSubject { given } => {
            let given = quote(given);
            (
                format!(
                    "没有编号为{given}的项目、诉求或任务；请用 tuijin list、tuijin appeal list 或 tuijin task list 查看。"
                ),
                format!(
                    "No project, appeal or task has the code {given}; see tuijin list, tuijin appeal list or tuijin task list."
                ),
            )
        }
        R::Altered { code, side } => {
            let (zh, en) = words::side(*side);
            (
                format!(
                    "会议 {code} 的{zh}与固定时的校验值不符，不能作数；请用 tuijin check 检查，并从备份恢复。"
                ),
                format!(
                    "The edition “{en}” of {code} no longer has the hash it was frozen with; run tuijin check and restore a backup."
                ),
            )
        }
        R::SheetExists { code, path } => sheet_exists(code, path),
        R::OtherDocument { found } => {
            let found = quote(found);
            (
                format!(
                    "固定的内容写明是{found}，不是会议文件，无法查看；请用 tuijin check 检查，并从备份恢复。"
                ),
                format!(
                    "What is kept says it is {found}, no document of a meeting, and cannot be shown; run tuijin check and restore a backup."
                ),
            )
        }
        R::NewerDocument { found, known } => (
            format!(
                "固定的内容为第{found}版格式，本程序只认到第{known}版；请改用固定它的那一版程序或更新的程序查看。"
            ),
            format!(
                "What is kept has form {found}, and this program knows forms up to {known}; use the program that froze it or a newer one."
            ),
        ),
        R::UnknownPage { given, known } => {
            let (given, (zh, en)) = (quote(given), list(known.iter().cloned()));
            (
                format!("该版本没有{given}这一页；可选：{zh}。"),
                format!("The edition has no page {given}; choose from {en}."),
            )
        }
        R::NoneFrozen { kind } => {
            let (zh, en) = kind.map_or(("会议", "meeting"), words::kind);
            (
                format!("此前没有固定过会前版的{zh}，无从比较；请用 --from 月份 或 --since 日期。"),
                format!(
                    "No {} was frozen before, so there is nothing to compare with; use --from MONTH or --since DATE.",
                    en.to_lowercase()
                ),
            )
        }
        R::Backwards { first, second } => (
            format!("{first} 固定在 {second} 之后；请先写较早的会议。"),
            format!("{first} was frozen after {second}; name the earlier meeting first."),
        ),
        R::DayPlanned { code, day } => (
            format!(
                "会议 {code} 已定于 {day}；改期请用 tuijin meeting move {code} --on 日期 --reason 理由。"
            ),
            format!(
                "Meeting {code} is planned for {day}; move it with tuijin meeting move {code} --on DATE --reason REASON."
            ),
        ),
        R::BadPerson { given } => {
            let given = quote(given);
            (
                format!("参会人员{given}应写作“姓名 单位 职务”，以空格分隔；请改正后重试。"),
                format!(
                    "{given} should read “NAME BODY POST”, with spaces; put it right and try again."
                ),
            )
        }
    }
}

fn sheet_exists(code: &str, file: &str) -> Pair {
    let (code, file) = (clean(code), text::path(file));
    (
        format!(
            "文件{file}已经存在，可能已经填写，没有覆盖；请换一个文件名，或用 tuijin meeting decide {code} --from {file} 登记已填的内容。"
        ),
        format!(
            "The file {file} exists, may be filled in and was not replaced; choose another name, or take what is filled in with tuijin meeting decide {code} --from {file}."
        ),
    )
}

fn unknown(given: &str, known: &[String]) -> Pair {
    let given = quote(given);
    if known.is_empty() {
        return (
            format!(
                "没有编号为{given}的会议；请先用 tuijin meeting plan 督办会 --month 月份 安排。"
            ),
            format!(
                "No meeting has the code {given}; plan one with tuijin meeting plan supervision --month MONTH."
            ),
        );
    }
    let (zh, en) = list(known.iter().map(|code| clean(code)));
    (
        format!("没有编号为{given}的会议，现有 {zh}；请用 tuijin meeting list 查看。"),
        format!("No meeting has the code {given}, only {en}; see tuijin meeting list."),
    )
}

fn state_refusal(code: &str, state: MeetingState) -> Pair {
    if state == MeetingState::Planned {
        return (
            format!("会议 {code} 尚未固定会前版，不能办结；请先用 tuijin meeting freeze {code}。"),
            format!(
                "Meeting {code} was not frozen, so it cannot be closed; use tuijin meeting freeze {code} first."
            ),
        );
    }
    let (zh, en) = words::state(state);
    let (next_zh, next_en) = match state {
        MeetingState::Planned | MeetingState::Frozen | MeetingState::Closed => (
            "固定的内容不再改变，之后的变化见 tuijin meeting diff",
            "what is frozen stays, and tuijin meeting diff shows what changed since",
        ),
        MeetingState::Cancelled => (
            "如需召开，请用 tuijin meeting plan 重新安排",
            "plan it again with tuijin meeting plan if it is to be held",
        ),
    };
    (
        format!("会议 {code} {zh}，不能这样做；{next_zh}。"),
        format!("Meeting {code} is “{}”, which does not allow this; {next_en}.", en.to_lowercase()),
    )
}

fn on(day: Option<crate::model::Day>) -> Pair {
    match day {
        Some(day) => (format!("在 {day}"), format!(" for {day}")),
        None => (String::new(), String::new()),
    }
}
