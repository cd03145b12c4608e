//! Words of readiness (会前准备): the five marks, and what each rests on.

use super::text::{self, Pair, Words, count, list};
use super::{appeal, field, finding, money, party, stage, work};
use crate::model::appeal::{AppealField, AppealOutcome};
use crate::model::finding::RuleName;
use crate::model::money::Usd;
use crate::model::name::clean;
use crate::model::readiness::{Evidence, FailedAppeal, Gain, Mark, MarkState, ReadyNote};
use crate::model::stage::Stage;

pub fn mark(mark: Mark) -> Words {
    match mark {
        Mark::Record => ("项目清", "Record clear"),
        Mark::Report => ("情况明", "Situation known"),
        Mark::Work => ("推进实", "Push real"),
        Mark::Result => ("成效显", "Results shown"),
        Mark::Appeals => ("难题确", "Problems exact"),
    }
}

pub fn state(state: MarkState) -> Words {
    match state {
        MarkState::Met => ("是", "Yes"),
        MarkState::Unmet => ("否", "No"),
        MarkState::NotApplicable => ("不适用", "n/a"),
    }
}

pub fn note(note: &ReadyNote) -> Pair {
    match note {
        ReadyNote::Evidence(found) => evidence(found),
        ReadyNote::For { meeting, day } => {
            let meeting = clean(meeting);
            day.map_or_else(
                || (format!("为 {meeting} 作准备"), format!("In preparation of {meeting}")),
                |day| {
                    (
                        format!("为 {meeting}（{day}）作准备"),
                        format!("In preparation of {meeting} ({day})"),
                    )
                },
            )
        }
        ReadyNote::Last(None) => (
            "此前没有会议，推进实、成效显不适用".to_owned(),
            "No meeting before: “push real” and “results shown” do not apply".to_owned(),
        ),
        ReadyNote::Last(Some((meeting, day))) => {
            let meeting = clean(meeting);
            (
                format!("与上次会议 {meeting}（{day} 会前版）比较"),
                format!("Compared with the last meeting {meeting} (frozen on {day})"),
            )
        }
        ReadyNote::Meaning { month } => meaning(&text::month(*month)),
        ReadyNote::Supplier { person, role, phone } => {
            let (person, (zh, en)) = (clean(person), party::role(*role));
            let phone = phone.as_deref().map(clean).unwrap_or_default();
            if phone.is_empty() {
                return (format!("{person}（{zh}）"), format!("{person} ({en})"));
            }
            (format!("{person}（{zh}，{phone}）"), format!("{person} ({en}, {phone})"))
        }
        ReadyNote::OnlyUnready { shown: 0, of } => (
            format!("全部{of}个项目都已准备好；加上 --all 列出全部项目及其依据。"),
            format!("All {of} are ready; add --all for every project and what its marks rest on."),
        ),
        ReadyNote::OnlyUnready { shown, of } => (
            format!(
                "只列出没有准备好的项目：{of}个中的{shown}个；加上 --all 列出全部项目及其依据。"
            ),
            format!(
                "Only projects that are not ready are listed, {shown} of {of}; add --all for every \
                 project and what its marks rest on."
            ),
        ),
    }
}

fn meaning((zh, en): &Pair) -> Pair {
    (
        format!(
            "项目清：本阶段没有缺项；情况明：{zh}月报已报该项目；推进实：上次会议以来有推进事项新登记\
             实际时间，或有关议定事项有进展；成效显：上次会议以来阶段前进，到账或完成投资增加，或诉求成效前进；\
             难题确：在办诉求都符合五项要求；不适用的不计入分母，没有一项为否的项目为已准备好。"
        ),
        format!(
            "Record clear: nothing is missing at its stage; situation known: the report of {en} names \
             it; push real: since the last meeting a work item was dated or a decision about it \
             progressed; results shown: since then its stage, its paid-in or completed investment or an \
             appeal's outcome advanced; problems exact: its appeals in hand pass the five tests; what \
             does not apply is out of N, and a project with no mark “No” is ready."
        ),
    )
}

