//! Refusals of a command line that was wrong in itself.

use crate::labels::field;
use crate::labels::text::{self, Pair, list, quote};
use crate::model::field::Field;
use crate::model::month::Month;
use crate::model::name::clean;

pub fn as_given(sentence: &str) -> Pair {
    (sentence.to_owned(), sentence.to_owned())
}

pub fn bad_day(value: &str) -> Pair {
    let value = quote(value);
    (
        format!("{value}不是有效日期；请写成 2020-03-09 的样式。"),
        format!("{value} is not a valid day; write it like 2020-03-09."),
    )
}

pub fn bad_month(value: &str) -> Pair {
    let value = quote(value);
    (
        format!("{value}不是有效月份；请写成 2020-02 的样式。"),
        format!("{value} is not a valid month; write it like 2020-02."),
    )
}

pub fn unknown_choice(value: &str, choices: &[String]) -> Pair {
    let value = quote(value);
    let (zh, en) = list(choices.iter().map(|choice| clean(choice)));
    (
        format!("没有{value}这个选项；请从以下选项中选一个：{zh}。"),
        format!("{value} is not one of the choices; choose one of: {en}."),
    )
}

pub fn format_unknown(value: &str) -> Pair {
    let value = quote(value);
    (
        format!("不能识别输出格式{value}；请用 --format 指定，如 table、csv 或 json。"),
        format!("The output format {value} is unknown; give --format, such as table, csv or json."),
    )
}

pub fn format_needs_file(format: &str) -> Pair {
    (
        format!("{format} 文件不能印在屏幕上；请用 --output 指定以 .{format} 结尾的文件名。"),
        format!(
            "A document cannot be printed on a terminal; name a file that ends in .{format} with \
             --output."
        ),
    )
}

pub fn board_needs_file() -> Pair {
    (
        "看板是一个网页文件；请用 --output 指定以 .html 结尾的文件名，或用 --format json 查看其中的数字。"
            .to_owned(),
        "The board is an HTML file; name one that ends in .html with --output, or see its figures \
         with --format json."
            .to_owned(),
    )
}

pub fn sheet_ending(value: &str) -> Pair {
    let value = quote(value);
    (
        format!("填写用的表不能写成{value}文件；请给以 .xlsx 或 .csv 结尾的文件名。"),
        format!("A sheet to fill in is no {value} file; name one that ends in .xlsx or .csv."),
    )
}

pub fn nothing_given() -> Pair {
    (
        "没有写明要办理的内容；请至少写明一项，可加 --help 查看用法。".to_owned(),
        "Nothing was given to act on; give at least one item, and see --help for the usage."
            .to_owned(),
    )
}

pub fn override_needs_approver() -> Pair {
    (
        "例外办理须同时写明理由和批准人；请用 --override 理由 --approved-by 批准人。".to_owned(),
        "An exception needs both a reason and an approver; use --override REASON --approved-by \
         WHO."
            .to_owned(),
    )
}

pub fn required(what: &[Field]) -> Pair {
    let (zh, en): (Vec<String>, Vec<String>) = what.iter().map(|of| field::field(*of)).unzip();
    (
        format!("缺少必填内容：{}；请补充后重试。", zh.join("、")),
        format!("Required and missing: {}; add what is missing and try again.", en.join(", ")),
    )
}

pub fn bad_pair(value: &str) -> Pair {
    let value = quote(value);
    (
        format!("{value}的写法不完整；请写成 名称=内容 的样式，等号两边都要有。"),
        format!("{value} is incomplete; write it as NAME=VALUE, with something on both sides."),
    )
}

pub fn one_at_a_time(first: &str, second: &str) -> Pair {
    let (first, second) = (clean(first), clean(second));
    (
        format!("{first} 和 {second} 不能同时使用；请只保留其中一个。"),
        format!("{first} and {second} cannot be used together; keep one of them."),
    )
}

pub fn as_of_writes() -> Pair {
    (
        "--as-of 只用于查看，不能与写入项目库的命令同时使用；请去掉 --as-of 后重试。".to_owned(),
        "The option --as-of is only for looking and cannot be used with a command that writes; \
         leave it out and try again."
            .to_owned(),
    )
}

pub fn unknown_encoding(given: &str) -> Pair {
    let given = quote(given);
    (
        format!("不能识别文字编码{given}；请用 --encoding GB18030 或 --encoding UTF-8。"),
        format!("The encoding {given} is unknown; use --encoding GB18030 or --encoding UTF-8."),
    )
}

pub fn blank_reason() -> Pair {
    (
        "--reason 后面没有写内容；请写明理由后重试。".to_owned(),
        "Nothing stands after --reason; give the reason and try again.".to_owned(),
    )
}

pub fn months_backwards(from: Month, to: Month) -> Pair {
    let ((from_zh, from_en), (to_zh, to_en)) = (text::month(from), text::month(to));
    (
        format!("起始月份{from_zh}不早于截止月份{to_zh}；请把 --from 改为更早的月份。"),
        format!("{from_en} is not before {to_en}; give --from an earlier month."),
    )
}

pub fn form_needs_file(several: bool) -> Pair {
    let pair = if several {
        (
            "填报表是工作簿，每个板块一个；请用 --output-dir 指定文件夹。",
            "The forms are workbooks, one for each district; name a folder with --output-dir.",
        )
    } else {
        (
            "填报表是工作簿；请用 --output 指定以 .xlsx 结尾的文件名。",
            "A form is a workbook; name a file that ends in .xlsx with --output.",
        )
    };
    (pair.0.to_owned(), pair.1.to_owned())
}
