//! Words of clues to appeals (诉求线索), and of the lists they come in.

use super::text::Words;
use crate::model::clue::{ClueKind, ClueLevel, ClueMark, ClueState, Urgency};
use crate::model::ledger::{AppealColumn, ExitColumn, LedgerName, OutcomeColumn, ReplyColumn};

pub fn kind(kind: ClueKind) -> Words {
    match kind {
        ClueKind::Problem => ("存在问题", "Problem reported"),
        ClueKind::Listed => ("诉求清单", "List of appeals"),
    }
}

pub fn state(state: ClueState) -> Words {
    match state {
        ClueState::Waiting => ("待处理", "Waiting"),
        ClueState::Taken => ("已转诉求", "Taken as an appeal"),
        ClueState::Dropped => ("不作诉求", "Dropped"),
        ClueState::Withdrawn => ("已撤回", "Withdrawn"),
    }
}

pub fn mark(mark: ClueMark) -> Words {
    match mark {
        ClueMark::Solved => ("已解决", "Solved"),
        ClueMark::Unsolved => ("未解决", "Unsolved"),
    }
}

/// 需市级协调: 是 or 否.
pub fn level(level: ClueLevel) -> Words {
    match level {
        ClueLevel::City => ("是", "Yes"),
        ClueLevel::District => ("否", "No"),
    }
}

pub fn urgency(urgency: Urgency) -> Words {
    match urgency {
        Urgency::Normal => ("一般", "Normal"),
        Urgency::Urgent => ("紧急", "Urgent"),
    }
}

pub fn ledger(list: LedgerName) -> Words {
    match list {
        LedgerName::Appeals => ("诉求清单", "list of appeals"),
        LedgerName::Exits => ("拟移出清单", "list of proposed exits"),
        LedgerName::Replies => ("答复表", "reply form"),
        LedgerName::Outcomes => ("办理结果表", "sheet of outcomes"),
        LedgerName::Contacts => ("联系人名单", "list of contacts"),
        LedgerName::Calendar => ("放假安排", "notice of holidays"),
        LedgerName::Decisions => ("议定事项表", "sheet of decisions"),
        LedgerName::Attendance => ("参会人员表", "list of people at a meeting"),
    }
}

/// Headings by which a list is recognised, for a refusal.
pub fn telling_headings(list: LedgerName) -> Words {
    match list {
        LedgerName::Appeals => {
            ("“问题症结”“诉求目的”“对象部门”", "“Crux”, “What is asked for” and “Department”")
        }
        LedgerName::Contacts => ("“单位”“职责”“姓名”", "“Body”, “Role” and “Name”"),
        LedgerName::Exits => {
            ("“项目名称”“出库原因”“情况说明”", "“Project”, “Ground for leaving” and “Explanation”")
        }
        LedgerName::Calendar => ("“日期”“安排”", "“Date” and “Kind”"),
        LedgerName::Decisions => {
            ("“议定事项”“责任板块”“责任部门”", "“Decided” and “Department responsible”")
        }
        LedgerName::Attendance => ("“姓名”“单位”“参会情况”", "“Person”, “Body” and “Presence”"),
        LedgerName::Replies => {
            ("“诉求编号”“答复类型”“办理意见”", "“Appeal”, “Kind of reply” and “Opinion”")
        }
        LedgerName::Outcomes => ("“诉求编号”“办理结果”", "“Appeal” and “Outcome”"),
    }
}

pub fn appeal_column(column: AppealColumn) -> Words {
    match column {
        AppealColumn::Serial => ("序号", "No."),
        AppealColumn::Code => ("项目编号", "Project code"),
        AppealColumn::Name => ("项目名称", "Project"),
        AppealColumn::Category => ("诉求类别", "Category"),
        AppealColumn::Background => ("背景情况", "Background"),
        AppealColumn::Crux => ("问题症结", "Crux"),
        AppealColumn::Purpose => ("诉求目的", "What is asked for"),
        AppealColumn::Department => ("对象部门", "Department"),
        AppealColumn::Assist => ("协办部门", "Assisting departments"),
        AppealColumn::Advice => ("解决建议", "Proposal"),
        AppealColumn::City => ("需市级协调", "Needs the city"),
        AppealColumn::Urgency => ("紧急程度", "Urgency"),
        AppealColumn::Amount => ("涉及金额", "Amount at stake"),
        AppealColumn::RaisedBy => ("提出人", "Raised by"),
        AppealColumn::RaisedOn => ("提出日期", "Raised on"),
        AppealColumn::Remarks => ("备注", "Remarks"),
        AppealColumn::Appeal => ("诉求编号", "Appeal code"),
        AppealColumn::Lacking => ("须补充内容", "To be completed"),
    }
}

pub fn exit_column(column: ExitColumn) -> Words {
    match column {
        ExitColumn::Serial => ("序号", "No."),
        ExitColumn::Code => ("项目编号", "Project code"),
        ExitColumn::Name => ("项目名称", "Project"),
        ExitColumn::Ground => ("出库原因", "Ground for leaving"),
        ExitColumn::Reason => ("情况说明", "Explanation"),
        ExitColumn::Successor => ("并入项目", "Merged into"),
        ExitColumn::Day => ("发生日期", "Day"),
    }
}

pub fn reply_column(column: ReplyColumn) -> Words {
    match column {
        ReplyColumn::Department => ("答复部门", "Department"),
        ReplyColumn::Appeal => ("诉求编号", "Appeal"),
        ReplyColumn::Project => ("项目", "Project"),
        ReplyColumn::Purpose => ("诉求目的", "What is asked for"),
        ReplyColumn::Role => ("主协办", "Part"),
        ReplyColumn::Kind => ("答复类型", "Kind of reply"),
        ReplyColumn::Opinion => ("办理意见", "Opinion"),
        ReplyColumn::Day => ("答复日期", "Day of reply"),
        ReplyColumn::Person => ("承办人", "Handled by"),
        ReplyColumn::Until => ("申请延期至", "Extension until"),
        ReplyColumn::To => ("退单去向", "Returned to"),
        ReplyColumn::Reason => ("理由", "Reason"),
    }
}

pub fn outcome_column(column: OutcomeColumn) -> Words {
    match column {
        OutcomeColumn::Serial => ("序号", "No."),
        OutcomeColumn::Appeal => ("诉求编号", "Appeal"),
        OutcomeColumn::Project => ("项目", "Project"),
        OutcomeColumn::Outcome => ("办理结果", "Outcome"),
        OutcomeColumn::Reason => ("说明", "Explanation"),
        OutcomeColumn::Day => ("日期", "Day"),
    }
}
