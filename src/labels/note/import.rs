//! What an import says of a file: how it was understood and what became of it.

use crate::labels::text::{self, Pair, count, path, quote, quotes, verb};
use crate::labels::{field, money};
use crate::model::field::Quantity;
use crate::model::money::{Unit, Usd};
use crate::model::month::Month;
use crate::model::name::clean;

pub fn understood(
    file: &str,
    encoding: &str,
    header_row: u64,
    district: Option<&str>,
    month: Option<Month>,
    unit: Option<Unit>,
) -> Pair {
    let mut zh = vec![format!("编码 {encoding}"), format!("表头第{header_row}行")];
    let mut en = vec![format!("encoding {encoding}"), format!("headings in row {header_row}")];
    if let Some(district) = district.map(clean) {
        zh.push(format!("板块 {district}"));
        en.push(format!("district {district}"));
    }
    if let Some((month_zh, month_en)) = month.map(text::month) {
        zh.push(format!("报告月份 {month_zh}"));
        en.push(format!("report month {month_en}"));
    }
    if let Some((unit_zh, unit_en)) = unit.map(money::unit) {
        zh.push(format!("单位 {unit_zh}"));
        en.push(format!("unit {unit_en}"));
    }
    let file = clean(file);
    (format!("{file}：{}", zh.join("，")), format!("{file}: {}", en.join(", ")))
}

pub fn unknown_columns(columns: &[String]) -> Pair {
    let (zh, en) = quotes(columns);
    (
        format!("{zh}列未能识别，没有导入；如需导入，请用 tuijin district learn 说明列名。"),
        format!(
            "Not recognised and not imported: {en}; to import {}, say what the heading means with tuijin district learn.",
            verb(columns.len() as u64, "it", "them")
        ),
    )
}

pub fn receipt_lost() -> Pair {
    (
        "以上导入已写入项目库，只有回执没有写成；请用 --receipt 另指位置，把同一文件再导入一次以取得回执。".to_owned(),
        "The import is on record, only the receipt was not written; import the same file again \
         with --receipt naming another place to get it."
            .to_owned(),
    )
}

pub fn clues(found: u64, kept: bool) -> Pair {
    let (as_zh, as_en) =
        if kept { ("已列入", "wait among") } else { ("将列入", "would wait among") };
    (
        format!(
            "发现诉求线索{found}条，{as_zh}待处理线索；用 tuijin appeal list --clues 查看，用 tuijin appeal take 采用为诉求。"
        ),
        format!(
            "Found {}; {as_en} the clues to be looked at: tuijin appeal list --clues shows them, tuijin appeal take makes them appeals.",
            count(found, "clue to appeals", "clues to appeals")
        ),
    )
}

pub fn revision(district: &str, month: Month, revision: i64, kept: bool) -> Pair {
    let ((zh, en), district) = (text::month(month), clean(district));
    let (as_zh, as_en) = if kept { ("记为", "is kept") } else { ("将记为", "would be kept") };
    if revision <= 1 {
        return (
            format!("{district}{zh}月报{as_zh}第{revision}版。"),
            format!("The report of {district} for {en} {as_en} as revision {revision}."),
        );
    }
    (
        format!("{district}{zh}月报已有记录，本次{as_zh}第{revision}版，原版保留。"),
        format!(
            "The report of {district} for {en} was already on record; this one {as_en} as \
             revision {revision}, and the earlier one stays."
        ),
    )
}

pub fn vanished(district: &str, month: Month, names: &[String], missing: u64) -> Pair {
    let ((zh, en), district) = (text::month(month), clean(district));
    let (names_zh, names_en) = quotes(names);
    let (more_zh, more_en) =
        if missing > names.len() as u64 { ("等", " and others") } else { ("", "") };
    (
        format!(
            "{district}{zh}月报没有列入{missing}个在库项目：{names_zh}{more_zh}；这些项目仍在库，请向报送单位核实。"
        ),
        format!(
            "The report of {district} for {en} leaves out {}: {names_en}{more_en}; nothing was \
             removed, please ask the sender.",
            count(missing, "project of the library", "projects of the library")
        ),
    )
}

