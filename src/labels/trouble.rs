//! What `check` finds wrong, and what to do about it.

mod noun;

use super::text::{self, Pair, Words, count, quote};
use super::{field, meeting, money};
use crate::model::check::Trouble;
use crate::model::field::{Field, Quantity};
use crate::model::meeting::Side;
use crate::model::money::Usd;
use crate::model::month::Month;
use crate::model::name::clean;

/// What to do about damage.
const STOP: Words = (
    "请勿继续登记，用 tuijin restore 恢复最近的备份",
    "stop recording and put back the latest backup with tuijin restore",
);

pub fn trouble(of: &Trouble) -> Pair {
    match of {
        Trouble::Damaged { detail } => damaged(detail),
        Trouble::ForeignKey { table } => foreign_key(table),
        Trouble::Schema { name } => schema(name),
        Trouble::Versions { table, id } => versions(table, *id),
        Trouble::Unaccounted { table } => unaccounted(table),
        Trouble::Seal { table, v, project } => seal(table, *v, project.as_deref()),
        Trouble::Edition { code, side, number } => edition(code, *side, *number),
        Trouble::Issued { subject, file } => issued(subject, file),
        Trouble::DayFalls { op } => day_falls(*op),
        Trouble::Dangling { table, column, rows } => dangling(table, column, *rows),
        Trouble::Register { code, name, field } => register(code, name, *field),
        Trouble::Derived { code, name } => derived(code, name),
        Trouble::Figure { district, quantity, listed, grouped } => {
            figure(district, *quantity, *listed, *grouped)
        }
        Trouble::CarryOver { month, accounted, in_hand } => {
            carry_over(*month, *accounted, *in_hand)
        }
        Trouble::Course { code } => course(code),
        Trouble::ProjectOutcome { code, name } => project_outcome(code, name),
        Trouble::NoVerdict { code, name } => no_verdict(code, name),
        Trouble::ExitUnexplained { code, name } => exit_unexplained(code, name),
        Trouble::Unreasoned { code, name, field, op } => unreasoned(code, name, *field, *op),
    }
}

/// What is damaged, and to stop.
fn stop((zh, en): Pair) -> Pair {
    (format!("{zh}；{}。", STOP.0), format!("{en}; {}.", STOP.1))
}

fn course(code: &str) -> Pair {
    let code = clean(code);
    stop((
        format!("诉求 {code} 的办理记录前后不符"),
        format!("What happened to appeal {code} does not follow from what happened before"),
    ))
}

fn damaged(detail: &str) -> Pair {
    let detail = quote(detail);
    stop((
        format!("项目库文件已损坏，系统提示{detail}"),
        format!("The library file is damaged, the system says {detail}"),
    ))
}

fn foreign_key(table: &str) -> Pair {
    let (zh, en) = noun::noun(table);
    stop((
        format!("{zh}中有记录引用了不存在的内容"),
        format!("A record under {en} refers to what does not exist"),
    ))
}

fn schema(name: &str) -> Pair {
    let name = quote(name);
    stop((
        format!("项目库的结构与程序不一致，涉及{name}"),
        format!("The structure of the library is not the program's own, see {name}"),
    ))
}

fn versions(table: &str, id: i64) -> Pair {
    let (zh, en) = noun::noun(table);
    stop((
        format!("{zh}中内部编号为 {id} 的记录前后版本不衔接"),
        format!("The versions of record {id} under {en} do not follow each other"),
    ))
}

fn unaccounted(table: &str) -> Pair {
    let (zh, en) = noun::noun(table);
    stop((
        format!("{zh}的记录与操作记录对不上"),
        format!("The records under {en} do not agree with the log"),
    ))
}

fn edition(code: &str, side: Side, number: u64) -> Pair {
    let (code, (zh, en)) = (clean(code), meeting::side(side));
    stop((
        format!("会议 {code} 的{zh}第{number}版与固定时的校验值不符，不能作数"),
        format!(
            "Edition {number} of {code}, “{}”, no longer has the hash it was frozen with",
            en.to_lowercase()
        ),
    ))
}

fn issued(subject: &str, file: &str) -> Pair {
    let (subject, file) = (clean(subject), quote(file));
    stop((
        format!("{subject} 印发的材料{file}与印发时的校验值不符，不能作数"),
        format!("{file}, handed out for {subject}, no longer has the hash it was handed out with"),
    ))
}

fn seal(table: &str, v: i64, project: Option<&str>) -> Pair {
    let (zh, en) = noun::noun(table);
    let (of_zh, of_en) = project.map(clean).map_or_else(Default::default, |code| {
        (format!("（项目 {code}）"), format!(" (project {code})"))
    });
    stop((
        format!("{zh}中版本号为 {v} 的记录{of_zh}与登记时的内容不符，可能被其他程序改动过"),
        format!(
            "Version {v} under {en}{of_en} is not what was recorded, perhaps another program \
             changed it"
        ),
    ))
}

