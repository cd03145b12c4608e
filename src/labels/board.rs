//! Words of the leaders' page.

use super::text::{Pair, Words};
use crate::model::board::{BoardNote, BoardWord};

pub fn word(word: BoardWord) -> Words {
    match word {
        BoardWord::Overview => ("总体情况", "Overview"),
        BoardWord::TwoClocks => ("两个计时", "The two clocks"),
        BoardWord::AppealSection => ("诉求办理", "Appeals"),
        BoardWord::ChangeSection => ("变化情况", "What changed"),
        BoardWord::Lists => ("项目和诉求清单", "Projects and appeals"),
        BoardWord::AtStage => ("现处本阶段", "At the stage"),
        BoardWord::Reached => ("已到本阶段", "Reached the stage"),
        BoardWord::ProgressGreen => ("进展正常", "Progress: normal"),
        BoardWord::ProgressYellow => ("无进展黄色", "No progress: yellow"),
        BoardWord::ProgressRed => ("无进展红色", "No progress: red"),
        BoardWord::ReportGreen => ("报告正常", "Reports: normal"),
        BoardWord::ReportYellow => ("未报告黄色", "No report: yellow"),
        BoardWord::ReportRed => ("未报告红色", "No report: red"),
        BoardWord::MonthsIdle => ("无实质进展月数", "Months without progress"),
        BoardWord::MonthsSilent => ("未报告月数", "Months without a report"),
        BoardWord::NoProgress => ("无实质进展", "No progress"),
        BoardWord::NoReport => ("未报告", "No report"),
        BoardWord::ProgressClock => ("进展", "Progress"),
        BoardWord::ReportClock => ("报告", "Reports"),
        BoardWord::DaysInHand => ("在办天数", "Days in hand"),
        BoardWord::Age => ("在办时长", "In hand for"),
        BoardWord::LeadDepartment => ("主办部门", "Lead department"),
        BoardWord::Week => ("7日及以内", "Up to 7 days"),
        BoardWord::Month => ("8—30日", "8 to 30 days"),
        BoardWord::Quarter => ("31—90日", "31 to 90 days"),
        BoardWord::Longer => ("90日以上", "Over 90 days"),
        BoardWord::Contents => ("目录", "Contents"),
        BoardWord::SameFigures => {
            ("图中数字与所附表格相同。", "The figures are those of the table beside it.")
        }
        BoardWord::Filter => ("筛选", "Filter"),
        BoardWord::All => ("全部", "All"),
        BoardWord::Search => ("文字", "Text"),
        BoardWord::Clear => ("清除筛选", "Clear"),
        BoardWord::Shown => ("显示", "Shown"),
    }
}

pub fn note(note: &BoardNote) -> Pair {
    let (zh, en) = match note {
        BoardNote::Reached => (
            "已到本阶段：处于本阶段和以后各阶段的项目；现处本阶段：仍在本阶段的项目。",
            "Reached: projects at the stage or beyond it; at the stage: those still there.",
        ),
        BoardNote::NoAlerts => ("没有处于预警的项目。", "No project is under alert."),
        BoardNote::Ages => (
            "在办时长按登记之日起的日历日计算，只计在办诉求；分档为示例，原文未列。",
            "Calendar days since an appeal was logged, of those in hand; the groups are an example.",
        ),
        BoardNote::AllNew => (
            "期初没有项目，期末项目均为新入库，见项目清单。",
            "There was no project at the beginning: all are new, see the list.",
        ),
    };
    (zh.to_owned(), en.to_owned())
}
