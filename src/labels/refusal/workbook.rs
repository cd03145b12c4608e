//! Refusals of workbooks: encrypted, damaged, too large, or with parts that are hidden.

use super::place::{file, lead};
use crate::error::{Concealed, Place};
use crate::labels::text::{Pair, quotes, verb};

pub fn encrypted(at: &Place) -> Pair {
    let (zh, en) = file(at);
    (
        format!("{zh}设有打开密码，无法读取；请报送单位取消密码后重新报送。"),
        format!("{en} is protected by a password; ask the sender for a copy without one."),
    )
}

pub fn damaged(at: &Place) -> Pair {
    let (zh, en) = file(at);
    (
        format!(
            "{zh}已损坏，或不是可以读取的工作簿；请用 Excel 或 WPS 打开，另存为 xlsx 后重新导入。"
        ),
        format!(
            "{en} is damaged or no workbook that can be read; open it in Excel or WPS, save it \
             as xlsx and import that."
        ),
    )
}

pub fn too_large(at: &Place, megabytes: u64) -> Pair {
    let (zh, en) = file(at);
    (
        format!(
            "{zh}过大，超过板块报表可能的大小（压缩后 {megabytes} MB，或展开后异常庞大），没有读取；请只保留要报送的工作表后重新导入。"
        ),
        format!(
            "{en} is larger than any report ({megabytes} MB packed, or far too much unpacked) and \
             was not read; keep only the sheets to be reported and import again."
        ),
    )
}

pub fn too_many_sheets(at: &Place, found: u64, limit: u64) -> Pair {
    let (zh, en) = file(at);
    (
        format!("{zh}有{found}张工作表，最多能读{limit}张；请只保留要报送的工作表后重新导入。"),
        format!(
            "{en} has {found} sheets where {limit} can be read; keep only those to be reported and \
             import again."
        ),
    )
}

pub fn hidden_parts(at: &Place, concealed: &Concealed) -> Pair {
    let mut parts_zh = Vec::new();
    let mut parts_en = Vec::new();
    if concealed.sheet {
        parts_zh.push("本工作表已隐藏".to_owned());
        parts_en.push("the sheet itself is hidden".to_owned());
    }
    if !concealed.rows.is_empty() {
        let shown: Vec<String> = concealed.rows.iter().take(20).map(u64::to_string).collect();
        let more = concealed.rows.len() > shown.len();
        let filter = (
            if concealed.filtered { "（有筛选）" } else { "" },
            if concealed.filtered { " (a filter is on)" } else { "" },
        );
        parts_zh.push(format!(
            "第{}{}行已隐藏{}",
            shown.join("、"),
            if more { "等" } else { "" },
            filter.0
        ));
        parts_en.push(format!(
            "{} {}{} {} hidden{}",
            verb(concealed.rows.len() as u64, "row", "rows"),
            shown.join(", "),
            if more { " and more" } else { "" },
            verb(concealed.rows.len() as u64, "is", "are"),
            filter.1
        ));
    }
    if !concealed.columns.is_empty() {
        let (zh, en) = quotes(&concealed.columns);
        parts_zh.push(format!("{zh}列已隐藏"));
        let count = concealed.columns.len() as u64;
        let (columns, are) = (verb(count, "column", "columns"), verb(count, "is", "are"));
        parts_en.push(format!("{columns} {en} {are} hidden"));
    }
    let sentence = (
        format!(
            "{}；请核实后用 --hidden include 一并导入，或用 --hidden skip 不导入隐藏的内容。",
            parts_zh.join("，")
        ),
        format!(
            "The table has parts that are not seen: {}; check them and use --hidden include to \
             import them too, or --hidden skip to leave them out.",
            parts_en.join(", ")
        ),
    );
    lead(at, sentence)
}
