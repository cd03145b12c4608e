//! What a command says when it is done, or while it waits.

use crate::labels::term;
use crate::labels::text::{self, Pair, count, path, quote};
use crate::model::Day;
use crate::model::month::Month;
use crate::model::name::clean;
use crate::model::term::Term;

pub fn initialised(library: &str, districts: u64, departments: u64) -> Pair {
    let library = path(library);
    (
        format!("已建立项目库{library}，含{districts}个板块、{departments}个部门。"),
        format!(
            "Created the library {library} with {} and {}.",
            count(districts, "district", "districts"),
            count(departments, "department", "departments")
        ),
    )
}

pub fn entered(code: &str, name: &str) -> Pair {
    let (code, name) = (clean(code), quote(name));
    (format!("项目{name}已入库，编号 {code}。"), format!("Entered {name} as {code}."))
}

pub fn entered_by_override(code: &str, approver: &str) -> Pair {
    let (code, approver) = (clean(code), clean(approver));
    (
        format!("{code} 不符合入库标准，经{approver}批准例外入库。"),
        format!(
            "{code} does not meet the standards and was entered by exception, approved by {approver}."
        ),
    )
}

pub fn updated(code: &str, fields: u64) -> Pair {
    let code = clean(code);
    (
        format!("已更新 {code} 的{fields}项内容。"),
        format!("Updated {} of {code}.", count(fields, "field", "fields")),
    )
}

pub fn nothing_changed() -> Pair {
    (
        "内容没有变化，项目库未作改动。".to_owned(),
        "Nothing differs, so the library was left as it is.".to_owned(),
    )
}

pub fn recorded(what: Term, name: &str) -> Pair {
    let ((zh, en), name) = (term::term(what), quote(name));
    (format!("{zh}{name}已登记。"), format!("Recorded under {en}: {name}."))
}

pub fn written(file: &str) -> Pair {
    let file = path(file);
    (format!("已写入文件{file}。"), format!("Wrote {file}."))
}

pub fn written_beside(wanted: &str, file: &str) -> Pair {
    let (wanted, file) = (path(wanted), path(file));
    (
        format!("文件{wanted}已存在或正被占用，内容另存为{file}。"),
        format!("The file {wanted} exists or is in use, so the result was saved as {file}."),
    )
}

pub fn forms_made(files: u64, folder: &str) -> Pair {
    let folder = path(folder);
    (
        format!("填报表{files}份已写入{folder}，可直接下发；收齐后用 tuijin import 一次导入。"),
        format!(
            "Wrote {} to {folder}, ready to be sent out; import them together with tuijin import.",
            text::count(files, "form", "forms")
        ),
    )
}

pub fn nil_recorded(district: &str, month: Month) -> Pair {
    let ((zh, en), district) = (text::month(month), clean(district));
    (
        format!("已登记{district}{zh}零报告。"),
        format!("Recorded a nil report of {district} for {en}."),
    )
}

pub fn dry_run() -> Pair {
    (
        "本次为试运行，项目库未作改动。".to_owned(),
        "This was a dry run and the library was not changed.".to_owned(),
    )
}

pub fn nothing_kept() -> Pair {
    (
        "本次导入未写入任何内容，以上行数是核对结果。".to_owned(),
        "Nothing was written; the rows above are what the check found.".to_owned(),
    )
}

pub fn clock_behind(clock: Day, last: Day) -> Pair {
    (
        format!(
            "本机日期 {clock} 早于最近一次记录的日期 {last}，本次按 {last} 记录，请核对本机日期。"
        ),
        format!(
            "This computer's date {clock} is before the last recorded day {last}, so {last} was \
             recorded; please check the clock."
        ),
    )
}

pub fn waiting() -> Pair {
    (
        "项目库正被另一程序使用，正在等待。".to_owned(),
        "Another program is using the library, waiting for it.".to_owned(),
    )
}

pub fn contacts_read(recorded: u64, unchanged: u64) -> Pair {
    (
        format!("已登记联系人{recorded}名，无变化{unchanged}名。"),
        format!(
            "{} recorded, {unchanged} unchanged.",
            count(recorded, "contact was", "contacts were")
        ),
    )
}
