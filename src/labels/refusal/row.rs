//! Refusals of one project's row, or of a project as typed.

use super::place::{again, lead, row};
use crate::error::Place;
use crate::labels::text::{Pair, path, projects, quote};
use crate::labels::{evidence, field};
use crate::model::field::Field;
use crate::model::finding::Finding;
use crate::model::name::clean;

pub fn name_missing(at: &Place) -> Pair {
    let ((zh, en), (again_zh, again_en)) = (field::field(Field::Name), again(at));
    let sentence = (
        format!("没有填写“{zh}”；请补上后{again_zh}。"),
        format!("“{en}” is not filled in; add it and {again_en}."),
    );
    lead(at, sentence)
}

pub fn code_unknown(at: &Place, code: &str) -> Pair {
    let (code, (zh, en)) = (quote(code), again(at));
    let sentence = (
        format!("项目库中没有编号{code}；请核对编号，新项目请留空，改正后{zh}。"),
        format!(
            "The library has no code {code}; check it, or leave it empty for a new project, and \
             {en}."
        ),
    );
    lead(at, sentence)
}

pub fn code_of_other_district(at: &Place, code: &str, district: &str) -> Pair {
    let (code, district, (zh, en)) = (clean(code), clean(district), again(at));
    let sentence = (
        format!("编号 {code} 是{district}的项目；请核对编号和板块，改正后{zh}。"),
        format!(
            "The code {code} is a project of {district}; check the code and the district and {en}."
        ),
    );
    lead(at, sentence)
}

pub fn same_project_twice(
    at: &Place,
    (file, sheet): (Option<&str>, Option<&str>),
    first: u64,
) -> Pair {
    let (zh, en) = row(at);
    let (sheet_zh, sheet_en) = match sheet.map(quote) {
        Some(sheet) => (format!("工作表{sheet}"), format!(" of sheet {sheet}")),
        None => Pair::default(),
    };
    match file.map(path) {
        None => (
            format!("{zh}与{sheet_zh}第{first}行是同一个项目；请合并成一行后重新导入。"),
            format!(
                "{en} is the same project as row {first}{sheet_en}; make one row of them and \
                 import again."
            ),
        ),
        Some(file) => (
            format!(
                "{zh}与文件{file}{sheet_zh}第{first}行是同一个项目，内容不一致；请核实以哪个为准，只保留一处后重新导入。"
            ),
            format!(
                "{en} is the same project as row {first}{sheet_en} of file {file} and says otherwise; find \
                 out which is right, keep that one and import again."
            ),
        ),
    }
}

/// The project's name as given, and the name to write before `=`.
fn name(at: &Place) -> (String, Pair) {
    match at.value.as_deref().map(clean).filter(|name| !name.is_empty()) {
        None => (String::new(), ("名称".to_owned(), "NAME".to_owned())),
        Some(name) if name.contains([' ', '"', '\'']) => {
            (quote(&name), ("名称".to_owned(), "NAME".to_owned()))
        }
        Some(name) => (quote(&name), (name.clone(), name)),
    }
}

pub fn name_ambiguous(at: &Place, candidates: &[(String, String)]) -> Pair {
    let ((given, (key_zh, key_en)), (zh, en)) = (name(at), projects(candidates));
    let gap = if given.is_empty() { "" } else { " " };
    let sentence = (
        format!(
            "项目名称{given}对应多个在库项目：{zh}；请填写项目编号，或用 --match {key_zh}=编号 指明。"
        ),
        format!(
            "The name{gap}{given} fits several projects of the library: {en}; fill in the code, \
             or say which with --match {key_en}=CODE."
        ),
    );
    lead(at, sentence)
}

pub fn near_match(at: &Place, candidates: &[(String, String)]) -> Pair {
    let ((given, (key_zh, key_en)), (zh, en)) = (name(at), projects(candidates));
    let gap = if given.is_empty() { "" } else { " " };
    let sentence = (
        format!(
            "项目名称{given}与在库项目相近：{zh}；是同一项目的用 --match {key_zh}=编号 指明，确为新项目的用 --match {key_zh}=new。"
        ),
        format!(
            "The name{gap}{given} resembles the library's {en}; if it is the same project use \
             --match {key_en}=CODE, if it really is new use --match {key_en}=new."
        ),
    );
    lead(at, sentence)
}

pub fn entry_refused(at: &Place, findings: &[Finding]) -> Pair {
    let (zh, en) = evidence::numbered(findings);
    let sentence = (
        format!(
            "项目不符合入库标准，核查情况为：{zh}；请补充入库依据或更正内容，确需例外入库的用 --override 理由 --approved-by 批准人。"
        ),
        format!(
            "The project does not meet the standards for entry: {en}; add the grounds for entry \
             or correct the facts, or enter it as an exception with --override REASON \
             --approved-by WHO."
        ),
    );
    lead(at, sentence)
}
