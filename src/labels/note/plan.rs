//! What is said of the plan of a month.

use crate::labels::meeting;
use crate::labels::text::{self, Pair};
use crate::model::Day;
use crate::model::meeting::MeetingState;
use crate::model::month::Month;
use crate::model::name::clean;

pub fn plan_of(month: Month, as_of: Day) -> Pair {
    let ((zh, en), (before_zh, before_en)) = (text::month(month), text::month(month.previous()));
    (
        format!("{zh}会议（{before_zh}月报）\u{3000}截至 {as_of}"),
        format!("Meetings of {en} (reports for {before_en}) · on {as_of}"),
    )
}

pub fn not_planned(code: &str, state: Option<MeetingState>) -> Pair {
    let code = clean(code);
    let (zh, en) = match state {
        None => ("尚未安排", "not planned"),
        Some(MeetingState::Cancelled) => meeting::state(MeetingState::Cancelled),
        Some(_) => ("会期待定", "without a day"),
    };
    let en = en.to_lowercase();
    (
        format!(
            "会议 {code} {zh}，取决于会期的各项没有列出；请用 tuijin meeting plan 或 tuijin meeting move 定下会期。"
        ),
        format!(
            "Meeting {code} is {en}, so what depends on its day is not planned; set it with tuijin meeting plan or tuijin meeting move."
        ),
    )
}

pub fn provisional_days() -> Pair {
    (
        "标“暂定”的日期所在年度的放假安排尚未登记，按周一至周五计算。".to_owned(),
        "Days marked provisional lie in a year whose holidays are not on record; Monday to Friday are counted."
            .to_owned(),
    )
}

pub fn due_count(late: u64, today: u64) -> Pair {
    if late == 0 && today == 0 {
        return (
            "没有今日到期或逾期的事项。".to_owned(),
            "Nothing is due today or late.".to_owned(),
        );
    }
    (format!("逾期{late}项，今日到期{today}项。"), format!("{late} late, {today} due today."))
}
