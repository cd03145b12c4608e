//! What is said when a project left, came back or changed its name, and when something was decided.

use crate::labels::text::{Pair, quote};
use crate::labels::{clock, exit, finding};
use crate::model::Day;
use crate::model::application::ApplicationKind;
use crate::model::clock::ClockKind;
use crate::model::exit::ExitGround;
use crate::model::finding::RuleName;
use crate::model::name::clean;

pub fn left(code: &str, name: &str, ground: ExitGround) -> Pair {
    let (code, name, (zh, en)) = (clean(code), quote(name), exit::ground(ground));
    (
        format!("项目{name}（{code}）已出库，出库原因为{zh}，原有记录保留。"),
        format!("{name} ({code}) has left the library on the ground “{en}”; its records are kept."),
    )
}

pub fn left_by_override(code: &str, approver: &str) -> Pair {
    let (code, approver) = (clean(code), clean(approver));
    (
        format!("{code} 不符合出库标准，经{approver}批准例外出库。"),
        format!(
            "{code} does not meet the standards for leaving and left by exception, approved by \
             {approver}."
        ),
    )
}

pub fn readmitted(code: &str, name: &str) -> Pair {
    let (code, name) = (clean(code), quote(name));
    (
        format!("项目{name}已再入库，仍用编号 {code}。"),
        format!("Brought {name} back into the library as {code}."),
    )
}

pub fn renamed(code: &str, before: &str, after: &str) -> Pair {
    let (code, before, after) = (clean(code), quote(before), quote(after));
    (
        format!("{code} 已由{before}更名为{after}，原名列入曾用名。"),
        format!("Renamed {code} from {before} to {after}; the former name is kept."),
    )
}

pub fn merged(code: &str, into: &str) -> Pair {
    let (code, into) = (clean(code), clean(into));
    (
        format!("{code} 已并入 {into}，两个项目的原有记录均保留。"),
        format!("Merged {code} into {into}; the records of both are kept."),
    )
}

pub fn split_off(code: &str, name: &str, from: &str) -> Pair {
    let (code, name, from) = (clean(code), quote(name), clean(from));
    (
        format!("已从 {from} 拆分出项目{name}，编号 {code}。"),
        format!("Split {name} off {from} as {code}."),
    )
}

pub fn granted(application: &str, code: &str, kind: ApplicationKind) -> Pair {
    let (application, code) = (clean(application), clean(code));
    match kind {
        ApplicationKind::Entry => (
            format!("申报 {application} 已同意，项目入库，编号 {code}。"),
            format!("Granted {application}; the project entered as {code}."),
        ),
        ApplicationKind::Change => (
            format!("申报 {application} 已同意，{code} 已按申报内容变更。"),
            format!("Granted {application}; {code} was changed as asked."),
        ),
        ApplicationKind::Exit => (
            format!("申报 {application} 已同意，项目 {code} 出库，原有内容保留。"),
            format!("Granted {application}; {code} left the library, its record is kept."),
        ),
    }
}

pub fn sent_back(application: &str, district: &str) -> Pair {
    let (application, district) = (clean(application), clean(district));
    (
        format!("申报 {application} 已退回{district}。"),
        format!("Returned {application} to {district}."),
    )
}

pub fn rule_set(rule: RuleName, since: Day) -> Pair {
    let (zh, en) = finding::rule(rule);
    (
        format!("标准“{zh}”已调整，自 {since} 起执行。"),
        format!("Changed the standard “{en}”, effective from {since}."),
    )
}

pub fn excused(code: &str, of: ClockKind, until: Day) -> Pair {
    let (code, (zh, en)) = (clean(code), clock::kind(of));
    (
        format!("{code} 的“{zh}”暂停计时至 {until}。"),
        format!("The clock “{en}” of {code} stands still until {until}."),
    )
}
