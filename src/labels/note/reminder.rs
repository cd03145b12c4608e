//! 催报: the text sent to a district whose monthly report has not arrived.

use crate::labels::text::{self, Pair};
use crate::model::Day;
use crate::model::month::Month;
use crate::model::name::clean;
use chrono::Datelike;

pub fn reminder(
    district: &str,
    contact: Option<&str>,
    month: Month,
    due: Day,
    provisional: bool,
) -> Pair {
    let ((zh, en), district) = (text::month(month), clean(district));
    let contact = contact.map(clean).filter(|contact| !contact.is_empty());
    let (to_zh, to_en) = contact.map_or_else(Default::default, |contact| {
        (format!("（联系人：{contact}）"), format!(" (attention: {contact})"))
    });
    let (mark_zh, mark_en) =
        if provisional { ("（暂定）", " (provisional)") } else { ("", "") };
    let due_zh = format!("{}月{}日", due.month(), due.day());
    let due_zh =
        if due.year() == month.year() { due_zh } else { format!("{}年{due_zh}", due.year()) };
    let due_en = due.format("%-d %B %Y");
    (
        format!(
            "{district}商务局{to_zh}：贵地{zh}重点外资项目进展情况月报应于{due_zh}前{mark_zh}报送，截至目前尚未收到。\
             请尽快报送；当月项目进展没有变化的，请报送零报告。感谢支持。"
        ),
        format!(
            "To the commerce bureau of {district}{to_en}: your report on the progress of key \
             foreign-invested projects for {en} was due by {due_en}{mark_en} and has not reached \
             us yet. Please send it as soon as possible; if nothing changed in the month, please \
             send a nil report. Thank you for your support."
        ),
    )
}

pub fn nobody_late(month: Month) -> Pair {
    let (zh, en) = text::month(month);
    (
        format!("{zh}月报没有逾期未报的板块。"),
        format!("No district is late with its report for {en}."),
    )
}