fn day_falls(op: i64) -> Pair {
    stop((
        format!("操作记录在第{op}号操作处日期倒退或序号中断"),
        format!("The log runs backwards or has a gap at operation {op}"),
    ))
}

fn dangling(table: &str, column: &str, rows: u64) -> Pair {
    let ((zh, en), (to_zh, to_en)) = (noun::noun(table), noun::noun(column));
    stop((
        format!("{zh}中有{rows}条记录引用的{to_zh}已不存在"),
        format!(
            "Under {en} {} to what no longer holds under {to_en}",
            count(rows, "record refers", "records refer")
        ),
    ))
}

fn register(code: &str, name: &str, of: Field) -> Pair {
    let (code, name, (zh, en)) = (clean(code), clean(name), field::field(of));
    stop((
        format!("项目 {code} {name}的“{zh}”与最近一次报告不一致"),
        format!("“{en}” of project {code} {name} does not agree with its latest report"),
    ))
}

fn derived(code: &str, name: &str) -> Pair {
    let (code, name) = (clean(code), clean(name));
    stop((
        format!("项目 {code} {name}用于查重的名称与项目名称不一致"),
        format!("What project {code} {name} is looked up by does not follow from its name"),
    ))
}

/// Without a quantity, the two figures are numbers of projects.
fn figure(district: &str, quantity: Option<Quantity>, listed: Usd, grouped: Usd) -> Pair {
    let projects = |of: Usd| {
        let number = of.0.unsigned_abs();
        (format!("{number}个"), count(number, "project", "projects"))
    };
    let (district, (zh, en)) =
        (clean(district), quantity.map_or(("项目数", "Projects"), field::quantity));
    let figures = |of| if quantity.is_some() { money::in_prose(of) } else { projects(of) };
    let ((listed_zh, listed_en), (grouped_zh, grouped_en)) = (figures(listed), figures(grouped));
    stop((
        format!("{district}的“{zh}”按清单逐项相加为 {listed_zh}，分组汇总为 {grouped_zh}"),
        format!("“{en}” of {district} is {listed_en} by the list but {grouped_en} by the groups"),
    ))
}

fn carry_over(month: Month, accounted: u64, in_hand: u64) -> Pair {
    let (zh, en) = text::month(month);
    stop((
        format!(
            "{zh}的诉求按结转、新增、重开、办结和终止推算应在办{accounted}项，实际在办{in_hand}项"
        ),
        format!(
            "By what came in and went out, {accounted} appeals should be in hand in {en}, but {in_hand} are"
        ),
    ))
}

fn project_outcome(code: &str, name: &str) -> Pair {
    let (code, name) = (clean(code), clean(name));
    stop((
        format!("项目 {code} {name}的成效与其各项诉求推算的不一致"),
        format!("The outcome of project {code} {name} does not follow from its appeals"),
    ))
}

fn no_verdict(code: &str, name: &str) -> Pair {
    let (code, name) = (clean(code), clean(name));
    (
        format!(
            "项目 {code} {name}在库，但没有入库核查记录；请核实入库依据，用 tuijin remove {code} 出库，再用 tuijin readmit {code} 按标准再入库。"
        ),
        format!(
            "Project {code} {name} is in the library but no verdict let it in; check its grounds \
             for entry, take it out with tuijin remove {code} and bring it back under the \
             standards with tuijin readmit {code}."
        ),
    )
}

fn exit_unexplained(code: &str, name: &str) -> Pair {
    let (code, name) = (clean(code), clean(name));
    (
        format!(
            "项目 {code} {name}已出库，但没有写明出库原因或理由；请用 tuijin readmit {code} 再入库，再用 tuijin remove {code} 写明原因和理由后出库。"
        ),
        format!(
            "Project {code} {name} has left without a ground or a reason; bring it back with \
             tuijin readmit {code} and take it out with tuijin remove {code}, a ground and a \
             reason."
        ),
    )
}

fn unreasoned(code: &str, name: &str, of: Field, op: i64) -> Pair {
    let (code, name, (zh, en)) = (clean(code), clean(name), field::field(of));
    (
        format!(
            "第{op}号操作变更了项目 {code} {name}的“{zh}”，没有按规定写明理由；请用 tuijin undo --op {op} 撤销，再用 tuijin update {code} 加 --reason 写明理由重新登记。"
        ),
        format!(
            "Operation {op} changed “{en}” of project {code} {name} without the reason a \
             standard asks for; take it back with tuijin undo --op {op} and record it again with \
             tuijin update {code} and --reason."
        ),
    )
}
