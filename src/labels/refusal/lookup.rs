//! Refusals when something named is not known, or is several things.

use super::place::{again, lead};
use crate::error::Place;
use crate::labels::text::{Pair, list, projects, quote};
use crate::model::name::clean;

pub fn project(at: &Place, given: &str) -> Pair {
    let given = quote(given);
    let sentence = (
        format!(
            "没有找到项目{given}；请改用项目编号，或名称中的几个字，也可用 tuijin list 查看全部项目。"
        ),
        format!(
            "No project {given} was found; use its code or a part of its name, or see all \
             projects with tuijin list."
        ),
    );
    lead(at, sentence)
}

pub fn ambiguous(at: &Place, given: &str, candidates: &[(String, String)]) -> Pair {
    let (given, (zh, en)) = (quote(given), projects(candidates));
    let sentence = (
        format!("{given}对应多个项目：{zh}；请改用项目编号。"),
        format!("{given} fits several projects: {en}; use the code instead."),
    );
    lead(at, sentence)
}

pub fn district(at: &Place, given: &str, known: &[String]) -> Pair {
    let given = quote(given);
    let sentence = if known.is_empty() {
        (
            format!("没有找到板块{given}，项目库中还没有板块；请先用 tuijin district set 登记。"),
            format!(
                "No district {given} was found, as the library has none yet; enter it with tuijin \
                 district set first."
            ),
        )
    } else {
        let (zh, en) = list(known.iter().map(|name| clean(name)));
        (
            format!(
                "没有找到板块{given}；请改成以下名称之一：{zh}，或用 tuijin district set --alias 登记别名。"
            ),
            format!(
                "No district {given} was found; use one of: {en}, or enter an alias with tuijin \
                 district set --alias."
            ),
        )
    };
    lead(at, sentence)
}

pub fn department(at: &Place, given: &str, known: &[String]) -> Pair {
    let given = quote(given);
    let sentence = if known.is_empty() {
        (
            format!("没有找到部门{given}，项目库中还没有部门；请先用 tuijin department set 登记。"),
            format!(
                "No department {given} was found, as the library has none yet; enter it with \
                 tuijin department set first."
            ),
        )
    } else {
        let (zh, en) = list(known.iter().map(|name| clean(name)));
        (
            format!(
                "没有找到部门{given}；请改成以下名称之一：{zh}，或用 tuijin department set --alias 登记别名。"
            ),
            format!(
                "No department {given} was found; use one of: {en}, or enter an alias with tuijin \
                 department set --alias."
            ),
        )
    };
    lead(at, sentence)
}

pub fn origin(at: &Place, given: &str) -> Pair {
    let (given, (zh, en)) = (quote(given), again(at));
    let sentence = (
        format!("没有找到国别（地区）{given}；请写通用名称，如香港、德国、日本，改正后{zh}。"),
        format!(
            "No country or region {given} was found; use its common name, such as Hong Kong, \
             Germany or Japan, and {en}."
        ),
    );
    lead(at, sentence)
}

pub fn field(at: &Place, given: &str) -> Pair {
    let given = quote(given);
    let sentence = (
        format!("没有{given}这个填报项；各填报项的名称可用 tuijin list --columns all 查看。"),
        format!("There is no field {given}; tuijin list --columns all shows their names."),
    );
    lead(at, sentence)
}

pub fn alias_taken(at: &Place, alias: &str, owner: &str) -> Pair {
    let (alias, owner) = (quote(alias), quote(owner));
    let sentence = (
        format!("别名{alias}已用于{owner}；请换一个别名。"),
        format!("The alias {alias} already stands for {owner}; choose another one."),
    );
    lead(at, sentence)
}