pub fn totals_differ(quantity: Quantity, file: Usd, ours: Usd, row: u64) -> Pair {
    let (zh, en) = field::quantity(quantity);
    let ((file_zh, file_en), (ours_zh, ours_en)) = (money::in_prose(file), money::in_prose(ours));
    let (gap_zh, gap_en) = money::in_prose(Usd(file.0.saturating_sub(ours.0)));
    (
        format!(
            "第{row}行“{zh}”的合计为 {file_zh}，逐行相加为 {ours_zh}，相差 {gap_zh}，请向报送单位核实。"
        ),
        format!(
            "The total of “{en}” in row {row} is {file_en}, the rows add up to {ours_en}, a \
             difference of {gap_en}; please ask the sender."
        ),
    )
}

pub fn imported(files: u64) -> Pair {
    (format!("已导入{files}个文件。"), format!("Imported {}.", count(files, "file", "files")))
}

pub fn imported_in_part(files: u64, left: &[String]) -> Pair {
    let (zh, en) = quotes(left);
    (
        format!("已导入{files}个文件，未导入{}个：{zh}；请改正后重新导入。", left.len()),
        format!(
            "Imported {}, left out {}: {en}; correct {} and import again.",
            count(files, "file", "files"),
            left.len(),
            verb(left.len() as u64, "it", "them")
        ),
    )
}

pub fn receipt_kept(rejected: u64, warned: u64, paths: &[String]) -> Pair {
    let paths: String = paths.iter().map(|it| path(it)).collect::<Vec<_>>().join("");
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    if rejected > 0 {
        zh.push(format!("退回的{rejected}行"));
        en.push(count(rejected, "rejected row", "rejected rows"));
    }
    if warned > 0 {
        zh.push(format!("需核实的{warned}行"));
        en.push(count(warned, "row to check", "rows to check"));
    }
    let were = verb(rejected + warned, "was", "were");
    (
        format!("{}已存入{paths}，改正后可直接导入。", zh.join("和")),
        format!("{} {were} saved to {paths}; correct and import that file.", en.join(" and ")),
    )
}

pub fn would_be() -> Pair {
    (
        "未写入项目库，以下为核对结果，即写入时将会怎样。".to_owned(),
        "Nothing was written; this is what would become of the rows.".to_owned(),
    )
}

pub fn no_receipt() -> Pair {
    (
        "没有需要退回或核实的行，未生成回执。".to_owned(),
        "No row was rejected or is to be checked, so no receipt was written.".to_owned(),
    )
}

pub fn receipts_passed_over(files: &[String]) -> Pair {
    let (zh, en) = quotes(files);
    (
        format!("文件夹中的回执{zh}未导入；改正后的回执请单独指明文件导入。"),
        format!(
            "Receipts in the folder were not imported: {en}; to import a corrected one, name its \
             file."
        ),
    )
}

pub fn question(name: &str, row: u64) -> Pair {
    let name = quote(name);
    (
        format!("第{row}行的项目{name}与在库项目名称相近，请选择是哪一个项目。"),
        format!("Row {row}: {name} resembles projects of the library; please choose which it is."),
    )
}

pub fn sheets_ignored(sheets: &[String]) -> Pair {
    let (zh, en) = quotes(sheets);
    (
        format!("工作表{zh}中没有项目表，未读取。"),
        format!("No table of projects was found in the sheets {en}; they were not read."),
    )
}

pub fn whole_sheet(sheet: &str) -> Pair {
    let sheet = quote(sheet);
    (
        format!("工作表{sheet}是其他工作表的汇总，没有重复计入。"),
        format!("The sheet {sheet} holds the other sheets again and was not counted twice."),
    )
}

pub fn whole_sheet_differs(sheet: &str, names: &[String], count: u64) -> Pair {
    let (sheet, (zh, en)) = (quote(sheet), quotes(names));
    let (more_zh, more_en) =
        if count > names.len() as u64 { ("等", " and others") } else { ("", "") };
    (
        format!("汇总表{sheet}与分表有{count}个项目不一致：{zh}{more_zh}，请核实。"),
        format!(
            "The sheet {sheet} differs from the others in {}: {en}{more_en}; please check.",
            crate::labels::text::count(count, "project", "projects")
        ),
    )
}
