//! What the tables of the library hold, in a reader's words.

use crate::labels::text::{Pair, quote};

/// A table, or a column that names another noun: `“项目”`, `“projects”`. One the program does not
/// know stands as it is called.
pub fn noun(table: &str) -> Pair {
    let stem = table.strip_suffix("_v").or_else(|| table.strip_suffix("_id")).unwrap_or(table);
    let (zh, en) = match stem {
        "operation" => ("操作记录", "the log"),
        "touch" => ("操作明细", "what commands wrote"),
        "source" => ("来源文件", "files"),
        "setting" => ("设置", "settings"),
        "rule" => ("标准", "standards"),
        "holiday" => ("节假日", "holidays"),
        "origin" => ("国别（地区）", "origins"),
        "district" => ("板块", "districts"),
        "department" => ("部门", "departments"),
        "contact" => ("联系人", "contacts"),
        "heading" => ("报送表头", "headings"),
        "sender" => ("到账口径", "senders' ways"),
        "rate" => ("折算率", "exchange rates"),
        "project" | "other" => ("项目", "projects"),
        "investor" => ("投资者", "investors"),
        "milestone" => ("阶段时间", "stages reached"),
        "work" => ("推进事项", "work items"),
        "original" => ("外币原值", "original amounts"),
        "verdict" => ("入库和出库核查", "verdicts"),
        "alias" => ("曾用名", "former names"),
        "link" => ("并入和拆分", "mergers and splits"),
        "stay" => ("历次在库", "earlier stays"),
        "excuse" => ("正当理由", "excuses"),
        "filing" => ("板块月报", "filings"),
        "report" => ("项目月报", "monthly reports"),
        "candidate" => ("申报", "applications"),
        "category" => ("诉求类别", "categories of appeals"),
        "round" => ("批次", "rounds"),
        "appeal" => ("诉求", "appeals"),
        "letter" => ("函件", "letters"),
        "dispatch" => ("交办", "dispatches"),
        "event" => ("办理记录", "what happened to appeals"),
        "meeting" => ("会议", "meetings"),
        "agenda" => ("议程调整", "adjustments of agendas"),
        "attendance" => ("参会人员", "attendance"),
        "edition" => ("会议版本", "editions of meetings"),
        "issue" => ("印发的材料", "files handed out"),
        "task" => ("任务", "tasks"),
        "step" => ("任务进展", "steps of tasks"),
        "activity" => ("活动", "activities"),
        "clue" => ("诉求线索", "clues to appeals"),
        _ => (table, table),
    };
    (quote(zh), quote(en))
}
