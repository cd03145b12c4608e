//! Clues to appeals (诉求线索): what districts' reports say is in the way of a project. Nothing is
//! logged by itself; the clerk takes a clue as an appeal (诉求) or drops it.

use super::ledger::AppealColumn;
use super::month::Month;

keyed! {
    /// Where a clue was found.
    ClueKind {
        /// An item of a 存在问题 cell.
        Problem = "problem",
        /// A row of a 诉求清单.
        Listed = "listed",
    }
}

keyed! {
    /// What became of a clue.
    ClueState {
        /// 待处理
        Waiting = "waiting",
        /// 已转诉求
        Taken = "taken",
        /// 不作诉求
        Dropped = "dropped",
        /// The district's corrected report says it no more (撤回).
        Withdrawn = "withdrawn",
    }
}

keyed! {
    /// What the district wrote beside a problem, in any brackets.
    ClueMark {
        /// 【已解决】
        Solved = "solved",
        /// 【未解决】
        Unsolved = "unsolved",
    }
}

keyed! {
    /// Who is to deal with it, as the district sees it (需市级协调).
    ClueLevel {
        /// 是
        City = "city",
        /// 否
        District = "district",
    }
}

keyed! {
    /// 紧急程度
    Urgency {
        /// 一般
        Normal = "normal",
        /// 紧急
        Urgent = "urgent",
    }
}

/// A clue to an appeal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clue {
    /// 0 until it is on record.
    pub id: i64,
    /// `XS2020-0001`
    pub code: String,
    pub kind: ClueKind,
    pub project: i64,
    /// The report month it was first said in.
    pub month: Month,
    /// What the district wrote, column by column; of a problem only [`AppealColumn::Crux`].
    pub cells: Vec<(AppealColumn, String)>,
    pub mark: Option<ClueMark>,
    pub level: ClueLevel,
    pub state: ClueState,
    /// Why it was dropped.
    pub reason: Option<String>,
}

impl Clue {
    /// What the district wrote in a column.
    pub fn cell(&self, column: AppealColumn) -> Option<&str> {
        self.cells.iter().find(|(known, _)| *known == column).map(|(_, text)| text.as_str())
    }
}
