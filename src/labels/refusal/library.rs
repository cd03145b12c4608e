//! Refusals about the library file itself.

use crate::labels::text::{Pair, path, quote};
use crate::model::Day;

pub fn absent(library: &str) -> Pair {
    let library = path(library);
    (
        format!("没有找到项目库{library}；请先用 tuijin init 建立，或用 --db 指定项目库文件。"),
        format!(
            "No library was found at {library}; create one with tuijin init, or name its file \
             with --db."
        ),
    )
}

pub fn exists(library: &str) -> Pair {
    let library = path(library);
    (
        format!("项目库{library}已经存在，没有改动；如需另建，请用 --db 指定别的文件。"),
        format!(
            "The library {library} already exists and was left as it is; to create another, name \
             a different file with --db."
        ),
    )
}

pub fn is_directory(library: &str) -> Pair {
    let library = path(library);
    (
        format!("{library}是文件夹，不是项目库文件；请用 --db 指定文件。"),
        format!("{library} is a folder, not a library file; name a file with --db."),
    )
}

pub fn not_a_database(library: &str) -> Pair {
    let library = path(library);
    (
        format!("{library}不是项目库文件，或已损坏；请用 --db 指定正确的文件，或用备份恢复。"),
        format!(
            "{library} is not a library file or is damaged; name the right file with --db, or \
             restore a backup."
        ),
    )
}

pub fn of_another_program(library: &str) -> Pair {
    let library = path(library);
    (
        format!("{library}是其他程序的数据文件，不是项目库；请用 --db 指定正确的文件。"),
        format!("{library} belongs to another program; name the right file with --db."),
    )
}

pub fn newer(found: u32, known: u32) -> Pair {
    (
        format!(
            "项目库由较新的程序建立（格式 {found}，本程序支持到 {known}）；请升级程序后再打开。"
        ),
        format!(
            "The library was made by a newer program (format {found}, this one knows up to \
             {known}); upgrade the program and open it again."
        ),
    )
}

pub fn read_only(library: &str) -> Pair {
    let library = path(library);
    (
        format!(
            "项目库{library}只能查看，不能写入；请检查文件及其所在文件夹的写入权限，或用 --db 指定别的文件。"
        ),
        format!(
            "The library {library} can be read but not written; check the permissions of the \
             file and its folder, or name another with --db."
        ),
    )
}

pub fn unreadable(library: &str, detail: &str) -> Pair {
    let (library, detail) = (path(library), quote(detail));
    (
        format!("{library}无法读取，系统提示{detail}；请检查文件和权限后重试。"),
        format!(
            "{library} cannot be read, the system says {detail}; check the file and its \
             permissions and try again."
        ),
    )
}

pub fn busy(seconds: u64) -> Pair {
    (
        format!("项目库正被另一程序使用，等待{seconds}秒后仍未空闲；请稍后重试。"),
        format!(
            "Another program is using the library, and it was still busy after {seconds} s; try \
             again later."
        ),
    )
}

pub fn disk_full(file: &str) -> Pair {
    let file = path(file);
    (
        format!("磁盘空间不足，{file}没有写入，原有内容没有改动；请清理空间后重试。"),
        format!(
            "The disk is full, so {file} was not written and nothing was changed; free some space \
             and try again."
        ),
    )
}

pub fn clock_back(last: Day, today: Day) -> Pair {
    (
        format!(
            "指定的当天日期 {today} 早于项目库最近一次记录的日期 {last}，不能写入；请改正 TUIJIN_TODAY 后重试。"
        ),
        format!(
            "The day set as today, {today}, is before the last recorded day {last}, so nothing \
             can be written; correct TUIJIN_TODAY and try again."
        ),
    )
}

pub fn older_read_only(library: &str) -> Pair {
    let library = path(library);
    (
        format!(
            "项目库{library}由旧版程序建立，须先升级，但所在位置不能写入；请复制到可以写入的文件夹，再用 --db 指定。"
        ),
        format!(
            "The library {library} was made by an older program and must be upgraded, but cannot \
             be written where it lies; copy it to a folder that can be written and name it with \
             --db."
        ),
    )
}
