//! What is said of backups, of a library brought up to date, and of a check.

use crate::labels::text::{Pair, count, path, quote};

pub fn backed_up(file: &str) -> Pair {
    let file = path(file);
    (format!("项目库已备份到{file}，并已核验。"), format!("Saved a verified backup as {file}."))
}

pub fn backup_left_out(megabytes: u64) -> Pair {
    (
        format!(
            "项目库已有{megabytes}兆字节，体积较大，不再每日自动备份；请定期用 tuijin backup 备份。"
        ),
        format!(
            "The library holds {megabytes} MB, too much for a daily backup; make one with tuijin \
             backup from time to time."
        ),
    )
}

pub fn backup_not_made(detail: &str) -> Pair {
    let detail = quote(detail);
    (
        format!(
            "每日自动备份没有完成，系统提示{detail}，本次操作不受影响；请检查项目库所在文件夹，并用 tuijin backup 另行备份。"
        ),
        format!(
            "The daily backup was not made, the system says {detail}, and the command went on; \
             check the library's folder and make a backup with tuijin backup."
        ),
    )
}

pub fn restored(file: &str, kept: Option<&str>) -> Pair {
    let file = path(file);
    let (kept_zh, kept_en) = kept.map(path).map_or_else(Default::default, |kept| {
        (
            format!("，恢复前的项目库另存为{kept}"),
            format!("; what was there before is kept as {kept}"),
        )
    });
    (
        format!("已用备份{file}恢复项目库{kept_zh}。"),
        format!("Restored the library from {file}{kept_en}."),
    )
}

pub fn upgraded(from: u32, to: u32, backup: &str) -> Pair {
    let backup = path(backup);
    (
        format!("项目库已由格式 {from} 升级到格式 {to}，升级前的项目库备份为{backup}。"),
        format!(
            "Upgraded the library from format {from} to {to}; what was there before is kept as \
             {backup}."
        ),
    )
}

pub fn risky_folder(library: &str) -> Pair {
    let library = path(library);
    (
        format!("项目库{library}位于网络盘或同步文件夹，数据可能损坏；请移到本机的普通文件夹。"),
        format!(
            "The library {library} lies on a network drive or in a synchronised folder, which may \
             damage it; move it to a plain folder of this computer."
        ),
    )
}

pub fn sound(projects: u64, operations: u64) -> Pair {
    (
        format!("检查完毕，没有发现问题，共有项目{projects}个、操作记录{operations}条。"),
        format!(
            "Checked {} and {}; nothing is wrong.",
            count(projects, "project", "projects"),
            count(operations, "operation", "operations")
        ),
    )
}

pub fn trouble_found(damage: u64, breaches: u64) -> Pair {
    let damaged = (format!("数据损坏{damage}处"), count(damage, "damaged place", "damaged places"));
    let broken = (
        format!("不合规定{breaches}处"),
        count(breaches, "breach of the rules", "breaches of the rules"),
    );
    let found = [(damage, damaged), (breaches, broken)].into_iter().filter(|(many, _)| *many > 0);
    let (zh, en): (Vec<String>, Vec<String>) = found.map(|(_, said)| said).unzip();
    (format!("检查发现{}。", zh.join("、")), format!("Found {}.", en.join(" and ")))
}
