//! Words of meetings (会商会办).

use super::text::Words;
use crate::model::meeting::{
    AgendaChange, Amendment, ItemKind, MeetingKind, MeetingState, Presence, Side,
};

pub fn kind(kind: MeetingKind) -> Words {
    match kind {
        MeetingKind::Supervision => ("督办会", "Supervision meeting"),
        MeetingKind::Review => ("点评会", "Review meeting"),
    }
}

/// As a paper names it, after 重点外资项目.
pub fn full(kind: MeetingKind) -> Words {
    match kind {
        MeetingKind::Supervision => ("推进调度督办会", "Supervision meeting"),
        MeetingKind::Review => ("汇报点评会", "Review meeting"),
    }
}

pub fn state(state: MeetingState) -> Words {
    match state {
        MeetingState::Planned => ("已安排", "Planned"),
        MeetingState::Frozen => ("已固定会前版", "Frozen"),
        MeetingState::Closed => ("已办结", "Closed"),
        MeetingState::Cancelled => ("已取消", "Cancelled"),
    }
}

pub fn side(side: Side) -> Words {
    match side {
        Side::Before => ("会前版", "Before the meeting"),
        Side::After => ("会后版", "After the meeting"),
    }
}

pub fn presence(presence: Presence) -> Words {
    match presence {
        Presence::Present => ("出席", "Present"),
        Presence::Observing => ("列席", "Observing"),
        Presence::Absent => ("请假", "Absent"),
    }
}

pub fn item(item: ItemKind) -> Words {
    match item {
        ItemKind::Task => ("议定事项落实", "Decision to follow up"),
        ItemKind::Escalated => ("提交会议的诉求", "Appeal escalated"),
        ItemKind::OverdueAppeal => ("逾期未答复诉求", "Appeal overdue"),
        ItemKind::OpenAppeal => ("尚未解决诉求", "Appeal unsolved"),
        ItemKind::RedProject => ("红色预警项目", "Project red"),
        ItemKind::MovedProject => ("有进展的大项目", "Large project that moved"),
        ItemKind::Entry => ("新入库项目", "Entry"),
        ItemKind::Exit => ("出库项目", "Exit"),
        ItemKind::Added => ("另行列入", "Added"),
    }
}

pub fn amendment(amendment: Amendment) -> Words {
    match amendment {
        Amendment::Correction => ("更正", "Correction"),
        Amendment::Late => ("补报补录", "Recorded late"),
        Amendment::Undone => ("撤销", "Taken back"),
        Amendment::Redone => ("恢复", "Done again"),
    }
}

pub fn change(change: AgendaChange) -> Words {
    match change {
        AgendaChange::Add => ("列入", "Added"),
        AgendaChange::Drop => ("移出", "Dropped"),
        AgendaChange::First => ("提前", "Put first"),
    }
}
