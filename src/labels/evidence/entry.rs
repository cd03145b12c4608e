//! What the standards of entry and likeness saw.

use super::{held, limit, unstated};
use crate::labels::text::{Pair, list, word_list};
use crate::labels::{entry, money};
use crate::model::entry::Basis;
use crate::model::finding::{Finding, Near, Verdict};
use crate::model::money::Usd;
use crate::model::name::clean;

pub fn basis(bases: &[Basis], finding: &Finding) -> Pair {
    let (zh, en) = if bases.is_empty() {
        unstated()
    } else {
        let (zh, en) = basis_list(bases);
        (format!("为 {zh}"), format!("“{en}”"))
    };
    let (held_zh, held_en) = held(finding);
    (format!("入库依据{zh}，{held_zh}"), format!("entry basis {en}, {held_en}"))
}

pub fn amount(amount: Option<Usd>, finding: &Finding) -> Pair {
    let (limit_zh, limit_en) = limit(&finding.rule);
    let Some(amount) = amount else {
        return (
            format!("投资总额未填报，标准为 {limit_zh}"),
            format!("total investment not stated, the standard is {limit_en}"),
        );
    };
    let (zh, en) = money::in_prose(amount);
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

pub fn near(near: &[Near], finding: &Finding) -> Pair {
    let (limit_zh, limit_en) = limit(&finding.rule);
    if near.is_empty() {
        return (
            format!("未发现相近的在库项目，标准为 {limit_zh}"),
            format!("no similar project in the library, the standard is {limit_en}"),
        );
    }
    let (zh, en) = near_list(near, money::in_prose);
    (
        format!("与在库项目 {zh}相近，标准为 {limit_zh}"),
        format!("close to {en}, the standard is {limit_en}"),
    )
}

pub fn basis_list(bases: &[Basis]) -> Pair {
    word_list(bases.iter().map(|basis| entry::basis(*basis)))
}

pub fn near_list(near: &[Near], amount: impl Fn(Usd) -> Pair) -> Pair {
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