/// What a mark rests on.
fn evidence(evidence: &Evidence) -> Pair {
    match evidence {
        Evidence::StandardOff => owned(("本项标准未启用", "The standard is not in use")),
        Evidence::RecordComplete => owned(("本阶段没有缺项", "Nothing is missing at its stage")),
        Evidence::FieldsMissing(fields) => {
            let (zh, en): (Vec<String>, Vec<String>) =
                fields.iter().map(|of| field::field(*of)).unzip();
            (format!("缺少{}", list(zh).0), format!("Missing: {}", list(en).1))
        }
        Evidence::InReport { month } => {
            let (zh, en) = text::month(*month);
            (format!("{zh}月报已报"), format!("In the report of {en}"))
        }
        Evidence::NotInReport { month, filed } => {
            let (zh, en) = text::month(*month);
            if *filed {
                return (
                    format!("{zh}月报没有该项目"),
                    format!("The report of {en} leaves it out"),
                );
            }
            (format!("{zh}月报没有报送"), format!("The report of {en} has not come"))
        }
        Evidence::EnteredLater { month } => {
            let (zh, en) = text::month(*month);
            (format!("自{zh}起入库"), format!("Counts from {en} on"))
        }
        Evidence::FirstMeeting => owned(("此前没有会议", "No meeting before")),
        Evidence::EnteredSince { meeting, day } => {
            let meeting = clean(meeting);
            (
                format!("上次会议 {meeting}（{day}）时不在库"),
                format!("Not in the library at {meeting} ({day})"),
            )
        }
        Evidence::Moved { items, tasks } => moved(items, tasks),
        Evidence::NotMoved { since } => (
            format!("{since}以来没有新登记的推进事项实际时间，有关议定事项没有进展"),
            format!("Since {since} no work item was dated, no decision about it progressed"),
        ),
        Evidence::Gained(gain) => gained(gain),
        Evidence::NotGained { since } => (
            format!("{since}以来阶段没有前进，到账和完成投资没有增加，诉求成效没有前进"),
            format!("Since {since} neither stage nor money nor an appeal's outcome advanced"),
        ),
        Evidence::NoAppeals => owned(("没有在办诉求", "No appeal in hand")),
        Evidence::AppealsPass { count: of } => (
            format!("{of}项在办诉求都符合五项要求"),
            format!("{} in hand, all pass the five tests", count(*of, "appeal", "appeals")),
        ),
        Evidence::AppealsFail(failed) => {
            let (zh, en): (Vec<String>, Vec<String>) = failed.iter().map(failing).unzip();
            (zh.join("；"), en.join("; "))
        }
    }
}

/// `环评 2020-03-30；RW2020-0001 有进展`
fn moved(
    items: &[(crate::model::work::WorkItem, crate::model::date::Dated)],
    tasks: &[String],
) -> Pair {
    let dated = items.iter().map(|(item, dated)| {
        let (zh, en) = work::item(*item);
        (format!("{zh} {dated}"), format!("{en} {dated}"))
    });
    let progressed = tasks.iter().map(|code| {
        let code = clean(code);
        (format!("{code} 有进展"), format!("{code} progressed"))
    });
    joined(dated.chain(progressed))
}

/// `签约未设立→登记设立；到账 1.00万美元→2.00万美元；SQ2020-0001 办理中→已解决`
fn gained(gain: &Gain) -> Pair {
    let stage = gain.stage.map(|(from, to)| arrow("", "", of_stage(from), of_stage(to)));
    let money = |name: Words, amounts: Option<(Usd, Usd)>| {
        let (zh, en) = name;
        amounts.map(|(from, to)| arrow(zh, en, money::in_prose(from), money::in_prose(to)))
    };
    let appeals = gain.appeals.iter().map(|(code, from, to)| {
        let code = clean(code);
        arrow(&code, &code, of_outcome(*from), of_outcome(*to))
    });
    let paid_in = money(("到账", "Paid in"), gain.paid_in);
    let invested = money(("完成投资", "Completed"), gain.invested);
    joined(stage.into_iter().chain(paid_in).chain(invested).chain(appeals))
}

fn of_stage(of: Stage) -> Pair {
    owned(stage::stage(of))
}

fn of_outcome(of: AppealOutcome) -> Pair {
    owned(appeal::outcome(of))
}

fn arrow(zh: &str, en: &str, from: Pair, to: Pair) -> Pair {
    let name = |name: &str| if name.is_empty() { String::new() } else { format!("{name} ") };
    (format!("{}{}→{}", name(zh), from.0, to.0), format!("{}{} → {}", name(en), from.1, to.1))
}

/// `SQ2020-0003 须补充：内容具体（问题症结）、建议有依据`
fn failing(appeal: &FailedAppeal) -> Pair {
    let faults = appeal.faults.iter().map(|(rule, fields)| fault(*rule, fields));
    let (zh, en): (Vec<String>, Vec<String>) = faults.unzip();
    let code = clean(&appeal.code);
    (format!("{code} 不符合：{}", list(zh).0), format!("{code} fails: {}", list(en).1))
}

fn fault(rule: RuleName, fields: &[AppealField]) -> Pair {
    let (zh, en) = finding::rule(rule);
    if fields.is_empty() {
        return owned((zh, en));
    }
    let (fields_zh, fields_en) = text::word_list(fields.iter().map(|field| appeal::field(*field)));
    (format!("{zh}（{fields_zh}）"), format!("{en} ({fields_en})"))
}

fn joined(parts: impl Iterator<Item = Pair>) -> Pair {
    let (zh, en): (Vec<String>, Vec<String>) = parts.unzip();
    (zh.join("；"), en.join("; "))
}

fn owned((zh, en): Words) -> Pair {
    (zh.to_owned(), en.to_owned())
}
