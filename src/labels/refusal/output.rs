//! Refusals when the result cannot be written.

use crate::labels::text::{Pair, path, quote};

pub fn exists(file: &str) -> Pair {
    let file = path(file);
    (
        format!("文件{file}已经存在，没有覆盖；请换一个文件名。"),
        format!("The file {file} exists and was not replaced; choose another name."),
    )
}

pub fn failed(file: &str, detail: &str) -> Pair {
    let (file, detail) = (path(file), quote(detail));
    (
        format!("文件{file}没有写成，系统提示{detail}；请检查所在文件夹，或换一个位置。"),
        format!(
            "The file {file} could not be written, the system says {detail}; check its folder, or \
             choose another place."
        ),
    )
}

pub fn not_permitted(file: &str) -> Pair {
    let file = path(file);
    (
        format!("没有使用{file}的权限；请检查文件权限，或换一个位置后重试。"),
        format!(
            "There is no permission to use {file}; check its permissions, or try another place."
        ),
    )
}

pub fn folder_is_file(folder: &str) -> Pair {
    let folder = path(folder);
    (
        format!("{folder}是一个文件，不是文件夹；请另写一个文件夹。"),
        format!("{folder} is a file, not a folder; name another folder."),
    )
}

pub fn no_folder(folder: &str) -> Pair {
    let folder = path(folder);
    (
        format!("没有文件夹{folder}；请先建立这个文件夹，或换一个位置。"),
        format!("There is no folder {folder}; create it first or choose another place."),
    )
}
