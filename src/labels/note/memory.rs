//! What is said of the log, of undo and redo, and of two states that are compared.

use crate::labels::text::{self, Pair, count};
use crate::labels::{log, money};
use crate::model::Day;
use crate::model::log::LogLine;
use crate::model::money::Usd;
use crate::model::month::Month;

/// What was taken back: the operation itself, or the target of the line of the undo.
pub fn undone(line: &LogLine) -> Pair {
    let (zh, en) = log::numbered(line.target.as_deref().unwrap_or(line));
    (
        format!("已撤销{zh}；如需恢复，请用 tuijin redo。"),
        format!("Undid {en}; to do it again, use tuijin redo."),
    )
}

/// What was done again: the operation itself, or the target of the line of the redo.
pub fn redone(line: &LogLine) -> Pair {
    let (zh, en) = log::numbered(line.target.as_deref().unwrap_or(line));
    (format!("已恢复{zh}。"), format!("Redid {en}."))
}

pub fn log_shown(shown: u64, of: u64) -> Pair {
    let all = count(of, "operation", "operations");
    if shown >= of {
        return (format!("操作记录共{of}条。"), format!("The log holds {all}."));
    }
    (format!("操作记录共{of}条，本次显示{shown}条。"), format!("Showing {shown} of {all}."))
}

/// Projects: entered, left, advanced, fell back, stalled; appeals: new, solved, in hand; tasks: new,
/// done, open.
pub fn changes_in_brief(
    projects: [u64; 5],
    paid_in: Usd,
    appeals: [u64; 3],
    tasks: [u64; 3],
) -> Pair {
    let [entered, left, advanced, fell_back, stalled] = projects;
    let ([new, solved, in_hand], [given, done, open]) = (appeals, tasks);
    let (paid_zh, paid_en) = money::in_prose(paid_in);
    (
        format!(
            "项目新入库{entered}个、出库{left}个，阶段前进{advanced}个、后退{fell_back}个，停滞{stalled}个，到账外资增减 {paid_zh}；\
             诉求新增{new}项、新解决{solved}项，在办{in_hand}项；议定事项和批示新增{given}项、完成{done}项，未完成{open}项。"
        ),
        format!(
            "Projects: {entered} entered, {left} left, {advanced} advanced, {fell_back} went back, {stalled} stalled, \
             paid-in FDI changed by {paid_en}; appeals: {new} new, {solved} newly solved, {in_hand} in hand; tasks: \
             {given} new, {done} done, {open} open."
        ),
    )
}

/// The earlier state and the later one, each by its day of record and its report month.
pub fn compared(from: (Day, Option<Month>), to: (Day, Option<Month>)) -> Pair {
    if let ((from_day, Some(from_month)), (to_day, Some(to_month))) = (from, to)
        && from_day == to_day
    {
        let ((from_zh, from_en), (to_zh, to_en)) = (text::month(from_month), text::month(to_month));
        return (
            format!("由{from_zh}底 到{to_zh}底（报告月份）\u{3000}录入至{to_day}"),
            format!(
                "From the end of {from_en} to the end of {to_en} (report months) · recorded up to \
                 {to_day}"
            ),
        );
    }
    let ((from_zh, from_en), (to_zh, to_en)) = (state(from), state(to));
    (format!("由{from_zh} 到{to_zh}"), format!("From {from_en} to {to_en}"))
}

fn state((day, month): (Day, Option<Month>)) -> Pair {
    let Some(month) = month else {
        return (format!(" {day} 在册情况"), format!("the register on {day}"));
    };
    let (zh, en) = text::month(month);
    (
        format!("{zh}底（报告月份，录入至{day}）"),
        format!("the end of {en} (report month, recorded up to {day})"),
    )
}

pub fn clocks_until(month: Month) -> Pair {
    let (zh, en) = text::month(month);
    (format!("计时截至{zh}月报。"), format!("The clocks are read up to the reports for {en}."))
}
