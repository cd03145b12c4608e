//! Sentences below the tables of appeals.

use crate::labels::text::{self, Pair, count};
use crate::model::Day;
use crate::model::month::Month;
use crate::model::name::clean;

pub fn base(appeals: u64, projects: u64, left: u64) -> Pair {
    let zh = format!("诉求占比按{appeals}项诉求计算，项目占比按提出诉求的{projects}个项目计算");
    let en = format!(
        "Shares are of {} and of the {} that raised them",
        count(appeals, "appeal", "appeals"),
        count(projects, "project", "projects")
    );
    if left == 0 {
        return (zh + "。", en + ".");
    }
    let (one, many) = ("appeal withdrawn or terminated is", "appeals withdrawn or terminated are");
    (
        format!("{zh}；撤回、终止的{left}项不计入。"),
        format!("{en}; {} not counted.", count(left, one, many)),
    )
}

pub fn project_outcome() -> Pair {
    (
        "项目的成效取其各项诉求中排在最前的一种，次序为：提交点评会、办理中、不予支持、对上争取、方案或政策意见、\
         明确途径、已解决。"
            .to_owned(),
        "A project has the first outcome that any of its appeals has, in this order: to the review \
         meeting, pending, not supported, sought higher up, plan or policy opinion, clear path, solved."
            .to_owned(),
    )
}

pub fn projects_per_row() -> Pair {
    (
        "一个项目可提出几类诉求，各行项目数之和可能大于合计。".to_owned(),
        "A project may raise appeals of several kinds, so the projects of the rows may add up to \
         more than the total."
            .to_owned(),
    )
}

/// Opening, logged, reopened, closed, ended, closing.
pub fn carry_over(month: Month, counts: [u64; 6]) -> Pair {
    let [opening, logged, reopened, closed, ended, closing] = counts;
    let (zh, en) = text::month(month);
    (
        format!(
            "{zh}：上月结转{opening} ＋ 本月新增{logged} ＋ 本月重开{reopened} － 本月办结{closed} － \
             本月终止、撤回{ended} ＝ 月末在办{closing}。"
        ),
        format!(
            "{en}: {opening} carried in + {logged} logged + {reopened} reopened - {closed} closed - \
             {ended} ended = {closing} in hand."
        ),
    )
}

pub fn dispatches(asked: u64, appeals: u64) -> Pair {
    (
        format!("一项诉求可交几个部门办理：件次合计{asked}，去重{appeals}项。"),
        format!(
            "An appeal may go to several departments: {} of {}.",
            count(asked, "dispatch", "dispatches"),
            count(appeals, "distinct appeal", "distinct appeals")
        ),
    )
}

pub fn answer_meaning() -> Pair {
    (
        "已答复的占比按件次减去退单和终止计算，按时答复的占比和平均工作日按已答复的件次计算，自交办次日起算。".to_owned(),
        "Answered is a share of the dispatches that were neither returned nor ended; on time and the \
         mean are of those answered, counted from the day after dispatch."
            .to_owned(),
    )
}

pub fn changes_meaning() -> Pair {
    (
        "诉求：期初在办 ＋ 新增 ＋ 重开 － 办结 － 终止、撤回 ＝ 期末在办；新解决为成效变为已解决的，撤回、终止的不计；\
         议定事项和批示：期初未完成 ＋ 新增 － 完成 ＝ 期末未完成。"
            .to_owned(),
        "Appeals: in hand at the start + new + reopened - closed - ended = in hand; newly solved are those \
         whose outcome became solved, withdrawn or terminated ones left out; tasks: open at the start + \
         new - done = open at the end."
            .to_owned(),
    )
}

pub fn list_hint() -> Pair {
    (
        "加上 --list 可查看数字对应的诉求清单。".to_owned(),
        "Add --list to see the appeals behind the figures.".to_owned(),
    )
}

pub fn feedback_to((zh, en): &(String, String)) -> Pair {
    (format!("致{}", clean(zh)), format!("To {}", clean(en)))
}

pub fn feedback_of(month: Month, until: Day) -> Pair {
    let (zh, en) = text::month(month);
    (format!("{zh}\u{3000}录入至{until}"), format!("{en} · recorded up to {until}"))
}
