//! Words of the two clocks (无实质进展, 未报告), and what their standards saw.

use super::text::{self, Pair, Words, quote};
use crate::model::clock::{Clock, ClockKind, Colour};
use crate::model::finding::{RuleName, RuleVersion};
use crate::model::month::Month;

pub fn kind(kind: ClockKind) -> Words {
    match kind {
        ClockKind::Progress => ("无实质进展", "No progress"),
        ClockKind::Report => ("未报告", "No report"),
    }
}

pub fn colour(colour: Colour) -> Words {
    match colour {
        Colour::Green => ("正常", "Normal"),
        Colour::Yellow => ("黄色预警", "Yellow alert"),
        Colour::Red => ("红色预警", "Red alert"),
    }
}

/// `3个月`, `3 months`
pub fn months(count: i64) -> Pair {
    let months = if count == 1 { "month" } else { "months" };
    (format!("{count}个月"), format!("{count} {months}"))
}

/// `3个月（红色预警）`
pub fn in_short(clock: &Clock) -> Pair {
    let ((zh, en), (shows_zh, shows_en)) = (months(clock.months), colour(clock.colour));
    (format!("{zh}（{shows_zh}）"), format!("{en} ({})", shows_en.to_lowercase()))
}

/// What the clock shows, held against a line of it, and the excuse that stops it.
pub fn said(rule: &RuleVersion, clock: &Clock) -> Pair {
    let (fact_zh, fact_en) = fact(clock);
    let (held_zh, held_en) = held(rule, clock.months);
    let (not_zh, not_en) = match rule.rule {
        RuleName::ExitStalled => ("不予出库", "no exit meanwhile"),
        _ => ("不予预警", "no alert meanwhile"),
    };
    let (stop_zh, stop_en) = clock.excuse.as_ref().map_or_else(Default::default, |excuse| {
        let (from, until, reason) = (excuse.from, excuse.until, quote(&excuse.reason));
        (
            format!("，{from}至 {until}有正当理由{reason}，暂停计时，{not_zh}"),
            format!(", stopped from {from} to {until} for good reason {reason}, {not_en}"),
        )
    });
    (format!("{fact_zh}，{held_zh}{stop_zh}"), format!("{fact_en}, {held_en}{stop_en}"))
}

/// `2020年2月以来无实质进展 3个月（截至2020年6月，已扣除有正当理由的 1个月）`
fn fact(clock: &Clock) -> Pair {
    let (kind_zh, kind_en) = kind(clock.kind);
    let ((zh, en), (last_zh, last_en)) = (months(clock.months), text::month(clock.last));
    let (now_zh, now_en) = text::month(clock.now);
    let excused = index(clock.now) - index(clock.last) - clock.months;
    let (less_zh, less_en) = if excused > 0 {
        let (zh, en) = months(excused);
        (format!("，已扣除有正当理由的 {zh}"), format!(", {en} excused and not counted"))
    } else {
        Default::default()
    };
    (
        format!("{last_zh}以来{kind_zh} {zh}（截至{now_zh}{less_zh}）"),
        format!("{} for {en} since {last_en} (up to {now_en}{less_en})", kind_en.to_lowercase()),
    )
}

/// How many months lie on the near side of the line: an alert is reached, an exit is passed.
fn held(rule: &RuleVersion, count: i64) -> Pair {
    let (zh, en) = months(rule.value);
    if rule.is_off() {
        return ("本项标准未启用".to_owned(), "this standard is not in use".to_owned());
    }
    let over = rule.rule == RuleName::ExitStalled;
    let (verb_zh, verb_en) = match (over, count > rule.value, count >= rule.value) {
        (true, true, _) => ("超过", "over"),
        (true, false, _) => ("未超过", "not over"),
        (false, _, true) => ("达到", "reaching"),
        (false, _, false) => ("未达到", "below"),
    };
    (format!("{verb_zh} {zh}"), format!("{verb_en} {en}"))
}

/// Months since the year 0.
fn index(month: Month) -> i64 {
    i64::from(month.year()) * 12 + i64::from(month.month())
}
