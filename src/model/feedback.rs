//! What a district is told of its appeals (反馈), as plain data.

use super::Day;
use super::dispatch::{DispatchRole, ReplyKind};

/// One reply of a department to one appeal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyLine {
    /// Id of the appeal.
    pub appeal: i64,
    pub district: i64,
    pub department: i64,
    pub role: DispatchRole,
    pub kind: ReplyKind,
    pub day: Day,
    /// Who answered (承办人).
    pub person: Option<String>,
    /// 办理意见
    pub opinion: Option<String>,
}

/// Why an appeal is with its district, in its own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackLine {
    pub appeal: i64,
    pub day: Day,
    pub reason: Option<String>,
}
