//! Refusals about appeals and letters: what is possible instead.

use super::place::{again, lead};
use crate::error::{AppealRefusal, Place};
use crate::labels::text::{self, Pair, Words, list, quote, quotes, word_list};
use crate::labels::{appeal as words, clue, evidence};
use crate::model::appeal::{Action, AppealOutcome, AppealState};
use crate::model::name::clean;

pub fn refused(at: &Place, refusal: &AppealRefusal) -> Pair {
    lead(at, sentence(at, refusal))
}

fn sentence(at: &Place, refusal: &AppealRefusal) -> Pair {
    use AppealRefusal as R;
    let (again_zh, again_en) = again(at);
    match refusal {
        R::UnknownAppeal { given } => unknown(given, ("诉求", "appeal", "appeal list")),
        R::UnknownLetter { given } => unknown(given, ("函件", "letter", "letter list")),
        R::UnknownClue { given } => unknown(given, ("诉求线索", "clue", "appeal list --clues")),
        R::ClueNotWaiting { code, state } => {
            let (code, (zh, en)) = (clean(code), clue::state(*state));
            (
                format!(
                    "诉求线索 {code} 的状态为“{zh}”，不能再采用或撤回；请用 tuijin appeal list 查看有关诉求。"
                ),
                format!("Clue {code} is “{en}” and cannot be taken or dropped again; see tuijin appeal list."),
            )
        }
        R::Step { code, state, action, first, possible } => {
            step(code, *state, *action, *first, possible)
        }
        R::OutOfOrder { code, day, earliest } => {
            let code = clean(code);
            (
                format!(
                    "诉求 {code} 的上一步在 {earliest}，本步不能早到 {day}；请改为 {earliest} 或以后的日期。"
                ),
                format!(
                    "The step before of {code} was on {earliest}, after {day}; give {earliest} or a later day."
                ),
            )
        }
        R::NotClosable { code, outcome, lead_answered } => {
            not_closable(code, *outcome, *lead_answered)
        }
        R::NotSound { code, findings } => {
            let (code, (zh, en)) = (clean(code), evidence::numbered(findings));
            (
                format!(
                    "诉求 {code} 未达要求，不能交办，核查情况为：{zh}；请先补充或退回板块，确需交办的用 --override 理由 --approved-by 批准人。"
                ),
                format!(
                    "Appeal {code} is not ready to be sent: {en}; complete it or send it back, or send it as an exception with --override REASON --approved-by WHO."
                ),
            )
        }
        R::NotAsked { code, department, asked } => {
            let (code, department, (zh, en)) = (clean(code), quote(department), asked_list(asked));
            (
                format!("诉求 {code} 没有函告{department}；{zh}，请核对部门后{again_zh}。"),
                format!(
                    "Appeal {code} was not sent to {department}; {en}; check the department and {again_en}."
                ),
            )
        }
        R::WhichDepartment { code, asked } => {
            let (code, (zh, en)) = (clean(code), asked_list(asked));
            (
                format!(
                    "没有写明是哪个部门，诉求 {code} {zh}；请用 --department 写明后{again_zh}。"
                ),
                format!(
                    "Which department is not said; {code}: {en}; name it with --department and {again_en}."
                ),
            )
        }
        R::BeforeLetter { code, day, sent } => {
            let code = clean(code);
            (
                format!(
                    "诉求 {code} 于 {sent} 发函，部门的答复不能早到 {day}；请核对日期后{again_zh}。"
                ),
                format!(
                    "Appeal {code} was sent on {sent}; nothing can come back on {day}; check the day and {again_en}."
                ),
            )
        }
        R::ExtensionBackwards { until, day } => (
            format!("延期至 {until}，不晚于申请之日 {day}；请核对日期后{again_zh}。"),
            format!(
                "The extension until {until} does not reach beyond {day}, when it was asked; check the day and {again_en}."
            ),
        ),
        R::Known { code } => {
            let code = clean(code);
            (
                format!("该项目已有相同的诉求 {code}；补充内容用 tuijin appeal log {code}。"),
                format!(
                    "The project has the same appeal as {code}; add to it with tuijin appeal log {code}."
                ),
            )
        }
        R::SaidTwice { code, row, file } => {
            let code = clean(code);
            let (zh, en) = match file.as_deref().map(quote) {
                Some(file) => (format!("{file}第{row}行"), format!("row {row} of {file}")),
                None => (format!("第{row}行"), format!("row {row}")),
            };
            (
                format!("{zh}已写过诉求 {code}，本行内容不同；请只留一行，确为两件的写明不同的问题症结，{again_zh}。"),
                format!("Appeal {code} is told otherwise by {en}; keep one of the two, or give them different causes if they are two appeals, and {again_en}."),
            )
        }
        R::OnlyWithheld { codes } => {
            let (zh, en) = list(codes.iter().map(|code| clean(code)));
            (
                format!("可函告的都是内部掌握项目的诉求：{zh}；确需函告的，用 --appeal 逐件写明。"),
                format!(
                    "All that could be sent is of confidential projects: {en}; to send one all the \
                     same, name it with --appeal."
                ),
            )
        }
        R::NoLetter { round } => {
            let (zh, en) = text::month(*round);
            (
                format!("{zh}批次没有函件；请先用 letter draft 起草。"),
                format!("There is no letter of the round of {en}; draft it with letter draft."),
            )
        }
        R::NothingReady { round } => {
            let (zh, en) = text::month(*round);
            (
                format!("{zh}批次没有待交办的诉求；请用 tuijin appeal list --round {round} 查看。"),
                format!("No appeal of the round of {en} waits to be sent; see tuijin appeal list --round {round}."),
            )
        }
        R::LetterSent { code, day } => {
            let code = clean(code);
            (
                format!("函件 {code} 已于 {day} 发出；登记有误的用 tuijin undo 撤销后再登记。"),
                format!("Letter {code} went out on {day}; if that was recorded by mistake, take it back with tuijin undo."),
            )
        }
        R::LetterEmpty { code } => {
            let code = clean(code);
            (
                format!("函件 {code} 中已没有可交办的诉求；请用 tuijin letter draft 重新起草。"),
                format!("Nothing in letter {code} can still be sent; draft letters again with tuijin letter draft."),
            )
        }
        R::NoDraft { round } => {
            let (zh, en) = text::month(*round);
            (
                format!("{zh}批次没有未发的函件；请先用 tuijin letter draft --round {round} --all 起草。"),
                format!("The round of {en} has no letter to be sent; draft its letters with tuijin letter draft --round {round} --all."),
            )
        }
        R::ProjectGone { code, project } => {
            let (code, project) = (clean(code), clean(project));
            (
                format!("诉求 {code} 的项目 {project} 已出库，不能重开；请先用 tuijin readmit {project} 再入库。"),
                format!("The project {project} of {code} has left the library; readmit it first with tuijin readmit {project}."),
            )
        }
        R::OtherProject { code, project } => {
            let (code, project) = (clean(code), quote(project));
            (
                format!("诉求 {code} 属于项目{project}，与本行的项目不符；请核对编号后{again_zh}。"),
                format!("Appeal {code} belongs to {project}, not to the project of this row; check the code and {again_en}."),
            )
        }
        R::ReasonForRefusal => (
            format!("成效为不予支持的须说明理由；请写明后{again_zh}。"),
            format!("What is not supported needs a reason; give it and {again_en}."),
        ),
        R::BadDayKind => (
            format!("看不出是放假还是上班；请写放假或上班后{again_zh}。"),
            format!("Neither a day off nor a working day; write “off” or “work” and {again_en}."),
        ),
        R::DayTwice { day, row } => (
            format!("{day} 在第{row}行已写为另一种安排；请核对通知，只留一行后{again_zh}。"),
            format!("Row {row} says otherwise of {day}; check the notice, keep one row and {again_en}."),
        ),
        R::BadOutcome => {
            let (zh, en) = word_list(AppealOutcome::ALL.iter().map(|one| words::outcome(*one)));
            (
                format!("看不出是哪一类成效；请写 {zh} 之一后{again_zh}。"),
                format!("No such outcome; write one of {en} and {again_en}."),
            )
        }
        R::BadAnswer => (
            format!("看不出答复类型；请写答复、阶段性答复、申请延期或退单后{again_zh}。"),
            format!("No such kind of reply; write reply, interim reply, extension or return and {again_en}."),
        ),
        R::AnswerUnsaid { filled } => {
            let (zh, en) = columns(filled.iter().map(|column| clue::reply_column(*column)));
            (
                format!(
                    "填了{zh}，没有填“答复类型”，看不出是答复、申请延期还是退单；请填“答复类型”和相应各栏，暂不答复的把这一行填写的内容清空后{again_zh}。"
                ),
                format!("{en} filled in, but not “Kind of reply”: it may be an answer, an extension or a return; say which and fill in its columns, or empty the row if there is no answer yet, and {again_en}."),
            )
        }
        R::AnswerAgainst { said, column } => {
            let (said, (zh, en)) = (quote(said), clue::reply_column(*column));
            (
                format!(
                    "“答复类型”是{said}，又填了“{zh}”，一行只登记一种；请改“答复类型”或清空“{zh}”后{again_zh}。"
                ),
                format!("“Kind of reply” is {said} and “{en}” is filled in as well; a row is one kind only: change the kind or empty “{en}” and {again_en}."),
            )
        }
        R::OutcomeUnsaid { filled } => {
            let (zh, en) = columns(filled.iter().map(|column| clue::outcome_column(*column)));
            (
                format!("填了{zh}，没有填“办理结果”；请填“办理结果”，不登记的把这一行填写的内容清空后{again_zh}。"),
                format!("{en} filled in, but not “Outcome”; give the outcome, or empty the row if there is none, and {again_en}."),
            )
        }
        R::WhoseForm => (
            "看不出是哪个部门的答复表；请在标题或文件名中写明部门，或用 --department 写明。".to_owned(),
            "Nothing says whose reply form this is; name the department in its title or file name, or give --department.".to_owned(),
        ),
        R::AppealMissing => (
            format!("没有诉求编号；请补上编号后{again_zh}。"),
            format!("The code of the appeal is missing; add it and {again_en}."),
        ),
    }
}

