//! Warnings: what was recorded as it came, but should be looked at.

use crate::labels::text::{Pair, count, list, path, quote};
use crate::labels::{field, money, stage};
use crate::model::Day;
use crate::model::field::{Field, Quantity};
use crate::model::money::Usd;
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

pub fn year_taken(value: &str, taken: &str) -> Pair {
    let (value, taken) = (quote(value), clean(taken));
    (
        format!("日期{value}没有写年份，按 {taken} 记录，请核实。"),
        format!("The date {value} has no year and was taken as {taken}; please check."),
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

pub fn reported_after_exit(code: &str, day: Day) -> Pair {
    let code = clean(code);
    (
        format!(
            "项目 {code} 已于 {day} 出库，本次报告予以留存，项目情况不作改动；如须重新纳入，请用 tuijin readmit {code} 办理再入库。"
        ),
        format!(
            "Project {code} left the library on {day}; the report is kept and the project stays \
             as it was, use tuijin readmit {code} to bring it back."
        ),
    )
}

pub fn screened(fields: &[Field]) -> Pair {
    let (zh, en): (Vec<String>, Vec<String>) = fields.iter().map(|of| field::field(*of)).unzip();
    let zh: String = zh.iter().map(|name| quote(name)).collect();
    let (_, en) = list(en.iter().map(|name| quote(name)));
    (
        format!("{zh}的变更待甄别，其余内容已登记。"),
        format!(
            "{} to be screened: {en}; the rest of the row was recorded.",
            count(fields.len() as u64, "change waits", "changes wait")
        ),
    )
}

pub fn returned_before(application: &str, reason: Option<&str>) -> Pair {
    let application = clean(application);
    let (why_zh, why_en) =
        reason.filter(|reason| !reason.trim().is_empty()).map_or_else(Default::default, |reason| {
            let reason = quote(reason);
            (format!("，理由为{reason}"), format!(" because of {reason}"))
        });
    (
        format!("同样的内容此前已申报并退回（{application}{why_zh}），本次不再列入甄别。"),
        format!(
            "The same was asked for before and returned ({application}{why_en}), so it is not \
             queued again."
        ),
    )
}

pub fn stale_formula() -> Pair {
    (
        "有公式没有计算结果或结果为0，请在 Excel 或 WPS 中打开，重新计算并保存后再导入。"
            .to_owned(),
        "A formula has no result or gives 0; open the file in Excel or WPS, recalculate, save and \
         import again."
            .to_owned(),
    )
}

pub fn reported_elsewhere(name: &str, district: &str, file: Option<&str>, row: u64) -> Pair {
    let (name, district) = (quote(name), clean(district));
    let (file_zh, file_en) = file.map_or_else(Default::default, |file| {
        let file = path(file);
        (format!("文件{file}"), format!(" of file {file}"))
    });
    (
        format!(
            "与{district}（{file_zh}第{row}行）报送的项目{name}疑为同一项目，请向两个板块核实归属。"
        ),
        format!(
            "This is likely the project {name} that {district} reports in row {row}{file_en}; ask \
             both districts whose it is."
        ),
    )
}
