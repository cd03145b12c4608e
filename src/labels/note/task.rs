//! What is said of decisions and instructions.

use crate::labels::task;
use crate::labels::text::{Pair, list, quote, word_list};
use crate::model::name::clean;
use crate::model::task_note::TaskNote;

pub fn sentence(note: &TaskNote) -> Pair {
    use TaskNote as N;
    match note {
        N::Meaning => meaning(),
        N::Logged { code, meeting: Some(meeting), day } => {
            let meeting = clean(meeting);
            (
                format!("事项 {code} 已登记（{meeting}，{day}）。"),
                format!("Logged task {code} of {meeting} ({day})."),
            )
        }
        N::Logged { code, meeting: None, day } => {
            (format!("事项 {code} 已登记（{day}）。"), format!("Logged task {code} ({day})."))
        }
        N::Amended { code, fields } => {
            let (zh, en) = word_list(fields.iter().map(|field| task::field(*field)));
            (format!("事项 {code} 已更正：{zh}。"), format!("Corrected task {code}: {en}."))
        }
        N::Unchanged { code } => (
            format!("事项 {code} 已有登记，内容没有变化。"),
            format!("Task {code} is on record as it is."),
        ),
        N::AfterClose { code, meeting } => (
            format!(
                "会议 {meeting} 已办结，会后版中没有事项 {code} 的这次登记；以后的议程照常列入。"
            ),
            format!(
                "Meeting {meeting} was closed before, so what it keeps lacks this about {code}; later agendas have it."
            ),
        ),
        N::Another { code, earlier } => {
            let (zh, en) = list(earlier.iter().map(|code| clean(code)));
            (
                format!(
                    "就同一议题此前已登记 {zh}，{code} 另立一项；如为更正，请撤销后写明事项编号再登记。"
                ),
                format!(
                    "The meeting decided {en} about the same before; if {code} was meant to correct that, undo and give its code."
                ),
            )
        }
        N::Progressed { code, day } => (
            format!("事项 {code} 的进展已登记（{day}）。"),
            format!("Recorded progress of task {code} ({day})."),
        ),
        N::Done { code, day, due: None } => {
            (format!("事项 {code} 已完成（{day}）。"), format!("Task {code} is done ({day})."))
        }
        N::Done { code, day, due: Some(due) } => (
            format!("事项 {code} 已完成（{day}），晚于时限 {due}。"),
            format!("Task {code} is done ({day}), after its due day {due}."),
        ),
        N::SheetTo { unit: (zh, en) } => {
            (format!("责任单位：{}", quote(zh)), format!("Responsible: {}", quote(en)))
        }
    }
}

fn meaning() -> Pair {
    (
        "已完成按全部事项计算；按时完成按有期限并且已完成或已过期限的事项计算；点评会议定事项没有写明期限的，\
         以其后第一次督办会之日为期限。"
            .to_owned(),
        "Done is a share of all tasks, done on time of those with a due day that are done or past it; \
         a decision of a review meeting without a due day falls due at the next supervision meeting."
            .to_owned(),
    )
}
