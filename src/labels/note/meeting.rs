//! What is said of meetings.

use crate::labels::meeting as words;
use crate::labels::text::{self, Pair, count, quote};
use crate::model::meeting_note::MeetingNote;

pub fn sentence(note: &MeetingNote) -> Pair {
    use MeetingNote as N;
    match note {
        N::Planned { code, day: Some(day) } => {
            (format!("会议 {code} 已安排在 {day}。"), format!("Planned meeting {code} for {day}."))
        }
        N::Planned { code, day: None } => (
            format!(
                "会议 {code} 已安排，会期待定；定下后请用 tuijin meeting move {code} --on 日期 --reason 理由。"
            ),
            format!(
                "Planned meeting {code} without a day; set it with tuijin meeting move {code} --on DATE --reason REASON."
            ),
        ),
        N::Moved { code, day } => {
            (format!("会议 {code} 改在 {day}。"), format!("Moved meeting {code} to {day}."))
        }
        N::SameDay { code, day } => (
            format!("会议 {code} 的会期本来就是 {day}，没有变化。"),
            format!("Meeting {code} was on {day} already; nothing changed."),
        ),
        N::RestDay { code, day } => (
            format!("会议 {code} 的会期 {day} 是休息日；如无误，不必更改。"),
            format!("Meeting {code} is on {day}, when nobody works; leave it if that is meant."),
        ),
        N::Cancelled { code } => {
            (format!("会议 {code} 已取消。"), format!("Cancelled meeting {code}."))
        }
        N::FreezeAgain { code } => (
            format!(
                "会议 {code} 此前固定的会前版保留；请在会前再用 tuijin meeting freeze {code} 固定一次。"
            ),
            format!(
                "The edition frozen before stays; freeze {code} again with tuijin meeting freeze {code}."
            ),
        ),
        N::SupervisionOpen { code, state } => {
            let (zh, en) = state.map_or(("尚未安排", "not planned"), words::state);
            (
                format!("同月督办会 {code} {zh}；点评会宜在督办会办结之后召开，请先办结。"),
                format!(
                    "The supervision meeting {code} of the month is {}; close it before the review meeting.",
                    en.to_lowercase()
                ),
            )
        }
        N::OtherMonth { code, day } => (
            format!("会期 {day} 不在会议 {code} 的名义月份；如无误，不必更改。"),
            format!("{day} lies outside the nominal month of {code}; leave it if that is meant."),
        ),
        N::Adjusted { code, change, subject } => {
            let (subject, (zh, en)) = (quote(subject), words::change(*change));
            (
                format!("会议 {code} 的议程：{zh}{subject}。"),
                format!("Agenda of {code}: {} {subject}.", en.to_lowercase()),
            )
        }
        N::Frozen { code, side, number, sha256 } => {
            let ((zh, en), hash) = (words::side(*side), &sha256[..sha256.len().min(12)]);
            (
                format!("会议 {code} 的{zh}已固定（第{number}版，校验值 {hash}），此后不再改变。"),
                format!(
                    "Froze “{en}” of {code} (edition {number}, hash {hash}); it will not change."
                ),
            )
        }
        N::Closed { code, decisions } => (
            format!("会议 {code} 已办结，议定事项{decisions}项。"),
            format!("Closed {code} with {}.", count(*decisions, "decision", "decisions")),
        ),
        N::NobodyAttended { code } => (
            format!("会议 {code} 没有登记参会人员，会后版不列出席和列席。"),
            format!("Nobody is recorded as having attended {code}."),
        ),
        N::About { code, day: Some(day) } => {
            (format!("会议 {code}，会期 {day}"), format!("Meeting {code} on {day}"))
        }
        N::About { code, day: None } => {
            (format!("会议 {code}，会期待定"), format!("Meeting {code}, day not yet set"))
        }
        N::Title { kind, month, code, day } => {
            let ((month_zh, month_en), (zh, en)) = (text::month(*month), words::full(*kind));
            let (on_zh, on_en) = day.map_or_else(Default::default, |day| {
                (format!("，会期 {day}"), format!(", held on {day}"))
            });
            (
                format!("{month_zh}重点外资项目{zh}（{code}）{on_zh}"),
                format!("{en} of {month_en} ({code}){on_en}"),
            )
        }
        N::SinceLast { code: Some(code), day: Some(day) } => (
            format!("变化自 {code} 会前版（{day}）起计算。"),
            format!("Changes are told since {code} was frozen ({day})."),
        ),
        N::SinceLast { .. } => (
            "此前没有同类会议，不列进展、入库和出库的变化。".to_owned(),
            "It is the first of its kind: no changes are told.".to_owned(),
        ),
        N::NothingAmended => (
            "会议所列内容此后没有更正、补报、补录或撤销。".to_owned(),
            "Nothing that was on the table was set right, reported late or taken back.".to_owned(),
        ),
        N::AmendmentMeaning { month } => {
            let (zh, en) = text::month(*month);
            (
                format!(
                    "固定时已到报送期限的月报截至{zh}：这些月份和固定时已经报来的月份，已报内容的改动为更正；到期月份其后才报的为补报；固定之日以前发生、其后才登记的为补录；其余为进展。"
                ),
                format!(
                    "Reports up to {en} were due when it was frozen: changes to what they, or reports that had come before they were due, said are corrections; what was due and came later is late, as is what had happened on an earlier day and was recorded after; all else is progress."
                ),
            )
        }
        N::Edition { side, number, day, operation, program, sha256 } => {
            let (zh, en) = words::side(*side);
            (
                format!(
                    "{zh}第{number}版，{day} 固定，操作记录至第{operation}号，程序版本 {program}，校验值 {sha256}。"
                ),
                format!(
                    "{en}, edition {number}, frozen on {day} after operation {operation} by version {program}, SHA-256 {sha256}."
                ),
            )
        }
    }
}
