//! Refusals of decisions on applications (甄别), and of new values of the standards.

use super::place::{again, lead};
use crate::error::Place;
use crate::labels::text::{Pair, Words, list, quote, word_list};
use crate::labels::{application, finding};
use crate::model::Day;
use crate::model::application::ApplicationState;
use crate::model::finding::{RuleName, RuleUnit};
use crate::model::name::clean;

pub fn unknown_application(at: &Place, given: &str) -> Pair {
    let given = quote(given);
    let sentence = (
        format!(
            "没有找到申报{given}；请写成 JZ2020-0001 样式的申报编号，可用 tuijin screen list 查看。"
        ),
        format!(
            "No application {given} was found; write its number like JZ2020-0001, and see them \
             with tuijin screen list."
        ),
    );
    lead(at, sentence)
}

pub fn not_waiting(at: &Place, code: &str, state: ApplicationState) -> Pair {
    let (code, (zh, en)) = (clean(code), application::state(state));
    let sentence = (
        format!("申报 {code} {zh}，不能再次甄别；请用 tuijin screen list 查看待甄别的申报。"),
        format!(
            "Application {code} is “{en}” and cannot be decided again; tuijin screen list shows \
             those that wait."
        ),
    );
    lead(at, sentence)
}

pub fn unknown_rule(at: &Place, given: &str, known: &[RuleName]) -> Pair {
    let given = quote(given);
    let (zh, _) = word_list(known.iter().map(|rule| finding::rule(*rule)));
    let (_, en) = list(known.iter().map(|rule| rule.key().to_owned()));
    let (zh, en) = if known.is_empty() {
        Pair::default()
    } else {
        (format!("选用以下标准之一：{zh}，或"), format!("use one of: {en}, or "))
    };
    let sentence = (
        format!("没有{given}这项标准；请{zh}用 tuijin rules show 查看各项标准。"),
        format!("There is no standard {given}; {en}see them with tuijin rules show."),
    );
    lead(at, sentence)
}

pub fn bad_threshold(at: &Place, rule: RuleName, value: &str) -> Pair {
    let (value, (zh, en)) = (quote(value), finding::rule(rule));
    let (form_zh, form_en) = form(rule.unit());
    let sentence = (
        format!("{value}不能作为“{zh}”的标准值；请写{form_zh}。"),
        format!("{value} is no value of the standard “{en}”; write {form_en}."),
    );
    lead(at, sentence)
}

/// How a standard's value is written.
fn form(unit: RuleUnit) -> Words {
    match unit {
        RuleUnit::Switch => ("“是”或“否”", "yes or no"),
        RuleUnit::Money => ("金额，如 1亿美元", "an amount, such as USD 100 million"),
        RuleUnit::Percent => {
            ("0至100的整数，如 80%", "a whole percentage from 0 to 100, such as 80%")
        }
        RuleUnit::WorkingDays => {
            ("0至260的工作日天数，如 5", "a number of working days up to 260, such as 5")
        }
        RuleUnit::Characters => (
            "0至1000的字数，0 为不启用，如 10",
            "a number of characters up to 1000, 0 for not in use, such as 10",
        ),
        RuleUnit::Weight => (
            "0至1000的整数，0 为不设，如 20",
            "a whole number up to 1000, 0 for not set, such as 20",
        ),
        RuleUnit::Months => (
            "0至120的月数，如 3，写 0 表示不启用",
            "a number of months up to 120, such as 3, or 0 for not in use",
        ),
    }
}

pub fn excuse_backwards(at: &Place, from: Day, until: Day) -> Pair {
    let (zh, en) = again(at);
    let sentence = (
        format!("正当理由的截止日期 {until} 早于起始日期 {from}；请改正后{zh}。"),
        format!("The excuse ends on {until}, before it begins on {from}; correct it and {en}."),
    );
    lead(at, sentence)
}