fn unknown(given: &str, (zh, en, command): (&str, &str, &str)) -> Pair {
    let given = quote(given);
    (
        format!("没有编号为{given}的{zh}；请用 tuijin {command} 查看。"),
        format!("No {en} has the code {given}; see tuijin {command}."),
    )
}

/// Headings of a form, as they stand on it.
fn columns(names: impl Iterator<Item = Words>) -> Pair {
    let (zh, en): (Vec<_>, Vec<_>) = names.map(|(zh, en)| (quote(zh), quote(en))).unzip();
    (zh.concat(), en.join(", "))
}

fn asked_list(asked: &[String]) -> Pair {
    if asked.is_empty() {
        return ("尚未函告任何部门".to_owned(), "no department has been asked".to_owned());
    }
    let (zh, en) = quotes(asked);
    (format!("已函告的部门为{zh}"), format!("it was sent to {en}"))
}

fn step(
    code: &str,
    state: AppealState,
    action: Action,
    first: Option<Action>,
    possible: &[Action],
) -> Pair {
    let (code, (state_zh, state_en)) = (clean(code), words::state(state));
    let (action_zh, action_en) = words::action(action);
    let (first_zh, first_en) = match first.map(words::action) {
        Some((zh, en)) => (format!("须先{zh}；"), format!("{} comes first; ", quote(en))),
        None => (String::new(), String::new()),
    };
    let (may_zh, _) = word_list(possible.iter().map(|one| words::action(*one)));
    let (_, may_en) = list(possible.iter().map(|one| quote(words::action(*one).1)));
    (
        format!("诉求 {code} 现为“{state_zh}”，不能{action_zh}；{first_zh}现在可以：{may_zh}。"),
        format!(
            "Appeal {code} is “{state_en}”, which does not allow {}; {first_en}possible now: {may_en}.",
            quote(action_en)
        ),
    )
}

fn not_closable(code: &str, outcome: Option<AppealOutcome>, lead_answered: bool) -> Pair {
    let code = clean(code);
    let mut zh = Vec::new();
    let mut en = Vec::new();
    match outcome {
        None => {
            zh.push(format!("尚未登记成效（tuijin appeal outcome {code} --outcome 已解决）"));
            en.push(format!("no outcome is set (tuijin appeal outcome {code} --outcome solved)"));
        }
        Some(outcome) if !outcome.is_settled() => {
            let (word_zh, word_en) = words::outcome(outcome);
            zh.push(format!("成效仍为“{word_zh}”，须先登记最终成效"));
            en.push(format!("its outcome is still “{word_en}”; set the final one first"));
        }
        Some(_) => {}
    }
    if !lead_answered {
        zh.push(format!("主办部门尚未答复（tuijin appeal reply {code}）"));
        en.push(format!("the lead has not answered (tuijin appeal reply {code})"));
    }
    (
        format!("诉求 {code} 还不能办结：{}。", zh.join("；")),
        format!("Appeal {code} cannot be closed yet: {}.", en.join("; ")),
    )
}
