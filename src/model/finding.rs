//! What a rule says of a case: rule, value seen, threshold, clause, effective date.

use super::Day;
use super::entry::{Basis, Likeness};
use super::money::Usd;
use serde::{Deserialize, Serialize};

keyed! {
    /// The standards an office can set; each has versions with effective date and clause.
    RuleName {
        /// Signed at a conference (签约大会) suffices: 1 yes, 0 no.
        EntryConference = "entry.conference",
        /// Put forward by its district for the city's push (提请市级推动) suffices.
        EntryPutForward = "entry.put_forward",
        /// Total investment from which size suffices, in cents (以上含本数).
        EntryScale = "entry.scale",
        /// Designated by the city (指定) suffices.
        EntryDesignated = "entry.designated",
        /// Likeness of names, in percent of shared shingles, from which two are near-identical.
        DuplicateName = "duplicate.name",
        /// Tolerance of amounts, in percent, within which near-identical names are suspect.
        DuplicateAmount = "duplicate.amount",
        /// Working days after the month's end by which its report is due.
        ReportDue = "report.due",
    }
}

/// What the number of a rule counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleUnit {
    /// 1 on, 0 off
    Switch,
    /// US cents
    Money,
    Percent,
    WorkingDays,
}

impl RuleName {
    pub const fn unit(self) -> RuleUnit {
        match self {
            RuleName::EntryConference | RuleName::EntryPutForward | RuleName::EntryDesignated => {
                RuleUnit::Switch
            }
            RuleName::EntryScale => RuleUnit::Money,
            RuleName::DuplicateName | RuleName::DuplicateAmount => RuleUnit::Percent,
            RuleName::ReportDue => RuleUnit::WorkingDays,
        }
    }
}

/// One version of a standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleVersion {
    pub rule: RuleName,
    pub value: i64,
    /// Effective from this day.
    pub since: Day,
    /// The clause it rests on.
    pub clause: String,
    /// 示例: shipped, not given by the source.
    pub example: bool,
}

keyed! {
    /// What a rule concludes.
    Verdict {
        Pass = "pass",
        Fail = "fail",
        /// Says something, stops nothing.
        Remark = "remark",
    }
}

/// A known project that resembles the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Near {
    pub code: String,
    pub name: String,
    pub likeness: Likeness,
    /// Shared two-character shingles, in percent.
    pub similarity: i64,
    pub total: Option<Usd>,
}

/// The value a rule saw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    Basis(Vec<Basis>),
    Amount(Option<Usd>),
    Near(Vec<Near>),
}

/// One rule's word on one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub verdict: Verdict,
    pub seen: Seen,
    /// The version of the rule it was judged by.
    pub rule: RuleVersion,
}
