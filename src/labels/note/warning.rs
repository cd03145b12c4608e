//! Warnings: what was recorded as it came, but should be looked at.

use crate::labels::text::{self, Pair, count, quote};
use crate::labels::{field, money, stage};
use crate::model::Day;
use crate::model::field::{Field, Quantity};
use crate::model::money::Usd;
use crate::model::month::Month;
use crate::model::name::clean;
use crate::model::stage::Stage;

pub fn amount_fell(quantity: Quantity, before: Usd, after: Usd) -> Pair {
    let (zh, en) = field::quantity(quantity);
    let (before_zh, before_en) = money::in_prose(before);
    let (after_zh, after_en) = money::in_prose(after);
    (
        format!("“{zh}”由 {before_zh} 减为 {after_zh}，请核实。"),
        format!("“{en}” fell from {before_en} to {after_en}; please check."),
    )
}

pub fn stage_back() -> Pair {
    (
        "推进阶段比上次后退，请核实。".to_owned(),
        "The stage is earlier than last time; please check.".to_owned(),
    )
}

pub fn question_mark_in_name() -> Pair {
    (
        "项目名称中有问号，可能是生僻字没有保存下来，请核实。".to_owned(),
        "The name holds a question mark, perhaps a rare character that was lost; please check."
            .to_owned(),
    )
}

pub fn month_gap(from: Month, to: Month) -> Pair {
    let ((from_zh, from_en), (to_zh, to_en)) = (text::month(from), text::month(to));
    if from == to {
        return (
            format!("缺少{from_zh}的月报，请补报。"),
            format!("The report for {from_en} is missing; please ask for it."),
        );
    }
    (
        format!("{from_zh}至{to_zh}之间缺少月报，请补报。"),
        format!("Reports between {from_en} and {to_en} are missing; please ask for them."),
    )
}

pub fn year_taken(value: &str, taken: &str) -> Pair {
    let (value, taken) = (quote(value), clean(taken));
    (
        format!("日期{value}没有写年份，按 {taken} 记录，请核实。"),
        format!("The date {value} has no year and was taken as {taken}; please check."),
    )
}

pub fn paid_over_registered() -> Pair {
    (
        "实际到账外资大于已登记新增注册外资，请核实。".to_owned(),
        "Paid-in FDI is above the registered new FDI; please check.".to_owned(),
    )
}

pub fn reported_elsewhere(code: &str) -> Pair {
    let code = clean(code);
    (
        format!("项目 {code} 已由其他板块报送，请核实归属。"),
        format!("Project {code} is also reported by another district; please check whose it is."),
    )
}

pub fn late_filing(district: &str, due: Day, received: Day) -> Pair {
    let district = clean(district);
    let late = (received - due).num_days().unsigned_abs();
    (
        format!("{district}月报应于 {due} 前报送，实际于 {received} 收到，逾期{late}天。"),
        format!(
            "The report of {district} was due on {due} and arrived on {received}, {} late.",
            count(late, "day", "days")
        ),
    )
}

pub fn similar(code: &str, name: &str, similarity: i64) -> Pair {
    let (code, name) = (clean(code), clean(name));
    (
        format!("与在库项目 {code} {name}名称相近（相似度 {similarity}%），请核实是否重复。"),
        format!(
            "The name resembles {code} {name} ({similarity}% alike); please check for a duplicate."
        ),
    )
}

pub fn partial_date(of: Field, value: &str) -> Pair {
    let ((zh, en), value) = (field::field(of), quote(value));
    (
        format!("“{zh}”写的是{value}，没有具体到日，按月份记录。"),
        format!("“{en}” says {value} without a day and was recorded as a month."),
    )
}

pub fn future_date(of: Field, value: &str) -> Pair {
    let ((zh, en), value) = (field::field(of), quote(value));
    (
        format!("“{zh}”写的是{value}，日期尚未到来，属于计划，未登记。"),
        format!("“{en}” says {value}, which has not come; it is a plan and was not recorded."),
    )
}

pub fn stage_assumed(at: Stage) -> Pair {
    let (zh, en) = stage::stage(at);
    (
        format!("没有填写推进阶段（缺项），按“{zh}”登记。"),
        format!("No stage is given; recorded as “{en}”."),
    )
}
