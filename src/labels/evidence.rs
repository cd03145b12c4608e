//! Findings as sentences: rule, value seen, threshold, clause, effective date.

mod appeal;
mod entry;
mod life;

use super::text::{Pair, Words, quote};
use super::{clock, exit, finding as words, money, stage};
use crate::model::finding::{Finding, RuleName, RuleUnit, RuleVersion, Seen, Verdict};
use crate::model::money::{Unit, Usd};
use crate::model::name::clean;

/// The value a rule saw, in few words.
pub fn seen(seen: &Seen, unit: Unit) -> Pair {
    let amount = |amount| money::in_unit(amount, unit);
    let of = |of| owned(stage::stage(of));
    let given = |text: &String| (quote(text), quote(text));
    match seen {
        Seen::Basis(bases) if bases.is_empty() => unstated(),
        Seen::Basis(bases) => entry::basis_list(bases),
        Seen::Amount(None) => unstated(),
        Seen::Amount(Some(total)) => amount(*total),
        Seen::Near(near) if near.is_empty() => none(),
        Seen::Near(near) => entry::near_list(near, amount),
        Seen::Missing(fields) if fields.is_empty() => none(),
        Seen::Missing(fields) => life::field_list(fields),
        Seen::StagesDated(dated) if dated.is_empty() => none(),
        Seen::StagesDated(dated) => life::date_list(dated),
        Seen::StageDates { earlier, later } => life::stage_dates(*earlier, *later),
        Seen::StageAhead { stage, dated, .. } => life::date_list(&[(*stage, *dated)]),
        Seen::Fell { quantity, before, after, .. } => {
            life::fell_in_short(*quantity, amount(*before), amount(*after))
        }
        Seen::StageMoved { before, after, .. } => life::arrow(of(*before), of(*after)),
        Seen::Renamed { before, after, .. } => life::arrow(given(before), given(after)),
        Seen::Nothing => none(),
        Seen::Clock(clock) => clock::in_short(clock),
        Seen::ExitStage { stage, .. } => of(*stage),
        Seen::ExitGround { ground, reasoned, successor } => {
            exit::put_forward(*ground, *reasoned, successor.as_deref())
        }
        Seen::PersonDecides(ground) => exit::person_decides(*ground),
        Seen::Received { received, .. } => life::arrival(*received),
        Seen::Blank(fields) if fields.is_empty() => none(),
        Seen::Blank(fields) => appeal::blank(fields),
        Seen::Thin(fields) if fields.is_empty() => none(),
        Seen::Thin(fields) => appeal::counted(fields),
        Seen::Named { known, unknown } => appeal::named(known, unknown),
        Seen::Handled { category, outside, handlers } => {
            appeal::handled(category.as_deref(), outside, handlers)
        }
        Seen::Quoted(basis) => appeal::quoted(basis.as_deref()),
        Seen::Done { due, on } => (format!("{due} → {on}"), format!("{due} → {on}")),
        Seen::Over { state, on } => appeal::over(*state, *on),
    }
}

/// What was seen, held against the standard.
fn said(finding: &Finding) -> Pair {
    match &finding.seen {
        Seen::Basis(bases) => entry::basis(bases, finding),
        Seen::Amount(amount) => entry::amount(*amount, finding),
        Seen::Near(near) => entry::near(near, finding),
        Seen::Missing(fields) => judged(life::missing(fields), finding),
        Seen::StagesDated(dated) => judged(life::stages_dated(dated), finding),
        Seen::StageDates { earlier, later } => judged(life::stage_dates(*earlier, *later), finding),
        Seen::StageAhead { stage, dated, on } => {
            judged(life::stage_ahead(*stage, *dated, *on), finding)
        }
        Seen::Fell { quantity, before, after, reasoned } => {
            let amounts = (money::in_prose(*before), money::in_prose(*after));
            judged(life::fell(*quantity, amounts, *reasoned), finding)
        }
        Seen::StageMoved { before, after, reasoned } => {
            judged(life::stage_moved(*before, *after, *reasoned), finding)
        }
        Seen::Renamed { before, after, reasoned } => {
            judged(life::renamed(before, after, *reasoned), finding)
        }
        Seen::Nothing => judged(life::nothing(), finding),
        Seen::Clock(clock) => clock::said(&finding.rule, clock),
        Seen::ExitStage { stage, reached } => {
            judged(exit::stage_reached(*stage, *reached), finding)
        }
        Seen::ExitGround { ground, reasoned, successor } => {
            judged(exit::put_forward(*ground, *reasoned, successor.as_deref()), finding)
        }
        Seen::PersonDecides(ground) if !finding.rule.is_off() => exit::person_decides(*ground),
        Seen::PersonDecides(ground) => judged(exit::person_decides(*ground), finding),
        Seen::Received { due, received, provisional } => {
            life::received(*due, *received, *provisional, finding)
        }
        Seen::Blank(fields) => judged(appeal::blank(fields), finding),
        Seen::Thin(fields) => judged(appeal::thin(fields, finding), finding),
        Seen::Named { known, unknown } => judged(appeal::named(known, unknown), finding),
        Seen::Handled { category, outside, handlers } => {
            judged(appeal::handled(category.as_deref(), outside, handlers), finding)
        }
        Seen::Quoted(basis) => judged(appeal::quoted(basis.as_deref()), finding),
        Seen::Done { due, on } => appeal::done(*due, *on, finding),
        Seen::Over { state, on } => appeal::over(*state, *on),
    }
}

