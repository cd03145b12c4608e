//! Refusals of a single value: amounts, dates, rates and words of a fixed choice.

use super::place::{again, lead, value};
use crate::error::Place;
use crate::labels::text::{self, Pair, Words, word_list};
use crate::labels::{clue, entry, exit, party, setting, stage};
use crate::model::Day;
use crate::model::clue::Urgency;
use crate::model::entry::Basis;
use crate::model::exit::ExitGround;
use crate::model::month::Month;
use crate::model::name::clean;
use crate::model::party::Role;
use crate::model::setting::SettingName;
use crate::model::stage::Stage;

const AMOUNT: Words = ("金额", "amount");
const DATE: Words = ("日期", "date");

/// The value, what is wrong with it, and the next step.
fn wrong(at: &Place, noun: Words, wrong: Words, next: Words) -> Pair {
    let (zh, en) = value(at, noun);
    (format!("{zh}{}；{}。", wrong.0, next.0), format!("{en} {}; {}.", wrong.1, next.1))
}

/// The value and what is wrong with it; next, correct it and do it again.
fn correct(at: &Place, noun: Words, wrong: Words, how: Words) -> Pair {
    let ((zh, en), (again_zh, again_en)) = (value(at, noun), again(at));
    (
        format!("{zh}{}；请{}后{again_zh}。", wrong.0, how.0),
        format!("{en} {}; {} and {again_en}.", wrong.1, how.1),
    )
}

pub fn bad_amount(at: &Place) -> Pair {
    let what = ("不是金额", "is not an amount");
    let next = ("请写成数字，可带单位，如 5000 或 1.2亿美元", "write digits only, such as 5000");
    wrong(at, AMOUNT, what, next)
}

pub fn negative_amount(at: &Place) -> Pair {
    let what = ("是负数，金额不能为负", "is negative, which an amount cannot be");
    correct(at, AMOUNT, what, ("改正", "correct it"))
}

pub fn too_precise(at: &Place) -> Pair {
    let what = ("小数位太多，不足一分的部分无法记录", "has more decimals than a cent can hold");
    correct(at, AMOUNT, what, ("减少小数位", "write fewer decimals"))
}

pub fn amount_too_large(at: &Place) -> Pair {
    let what = ("过大，可能是单位写错", "is too large, perhaps in the wrong unit");
    correct(at, AMOUNT, what, ("核对数字和单位", "check the figure and its unit"))
}

pub fn bad_date(at: &Place) -> Pair {
    let what = ("不是能识别的日期", "is not a date that can be read");
    let next = (
        "请写成 2020-03-09，只知道月份的写成 2020-03",
        "write it like 2020-03-09, or like 2020-03 where only the month is known",
    );
    wrong(at, DATE, what, next)
}

pub fn ambiguous_date(at: &Place) -> Pair {
    let (zh, en) = value(at, DATE);
    // `2020.1` as a spreadsheet number is 2020.10 as well.
    let year = at.value.as_deref().and_then(|value| value.trim().get(..4));
    let year = year.filter(|year| year.bytes().all(|digit| digit.is_ascii_digit()));
    let year = year.unwrap_or("2020");
    (
        format!("{zh}既可能是1月也可能是10月；请写成 {year}-01 或 {year}-10。"),
        format!("{en} may be January or October; write {year}-01 or {year}-10."),
    )
}

pub fn future_day(at: &Place, day: Day, today: Day) -> Pair {
    let (zh, en) = again(at);
    let sentence = (
        format!("日期 {day} 晚于今天 {today}，已发生的事不能写将来的日期；请改正后{zh}。"),
        format!(
            "The date {day} is after today, {today}, and what has happened cannot lie in the \
             future; correct it and {en}."
        ),
    );
    lead(at, sentence)
}

pub fn no_rate(at: &Place, currency: &str, month: Month) -> Pair {
    let (currency, (zh, en)) = (clean(currency), text::month(month));
    let (amount_zh, amount_en) = match at.value.as_deref().map(text::quote) {
        Some(amount) => (amount.clone(), amount),
        None => (String::new(), "it".to_owned()),
    };
    let sentence = (
        format!(
            "没有 {currency} {zh}对美元的折算率，{amount_zh}不能换算；请先用 tuijin rate set {currency} {month} 折算率 --source 来源 登记。"
        ),
        format!(
            "There is no rate of {currency} to the US dollar for {en}, so {amount_en} cannot be converted; \
             enter one with tuijin rate set {currency} {month} RATE --source SOURCE."
        ),
    );
    lead(at, sentence)
}

