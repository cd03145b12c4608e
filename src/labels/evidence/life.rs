//! What the standards of stages, changes and reports saw.

use super::{limit, reasoned};
use crate::labels::text::{Pair, list, quote, verb};
use crate::labels::{field, stage};
use crate::model::Day;
use crate::model::date::Dated;
use crate::model::field::{Field, Quantity};
use crate::model::finding::{Finding, Verdict};
use crate::model::stage::Stage;

/// `本阶段缺少 外方投资者、行业`
pub fn missing(fields: &[Field]) -> Pair {
    if fields.is_empty() {
        return (
            "本阶段没有缺项".to_owned(),
            "nothing expected at this stage is missing".to_owned(),
        );
    }
    let (zh, en) = field_list(fields);
    let are = verb(fields.len() as u64, "is", "are");
    (format!("本阶段缺少 {zh}"), format!("{en} {are} expected at this stage but not filled"))
}

pub fn field_list(fields: &[Field]) -> Pair {
    let (zh, en): (Vec<String>, Vec<String>) = fields.iter().map(|of| field::field(*of)).unzip();
    (list(zh).0, list(en.iter().map(|name| format!("“{name}”"))).1)
}

/// `签约时间 2020-01-08、设立时间 2020-02，先后有序`
pub fn stages_dated(dated: &[(Stage, Dated)]) -> Pair {
    if dated.is_empty() {
        return ("尚无阶段日期".to_owned(), "no stage has a date".to_owned());
    }
    let (zh, en) = date_list(dated);
    (format!("{zh}，先后有序"), format!("{en}, in order"))
}

pub fn date_list(dated: &[(Stage, Dated)]) -> Pair {
    let (zh, en): (Vec<String>, Vec<String>) = dated.iter().map(|of| date(*of)).unzip();
    (list(zh).0, list(en).1)
}

/// `设立时间 2020-01早于签约时间 2020-02-03`
pub fn stage_dates(earlier: (Stage, Dated), later: (Stage, Dated)) -> Pair {
    let ((earlier_zh, earlier_en), (later_zh, later_en)) = (date(earlier), date(later));
    (format!("{later_zh}早于{earlier_zh}"), format!("{later_en} comes before {earlier_en}"))
}

/// `投产时间 2020-06晚于核查之日 2020-03-12`
pub fn stage_ahead(of: Stage, dated: Dated, on: Day) -> Pair {
    let (zh, en) = date((of, dated));
    (format!("{zh}晚于核查之日 {on}"), format!("{en} lies after {on}, the day looked at"))
}

fn date((of, dated): (Stage, Dated)) -> Pair {
    let (zh, en) = field::field(Field::StageDate(of));
    (format!("{zh} {dated}"), format!("{} {dated}", en.to_lowercase()))
}

/// An amount of a quantity before and after, each already in words.
pub fn fell(quantity: Quantity, (before, after): (Pair, Pair), with_reason: bool) -> Pair {
    let ((zh, en), (why_zh, why_en)) = (field::quantity(quantity), reasoned(with_reason));
    (
        format!("{zh}由 {}减为 {}，{why_zh}", before.0, after.0),
        format!("“{en}” falls from {} to {}, {why_en}", before.1, after.1),
    )
}

/// `投资总额 5,000.00万美元 → 4,000.00万美元`
pub fn fell_in_short(quantity: Quantity, before: Pair, after: Pair) -> Pair {
    let (zh, en) = field::quantity(quantity);
    let (from_to_zh, from_to_en) = arrow(before, after);
    (format!("{zh} {from_to_zh}"), format!("{en} {from_to_en}"))
}

/// Old → new.
pub fn arrow(before: Pair, after: Pair) -> Pair {
    (format!("{} → {}", before.0, after.0), format!("{} → {}", before.1, after.1))
}

pub fn stage_moved(before: Stage, after: Stage, with_reason: bool) -> Pair {
    let ((before_zh, before_en), (after_zh, after_en)) =
        (stage::stage(before), stage::stage(after));
    let (why_zh, why_en) = reasoned(with_reason);
    (
        format!("推进阶段由{before_zh}退回{after_zh}，{why_zh}"),
        format!("the stage goes back from “{before_en}” to “{after_en}”, {why_en}"),
    )
}

pub fn renamed(before: &str, after: &str, with_reason: bool) -> Pair {
    let ((before, after), (why_zh, why_en)) =
        ((quote(before), quote(after)), reasoned(with_reason));
    (
        format!("项目名称由{before}改为{after}，{why_zh}"),
        format!("the name changes from {before} to {after}, {why_en}"),
    )
}

pub fn nothing() -> Pair {
    ("没有此类变更".to_owned(), "no such change".to_owned())
}

/// `报送期限 2020-03-06（月末后 5个工作日内），2020-03-09收到，逾期报送`
pub fn received(due: Day, received: Option<Day>, provisional: bool, finding: &Finding) -> Pair {
    let (limit_zh, limit_en) = limit(&finding.rule);
    let (open_zh, open_en) = if provisional { ("，暂定", ", provisional") } else { ("", "") };
    let (came_zh, came_en) = arrival(received);
    let (held_zh, held_en) = match (received, finding.verdict) {
        (Some(day), _) if day <= due => ("按时报送", "on time"),
        (Some(_), _) => ("逾期报送", "late"),
        (None, Verdict::Fail) => ("逾期未报", "overdue"),
        (None, Verdict::Pass | Verdict::Remark) => ("未到期限", "not yet due"),
    };
    (
        format!("报送期限 {due}（{limit_zh}{open_zh}），{came_zh}，{held_zh}"),
        format!("due on {due} ({limit_en}{open_en}), {came_en}, {held_en}"),
    )
}

/// `2020-03-09收到`
pub fn arrival(received: Option<Day>) -> Pair {
    match received {
        Some(day) => (format!("{day}收到"), format!("received on {day}")),
        None => ("尚未收到".to_owned(), "not received".to_owned()),
    }
}
