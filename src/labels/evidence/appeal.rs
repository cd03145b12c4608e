//! What the five tests and the time limits of appeals saw.

use super::threshold;
use crate::labels::appeal::{self as words, field as name_of};
use crate::labels::text::{Pair, count, list, quote, quotes, verb, word_list};
use crate::model::Day;
use crate::model::appeal::AppealField;
use crate::model::dispatch::DispatchState;
use crate::model::finding::{Finding, RuleName};

/// `背景情况、解决建议未填写`
pub fn blank(fields: &[AppealField]) -> Pair {
    if fields.is_empty() {
        return ("各项均已填写".to_owned(), "every field is filled".to_owned());
    }
    let (zh, en) = word_list(fields.iter().map(|field| name_of(*field)));
    let are = verb(fields.len() as u64, "is", "are");
    (format!("{zh}未填写"), format!("{en} {are} empty"))
}

/// `问题症结只有4个字，少于10个字，难以办理`
pub fn thin(fields: &[(AppealField, i64)], finding: &Finding) -> Pair {
    let (limit_zh, limit_en) = threshold(&finding.rule);
    if fields.is_empty() {
        return (format!("各项不少于{limit_zh}"), format!("every field has at least {limit_en}"));
    }
    let (zh, en) = counted(fields);
    (
        format!("{zh}，少于{limit_zh}，难以据此办理"),
        format!("{en} where {limit_en} are needed: too thin to act on"),
    )
}

/// `问题症结只有4个字`
pub fn counted(fields: &[(AppealField, i64)]) -> Pair {
    let (zh, en): (Vec<String>, Vec<String>) = fields
        .iter()
        .map(|(field, written)| {
            let (zh, en) = name_of(*field);
            (
                format!("{zh}只有{written}个字"),
                format!(
                    "{en} has only {}",
                    count(written.unsigned_abs(), "character", "characters")
                ),
            )
        })
        .unzip();
    (list(zh).0, list(en).1)
}

pub fn named(known: &[String], unknown: &[String]) -> Pair {
    match (known, unknown) {
        ([], []) => ("没有写明对象部门".to_owned(), "no department is named".to_owned()),
        (_, []) => {
            let (zh, en) = list(known.iter().map(|name| quote(name)));
            (format!("对象部门为{zh}"), format!("addressed to {en}"))
        }
        _ => {
            let (zh, en) = quotes(unknown);
            (format!("{zh}不是已登记的部门"), format!("{en}: no department on record"))
        }
    }
}

pub fn handled(category: Option<&str>, outside: &[String], handlers: &[String]) -> Pair {
    let Some(category) = category else {
        return (
            "没有诉求类别，无法核对是否对口".to_owned(),
            "without a category nobody can be in charge of it".to_owned(),
        );
    };
    let category = quote(category);
    let (by_zh, by_en) = list(handlers.iter().map(|name| quote(name)));
    match (outside, handlers) {
        ([], []) => {
            (format!("{category}类诉求不限部门"), format!("any department may handle {category}"))
        }
        ([], _) => (
            format!("对象部门都办理{category}类诉求"),
            format!("all departments named handle {category}"),
        ),
        _ => {
            let (zh, en) = quotes(outside);
            (
                format!("{zh}不办理{category}类诉求，该类由{by_zh}办理"),
                format!("{en}: not in charge of {category}, which is handled by {by_en}"),
            )
        }
    }
}

pub fn quoted(basis: Option<&str>) -> Pair {
    match basis {
        Some(basis) => {
            let basis = quote(basis);
            (format!("已引述依据{basis}"), format!("it quotes {basis}"))
        }
        None => (
            "没有引述政策、文件或约定".to_owned(),
            "no policy, document or agreement is quoted".to_owned(),
        ),
    }
}

/// `应于 2020-03-18 前，实际 2020-03-20，逾期申请`
pub fn done(due: Day, on: Day, finding: &Finding) -> Pair {
    let (zh, en) = match finding.rule.rule {
        _ if on <= due => ("未超时", "in time"),
        RuleName::DispatchReturn => ("超时退单", "returned late"),
        _ => ("逾期", "late"),
    };
    (format!("期限 {due}，实际 {on}，{zh}"), format!("due on {due}, done on {on}, {en}"))
}

pub fn over(state: DispatchState, on: Day) -> Pair {
    let (zh, en) = words::dispatch(state);
    (
        format!("{on} 来文时该部门的办理已是“{zh}”，只作记录"),
        format!("its part was “{en}” already on {on}; kept on record, it changes nothing"),
    )
}
