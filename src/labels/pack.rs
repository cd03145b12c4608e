//! The papers of a meeting and the words that stand in them alone. The papers are in Chinese.

use super::text::Words;
use crate::model::pack::{PackPaper, PackWord};

/// The name of a paper; that of its file too.
pub fn paper(paper: PackPaper) -> Words {
    match paper {
        PackPaper::Notice => ("会议通知", "Notice of the meeting"),
        PackPaper::Roster => ("参会名单", "Who is expected"),
        PackPaper::SignIn => ("签到表", "Sign-in sheet"),
        PackPaper::Agenda => ("会议议程", "Agenda of the meeting"),
        PackPaper::Brief => ("主持人简报", "The chair's brief"),
        PackPaper::Status => ("情况汇总表", "Status tables"),
        PackPaper::Appeals => ("诉求清单（按部门）", "Appeals by department, in full"),
        PackPaper::Cards => ("项目卡片", "Project cards"),
        PackPaper::FollowUp => ("决定事项落实情况", "What became of decisions"),
        PackPaper::Districts => ("各板块汇报", "Reports of the districts"),
        PackPaper::Breakthrough => ("大项目突破情况", "Large projects under way"),
        PackPaper::Outcomes => ("议定事项和办理结果登记表", "Sheet of decisions and outcomes"),
        PackPaper::Minutes => ("会议纪要", "Minutes"),
        PackPaper::TaskSheets => ("各单位任务单", "Task sheets of the units"),
    }
}

pub fn word(word: PackWord) -> Words {
    match word {
        PackWord::Chair => ("主持", "Chair"),
        PackWord::ViceMayor => ("市政府分管领导", "Vice mayor in charge"),
        PackWord::Secretary => ("市委主要领导", "Party secretary"),
        PackWord::Bureau => ("市商务局", "Bureau of Commerce"),
        PackWord::Organiser => ("组织单位", "Organiser"),
        PackWord::DistrictSeat => ("有关板块", "District attending"),
        PackWord::DepartmentSeat => ("有关部门", "Department attending"),
        PackWord::SeatKind => ("参会类别", "Attending as"),
        PackWord::ToBeNamed => ("待报", "To be named"),
        PackWord::Signature => ("签到", "Sign here"),
        PackWord::Opinion => ("答复意见", "Answer given"),
        PackWord::Mark => ("●当前", "Here"),
        PackWord::IssueNumber => ("印发次序", "Set"),
        PackWord::IssuedOn => ("印发日期", "Handed out on"),
        PackWord::Hash => ("校验值", "SHA-256"),
        PackWord::Size => ("字节数", "Bytes"),
    }
}
