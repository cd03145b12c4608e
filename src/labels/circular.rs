//! Words of the circular (评价通报): its indicators, and what each is of.

use super::text::{self, Pair, Words};
use crate::model::circular::{CircularNote, Indicator, Placing};
use crate::model::month::Month;

pub fn indicator(indicator: Indicator) -> Words {
    match indicator {
        Indicator::OnTime => ("月报按时", "On time"),
        Indicator::Complete => ("月报完整", "Complete"),
        Indicator::Advanced => ("阶段前进", "Stage advanced"),
        Indicator::PaidIn => ("到资率", "Paid-in rate"),
        Indicator::Stalled => ("停滞", "Stalled"),
        Indicator::Answered => ("按时答复", "Answered on time"),
        Indicator::Solved => ("已解决", "Solved"),
        Indicator::Satisfied => ("企业满意", "Satisfied"),
        Indicator::Decisions => ("按时完成", "Done on time"),
    }
}

/// The same for every indicator: it stands beside the one it is of.
pub fn placing(_: Placing) -> Words {
    ("位次", "Rank")
}

pub fn note(note: &CircularNote) -> Pair {
    match note {
        CircularNote::Of { month, until } => {
            let (zh, en) = text::month(*month);
            (format!("{zh}\u{3000}录入至{until}"), format!("{en} · recorded up to {until}"))
        }
        CircularNote::Reports { month, due } => {
            let (zh, en) = text::month(*month);
            let (due_zh, due_en) = due.map_or_else(Pair::default, |due| {
                (format!("（期限 {due}）"), format!(" (due on {due})"))
            });
            (
                format!(
                    "月报按时：{zh}月报{due_zh}第一版按期收到的板块；月报完整：月末在库项目中该月月报已报的；\
                     没有在库项目的板块、尚未到期又未报送的板块不计。"
                ),
                format!(
                    "On time: the first revision of the report of {en}{due_en} came by that day; \
                     complete: projects in the library at the month's end that it names; districts \
                     without projects, and those whose report is neither in nor due, are left out."
                ),
            )
        }
        CircularNote::Projects { month, clock } => projects(*month, *clock),
        CircularNote::Appeals => (
            "按时答复：答复期限在本月的交办中期限内答复的，退单和终止的不计；已解决：截至月末成效为已解决的诉求，\
             撤回和终止的不计；企业满意：已回访的诉求中回访结果为满意的。"
                .to_owned(),
            "Answered on time: of the dispatches due in the month, those returned or ended left out; \
             solved: of the appeals up to the month's end, those withdrawn or terminated left out; \
             satisfied: of those whose firm was called."
                .to_owned(),
        ),
        CircularNote::Tasks => (
            "按时完成：完成时限在本月的议定事项和批示中，按时限完成的；几个板块共同负责的，各板块分别计入，合计只计一次；\
             促进活动、宣传引导为本月次数，不排位次。"
                .to_owned(),
            "Done on time: of the decisions and instructions due in the month; one of several districts \
             counts for each and once in the total; promotion and publicity are counted, not ranked."
                .to_owned(),
        ),
        CircularNote::Ranking => (
            "位次按未取整的数由高到低，停滞由低到高；相同的并列，其后的位次顺延（1、2、2、4）；没有数的不排位次。"
                .to_owned(),
            "Ranks go by unrounded figures from the highest, of stalled from the lowest; equals share a \
             rank and the next is left out (1, 2, 2, 4); a district without figures has none."
                .to_owned(),
        ),
        CircularNote::Formula(weights) => formula(weights),
    }
}

fn projects(month: Month, clock: Month) -> Pair {
    let ((zh, en), (before_zh, before_en)) = (text::month(month), text::month(month.previous()));
    let (clock_zh, clock_en) = text::month(clock);
    (
        format!(
            "阶段前进：{before_zh}底和{zh}底都在库的项目中阶段靠后的；到资率：历年累计到账÷已登记新增注册外资，\
             只计已登记设立并有登记数的项目；停滞：月末在库项目中无实质进展达到预警的（计时截至{clock_zh}）。"
        ),
        format!(
            "Stage advanced: of the projects in the library at the end of both {before_en} and {en}; \
             paid-in rate: all paid in over the registered new FDI, of the established projects with a \
             registered amount; stalled: projects in the library under an alert of no progress (clock \
             read up to {clock_en})."
        ),
    )
}

fn formula(weights: &[(Indicator, i64)]) -> Pair {
    let term = |(of, weight): &(Indicator, i64)| {
        let (zh, en) = indicator(*of);
        (format!("{weight}×{zh}"), format!("{weight} × {en}"))
    };
    let (zh, en): (Vec<String>, Vec<String>) = weights.iter().map(term).unzip();
    let sum: i64 = weights.iter().map(|(_, weight)| weight).sum();
    (
        format!(
            "综合得分＝100×（{}）÷{sum}；各项按（本板块－最低）÷（最高－最低）折算，停滞按（最高－本板块）÷（最高－最低）；\
             最高与最低相同的，各板块该项得满分；没有数的项不计，除数为其余各项权重之和；各项都没有数的板块不计分、不排位次；\
             位次按未取整的得分，相同的并列。",
            zh.join("＋")
        ),
        format!(
            "Score = 100 × ({}) / {sum}; each is scaled (own - lowest) / (highest - lowest), stalled \
             (highest - own) / (highest - lowest); where highest and lowest are the same, every district \
             has it in full; what has no figures is left out and the divisor is the sum of the other \
             weights; a district without any has no score and no rank; ranks go by the unrounded score.",
            en.join(" + ")
        ),
    )
}
