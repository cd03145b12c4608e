//! Refusals of a file that cannot be read as a table, and of an import as a whole.

use super::place::{again, file, row, table, value};
use crate::error::{FileKind, Place};
use crate::labels::text::{Pair, Words, count, list, path, verb};
use crate::model::name::clean;

pub fn missing(name: &str) -> Pair {
    let name = path(name);
    (
        format!("没有找到文件{name}；请核对文件名和所在文件夹后重试。"),
        format!("No file {name} was found; check its name and folder and try again."),
    )
}

pub fn is_directory(name: &str) -> Pair {
    let name = path(name);
    (
        format!("{name}是文件夹；请指定其中的文件。"),
        format!("{name} is a folder; name a file in it."),
    )
}

pub fn not_a_table(at: &Place, found: FileKind) -> Pair {
    let ((zh, en), (is_zh, is_en), (next_zh, next_en)) = (file(at), kind(found), way_out(found));
    (format!("{zh}是{is_zh}；请{next_zh}。"), format!("{en} is {is_en}; {next_en}."))
}

/// What the file is.
fn kind(found: FileKind) -> Words {
    match found {
        FileKind::Pdf => (" PDF 文件，不是表格", "a PDF document, not a table"),
        FileKind::Image => ("图片，不是表格", "an image, not a table"),
        FileKind::Zip => ("压缩包，不是表格", "a compressed archive, not a table"),
        FileKind::Workbook => (" Excel 工作簿", "an Excel workbook"),
        FileKind::OldWorkbook => ("旧版 Excel 工作簿", "an old Excel workbook"),
        FileKind::Word => (" Word 文档，不是表格", "a Word document, not a table"),
        FileKind::Html => ("网页，其中没有表格", "a web page without a table"),
        FileKind::XmlTable => (" XML 格式的表格", "a spreadsheet in XML"),
        FileKind::OpenDocument => (" OpenDocument 表格", "an OpenDocument spreadsheet"),
        FileKind::Database => ("数据库文件，不是表格", "a database, not a table"),
        FileKind::Binary => ("无法识别的文件，不是表格", "of an unknown kind, not a table"),
    }
}

/// How to make a table of it.
fn way_out(found: FileKind) -> Words {
    match found {
        FileKind::Html => {
            ("向报送单位要电子表格后导入", "ask the sender for the spreadsheet and import that")
        }
        FileKind::Workbook
        | FileKind::OldWorkbook
        | FileKind::XmlTable
        | FileKind::OpenDocument => (
            "在 Excel/WPS 中另存为 xlsx 或 CSV 后导入",
            "save it as xlsx or CSV in Excel or WPS and import that",
        ),
        FileKind::Word => (
            "把其中的表格复制到 Excel/WPS，另存为 xlsx 或 CSV 后导入",
            "copy its table into Excel or WPS, save it as xlsx or CSV and import that",
        ),
        FileKind::Zip => ("先解压，再导入其中的表格", "unpack it and import the tables inside"),
        FileKind::Pdf | FileKind::Image => {
            ("向报送单位要电子表格后导入", "ask the sender for the spreadsheet and import that")
        }
        FileKind::Database | FileKind::Binary => (
            "向报送单位要 xlsx 或 CSV 格式的表格后导入",
            "ask the sender for xlsx or CSV and import that",
        ),
    }
}

pub fn empty(at: &Place) -> Pair {
    let (zh, en) = file(at);
    (
        format!("{zh}没有内容；请核对文件后重新导入。"),
        format!("{en} is empty; check the file and import again."),
    )
}

pub fn bad_encoding(at: &Place, tried: &[String]) -> Pair {
    let (zh, en) = table(at);
    let (tried_zh, tried_en) = list(tried.iter().map(|name| clean(name)));
    let (tried_zh, tried_en) = if tried.is_empty() {
        Pair::default()
    } else {
        (format!("（已试 {tried_zh}）"), format!(" (tried {tried_en})"))
    };
    (
        format!(
            "{zh}的文字编码无法识别{tried_zh}；请另存为 UTF-8 编码的 CSV，或用 --encoding 指定编码。"
        ),
        format!(
            "{en} is in an encoding that cannot be told{tried_en}; save it as CSV in UTF-8, or \
             name the encoding with --encoding."
        ),
    )
}

pub fn stray_quote(at: &Place) -> Pair {
    let (zh, en) = row(at);
    (
        format!("{zh}开始的英文双引号没有配对，其后的内容无法分列；请补齐或删去该引号后重新导入。"),
        format!(
            "{en} opens a double quote that is never closed, so what follows cannot be told \
             apart; close or remove it and import again."
        ),
    )
}

pub fn ragged_row(at: &Place, expected: u64, found: u64) -> Pair {
    let (zh, en) = row(at);
    (
        format!(
            "{zh}有{found}列，表头有{expected}列，两者对不上；请检查该行是否多了或少了逗号，改正后重新导入。"
        ),
        format!(
            "{en} has {} where the headings have {expected}; look for a comma too many or too \
             few, correct it and import again.",
            count(found, "column", "columns")
        ),
    )
}

pub fn too_wide(at: &Place, limit: u64) -> Pair {
    let (zh, en) = table(at);
    (
        format!("{zh}的内容超出第{limit}列，可能是误填；请删去右侧多余的内容后重新导入。"),
        format!(
            "{en} holds something beyond {}, perhaps by mistake; remove what stands there and \
             import again.",
            count(limit, "column", "columns")
        ),
    )
}

pub fn cell_too_long(at: &Place, limit: u64) -> Pair {
    let ((zh, en), (again_zh, again_en)) = (value(at, ("内容", "text")), again(at));
    (
        format!("{zh}超过{limit}个字；请精简后{again_zh}。"),
        format!(
            "{en} is longer than {}; shorten it and {again_en}.",
            count(limit, "character", "characters")
        ),
    )
}

pub fn twice(at: &Place, first: &str) -> Pair {
    let ((zh, en), first) = (file(at), path(first));
    (
        format!("{zh}与{first}内容相同，只需导入一次；请去掉其中一个后重新导入。"),
        format!("{en} holds the same as {first}; leave one of them out and import again."),
    )
}

pub fn rows_rejected(at: &Place, rejected: u64, receipt: &str) -> Pair {
    let ((zh, en), receipt) = (file(at), path(receipt));
    (
        format!(
            "{zh}有{rejected}行被退回，项目库没有改动，详见{receipt}；请改正原文件后重新导入，或加 --accept-valid 先导入其余各行，再导入改正后的回执。"
        ),
        format!(
            "{en} has {} that {} rejected and the library was not changed, see {receipt}; correct \
             and import again, or add --accept-valid to import the other rows and then the corrected receipt.",
            count(rejected, "row", "rows"),
            verb(rejected, "was", "were")
        ),
    )
}
