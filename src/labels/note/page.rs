//! Sentences above and below the tables of a page.

use crate::labels::money;
use crate::labels::text::{self, Pair, count};
use crate::model::Day;
use crate::model::money::Unit;
use crate::model::month::Month;
use crate::model::name::clean;

pub fn standing(month: Option<Month>, as_of: Day) -> Pair {
    let Some(month) = month else {
        return (
            format!("当前在库\u{3000}录入至{as_of}"),
            format!("Current register · recorded up to {as_of}"),
        );
    };
    let (zh, en) = text::month(month);
    (
        format!("截至{zh}底（报告月份）\u{3000}录入至{as_of}"),
        format!("As at the end of {en} (report month) · recorded up to {as_of}"),
    )
}

pub fn reported_of(month: Month) -> Pair {
    let (zh, en) = text::month(month);
    (
        format!("“已报送”指{zh}的月报。"),
        format!("\u{201c}Reported\u{201d} speaks of the report of {en}."),
    )
}

pub fn unit(unit: Unit) -> Pair {
    let (zh, en) = money::unit(unit);
    (format!("单位：{zh}"), format!("Unit: {en}"))
}

pub fn example_threshold() -> Pair {
    (
        "标注“示例”的标准仅供参考，正式使用前请按正式文件核定。".to_owned(),
        "Standards marked as examples are for reference only; check them against your own rules \
         before official use."
            .to_owned(),
    )
}

pub fn rounding() -> Pair {
    (
        "因四舍五入，分项之和可能不等于100%。".to_owned(),
        "Because of rounding, the shares may not add up to 100%.".to_owned(),
    )
}

pub fn filtered(filters: &[String]) -> Pair {
    let (zh, en) = text::list(filters.iter().map(|filter| clean(filter)));
    (format!("统计范围：{zh}。"), format!("Narrowed to: {en}."))
}

pub fn new_fdi_meaning() -> Pair {
    (
        "新增注册外资：已登记的按登记数统计，未登记的按拟新增数统计。".to_owned(),
        "New registered FDI is the registered amount where there is one, otherwise the planned \
         amount."
            .to_owned(),
    )
}

pub fn base(projects: u64) -> Pair {
    (
        format!("占比按{projects}个项目计算。"),
        format!("Shares are of {}.", count(projects, "project", "projects")),
    )
}

pub fn about(code: &str, name: &str) -> Pair {
    let (code, name) = (clean(code), clean(name));
    (format!("{code} {name}"), format!("{code} {name}"))
}

pub fn empty() -> Pair {
    ("没有符合条件的内容。".to_owned(), "Nothing matches.".to_owned())
}

pub fn list_hint() -> Pair {
    (
        "加上 --list 可查看数字对应的项目清单。".to_owned(),
        "Add --list to see the projects behind the figures.".to_owned(),
    )
}
