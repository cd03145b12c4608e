//! Refusals of what may not happen to a project: leaving, coming back, merging, splitting.

use super::place::{again, lead};
use crate::error::Place;
use crate::labels::text::{self, Pair, quote};
use crate::labels::{evidence, field, money};
use crate::model::Day;
use crate::model::field::{Field, Quantity};
use crate::model::finding::Finding;
use crate::model::money::Usd;
use crate::model::month::Month;
use crate::model::name::clean;

pub fn reason_needed(at: &Place, findings: &[Finding]) -> Pair {
    let ((zh, en), (again_zh, again_en)) = (evidence::numbered(findings), again(at));
    let sentence = (
        format!("本次变更须写明理由，核查情况为：{zh}；请用 --reason 写明理由后{again_zh}。"),
        format!("This change needs a reason: {en}; give it with --reason and {again_en}."),
    );
    lead(at, sentence)
}

pub fn exit_refused(at: &Place, finding: &Finding) -> Pair {
    let (zh, en) = evidence::finding(finding);
    let sentence = (
        format!(
            "出库原因不成立，核查情况为：{zh}；请更正出库原因或项目情况，确需例外出库的用 --override 理由 --approved-by 批准人。"
        ),
        format!(
            "The ground for leaving does not hold: {en}; correct the ground or the facts, or let \
             the project leave as an exception with --override REASON --approved-by WHO."
        ),
    );
    lead(at, sentence)
}

pub fn has_left(at: &Place, code: &str, day: Day) -> Pair {
    let code = clean(code);
    let sentence = (
        format!(
            "项目 {code} 已于 {day} 出库，不能办理此项；确需办理的，请先用 tuijin readmit {code} 再入库。"
        ),
        format!(
            "Project {code} left the library on {day}; bring it back with tuijin readmit {code} \
             first."
        ),
    );
    lead(at, sentence)
}

pub fn not_left(at: &Place, code: &str) -> Pair {
    let (code, (zh, en)) = (clean(code), again(at));
    let sentence = (
        format!("项目 {code} 仍在库，无须再入库；请核对项目编号后{zh}。"),
        format!(
            "Project {code} is in the library and need not be readmitted; check the code and {en}."
        ),
    );
    lead(at, sentence)
}

pub fn too_early(at: &Place, day: Day, earliest: Day) -> Pair {
    let sentence = (
        format!("日期 {day} 早于项目入库或出库的日期 {earliest}；请改为 {earliest} 或以后的日期。"),
        format!(
            "The day {day} lies before the project entered or left on {earliest}; give {earliest} \
             or a later day."
        ),
    );
    lead(at, sentence)
}

pub fn same_project(at: &Place, code: &str) -> Pair {
    let (code, (zh, en)) = (clean(code), again(at));
    let sentence = (
        format!("项目 {code} 不能并入自身；请指明并入的另一个项目后{zh}。"),
        format!("Project {code} cannot be merged into itself; name the other project and {en}."),
    );
    lead(at, sentence)
}

pub fn successor_needed(at: &Place) -> Pair {
    let sentence = (
        "因并入而出库的，须指明并入的项目；请用 --into 指明，或改用 tuijin merge 办理。".to_owned(),
        "A project that leaves as merged needs the project it became part of; name it with --into, \
         or use tuijin merge."
            .to_owned(),
    );
    lead(at, sentence)
}

pub fn part_too_large(at: &Place, quantity: Quantity, part: Usd, whole: Usd) -> Pair {
    let ((zh, en), (again_zh, again_en)) = (field::quantity(quantity), again(at));
    let ((part_zh, part_en), (whole_zh, whole_en)) =
        (money::in_prose(part), money::in_prose(whole));
    let sentence = (
        format!("拆分出的“{zh}”为 {part_zh}，超过原项目的 {whole_zh}；请核对金额后{again_zh}。"),
        format!(
            "“{en}” of the part is {part_en}, more than the whole has with {whole_en}; check the \
             amount and {again_en}."
        ),
    );
    lead(at, sentence)
}

pub fn later_month_known(code: &str, month: Month) -> Pair {
    let (code, (zh, en)) = (clean(code), text::month(month));
    (
        format!(
            "项目 {code} 已有{zh}的数字，金额的并入和拆分只能记在最近的月份；请把 --on 改为该月或以后的日期。"
        ),
        format!(
            "Project {code} has figures for {en} already, and amounts are merged or split in the \
             latest month only; give --on a day of that month or later."
        ),
    )
}

pub fn name_taken(name: &str, code: &str) -> Pair {
    let (name, code) = (quote(name), clean(code));
    (
        format!(
            "名称{name}已是本板块项目 {code} 的名称；请另用名称，确为同一项目的请用 tuijin merge 并入。"
        ),
        format!(
            "{name} is the name of {code} in the same district; choose another, or use tuijin \
             merge if they are one project."
        ),
    )
}

pub fn moved_on(application: &str, of: Field) -> Pair {
    let (application, (zh, en)) = (clean(application), field::field(of));
    (
        format!(
            "申报 {application} 提出之后“{zh}”又有变动，所依据的情况已不成立；请退回申报，或核实后用 tuijin update 直接修改。"
        ),
        format!(
            "“{en}” has changed since {application} was applied for, so it no longer holds; return \
             it, or check and change the project with tuijin update."
        ),
    )
}
