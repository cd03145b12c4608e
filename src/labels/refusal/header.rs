//! Refusals of what stands above the rows: title, headings, unit, month and district.

use super::place::{file, lead, table, value};
use crate::error::Place;
use crate::labels::text::{self, Pair, Words, quote, uncapital};
use crate::labels::{clue, field};
use crate::model::field::Field;
use crate::model::ledger::LedgerName;
use crate::model::month::Month;

pub fn no_header(at: &Place) -> Pair {
    let (zh, en) = file(at);
    (
        format!(
            "{zh}的前30行中没有找到表头；请补上写有“项目名称”“投资总额”等列名的一行后重新导入。"
        ),
        format!(
            "{en} has no row of headings among its first 30; add one with names such as “Name” and “Total \
             investment” and import again."
        ),
    )
}

pub fn header_only(at: &Place) -> Pair {
    let (zh, en) = table(at);
    (
        format!("{zh}是表头，其下没有项目；当月确无变化的，请用 tuijin reports nil 登记零报告。"),
        format!(
            "{en} has the headings but no project stands below them; if the month brought nothing, record a nil report \
             with tuijin reports nil."
        ),
    )
}

pub fn form_empty(at: &Place) -> Pair {
    let (zh, en) = file(at);
    (
        format!(
            "{zh}没有填写任何内容；请退回板块填写，当月确无变化的，请用 tuijin reports nil 登记零报告。"
        ),
        format!(
            "{en} has nothing filled in; send it back to the district, or, if the month brought \
             nothing, record a nil report with tuijin reports nil."
        ),
    )
}

pub fn no_list(at: &Place, list: LedgerName) -> Pair {
    let (zh, en) = file(at);
    let (list_zh, list_en) = clue::ledger(list);
    let (heads_zh, heads_en) = clue::telling_headings(list);
    if list == LedgerName::Decisions {
        return (
            format!(
                "{zh}不是{list_zh}，没有{heads_zh}等列名；请用 tuijin meeting decide 会议编号 --sheet 文件 写出该表，填好后再登记。"
            ),
            format!(
                "{en} is no {list_en}: it has no headings such as {heads_en}; have it written with tuijin meeting decide CODE --sheet FILE and fill that in."
            ),
        );
    }
    (
        format!("{zh}中没有找到{list_zh}的表头；请补上写有{heads_zh}等列名的一行后重试。"),
        format!(
            "{en} has no headings of a {list_en}; add a row with names such as {heads_en} and try \
             again."
        ),
    )
}

pub fn list_too_long(at: &Place, limit: u64) -> Pair {
    let sentence = (
        format!("清单超过{limit}行；请检查文件，或分成几个文件后重试。"),
        format!("The list has more than {limit} rows; check the file or split it and try again."),
    );
    lead(at, sentence)
}

pub fn no_month(at: &Place) -> Pair {
    let (zh, en) = file(at);
    (
        format!("{zh}没有写明报告月份；请用 --month 指定，如 --month 2020-02。"),
        format!(
            "{en} does not name its report month; give it with --month, as in --month 2020-02."
        ),
    )
}

pub fn month_contradiction(at: &Place, said: Month, found: Month) -> Pair {
    let (said, found) = (text::month(said), text::month(found));
    contradiction(at, ("报告月份", "the report month"), said, found, "--month")
}

/// One place says something else than was said before; without a row it is the name of the file
/// or of the sheet.
fn contradiction(at: &Place, noun: Words, said: Pair, found: Pair, flag: &str) -> Pair {
    let (zh, en) = match (at.row, at.column.is_some()) {
        (Some(_), true) => {
            let (zh, en) = value(at, ("内容", "value"));
            (zh, format!("{en} says {} {}", noun.1, found.1))
        }
        (Some(_), false) => {
            let (zh, en) = table(at);
            (
                format!("{zh}写的{}是{}", noun.0, found.0),
                format!("{en} names {} {}", noun.1, found.1),
            )
        }
        (None, _) => {
            let (zh, en) = file(at);
            (
                format!("{zh}的名称中{}是{}", noun.0, found.0),
                format!("The name of {} says {} {}", uncapital(&en), noun.1, found.1),
            )
        }
    };
    (
        format!(
            "{zh}，与 {flag}、标题或文件名中的{}不一致；请改正文件或 {flag} 后重新导入。",
            said.0
        ),
        format!(
            "{en}, but {flag}, a title or the file name says {}; correct the file or {flag} and \
             import again.",
            said.1
        ),
    )
}

