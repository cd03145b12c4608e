//! Findings as sentences: rule, value seen, threshold, clause, effective date.

use super::text::{Pair, list, word_list};
use super::{entry, finding as words, money};
use crate::model::entry::Basis;
use crate::model::finding::{Finding, Near, RuleName, RuleUnit, RuleVersion, Seen, Verdict};
use crate::model::money::{Unit, Usd};
use crate::model::name::clean;

/// The value a rule saw, in few words.
pub fn seen(seen: &Seen, unit: Unit) -> Pair {
    match seen {
        Seen::Basis(bases) if bases.is_empty() => unstated(),
        Seen::Basis(bases) => basis_list(bases),
        Seen::Amount(None) => unstated(),
        Seen::Amount(Some(amount)) => money::in_unit(*amount, unit),
        Seen::Near(near) if near.is_empty() => ("无".to_owned(), "none".to_owned()),
        Seen::Near(near) => near_list(near, |amount| money::in_unit(amount, unit)),
    }
}

/// The value of a standard with its unit.
pub fn threshold(rule: &RuleVersion) -> Pair {
    let value = rule.value;
    match rule.rule.unit() {
        RuleUnit::Switch => {
            let (zh, en) = if value == 0 { ("否", "No") } else { ("是", "Yes") };
            (zh.to_owned(), en.to_owned())
        }
        RuleUnit::Money => money::of_standard(Usd(value)),
        RuleUnit::Percent => (format!("{value}%"), format!("{value}%")),
        RuleUnit::WorkingDays => {
            let days = if value == 1 { "day" } else { "days" };
            (format!("{value}个工作日"), format!("{value} working {days}"))
        }
    }
}

/// One sentence, without its full stop.
pub fn finding(finding: &Finding) -> Pair {
    let rule = &finding.rule;
    let (name_zh, name_en) = words::rule(rule.rule);
    let (said_zh, said_en) = said(finding);
    let clause = clean(&rule.clause);
    let (by_zh, by_en) = if clause.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("依据{clause}，"), format!("under {clause}, "))
    };
    let (mark_zh, mark_en) = if rule.example { ("，示例", ", example") } else { ("", "") };
    let since = rule.since;
    (
        format!("{name_zh}：{said_zh}；{by_zh}{since}起{mark_zh}"),
        format!("{name_en}: {said_en}; {by_en}from {since}{mark_en}"),
    )
}

/// What was seen, held against the standard.
fn said(finding: &Finding) -> Pair {
    let (limit_zh, limit_en) = limit(&finding.rule);
    match &finding.seen {
        Seen::Basis(bases) => {
            let (zh, en) = if bases.is_empty() {
                unstated()
            } else {
                let (zh, en) = basis_list(bases);
                (format!("为 {zh}"), format!("“{en}”"))
            };
            let (held_zh, held_en) = if is_off(&finding.rule) {
                ("本项标准未启用", "this standard is not in use")
            } else {
                match finding.verdict {
                    Verdict::Pass => ("符合", "met"),
                    Verdict::Fail => ("不符合", "not met"),
                    Verdict::Remark => ("仅作提示", "a remark only"),
                }
            };
            (format!("入库依据{zh}，{held_zh}"), format!("entry basis {en}, {held_en}"))
        }
        Seen::Amount(None) => (
            format!("投资总额未填报，标准为 {limit_zh}"),
            format!("total investment not stated, the standard is {limit_en}"),
        ),
        Seen::Amount(Some(amount)) => {
            let (zh, en) = money::in_prose(*amount);
            let (held_zh, held_en) = match finding.verdict {
                Verdict::Pass => ("达到", "reaches"),
                Verdict::Fail => ("低于", "below"),
                Verdict::Remark => ("标准为", "the standard is"),
            };
            (
                format!("投资总额 {zh}，{held_zh} {limit_zh}"),
                format!("total investment {en}, {held_en} {limit_en}"),
            )
        }
        Seen::Near(near) if near.is_empty() => (
            format!("未发现相近的在库项目，标准为 {limit_zh}"),
            format!("no similar project in the library, the standard is {limit_en}"),
        ),
        Seen::Near(near) => {
            let (zh, en) = near_list(near, money::in_prose);
            (
                format!("与在库项目 {zh}相近，标准为 {limit_zh}"),
                format!("close to {en}, the standard is {limit_en}"),
            )
        }
    }
}

/// The threshold with what it means.
fn limit(rule: &RuleVersion) -> Pair {
    let (zh, en) = threshold(rule);
    match rule.rule {
        RuleName::EntryScale => (format!("{zh}（以上含本数）"), format!("{en} (inclusive)")),
        RuleName::DuplicateName => {
            (format!("名称相似度 {zh}及以上"), format!("names alike by {en} or more"))
        }
        RuleName::DuplicateAmount => {
            (format!("投资总额相差 {zh}以内"), format!("investment within {en}"))
        }
        RuleName::ReportDue => (format!("月末后 {zh}内"), format!("{en} after the month's end")),
        RuleName::EntryConference | RuleName::EntryPutForward | RuleName::EntryDesignated => {
            (zh, en)
        }
    }
}

/// Whether a standard that can be switched off is off.
fn is_off(rule: &RuleVersion) -> bool {
    rule.rule.unit() == RuleUnit::Switch && rule.value == 0
}

fn unstated() -> Pair {
    ("未填报".to_owned(), "not stated".to_owned())
}

fn basis_list(bases: &[Basis]) -> Pair {
    word_list(bases.iter().map(|basis| entry::basis(*basis)))
}

fn near_list(near: &[Near], amount: impl Fn(Usd) -> Pair) -> Pair {
    let each = near.iter().map(|near| {
        let (like_zh, like_en) = entry::likeness(near.likeness);
        let (usd_zh, usd_en) = near.total.map_or_else(Default::default, |total| {
            let (zh, en) = amount(total);
            (format!("，投资总额 {zh}"), format!(", total investment {en}"))
        });
        let (code, name, percent) = (clean(&near.code), clean(&near.name), near.similarity);
        (
            format!("{code} {name}（{like_zh}，名称相似度 {percent}%{usd_zh}）"),
            format!("{code} {name} ({}, {percent}% alike{usd_en})", like_en.to_lowercase()),
        )
    });
    let (zh, en): (Vec<String>, Vec<String>) = each.unzip();
    (list(zh).0, list(en).1)
}