pub fn bad_rate(at: &Place) -> Pair {
    let what = ("不是有效的折算率", "is not a valid rate");
    let next = (
        "请写一单位外币折合多少美元，如 0.1427",
        "write how many US dollars one unit of the currency is worth, such as 0.1427",
    );
    wrong(at, ("折算率", "rate"), what, next)
}

pub fn bad_flag(at: &Place) -> Pair {
    let what = ("既不是“是”也不是“否”", "is neither yes nor no");
    correct(at, ("内容", "value"), what, ("改成“是”或“否”", "write yes or no"))
}

pub fn bad_stage(at: &Place) -> Pair {
    let choices = word_list(Stage::ALL.iter().map(|known| stage::stage(*known)));
    choice(at, ("推进阶段", "stage"), choices)
}

pub fn bad_basis(at: &Place) -> Pair {
    let choices = word_list(Basis::ALL.iter().map(|known| entry::basis(*known)));
    choice(at, ("入库依据", "entry basis"), choices)
}

pub fn bad_ground(at: &Place) -> Pair {
    let choices = word_list(ExitGround::ALL.iter().map(|known| exit::ground(*known)));
    choice(at, ("出库原因", "ground for leaving"), choices)
}

pub fn bad_urgency(at: &Place) -> Pair {
    let choices = word_list(Urgency::ALL.iter().map(|known| clue::urgency(*known)));
    choice(at, ("紧急程度", "urgency"), choices)
}

pub fn bad_role(at: &Place) -> Pair {
    let choices = word_list(Role::ALL.iter().map(|known| party::role(*known)));
    choice(at, ("职责", "role"), choices)
}

pub fn contact_incomplete(at: &Place) -> Pair {
    let sentence = (
        "联系人须写明单位、职责和姓名；请补全后重新导入。".to_owned(),
        "A contact needs a body, a role and a name; complete the row and import again.".to_owned(),
    );
    lead(at, sentence)
}

pub fn appeal_empty(at: &Place) -> Pair {
    let sentence = (
        "没有写明问题症结和诉求目的；请至少补上其中一项，再重新导入。".to_owned(),
        "Neither the crux nor what is asked for is stated; add one of them and import again."
            .to_owned(),
    );
    lead(at, sentence)
}

fn choice(at: &Place, noun: Words, (known_zh, known_en): Pair) -> Pair {
    let (zh, en) = value(at, noun);
    (
        format!("{zh}不是规定的{}；请从以下内容中选填：{known_zh}。", noun.0),
        format!("{en} is not a known {}; use one of: {known_en}.", noun.1),
    )
}

pub fn bad_code(at: &Place) -> Pair {
    let what = ("不是项目编号", "is not a project code");
    let next = (
        "请写成 XM2020-0001 的样式，新项目留空",
        "write it like XM2020-0001, or leave it empty for a new project",
    );
    wrong(at, ("编号", "code"), what, next)
}

pub fn bad_setting(at: &Place, name: SettingName) -> Pair {
    let what = ("不能作为这项设置", "cannot be kept as this setting");
    let next = match name.font() {
        Some(_) => (
            "字体名称每个不超过31个字，几个之间用顿号分开",
            "a font's name has at most 31 characters, several are separated by commas",
        ),
        None => (
            "不能空着，不超过60个字，恢复缺省用 --default",
            "it is not empty and has at most 60 characters; --default brings back what is shipped",
        ),
    };
    wrong(at, setting::setting(name), what, next)
}

pub fn damaged_number(at: &Place) -> Pair {
    let what = (
        "像是被表格软件改动过，原数无法确定",
        "seems to have been altered by a spreadsheet, and the figure can no longer be told",
    );
    let how = ("在原表中核对并改正", "correct it in the original table");
    correct(at, ("数字", "number"), what, how)
}

pub fn empty_formula(at: &Place) -> Pair {
    let what = ("是公式，没有计算结果", "is a formula that was never computed");
    let how = (
        "直接填写内容（以“=”开头的文字，前面加一个单引号），或在 Excel、WPS 中重新计算并保存",
        "write the value itself (a text that begins with “=” takes an apostrophe before it), or recalculate and save",
    );
    correct(at, ("内容", "value"), what, how)
}

pub fn broken_formula(at: &Place) -> Pair {
    let what = ("是公式出错的结果", "is what a broken formula leaves");
    let how = (
        "在原表中改正公式，或直接填写内容",
        "correct the formula in the original table or write the value itself",
    );
    correct(at, ("内容", "value"), what, how)
}
