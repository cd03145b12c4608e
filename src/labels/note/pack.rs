//! What is said of papers handed out.

use crate::labels::setting::setting;
use crate::labels::text::{Pair, count, list, word_list};
use crate::model::name::clean;
use crate::model::pack_note::PackNote;

pub fn sentence(note: &PackNote) -> Pair {
    use PackNote as N;
    match note {
        N::DrawnFrom { code, number, day } => (
            format!(
                "材料按会议 {code} 的会前版（第{number}版，{day}）生成；此后登记的内容不在其中，需要列入的请再固定一次。"
            ),
            format!(
                "The papers show what was on the table of {code} (edition {number}, {day}); freeze it again to show what was recorded since."
            ),
        ),
        N::HandedOut { code, number, files } => (
            format!(
                "会议 {code} 的材料已印发（第{number}次，{files}份），逐份留存校验值；可用 tuijin pack {code} --issued 原样再取。"
            ),
            format!(
                "Handed out set {number} of {code}, {}; take it again with tuijin pack {code} --issued.",
                count(*files, "file", "files")
            ),
        ),
        N::Same { code, number, day } => (
            format!("与 {day} 第{number}次印发的会议 {code} 材料完全相同，没有另作记录。"),
            format!(
                "The same as set {number} of {code}, handed out on {day}; nothing was recorded."
            ),
        ),
        N::Unsaid { what } => {
            let (zh, en) = word_list(what.iter().map(|name| setting(*name)));
            (
                format!("材料中留有待填写处：{zh}；用 tuijin setting set 登记后重新生成。"),
                format!(
                    "The papers leave open: {en}; say it with tuijin setting set and pack again."
                ),
            )
        }
        N::Confidential { codes } => {
            let (number, (zh, en)) = (codes.len(), list(codes.iter().map(|code| clean(code))));
            (
                format!(
                    "材料中有内部掌握的项目{number}个：{zh}；议程、诉求清单、项目卡片和任务单请只发给有关单位。"
                ),
                format!(
                    "The papers name {}: {en}; give the agenda, the lists of appeals, the cards and the task sheets to those concerned alone.",
                    count(number as u64, "confidential project", "confidential projects")
                ),
            )
        }
        N::Again { code, number, day, files } => (
            format!("会议 {code} 第{number}次印发（{day}）的材料{files}份，与印发时逐字节相同。"),
            format!(
                "Set {number} of {code}, handed out on {day}: {}, byte for byte.",
                count(*files, "file", "files")
            ),
        ),
    }
}
