//! The log (操作记录): one line per command that changed something.

use super::Day;
use super::command::CommandName;
use super::finding::RuleName;

/// One command on record.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct LogLine {
    /// Its number; the order of the record.
    pub op: i64,
    /// The day it is recorded under.
    pub day: Day,
    /// The machine's clock, with its offset.
    pub clock: String,
    pub operator: String,
    pub command: CommandName,
    pub reason: Option<String>,
    /// Who approved an override (例外), and why.
    pub override_reason: Option<String>,
    pub approver: Option<String>,
    /// 更正: it sets a fact of the past right.
    pub correction: bool,
    /// What an undo or redo winds.
    pub target: Option<Box<LogLine>>,
    /// It has been taken back and not done again.
    pub undone: bool,
    pub subject: Subject,
}

/// What a command was about.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Subject {
    /// Projects it wrote about.
    pub projects: u64,
    /// Code and name, where it was one project, or the first of several.
    pub project: Option<(String, String)>,
    /// Files it read.
    pub files: Vec<String>,
    pub rows: Option<RowCounts>,
    /// The name of the one other record it wrote: a district, a contact, a rate.
    pub record: Option<String>,
    pub rule: Option<RuleName>,
}

/// What became of the rows of the files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct RowCounts {
    pub new: u64,
    pub changed: u64,
    pub unchanged: u64,
    pub to_screen: u64,
    pub rejected: u64,
}

/// Which lines of the log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogFilter {
    pub from: Option<Day>,
    pub to: Option<Day>,
    pub operator: Option<String>,
    /// Id of a project.
    pub project: Option<i64>,
    /// At most so many, the latest; all where `None`.
    pub limit: Option<u64>,
}

keyed! {
    /// What an entry of a project's history is.
    Nature {
        /// 变更: things moved on.
        Change = "change",
        /// 更正: a fact of the past was set right.
        Correction = "correction",
        /// 撤销
        Undone = "undone",
        /// 恢复
        Redone = "redone",
    }
}