/// The value of a standard with its unit.
pub fn threshold(rule: &RuleVersion) -> Pair {
    let value = rule.value;
    match rule.rule.unit() {
        RuleUnit::Switch => owned(if rule.is_off() { ("否", "No") } else { ("是", "Yes") }),
        RuleUnit::Money => money::of_standard(Usd(value)),
        RuleUnit::Percent => (format!("{value}%"), format!("{value}%")),
        RuleUnit::WorkingDays => {
            let days = if value == 1 { "day" } else { "days" };
            (format!("{value}个工作日"), format!("{value} working {days}"))
        }
        RuleUnit::Characters if !rule.is_off() => {
            (format!("{value}个字"), format!("{value} characters"))
        }
        RuleUnit::Weight if rule.is_off() => owned(("不设", "Not set")),
        RuleUnit::Weight => (value.to_string(), value.to_string()),
        RuleUnit::Characters | RuleUnit::Months if rule.is_off() => owned(("未启用", "Not in use")),
        RuleUnit::Characters | RuleUnit::Months => clock::months(value),
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
        // A clause that says what it follows needs no other word before it.
        let by = if clause.starts_with(['参', '比']) { "" } else { "依据" };
        (format!("{by}{clause}，"), format!("under {clause}, "))
    };
    let (mark_zh, mark_en) = if rule.example { ("，示例", ", example") } else { ("", "") };
    let since = rule.since;
    (
        format!("{name_zh}：{said_zh}；{by_zh}{since}起{mark_zh}"),
        format!("{name_en}: {said_en}; {by_en}from {since}{mark_en}"),
    )
}

/// Several findings in one sentence: `（1）…；（2）…`
pub fn numbered(findings: &[Finding]) -> Pair {
    let each = findings.iter().zip(1..).map(|(of, number)| {
        let (zh, en) = finding(of);
        (format!("（{number}）{zh}"), format!("({number}) {en}"))
    });
    let (zh, en): (Vec<String>, Vec<String>) = each.unzip();
    (zh.join("；"), en.join("; "))
}

/// Whether a change or an exit came with its reason.
pub fn reasoned(reasoned: bool) -> Words {
    if reasoned {
        ("已说明理由", "with a reason")
    } else {
        ("未说明理由", "without a reason")
    }
}

/// A fact with the verdict on it.
fn judged((zh, en): Pair, finding: &Finding) -> Pair {
    let (held_zh, held_en) = held(finding);
    (format!("{zh}，{held_zh}"), format!("{en}, {held_en}"))
}

fn held(finding: &Finding) -> Words {
    if finding.rule.is_off() {
        return ("本项标准未启用", "this standard is not in use");
    }
    match finding.verdict {
        Verdict::Pass => ("符合", "met"),
        Verdict::Fail => ("不符合", "not met"),
        Verdict::Remark => ("仅作提示", "a remark only"),
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
        // Their thresholds need no explanation, or their sentences give it.
        _ => (zh, en),
    }
}

fn unstated() -> Pair {
    owned(("未填报", "not stated"))
}

fn none() -> Pair {
    owned(("无", "none"))
}

fn owned((zh, en): Words) -> Pair {
    (zh.to_owned(), en.to_owned())
}
