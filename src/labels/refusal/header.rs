//! Refusals of what stands above the rows: title, headings, unit, month and district.

use super::place::{file, lead};
use crate::error::Place;
use crate::labels::text::{self, Pair, quote};
use crate::labels::{clue, field};
use crate::model::field::Field;
use crate::model::ledger::LedgerName;
use crate::model::month::Month;

pub fn no_header(at: &Place) -> Pair {
    let (zh, en) = file(at);
    (
        format!("{zh}中没有找到表头；请补上写有“项目名称”“投资总额”等列名的一行后重新导入。"),
        format!(
            "{en} has no row of headings; add one with names such as “Name” and “Total \
             investment” and import again."
        ),
    )
}

pub fn header_only(at: &Place) -> Pair {
    let (zh, en) = file(at);
    (
        format!("{zh}只有表头，没有项目；当月确无变化的，请用 tuijin reports nil 登记零报告。"),
        format!(
            "{en} has headings but no projects; if the month brought nothing, record a nil report \
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
    let (zh, en) = file(at);
    let ((said_zh, said_en), (found_zh, found_en)) = (text::month(said), text::month(found));
    (
        format!(
            "{zh}中的报告月份是{found_zh}，与指定的{said_zh}不一致；请改正文件或 --month 后重新导入。"
        ),
        format!(
            "{en} names {found_en} as its report month, but {said_en} was given; correct the file \
             or --month and import again."
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
    let ((zh, en), said, found) = (file(at), quote(said), quote(found));
    (
        format!(
            "{zh}中的板块是{found}，与指定的{said}不一致；请改正文件或 --district 后重新导入。"
        ),
        format!(
            "{en} names the district {found}, but {said} was given; correct the file or \
             --district and import again."
        ),
    )
}

pub fn column_twice(at: &Place, of: Field, first: &str) -> Pair {
    let ((zh, en), (field_zh, field_en)) = (file(at), field::field(of));
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

/// A heading as the place of a fault, where there is one.
fn column(at: &Place) -> Pair {
    at.column.as_deref().map(quote).map_or_else(Pair::default, |column| {
        (format!("{column}列"), format!(" for column {column}"))
    })
}

pub fn no_unit(at: &Place) -> Pair {
    let ((zh, en), (column_zh, column_en)) = (file(at), column(at));
    (
        format!("{zh}{column_zh}没有写明金额单位；请用 --unit 指定，如 --unit 万美元。"),
        format!(
            "{en} does not name the unit of amounts{column_en}; give it with --unit, as in \
             --unit 10k for USD 10,000."
        ),
    )
}

pub fn unit_contradiction(at: &Place) -> Pair {
    let ((zh, en), (column_zh, column_en)) = (file(at), column(at));
    (
        format!("{zh}{column_zh}前后写了不同的金额单位；请改成同一单位后重新导入。"),
        format!(
            "{en} names different units of amounts{column_en}; use one unit throughout and import \
             again."
        ),
    )
}

pub fn paid_in_unknown(at: &Place) -> Pair {
    let ((zh, en), (column_zh, column_en)) = (file(at), column(at));
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
