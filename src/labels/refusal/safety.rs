//! Refusals about backups: one that cannot be trusted, one that could not be made.

use crate::labels::text::{Pair, path, quote};

pub fn unsound(file: &str, detail: &str) -> Pair {
    let file = path(file);
    if detail.trim().is_empty() {
        return (
            format!(
                "备份{file}没有通过检查，没有使用，现有项目库没有改动；请改用另一份备份，或用 --db 指明这份备份后以 tuijin check 查看问题。"
            ),
            format!(
                "The copy {file} does not pass the check, so it was not used and the present \
                 library was left as it is; use another copy, or see what is wrong with tuijin \
                 check and --db naming this one."
            ),
        );
    }
    let detail = quote(detail);
    (
        format!(
            "备份{file}已损坏，检查提示{detail}，没有使用，现有项目库没有改动；请改用另一份备份。"
        ),
        format!(
            "The copy {file} is damaged, the check says {detail}, so it was not used and the \
             present library was left as it is; use another copy."
        ),
    )
}

pub fn backup_failed(file: &str, detail: &str) -> Pair {
    let file = path(file);
    if detail.trim().is_empty() {
        return (
            format!("备份{file}没有写成，另一程序正在不断写入项目库；请待其结束后重试。"),
            format!(
                "The backup {file} was not made, as another program keeps writing to the library; \
                 wait for it to end and try again."
            ),
        );
    }
    let detail = quote(detail);
    (
        format!(
            "备份{file}没有写成，系统提示{detail}；请检查所在文件夹和磁盘空间，或换一个位置后重试。"
        ),
        format!(
            "The backup {file} was not made, the system says {detail}; check its folder and the \
             space left, or try another place."
        ),
    )
}

pub fn restore_of_itself(file: &str) -> Pair {
    let file = path(file);
    (
        format!("文件{file}就是正在使用的项目库，不能用它恢复自己；请指明另一份备份。"),
        format!(
            "{file} is the library in use and cannot be restored from itself; name another copy."
        ),
    )
}

pub fn not_a_backup(file: &str) -> Pair {
    let file = path(file);
    (
        format!("文件{file}不是本程序的备份，没有使用，现有项目库没有改动；请改用另一份备份。"),
        format!(
            "{file} is no backup of this program, so it was not used and the present library was \
             left as it is; use another copy."
        ),
    )
}