pub fn future_month(at: &Place, month: Month) -> Pair {
    let (zh, en) = text::month(month);
    let sentence = (
        format!("报告月份{zh}还没有到；请核对后用 --month 指定正确的月份。"),
        format!("The report month {en} has not come yet; check it and give the right --month."),
    );
    lead(at, sentence)
}

pub fn already_reported(at: &Place, district: &str, month: Month, revision: i64) -> Pair {
    let (zh, en) = text::month(month);
    let sentence = (
        format!(
            "{district}{zh}的月报已收到（第{revision}版），不能再登记零报告；如有更正，请导入更正后的文件。"
        ),
        format!(
            "{district} has already reported for {en} (revision {revision}), so no nil report is \
             recorded; import a corrected file if something changed."
        ),
    );
    lead(at, sentence)
}

pub fn no_district(at: &Place) -> Pair {
    let (zh, en) = file(at);
    (
        format!("{zh}没有写明板块；请用 --district 指定，如 --district 昆山。"),
        format!(
            "{en} does not name its district; give it with --district, as in --district kunshan."
        ),
    )
}

pub fn district_contradiction(at: &Place, said: &str, found: &str) -> Pair {
    let pair = |name: &str| (quote(name), quote(name));
    let noun = ("板块", "the district");
    contradiction(at, noun, pair(said), pair(found), "--district")
}

pub fn column_twice(at: &Place, of: Field, first: &str) -> Pair {
    let ((zh, en), (field_zh, field_en)) = (table(at), field::field(of));
    let first = quote(first);
    let (second_zh, second_en) = match at.column.as_deref().map(quote) {
        Some(second) => (second.clone(), second),
        None => ("另一列".to_owned(), "another column".to_owned()),
    };
    (
        format!("{zh}中{first}和{second_zh}都对应“{field_zh}”；请只保留一列后重新导入。"),
        format!(
            "{en} has both {first} and {second_en} for “{field_en}”; keep one and import again."
        ),
    )
}

/// A heading and the value below it as the place of a fault, as far as there are any.
fn column(at: &Place) -> Pair {
    let (zh, en) = at.column.as_deref().map(quote).map_or_else(Pair::default, |column| {
        (format!("{column}列"), format!(" for column {column}"))
    });
    match at.value.as_deref().map(quote) {
        Some(value) => (format!("{zh}的{value}"), format!("{en} at {value}")),
        None => (zh, en),
    }
}

pub fn no_unit(at: &Place) -> Pair {
    let ((zh, en), (column_zh, column_en)) = (table(at), column(at));
    (
        format!("{zh}{column_zh}没有写明金额单位；请用 --unit 指定，如 --unit 万美元。"),
        format!(
            "{en} does not name the unit of amounts{column_en}; give it with --unit, as in \
             --unit 10k for USD 10,000."
        ),
    )
}

pub fn unit_contradiction(at: &Place) -> Pair {
    let ((zh, en), (column_zh, column_en)) = (table(at), column(at));
    (
        format!(
            "{zh}{column_zh}没有单位，而表头上方写了不同的金额单位；请改成同一单位后重新导入。"
        ),
        format!(
            "{en} has no unit of its own{column_en}, and the lines above the headings name \
             different ones; use one unit throughout and import again."
        ),
    )
}

pub fn paid_in_unknown(at: &Place) -> Pair {
    let ((zh, en), (column_zh, column_en)) = (table(at), column(at));
    (
        format!(
            "{zh}{column_zh}没有写明到账外资是历年累计、本年累计还是本月；请依次用 --paid-in total、--paid-in year 或 --paid-in month 指定。"
        ),
        format!(
            "{en} does not say whether paid-in FDI{column_en} is for all years, this year to date \
             or this month; give --paid-in total, year or month."
        ),
    )
}
